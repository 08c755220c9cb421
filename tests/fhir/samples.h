// SPDX-License-Identifier: Apache-2.0
// Resources that several tests of this layer start from, and how faults are shown.
#pragma once

#include <string>

#include "base/fault.h"
#include "json/json.h"

namespace bridge::fhir {

// In the order of the element tables, so that XML gives the same tree.
inline constexpr const char* order_json = R"({
  "resourceType": "MedicationRequest",
  "id": "order-1",
  "contained": [{
    "resourceType": "Medication", "id": "bag",
    "ingredient": [{
      "itemCodeableConcept": {"text": "Dopamine"},
      "strength": {
        "numerator": {"value": 400, "unit": "mg",
                      "system": "http://unitsofmeasure.org", "code": "mg"},
        "denominator": {"value": 250.0, "unit": "mL",
                        "system": "http://unitsofmeasure.org", "code": "mL"}
      }
    }]
  }],
  "extension": [{"url": "http://example.org/bag", "valueString": "B-7"}],
  "identifier": [{"type": {"coding": [{"code": "PLAC"}]}, "value": "P1"},
                 {"type": {"coding": [{"code": "FILL"}]}, "value": "F1"}],
  "status": "active",
  "intent": "order",
  "medicationReference": {"reference": "#bag"},
  "subject": {"identifier": {"system": "urn:oid:1.2.3", "value": "M1"}},
  "authoredOn": "2026-03-02T10:15:00+01:00",
  "dosageInstruction": [{
    "sequence": 1,
    "timing": {"repeat": {"duration": 8.50, "durationUnit": "h"}},
    "asNeededBoolean": false,
    "route": {"coding": [{"system": "http://snomed.info/sct", "code": "47625008"}]},
    "doseAndRate": [{
      "doseQuantity": {"value": 250, "unit": "mL",
                       "system": "http://unitsofmeasure.org", "code": "mL"},
      "rateQuantity": {"value": 15.00, "unit": "mL/h",
                       "system": "http://unitsofmeasure.org", "code": "mL/h"}
    }]
  }]
})";

inline std::string told(const Faults& faults) {
  std::string text;
  for (const Fault& fault : faults) {
    if (!text.empty()) text.append("; ");
    text.append(brief(fault));
    if (!fault.detail.empty()) text.append(" (").append(fault.detail).append(")");
  }
  return text;
}

inline json::Value tree(std::string_view text) {
  Result<json::Value> value = json::parse(text);
  BRIDGE_ASSERT(value.has_value());
  return *std::move(value);
}

}  // namespace bridge::fhir
