// SPDX-License-Identifier: Apache-2.0
#include "clinical/quantity.h"

#include <gtest/gtest.h>

namespace bridge {
namespace {

Amount amount(std::string_view digits, std::string_view ucum) {
  const auto value = Decimal::parse(digits);
  const auto unit = Unit::from_ucum(ucum);
  EXPECT_TRUE(value && unit) << digits << " " << ucum;
  return Amount{*value, *unit, std::string(digits), {"RXE[1]-23", "rde.give_rate"}};
}

template <class Kind>
std::string made(std::string_view digits, std::string_view ucum) {
  const auto result = Kind::make(amount(digits, ucum));
  if (result) return result->amount().ucum_text();
  EXPECT_EQ(result.fault().place, "RXE[1]-23");
  return std::string(kind_of(result.fault().code).name);
}

// B50: a unit of the wrong kind; each kind takes its own and no other.
TEST(Quantity, TakesOnlyUnitsOfItsKind) {
  EXPECT_EQ(made<Volume>("250", "mL"), "250 mL");
  EXPECT_EQ(made<Volume>("250", "mg"), "unit_wrong_kind");
  EXPECT_EQ(made<Volume>("250", "mL/h"), "unit_wrong_kind");
  EXPECT_EQ(made<Dose>("400", "mg"), "400 mg");
  EXPECT_EQ(made<Dose>("400", "mL"), "unit_wrong_kind");
  EXPECT_EQ(made<Dose>("4", "mg/kg"), "4 mg/kg");
  EXPECT_EQ(made<Dose>("4", "mg/h"), "unit_wrong_kind");
  EXPECT_EQ(made<Dose>("4", "mg/mL"), "unit_wrong_kind");
  EXPECT_EQ(made<FlowRate>("31.9", "mL/h"), "31.9 mL/h");
  EXPECT_EQ(made<FlowRate>("5", "ug/kg/min"), "unit_wrong_kind");
  EXPECT_EQ(made<FlowRate>("5", "mL/kg/h"), "unit_wrong_kind");
  EXPECT_EQ(made<DoseRate>("5", "ug/kg/min"), "5 ug/kg/min");
  EXPECT_EQ(made<DoseRate>("5", "mL/kg/h"), "5 mL/kg/h");
  EXPECT_EQ(made<DoseRate>("5", "mL/h"), "unit_wrong_kind");
  EXPECT_EQ(made<DoseRate>("5", "mg"), "unit_wrong_kind");
  EXPECT_EQ(made<Duration>("90", "min"), "90 min");
  EXPECT_EQ(made<Duration>("90", "mg/min"), "unit_wrong_kind");
  EXPECT_EQ(made<BodyHeight>("170", "cm"), "170 cm");
  EXPECT_EQ(made<BodyHeight>("170", "m2"), "unit_wrong_kind");
  EXPECT_EQ(made<BodySurface>("1.8", "m2"), "1.8 m2");
  EXPECT_EQ(made<BodySurface>("1.8", "kg"), "unit_wrong_kind");
}

// B70: pounds are no unit here at all, and milligrams are no weight of a patient.
TEST(Quantity, BodyWeightIsInKilogramsOrGrams) {
  EXPECT_EQ(made<BodyWeight>("85", "kg"), "85 kg");
  EXPECT_EQ(made<BodyWeight>("800", "g"), "800 g");
  EXPECT_EQ(made<BodyWeight>("85000000", "mg"), "weight_unit");
  EXPECT_EQ(made<BodyWeight>("85", "mL"), "weight_unit");
}

// B65
TEST(Quantity, IsNeverNegative) {
  EXPECT_EQ(made<FlowRate>("-1", "mL/h"), "quantity_negative");
  EXPECT_EQ(made<DoseRate>("-0.001", "mg/h"), "quantity_negative");
  EXPECT_EQ(made<Dose>("-1", "mg"), "quantity_negative");
  EXPECT_EQ(made<Volume>("-1", "mL"), "quantity_negative");
  EXPECT_EQ(made<BodyWeight>("-85", "kg"), "quantity_negative");
  // Zero is a number that can be sent; the checks refuse it where it means a dose (B66).
  EXPECT_EQ(made<Volume>("0", "mL"), "0 mL");
}

// B61: shown without a trailing zero, the received text kept.
TEST(Quantity, KeepsTheReceivedText) {
  const auto rate = FlowRate::make(amount("5.0", "mL/h"));
  ASSERT_TRUE(rate.has_value());
  EXPECT_EQ(rate->amount().ucum_text(), "5 mL/h");
  EXPECT_EQ(rate->amount().text, "5.0");
  EXPECT_EQ(rate->from().row, "rde.give_rate");
}

TEST(Measure, ConvertsExactly) {
  const auto in = [](std::string_view digits, std::string_view from, std::string_view to) {
    return amount(digits, from).exact().in(*Unit::from_ucum(to)).text();
  };
  EXPECT_EQ(in("5", "ug/kg/min", "mg/kg/h"), "3/10");  // binary fractions say 0.29999999999999993
  EXPECT_EQ(in("0.1", "mg", "ug"), "100");
  EXPECT_EQ(in("1", "mg/min", "mg/d"), "1440");
  EXPECT_EQ(in("1", "g/m2/d", "mg/m2/h"), "125/3");
  EXPECT_EQ(in("800", "g", "kg"), "4/5");
  EXPECT_EQ(in("1", "L", "uL"), "1000000");
}

// There and back is the same value, for every pair of units of one dimension.
TEST(Measure, ConvertsThereAndBack) {
  const Rational value(10, 3);
  for (std::uint16_t a = 0; a < Unit::count(); ++a) {
    for (std::uint16_t b = 0; b < Unit::count(); ++b) {
      if (Unit::at(a).dimension() != Unit::at(b).dimension()) continue;
      const Rational there = measure(value, Unit::at(a)).in(Unit::at(b));
      EXPECT_EQ(measure(there, Unit::at(b)).in(Unit::at(a)), value);
    }
  }
}

TEST(MeasureDeathTest, NeverConvertsAcrossDimensions) {
  const Measure dose = amount("5", "ug/kg/min").exact();
  EXPECT_DEATH((void)dose.in(*Unit::from_ucum("ug/min")), "invariant broken");
  EXPECT_DEATH((void)(dose / measure(Rational(), *Unit::from_ucum("mL"))), "invariant broken");
}

}  // namespace
}  // namespace bridge
