// SPDX-License-Identifier: Apache-2.0
// Requests that several tests start from.
#pragma once

#include <string>
#include <string_view>

namespace bridge::translate {

// The prescription of dopamine_by_dose_rate: 10 ug/kg/min for 85 kg from 400 mg in 250 mL.
inline std::string dopamine_request() {
  constexpr std::string_view lines = R"({
 "resourceType": "MedicationRequest",
 "id": "mr1",
 "contained": [
  {"resourceType": "Medication", "id": "bag",
   "code": {"coding": [{"system": "urn:oid:2.999.2", "code": "1234"}],
            "text": "Dopamine 400 mg in D5W 250 mL"},
   "amount": {"numerator": {"value": 250, "unit": "mL", "system": "http://unitsofmeasure.org",
       "code": "mL"},
              "denominator": {"value": 1}},
   "ingredient": [
    {"itemCodeableConcept": {"coding": [{"system": "urn:oid:2.999.2", "code": "1234",
       "display": "Dopamine"}]},
     "isActive": true,
     "strength": {"numerator": {"value": 400, "unit": "mg",
       "system": "http://unitsofmeasure.org", "code": "mg"},
                  "denominator": {"value": 250, "unit": "mL",
       "system": "http://unitsofmeasure.org", "code": "mL"}}},
    {"itemCodeableConcept": {"coding": [{"system": "urn:oid:2.999.2", "code": "D5W",
       "display": "Dextrose 5% in water"}]},
     "isActive": false,
     "strength": {"numerator": {"value": 250, "unit": "mL",
       "system": "http://unitsofmeasure.org", "code": "mL"},
                  "denominator": {"value": 250, "unit": "mL",
       "system": "http://unitsofmeasure.org", "code": "mL"}}}]},
  {"resourceType": "Patient", "id": "pat",
   "identifier": [{"system": "urn:oid:2.999.1.1", "value": "MRN900123"}],
   "name": [{"use": "official", "family": "Doe", "given": ["Jane", "Q"]}],
   "gender": "female", "birthDate": "1966-01-01"},
  {"resourceType": "Encounter", "id": "enc",
   "identifier": [{"system": "urn:oid:2.999.1.2", "value": "V556677"}],
   "status": "in-progress",
   "class": {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "IMP"},
   "location": [{"location": {"identifier": {"value": "ICU^12^A"}}}]},
  {"resourceType": "Practitioner", "id": "doc",
   "identifier": [{"system": "urn:oid:2.999.1.5", "value": "D0007"}],
   "name": [{"family": "Ray", "given": ["Sam"]}]},
  {"resourceType": "Observation", "id": "weight", "status": "final",
   "code": {"coding": [{"system": "http://loinc.org", "code": "29463-7"}]},
   "valueQuantity": {"value": 85.0, "unit": "kg", "system": "http://unitsofmeasure.org",
       "code": "kg"}}],
 "identifier": [
  {"type": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v2-0203",
       "code": "PLAC"}]},
   "system": "urn:oid:2.999.1.3", "value": "ORD778812"},
  {"type": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v2-0203",
       "code": "FILL"}]},
   "system": "urn:oid:2.999.1.4", "value": "RX55001"}],
 "status": "active",
 "intent": "order",
 "medicationReference": {"reference": "#bag"},
 "subject": {"reference": "#pat"},
 "encounter": {"reference": "#enc"},
 "supportingInformation": [{"reference": "#weight"}],
 "authoredOn": "2026-03-02T09:59:00-06:00",
 "requester": {"reference": "#doc"},
 "dosageInstruction": [
  {"text": "10 mcg/kg/min",
   "timing": {"repeat": {"boundsPeriod": {"start": "2026-03-02T10:15:00-06:00"}}},
   "route": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v2-0162",
       "code": "IV", "display": "Intravenous"}]},
   "doseAndRate": [
    {"doseQuantity": {"value": 250, "unit": "mL", "system": "http://unitsofmeasure.org",
       "code": "mL"},
     "rateQuantity": {"value": 10, "unit": "mcg/kg/min", "system": "http://unitsofmeasure.org",
       "code": "ug/kg/min"}}]}]
})";
  // On one line, so that a test can replace what is broken here for reading.
  std::string text;
  for (const char c : lines) {
    if (c == '\n') {
      text += ' ';
    } else if (c != ' ' || text.back() != ' ') {
      text += c;
    }
  }
  return text;
}

}  // namespace bridge::translate
