// SPDX-License-Identifier: Apache-2.0
// Decimal: reading, writing and comparing decimal numbers without rounding.
#include "base/decimal.h"

#include <array>

#include "base/assert.h"
#include "base/rational.h"

namespace bridge {
namespace {

__extension__ using UnsignedWide = unsigned __int128;

constexpr auto powers_of_ten = [] {
  std::array<std::int64_t, Decimal::max_digits + 1> powers{};
  powers[0] = 1;
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

// ASCII alone: Arabic and full-width digits are refused (B64).
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

Fault number_fault(FaultCode code) { return Fault{.code = code, .place = {}, .detail = {}}; }

std::uint64_t magnitude(std::int64_t value) {
  return value < 0 ? -static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
}

}  // namespace

Decimal::Decimal(std::int64_t coefficient, std::uint8_t scale)
    : coefficient_(coefficient), scale_(scale) {
  BRIDGE_ASSERT(magnitude(coefficient) < magnitude(powers_of_ten[max_digits]));
  BRIDGE_ASSERT(scale <= max_digits);
}

Result<Decimal> Decimal::parse(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);

  // The form is judged before the length: a long text that is no number is malformed.
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const bool has_point = point != std::string_view::npos;
  const std::string_view fraction = has_point ? text.substr(point + 1) : std::string_view();
  if (whole.empty() || (has_point && fraction.empty())) {
    return number_fault(FaultCode::number_malformed);
  }
  for (const std::string_view digits : {whole, fraction}) {
    for (const char c : digits) {
      if (!is_digit(c)) return number_fault(FaultCode::number_malformed);
    }
  }

  if (fraction.size() > max_digits) return number_fault(FaultCode::number_too_long);
  std::int64_t coefficient = 0;
  for (const std::string_view digits : {whole, fraction}) {
    for (const char c : digits) {
      if (coefficient >= powers_of_ten[max_digits - 1]) {
        return number_fault(FaultCode::number_too_long);
      }
      coefficient = coefficient * 10 + (c - '0');
    }
  }
  return Decimal(negative ? -coefficient : coefficient, static_cast<std::uint8_t>(fraction.size()));
}

std::string Decimal::text() const {
  std::uint64_t rest = magnitude(coefficient_);
  std::size_t places = scale_;
  while (places > 0 && rest % 10 == 0) {
    rest /= 10;
    --places;
  }
  std::string digits = std::to_string(rest);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  if (places > 0) digits.insert(digits.size() - places, 1, '.');
  if (is_negative()) digits.insert(0, 1, '-');
  return digits;
}

Rational Decimal::exact() const { return Rational(coefficient_, powers_of_ten[scale_]); }

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  if (a.is_negative() != b.is_negative()) {
    return a.is_negative() ? std::strong_ordering::less : std::strong_ordering::greater;
  }
  // a.c / 10^a.s against b.c / 10^b.s, multiplied crosswise: below 10^36, so it fits 128 bits.
  const auto crosswise = [](std::int64_t coefficient, std::uint8_t other_scale) {
    return UnsignedWide{magnitude(coefficient)} * magnitude(powers_of_ten[other_scale]);
  };
  const UnsignedWide left = crosswise(a.coefficient_, b.scale_);
  const UnsignedWide right = crosswise(b.coefficient_, a.scale_);
  if (left == right) return std::strong_ordering::equal;
  return (left < right) != a.is_negative() ? std::strong_ordering::less
                                           : std::strong_ordering::greater;
}

}  // namespace bridge
