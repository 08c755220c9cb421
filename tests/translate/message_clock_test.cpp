// SPDX-License-Identifier: Apache-2.0
// Row B91: what a time without offset means in a message, by MSH-7, the site and what it is for.
#include "translate/message_clock.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "translate/shipped_book.h"

namespace bridge::translate {
namespace {

std::int64_t ms_of(const char* text) { return Instant::parse_rfc3339(text)->unix_ms(); }

// Chicago in 2026: -06:00, from 8 March -05:00, from 1 November -06:00 again.
const SiteClock& chicago() {
  static const SiteClock clock(
      -360, {{ms_of("2026-03-08T08:00:00Z"), -300}, {ms_of("2026-11-01T07:00:00Z"), -360}},
      SiteClock::Beyond::stays);
  return clock;
}

std::optional<hl7::Timestamp> stamp(std::string_view text) {
  const auto read = hl7::Timestamp::parse(text);
  if (!read) return std::nullopt;
  return *read;
}

MessageClock clock_of(std::string_view msh7, const char* received = nullptr) {
  std::optional<Instant> at;
  if (received != nullptr) at = *Instant::parse_rfc3339(received);
  return MessageClock::of(&chicago(), stamp(msh7), at);
}

// "2026-11-01T01:30:00-05:00", then the fault.
std::string read(const MessageClock& clock, std::string_view text, TimeUse use) {
  Faults faults;
  const auto at = clock.read(*stamp(text), use, "TQ1-7", faults);
  std::string out = at ? at->fhir() : "nothing";
  for (const Fault& fault : faults) {
    EXPECT_EQ(fault.code, FaultCode::time_in_clock_change);
    EXPECT_EQ(fault.place, "TQ1-7");
    EXPECT_EQ(fault.severity == Severity::error, !at.has_value());
    out += at ? ", " + fault.detail : ", refused";
  }
  return out;
}

constexpr const char* skipped = "20260308023000";
constexpr const char* repeated = "20261101013000";

TEST(MessageClock, a_planned_time_in_a_clock_change_is_refused) {
  for (const char* msh7 : {"", "20260301100000", "20260301100000-0600", "20261101013500"}) {
    const MessageClock clock = clock_of(msh7);
    EXPECT_EQ(read(clock, skipped, TimeUse::planned), "nothing, refused") << msh7;
    EXPECT_EQ(read(clock, repeated, TimeUse::planned), "nothing, refused") << msh7;
    EXPECT_EQ(read(clock, "20260308020000", TimeUse::planned), "nothing, refused") << msh7;
    EXPECT_EQ(read(clock, "2026110101", TimeUse::planned), "nothing, refused") << msh7;
  }
}

TEST(MessageClock, beside_a_clock_change_every_time_is_taken) {
  const MessageClock clock = clock_of("20260301100000-0600");
  const std::vector<std::pair<const char*, const char*>> rows = {
      {"20260308015959", "2026-03-08T01:59:59-06:00"},
      {"20260308030000", "2026-03-08T03:00:00-05:00"},
      {"20261101005959", "2026-11-01T00:59:59-05:00"},
      {"20261101020000", "2026-11-01T02:00:00-06:00"}};
  for (const auto& [text, meaning] : rows) {
    EXPECT_EQ(read(clock, text, TimeUse::planned), meaning);
    EXPECT_EQ(read(clock, text, TimeUse::asked), meaning);
    EXPECT_EQ(read(clock, text, TimeUse::happened), meaning);
  }
}

TEST(MessageClock, a_time_with_offset_is_taken_in_a_clock_change_too) {
  const MessageClock clock = clock_of("20261101013500");
  for (const TimeUse use : {TimeUse::planned, TimeUse::asked, TimeUse::happened}) {
    EXPECT_EQ(read(clock, "20261101013000-0600", use), "2026-11-01T01:30:00-06:00");
    EXPECT_EQ(read(clock, "20261101013000-0500", use), "2026-11-01T01:30:00-05:00");
    EXPECT_EQ(read(clock, "20260308023000-0600", use), "2026-03-08T02:30:00-06:00");
  }
}

// MSH-7 of October says summer time; a start in November is meant in winter time.
TEST(MessageClock, an_offset_of_the_site_in_the_header_means_the_clocks_of_the_site) {
  const MessageClock clock = clock_of("20261031100000-0500");
  EXPECT_EQ(read(clock, "20261102080000", TimeUse::planned), "2026-11-02T08:00:00-06:00");
  EXPECT_EQ(read(clock, "20261031120000", TimeUse::planned), "2026-10-31T12:00:00-05:00");
}

TEST(MessageClock, another_offset_in_the_header_is_that_of_the_whole_message) {
  for (const char* msh7 : {"20261031150000+0000", "20261031090000-0600"}) {
    const MessageClock clock = clock_of(msh7);
    const std::string offset = msh7[15] == '0' && msh7[16] == '0' ? "Z" : "-06:00";
    EXPECT_EQ(read(clock, "20261102080000", TimeUse::planned), "2026-11-02T08:00:00" + offset);
    EXPECT_EQ(read(clock, repeated, TimeUse::planned), "2026-11-01T01:30:00" + offset);
    EXPECT_EQ(read(clock, skipped, TimeUse::planned), "2026-03-08T02:30:00" + offset);
  }
}

TEST(MessageClock, what_happened_in_a_repeated_hour_is_of_the_headers_occurrence) {
  struct Row {
    const char* msh7;
    const char* received;
    const char* meaning;
  };
  const std::vector<Row> rows = {
      {"20261101013500-0500", nullptr, "2026-11-01T01:30:00-05:00, read with offset -0500"},
      {"20261101013500-0600", nullptr, "2026-11-01T01:30:00-06:00, read with offset -0600"},
      {"20261101023500-0600", nullptr, "2026-11-01T01:30:00-06:00, read with offset -0600"},
      {"20261101013500", "2026-11-01T06:35:01Z",
       "2026-11-01T01:30:00-05:00, read with offset -0500"},
      {"20261101013500", "2026-11-01T07:35:01Z",
       "2026-11-01T01:30:00-06:00, read with offset -0600"},
      {"20261101021000", "2026-11-01T08:10:01Z",
       "2026-11-01T01:30:00-06:00, read with offset -0600"},
      {"20261101005500", "2026-11-01T05:55:01Z",
       "2026-11-01T01:30:00-05:00, read with offset -0500"},
      {"20261101013500", nullptr, "2026-11-01T01:30:00-05:00, read with offset -0500"},
      {"", nullptr, "2026-11-01T01:30:00-05:00, read with offset -0500"}};
  for (const Row& row : rows) {
    EXPECT_EQ(read(clock_of(row.msh7, row.received), repeated, TimeUse::happened), row.meaning)
        << row.msh7;
  }
}

// 01:30 asked at the second 01:31 may be an hour old: only the sender's word makes it a new one.
TEST(MessageClock, what_was_asked_in_a_repeated_hour_is_the_first_unless_the_header_says_so) {
  EXPECT_EQ(read(clock_of("20261101013100", "2026-11-01T07:31:00Z"), repeated, TimeUse::asked),
            "2026-11-01T01:30:00-05:00, read with offset -0500");
  EXPECT_EQ(read(clock_of("20261101013100-0600", "2026-11-01T07:31:00Z"), repeated, TimeUse::asked),
            "2026-11-01T01:30:00-06:00, read with offset -0600");
}

// Half past two does not exist; a clock that shows it was not put forward.
TEST(MessageClock, what_happened_in_a_skipped_hour_is_of_a_clock_before_the_change) {
  for (const char* msh7 : {"", "20260308023100", "20260308033100", "20260308033100-0500"}) {
    for (const TimeUse use : {TimeUse::asked, TimeUse::happened}) {
      EXPECT_EQ(read(clock_of(msh7, "2026-03-08T08:31:00Z"), skipped, use),
                "2026-03-08T02:30:00-06:00, read with offset -0600")
          << msh7;
    }
  }
}

TEST(MessageClock, the_header_itself_is_placed_by_the_site) {
  EXPECT_EQ(clock_of("20260701100000").sent_at()->fhir(), "2026-07-01T10:00:00-05:00");
  EXPECT_EQ(clock_of("20260701100000+0000").sent_at()->fhir(), "2026-07-01T10:00:00Z");
  EXPECT_EQ(clock_of(skipped).sent_at()->fhir(), "2026-03-08T02:30:00-06:00");
  EXPECT_EQ(clock_of("").sent_at(), std::nullopt);
}

TEST(MessageClock, without_a_site_only_an_offset_places_a_time) {
  const MessageClock nothing = MessageClock::of(nullptr, stamp("20260701100000"), std::nullopt);
  EXPECT_FALSE(nothing.known());
  EXPECT_EQ(nothing.sent_at(), std::nullopt);
  const MessageClock said = MessageClock::of(nullptr, stamp("20260701100000-0500"), std::nullopt);
  EXPECT_TRUE(said.known());
  EXPECT_EQ(read(said, repeated, TimeUse::planned), "2026-11-01T01:30:00-05:00");
}

// The places where nobody is told.
TEST(MessageClock, the_first_moment_of_a_day_is_the_one_on_the_wall) {
  const SiteClock cairo(120, {{ms_of("2026-04-23T22:00:00Z"), 180}}, SiteClock::Beyond::stays);
  const MessageClock clock = MessageClock::of(&cairo, std::nullopt, std::nullopt);
  EXPECT_EQ(clock.first_of(*stamp("20260424")).utc(), "2026-04-23T22:00:00.000Z");
  EXPECT_EQ(clock.first_of(*stamp("20260425")).utc(), "2026-04-24T21:00:00.000Z");
  EXPECT_EQ(clock_of("").first_of(*stamp(repeated)).utc(), "2026-11-01T06:30:00.000Z");
}

}  // namespace
}  // namespace bridge::translate
