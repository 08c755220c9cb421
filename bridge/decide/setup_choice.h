// SPDX-License-Identifier: Apache-2.0
// Which of a drug's setups an order means: by mode, dosing unit and concentration.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "decide/concentration.h"
#include "library/drug_library.h"

namespace bridge::decide {

// nullptr when no setup has a mode that this order can be given in. Among those that have one, in
// this order: the dosing unit measures what the order doses; the concentration is one of the
// setup's; the mode is the one that the order's quantities suggest first; the dosing unit is the
// order's own; the one first in the library. A drug setup stands before a fluid setup of the same
// drug whenever the order tells a concentration, so that a bag with drug never passes as plain
// fluid.
const library::Setup* chosen_setup(const InfusionOrder& order,
                                   const std::optional<BagConcentration>& concentration,
                                   const std::vector<const library::Setup*>& setups);

// "a dose over a time": for the person who reads that no setup fits.
std::string shape_text(const InfusionOrder& order);

}  // namespace bridge::decide
