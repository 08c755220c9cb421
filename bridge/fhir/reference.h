// SPDX-License-Identifier: Apache-2.0
// What a Reference points at, found inside the message; nothing is ever fetched.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "json/json.h"

namespace bridge::fhir {

enum class ReferenceKind : std::uint8_t {
  contained,   // "#id", found: `resource`
  entry,       // the fullUrl of an entry of the Bundle, found: `resource`
  local,       // "Patient/42" of this server: `type` and `id`
  identifier,  // no reference, but an identifier
  display,     // only text for people
};

struct Target {
  ReferenceKind kind = ReferenceKind::display;
  const json::Value* resource = nullptr;
  std::string type;  // also from Reference.type or the resource found
  std::string id;
  const json::Value* identifier = nullptr;  // Reference.identifier, whatever the kind
};

// Where references may lead.
struct Surroundings {
  const json::Value* container = nullptr;  // the resource whose contained resources count
  const json::Value* bundle = nullptr;     // the Bundle that the resource came in, if any
  std::string_view base;  // this server's own address, "https://bridge.example/fhir"
};

// `place` is where the Reference stands. Faults: reference_unresolved for "#id", "urn:uuid:" and
// other texts that lead nowhere, reference_foreign for the address of another server (B114).
Result<Target> resolve(const json::Value& reference, std::string_view place,
                       const Surroundings& surroundings);

}  // namespace bridge::fhir
