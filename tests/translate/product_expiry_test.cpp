// SPDX-License-Identifier: Apache-2.0
#include "translate/product_expiry.h"

#include <gtest/gtest.h>

#include <string>

namespace bridge::translate {
namespace {

std::string expiry(std::string_view text, std::int16_t offset = 0) {
  const auto read = read_expiry(text, MessageClock::fixed(offset));
  if (read) return read->utc();
  return std::string(kind_of(read.fault().code).name);
}

// A label is good to the end of what it names.
TEST(ProductExpiry, IsTheEndOfTheMonthOrDayThatTheLabelNames) {
  EXPECT_EQ(expiry("202602"), "2026-03-01T00:00:00.000Z");
  EXPECT_EQ(expiry("202612"), "2027-01-01T00:00:00.000Z");
  EXPECT_EQ(expiry("202802"), "2028-03-01T00:00:00.000Z");  // 29 days
  EXPECT_EQ(expiry("20260228"), "2026-03-01T00:00:00.000Z");
  EXPECT_EQ(expiry("20260228", -360), "2026-03-01T06:00:00.000Z");
  EXPECT_EQ(expiry("202602", -360), "2026-03-01T06:00:00.000Z");
  EXPECT_EQ(expiry("20260228+0100", -360), "2026-02-28T23:00:00.000Z");
}

// Chicago on 8 March 2026: a day of 23 hours.
TEST(ProductExpiry, EndsWithTheDayOnTheWall) {
  const SiteClock chicago(-360, {{Instant::parse_rfc3339("2026-03-08T08:00:00Z")->unix_ms(), -300}},
                          SiteClock::Beyond::stays);
  const MessageClock clock = MessageClock::of(&chicago, std::nullopt, std::nullopt);
  const auto end_of = [&clock](std::string_view text) { return read_expiry(text, clock)->utc(); };
  EXPECT_EQ(end_of("20260307"), "2026-03-08T06:00:00.000Z");
  EXPECT_EQ(end_of("20260308"), "2026-03-09T05:00:00.000Z");
  EXPECT_EQ(end_of("202603"), "2026-04-01T05:00:00.000Z");
  EXPECT_EQ(end_of("20260308-0600"), "2026-03-09T06:00:00.000Z");
  EXPECT_EQ(end_of("202603081200"), "2026-03-08T17:00:00.000Z");
}

TEST(ProductExpiry, IsTheMomentItselfWhereTheLabelHasATime) {
  EXPECT_EQ(expiry("2026030214"), "2026-03-02T14:00:00.000Z");
  EXPECT_EQ(expiry("202603021430-0600"), "2026-03-02T20:30:00.000Z");
  EXPECT_EQ(expiry("2026-03-02T14:30:00-06:00", 60), "2026-03-02T20:30:00.000Z");
}

TEST(ProductExpiry, TakesTheDatesOfFhir) {
  EXPECT_EQ(expiry("2026-02"), "2026-03-01T00:00:00.000Z");
  EXPECT_EQ(expiry("2026-02-28"), "2026-03-01T00:00:00.000Z");
  EXPECT_EQ(expiry("2026-02-28", 60), "2026-02-28T23:00:00.000Z");
}

TEST(ProductExpiry, RefusesWhatIsNoDateOrOnlyAYear) {
  for (const char* text : {"2026", "2026-0600"}) {
    EXPECT_EQ(expiry(text), "timestamp_imprecise") << text;
  }
  for (const char* text : {"", "soon", "202613", "2026-13", "20260230", "2026-02-30", "202602-28",
                           "26-02", "02/2026", "2026-03-02T14", "2026-03-02T14:30:00", "999912"}) {
    EXPECT_EQ(expiry(text), "timestamp_malformed") << text;
  }
}

}  // namespace
}  // namespace bridge::translate
