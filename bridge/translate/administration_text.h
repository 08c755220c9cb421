// SPDX-License-Identifier: Apache-2.0
// What a record of an administration says in words, for RXA-9 and for FHIR notes.
#pragma once

#include <string>

#include "clinical/administration.h"

namespace bridge::translate {

// "Rate change 31.9 to 38.3 mL per hour (10 to 12 mcg per kg per min)", "Stopped, 20 mL given, 120
// mL in all", "Bolus 4,000 units, 80 mL". The rate before comes from the segment that ended when
// the record began; the dose of a bolus from its volume and the strength of the bag.
std::string record_text(const Administration& administration, const AdministrationRecord& record);

// "4,000 units": what that volume of this bag holds; empty when the strength is not known.
std::string dose_text(const Administration& administration, const Volume& volume);

// Said of a record that the pump told long after it happened.
inline constexpr const char* late_text = "Reported late by the pump";

}  // namespace bridge::translate
