// SPDX-License-Identifier: Apache-2.0
// Quantity<kind>: a clinical number that cannot lose its unit, its received text or its origin.
#pragma once

#include <optional>
#include <string>

#include "base/decimal.h"
#include "base/named.h"
#include "base/rational.h"
#include "base/result.h"
#include "clinical/unit.h"

namespace bridge {

// Where a value came from: the field of the wire and the row of the mapping table that says so.
struct Origin {
  std::string
      field;  // "RXE[1]-23" or "MedicationRequest.dosageInstruction[0].doseAndRate[0].rateQuantity"
  std::string
      row;  // "rde.give_rate"; or the relation, for a computed value: "rate = volume / duration"

  template <class Self, class Visit>
  static void each_field(Self& self, Visit&& visit) {
    visit("field", self.field);
    visit("row", self.row);
  }
  friend bool operator==(const Origin&, const Origin&) = default;
};

// An exact value while checking: any rational, in base units of its dimension. It has no text and
// never reaches a wire; only Quantity does.
struct Measure {
  Rational in_base_units;
  Dimension dimension;

  Rational in(Unit unit) const;  // unit.dimension() == dimension
  friend Measure operator*(const Measure& a, const Measure& b);
  friend Measure operator/(const Measure& a, const Measure& b);  // b not zero
  friend bool operator==(const Measure&, const Measure&) = default;
};

Measure measure(const Rational& value, Unit unit);

// A number with its unit as received or as computed; the untyped core of Quantity.
struct Amount {
  Decimal value;
  Unit unit;
  std::string text;  // as received; empty when computed
  Origin from;

  Measure exact() const { return measure(value.exact(), unit); }
  // "10 ug/kg/min": shortest decimal text and UCUM.
  std::string ucum_text() const;
  friend bool operator==(const Amount&, const Amount&) = default;
};

enum class QuantityKind : std::uint8_t {
  volume,        // mL
  flow_rate,     // mL/h
  dose,          // mg, [iU], meq; also per kg or per m2 of body: mg/kg
  dose_rate,     // ug/kg/min, [iU]/h; also fluid per body: mL/kg/h
  duration,      // h
  body_weight,   // kg or g, never pounds (B70)
  body_height,   // cm
  body_surface,  // m2
};

constexpr auto names_of(QuantityKind) {
  return std::to_array<std::string_view>(
      {"volume", "rate", "dose", "dose rate", "duration", "weight", "height", "body surface"});
}

bool is_of_kind(QuantityKind kind, Unit unit);

// There is no default value, no implicit number and no arithmetic: a volume cannot meet a rate
// except through Measure, where dimensions are checked.
template <QuantityKind kind>
class Quantity {
 public:
  // Faults: unit_wrong_kind (weight_unit for a body weight), quantity_negative; both at
  // `from.field`.
  static Result<Quantity> make(Amount amount);

  const Amount& amount() const { return amount_; }
  const Decimal& value() const { return amount_.value; }
  Unit unit() const { return amount_.unit; }
  const Origin& from() const { return amount_.from; }
  Measure exact() const { return amount_.exact(); }

  friend bool operator==(const Quantity&, const Quantity&) = default;

 private:
  explicit Quantity(Amount amount) : amount_(std::move(amount)) {}
  Amount amount_;
};

// The checks of every Quantity<kind>::make, once.
Result<Amount> checked_amount(QuantityKind kind, Amount amount);

template <QuantityKind kind>
Result<Quantity<kind>> Quantity<kind>::make(Amount amount) {
  BRIDGE_TRY(Amount checked, checked_amount(kind, std::move(amount)));
  return Quantity(std::move(checked));
}

using Volume = Quantity<QuantityKind::volume>;
using FlowRate = Quantity<QuantityKind::flow_rate>;
using Dose = Quantity<QuantityKind::dose>;
using DoseRate = Quantity<QuantityKind::dose_rate>;
using Duration = Quantity<QuantityKind::duration>;
using BodyWeight = Quantity<QuantityKind::body_weight>;
using BodyHeight = Quantity<QuantityKind::body_height>;
using BodySurface = Quantity<QuantityKind::body_surface>;

}  // namespace bridge
