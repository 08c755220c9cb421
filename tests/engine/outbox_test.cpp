// SPDX-License-Identifier: Apache-2.0
#include "engine/outbox.h"

#include <gtest/gtest.h>

#include "engine/bedside.h"

namespace bridge::engine {
namespace {

std::string sent_ids(ScriptedLink& link) {
  std::string text;
  for (const std::string& message : link.asked()) text += control_id_of(message) + ' ';
  return text;
}

TEST(Outbox, sends_what_is_due_oldest_first_and_then_rests) {
  MemoryJournal journal;
  Bedside bedside(journal);
  bedside.due("ORD1", "PUMP1");
  bedside.due("ORD2", "PUMP2");
  ScriptedLink link;
  link.then(acknowledges("CA")).then(acknowledges("CA"));
  EXPECT_TRUE(bedside.outbox.send_program("gateway", link).worked);
  EXPECT_TRUE(bedside.outbox.send_program("gateway", link).worked);
  EXPECT_FALSE(bedside.outbox.send_program("gateway", link).worked);
  EXPECT_EQ(sent_ids(link), "EPOC-P000001 EPOC-P000002 ");
  EXPECT_EQ(bedside.status("EPOC-P000001"), "taken");
  EXPECT_EQ(bedside.status("EPOC-P000002"), "taken");
  EXPECT_EQ(bedside.counters.dispatches_answered.value(), 2U);
}

TEST(Outbox, knows_only_the_pumps_of_its_gateway) {
  MemoryJournal journal;
  Bedside bedside(journal);
  bedside.due();
  ScriptedLink link;
  EXPECT_FALSE(bedside.outbox.send_program("another gateway", link).worked);
  EXPECT_FALSE(bedside.outbox.send_report("another ehr", link).worked);
  EXPECT_TRUE(link.asked().empty());
}

// P1, P2: the intent is kept before the first byte leaves, its outcome before the next one does.
TEST(Outbox, sends_nothing_whose_intent_is_not_durable) {
  MemoryJournal journal;
  Bedside bedside(journal);
  bedside.due();
  bedside.core.record({decide::AnswerDue{"EPOC-R000001", "ehr", "MSH|never sent\r"}});
  journal.fail_after(0);
  ScriptedLink link;
  for (int times = 0; times < 3; ++times) {
    EXPECT_FALSE(bedside.outbox.send_program("gateway", link).worked);
    EXPECT_FALSE(bedside.outbox.send_report("ehr", link).worked);
  }
  EXPECT_TRUE(link.asked().empty());
  journal.restart();
  Bedside again(journal);
  EXPECT_EQ(again.status(), "due");  // nobody can have seen it
}

TEST(Outbox, has_everything_on_the_disk_while_the_message_is_on_its_way) {
  MemoryJournal journal;
  Bedside bedside(journal);
  bedside.due();
  ScriptedLink link;
  link.then([&](std::string_view message) {
    EXPECT_EQ(journal.durable(), journal.records().size());
    EXPECT_EQ(journal.records().back().kind, "dispatch_started");
    return acknowledges("CA")(message);
  });
  EXPECT_TRUE(bedside.outbox.send_program("gateway", link).worked);
  EXPECT_EQ(journal.records().back().kind, "gateway_took");
  EXPECT_EQ(journal.durable(), journal.records().size());
}

TEST(Outbox, never_sends_what_was_withdrawn) {
  MemoryJournal journal;
  Bedside bedside(journal);
  bedside.due("ORD1", "PUMP1");
  bedside.due("ORD2", "PUMP2");
  EXPECT_EQ(bedside.run(bedside.scene.order(OrderControl::cancel)), "order_closed");
  ScriptedLink link;
  link.then(acknowledges("CA"));
  EXPECT_TRUE(bedside.outbox.send_program("gateway", link).worked);
  EXPECT_TRUE(link.asked().empty());
  EXPECT_EQ(bedside.status(), "refused");
  EXPECT_TRUE(bedside.outbox.send_program("gateway", link).worked);  // the lane goes on
  EXPECT_EQ(sent_ids(link), "EPOC-P000002 ");
}

// 250 ms, doubled up to 30 s; the bytes stay the same although time passes.
TEST(Outbox, tries_an_unreached_gateway_ever_more_rarely_with_the_same_bytes) {
  MemoryJournal journal;
  Bedside bedside(journal);
  bedside.due();
  ScriptedLink link;
  std::vector<std::int64_t> waits;
  for (int times = 0; times < 9; ++times) {
    link.then_unreached();
    EXPECT_TRUE(bedside.outbox.send_program("gateway", link).worked);
    EXPECT_EQ(bedside.status(), "due");
    const NextTry next = bedside.outbox.send_program("gateway", link);
    EXPECT_FALSE(next.worked);
    waits.push_back(next.wait_ms);
    bedside.clock.advance_ms(next.wait_ms - 1);
    EXPECT_EQ(bedside.outbox.send_program("gateway", link).wait_ms, 1);
    bedside.clock.advance_ms(1);
  }
  EXPECT_EQ(waits,
            (std::vector<std::int64_t>{250, 500, 1000, 2000, 4000, 8000, 16'000, 30'000, 30'000}));
  link.then(acknowledges("CA"));
  EXPECT_TRUE(bedside.outbox.send_program("gateway", link).worked);
  const std::vector<std::string> asked = link.asked();
  ASSERT_EQ(asked.size(), 10U);
  for (const std::string& message : asked) EXPECT_EQ(message, asked.front());
  EXPECT_EQ(bedside.status(), "taken");
  // An answer ends the waiting; the next failure begins at 250 ms again.
  bedside.due("ORD2", "PUMP2");
  link.then_unreached();
  EXPECT_TRUE(bedside.outbox.send_program("gateway", link).worked);
  EXPECT_EQ(bedside.outbox.send_program("gateway", link).wait_ms, 250);
}

TEST(Outbox, leaves_a_command_of_unknown_fate_alone_where_a_repeat_may_program_twice) {
  MemoryJournal journal;
  Bedside bedside(journal);
  bedside.due("ORD1", "PUMP1");
  bedside.due("ORD2", "PUMP2");
  ScriptedLink link;
  link.then_unknown().then(acknowledges("CA"));
  EXPECT_TRUE(bedside.outbox.send_program("gateway", link).worked);
  EXPECT_EQ(bedside.status(), "unknown");
  bedside.clock.advance_ms(60'000);
  EXPECT_TRUE(bedside.outbox.send_program("gateway", link).worked);
  EXPECT_FALSE(bedside.outbox.send_program("gateway", link).worked);
  EXPECT_EQ(sent_ids(link), "EPOC-P000001 EPOC-P000002 ");
}

TEST(Outbox, repeats_a_command_of_unknown_fate_where_repeats_are_dropped_and_not_for_ever) {
  MemoryJournal journal;
  Bedside bedside(journal, true);
  bedside.due("ORD1", "PUMP1");
  bedside.due("ORD2", "PUMP2");
  ScriptedLink link;
  link.then_unknown().then_unknown().then_unknown().then(acknowledges("CA"));
  for (int times = 0; times < 4; ++times) {
    EXPECT_TRUE(bedside.outbox.send_program("gateway", link).worked);
    bedside.clock.advance_ms(30'000);
  }
  EXPECT_EQ(sent_ids(link), "EPOC-P000001 EPOC-P000001 EPOC-P000001 EPOC-P000002 ");
  const std::vector<std::string> asked = link.asked();
  EXPECT_EQ(asked[1], asked[0]);
  EXPECT_EQ(asked[2], asked[0]);
  EXPECT_EQ(bedside.status("EPOC-P000001"), "unknown");
  EXPECT_EQ(bedside.status("EPOC-P000002"), "taken");
  bedside.clock.advance_ms(30'000);
  EXPECT_FALSE(bedside.outbox.send_program("gateway", link).worked);
}

// B144, B145, P7: only the acknowledgement of this very message tells anything of it.
TEST(Outbox, what_is_no_answer_to_this_message_leaves_its_fate_unknown) {
  for (const std::string& answer :
       {std::string("garbage"), std::string(), ack_of("CA", "EPOC-P000009"), ack_of("CA", ""),
        ack_of("OK", "EPOC-P000001")}) {
    MemoryJournal journal;
    Bedside bedside(journal);
    bedside.due();
    ScriptedLink link;
    link.then_answer(answer);
    EXPECT_TRUE(bedside.outbox.send_program("gateway", link).worked);
    EXPECT_EQ(bedside.status(), "unknown") << answer;
  }
}

// B146.
TEST(Outbox, a_refusing_gateway_ends_the_command_with_its_code) {
  for (const char* code : {"CE", "CR", "AE", "AR"}) {
    MemoryJournal journal;
    Bedside bedside(journal);
    bedside.due();
    ScriptedLink link;
    link.then([code](std::string_view message) {
      return Link::Outcome{Link::Fate::answered,
                           ack_of(code, control_id_of(message)) +
                               "ERR|||207^error^HL70357|E|9010^Drug not in library^L\r"};
    });
    EXPECT_TRUE(bedside.outbox.send_program("gateway", link).worked);
    EXPECT_EQ(bedside.status(), "refused");
    EXPECT_NE(journal.records().back().payload.find("\"code\":\"9010\""), std::string::npos);
    EXPECT_FALSE(bedside.outbox.send_program("gateway", link).worked);
  }
}

// --- reports ---------------------------------------------------------------------------------

void answers_due(Bedside& bedside, int count) {
  for (int at = 1; at <= count; ++at) {
    const std::string id = "EPOC-R00000" + std::to_string(at);
    const std::string message = "MSH|^~\\&|A|B|C|D|1||RRE^O12|" + id + "|P|2.6\r";
    bedside.core.record({decide::AnswerDue{id, "ehr", message}});
  }
}

TEST(Outbox, reports_leave_strictly_in_order_and_wait_for_the_first_one) {
  MemoryJournal journal;
  Bedside bedside(journal);
  answers_due(bedside, 3);
  ScriptedLink link;
  link.then_unreached().then_unknown().then_answer("garbage").then(acknowledges("AA"));
  link.then_answer(ack_of("AA", "EPOC-R000001")).then(acknowledges("CA"));
  link.then(acknowledges("AA"));
  for (const std::int64_t wait : {250, 500, 1000}) {
    const NextTry next = bedside.outbox.send_report("ehr", link);
    EXPECT_FALSE(next.worked);
    EXPECT_EQ(next.wait_ms, wait);
    EXPECT_EQ(bedside.outbox.send_report("ehr", link).wait_ms, wait);
    bedside.clock.advance_ms(wait);
  }
  EXPECT_TRUE(bedside.outbox.send_report("ehr", link).worked);
  EXPECT_FALSE(bedside.outbox.send_report("ehr", link).worked);  // acknowledged another message
  bedside.clock.advance_ms(250);
  EXPECT_TRUE(bedside.outbox.send_report("ehr", link).worked);
  EXPECT_TRUE(bedside.outbox.send_report("ehr", link).worked);
  EXPECT_FALSE(bedside.outbox.send_report("ehr", link).worked);
  EXPECT_EQ(sent_ids(link),
            "EPOC-R000001 EPOC-R000001 EPOC-R000001 EPOC-R000001 EPOC-R000002 EPOC-R000002 "
            "EPOC-R000003 ");
  EXPECT_EQ(link.asked()[0], link.asked()[3]);
}

// P14: one bad report does not stop the others.
TEST(Outbox, a_refused_report_is_parked_and_the_lane_goes_on) {
  MemoryJournal journal;
  Bedside bedside(journal);
  answers_due(bedside, 3);
  ScriptedLink link;
  link.then(acknowledges("AE")).then(acknowledges("CR")).then(acknowledges("AA"));
  for (int times = 0; times < 3; ++times) {
    EXPECT_TRUE(bedside.outbox.send_report("ehr", link).worked);
  }
  EXPECT_EQ(sent_ids(link), "EPOC-R000001 EPOC-R000002 EPOC-R000003 ");
  EXPECT_EQ(bedside.core.look([](const decide::State& state) { return state.parked_reports(); }),
            (std::vector<std::string>{"EPOC-R000001", "EPOC-R000002"}));
}

// Programs the pump and lets it begin: one report is due.
void begin_infusion(Bedside& bedside) {
  bedside.due();
  bedside.run(decide::DispatchInput{"EPOC-P000001", false});
  bedside.run(decide::DispatchOutcomeInput{"EPOC-P000001", decide::DispatchFate::taken, {}});
  bedside.run(bedside.scene.answer("EPOC-P000001", true));
  bedside.run(decide::PumpEventInput{decide::test::event_of("0 start del rate 15 total 0"), {}});
}

TEST(Outbox, a_record_is_repeated_with_the_same_bytes_although_the_infusion_goes_on) {
  MemoryJournal journal;
  {
    Bedside bedside(journal);
    begin_infusion(bedside);
    ScriptedLink link;
    link.then_unknown();
    EXPECT_FALSE(bedside.outbox.send_report("ehr", link).worked);
    ASSERT_EQ(link.asked().size(), 1U);
    bedside.clock.advance_ms(60'000);
    bedside.run(decide::PumpEventInput{
        decide::test::event_of("20 complete not rate 15 total 5 sent 20"), {}});
    bedside.clock.advance_ms(60'000);
    link.then_unknown();
    EXPECT_FALSE(bedside.outbox.send_report("ehr", link).worked);
    ASSERT_EQ(link.asked().size(), 2U);
    EXPECT_EQ(link.asked()[1], link.asked()[0]);
    EXPECT_NE(link.asked()[0].find("RAS^O17"), std::string::npos);
    journal.restart();
    Bedside again(journal);
    ScriptedLink other;
    other.then_unknown();
    EXPECT_FALSE(again.outbox.send_report("ehr", other).worked);
    ASSERT_EQ(other.asked().size(), 1U);
    EXPECT_EQ(other.asked()[0], link.asked()[0]);
  }
}

TEST(Outbox, a_record_that_the_ehr_does_not_want_is_settled_without_sending) {
  MemoryJournal journal;
  Bedside bedside(journal);
  auto tables = bedside_tables();
  tables->ehrs.at("ehr").records = {RecordKind::complete};
  bedside.tables.swap(tables);
  begin_infusion(bedside);
  ScriptedLink link;
  EXPECT_TRUE(bedside.outbox.send_report("ehr", link).worked);
  EXPECT_TRUE(link.asked().empty());
  EXPECT_FALSE(bedside.outbox.send_report("ehr", link).worked);
  EXPECT_TRUE(bedside.core.look([](const decide::State& state) {
    return state.report_lanes().at("ehr").empty() && state.parked_reports().empty();
  }));
}

}  // namespace
}  // namespace bridge::engine
