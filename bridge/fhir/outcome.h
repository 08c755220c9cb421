// SPDX-License-Identifier: Apache-2.0
// Faults as a FHIR OperationOutcome, and the HTTP status they ask for.
#pragma once

#include "base/fault.h"
#include "json/json.h"

namespace bridge::fhir {

// One issue per fault, the severe ones first. Without faults: one issue that says all is well,
// since an OperationOutcome must have one.
json::Value operation_outcome(const Faults& faults);

// What keeps the sender from mending anything comes first: a failing service, a body that cannot be
// read, an address that does not exist, a conflict, then content. 200 when no fault is an error.
int http_status(const Faults& faults);

}  // namespace bridge::fhir
