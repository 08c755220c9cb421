// SPDX-License-Identifier: Apache-2.0
// A pump says what happened: it is kept, matched to its order, and folded into the administration.
#include <algorithm>

#include "decide/delivery.h"
#include "decide/lifecycle.h"
#include "decide/step.h"

namespace bridge::decide {
namespace {

constexpr std::size_t max_events_of_one_administration = 10'000;

// The order this event belongs to, or why none can be told. Nothing is ever charted to a guess
// (B147).
struct Match {
  const OrderState* order = nullptr;
  std::string order_key;
  bool named = false;  // by the event itself, as its own order: only then may it settle a command
  std::optional<Fault> fault;
  Faults warnings;
};

bool is_known(const State& state, const std::string& key) {
  const OrderState* order = state.order(key);
  return order != nullptr && !order->order.empty();
}

// The bolus out of `parent` that this pump was told to give, or is giving.
const std::string* bolus_out_of(const State& state, const PumpState* pump, const EntityId& parent) {
  if (pump == nullptr) return nullptr;
  for (const std::string* control_id : {&pump->in_flight, &pump->beside}) {
    const ProgramState* program = state.program(*control_id);
    if (program == nullptr || !program->beside) continue;
    if (program->program.unpack().parent_order_number.key() == parent.key()) return &program->order;
  }
  return nullptr;
}

// The bolus out of `parent` that this pump had given by then, or was giving: the events of one that
// is over may come late, and in any order.
const std::string* bolus_given_then(const State& state, const PumpEvent& event,
                                    const EntityId& parent) {
  const PatientState* patient = state.patient(event.patient_id.key());
  if (patient == nullptr) return nullptr;
  for (const std::string& key : patient->orders) {
    const OrderState* order = state.order(key);
    if (order == nullptr) continue;
    for (const std::string& id : order->administrations) {
      const AdministrationState* held = state.administration(id);
      if (held == nullptr) continue;
      const Administration given = held->administration.unpack();
      if (given.parent_order_number.key() != parent.key() || given.pump.key() != event.pump.key() ||
          !given.end) {
        continue;
      }
      const bool began = given.segments.empty() || given.start <= event.happened_at;
      if (began && event.happened_at <= *given.end) return &key;
    }
  }
  return nullptr;
}

// OBR-2; of a bolus OBR-2 is its own order and OBR-29 that of the infusion out of which it is given
// (IHE PCD TF-2 3.3.4.4.10.2). A bolus that nobody ordered here, as a nurse gives it at the pump,
// has only the second one, and is a part of that infusion.
void find_order(const State& state, const PumpEvent& event, const PumpState* pump, Match& match) {
  const std::string own = event.placer_order_number.key();
  const EntityId& parent = event.parent_order_number;
  if (is_known(state, own)) {
    const EntityId known = state.order(own)->order.unpack().parent_order_number;
    if (!parent.empty() && parent.key() != known.key()) {
      match.warnings.push_back(Fault{FaultCode::event_implausible, "OBR-29",
                                     "the order has another parent", Severity::warning});
    }
    match.named = true;
    match.order_key = own;
    return;
  }
  if (!parent.empty()) {
    const std::string* bolus = own.empty() ? bolus_given_then(state, event, parent) : nullptr;
    if (own.empty() && bolus == nullptr) bolus = bolus_out_of(state, pump, parent);
    match.named = bolus != nullptr;
    match.order_key = match.named ? *bolus : parent.key();
    if (!match.named && is_known(state, parent.key())) {
      match.warnings.push_back(Fault{FaultCode::event_unmatched, "OBR-2",
                                     "charted with the order of OBR-29", Severity::warning});
    }
    return;
  }
  const bool joined = pump != nullptr && pump->association.has_value();
  match.order_key = own.empty() && joined ? pump->association->placer_order_number.key() : own;
}

Match match_order(const State& state, const PumpEvent& event) {
  Match match;
  const PumpState* pump = state.pump(event.pump.key());
  const std::optional<Association> joined = pump == nullptr ? std::nullopt : pump->association;
  find_order(state, event, pump, match);
  match.order = state.order(match.order_key);
  if (match.order == nullptr || match.order->order.empty()) {
    match.order = nullptr;
    match.fault = Fault{FaultCode::event_unmatched, "OBR-2", {}};
    return match;
  }
  const PatientId ordered_for = match.order->order.unpack().patient.patient_id;
  if (event.patient_id.empty()) {
    // A pump that knows no patient: only the bedside's own join may say who it is.
    const bool told = joined && joined->patient_id == ordered_for &&
                      joined->placer_order_number.key() == match.order_key;
    if (!told) match.fault = Fault{FaultCode::event_unmatched, "PID-3", {}};
  } else if (!(event.patient_id == ordered_for)) {
    match.fault = Fault{FaultCode::patient_not_the_orders, "PID-3", {}};
  }
  if (match.fault) match.order = nullptr;
  return match;
}

// The administration of this order on this pump that was open at that time: the last one that began
// before the event; for an event older than all, the first.
const AdministrationState* administration_at(const State& state, const OrderState& order,
                                             const PumpEvent& event) {
  const AdministrationState* best = nullptr;
  const AdministrationState* first = nullptr;
  for (const std::string& id : order.administrations) {
    const AdministrationState* held = state.administration(id);
    if (held == nullptr || held->administration.unpack().pump.key() != event.pump.key()) continue;
    if (first == nullptr || held->opened_at < first->opened_at) first = held;
    if (held->opened_at <= event.happened_at &&
        (best == nullptr || best->opened_at < held->opened_at)) {
      best = held;
    }
  }
  return best == nullptr ? first : best;
}

// A command whose fate is open is settled by the pump doing what it says (decision 7 of the
// design). For a rate change the new rate must be the commanded one: a restart at the old rate
// proves nothing.
const std::string* settled_by(const State& state, const PumpEvent& event, const Match& match) {
  const PumpState* pump = state.pump(event.pump.key());
  if (!match.named || pump == nullptr || pump->in_flight.empty()) return nullptr;
  const ProgramState* open = state.program(pump->in_flight);
  if (open == nullptr || open->status == ProgramStatus::due || open->order != match.order_key ||
      event.happened_at < open->sent_at.plus_ms(-1000)) {
    return nullptr;
  }
  if (event.kind == PumpEventKind::auto_program_cleared) return &pump->in_flight;
  if (event.kind != PumpEventKind::delivery_start) return nullptr;
  const InfusionProgram program = open->program.unpack();
  if (open->beside) return &pump->in_flight;  // its own order number says so
  if (program.kind == ProgramKind::new_bag) return pump->running ? nullptr : &pump->in_flight;
  const bool same_dose = program.dose_rate && event.dose_rate &&
                         program.dose_rate->exact() == event.dose_rate->exact();
  const bool same_rate =
      program.expected_rate && event.rate && program.expected_rate->exact() == event.rate->exact();
  return same_dose || same_rate ? &pump->in_flight : nullptr;
}

Administration opening_of(const State& state, const Match& match, const PumpEvent& event,
                          const std::string& loaded, std::string id) {
  const InfusionOrder order = match.order->order.unpack();
  const ProgramState* program = state.program(loaded);
  Administration opening;
  opening.administration_id = std::move(id);
  opening.placer_order_number = order.placer_order_number;
  opening.parent_order_number = order.parent_order_number;
  opening.patient = order.patient;
  opening.pump = event.pump;
  opening.drug = order.drug;
  opening.route_code = order.route_code;
  opening.device = order.device;
  opening.strength = order.strength;
  opening.strength_volume = order.strength_volume;
  if (program != nullptr) opening.performer = program->program.unpack().requested_by;
  opening.start = event.happened_at;
  return opening;
}

// Whether this event begins a new administration instead of going on with the last one.
bool begins_anew(const AdministrationState* held, const std::string& loaded, const State& state) {
  if (held == nullptr) return true;
  const ProgramState* program = state.program(loaded);
  if (program == nullptr) return false;
  return held->control_id != loaded && !state.administration("A" + loaded) &&
         (held->status == AdministrationStatus::completed ||
          held->status == AdministrationStatus::stopped ||
          held->status == AdministrationStatus::not_done ||
          program->program.unpack().kind == ProgramKind::new_bag);
}

bool has(const std::vector<AdministrationRecord>& records, std::uint32_t sub_id) {
  return std::any_of(records.begin(), records.end(),
                     [sub_id](const AdministrationRecord& each) { return each.sub_id == sub_id; });
}

void report_changes(const State& state, const Context& context, const Administration& before,
                    const Administration& after, Decision& decision) {
  std::uint64_t reports = state.reports_made();
  const auto report = [&](const AdministrationRecord& record, bool amended, bool removed) {
    std::string number = std::to_string(++reports);
    if (number.size() < 6) number.insert(0, 6 - number.size(), '0');
    decision.facts.push_back(ReportDue{state.epoch() + "-R" + number, context.report_destination,
                                       after.administration_id, record, amended, context.now,
                                       removed});
  };
  // A late event may leave nothing of what another one seemed to say.
  for (const AdministrationRecord& record : before.records) {
    if (!has(after.records, record.sub_id)) report(record, false, true);
  }
  for (const AdministrationRecord& record : after.records) {
    const auto known = std::find_if(
        before.records.begin(), before.records.end(),
        [&record](const AdministrationRecord& held) { return held.sub_id == record.sub_id; });
    const bool amended = known != before.records.end();
    if (amended && *known == record) continue;
    report(record, amended, false);
  }
}

bool moves_delivery(PumpEventKind kind) {
  return kind == PumpEventKind::delivery_start || kind == PumpEventKind::delivery_stop ||
         kind == PumpEventKind::delivery_complete || kind == PumpEventKind::program_cleared ||
         kind == PumpEventKind::auto_program_cleared;
}

Decision kept_only(const PumpEventInput& input, Faults findings, bool late) {
  Decision decision;
  for (Fault& fault : findings)
    fault.severity = Severity::warning;  // kept: the gateway need not repeat
  decision.facts.push_back(EventRecorded{input.event, findings, late, {}});
  decision.findings = std::move(findings);
  return decision;
}

// The command that the event settles, or that runs: its control id and what to say of it.
std::string settle_command(const State& state, const PumpEvent& event, const Match& match,
                           const Context& context, Decision& decision) {
  const PumpState* pump = state.pump(event.pump.key());
  const std::string* settled = settled_by(state, event, match);
  std::string loaded = settled != nullptr ? *settled : pump == nullptr ? "" : pump->loaded;
  if (settled == nullptr && pump != nullptr) {
    const ProgramState* beside = state.program(pump->beside);
    if (match.named && beside != nullptr && beside->order == match.order_key) {
      loaded = pump->beside;
    }
  }
  if (settled != nullptr && event.kind == PumpEventKind::delivery_start) {
    decision.facts.push_back(PumpProgrammed{*settled, context.now});
    const ProgramState& program = *state.program(*settled);
    decision.replies.push_back(
        Reply{program.reply_to, program.program.unpack().placer_order_number, true, {}});
  }
  const ProgramState* program = state.program(loaded);
  if (event.kind == PumpEventKind::auto_program_cleared && program != nullptr &&
      after(program->status, ProgramStep::cleared_unused)) {
    decision.facts.push_back(ProgramNotUsed{loaded, context.now});
  }
  return loaded;
}

// Where the event is folded in: an administration that is open, or a new one.
struct Place {
  Administration before;  // empty id: a new administration
  DeliveryFrame frame;
  std::vector<PumpEvent> events;  // those known so far, in order of time
  std::string began_with;         // control id of the program
};

Place place_of(const State& state, const Match& match, const PumpEvent& event,
               const std::string& loaded) {
  Place place;
  const AdministrationState* held = administration_at(state, *match.order, event);
  const bool may_begin = event.kind == PumpEventKind::delivery_start ||
                         event.kind == PumpEventKind::auto_program_cleared;
  const bool newer = held == nullptr || held->last_event_at <= event.happened_at;
  if (held != nullptr && !(may_begin && newer && begins_anew(held, loaded, state))) {
    place.before = held->administration.unpack();
    place.frame.opening = place.before;
    for (const Packed<PumpEvent>& kept : held->events) place.events.push_back(kept.unpack());
    place.began_with = held->control_id;
    return place;
  }
  const ProgramState* program = state.program(loaded);
  const bool by_program = program != nullptr && program->order == match.order_key &&
                          state.administration("A" + loaded) == nullptr;
  const std::string id =
      by_program ? "A" + loaded
                 : "A" + state.epoch() + "-H" + std::to_string(state.administrations_made() + 1);
  place.frame.opening = opening_of(state, match, event, loaded, id);
  if (by_program) place.began_with = loaded;
  return place;
}

}  // namespace

Decision on_pump_event(const State& state, const PumpEventInput& received, const Context& context) {
  PumpEventInput input = received;
  const Pump* registered =
      context.pumps == nullptr ? nullptr : context.pumps->pump(input.event.pump);
  if (registered != nullptr) input.event.pump = registered->pump;
  const PumpEvent& event = input.event;
  if (!event.event_id.empty() && state.knows_event(event_key(event))) {
    Decision repeated;  // once per event, whatever the control id (P18)
    repeated.findings.push_back(
        Fault{FaultCode::order_already_taken, "OBR-3", {}, Severity::information});
    return repeated;
  }
  Faults findings = input.faults;
  if (registered == nullptr) findings.push_back(Fault{FaultCode::pump_unknown, "OBX-18", {}});
  if (event.happened_at.unix_ms() - context.now.unix_ms() > context.times.event_future_ms) {
    findings.push_back(
        Fault{FaultCode::event_implausible, "OBR-7", "the event lies in the future"});
  }
  const bool late =
      context.now.unix_ms() - event.happened_at.unix_ms() > context.times.event_late_after_ms;
  if (any_error(findings) || !moves_delivery(event.kind)) {
    return kept_only(input, std::move(findings), late);
  }
  const Match match = match_order(state, event);
  if (match.fault) {
    findings.push_back(*match.fault);
    return kept_only(input, std::move(findings), late);
  }
  // A bolus that was never given changes nothing of the infusion out of which it would have come.
  const bool only_parent = !match.named && !event.parent_order_number.empty();
  if (only_parent && event.kind == PumpEventKind::auto_program_cleared) {
    return kept_only(input, std::move(findings), late);
  }
  Decision decision;
  findings.insert(findings.end(), match.warnings.begin(), match.warnings.end());
  const std::string loaded = settle_command(state, event, match, context, decision);
  Place place = place_of(state, match, event, loaded);
  if (place.events.size() >= max_events_of_one_administration) {
    findings.push_back(
        Fault{FaultCode::event_implausible, "OBR-3", "too many events of one infusion"});
    return kept_only(input, std::move(findings), late);
  }
  const auto later = std::upper_bound(
      place.events.begin(), place.events.end(), event,
      [](const PumpEvent& a, const PumpEvent& b) { return a.happened_at < b.happened_at; });
  place.events.insert(later, event);
  const ProgramState* began_with = state.program(place.began_with);
  std::optional<InfusionProgram> programmed;
  if (began_with != nullptr) programmed = began_with->program.unpack();
  place.frame.program = programmed ? &*programmed : nullptr;
  place.frame.known = place.before.records;
  place.frame.last_sub_id = match.order->records;
  place.frame.late_after_ms = context.times.event_late_after_ms;
  const Administration changed = fold_delivery(place.frame, place.events);
  // The administration comes before its reports: a report is written from the newest version.
  decision.facts.push_back(EventRecorded{event, findings, late, changed.administration_id});
  decision.facts.push_back(AdministrationChanged{changed});
  report_changes(state, context, place.before, changed, decision);
  decision.findings = std::move(findings);
  return decision;
}

}  // namespace bridge::decide
