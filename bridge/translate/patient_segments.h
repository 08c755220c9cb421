// SPDX-License-Identifier: Apache-2.0
// PID and PV1 to Patient.
#pragma once

#include <string>

#include "base/fault.h"
#include "clinical/identity.h"
#include "hl7/message.h"
#include "translate/code_book.h"

namespace bridge::translate {

// The identifier is the one repetition of PID-3 with type MR; of several, the one whose authority
// the table of identifier systems has; without any MR, a lone repetition. Faults: patient_missing
// (B36), patient_id_missing (B37), patient_ambiguous, and of unreadable text.
Patient read_patient(const hl7::Message& message, const CodeBook& book, Faults& faults);

// XCN of its first repetition.
Person read_person(const hl7::Field& field, Faults& faults);

}  // namespace bridge::translate
