// SPDX-License-Identifier: Apache-2.0
// Exact comparison with the library's bounds; no tolerance, no rounding.
#include "decide/dose_limits.h"

#include "base/assert.h"
#include "clinical/screen.h"

namespace bridge::decide {
namespace {

using library::Limit;
using library::LimitedQuantity;

std::optional<Measure> body_figure(const Quantities& quantities, Body body) {
  if (body == Body::none) return Measure{Rational(1), Dimension{}};
  const Figure figure = figure_of(body);
  if (!quantities.knows(figure)) return std::nullopt;
  return quantities.exact(figure);
}

std::optional<Rational> in_unit_of(const Limit& limit, const Quantities& quantities,
                                   const Measure& value) {
  if (value.dimension == limit.unit.dimension()) return value.in(limit.unit);
  const auto from = body_figure(quantities, body_of(value.dimension));
  const auto to = body_figure(quantities, body_of(limit.unit.dimension()));
  if (!from || !to) return std::nullopt;
  const Measure converted = value * *from / *to;
  if (converted.dimension != limit.unit.dimension()) return std::nullopt;
  return converted.in(limit.unit);
}

std::optional<Rational> in_unit_of_known(const Limit& limit, const Quantities& quantities,
                                         Figure figure) {
  if (!quantities.knows(figure)) return std::nullopt;
  return in_unit_of(limit, quantities, quantities.exact(figure));
}

// A dose rate from a flow rate: through the concentration unless the limit counts fluid.
std::optional<Rational> dose_rate_at(const Limit& limit, const Quantities& quantities,
                                     const Measure& rate) {
  if (limit.unit.dimension().volume == 1) return in_unit_of(limit, quantities, rate);
  if (!quantities.knows(Figure::concentration)) return std::nullopt;
  return in_unit_of(limit, quantities, rate * quantities.exact(Figure::concentration));
}

// "0.1 to 15 units per hour"; without its unit when another range follows that has it.
std::string range(const std::optional<Decimal>& low, const std::optional<Decimal>& high,
                  const Unit* unit) {
  const auto last = [unit](const Decimal& value) {
    return unit == nullptr ? screen_number(value) : screen_text(value, *unit);
  };
  if (low && high) return screen_number(*low) + " to " + last(*high);
  if (high) return "up to " + last(*high);
  return "at least " + last(*low);
}

}  // namespace

bool is_of_run(LimitedQuantity quantity) { return quantity <= LimitedQuantity::weight; }

std::optional<Rational> value_in(const Limit& limit, const Quantities& quantities,
                                 const Measure& value) {
  return in_unit_of(limit, quantities, value);
}

FaultCode code_of(Standing standing, LimitedQuantity quantity) {
  switch (standing) {
    case Standing::below_soft:
      return FaultCode::soft_limit_below;
    case Standing::above_soft:
      return FaultCode::soft_limit_above;
    case Standing::below_hard:
      return FaultCode::hard_limit_below;
    case Standing::above_hard:
      return quantity == LimitedQuantity::accumulated ? FaultCode::total_above_hard_limit
                                                      : FaultCode::hard_limit_above;
    case Standing::within:
      break;
  }
  BRIDGE_ASSERT(false);
}

Standing standing_of(const Limit& limit, const Rational& value) {
  if (limit.hard_max && value > limit.hard_max->exact()) return Standing::above_hard;
  if (limit.hard_min && value < limit.hard_min->exact()) return Standing::below_hard;
  if (limit.soft_max && value > limit.soft_max->exact()) return Standing::above_soft;
  if (limit.soft_min && value < limit.soft_min->exact()) return Standing::below_soft;
  return Standing::within;
}

std::optional<Rational> ordered_value(const Limit& limit, const Quantities& quantities) {
  switch (limit.quantity) {
    case LimitedQuantity::dose_rate: {
      auto known = in_unit_of_known(limit, quantities, Figure::dose_rate);
      if (known || !quantities.knows(Figure::rate)) return known;
      return dose_rate_at(limit, quantities, quantities.exact(Figure::rate));
    }
    case LimitedQuantity::dose:
      return in_unit_of_known(limit, quantities, Figure::dose);
    case LimitedQuantity::rate:
      return in_unit_of_known(limit, quantities, Figure::rate);
    case LimitedQuantity::volume:
      return in_unit_of_known(limit, quantities, Figure::volume);
    case LimitedQuantity::duration:
      return in_unit_of_known(limit, quantities, Figure::duration);
    case LimitedQuantity::weight: {
      if (!quantities.knows(Figure::weight)) return std::nullopt;
      // kg of body against a limit written in kg or g of mass.
      const auto kilogram = Unit::from_ucum("kg");
      BRIDGE_ASSERT(kilogram.has_value());
      return quantities.exact(Figure::weight).in_base_units * kilogram->factor() /
             limit.unit.factor();
    }
    case LimitedQuantity::demand_dose:
    case LimitedQuantity::lockout:
    case LimitedQuantity::loading_dose:
    case LimitedQuantity::bolus_dose:
    case LimitedQuantity::bolus_rate:
    case LimitedQuantity::accumulated:
      return std::nullopt;
  }
  BRIDGE_ASSERT(false);
}

std::optional<Rational> delivered_value(const Limit& limit, const Quantities& quantities,
                                        const Measure& rate) {
  switch (limit.quantity) {
    case LimitedQuantity::dose_rate:
      return dose_rate_at(limit, quantities, rate);
    case LimitedQuantity::rate:
      return in_unit_of(limit, quantities, rate);
    case LimitedQuantity::duration:
      if (!quantities.knows(Figure::volume) || rate.in_base_units.is_zero()) return std::nullopt;
      return in_unit_of(limit, quantities, quantities.exact(Figure::volume) / rate);
    case LimitedQuantity::dose:
    case LimitedQuantity::volume:
    case LimitedQuantity::weight:
    case LimitedQuantity::demand_dose:
    case LimitedQuantity::lockout:
    case LimitedQuantity::loading_dose:
    case LimitedQuantity::bolus_dose:
    case LimitedQuantity::bolus_rate:
    case LimitedQuantity::accumulated:
      return std::nullopt;
  }
  BRIDGE_ASSERT(false);
}

bool keeps_limits(const library::Setup& setup, const Quantities& quantities, const Measure& exact,
                  const Measure& rate) {
  for (const Limit& limit : setup.limits) {
    const auto value = delivered_value(limit, quantities, rate);
    if (!value) continue;
    const Standing standing = standing_of(limit, *value);
    if (standing == Standing::within) continue;
    const auto before = delivered_value(limit, quantities, exact);
    if (before && standing_of(limit, *before) != standing) return false;
  }
  return true;
}

bool needs(Body body, const Limit& limit) {
  if (body == Body::weight && limit.quantity == LimitedQuantity::weight) return true;
  return body_of(limit.unit.dimension()) == body && body != Body::none;
}

std::string bounds_text(const Limit& limit) {
  std::string text;
  const bool hard = limit.hard_min || limit.hard_max;
  if (limit.soft_min || limit.soft_max) {
    text = "soft " + range(limit.soft_min, limit.soft_max, hard ? nullptr : &limit.unit);
  }
  if (hard) {
    text.append(text.empty() ? "hard " : ", hard ");
    text.append(range(limit.hard_min, limit.hard_max, &limit.unit));
  }
  return text;
}

std::string limit_detail(const Limit& limit, const Rational& value, Standing standing) {
  const bool hard = is_hard(standing);
  std::string text(name_of(limit.quantity));
  if (const std::size_t gap = text.find('_'); gap != std::string::npos) text[gap] = ' ';
  text.append(" ").append(readable(value, limit.unit));
  text.append(hard ? "; hard limit " : "; soft limit ");
  return text.append(hard ? range(limit.hard_min, limit.hard_max, &limit.unit)
                          : range(limit.soft_min, limit.soft_max, &limit.unit));
}

}  // namespace bridge::decide
