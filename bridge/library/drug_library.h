// SPDX-License-Identifier: Apache-2.0
// DrugLibrary: the hospital's rules for infusing each drug in each care area; read-only once
// loaded.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
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
  pca,           // doses at the patient's own request, with or without a basal rate
};
constexpr auto names_of(TherapyMode) {
  return std::to_array<std::string_view>({"continuous", "intermittent", "fluid", "pca"});
}

enum class LimitedQuantity : std::uint8_t {
  dose_rate,
  dose,
  rate,
  volume,
  duration,
  weight,
  demand_dose,   // PCA: one dose at the patient's request
  lockout,       // PCA: least time between two of them
  loading_dose,  // before the rest
  bolus_dose,    // CH: clinician dose out of what runs
  bolus_rate,    // the flow of a bolus
  accumulated,   // all of the drug within the limit's window; of a PCA, the most it could give
};
constexpr auto names_of(LimitedQuantity) {
  return std::to_array<std::string_view>({"dose_rate", "dose", "rate", "volume", "duration",
                                          "weight", "demand_dose", "lockout", "loading_dose",
                                          "bolus_dose", "bolus_rate", "accumulated"});
}

// Over which time doses add up.
struct Window {
  Rational hours;         // zero with `lifetime`
  bool lifetime = false;  // all that the patient ever had of it
};

// Each bound is inclusive: a value equal to it is inside. All bounds of one limit have its unit.
struct Limit {
  LimitedQuantity quantity = LimitedQuantity::dose_rate;
  Unit unit;
  std::optional<Window> window;  // of `accumulated` only
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

// Several steps in one program (IHE PCD TF-2 3.3.4.4.10.3): immunoglobulin, infliximab, cyclic
// parenteral nutrition. Each step's values are held against the setup's limits too.
struct StepPlan {
  std::uint32_t max_steps = 0;
  bool gated = true;         // each step after the first waits for a person's confirmation
  bool may_increase = true;  // a step may run faster than the one before it
  std::optional<Decimal> max_step_factor;  // a step's rate over that of the one before
};

// How an order of ramp and taper, which states volume and time alone, becomes steps: up to the
// plateau, the rest of the time on it, and down again. Needs a StepPlan, which its steps keep.
struct TaperPart {
  std::optional<Decimal> minutes;  // none in exactly one part: the rest of the order's time
  Decimal percent;                 // of the plateau's rate; of the rest 100
};
struct TaperSchedule {
  std::vector<TaperPart> parts;  // in the order of their running
  std::string source;
  std::string rationale;
};

// What a nurse may change without a new order; an order may ask for less, never for more.
struct TitrationRule {
  std::optional<Amount> max_increment;  // in the dosing unit
  std::optional<Amount> min_interval;   // a duration
  bool order_must_state_bounds = true;  // increment, interval, maximum and objective (D8)
};

struct Setup {
  std::string care_area;
  std::string drug;
  TherapyMode mode = TherapyMode::continuous;
  std::vector<Concentration> concentrations;  // empty only for a fluid
  std::optional<Unit> dosing_unit;            // none for a fluid
  std::vector<Limit> limits;
  bool piggyback = false;              // may be given through a secondary line
  bool bolus = false;                  // a bolus out of the running infusion is possible (9039)
  bool loading = false;                // may begin with a loading dose (9042)
  std::optional<StepPlan> steps;       // none: no multistep program of this drug (9043)
  std::optional<TaperSchedule> taper;  // none: an order of ramp and taper is refused
  std::optional<TitrationRule> titration;
  std::optional<Decimal> single_step_factor;  // new rate over old rate, and old over new (D7)
  std::vector<std::string> diluents;  // ids of fluids; empty: whatever the concentration says
};

// What the line must have; the bridge cannot see it, so it tells the nurse (E3, E6).
enum class LineNeed : std::uint8_t { central_line, filter, light_protection, dehp_free, own_line };
constexpr auto names_of(LineNeed) {
  return std::to_array<std::string_view>(
      {"central_line", "filter", "light_protection", "dehp_free", "own_line"});
}

enum class TherapyClass : std::uint8_t {
  antibiotic,
  antiviral,
  antifungal,
  chemotherapy,
  monoclonal_antibody,
  analgesia,
  sedation,
  vasoactive,
  antiarrhythmic,
  anticoagulant,
  insulin,
  electrolyte,
  hydration,
  parenteral_nutrition,
  immunoglobulin,
  clotting_factor,
  iron,
  blood_product,
  stem_cells,
  regional_anesthesia,
  intrathecal_therapy,
  obstetric,
  diuretic,
  other,
};
constexpr auto names_of(TherapyClass) {
  return std::to_array<std::string_view>({"antibiotic",
                                          "antiviral",
                                          "antifungal",
                                          "chemotherapy",
                                          "monoclonal_antibody",
                                          "analgesia",
                                          "sedation",
                                          "vasoactive",
                                          "antiarrhythmic",
                                          "anticoagulant",
                                          "insulin",
                                          "electrolyte",
                                          "hydration",
                                          "parenteral_nutrition",
                                          "immunoglobulin",
                                          "clotting_factor",
                                          "iron",
                                          "blood_product",
                                          "stem_cells",
                                          "regional_anesthesia",
                                          "intrathecal_therapy",
                                          "obstetric",
                                          "diuretic",
                                          "other"});
}

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
  TherapyClass therapy = TherapyClass::other;
  bool double_check = false;           // two different persons before it is programmed (F5)
  bool cannot_be_interrupted = false;  // no piggyback over it (9030)
  bool needs_verification = false;     // a pharmacist other than the prescriber verified the order
  std::vector<LineNeed> line_needs;
  std::vector<std::string> ingredients;  // what counts together in windows and duplicates (D4, F2)
  std::vector<std::string> allergy_classes;  // codes as AL1-3 or AllergyIntolerance send them (F1)
  std::optional<Decimal> mg_per_mmol;        // mass and amount of substance convert by this only
  std::optional<Decimal> meq_per_mmol;       // and equivalents by this only
  std::optional<Limit> lifetime;             // quantity accumulated, window lifetime (D5)
};

struct CareArea {
  std::string id;
  std::string name;
  std::vector<std::string> locations;  // PV1-3.1 point of care
  Decimal min_weight_kg;               // outside: not plausible here
  Decimal max_weight_kg;
  std::optional<Decimal> min_age_years;  // inclusive; from the date of birth (A8)
  std::optional<Decimal> max_age_years;  // exclusive
};

// Two drugs that must not meet in one line (F3). A pair without a row is "no data", never
// "compatible".
enum class Compatibility : std::uint8_t { compatible, incompatible, variable };
constexpr auto names_of(Compatibility) {
  return std::to_array<std::string_view>({"compatible", "incompatible", "variable"});
}
struct CompatibilityRow {
  std::string drug;
  std::string other;
  Compatibility verdict = Compatibility::incompatible;
  std::string source;
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
    std::vector<CompatibilityRow> compatibility;
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
  // Whether a drug of the library is of that class of allergies.
  bool knows_allergy_class(std::string_view code) const;
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
  std::unordered_set<std::string> allergy_classes_;
  std::unordered_map<std::string, std::uint32_t> drugs_by_id_;
  std::unordered_map<std::string, std::uint32_t> areas_by_location_;
  std::unordered_map<std::string, std::uint32_t> areas_by_id_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> setups_by_key_;  // area with drug
};

}  // namespace bridge::library
