// SPDX-License-Identifier: Apache-2.0
// The rule tables: one order per line, its outcome last. Rows B.. are those of the table of bad
// input; the pump is the one of example_library.h.
#include "decide/order_checks.h"

#include "decide/check_case.h"

namespace bridge::decide {
namespace {

using test::Case;
using test::expect_table;
using test::rendered;

// rate = dose rate * weight / concentration, worked by hand in each line's comment.
TEST(OrderChecks, PassWhatTheLibraryAllows) {
  expect_table(R"(
# 10 * 60 * 85 / 1600 = 31.875 mL/h: shown exactly without a pump, to 0.1 on one
order: icu dopamine | 10 ug/kg/min, 85 kg, 400 mg / 250 mL, 250 mL
+ at ICU -> shows 31.875 mL/h
+ on pump -> shows 31.9 mL/h
# 800 mg in 500 mL is the same concentration
icu dopamine | 10 ug/kg/min, 85 kg, 800 mg / 500 mL, 500 mL -> shows 31.875 mL/h
# the components say it: 400 mg in 250 mL, and the bag is the volume
icu dopamine | 10 ug/kg/min, 85 kg, base 250 mL, additive 400 mg -> shows 31.875 mL/h
# RXE-2 is a mixture of its own; its one additive is the drug
icu dopamine | 10 ug/kg/min, 85 kg, additive 400 mg, code mix-7, name dopamine, base 250 mL \
    -> shows 31.875 mL/h
# by rate; 31.9 * 1600 / 85 / 60 = 10.008 ug/kg/min is inside
icu dopamine | 31.9 mL/h, 85 kg, 400 mg / 250 mL, 250 mL -> shows 31.9 mL/h
# sent in mL/min, shown in mL/h: 0.5 * 60
icu dopamine | 0.5 mL/min, 85 kg, 400 mg / 250 mL, 250 mL -> shows 30 mL/h
# every figure stated, rounded to 0.1: 31.9 against 31.875 is 0.08 %
icu dopamine | 10 ug/kg/min, 31.9 mL/h, 85 kg, 400 mg / 250 mL, 250 mL -> shows 31.875 mL/h
# intermittent: 250 / 1.5 = 166.67 mL/h; steps of 1 above 100: 167 would be faster than 15 mg/min
# allows no more than 13.9, so the nearest stands
ward vancomycin | 1250 mg, 1250 mg / 250 mL, 250 mL, 90 min -> shows 166.7 mL/h
ward vancomycin | 1250 mg, 1250 mg / 250 mL, 250 mL, 90 min, on pump -> shows 167 mL/h
# volume over time alone; 5 mg/mL * 250 mL is the dose
ward vancomycin | 1250 mg / 250 mL, 250 mL, 90 min -> shows 166.7 mL/h
ward vancomycin | 1250 mg, 250 mL, 90 min, method IVPB -> shows 166.7 mL/h
# fluid: volume and rate only
ward saline | 125 mL/h, 1000 mL -> shows 125 mL/h
ward saline | 1000 mL, 8 h -> shows 125 mL/h
ward saline | 125 mL/h, 1000 mL, route intraosseous -> shows 125 mL/h
ward bupivacaine | 8 mL/h, 250 mg / 250 mL, 250 mL, pump for epidural -> shows 8 mL/h
# a titration carries no volume
icu dopamine | 12 ug/kg/min, 85 kg, 400 mg / 250 mL, rate change -> shows 38.3 mL/h
)");
}

TEST(OrderChecks, B78RefuseWithoutAUsableLibrary) {
  expect_table(R"(
order: icu dopamine | 10 ug/kg/min, 85 kg, 400 mg / 250 mL, 250 mL
+ no library -> library_unusable
+ library draft -> library_unusable
+ library expired -> library_unusable
+ library future -> library_unusable
# the checks that need no library still speak
icu dopamine | 0 mL/h, 85 kg, 250 mL, no route, no library \
    -> library_unusable route_missing quantity_zero
)");
}

constexpr std::int64_t one_minute_ms = 60'000;

TEST(OrderChecks, B88RefuseAScanOfTheFutureAsOneOfThePast) {
  const auto asked = [](std::int64_t ago_ms) {
    Case one("icu dopamine | 10 ug/kg/min, 85 kg, 400 mg / 250 mL, 250 mL, on pump");
    one.request.association.at = one.context.now.plus_ms(-ago_ms);
    return rendered(one.outcome());
  };
  EXPECT_EQ(asked(15 * one_minute_ms), "shows 31.9 mL/h");
  EXPECT_EQ(asked(15 * one_minute_ms + 1), "order_stale");
  EXPECT_EQ(asked(-5 * one_minute_ms), "shows 31.9 mL/h");
  EXPECT_EQ(asked(-5 * one_minute_ms - 1), "order_stale");
  EXPECT_EQ(asked(-365 * 24 * 60 * one_minute_ms), "order_stale");
}

TEST(OrderChecks, B88TellTheAgeOfAnOrderWhenItComes) {
  const auto written = [](std::int64_t ago_ms, std::string_view words) {
    Case one(
        std::string("icu dopamine | 10 ug/kg/min, 85 kg, 400 mg / 250 mL, 250 mL").append(words));
    one.order.written_at = one.context.now.plus_ms(-ago_ms);
    return rendered(one.outcome());
  };
  EXPECT_EQ(written(24 * 60 * one_minute_ms, ""), "shows 31.875 mL/h");
  EXPECT_EQ(written(24 * 60 * one_minute_ms + 1, ""), "W:order_stale shows 31.875 mL/h");
  EXPECT_EQ(written(-5 * one_minute_ms, ""), "shows 31.875 mL/h");
  EXPECT_EQ(written(-5 * one_minute_ms - 1, ""), "W:order_stale shows 31.875 mL/h");
  // The bag of an order of the day before.
  EXPECT_EQ(written(2000 * one_minute_ms, ", on pump"), "shows 31.9 mL/h");
}

TEST(OrderChecks, A1LookAtMoreThanTheNumberOfThePatient) {
  const auto scanned = [](std::string_view birth, std::string_view sex, std::string_view name) {
    Case one("icu dopamine | 10 ug/kg/min, 85 kg, 400 mg / 250 mL, 250 mL, on pump");
    one.order.patient.birth_date = "19660101";
    one.order.patient.sex = "F";
    one.order.patient.name = PatientName("Invented^Ada");
    Patient& patient = one.request.as_scanned.patient;
    patient.birth_date = birth;
    patient.sex = sex;
    patient.name = PatientName(std::string(name));
    return rendered(one.outcome());
  };
  EXPECT_EQ(scanned("", "", ""), "shows 31.9 mL/h");
  EXPECT_EQ(scanned("19660101", "F", "INVENTED^A"), "shows 31.9 mL/h");
  EXPECT_EQ(scanned("1966-01-01", "F", "Invented&van^Ada"), "shows 31.9 mL/h");
  EXPECT_EQ(scanned("1966", "F", "Invented"), "shows 31.9 mL/h");
  EXPECT_EQ(scanned("1966T01/01~0830", "F", "Invented"), "shows 31.9 mL/h");
  EXPECT_EQ(scanned("19660102", "F", "Invented"), "patient_not_the_orders");
  EXPECT_EQ(scanned("19660101", "F", "O'Invented^Ada"), "W:patient_not_the_orders shows 31.9 mL/h");
  EXPECT_EQ(scanned("1967", "F", "Invented"), "patient_not_the_orders");
  EXPECT_EQ(scanned("19660101", "M", "Invented"), "W:patient_not_the_orders shows 31.9 mL/h");
  EXPECT_EQ(scanned("19660101", "F", "Madeup^Ada"), "W:patient_not_the_orders shows 31.9 mL/h");
}

TEST(OrderChecks, B47B48FindTheDrugByCodeAlone) {
  expect_table(R"(
# B47
order: icu dopamine | 10 ug/kg/min, 85 kg, 400 mg / 250 mL, 250 mL
+ code unheard -> drug_unknown
+ code unheard, name dopamine -> drug_unknown
+ no code -> drug_missing
# B48: a text that was sent must be one of the drug's names
+ name dobutamine -> drug_name_disagrees
+ name DOPamine Infusion -> shows 31.875 mL/h
# an additive tells the drug, and RXE-2 a code that nobody knows: the name must be the additive's
icu dopamine | 10 ug/kg/min, 85 kg, additive 400 mg, code mix-7, base 250 mL -> drug_unknown
icu dopamine | 10 ug/kg/min, 85 kg, additive 400 mg, code mix-7, name Mixture, base 250 mL \
    -> drug_unknown
icu dopamine | 10 ug/kg/min, 85 kg, additive 400 mg, code mix-7, name norepinephrine, \
    base 250 mL -> drug_name_disagrees
icu dopamine | 10 ug/kg/min, 85 kg, additive 400 mg, code mix-7, name DOPamine Infusion, \
    base 250 mL -> shows 31.875 mL/h
# no code in RXE-2: only another drug's name contradicts
icu dopamine | 10 ug/kg/min, 85 kg, additive 400 mg, no code, base 250 mL -> shows 31.875 mL/h
icu dopamine | 10 ug/kg/min, 85 kg, additive 400 mg, no code, name Mixture, base 250 mL \
    -> shows 31.875 mL/h
icu dopamine | 10 ug/kg/min, 85 kg, additive 400 mg, no code, name norepinephrine, base 250 mL \
    -> drug_name_disagrees
# two drugs of the library in one bag
icu dopamine | 10 ug/kg/min, 85 kg, base 250 mL, code mix-7, additive of dopamine 400 mg, \
    additive of heparin 5 [iU] \
    -> drug_unknown
# the order's drug, and something else beside it
icu dopamine | 10 ug/kg/min, 85 kg, base 250 mL, additive 400 mg, additive of heparin 5 [iU], \
    400 mg / 250 mL \
    -> drug_unknown
icu dopamine | 10 ug/kg/min, 85 kg, base 250 mL, additive 400 mg, additive of unheard 5 mg, \
    400 mg / 250 mL \
    -> drug_unknown
# potassium in a plain fluid is not the plain fluid
ward saline | 125 mL/h, 1000 mL, base 1000 mL, additive of potassium 20 meq \
    -> additive_not_in_entry
# also in a fluid that is high-alert itself: 330 mg in 100 mL at 4 mL/h are 316.8 mg a day, 1 kg
nicu nutrition | 4 mL/h, 100 mL, 1 kg, base 100 mL, additive of zinc 330 mg \
    -> additive_not_in_entry hard_limit_above
# within the limit it is still another bag: 240 ug in 100 mL at 4 mL/h are 230.4 ug a day
nicu nutrition | 4 mL/h, 100 mL, 1 kg, base 100 mL, additive of zinc 240 ug \
    -> additive_not_in_entry
# what no entry has is told
ward saline | 125 mL/h, 1000 mL, base 1000 mL, additive of unheard 5 mg \
    -> W:drug_unknown held shows 125 mL/h
)");
}

TEST(OrderChecks, CareAreaMustHaveTheDrug) {
  expect_table(R"(
ward dopamine | 10 ug/kg/min, 85 kg, 400 mg / 250 mL, 250 mL -> care_area_mismatch
order: icu dopamine | 10 ug/kg/min, 85 kg, 400 mg / 250 mL, 250 mL
+ at CAFETERIA -> care_area_mismatch
+ at ICU2 -> shows 31.875 mL/h
# A8: the pump's own care area binds, and the difference is told
ward dopamine | 10 ug/kg/min, 85 kg, 400 mg / 250 mL, 250 mL, pump of icu \
    -> W:pump_of_another_area held shows 31.9 mL/h
+ pump of nowhere -> care_area_mismatch
+ pump of nicu -> pump_of_another_area weight_implausible
# K16: written on the ward, scanned in the ICU, whose limits are what binds now
order: icu dopamine | 10 ug/kg/min, 85 kg, 400 mg / 250 mL, 250 mL, on pump
+ scan at ICU -> shows 31.9 mL/h
+ at WARD, scan at ICU -> W:order_of_another_area held shows 31.9 mL/h
+ scan at WARD -> W:order_of_another_area care_area_mismatch held
# nobody knows whose limits hold at a place that no care area claims
+ scan at CAFETERIA -> W:order_of_another_area held shows 31.9 mL/h
)");
}

TEST(OrderChecks, OrderMustBeFitToBePerformed) {
  expect_table(R"(
# B94: free text that a person must judge
order: icu dopamine | 10 ug/kg/min, 85 kg, 400 mg / 250 mL, 250 mL
+ review -> review_needed
icu dopamine | 85 kg, 400 mg / 250 mL, 250 mL, review -> review_needed rate_missing
+ prohibited -> do_not_perform
+ control hold -> order_status_unfit
+ control cancel -> order_status_unfit
+ control change -> shows 31.875 mL/h
# B89
+ stops in -1 -> order_ended
+ stops in 0 -> order_ended
+ starts in 60, stops in 30 -> stop_before_start
+ starts in 60, stops in 60 -> stop_before_start
# an order may start later; programming it may not begin before
+ starts in 60 -> shows 31.875 mL/h
+ starts in 60, on pump -> order_not_started
+ starts in 0, on pump -> shows 31.9 mL/h
# B88, K15: 15 minutes is the limit, and inside
+ on pump, asked 16 -> order_stale
+ on pump, asked 15 -> shows 31.9 mL/h
)");
}

TEST(OrderChecks, B74RefuseRoutesThatDoNotFit) {
  expect_table(R"(
order: icu dopamine | 10 ug/kg/min, 85 kg, 400 mg / 250 mL, 250 mL
+ no route -> route_missing
+ route intramuscular -> route_not_for_pumps
+ route oral -> route_not_for_pumps
+ route other -> route_not_for_pumps
+ route subcutaneous -> route_not_permitted
# whatever the library says
+ route intramuscular, library careless -> route_not_for_pumps
+ route oral, library careless -> route_not_for_pumps
+ route other, library careless -> route_not_for_pumps
+ library careless -> shows 31.875 mL/h
ward morphine | 2 mg/h, 100 mg / 100 mL, 100 mL, route subcutaneous -> shows 2 mL/h
ward morphine | 2 mg/h, 100 mg / 100 mL, 100 mL, pump for epidural -> pump_not_for_route
ward bupivacaine | 8 mL/h, 250 mg / 250 mL, 250 mL, on pump                     -> pump_not_for_route
)");
}

TEST(OrderChecks, B76RefuseModesThatTheLibraryDoesNotHave) {
  expect_table(R"(
# a bolus of a drug that is only run continuously
icu amiodarone | 180 mg, 10 min, 900 mg / 500 mL, 100 mL -> mode_not_supported
# a dose rate of a drug that is only given as doses; without a time it is no dose
ward vancomycin | 10 mg/min, 1250 mg / 250 mL, 250 mL -> mode_not_supported
ward saline | 10 mg/h, 1000 mL -> mode_not_supported
ward morphine | 2 mg/h, 100 mg / 100 mL, 100 mL, method IVPB -> piggyback_not_permitted
ward penicillin | 5 M[iU], 30 min, 100 mL, method IVPB -> shows 200 mL/h
)");
}

TEST(OrderChecks, B51RefuseUnitsThatTheLibraryDoesNotDoseIn) {
  expect_table(R"(
# C6: whole against per kg, and per kg against whole
icu dopamine | 48 mg/h, 85 kg, 400 mg / 250 mL, 250 mL -> unit_not_library
ward heparin | 18 [iU]/kg/h, 70 kg, 25000 [iU] / 500 mL, 500 mL -> unit_not_library
# mass against units (B50 reaches here only as another kind of drug amount)
icu heparin | 18 mg/kg/h, 70 kg, 25000 [iU] / 500 mL, 500 mL -> unit_not_library
icu heparin | 18 [iU]/kg/h, 70 kg, 25000 mg / 500 mL, 500 mL -> concentration_not_library
# milliequivalents are not millimoles
icu potassium | 20 mmol, 20 meq / 100 mL, 100 mL, 2 h -> unit_not_library
# per day is convertible: 24 ug/kg/h * 24 = 576 ug/kg/d
icu dexmedetomidine | 12 ug/kg/d, 80 kg, 400 ug / 100 mL, 100 mL -> shows 10 mL/h
)");
}

TEST(OrderChecks, B73TakeOnlyExactLibraryConcentrations) {
  expect_table(R"(
icu dopamine | 10 ug/kg/min, 85 kg, 800 mg / 250 mL, 250 mL -> concentration_not_library
icu dopamine | 10 ug/kg/min, 85 kg, 400.1 mg / 250 mL, 250 mL -> concentration_not_library
icu dopamine | 10 ug/kg/min, 85 kg, 0.4 g / 250 mL, 250 mL -> shows 31.875 mL/h
icu dopamine | 10 ug/kg/min, 85 kg, 250 mL -> concentration_missing
# the drug's own volume counts: 400 mg in 255 mL
icu dopamine | 10 ug/kg/min, 85 kg, base 250 mL, additive 5 mL, 250 mL -> concentration_missing
icu dopamine | 10 ug/kg/min, 85 kg, base without volume, additive 400 mg, 250 mL \
    -> concentration_missing
# strength and components disagree: 1.6 against 0.8 mg/mL
icu dopamine | 10 ug/kg/min, 85 kg, 400 mg / 250 mL, base 500 mL, additive 400 mg, 250 mL \
    -> quantities_disagree
# overfill: 1.6 against 1.569 mg/mL is 2 %, more than the digits explain
icu dopamine | 10 ug/kg/min, 85 kg, 400 mg / 250 mL, base 255 mL, additive 400 mg, 250 mL \
    -> quantities_disagree
)");
}

// One drug with a fluid setup and a drug setup: a told concentration is never ignored.
TEST(OrderChecks, ABagWithDrugNeverPassesAsPlainFluid) {
  expect_table(R"(
ward ringer | 125 mL/h, 1000 mL -> shows 125 mL/h
ward ringer | 125 mL/h, 1000 mL, 20 meq / 1000 mL -> shows 125 mL/h
# 125 * 40 / 1000 = 5 meq/h would be inside, but the bag is no library bag
ward ringer | 125 mL/h, 1000 mL, 40 meq / 1000 mL -> concentration_not_library
ward ringer | 125 mL/h, 1000 mL, base 1000 mL, additive 40 meq -> concentration_not_library
# 600 mL/h of the drug's bag is 12 meq/h
ward ringer | 600 mL/h, 1000 mL, 20 meq / 1000 mL -> W:soft_limit_above held shows 600 mL/h
)");
}

TEST(OrderChecks, B69B71B72NeedTheBodyThatTheDoseCountsBy) {
  expect_table(R"(
# B69; also for a rate, since the library's limits count by weight
icu dopamine | 10 ug/kg/min, 400 mg / 250 mL, 250 mL -> weight_missing
icu dopamine | 31.9 mL/h, 400 mg / 250 mL, 250 mL -> weight_missing
# a weight known from before is never used instead
icu dopamine | 10 ug/kg/min, 400 mg / 250 mL, 250 mL, known 85 kg -> weight_missing
# B72
ward fluorouracil | 2000 mg/m2, 4500 mg / 230 mL, 230 mL, 46 h -> height_missing
ward fluorouracil | 2000 mg/m2, 4500 mg / 230 mL, 230 mL, 46 h, 170 cm -> surface_missing
# 2500 mg/m2 * 1.8 m2 = 4500 mg over 46 h: 230 / 46 = 5 mL/h
ward fluorouracil | 2500 mg/m2, 1.8 m2, 4500 mg / 230 mL, 230 mL, 46 h -> shows 5 mL/h
# B71: 700 kg, 0.07 kg, more than 10 % from what was known
icu dopamine | 10 ug/kg/min, 700 kg, 400 mg / 250 mL, 250 mL -> weight_implausible
nicu norepinephrine | 0.5 ug/kg/min, 0.07 kg, 4 mg / 250 mL, 50 mL -> weight_implausible
order: icu dopamine | 10 ug/kg/min, 85 kg, 400 mg / 250 mL, 250 mL
+ known 77 kg -> weight_implausible
+ known 95 kg -> weight_implausible
icu dopamine | 10 ug/kg/min, 88 kg, 400 mg / 250 mL, 250 mL, known 80 kg -> shows 33 mL/h
icu dopamine | 10 ug/kg/min, 88.01 kg, 400 mg / 250 mL, 250 mL, known 80 kg -> weight_implausible
# also when the dose does not count by it
ward morphine | 2 mg/h, 100 mg / 100 mL, 100 mL, 700 kg -> weight_implausible
# a limit on the weight itself
ward hydrocortisone | 100 mg, 100 mg / 100 mL, 100 mL, 60 min -> weight_missing
ward hydrocortisone | 100 mg, 100 mg / 100 mL, 100 mL, 60 min, 29 kg -> hard_limit_below
ward hydrocortisone | 100 mg, 100 mg / 100 mL, 100 mL, 60 min, 70 kg -> shows 100 mL/h
)");
}

TEST(OrderChecks, B66B77B94NeedARateAndAVolume) {
  expect_table(R"(
# B66, K5
order: icu dopamine | 10 ug/kg/min, 85 kg, 400 mg / 250 mL, 250 mL
+ 0 ug/kg/min -> quantity_zero
icu dopamine | 10 ug/kg/min, 85 kg, 400 mg / 250 mL, 0 mL -> quantity_zero
icu dopamine | 10 ug/kg/min, 85 kg, 0 mg / 250 mL, 250 mL -> quantity_zero concentration_missing
ward saline | 0.0 mL/h, 1000 mL -> quantity_zero
ward saline | 1000 mL, 0 h -> quantity_zero
# B77
icu dopamine | 10 ug/kg/min, 85 kg, 400 mg / 250 mL -> volume_missing
ward saline | 125 mL/h -> volume_missing
# 125 mL/h for 8 h is the volume
ward saline | 125 mL/h, 8 h -> shows 125 mL/h
# B94
icu dopamine | 85 kg, 400 mg / 250 mL, 250 mL -> rate_missing
ward vancomycin | 1250 mg, 250 mL -> rate_missing
)");
}

// The limits of dopamine are hard 0.1, soft 0.5, soft 20, hard 50 ug/kg/min; all inclusive.
TEST(OrderChecks, B53B54B55HoldEachLimit) {
  expect_table(R"(
# B53
order: icu dopamine | 10 ug/kg/min, 85 kg, 400 mg / 250 mL, 250 mL
+ 100 ug/kg/min -> hard_limit_above
+ 50.01 ug/kg/min -> hard_limit_above
+ 50 ug/kg/min -> W:soft_limit_above held shows 159.375 mL/h
# B54
+ 21 ug/kg/min -> W:soft_limit_above held shows 66.9375 mL/h
+ 20 ug/kg/min -> shows 63.75 mL/h
+ 0.5 ug/kg/min -> shows 1.59375 mL/h
+ 0.49 ug/kg/min -> W:soft_limit_below held shows 1.561875 mL/h
# B55
+ 0.1 ug/kg/min -> W:soft_limit_below held shows 0.31875 mL/h
+ 0.09 ug/kg/min -> hard_limit_below
# by rate, the dose rate follows: 160 * 1600 / 85 / 60 = 50.2
icu dopamine | 160 mL/h, 85 kg, 400 mg / 250 mL, 250 mL -> hard_limit_above
# two limits at once: 1250 mg in 59 min is also 21 mg/min
ward vancomycin | 1250 mg, 250 mL, 59 min -> hard_limit_below hard_limit_above
ward vancomycin | 1250 mg, 250 mL, 60 min -> hard_limit_above
)");
}

TEST(OrderChecks, B67KeepToWhatThePumpCanDo) {
  expect_table(R"(
ward saline | 999 mL/h, 1000 mL, on pump -> hard_limit_above
ward saline | 400 mL/h, 3001 mL, on pump -> W:soft_limit_above pump_maximum held
ward saline | 200 mL/h, 3000 mL, on pump -> shows 200 mL/h
# 10 ug/kg/min * 300 kg at 0.1 mg/mL: 1800 mL/h
icu nitroprusside | 10 ug/kg/min, 300 kg, 50 mg / 500 mL, 500 mL, on pump \
    -> W:soft_limit_above pump_maximum held
# 0.05 mL/h is below the pump's 0.1
nicu norepinephrine | 0.02 ug/kg/min, 0.66 kg, 4 mg / 250 mL, 50 mL, on pump -> pump_resolution
)");
}

// Rounding goes to the nearest step, except where that would break a limit (drug-library 2.4).
TEST(OrderChecks, RoundingNeverCrossesALimit) {
  expect_table(R"(
# 50 * 60 * 81 / 1600 = 151.875: 152 would be 50.04 ug/kg/min, above the hard 50
icu dopamine | 50 ug/kg/min, 81 kg, 400 mg / 250 mL, 250 mL, on pump \
    -> W:soft_limit_above held shows 151 mL/h
# 20 * 60 * 85 / 1600 = 63.75: 63.8 would be 20.016, above the soft 20
order: icu dopamine | 10 ug/kg/min, 85 kg, 400 mg / 250 mL, 250 mL
+ 20 ug/kg/min, on pump -> shows 63.7 mL/h
# 0.5 * 60 * 86 / 1600 = 1.6125: 1.6 is 0.496; never upwards for a lowest dose, a person decides
icu dopamine | 0.5 ug/kg/min, 86 kg, 400 mg / 250 mL, 250 mL, on pump \
    -> W:soft_limit_below held shows 1.6 mL/h
# 0.1 * 60 * 38 / 1600 = 0.1425: 0.14 is 0.0982, below the hard 0.1
icu dopamine | 0.1 ug/kg/min, 38 kg, 400 mg / 250 mL, 250 mL, on pump -> hard_limit_below
# 100 mL in 61 min is 98.36; the nearest 98.4 takes 60.98 min, still above 60
ward vancomycin | 500 mg, 1250 mg / 250 mL, 100 mL, 61 min, on pump -> shows 98.4 mL/h
# 98.38 mL in 60 min: 98.4 would take 59.99 min, below the hard 60
ward vancomycin | 491.9 mg, 1250 mg / 250 mL, 98.38 mL, 60 min, on pump -> shows 98.3 mL/h
)");
}

TEST(OrderChecks, ScanMustRepeatTheOrder) {
  expect_table(R"(
order: icu dopamine | 10 ug/kg/min, 85 kg, 400 mg / 250 mL, 250 mL
+ on pump, scan of another patient -> patient_not_the_orders
+ on pump, scan of the same number at another authority -> patient_not_the_orders
+ on pump, scan of another order -> association_unknown
+ on pump, scan of another pump -> association_unknown
+ on pump, scan 12 ug/kg/min -> scanned_number_differs
+ on pump, scan 600 ug/kg/h -> shows 31.9 mL/h
+ on pump, scan 80 kg -> scanned_weight_differs
+ on pump, scan 500 mL -> scanned_number_differs
+ on pump, scan 0 mL -> scanned_zero
+ on pump, scan 800 mg / 250 mL -> scanned_number_differs
+ on pump, scan route epidural -> scanned_route_differs
+ on pump, scan code heparin-n -> scanned_drug_differs
+ on pump, scan name heparin -> scanned_drug_differs
+ on pump, scan code dopamine-n, scan 400 mg / 250 mL -> shows 31.9 mL/h
# not stated by the order, but it follows from it: 31.875
+ on pump, scan 31.9 mL/h -> shows 31.9 mL/h
+ on pump, scan 38.3 mL/h -> scanned_number_differs
icu dopamine | 10 ug/kg/min, 85 kg, base 250 mL, additive 400 mg, on pump, scan 800 mg / 250 mL \
    -> scanned_number_differs
)");
}

// B4, E4, K20: 135 mg of a bag of 100; 110 mg is within overfill, and 67.5 mL say a larger bag.
TEST(OrderChecks, E4RefuseADoseThatOneBagDoesNotHold) {
  expect_table(R"(
order: ward hydrocortisone | 100 mg / 100 mL, 60 min, 80 kg
+ 135 mg -> dose_beyond_bag
+ 110 mg -> shows 110 mL/h
+ 135 mg, 135 mL -> shows 135 mL/h
ward hydrocortisone | 135 mg, 60 min, 80 kg, base 100 mL, additive 100 mg \
    -> dose_beyond_bag
)");
}

// B68 and the slips that people make; the detail names the ratio.
TEST(OrderChecks, B68NameTheSlip) {
  const auto detail = [](std::string_view text) {
    const CheckOutcome outcome = Case(text).outcome();
    for (const Fault& fault : outcome.findings) {
      if (fault.code == FaultCode::quantities_disagree && fault.severity == Severity::error) {
        return fault.place + ": " + fault.detail;
      }
    }
    return "no disagreement; " + rendered(outcome);
  };
  // 5 * 60 * 80 / 1600 = 15 mL/h
  const std::string order = "icu dopamine | 5 ug/kg/min, 80 kg, 400 mg / 250 mL, 250 mL, ";
  const std::string formula = " computed (rate = dose rate * weight / concentration); ratio ";
  EXPECT_EQ(detail(order + "150 mL/h"), "rate: rate 150 mL per hour given, 15 mL per hour" +
                                            formula + "10, near 10 times: a decimal point moved?");
  EXPECT_EQ(detail(order + "1.5 mL/h"), "rate: rate 1.5 mL per hour given, 15 mL per hour" +
                                            formula + "0.1, near 10 times: a decimal point moved?");
  EXPECT_EQ(detail(order + "900 mL/h"), "rate: rate 900 mL per hour given, 15 mL per hour" +
                                            formula +
                                            "60, near 60 times: per hour read as per minute?");
  EXPECT_EQ(detail(order + "0.25 mL/h"),
            "rate: rate 0.25 mL per hour given, 15 mL per hour" + formula +
                "0.01667, near 60 times: per minute read as per hour?");
  EXPECT_EQ(detail(order + "360 mL/h"), "rate: rate 360 mL per hour given, 15 mL per hour" +
                                            formula +
                                            "24, near 24 times: per day read as per hour?");
  // 80 kg are 176.4 lb: 33.1 mL/h
  EXPECT_EQ(detail(order + "33.1 mL/h"), "rate: rate 33.1 mL per hour given, 15 mL per hour" +
                                             formula +
                                             "2.207, near 2.2 times: pounds read as kilograms, "
                                             "or kilograms as pounds?");
  EXPECT_EQ(detail(order + "0.1875 mL/h"),
            "rate: rate 0.1875 mL per hour given, 15 mL per hour" + formula +
                "0.0125, near the weight: a dose per kg read as a whole dose?");
  EXPECT_EQ(detail(order + "20 mL/h"),
            "rate: rate 20 mL per hour given, 15 mL per hour" + formula + "1.333");
  // The digits explain it: 5 stands for 4.5 to 5.5 and 80 for 79.5 to 80.5.
  EXPECT_EQ(detail(order + "15.3 mL/h"), "no disagreement; W:quantities_disagree shows 15 mL/h");
  EXPECT_EQ(detail(order + "15 mL/h"), "no disagreement; shows 15 mL/h");
}

TEST(OrderChecks, LimitsAreNamedWithTheirNumbers) {
  const auto detail = [](std::string_view text) {
    return Case(text).outcome().findings.front().detail;
  };
  EXPECT_EQ(detail("icu dopamine | 21 ug/kg/min, 85 kg, 400 mg / 250 mL, 250 mL"),
            "dose rate 21 mcg per kg per min; soft limit 0.5 to 20 mcg per kg per min");
  EXPECT_EQ(detail("icu dopamine | 160 mL/h, 85 kg, 400 mg / 250 mL, 250 mL"),
            "dose rate 50.2 mcg per kg per min; hard limit 0.1 to 50 mcg per kg per min");
  EXPECT_EQ(detail("nicu norepinephrine | 3 ug/kg/min, 3 kg, 4 mg / 250 mL, 50 mL"),
            "dose rate 3 mcg per kg per min; hard limit up to 2 mcg per kg per min");
  EXPECT_EQ(detail("icu dopamine | 10 ug/kg/min, 85 kg, 800 mg / 250 mL, 250 mL"),
            "3.2 mg/mL; the library has 400 mg in 250 mL");
}

// A person mends an order once: one wrong order, all its faults, in the order of the table.
TEST(OrderChecks, ReportEveryFindingOfOneOrder) {
  expect_table(R"(
icu dopamine | 100 ug/kg/min, 700 kg, 800 mg / 250 mL, 5000 mL, no route, review, stops in -5, \
    name heparin, on pump, asked 30, scan of another patient \
    -> patient_not_the_orders drug_name_disagrees review_needed order_ended order_stale \
    route_missing concentration_not_library weight_implausible quantities_disagree \
    hard_limit_above pump_maximum pump_maximum
)");
  const auto names = check_names();
  EXPECT_EQ(names.front(), "library_is_usable");
  EXPECT_EQ(names.back(), "program_can_be_written");
}

TEST(OrderChecks, SameInputGivesTheSameOutcome) {
  const Case one("icu dopamine | 21 ug/kg/min, 85 kg, 400 mg / 250 mL, 250 mL, on pump");
  const CheckOutcome first = one.outcome(Account::certificate);
  const CheckOutcome second = one.outcome(Account::certificate);
  EXPECT_EQ(first.findings, second.findings);
  EXPECT_EQ(first.program, second.program);
  EXPECT_EQ(first.certificate, second.certificate);
}

}  // namespace
}  // namespace bridge::decide
