// SPDX-License-Identifier: Apache-2.0
// PID and PV1 to Patient.
#pragma once

#include <string>

#include "base/fault.h"
#include "clinical/identity.h"
#include "hl7/message.h"
#include "translate/code_book.h"
#include "translate/message_clock.h"

namespace bridge::translate {

// The identifier is the one repetition of PID-3 with type MR; of several, the one whose authority
// the table of identifier systems has; without any MR, a lone repetition. Faults: patient_missing
// (B36), patient_id_missing (B37), patient_ambiguous (also of says_one_patient), and of unreadable
// text.
Patient read_patient(const hl7::Message& message, const CodeBook& book, Faults& faults);

// B39: false, with patient_ambiguous, when PID or PV1 stands once more and differs; one that is the
// same is a warning.
bool says_one_patient(const hl7::Message& message, Faults& faults);

// B40: patient_not_the_orders when the patient is dead (PID-30) or was discharged before the
// message was sent (PV1-45). For what would begin or go on, never for what ends.
void refuse_ended_care(const hl7::Message& message, const MessageClock& clock, Faults& faults);

// XCN of its first repetition.
Person read_person(const hl7::Field& field, Faults& faults);

}  // namespace bridge::translate
