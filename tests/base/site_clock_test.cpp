// SPDX-License-Identifier: Apache-2.0
// A time on the wall means one instant, none or two, on both halves of the earth and in any year.
#include "base/site_clock.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace bridge {
namespace {

std::int64_t ms_of(std::string_view text) { return Instant::parse_rfc3339(text)->unix_ms(); }

// "2026-03-08T02:30": as if it were UTC.
std::int64_t wall_ms(const std::string& text) { return ms_of(text + ":00Z"); }

std::string shown(const WallTime& wall) {
  switch (wall.kind) {
    case WallTime::Kind::once:
      EXPECT_EQ(wall.before, wall.after);
      return "once " + std::to_string(wall.before);
    case WallTime::Kind::skipped:
    case WallTime::Kind::repeated:
      break;
  }
  return (wall.kind == WallTime::Kind::skipped ? "skipped " : "repeated ") +
         std::to_string(wall.before) + " " + std::to_string(wall.after);
}

SiteClock with_changes(std::int16_t first,
                       const std::vector<std::pair<const char*, std::int16_t>>& changes) {
  std::vector<SiteClock::Change> all;
  all.reserve(changes.size());
  for (const auto& [at, offset] : changes) all.push_back({ms_of(at), offset});
  return {first, all, SiteClock::Beyond::stays};
}

// Two winters and two summers of Chicago; Lord Howe Island moves by half an hour, in the south, and
// from half an hour; Kolkata had a change long before 1970.
SiteClock chicago() {
  return with_changes(-360, {{"2026-03-08T08:00:00Z", -300},
                             {"2026-11-01T07:00:00Z", -360},
                             {"2027-03-14T08:00:00Z", -300},
                             {"2027-11-07T07:00:00Z", -360}});
}
SiteClock lord_howe() {
  return with_changes(660, {{"2026-04-04T15:00:00Z", 630}, {"2026-10-03T15:30:00Z", 660}});
}
SiteClock kolkata() {
  return with_changes(330, {{"1942-05-14T18:30:00Z", 390}, {"1945-10-14T17:30:00Z", 330}});
}

struct Row {
  const char* wall;
  const char* meaning;
};

void expect_rows(const SiteClock& clock, const std::vector<Row>& rows) {
  for (const Row& row : rows)
    EXPECT_EQ(shown(clock.read(wall_ms(row.wall))), row.meaning) << row.wall;
}

TEST(SiteClock, a_fixed_offset_has_every_time_once) {
  expect_rows(SiteClock(), {{"2026-03-08T02:30", "once 0"}});
  expect_rows(SiteClock(-360), {{"2026-03-08T02:30", "once -360"},
                                {"1900-01-01T00:00", "once -360"},
                                {"2400-02-29T23:59", "once -360"}});
  EXPECT_EQ(SiteClock(330).offset_at(Instant()), 330);
}

TEST(SiteClock, clocks_that_go_forward_skip_an_hour) {
  expect_rows(chicago(), {{"2026-03-08T01:59", "once -360"},
                          {"2026-03-08T02:00", "skipped -360 -300"},
                          {"2026-03-08T02:59", "skipped -360 -300"},
                          {"2026-03-08T03:00", "once -300"}});
  EXPECT_EQ(shown(chicago().read(wall_ms("2026-03-08T02:00") - 1)), "once -360");
  EXPECT_EQ(shown(chicago().read(wall_ms("2026-03-08T03:00") - 1)), "skipped -360 -300");
}

TEST(SiteClock, clocks_that_go_back_repeat_an_hour) {
  expect_rows(chicago(), {{"2026-11-01T00:59", "once -300"},
                          {"2026-11-01T01:00", "repeated -300 -360"},
                          {"2026-11-01T01:59", "repeated -300 -360"},
                          {"2026-11-01T02:00", "once -360"}});
  EXPECT_EQ(shown(chicago().read(wall_ms("2026-11-01T01:00") - 1)), "once -300");
  EXPECT_EQ(shown(chicago().read(wall_ms("2026-11-01T02:00") - 1)), "repeated -300 -360");
}

TEST(SiteClock, ordinary_times_have_the_offset_of_their_season) {
  expect_rows(chicago(), {{"2026-01-15T12:00", "once -360"},
                          {"2026-07-15T12:00", "once -300"},
                          {"2026-12-15T12:00", "once -360"},
                          {"2027-07-15T12:00", "once -300"},
                          {"2030-07-15T12:00", "once -360"},
                          {"1969-12-31T23:59", "once -360"}});
}

TEST(SiteClock, half_an_hour_in_the_southern_half) {
  expect_rows(lord_howe(), {{"2026-04-05T01:29", "once 660"},
                            {"2026-04-05T01:30", "repeated 660 630"},
                            {"2026-04-05T01:59", "repeated 660 630"},
                            {"2026-04-05T02:00", "once 630"},
                            {"2026-10-04T01:59", "once 630"},
                            {"2026-10-04T02:00", "skipped 630 660"},
                            {"2026-10-04T02:29", "skipped 630 660"},
                            {"2026-10-04T02:30", "once 660"}});
}

TEST(SiteClock, dates_before_1970) {
  expect_rows(kolkata(), {{"1942-05-14T23:59", "once 330"},
                          {"1942-05-15T00:30", "skipped 330 390"},
                          {"1945-10-14T23:30", "repeated 390 330"},
                          {"1950-01-01T12:00", "once 330"}});
  EXPECT_EQ(kolkata().offset_at(Instant::parse_rfc3339("1943-01-01T00:00:00Z").value()), 390);
}

TEST(SiteClock, an_instant_has_the_new_offset_from_the_change_on) {
  const Instant change = Instant::parse_rfc3339("2026-11-01T07:00:00Z").value();
  EXPECT_EQ(chicago().offset_at(change.plus_ms(-1)), -300);
  EXPECT_EQ(chicago().offset_at(change), -360);
}

// The two readings of a repeated time are the two instants that a wall clock shows it.
TEST(SiteClock, each_reading_of_a_repeated_time_is_shown_by_the_clock) {
  const std::int64_t wall = wall_ms("2026-11-01T01:30");
  const WallTime read = chicago().read(wall);
  for (const std::int16_t offset : {read.before, read.after}) {
    const Instant at = Instant::from_unix_ms(wall - offset * 60'000);
    EXPECT_EQ(chicago().offset_at(at), offset);
  }
  EXPECT_NE(read.before, read.after);
}

// A rule of 400 years, made by hand: forward on each 1 April at 01:00Z, back on each 1 October.
SiteClock by_rule() {
  std::vector<SiteClock::Change> changes;
  for (int year = 2000; year < 2401; ++year) {
    const std::string text = std::to_string(year);
    changes.push_back({ms_of(text + "-04-01T01:00:00Z"), 120});
    changes.push_back({ms_of(text + "-10-01T01:00:00Z"), 60});
  }
  return {60, changes, SiteClock::Beyond::repeats};
}

TEST(SiteClock, a_rule_goes_on_behind_its_table) {
  for (const char* year : {"2026", "2399", "2400", "2401", "2800", "5333", "9998"}) {
    const std::string text(year);
    EXPECT_EQ(shown(by_rule().read(wall_ms(text + "-04-01T02:30"))), "skipped 60 120") << year;
    EXPECT_EQ(shown(by_rule().read(wall_ms(text + "-10-01T02:30"))), "repeated 120 60") << year;
    EXPECT_EQ(shown(by_rule().read(wall_ms(text + "-07-01T00:00"))), "once 120") << year;
    EXPECT_EQ(shown(by_rule().read(wall_ms(text + "-12-31T23:59"))), "once 60") << year;
    EXPECT_EQ(by_rule().offset_at(*Instant::parse_rfc3339(text + "-07-01T00:00:00Z")), 120) << year;
  }
}

TEST(SiteClock, what_changes_nothing_is_no_change) {
  const SiteClock clock = with_changes(60, {{"2026-03-29T01:00:00Z", 60}});
  EXPECT_EQ(clock, SiteClock(60));
  EXPECT_EQ(shown(clock.read(wall_ms("2026-03-29T02:00"))), "once 60");
}

// Instant has no offset beyond 14 hours; a table that has one must not lead to it.
TEST(SiteClock, no_offset_is_beyond_fourteen_hours) {
  EXPECT_EQ(SiteClock(32'767), SiteClock(840));
  EXPECT_EQ(SiteClock(-956).offset_at(Instant()), -840);
  EXPECT_EQ(with_changes(0, {{"2026-03-29T01:00:00Z", 900}}),
            with_changes(0, {{"2026-03-29T01:00:00Z", 840}}));
}

TEST(SiteClockDeathTest, changes_out_of_order_are_our_mistake) {
  EXPECT_DEATH(with_changes(0, {{"2026-03-29T01:00:00Z", 60}, {"2026-03-29T01:00:00Z", 0}}), "");
}

}  // namespace
}  // namespace bridge
