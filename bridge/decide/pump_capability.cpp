// SPDX-License-Identifier: Apache-2.0
// The one place where a rate is rounded.
#include "decide/pump_capability.h"

#include <algorithm>
#include <array>

namespace bridge::decide {
namespace {

constexpr std::int64_t minutes_per_hour = 60;

Rational magnitude(const Rational& value) {
  return value.is_negative() ? Rational(0) - value : value;
}

// Seven decimals are what people can still read; a sender's own rate is shorter.
bool is_short_decimal(const Rational& value) {
  const auto decimal = value.decimal();
  return decimal && decimal->scale() <= 7;
}

}  // namespace

Measure flow(const Rational& ml_h) {
  return {ml_h / Rational(minutes_per_hour), Dimension{.volume = 1, .time = -1}};
}

Rational ShownRate::error_percent() const {
  return magnitude(shown_ml_h - exact_ml_h) / exact_ml_h * Rational(100);
}

ShownRate rate_on_pump(const Rational& exact_ml_h, const PumpModel& model,
                       const library::Setup* setup, const Quantities& quantities) {
  const Rational step = model.step_at(exact_ml_h);
  const auto rounded = [&](Rounding rule) { return exact_ml_h.rounded_to(step, rule); };
  ShownRate shown{exact_ml_h, rounded(Rounding::nearest_half_away), step, RateRounding::nearest};
  if (shown.shown_ml_h == exact_ml_h) {
    shown.how = RateRounding::none;
    return shown;
  }
  const bool upwards = shown.shown_ml_h > exact_ml_h;
  if (upwards && setup != nullptr &&
      !keeps_limits(*setup, quantities, flow(exact_ml_h), flow(shown.shown_ml_h))) {
    shown.shown_ml_h = rounded(Rounding::toward_zero);
    shown.how = RateRounding::toward_zero;
  }
  return shown;
}

ShownRate rate_for_display(const Rational& exact_ml_h) {
  if (is_short_decimal(exact_ml_h)) {
    return {exact_ml_h, exact_ml_h, Rational(), RateRounding::none};
  }
  Rational step(1, 10);
  while (exact_ml_h < step * Rational(100)) step = step / Rational(10);
  return {exact_ml_h, exact_ml_h.rounded_to(step, Rounding::nearest_half_away), step,
          RateRounding::display};
}

}  // namespace bridge::decide
