// SPDX-License-Identifier: Apache-2.0
// Interval: the values that a number stands for when it is read with the digits it was written in.
#pragma once

#include <string>

#include "base/rational.h"
#include "clinical/quantity.h"

namespace bridge::decide {

// Closed, in base units of one dimension, above zero.
struct Interval {
  Rational low;
  Rational high;

  friend Interval operator+(const Interval& a, const Interval& b) {
    return {a.low + b.low, a.high + b.high};
  }
  friend Interval operator*(const Interval& a, const Interval& b) {
    return {a.low * b.low, a.high * b.high};
  }
  friend Interval operator/(const Interval& a, const Interval& b) {
    return {a.low / b.high, a.high / b.low};
  }
  bool overlaps(const Interval& other) const { return !(high < other.low) && !(other.high < low); }
};

// Half a unit of the last digit written, to both sides (drug-library 2.3): "1.2" stands for
// [1.15, 1.25], "1.20" for [1.195, 1.205], "120" for [119.5, 120.5]. A computed amount has no text
// and stands for itself alone.
Interval as_written(const Amount& amount);

// For people: the exact decimal when it is short, else four significant digits: "31.88 mL per
// hour".
std::string readable(const Rational& value);
std::string readable(const Rational& value, Unit unit);

}  // namespace bridge::decide
