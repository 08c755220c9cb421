// SPDX-License-Identifier: Apache-2.0
#include "decide/volume_count.h"

namespace bridge::decide {

VolumeCount::VolumeCount(bool of_bolus) {
  if (!of_bolus) count_ = Rational();
}

std::optional<Rational> VolumeCount::since_before(const PumpEvent& event) {
  if (!event.volume_total) return std::nullopt;
  const Rational told = event.volume_total->exact().in_base_units;
  if (!count_) {
    count_ = told;
    return std::nullopt;
  }
  if (told < *count_) {
    if (event.kind != PumpEventKind::delivery_start || is_dose(event.source)) return std::nullopt;
    count_ = told;
    ahead_ = Rational();
    return Rational();
  }
  const Rational more = told - *count_ - ahead_;
  count_ = told;
  ahead_ = more.is_negative() ? Rational() - more : Rational();
  return more.is_negative() ? Rational() : more;
}

void VolumeCount::ahead(const Rational& ml) { ahead_ = ahead_ + ml; }
void VolumeCount::begin_again() { ahead_ = Rational(); }

// An intermittent dose is what its program is about; these come in front of it or out of it.
bool is_dose(PumpSource source) {
  return source == PumpSource::pca || source == PumpSource::loading ||
         source == PumpSource::clinician;
}

}  // namespace bridge::decide
