// SPDX-License-Identifier: Apache-2.0
// Invented orders for load: who, what and where, and the EHR's messages about them.
#pragma once

#include <cstdint>
#include <string>

#include "base/instant.h"
#include "clinical/identity.h"

namespace bridge::simulate {

// How the EHR wants to be answered: on the connection (AA), or by an accept ack and later an answer
// of its own (HL7 v2.6 2.9.2, 2.9.3).
enum class AnswerMode : std::uint8_t { original, enhanced };

// Every bed has one invented patient and one pump, so that nobody's pump ever runs for another.
struct InventedOrder {
  std::uint64_t bed = 0;     // from 0: patient "Invented^Bed-0007", MRN "TEST-0007"
  std::uint64_t number = 0;  // from 1: what is ordered goes round with it
  std::string order;         // placer order number
  EntityId pump;
};

// Odd numbers: sodium chloride 0.9 %, 1 mL at 900 mL/h, which a pump gives in 4 s. Even numbers:
// dopamine 400 mg in 250 mL, 10 ug/kg/min for 85 kg, which somebody must end at the pump.
std::string write_invented_order(const InventedOrder& order, AnswerMode mode,
                                 const std::string& control_id, Instant now);

// RGV^O15 of the bedside barcode system, in enhanced mode: RRG^O16 says what became of it.
std::string write_invented_scan(const InventedOrder& order, const std::string& control_id,
                                Instant now);

}  // namespace bridge::simulate
