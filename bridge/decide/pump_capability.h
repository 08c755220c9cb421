// SPDX-License-Identifier: Apache-2.0
// Pump capability: the rate that a pump really runs at, and whether it can.
#pragma once

#include <optional>

#include "clinical/pump.h"
#include "decide/dose_limits.h"

namespace bridge::decide {

enum class RateRounding : std::uint8_t { none, nearest, toward_zero, display };
constexpr auto names_of(RateRounding) {
  return std::to_array<std::string_view>(
      {"not rounded", "nearest", "toward zero", "nearest, for display only"});
}

struct ShownRate {
  Rational exact_ml_h;
  Rational shown_ml_h;  // always a finite decimal
  Rational step_ml_h;   // zero when nothing was rounded
  RateRounding how = RateRounding::none;

  Rational error_percent() const;  // of the exact rate, without sign; exact_ml_h is not zero
};

// Rounds once, to the model's step at this rate: to the nearest, unless that is upwards and breaks
// a limit which the exact rate keeps, be it a highest dose or a shortest time; then downwards
// (drug-library 2.4). Nothing is rounded up to reach a lowest dose. `setup` may be null.
ShownRate rate_on_pump(const Rational& exact_ml_h, const PumpModel& model,
                       const library::Setup* setup, const Quantities& quantities);

// Without a pump nothing is rounded; only a rate that has no short decimal is shown to 0.1 mL/h, or
// to three significant digits below 10 mL/h. No limit is judged on such a rate and no command
// carries it.
ShownRate rate_for_display(const Rational& exact_ml_h);

Measure flow(const Rational& ml_h);

}  // namespace bridge::decide
