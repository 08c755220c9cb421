// SPDX-License-Identifier: Apache-2.0
// The formats of FHIR's primitive types (R4 2.24.0.1), read by hand.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "fhir/elements.h"
#include "json/json.h"

namespace bridge::fhir {

struct Problem {
  FaultCode code;
  std::string_view detail;
};

// What is wrong with a JSON value of that type, or nothing.
std::optional<Problem> problem_of(Primitive primitive, const json::Value& value);

// The `value` attribute of XML as the JSON value it means, not yet checked further; nothing when a
// boolean or number is not one.
std::optional<json::Value> from_attribute(Primitive primitive, std::string_view text);

// The text that stands in the `value` attribute.
std::string to_attribute(const json::Value& value);

}  // namespace bridge::fhir
