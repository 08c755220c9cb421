// SPDX-License-Identifier: Apache-2.0
// One dosageInstruction of a MedicationRequest, read by itself.
#pragma once

#include <optional>
#include <string>

#include "clinical/infusion_order.h"
#include "translate/fhir_reading.h"

namespace bridge::translate {

struct Dosage {
  std::string place;   // "MedicationRequest.dosageInstruction[1]"
  InfusionOrder says;  // quantities, times, route, device, method, titration, needs_review
  std::optional<Count> sequence;
  bool as_needed = false;
  std::optional<StepType> type;  // our extension `step`
  std::optional<StepStart> start;
};

// What a dosageInstruction of a patient-controlled infusion means depends on all of them.
enum class DosageOf : std::uint8_t { one_infusion, step, pca };

// HL7 table 0164, PCA, as the method: the infusion is patient-controlled.
bool says_pca(const Coding& method);

// `reading` sees only this one dosage.
Dosage read_dosage(FhirReading& reading, std::string place, DosageOf of);

// The demand of a PCA: lockout, limits. Elements that have no place there are faults.
PcaSettings read_demand(FhirReading& reading);

}  // namespace bridge::translate
