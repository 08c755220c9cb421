// SPDX-License-Identifier: Apache-2.0
// V1-V20 with every choice of what is known, and generated orders that agree or do not.
#include <gtest/gtest.h>

#include <random>

#include "clinical/ucum.h"
#include "decide/check_case.h"
#include "decide/quantities_agree.h"

namespace bridge::decide {
namespace {

using test::unit;

// What an order can state, and the exact truth of it. A value that is no decimal is only computed.
struct Known {
  std::string text;  // "15 mL/h" or "1600 ug / 1 mL"; empty for one that no one can write
  Figure figure;
  std::string ucum;
  Rational exact;
};

struct Vector {
  const char* name;
  std::vector<Known> known;
  Body dosing = Body::none;
};

std::string number_of(const Rational& value) {
  const auto decimal = value.decimal();
  return decimal ? decimal->text() : std::string();
}

Known is(Figure figure, Rational exact, std::string ucum) {
  const std::string digits = number_of(exact);
  return {digits.empty() ? "" : digits + " " + ucum, figure, std::move(ucum), std::move(exact)};
}
Known rate(Rational exact) { return is(Figure::rate, std::move(exact), "mL/h"); }
Known volume(Rational exact) { return is(Figure::volume, std::move(exact), "mL"); }
Known hours(Rational exact) { return is(Figure::duration, std::move(exact), "h"); }
Known weight(Rational exact) { return is(Figure::weight, std::move(exact), "kg"); }
Known dose_rate(Rational exact, std::string ucum) {
  return is(Figure::dose_rate, std::move(exact), std::move(ucum));
}
Known dose(Rational exact, std::string ucum) {
  return is(Figure::dose, std::move(exact), std::move(ucum));
}
Known bag(Rational amount, const std::string& ucum, Rational in_ml) {
  return {number_of(amount) + " " + ucum + " / " + number_of(in_ml) + " mL", Figure::concentration,
          ucum + "/mL", amount / in_ml};
}

// Each worked by hand from drug-library 2.3; durations and volumes are added so that all relations
// are over-determined.
Rational f(std::int64_t numerator, std::int64_t denominator) {
  return Rational(numerator, denominator);
}

std::vector<Vector> vectors_to_v10() {
  return {
      {"V1",
       {dose_rate(5, "ug/kg/min"), weight(80), bag(1600, "ug", 1), rate(15), hours(10), volume(150),
        dose(240, "mg")},
       Body::weight},
      {"V2",
       {dose_rate(f(1, 10), "ug/kg/min"), weight(70), bag(16, "ug", 1), rate(f(105, 4)), hours(4),
        volume(105), dose(f(42, 25), "mg")},
       Body::weight},
      {"V3",
       {dose_rate(f(7, 10), "ug/kg/h"), weight(80), bag(4, "ug", 1), rate(14), hours(5), volume(70),
        dose(280, "ug")},
       Body::weight},
      {"V4",
       {dose_rate(18, "[iU]/kg/h"), weight(70), bag(50, "[iU]", 1), rate(f(126, 5)), hours(10),
        volume(252), dose(12600, "[iU]")},
       Body::weight},
      {"V5",
       {dose_rate(1300, "[iU]/h"), bag(50, "[iU]", 1), rate(26), hours(10), volume(260),
        dose(13000, "[iU]")}},
      {"V5, as given",
       {dose_rate(200, "[iU]/h"), bag(50, "[iU]", 1), rate(4), hours(10), volume(40),
        dose(2000, "[iU]")}},
      {"V6",
       {dose_rate(f(1, 10), "[iU]/kg/h"), weight(70), bag(1, "[iU]", 1), rate(7), hours(10),
        volume(70), dose(70, "[iU]")},
       Body::weight},
      {"V7",
       {dose_rate(f(875, 16), "mg/h"), bag(f(4557, 100), "mg", 1), rate(f(3125, 2604)), hours(96),
        volume(f(25000, 217)), dose(5250, "mg")}},
      {"V7, as given",
       {dose_rate(f(2625, 2), "mg/h"), bag(f(4557, 100), "mg", 1), rate(f(6250, 217)), hours(4),
        volume(f(25000, 217)), dose(5250, "mg")}},
      {"V8",
       {dose_rate(6, "m[iU]/min"), bag(60, "m[iU]", 1), rate(6), hours(10), volume(60),
        dose(3600, "m[iU]")}},
      {"V9, first",
       {dose_rate(1, "mg/min"), bag(f(9, 5), "mg", 1), rate(f(100, 3)), hours(6), volume(200),
        dose(360, "mg")}},
      {"V9, then",
       {dose_rate(f(1, 2), "mg/min"), bag(f(9, 5), "mg", 1), rate(f(50, 3)), hours(6), volume(100),
        dose(180, "mg")}},
      {"V10",
       {dose_rate(2, "g/h"), bag(40, "mg", 1), rate(50), hours(2), volume(100), dose(4, "g")}},
  };
}

std::vector<Vector> vectors_from_v11() {
  return {
      {"V11",
       {dose_rate(f(125, 9), "mg/min"), bag(1250, "mg", 250), rate(f(500, 3)), hours(f(3, 2)),
        volume(250), dose(1250, "mg")}},
      {"V12",
       {dose_rate(f(1, 20), "ug/kg/min"), weight(f(4, 5)), bag(16, "ug", 1), rate(f(3, 20)),
        hours(20), volume(3), dose(48, "ug")},
       Body::weight},
      {"V13",
       {dose_rate(f(12, 5), "ug/d"), bag(25, "ug", 1), rate(f(1, 250)), hours(240),
        volume(f(24, 25)), dose(24, "ug")}},
      {"V14, low",
       {dose_rate(f(1, 100), "mL/kg/min"), weight(70), rate(42), hours(2), volume(84)},
       Body::weight},
      {"V14, high",
       {dose_rate(f(14, 100), "mL/kg/min"), weight(70), rate(588), hours(2), volume(1176)},
       Body::weight},
      {"V15",
       {dose_rate(50, "ug/kg/min"), weight(80), bag(10, "mg", 1), rate(24), hours(5), volume(120),
        dose(1200, "mg")},
       Body::weight},
      {"V16",
       {dose_rate(10, "ug/kg/min"), weight(70), bag(f(1, 10), "mg", 1), rate(420), hours(f(1, 2)),
        volume(210), dose(21, "mg")},
       Body::weight},
      {"V17",
       {dose_rate(f(125, 12), "mg/kg/min"), weight(2), bag(125, "mg", 1), rate(10), hours(24),
        volume(240), dose(30, "g")},
       Body::weight},
      {"V18",
       {dose_rate(12, "ug/kg/h"), weight(f(29, 10)), bag(10, "ug", 1), rate(f(87, 25)),
        hours(f(1, 2)), volume(f(87, 50)), dose(6, "ug/kg")},
       Body::weight},
      {"V18, per dose", {weight(f(29, 10)), bag(10, "ug", 1), volume(f(29, 50)), dose(2, "ug/kg")}},
  };
}

std::vector<Vector> vectors() {
  std::vector<Vector> all = vectors_to_v10();
  const std::vector<Vector> more = vectors_from_v11();
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

struct Solved {
  test::Case one;
  Quantities quantities;
  Solved(const std::string& text, Body dosing)
      : one("icu none | " + text),
        quantities(one.order, concentration_by_strength(one.order), dosing) {}
};

std::string joined(const std::vector<Known>& known, unsigned chosen) {
  std::string text;
  for (std::size_t i = 0; i < known.size(); ++i) {
    if ((chosen >> i & 1U) == 0 || known[i].text.empty()) continue;
    text += (text.empty() ? "" : ", ") + known[i].text;
  }
  return text;
}

// T1: whatever is stated and whatever is missing, nothing else than the truth is ever computed.
TEST(WorkedVectors, EveryChoiceOfKnownFiguresGivesTheSameOthers) {
  std::size_t solved = 0;
  for (const Vector& vector : vectors()) {
    for (unsigned chosen = 1; chosen < 1U << vector.known.size(); ++chosen) {
      const std::string text = joined(vector.known, chosen);
      if (text.empty()) continue;
      const Solved one(text, vector.dosing);
      EXPECT_TRUE(one.quantities.disagreements().empty()) << vector.name << ": " << text;
      for (const Known& truth : vector.known) {
        if (!one.quantities.knows(truth.figure)) continue;
        const Measure& value = one.quantities.exact(truth.figure);
        if (truth.figure == Figure::weight) {
          EXPECT_EQ(value.in_base_units, truth.exact) << vector.name << ": " << text;
          continue;
        }
        // A dose may come out whole where the truth is per kg; both are checked where they meet.
        if (value.dimension != unit(truth.ucum).dimension()) continue;
        ASSERT_EQ(value.in(unit(truth.ucum)), truth.exact)
            << vector.name << ": " << name_of(truth.figure) << " of " << text;
        if (one.quantities.stated(truth.figure) == nullptr) ++solved;
      }
    }
  }
  EXPECT_GT(solved, 2000U);
}

// Dose rate, weight and bag alone, or dose, time and bag alone, already give the rate.
TEST(WorkedVectors, TheRateFollowsFromTheFirstThreeFigures) {
  for (const Vector& vector : vectors()) {
    std::string text;
    for (const Known& known : vector.known) {
      const bool needed = known.figure == Figure::dose_rate || known.figure == Figure::weight ||
                          known.figure == Figure::concentration;
      const bool dose_over_time =
          vector.known[0].text.empty() &&
          (known.figure == Figure::dose || known.figure == Figure::duration);
      if ((needed || dose_over_time) && !known.text.empty())
        text += (text.empty() ? "" : ", ") + known.text;
    }
    const Solved one(text, vector.dosing);
    for (const Known& known : vector.known) {
      if (known.figure != Figure::rate) continue;
      ASSERT_TRUE(one.quantities.knows(Figure::rate)) << vector.name << ": " << text;
      EXPECT_EQ(one.quantities.exact(Figure::rate).in(unit("mL/h")), known.exact) << vector.name;
    }
  }
}

// A slip can only be seen where the other statements say the figure too.
bool is_doubly_stated(const Vector& vector, std::size_t index) {
  const Known& known = vector.known[index];
  if (known.figure == Figure::concentration) return false;
  if (known.figure != Figure::weight) {
    return Solved(joined(vector.known, ~(1U << index)), vector.dosing)
        .quantities.knows(known.figure);
  }
  for (const Known& other : vector.known) {
    if (!other.text.empty() && other.ucum.find("/kg") != std::string::npos) return true;
  }
  return false;
}

// T4 and T6: one figure off by a slip is refused, and the finding names the ratio.
TEST(WorkedVectors, OneFigureOffByASlipIsRefused) {
  const std::pair<Rational, std::string> slips[] = {
      {Rational(10), "near 10 times"},     {Rational(24), "near 24 times"},
      {Rational(60), "near 60 times"},     {Rational(100), "near 100 times"},
      {Rational(1000), "near 1000 times"}, {Rational(22, 10), "near 2.2 times"},
      {Rational(1, 10), "near 10 times"},  {Rational(1, 1000), "near 1000 times"},
  };
  std::size_t caught = 0;
  for (const Vector& vector : vectors()) {
    for (std::size_t wrong = 0; wrong < vector.known.size(); ++wrong) {
      const Known& known = vector.known[wrong];
      if (known.text.empty() || !is_doubly_stated(vector, wrong)) continue;
      for (const auto& [factor, words] : slips) {
        const std::string digits = number_of(known.exact * factor);
        if (digits.empty()) continue;
        std::vector<Known> changed = vector.known;
        changed[wrong].text = digits + " " + known.ucum;
        const std::string text = joined(changed, ~0U);
        const Solved one(text, vector.dosing);
        bool refused = false;
        bool named = false;
        for (const Disagreement& found : one.quantities.disagreements()) {
          refused = refused || found.refused;
          named = named || one.quantities.detail(found).find(words) != std::string::npos;
        }
        EXPECT_TRUE(refused) << vector.name << ": " << text;
        EXPECT_TRUE(named) << vector.name << ": " << text;
        ++caught;
      }
    }
  }
  EXPECT_EQ(caught, 880U);
}

TEST(WorkedVectors, TheFindingNamesBothValuesAndTheWeight) {
  // 5 ug/min taken for 5 ug/kg/min: 15 / 80 mL/h
  const Solved one("5 ug/kg/min, 80 kg, 1600 ug / 1 mL, 0.1875 mL/h", Body::weight);
  const auto found = one.quantities.disagreements();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found[0].refused);
  EXPECT_EQ(one.quantities.detail(found[0]),
            "rate 0.1875 mL per hour given, 15 mL per hour computed (rate = dose rate * weight / "
            "concentration); ratio 0.0125, near the weight: a dose per kg read as a whole dose?");
}

TEST(WorkedVectors, ConversionsAreExact) {
  // V19: 4.4 meq of potassium for each 3 mmol of phosphate
  EXPECT_EQ(Rational(15) * Rational(44, 10) / Rational(3), Rational(22));
  // V20: pounds are never an order's weight, but their factor is exact
  const Rational pound = read_ucum("[lb_av]")->factor / unit("kg").factor();
  EXPECT_EQ((Rational(154) * pound).decimal()->text(), "69.85322498");
}

// T6: random orders whose rate is written with some digits agree; the digits are the tolerance.
TEST(WorkedVectors, ARateWrittenWithItsDigitsAgreesAndOneTwiceOffDoesNot) {
  std::mt19937_64 random(20'251'121);
  const auto pick = [&](std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(high - low + 1));
  };
  for (int i = 0; i < 3000; ++i) {
    const Rational per_kg(pick(100, 9999), 100);
    const Rational kg(pick(100, 1500), 10);
    const Rational amount(pick(100, 9000));
    const Rational ml(pick(50, 1000));
    const Rational exact = per_kg * kg * Rational(60) * ml / (amount * Rational(1000));
    const auto places = static_cast<std::uint8_t>(pick(0, 3));
    Rational step(1);
    for (int n = 0; n < places; ++n) step = step / Rational(10);
    const auto shown = exact.rounded_to(step, Rounding::nearest_half_away).decimal();
    ASSERT_TRUE(shown.has_value());
    if (shown->is_zero()) continue;
    const auto order = [&](const Rational& rate_value) {
      return number_of(per_kg) + " ug/kg/min, " + number_of(kg) + " kg, " + number_of(amount) +
             " mg / " + number_of(ml) + " mL, " + number_of(rate_value) + " mL/h";
    };
    const std::string text = order(shown->exact());
    const Solved rounded(text, Body::weight);
    for (const Disagreement& found : rounded.quantities.disagreements()) {
      // Rounding to a whole mL/h can be more than 1 % of a small rate: a warning, never a refusal.
      EXPECT_FALSE(found.refused) << text;
    }
    const Rational factor[] = {Rational(2), Rational(1, 2), Rational(10), Rational(60)};
    const std::string wrong = order(shown->exact() * factor[random() % 4]);
    const Solved slipped(wrong, Body::weight);
    const auto found = slipped.quantities.disagreements();
    // Where rounding itself was a good part of the value, twice may be rounding once more.
    if (exact < Rational(10) * step) continue;
    ASSERT_FALSE(found.empty()) << wrong;
    EXPECT_TRUE(found[0].refused) << wrong;
  }
}

}  // namespace
}  // namespace bridge::decide
