// SPDX-License-Identifier: Apache-2.0
#include "clinical/unit.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>

#include "base/assert.h"

namespace bridge {
namespace {

struct Row {
  std::string_view ucum;
  std::string_view screen;
  std::int64_t numerator;
  std::int64_t denominator;
  Dimension dimension;
};

// A plain array: clang counts the type of each element when it deduces a std::array.
constexpr Row rows[] = {
#define BRIDGE_UNIT(ucum, screen, numerator, denominator, ...) \
  Row{ucum, screen, numerator, denominator, Dimension{__VA_ARGS__}},
#include "clinical/unit_list.inc"
#undef BRIDGE_UNIT
};
constexpr std::size_t row_count = std::size(rows);

// Row numbers in the order of their UCUM text, for a binary search.
constexpr auto sorted = [] {
  std::array<std::uint16_t, row_count> order{};
  std::iota(order.begin(), order.end(), std::uint16_t{0});
  std::sort(order.begin(), order.end(),
            [](std::uint16_t a, std::uint16_t b) { return rows[a].ucum < rows[b].ucum; });
  return order;
}();

// Six bits for each exponent: one number for all that has one dimension.
constexpr std::uint64_t key_of(const Dimension& d) {
  std::uint64_t key = 0;
  for (const std::int8_t exponent : {d.volume, d.mass, d.mole, d.equivalent, d.international_unit,
                                     d.arbitrary_unit, d.time, d.body_weight, d.area, d.length}) {
    key = key << 6U | (static_cast<std::uint64_t>(exponent + 32) & 63U);
  }
  return key;
}

// Row numbers by dimension, and of one dimension in the order of the list.
constexpr auto measured = [] {
  std::array<std::uint16_t, row_count> order{};
  std::iota(order.begin(), order.end(), std::uint16_t{0});
  std::sort(order.begin(), order.end(), [](std::uint16_t a, std::uint16_t b) {
    const std::uint64_t left = key_of(rows[a].dimension);
    const std::uint64_t right = key_of(rows[b].dimension);
    return left != right ? left < right : a < b;
  });
  return order;
}();

template <class Combine>
Dimension combined(const Dimension& a, const Dimension& b, Combine combine) {
  const auto sum = [&combine](std::int8_t x, std::int8_t y) {
    return static_cast<std::int8_t>(combine(x, y));
  };
  return {sum(a.volume, b.volume),
          sum(a.mass, b.mass),
          sum(a.mole, b.mole),
          sum(a.equivalent, b.equivalent),
          sum(a.international_unit, b.international_unit),
          sum(a.arbitrary_unit, b.arbitrary_unit),
          sum(a.time, b.time),
          sum(a.body_weight, b.body_weight),
          sum(a.area, b.area),
          sum(a.length, b.length)};
}

}  // namespace

bool Dimension::is_amount_of_drug() const {
  const int above =
      (mass > 0) + (mole > 0) + (equivalent > 0) + (international_unit > 0) + (arbitrary_unit > 0);
  return above == 1 && volume == 0;
}

Dimension Dimension::per_time() const {
  Dimension result = *this;
  result.time = static_cast<std::int8_t>(result.time - 1);
  return result;
}

Dimension operator*(const Dimension& a, const Dimension& b) {
  return combined(a, b, [](int x, int y) { return x + y; });
}

Dimension operator/(const Dimension& a, const Dimension& b) {
  return combined(a, b, [](int x, int y) { return x - y; });
}

std::optional<Unit> Unit::from_ucum(std::string_view ucum) {
  const auto* const found = std::lower_bound(
      sorted.begin(), sorted.end(), ucum,
      [](std::uint16_t row, std::string_view text) { return rows[row].ucum < text; });
  if (found == sorted.end() || rows[*found].ucum != ucum) return std::nullopt;
  return Unit(*found);
}

std::optional<Unit> Unit::of(const Dimension& dimension, const Rational& factor) {
  const auto* const first = std::lower_bound(
      measured.begin(), measured.end(), key_of(dimension),
      [](std::uint16_t row, std::uint64_t key) { return key_of(rows[row].dimension) < key; });
  for (const auto* at = first; at != measured.end() && rows[*at].dimension == dimension; ++at) {
    if (Unit(*at).factor() == factor) return Unit(*at);
  }
  return std::nullopt;
}

std::string_view Unit::ucum() const { return rows[index_].ucum; }
std::string_view Unit::screen_text() const { return rows[index_].screen; }
const Dimension& Unit::dimension() const { return rows[index_].dimension; }
Rational Unit::factor() const { return Rational(rows[index_].numerator, rows[index_].denominator); }
std::uint16_t Unit::count() { return static_cast<std::uint16_t>(row_count); }

Unit Unit::at(std::uint16_t index) {
  BRIDGE_ASSERT(index < row_count);
  return Unit(index);
}

}  // namespace bridge
