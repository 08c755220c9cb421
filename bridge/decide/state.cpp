// SPDX-License-Identifier: Apache-2.0
#include "decide/state.h"

#include <algorithm>

#include "base/assert.h"
#include "decide/lifecycle.h"

namespace bridge::decide {
namespace {

template <class Map, class Key>
auto find_in(const Map& map, const Key& key) -> const typename Map::mapped_type* {
  const auto found = map.find(key);
  return found == map.end() ? nullptr : &found->second;
}

// The sender cannot contain the line feed, so the pair cannot be confused with another.
std::string answer_key(const std::string& sender, const std::string& control_id) {
  return sender + '\n' + control_id;
}

}  // namespace

std::string_view name_of(const Fact& fact) {
  return std::visit([](const auto& held) { return std::decay_t<decltype(held)>::name; }, fact);
}

std::string event_key(const PumpEvent& event) {
  return event.pump.key() + '\n' + event.event_id.key();
}

// What comes is mostly new, and then each other key in its bucket costs cache misses to pass by.
State::State() {
  constexpr auto sparse = 0.25F;
  resources_.max_load_factor(sparse);
  orders_.max_load_factor(sparse);
  programs_.max_load_factor(sparse);
  patients_.max_load_factor(sparse);
  reports_.max_load_factor(sparse);
  answers_.max_load_factor(sparse);
  events_.max_load_factor(sparse);
}

void State::apply(const Fact& fact) {
  std::visit([this](const auto& held) { on(held); }, fact);
}

const OrderState* State::order(const std::string& key) const { return find_in(orders_, key); }
const PumpState* State::pump(const std::string& key) const { return find_in(pumps_, key); }
const ProgramState* State::program(const std::string& control_id) const {
  return find_in(programs_, control_id);
}
const AdministrationState* State::administration(const std::string& id) const {
  return find_in(administrations_, id);
}
const ReportState* State::report(const std::string& report_id) const {
  return find_in(reports_, report_id);
}
const ResourceState* State::resource(const std::string& type_and_id) const {
  return find_in(resources_, type_and_id);
}
const RememberedAnswer* State::answer(const std::string& sender,
                                      const std::string& control_id) const {
  return find_in(answers_, answer_key(sender, control_id));
}
const BodyWeight* State::weight(const std::string& patient_key) const {
  const PatientState* known = patient(patient_key);
  return known == nullptr || !known->weight ? nullptr : &*known->weight;
}
const PatientState* State::patient(const std::string& key) const { return find_in(patients_, key); }

void State::on(const JournalOpened& fact) { epoch_ = fact.epoch; }

void State::on(const MessageRefused&) { ++answers_made_; }

void State::on(const ResourceStored& fact) {
  resources_[fact.type + '/' + fact.id] = ResourceState{fact.type, fact.content, fact.at};
}

void State::on(const MessageAnswered& fact) {
  ++answers_made_;
  const std::string key = answer_key(fact.sender, fact.control_id);
  if (!answers_.insert_or_assign(key, RememberedAnswer{fact.digest, fact.answer}).second) return;
  answers_in_order_.push_back(key);
  if (answers_in_order_.size() <= max_answers) return;
  answers_.erase(answers_in_order_.front());
  answers_in_order_.pop_front();
}

void State::note_patient(const InfusionOrder& order) {
  PatientState& known = patients_[order.patient.patient_id.key()];
  if (order.weight) known.weight = order.weight;
  const std::string key = order.placer_order_number.key();
  const bool listed =
      std::find(known.orders.begin(), known.orders.end(), key) != known.orders.end();
  if (!listed) known.orders.push_back(key);
}

namespace {

void tell(OrderState& order, const Faults& findings) {
  for (const Fault& finding : findings) {
    if (finding.severity != Severity::warning) continue;
    if (std::find(order.told.begin(), order.told.end(), finding.code) != order.told.end()) continue;
    order.told.push_back(finding.code);
  }
}

}  // namespace

void State::on(const OrderAccepted& fact) {
  OrderState& state = orders_[fact.order->placer_order_number.key()];
  state.told.clear();
  state.released.clear();
  tell(state, fact.warnings);
  state.order = Packed<InfusionOrder>(*fact.order);
  state.held_by_soft_limit = fact.held_by_soft_limit;
  state.version = 1;
  note_patient(*fact.order);
}

void State::on(const LibraryActivated& fact) {
  library_ = LibraryState{fact.serial, fact.content_hash, fact.label};
}

void State::on(const LibraryRefused&) {}

void State::on(const LibraryRecalled& fact) { recalled_[fact.content_hash] = fact.reason; }

void State::on(const OrderRefused&) {}  // a corrected order may come under the same number

void State::on(const OrderChanged& fact) {
  OrderState& state = orders_[fact.order->placer_order_number.key()];
  state.order = Packed<InfusionOrder>(*fact.order);
  state.held_by_soft_limit = fact.held_by_soft_limit;
  state.told.clear();
  state.released.clear();
  tell(state, fact.warnings);
  ++state.version;
  note_patient(*fact.order);
}

void State::on(const OrderClosed& fact) {
  orders_[fact.placer_order_number.key()].status = OrderStatus::closed;
}

void State::on(const OrderHeld& fact) {
  orders_[fact.placer_order_number.key()].status = OrderStatus::held;
}

void State::on(const OrderReleased& fact) {
  OrderState& state = orders_[fact.placer_order_number.key()];
  // The prescriber's release ends the prescriber's hold, a person's the soft limit's; neither the
  // other.
  if (fact.by.id.empty()) {
    state.status = OrderStatus::active;
    return;
  }
  state.held_by_soft_limit = false;
  state.released = state.told;
}

void State::on(const PumpAssociated& fact) {
  pumps_[fact.association.pump.key()].association = fact.association;
}

void State::on(const PumpDisassociated& fact) { pumps_[fact.pump.key()].association.reset(); }

void State::on(const ProgramRefused& fact) {
  const auto order = orders_.find(fact.association.placer_order_number.key());
  if (order != orders_.end()) tell(order->second, fact.findings);
}

void State::on(const ProgramDue& fact) {
  ProgramState& state = programs_[fact.control_id];
  state.program = Packed<InfusionProgram>(*fact.program);
  state.certificate = Packed<Certificate>(*fact.certificate);
  state.reply_to = fact.reply_to;
  state.warnings = fact.warnings;
  state.pump = fact.program->pump.key();
  state.order = fact.program->placer_order_number.key();
  if (const OrderState* order = find_in(orders_, state.order)) state.order_version = order->version;
  state.due_at = fact.at;
  PumpState& pump = pumps_[state.pump];
  // What runs beside another infusion leaves the pump joined to that one's order.
  state.beside = pump.association && pump.association->placer_order_number.key() != state.order;
  pump.in_flight = fact.control_id;
  due_programs_.push_back(fact.control_id);
  ++programs_made_;
}

// Moves a command along the table of lifecycle.h and keeps the indexes that follow from its status.
void State::settle(const std::string& control_id, ProgramStatus status) {
  ProgramState& state = programs_.at(control_id);
  PumpState& pump = pumps_[state.pump];
  if (state.status == ProgramStatus::due) std::erase(due_programs_, control_id);
  state.status = status;
  if (is_open(status)) {
    open_programs_.insert(control_id);
    return;
  }
  open_programs_.erase(control_id);
  if (pump.in_flight == control_id) pump.in_flight.clear();
  if (state.beside) {
    const bool held = status == ProgramStatus::programmed || status == ProgramStatus::running;
    if (held) {
      pump.beside = control_id;
    } else if (pump.beside == control_id) {
      pump.beside.clear();
    }
  } else if (status == ProgramStatus::programmed || status == ProgramStatus::running) {
    if (!pump.loaded.empty() && pump.loaded != control_id)
      settle(pump.loaded, ProgramStatus::ended);
    pump.loaded = control_id;
  } else if (pump.loaded == control_id) {
    pump.loaded.clear();
  }
  state.certificate = {};
  state.warnings = Faults();
}

namespace {

ProgramStatus stepped(const ProgramState& state, ProgramStep step) {
  const auto next = after(state.status, step);
  BRIDGE_ASSERT(next.has_value());
  return *next;
}

}  // namespace

void State::on(const DispatchStarted& fact) {
  ProgramState& state = programs_.at(fact.control_id);
  const ProgramStatus next = stepped(state, ProgramStep::start_dispatch);
  settle(fact.control_id, next);
  state.attempts = fact.attempt;
  state.sent_at = fact.at;
}

void State::on(const DispatchUnreached& fact) {
  settle(fact.control_id, stepped(programs_.at(fact.control_id), ProgramStep::not_reached));
  programs_.at(fact.control_id).attempts = 0;  // not a byte left: the next try is the first again
  open_programs_.erase(fact.control_id);
  due_programs_.push_front(fact.control_id);
}
void State::on(const GatewayTook& fact) {
  settle(fact.control_id, stepped(programs_.at(fact.control_id), ProgramStep::gateway_takes));
}
void State::on(const GatewayRefused& fact) {
  settle(fact.control_id, stepped(programs_.at(fact.control_id), ProgramStep::gateway_refuses));
}
void State::on(const DispatchUnknown& fact) {
  settle(fact.control_id, stepped(programs_.at(fact.control_id), ProgramStep::fate_unknown));
  programs_.at(fact.control_id).told_unknown = true;
}
void State::on(const PumpProgrammed& fact) {
  settle(fact.control_id, stepped(programs_.at(fact.control_id), ProgramStep::pump_accepts));
}
void State::on(const PumpRefused& fact) {
  settle(fact.control_id, stepped(programs_.at(fact.control_id), ProgramStep::pump_refuses));
}
void State::on(const ProgramNotUsed& fact) {
  settle(fact.control_id, stepped(programs_.at(fact.control_id), ProgramStep::cleared_unused));
}
void State::on(const ProgramResolved& fact) {
  const ProgramStep step = fact.programmed ? ProgramStep::pump_accepts : ProgramStep::pump_refuses;
  settle(fact.control_id, stepped(programs_.at(fact.control_id), step));
}

namespace {

// The newest word counts; a late event says nothing of what the pump is like now.
void note_condition(PumpState& pump, const PumpEvent& event) {
  if (event.happened_at < pump.told_at) return;
  pump.told_at = event.happened_at;
  if (event.kind == PumpEventKind::communication_change) {
    const bool back = event.online && pump.stopped_because == "pump-stopped-powered-off";
    if (back) pump.stopped_because.clear();
    if (event.not_loaded) pump.not_loaded = true;
  } else if (event.status == DeliveryStatus::not_delivering) {
    pump.stopped_because = event.not_delivering_reason;
    pump.not_loaded = event.not_loaded;
  } else if (event.status != DeliveryStatus::unknown) {
    pump.stopped_because.clear();
    pump.not_loaded = false;
  } else if (event.not_loaded) {
    pump.not_loaded = true;
  }
  if (event.no_care_area || !event.care_area.empty()) {
    pump.no_care_area = event.no_care_area;
    pump.care_area = event.care_area;
  }
  if (!event.library_version.empty()) pump.library_version = event.library_version;
  if (!event.patient_id.empty() || event.kind == PumpEventKind::patient_change) {
    pump.patient = event.patient_id;
  }
}

}  // namespace

void State::on(const EventRecorded& fact) {
  const std::string key = event_key(*fact.event);
  if (events_.insert(key).second) {
    events_in_order_.push_back(key);
    if (events_in_order_.size() > max_events) {
      events_.erase(events_in_order_.front());
      events_in_order_.pop_front();
    }
  }
  PumpState& pump = pumps_[fact.event->pump.key()];
  if (fact.event->kind == PumpEventKind::communication_change) pump.online = fact.event->online;
  note_condition(pump, *fact.event);
  if (fact.administration_id.empty()) return;
  AdministrationState& state = administrations_[fact.administration_id];
  if (state.order.empty()) {
    state.opened_at = fact.event->happened_at;
    const std::string control_id = fact.administration_id.substr(1);
    if (programs_.contains(control_id)) state.control_id = control_id;
    ++administrations_made_;
  }
  const auto later = std::upper_bound(
      state.events.begin(), state.events.end(), fact.event->happened_at,
      [](Instant at, const Packed<PumpEvent>& held) { return at < held.unpack().happened_at; });
  state.events.insert(later, Packed<PumpEvent>(*fact.event));
}

void State::on(const AdministrationChanged& fact) {
  const Administration& changed = *fact.administration;
  AdministrationState& state = administrations_[changed.administration_id];
  const std::string order_key = changed.placer_order_number.key();
  OrderState& order = orders_[order_key];
  if (state.order.empty()) {
    state.order = order_key;
    state.patient = changed.patient.patient_id.key();
    order.administrations.push_back(changed.administration_id);
  }
  state.administration = Packed<Administration>(changed);
  state.status = changed.status;
  if (!state.events.empty()) state.last_event_at = state.events.back().unpack().happened_at;
  for (const AdministrationRecord& record : changed.records) {
    order.records = std::max(order.records, record.sub_id);
  }
  PumpState& pump = pumps_[changed.pump.key()];
  const bool is_active = changed.status == AdministrationStatus::in_progress ||
                         changed.status == AdministrationStatus::on_hold;
  if (const ProgramState* own = find_in(programs_, state.control_id); own && own->beside) {
    const ProgramStep step = is_active ? ProgramStep::delivery_begins : ProgramStep::delivery_ends;
    if (const auto next = after(own->status, step)) settle(state.control_id, *next);
    return;  // the infusion beside which it ran goes on
  }
  // A late event of an earlier administration says nothing of what the pump does now.
  const AdministrationState* newest = find_in(administrations_, pump.administration);
  if (newest != nullptr && state.opened_at < newest->opened_at) return;
  pump.administration = changed.administration_id;
  pump.running = is_active;
  const std::string loaded = pump.loaded;
  const ProgramState* program = find_in(programs_, loaded);
  if (program == nullptr || program->order != order_key) return;
  // The next bag may be on the pump before the last one ends; only a change of rate is of the
  // infusion that runs.
  if (state.control_id != loaded && program->program.unpack().kind == ProgramKind::new_bag) return;
  const ProgramStep step = is_active ? ProgramStep::delivery_begins : ProgramStep::delivery_ends;
  if (const auto next = after(program->status, step)) settle(loaded, *next);
}

void State::add_report(const std::string& id, const std::string& destination, Fact fact) {
  reports_.insert_or_assign(id, ReportState{std::move(fact)});
  report_lanes_[destination].push_back(id);
  ++reports_made_;
}

void State::on(const ReportDue& fact) { add_report(fact.report_id, fact.destination, fact); }
void State::on(const AnswerDue& fact) { add_report(fact.report_id, fact.destination, fact); }

void State::on(const ReportAnswered& fact) {
  reports_.erase(fact.report_id);
  for (auto& [destination, lane] : report_lanes_) std::erase(lane, fact.report_id);
  if (fact.code != "AA" && fact.code != "CA") parked_reports_.push_back(fact.report_id);
}

}  // namespace bridge::decide
