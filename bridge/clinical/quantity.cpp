// SPDX-License-Identifier: Apache-2.0
#include "clinical/quantity.h"

#include "base/assert.h"
#include "clinical/screen.h"

namespace bridge {

Rational Measure::in(Unit unit) const {
  BRIDGE_ASSERT(unit.dimension() == dimension);
  return in_base_units / unit.factor();
}

Measure operator*(const Measure& a, const Measure& b) {
  return {a.in_base_units * b.in_base_units, a.dimension * b.dimension};
}

Measure operator/(const Measure& a, const Measure& b) {
  BRIDGE_ASSERT(!b.in_base_units.is_zero());
  return {a.in_base_units / b.in_base_units, a.dimension / b.dimension};
}

Measure measure(const Rational& value, Unit unit) {
  return {value * unit.factor(), unit.dimension()};
}

std::string Amount::ucum_text() const {
  std::string result = value.text();
  result.append(" ").append(unit.ucum());
  return result;
}

bool is_of_kind(QuantityKind kind, Unit unit) {
  const Dimension& d = unit.dimension();
  const bool per_body = (d.body_weight == -1) != (d.area == -1);
  const bool no_body = d.body_weight == 0 && d.area == 0;
  switch (kind) {
    case QuantityKind::volume:
      return d == Dimension{.volume = 1};
    case QuantityKind::flow_rate:
      return d == Dimension{.volume = 1, .time = -1};
    case QuantityKind::dose:
      return d.is_amount_of_drug() && d.time == 0 && (no_body || per_body);
    case QuantityKind::dose_rate:
      if (d.time != -1) return false;
      return d.is_amount_of_drug() ? no_body || per_body : d.volume == 1 && per_body;
    case QuantityKind::duration:
      return d == Dimension{.time = 1};
    case QuantityKind::body_weight:
      return unit.ucum() == "kg" || unit.ucum() == "g";
    case QuantityKind::body_height:
      return d == Dimension{.length = 1};
    case QuantityKind::body_surface:
      return d == Dimension{.area = 1};
  }
  BRIDGE_ASSERT(false);
}

Result<Amount> checked_amount(QuantityKind kind, Amount amount) {
  if (!is_of_kind(kind, amount.unit)) {
    const bool weight = kind == QuantityKind::body_weight;
    std::string detail(amount.unit.ucum());
    detail.append(" is not a unit of ").append(name_of(kind));
    return Fault{weight ? FaultCode::weight_unit : FaultCode::unit_wrong_kind, amount.from.field,
                 std::move(detail)};
  }
  if (amount.value.is_negative()) {
    return Fault{FaultCode::quantity_negative, amount.from.field, screen_text(amount)};
  }
  return amount;
}

}  // namespace bridge
