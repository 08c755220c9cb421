// SPDX-License-Identifier: Apache-2.0
// PumpRegistry: every pump channel the hospital owns and what its model can deliver; read-only once
// loaded.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/fault.h"
#include "base/result.h"
#include "clinical/pump.h"
#include "library/drug_library.h"

namespace bridge::library {

// One identifier for both forms of OBX-18 (IHE PCD TF-2 3.3.4.4.9):
//   new         A0001^^6543210000000001^EUI-64   EI-1 the pump, EI-3 and EI-4 its maker
//   deprecated  ^^A0001^PUMPVENDOR               EI-3 the pump, EI-4 its maker's name
// EI-1 empty is what tells the deprecated form: it becomes A0001^PUMPVENDOR, the maker a namespace.
// In the new form the digits A-F of an EUI-64 become upper case, since they are a number in
// hexadecimal; no other text is touched. Everything else is left as it is, also when it is neither
// form.
EntityId normal_pump_id(const EntityId& sent);

class PumpRegistry {
 public:
  // mappings/README of the tables: mappings/library/README.md. All faults of both tables at once,
  // each configuration_wrong at "pumps.csv line 4, model".
  static Result<PumpRegistry, Faults> load(std::string_view models_csv, std::string_view pumps_csv);

  // The pump of this identifier, in either form: its number together with its maker, as universal
  // id or as name; when both are sent both must fit. The number alone is never enough (two makers
  // count alike): nullptr.
  const Pump* pump(const EntityId& sent) const;
  const PumpModel& model(const Pump& pump) const;  // a pump of this registry
  const std::vector<Pump>& pumps() const { return pumps_; }
  const std::vector<PumpModel>& models() const { return models_; }

  // A pump that is bound to a care area which the library does not have would refuse everything.
  Faults faults_against(const DrugLibrary& library) const;

 private:
  friend class PumpTables;
  PumpRegistry() = default;

  std::vector<PumpModel> models_;
  std::vector<Pump> pumps_;
  std::unordered_map<std::string, std::uint32_t> models_by_name_;
  std::unordered_map<std::string, std::uint32_t>
      pumps_by_key_;  // id with maker, by each of its names
};

}  // namespace bridge::library
