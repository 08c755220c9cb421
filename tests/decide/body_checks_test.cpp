// SPDX-License-Identifier: Apache-2.0
// Body surface and bag: figures that no patient and no bag can have.
#include <gtest/gtest.h>

#include "decide/check_case.h"

namespace bridge::decide::test {
namespace {

// Whether these findings have the code, and how: "E", "W" or "".
std::string told(const CheckOutcome& outcome, FaultCode code) {
  for (const Fault& fault : outcome.findings) {
    if (fault.code == code) return std::string(name_of(fault.severity));
  }
  return "";
}

BodySurface square_metres(std::string_view value) {
  return BodySurface::make(Amount{number(value), unit("m2"), {}, {"OBX-5", "test"}}).value();
}
BodyHeight centimetres(std::string_view value) {
  return BodyHeight::make(Amount{number(value), unit("cm"), {}, {"OBX-5", "test"}}).value();
}

std::string surface_of_80_kg(std::string_view surface, std::string_view height) {
  Case one("icu dopamine | 5 ug/kg/min, 80 kg, 400 mg / 250 mL, 250 mL");
  one.order.surface = square_metres(surface);
  if (!height.empty()) one.order.height = centimetres(height);
  return told(one.outcome(), FaultCode::surface_implausible);
}

// 180 cm and 80 kg: the root of 180 x 80 / 3600 = 4, so 2 m2. 15 % more is 2.3, 15 % less 1.7.
TEST(BodySurface, must_fit_weight_and_height_by_mosteller) {
  EXPECT_EQ(surface_of_80_kg("2", "180"), "");
  EXPECT_EQ(surface_of_80_kg("2.3", "180"), "");
  EXPECT_EQ(surface_of_80_kg("2.31", "180"), "E");
  EXPECT_EQ(surface_of_80_kg("1.7", "180"), "");
  EXPECT_EQ(surface_of_80_kg("1.69", "180"), "W");  // capped, perhaps
  EXPECT_EQ(surface_of_80_kg("1", "180"), "W");
  EXPECT_EQ(surface_of_80_kg("0.99", "180"), "E");
}

// (4 x 80 + 7) / (80 + 90) = 327/170 = 1.9235 m2; half is 0.962, one and a half times 2.885.
TEST(BodySurface, without_a_height_must_be_near_what_the_weight_makes) {
  EXPECT_EQ(surface_of_80_kg("1.9", ""), "");
  EXPECT_EQ(surface_of_80_kg("0.97", ""), "");
  EXPECT_EQ(surface_of_80_kg("0.96", ""), "E");
  EXPECT_EQ(surface_of_80_kg("2.88", ""), "");
  EXPECT_EQ(surface_of_80_kg("2.89", ""), "E");
}

TEST(BodySurface, of_nobody_is_refused_whatever_the_weight) {
  EXPECT_EQ(surface_of_80_kg("18", "180"), "E");
  EXPECT_EQ(surface_of_80_kg("0.018", ""), "E");
}

InfusionOrder with_bag(const InfusionOrder& order, std::string_view base_ml,
                       std::string_view additive_ml) {
  InfusionOrder filled = order;
  Component base{ComponentRole::base, {"D5W", "", "local"}, {}, {}};
  base.volume = Volume::make(Amount{number(base_ml), unit("mL"), {}, {"RXC-3", "test"}}).value();
  Component additive{ComponentRole::additive, filled.drug, {}, {}};
  additive.amount = Dose::make(Amount{number("400"), unit("mg"), {}, {"RXC-3", "test"}}).value();
  if (!additive_ml.empty()) {
    additive.volume =
        Volume::make(Amount{number(additive_ml), unit("mL"), {}, {"RXC-3", "test"}}).value();
  }
  filled.components = {base, additive};
  return filled;
}

std::string volume_from_bag(std::string_view volume, std::string_view base_ml,
                            std::string_view additive_ml) {
  Case one("icu dopamine | 5 ug/kg/min, 80 kg, 400 mg / 250 mL, " + std::string(volume) + " mL");
  one.order = with_bag(one.order, base_ml, additive_ml);
  return told(one.outcome(), FaultCode::quantities_disagree);
}

TEST(Bag, a_volume_beyond_what_is_in_it_is_refused) {
  EXPECT_EQ(volume_from_bag("250", "250", ""), "");
  EXPECT_EQ(volume_from_bag("2500", "250", ""), "E");  // a zero too many
  EXPECT_EQ(volume_from_bag("275", "250", ""), "");    // a tenth of overfill
  // An additive of unknown volume may as much as double the bag; a person says whether it does.
  EXPECT_EQ(volume_from_bag("276", "250", ""), "W");
  EXPECT_EQ(volume_from_bag("500", "250", ""), "W");
  EXPECT_EQ(volume_from_bag("501", "250", ""), "E");
}

TEST(Bag, with_all_volumes_stated_a_tenth_is_left_for_overfill) {
  // 240 + 10 = 250 mL; a tenth more is 275 mL.
  EXPECT_EQ(volume_from_bag("275", "240", "10"), "");
  EXPECT_EQ(volume_from_bag("276", "240", "10"), "E");
}

// A loading dose comes out of the same bag. 35 mg of 1.6 mg/mL are 21.9 mL: with 250 + 21.9 of 250
// mL the overfill (275) holds it, with 70 mg, 43.8 mL, it does not.
TEST(Bag, holds_the_loading_dose_as_well) {
  const auto with_loading = [](std::string_view dose) {
    Case one("icu ketamine | 0.2 mg/kg/h, 70 kg, 400 mg / 250 mL, 250 mL, loading " +
             std::string(dose));
    one.order = with_bag(one.order, "250", "");
    one.order.components[1].code = one.order.drug;
    return told(one.outcome(), FaultCode::quantities_disagree);
  };
  EXPECT_EQ(with_loading("35 mg"), "");
  EXPECT_EQ(with_loading("70 mg"), "W");
}

std::string without_components(const std::string& order) {
  return told(Case(order).outcome(), FaultCode::quantities_disagree);
}

// Strength and its volume tell the product; somewhat more than one may be in the bag, ten are not.
TEST(Bag, without_components_the_volume_of_the_strength_counts) {
  const std::string dopamine = "icu dopamine | 5 ug/kg/min, 80 kg, 400 mg / 250 mL, ";
  EXPECT_EQ(without_components(dopamine + "250 mL"), "");
  EXPECT_EQ(without_components(dopamine + "25 mL"), "");
  EXPECT_EQ(without_components(dopamine + "500 mL"), "");
  EXPECT_EQ(without_components(dopamine + "501 mL"), "E");
  EXPECT_EQ(without_components(dopamine + "2500 mL"), "E");
  EXPECT_EQ(without_components("ward insulin | 2 [iU]/h, 100 [iU] / 100 mL, 1000 mL"), "E");
  EXPECT_EQ(without_components("ward heparin | 1000 [iU]/h, 25000 [iU] / 500 mL, 5000 mL"), "E");
}

TEST(Bag, a_strength_per_mL_tells_no_bag_and_the_librarys_counts) {
  // 1.6 mg/mL is the library's 400 mg in 250 mL.
  const std::string dopamine = "icu dopamine | 5 ug/kg/min, 80 kg, 1.6 mg / 1 mL, ";
  EXPECT_EQ(without_components(dopamine + "250 mL"), "");
  EXPECT_EQ(without_components(dopamine + "2500 mL"), "E");
  // The library tells fentanyl per mL too: nothing can be said.
  const std::string fentanyl = "nicu fentanyl | 2 ug/kg, 3 kg, 10 ug / 1 mL, 10 min, 0.6 mL";
  EXPECT_EQ(without_components(fentanyl), "");
  EXPECT_EQ(without_components("nicu fentanyl | 2 ug/kg, 30 kg, 10 ug / 1 mL, 10 min, 6 mL"), "");
}

TEST(Bag, what_is_asked_for_out_of_a_running_one_is_not_held_against_it) {
  EXPECT_EQ(without_components("icu dopamine | 5 ug/kg/min, 80 kg, 400 mg / 250 mL, 2500 mL, "
                               "rate change"),
            "");
}

TEST(Bag, holds_no_dose_per_body) {
  Case one("icu dopamine | 5 ug/kg/min, 80 kg, 400 mg / 250 mL, 250 mL");
  one.order = with_bag(one.order, "250", "");
  EXPECT_EQ(told(one.outcome(), FaultCode::unit_wrong_kind), "");
  one.order.components[1].amount =
      Dose::make(Amount{number("400"), unit("mg/kg"), {}, {"RXC-3", "test"}}).value();
  EXPECT_EQ(told(one.outcome(), FaultCode::unit_wrong_kind), "E");
}

// What is zero was told as such; nothing else is held against it.
TEST(Body, AZeroIsToldOnce) {
  expect_table(R"(
order: ward fluorouracil | 2500 mg/m2, 4500 mg / 230 mL, 230 mL, 46 h
+ 0 m2 -> quantity_zero
+ 1.8 m2, 0 kg -> weight_implausible
# without a height (4 * 70 + 7) / (70 + 90) = 1.79 m2; half of it is 0.9, one and a half times 2.7
+ 1.8 m2, 70 kg, 0 cm -> quantity_zero
# 2500 * 2.8 = 7000 mg of 4500
+ 2.8 m2, 70 kg, 0 cm -> quantity_zero surface_implausible quantities_disagree
)");
}

// B4. Two bags of 1.6 mg/mL in the library: a dose of 1440 mg in 900 mL may be drawn from the
// larger one, of which twice the volume is 1000 mL.
TEST(Bag, TheLargestOfTheLibraryOfThisConcentrationCounts) {
  constexpr std::string_view order = "icu dopamine | 10 ug/kg/min, 85 kg, 1440 mg, 900 mL";
  const auto with_bags = [&](std::initializer_list<const char*> bags) {
    auto parts = test::example_parts();
    for (library::Setup& setup : parts.setups) {
      if (setup.care_area != "icu" || setup.drug != "dopamine") continue;
      setup.concentrations.clear();
      for (const char* bag : bags) {
        const std::string ml(bag);
        const Decimal volume = test::number(ml);
        const Decimal amount = *(volume.exact() * Rational(16, 10)).decimal();
        setup.concentrations.push_back(
            {Amount{amount, test::unit("mg"), {}, {}}, Amount{volume, test::unit("mL"), {}, {}}});
      }
    }
    const library::DrugLibrary library(std::move(parts));
    Case one(order);
    one.context.library = &library;
    return test::rendered(one.outcome());
  };
  EXPECT_EQ(with_bags({"250"}), "quantities_disagree");
  EXPECT_EQ(with_bags({"250", "500"}), "shows 31.875 mL/h");
  EXPECT_EQ(with_bags({"500", "250"}), "shows 31.875 mL/h");
  // 1 mL tells a concentration and no bag.
  EXPECT_EQ(with_bags({"1"}), "shows 31.875 mL/h");
}

TEST(Bag, AStrengthWithoutItsVolumeTellsNone) {
  expect_table(R"(
icu dopamine | 10 ug/kg/min, 85 kg, strength 400 mg, 250 mL -> concentration_missing
icu dopamine | 10 ug/kg/min, 85 kg, strength 400 mg, 400 mg, 250 mL -> shows 31.875 mL/h
)");
}

// 0.5 mg/kg * 70 kg = 35 mg, 17.5 mL of 2 mg/mL, come out of the same 100 mL: 110 with overfill.
// The powder's volume is not stated.
TEST(Bag, ALoadingDosePerKilogramComesOutOfItToo) {
  expect_table(R"(
order: icu ketamine | 0.2 mg/kg/h, 70 kg, base 100 mL, additive 200 mg
+ 92 mL, loading 0.5 mg/kg -> W:loading_rate_missing held shows 7 mL/h
+ 93 mL, loading 0.5 mg/kg -> W:loading_rate_missing W:quantities_disagree held shows 7 mL/h
+ 93 mL, loading 35 mg -> W:loading_rate_missing W:quantities_disagree held shows 7 mL/h
+ 93 mL -> shows 7 mL/h
)");
}

}  // namespace
}  // namespace bridge::decide::test
