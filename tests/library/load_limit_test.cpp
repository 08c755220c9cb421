// SPDX-License-Identifier: Apache-2.0
// One limit of a setup: its quantity, unit and window against how the setup doses.
#include "library/load_limit.h"

#include "library/library_text.h"

namespace bridge::library {
namespace {

// The small library with one more limit, which is all of `limit` but its bound and its source.
std::string more(std::string_view limit, std::string_view behind) {
  return with(
      small_library, behind,
      std::string(behind) + ", {" + std::string(limit) + R"(, "hard_max": 900, "source": "x"})");
}
// setups[0]: continuous, in ug/kg/min.
std::string of_dose_rate(std::string_view limit) {
  return more(limit, R"("hard_max": 50, "source": "label"})");
}
// setups[1]: intermittent, in mg.
std::string of_dose(std::string_view limit) {
  return more(limit, R"("source": "label", "rationale": "one bag"})");
}
// setups[2]: a fluid.
std::string of_fluid(std::string_view limit) {
  return more(limit, R"("hard_max": 999, "source": "pump"})");
}

TEST(Limit, OfAFluidCountsFluid) {
  EXPECT_EQ(told(of_fluid(R"("quantity": "dose_rate", "unit": "mL/kg/h")")), "loaded");
  EXPECT_EQ(told(of_fluid(R"("quantity": "weight", "unit": "kg")")), "loaded");
  EXPECT_EQ(told(of_fluid(R"("quantity": "dose_rate", "unit": "mg/h")")),
            "setups[2].limits[1].unit: mg/h cannot be compared with the rate of a fluid");
  for (const char* quantity : {"demand_dose", "loading_dose", "bolus_dose"}) {
    EXPECT_EQ(told(of_fluid(R"("quantity": ")" + std::string(quantity) + R"(", "unit": "mg")")),
              "setups[2].limits[1].unit: mg cannot be compared with the rate of a fluid");
  }
  EXPECT_EQ(told(of_fluid(R"("quantity": "accumulated", "unit": "mL", "window": "lifetime")")),
            "setups[2].limits[1].unit: mL is not a unit of dose");
}

constexpr std::string_view a_day = R"("window": {"value": 24, "unit": "h"})";

std::string accumulated(std::string_view unit, std::string_view window) {
  return R"("quantity": "accumulated", "unit": ")" + std::string(unit) + R"(", )" +
         std::string(window);
}

// Weight or surface bridges whole doses and doses per body; nothing bridges mass and units.
TEST(Limit, OfWhatIsAccumulatedCountsTheSameSubstance) {
  EXPECT_EQ(told(of_dose(accumulated("mg", a_day))), "loaded");
  EXPECT_EQ(told(of_dose(accumulated("mg/m2", R"("window": "lifetime")"))), "loaded");
  EXPECT_EQ(told(of_dose_rate(accumulated("mg", a_day))), "loaded");
  EXPECT_EQ(told(of_dose(accumulated("[iU]", a_day))),
            "setups[1].limits[1].unit: [iU] cannot be compared with the dosing unit mg");
}

TEST(Limit, OfOneQuantityStandsOnceForEachWindowAndKindOfUnit) {
  const auto both = [](std::string_view first, std::string_view second) {
    return told(with(of_dose(first), R"("hard_max": 900, "source": "x"})",
                     R"("hard_max": 900, "source": "x"}, {)" + std::string(second) +
                         R"(, "hard_max": 900, "source": "x"})"));
  };
  const std::string twice = "setups[1].limits[2].quantity: this quantity is limited twice";
  const std::string in_a_day = accumulated("mg", a_day);
  EXPECT_EQ(both(in_a_day, accumulated("mg", R"("window": {"value": 4, "unit": "h"})")), "loaded");
  EXPECT_EQ(both(in_a_day, accumulated("mg", R"("window": "lifetime")")), "loaded");
  EXPECT_EQ(both(in_a_day, accumulated("mg/kg", a_day)), "loaded");
  EXPECT_EQ(both(in_a_day, in_a_day), twice);
  EXPECT_EQ(both(in_a_day, accumulated("g", R"("window": {"value": 1, "unit": "d"})")), twice);
  EXPECT_EQ(both(accumulated("mg", R"("window": "lifetime")"),
                 accumulated("g", R"("window": "lifetime")")),
            twice);
}

TEST(Limit, OfWhatIsAccumulatedHasAWindowThatPasses) {
  const std::string place = "setups[1].limits[1].window";
  const std::string wanted = R"(: must be "lifetime" or a time such as {"value": 24, "unit": "h"})";
  EXPECT_EQ(told(of_dose(R"("quantity": "accumulated", "unit": "mg")")), place + ": missing");
  EXPECT_EQ(told(of_dose(accumulated("mg", R"("window": "ever")"))), place + wanted);
  EXPECT_EQ(told(of_dose(accumulated("mg", R"("window": 24)"))), place + wanted);
  EXPECT_EQ(told(of_dose(accumulated("mg", R"("window": {"value": 0, "unit": "h"})"))),
            place + ".value: must be above zero");
  EXPECT_EQ(told(of_dose(accumulated("mg", R"("window": {"value": 24, "unit": "mL"})"))),
            place + ".unit: mL is not a unit of duration");
}

// The dosing unit has its own fault; what would be compared with it is not told as well.
TEST(Limit, IsNotHeldAgainstADosingUnitThatIsNone) {
  const std::string wrong = "setups[1].dosing_unit: is not one of the UCUM units taken here";
  const auto dosed_in_capitals = [](const std::string& text) {
    return told(with(text, R"("dosing_unit": "mg")", R"("dosing_unit": "MG")"));
  };
  EXPECT_EQ(dosed_in_capitals(std::string(small_library)), wrong);
  EXPECT_EQ(dosed_in_capitals(of_dose(accumulated("[iU]", a_day))), wrong);
  EXPECT_EQ(dosed_in_capitals(of_dose(R"("quantity": "dose_rate", "unit": "[iU]/h")")), wrong);
}

TEST(Limit, HasAUnitThatIsAText) {
  EXPECT_EQ(told(of_dose(R"("quantity": "volume", "unit": 5)")),
            "setups[1].limits[1].unit: must be a string");
  EXPECT_EQ(told(of_dose(R"("quantity": 5, "unit": "mg")")).substr(0, 31),
            "setups[1].limits[1].quantity: m");
}

}  // namespace
}  // namespace bridge::library
