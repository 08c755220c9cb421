// SPDX-License-Identifier: Apache-2.0
// fact_line: one line for each recorded fact, as stories and `explain` tell it.
#pragma once

#include <optional>
#include <string>

#include "decide/fact.h"

namespace bridge::engine {

// "order_accepted ORD1^EHR, dose rate 10 ug/kg/min": the fact's name, what it is about, numbers and
// codes; no names of people. Nothing for the bookkeeping of answers and resources.
std::optional<std::string> fact_line(const decide::Fact& fact);

// "error unit_unknown at RXE[1]-24 (detail)"
std::string finding_line(const Fault& fault);

}  // namespace bridge::engine
