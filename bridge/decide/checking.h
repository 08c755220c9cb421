// SPDX-License-Identifier: Apache-2.0
// Checking: what one run of the checks has found out so far; each check reads and adds to it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "decide/concentration.h"
#include "decide/history.h"
#include "decide/order_checks.h"
#include "decide/pump_capability.h"
#include "decide/quantities_agree.h"

namespace bridge::decide {

// What one step makes of pump and bag.
struct StepRun {
  std::optional<ShownRate> rate;  // none of a delay
  Measure volume;                 // nothing of a delay
  Measure time;
};

// An order of ramp and taper on its way to steps (taper_expansion.cpp).
struct Taper {
  const InfusionOrder& as_sent;
  InfusionOrder expanded = {};            // the order of the run; its steps are written once
  std::vector<Rational> rates_ml_h = {};  // the exact one of each step
  std::vector<CertificateStep> account = {};
};

// A check that lacks its input because another check failed stays silent; that other one has
// spoken. Faults about a quantity stand at its field of the wire; the others at the field's name of
// InfusionOrder ("drug", "patient.location"), for which only translate/ knows the wire's path.
struct Checking {
  const InfusionOrder& order;
  const CheckContext& context;
  const Policy& policy;
  CheckOutcome outcome;
  // One step of several, or all of them together, is looked at like an order of its own.
  enum class Part : std::uint8_t { whole, step } part = Part::whole;

  const library::DrugLibrary* library = nullptr;  // usable, or null
  const library::Drug* drug = nullptr;
  const Coding* drug_coding = nullptr;  // the coding that resolved: RXE-2, or the one additive's
  const library::CareArea* care_area = nullptr;
  std::vector<const library::Setup*> setups;  // of the drug in the care area
  const library::Setup* setup = nullptr;
  std::optional<BagConcentration> concentration;
  const library::Concentration* library_bag = nullptr;  // exactly the order's concentration
  std::optional<Quantities> quantities;  // from quantities_agree on, whatever the order states
  std::optional<ShownRate> rate;
  std::vector<StepRun> step_runs;        // one for each step, when all of them are well formed
  std::vector<CertificateStep> account;  // limits that were held against more than one rate
  Taper* taper = nullptr;                // of an order of ramp and taper alone

  void error(FaultCode code, std::string_view place, std::string detail = {}) {
    outcome.findings.push_back(Fault{code, std::string(place), std::move(detail)});
  }
  void warning(FaultCode code, std::string_view place, std::string detail = {}) {
    outcome.findings.push_back(
        Fault{code, std::string(place), std::move(detail), Severity::warning});
  }
  // What a person may release by name: the order is taken and held.
  void soft(FaultCode code, std::string_view place, std::string detail = {}) {
    outcome.held_by_soft_limit = true;
    warning(code, place, std::move(detail));
    outcome.holds.push_back(outcome.findings.back());
  }
  // A child order is a bolus whatever else the scan calls it.
  bool is_bolus() const {
    return order.control == OrderControl::child || !order.parent_order_number.empty() ||
           (context.request != nullptr && context.request->kind == ProgramKind::bolus);
  }
  ProgramKind kind() const {
    if (is_bolus()) return ProgramKind::bolus;
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
void additives_keep_limits(Checking& checking);

// Numbers: quantity_checks.cpp
void no_quantity_is_zero(Checking& checking);
void body_is_known(Checking& checking);
void weight_is_plausible(Checking& checking);
void surface_is_plausible(Checking& checking);
void bag_holds_the_volume(Checking& checking);
void quantities_agree(Checking& checking);
void volume_is_given(Checking& checking);
void rate_is_given(Checking& checking);
void limits_are_kept(Checking& checking);
void pump_can_deliver(Checking& checking);

// Ways beyond one rate: pca_checks.cpp, bolus_checks.cpp, taper_expansion.cpp, step_checks.cpp,
// titration_checks.cpp
void patient_doses_are_complete(Checking& checking);
void patient_doses_keep_limits(Checking& checking);
void loading_dose_is_permitted(Checking& checking);
void bolus_fits_what_runs(Checking& checking);
void bolus_keeps_limits(Checking& checking);
void taper_becomes_steps(Checking& checking);
void steps_are_permitted(Checking& checking);
void steps_are_well_formed(Checking& checking);
void steps_keep_limits(Checking& checking);
void titration_is_bounded(Checking& checking);
void rate_change_is_a_step(Checking& checking);

// Who, where and with what: context_checks.cpp
void age_fits_the_care_area(Checking& checking);
void order_is_verified(Checking& checking);
void two_persons_are_there(Checking& checking);
void patient_has_no_allergy(Checking& checking);
void diluent_is_permitted(Checking& checking);
void product_is_not_expired(Checking& checking);
void line_needs_are_told(Checking& checking);

// What the bridge's own record says: window_checks.cpp, history_checks.cpp
void windows_are_kept(Checking& checking);
void dose_is_like_before(Checking& checking);
void nothing_runs_twice(Checking& checking);
void drugs_may_meet(Checking& checking);

// The pump as it is, and what its model can do: pump_checks.cpp
void patient_is_identified(Checking& checking);
void pump_is_ready(Checking& checking);
void pump_may_be_used(Checking& checking);

// The request against the order: scan_checks.cpp
void scan_repeats_the_order(Checking& checking);

// The last one makes the program when nothing failed: proposed_program.cpp
void program_can_be_written(Checking& checking);

// The rate that the programmed quantity makes, before rounding, in mL/h; nullopt when nothing makes
// one. A dose over a time, then a dose rate, then a rate, then a volume over a time.
std::optional<Rational> programmed_rate_ml_h(const Checking& checking);
bool programs_dose_over_time(const Checking& checking);
bool programs_dose_rate(const Checking& checking);
// A patient-controlled order with a rate of its own; one of zero is none.
bool has_basal(const InfusionOrder& order);
// One dose out of the bag, whole or per body, in mL; nullopt without a concentration.
std::optional<Measure> volume_of_dose(const Checking& checking, const Measure& dose);
// Holds a value against one limit and reports it; `place` is where the value stands, `of` says what
// it is when that is not plain: "step 2".
void hold_against(Checking& checking, const library::Limit& limit, const Measure& value,
                  std::string_view place, std::string_view of = {});
// A dose per kg or m2 as the whole dose of this patient; nullopt without weight or surface.
std::optional<Measure> whole_dose(const Checking& checking, const Measure& dose);
// True when the pump must be told the patient's weight, or surface: the order doses by it, the
// library does, or a limit that one of the order's quantities meets counts by it.
bool counts_by(Body body, const Checking& checking);

}  // namespace bridge::decide
