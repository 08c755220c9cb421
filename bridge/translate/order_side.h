// SPDX-License-Identifier: Apache-2.0
// The clinical content of one order group: RXE or RXO with its RXC, RXR, TQ1 and OBX.
#pragma once

#include "clinical/infusion_order.h"
#include "translate/reading.h"

namespace bridge::translate {

// Drug, quantities, components and route.
void read_product(Reading& reading, const Segments& segments, InfusionOrder& order);
// Start, stop, durations, and whatever asks for a person's judgement.
void read_timing(Reading& reading, const Segments& segments, InfusionOrder& order);
// Weight, height and body surface of OBX.
void read_body(Reading& reading, const Segments& segments, InfusionOrder& order);

}  // namespace bridge::translate
