// SPDX-License-Identifier: Apache-2.0
// check(): whether a tree is a FHIR R4 resource, by the element tables, as a closed world.
#pragma once

#include "base/fault.h"
#include "json/json.h"

namespace bridge::fhir {

// All faults with their FHIRPath place, at most 100. An unknown element is a fault, as is any
// modifier extension and implicitRules, since each could change the meaning of an order; plain
// extensions are structure to be kept. Whether the content makes sense as medicine is not asked
// here.
Faults check(const json::Value& resource);

}  // namespace bridge::fhir
