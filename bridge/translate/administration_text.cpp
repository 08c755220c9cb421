// SPDX-License-Identifier: Apache-2.0
#include "translate/administration_text.h"

#include "base/assert.h"
#include "clinical/screen.h"

namespace bridge::translate {
namespace {

const DeliverySegment* segment_before(const Administration& administration, Instant at) {
  const DeliverySegment* found = nullptr;
  for (const DeliverySegment& segment : administration.segments) {
    if (segment.start < at && !segment.kvo && !segment.bolus) found = &segment;
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

constexpr const char* not_told = ", volume not told by the pump";

std::string given(std::string words, const AdministrationRecord& record) {
  if (!record.volume) return words + not_told;
  words.append(", ").append(screen_text(record.volume->amount())).append(" given");
  if (!record.volume_in_all || record.volume_in_all->exact() == record.volume->exact()) {
    return words;
  }
  return words + ", " + screen_text(record.volume_in_all->amount()) + " in all";
}

std::string dose(std::string words, std::string_view gap, const Administration& administration,
                 const AdministrationRecord& record) {
  if (!record.volume) return words + not_told;
  const std::string amount = dose_text(administration, *record.volume);
  words.append(gap).append(amount).append(amount.empty() ? "" : ", ");
  return words + screen_text(record.volume->amount());
}

}  // namespace

std::string dose_text(const Administration& administration, const Volume& volume) {
  const auto& strength = administration.strength;
  const auto& bag = administration.strength_volume;
  if (!strength || !bag || bag->value().is_zero()) return {};
  const Measure amount = volume.exact() * (strength->exact() / bag->exact());
  return screen_text(amount.in(strength->unit()), strength->unit());
}

// A bolus under its own order is the whole administration; any other one came out of this infusion.
std::string record_text(const Administration& administration, const AdministrationRecord& record) {
  const bool of_bolus = !administration.parent_order_number.empty();
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
      return of_bolus ? dose("Bolus stopped early", ", ", administration, record)
                      : given("Stopped", record);
    case RecordKind::not_given:
      return "Not given";
    case RecordKind::bolus_start:
      return with("Bolus started", rates(record, nullptr));
    case RecordKind::bolus:
      return dose("Bolus", " ", administration, record) +
             (of_bolus ? "" : ", out of this infusion, which goes on");
    case RecordKind::patient_dose:
      return dose("Patient's dose", " ", administration, record);
    case RecordKind::keep_open:
      return given(with("Keep vein open", rates(record, nullptr)), record);
  }
  BRIDGE_ASSERT(false);
}

}  // namespace bridge::translate
