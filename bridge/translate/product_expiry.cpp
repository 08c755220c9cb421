// SPDX-License-Identifier: Apache-2.0
#include "translate/product_expiry.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/assert.h"
#include "hl7/timestamp.h"

namespace bridge::translate {
namespace {

constexpr std::int64_t ms_per_day = 86'400'000;

// The first day of the next month.
std::optional<Instant> next_month(const Instant& month) {
  const std::string date = month.hl7();  // YYYYMM...
  const auto number = [&date](std::size_t from, std::size_t count) {
    int value = 0;
    for (const char c : date.substr(from, count)) value = value * 10 + (c - '0');
    return value;
  };
  const bool december = number(4, 2) == 12;
  return Instant::from_civil(number(0, 4) + (december ? 1 : 0), december ? 1 : number(4, 2) + 1, 1,
                             0, 0, 0, 0, 0, Precision::day);
}

// A day on the wall, in the offset that the label says, or else by the clock: a day with a clock
// change has not 24 hours.
Instant start_of(const Instant& day, const hl7::Timestamp& label, const MessageClock& clock) {
  const auto stamp = hl7::Timestamp::parse(day.hl7().substr(0, 8));
  BRIDGE_ASSERT(stamp.has_value());
  const auto own = label.instant();
  return own ? stamp->instant_at(own->offset_minutes()) : clock.first_of(*stamp);
}

}  // namespace

Result<Instant> read_expiry(std::string_view text, const MessageClock& clock) {
  if (text.find('T') != std::string_view::npos) return Instant::parse_rfc3339(text);
  std::string digits(text);
  // A date of FHIR: its parts have fixed lengths and hyphens between them.
  const bool fhir_date = (text.size() == 7 || text.size() == 10) && text[4] == '-';
  if (fhir_date) {
    if (text.size() == 10 && text[7] != '-') return Fault{FaultCode::timestamp_malformed, {}, {}};
    digits.erase(std::remove(digits.begin(), digits.end(), '-'), digits.end());
  }
  const auto stamp = hl7::Timestamp::parse(digits);
  if (!stamp) return Fault{FaultCode::timestamp_malformed, {}, {}};
  const Instant wall = Instant::from_unix_ms(stamp->wall_ms());
  switch (stamp->precision()) {
    case Precision::year:
      return Fault{FaultCode::timestamp_imprecise, {}, {}};
    case Precision::month:
      if (const auto next = next_month(wall)) return start_of(*next, *stamp, clock);
      return Fault{FaultCode::timestamp_malformed, {}, {}};
    case Precision::day:
      return start_of(wall.plus_ms(ms_per_day), *stamp, clock);
    default:
      return clock.first_of(*stamp);
  }
}

}  // namespace bridge::translate
