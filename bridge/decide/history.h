// SPDX-License-Identifier: Apache-2.0
// PatientHistory: what the bridge's own record says of one patient: ordered, running, given.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "clinical/infusion_order.h"
#include "clinical/infusion_program.h"
#include "library/drug_library.h"

namespace bridge::decide {

class State;

// What flows into the patient now, or is only paused.
struct RunningInfusion {
  std::string order;                       // key
  std::string pump;                        // key
  const library::Drug* drug = nullptr;     // null: the library does not know it
  InfusionOrder ordered;                   // as the order stands now
  std::optional<InfusionProgram> program;  // what the pump took last; none: programmed by hand
  std::optional<Rational> rate_ml_h;       // as the pump told last, else as programmed
  std::optional<DoseRate> dose_rate;       // likewise
  std::optional<Rational> remaining_ml;    // of the bag's volume to be infused
  std::optional<Measure> concentration;    // of what hangs there, as programmed, else as told
  Instant rate_since;
};

// One stretch of delivery. What a pump did not count is rate by time; `volume` is absent when there
// is no rate either.
struct GivenPart {
  const library::Drug* drug = nullptr;
  std::string order;  // key
  Instant start;
  Instant end;
  std::optional<Measure> volume;
  std::optional<Measure> concentration;
};

// Only what this bridge saw: what was given by hand, by mouth or elsewhere is not in it.
struct PatientHistory {
  std::vector<RunningInfusion> running;
  std::vector<GivenPart> given;
  std::vector<InfusionOrder> orders;  // oldest first; cancelled ones are left out

  const RunningInfusion* of_order(const std::string& order_key) const;
  const RunningInfusion* on_pump(const std::string& pump_key) const;
  const InfusionOrder* order(const std::string& order_key) const;
};

PatientHistory history_of(const State& state, const library::DrugLibrary& library,
                          const PatientId& patient, Instant now);

// Drugs that count together: one ingredient in both (D4, F2). A drug without a list is its own.
bool share_ingredient(const library::Drug& a, const library::Drug& b);
const library::Drug* drug_of(const InfusionOrder& order, const library::DrugLibrary& library);

}  // namespace bridge::decide
