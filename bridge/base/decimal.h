// SPDX-License-Identifier: Apache-2.0
// Decimal: an exact decimal number as it was sent; nothing is ever rounded.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace bridge {

class Rational;

// coefficient * 10^-scale, the coefficient of at most 18 digits and the scale at most 18, so that
// every operation on it fits 128 bits.
// Two decimals are equal when their values are: 1.0 == 1.00 (the text is kept by whoever needs it).
class Decimal {
 public:
  static constexpr int max_digits = 18;

  Decimal() = default;  // zero
  Decimal(std::int64_t coefficient, std::uint8_t scale);

  // Grammar: ["-"|"+"] digits ["." digits]. Refused as number_malformed (HL7 table 0357, 102):
  // exponents, commas, blanks, ".5", "5.", letters, digits outside ASCII. More than 18 digits,
  // leading zeros not counted, or more than 18 behind the point: number_too_long (104).
  // HL7 v2.6 2.A.46 (NM), made stricter: B56-B64. "-0" is zero and not negative.
  static Result<Decimal> parse(std::string_view text);

  std::int64_t coefficient() const { return coefficient_; }
  std::uint8_t scale() const { return scale_; }
  bool is_zero() const { return coefficient_ == 0; }
  bool is_negative() const { return coefficient_ < 0; }

  // Shortest exact text, with a zero before the point and none at the end: "0.5", "5", "-12.25".
  std::string text() const;

  Rational exact() const;

  friend bool operator==(const Decimal& a, const Decimal& b) { return (a <=> b) == 0; }
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

 private:
  std::int64_t coefficient_ = 0;
  std::uint8_t scale_ = 0;
};

}  // namespace bridge
