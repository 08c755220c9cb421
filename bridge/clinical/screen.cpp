// SPDX-License-Identifier: Apache-2.0
#include "clinical/screen.h"

#include <algorithm>
#include <array>

namespace bridge {
namespace {

// What is written out is counted: "5 units", "2 hours". Symbols never are, and no more "thousands".
constexpr auto counted_words = std::to_array<std::string_view>(
    {"unit", "milliunit", "nanogram", "microliter", "hour", "day", "second", "meter"});

// Digits with a point at most, in groups of three before it.
std::string grouped(std::string digits) {
  const std::size_t point = std::min(digits.find('.'), digits.size());
  const std::size_t first = digits.starts_with('-') ? 1 : 0;
  for (std::size_t at = point; at > first + 3;) {
    at -= 3;
    digits.insert(at, 1, ',');
  }
  return digits;
}

std::string with_unit(std::string number, bool several, Unit unit) {
  const std::string_view words = unit.screen_text();
  const std::size_t end = std::min(words.find_first_of(" /"), words.size());
  const std::string_view first = words.substr(0, end);
  number.append(" ").append(first);
  const bool counted =
      std::find(counted_words.begin(), counted_words.end(), first) != counted_words.end();
  if (several && counted) number.append("s");
  number.append(words.substr(end));
  return number;
}

}  // namespace

std::string screen_number(const Decimal& value) { return grouped(value.text()); }

std::string screen_number(const Rational& value) {
  const auto decimal = value.decimal();
  if (decimal) {
    const std::string text = decimal->text();
    if (text.size() <= 8) return grouped(text);
  }
  // Four digits, and never less than the whole part: 16,666.67 is 16,667 and not 16,670.
  const std::string shown = value.approximate(4);
  const std::size_t sign = shown.starts_with('-') ? 1 : 0;
  const std::size_t whole = std::min(shown.find('.'), shown.size()) - sign;
  return grouped(whole <= 4 ? shown : value.approximate(static_cast<int>(whole)));
}

std::string screen_text(const Decimal& value, Unit unit) {
  return with_unit(screen_number(value), value.exact() > Rational(1), unit);
}

std::string screen_text(const Rational& value, Unit unit) {
  return with_unit(screen_number(value), value > Rational(1), unit);
}

std::string screen_text(const Amount& amount) { return screen_text(amount.value, amount.unit); }

}  // namespace bridge
