// SPDX-License-Identifier: Apache-2.0
// Drug, bag and way where they are told in an unusual form, and which setup such an order means.
#include "decide/check_case.h"
#include "decide/setup_choice.h"

namespace bridge::decide {
namespace {

using test::Case;
using test::expect_table;

TEST(Drug, MayBeToldByItsAdditivesAlone) {
  expect_table(R"(
# twice the same drug is one drug: 200 + 200 mg in 250 mL
icu dopamine | 10 ug/kg/min, 85 kg, no code, base 250 mL, additive of dopamine 200 mg, \
    additive of dopamine 200 mg -> shows 31.875 mL/h
# an additive that no library has tells none; one without a code neither
icu dopamine | 10 ug/kg/min, 85 kg, no code, base 250 mL, additive of unheard 400 mg -> drug_unknown
icu dopamine | 10 ug/kg/min, 85 kg, no code, base 250 mL, additive 400 mg -> drug_missing
icu dopamine | 10 ug/kg/min, 85 kg, base 250 mL, additive of dopamine 400 mg, \
    additive of dopamine 5 [iU] -> concentration_missing
)");
  Case nameless("icu dopamine | 10 ug/kg/min, 85 kg, no code, base 250 mL, additive 400 mg");
  nameless.order.components[1].code = Coding{"", "dopamine", ""};
  EXPECT_EQ(test::rendered(nameless.outcome()), "drug_missing");
  nameless.order.drug.code = "mix-7";
  EXPECT_EQ(test::rendered(nameless.outcome()), "drug_unknown");
  Case misnamed("icu dopamine | 10 ug/kg/min, 85 kg, no code, base 250 mL, additive 400 mg");
  misnamed.order.components[1].code = Coding{"dopamine-1", "heparin", "local"};
  const Faults findings = misnamed.outcome().findings;
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].code, FaultCode::drug_name_disagrees);
  EXPECT_EQ(findings[0].place, "components");
}

// K9: what else is in a fluid.
TEST(Fluid, WhatIsAddedIsLookedUp) {
  expect_table(R"(
# a fluid with another fluid in it: no limits of its own, and yet no entry has the mixture
ward ringer | 125 mL/h, 1000 mL, base 1000 mL, additive of saline 100 mL \
    -> W:additive_not_in_entry held shows 125 mL/h
# the fluid itself, told as an additive
ward saline | 125 mL/h, 1000 mL, base 500 mL, additive of saline 500 mL -> shows 125 mL/h
# how much of it is not said: the mixture is refused all the same
nicu nutrition | 4 mL/h, 100 mL, 1 kg, base 100 mL, additive of zinc 10 mL -> additive_not_in_entry
# limits of other kinds than a dose rate are not held: oxytocin has none here, amiodarone one
icu nutrition | 100 mL/h, 1000 mL, base 1000 mL, additive of ketamine 10 mg -> additive_not_in_entry
)");
  Case nameless("ward saline | 125 mL/h, 1000 mL, base 1000 mL, additive 5 mg");
  nameless.order.components[1].code = Coding{"", "salt", ""};
  EXPECT_EQ(test::rendered(nameless.outcome()), "W:drug_unknown held shows 125 mL/h");
}

// A drug that nothing says is dangerous, and yet one setup limits it.
TEST(Fluid, ADrugWithASetupOfItsOwnIsNeverAddedUnseen) {
  auto parts = test::example_parts();
  for (library::Drug& drug : parts.drugs) {
    if (drug.id == "magnesium") drug.high_alert = false;
    if (drug.id == "ringer") drug.high_alert = false;
    if (drug.id == "doxorubicin") drug.high_alert = false;  // it has a limit of a lifetime
  }
  const library::DrugLibrary library(std::move(parts));
  for (const char* added : {"magnesium 1 g", "doxorubicin 10 mg", "ringer 10 mL"}) {
    Case one("ward saline | 125 mL/h, 1000 mL, base 1000 mL, additive of " + std::string(added));
    one.context.library = &library;
    EXPECT_EQ(test::rendered(one.outcome()), "additive_not_in_entry") << added;
  }
}

TEST(Concentration, FollowsFromADosePerBody) {
  expect_table(R"(
# 1 mg/kg * 80 kg = 80 mg in 100 mL: 0.8 mg/mL; in 90 mL it is 0.889
order: ward gentamicin | 1 mg/kg, 60 min
+ 80 kg, 100 mL -> shows 100 mL/h
+ 80 kg, 90 mL -> concentration_not_library
+ 100 mL -> concentration_missing weight_missing
+ 0 kg, 100 mL -> concentration_missing weight_implausible
# 50 mg/m2 * 1.8 m2 = 90 mg in 45 mL: 2 mg/mL
order: ward doxorubicin | 50 mg/m2, 5 min, 45 mL, ordered by D1, verified by R1
+ 1.8 m2 -> W:line_needed shows 540 mL/h
+ 1.9 m2 -> concentration_not_library W:line_needed
+ 180 cm -> concentration_missing surface_missing W:line_needed
+ 0 m2 -> quantity_zero concentration_missing W:line_needed
)");
}

TEST(Route, OfAPumpIsToldWithThePumps) {
  const auto detail = [](const std::string& text) {
    const Faults findings = Case(text).outcome().findings;
    return findings.empty() ? std::string() : findings.front().detail;
  };
  const std::string morphine = "ward morphine | 2 mg/h, 100 mg / 100 mL, 100 mL, ";
  EXPECT_EQ(detail(morphine + "route epidural"), "epidural; permitted intravenous, subcutaneous");
  EXPECT_EQ(detail(morphine + "pump for epidural"),
            "intravenous: the pump is dedicated to other routes");
  EXPECT_EQ(detail("ward bupivacaine | 8 mL/h, 250 mg / 250 mL, 250 mL, on pump"),
            "epidural: only a pump that is dedicated to this route");
}

TEST(Unit, OfADoseBesideFluidDosingIsWhatTheBagHolds) {
  expect_table(R"(
# immunoglobulin is dosed in mL/kg/min, 10 g in 100 mL; 0.01 * 70 * 60 = 42 mL/h
ward ivig | 0.01 mL/kg/min, 70 kg, 10 g, 100 mL -> shows 42 mL/h
ward ivig | 0.01 mL/kg/min, 70 kg, 0.1 g/kg, 10 g / 100 mL, 70 mL -> unit_not_library
icu dopamine | 10 ug/kg/min, 85 kg, 400 [iU], 400 mg / 250 mL, 250 mL -> unit_not_library
# 1250 mg in 90 min: a dose rate beside it is the same drug per time
ward vancomycin | 1250 mg, 20 [iU]/min, 1250 mg / 250 mL, 250 mL, 100 min -> unit_not_library
)");
}

TEST(Mode, ARateChangeOnAPcaPumpIsAWholeProgram) {
  Case one("icu dopamine | 10 ug/kg/min, 85 kg, 400 mg / 250 mL, 250 mL, rate change");
  PumpModel model = test::bedside_model();
  one.context.model = &model;
  EXPECT_EQ(test::rendered(one.outcome()), "shows 31.9 mL/h");
  model.kind = "PCA";
  EXPECT_EQ(test::rendered(one.outcome()), "mode_not_supported");
}

// The id of the setup's mode that an order means, or what it is told to have no setup for.
std::string meant(const std::string& text) {
  const Case one(text);
  const auto& library = test::example_library();
  const library::Drug* drug = library.drug_coded(one.order.drug.code, one.order.drug.system);
  const auto area = library.care_area_of(one.order.patient.location.point_of_care);
  auto bag = concentration_by_strength(one.order);
  if (!bag) bag = concentration_by_dose(one.order);
  const library::Setup* setup = chosen_setup(one.order, bag, library.setups(area->id, drug->id));
  if (setup == nullptr) return "none: " + shape_text(one.order);
  const std::string unit(setup->dosing_unit ? setup->dosing_unit->ucum() : "-");
  return std::string(name_of(setup->mode)) + " " + unit;
}

TEST(SetupChoice, FollowsWhatTheOrderStates) {
  EXPECT_EQ(meant("ward ringer | 125 mL/h, 1000 mL"), "fluid -");
  EXPECT_EQ(meant("ward ringer | 125 mL/h, 20 meq / 1000 mL, 1000 mL"), "continuous meq/h");
  EXPECT_EQ(meant("ward ringer | 5 meq/h, 20 meq / 1000 mL, 1000 mL"), "continuous meq/h");
  EXPECT_EQ(meant("ward fluorouracil | 4500 mg, 230 mL, 46 h"), "intermittent mg");
  EXPECT_EQ(meant("ward fluorouracil | 2500 mg/m2, 1.8 m2, 230 mL, 46 h"), "intermittent mg/m2");
  EXPECT_EQ(meant("ward morphine | 2 mg/h, 100 mg / 100 mL, 100 mL"), "continuous mg/h");
  EXPECT_EQ(meant("ward morphine | 2 mL/h, 100 mL"), "continuous mg/h");
  EXPECT_EQ(meant("ward morphine | 20 mg, 2 mL/h, 10 h, 20 mL"), "continuous mg/h");
  EXPECT_EQ(meant("ward morphine | demand 1 mg, 30 mg / 30 mL"), "pca mg");
  EXPECT_EQ(meant("ward vancomycin | 10 mg/min, 1250 mg, 125 min, 250 mL"), "intermittent mg");
  EXPECT_EQ(meant("ward vancomycin | 10 mg/min, 125 min, 250 mL"), "intermittent mg");
  EXPECT_EQ(meant("ward vancomycin | 1250 mg / 250 mL, 250 mL, 90 min"), "intermittent mg");
  EXPECT_EQ(meant("ward nutrition | step 20 mL/h for 1 h, step 30 mL/h for 1 h"), "fluid -");
  EXPECT_EQ(meant("ward ringer | bolus of ORD1, 100 mL"), "fluid -");
}

TEST(SetupChoice, SaysWhatThereIsNoSetupFor) {
  EXPECT_EQ(meant("ward saline | 10 mg/h, 1000 mL"), "none: a dose rate in mg per hour");
  EXPECT_EQ(meant("ward saline | 10 mg, 1000 mL, 1 h"), "none: a dose over a time");
  EXPECT_EQ(meant("ward saline | 10 mg, 125 mL/h, 1000 mL"), "none: a rate");
  EXPECT_EQ(meant("ward saline | 10 mg, 1000 mL"), "none: no rate");
  EXPECT_EQ(meant("ward saline | 10 mg"), "none: no rate");
  EXPECT_EQ(meant("ward saline | demand 1 mg, 10 mL, 1 h"), "none: a volume over a time");
  EXPECT_EQ(meant("ward saline | 10 mg / 100 mL, step 20 mL/h for 1 h"), "none: no rate");
  EXPECT_EQ(meant("icu amiodarone | 180 mg, 10 min, 100 mL"), "none: a dose over a time");
}

}  // namespace
}  // namespace bridge::decide
