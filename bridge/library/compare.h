// SPDX-License-Identifier: Apache-2.0
// What a new release of a drug library changes: each figure, its direction and its exact percent.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "base/fault.h"
#include "library/load.h"

namespace bridge::library {

enum class Direction : std::uint8_t { added, removed, tightened, loosened, changed };
constexpr auto names_of(Direction) {
  return std::to_array<std::string_view>({"added", "removed", "tightened", "loosened", "changed"});
}

struct Difference {
  std::string care_area;  // empty: of the drug, or of the library
  std::string drug;       // empty: of the care area, or of the library
  std::string setup;      // "continuous, ug/kg/min, 400 mg in 250 mL"; empty: of no setup
  std::string what;       // "dose_rate hard_max"
  std::string before;     // "20 ug/kg/min"; empty when added
  std::string after;
  Direction direction = Direction::changed;
  std::string percent = {};      // exact: "+25" or "-100/3"; empty when there is none
  bool needs_committee = false;  // a hard maximum was raised or taken away
};

struct Comparison {
  std::vector<Difference> differences;  // library, care areas, drugs, then setups in file order
  // The new file does not continue the old one's history: other library, serial that does not grow,
  // another parent, a change log that lost or altered an entry.
  Faults history;
  bool committee_approves = false;  // an approver of the new file has that role

  bool needs_committee() const;
};

// Every member of the files is compared; one that has no direction is told as changed, in the words
// of its canonical form.
Comparison compare(const LoadedLibrary& before, const LoadedLibrary& after);

}  // namespace bridge::library
