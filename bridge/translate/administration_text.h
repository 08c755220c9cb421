// SPDX-License-Identifier: Apache-2.0
// What a record of an administration says in words, for RXA-9 and for FHIR notes.
#pragma once

#include <string>

#include "clinical/administration.h"

namespace bridge::translate {

// "31.9 mL/hour": the number as the pump told it, the unit in words that are safe to read.
std::string screen_text(const Amount& amount);

// "Rate change 31.9 to 38.3 mL/hour (10 to 12 mcg/kg/min)", "Stopped, 120 mL given". The rate
// before comes from the segment that ended when the record began.
std::string record_text(const Administration& administration, const AdministrationRecord& record);

// Said of a record that the pump told long after it happened.
inline constexpr const char* late_text = "Reported late by the pump";

}  // namespace bridge::translate
