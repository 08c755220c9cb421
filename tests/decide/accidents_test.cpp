// SPDX-License-Identifier: Apache-2.0
// Reported accidents (drug-library 6.1), each as the order or scan that led to it: none may pass.
#include "decide/check_case.h"

namespace bridge::decide {
namespace {

using test::Case;
using test::expect_table;

TEST(Accidents, NoneOfThemPasses) {
  expect_table(R"(
# K1 fluorouracil: four days run in four hours. 115.2 / 96 = 1.2 mL/h, 115.2 / 4 = 28.8
ward fluorouracil | 5250 mg, 5250 mg / 115.2 mL, 115.2 mL, 96 h -> shows 1.2 mL/h
ward fluorouracil | 5250 mg, 5250 mg / 115.2 mL, 115.2 mL, 4 h -> hard_limit_below hard_limit_above
ward fluorouracil | 5250 mg, 5250 mg / 115.2 mL, 115.2 mL, 96 h, 28.8 mL/h \
    -> quantities_disagree hard_limit_above
ward fluorouracil | 5250 mg, 5250 mg / 115.2 mL, 115.2 mL, 96 h, on pump, scan 28.8 mL/h \
    -> scanned_number_differs
# K2 fluorouracil: 46 hours run in two
ward fluorouracil | 2500 mg/m2, 1.8 m2, 4500 mg / 230 mL, 230 mL, 2 h -> hard_limit_below
# K3 lidocaine: 41.7 for 4.17 mL/h. 4.17 * 8 / 60 = 0.556 mg/min
icu lidocaine | 0.556 mg/min, 41.7 mL/h, 2000 mg / 250 mL, 250 mL \
    -> quantities_disagree W:soft_limit_below held
# a rate in mL/h asks for no weight: only a loading dose, of which there is none, counts by it
icu lidocaine | 4.17 mL/h, 2000 mg / 250 mL, 250 mL -> W:soft_limit_below held shows 4.17 mL/h
icu lidocaine | 4.17 mL/h, 2000 mg / 250 mL, 250 mL, on pump, scan 41.7 mL/h \
    -> W:soft_limit_below scanned_number_differs held
# K4 heparin: vials of 10 000 for 10 units per mL
nicu heparin | 10 [iU]/kg/h, 3 kg, 250000 [iU] / 250 mL, 250 mL -> concentration_not_library
# K5 norepinephrine: a volume of zero
icu norepinephrine | 0.1 ug/kg/min, 70 kg, 4 mg / 250 mL, 0 mL -> quantity_zero
# K6 vincristine, K7 bupivacaine, K8 gentamicin and penicillin: the wrong route
ward vincristine | 2 mg, 2 mg / 50 mL, 50 mL, 10 min, route intrathecal -> route_not_permitted
ward bupivacaine | 8 mL/h, 250 mg / 250 mL, 250 mL, route intravenous -> route_not_permitted
ward penicillin | 5 M[iU], 30 min, 100 mL, route epidural -> route_not_permitted
ward gentamicin | 1 mg/kg, 80 kg, 80 mg / 100 mL, 100 mL, 60 min, route epidural \
    -> route_not_permitted
# K7 the other way: the scanned bag is not the order's
ward penicillin | 5 M[iU], 30 min, 100 mL, on pump, scan code bupivacaine-n \
    -> scanned_drug_differs
# K9 zinc: mg for ug
nicu zinc | 300 ug/kg/d, 2 kg, 330 mg / 100 mL, 50 mL -> concentration_not_library
# K10 morphine: a 5 mg/mL cartridge run as 1 mg/mL
ward morphine | 2 mg/h, 500 mg / 100 mL, 100 mL -> concentration_not_library
ward morphine | 2 mg/h, 100 mg / 100 mL, 100 mL, on pump, scan 500 mg / 100 mL \
    -> scanned_number_differs
# K11 hydromorphone 2.5 mg/h
ward hydromorphone | 2.5 mg/h, 20 mg / 100 mL, 100 mL -> hard_limit_above
# K12 heparin: 200 for 1300 units per hour
ward heparin | 200 [iU]/h, 25000 [iU] / 500 mL, 500 mL -> hard_limit_below
ward heparin | 1300 [iU]/h, 25000 [iU] / 500 mL, 500 mL, on pump, scan 200 [iU]/h \
    -> scanned_number_differs
# K13 dopamine: 800 mg hung, 400 mg ordered
icu dopamine | 5 ug/kg/min, 80 kg, 400 mg / 250 mL, 250 mL, on pump, scan 800 mg / 250 mL \
    -> scanned_number_differs
# K14 saline: 20 for 250 mL/h
ward saline | 250 mL/h, 1000 mL, on pump, scan 20 mL/h -> scanned_number_differs
# K15 a stale order, K16 and K22 another patient's
icu amiodarone | 1 mg/min, 900 mg / 500 mL, 500 mL, stops in -600 -> order_ended
icu amiodarone | 1 mg/min, 900 mg / 500 mL, 500 mL, on pump, asked 600 -> order_stale
ward hydromorphone | 1 mg/h, 20 mg / 100 mL, 100 mL, on pump, scan of another patient \
    -> patient_not_the_orders
# K17 80 kg entered as 8
icu dopamine | 5 ug/kg/min, 8 kg, 400 mg / 250 mL, 250 mL -> weight_implausible
icu dopamine | 5 ug/kg/min, 60 kg, 400 mg / 250 mL, 250 mL, known 80 kg -> weight_implausible
# K18 potassium: 500 meq in 250 mL
icu potassium | 500 meq, 500 meq / 250 mL, 250 mL, 60 min \
    -> concentration_not_library hard_limit_above hard_limit_above
# K19 morphine in the epidural syringe
ward bupivacaine | 8 mL/h, 250 mg / 250 mL, 250 mL, pump for epidural, scan code morphine-n \
    -> scanned_drug_differs
# K20 insulin: 19 for 1.9 units per hour
ward insulin | 1.9 [iU]/h, 100 [iU] / 100 mL, 100 mL -> shows 1.9 mL/h
ward insulin | 19 [iU]/h, 100 [iU] / 100 mL, 100 mL -> hard_limit_above
# K21 fentanyl: the vial's 10 ug for the 5.8 ug given; 0.58 mL at 10 ug/mL is 2 ug/kg for 2.9 kg
nicu fentanyl | 2 ug/kg, 2.9 kg, 10 ug / 1 mL, 0.58 mL, 10 min -> shows 3.48 mL/h
nicu fentanyl | 2 ug/kg, 2.9 kg, 10 ug / 1 mL, 0.58 mL, 10 min, on pump, scan 10 ug \
    -> scanned_number_differs
nicu fentanyl | 3.448 ug/kg, 2.9 kg, 10 ug / 1 mL, 0.58 mL, 10 min \
    -> quantities_disagree W:soft_limit_above held
nicu fentanyl | 10 ug, 2.9 kg, 10 ug / 1 mL, 1 mL, 10 min \
    -> unit_not_library W:soft_limit_above held
)");
}

// V12, V13: what a bedside pump cannot run exactly enough.
TEST(Accidents, SmallRatesAreNotForceFitted) {
  expect_table(R"(
icu ziconotide | 2.4 ug/d, 100 ug / 4 mL, 4 mL, pump for intrathecal -> pump_resolution
nicu norepinephrine | 0.05 ug/kg/min, 0.8 kg, 4 mg / 250 mL, 50 mL, on pump -> shows 0.15 mL/h
)");
  // A pump with steps of 0.1 mL/h makes 0.2 of 0.15: 33 %.
  PumpModel coarse = test::bedside_model();
  coarse.resolution = {{Rational(), Rational(1, 10)}};
  Case one("nicu norepinephrine | 0.05 ug/kg/min, 0.8 kg, 4 mg / 250 mL, 50 mL, on pump");
  one.context.model = &coarse;
  const CheckOutcome outcome = one.outcome();
  ASSERT_EQ(test::rendered(outcome), "pump_resolution");
  EXPECT_EQ(outcome.findings.back().detail,
            "0.15 mL per hour becomes 0.2 mL per hour: 33.3 %, at most 5 %");
}

// Every number of an order that states all, wrong by one factor, one at a time (T4).
TEST(Accidents, OneFieldWrongByAFactorIsCaughtWhenAllIsStated) {
  const std::vector<std::vector<std::string>> numbers = {
      {"5", "ug/kg/min"}, {"80", "kg"}, {"400", "mg / 250 mL"}, {"15", "mL/h"}};
  const std::vector<std::pair<Rational, bool>> factors = {
      {Rational(10), true},     {Rational(1, 10), true}, {Rational(60), true},
      {Rational(24), true},     {Rational(1000), true},  {Rational(22, 10), true},
      {Rational(1, 1000), true}};
  int caught = 0;
  for (std::size_t wrong = 0; wrong < numbers.size(); ++wrong) {
    for (const auto& [factor, expected] : factors) {
      std::string text = "icu dopamine | 250 mL";
      for (std::size_t at = 0; at < numbers.size(); ++at) {
        Rational value = test::number(numbers[at][0]).exact();
        if (at == wrong) value = value * factor;
        text += ", " + value.decimal()->text() + " " + numbers[at][1];
      }
      const CheckOutcome outcome = Case(text).outcome();
      EXPECT_EQ(any_error(outcome.findings), expected) << text;
      caught += any_error(outcome.findings) ? 1 : 0;
    }
  }
  EXPECT_EQ(caught, 28);
}

}  // namespace
}  // namespace bridge::decide
