// SPDX-License-Identifier: Apache-2.0
#include "clinical/unit.h"

#include <gtest/gtest.h>

#include <set>

namespace bridge {
namespace {

Unit unit(std::string_view ucum) {
  const auto found = Unit::from_ucum(ucum);
  EXPECT_TRUE(found.has_value()) << ucum;
  return *found;
}

// Factors relative to mL, ug, mmol, meq, [iU], min, kg of body, m2, cm; worked by hand.
TEST(Unit, FactorsAreExact) {
  EXPECT_EQ(unit("mL/h").factor(), Rational(1, 60));
  EXPECT_EQ(unit("L/d").factor(), Rational(1000, 1440));
  EXPECT_EQ(unit("mg/h").factor(), Rational(1000, 60));
  EXPECT_EQ(unit("g/kg/d").factor(), Rational(1'000'000, 1440));
  EXPECT_EQ(unit("ng/kg/min").factor(), Rational(1, 1000));
  EXPECT_EQ(unit("m[iU]/kg/h").factor(), Rational(1, 60'000));
  EXPECT_EQ(unit("M[iU]").factor(), Rational(1'000'000));
  EXPECT_EQ(unit("ug/L").factor(), Rational(1, 1000));
}

// The factor of a composed unit is the product of its parts: no row of the list is mistyped.
TEST(Unit, EveryComposedUnitIsMadeOfItsParts) {
  for (std::uint16_t index = 0; index < Unit::count(); ++index) {
    const Unit whole = Unit::at(index);
    const std::string_view ucum = whole.ucum();
    Rational factor(1);
    Dimension dimension;
    std::size_t begin = 0;
    for (bool above = true; begin < ucum.size(); above = false) {
      const std::size_t end = std::min(ucum.find('/', begin), ucum.size());
      const std::string_view part = ucum.substr(begin, end - begin);
      begin = end + 1;
      if (part == "kg" && !above) {
        dimension = dimension / Dimension{.body_weight = 1};
        continue;
      }
      const Unit one = unit(part);
      factor = above ? factor * one.factor() : factor / one.factor();
      dimension = above ? dimension * one.dimension() : dimension / one.dimension();
    }
    EXPECT_EQ(whole.factor(), factor) << ucum;
    EXPECT_EQ(whole.dimension(), dimension) << ucum;
  }
}

TEST(Unit, TextComesBackAsTheSameUnit) {
  std::set<std::string_view> seen;
  for (std::uint16_t index = 0; index < Unit::count(); ++index) {
    const Unit one = Unit::at(index);
    EXPECT_EQ(unit(one.ucum()), one);
    EXPECT_TRUE(seen.insert(one.ucum()).second) << one.ucum();
  }
}

// drug-library 4.3: valid UCUM with another meaning, or another system's spelling. B49, B52.
TEST(Unit, TrapsOfCaseAndSpellingAreNoUnits) {
  for (const std::string_view trap :
       {"MG",      "Mg",       "ML",   "G",       "U",     "mU",  "a",  "st",   "mcg", "MCG",
        "mL/hr",   "mL/H",     "hr",   "mEq",     "units", "IU",  "iU", "[IU]", "cc",  "cc/h",
        "u",       "mcgg",     "lb",   "[lb_av]", "oz",    "Kg",  "KG", "gtt",  "%",   "kcal",
        "mg/kg.h", "{unit}/h", "10*3", "ug /h",   " ug",   "ug ", "",   "/h"}) {
    EXPECT_FALSE(Unit::from_ucum(trap).has_value()) << trap;
  }
}

// drug-library 4.4: what UCUM lets cancel stays apart here.
TEST(Dimension, BodyWeightIsNotDrugMass) {
  EXPECT_NE(unit("ug/kg/min").dimension(), unit("ug/min").dimension());
  EXPECT_NE(unit("mg/kg").dimension(), (Dimension{}));
  EXPECT_EQ(unit("ug/kg/min").dimension(), unit("mg/kg/d").dimension());
  EXPECT_NE(unit("mg/kg/h").dimension(), unit("mg/m2/h").dimension());
}

TEST(Dimension, KindsOfDrugAmountNeverMix) {
  const std::string_view kinds[] = {"mg", "mmol", "meq", "[iU]", "[arb'U]", "mL"};
  for (const auto a : kinds) {
    for (const auto b : kinds) {
      EXPECT_EQ(unit(a).dimension() == unit(b).dimension(), a == b) << a << " " << b;
    }
  }
  EXPECT_TRUE(unit("meq").dimension().is_amount_of_drug());
  EXPECT_FALSE(unit("mL").dimension().is_amount_of_drug());
  EXPECT_FALSE(unit("mg/mL").dimension().is_amount_of_drug());
  EXPECT_FALSE(unit("h").dimension().is_amount_of_drug());
}

}  // namespace
}  // namespace bridge
