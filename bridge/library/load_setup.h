// SPDX-License-Identifier: Apache-2.0
// Reading of one setup: its concentrations, its dosing unit and its limits, each checked against
// the others.
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "json/reading.h"
#include "library/drug_library.h"

namespace bridge::library {

class SetupReader {
 public:
  // `parts.care_areas` and `parts.drugs` are complete; `parts` outlives the reader.
  explicit SetupReader(DrugLibrary::Parts& parts);
  // Appends one setup to `parts.setups`; with a fault in the reading it may be partial and is never
  // used.
  void read(json::ObjectReader& reader);

 private:
  DrugLibrary::Parts& parts_;
  std::unordered_set<std::string> areas_;
  std::unordered_set<std::string> drugs_;
  std::unordered_map<std::string, std::vector<std::size_t>> setups_;  // of one area and drug
};

}  // namespace bridge::library
