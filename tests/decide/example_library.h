// SPDX-License-Identifier: Apache-2.0
// A small drug library and pump for tests, written as a table that a pharmacist can read.
#pragma once

#include "clinical/pump.h"
#include "library/drug_library.h"

namespace bridge::decide::test {

// Invented for tests; no figure of it is a clinical recommendation.
const library::DrugLibrary& example_library();
library::DrugLibrary::Parts example_parts();

// 0.1 to 999 mL/h in steps of 0.01 below 1, 0.1 below 100 and 1 above; bags up to 3000 mL.
const PumpModel& bedside_model();
Pump bedside_pump();

// A line that ends with a backslash goes on in the next one, without its indentation.
std::string joined_lines(std::string_view text);

Decimal number(std::string_view text);
Unit unit(std::string_view ucum);

}  // namespace bridge::decide::test
