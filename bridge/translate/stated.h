// SPDX-License-Identifier: Apache-2.0
// What an order states, put into its slots: one value per slot, and a finding when two disagree.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "base/fault.h"
#include "clinical/infusion_order.h"
#include "clinical/screen.h"

namespace bridge::translate {

// A body measure of zero is implausible rather than zero, and is judged by decide/.
constexpr bool zero_is_a_fault(QuantityKind kind) {
  return kind != QuantityKind::body_weight && kind != QuantityKind::body_height &&
         kind != QuantityKind::body_surface;
}

// Faults: those of Quantity::make (B50, B65), quantity_zero (B66), quantities_disagree.
template <QuantityKind kind>
void state(std::optional<Quantity<kind>>& slot, Amount amount, Faults& faults) {
  auto made = Quantity<kind>::make(std::move(amount));
  if (!made) {
    faults.push_back(std::move(made).fault());
    return;
  }
  if (zero_is_a_fault(kind) && made->value().is_zero()) {
    faults.push_back({FaultCode::quantity_zero, made->from().field, {}});
    return;
  }
  if (!slot) {
    slot = *std::move(made);
  } else if (slot->exact() != made->exact()) {
    faults.push_back({FaultCode::quantities_disagree, made->from().field,
                      screen_text(slot->amount()) + " against " + screen_text(made->amount())});
  }
}

// B70: in pounds, or in nothing; what a weight must be in is worth saying. Of the faults from
// `first` on, which one weight made.
inline void name_weight_unit(Faults& faults, std::size_t first) {
  for (std::size_t at = first; at < faults.size(); ++at) {
    FaultCode& code = faults[at].code;
    const bool of_unit = code == FaultCode::unit_unknown || code == FaultCode::unit_missing ||
                         code == FaultCode::unit_not_of_infusion;
    if (of_unit) code = FaultCode::weight_unit;
  }
}

// A rate, a dose rate, a volume or a dose: the unit says which. Fault unit_wrong_kind.
void state_by_unit(InfusionOrder& order, Amount amount, Faults& faults);

// `amount` every `count` of `time` ("300 mL" and H1): a rate when the count is 1, else that amount
// over that duration. `time_from` is where count and unit stood.
void state_per_time(InfusionOrder& order, Amount amount, const Amount& time, Faults& faults);

// The earlier of the stop time and `start` + `duration`.
void limit_stop(InfusionOrder& order, const Duration& duration, Faults& faults);

// B89. `place` is that of the stop time.
void check_times(const InfusionOrder& order, std::string place, Faults& faults);

}  // namespace bridge::translate
