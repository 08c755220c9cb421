// SPDX-License-Identifier: Apache-2.0
#include "translate/message_clock.h"

#include <cstdlib>

namespace bridge::translate {
namespace {

using Kind = WallTime::Kind;

bool is_one_of(const WallTime& wall, const std::optional<std::int16_t>& offset) {
  return offset == wall.before || offset == wall.after;
}

// "read with offset -0500"
std::string taken(std::int16_t offset_minutes) {
  const std::string text = Instant::from_unix_ms(0, offset_minutes).hl7();
  return "read with offset " + text.substr(text.find_first_of("+-"));
}

// A message is read when it comes, so of two occurrences the nearer one is the time it was sent.
std::int16_t nearer(const hl7::Timestamp& stamp, const WallTime& wall, const Instant& received) {
  const auto distance = [&](std::int16_t offset) {
    return std::abs(stamp.instant_at(offset).unix_ms() - received.unix_ms());
  };
  return distance(wall.after) < distance(wall.before) ? wall.after : wall.before;
}

}  // namespace

MessageClock MessageClock::fixed(std::int16_t offset_minutes) {
  MessageClock clock;
  clock.fixed_ = offset_minutes;
  return clock;
}

MessageClock MessageClock::of(const SiteClock* site, const std::optional<hl7::Timestamp>& msh7,
                              const std::optional<Instant>& received) {
  MessageClock clock;
  clock.site_ = site;
  if (!msh7) return clock;
  if (const auto sent = msh7->instant()) {
    clock.sent_at_ = sent;
    clock.said_ = sent->offset_minutes();
    if (site == nullptr || site->offset_at(*sent) != *clock.said_) clock.fixed_ = clock.said_;
  } else if (site != nullptr) {
    const WallTime wall = site->read(msh7->wall_ms());
    clock.found_ = received ? nearer(*msh7, wall, *received) : wall.before;
    clock.sent_at_ = msh7->instant_at(*clock.found_);
  }
  return clock;
}

WallTime MessageClock::wall_time(const hl7::Timestamp& stamp) const {
  const std::int16_t fixed = fixed_.value_or(0);
  if (fixed_ || site_ == nullptr || stamp.has_offset()) return {Kind::once, fixed, fixed};
  return site_->read(stamp.wall_ms());
}

std::int16_t MessageClock::offset_for(const WallTime& wall, TimeUse use) const {
  if (wall.kind != Kind::repeated) return wall.before;
  if (is_one_of(wall, said_)) return *said_;
  if (use == TimeUse::happened && is_one_of(wall, found_)) return *found_;
  return wall.before;
}

std::optional<Instant> MessageClock::read(const hl7::Timestamp& stamp, TimeUse use,
                                          const std::string& place, Faults& faults) const {
  const WallTime wall = wall_time(stamp);
  if (wall.kind != Kind::once && use == TimeUse::planned) {
    faults.push_back({FaultCode::time_in_clock_change, place, {}});
    return std::nullopt;
  }
  const std::int16_t offset = offset_for(wall, use);
  if (wall.kind != Kind::once) {
    faults.push_back({FaultCode::time_in_clock_change, place, taken(offset), Severity::warning});
  }
  return stamp.instant_at(offset);
}

Instant MessageClock::first_of(const hl7::Timestamp& stamp) const {
  return stamp.instant_at(wall_time(stamp).before);
}

}  // namespace bridge::translate
