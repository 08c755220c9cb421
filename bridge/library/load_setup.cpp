// SPDX-License-Identifier: Apache-2.0
#include "library/load_setup.h"

#include <algorithm>
#include <array>
#include <utility>

namespace bridge::library {
namespace {

using json::ObjectReader;
using json::Value;

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

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

// What is dosed, without "per kg" and "per hour": mg of ug/kg/min.
Dimension substance(const Dimension& dimension) {
  Dimension result = dimension;
  result.time = 0;
  result.body_weight = 0;
  result.area = 0;
  return result;
}

std::optional<Concentration> read_concentration(ObjectReader& reader, std::optional<Unit> dosing) {
  std::optional<Amount> amount = read_amount(reader.object("amount"), QuantityKind::dose);
  std::optional<Amount> volume = read_amount(reader.object("volume"), QuantityKind::volume);
  if (!amount || !volume) return std::nullopt;
  const Dimension& dimension = amount->unit.dimension();
  if (substance(dimension) != dimension) {
    reader.fail("amount", "must be an amount in a bag, not per body");
    return std::nullopt;
  }
  // A dose as volume per body (mL/kg/h) says nothing about the drug in it.
  if (dosing && dosing->dimension().volume == 0 && substance(dosing->dimension()) != dimension) {
    reader.fail("amount", std::string(amount->unit.ucum()) + " cannot be dosed in " +
                              std::string(dosing->ucum()));
    return std::nullopt;
  }
  return Concentration{std::move(*amount), std::move(*volume)};
}

Measure ratio(const Concentration& concentration) {
  return concentration.amount.exact() / concentration.volume.exact();
}

QuantityKind kind_of_limit(LimitedQuantity quantity) {
  switch (quantity) {
    case LimitedQuantity::dose_rate:
      return QuantityKind::dose_rate;
    case LimitedQuantity::dose:
      return QuantityKind::dose;
    case LimitedQuantity::rate:
      return QuantityKind::flow_rate;
    case LimitedQuantity::volume:
      return QuantityKind::volume;
    case LimitedQuantity::duration:
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
    case LimitedQuantity::rate:
    case LimitedQuantity::volume:
    case LimitedQuantity::duration:
    case LimitedQuantity::weight:
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
              .hard_min = {},
              .soft_min = {},
              .soft_max = {},
              .hard_max = {},
              .source = read_filled(reader, "source"),
              .rationale = reader.text_or("rationale", "")};
  read_bounds(reader, limit);
  if (!quantity || !unit) return std::nullopt;
  if (mode && !comparable(limit, *mode, dosing)) {
    std::string detail = std::string(unit->ucum()) + " cannot be compared with ";
    detail.append(dosing ? "the dosing unit " + std::string(dosing->ucum())
                         : "the rate of a fluid");
    reader.fail("unit", std::move(detail));
  }
  return limit;
}

LimitedQuantity dosed_quantity(TherapyMode mode) {
  switch (mode) {
    case TherapyMode::continuous:
      return LimitedQuantity::dose_rate;
    case TherapyMode::intermittent:
      return LimitedQuantity::dose;
    case TherapyMode::fluid:
      return LimitedQuantity::rate;
  }
  BRIDGE_ASSERT(false);
}

void read_limits(ObjectReader& reader, std::optional<TherapyMode> mode, Setup& setup) {
  bool complete = true;
  reader.each("limits", [&](ObjectReader& each) {
    std::optional<Limit> limit = read_limit(each, mode, setup.dosing_unit);
    if (!limit) {
      complete = false;
      return;
    }
    for (const Limit& other : setup.limits) {
      if (other.quantity == limit->quantity && other.unit.dimension() == limit->unit.dimension()) {
        each.fail("quantity", "this quantity is limited twice");
      }
    }
    setup.limits.push_back(std::move(*limit));
  });
  if (!mode || !complete || !reader.has("limits")) return;
  const LimitedQuantity needed = dosed_quantity(*mode);
  const bool bounded =
      std::any_of(setup.limits.begin(), setup.limits.end(), [needed](const Limit& limit) {
        return limit.quantity == needed && limit.hard_max.has_value();
      });
  if (!bounded) {
    reader.fail("limits", std::string(name_of(needed)) + " has no hard_max");
  }
}

// The unit of what is ordered, or none when a fluid has none or the file's is wrong.
std::optional<Unit> read_dosing_unit(ObjectReader& reader, TherapyMode mode) {
  if (mode == TherapyMode::fluid) {
    if (reader.has("dosing_unit")) {
      reader.optional("dosing_unit");
      reader.fail("dosing_unit", "a fluid has no dosing unit");
    }
    return std::nullopt;
  }
  return read_unit(reader, "dosing_unit",
                   mode == TherapyMode::continuous ? QuantityKind::dose_rate : QuantityKind::dose);
}

void read_concentrations(ObjectReader& reader, std::optional<TherapyMode> mode, Setup& setup) {
  if (mode == TherapyMode::fluid) {
    if (reader.has("concentrations")) {
      reader.optional("concentrations");
      reader.fail("concentrations", "a fluid has no concentration");
    }
    return;
  }
  std::size_t given = 0;
  const auto read_one = [&](ObjectReader& each) {
    ++given;
    std::optional<Concentration> read = read_concentration(each, setup.dosing_unit);
    if (!read) return;
    const auto same = [&read](const Concentration& other) {
      return other.amount.exact() == read->amount.exact() &&
             other.volume.exact() == read->volume.exact();
    };
    if (std::any_of(setup.concentrations.begin(), setup.concentrations.end(), same)) {
      each.fail("amount", "this concentration stands here twice");
    }
    setup.concentrations.push_back(std::move(*read));
  };
  if (mode) {
    reader.each("concentrations", read_one);
  } else {
    reader.each_or_none("concentrations", read_one);
  }
  const Value* list = reader.value().find("concentrations");
  if (given == 0 && list != nullptr && list->is_array()) {
    reader.fail("concentrations", "no concentration is given");
  }
}

// Whether one and the same order could be meant for both setups of a drug in a care area. A therapy
// that would tell them apart is not part of an order (drug-library 1.1, fact 1), so the library may
// not need one.
bool overlap(const Setup& a, const Setup& b) {
  if (a.mode != b.mode) return false;
  if (a.mode == TherapyMode::fluid) return true;
  if (!a.dosing_unit || !b.dosing_unit) return false;
  if (a.dosing_unit->dimension() != b.dosing_unit->dimension()) return false;
  for (const Concentration& mine : a.concentrations) {
    for (const Concentration& theirs : b.concentrations) {
      if (ratio(mine) == ratio(theirs)) return true;
    }
  }
  return false;
}

void expect_known(ObjectReader& reader, std::string_view key,
                  const std::unordered_set<std::string>& known, const std::string& id) {
  if (id.empty() || known.contains(id)) return;
  reader.fail(key, "the library has no " + quoted(id));
}

}  // namespace

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

SetupReader::SetupReader(DrugLibrary::Parts& parts) : parts_(parts) {
  for (const CareArea& area : parts.care_areas) areas_.insert(area.id);
  for (const Drug& drug : parts.drugs) drugs_.insert(drug.id);
}

void SetupReader::read(ObjectReader& reader) {
  Setup setup;
  setup.care_area = read_filled(reader, "care_area");
  setup.drug = read_filled(reader, "drug");
  expect_known(reader, "care_area", areas_, setup.care_area);
  expect_known(reader, "drug", drugs_, setup.drug);
  const auto mode = read_choice<TherapyMode>(reader, "mode");
  setup.mode = mode.value_or(TherapyMode::continuous);
  if (mode) {
    setup.dosing_unit = read_dosing_unit(reader, *mode);
  } else {
    reader.optional("dosing_unit");
  }
  read_concentrations(reader, mode, setup);
  setup.piggyback = reader.flag_or("piggyback", false);
  read_limits(reader, mode, setup);
  if (mode) {
    std::vector<std::size_t>& siblings = setups_[setup.care_area + '\x1f' + setup.drug];
    for (const std::size_t at : siblings) {
      if (overlap(parts_.setups[at], setup)) {
        reader.fail("drug", "an order that fits this also fits setups[" + std::to_string(at) + "]");
      }
    }
    siblings.push_back(parts_.setups.size());
  }
  parts_.setups.push_back(std::move(setup));
}

}  // namespace bridge::library
