// SPDX-License-Identifier: Apache-2.0
// Orders, findings and programs as the JSON of `explain --json` and of the HTTP API.
#pragma once

#include "base/fault.h"
#include "clinical/infusion_order.h"
#include "clinical/infusion_program.h"
#include "json/json.h"

namespace bridge::translate {

// Each value is {value, unit, text, from}: shortest decimal text, UCUM, the text as sent, and the
// field with the table row it came from. There is no patient's name in it, nor a birth date.
json::Value order_json(const InfusionOrder& order);

// One finding is {code, severity, place, text, cause, owner, fix}; `code` is the pump's 90xx where
// the fault has one, else the number of HL7 table 0357; `cause` names the fault.
json::Value findings_json(const Faults& faults);

// {medication, rate, dose_rate, dose, volume, duration, loading_dose, pca, steps, concentration,
// weight, route, mode, pump}; mode is continuous, intermittent, pca, multistep or bolus;
// quantities are {value, unit}. What the program does not have is not there.
json::Value command_json(const InfusionProgram& program);

}  // namespace bridge::translate
