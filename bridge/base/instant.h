// SPDX-License-Identifier: Apache-2.0
// Instant: a point in time with the offset and the precision it was sent with.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace bridge {

enum class Precision : std::uint8_t { year, month, day, hour, minute, second, millisecond };

// Milliseconds since 1970-01-01T00:00:00Z, plus what the sender wrote: its offset in minutes and
// how precise it was. Order and equality look at the point in time alone.
class Instant {
 public:
  Instant() = default;
  // Stops at the ends of the years 0001 and 9999, and at an offset of 14 hours.
  static Instant from_unix_ms(std::int64_t ms, std::int16_t offset_minutes = 0);
  // Proleptic Gregorian calendar; nullopt when the date or time does not exist. Second 60 is taken
  // as the next second (B93); 24:00 and later are refused, as are offsets beyond 14 hours and years
  // outside of 1 to 9999.
  static std::optional<Instant> from_civil(int year, int month, int day, int hour, int minute,
                                           int second, int millisecond, std::int16_t offset_minutes,
                                           Precision precision);

  std::int64_t unix_ms() const { return unix_ms_; }
  std::int16_t offset_minutes() const { return offset_minutes_; }
  Precision precision() const { return precision_; }

  // Keeps offset and precision; stops at the ends of the years 0001 and 9999.
  Instant plus_ms(std::int64_t ms) const;
  Instant with_precision(Precision precision) const;

  // HL7 DTM "20260302101500+0100" and FHIR dateTime "2026-03-02T10:15:00+01:00", both with seconds,
  // or milliseconds when those are not zero, in the offset it was sent with. FHIR has Z for offset
  // 0.
  std::string hl7() const;
  std::string fhir() const;
  // RFC 3339 in UTC with milliseconds, the form of journal and logs. (An instant whose year has
  // four digits only in its own offset, or only in UTC, is written there by all three.)
  std::string utc() const;
  // Reads what utc() and fhir() write; timestamp_malformed otherwise. A fraction of a second may
  // have 1 to 9 digits; what is finer than a millisecond is cut off.
  static Result<Instant> parse_rfc3339(std::string_view text);

  friend bool operator==(const Instant& a, const Instant& b) { return a.unix_ms_ == b.unix_ms_; }
  friend auto operator<=>(const Instant& a, const Instant& b) { return a.unix_ms_ <=> b.unix_ms_; }

 private:
  std::int64_t unix_ms_ = 0;
  std::int16_t offset_minutes_ = 0;
  Precision precision_ = Precision::millisecond;
};

}  // namespace bridge
