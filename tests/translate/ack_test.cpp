// SPDX-License-Identifier: Apache-2.0
// Which code a message deserves, what our answers say, and what partners' answers mean.
#include "translate/ack.h"

#include <gtest/gtest.h>

#include "hl7/parse.h"
#include "translate/pharmacy_order_samples.h"
#include "translate/shipped_book.h"

namespace bridge::translate {
namespace {

Header header_of(std::string_view lines) {
  const auto message = hl7::parse(wire_of(lines));
  EXPECT_TRUE(message.has_value());
  return peek_header(*message, ehr_policy());
}

std::string lines_of(std::string wire) {
  for (char& c : wire) {
    if (c == '\r') c = '\n';
  }
  return wire;
}

const AckStamp stamp = {"BR1", Instant::parse_rfc3339("2026-03-02T16:00:05Z").value()};

std::string plan_of(std::string_view accept, std::string_view application, const Faults& faults) {
  Header request;
  const auto wish = [](std::string_view code) {
    if (code == "AL") return AckWish::always;
    if (code == "NE") return AckWish::never;
    if (code == "ER") return AckWish::on_error;
    if (code == "SU") return AckWish::on_success;
    return AckWish::unsaid;
  };
  request.accept_ack = wish(accept);
  request.application_ack = wish(application);
  const AckPlan plan = plan_acks(request, faults);
  std::string text;
  if (plan.accept) text += name_of(*plan.accept);
  text += '/';
  if (plan.application) text += name_of(*plan.application);
  return text;
}

TEST(AckPlan, SaysWhatKindOfRefusalItIs) {
  const Faults none;
  const Faults type = {{FaultCode::message_type_unknown, "MSH[1]-9", {}}};  // commit_reject
  const Faults number = {{FaultCode::structure_contradicts, "RXE[1]-23", {}}};   // commit_error
  const Faults limit = {{FaultCode::hard_limit_above, "RXE[1]-23", {}}};    // application_error
  const Faults store = {{FaultCode::store_failed, "", {}}};                 // application_reject
  const Faults soft = {{FaultCode::soft_limit_above, "RXE[1]-23", {}, Severity::warning}};
  const std::tuple<const char*, const char*, const Faults*, const char*> cases[] = {
      {"", "", &none, "/AA"},        {"", "", &type, "/AR"},        {"", "", &number, "/AE"},
      {"", "", &limit, "/AE"},       {"", "", &store, "/AR"},       {"", "", &soft, "/AA"},
      {"AL", "AL", &none, "CA/AA"},  {"AL", "AL", &type, "CR/"},    {"AL", "AL", &number, "CE/"},
      {"AL", "AL", &limit, "CA/AE"}, {"AL", "AL", &store, "CA/AR"}, {"AL", "AL", &soft, "CA/AA"},
      {"AL", "NE", &limit, "CA/"},   {"NE", "AL", &limit, "/AE"},   {"NE", "NE", &number, "/"},
      {"ER", "ER", &none, "/"},      {"ER", "ER", &number, "CE/"},  {"SU", "SU", &none, "CA/AA"},
      {"SU", "ER", &limit, "CA/AE"}, {"AL", "", &limit, "CA/"},
  };
  for (const auto& [accept, application, faults, expected] : cases) {
    EXPECT_EQ(plan_of(accept, application, *faults), expected)
        << accept << ' ' << application << ' ' << listed(*faults);
  }
}

TEST(AckPlan, TheWorseRefusalWins) {
  const Faults both = {{FaultCode::structure_contradicts, "", {}},
                       {FaultCode::version_unsupported, "", {}}};
  EXPECT_EQ(plan_of("AL", "AL", both), "CR/");
  const Faults content = {{FaultCode::store_failed, "", {}}, {FaultCode::drug_unknown, "", {}}};
  EXPECT_EQ(plan_of("", "", content), "/AE");
}

TEST(Ack, AnswersInEnhancedModeWithTheCommitAlone) {
  EXPECT_EQ(lines_of(write_ack(header_of(dopamine_by_rate), stamp, AckCode::CA, {})),
            "MSH|^~\\&|BRIDGE|HOSP|EHR|HOSP|20260302160005+0000||ACK^O11^ACK|BR1|P|2.5.1|||NE|NE||"
            "UNICODE UTF-8\n"
            "MSA|CA|MSG0001\n");
}

TEST(Ack, ARefusalSaysWhereWhatWhoAndHow) {
  const Faults faults = {{FaultCode::hard_limit_above, "RXE[1]-23.1", "31.9 mL/h above 30 mL/h"},
                         {FaultCode::order_exists, "ORC[2]-2", ""},
                         {FaultCode::soft_limit_above, "RXE[1]-23", "", Severity::warning},
                         {FaultCode::segment_missing, "PID", ""},
                         {FaultCode::do_not_perform, "MedicationRequest.doNotPerform", ""}};
  const std::string text =
      lines_of(write_ack(header_of(dopamine_by_rate), stamp, AckCode::AE, faults));
  EXPECT_EQ(
      text.substr(text.find("MSA")),
      "MSA|AE|MSG0001\n"
      "ERR||RXE^1^23^1^1|207^Application internal error^HL70357|E|9005^above the hard limit of the "
      "drug "
      "library^L||31.9 mL/h above 30 mL/h|above the hard limit of the drug library; correct the "
      "order; a "
      "hard limit is never overridden (prescriber)\n"
      "ERR||ORC^2^2^1|205^Duplicate key identifier^HL70357|E|102^Duplicate key "
      "identifier^HL70533|||the "
      "order number exists with other content; change it with XO, or cancel it (CA or DC) and order again under a new number "
      "(sender)\n"
      "ERR||RXE^1^23^1|207^Application internal error^HL70357|W|9005^above the soft limit of the "
      "drug "
      "library^L|||above the soft limit of the drug library; a pharmacist or prescriber releases "
      "the "
      "order with a reason, or corrects it (pharmacy)\n"
      "ERR||PID^1|100^Segment sequence error^HL70357|E||||a required segment is missing or out of "
      "order; send the segments in the order of the message structure (sender)\n"
      "ERR|||207^Application internal error^HL70357|E|9004^the order says not to perform "
      "it^L|||the order "
      "says not to perform it; nothing is programmed from a prohibition (prescriber)\n");
}

TEST(Ack, AnOrderAnswerNamesEachOrder) {
  const Faults faults = {{FaultCode::unit_unknown, "RXE[2]-24", ""}};
  const std::vector<OrderAnswer> orders = {
      {{"P5001", "EHR", "", ""}, {"F7001", "RX", "", ""}, OrderControl::new_order, {}, true},
      {{"P5002", "EHR", "", ""}, {}, OrderControl::change, faults, false}};
  EXPECT_EQ(
      lines_of(write_order_answer(header_of(dopamine_by_rate), stamp, AckCode::AE, {}, orders,
                                  shipped_book())),
      "MSH|^~\\&|BRIDGE|HOSP|EHR|HOSP|20260302160005+0000||RRE^O12^RRE_O12|BR1|P|2.5.1|||AL|NE||"
      "UNICODE UTF-8\n"
      "MSA|AE|MSG0001\n"
      "ERR||RXE^2^24^1|207^Application internal error^HL70357|E|9008^the unit is in no "
      "table^L|||the unit is in no table; correct the unit or add its spelling to units.csv "
      "(integration)\n"
      "ORC|OK|P5001^EHR|F7001^RX\n"
      "ORC|UX|P5002^EHR\n");
}

TEST(Ack, TheAnswerFitsTheRequest) {
  const std::tuple<const char*, const char*> cases[] = {
      {"RDE^O11^RDE_O11", "RRE^O12^RRE_O12"}, {"RDE^O25^RDE_O11", "RRE^O26^RRE_O12"},
      {"RDE^O01", "RRE^O02^RRE_O02"},         {"OMP^O09^OMP_O09", "ORP^O10^ORP_O10"},
      {"ORM^O01^ORM_O01", "ORR^O02^ORR_O02"}, {"RGV^O15^RGV_O15", "RRG^O16^RRG_O16"},
      {"ADT^A08^ADT_A01", "ACK^A08^ACK"}};
  for (const auto& [request, answer] : cases) {
    const Header header =
        header_of(replaced(std::string(dopamine_by_rate), "RDE^O11^RDE_O11", request));
    const std::string text = write_order_answer(header, stamp, AckCode::AA, {}, {}, shipped_book());
    EXPECT_NE(text.find("||" + std::string(answer) + "|BR1|"), std::string::npos) << text;
  }
}

TEST(Ack, B15AnUnusualSenderIsAnsweredWithOurDelimitersAndVersion) {
  std::string lines = replaced(std::string(dopamine_by_rate), "|P|2.5.1|", "|P|2.99|");
  for (char& c : lines) {
    if (c == '|') c = '*';
  }
  const std::string text = write_ack(header_of(lines), stamp, AckCode::CR, {});
  EXPECT_EQ(text.substr(0, 25), "MSH|^~\\&|BRIDGE|HOSP|EHR|");
  EXPECT_NE(text.find("|P|2.5.1|"), std::string::npos);
}

TEST(Ack, B22AControlIdIsEchoedEscapedAndNeverRaw) {
  const std::string lines =
      replaced(std::string(dopamine_by_rate), "|MSG0001|", "|a\\F\\b\\X0D\\c|");
  const std::string text = write_ack(header_of(lines), stamp, AckCode::CE, {});
  EXPECT_NE(text.find("\rMSA|CE|a\\F\\b\\X0D\\c\r"), std::string::npos) << text;
}

TEST(Ack, BeforeVersion25AnErrorStandsInErr1) {
  const Faults faults = {{FaultCode::unit_unknown, "RXE[1]-24", ""},
                         {FaultCode::order_missing, "ORC[1]-2", ""}};
  const Header header = header_of(replaced(std::string(dopamine_by_rate), "|P|2.5.1|", "|P|2.3|"));
  const std::string text = lines_of(write_ack(header, stamp, AckCode::AE, faults));
  EXPECT_EQ(
      text.substr(text.find("ERR")),
      "ERR|RXE^1^24^207&the unit is in no table; correct the unit or add its spelling to units.csv "
      "(integration)&HL70357~ORC^1^2^207&no order is named; send the placer order number "
      "(sender)&HL70357\n");
  const auto read = read_ack(*hl7::parse(wire_of(text)));
  ASSERT_TRUE(read.has_value());
  ASSERT_EQ(read->errors.size(), 2U);
  EXPECT_EQ(read->errors[0].place, "RXE[1]-24");
  EXPECT_EQ(read->errors[1].code, "207");
}

Result<AckRead> read(std::string_view lines) { return read_ack(*hl7::parse(wire_of(lines))); }

TEST(ReadAck, ReadsAGatewaysRefusal) {
  const auto ack = read(
      "MSH|^~\\&|GW|H|BRIDGE|H|20260302101504-0600||RRG^O16^RRG_O16|G1|P|2.6\n"
      "MSA|AE|BR0001001\n"
      "ERR|||207^Application internal error^HL70357|E|9011^Patient weight mismatch^L^^^^^^pump "
      "weight "
      "82.0 kg\n"
      "ORC|UA|ORD778812^EHR\n");
  ASSERT_TRUE(ack.has_value());
  EXPECT_EQ(ack->code, AckCode::AE);
  EXPECT_EQ(ack->control_id, "BR0001001");
  ASSERT_EQ(ack->errors.size(), 1U);
  EXPECT_EQ(ack->errors[0],
            (AckError{"", "207", "9011", "Patient weight mismatch", Severity::error}));
}

TEST(ReadAck, WhatWeWriteWeRead) {
  const Faults faults = {{FaultCode::hard_limit_above, "RXE[1]-23.1", "31.9", Severity::warning}};
  const auto ack =
      read_ack(*hl7::parse(write_ack(header_of(dopamine_by_rate), stamp, AckCode::AA, faults)));
  ASSERT_TRUE(ack.has_value());
  EXPECT_EQ(ack->code, AckCode::AA);
  ASSERT_EQ(ack->errors.size(), 1U);
  EXPECT_EQ(ack->errors[0].place, "RXE[1]-23.1");
  EXPECT_EQ(ack->errors[0].application_code, "9005");
  EXPECT_EQ(ack->errors[0].severity, Severity::warning);
}

TEST(ReadAck, ReadsTheReasonInMsaAlone) {
  const auto ack = read("MSH|^~\\&|E|H|B|H|||ACK|1|P|2.3\nMSA|AR|X1|no such order\n");
  ASSERT_TRUE(ack.has_value());
  EXPECT_EQ(ack->errors.at(0).text, "no such order");
}

TEST(ReadAck, RefusesAnAnswerToNothing) {
  EXPECT_EQ(brief(read("MSH|^~\\&|E|H|B|H|||ACK|1|P|2.3\n").fault()), "segment_missing at MSA");
  EXPECT_EQ(brief(read("MSH|^~\\&|E|H|B|H|||ACK|1|P|2.3\nMSA|OK|1\n").fault()),
            "code_not_in_table at MSA[1]-1");
  EXPECT_EQ(brief(read("MSH|^~\\&|E|H|B|H|||ACK|1|P|2.3\nMSA|AA\n").fault()),
            "field_missing at MSA[1]-2");
}

}  // namespace
}  // namespace bridge::translate
