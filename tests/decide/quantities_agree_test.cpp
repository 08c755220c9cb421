// SPDX-License-Identifier: Apache-2.0
// The worked vectors of the solver, and what written digits allow.
#include "decide/quantities_agree.h"

#include "decide/check_case.h"

namespace bridge::decide {
namespace {

using test::Case;
using test::unit;

// Solves the order of a line without a library: what a pharmacist does with a pencil.
struct Solved {
  Case one;
  Quantities quantities;
  explicit Solved(const std::string& text, Body dosing = Body::none)
      : one("icu none | " + text), quantities(one.order, bag(), dosing) {}

  std::optional<BagConcentration> bag() const {
    auto found = concentration_by_strength(one.order);
    return found ? found : concentration_by_dose(one.order);
  }
  std::string value(Figure figure, std::string_view ucum) const {
    if (!quantities.knows(figure)) return "unknown";
    return quantities.exact(figure).in(unit(ucum)).text();
  }
  std::string rate() const { return value(Figure::rate, "mL/h"); }
};

TEST(QuantitiesAgree, VectorsOfContinuousInfusionsAreExact) {
  // V1: 5 * 80 * 60 / 1600 = 15
  EXPECT_EQ(Solved("5 ug/kg/min, 80 kg, 1600 ug / 1 mL").rate(), "15");
  // V2: 0.1 * 70 * 60 / 16 = 26.25
  EXPECT_EQ(Solved("0.1 ug/kg/min, 70 kg, 16 ug / 1 mL").rate(), "105/4");
  // V3: 0.7 * 80 / 4 = 14; read as per minute it would be 840
  EXPECT_EQ(Solved("0.7 ug/kg/h, 80 kg, 4 ug / 1 mL").rate(), "14");
  EXPECT_EQ(Solved("0.7 ug/kg/min, 80 kg, 4 ug / 1 mL").rate(), "840");
  // V4: 18 * 70 / 50 = 25.2
  EXPECT_EQ(Solved("18 [iU]/kg/h, 70 kg, 50 [iU] / 1 mL").rate(), "126/5");
  // V5
  EXPECT_EQ(Solved("1300 [iU]/h, 50 [iU] / 1 mL").rate(), "26");
  EXPECT_EQ(Solved("200 [iU]/h, 50 [iU] / 1 mL").rate(), "4");
  // V6
  EXPECT_EQ(Solved("0.1 [iU]/kg/h, 70 kg, 1 [iU] / 1 mL").rate(), "7");
  // V8: 6 * 60 / 60
  EXPECT_EQ(Solved("6 m[iU]/min, 60 m[iU] / 1 mL").rate(), "6");
  // V9: 60 / 1.8 = 33.33.. and half of it
  EXPECT_EQ(Solved("1 mg/min, 1.8 mg / 1 mL").rate(), "100/3");
  EXPECT_EQ(Solved("0.5 mg/min, 1.8 mg / 1 mL").rate(), "50/3");
  // V10: 2000 mg / 40
  EXPECT_EQ(Solved("2 g/h, 40 mg / 1 mL").rate(), "50");
  // V12: 0.05 * 0.8 * 60 / 16
  EXPECT_EQ(Solved("0.05 ug/kg/min, 0.8 kg, 16 ug / 1 mL").rate(), "3/20");
  // V13: 2.4 / 24 / 25
  EXPECT_EQ(Solved("2.4 ug/d, 25 ug / 1 mL").rate(), "1/250");
  // V14: fluid per body: 0.01 * 70 * 60 = 42, 0.14 * 70 * 60 = 588
  EXPECT_EQ(Solved("0.01 mL/kg/min, 70 kg").rate(), "42");
  EXPECT_EQ(Solved("0.14 mL/kg/min, 70 kg").rate(), "588");
  // V15, V16
  EXPECT_EQ(Solved("50 ug/kg/min, 80 kg, 10 mg / 1 mL").rate(), "24");
  EXPECT_EQ(Solved("10 ug/kg/min, 70 kg, 0.1 mg / 1 mL").rate(), "420");
}

TEST(QuantitiesAgree, VectorsOfDosesOverTimeAreExact) {
  // V7: 5250 / 45.57 / 96 = 3125/2604 mL/h, and 24 times that in 4 h
  EXPECT_EQ(Solved("5250 mg, 45.57 mg / 1 mL, 96 h").rate(), "3125/2604");
  EXPECT_EQ(Solved("5250 mg, 45.57 mg / 1 mL, 4 h").rate(), "6250/217");
  // V11: 250 / 1.5 = 500/3 mL/h; 1250 / 90 = 125/9 mg/min
  const Solved vancomycin("1250 mg, 250 mL, 90 min");
  EXPECT_EQ(vancomycin.rate(), "500/3");
  EXPECT_EQ(vancomycin.value(Figure::dose_rate, "mg/min"), "125/9");
  // V17: 125 mg/mL * 10 mL/h / 2 kg / 60 = 125/12 mg/kg/min
  EXPECT_EQ(
      Solved("10 mL/h, 2 kg, 125 mg / 1 mL", Body::weight).value(Figure::dose_rate, "mg/kg/min"),
      "125/12");
  // V18: 2 ug/kg * 2.9 kg / 10 ug/mL = 0.58 mL
  EXPECT_EQ(Solved("2 ug/kg, 2.9 kg, 10 ug / 1 mL").value(Figure::volume, "mL"), "29/50");
}

// V1 with each figure missing in turn: the others give it back.
TEST(QuantitiesAgree, EachMissingFigureIsSolvedFor) {
  const auto full = "5 ug/kg/min, 80 kg, 1600 ug / 1 mL, ";
  EXPECT_EQ(Solved(full + std::string("250 mL")).value(Figure::duration, "h"), "50/3");
  EXPECT_EQ(Solved(full + std::string("10 h")).value(Figure::volume, "mL"), "150");
  EXPECT_EQ(Solved(full + std::string("10 h")).value(Figure::dose, "mg"), "240");
  EXPECT_EQ(
      Solved("15 mL/h, 80 kg, 1600 ug / 1 mL", Body::weight).value(Figure::dose_rate, "ug/kg/min"),
      "5");
  EXPECT_EQ(Solved("15 mL/h, 1600 ug / 1 mL").value(Figure::dose_rate, "ug/min"), "400");
}

TEST(QuantitiesAgree, BodyAndConcentrationAreNeverSolvedFor) {
  EXPECT_FALSE(Solved("5 ug/kg/min, 15 mL/h, 1600 ug / 1 mL").quantities.knows(Figure::weight));
  EXPECT_FALSE(Solved("5 ug/kg/min, 15 mL/h, 80 kg").quantities.knows(Figure::concentration));
  EXPECT_FALSE(Solved("5 mg/m2/h, 15 mL/h, 1 mg / 1 mL").quantities.knows(Figure::surface));
  EXPECT_EQ(Solved("5 ug/kg/min, 1600 ug / 1 mL").rate(), "unknown");
  EXPECT_EQ(Solved("5 ug/kg/min, 80 kg").rate(), "unknown");
}

TEST(QuantitiesAgree, ZeroIsNoFigureToDivideBy) {
  EXPECT_EQ(Solved("5 ug/kg/min, 80 kg, 0 ug / 1 mL").rate(), "unknown");
  EXPECT_EQ(Solved("5 ug/kg/min, 80 kg, 5 ug / 0 mL").rate(), "unknown");
  EXPECT_EQ(Solved("250 mL, 0 h").rate(), "unknown");
  EXPECT_EQ(Solved("5 ug/kg/min, 0 kg, 5 ug / 1 mL").rate(), "unknown");
}

TEST(QuantitiesAgree, MassAndUnitsMakeNoRate) {
  EXPECT_EQ(Solved("5 mg/h, 50 [iU] / 1 mL").rate(), "unknown");
  EXPECT_TRUE(Solved("5 mg/h, 10 mL/h, 50 [iU] / 1 mL").quantities.disagreements().empty());
}

// "refused", "warned" or "agree", for the first that disagrees.
std::string verdict(const std::string& text) {
  const Solved solved(text);
  const auto found = solved.quantities.disagreements();
  if (found.empty()) return "agree";
  for (const Disagreement& one : found) {
    if (one.refused) return "refused";
  }
  return "warned";
}

// 10 ug/kg/min * 85 kg at 1.6 mg/mL is 31.875 mL/h; "400 mg / 250 mL" gives 1.595 to 1.605 mg/mL.
TEST(QuantitiesAgree, WrittenDigitsAreTheTolerance) {
  const std::string coarse = "10 ug/kg/min, 85 kg, 400 mg / 250 mL, ";
  EXPECT_EQ(verdict(coarse + "31.875 mL/h"), "agree");
  EXPECT_EQ(verdict(coarse + "31.9 mL/h"), "agree");
  EXPECT_EQ(verdict(coarse + "32 mL/h"), "agree");     // 0.4 %
  EXPECT_EQ(verdict(coarse + "32.5 mL/h"), "warned");  // 2 %, but 10 may stand for 10.4
  EXPECT_EQ(verdict(coarse + "38.3 mL/h"), "refused");
  // More digits written, less allowed: [9.95, 10.05] * [84.95, 85.05] gives 31.6 to 32.2.
  const std::string fine = "10.0 ug/kg/min, 85.0 kg, 400 mg / 250 mL, ";
  EXPECT_EQ(verdict(fine + "31.9 mL/h"), "agree");
  EXPECT_EQ(verdict(fine + "32.5 mL/h"), "refused");
  EXPECT_EQ(verdict(fine + "32 mL/h"), "agree");
  // A trailing zero counts: 32.50 does not stand for 32.45.
  const std::string finest = "10.00 ug/kg/min, 85.00 kg, 400.0 mg / 250.0 mL, ";
  EXPECT_EQ(verdict(finest + "32.20 mL/h"), "refused");  // 1.02 %
  EXPECT_EQ(verdict(finest + "32.10 mL/h"), "warned");   // 0.7 %: outside the digits, below 1 %
}

TEST(QuantitiesAgree, TwiceIsNeverRounding) {
  // 1 stands for 0.5 to 1.5 twice over, so the intervals meet; the factor 2.2 is refused all the
  // same.
  EXPECT_EQ(verdict("1 ug/kg/min, 1 kg, 60 ug / 1 mL, 2 mL/h"), "refused");
  EXPECT_EQ(verdict("1 ug/kg/min, 1 kg, 60 ug / 1 mL, 0.5 mL/h"), "refused");
  EXPECT_EQ(verdict("1 ug/kg/min, 1 kg, 60 ug / 1 mL, 1.9 mL/h"), "warned");
}

TEST(QuantitiesAgree, EveryRelationIsLookedAt) {
  // rate * duration = volume: 100 mL/h * 2 h
  EXPECT_EQ(verdict("100 mL/h, 2 h, 200 mL"), "agree");
  EXPECT_EQ(verdict("100 mL/h, 2 h, 300 mL"), "refused");
  // concentration * volume = dose: 5 mg/mL * 250 mL
  EXPECT_EQ(verdict("1250 mg, 1250 mg / 250 mL, 250 mL"), "agree");
  EXPECT_EQ(verdict("1000 mg, 1250 mg / 250 mL, 250 mL"), "refused");
  // ... per kg: 5 mg/kg * 80 kg = 400 mg; a weight taken for a dose
  EXPECT_EQ(verdict("5 mg/kg, 80 kg, 400 mg / 100 mL, 100 mL"), "agree");
  EXPECT_EQ(verdict("80 mg/kg, 80 kg, 400 mg / 100 mL, 100 mL"), "refused");
  // ... per m2
  EXPECT_EQ(verdict("2500 mg/m2, 1.8 m2, 4500 mg / 230 mL, 230 mL"), "agree");
  EXPECT_EQ(verdict("2500 mg/m2, 18 m2, 4500 mg / 230 mL, 230 mL"), "refused");
  // dose rate * duration = dose, without any volume: 10 mg/min * 30 min
  EXPECT_EQ(verdict("10 mg/min, 30 min, 300 mg"), "agree");
  EXPECT_EQ(verdict("10 mg/min, 30 min, 30 mg"), "refused");
  // through a figure that no one stated: 5 * 80 * 60 / 1600 * 10 h = 150 mL
  EXPECT_EQ(verdict("5 ug/kg/min, 80 kg, 1600 ug / 1 mL, 10 h, 150 mL"), "agree");
  EXPECT_EQ(verdict("5 ug/kg/min, 80 kg, 1600 ug / 1 mL, 10 h, 250 mL"), "refused");
}

TEST(QuantitiesAgree, ADoseAndAWeightInPoundsAreFoundByTheirRatio) {
  // 154 lb for 69.85 kg (V20: times 0.45359237)
  const Solved solved("5 ug/kg/min, 154 kg, 1600 ug / 1 mL, 13.1 mL/h");
  const auto found = solved.quantities.disagreements();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NE(solved.quantities.detail(found[0]).find("near 2.2 times"), std::string::npos);
}

TEST(QuantitiesAgree, LikelySlipsAreNamedOnlyWhenNear) {
  const Rational none;
  EXPECT_EQ(likely_slip(Rational(3), none, none), "");
  EXPECT_EQ(likely_slip(Rational(1), Rational(1), Rational(1)), "");
  EXPECT_EQ(likely_slip(Rational(1, 1000), none, none),
            "near 1000 times: mg read as mcg, or g as mg?");
  EXPECT_EQ(likely_slip(Rational(60), Rational(60), none),
            "near 60 times: per hour read as per minute?; or near the weight: a whole dose read as "
            "a dose per kg?");
  EXPECT_EQ(likely_slip(Rational(1, 24), none, none), "near 24 times: per hour read as per day?");
  EXPECT_EQ(likely_slip(Rational(1, 9), Rational(9), Rational(9, 5)),
            "near the weight: a dose per kg read as a whole dose?");
}

TEST(Interval, IsHalfOfTheLastDigitWritten) {
  const auto written = [](std::string_view text) {
    const Interval one = as_written(Amount{test::number(text), unit("mL"), std::string(text), {}});
    return one.low.text() + " " + one.high.text();
  };
  EXPECT_EQ(written("1.2"), "23/20 5/4");
  EXPECT_EQ(written("1.20"), "239/200 241/200");
  EXPECT_EQ(written("120"), "239/2 241/2");
  const Interval computed = as_written(Amount{test::number("1.2"), unit("mL"), "", {}});
  EXPECT_EQ(computed.low, computed.high);
}

// 150 mL at 5 mg/mL make 750 mg; a figure that comes out in another kind of unit is none.
TEST(QuantitiesAgree, WhatComesOutInAnotherKindOfUnitIsNoFigure) {
  EXPECT_EQ(Solved("5 mg/h, 10 h, 50 [iU]").rate(), "unknown");
  EXPECT_FALSE(Solved("5 mg/kg/h, 10 mL/h, 2 m2, 5 mg / 1 mL").quantities.knows(Figure::weight));
  EXPECT_EQ(Solved("5 mg, 5 [iU] / 1 mL").value(Figure::volume, "mL"), "unknown");
  EXPECT_EQ(Solved("5 mg, 5 [iU]/h").value(Figure::duration, "h"), "unknown");
  EXPECT_TRUE(Solved("5 mg, 5 [iU]/h, 1 h, 5 mL, 5 mg / 1 mL").quantities.disagreements().size() <=
              1U);
}

// A time that is too long is a rate that is too small: 24 h for 1 h.
TEST(QuantitiesAgree, ATimeThatIsWrongNamesTheSlipOfItsRate) {
  const Solved solved("10 mg/h, 24 h, 10 mg");
  const auto found = solved.quantities.disagreements();
  ASSERT_EQ(found.size(), 1U);
  const std::string detail = solved.quantities.detail(found[0]);
  EXPECT_NE(detail.find("near 24 times"), std::string::npos) << detail;
  // Volume and rate are stated by the bag and the strength; only the time is the sender's.
  Solved bag("base 240 mL, 24 h, 240 mL");
  EXPECT_TRUE(bag.quantities.disagreements().empty());
}

}  // namespace
}  // namespace bridge::decide
