// SPDX-License-Identifier: Apache-2.0
// Timestamp: an HL7 date and time as it was sent; becomes an Instant once its offset is known.
//
//   timestamp = YYYY [ MM [ DD [ HH [ MM [ SS [ "." S [ S [ S [ S ]]]]]]]]] [ ( "+" / "-" ) HHMM ]
//
// HL7 v2.9 2A.3.22 DTM, and the first component of TS before v2.6. The number of characters sent is
// the precision. What does not exist is refused (B90), second 60 is the next second (B93), 24:00 is
// refused. A tenth of a millisecond, the fourth S, is read and dropped.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "base/result.h"

namespace bridge::hl7 {

class Timestamp {
 public:
  // Fault timestamp_malformed, without a place.
  static Result<Timestamp> parse(std::string_view text);

  Precision precision() const { return precision_; }
  // Without an offset it is local time of somewhere; only the caller can know of where (MSH-7, or
  // the peer's time zone), so nothing is assumed here.
  bool has_offset() const { return offset_.has_value(); }
  std::optional<Instant> instant() const;
  // Date and time as written, counted as if they were UTC: what a SiteClock reads.
  std::int64_t wall_ms() const;
  // The sent offset when there is one, else the given one, in minutes east of UTC (at most 14
  // hours).
  Instant instant_at(std::int16_t default_offset_minutes) const;

 private:
  Timestamp() = default;
  std::optional<Instant> at(std::int16_t offset_minutes) const;

  // Year, month, day, hour, minute, second, millisecond; what was not sent is the first of its
  // kind.
  std::array<int, 7> parts_ = {1, 1, 1, 0, 0, 0, 0};
  Precision precision_ = Precision::year;
  std::optional<std::int16_t> offset_;
};

// As precise as the instant, in its offset: "20260302+0100", "20260302101500.250-0500". Reading it
// again gives the same instant and precision.
std::string timestamp_text(const Instant& instant);

}  // namespace bridge::hl7
