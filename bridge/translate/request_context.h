// SPDX-License-Identifier: Apache-2.0
// What a MedicationRequest refers to: patient, encounter, prescriber, medication, observations.
#pragma once

#include "clinical/infusion_order.h"
#include "fhir/reference.h"
#include "translate/fhir_reading.h"

namespace bridge::translate {

EntityId read_order_number(const CodeBook& book, const FoundElement& found);
// The patient a Reference is to; empty when it cannot be told.
PatientId patient_named(const CodeBook& book, const fhir::Surroundings& around,
                        const json::Value& reference);
void read_subject(FhirReading& reading, const fhir::Surroundings& around, InfusionOrder& order);
void read_encounter(FhirReading& reading, const fhir::Surroundings& around, InfusionOrder& order);
// B40: patient_not_the_orders when the patient is dead or the record not in use, or the encounter
// is over or another patient's. For what would begin, never for what ends.
void refuse_ended_care(FhirReading& reading, const fhir::Surroundings& around,
                       const InfusionOrder& order);
void read_requester(FhirReading& reading, const fhir::Surroundings& around, InfusionOrder& order);
// Our extension verified-by: the pharmacist who verified the order (ORC-11 of HL7).
void read_verifier(FhirReading& reading, const fhir::Surroundings& around, InfusionOrder& order);
// The order that `found`, a Reference, is about; order_missing when it has no number.
void read_parent_order(FhirReading& reading, const fhir::Surroundings& around,
                       const FoundElement& found, InfusionOrder& order);
void read_observations(FhirReading& reading, const fhir::Surroundings& around,
                       InfusionOrder& order);
// Drug, strength, components and expiry of the bag; needs order.volume, the size of a bag whose own
// size is not said, and order.written_at, whose offset a date of expiry is in.
void read_medication(FhirReading& reading, const fhir::Surroundings& around, InfusionOrder& order);

}  // namespace bridge::translate
