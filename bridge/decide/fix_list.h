// SPDX-License-Identifier: Apache-2.0
// FixList: how many orders would program, and who must change what for the others, worst first.
#pragma once

#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "base/fault.h"
#include "clinical/infusion_order.h"
#include "decide/order_checks.h"
#include "library/drug_library.h"
#include "library/pumps.h"

namespace bridge::decide {

struct TriedOrder {
  std::string name;  // of its file, or its placer order number
  InfusionOrder order;
  Faults faults;  // of reading
  Instant at;     // when it was sent; checks about time look at this
};

// A library and the pumps that hold it. During a change of library a fleet holds two versions for
// days (drug-library 1.9); a pump takes only what its own version has.
struct TriedLibrary {
  const library::DrugLibrary* library = nullptr;
  std::set<std::string> pumps;  // ids of pumps.csv; empty: every pump
};

// One thing to change. What stands in the way of the same drug in the same care area for the same
// reason is one thing, however many orders it stops.
struct Fix {
  FaultCode code = FaultCode::internal_error;
  bool stops = true;      // false: it holds the order until a named person releases it
  std::string drug;       // as the library shows it, or the code as ordered
  std::string care_area;  // id, or the point of care that no care area claims
  std::string library;    // label
  std::string place;      // of the first order
  std::string detail;     // of the first order
  std::vector<std::string> orders;
};

struct Tally {
  std::string library;  // label
  std::size_t orders = 0;
  std::size_t would_program = 0;
  std::size_t held = 0;  // until a person releases it
  std::size_t refused = 0;
  std::size_t pumps = 0;  // that hold this library
};

struct FixList {
  std::vector<Tally> tallies;  // one per library
  // What stops orders before what holds them; then by the number of orders, then by code and drug.
  std::vector<Fix> fixes;
};

// Pure. Every order against every library on each kind of pump of its care area. An order that one
// of them would take programs; otherwise the account is that of the pump with the fewest errors.
// A draft, or a library not yet in effect, is tried as if it were released and in effect.
// Cost: orders x libraries x kinds of pump, each one run of the checks.
FixList would_program(std::span<const TriedOrder> orders, std::span<const TriedLibrary> libraries,
                      const library::PumpRegistry& pumps, const Policy& policy);

}  // namespace bridge::decide
