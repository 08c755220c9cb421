// SPDX-License-Identifier: Apache-2.0
// The gateway's side that talks: commands in, accept acks, and when answers and events leave.
#include "simulate/gateway.h"

#include <chrono>
#include <utility>

#include "hl7/parse.h"
#include "simulate/answers.h"
#include "simulate/listener.h"
#include "simulate/strict_command.h"
#include "translate/rgv_o15.h"
#include "translate/rrg_o16.h"

namespace bridge::simulate {
namespace {

// What was scanned as the program it asks for. There is no check of doses here: that is the
// bridge's work, and the ledger shows what came through.
InfusionProgram program_of(const ProgramRequest& request) {
  InfusionProgram program;
  const InfusionOrder& order = request.as_scanned;
  program.kind = request.kind;
  program.placer_order_number = request.association.placer_order_number;
  program.patient = order.patient;
  program.pump = request.association.pump;
  program.drug = order.drug;
  program.rate = order.rate;
  program.dose_rate = order.dose_rate;
  program.dose = order.dose;
  program.vtbi = order.volume;
  program.duration = order.duration;
  program.parent_order_number = order.parent_order_number;
  program.loading_dose = order.loading_dose;
  program.pca = order.pca;
  program.steps = order.steps;
  program.strength = order.strength;
  program.strength_volume = order.strength_volume;
  program.weight = order.weight;
  program.height = order.height;
  program.surface = order.surface;
  program.route_code = order.route_code;
  program.device = order.device;
  program.method = order.method;
  program.requested_by = request.association.by;
  program.requested_at = request.association.at;
  return program;
}

std::string_view said(PumpEventKind kind) { return name_of(kind); }

}  // namespace

Gateway::Gateway(GatewaySettings settings, Script script, const translate::CodeBook& book,
                 const translate::PumpTerms& terms, Ledger& ledger, engine::Clock& clock)
    : settings_(std::move(settings)),
      script_(std::move(script)),
      book_(book),
      terms_(terms),
      ledger_(ledger),
      clock_(clock) {
  std::size_t lane = 0;
  for (const EntityId& pump : settings_.pumps) {
    ChannelSettings channel;
    channel.pump = pump;
    channel.kvo_rate_ml_h = settings_.kvo_rate_ml_h;
    channel.event_prefix = settings_.run_id + "-" + pump.id;
    const translate::Application& self = settings_.sender.envelope.sender;
    channel.event_authority = {"", self.name, self.universal_id, self.universal_id_type};
    auto held = std::make_unique<Channel>(std::move(channel));
    held->lane = lane++;
    channels_.emplace(pump.key(), std::move(held));
  }
}

Result<std::unique_ptr<Gateway>> Gateway::start(GatewaySettings settings, Script script,
                                                const translate::CodeBook& book,
                                                const translate::PumpTerms& terms, Ledger& ledger,
                                                engine::Clock& clock) {
  std::unique_ptr<Gateway> gateway(
      new Gateway(std::move(settings), std::move(script), book, terms, ledger, clock));
  Gateway* const self = gateway.get();
  self->senders_ = std::make_unique<SenderLanes>(
      self->settings_.bridge, [self](const Outgoing& message, const Acknowledgement& answer) {
        self->settled(message, answer);
      });
  const auto on_message = [self](std::string_view text) { return self->on_message(text); };
  BRIDGE_TRY(self->server_, start_listener(self->settings_.host, self->settings_.port, on_message,
                                           self->counters_));
  self->pumps_ = std::thread([self] { self->run_pumps(); });
  return gateway;
}

Gateway::~Gateway() { stop(); }

void Gateway::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  if (server_) (void)server_->stop(2'000);
  if (pumps_.joinable()) pumps_.join();
  if (senders_) senders_->stop();
}

GatewayFigures Gateway::figures() const {
  const std::lock_guard lock(mutex_);
  GatewayFigures figures = figures_;
  figures.waiting = senders_->waiting() + later_.size();
  for (const auto& [key, channel] : channels_) {
    const bool free =
        channel->pump.state() == ChannelState::idle || channel->pump.state() == ChannelState::off;
    if (!free) ++figures.busy;
  }
  return figures;
}

bool Gateway::wait_until(const std::function<bool(const GatewayFigures&)>& so,
                         std::int64_t real_ms) const {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds(real_ms);
  while (!so(figures())) {
    std::unique_lock lock(mutex_);
    if (std::chrono::steady_clock::now() >= deadline) return false;
    changed_.wait_for(lock, std::chrono::milliseconds(5));
  }
  return true;
}

std::string Gateway::next_control_id() {
  return "GW" + settings_.run_id + "-" + std::to_string(++messages_made_);
}

Gateway::Channel* Gateway::channel_of(const EntityId& pump) {
  const auto found = channels_.find(pump.key());
  return found == channels_.end() ? nullptr : found->second.get();
}

// --- commands ----------------------------------------------------------------------------------

shell::Reply Gateway::ack(const hl7::Message& message, std::string_view code) {
  const std::lock_guard lock(mutex_);
  return {write_acknowledgement(message, code, next_control_id(), clock_.now()),
          shell::Reply::Then::keep};
}

shell::Reply Gateway::on_message(std::string_view text) {
  const Instant now = clock_.now();
  const auto message = hl7::parse(std::string(text));
  if (!message) {
    ledger_.write(now, "unreadable", {{"fault", kind_of(message.fault().code).name}});
    return ack(hl7::read_header_leniently(text), "CE");
  }
  const hl7::Field type = message->find("MSH").field(9);
  if (text_of(type.component(1)) != "RGV" || text_of(type.component(2)) != "O15") {
    ledger_.write(now, "not_taken", {{"control_id", control_id_of(text)}});
    return ack(*message, "CR");
  }
  Command command;
  command.control_id = control_id_of(text);
  const hl7::Repetition order = message->find("ORC").field(2).repetition(1);
  command.order = {text_of(order.component(1)), text_of(order.component(2)), "", ""};
  {
    const std::lock_guard lock(mutex_);
    command.number = ++figures_.commands;
    command.repeated = settings_.deduplicates && answered_.contains(command.control_id);
    if (command.repeated) ++figures_.repeats;
  }
  const FaultRow* const fault = script_.fault(command.control_id, command.order.id, command.number);
  if (fault != nullptr) command.fault = *fault;
  return on_command(*message, std::move(command));
}

shell::Reply Gateway::on_command(const hl7::Message& message, Command command) {
  const Instant now = clock_.now();
  const Trouble trouble = command.fault.trouble;
  const auto note = [&](std::string_view code, std::string_view place) {
    ledger_.write(now, "command",
                  {{"control_id", command.control_id},
                   {"order", command.order.id},
                   {"kind", text_of(message.find("ORC").field(1))},
                   {"number", static_cast<std::int64_t>(command.number)},
                   {"repeated", command.repeated},
                   {"trouble", name_of(trouble)},
                   {"ack", code},
                   {"place", place}});
  };
  if (trouble == Trouble::cut_before) {
    note("", "");
    return {{}, shell::Reply::Then::close};
  }
  const std::vector<std::string> findings = strict_findings(message);
  if (!findings.empty() || trouble == Trouble::ce) {
    note("CE", findings.empty() ? "" : findings.front());
    const std::lock_guard lock(mutex_);
    ++figures_.refused;
    return {write_acknowledgement(message, "CE", next_control_id(), now), shell::Reply::Then::keep};
  }
  // On the disk before it can have an effect or an answer, as every line.
  note(trouble == Trouble::no_ack || trouble == Trouble::cut_connection ? "" : "CA", "");
  apply(message, command);
  switch (trouble) {
    case Trouble::no_ack:
      return {{}, shell::Reply::Then::keep};
    case Trouble::cut_connection:
      return {{}, shell::Reply::Then::close};
    case Trouble::late_ack:
      wait_real(command.fault.ms);
      break;
    case Trouble::rrg_before_ack:
      wait_for_answer_of(command.control_id);
      break;
    default:
      break;
  }
  return ack(message, "CA");
}

void Gateway::apply(const hl7::Message& message, const Command& command) {
  const std::lock_guard lock(mutex_);
  const Instant now = clock_.now();
  if (command.fault.trouble == Trouble::rrg_before_ack) awaited_.insert(command.control_id);
  PumpAnswer answer;
  if (command.repeated) {
    answer = answered_.at(command.control_id);
  } else {
    answer = try_program(message, command);
    if (answered_.size() < settings_.commands_at_most) answered_[command.control_id] = answer;
    if (!answer.accepted) ++figures_.refused;
  }
  if (command.fault.trouble == Trouble::rrg_never) return;
  const auto pump = translate::read_rgv_o15(message, book_, translate::MessageClock::fixed(0))
                        .request.association.pump;
  const Channel* const channel = channel_of(pump);
  Later later;
  later.lane = channel == nullptr ? 0 : channel->lane;
  later.answer = std::move(answer);
  later.number = command.number;
  later_.emplace(now.plus_ms(settings_.answer_after_ms).unix_ms(), std::move(later));
}

// With mutex_ held.
PumpAnswer Gateway::try_program(const hl7::Message& message, const Command& command) {
  const Instant now = clock_.now();
  const auto read = translate::read_rgv_o15(message, book_, translate::MessageClock::fixed(0));
  PumpAnswer answer;
  answer.control_id = command.control_id;
  answer.placer_order_number = read.request.association.placer_order_number;
  Channel* const channel = channel_of(read.request.association.pump);
  std::optional<PumpRefusal> refusal;
  for (const Fault& fault : read.faults) {
    if (fault.severity != Severity::error) continue;
    const std::uint16_t code = kind_of(fault.code).pump_error;
    refusal = PumpRefusal{std::to_string(code == 0 ? 9004 : code), std::string(fault.place)};
    break;
  }
  if (!refusal && command.fault.trouble == Trouble::ae) {
    refusal = PumpRefusal{command.fault.code, {}};
  }
  if (!refusal && channel == nullptr) {
    refusal = PumpRefusal{"9001", "Unknown infuser or channel"};
  }
  if (!refusal && command.fault.trouble == Trouble::pump_offline) {
    channel->online_at = now.plus_ms(command.fault.ms);
    took_events(*channel, channel->pump.communication(false, now), now);
  }
  // A bridge that is away for long must not make the buffers grow without end.
  if (!refusal && (channel->online_at || !senders_->has_room(channels_.size() * 4))) {
    refusal = PumpRefusal{"9007", "Infuser offline or unable to connect"};
  }
  if (!refusal) {
    std::vector<PumpEvent> events;
    refusal = channel->pump.program(program_of(read.request), now, events);
    took_events(*channel, std::move(events), now);
  }
  if (refusal) {
    if (const auto* text = translate::pump_error_text(refusal->code)) refusal->text = text->text;
    ledger_.write(now, "refused",
                  {{"control_id", command.control_id},
                   {"order", answer.placer_order_number.id},
                   {"code", refusal->code}});
    answer.refusals.push_back(*std::move(refusal));
    return answer;
  }
  answer.accepted = true;
  ++figures_.programs;
  ledger_.write(now, "programmed",
                {{"control_id", command.control_id},
                 {"order", answer.placer_order_number.id},
                 {"pump", channel->pump.pump().id},
                 {"kind", name_of(read.request.kind)}});
  channel->trouble = command.fault.trouble;
  channel->trouble_ms = command.fault.ms;
  const auto& steps = script_.nurse_for(command.control_id, command.order.id, command.number);
  channel->steps.assign(steps.rbegin(), steps.rend());
  channel->next_step.reset();
  if (!channel->steps.empty()) channel->next_step = now.plus_ms(channel->steps.back().after_ms);
  channel->clear_at.reset();
  return answer;
}

// --- messages to the bridge --------------------------------------------------------------------

// With mutex_ held.
void Gateway::took_events(Channel& channel, std::vector<PumpEvent> events, Instant now) {
  for (const Delivered& part : channel.pump.take_delivered()) {
    ledger_.write(now, "delivered",
                  {{"pump", channel.pump.pump().id},
                   {"order", part.placer_order_number.id},
                   {"start", part.start.utc()},
                   {"end", part.end.utc()},
                   {"ml_h", part.rate_ml_h.text()},
                   {"ml", part.volume_ml.text()},
                   {"source", name_of(part.source)},
                   {"kvo", part.kvo}});
  }
  for (PumpEvent& event : events) {
    ++figures_.events;
    ledger_.write(now, "event",
                  {{"event", event.event_id.id},
                   {"order", event.placer_order_number.id},
                   {"pump", event.pump.id},
                   {"kind", said(event.kind)},
                   {"status", name_of(event.status)},
                   {"happened_at", event.happened_at.utc()},
                   {"total", event.volume_total ? event.volume_total->value().text() : ""},
                   {"rate", event.rate ? event.rate->value().text() : ""}});
    Later later;
    later.lane = channel.lane;
    later.event = std::move(event);
    std::int64_t due = now.unix_ms();
    if (channel.trouble == Trouble::late_events) due += channel.trouble_ms;
    // The pump keeps what it has to say; that it is away, the gateway sees by itself.
    const bool own = later.event->kind == PumpEventKind::communication_change;
    if (channel.online_at && !own) due = std::max(due, channel.online_at->unix_ms());
    if (channel.trouble == Trouble::double_event) later_.emplace(due, later);
    later_.emplace(due, std::move(later));
  }
}

// With mutex_ held. What finds no room stays, and is tried again at the next tick.
void Gateway::send_due(Instant now) {
  while (!later_.empty() && later_.begin()->first <= now.unix_ms() && senders_->has_room(1)) {
    Later later = std::move(later_.begin()->second);
    later_.erase(later_.begin());
    send(std::move(later), now);
  }
}

void Gateway::send(Later later, Instant now) {
  Outgoing message;
  message.control_id = next_control_id();
  if (later.answer) {
    message.about = "answer " + later.answer->control_id;
    message.text =
        translate::write_rrg_o16(*later.answer, settings_.sender.envelope, message.control_id, now);
    ledger_.write(now, "answer",
                  {{"control_id", later.answer->control_id},
                   {"message", message.control_id},
                   {"order", later.answer->placer_order_number.id},
                   {"code", later.answer->accepted ? "AA" : "AE"}});
  } else {
    message.about = "event " + later.event->event_id.id;
    // A pump may say what it will do in this very millisecond, but nobody sends before it happened.
    later.event->sent_at = std::max(now, later.event->happened_at);
    message.text =
        translate::write_oru_r42(*later.event, settings_.sender, message.control_id, book_, terms_);
  }
  const bool taken = senders_->send(later.lane, std::move(message));
  BRIDGE_ASSERT(taken || stopping_);
}

void Gateway::settled(const Outgoing& message, const Acknowledgement& answer) {
  const bool event = message.about.starts_with("event ");
  const std::string about = message.about.substr(message.about.find(' ') + 1);
  ledger_.write(clock_.now(), event ? "event_answered" : "answer_answered",
                {{event ? "event" : "control_id", about},
                 {"message", message.control_id},
                 {"ack", answer.code}});
  {
    const std::lock_guard lock(mutex_);
    if (event && answer.positive()) ++figures_.events_acknowledged;
    if (!event && awaited_.contains(about)) answers_settled_.insert(about);
  }
  changed_.notify_all();
}

// Returns when the RRG^O16 has been acknowledged; a bridge that waits for our accept ack first
// would keep us here, so not for ever.
void Gateway::wait_for_answer_of(const std::string& control_id) {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, std::chrono::seconds(2),
                    [&] { return stopping_ || answers_settled_.contains(control_id); });
  awaited_.erase(control_id);
  answers_settled_.erase(control_id);
}

void Gateway::wait_real(std::int64_t ms) {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, std::chrono::milliseconds(ms), [this] { return stopping_; });
}

}  // namespace bridge::simulate
