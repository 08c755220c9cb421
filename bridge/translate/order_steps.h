// SPDX-License-Identifier: Apache-2.0
// Steps of an HL7 order: one TQ1 for each, joined in sequence, and OBX placed `0.1.<step>.<n>`.
#pragma once

#include "clinical/infusion_order.h"
#include "translate/reading.h"

namespace bridge::translate {

// True when an OBX says how many steps there are, or of what type or start one is.
bool states_steps(Reading& reading, const Segments& segments);

// Fills order.steps. RXE-3 is then the volume of all of them, and RXE-23 has no place. Whatever
// cannot be told exactly is steps_malformed (IHE 9041): a number left out, a step without a type,
// timings not joined by TQ1-12 = S.
void read_steps(Reading& reading, const Segments& segments, InfusionOrder& order);

// The timings of the steps: the TQ1 after the product, if there is one, else all.
Segments step_timings(const Segments& segments);

}  // namespace bridge::translate
