// SPDX-License-Identifier: Apache-2.0
#include "simulate/pump_channel.h"

#include <algorithm>
#include <utility>

#include "base/assert.h"

namespace bridge::simulate {
namespace {

constexpr std::int64_t ms_per_hour = 3'600'000;

Unit unit(std::string_view ucum) { return *Unit::from_ucum(ucum); }

// Amounts of the simulated pump are sums of decimals and stay far below 18 digits once rounded.
template <class Q>
Q on_the_wire(const Rational& value, const Rational& step, std::string_view ucum) {
  const auto text = value.rounded_to(step, Rounding::nearest_half_away).decimal();
  BRIDGE_ASSERT(text.has_value());
  auto made = Q::make({*text, unit(ucum), {}, {{}, "pump"}});
  BRIDGE_ASSERT(made.has_value());
  return *std::move(made);
}

Volume volume(const Rational& ml) { return on_the_wire<Volume>(ml, Rational(1, 10), "mL"); }

std::string_view event_code(PumpEventKind kind) {
  switch (kind) {
    case PumpEventKind::delivery_start:
      return "197288";
    case PumpEventKind::delivery_stop:
      return "197290";
    case PumpEventKind::delivery_complete:
      return "197292";
    case PumpEventKind::communication_change:
      return "197294";
    case PumpEventKind::program_cleared:
      return "197296";
    case PumpEventKind::auto_program_cleared:
      return "197298";
    case PumpEventKind::patient_change:
      return "197300";
    case PumpEventKind::other:
      break;
  }
  return "197356";
}

PumpRefusal refusal(std::string_view code, std::string_view text) {
  return {std::string(code), std::string(text)};
}

}  // namespace

PumpChannel::PumpChannel(ChannelSettings settings) : settings_(std::move(settings)) {}

ChannelState PumpChannel::state() const {
  const bool stands = state_ == ChannelState::idle || state_ == ChannelState::complete;
  return pending_ && stands ? ChannelState::programmed : state_;
}

// --- the program -------------------------------------------------------------------------------

std::optional<PumpRefusal> PumpChannel::refuse_now(const InfusionProgram& program) const {
  if (state_ == ChannelState::off) return refusal("9006", "Infuser is powered off");
  if (pending_) return refusal("9017", "Infuser cannot accept program (alarming, standby)");
  const bool running = state_ == ChannelState::delivering || state_ == ChannelState::paused;
  if (program.kind == ProgramKind::new_bag) {
    if (running) return refusal("9002", "Infuser/channel is currently infusing");
    return std::nullopt;
  }
  if (!running) return refusal("9016", "Other error");
  if (!(program.placer_order_number == loaded_.placer_order_number)) {
    return refusal("9035", "Parent order ID does not match programmed order");
  }
  if (program.drug.code != loaded_.drug.code) {
    return refusal("9036", "Medication does not match programmed order");
  }
  return std::nullopt;
}

std::optional<PumpRefusal> PumpChannel::program(const InfusionProgram& program, Instant now,
                                                std::vector<PumpEvent>& events) {
  run_to(now, events);
  if (auto refused = refuse_now(program)) return refused;
  const auto rate = rate_of(program);
  if (!rate) return refusal("9003", "Missing required program parameter(s)");
  Pending taken{
      program, rate->rounded_to(settings_.rate_step_ml_h, Rounding::nearest_half_away), {}};
  if (taken.rate <= Rational(0)) {
    return refusal("9005", "Parameter outside of allowable range");
  }
  if (program.kind == ProgramKind::new_bag) {
    if (!program.vtbi) return refusal("9003", "Missing required program parameter(s)");
    taken.vtbi = program.vtbi->exact().in(unit("mL"));
    if (taken.vtbi <= Rational(0)) return refusal("9005", "Parameter outside of allowable range");
  }
  pending_ = std::move(taken);
  return std::nullopt;
}

// --- the nurse ---------------------------------------------------------------------------------

std::vector<PumpEvent> PumpChannel::confirm_and_start(Instant now) {
  std::vector<PumpEvent> events;
  const Instant at = settle(now, events);
  if (!pending_ || state_ == ChannelState::off) return events;
  if (pending_->program.kind == ProgramKind::new_bag) {
    start_new_bag(at, events);
    return events;
  }
  // The infusion may have ended while the change waited: then there is nothing to change.
  const Pending change = *std::exchange(pending_, std::nullopt);
  loaded_.rate = change.program.rate;
  loaded_.dose_rate = change.program.dose_rate;
  if (change.program.weight) loaded_.weight = change.program.weight;
  apply_rate(change.rate, change.program.dose_rate, at, events);
  return events;
}

void PumpChannel::start_new_bag(Instant now, std::vector<PumpEvent>& events) {
  if (state_ == ChannelState::kvo) {
    end_segment(now);
    state_ = ChannelState::complete;
    PumpEvent stop = event(PumpEventKind::delivery_stop, DeliveryStatus::not_delivering, now);
    stop.not_delivering_reason = "pump-stopped-by-clinician";
    events.push_back(std::move(stop));
    now = now.plus_ms(1);
  }
  Pending next = *std::exchange(pending_, std::nullopt);
  loaded_ = std::move(next.program);
  dose_rate_ = loaded_.dose_rate;
  set_rate_ = next.rate;
  vtbi_ = next.vtbi;
  infused_ = Rational();
  total_ = Rational();
  begin_segment(ChannelState::delivering, set_rate_, now);
  events.push_back(event(PumpEventKind::delivery_start, DeliveryStatus::delivering, now));
}

std::vector<PumpEvent> PumpChannel::reject(Instant now) {
  std::vector<PumpEvent> events;
  const Instant at = settle(now, events);
  if (!pending_) return events;
  const Pending unused = *std::exchange(pending_, std::nullopt);
  const DeliveryStatus status =
      runs() ? DeliveryStatus::delivering : DeliveryStatus::not_delivering;
  PumpEvent cleared = event(PumpEventKind::auto_program_cleared, status, at);
  cleared.placer_order_number = unused.program.placer_order_number;
  cleared.patient_id = unused.program.patient.patient_id;
  cleared.drug = unused.program.drug;
  if (!runs()) {
    cleared.not_delivering_reason = "pump-stopped-by-clinician";
    cleared.rate.reset();
    cleared.dose_rate.reset();
    cleared.volume_segment.reset();
    cleared.volume_total.reset();
    cleared.vtbi.reset();
    cleared.vtbi_remaining.reset();
  }
  events.push_back(std::move(cleared));
  return events;
}

std::vector<PumpEvent> PumpChannel::change_rate(const Rational& rate_ml_h, Instant now) {
  std::vector<PumpEvent> events;
  const Instant at = settle(now, events);
  const Rational rate = rate_ml_h.rounded_to(settings_.rate_step_ml_h, Rounding::nearest_half_away);
  if (rate <= Rational(0)) return events;
  apply_rate(rate, dose_rate_at(loaded_, rate), at, events);
  return events;
}

void PumpChannel::apply_rate(const Rational& rate, std::optional<DoseRate> dose_rate, Instant now,
                             std::vector<PumpEvent>& events) {
  if (state_ == ChannelState::paused) {
    set_rate_ = rate;
    dose_rate_ = std::move(dose_rate);
    return;
  }
  if (state_ != ChannelState::delivering || rate == rate_) return;
  end_segment(now);
  events.push_back(event(PumpEventKind::delivery_stop, DeliveryStatus::transitioning, now));
  set_rate_ = rate;
  dose_rate_ = std::move(dose_rate);
  const Instant next = now.plus_ms(1);
  begin_segment(ChannelState::delivering, rate, next);
  events.push_back(event(PumpEventKind::delivery_start, DeliveryStatus::delivering, next));
}

std::vector<PumpEvent> PumpChannel::pause(std::string_view reason, Instant now) {
  std::vector<PumpEvent> events;
  const Instant at = settle(now, events);
  if (!runs()) return events;
  const bool kvo = state_ == ChannelState::kvo;
  end_segment(at);
  state_ = kvo ? ChannelState::complete : ChannelState::paused;
  PumpEvent stop = event(PumpEventKind::delivery_stop, DeliveryStatus::not_delivering, at);
  stop.not_delivering_reason = std::string(reason);
  events.push_back(std::move(stop));
  return events;
}

std::vector<PumpEvent> PumpChannel::restart(Instant now) {
  std::vector<PumpEvent> events;
  const Instant at = settle(now, events);
  if (state_ != ChannelState::paused) return events;
  begin_segment(ChannelState::delivering, set_rate_, at);
  events.push_back(event(PumpEventKind::delivery_start, DeliveryStatus::delivering, at));
  return events;
}

std::vector<PumpEvent> PumpChannel::clear(Instant now) {
  if (state() == ChannelState::programmed) return reject(now);
  std::vector<PumpEvent> events = pause("pump-stopped-by-clinician", now);
  if (state_ != ChannelState::paused && state_ != ChannelState::complete) return events;
  const Instant at = settle(now, events);
  state_ = ChannelState::idle;
  PumpEvent cleared = event(PumpEventKind::program_cleared, DeliveryStatus::not_delivering, at);
  cleared.not_delivering_reason = "pump-stopped-by-clinician";
  events.push_back(std::move(cleared));
  return events;
}

std::vector<PumpEvent> PumpChannel::switch_off(Instant now) {
  std::vector<PumpEvent> events = pause("pump-stopped-powered-off", now);
  if (state_ == ChannelState::off) return events;
  pending_.reset();
  before_off_ = state_;
  state_ = ChannelState::off;
  return events;
}

std::vector<PumpEvent> PumpChannel::switch_on(Instant now) {
  std::vector<PumpEvent> events;
  run_to(now, events);
  if (state_ == ChannelState::off) state_ = before_off_;
  return events;
}

std::vector<PumpEvent> PumpChannel::advance(Instant now) {
  std::vector<PumpEvent> events;
  run_to(now, events);
  return events;
}

std::vector<PumpEvent> PumpChannel::communication(bool online, Instant now) {
  std::vector<PumpEvent> events;
  const Instant at = settle(now, events);
  PumpEvent change = event(PumpEventKind::communication_change, DeliveryStatus::unknown, at);
  PumpEvent bare;
  bare.kind = change.kind;
  bare.code = change.code;
  bare.event_id = change.event_id;
  bare.pump = change.pump;
  bare.happened_at = change.happened_at;
  bare.source = PumpSource::unknown;
  bare.online = online;
  events.push_back(std::move(bare));
  return events;
}

// --- giving ------------------------------------------------------------------------------------

// rate * t >= what is left: t in hours, rounded up to the next whole millisecond.
std::optional<Instant> PumpChannel::completes_at() const {
  if (state_ != ChannelState::delivering) return std::nullopt;
  const Rational ms = (vtbi_ - infused_) / rate_ * Rational(ms_per_hour);
  const auto whole = ms.rounded_to(Rational(1), Rounding::away_from_zero).decimal();
  BRIDGE_ASSERT(whole.has_value());
  return given_until_.plus_ms(whole->coefficient());
}

void PumpChannel::run_to(Instant now, std::vector<PumpEvent>& events) {
  if (const auto end = completes_at(); end && *end <= now) complete(*end, events);
  give_until(now);
}

// Runs to `now`, and on to the first moment that no event of this channel has yet. The volume may
// be infused on the way, which makes events once more.
Instant PumpChannel::settle(Instant now, std::vector<PumpEvent>& events) {
  run_to(now, events);
  const Instant at = std::max(now, last_event_.plus_ms(1));
  run_to(at, events);
  return std::max(at, last_event_.plus_ms(1));
}

void PumpChannel::give_until(Instant end) {
  if (!runs() || end <= given_until_) return;
  const Rational given = rate_ * Rational(end.unix_ms() - given_until_.unix_ms(), ms_per_hour);
  given_until_ = end;
  segment_ = segment_ + given;
  total_ = total_ + given;
  if (state_ == ChannelState::delivering) infused_ = infused_ + given;
}

void PumpChannel::begin_segment(ChannelState state, const Rational& rate, Instant at) {
  state_ = state;
  rate_ = rate;
  segment_ = Rational();
  segment_start_ = at;
  given_until_ = at;
}

void PumpChannel::end_segment(Instant at) {
  give_until(at);
  delivered_.push_back({loaded_.placer_order_number, segment_start_, at, rate_, segment_,
                        state_ == ChannelState::kvo});
}

void PumpChannel::complete(Instant at, std::vector<PumpEvent>& events) {
  // The last millisecond would give a little more than was programmed; a pump stops at the volume.
  const Rational left = vtbi_ - infused_;
  segment_ = segment_ + left;
  total_ = total_ + left;
  infused_ = vtbi_;
  given_until_ = at;
  delivered_.push_back({loaded_.placer_order_number, segment_start_, at, rate_, segment_, false});
  if (pending_ && pending_->program.kind == ProgramKind::rate_change) pending_.reset();
  const bool kvo = !settings_.kvo_rate_ml_h.is_zero();
  state_ = ChannelState::complete;
  PumpEvent done = event(PumpEventKind::delivery_complete,
                         kvo ? DeliveryStatus::transitioning : DeliveryStatus::not_delivering, at);
  if (!kvo) done.not_delivering_reason = "pump-stopped-not-specified";
  events.push_back(std::move(done));
  if (!kvo) return;
  const Instant next = at.plus_ms(1);
  begin_segment(ChannelState::kvo, settings_.kvo_rate_ml_h, next);
  dose_rate_.reset();
  events.push_back(event(PumpEventKind::delivery_start, DeliveryStatus::kvo, next));
}

PumpEvent PumpChannel::event(PumpEventKind kind, DeliveryStatus status, Instant at) {
  last_event_ = at;
  PumpEvent made;
  made.kind = kind;
  made.code = event_code(kind);
  made.event_id = settings_.event_authority;
  made.event_id.id = settings_.event_prefix + "-" + std::to_string(++events_made_);
  made.pump = settings_.pump;
  made.patient_id = loaded_.patient.patient_id;
  made.placer_order_number = loaded_.placer_order_number;
  made.drug = loaded_.drug;
  made.happened_at = at;
  made.sent_at = at;
  made.status = status;
  const bool kvo = status == DeliveryStatus::kvo;
  if (!rate_.is_zero()) made.rate = on_the_wire<FlowRate>(rate_, Rational(1, 1000), "mL/h");
  made.dose_rate = dose_rate_;
  made.volume_segment = volume(segment_);
  made.volume_total = volume(total_);
  // IHE PCD TF-2 table M.1.2.1-4: KVO has no volume to be infused.
  made.vtbi = volume(kvo ? Rational() : vtbi_);
  made.vtbi_remaining = volume(kvo ? Rational() : vtbi_ - infused_);
  made.weight = loaded_.weight;
  return made;
}

std::vector<Delivered> PumpChannel::take_delivered() { return std::exchange(delivered_, {}); }

}  // namespace bridge::simulate
