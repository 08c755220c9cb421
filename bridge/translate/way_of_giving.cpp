// SPDX-License-Identifier: Apache-2.0
#include "translate/way_of_giving.h"

namespace bridge::translate {

std::optional<Route> agreed_route(const CodeBook& book, const std::vector<Coding>& said,
                                  const std::string& place, Faults& faults) {
  if (said.empty() || said.front().empty()) return std::nullopt;
  const auto route = book.route(said.front());
  if (!route) {
    faults.push_back({FaultCode::route_unknown, place, {}});
    return std::nullopt;
  }
  bool other = false;
  for (const Coding& each : said) {
    const auto by_code = each.code.empty() ? std::nullopt : book.route(each);
    const auto by_words = book.route_named(each.text, each.system);
    other = other || (by_code && *by_code != *route) || (by_words && *by_words != *route);
    if (each.code.empty() || by_code || !book.lists_routes_of(each.system)) continue;
    faults.push_back({FaultCode::route_unknown, place, {}});
    return std::nullopt;
  }
  if (!other) return route;
  faults.push_back({FaultCode::dosages_conflict, place, "two different routes"});
  return std::nullopt;
}

void check_way(const CodeBook& book, WayOfGiving way, const Coding& coding,
               const std::string& place, Faults& faults) {
  if (coding.empty()) return;
  const auto infusion = book.is_infusion(way, coding);
  if (!infusion) {
    faults.push_back({FaultCode::code_not_in_table, place, {}});
  } else if (!*infusion) {
    faults.push_back({FaultCode::mode_not_supported, place, {}});
  }
}

}  // namespace bridge::translate
