// SPDX-License-Identifier: Apache-2.0
// What a record of an administration says in words, for RXA-9 and for FHIR notes.
#pragma once

#include <string>

#include "clinical/administration.h"

namespace bridge::translate {

// "Rate change 31.9 to 38.3 mL per hour (10 to 12 mcg per kg per min)", "Stopped, 120 mL given". The rate
// before comes from the segment that ended when the record began.
std::string record_text(const Administration& administration, const AdministrationRecord& record);

// Said of a record that the pump told long after it happened.
inline constexpr const char* late_text = "Reported late by the pump";

}  // namespace bridge::translate
