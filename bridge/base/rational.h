// SPDX-License-Identifier: Apache-2.0
// Rational: exact arithmetic for checking; division by 3 and 60 loses nothing.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <string>

#include "base/decimal.h"

namespace bridge {

enum class Rounding : std::uint8_t { nearest_half_away, toward_zero, away_from_zero };

// A fraction in lowest terms on 128-bit integers; an operation that would overflow goes on in
// Boost.Multiprecision cpp_rational, so no result is ever wrong, only slower.
class Rational {
 public:
  Rational();  // zero
  // NOLINTNEXTLINE(google-explicit-constructor): every integer is a rational
  Rational(std::int64_t whole);
  Rational(std::int64_t numerator, std::int64_t denominator);  // denominator != 0
  Rational(const Rational&);
  Rational(Rational&&) noexcept;
  Rational& operator=(const Rational&);
  Rational& operator=(Rational&&) noexcept;
  ~Rational();

  friend Rational operator+(const Rational& a, const Rational& b);
  friend Rational operator-(const Rational& a, const Rational& b);
  friend Rational operator*(const Rational& a, const Rational& b);
  friend Rational operator/(const Rational& a, const Rational& b);  // b != 0
  friend bool operator==(const Rational& a, const Rational& b);
  friend std::strong_ordering operator<=>(const Rational& a, const Rational& b);

  bool is_zero() const;
  bool is_negative() const;

  // The one way out of exactness: the nearest multiple of `step` (> 0), by the stated rule.
  Rational rounded_to(const Rational& step, Rounding rule) const;

  // True when the value is one that Decimal can hold.
  bool is_decimal() const;
  // Fault number_too_long when it has none (1/3, or too many digits).
  Result<Decimal> decimal() const;
  // For people: rounded to `digits` (>= 1) significant digits, nearest, without zeros at the end of
  // a fraction; "1.2", "0.0333", "5". Never for the wire.
  std::string approximate(int digits) const;
  // "105/4" or "15": exact, for certificates.
  std::string text() const;

 private:
  struct Big;
  __extension__ using Wide = __int128;
  static Rational from_lowest(Wide numerator, Wide denominator);
  static Rational from_big(Big big);
  Big big() const;
  Wide numerator_ = 0;
  Wide denominator_ = 1;
  std::unique_ptr<Big> big_;  // set only when the fraction does not fit 128 bits
};

}  // namespace bridge
