// SPDX-License-Identifier: Apache-2.0
#include "decide/fix_list.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "decide/coded_drug.h"

namespace bridge::decide {
namespace {

using library::DrugLibrary;

// A trial is about content, not about where the library stands on its way to the bedside.
DrugLibrary as_in_effect(const DrugLibrary& tried) {
  DrugLibrary::Parts parts = tried.parts();
  parts.status = library::Status::released;
  parts.effective_from = Instant();
  parts.effective_until.reset();
  return DrugLibrary(std::move(parts));
}

// Pumps that would answer alike: one of each is asked.
std::vector<const Pump*> kinds_of_pump(const library::PumpRegistry& pumps,
                                       const std::set<std::string>& holding) {
  std::vector<const Pump*> kinds;
  for (const Pump& pump : pumps.pumps()) {
    if (!holding.empty() && !holding.contains(pump.pump.id)) continue;
    const bool known = std::any_of(kinds.begin(), kinds.end(), [&pump](const Pump* other) {
      return other->model == pump.model && other->care_area == pump.care_area &&
             other->dedicated_to == pump.dedicated_to;
    });
    if (!known) kinds.push_back(&pump);
  }
  return kinds;
}

std::size_t errors_in(const Faults& faults) {
  return static_cast<std::size_t>(
      std::count_if(faults.begin(), faults.end(),
                    [](const Fault& fault) { return fault.severity == Severity::error; }));
}

// What could not be read is not missing: whoever mends the reading sees then what is left.
void drop_follow_ons(const Faults& of_reading, Faults& findings) {
  if (!any_error(of_reading)) return;
  std::erase_if(findings, [](const Fault& finding) {
    switch (finding.code) {
      case FaultCode::drug_missing:
      case FaultCode::route_missing:
      case FaultCode::rate_missing:
      case FaultCode::volume_missing:
      case FaultCode::concentration_missing:
      case FaultCode::weight_missing:
      case FaultCode::height_missing:
      case FaultCode::surface_missing:
        return true;
      default:
        return false;
    }
  });
}

class Trial {
 public:
  Trial(const TriedLibrary& tried, const library::PumpRegistry& pumps, const Policy& policy)
      : library_(as_in_effect(*tried.library)),
        pumps_(pumps),
        policy_(policy),
        kinds_(kinds_of_pump(pumps, tried.pumps)) {
    tally_.library = tried.library->label();
    tally_.pumps = static_cast<std::size_t>(
        std::count_if(pumps.pumps().begin(), pumps.pumps().end(), [&tried](const Pump& pump) {
          return tried.pumps.empty() || tried.pumps.contains(pump.pump.id);
        }));
  }

  void try_order(const TriedOrder& tried) {
    ++tally_.orders;
    const library::CareArea* area =
        library_.care_area_of(tried.order.patient.location.point_of_care);
    CheckOutcome best = best_outcome(tried, area);
    drop_follow_ons(tried.faults, best.findings);
    best.findings.insert(best.findings.begin(), tried.faults.begin(), tried.faults.end());
    const bool refused = any_error(best.findings);
    if (refused) {
      ++tally_.refused;
    } else if (best.held_by_soft_limit) {
      ++tally_.held;
    } else {
      ++tally_.would_program;
      return;
    }
    for (const Fault& finding : refused ? best.findings : best.holds) {
      const bool error = finding.severity == Severity::error;
      if (error || !refused) note(tried, area, finding, error);
    }
  }

  const Tally& tally() const { return tally_; }
  void move_fixes_to(std::vector<Fix>& fixes) {
    for (auto& [key, fix] : fixes_) fixes.push_back(std::move(fix));
  }

 private:
  CheckOutcome best_outcome(const TriedOrder& tried, const library::CareArea* area) {
    std::optional<CheckOutcome> best;
    for (const Pump* pump : kinds_) {
      const bool here = pump->care_area.empty() || area == nullptr || pump->care_area == area->id;
      if (!here) continue;
      CheckOutcome outcome = check(tried, pump);
      const std::size_t errors = errors_in(outcome.findings);
      if (!best || errors < errors_in(best->findings)) best = std::move(outcome);
      if (errors == 0) break;
    }
    // No pump of its care area holds this library: the order is held against the library alone.
    if (!best) {
      best = check(tried, nullptr);
      best->findings.push_back(
          Fault{FaultCode::pump_unknown, "pump", "no pump of the care area holds this library"});
    }
    return std::move(*best);
  }

  CheckOutcome check(const TriedOrder& tried, const Pump* pump) const {
    CheckContext context;
    context.library = &library_;
    context.pump = pump;
    context.model = pump == nullptr ? nullptr : &pumps_.model(*pump);
    context.policy = &policy_;
    context.now = tried.at;
    return check_order(tried.order, context, Account::none);
  }

  void note(const TriedOrder& tried, const library::CareArea* area, const Fault& finding,
            bool stops) {
    const Coding& coding = tried.order.drug;
    const library::Drug* drug = coded_drug(tried.order, library_).drug;
    std::string name = drug != nullptr ? drug->display : coding.code;
    std::string place = area != nullptr ? area->id : tried.order.patient.location.point_of_care;
    Fix& fix = fixes_[{finding.code, stops, name, place}];
    if (fix.orders.empty()) {
      fix = Fix{finding.code,   stops,         std::move(name), std::move(place),
                tally_.library, finding.place, finding.detail,  {}};
    }
    // An order that has the same fault at two fields is one order.
    if (fix.orders.empty() || fix.orders.back() != tried.name) fix.orders.push_back(tried.name);
  }

  const DrugLibrary library_;
  const library::PumpRegistry& pumps_;
  const Policy& policy_;
  const std::vector<const Pump*> kinds_;
  Tally tally_;
  std::map<std::tuple<FaultCode, bool, std::string, std::string>, Fix> fixes_;
};

}  // namespace

FixList would_program(std::span<const TriedOrder> orders, std::span<const TriedLibrary> libraries,
                      const library::PumpRegistry& pumps, const Policy& policy) {
  FixList list;
  for (const TriedLibrary& tried : libraries) {
    Trial trial(tried, pumps, policy);
    for (const TriedOrder& order : orders) trial.try_order(order);
    list.tallies.push_back(trial.tally());
    trial.move_fixes_to(list.fixes);
  }
  std::stable_sort(list.fixes.begin(), list.fixes.end(), [](const Fix& a, const Fix& b) {
    if (a.stops != b.stops) return a.stops;
    return a.orders.size() > b.orders.size();
  });
  return list;
}

}  // namespace bridge::decide
