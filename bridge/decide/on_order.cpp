// SPDX-License-Identifier: Apache-2.0
// A new, changed, cancelled, discontinued, held or released order.
#include <algorithm>

#include "decide/coded_drug.h"
#include "decide/history.h"
#include "decide/lifecycle.h"
#include "decide/same_order.h"
#include "decide/step.h"

namespace bridge::decide {
namespace {

Fault fault_of(FaultCode code, std::string detail = {}, Severity severity = Severity::error) {
  return Fault{code, "ORC-2", std::move(detail), severity};
}

Decision refused(const OrderInput& input, Faults findings, const Context& context) {
  Decision decision;
  decision.facts.push_back(OrderRefused{input.order.placer_order_number, input.order.control,
                                        findings, context.now, label_of_library(context)});
  decision.findings = std::move(findings);
  return decision;
}

// Whether the model takes orders of this form at all; what no pump can do is told as one that does
// would see it.
bool takes_form_of(const PumpModel& model, const InfusionOrder& order) {
  if (order.pca) return model.can(PumpAbility::pca);
  if (!order.steps.empty() || order.delivery_mode) return model.can(PumpAbility::multistep);
  if (!order.parent_order_number.empty()) return model.can(PumpAbility::bolus);
  return !order.loading_dose || model.can(PumpAbility::loading);
}

// RXR-3 names the kind of pump, as HL7 table 0164 has it.
bool is_ordered(const PumpModel& model, const InfusionOrder& order) {
  return model.kind == order.device.code;
}

std::size_t errors_in(const Faults& findings) {
  return static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(),
                    [](const Fault& fault) { return fault.severity == Severity::error; }));
}

// Of two models that both refuse, of which the first was asked first: whether the other one comes
// nearer to what is ordered, so that its findings are the ones worth telling.
bool is_nearer(const InfusionOrder& order, const PumpModel& first, const Faults& of_first,
               const PumpModel& other, const Faults& of_other) {
  if (takes_form_of(first, order) != takes_form_of(other, order)) return false;
  if (is_ordered(first, order) != is_ordered(other, order)) return false;
  if (errors_in(of_first) != errors_in(of_other)) return errors_in(of_other) < errors_in(of_first);
  const bool too_slow = std::any_of(of_other.begin(), of_other.end(), [](const Fault& fault) {
    return fault.code == FaultCode::pump_resolution;
  });
  return too_slow && other.min_rate_ml_h < first.min_rate_ml_h;
}

// The models of the pumps that serve the patient's care area and the route; of all pumps when none
// is known to. The kind that was ordered is asked first, then the one that can do most.
std::vector<const PumpModel*> models_for(const InfusionOrder& order, const Context& context) {
  std::vector<const PumpModel*> models;
  if (context.pumps == nullptr) return models;
  const library::CareArea* area =
      context.library == nullptr
          ? nullptr
          : context.library->care_area_of(order.patient.location.point_of_care);
  const auto add = [&](const PumpModel& model) {
    if (std::find(models.begin(), models.end(), &model) == models.end()) models.push_back(&model);
  };
  for (const Pump& pump : context.pumps->pumps()) {
    const bool here = area == nullptr || pump.care_area.empty() || pump.care_area == area->id;
    if (here && (!order.route || pump.may_serve(*order.route))) add(context.pumps->model(pump));
  }
  if (models.empty()) {
    for (const PumpModel& model : context.pumps->models()) add(model);
  }
  std::stable_sort(models.begin(), models.end(), [&order](const PumpModel* a, const PumpModel* b) {
    const bool a_takes = takes_form_of(*a, order);
    const bool b_takes = takes_form_of(*b, order);
    if (a_takes != b_takes) return a_takes;
    if (is_ordered(*a, order) != is_ordered(*b, order)) return is_ordered(*a, order);
    return a->max_rate_ml_h > b->max_rate_ml_h;
  });
  return models;
}

// A rate that was sent and could not be read, by whichever door it came: RXE-23 and RXE-24, and
// rateQuantity or rateRatio of FHIR.
bool is_of_a_rate(const Fault& fault) {
  if (fault.severity != Severity::error) return false;
  const std::string_view place = fault.place;
  if (place.find(".rate") != std::string_view::npos) return true;
  const auto dash = place.rfind('-');
  if (!place.starts_with("RXE") || dash == std::string_view::npos) return false;
  const std::string_view field = place.substr(dash + 1, 2);
  return field == "23" || field == "24";
}

// Reading faults first, then every check, as one list for the person who mends the order. The order
// would program when any model of its care area would take it.
CheckOutcome checked(const State& state, const OrderInput& input, const Context& context) {
  // An order without a drug was not read: what else is missing in it nobody left out (B84, B95).
  if (input.order.drug.empty() && any_error(input.faults)) {
    CheckOutcome unread;
    unread.findings = input.faults;
    return unread;
  }
  CheckContext check;
  check.library = context.library;
  check.library_objection = objection_to_library(state, context);
  check.policy = &context.policy;
  check.known_weight = state.weight(input.order.patient.patient_id.key());
  std::optional<PatientHistory> history;
  if (context.library != nullptr) {
    history = history_of(state, *context.library, input.order.patient.patient_id, context.now);
    check.history = &*history;
  }
  check.now = context.now;
  const std::vector<const PumpModel*> models = models_for(input.order, context);
  const PumpModel* nearest = models.empty() ? nullptr : models.front();
  check.model = nearest;
  CheckOutcome outcome = check_order(input.order, check, Account::none);
  for (std::size_t at = 1; at < models.size() && any_error(outcome.findings); ++at) {
    check.model = models[at];
    CheckOutcome other = check_order(input.order, check, Account::none);
    if (!any_error(other.findings) ||
        is_nearer(input.order, *nearest, outcome.findings, *models[at], other.findings)) {
      outcome = std::move(other);
      nearest = models[at];
    }
  }
  // A drug that could not be read is not missing, and one that is was found missing by the reader.
  if (any_error(input.faults)) {
    std::erase_if(outcome.findings,
                  [](const Fault& fault) { return fault.code == FaultCode::drug_missing; });
  }
  // Only an error takes another one away: a warning would let the order pass.
  const auto refused_for = [&input](FaultCode code) {
    return std::any_of(input.faults.begin(), input.faults.end(), [code](const Fault& fault) {
      return fault.code == code && fault.severity == Severity::error;
    });
  };
  // Nor is a volume or rate of zero missing: it was given, and it was refused.
  const bool zero = refused_for(FaultCode::quantity_zero);
  std::erase_if(outcome.findings, [zero](const Fault& found) {
    return zero &&
           (found.code == FaultCode::volume_missing || found.code == FaultCode::rate_missing);
  });
  const bool rate_unread = std::any_of(input.faults.begin(), input.faults.end(), is_of_a_rate);
  std::erase_if(outcome.findings, [rate_unread](const Fault& found) {
    return rate_unread && found.code == FaultCode::rate_missing;
  });
  // Reader and checks both look at these; the reader knows the place.
  std::erase_if(outcome.findings, [&refused_for](const Fault& found) {
    return (found.code == FaultCode::stop_before_start ||
            found.code == FaultCode::do_not_perform) &&
           refused_for(found.code);
  });
  // B75: a route that is in no table was given.
  const bool route_unread = refused_for(FaultCode::route_unknown);
  std::erase_if(outcome.findings, [route_unread](const Fault& found) {
    return route_unread && found.code == FaultCode::route_missing;
  });
  outcome.findings.insert(outcome.findings.begin(), input.faults.begin(), input.faults.end());
  return outcome;
}

Decision on_new(const State& state, const OrderInput& input, const Context& context) {
  const OrderState* known = state.order(input.order.placer_order_number.key());
  if (known != nullptr && known->status == OrderStatus::closed) {
    return refused(input, {fault_of(FaultCode::order_cancelled)}, context);
  }
  if (known != nullptr && !known->order.empty()) {
    // What could not be read cannot be compared, and the difference would hide the cause.
    if (any_error(input.faults)) return refused(input, input.faults, context);
    const InfusionOrder before = known->order.unpack();
    auto different = first_difference_of_order(before, input.order);
    if (different.empty() && context.library != nullptr &&
        means_another_drug(before, input.order, *context.library)) {
      different = "drug";
    }
    if (!different.empty()) {
      return refused(input, {fault_of(FaultCode::order_exists, std::string(different))}, context);
    }
    Decision decision;
    decision.findings = {fault_of(FaultCode::order_already_taken, {}, Severity::information)};
    return decision;
  }
  CheckOutcome outcome = checked(state, input, context);
  if (any_error(outcome.findings)) return refused(input, std::move(outcome.findings), context);
  Decision decision;
  decision.facts.push_back(OrderAccepted{input.order, outcome.findings, outcome.held_by_soft_limit,
                                         context.now, label_of_library(context)});
  decision.findings = std::move(outcome.findings);
  return decision;
}

Decision on_change(const State& state, const OrderInput& input, const Context& context) {
  const OrderState* known = state.order(input.order.placer_order_number.key());
  if (known == nullptr) return refused(input, {fault_of(FaultCode::order_unknown)}, context);
  if (known->status == OrderStatus::closed) {
    return refused(input, {fault_of(FaultCode::order_cancelled)}, context);
  }
  const InfusionOrder before = known->order.unpack();
  if (!(before.patient.patient_id == input.order.patient.patient_id)) {
    return refused(input, {fault_of(FaultCode::patient_not_the_orders)}, context);
  }
  CheckOutcome outcome = checked(state, input, context);
  if (any_error(outcome.findings)) return refused(input, std::move(outcome.findings), context);
  Decision decision;
  decision.facts.push_back(OrderChanged{input.order, outcome.findings, outcome.held_by_soft_limit,
                                        context.now, label_of_library(context)});
  decision.findings = std::move(outcome.findings);
  return decision;
}

// A pump holds, or may come to hold, a program of this order: no message can stop it.
bool at_a_pump(const State& state, const std::string& order_key) {
  for (const auto& [key, pump] : state.pumps()) {
    for (const std::string& control_id : {pump.loaded, pump.in_flight}) {
      const ProgramState* program = state.program(control_id);
      if (program == nullptr || program->order != order_key) continue;
      if (program->status != ProgramStatus::due) return true;
    }
  }
  return false;
}

Decision on_close(const State& state, const OrderInput& input, const Context& context) {
  const EntityId& number = input.order.placer_order_number;
  const OrderState* known = state.order(number.key());
  Decision decision;
  if (known != nullptr && !known->order.empty() &&
      !(known->order.unpack().patient.patient_id == input.order.patient.patient_id)) {
    return refused(input, {fault_of(FaultCode::patient_not_the_orders)}, context);
  }
  // Also for an order never seen: the tombstone stops a new order that arrives after its own
  // cancel.
  if (known == nullptr || known->status != OrderStatus::closed) {
    decision.facts.push_back(OrderClosed{number, input.order.control, context.now});
  }
  if (known == nullptr) {
    decision.findings.push_back(fault_of(FaultCode::order_unknown));
  } else if (at_a_pump(state, number.key())) {
    decision.findings.push_back(fault_of(FaultCode::order_at_pump, {}, Severity::warning));
  }
  return decision;
}

Decision on_hold_or_release(const State& state, const OrderInput& input, const Context& context) {
  const EntityId& number = input.order.placer_order_number;
  const OrderState* known = state.order(number.key());
  if (known == nullptr) return refused(input, {fault_of(FaultCode::order_unknown)}, context);
  if (known->status == OrderStatus::closed) {
    return refused(input, {fault_of(FaultCode::order_cancelled)}, context);
  }
  if (!known->order.empty() &&
      !(known->order.unpack().patient.patient_id == input.order.patient.patient_id)) {
    return refused(input, {fault_of(FaultCode::patient_not_the_orders)}, context);
  }
  Decision decision;
  if (input.order.control == OrderControl::release) {
    // The prescriber's release ends a hold; a soft limit still needs a named person with a reason.
    decision.facts.push_back(OrderReleased{number, {}, {}, context.now});
    if (known->held_by_soft_limit) {
      decision.findings.push_back(fault_of(FaultCode::order_held,
                                           "a soft limit holds it until a named person releases it",
                                           Severity::warning));
    }
    return decision;
  }
  decision.facts.push_back(OrderHeld{number, context.now});
  if (at_a_pump(state, number.key())) {
    decision.findings.push_back(fault_of(FaultCode::order_at_pump, {}, Severity::warning));
  }
  return decision;
}

// B86. What runs is not replaced by a message, and otherwise a pair of DC and NW says the same.
Decision on_replace(const State& state, const OrderInput& input, const Context& context) {
  const std::string key = input.order.placer_order_number.key();
  if (state.order(key) == nullptr) {
    return refused(input, {fault_of(FaultCode::order_unknown)}, context);
  }
  if (at_a_pump(state, key)) {
    return refused(input, {fault_of(FaultCode::order_at_pump)}, context);
  }
  return refused(input, {Fault{FaultCode::order_control_unsupported, "control", {}}}, context);
}

}  // namespace

Decision on_order(const State& state, const OrderInput& input, const Context& context) {
  if (input.order.placer_order_number.empty()) {
    Faults findings = input.faults;
    if (!any_error(findings)) findings.push_back(Fault{FaultCode::order_missing, "ORC-2", {}});
    return refused(input, std::move(findings), context);
  }
  const bool carries_content =
      input.order.control == OrderControl::new_order || input.order.control == OrderControl::change;
  if (!carries_content && any_error(input.faults)) return refused(input, input.faults, context);
  // B95: of what is not to be performed the content is not read, so there is nothing to check.
  const bool unfit = std::any_of(input.faults.begin(), input.faults.end(), [](const Fault& fault) {
    return fault.code == FaultCode::order_status_unfit;
  });
  if (unfit) return refused(input, input.faults, context);
  switch (input.order.control) {
    case OrderControl::new_order:
    case OrderControl::child:
      return on_new(state, input, context);
    case OrderControl::change:
      return on_change(state, input, context);
    case OrderControl::cancel:
    case OrderControl::discontinue:
      return on_close(state, input, context);
    case OrderControl::hold:
    case OrderControl::release:
      return on_hold_or_release(state, input, context);
    case OrderControl::replace:
      return on_replace(state, input, context);
  }
  BRIDGE_ASSERT(false);
}

Decision on_release(const State& state, const ReleaseInput& input, const Context& context) {
  const OrderState* known = state.order(input.placer_order_number.key());
  Decision decision;
  if (known == nullptr) {
    decision.findings.push_back(Fault{FaultCode::order_unknown, "order", {}});
  } else if (known->status == OrderStatus::closed) {
    decision.findings.push_back(Fault{FaultCode::order_cancelled, "order", {}});
  } else if (known->status == OrderStatus::held && !known->held_by_soft_limit) {
    decision.findings.push_back(
        Fault{FaultCode::order_held, "order", "the prescriber holds it, and only RL ends that"});
  } else if (input.by.id.empty()) {
    decision.findings.push_back(Fault{FaultCode::field_missing, "by", {}});
  } else if (input.reason.empty()) {
    decision.findings.push_back(Fault{FaultCode::field_missing, "reason", {}});
  } else {
    decision.facts.push_back(
        OrderReleased{input.placer_order_number, input.by, input.reason, context.now});
  }
  return decision;
}

}  // namespace bridge::decide
