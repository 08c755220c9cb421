// SPDX-License-Identifier: Apache-2.0
#include "shell/time_zone.h"

#include <absl/time/time.h>

#include <string>
#include <vector>

namespace bridge::shell {
namespace {

// Before, towns had their own time, with seconds, and some an offset that none has today.
constexpr absl::CivilSecond first_moment(1900, 1, 1);

// The library ends a rule that goes on for ever after 400 years (cctz, ExtendTransitions), and a
// zone without one where its file ends, which is at latest in 2087.
constexpr absl::civil_year_t surely_a_rule = 2300;

bool is_zone_name(std::string_view name) {
  constexpr std::string_view allowed =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+/";
  return !name.empty() && name.front() >= 'A' && name.front() <= 'Z' &&
         name.find_first_not_of(allowed) == std::string_view::npos;
}

std::int16_t offset_minutes(const absl::TimeZone& zone, absl::Time at) {
  return static_cast<std::int16_t>(zone.At(at).offset / 60);
}

}  // namespace

std::optional<SiteClock> clock_of_zone(std::string_view name) {
  absl::TimeZone zone;
  if (!is_zone_name(name) || !absl::LoadTimeZone(std::string(name), &zone)) return std::nullopt;
  absl::Time at = zone.At(first_moment).pre;
  const std::int16_t first = offset_minutes(zone, at);
  std::vector<SiteClock::Change> changes;
  absl::civil_year_t last_year = 0;
  absl::TimeZone::CivilTransition change;
  while (zone.NextTransition(at, &change)) {
    // One of the two is a time that does not exist, or exists twice, because of this change.
    const bool forward = change.to > change.from;
    at = zone.At(forward ? change.from : change.to).trans;
    changes.push_back({absl::ToUnixMillis(at), offset_minutes(zone, at)});
    last_year = change.to.year();
  }
  const auto beyond =
      last_year > surely_a_rule ? SiteClock::Beyond::repeats : SiteClock::Beyond::stays;
  return SiteClock(first, changes, beyond);
}

}  // namespace bridge::shell
