// SPDX-License-Identifier: Apache-2.0
// The numbers of orders that tell them in an unusual form; the usual ones are in
// order_checks_test.cpp.
#include "decide/check_case.h"

namespace bridge::decide {
namespace {

using test::Case;
using test::expect_table;
using test::rendered;

// The 18 digits of a number are not always enough for what follows from it.
TEST(QuantityChecks, WhatNoPumpCouldShowExactlyIsTold) {
  expect_table(R"(
# 100 mg over 30 min at 0.7 mg/mL are 1000/7 mL
ward saline | 125 mL/h, 8 h, no route -> route_missing
icu nutrition | 60 mL/h, 20 min -> shows 60 mL/h
# 10 mL/h for 20 min: 10/3 mL
ward nutrition | 10 mL/h, 20 min -> volume_missing
)");
}

// C3: what strength and components say are one bag, within 1 % and the digits.
TEST(QuantityChecks, StrengthAndComponentsAreHeldAgainstEachOther) {
  expect_table(R"(
order: icu dopamine | 10 ug/kg/min, 85 kg, 400 mg / 250 mL, 250 mL
+ base 250 mL, additive 400 mg -> shows 31.875 mL/h
# 1.6 against 3.2 and 0.8 mg/mL
+ base 250 mL, additive 800 mg -> quantities_disagree
+ base 250 mL, additive 200 mg -> quantities_disagree
# 0.5 % apart, and the digits meet: nothing; 0.5 % apart with digits that do not: told
+ base 250 mL, additive 402 mg -> shows 31.875 mL/h
+ base 251 mL, additive 400 mg -> shows 31.875 mL/h
+ base 250.0 mL, additive 402.00 mg -> W:quantities_disagree shows 31.875 mL/h
# 3 % apart, and 8 and 5 stand for anything between 7.5 and 8.5, 4.5 and 5.5: told
icu dopamine | 10 ug/kg/min, 85 kg, 8 mg / 5 mL, 250 mL, base 250 mL, additive 412 mg \
    -> W:quantities_disagree shows 31.875 mL/h
# units in one and mg in the other have each their finding
+ base 250 mL, additive 400 [iU] -> shows 31.875 mL/h
)");
}

TEST(QuantityChecks, E4NeedsToKnowTheBag) {
  expect_table(R"(
# twice the dose of one bag, which no strength tells
order: ward hydrocortisone | 60 min, 80 kg
+ 135 mg, strength 100 mg, base 100 mL, additive 100 mg -> dose_beyond_bag
# the library's bag is 100 mg in 100 mL: the same strength of another bag tells no bag
+ 135 mg, 200 mg / 200 mL -> shows 135 mL/h
+ 135 mg, 100 mg / 50 mL -> concentration_not_library
# a dose in another kind of unit
+ 135 [iU], base 100 mL, additive 100 mg -> unit_not_library
+ 2 mg/kg, base 100 mL, additive 100 mg -> unit_not_library dose_beyond_bag
ward gentamicin | 5 mg/kg, 60 min, 80 mg / 100 mL -> weight_missing volume_missing
)");
}

// Where a limit stands that no field of the order states: at what it was computed from.
TEST(QuantityChecks, AComputedLimitStandsAtWhatItFollowsFrom) {
  const auto place = [](std::string_view text) {
    const Faults findings = Case(text).outcome().findings;
    return findings.empty() ? std::string("none") : findings.back().place;
  };
  EXPECT_EQ(place("ward nutrition | 100 mL/h, 2600 mL"), "volume");
  EXPECT_EQ(place("ward nutrition | 100 mL/h, 26 h"), "rate");
  EXPECT_EQ(place("ward fluorouracil | 10 mL/h, 4500 mg / 230 mL, 2.5 m2, 100 mL"), "rate");
  EXPECT_EQ(place("ward vancomycin | 1250 mg / 250 mL, 250 mL, 59 min"), "duration");
  EXPECT_EQ(place("ward vancomycin | 1250 mg, 30 mg/min, 250 mL, 42 min"), "dose_rate");
  EXPECT_EQ(place("ward saline | 2600 mL, 5 h"), "duration");
  EXPECT_EQ(place("ward hydrocortisone | 100 mg, 100 mg / 100 mL, 100 mL, 60 min, 29 kg"),
            "weight");
}

TEST(QuantityChecks, PatientDosesPerBodyAskForIt) {
  expect_table(R"(
order: ward morphine | demand 1 mg, lockout 10 min, window 4 h, 30 mg / 30 mL
+ dose limit 300 ug/kg -> unit_not_library weight_missing W:soft_limit_above held
+ dose limit 300 ug/kg, 70 kg -> unit_not_library W:soft_limit_above held
icu amiodarone | 1 mg/min, 900 mg / 500 mL, 100 mL, loading 1 mg/kg \
    -> loading_not_permitted weight_missing
ward ivig | 42 mL/h, 10 g / 100 mL, 100 mL -> weight_missing
ward infliximab | 400 mg / 250 mL, step 1 mg/kg for 60 min, gated step 100 mg for 60 min \
    -> weight_missing unit_not_library
)");
}

// A volume that only a syringe's maker, or a pump's maximum, bounds.
TEST(QuantityChecks, B67AComputedVolumeIsHeldAgainstThePump) {
  Case one("ward saline | 400 mL/h, 8 h, on pump");  // 3200 mL of 3000
  const Faults findings = one.outcome().findings;
  ASSERT_FALSE(findings.empty());
  EXPECT_EQ(findings.back().code, FaultCode::pump_maximum);
  EXPECT_EQ(findings.back().place, "volume");
  PumpModel model = test::bedside_model();
  model.resolution = {{Rational(), Rational(7)}};  // steps of 7 mL/h
  model.max_rate_ml_h = Rational(16);
  Case rounded("icu dopamine | 5 ug/kg/min, 90 kg, 400 mg / 250 mL, 250 mL, on pump");
  rounded.context.model = &model;  // 16.875 would show 14: above the maximum as ordered
  EXPECT_EQ(rendered(rounded.outcome()), "pump_maximum");
  model.max_rate_ml_h = Rational(999);
  model.min_rate_ml_h = Rational(15);  // and as shown below the least
  EXPECT_EQ(rendered(rounded.outcome()), "pump_resolution");
  model.min_rate_ml_h = Rational(1);  // 17 % less
  EXPECT_EQ(rendered(rounded.outcome()), "pump_resolution");
}

TEST(QuantityChecks, EveryControlIsFitOrNot) {
  expect_table(R"(
order: icu dopamine | 10 ug/kg/min, 85 kg, 400 mg / 250 mL, 250 mL
+ control release -> shows 31.875 mL/h
+ control discontinue -> order_status_unfit
+ control replace -> order_status_unfit
+ starts in -60, stops in 60 -> shows 31.875 mL/h
)");
}

}  // namespace
}  // namespace bridge::decide
