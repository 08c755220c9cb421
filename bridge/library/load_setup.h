// SPDX-License-Identifier: Apache-2.0
// Reading of one setup: its concentrations, its dosing unit and its limits, each checked against
// the others.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/decimal.h"
#include "base/named.h"
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

// A text that says something and holds no control character.
std::string read_filled(json::ObjectReader& reader, std::string_view key);

// An exact decimal that is not negative; the reading has the fault when there is none.
std::optional<Decimal> read_decimal(json::ObjectReader& reader, std::string_view key);

// The value of an enum; unlike one_of() it tells a fault from the first value.
template <Named E>
std::optional<E> read_choice(json::ObjectReader& reader, std::string_view key) {
  const json::Value* found = reader.value().find(key);
  const bool known =
      found != nullptr && found->is_string() && named<E>(found->as_string()).has_value();
  const E value = reader.one_of<E>(key);
  if (!known) return std::nullopt;
  return value;
}

}  // namespace bridge::library
