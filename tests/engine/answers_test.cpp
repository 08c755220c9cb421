// SPDX-License-Identifier: Apache-2.0
#include "engine/answers.h"

#include <gtest/gtest.h>

#include "engine/bedside.h"
#include "hl7/parse.h"
#include "translate/ack.h"

namespace bridge::engine {
namespace {

using decide::test::Scene;

const Tables& tables() {
  static const auto shared = [] {
    auto made = bedside_tables();
    auto other = made->ehrs.at("ehr");
    other.envelope.receiver.name = "BCMA";
    made->ehrs.emplace("bcma", other);
    return made;
  }();
  return *shared;
}

// "RDE^O11^RDE_O11" from `sender`, with MSH-15 and MSH-16.
struct Sent {
  hl7::Message message;
  translate::Header header;

  Sent(const std::string& type, const std::string& accept, const std::string& application,
       const std::string& sender = "BCMA")
      : message(hl7::parse("MSH|^~\\&|" + sender + "|WARD|BRIDGE|H|20251124160000+0000||" + type +
                           "|M1|P|2.6|||" + accept + '|' + application + "\r")
                    .value()),
        header(translate::peek_header(message, tables().ehr_door)) {}
};

// Type and acknowledgement of a message: "RRE^O12 AA", or "none".
std::string brief_of(const std::string& text) {
  if (text.empty()) return "none";
  const auto message = hl7::parse(text);
  if (!message) return "unreadable";
  const auto ack = translate::read_ack(*message);
  if (!ack) return "no acknowledgement";
  EXPECT_EQ(ack->control_id, "M1");
  const translate::Header header = translate::peek_header(*message, tables().ehr_door);
  return header.type + (header.event.empty() ? "" : "^" + header.event) + ' ' +
         std::string(name_of(ack->code));
}

std::string later_of(const std::optional<decide::AnswerDue>& due) {
  return due ? due->destination + ' ' + due->report_id + ' ' + brief_of(due->message) : "none";
}

std::string answered(const Sent& sent, const std::vector<decide::Input>& inputs,
                     const std::vector<decide::Decision>& decisions) {
  decide::State state;
  state.apply(decide::JournalOpened{"EPOC"});
  const Answers answers = answers_to({sent.header, sent.message, inputs, decisions}, tables(),
                                     state, decide::test::at_minute(0));
  return brief_of(answers.now) + ", later " + later_of(answers.later);
}

decide::Decision finding(std::optional<FaultCode> code) {
  decide::Decision decision;
  if (code) decision.findings.push_back({*code, "ORC-2", {}});
  return decision;
}

struct Row {
  const char* type;
  const char* accept;
  const char* application;
  std::optional<FaultCode> fault;
  const char* answers;
};

// HL7 v2.6 2.9.2, 2.9.3 and table 0155.
const Row rows[] = {
    {"RDE^O11^RDE_O11", "", "", {}, "RRE^O12 AA, later none"},
    {"RDE^O11^RDE_O11", "", "", FaultCode::order_exists, "RRE^O12 AE, later none"},
    {"RDE^O11^RDE_O11", "AL", "AL", {}, "ACK^O11 CA, later bcma EPOC-R000001 RRE^O12 AA"},
    {"RDE^O11^RDE_O11", "AL", "AL", FaultCode::order_exists,
     "ACK^O11 CA, later bcma EPOC-R000001 RRE^O12 AE"},
    {"RDE^O11^RDE_O11", "AL", "ER", {}, "ACK^O11 CA, later none"},
    {"RDE^O11^RDE_O11", "AL", "ER", FaultCode::order_exists,
     "ACK^O11 CA, later bcma EPOC-R000001 RRE^O12 AE"},
    {"RDE^O11^RDE_O11", "AL", "SU", FaultCode::order_exists, "ACK^O11 CA, later none"},
    {"RDE^O11^RDE_O11", "AL", "NE", FaultCode::order_exists, "ACK^O11 CA, later none"},
    {"RDE^O11^RDE_O11", "NE", "AL", {}, "none, later bcma EPOC-R000001 RRE^O12 AA"},
    {"RDE^O11^RDE_O11", "ER", "NE", {}, "none, later none"},
    {"RDE^O11^RDE_O11", "SU", "NE", {}, "ACK^O11 CA, later none"},
    {"RDE^O11^RDE_O11", "AL", "AL", FaultCode::segment_missing, "ACK^O11 CE, later none"},
    {"RDE^O11^RDE_O11", "SU", "AL", FaultCode::segment_missing,
     "none, later bcma EPOC-R000001 RRE^O12 AE"},
    // What becomes of a request is known when the pump has answered.
    {"RGV^O15^RGV_O15", "AL", "AL", {}, "ACK^O15 CA, later none"},
    {"ORU^R42^ORU_R01", "", "", {}, "ACK^R42 AA, later none"},
    {"ORU^R42^ORU_R01", "AL", "NE", {}, "ACK^R42 CA, later none"},
};

TEST(Answers, go_the_way_and_as_far_as_the_sender_wants_them) {
  const std::vector<decide::Input> inputs{Scene().order()};
  for (const Row& row : rows) {
    EXPECT_EQ(answered({row.type, row.accept, row.application}, inputs, {finding(row.fault)}),
              row.answers)
        << row.type << ' ' << row.accept << ' ' << row.application;
  }
}

TEST(Answers, of_several_orders_are_one_message_that_is_taken_when_one_order_is) {
  const std::vector<decide::Input> inputs{Scene().order(), Scene().order()};
  const Sent sent("RDE^O11^RDE_O11", "AL", "AL");
  EXPECT_EQ(answered(sent, inputs, {finding({}), finding(FaultCode::segment_missing)}),
            "ACK^O11 CA, later bcma EPOC-R000001 RRE^O12 AE");
  EXPECT_EQ(answered(sent, inputs,
                     {finding(FaultCode::segment_missing), finding(FaultCode::segment_missing)}),
            "ACK^O11 CE, later none");
}

TEST(Answers, find_the_lane_of_their_sender) {
  EXPECT_EQ(lane_of(Sent("RGV^O15", "AL", "AL", "BCMA").header, tables()), "bcma");
  EXPECT_EQ(lane_of(Sent("RGV^O15", "AL", "AL", "STRANGER").header, tables()), "ehr");
  EXPECT_EQ(lane_of(Sent("RGV^O15", "AL", "NE", "BCMA").header, tables()), "");
  EXPECT_EQ(lane_of(Sent("RGV^O15", "", "", "BCMA").header, tables()), "");
}

TEST(Answers, to_a_request_are_addressed_when_it_comes) {
  std::vector<decide::Input> inputs{Scene().order(), Scene().request()};
  std::get<decide::RequestInput>(inputs[1]).reply_to = {};
  const Sent original("RGV^O15^RGV_O15", "", "");
  address_replies(inputs, original.header, original.message, tables());
  EXPECT_EQ(std::get<decide::RequestInput>(inputs[1]).reply_to, decide::ReplyTo{});
  const Sent sent("RGV^O15^RGV_O15", "AL", "AL");
  address_replies(inputs, sent.header, sent.message, tables());
  const decide::ReplyTo& to = std::get<decide::RequestInput>(inputs[1]).reply_to;
  EXPECT_EQ(to.destination, "bcma");
  EXPECT_EQ(to.control_id, "M1");
  EXPECT_TRUE(to.message.starts_with("MSH|^~\\&|BCMA|"));
}

std::string late(const std::string& application, bool accepted) {
  decide::State state;
  state.apply(decide::JournalOpened{"EPOC"});
  state.apply(decide::AnswerDue{"EPOC-R000001", "bcma", "m"});
  const std::string message =
      "MSH|^~\\&|BCMA|W|BRIDGE|H|20251124160000+0000||RGV^O15^RGV_O15|M1|P|2.6|||AL|" +
      application + '\r';
  decide::Reply reply{{"bcma", "M1", message}, decide::test::order_named("ORD1"), accepted, {}};
  if (!accepted) reply.findings.push_back({FaultCode::pump_refused, {}, {}});
  const decide::Reply nobody{{}, decide::test::order_named("ORD1"), true, {}};
  std::string text;
  for (const decide::Fact& fact :
       late_answers({reply, nobody, reply}, tables(), state, decide::test::at_minute(0))) {
    text += later_of(std::get<decide::AnswerDue>(fact)) + "; ";
  }
  return text;
}

TEST(LateAnswers, each_has_its_number_and_nobody_is_told_who_does_not_wait) {
  EXPECT_EQ(late("AL", true), "bcma EPOC-R000002 RRG^O16 AA; bcma EPOC-R000003 RRG^O16 AA; ");
  EXPECT_EQ(late("AL", false), "bcma EPOC-R000002 RRG^O16 AE; bcma EPOC-R000003 RRG^O16 AE; ");
  EXPECT_EQ(late("ER", true), "");
  EXPECT_EQ(late("ER", false), "bcma EPOC-R000002 RRG^O16 AE; bcma EPOC-R000003 RRG^O16 AE; ");
  EXPECT_EQ(late("SU", false), "");
}

std::string refusal(const std::string& accept, const std::string& application,
                    const Faults& faults) {
  const Sent sent("RDE^O11^RDE_O11", accept, application);
  decide::State state;
  state.apply(decide::JournalOpened{"EPOC"});
  const Answers answers =
      refusal_of(sent.header, faults, tables(), state, decide::test::at_minute(0));
  return brief_of(answers.now) + ", later " + later_of(answers.later);
}

TEST(Refusal, is_said_in_the_mode_of_the_sender_and_never_positive) {
  const Faults error{{FaultCode::segment_missing, "PID", {}}};
  const Faults reject{{FaultCode::version_unsupported, "MSH-12", {}}};
  EXPECT_EQ(refusal("", "", error), "ACK^O11 AE, later none");
  EXPECT_EQ(refusal("", "", reject), "ACK^O11 AR, later none");
  EXPECT_EQ(refusal("AL", "AL", error), "ACK^O11 CE, later none");
  EXPECT_EQ(refusal("ER", "NE", reject), "ACK^O11 CR, later none");
  EXPECT_EQ(refusal("NE", "AL", error), "none, later bcma EPOC-R000001 RRE^O12 AE");
  EXPECT_EQ(refusal("SU", "AL", error), "none, later bcma EPOC-R000001 RRE^O12 AE");
}

// CA alone would be the last that the sender hears of it.
TEST(Refusal, of_content_is_told_later_or_not_accepted) {
  const Faults future{{FaultCode::future_message, "MSH-7", {}}};
  EXPECT_EQ(refusal("AL", "AL", future), "ACK^O11 CA, later bcma EPOC-R000001 RRE^O12 AE");
  EXPECT_EQ(refusal("AL", "NE", future), "ACK^O11 CE, later none");
  EXPECT_EQ(refusal("ER", "SU", future), "ACK^O11 CE, later none");
}

TEST(Refusal, of_what_was_no_message_is_silence) {
  EXPECT_EQ(refusal("", "", {{FaultCode::frame_noise, {}, {}}}), "none, later none");
  EXPECT_EQ(
      refusal("", "", {{FaultCode::frame_noise, {}, {}}, {FaultCode::segment_missing, {}, {}}}),
      "ACK^O11 AE, later none");
}

TEST(Numbers, are_of_the_epoch_and_at_least_six_digits) {
  EXPECT_EQ(numbered("EPOC", 'E', 7), "EPOC-E000007");
  EXPECT_EQ(numbered("EPOC", 'R', 999'999), "EPOC-R999999");
  EXPECT_EQ(numbered("EPOC", 'R', 1'000'000), "EPOC-R1000000");
}

TEST(Senders, are_told_apart_by_application_and_facility) {
  EXPECT_EQ(sender_of(Sent("RDE^O11", "", "").header), "BCMA^|WARD^");
  EXPECT_NE(sender_of(Sent("RDE^O11", "", "", "BCMA^1.2^ISO").header),
            sender_of(Sent("RDE^O11", "", "").header));
}

}  // namespace
}  // namespace bridge::engine
