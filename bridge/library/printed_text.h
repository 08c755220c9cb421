// SPDX-License-Identifier: Apache-2.0
// What a drug's name prints: strengths ("400 mg in D5W 250 mL", "0.2 %") and words to compare.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clinical/quantity.h"

namespace bridge::library {

// A strength that stands in a name: amount by volume. Only units that people print are understood;
// a name that prints none, or in other words, has none.
struct PrintedStrength {
  Measure ratio;
  std::string words;  // "400 mg in 250 mL"
};
std::optional<PrintedStrength> printed_strength(std::string_view name);

// Letters in lower case and numbers, each a word; signs and blanks divide them: "KCl 20mEq/L" is
// kcl, 20, meq, l. A point between digits belongs to the number.
std::vector<std::string> words_in(std::string_view text);

// Letters to change, to add, to leave out or to swap with their neighbour to make one of the other.
std::size_t letters_between(std::string_view a, std::string_view b);

}  // namespace bridge::library
