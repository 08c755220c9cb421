// SPDX-License-Identifier: Apache-2.0
// The bedside asks: join patient, order and pump, and program the pump with the order.
#include <algorithm>

#include "decide/history.h"
#include "decide/lifecycle.h"
#include "decide/step.h"

namespace bridge::decide {
namespace {

// A bolus out of what runs, or a piggyback over it; whether it may is for the checks to say.
bool runs_beside(const InfusionOrder& order, const ProgramState& loaded) {
  return order.parent_order_number.key() == loaded.order || order.method.code == "IVPB";
}
bool runs_beside(const OrderState* order, const ProgramState& loaded) {
  return order != nullptr && !order->order.empty() && runs_beside(order->order.unpack(), loaded);
}

// Identity and the pump's lane: what only the state can know. Places are those of the request's
// wire.
Faults state_findings(const State& state, const RequestInput& input, const Context& context) {
  Faults found;
  const auto add = [&found](FaultCode code, const char* place, std::string detail = {}) {
    found.push_back(Fault{code, place, std::move(detail)});
  };
  const Association& asked = input.request.association;
  const OrderState* order = state.order(asked.placer_order_number.key());
  if (asked.placer_order_number.empty()) {
    if (!any_error(input.faults)) add(FaultCode::order_missing, "ORC-2");
  } else if (order == nullptr) {
    add(FaultCode::order_unknown, "ORC-2");
  } else if (order->status == OrderStatus::closed || order->order.empty()) {
    add(FaultCode::scanned_order_over, "ORC-2");
  } else if (order->status == OrderStatus::held) {
    add(FaultCode::order_held, "ORC-2");
  } else if (order->held_by_soft_limit) {
    add(FaultCode::order_held, "ORC-2", "a soft limit holds the order until a person releases it");
  }
  if (asked.pump.empty()) {
    if (!any_error(input.faults)) add(FaultCode::pump_missing, "OBX-18");
    return found;
  }
  if (context.pumps == nullptr || context.pumps->pump(asked.pump) == nullptr) {
    add(FaultCode::pump_unknown, "OBX-18");
    return found;
  }
  const PumpState* pump = state.pump(asked.pump.key());
  if (pump == nullptr) return found;
  if (pump->association && !(pump->association->patient_id == asked.patient_id)) {
    add(FaultCode::patient_not_the_pumps, "PID-3");
  }
  if (!pump->online) add(FaultCode::pump_offline, "OBX-18");
  const ProgramState* open = state.program(pump->in_flight);
  if (open != nullptr) {
    add(open->status == ProgramStatus::unknown ? FaultCode::pump_lane_unknown
                                               : FaultCode::pump_busy,
        "OBX-18");
  }
  const ProgramState* loaded = state.program(pump->loaded);
  const bool same_order = loaded != nullptr && loaded->order == asked.placer_order_number.key();
  if (pump->running && loaded != nullptr && !same_order && !runs_beside(order, *loaded)) {
    add(FaultCode::pump_infusing, "OBX-18", "another order");
  }
  return found;
}

// A rate change needs a running infusion of this order on this pump (IHE PCD TF-2 3.3.4.4.10).
void check_running(const State& state, const RequestInput& input, Faults& findings) {
  if (input.request.kind != ProgramKind::rate_change) return;
  const Association& asked = input.request.association;
  const PumpState* pump = state.pump(asked.pump.key());
  const ProgramState* loaded = pump == nullptr ? nullptr : state.program(pump->loaded);
  if (loaded == nullptr || loaded->order != asked.placer_order_number.key()) {
    findings.push_back(
        Fault{FaultCode::association_unknown, "ORC-1", "no infusion of this order to change"});
  }
}

// What the bridge knows of the pump's patient and what the pump told of it are one thing to mend.
void add_checked(Faults& findings, const Faults& checked) {
  const bool told = std::any_of(findings.begin(), findings.end(), [](const Fault& fault) {
    return fault.code == FaultCode::patient_not_the_pumps;
  });
  for (const Fault& fault : checked) {
    if (told && fault.code == FaultCode::patient_not_the_pumps) continue;
    findings.push_back(fault);
  }
}

Decision refused(const RequestInput& input, Faults findings, const Context& context) {
  Decision decision;
  decision.facts.push_back(
      ProgramRefused{input.request.association, findings, context.now, label_of_library(context)});
  decision.replies.push_back(
      Reply{input.reply_to, input.request.association.placer_order_number, false, findings});
  decision.findings = std::move(findings);
  return decision;
}

// "EP7K-000001": epoch and number; unique across restarts and installations, at most 20 characters
// as MSH-10 up to v2.6 allows.
std::string next_control_id(const State& state) {
  std::string number = std::to_string(state.programs_made() + 1);
  if (number.size() < 6) number.insert(0, 6 - number.size(), '0');
  return state.epoch() + "-P" + number;
}

}  // namespace

Decision on_request(const State& state, const RequestInput& received, const Context& context) {
  RequestInput input = received;
  const Pump* scanned =
      context.pumps == nullptr ? nullptr : context.pumps->pump(input.request.association.pump);
  // From here on the pump has the one name that the registry gives it, however the scanner wrote
  // it.
  if (scanned != nullptr) input.request.association.pump = scanned->pump;
  Faults findings = input.faults;
  Faults found = state_findings(state, input, context);
  findings.insert(findings.end(), found.begin(), found.end());
  const Association& asked = input.request.association;
  const OrderState* order_state = state.order(asked.placer_order_number.key());
  if (order_state == nullptr || order_state->order.empty()) {
    return refused(input, std::move(findings), context);
  }
  const InfusionOrder order = order_state->order.unpack();
  if (!input.program) {
    if (!(order.patient.patient_id == asked.patient_id)) {
      findings.push_back(Fault{FaultCode::patient_not_the_orders, "PID-3", {}});
    }
    if (any_error(findings)) return refused(input, std::move(findings), context);
    Decision joined;
    joined.facts.push_back(PumpAssociated{asked});
    joined.findings = std::move(findings);
    return joined;
  }
  check_running(state, input, findings);
  CheckContext check;
  check.library = context.library;
  check.library_objection = objection_to_library(state, context);
  check.pump = scanned;
  check.model = scanned == nullptr ? nullptr : &context.pumps->model(*scanned);
  check.request = &input.request;
  check.policy = &context.policy;
  check.known_weight = state.weight(order.patient.patient_id.key());
  check.pump_state = state.pump(asked.pump.key());
  std::optional<PatientHistory> history;
  if (context.library != nullptr) {
    history = history_of(state, *context.library, order.patient.patient_id, context.now);
    check.history = &*history;
  }
  check.now = context.now;
  CheckOutcome outcome = check_order(order, check, Account::certificate);
  add_checked(findings, outcome.findings);
  // What a person released by name stays released until the order changes; what only this pump,
  // this place or a newer library brings has been released by nobody.
  const std::vector<FaultCode>& released = order_state->released;
  const bool seen =
      std::all_of(outcome.holds.begin(), outcome.holds.end(), [&released](const Fault& hold) {
        return std::find(released.begin(), released.end(), hold.code) != released.end();
      });
  if (!seen && !order_state->held_by_soft_limit) {
    findings.push_back(Fault{FaultCode::order_held, "ORC-2",
                             "a soft limit holds the order until a person releases it"});
  }
  if (any_error(findings)) return refused(input, std::move(findings), context);
  BRIDGE_ASSERT(outcome.program.has_value());
  Decision decision;
  // The pump stays joined to the infusion that goes on under a bolus or piggyback.
  const PumpState* pump = check.pump_state;
  const ProgramState* loaded = pump == nullptr ? nullptr : state.program(pump->loaded);
  const bool beside = pump != nullptr && pump->running && loaded != nullptr && pump->association &&
                      runs_beside(order, *loaded) &&
                      loaded->order != order.placer_order_number.key();
  if (!beside) decision.facts.push_back(PumpAssociated{asked});
  decision.facts.push_back(ProgramDue{next_control_id(state), std::move(*outcome.program),
                                      std::move(outcome.certificate), input.reply_to, context.now,
                                      findings});
  decision.findings = std::move(findings);
  return decision;
}

Decision on_disassociate(const State& state, const DisassociateInput& input,
                         const Context& context) {
  Decision decision;
  // As in a request: the one name that the registry gives the pump.
  const Pump* registered = context.pumps == nullptr ? nullptr : context.pumps->pump(input.pump);
  const EntityId& name = registered == nullptr ? input.pump : registered->pump;
  const PumpState* pump = state.pump(name.key());
  if (pump == nullptr || !pump->association) {
    decision.findings.push_back(Fault{FaultCode::association_unknown, "pump", {}});
  } else if (!pump->in_flight.empty()) {
    decision.findings.push_back(Fault{FaultCode::pump_busy, "pump", {}});
  } else if (pump->running) {
    decision.findings.push_back(Fault{FaultCode::pump_infusing, "pump", {}});
  } else {
    decision.facts.push_back(PumpDisassociated{name, input.by, context.now});
  }
  return decision;
}

}  // namespace bridge::decide
