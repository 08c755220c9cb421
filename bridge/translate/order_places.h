// SPDX-License-Identifier: Apache-2.0
// The names by which the checks call an order's parts, as places of the message that carries them.
#pragma once

#include <string>
#include <string_view>

#include "base/fault.h"

namespace bridge::translate {

// The shape of the message that is answered.
enum class OrderWire : std::uint8_t {
  encoded,   // RDE: RXE
  plain,     // OMP, ORM: RXO
  request,   // RGV: RXG
  resource,  // MedicationRequest
};

// By MSH-9.1.
OrderWire order_wire(std::string_view message_type);

// "drug" is RXE-2, RXO-1, RXG-4 or MedicationRequest.medication. A place that is on the wire already
// stays; a name that the message has no place for ("library") stays too, and is no path.
std::string place_on_wire(const Fault& fault, OrderWire wire);

// The same findings for the sender; facts and logs keep the neutral names.
Faults on_wire(Faults faults, OrderWire wire);

}  // namespace bridge::translate
