// SPDX-License-Identifier: Apache-2.0
// Reading of one limit, and of the numbers and units that a library file is made of.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/decimal.h"
#include "base/named.h"
#include "clinical/quantity.h"
#include "json/reading.h"
#include "library/drug_library.h"

namespace bridge::library {

// Of a setup with this mode and dosing unit (none: a fluid); nullopt after a fault.
std::optional<Limit> read_limit(json::ObjectReader& reader, std::optional<TherapyMode> mode,
                                const std::optional<Unit>& dosing);

// A text that says something and holds no control character.
std::string read_filled(json::ObjectReader& reader, std::string_view key);

// An exact decimal that is not negative; the reading has the fault when there is none.
std::optional<Decimal> read_decimal(json::ObjectReader& reader, std::string_view key);
// The same for a member that may be missing, and must be above zero.
std::optional<Decimal> read_factor_if(json::ObjectReader& reader, std::string_view key);

std::optional<Unit> read_unit(json::ObjectReader& reader, std::string_view key, QuantityKind kind);
// {"value": 400, "unit": "mg"}, above zero.
std::optional<Amount> read_amount(json::ObjectReader reader, QuantityKind kind);

// What is dosed, without "per kg" and "per hour": mg of ug/kg/min.
Dimension substance(const Dimension& dimension);

// The value of an enum; unlike one_of() it tells a fault from the first value.
template <Named E>
std::optional<E> read_choice(json::ObjectReader& reader, std::string_view key) {
  const json::Value* found = reader.value().find(key);
  const bool known =
      found != nullptr && found->is_string() && named<E>(found->as_string()).has_value();
  const E value = reader.one_of<E>(key);
  if (!known) return std::nullopt;
  return value;
}

}  // namespace bridge::library
