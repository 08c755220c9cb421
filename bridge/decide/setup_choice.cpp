// SPDX-License-Identifier: Apache-2.0
// Ranks the setups; the smallest rank wins, ties go to the first in the library.
#include "decide/setup_choice.h"

#include <tuple>

namespace bridge::decide {
namespace {

using library::Setup;
using library::TherapyMode;

bool doses_drug(const InfusionOrder& order) {
  return order.dose_rate && order.dose_rate->unit().dimension().volume == 0;
}

constexpr int does_not_fit = -1;

// How far the mode is from what the order's quantities suggest; `does_not_fit` when it cannot be.
int mode_rank(const InfusionOrder& order, bool has_concentration, const Setup& setup) {
  const TherapyMode mode = setup.mode;
  if (order.pca.has_value() != (mode == TherapyMode::pca)) return does_not_fit;
  if (order.pca) return 0;
  // Whether the drug may be given so at all is a finding of its own, not a lack of a setup.
  const bool bolus = order.control == OrderControl::child || !order.parent_order_number.empty();
  if (bolus) return setup.bolus ? 0 : 1;
  if (!order.steps.empty() || order.delivery_mode) {
    if (has_concentration && mode == TherapyMode::fluid) return does_not_fit;
    return setup.steps ? 0 : 1;
  }
  const bool fluid = mode == TherapyMode::fluid;
  const bool continuous = mode == TherapyMode::continuous;
  if (doses_drug(order)) {
    if (fluid || (!continuous && !order.duration)) return does_not_fit;
    return continuous == !(order.dose && order.duration) ? 0 : 1;
  }
  if (order.dose && order.duration) {
    // "150 mg over 10 min" is never a continuous infusion, unless a rate says so too.
    if (fluid || (continuous && !order.rate && !order.dose_rate)) return does_not_fit;
    return continuous ? 1 : 0;
  }
  if (order.dose && fluid) return does_not_fit;
  if (!has_concentration) return fluid ? 0 : continuous ? 1 : 2;
  if (fluid) return 2;
  return continuous == !order.duration ? 0 : 1;
}

int unit_rank(const InfusionOrder& order, const Setup& setup) {
  if (!setup.dosing_unit) return 0;
  Dimension dosing = setup.dosing_unit->dimension();
  if (order.dose_rate && setup.mode == TherapyMode::continuous) {
    return order.dose_rate->unit().dimension() == dosing ? 0 : 1;
  }
  if (order.dose && setup.mode == TherapyMode::intermittent) {
    dosing.time = 0;
    return order.dose->unit().dimension() == dosing ? 0 : 1;
  }
  return 0;
}

int concentration_rank(const std::optional<BagConcentration>& concentration, const Setup& setup) {
  if (!concentration) return 0;
  if (setup.concentrations.empty()) return 2;
  return library_concentration(setup, concentration->ratio) != nullptr ? 0 : 1;
}

int same_unit_rank(const InfusionOrder& order, const Setup& setup) {
  if (!setup.dosing_unit) return 1;
  const bool same = (order.dose_rate && order.dose_rate->unit() == *setup.dosing_unit) ||
                    (order.dose && order.dose->unit() == *setup.dosing_unit);
  return same ? 0 : 1;
}

}  // namespace

const Setup* chosen_setup(const InfusionOrder& order,
                          const std::optional<BagConcentration>& concentration,
                          const std::vector<const Setup*>& setups) {
  // Most drugs have one setup in an area, and ranks are for choosing.
  if (setups.size() == 1) {
    const bool fits = mode_rank(order, concentration.has_value(), *setups[0]) != does_not_fit;
    return fits ? setups[0] : nullptr;
  }
  using Rank = std::tuple<int, int, int, int>;
  const Setup* chosen = nullptr;
  Rank best;
  for (const Setup* setup : setups) {
    const int mode = mode_rank(order, concentration.has_value(), *setup);
    if (mode == does_not_fit) continue;
    const Rank rank{unit_rank(order, *setup), concentration_rank(concentration, *setup), mode,
                    same_unit_rank(order, *setup)};
    if (chosen != nullptr && !(rank < best)) continue;
    chosen = setup;
    best = rank;
  }
  return chosen;
}

std::string shape_text(const InfusionOrder& order) {
  if (order.dose && order.duration) return "a dose over a time";
  if (order.dose_rate) {
    return std::string("a dose rate in ").append(order.dose_rate->unit().screen_text());
  }
  if (order.rate) return "a rate";
  if (order.volume && order.duration) return "a volume over a time";
  return "no rate";
}

}  // namespace bridge::decide
