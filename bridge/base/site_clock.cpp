// SPDX-License-Identifier: Apache-2.0
#include "base/site_clock.h"

#include <algorithm>

#include "base/assert.h"

namespace bridge {
namespace {

constexpr std::int64_t ms_per_minute = 60'000;
constexpr std::int64_t ms_per_day = 24 * 60 * ms_per_minute;
// 400 Gregorian years are a whole number of weeks, so dates, weekdays and with them the rules of
// clock changes repeat.
constexpr std::int64_t ms_per_cycle = 146'097 * ms_per_day;
constexpr std::int16_t max_offset = 14 * 60;

std::int16_t clamped(std::int16_t offset_minutes) {
  return std::clamp<std::int16_t>(offset_minutes, -max_offset, max_offset);
}

}  // namespace

SiteClock::SiteClock(std::int16_t offset_minutes) : first_offset_(clamped(offset_minutes)) {}

SiteClock::SiteClock(std::int16_t first_offset_minutes, const std::vector<Change>& changes,
                     Beyond beyond)
    : first_offset_(clamped(first_offset_minutes)), beyond_(beyond) {
  for (const Change& change : changes) {
    BRIDGE_ASSERT(changes_.empty() || changes_.back().at_ms < change.at_ms);
    const std::int16_t offset = clamped(change.offset_minutes);
    if (offset != offset_before(changes_.size())) changes_.push_back({change.at_ms, offset});
  }
}

// A time behind the table becomes the same time of a year within it.
std::int64_t SiteClock::within(std::int64_t ms) const {
  if (beyond_ == Beyond::stays || changes_.empty()) return ms;
  const std::int64_t last = changes_.back().at_ms - 2 * ms_per_day;  // a wall may be a day ahead
  if (ms <= last) return ms;
  return ms - (ms - last + ms_per_cycle - 1) / ms_per_cycle * ms_per_cycle;
}

std::size_t SiteClock::first_change_after(std::int64_t ms) const {
  const auto found =
      std::upper_bound(changes_.begin(), changes_.end(), ms,
                       [](std::int64_t at, const Change& each) { return at < each.at_ms; });
  return static_cast<std::size_t>(found - changes_.begin());
}

std::int16_t SiteClock::offset_before(std::size_t change) const {
  return change == 0 ? first_offset_ : changes_[change - 1].offset_minutes;
}

std::int16_t SiteClock::offset_at(const Instant& at) const {
  return offset_before(first_change_after(within(at.unix_ms())));
}

WallTime SiteClock::read(std::int64_t wall_ms) const {
  const std::int64_t wall = within(wall_ms);
  // Earlier changes lie behind every wall that shows this.
  std::size_t next = first_change_after(wall - max_offset * ms_per_minute - 1);
  std::int16_t offset = offset_before(next);
  for (; next < changes_.size(); ++next) {
    const Change& change = changes_[next];
    const auto [least, most] = std::minmax(offset, change.offset_minutes);
    if (wall < change.at_ms + least * ms_per_minute) break;
    if (wall < change.at_ms + most * ms_per_minute) {
      const bool forward = offset < change.offset_minutes;
      return {forward ? WallTime::Kind::skipped : WallTime::Kind::repeated, offset,
              change.offset_minutes};
    }
    offset = change.offset_minutes;
  }
  return {WallTime::Kind::once, offset, offset};
}

}  // namespace bridge
