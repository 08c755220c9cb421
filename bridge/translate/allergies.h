// SPDX-License-Identifier: Apache-2.0
// Allergies of the chart that come with an order: AL1 and IAM of HL7 v2, AllergyIntolerance of
// FHIR.
#pragma once

#include "clinical/infusion_order.h"
#include "fhir/reference.h"
#include "translate/fhir_reading.h"
#include "translate/reading.h"

namespace bridge::translate {

// Whether the segment is about an allergy of the patient, wherever it stands in the message.
bool is_allergy(const hl7::Segment& segment);

// Every code of every allergy that stands goes to order.allergies. One that was deleted, is
// inactive or was an error is not one (IAM-6 D, IAM-17 I and E; clinicalStatus inactive and
// resolved, verificationStatus refuted and entered-in-error). One without a code, or whose codes
// are all of systems that no table knows, is kept as it is and gives the warning
// allergy_not_checked: nobody compares words. A code of HL7 without a system is a local one.
void read_allergies(Reading& reading, const Segments& segments, InfusionOrder& order);

// Those that are contained in the request, and those of the patient in its Bundle. One that is
// contained and is another patient's is patient_not_the_orders. Needs order.patient.
void read_allergies(FhirReading& reading, const fhir::Surroundings& around, InfusionOrder& order);

}  // namespace bridge::translate
