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
  static Instant from_unix_ms(std::int64_t ms, std::int16_t offset_minutes = 0);
  // Proleptic Gregorian calendar; nullopt when the date or time does not exist. Second 60 is taken
  // as the next second (B93); 24:00 and later are refused.
  static std::optional<Instant> from_civil(int year, int month, int day, int hour, int minute,
                                           int second, int millisecond, std::int16_t offset_minutes,
                                           Precision precision);

  std::int64_t unix_ms() const { return unix_ms_; }
  std::int16_t offset_minutes() const { return offset_minutes_; }
  Precision precision() const { return precision_; }

  Instant plus_ms(std::int64_t ms) const;

  // HL7 DTM "20260302101500+0100" and FHIR dateTime "2026-03-02T10:15:00+01:00", both with seconds,
  // or milliseconds when the instant has them, in the offset it was sent with.
  std::string hl7() const;
  std::string fhir() const;
  // RFC 3339 in UTC with milliseconds, the form of journal and logs.
  std::string utc() const;
  // Reads what utc() and fhir() write.
  static Result<Instant> parse_rfc3339(std::string_view text);

  friend bool operator==(const Instant& a, const Instant& b) { return a.unix_ms_ == b.unix_ms_; }
  friend auto operator<=>(const Instant& a, const Instant& b) { return a.unix_ms_ <=> b.unix_ms_; }

 private:
  std::int64_t unix_ms_ = 0;
  std::int16_t offset_minutes_ = 0;
  Precision precision_ = Precision::millisecond;
};

}  // namespace bridge
