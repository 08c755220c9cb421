// SPDX-License-Identifier: Apache-2.0
// The invariants of FHIR R4 that a table of elements cannot say.
#pragma once

#include "base/fault.h"
#include "fhir/elements.h"
#include "fhir/place.h"
#include "json/json.h"

namespace bridge::fhir {

// Appends a fault for each rule of the type that the object breaks; `detail` is the rule's name.
void check_invariants(const Type& type, const json::Value& object, const Place& place,
                      Faults& faults);

}  // namespace bridge::fhir
