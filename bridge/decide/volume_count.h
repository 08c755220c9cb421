// SPDX-License-Identifier: Apache-2.0
// The pump's cumulative count of one fluid, read as what was given from one event to the next.
#pragma once

#include <optional>

#include "base/rational.h"
#include "clinical/pump_event.h"

namespace bridge::decide {

// To be charted is the difference of the count since it was last looked at (ihe-pcd 6.2). It begins
// at 0 with an infusion (IHE PCD TF-2 table M.1.2.1-4); for a bolus it is the count of the fluid
// out of which it is given (note 1 there), so that the first one told is where the bolus began.
class VolumeCount {
 public:
  explicit VolumeCount(bool of_bolus);

  // In mL; nothing when this event does not tell it. A count that falls is a new one when a START
  // of the flow tells it (counters cleared, power off, another program); else it is none of ours.
  std::optional<Rational> since_before(const PumpEvent& event);
  // Given by the word of 157992, before the count shows it.
  void ahead(const Rational& ml);
  // Nothing that was counted up to here is still to be told.
  void begin_again();

 private:
  std::optional<Rational> count_;
  Rational ahead_;
};

// Clinician, patient or loading: given in front of the flow or out of it.
bool is_dose(PumpSource source);

}  // namespace bridge::decide
