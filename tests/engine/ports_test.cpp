// SPDX-License-Identifier: Apache-2.0
// The test forms of the ports keep the ports' contracts, or tests that stand on them prove nothing.
#include <gtest/gtest.h>

#include "support/manual_clock.h"
#include "support/memory_journal.h"
#include "support/scripted_link.h"

namespace bridge::engine {
namespace {

std::string kept(MemoryJournal& journal, std::uint64_t first = 1) {
  std::string text;
  Chain chain;
  EXPECT_TRUE(journal.replay(first, [&](const Record& record) -> Result<Done> {
    if (first == 1) {
      EXPECT_TRUE(chain.check(record));
    }
    text += std::to_string(record.sequence) + record.kind + " ";
    return Done{};
  }));
  return text;
}

TEST(MemoryJournal, keeps_what_was_waited_for_and_what_came_before) {
  MemoryJournal journal;
  const Instant at = Instant::from_unix_ms(1);
  EXPECT_EQ(journal.append({{"a", ""}, {"b", ""}}, at), 2U);
  EXPECT_EQ(kept(journal), "");
  EXPECT_EQ(journal.append({{"c", ""}}, at), 3U);
  EXPECT_TRUE(journal.wait_durable(2));
  EXPECT_EQ(kept(journal), "1a 2b 3c ");
  EXPECT_EQ(kept(journal, 3), "3c ");
}

TEST(MemoryJournal, fails_for_ever_and_forgets_what_was_not_durable_at_a_restart) {
  MemoryJournal journal;
  const Instant at = Instant::from_unix_ms(1);
  journal.fail_after(1);
  EXPECT_TRUE(journal.wait_durable(journal.append({{"a", ""}}, at)));
  EXPECT_FALSE(journal.wait_durable(journal.append({{"b", ""}}, at)));
  EXPECT_FALSE(journal.wait_durable(journal.append({{"c", ""}}, at)));
  EXPECT_TRUE(journal.wait_durable(1));
  journal.restart();
  EXPECT_TRUE(journal.wait_durable(journal.append({{"d", ""}}, at)));
  EXPECT_EQ(kept(journal), "1a 2d ");
}

TEST(ScriptedLink, follows_its_script_and_is_unreached_behind_it) {
  ScriptedLink link;
  link.then_unreached().then_unknown().then_answer("yes");
  EXPECT_EQ(link.exchange("1", 0).fate, Link::Fate::unreached);
  EXPECT_EQ(link.exchange("2", 0).fate, Link::Fate::unknown);
  EXPECT_EQ(link.exchange("3", 0).answer, "yes");
  EXPECT_EQ(link.exchange("4", 0).fate, Link::Fate::unreached);
  EXPECT_EQ(link.asked(), (std::vector<std::string>{"1", "2", "3", "4"}));
}

TEST(ManualClock, stands_still_until_it_is_moved) {
  ManualClock clock;
  EXPECT_EQ(clock.now().utc(), "2026-03-02T12:00:00.000Z");
  clock.advance_ms(1500);
  EXPECT_EQ(clock.now().utc(), "2026-03-02T12:00:01.500Z");
}

}  // namespace
}  // namespace bridge::engine
