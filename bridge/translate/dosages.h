// SPDX-License-Identifier: Apache-2.0
// All dosageInstructions of a request: one infusion, its steps, or a patient-controlled one.
#pragma once

#include "clinical/infusion_order.h"
#include "translate/fhir_reading.h"

namespace bridge::translate {

// docs/fhir.md says which forms there are; whatever is not exactly one of them is dosages_conflict
// or steps_malformed, and nothing is taken from it.
void read_dosages(FhirReading& reading, InfusionOrder& order);

}  // namespace bridge::translate
