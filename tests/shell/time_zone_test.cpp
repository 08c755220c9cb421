// SPDX-License-Identifier: Apache-2.0
// The zones of the database, each against the C library's own reading of the same files.
#include "shell/time_zone.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace bridge::shell {
namespace {

constexpr std::int64_t ms_per_minute = 60'000;
constexpr std::int64_t ms_per_hour = 60 * ms_per_minute;

std::int64_t ms_of(const std::string& text) { return Instant::parse_rfc3339(text)->unix_ms(); }

std::string shown(const WallTime& wall) {
  const char* const kind = wall.kind == WallTime::Kind::once      ? "once "
                           : wall.kind == WallTime::Kind::skipped ? "skipped "
                                                                  : "repeated ";
  return kind + std::to_string(wall.before) + " " + std::to_string(wall.after);
}

TEST(TimeZone, places_have_their_clock_changes) {
  struct Row {
    const char* zone;
    const char* wall;
    const char* meaning;
  };
  const std::vector<Row> rows = {
      {"America/Chicago", "2026-03-08T02:30", "skipped -360 -300"},
      {"America/Chicago", "2026-11-01T01:30", "repeated -300 -360"},
      {"America/Chicago", "2026-07-01T12:00", "once -300 -300"},
      {"America/Chicago", "1969-12-31T23:59", "once -360 -360"},
      {"Europe/Berlin", "2026-03-29T02:00", "skipped 60 120"},
      {"Europe/Berlin", "2026-10-25T02:59", "repeated 120 60"},
      {"Australia/Sydney", "2026-04-05T02:30", "repeated 660 600"},
      {"Australia/Sydney", "2026-10-04T02:30", "skipped 600 660"},
      {"Australia/Lord_Howe", "2026-10-04T02:15", "skipped 630 660"},
      {"Asia/Kathmandu", "2026-10-04T02:15", "once 345 345"},
      {"America/St_Johns", "2026-11-01T01:30", "repeated -150 -210"},
      {"Africa/Cairo", "2026-04-24T00:00", "skipped 120 180"},
      {"Asia/Tokyo", "9999-12-31T23:59", "once 540 540"},
      {"Etc/GMT+5", "2026-07-01T12:00", "once -300 -300"},
      {"UTC", "2026-07-01T12:00", "once 0 0"},
      // The rule of today: the second Sunday of March, the first of November.
      {"America/Chicago", "2400-03-12T02:30", "skipped -360 -300"},
      {"America/Chicago", "2400-11-05T01:30", "repeated -300 -360"},
      {"America/Chicago", "2400-07-01T12:00", "once -300 -300"},
      {"America/Chicago", "2826-03-08T02:30", "skipped -360 -300"},
      {"America/Chicago", "9226-11-01T01:30", "repeated -300 -360"},
      {"Australia/Sydney", "2426-04-05T02:30", "repeated 660 600"},
      // Before 1900 the offset of 1900: local mean time had seconds, and here more than 14 hours.
      {"Asia/Manila", "1840-01-01T00:00", "once 480 480"},
  };
  for (const Row& row : rows) {
    const auto clock = clock_of_zone(row.zone);
    ASSERT_TRUE(clock) << row.zone;
    EXPECT_EQ(shown(clock->read(ms_of(row.wall + std::string(":00Z")))), row.meaning)
        << row.zone << " " << row.wall;
  }
}

TEST(TimeZone, what_is_no_name_of_a_zone_is_none) {
  const std::vector<std::string> names = {"",
                                          "Mars/Olympus_Mons",
                                          "america/chicago",
                                          "America/Chicago ",
                                          "CST",
                                          "America",
                                          "America/",
                                          "localtime",
                                          "posixrules",
                                          "right/America/Chicago",
                                          "posix/America/Chicago",
                                          "/etc/localtime",
                                          "../UTC",
                                          "America/../UTC",
                                          "file:UTC",
                                          "libc:localtime",
                                          ":UTC",
                                          "Fixed/UTC+99:00:00",
                                          "+01:00",
                                          "CST6CDT,M3.2.0,M11.1.0",
                                          "UTC\n"};
  for (const std::string& name : names) EXPECT_FALSE(clock_of_zone(name)) << name;
  EXPECT_FALSE(clock_of_zone(std::string_view("UTC\0x", 5)));
}

// Every zone that a place on earth uses.
std::vector<std::string> zones_of_the_database() {
  std::ifstream in("/usr/share/zoneinfo/zone.tab");
  std::vector<std::string> zones;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with('#')) continue;
    std::istringstream columns(line);
    std::string country, coordinates, zone;
    columns >> country >> coordinates >> zone;
    zones.push_back(zone);
  }
  return zones;
}

// The C library reads the same files with other code.
class SystemZone {
 public:
  explicit SystemZone(const std::string& zone) {
    setenv("TZ", zone.c_str(), 1);
    tzset();
  }
  SystemZone(const SystemZone&) = delete;
  SystemZone& operator=(const SystemZone&) = delete;
  ~SystemZone() {
    unsetenv("TZ");
    tzset();
  }
  std::int16_t offset_at(std::int64_t ms) const {
    const std::time_t seconds = ms / 1000;
    std::tm broken{};
    localtime_r(&seconds, &broken);
    return static_cast<std::int16_t>(broken.tm_gmtoff / 60);
  }
};

// Both sides of a change: the last and the first moment of what it skips or repeats, and the ones
// beside them.
void expect_change(const SiteClock& clock, std::int64_t at_ms, std::int16_t before,
                   std::int16_t after, const std::string& zone) {
  const std::string where = zone + " " + Instant::from_unix_ms(at_ms).utc();
  EXPECT_EQ(clock.offset_at(Instant::from_unix_ms(at_ms - 1)), before) << where;
  EXPECT_EQ(clock.offset_at(Instant::from_unix_ms(at_ms)), after) << where;
  const std::int64_t least = at_ms + std::min(before, after) * ms_per_minute;
  const std::int64_t most = at_ms + std::max(before, after) * ms_per_minute;
  const WallTime change{before < after ? WallTime::Kind::skipped : WallTime::Kind::repeated, before,
                        after};
  EXPECT_EQ(clock.read(least), change) << where;
  EXPECT_EQ(clock.read(most - 1), change) << where;
  EXPECT_EQ(clock.read(least - 1), (WallTime{WallTime::Kind::once, before, before})) << where;
  EXPECT_EQ(clock.read(most), (WallTime{WallTime::Kind::once, after, after})) << where;
}

TEST(TimeZone, each_change_from_2020_to_2035_is_where_the_system_has_it) {
  const std::vector<std::string> zones = zones_of_the_database();
  ASSERT_GT(zones.size(), 400U);
  const std::int64_t end = ms_of("2036-01-01T00:00:00Z");
  int changes = 0;
  for (const std::string& zone : zones) {
    const auto clock = clock_of_zone(zone);
    ASSERT_TRUE(clock) << zone;
    const SystemZone system(zone);
    std::int16_t before = system.offset_at(ms_of("2020-01-01T00:00:00Z"));
    for (std::int64_t at = ms_of("2020-01-01T00:00:00Z"); at < end; at += 6 * ms_per_hour) {
      const std::int16_t after = system.offset_at(at);
      ASSERT_EQ(clock->offset_at(Instant::from_unix_ms(at)), after)
          << zone << " " << Instant::from_unix_ms(at).utc();
      if (after == before) continue;
      std::int64_t change = at - 6 * ms_per_hour;  // it lies behind this, on a whole minute
      while (system.offset_at(change) == before) change += ms_per_minute;
      expect_change(*clock, change, before, after, zone);
      before = after;
      ++changes;
    }
  }
  EXPECT_GT(changes, 4000);
}

}  // namespace
}  // namespace bridge::shell
