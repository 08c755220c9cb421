// SPDX-License-Identifier: Apache-2.0
#include "hl7/timestamp.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace bridge::hl7 {
namespace {

TEST(Timestamp, each_precision_is_read_and_its_offset_kept) {
  struct Row {
    const char* text;
    Precision precision;
    const char* utc;
  };
  const std::vector<Row> rows = {
      {"2026+0000", Precision::year, "2026-01-01T00:00:00.000Z"},
      {"202603-0500", Precision::month, "2026-03-01T05:00:00.000Z"},
      {"20260302+0100", Precision::day, "2026-03-01T23:00:00.000Z"},
      {"2026030210+0100", Precision::hour, "2026-03-02T09:00:00.000Z"},
      {"202603021015+0100", Precision::minute, "2026-03-02T09:15:00.000Z"},
      {"20260302101530+0100", Precision::second, "2026-03-02T09:15:30.000Z"},
      {"20260302101530.2+0215", Precision::millisecond, "2026-03-02T08:00:30.200Z"},
      {"20260302101530.25+0000", Precision::millisecond, "2026-03-02T10:15:30.250Z"},
      {"20260302101530.250-0000", Precision::millisecond, "2026-03-02T10:15:30.250Z"},
      {"20260302101530.2509-1200", Precision::millisecond, "2026-03-02T22:15:30.250Z"},
      {"20240229+1400", Precision::day, "2024-02-28T10:00:00.000Z"},
      {"20261231235960+0000", Precision::second, "2027-01-01T00:00:00.000Z"},  // B93
      {"20260302101560+0000", Precision::second, "2026-03-02T10:16:00.000Z"},  // B93
  };
  for (const Row& row : rows) {
    const auto read = Timestamp::parse(row.text);
    ASSERT_TRUE(read.has_value()) << row.text;
    EXPECT_EQ(read->precision(), row.precision) << row.text;
    ASSERT_TRUE(read->has_offset()) << row.text;
    EXPECT_EQ(read->instant()->utc(), row.utc) << row.text;
    EXPECT_EQ(read->instant()->precision(), row.precision) << row.text;
    EXPECT_EQ(read->instant_at(777).utc(), row.utc) << row.text << ": its own offset counts";
  }
}

TEST(Timestamp, without_an_offset_there_is_no_instant_until_the_caller_knows_it) {
  const auto read = Timestamp::parse("20260302101500");
  ASSERT_TRUE(read.has_value());
  EXPECT_FALSE(read->has_offset());
  EXPECT_FALSE(read->instant().has_value());
  EXPECT_EQ(read->instant_at(60).utc(), "2026-03-02T09:15:00.000Z");
  EXPECT_EQ(read->instant_at(60).offset_minutes(), 60);
  EXPECT_EQ(read->instant_at(-300).utc(), "2026-03-02T15:15:00.000Z");
  EXPECT_EQ(Timestamp::parse("99991231235959")->instant_at(-300).precision(), Precision::second);
}

// B90.
TEST(Timestamp, what_does_not_exist_or_is_no_timestamp_is_refused) {
  const std::vector<std::string> rows = {
      "", "garbage", "2", "202", "20260", "2026030", "202603021", "20260302101", "2026030210153",
      "202603021015300", "0000", "20260001", "20261301", "20260300", "20260332", "20240230",
      "20230229", "21000229", "2026030224", "202603022400", "202603022500", "202603021060",
      "20260302101561", "20260302101530.", "20260302101530.12345", "20260302101530.1a",
      "202603021015.5", "20260302.5", "2026030210+", "2026030210+1", "2026030210+01",
      "2026030210+010", "2026030210+01000", "2026030210+0160", "2026030210+1401", "2026030210-1500",
      "2026030210+ab00", "2026030210+01:00", "+0100", "-0100", "2026-03-02", "2026-03-02T10:15:00Z",
      " 20260302", "20260302 ", "2026 302", "20260302101530Z", "20260302101530.+0100", "2026+01+01",
      "\"\"", "99991231235960+0000"};
  for (const std::string& text : rows) {
    const auto read = Timestamp::parse(text);
    ASSERT_FALSE(read.has_value()) << text;
    EXPECT_EQ(read.fault(), (Fault{FaultCode::timestamp_malformed, {}, {}})) << text;
  }
  EXPECT_FALSE(Timestamp::parse(std::string("2026\0", 5)).has_value());
}

TEST(TimestampText, is_as_precise_as_the_instant) {
  for (const std::string text :
       {"2026+0000", "202603-0500", "20260302+0100", "2026030210+0100", "202603021015+0100",
        "20260302101530+0100", "20260302101530.250+0215", "20260302101530.000-0330"}) {
    EXPECT_EQ(timestamp_text(*Timestamp::parse(text)->instant()), text);
  }
}

TEST(TimestampText, reading_it_gives_the_same_instant_and_precision) {
  std::mt19937 random(3);
  const auto pick = [&random](int low, int high) {
    return std::uniform_int_distribution<int>(low, high)(random);
  };
  for (int run = 0; run < 20'000; ++run) {
    const auto precision = static_cast<Precision>(pick(0, 6));
    const auto at_least = [precision](Precision p) { return precision >= p; };
    const auto instant = Instant::from_civil(
        pick(1, 9999), at_least(Precision::month) ? pick(1, 12) : 1,
        at_least(Precision::day) ? pick(1, 28) : 1, at_least(Precision::hour) ? pick(0, 23) : 0,
        at_least(Precision::minute) ? pick(0, 59) : 0,
        at_least(Precision::second) ? pick(0, 59) : 0,
        at_least(Precision::millisecond) ? pick(0, 999) : 0,
        static_cast<std::int16_t>(pick(-840, 840)), precision);
    ASSERT_TRUE(instant.has_value());
    const std::string text = timestamp_text(*instant);
    const auto read = Timestamp::parse(text);
    ASSERT_TRUE(read.has_value()) << text;
    ASSERT_EQ(*read->instant(), *instant) << text;
    ASSERT_EQ(read->precision(), precision) << text;
    ASSERT_EQ(read->instant()->offset_minutes(), instant->offset_minutes()) << text;
  }
}

}  // namespace
}  // namespace bridge::hl7
