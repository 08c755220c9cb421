// SPDX-License-Identifier: Apache-2.0
// The grammar, the traps and several thousand expressions whose factors are made independently.
#include "clinical/ucum.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace bridge {
namespace {

// The unit of the list, or why not.
std::string read(std::string_view text) {
  const auto unit = unit_of_ucum(text);
  if (unit) return std::string(unit->ucum());
  switch (unit.fault()) {
    case UcumRefusal::too_long:
      return "too long";
    case UcumRefusal::malformed:
      return "malformed";
    case UcumRefusal::unknown_symbol:
      return "unknown";
    case UcumRefusal::not_linear:
      return "not linear";
    case UcumRefusal::other_quantity:
      return "other";
    case UcumRefusal::own_arbitrary:
      return "own";
    case UcumRefusal::counted_thing:
      return "counted";
    case UcumRefusal::named_body:
      return "named body";
    case UcumRefusal::cancels:
      return "cancels";
    case UcumRefusal::out_of_range:
      return "range";
    case UcumRefusal::not_listed:
      return "not listed";
  }
  return "?";
}

using Table = std::vector<std::pair<std::string, std::string>>;

void expect_all(const Table& table) {
  for (const auto& [text, expected] : table) EXPECT_EQ(read(text), expected) << text;
}

// drug-library 4.3, each row of it.
TEST(Ucum, TrapsOfCaseAndSpelling) {
  expect_all({
      {"mcg", "unknown"},
      {"MCG", "unknown"},
      {"mL/hr", "unknown"},
      {"hr", "unknown"},
      {"mEq", "unknown"},
      {"MEQ", "unknown"},
      {"units", "unknown"},
      {"unit", "unknown"},
      {"IU", "unknown"},
      {"iU", "unknown"},
      {"gtt", "unknown"},
      {"dose", "unknown"},
      {"day", "unknown"},
      {"lb", "unknown"},
      {"cc", "unknown"},
      {"KG", "unknown"},
      {"Kg", "unknown"},
      {"MIN", "unknown"},
      {"GM", "unknown"},
      {"gr", "unknown"},
      {"Eq", "unknown"},
      {"mOsm", "unknown"},
      {"mmHg", "unknown"},
      // valid, and something else than the sender means
      {"MG", "other"},
      {"Mg", "not listed"},
      {"ML", "not listed"},
      {"mL/H", "other"},
      {"mg/ML", "not listed"},
      {"60.ML/h", "not listed"},
      {"dL", "not listed"},
      {"ug/kG", "other"},
      {"G", "other"},
      {"U", "other"},
      {"mU", "other"},
      {"U/h", "other"},
      {"a", "not listed"},
      {"st", "other"},
      {"m", "m"},
      // valid and meant
      {"ug/kg/min", "ug/kg/min"},
      {"mL/h", "mL/h"},
      {"ml/h", "mL/h"},
      {"[iU]/h", "[iU]/h"},
      {"[IU]/h", "[iU]/h"},
      {"m[iU]/min", "m[iU]/min"},
      {"k[iU]", "k[iU]"},
      {"k[IU]", "k[iU]"},
      {"meq/h", "meq/h"},
      {"mg/m2", "mg/m2"},
      {"mg/m2/d", "mg/m2/d"},
      {"mg/kg/{dose}", "mg/kg"},
      {"mg{elemental}", "mg"},
      // valid, and no unit of an infusion
      {"kcal", "other"},
      {"[Cal]", "other"},
      {"g%", "other"},
      {"[drp]/min", "other"},
      {"%", "other"},
      {"{unit}/h", "counted"},
      {"mg{elemental iron}", "malformed"},
      {"mg/kg.h", "not listed"},
      {"10*3", "not listed"},
      {"10*3/uL", "not listed"},
      {"10*6.[iU]", "M[iU]"},
      {"10*6[iU]", "malformed"},
  });
}

// drug-library 4.4: what other readers let cancel or convert.
TEST(Ucum, WhatCancelsInUcumIsAnotherKindHere) {
  const auto dimension = [](std::string_view text) { return read_ucum(text)->dimension; };
  EXPECT_EQ(dimension("ug/kg/min"), (Dimension{.mass = 1, .time = -1, .body_weight = -1}));
  EXPECT_EQ(dimension("mg/kg"), (Dimension{.mass = 1, .body_weight = -1}));
  EXPECT_EQ(dimension("g/kg"), (Dimension{.mass = 1, .body_weight = -1}));
  EXPECT_EQ(dimension("kg/kg"), (Dimension{.mass = 1, .body_weight = -1}));
  EXPECT_EQ(dimension("mL/kg/h"), (Dimension{.volume = 1, .time = -1, .body_weight = -1}));
  EXPECT_EQ(dimension("kg"), (Dimension{.mass = 1}));
  EXPECT_EQ(dimension("/kg"), (Dimension{.body_weight = -1}));
  EXPECT_EQ(dimension("kg/m2"), (Dimension{.mass = 1, .area = -1}));
}

TEST(Ucum, WhatStandsAboveAndBelowTheLineIsRefused) {
  expect_all({
      {"mg/g", "cancels"},
      {"mg/mg", "cancels"},
      {"mL/mL", "cancels"},
      {"L/mL", "cancels"},
      {"h/h", "cancels"},
      {"mg/mL.mL/h", "cancels"},
      {"mg.h/h", "cancels"},
      {"cm3/mL", "cancels"},
      {"mmol/mol", "cancels"},
      {"[iU]/k[iU]", "cancels"},
      {"mg/[lb_av]", "cancels"},
      {"mg/[lb_av]/h", "cancels"},
      {"m3/m2", "not listed"},
      {"kg2/kg", "not listed"},
      {"kg/kg", "not listed"},
      {"m/m", "cancels"},
  });
}

TEST(Ucum, ArbitraryUnitsNeverMeetAnother) {
  expect_all({
      {"[USP'U]", "own"},
      {"[anti'Xa'U]", "own"},
      {"[anti'Xa'U]/kg/h", "own"},
      {"[arb'U]", "[arb'U]"},
      {"k[arb'U]", "unknown"},
      {"[EU]/mL", "own"},
      {"10*3.[arb'U]/h", "10*3.[arb'U]/h"},
      {"1000.[arb'U]/h", "10*3.[arb'U]/h"},
      {"[CFU]", "own"},
      {"U/L", "other"},
      {"kat", "other"},
  });
  EXPECT_NE(read_ucum("[iU]")->dimension, read_ucum("[arb'U]")->dimension);
  EXPECT_NE(read_ucum("[iU]")->dimension, read_ucum("mg")->dimension);
  EXPECT_NE(read_ucum("mmol")->dimension, read_ucum("meq")->dimension);
}

TEST(Ucum, SpecialUnitsHaveNoFactor) {
  expect_all({{"Cel", "not linear"},
              {"[degF]", "not linear"},
              {"[pH]", "not linear"},
              {"mCel", "not linear"},
              {"dB", "not linear"},
              {"B[SPL]", "not linear"},
              {"dB[SPL]", "not linear"},
              {"mL/Cel", "not linear"},
              {"Np", "not linear"},
              {"[p'diop]", "not linear"}});
}

TEST(Ucum, PrefixesStandOnlyOnMetricAtomsAndOnlyOnce) {
  expect_all({{"kmin", "unknown"},
              {"mh", "unknown"},
              {"dd", "unknown"},
              {"m[lb_av]", "unknown"},
              {"m[drp]", "unknown"},
              {"mmg", "unknown"},
              {"kkg", "unknown"},
              {"um[iU]", "unknown"},
              {"dag", "not listed"},
              {"k", "unknown"},
              {"da", "unknown"},
              {"mm[iU]", "unknown"},
              {"KmL", "unknown"},
              {"Mi[iU]", "unknown"},
              {"k10*", "unknown"}});
}

TEST(Ucum, ComponentsAreReadFromLeftToRight) {
  expect_all({
      {"mg/(kg.h)", "mg/kg/h"},
      {"mg/h/kg", "mg/kg/h"},
      {"mg.kg-1.h-1", "mg/kg/h"},
      {"kg-1.h-1.mg", "mg/kg/h"},
      {"/kg.mg/h", "mg/kg/h"},
      {"/(kg.h).mg", "mg/kg/h"},
      {"mg/(kg/h)", "not listed"},
      {"mg/(kg.(h))", "mg/kg/h"},
      {"((mg))", "mg"},
      {"mg/(kg/(h-1))", "mg/kg/h"},
      {"mg/h-1", "not listed"},
      {"mg+1", "mg"},
      {"(mg/kg)/h", "mg/kg/h"},
      {"m.m", "m2"},
      {"m+2", "m2"},
      {"mg/m.m", "cancels"},
      {"mg/(m.m)", "mg/m2"},
      {"/m-2", "m2"},
  });
}

TEST(Ucum, WholeNumbersAndPowersOfTenScaleExactly) {
  expect_all({
      {"1000.ug", "mg"},
      {"60.mL/h", "mL/min"},
      {"mL/(60.min)", "mL/h"},
      {"mg/(24.h)", "mg/d"},
      {"10*3.mL", "L"},
      {"10^3.mL", "L"},
      {"10*-3.L", "mL"},
      {"cm3/h", "mL/h"},
      {"dm3", "L"},
      {"mg/cm3", "mg/mL"},
      {"mg/dm3", "mg/L"},
      {"2.mg", "not listed"},
      {"mg/100.mL", "not listed"},
      {"g/(100.mL)", "not listed"},
      {"10*4.cm2", "m2"},
      {"100.cm", "m"},
      {"10*", "not listed"},
      {"10*25", "range"},
      {"mg12", "range"},
      {"1", "not listed"},
      {"1000000000000000000.mg", "range"},
  });
}

TEST(Ucum, AnnotationsChangeNothingAndAreNoUnits) {
  expect_all({
      {"mg{a}", "mg"},
      {"mg{a}/h{b}", "mg/h"},
      {"mg/kg/h{!~}", "mg/kg/h"},
      {"mg/{dose}", "mg"},
      {"{dose}", "counted"},
      {"mg.{dose}", "counted"},
      {"{tablet}", "counted"},
      {"mg/{tablet}", "counted"},
      {"{tablet}/d", "counted"},
      {"mL/{hr}", "counted"},
      {"mg/{kg}/h", "counted"},
      {"{}", "counted"},
      {"mg/kg{ideal}", "named body"},
      {"mg/(kg{ideal}.h)", "named body"},
      {"mg/m2{adjusted}", "named body"},
      {"kg{dry}", "kg"},
      {"mg/(kg.h){x}", "named body"},
      {"m2{x}", "m2"},
      {"mg{a", "malformed"},
      {"mg{a{b}}", "malformed"},
      {"mg}", "malformed"},
      {"mg{\xC2\xB5}", "malformed"},
      {"mg{a}2", "malformed"},
      {"mg{a}{b}", "malformed"},
      {"mg{a}kg", "malformed"},
      {"{a}mg", "malformed"},
  });
  EXPECT_TRUE(read_ucum("mg{a}")->annotated);
  EXPECT_FALSE(read_ucum("mg")->annotated);
}

TEST(Ucum, WhatIsNotInTheGrammarIsRefused) {
  for (const std::string text :
       {"",       "/",     "//h",  "mL/",   "mL.", ".mL",     "mL//h",
        "mL..h",  "mL/.h", "()",   "(mL",   "mL)", "(mL/)",   "mL(h)",
        "(mL)2",  "mL-",   "mL+",  "mL--1", "m0",  "mL2h",    "2mL",
        "10*3mL", "10*-",  "11*3", "10**3", "10^", "mL/(/h)", "((((((((((mL))))))))))",
        "0",      "0.mL",  "[iU",  "-1",    "+2",  "1.5.mL/", "{a",
        "mL/{",   "mL}",   "(",    "mL 2"}) {
    const auto unit = unit_of_ucum(text);
    EXPECT_FALSE(unit.has_value()) << text;
    if (text == "10^") continue;  // the atom itself
    ASSERT_FALSE(unit.has_value());
    EXPECT_FALSE(is_valid_ucum(unit.fault())) << text;
  }
  for (const char* text :
       {" mL", "mL ", "mL /h", "mL\n", "\xC2\xB5g", "mL\t/h", "[iu]", "µg", "mL^2", "m²"}) {
    EXPECT_EQ(read(text), "unknown") << text;
  }
  EXPECT_EQ(read(std::string(64, 'm')), "unknown");
  EXPECT_EQ(read(std::string(65, 'm')), "too long");
  EXPECT_EQ(read("m.m.m.m.m.m.m.m.m.m.m.m"), "range");  // twelve
  EXPECT_EQ(read("m.m.m.m.m.m.m.m.m.m.m.m.m"), "too long");
}

struct Piece {
  std::string text;
  std::int64_t numerator;
  std::int64_t denominator;
  Dimension dimension;
};

// Written again, apart from the reader's own tables.
std::vector<Piece> amounts() {
  const std::vector<std::pair<std::string, int>> prefixes = {
      {"Y", 24}, {"Z", 21}, {"E", 18},  {"P", 15},  {"T", 12},  {"G", 9},   {"M", 6},
      {"k", 3},  {"h", 2},  {"da", 1},  {"", 0},    {"d", -1},  {"c", -2},  {"m", -3},
      {"u", -6}, {"n", -9}, {"p", -12}, {"f", -15}, {"a", -18}, {"z", -21}, {"y", -24}};
  const std::vector<std::tuple<std::string, int, Dimension>> atoms = {
      {"L", 3, {.volume = 1}},
      {"l", 3, {.volume = 1}},
      {"g", 6, {.mass = 1}},
      {"mol", 3, {.mole = 1}},
      {"eq", 3, {.equivalent = 1}},
      {"[iU]", 0, {.international_unit = 1}},
      {"[IU]", 0, {.international_unit = 1}}};
  std::vector<Piece> all;
  for (const auto& [atom, own, dimension] : atoms) {
    for (const auto& [prefix, power] : prefixes) {
      const int tens = own + power;
      if (tens > 18 || tens < -18)
        continue;  // beyond 64 bits; the reader's range is looked at above
      std::int64_t scale = 1;
      for (int i = 0; i < (tens < 0 ? -tens : tens); ++i) scale *= 10;
      all.push_back({prefix + atom, tens > 0 ? scale : 1, tens < 0 ? scale : 1, dimension});
    }
  }
  all.push_back({"[arb'U]", 1, 1, {.arbitrary_unit = 1}});
  return all;
}

TEST(Ucum, EveryProductOfAmountBodyAndTimeHasTheFactorOfItsParts) {
  const std::vector<Piece> bodies = {{"", 1, 1, {}},
                                     {"kg", 1, 1, {.body_weight = 1}},
                                     {"m2", 1, 1, {.area = 1}},
                                     {"dm2", 1, 100, {.area = 1}}};
  const std::vector<Piece> times = {{"", 1, 1, {}},
                                    {"s", 1, 60, {.time = 1}},
                                    {"min", 1, 1, {.time = 1}},
                                    {"h", 60, 1, {.time = 1}},
                                    {"d", 1440, 1, {.time = 1}},
                                    {"wk", 10'080, 1, {.time = 1}},
                                    {"(12.h)", 720, 1, {.time = 1}}};
  std::size_t count = 0;
  for (const Piece& amount : amounts()) {
    for (const Piece& body : bodies) {
      for (const Piece& time : times) {
        const Rational expected = Rational(amount.numerator, amount.denominator) *
                                  Rational(body.denominator, body.numerator) *
                                  Rational(time.denominator, time.numerator);
        const Dimension dimension = amount.dimension / body.dimension / time.dimension;
        const std::string per_body = body.text.empty() ? "" : "/" + body.text;
        const std::string per_time = time.text.empty() ? "" : "/" + time.text;
        std::vector<std::string> spellings = {amount.text + per_body + per_time,
                                              amount.text + per_time + per_body};
        if (!body.text.empty() && !time.text.empty()) {
          spellings.push_back(amount.text + "/(" + body.text + "." + time.text + ")");
          spellings.push_back("/" + time.text + "." + amount.text + "/" + body.text);
          spellings.push_back("(" + amount.text + per_body + ")" + per_time + "{x}");
        }
        for (const std::string& text : spellings) {
          const auto reading = read_ucum(text);
          ASSERT_TRUE(reading.has_value()) << text << ": " << name_of(reading.fault());
          ASSERT_EQ(reading->factor, expected) << text;
          ASSERT_EQ(reading->dimension, dimension) << text;
          ++count;
          const auto unit = unit_of_ucum(text);
          if (!unit) continue;
          ASSERT_EQ(unit->factor(), expected) << text;
          ASSERT_EQ(unit->dimension(), dimension) << text;
        }
      }
    }
  }
  EXPECT_GT(count, 10'000U);
}

// What the list writes is what the grammar reads, and each of its other spellings is that very row.
TEST(Ucum, EveryListedUnitIsReadInAllItsSpellings) {
  for (std::uint16_t index = 0; index < Unit::count(); ++index) {
    const Unit unit = Unit::at(index);
    const std::string ucum(unit.ucum());
    const auto reading = read_ucum(ucum);
    ASSERT_TRUE(reading.has_value()) << ucum;
    EXPECT_EQ(reading->factor, unit.factor()) << ucum;
    EXPECT_EQ(reading->dimension, unit.dimension()) << ucum;
    if (ucum.starts_with("10*")) continue;
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= ucum.size();) {
      const std::size_t end = std::min(ucum.find('/', at), ucum.size());
      parts.push_back(ucum.substr(at, end - at));
      at = end + 1;
    }
    std::string dotted = parts[0];
    std::string bracketed = parts[0] + "/(";
    for (std::size_t i = 1; i < parts.size(); ++i) {
      dotted += parts[i] == "m2" ? ".m-2" : "." + parts[i] + "-1";
      bracketed += (i > 1 ? "." : "") + parts[i];
    }
    EXPECT_EQ(read(dotted), ucum) << dotted;
    const bool ends_in_body = parts.size() > 1 && (parts.back() == "kg" || parts.back() == "m2");
    EXPECT_EQ(read(ucum + "{x}"), ends_in_body ? "named body" : ucum);
    if (parts.size() > 1) {
      EXPECT_EQ(read(bracketed + ")"), ucum) << bracketed;
    }
    if (parts.back() == "L") {
      EXPECT_EQ(read(ucum.substr(0, ucum.size() - 1) + "l"), ucum);
    }
  }
}

// A letter's case, a doubled or a lost character never leads to the same kind in another size,
// unless what comes out is UCUM's own name of that other size: a list that people have looked at.
TEST(Ucum, ASlipOfTheCaseNeverReadsAsAnotherSizeOfTheSameKind) {
  for (std::uint16_t index = 0; index < Unit::count(); ++index) {
    const Unit unit = Unit::at(index);
    const std::string ucum(unit.ucum());
    for (std::size_t i = 0; i < ucum.size(); ++i) {
      std::string slip = ucum;
      const char c = ucum[i];
      if (c >= 'a' && c <= 'z') slip[i] = static_cast<char>(c - 'a' + 'A');
      if (c >= 'A' && c <= 'Z') slip[i] = static_cast<char>(c - 'A' + 'a');
      if (slip == ucum) continue;
      const auto other = unit_of_ucum(slip);
      if (!other || other->dimension() != unit.dimension() || other->factor() == unit.factor()) {
        continue;
      }
      // m[iU] and M[iU]: both are units of the list, a milliard apart, and both must be readable.
      EXPECT_TRUE(ucum.starts_with("m[iU]") || ucum.starts_with("M[iU]")) << ucum << " " << slip;
    }
  }
}

// A scale without a zero of its own makes no factor, with a prefix or without one.
TEST(Ucum, SpecialUnitsAreNotLinear) {
  expect_all({{"Cel", "not linear"},
              {"mCel", "not linear"},
              {"dB", "not linear"},
              {"mNp", "not linear"},
              {"kbit_s", "not linear"},
              {"mB[V]", "not linear"},
              {"mB[x]", "unknown"},
              {"mg{\x7F}", "malformed"},
              {"mg{a b}", "malformed"}});
  EXPECT_FALSE(read_ucum("mCel"));
  EXPECT_TRUE(read_ucum("mg"));
}

}  // namespace
}  // namespace bridge
