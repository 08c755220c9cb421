// SPDX-License-Identifier: Apache-2.0
// SiteClock: what the clocks on the walls of one place show when, so that a date and time without
// offset becomes the one instant that it means, or is known to mean none or two.
#pragma once

#include <cstdint>
#include <vector>

#include "base/instant.h"

namespace bridge {

// What a date and time on the wall can mean.
struct WallTime {
  // `skipped`: the clocks went forward over it, no instant has it. `repeated`: they went back, and
  // two instants have it.
  enum class Kind : std::uint8_t { once, skipped, repeated };
  Kind kind = Kind::once;
  // Minutes east of UTC before and after that change; the same when there is none. With `before`, a
  // repeated time is its first occurrence, and a skipped one is what a clock shows that was not put
  // forward (RFC 5545 3.3.5 reads both so).
  std::int16_t before = 0;
  std::int16_t after = 0;

  friend bool operator==(const WallTime&, const WallTime&) = default;
};

// A value: nothing is looked up later, so that an answer depends on the clock alone.
class SiteClock {
 public:
  // From then on the clocks have this offset.
  struct Change {
    std::int64_t at_ms = 0;  // since 1970-01-01T00:00Z
    std::int16_t offset_minutes = 0;

    friend bool operator==(const Change&, const Change&) = default;
  };
  // What holds behind the last change. `repeats`: the rule of the last 400 years goes on, after
  // which the calendar repeats; the changes must cover that long.
  enum class Beyond : std::uint8_t { stays, repeats };

  SiteClock() = default;  // UTC
  // One offset all year. Offsets beyond 14 hours, which Instant does not have, become 14 hours.
  explicit SiteClock(std::int16_t offset_minutes);
  // `changes` in order of time; one that changes nothing is dropped.
  SiteClock(std::int16_t first_offset_minutes, const std::vector<Change>& changes, Beyond beyond);

  std::int16_t offset_at(const Instant& at) const;
  // `wall_ms`: the date and time as the wall shows it, counted as if it were UTC.
  WallTime read(std::int64_t wall_ms) const;

  friend bool operator==(const SiteClock&, const SiteClock&) = default;

 private:
  std::int64_t within(std::int64_t ms) const;
  std::size_t first_change_after(std::int64_t ms) const;
  std::int16_t offset_before(std::size_t change) const;

  std::int16_t first_offset_ = 0;
  std::vector<Change> changes_;
  Beyond beyond_ = Beyond::stays;
};

}  // namespace bridge
