// SPDX-License-Identifier: Apache-2.0
// Checking: what one run of the checks has found out so far; each check reads and adds to it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "decide/concentration.h"
#include "decide/order_checks.h"
#include "decide/pump_capability.h"
#include "decide/quantities_agree.h"

namespace bridge::decide {

// A check that lacks its input because another check failed stays silent; that other one has
// spoken. Faults about a quantity stand at its field of the wire; the others at the field's name of
// InfusionOrder ("drug", "patient.location"), for which only translate/ knows the wire's path.
struct Checking {
  const InfusionOrder& order;
  const CheckContext& context;
  const Policy policy;
  CheckOutcome outcome;

  const library::DrugLibrary* library = nullptr;  // usable, or null
  const library::Drug* drug = nullptr;
  const Coding* drug_coding = nullptr;  // the coding that resolved: RXE-2, or the one additive's
  const library::CareArea* care_area = nullptr;
  std::vector<const library::Setup*> setups;  // of the drug in the care area
  const library::Setup* setup = nullptr;
  std::optional<BagConcentration> concentration;
  const library::Concentration* library_bag = nullptr;  // exactly the order's concentration
  std::optional<Quantities> quantities;
  std::optional<ShownRate> rate;

  void error(FaultCode code, std::string_view place, std::string detail = {}) {
    outcome.findings.push_back(Fault{code, std::string(place), std::move(detail)});
  }
  void warning(FaultCode code, std::string_view place, std::string detail = {}) {
    outcome.findings.push_back(
        Fault{code, std::string(place), std::move(detail), Severity::warning});
  }
  ProgramKind kind() const {
    return context.request != nullptr ? context.request->kind : ProgramKind::new_bag;
  }
};

// Identity and freshness: order_fitness.cpp
void library_is_usable(Checking& checking);
void scan_joins_this_order(Checking& checking);
void order_may_be_performed(Checking& checking);
void times_are_fit(Checking& checking);
void request_is_fresh(Checking& checking);

// Drug, place and way: therapy_checks.cpp
void drug_is_in_the_library(Checking& checking);
void drug_name_agrees(Checking& checking);
void care_area_has_the_drug(Checking& checking);
void route_is_permitted(Checking& checking);
void mode_is_supported(Checking& checking);
void piggyback_is_permitted(Checking& checking);
void unit_is_the_librarys(Checking& checking);
void concentration_is_the_librarys(Checking& checking);

// Numbers: quantity_checks.cpp
void no_quantity_is_zero(Checking& checking);
void body_is_known(Checking& checking);
void weight_is_plausible(Checking& checking);
void quantities_agree(Checking& checking);
void volume_is_given(Checking& checking);
void rate_is_given(Checking& checking);
void limits_are_kept(Checking& checking);
void pump_can_deliver(Checking& checking);

// The request against the order: scan_checks.cpp
void scan_repeats_the_order(Checking& checking);

// The last one makes the program when nothing failed: proposed_program.cpp
void program_can_be_written(Checking& checking);

// The rate that the programmed quantity makes, before rounding, in mL/h; nullopt when nothing makes
// one. A dose over a time, then a dose rate, then a rate, then a volume over a time.
std::optional<Rational> programmed_rate_ml_h(const Checking& checking);
bool programs_dose_over_time(const Checking& checking);
bool programs_dose_rate(const Checking& checking);
// True when the pump must be told the patient's weight, or surface.
bool counts_by(Body body, const Checking& checking);

}  // namespace bridge::decide
