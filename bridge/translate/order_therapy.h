// SPDX-License-Identifier: Apache-2.0
// What an HL7 order says beyond one rate: patient-controlled doses, loading dose, bolus, titration.
#pragma once

#include "clinical/infusion_order.h"
#include "translate/reading.h"

namespace bridge::translate {

// OBX whose result stands (HL7 table 0085); one that does not is marked as read.
bool is_usable_observation(Reading& reading, const hl7::Segment& obx);

// ORC-8 of a child and ORC-11. Fault order_missing for a child without its parent's number.
void read_parent_and_verifier(Reading& reading, const Segments& segments, InfusionOrder& order);

// RXV, and the OBX of IHE PCD TF-2 3.3.4.4.9 as older senders have them; after the product, whose
// rate is the basal one. A parameter that is known and has no place in an order is
// mode_not_supported, never passed over.
void read_therapy(Reading& reading, const Segments& segments, InfusionOrder& order);

}  // namespace bridge::translate
