// SPDX-License-Identifier: Apache-2.0
// story_facts: one line of a story for each recorded fact, and State as text, to compare two.
#pragma once

#include <optional>
#include <string>

#include "decide/fact.h"
#include "decide/state.h"

namespace bridge::simulate {

// "order_accepted ORD1^EHR, dose rate 10 ug/kg/min": the fact's name, what it is about, numbers and
// codes; no names of people. Nothing for the bookkeeping of answers and resources.
std::optional<std::string> fact_line(const decide::Fact& fact);

// "error unit_unknown at RXE[1]-24 (detail)"
std::string finding_line(const Fault& fault);

// All that can be seen of a State, one line each in a fixed order.
std::string state_text(const decide::State& state);

}  // namespace bridge::simulate
