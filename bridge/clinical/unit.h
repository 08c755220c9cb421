// SPDX-License-Identifier: Apache-2.0
// Unit: one of a closed list of clinical units, with its dimension and its exact factor.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/rational.h"

namespace bridge {

// Exponents of what is measured. Body weight and body surface are dimensions of their own: a dose
// per kg is another kind of thing than a dose, although UCUM lets the kilograms cancel
// (drug-library 4.4). International and arbitrary units never convert into mass.
struct Dimension {
  std::int8_t volume = 0;
  std::int8_t mass = 0;
  std::int8_t mole = 0;
  std::int8_t equivalent = 0;
  std::int8_t international_unit = 0;
  std::int8_t arbitrary_unit = 0;
  std::int8_t time = 0;
  std::int8_t body_weight = 0;
  std::int8_t area = 0;
  std::int8_t length = 0;

  friend bool operator==(const Dimension&, const Dimension&) = default;

  // The part that says what is dosed: exactly one of volume, mass, mole, equivalent, [iU], [arb'U]
  // stands above the line.
  bool is_amount_of_drug() const;
  Dimension per_time() const;  // this / time
};

Dimension operator*(const Dimension& a, const Dimension& b);
Dimension operator/(const Dimension& a, const Dimension& b);

// A handle to a row of clinical/unit_list.inc; two bytes, compared by identity.
class Unit {
 public:
  // The list's own UCUM text alone: "mL/h", "ug/kg/min", "[iU]". What else is UCUM is read by
  // clinical/ucum; spellings of other systems are rows of mappings/units.csv.
  static std::optional<Unit> from_ucum(std::string_view ucum);
  // The first of the list with exactly this dimension and factor.
  static std::optional<Unit> of(const Dimension& dimension, const Rational& factor);

  std::string_view ucum() const;
  // ISMP-safe words for people: "mcg per kg per min", "unit per hour", "mg/mL". With a number only
  // through clinical/screen.
  std::string_view screen_text() const;
  const Dimension& dimension() const;
  Rational factor() const;  // how many base units one of this unit is, exact

  std::uint16_t index() const { return index_; }
  static std::uint16_t count();
  static Unit at(std::uint16_t index);  // index < count()

  friend auto operator<=>(const Unit&, const Unit&) = default;

 private:
  explicit Unit(std::uint16_t index) : index_(index) {}
  std::uint16_t index_;
};

}  // namespace bridge
