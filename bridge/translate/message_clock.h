// SPDX-License-Identifier: Apache-2.0
// MessageClock: how the times of one message are read that say no offset from UTC.
//
// HL7 v2.9 2A.3.22 and MSH-7: such a time is local time of the sender, and an offset in MSH-7 is
// the default for the whole message. An offset is no time zone: MSH-7 of October says summer time,
// and a start in November is meant in winter time. So where MSH-7 has the offset that the site's
// clocks have at that moment, the site's clock is meant; any other offset is taken as it is said.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/fault.h"
#include "base/instant.h"
#include "base/site_clock.h"
#include "hl7/timestamp.h"

namespace bridge::translate {

// What depends on a time decides how one is taken that a clock change skips or repeats (B91).
enum class TimeUse : std::uint8_t {
  // Start or stop of an order: refused, with time_in_clock_change.
  planned,
  // When a person asked for a pump's program (ORC-9 of a scan): a repeated time is the occurrence
  // whose offset MSH-7 says, else the first one, so that no old scan can pass as a new one (B88).
  asked,
  // What has happened, and is never lost for the want of an offset: a repeated time is the
  // occurrence of MSH-7 itself, which is the one nearer to the receipt; else the first one.
  happened,
};

class MessageClock {
 public:
  MessageClock() = default;  // neither the message nor the site says an offset
  static MessageClock fixed(std::int16_t offset_minutes);
  // `site` must outlive the clock, and is null where none is configured. `msh7`: nothing when it
  // cannot be read. `received`: when the message came.
  static MessageClock of(const SiteClock* site, const std::optional<hl7::Timestamp>& msh7,
                         const std::optional<Instant>& received);

  // False: only the time itself can say its offset.
  bool known() const { return fixed_ || site_ != nullptr; }
  // MSH-7, when it can be placed in time.
  const std::optional<Instant>& sent_at() const { return sent_at_; }

  // A skipped time is read with the offset before the change, by a clock that nobody put forward
  // yet. For both kinds: fault time_in_clock_change at `place`, which refuses a planned time
  // (nothing comes back) and else is a warning that says which offset was taken. A clock that is
  // not known reads UTC.
  std::optional<Instant> read(const hl7::Timestamp& stamp, TimeUse use, const std::string& place,
                              Faults& faults) const;
  // The first moment that the stamp can mean, without a fault: for dates, and for comparing.
  Instant first_of(const hl7::Timestamp& stamp) const;

 private:
  WallTime wall_time(const hl7::Timestamp& stamp) const;
  std::int16_t offset_for(const WallTime& wall, TimeUse use) const;

  const SiteClock* site_ = nullptr;
  std::optional<std::int16_t> fixed_;
  std::optional<Instant> sent_at_;
  std::optional<std::int16_t> said_;   // by MSH-7
  std::optional<std::int16_t> found_;  // for an MSH-7 that says none
};

}  // namespace bridge::translate
