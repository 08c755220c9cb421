// SPDX-License-Identifier: Apache-2.0
#include "decide/dose_limits.h"

#include "decide/check_case.h"

namespace bridge::decide {
namespace {

using library::Limit;
using library::LimitedQuantity;
using test::number;
using test::unit;

Limit limit(std::string_view ucum) {
  return {LimitedQuantity::dose_rate,
          unit(ucum),
          {},
          number("0.1"),
          number("0.5"),
          number("20"),
          number("50"),
          {},
          {}};
}

// One unit of the last digit below, at and above each bound (T5).
TEST(DoseLimits, BoundsAreInclusiveToTheLastDigit) {
  const Limit one = limit("ug/kg/min");
  const auto standing = [&](std::string_view value) {
    return name_of(standing_of(one, number(value).exact()));
  };
  EXPECT_EQ(standing("0.0999999999999999"), "below hard limit");
  EXPECT_EQ(standing("0.1"), "below soft limit");
  EXPECT_EQ(standing("0.4999999999999999"), "below soft limit");
  EXPECT_EQ(standing("0.5"), "within");
  EXPECT_EQ(standing("20"), "within");
  EXPECT_EQ(standing("20.00000000000001"), "above soft limit");
  EXPECT_EQ(standing("50"), "above soft limit");
  EXPECT_EQ(standing("50.00000000000001"), "above hard limit");
  // 100/3 * 3/2 is 50 exactly; binary fractions would say 49.999.. or 50.000..
  EXPECT_EQ(name_of(standing_of(one, Rational(100, 3) * Rational(3, 2))), "above soft limit");
}

TEST(DoseLimits, AMissingBoundBindsNothing) {
  Limit one = limit("mg/h");
  one.hard_min.reset();
  one.soft_min.reset();
  EXPECT_EQ(standing_of(one, Rational(1, 1000)), Standing::within);
  EXPECT_EQ(bounds_text(one), "soft up to 20, hard up to 50 mg per hour");
  EXPECT_EQ(limit_detail(one, Rational(70), Standing::above_hard),
            "dose rate 70 mg per hour; hard limit up to 50 mg per hour");
}

TEST(DoseLimits, ValuesAreBroughtToTheLimitsUnitThroughTheStatedBody) {
  // 30 mL/h * 1.6 mg/mL = 48 mg/h; / 80 kg / 60 = 10 ug/kg/min
  const test::Case one("icu dopamine | 30 mL/h, 80 kg, 400 mg / 250 mL");
  const Quantities quantities(one.order, concentration_by_strength(one.order), Body::none);
  EXPECT_EQ(ordered_value(limit("ug/kg/min"), quantities)->text(), "10");
  EXPECT_EQ(ordered_value(limit("mg/h"), quantities)->text(), "48");
  EXPECT_EQ(ordered_value(limit("mg/kg/d"), quantities)->text(), "72/5");
  EXPECT_EQ(ordered_value(limit("mL/kg/h"), quantities)->text(), "3/8");
  // No surface is stated, and units are not mass.
  EXPECT_FALSE(ordered_value(limit("mg/m2/h"), quantities).has_value());
  EXPECT_FALSE(ordered_value(limit("[iU]/h"), quantities).has_value());
}

TEST(DoseLimits, DeliveredValuesFollowTheRateThatThePumpRuns) {
  const test::Case one("ward vancomycin | 1250 mg, 250 mL, 90 min");
  const Quantities quantities(one.order, concentration_by_dose(one.order), Body::none);
  const Measure rate = measure(Rational(167), unit("mL/h"));
  Limit duration = limit("min");
  duration.quantity = LimitedQuantity::duration;
  // 250 / 167 * 60 = 15000/167 min
  EXPECT_EQ(delivered_value(duration, quantities, rate)->text(), "15000/167");
  // 167 * 5 / 60 = 167/12 mg/min
  EXPECT_EQ(delivered_value(limit("mg/min"), quantities, rate)->text(), "167/12");
  Limit dose = limit("mg");
  dose.quantity = LimitedQuantity::dose;
  EXPECT_FALSE(delivered_value(dose, quantities, rate).has_value());
}

Limit of(LimitedQuantity quantity, std::string_view ucum) {
  Limit one = limit(ucum);
  one.quantity = quantity;
  return one;
}

// What a patient may ask for, or a bolus gives, is held in checks of its own and never by the run.
TEST(DoseLimits, OnlyTheRunsOwnQuantitiesHaveAValueByTheRun) {
  const test::Case one("icu dopamine | 30 mL/h, 80 kg, 400 mg / 250 mL, 250 mL");
  const Quantities quantities(one.order, concentration_by_strength(one.order), Body::none);
  const Measure rate = measure(Rational(30), unit("mL/h"));
  for (const LimitedQuantity quantity :
       {LimitedQuantity::demand_dose, LimitedQuantity::lockout, LimitedQuantity::loading_dose,
        LimitedQuantity::bolus_dose, LimitedQuantity::bolus_rate, LimitedQuantity::accumulated}) {
    EXPECT_FALSE(is_of_run(quantity)) << name_of(quantity);
    EXPECT_FALSE(ordered_value(of(quantity, "mg"), quantities)) << name_of(quantity);
    EXPECT_FALSE(delivered_value(of(quantity, "mg"), quantities, rate)) << name_of(quantity);
  }
  EXPECT_EQ(ordered_value(of(LimitedQuantity::rate, "mL/min"), quantities)->text(), "1/2");
  EXPECT_EQ(ordered_value(of(LimitedQuantity::volume, "L"), quantities)->text(), "1/4");
  EXPECT_EQ(ordered_value(of(LimitedQuantity::weight, "g"), quantities)->text(), "80000");
  for (const LimitedQuantity fixed : {LimitedQuantity::volume, LimitedQuantity::weight}) {
    EXPECT_FALSE(delivered_value(of(fixed, "mL"), quantities, rate)) << name_of(fixed);
  }
}

TEST(DoseLimits, WithoutWhatItCountsByThereIsNoValue) {
  const test::Case one("icu dopamine | 30 mL/h");
  const Quantities quantities(one.order, std::nullopt, Body::none);
  const Measure rate = measure(Rational(30), unit("mL/h"));
  EXPECT_FALSE(ordered_value(limit("mg/h"), quantities));     // no concentration
  EXPECT_FALSE(ordered_value(limit("mL/kg/h"), quantities));  // no weight
  EXPECT_FALSE(delivered_value(limit("mg/h"), quantities, rate));
  EXPECT_FALSE(ordered_value(of(LimitedQuantity::weight, "kg"), quantities));
  const Limit duration = of(LimitedQuantity::duration, "min");
  EXPECT_FALSE(delivered_value(duration, quantities, rate));  // no volume
  const test::Case bag("icu dopamine | 30 mL/h, 250 mL");
  const Quantities known(bag.order, std::nullopt, Body::none);
  EXPECT_EQ(delivered_value(duration, known, rate)->text(), "500");
  EXPECT_FALSE(delivered_value(duration, known, measure(Rational(0), unit("mL/h"))));
}

TEST(DoseLimits, BoundsAreToldAsTheyAre) {
  Limit one = limit("mg/h");
  one.soft_max.reset();
  one.hard_max.reset();
  EXPECT_EQ(bounds_text(one), "soft at least 0.5, hard at least 0.1 mg per hour");
  one.hard_min.reset();
  EXPECT_EQ(bounds_text(one), "soft at least 0.5 mg per hour");
  one.soft_min.reset();
  one.hard_max = number("50");
  EXPECT_EQ(bounds_text(one), "hard up to 50 mg per hour");
  EXPECT_EQ(code_of(Standing::above_hard, LimitedQuantity::accumulated),
            FaultCode::total_above_hard_limit);
}

TEST(DoseLimits, NeedABodyWhereTheyCountByIt) {
  EXPECT_TRUE(needs(Body::weight, limit("mg/kg/h")));
  EXPECT_TRUE(needs(Body::weight, of(LimitedQuantity::weight, "kg")));
  EXPECT_FALSE(needs(Body::surface, of(LimitedQuantity::weight, "kg")));
  EXPECT_TRUE(needs(Body::surface, limit("mg/m2/h")));
  EXPECT_FALSE(needs(Body::weight, limit("mg/h")));
  EXPECT_FALSE(needs(Body::none, limit("mg/h")));
}

}  // namespace
}  // namespace bridge::decide
