// SPDX-License-Identifier: Apache-2.0
// FHIR R4 MedicationRequest to InfusionOrder.
#pragma once

#include "fhir/reference.h"
#include "json/json.h"
#include "translate/code_book.h"
#include "translate/pharmacy_order.h"

namespace bridge::translate {

// `request` has passed fhir::check(). `around` says where references may lead; its container is set
// here. The order is the one that the same prescription sent as RDE^O11 gives, origins apart. As
// there, of a request that only stops, holds or cancels nothing else is read.
OrderRead read_medication_request(const json::Value& request, fhir::Surroundings around,
                                  const CodeBook& book);

}  // namespace bridge::translate
