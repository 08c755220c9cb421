// SPDX-License-Identifier: Apache-2.0
#include "translate/administration_text.h"

#include "base/assert.h"
#include "clinical/screen.h"

namespace bridge::translate {
namespace {

const DeliverySegment* segment_before(const Administration& administration, Instant at) {
  const DeliverySegment* found = nullptr;
  for (const DeliverySegment& segment : administration.segments) {
    if (segment.start < at) found = &segment;
  }
  return found;
}

// "31.9 to 38.3 mL/hour", with both units where they differ.
template <QuantityKind kind>
std::string change(const std::optional<Quantity<kind>>& from,
                   const std::optional<Quantity<kind>>& to) {
  if (!to) return {};
  const std::string after = screen_text(to->amount());
  if (!from) return after;
  const bool same_unit = from->unit() == to->unit();
  return (same_unit ? screen_number(from->value()) : screen_text(from->amount())) + " to " + after;
}

std::string rates(const AdministrationRecord& record, const DeliverySegment* before) {
  std::string text = change(before == nullptr ? std::nullopt : before->rate, record.rate);
  const std::string dose =
      change(before == nullptr ? std::nullopt : before->dose_rate, record.dose_rate);
  if (dose.empty()) return text;
  return text.empty() ? dose : text + " (" + dose + ')';
}

std::string with(std::string words, const std::string& more) {
  return more.empty() ? words : words + ' ' + more;
}

std::string given(std::string words, const AdministrationRecord& record) {
  if (!record.volume_total) return words;
  return words + ", " + screen_text(record.volume_total->amount()) + " given";
}

}  // namespace

std::string record_text(const Administration& administration, const AdministrationRecord& record) {
  switch (record.kind) {
    case RecordKind::new_bag:
      return with("New bag", rates(record, nullptr));
    case RecordKind::rate_change:
      return with("Rate change", rates(record, segment_before(administration, record.at)));
    case RecordKind::restart:
      return with("Restart", rates(record, nullptr));
    case RecordKind::pause:
      return given("Pause", record);
    case RecordKind::complete:
      return given("Complete", record);
    case RecordKind::stopped:
      return given("Stopped", record);
    case RecordKind::not_given:
      return "Not given";
  }
  BRIDGE_ASSERT(false);
}

}  // namespace bridge::translate
