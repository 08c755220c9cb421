// SPDX-License-Identifier: Apache-2.0
// story_facts: State as text, to compare two.
#pragma once

#include <string>

#include "decide/state.h"

namespace bridge::simulate {

// All that can be seen of a State, one line each in a fixed order.
std::string state_text(const decide::State& state);

}  // namespace bridge::simulate
