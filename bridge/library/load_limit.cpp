// SPDX-License-Identifier: Apache-2.0
#include "library/load_limit.h"

#include <algorithm>
#include <array>
#include <utility>

namespace bridge::library {

using json::ObjectReader;
using json::Value;

std::string read_filled(ObjectReader& reader, std::string_view key) {
  std::string text = reader.text(key);
  const Value* found = reader.value().find(key);
  if (found == nullptr || !found->is_string()) return text;
  const bool blank = text.find_first_not_of(' ') == std::string::npos;
  if (blank) reader.fail(key, "must not be empty");
  const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  if (std::any_of(text.begin(), text.end(), control)) {
    reader.fail(key, "must not hold a control character");
  }
  return text;
}

std::optional<Decimal> read_decimal(ObjectReader& reader, std::string_view key) {
  const std::string text = reader.number(key);
  const Value* found = reader.value().find(key);
  if (found == nullptr || !found->is_number()) return std::nullopt;
  const Result<Decimal> value = Decimal::parse(text);
  if (!value) {
    reader.fail(key, std::string(kind_of(value.fault().code).text));
    return std::nullopt;
  }
  if (value->is_negative()) {
    reader.fail(key, "must not be negative");
    return std::nullopt;
  }
  return *value;
}

std::optional<Decimal> read_factor_if(ObjectReader& reader, std::string_view key) {
  if (!reader.has(key)) return std::nullopt;
  std::optional<Decimal> value = read_decimal(reader, key);
  if (value && value->is_zero()) {
    reader.fail(key, "must be above zero");
    return std::nullopt;
  }
  return value;
}

std::optional<Unit> read_unit(ObjectReader& reader, std::string_view key, QuantityKind kind) {
  const Value* found = reader.required(key);
  if (found == nullptr) return std::nullopt;
  if (!found->is_string()) {
    reader.fail(key, "must be a string");
    return std::nullopt;
  }
  const std::optional<Unit> unit = Unit::from_ucum(found->as_string());
  if (!unit) {
    reader.fail(key, "is not one of the UCUM units taken here");
    return std::nullopt;
  }
  if (!is_of_kind(kind, *unit)) {
    reader.fail(key, std::string(unit->ucum()) + " is not a unit of " + std::string(name_of(kind)));
    return std::nullopt;
  }
  return unit;
}

std::optional<Amount> read_amount(ObjectReader reader, QuantityKind kind) {
  const std::optional<Decimal> value = read_decimal(reader, "value");
  const std::optional<Unit> unit = read_unit(reader, "unit", kind);
  if (value && value->is_zero()) reader.fail("value", "must be above zero");
  if (!value || !unit || value->is_zero()) return std::nullopt;
  return Amount{*value, *unit, "", {}};
}

Dimension substance(const Dimension& dimension) {
  Dimension result = dimension;
  result.time = 0;
  result.body_weight = 0;
  result.area = 0;
  return result;
}

namespace {

QuantityKind kind_of_limit(LimitedQuantity quantity) {
  switch (quantity) {
    case LimitedQuantity::dose_rate:
      return QuantityKind::dose_rate;
    case LimitedQuantity::dose:
    case LimitedQuantity::demand_dose:
    case LimitedQuantity::loading_dose:
    case LimitedQuantity::bolus_dose:
    case LimitedQuantity::accumulated:
      return QuantityKind::dose;
    case LimitedQuantity::rate:
    case LimitedQuantity::bolus_rate:
      return QuantityKind::flow_rate;
    case LimitedQuantity::volume:
      return QuantityKind::volume;
    case LimitedQuantity::duration:
    case LimitedQuantity::lockout:
      return QuantityKind::duration;
    case LimitedQuantity::weight:
      return QuantityKind::body_weight;
  }
  BRIDGE_ASSERT(false);
}

// A dose per kg is never compared with a dose: that needs a weight, and a library has none.
bool comparable(const Limit& limit, TherapyMode mode, const std::optional<Unit>& dosing) {
  const Dimension& measured = limit.unit.dimension();
  switch (limit.quantity) {
    case LimitedQuantity::dose_rate:
      if (mode == TherapyMode::fluid) return measured.volume == 1;
      if (!dosing) return true;
      return measured == (mode == TherapyMode::continuous ? dosing->dimension()
                                                          : dosing->dimension().per_time());
    case LimitedQuantity::dose:
      if (mode == TherapyMode::fluid) return false;
      if (!dosing) return true;
      return dosing->dimension() ==
             (mode == TherapyMode::continuous ? measured.per_time() : measured);
    case LimitedQuantity::demand_dose:
    case LimitedQuantity::loading_dose:
    case LimitedQuantity::bolus_dose:
    case LimitedQuantity::accumulated:
      if (mode == TherapyMode::fluid) return false;
      // The patient's weight or surface bridges the two; only the substance must be the same.
      return !dosing || substance(measured) == substance(dosing->dimension());
    case LimitedQuantity::rate:
    case LimitedQuantity::volume:
    case LimitedQuantity::duration:
    case LimitedQuantity::weight:
    case LimitedQuantity::lockout:
    case LimitedQuantity::bolus_rate:
      return true;
  }
  BRIDGE_ASSERT(false);
}

void read_bounds(ObjectReader& reader, Limit& limit) {
  using Bound = std::pair<std::string_view, std::optional<Decimal>*>;
  const std::array<Bound, 4> bounds = {
      Bound{"hard_min", &limit.hard_min}, Bound{"soft_min", &limit.soft_min},
      Bound{"soft_max", &limit.soft_max}, Bound{"hard_max", &limit.hard_max}};
  std::size_t given = 0;
  const Bound* below = nullptr;
  for (const Bound& bound : bounds) {
    const auto& [name, value] = bound;
    if (!reader.has(name)) continue;
    ++given;
    *value = read_decimal(reader, name);
    if (!*value) continue;
    if (name.ends_with("max") && (*value)->is_zero()) reader.fail(name, "must be above zero");
    if (below != nullptr && **below->second > **value) {
      reader.fail(name, (*value)->text() + " is below " + std::string(below->first) + " " +
                            (*below->second)->text());
    }
    below = &bound;
  }
  if (given == 0) reader.fail("hard_max", "no bound is given");
}

// "window": 24 hours as {"value": 24, "unit": "h"}, or "lifetime".
std::optional<Window> read_window(ObjectReader& reader) {
  const Value* found = reader.required("window");
  if (found == nullptr) return std::nullopt;
  if (found->is_string() && found->as_string() == "lifetime") {
    return Window{.hours = Rational(0), .lifetime = true};
  }
  if (!found->is_object()) {
    reader.fail("window", R"(must be "lifetime" or a time such as {"value": 24, "unit": "h"})");
    return std::nullopt;
  }
  const std::optional<Amount> time = read_amount(reader.object("window"), QuantityKind::duration);
  if (!time) return std::nullopt;
  static const Unit hour = *Unit::from_ucum("h");
  return Window{.hours = time->exact().in(hour), .lifetime = false};
}

}  // namespace

std::optional<Limit> read_limit(ObjectReader& reader, std::optional<TherapyMode> mode,
                                const std::optional<Unit>& dosing) {
  const auto quantity = read_choice<LimitedQuantity>(reader, "quantity");
  std::optional<Unit> unit;
  if (quantity) {
    unit = read_unit(reader, "unit", kind_of_limit(*quantity));
  } else {
    reader.text("unit");
  }
  // The unit stands in when the file's is wrong, so that the bounds are read all the same.
  Limit limit{.quantity = quantity.value_or(LimitedQuantity::rate),
              .unit = unit.value_or(Unit::at(0)),
              .window = {},
              .hard_min = {},
              .soft_min = {},
              .soft_max = {},
              .hard_max = {},
              .source = read_filled(reader, "source"),
              .rationale = reader.text_or("rationale", "")};
  read_bounds(reader, limit);
  if (quantity == LimitedQuantity::accumulated) {
    limit.window = read_window(reader);
    if (!limit.window) return std::nullopt;
  } else if (reader.has("window")) {
    reader.optional("window");
    reader.fail("window", "only what is accumulated has a window");
  }
  if (!quantity || !unit) return std::nullopt;
  if (mode && !comparable(limit, *mode, dosing)) {
    std::string detail = std::string(unit->ucum()) + " cannot be compared with ";
    detail.append(dosing ? "the dosing unit " + std::string(dosing->ucum())
                         : "the rate of a fluid");
    reader.fail("unit", std::move(detail));
  }
  return limit;
}

}  // namespace bridge::library
