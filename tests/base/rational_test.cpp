// SPDX-License-Identifier: Apache-2.0
// Rational: exact against an independent oracle, on both sides of the 128-bit boundary.
#include "base/rational.h"

#include <gtest/gtest.h>

#include <boost/multiprecision/cpp_int.hpp>
#include <limits>
#include <random>

#include "base/counted_new.h"

namespace bridge {

void PrintTo(const Rational& value, std::ostream* out) { *out << value.text(); }

namespace {

using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;

constexpr std::int64_t int64_max = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t int64_min = std::numeric_limits<std::int64_t>::min();

Rational exact(std::string_view text) { return Decimal::parse(text).value().exact(); }

Rational power(std::int64_t base, int exponent) {
  Rational out = 1;
  for (int i = 0; i < exponent; ++i) out = out * base;
  return out;
}

// The worked vectors of the dose checks, by the number they have there.
TEST(RationalVectors, GiveTheExactRateOfEachWorkedCase) {
  struct Vector {
    const char* name;
    Rational result;
    const char* text;
  };
  const std::vector<Vector> vectors = {
      {"V1 dopamine", Rational(5) * 80 * 60 / 1600, "15"},
      {"V2 norepinephrine", exact("0.1") * 70 * 60 / 16, "105/4"},
      {"V3 dexmedetomidine", exact("0.7") * 80 / 4, "14"},
      {"V3 read as per minute", exact("0.7") * 80 * 60 / 4, "840"},
      {"V4 heparin", Rational(18) * 70 / 50, "126/5"},
      {"V5 heparin ordered", Rational(1300) / 50, "26"},
      {"V5 heparin meant", Rational(200) / 50, "4"},
      {"V6 insulin", exact("0.1") * 70 / 1, "7"},
      {"V7 fluorouracil over 96 h", Rational(5250) / exact("45.57") / 96, "3125/2604"},
      {"V7 fluorouracil over 4 h", Rational(5250) / exact("45.57") / 4, "6250/217"},
      {"V8 oxytocin", Rational(6) * 60 / 60, "6"},
      {"V9 amiodarone first", Rational(1) * 60 / exact("1.8"), "100/3"},
      {"V9 amiodarone then", exact("0.5") * 60 / exact("1.8"), "50/3"},
      {"V10 magnesium", Rational(2) * 1000 / 40, "50"},
      {"V11 vancomycin rate", Rational(250) / exact("1.5"), "500/3"},
      {"V11 vancomycin dose rate", Rational(1250) / 90, "125/9"},
      {"V12 neonate", exact("0.05") * exact("0.8") * 60 / 16, "3/20"},
      {"V17 glucose", Rational(10) * 125 / 2 / 60, "125/12"},
      {"V20 weight", Rational(154) * exact("0.45359237"), "3492661249/50000000"},
  };
  for (const Vector& vector : vectors) EXPECT_EQ(vector.result.text(), vector.text) << vector.name;
}

TEST(RationalVectors, SayWhichOfThemADecimalHolds) {
  EXPECT_EQ((exact("0.1") * 70 * 60 / 16).decimal()->text(), "26.25");
  EXPECT_EQ((Rational(18) * 70 / 50).decimal()->text(), "25.2");
  EXPECT_EQ((exact("0.05") * exact("0.8") * 60 / 16).decimal()->text(), "0.15");
  EXPECT_EQ((Rational(154) * exact("0.45359237")).decimal()->text(), "69.85322498");
  EXPECT_FALSE((Rational(1) * 60 / exact("1.8")).is_decimal());
  EXPECT_FALSE((Rational(250) / exact("1.5")).is_decimal());
  EXPECT_EQ((Rational(3125) / 2604).approximate(6), "1.20008");
  EXPECT_EQ((Rational(3125) / 2604 * 24).approximate(7), "28.80184");
  EXPECT_EQ((Rational(125) / 12).approximate(5), "10.417");
  EXPECT_EQ((Rational(125) / 9).approximate(3), "13.9");
}

TEST(Rational, IsHeldInLowestTermsWithAPositiveDenominator) {
  EXPECT_EQ(Rational().text(), "0");
  EXPECT_EQ(Rational(0, -7).text(), "0");
  EXPECT_EQ(Rational(6, 4).text(), "3/2");
  EXPECT_EQ(Rational(6, -4).text(), "-3/2");
  EXPECT_EQ(Rational(-6, -4).text(), "3/2");
  EXPECT_EQ(Rational(-6, 3).text(), "-2");
  EXPECT_EQ(Rational(int64_min, -1).text(), "9223372036854775808");
  EXPECT_EQ(Rational(1, int64_min).text(), "-1/9223372036854775808");
  EXPECT_EQ(Rational(int64_min, int64_min), Rational(1));
}

TEST(Rational, LosesNothingOnDivisionByThreeAndSixty) {
  EXPECT_EQ(Rational(1) / 3 * 3, Rational(1));
  EXPECT_EQ(exact("5") / 60 * 60 / 1000 * 1000, Rational(5));
  EXPECT_EQ(Rational(1, 3) + Rational(1, 6), Rational(1, 2));
  EXPECT_EQ(Rational(1, 3) - Rational(1, 3), Rational());
}

TEST(Rational, IsExactOnBothSidesOfTheWideBoundary) {
  const Rational limit = power(2, 127);  // the first whole number that does not fit
  const Rational last = limit - 1;
  EXPECT_EQ(last.text(), "170141183460469231731687303715884105727");
  EXPECT_EQ(limit.text(), "170141183460469231731687303715884105728");
  EXPECT_EQ((last + 1), limit);
  EXPECT_EQ((limit + 1).text(), "170141183460469231731687303715884105729");
  EXPECT_EQ((Rational() - limit).text(), "-170141183460469231731687303715884105728");
  EXPECT_EQ((Rational() - last - 1), Rational() - limit);
  EXPECT_EQ((Rational() - limit + 1), Rational() - last);
  EXPECT_EQ(Rational() - (Rational() - limit), limit);
  EXPECT_EQ(Rational(1) / limit * limit, Rational(1));
  EXPECT_EQ((Rational(1) / limit).text(), "1/170141183460469231731687303715884105728");
  EXPECT_EQ(last * last / last, last);
  EXPECT_EQ(last + last - last, last);
  EXPECT_EQ((last * last).text(),
            "28948022309329048855892746252171976962977213799489202546401021394546514198529");
}

TEST(Rational, ComparesExactlyWhereTheCrossProductsOverflow) {
  const Rational last = power(2, 127) - 1;
  const Rational below = (last - 1) / last;
  const Rational further_below = (last - 2) / (last - 1);
  EXPECT_LT(further_below, below);
  EXPECT_GT(below, further_below);
  EXPECT_LT(below, Rational(1));
  EXPECT_NE(below, further_below);
  EXPECT_LT(Rational() - below, Rational() - further_below);
  EXPECT_LT(last, last + 1);
  EXPECT_GT(last + 2, last + 1);
  EXPECT_LT(Rational() - last - 1, Rational() - last);
  EXPECT_LT(Rational(1) / (last + 1), Rational(1) / last);
  EXPECT_LT(Rational(), Rational(1) / (last * last));
  EXPECT_EQ(last * last <=> last * last, std::strong_ordering::equal);
}

TEST(Rational, KnowsZeroAndNegativeInBothForms) {
  const Rational large = power(10, 50);
  EXPECT_TRUE(Rational().is_zero());
  EXPECT_FALSE(Rational().is_negative());
  EXPECT_FALSE(large.is_zero());
  EXPECT_FALSE(large.is_negative());
  EXPECT_TRUE((Rational() - large).is_negative());
  EXPECT_TRUE((large - large).is_zero());
  EXPECT_TRUE(Rational(-1, 3).is_negative());
}

TEST(Rational, CopiesAndMovesInBothForms) {
  for (const Rational& value : {Rational(105, 4), power(10, 50)}) {
    Rational copy = value;
    EXPECT_EQ(copy, value);
    Rational moved = std::move(copy);
    EXPECT_EQ(moved, value);
    Rational assigned = 3;
    assigned = value;
    EXPECT_EQ(assigned, value);
    Rational& itself = assigned;
    assigned = itself;
    EXPECT_EQ(assigned, value);
    assigned = std::move(moved);
    EXPECT_EQ(assigned, value);
    assigned = Rational(1, 7);
    EXPECT_EQ(assigned.text(), "1/7");
  }
}

TEST(Rational, DoesNotAllocateForClinicalNumbers) {
  const Rational dose = exact("0.05");
  const Rational weight = exact("0.8");
  const std::size_t before = allocation_count();
  Rational rate = dose * weight * 60 / 16;
  rate = rate.rounded_to(Rational(1, 100), Rounding::toward_zero) + Rational(1, 3);
  const bool above = rate > Rational(999, 10) || rate == weight;
  EXPECT_EQ(allocation_count(), before);
  EXPECT_FALSE(above);
  const Rational large = power(10, 50);
  EXPECT_GT(allocation_count(), before) << "the counter itself counts";
}

struct RoundingRow {
  Rational value, step;
  const char *nearest, *toward_zero, *away_from_zero;
};

TEST(Rational, RoundsToAStepByEachRule) {
  const Rational tenth(1, 10);
  const Rational large = power(10, 40);
  const std::vector<RoundingRow> rows = {
      {exact("1.24"), tenth, "6/5", "6/5", "13/10"},
      {exact("1.25"), tenth, "13/10", "6/5", "13/10"},
      {exact("1.26"), tenth, "13/10", "6/5", "13/10"},
      {exact("1.2"), tenth, "6/5", "6/5", "6/5"},
      {exact("-1.24"), tenth, "-6/5", "-6/5", "-13/10"},
      {exact("-1.25"), tenth, "-13/10", "-6/5", "-13/10"},
      {exact("-1.26"), tenth, "-13/10", "-6/5", "-13/10"},
      {exact("-1.2"), tenth, "-6/5", "-6/5", "-6/5"},
      {exact("0.04"), tenth, "0", "0", "1/10"},
      {exact("-0.04"), tenth, "0", "0", "-1/10"},
      {Rational(), tenth, "0", "0", "0"},
      {Rational(100, 3), exact("0.01"), "3333/100", "3333/100", "1667/50"},
      {Rational(7), Rational(5), "5", "5", "10"},
      {exact("7.5"), Rational(5), "10", "5", "10"},
      {Rational(1), Rational(2, 3), "4/3", "2/3", "4/3"},
      {large + Rational(1, 3), Rational(1), "10000000000000000000000000000000000000000",
       "10000000000000000000000000000000000000000", "10000000000000000000000000000000000000001"},
      {Rational(-1, 2) - large, Rational(1), "-10000000000000000000000000000000000000001",
       "-10000000000000000000000000000000000000000", "-10000000000000000000000000000000000000001"},
      {Rational(1) / large, tenth, "0", "0", "1/10"},
      {Rational(-1) / large, tenth, "0", "0", "-1/10"},
  };
  for (const RoundingRow& row : rows) {
    SCOPED_TRACE(row.value.text() + " to " + row.step.text());
    EXPECT_EQ(row.value.rounded_to(row.step, Rounding::nearest_half_away).text(), row.nearest);
    EXPECT_EQ(row.value.rounded_to(row.step, Rounding::toward_zero).text(), row.toward_zero);
    EXPECT_EQ(row.value.rounded_to(row.step, Rounding::away_from_zero).text(), row.away_from_zero);
  }
}

TEST(Rational, IsADecimalExactlyWhenOneHoldsIt) {
  EXPECT_EQ(Rational(-49, 4).decimal()->text(), "-12.25");
  EXPECT_EQ(Rational(1, 1'000'000'000'000'000'000).decimal()->text(), "0.000000000000000001");
  EXPECT_EQ(Rational(999'999'999'999'999'999).decimal()->text(), "999999999999999999");
  EXPECT_EQ((Rational(1) / power(2, 18)).decimal()->text(), "0.000003814697265625");
  EXPECT_EQ((Rational(1) / power(5, 18)).decimal()->text(), "0.000000000000262144");
  const std::vector<Rational> none = {
      Rational(1, 3),
      Rational(1, 60),
      Rational(22, 7),
      Rational(1'000'000'000'000'000'000),
      Rational(-1'000'000'000'000'000'000),
      Rational(1) / power(10, 19),
      Rational(1) / power(2, 19),
      Rational(1'000'000'000'000'000'001, 10),
      Rational(1'000'000'000) + Rational(1) / power(10, 10),
      power(2, 64) + 1,
      power(2, 127),
      Rational(1) / power(2, 130),
  };
  for (const Rational& value : none) {
    EXPECT_FALSE(value.is_decimal()) << value.text();
    EXPECT_EQ(value.decimal().fault().code, FaultCode::number_too_long) << value.text();
  }
}

TEST(Rational, ApproximatesForPeople) {
  struct Row {
    Rational value;
    int digits;
    const char* text;
  };
  const std::vector<Row> rows = {
      {Rational(6, 5), 3, "1.2"},
      {Rational(1, 30), 3, "0.0333"},
      {Rational(-1, 30), 3, "-0.0333"},
      {Rational(100, 3), 4, "33.33"},
      {Rational(2, 3), 1, "0.7"},
      {Rational(105, 4), 3, "26.3"},
      {Rational(-105, 4), 3, "-26.3"},
      {Rational(5), 3, "5"},
      {Rational(0), 3, "0"},
      {Rational(1000), 3, "1000"},
      {Rational(12345), 3, "12300"},
      {Rational(12350), 3, "12400"},
      {Rational(999, 1000), 2, "1"},
      {Rational(9996, 10), 3, "1000"},
      {Rational(9995, 1000000), 3, "0.01"},
      {Rational(1, 1000), 3, "0.001"},
      {Rational(99, 100), 1, "1"},
      {Rational(94, 100), 1, "0.9"},
      // 2^64 - 1, the largest for which 128 bits are enough, with 16 digits; 1/2^64 is
      // 5.4210108624275221700e-20.
      {power(2, 64) - 1, 16, "18446744073709550000"},
      {Rational(1) / (power(2, 64) - 1), 16, "0.00000000000000000005421010862427522"},
      {(power(2, 64) - 1) / (power(2, 64) - 3), 16, "1"},
      {power(2, 64), 16, "18446744073709550000"},
      {Rational(2) / 3, 16, "0.6666666666666667"},
      {Rational(2) / 3, 17, "0.66666666666666667"},
      {power(10, 40), 3, "10000000000000000000000000000000000000000"},
      {Rational(2) / power(10, 40), 1, "0.0000000000000000000000000000000000000002"},
      {power(10, 40) / 3, 2, "3300000000000000000000000000000000000000"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(row.value.approximate(row.digits), row.text) << row.value.text();
  }
}

TEST(RationalDeathTest, DivisionByZeroAndAStepOfZeroStopTheProcess) {
  EXPECT_DEATH(Rational(1, 0), "invariant broken");
  EXPECT_DEATH(Rational(1) / Rational(), "invariant broken");
  EXPECT_DEATH(Rational(1).rounded_to(0, Rounding::toward_zero), "invariant broken");
  EXPECT_DEATH(Rational(1).rounded_to(-1, Rounding::toward_zero), "invariant broken");
  EXPECT_DEATH(Rational(1).approximate(0), "invariant broken");
}

// Walks through random arithmetic with a pair of numbers that must stay the same number.
class RationalAgainstOracle : public ::testing::TestWithParam<unsigned> {
 protected:
  struct Pair {
    Rational ours;
    cpp_rational oracle;
  };

  Pair fresh() {
    const std::int64_t denominator = number();
    const std::int64_t numerator = number();
    if (denominator == 0) return {Rational(numerator), cpp_rational(numerator)};
    return {Rational(numerator, denominator),
            cpp_rational(cpp_int(numerator)) / cpp_rational(cpp_int(denominator))};
  }

  // Small, clinical, and at the edges of the integers: overflow has to be met often.
  std::int64_t number() {
    const auto bits = static_cast<int>(random_() % 64);
    auto value = static_cast<std::int64_t>(random_() >> bits);
    if (random_() % 8 == 0) value = int64_max - static_cast<std::int64_t>(random_() % 3);
    if (random_() % 8 == 0) value = int64_min + static_cast<std::int64_t>(random_() % 3);
    return random_() % 2 == 0 && value != int64_min ? -value : value;
  }

  Pair combined(const Pair& a, const Pair& b) {
    switch (random_() % 4) {
      case 0:
        return {a.ours + b.ours, a.oracle + b.oracle};
      case 1:
        return {a.ours - b.ours, a.oracle - b.oracle};
      case 2:
        return {a.ours * b.ours, a.oracle * b.oracle};
      default:
        if (b.ours.is_zero()) return fresh();
        return {a.ours / b.ours, a.oracle / b.oracle};
    }
  }

  static bool is_wide(const Pair& pair) {
    const cpp_int limit = cpp_int(1) << 127;
    return abs(numerator(pair.oracle)) >= limit || denominator(pair.oracle) >= limit;
  }

  static void expect_same(const Pair& pair) {
    ASSERT_EQ(pair.ours.text(), pair.oracle.str());
    ASSERT_EQ(pair.ours.is_zero(), pair.oracle == 0);
    ASSERT_EQ(pair.ours.is_negative(), pair.oracle < 0);
  }

  std::mt19937_64 random_{GetParam()};
};

TEST_P(RationalAgainstOracle, ArithmeticAndOrderAgree) {
  std::vector<Pair> pool;
  for (int i = 0; i < 8; ++i) pool.push_back(fresh());
  int wide = 0;
  int narrow = 0;
  for (int step = 0; step < 4000; ++step) {
    const Pair& a = pool[random_() % pool.size()];
    const Pair& b = pool[random_() % pool.size()];
    Pair next = combined(a, b);
    ASSERT_NO_FATAL_FAILURE(expect_same(next));
    ASSERT_EQ(next.ours <=> a.ours, next.oracle.compare(a.oracle) <=> 0);
    ASSERT_EQ(a.ours <=> b.ours, a.oracle.compare(b.oracle) <=> 0);
    ASSERT_EQ(a.ours == b.ours, a.oracle == b.oracle);
    ++(is_wide(next) ? wide : narrow);
    // Growing numbers begin anew, so that both forms and the way between them stay in use.
    const bool grown = msb(abs(numerator(next.oracle)) + denominator(next.oracle)) > 400;
    pool[random_() % pool.size()] = grown || random_() % 4 == 0 ? fresh() : std::move(next);
  }
  EXPECT_GT(wide, 200);
  EXPECT_GT(narrow, 200);
}

TEST_P(RationalAgainstOracle, WhatIsDoneIsUndone) {
  for (int step = 0; step < 1000; ++step) {
    const Rational a = fresh().ours;
    const Rational b = fresh().ours;
    const Rational c = fresh().ours;
    ASSERT_EQ(a + b - b, a);
    ASSERT_EQ((a + b) * c, a * c + b * c);
    ASSERT_EQ(a - b, Rational() - (b - a));
    if (!b.is_zero()) {
      ASSERT_EQ(a * b / b, a);
      ASSERT_EQ(a / b * b, a);
    }
  }
}

TEST_P(RationalAgainstOracle, RoundingStaysWithinItsBounds) {
  for (int step = 0; step < 1000; ++step) {
    const Pair value = combined(fresh(), fresh());
    const Pair unit = fresh();
    if (unit.ours.is_zero()) continue;
    const Rational size = unit.ours.is_negative() ? Rational() - unit.ours : unit.ours;
    const cpp_rational oracle_size = abs(unit.oracle);
    const cpp_rational count = abs(value.oracle) / oracle_size;
    const cpp_int whole = numerator(count) / denominator(count);
    const cpp_rational rest = count - whole;
    const cpp_rational sign = value.oracle < 0 ? -1 : 1;
    const auto expected = [&](bool away) {
      return cpp_rational(sign * oracle_size * (cpp_rational(whole) + (away ? 1 : 0))).str();
    };
    ASSERT_EQ(value.ours.rounded_to(size, Rounding::toward_zero).text(), expected(false));
    ASSERT_EQ(value.ours.rounded_to(size, Rounding::away_from_zero).text(), expected(rest != 0));
    ASSERT_EQ(value.ours.rounded_to(size, Rounding::nearest_half_away).text(),
              expected(rest * 2 >= 1));
  }
}

TEST_P(RationalAgainstOracle, DecimalsSurviveTheWayThroughIt) {
  for (int step = 0; step < 1000; ++step) {
    const Decimal value(number() % 1'000'000'000'000'000'000,
                        static_cast<std::uint8_t>(random_() % 19));
    ASSERT_EQ(value.exact().decimal().value(), value) << value.text();
    const Decimal other(number() % 1'000'000'000'000'000'000,
                        static_cast<std::uint8_t>(random_() % 19));
    ASSERT_EQ(value <=> other, value.exact() <=> other.exact())
        << value.text() << " against " << other.text();
    ASSERT_EQ(value.exact().approximate(18), value.text());
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RationalAgainstOracle, ::testing::Range(1U, 6U));

}  // namespace
}  // namespace bridge
