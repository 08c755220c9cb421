// SPDX-License-Identifier: Apache-2.0
// Fact <-> one line of journal text: JSON, one object a fact, empty fields left out.
#pragma once

#include <string>

#include "base/result.h"
#include "decide/fact.h"
#include "engine/ports.h"

namespace bridge::engine {

// Grammar: {"v":1, field: value ...} with the names of each_field. Quantities are
// {"value":"10","unit":"ug/kg/min","text":"10.0","field":"RXE[1]-23","row":"rde.give_rate"};
// instants RFC 3339 with their own offset, those coarser than a second
// {"at":"2026-03-02T00:00:00+01:00","precision":"day"}; faults
// {"code","place","detail","severity"}. Text that is not UTF-8 becomes {"bytes":"hexadecimal"}.
Entry write_record(const decide::Fact& fact);

// Unknown kinds, members, names and units are faults (configuration_wrong at "journal record"): a
// journal of a newer version must not be half understood.
Result<decide::Fact> read_record(std::string_view kind, std::string_view payload);

}  // namespace bridge::engine
