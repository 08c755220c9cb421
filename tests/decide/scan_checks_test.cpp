// SPDX-License-Identifier: Apache-2.0
// What the scan repeats, against the order and against what follows from it.
#include "decide/check_case.h"

namespace bridge::decide {
namespace {

using test::expect_table;

TEST(Scan, OfADoseMayBePerBodyOrWhole) {
  expect_table(R"(
# 1 mg/kg * 80 kg = 80 mg
order: ward gentamicin | 1 mg/kg, 80 kg, 80 mg / 100 mL, 100 mL, 60 min, on pump
+ scan 1 mg/kg -> shows 100 mL/h
+ scan 80 mg -> shows 100 mL/h
+ scan 0.08 g -> shows 100 mL/h
+ scan 82 mg -> scanned_number_differs
+ scan 2 mg/kg -> scanned_number_differs
+ scan 80 [iU] -> scanned_number_differs
)");
}

TEST(Scan, OfWhatTheOrderDoesNotSayIsHeldAgainstWhatFollows) {
  expect_table(R"(
# 125 mL/h for 8 h: 1000 mL
order: ward saline | 125 mL/h, 8 h, on pump
+ scan 1000 mL -> shows 125 mL/h
+ scan 500 mL -> scanned_number_differs
# what does not follow from the order binds nothing
+ scan 20 mg -> shows 125 mL/h
+ scan 170 cm -> shows 125 mL/h
# 10 ug/kg/min of 85 kg at 1.6 mg/mL; the dose rate follows from a rate, per kg as the library has it
icu dopamine | 31.875 mL/h, 85 kg, 400 mg / 250 mL, 250 mL, on pump, scan 10 ug/kg/min \
    -> shows 31.9 mL/h
icu dopamine | 31.875 mL/h, 85 kg, 400 mg / 250 mL, 250 mL, on pump, scan 51 mg/h \
    -> scanned_number_differs
)");
}

TEST(Scan, OfABagIsTheBagOfTheComponents) {
  expect_table(R"(
order: icu dopamine | 10 ug/kg/min, 85 kg, base 250 mL, additive 400 mg, on pump
+ scan 400 mg / 250 mL -> shows 31.9 mL/h
+ scan 800 mg / 500 mL -> shows 31.9 mL/h
+ scan 400 [iU] / 250 mL -> scanned_number_differs
+ scan 400 mg / 0 mL -> shows 31.9 mL/h
)");
}

TEST(Scan, OfTheDrugMayNameItAsOrderOrLibraryDo) {
  expect_table(R"(
order: icu dopamine | 10 ug/kg/min, 85 kg, 400 mg / 250 mL, 250 mL, on pump
+ scan name dopamine -> shows 31.9 mL/h
+ scan name DOPamine Infusion -> shows 31.9 mL/h
+ scan route intravenous -> shows 31.9 mL/h
+ no route, scan route epidural -> route_missing
# the order's own words, which no library has: RXE-2 is a mixture, its additive the drug
order: icu dopamine | 10 ug/kg/min, 85 kg, additive 400 mg, base 250 mL, no code, name Mixture 7
+ on pump, scan name Mixture 7 -> shows 31.9 mL/h
+ on pump, scan name Mixture 8 -> scanned_drug_differs
)");
}

TEST(Scan, OfACodeThatTheLibraryDoesNotHaveMayBeTheOrders) {
  test::Case one(
      "icu dopamine | 10 ug/kg/min, 85 kg, additive 400 mg, base 250 mL, code mix-7, "
      "name dopamine, on pump");
  one.request.as_scanned.drug = Coding{"mix-7", "", "local"};
  EXPECT_EQ(test::rendered(one.outcome()), "shows 31.9 mL/h");
  one.request.as_scanned.drug.system = "other";
  EXPECT_EQ(test::rendered(one.outcome()), "scanned_drug_differs");
  one.request.as_scanned.drug = Coding{"", "dopamine", ""};
  EXPECT_EQ(test::rendered(one.outcome()), "shows 31.9 mL/h");
}

TEST(Scan, RepeatsPatientDoses) {
  expect_table(R"(
order: ward morphine | demand 1 mg, lockout 10 min, dose limit 16 mg, window 4 h, 30 mg / 30 mL, \
    loading 4 mg, on pump
+ scan demand 1 mg, scan lockout 10 min, scan dose limit 16 mg, scan window 4 h, scan loading 4 mg \
    -> programs
+ scan demand 2 mg -> scanned_number_differs
+ scan lockout 8 min -> scanned_number_differs
+ scan dose limit 20 mg, scan window 1 h -> scanned_number_differs scanned_number_differs
+ scan loading 5 mg -> scanned_number_differs
+ scan demand 0 mg -> scanned_zero
# a volume limit follows from nothing that the order says
+ scan volume limit 16 mL -> programs
# patient doses of the scan alone are no part of this order
ward saline | 125 mL/h, 1000 mL, on pump, scan demand 1 mg -> shows 125 mL/h
)");
}

TEST(Scan, ThatRepeatsPatientAndOrderRepeatsTheOrders) {
  expect_table(R"(
order: icu dopamine | 10 ug/kg/min, 85 kg, 400 mg / 250 mL, 250 mL, on pump
+ scan patient P1, scan order ORD1 -> shows 31.9 mL/h
+ scan patient P2 -> patient_not_the_orders
+ scan order ORD2 -> association_unknown
)");
}

}  // namespace
}  // namespace bridge::decide
