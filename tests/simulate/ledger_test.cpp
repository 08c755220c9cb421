// SPDX-License-Identifier: Apache-2.0
// The ledger's lines: whole, counted, and there when write() returns.
#include "simulate/ledger.h"

#include <gtest/gtest.h>

#include <thread>

#include "site.h"

namespace bridge::simulate {
namespace {

TEST(Ledger, writes_one_line_of_json_for_each_call) {
  LedgerFile file("ledger-lines");
  file.ledger->write(Instant::from_unix_ms(1'772'445'600'000), "sent",
                     {{"text", "a \"b\"\n"}, {"number", std::int64_t{7}}, {"flag", true}});
  EXPECT_EQ(read_whole_file(file.path()),
            "{\"n\":1,\"at\":\"2026-03-02T10:00:00.000Z\",\"what\":\"sent\","
            "\"text\":\"a \\\"b\\\"\\n\",\"number\":7,\"flag\":true}\n");
}

TEST(Ledger, lines_of_many_threads_are_whole_and_counted) {
  LedgerFile file("ledger-threads");
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&file] {
      for (int i = 0; i < 50; ++i) file.ledger->write(Instant(), "line", {{"x", std::int64_t{i}}});
    });
  }
  for (std::thread& thread : threads) thread.join();
  const auto lines = file.lines("line");
  ASSERT_EQ(lines.size(), 200U);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    EXPECT_EQ(lines[i].find("n")->number_text(), std::to_string(i + 1));
  }
}

TEST(Ledger, appends_to_what_is_there) {
  LedgerFile file("ledger-append");
  file.ledger->write(Instant(), "first", {});
  auto again = Ledger::open(file.path());
  ASSERT_TRUE(again.has_value());
  (*again)->write(Instant(), "second", {});
  EXPECT_EQ(file.lines("first").size(), 1U);
  EXPECT_EQ(file.lines("second").size(), 1U);
}

TEST(Ledger, a_place_that_cannot_be_written_is_a_fault) {
  EXPECT_FALSE(Ledger::open("/nowhere/ledger").has_value());
  EXPECT_TRUE(Ledger::open("").has_value());
}

}  // namespace
}  // namespace bridge::simulate
