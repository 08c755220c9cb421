// SPDX-License-Identifier: Apache-2.0
// DrugLibrary: the hospital's rules for infusing each drug in each care area; read-only once
// loaded.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/instant.h"
#include "base/named.h"
#include "clinical/identity.h"
#include "clinical/infusion_order.h"
#include "clinical/quantity.h"
#include "library/provenance.h"

namespace bridge::library {

enum class Status : std::uint8_t { draft, approved, released };
constexpr auto names_of(Status) {
  return std::to_array<std::string_view>({"draft", "approved", "released"});
}

// How a drug is infused under one setup.
enum class TherapyMode : std::uint8_t {
  continuous,    // a dose rate, or a rate, until the bag is empty or the order ends
  intermittent,  // a dose or volume over a time
  fluid,         // volume and rate only; no drug amount
};
constexpr auto names_of(TherapyMode) {
  return std::to_array<std::string_view>({"continuous", "intermittent", "fluid"});
}

enum class LimitedQuantity : std::uint8_t { dose_rate, dose, rate, volume, duration, weight };
constexpr auto names_of(LimitedQuantity) {
  return std::to_array<std::string_view>(
      {"dose_rate", "dose", "rate", "volume", "duration", "weight"});
}

// Each bound is inclusive: a value equal to it is inside. All bounds of one limit have its unit.
struct Limit {
  LimitedQuantity quantity = LimitedQuantity::dose_rate;
  Unit unit;
  std::optional<Decimal> hard_min;
  std::optional<Decimal> soft_min;
  std::optional<Decimal> soft_max;
  std::optional<Decimal> hard_max;
  std::string source;     // where the figure is from
  std::string rationale;  // why it stands
};

// `amount` of drug in `volume`, as prepared: 400 mg in 250 mL.
struct Concentration {
  Amount amount;
  Amount volume;
};

struct Setup {
  std::string care_area;
  std::string drug;
  TherapyMode mode = TherapyMode::continuous;
  std::vector<Concentration> concentrations;  // empty only for a fluid
  std::optional<Unit> dosing_unit;            // none for a fluid
  std::vector<Limit> limits;
  bool piggyback = false;  // may be given through a secondary line
};

struct DrugCode {
  std::string code;
  std::string system;  // as in CWE-3 or Coding.system, mapped to one spelling by the alias rows
};

struct Drug {
  std::string id;       // stable within the library: "dopamine"
  std::string display;  // tall-man: "DOPamine"
  std::vector<DrugCode> codes;
  std::vector<std::string> names;  // every text that may stand beside a code of this drug
  std::vector<Route> routes;       // permitted; every other route is refused
  bool high_alert = false;
};

struct CareArea {
  std::string id;
  std::string name;
  std::vector<std::string> locations;  // PV1-3.1 point of care
  Decimal min_weight_kg;               // outside: not plausible here
  Decimal max_weight_kg;
};

// Loading checks everything and lists all faults at once (library/load.h); lookups never guess.
class DrugLibrary {
 public:
  struct Parts {
    std::string id;
    std::string version;       // semantic: "1.4.0"
    std::uint64_t serial = 0;  // only ever grows
    Status status = Status::draft;
    bool for_clinical_use = false;
    std::string notice;  // what a person must know before using it
    Provenance provenance = {};
    Instant effective_from;
    std::optional<Instant> effective_until;
    std::string content_hash;  // SHA-256 of the canonical form, hexadecimal
    std::vector<CareArea> care_areas;
    std::vector<Drug> drugs;
    std::vector<Setup> setups;
  };
  explicit DrugLibrary(Parts parts);

  const Parts& parts() const { return parts_; }
  // "demonstration 2026.11.1 #7 sha256:1a2b3c4d": what a certificate and a decision quote; a
  // library that is not released says so at the end.
  const std::string& label() const { return label_; }
  bool effective_at(Instant now) const;

  // The drug whose code and system are exactly these; a code without system matches only when it is
  // unique over all systems. No free-text match (drug-library 2.2, B1).
  const Drug* drug_coded(std::string_view code, std::string_view system) const;
  const Drug* drug(std::string_view id) const;
  // True when `text` is one of the drug's names or its display; case and runs of blanks do not
  // count.
  bool named(const Drug& drug, std::string_view text) const;
  // The care area of a point of care; nullptr when none claims it.
  const CareArea* care_area_of(std::string_view point_of_care) const;
  const CareArea* care_area(std::string_view id) const;
  // All setups of this drug in this care area, in file order.
  std::vector<const Setup*> setups(std::string_view care_area_id, std::string_view drug_id) const;

 private:
  Parts parts_;
  std::string label_;
  std::unordered_map<std::string, std::vector<std::uint32_t>>
      drugs_by_code_;  // the code alone, and code with system
  std::unordered_map<std::string, std::uint32_t> drugs_by_id_;
  std::unordered_map<std::string, std::uint32_t> areas_by_location_;
  std::unordered_map<std::string, std::uint32_t> areas_by_id_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> setups_by_key_;  // area with drug
};

}  // namespace bridge::library
