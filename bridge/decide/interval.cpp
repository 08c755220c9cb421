// SPDX-License-Identifier: Apache-2.0
// What a written number can stand for, and how a computed one is shown.
#include "decide/interval.h"

#include "clinical/screen.h"

namespace bridge::decide {

Interval as_written(const Amount& amount) {
  const Rational factor = amount.unit.factor();
  const Rational value = amount.value.exact();
  if (amount.text.empty()) return {value * factor, value * factor};
  const std::size_t point = amount.text.find('.');
  std::size_t places = point == std::string::npos ? 0 : amount.text.size() - point - 1;
  std::int64_t denominator = 2;
  for (; places > 0 && denominator < 2'000'000'000'000'000'000; --places) denominator *= 10;
  const Rational half(1, denominator);
  return {(value - half) * factor, (value + half) * factor};
}

std::string readable(const Rational& value) { return screen_number(value); }

std::string readable(const Rational& value, Unit unit) { return screen_text(value, unit); }

}  // namespace bridge::decide
