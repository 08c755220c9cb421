// SPDX-License-Identifier: Apache-2.0
// Mutant: an order that is wrong by one quantity, as a slip of a finger or of a unit makes it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "clinical/infusion_order.h"

namespace bridge::mutation {

struct Mutant {
  std::string field;  // "dose_rate", "pca.lockout", "steps.rate"
  std::string slip;   // "x10", "unit mg/h"
  Amount before;
  std::optional<Amount> after;  // none: the reader takes no such value (below zero)
  InfusionOrder order;
};

// Each quantity of the order multiplied by 0, -1, 0.1, 10, 24, 60 and 1000, and in every other unit
// of its kind that a person could take it for: of another size, of another time, with or without
// "per kg".
std::vector<Mutant> mutants_of(const InfusionOrder& order);

}  // namespace bridge::mutation
