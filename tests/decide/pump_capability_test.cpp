// SPDX-License-Identifier: Apache-2.0
// The one rounding: its step, its direction, its error, and every bound to the last digit (T5).
#include "decide/pump_capability.h"

#include <random>

#include "decide/check_case.h"

namespace bridge::decide {
namespace {

using library::LimitedQuantity;
using test::number;
using test::unit;

// Held as a Guardrails device shows it: four significant digits at most below 1,000 (drug-library
// 1.3).
PumpModel display_model() {
  PumpModel model;
  model.resolution = {{Rational(1), Rational(1, 10'000)},
                      {Rational(10), Rational(1, 1000)},
                      {Rational(100), Rational(1, 100)},
                      {Rational(1000), Rational(1, 10)},
                      {Rational(0), Rational(1)}};
  return model;
}

library::Setup setup_with(LimitedQuantity quantity, std::string_view ucum,
                          std::optional<Decimal> hard_max) {
  library::Setup setup;
  library::Limit limit{quantity, unit(ucum), {}, {}, {}, {}, std::move(hard_max), {}, {}};
  setup.limits.push_back(std::move(limit));
  return setup;
}

struct Ordered {
  test::Case one;
  Quantities quantities;
  explicit Ordered(const std::string& text)
      : one("icu none | " + text),
        quantities(one.order, concentration_by_strength(one.order), Body::none) {}
};

std::string shown(const Rational& exact, const PumpModel& model,
                  const library::Setup* setup = nullptr) {
  const Ordered plain("100 mL/h, 1 mg / 1 mL");
  const ShownRate rate = rate_on_pump(exact, model, setup, plain.quantities);
  return rate.shown_ml_h.text() + " " + std::string(name_of(rate.how));
}

TEST(PumpCapability, TheStepIsThatOfTheMagnitude) {
  const PumpModel model = display_model();
  EXPECT_EQ(shown(Rational(500, 3), model), "1667/10 nearest");   // 166.667 is held as 166.7
  EXPECT_EQ(shown(Rational(50, 3), model), "1667/100 nearest");   // 16.67
  EXPECT_EQ(shown(Rational(5, 3), model), "1667/1000 nearest");   // 1.667
  EXPECT_EQ(shown(Rational(1, 6), model), "1667/10000 nearest");  // 0.1667
  EXPECT_EQ(shown(Rational(5000, 3), model), "1667 nearest");
  // The last value below a bound, the bound, and the first above it.
  EXPECT_EQ(shown(Rational(99'999, 1000), model), "100 nearest");
  EXPECT_EQ(shown(Rational(100), model), "100 not rounded");
  EXPECT_EQ(shown(Rational(10'001, 100), model), "100 nearest");
  EXPECT_EQ(shown(Rational(9999, 10'000), model), "9999/10000 not rounded");
  EXPECT_EQ(shown(Rational(99'999, 100'000), model), "1 nearest");
}

TEST(PumpCapability, HalfAStepGoesUpUnlessThatBreaksALimit) {
  const PumpModel model = display_model();
  EXPECT_EQ(shown(Rational(10'005, 1000), model), "1001/100 nearest");  // 10.005
  EXPECT_EQ(shown(Rational(100'049, 10'000), model), "10 nearest");     // 10.0049
  const auto limit = [](const char* most) {
    return setup_with(LimitedQuantity::rate, "mL/h", number(most));
  };
  // T5: the hard maximum one digit below, at and above the rounded value.
  const auto below = limit("10.009");
  const auto at = limit("10.01");
  const auto above = limit("10.011");
  EXPECT_EQ(shown(Rational(10'006, 1000), model, &below), "10 toward zero");
  EXPECT_EQ(shown(Rational(10'006, 1000), model, &at), "1001/100 nearest");
  EXPECT_EQ(shown(Rational(10'006, 1000), model, &above), "1001/100 nearest");
  // One that the exact rate breaks already is not hidden by rounding down.
  const auto broken = limit("10.005");
  EXPECT_EQ(shown(Rational(10'006, 1000), model, &broken), "1001/100 nearest");
}

TEST(PumpCapability, RoundingNeverMovesAnOrderAcrossAHardMaximum) {
  const PumpModel model = display_model();
  std::mt19937_64 random(20'251'121);
  std::size_t downward = 0;
  for (int i = 0; i < 20'000; ++i) {
    const Rational exact(static_cast<std::int64_t>(random() % 9'999'999 + 1),
                         static_cast<std::int64_t>(random() % 9999 + 1));
    // A maximum a little above the exact rate, written with four decimals.
    const Rational most = exact.rounded_to(Rational(1, 10'000), Rounding::away_from_zero);
    const auto setup = setup_with(LimitedQuantity::rate, "mL/h", *most.decimal());
    const Ordered plain("100 mL/h, 1 mg / 1 mL");
    const ShownRate rate = rate_on_pump(exact, model, &setup, plain.quantities);
    ASSERT_LE(rate.shown_ml_h, most) << exact.text();
    const Rational off = rate.shown_ml_h - exact;
    ASSERT_LT(off, rate.step_ml_h) << exact.text();
    ASSERT_LT(Rational(0) - off, rate.step_ml_h) << exact.text();
    ASSERT_TRUE(rate.shown_ml_h.is_decimal());
    if (rate.how == RateRounding::toward_zero) ++downward;
  }
  EXPECT_GT(downward, 1000U);
}

TEST(PumpCapability, TheErrorIsAPercentageOfTheExactRate) {
  PumpModel model;
  model.resolution = {{Rational(0), Rational(1, 10)}};
  const Ordered plain("100 mL/h, 1 mg / 1 mL");
  // V12: 0.15 mL/h on a pump of 0.1 mL/h is a third off.
  const ShownRate rate = rate_on_pump(Rational(3, 20), model, nullptr, plain.quantities);
  EXPECT_EQ(rate.shown_ml_h, Rational(1, 5));
  EXPECT_EQ(rate.error_percent(), Rational(100, 3));
}

// T5 through all the checks: one digit below, at and above what the pump runs and what the library
// allows. bedside: 0.1 to 999 mL/h, 3,000 mL; steps 0.01 below 1, 0.1 below 100, then 1.
TEST(PumpCapability, EachBoundOfThePumpHoldsToTheLastDigit) {
  const auto finds = [](const std::string& text, FaultCode code) {
    const test::Case one(text);
    const CheckOutcome outcome = one.outcome();
    for (const Fault& fault : outcome.findings) {
      if (fault.code == code) return true;
    }
    return false;
  };
  const auto at_rate = [&](const std::string& rate, FaultCode code) {
    return finds("ward saline | " + rate + " mL/h, 500 mL, on pump", code);
  };
  EXPECT_TRUE(at_rate("0.0999", FaultCode::pump_resolution));
  EXPECT_FALSE(at_rate("0.1", FaultCode::pump_resolution));
  EXPECT_FALSE(at_rate("0.1001", FaultCode::pump_resolution));
  EXPECT_FALSE(at_rate("998.9", FaultCode::pump_maximum));
  EXPECT_FALSE(at_rate("999", FaultCode::pump_maximum));
  EXPECT_TRUE(at_rate("999.1", FaultCode::pump_maximum));
  const auto of_volume = [&](const std::string& volume) {
    return finds("ward saline | 100 mL/h, " + volume + " mL, on pump", FaultCode::pump_maximum);
  };
  EXPECT_FALSE(of_volume("2999.9"));
  EXPECT_FALSE(of_volume("3000"));
  EXPECT_FALSE(of_volume("3000.0"));
  EXPECT_TRUE(of_volume("3000.1"));
}

// 16/19 mL/h on a pump of 0.1 mL/h becomes 0.8: five per cent exactly, which is still allowed.
TEST(PumpCapability, FivePerCentOfRoundingIsTheMost) {
  PumpModel model = test::bedside_model();
  model.resolution = {{Rational(0), Rational(1, 10)}};
  const auto refused = [&](const std::string& dose) {
    test::Case one("icu dopamine | " + dose + " mg/h, 19 mg / 1 mL, 50 mL, 80 kg, on pump");
    one.context.model = &model;
    for (const Fault& fault : one.outcome().findings) {
      if (fault.code != FaultCode::pump_resolution) continue;
      EXPECT_EQ(fault.detail, "0.8426 mL per hour becomes 0.8 mL per hour: 5.06 %, at most 5 %");
      return true;
    }
    return false;
  };
  EXPECT_FALSE(refused("15.99"));
  EXPECT_FALSE(refused("16"));
  EXPECT_TRUE(refused("16.01"));
}

}  // namespace
}  // namespace bridge::decide
