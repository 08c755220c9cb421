// SPDX-License-Identifier: Apache-2.0
// Administration -> FHIR R4 MedicationAdministration: one resource for the whole administration,
// amended as it goes on; its version and time are the caller's.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/instant.h"
#include "clinical/administration.h"
#include "json/json.h"
#include "translate/code_book.h"

namespace bridge::translate {

struct ResourceVersion {
  std::string version_id;
  Instant last_updated;
  std::string identifier_system;  // URI under which our administration ids are unique
};

// Patient, order, pump and nurse are referred to by their identifiers, not by resource ids: two
// patients of two authorities may have the same number. dosage.dose is the volume given so far
// and of a bolus dosage.text the dose in it, dosage.rate the rate that runs now, or the only one
// that ever ran; without either there is no dosage (mad-1). Doses out of it, KVO and parts reported
// late are notes, from `records`.
json::Value write_medication_administration(const Administration& administration,
                                            const std::vector<AdministrationRecord>& records,
                                            const ResourceVersion& version, const CodeBook& book);

}  // namespace bridge::translate
