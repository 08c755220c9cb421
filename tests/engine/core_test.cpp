// SPDX-License-Identifier: Apache-2.0
#include "engine/core.h"

#include <gtest/gtest.h>

#include "engine/bedside.h"
#include "engine/state_text.h"

namespace bridge::engine {
namespace {

const Core::MessageKey key{"EHR^|HOSP^", "M1", "digest one"};

// Submits an order as a message that is answered "AA".
Core::Submission submit_order(Bedside& bedside, const Core::MessageKey& message_key = key) {
  const std::vector<decide::Input> inputs{bedside.scene.order()};
  return bedside.core.submit(
      inputs, &message_key,
      [&message_key](const std::vector<decide::Decision>&, const decide::State&) {
        return decide::Facts{decide::MessageAnswered{message_key.sender, message_key.control_id,
                                                     message_key.digest, "AA"}};
      });
}

std::string text_of(const Core& core) {
  return core.look([](const decide::State& state) { return engine::text_of(state); });
}

TEST(Core, opens_an_empty_journal_with_the_epoch_and_keeps_that_one) {
  MemoryJournal journal;
  {
    Bedside bedside(journal);
    EXPECT_EQ(bedside.kinds(), "journal_opened ");
    EXPECT_EQ(submit_order(bedside).sequence, 3U);
    EXPECT_TRUE(bedside.core.wait_durable(3));
  }
  journal.restart();
  Bedside again(journal);
  EXPECT_EQ(again.kinds(), "journal_opened order_accepted message_answered ");
  EXPECT_EQ(again.core.look([](const decide::State& state) { return state.epoch(); }), "EPOC");
}

// P6.
TEST(Core, gives_the_stored_answer_to_the_same_message_also_after_a_restart) {
  MemoryJournal journal;
  {
    Bedside bedside(journal);
    const Core::Submission first = submit_order(bedside);
    ASSERT_EQ(first.decisions.size(), 1U);
    EXPECT_FALSE(first.repeated.has_value());
    const Core::Submission second = submit_order(bedside);
    EXPECT_EQ(second.repeated, "AA");
    EXPECT_FALSE(second.control_id_reused);
    EXPECT_TRUE(second.decisions.empty());
    EXPECT_EQ(second.sequence, first.sequence);  // the first copy may still be on its way
    EXPECT_EQ(bedside.kinds(), "journal_opened order_accepted message_answered ");
    EXPECT_TRUE(bedside.core.wait_durable(second.sequence));
  }
  journal.restart();
  Bedside again(journal);
  EXPECT_EQ(submit_order(again).repeated, "AA");
  EXPECT_EQ(again.kinds(), "journal_opened order_accepted message_answered ");
}

TEST(Core, refuses_a_control_id_that_comes_with_other_bytes) {
  MemoryJournal journal;
  {
    Bedside bedside(journal);
    EXPECT_TRUE(bedside.core.wait_durable(submit_order(bedside).sequence));
  }
  journal.restart();
  Bedside bedside(journal);
  Core::MessageKey other = key;
  other.digest = "digest two";
  const Core::Submission reused = submit_order(bedside, other);
  EXPECT_TRUE(reused.control_id_reused);
  EXPECT_FALSE(reused.repeated.has_value());
  EXPECT_TRUE(reused.decisions.empty());
  EXPECT_EQ(bedside.kinds(), "journal_opened order_accepted message_answered ");
  // The same id of another sender is another message.
  Core::MessageKey elsewhere = other;
  elsewhere.sender = "EHR2^|HOSP^";
  EXPECT_FALSE(submit_order(bedside, elsewhere).control_id_reused);
}

TEST(Core, tells_the_sequence_of_the_last_fact_and_none_without_facts) {
  MemoryJournal journal;
  Bedside bedside(journal);
  EXPECT_EQ(submit_order(bedside).sequence, 3U);
  EXPECT_EQ(bedside.core.submit(bedside.scene.request()).sequence, 5U);
  EXPECT_EQ(bedside.core.submit(decide::TickInput{}).sequence, 0U);
  EXPECT_EQ(bedside.core.record({}), 0U);
  EXPECT_EQ(bedside.core.record({decide::MessageRefused{"E", "1", "d", {}}}), 6U);
  EXPECT_EQ(bedside.core.look_with_sequence(
                [](const decide::State&, std::uint64_t sequence) { return sequence; }),
            6U);
}

TEST(Core, says_that_nothing_is_durable_once_the_journal_failed) {
  MemoryJournal journal;
  Bedside bedside(journal);
  journal.fail_after(1);
  EXPECT_EQ(bedside.run(bedside.scene.order()), "order_accepted");
  EXPECT_EQ(bedside.run(bedside.scene.request()), "store_failed");
  EXPECT_EQ(bedside.run(bedside.scene.request()), "store_failed");
  EXPECT_EQ(bedside.run(decide::TickInput{}), "nothing");  // nothing to be kept
  EXPECT_FALSE(bedside.core.wait_durable(4));
  EXPECT_TRUE(bedside.core.wait_durable(0));
}

TEST(Core, forgets_with_the_journal_what_was_not_durable) {
  MemoryJournal journal;
  {
    Bedside bedside(journal);
    EXPECT_EQ(bedside.run(bedside.scene.order()), "order_accepted");
    bedside.core.submit(bedside.scene.request());
    EXPECT_EQ(bedside.status(), "due");
  }
  journal.restart();
  Bedside again(journal);
  EXPECT_EQ(again.status(), "none");
  EXPECT_EQ(again.run(again.scene.order()), "I:order_already_taken");
}

// P2: whether a byte left is not known, so it is neither sent anew nor forgotten.
TEST(Core, a_restart_makes_what_was_being_sent_unknown_and_nothing_else) {
  MemoryJournal journal;
  std::string before;
  {
    Bedside bedside(journal);
    bedside.due("ORD1", "PUMP1");
    bedside.run(decide::DispatchInput{"EPOC-P000001", false});
    bedside.due("ORD2", "PUMP2");
    EXPECT_EQ(bedside.status("EPOC-P000001"), "sent");
    EXPECT_EQ(bedside.status("EPOC-P000002"), "due");
  }
  journal.restart();
  {
    Bedside again(journal);
    EXPECT_EQ(again.status("EPOC-P000001"), "unknown");
    EXPECT_EQ(again.status("EPOC-P000002"), "due");
    EXPECT_TRUE(again.kinds().ends_with("program_due dispatch_unknown ")) << again.kinds();
    again.run(decide::DispatchInput{"EPOC-P000002", false});
    again.run(decide::DispatchOutcomeInput{"EPOC-P000002", decide::DispatchFate::taken, {}});
    before = text_of(again.core);
  }
  journal.restart();
  Bedside third(journal);
  EXPECT_EQ(text_of(third.core), before);
  EXPECT_EQ(third.status("EPOC-P000002"), "taken");
}

// Once: the second restart finds it told.
TEST(Core, after_a_restart_who_waits_is_told_that_nobody_knows) {
  MemoryJournal journal;
  {
    Bedside bedside(journal);
    bedside.due();
    bedside.run(decide::DispatchInput{"EPOC-P000001", false});
  }
  for (const std::string expected : {"no pump_silent", ""}) {
    journal.restart();
    ManualClock clock;
    TablesHolder tables(bedside_tables());
    Core core(journal, clock, tables);
    std::string told;
    core.on_replies(
        [&told](const std::vector<decide::Reply>& replies, const decide::State&, Instant) {
          for (const decide::Reply& reply : replies) {
            told += reply.accepted ? "yes" : "no";
            for (const Fault& fault : reply.findings) told += " " + brief(fault);
          }
          return decide::Facts{};
        });
    EXPECT_TRUE(core.recover("OTHER"));
    EXPECT_EQ(told, expected);
    // What follows is behind it in the journal, and so it is durable with it.
    EXPECT_TRUE(
        core.wait_durable(core.record({decide::LibraryRefused{"l.json", {}, clock.now()}})));
  }
}

TEST(Core, serves_nothing_from_a_journal_that_it_does_not_understand) {
  MemoryJournal journal;
  const Instant now = decide::test::at_minute(0);
  journal.append({write_record(decide::JournalOpened{"EPOC"}), {"order_foreseen", "{\"v\":1}"}},
                 now);
  EXPECT_TRUE(journal.wait_durable(2));
  ManualClock clock;
  TablesHolder tables(bedside_tables());
  Core core(journal, clock, tables);
  const auto recovered = core.recover("OTHER");
  ASSERT_FALSE(recovered.has_value());
  EXPECT_EQ(brief(recovered.fault()), "configuration_wrong at journal record 2");
}

TEST(Core, records_replies_behind_their_cause_and_the_answer_last) {
  MemoryJournal journal;
  Bedside bedside(journal);
  std::vector<std::string> replied;
  bedside.core.on_replies(
      [&](const std::vector<decide::Reply>& replies, const decide::State& state, Instant) {
        for (const decide::Reply& reply : replies) replied.push_back(reply.to.control_id);
        EXPECT_NE(state.program("EPOC-P000001"), nullptr);
        return decide::Facts{decide::AnswerDue{"EPOC-R000001", "ehr", "RRG"}};
      });
  bedside.due();
  bedside.run(decide::DispatchInput{"EPOC-P000001", false});
  const std::vector<decide::Input> inputs{bedside.scene.answer("EPOC-P000001", true)};
  const std::size_t appends = journal.appends();
  const Core::Submission answered = bedside.core.submit(
      inputs, &key, [](const std::vector<decide::Decision>& decisions, const decide::State& state) {
        EXPECT_EQ(decisions.size(), 1U);
        EXPECT_NE(state.report("EPOC-R000001"), nullptr);
        return decide::Facts{decide::MessageAnswered{key.sender, key.control_id, key.digest, "AA"}};
      });
  EXPECT_EQ(replied, std::vector<std::string>{"Q1"});
  EXPECT_TRUE(bedside.kinds().ends_with("pump_programmed answer_due message_answered "));
  EXPECT_EQ(answered.sequence, journal.records().size());
  // No crash may keep the program and lose who must be told of it.
  EXPECT_EQ(journal.appends(), appends + 1);
}

TEST(Core, writes_what_a_restart_made_unknown_together_with_its_answer) {
  MemoryJournal journal;
  {
    Bedside bedside(journal);
    bedside.due();
    bedside.run(decide::DispatchInput{"EPOC-P000001", false});
  }
  journal.restart();
  ManualClock clock;
  TablesHolder tables(bedside_tables());
  Core core(journal, clock, tables);
  core.on_replies([](const std::vector<decide::Reply>&, const decide::State&, Instant) {
    return decide::Facts{decide::AnswerDue{"EPOC-R000001", "ehr", "RRG"}};
  });
  const std::size_t records = journal.records().size();
  const std::size_t appends = journal.appends();
  EXPECT_TRUE(core.recover("OTHER"));
  EXPECT_EQ(journal.records().size(), records + 2);
  EXPECT_EQ(journal.records().back().kind, "answer_due");
  EXPECT_EQ(journal.appends(), appends + 1);
}

TEST(Core, wakes_the_senders_for_work_and_for_nothing_else) {
  MemoryJournal journal;
  Bedside bedside(journal);
  int woken = 0;
  bedside.core.on_change([&woken] { ++woken; });
  bedside.run(bedside.scene.order());
  EXPECT_EQ(woken, 0);
  bedside.run(bedside.scene.request());
  EXPECT_EQ(woken, 1);
  bedside.run(decide::DispatchInput{"EPOC-P000001", false});
  EXPECT_EQ(woken, 1);
  bedside.run(decide::DispatchOutcomeInput{"EPOC-P000001", decide::DispatchFate::unreached, {}});
  EXPECT_EQ(woken, 2);
  bedside.core.record({decide::AnswerDue{"R1", "ehr", "m"}});
  EXPECT_EQ(woken, 3);
}

}  // namespace
}  // namespace bridge::engine
