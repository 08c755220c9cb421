// SPDX-License-Identifier: Apache-2.0
// The route, pump and method of an order, each said in up to several codings that must agree.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/fault.h"
#include "clinical/infusion_order.h"
#include "translate/code_book.h"

namespace bridge::translate {

// The route of the first coding. All others, and the words of each, must not name another one
// (dosages_conflict); words that name no route are only words. route_unknown: the first is in no
// table, or another is not in the table of its own coding system.
std::optional<Route> agreed_route(const CodeBook& book, const std::vector<Coding>& said,
                                  const std::string& place, Faults& faults);

// mode_not_supported when it is none that a pump is programmed for, code_not_in_table when it is
// unknown. An empty coding says nothing.
void check_way(const CodeBook& book, WayOfGiving way, const Coding& coding,
               const std::string& place, Faults& faults);

}  // namespace bridge::translate
