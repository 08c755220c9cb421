// SPDX-License-Identifier: Apache-2.0
// Programs, the nurse's buttons, and events; what flows in between is pump_giving.cpp.
#include "simulate/pump_channel.h"

#include <algorithm>
#include <utility>

#include "base/assert.h"

namespace bridge::simulate {
namespace {

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
  if (condition_.not_loaded) return refusal("9028", "Tubing, cassette or syringe not installed");
  if (condition_.no_care_area) return refusal("9029", "Care area or profile not selected");
  if (pending_) return refusal("9017", "Infuser cannot accept program (alarming, standby)");
  const bool running = state_ == ChannelState::delivering || state_ == ChannelState::paused ||
                       state_ == ChannelState::between;
  if (program.kind == ProgramKind::new_bag) {
    if (running) return refusal("9002", "Infuser/channel is currently infusing");
    return std::nullopt;
  }
  if (!running) return refusal("9016", "Other error");
  const EntityId& order = program.kind == ProgramKind::bolus ? program.parent_order_number
                                                             : program.placer_order_number;
  if (!(order == loaded_.placer_order_number)) {
    return refusal("9035", "Parent order ID does not match programmed order");
  }
  if (program.drug.code != loaded_.drug.code) {
    return refusal("9036", "Medication does not match programmed order");
  }
  if (program.kind == ProgramKind::bolus) return refuse_bolus(program);
  // A PCA is programmed anew, and a confirmed step is not changed (IHE PCD TF-1 4.4).
  if (loaded_.pca || !loaded_.steps.empty()) {
    return refusal("9017", "Infuser cannot accept program (alarming, standby)");
  }
  return std::nullopt;
}

std::optional<PumpRefusal> PumpChannel::refuse_bolus(const InfusionProgram& program) const {
  const auto differ = [](const auto& a, const auto& b) {
    return a && b && a->exact() != b->exact();
  };
  if (differ(program.strength, loaded_.strength) ||
      differ(program.strength_volume, loaded_.strength_volume)) {
    return refusal("9037", "Concentration does not match programmed order");
  }
  if (dose_ || state_ != ChannelState::delivering) {
    return refusal("9017", "Infuser cannot accept program (alarming, standby)");
  }
  return std::nullopt;
}

std::optional<PumpRefusal> PumpChannel::program(const InfusionProgram& program, Instant now,
                                                std::vector<PumpEvent>& events) {
  run_to(now, events);
  if (auto refused = refuse_now(program)) return refused;
  Pending taken{program, {}, {}};
  if (program.kind == ProgramKind::bolus) {
    if (auto refused = take_bolus(taken)) return refused;
  } else {
    taken.plan = plan_of(program, settings_.dose_rate_ml_h);
    if (taken.plan.empty()) return refusal("9003", "Missing required program parameter(s)");
  }
  for (Stretch& each : taken.plan) {
    // A delay flows at nothing, and so may the basal part of a PCA.
    const bool may_stand = each.rate.is_zero() && (each.hours.has_value() || program.pca);
    each.rate = each.rate.rounded_to(settings_.rate_step_ml_h, Rounding::nearest_half_away);
    if (may_stand && each.rate.is_zero()) continue;
    if (each.rate <= Rational(0)) return refusal("9005", "Parameter outside of allowable range");
    if (!each.volume && each.own_volume && each.hours) each.volume = each.rate * *each.hours;
  }
  if (program.kind == ProgramKind::new_bag) {
    if (auto refused = take_new_bag(taken)) return refused;
  }
  pending_ = std::move(taken);
  return std::nullopt;
}

// The volume to be infused; of a PCA what is in the syringe, of steps that of each.
std::optional<PumpRefusal> PumpChannel::take_new_bag(Pending& taken) const {
  const InfusionProgram& program = taken.program;
  if (!program.steps.empty()) {
    for (const Stretch& each : taken.plan) {
      if (each.volume && *each.volume <= Rational(0)) {
        return refusal("9005", "Parameter outside of allowable range");
      }
    }
    return std::nullopt;
  }
  const std::optional<Volume>& bag =
      program.vtbi || !program.pca ? program.vtbi : program.strength_volume;
  if (!bag) return refusal("9003", "Missing required program parameter(s)");
  taken.vtbi = bag->exact().in(unit("mL"));
  if (taken.vtbi <= Rational(0)) return refusal("9005", "Parameter outside of allowable range");
  const Stretch& first = taken.plan.front();
  if (first.volume && *first.volume > taken.vtbi) {
    return refusal("9005", "Parameter outside of allowable range");
  }
  if (!program.pca) return std::nullopt;
  if (program.pca->demand_dose && !program.pca->lockout) {
    return refusal("9025", "Lockout interval missing (patient dose present)");
  }
  if (program.pca->demand_dose && !volume_of_dose(program, *program.pca->demand_dose)) {
    return refusal("9003", "Missing required program parameter(s)");
  }
  return std::nullopt;
}

std::optional<PumpRefusal> PumpChannel::take_bolus(Pending& taken) const {
  InfusionProgram with_concentration = taken.program;
  if (!with_concentration.strength) with_concentration.strength = loaded_.strength;
  if (!with_concentration.strength_volume) {
    with_concentration.strength_volume = loaded_.strength_volume;
  }
  if (!with_concentration.weight) with_concentration.weight = loaded_.weight;
  const auto bolus = bolus_of(with_concentration, settings_.dose_rate_ml_h);
  if (!bolus) {
    return taken.program.dose ? refusal("9040", "Bolus dose units do not match programmed order")
                              : refusal("9003", "Missing required program parameter(s)");
  }
  if (*bolus->volume > vtbi_ - infused_) {
    return refusal("9034", "Not enough fluid/medication for bolus");
  }
  if (*bolus->volume <= Rational(0)) return refusal("9005", "Parameter outside of allowable range");
  taken.plan = {*bolus};
  return std::nullopt;
}

// --- the nurse ---------------------------------------------------------------------------------

std::vector<PumpEvent> PumpChannel::confirm_and_start(Instant now) {
  std::vector<PumpEvent> events;
  const Instant at = settle(now, events);
  if (state_ == ChannelState::off || condition_.not_loaded) return events;
  if (!pending_) {
    if (!gated_) return events;
    gated_ = false;
    start_stretch(at, events);
    return events;
  }
  if (pending_->program.kind == ProgramKind::new_bag) {
    start_new_bag(at, events);
    return events;
  }
  // The infusion may have ended while the change waited: then there is nothing to change.
  const Pending change = *std::exchange(pending_, std::nullopt);
  if (change.program.kind == ProgramKind::bolus) {
    const Stretch& bolus = change.plan.front();
    if (state_ != ChannelState::delivering || *bolus.volume > vtbi_ - infused_) return events;
    start_dose(
        {PumpSource::clinician, change.program.placer_order_number, bolus.rate, *bolus.volume, {}},
        at, events);
    return events;
  }
  loaded_.rate = change.program.rate;
  loaded_.dose_rate = change.program.dose_rate;
  if (change.program.weight) loaded_.weight = change.program.weight;
  apply_rate(change.plan.back().rate, change.program.dose_rate, at, events);
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
  plan_ = std::move(next.plan);
  at_ = 0;
  vtbi_ = next.vtbi;
  infused_ = Rational();
  total_ = Rational();
  history_.clear();
  dose_.reset();
  start_stretch(now, events);
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
  if (rate <= Rational(0) || loaded_.pca) return events;
  apply_rate(rate, dose_rate_at(loaded_, rate), at, events);
  return events;
}

void PumpChannel::apply_rate(const Rational& rate, std::optional<DoseRate> dose_rate, Instant now,
                             std::vector<PumpEvent>& events) {
  // During a bolus the new rate is that of what goes on after it.
  if (state_ == ChannelState::paused || dose_) {
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
  if (state_ == ChannelState::between && !delay_over_) state_ = ChannelState::paused;
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
  if (state_ != ChannelState::paused || gated_ || condition_.not_loaded) return events;
  resume(at, events);
  return events;
}

std::vector<PumpEvent> PumpChannel::clear(Instant now) {
  if (state() == ChannelState::programmed) return reject(now);
  std::vector<PumpEvent> events = pause("pump-stopped-by-clinician", now);
  // A delay cannot be paused, but what is cleared has no more of it.
  if (state_ == ChannelState::between) state_ = ChannelState::paused;
  delay_over_.reset();
  if (state_ != ChannelState::paused && state_ != ChannelState::complete) return events;
  const Instant at = settle(now, events);
  state_ = ChannelState::idle;
  gated_ = false;
  dose_.reset();
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

std::vector<PumpEvent> PumpChannel::unload(Instant now) {
  condition_.not_loaded = true;
  return pause("pump-stopped-alarming", now);
}

void PumpChannel::choose_care_area(std::string care_area) {
  condition_.no_care_area = care_area.empty();
  condition_.care_area = std::move(care_area);
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
  tell_condition(bare);
  events.push_back(std::move(bare));
  return events;
}

// --- what it tells -----------------------------------------------------------------------------

PumpEvent PumpChannel::event(PumpEventKind kind, DeliveryStatus status, Instant at) {
  last_event_ = at;
  PumpEvent made;
  made.kind = kind;
  made.code = event_code(kind);
  made.event_id = settings_.event_authority;
  made.event_id.id = settings_.event_prefix + "-" + std::to_string(++events_made_);
  made.pump = settings_.pump;
  made.patient_id = loaded_.patient.patient_id;
  made.placer_order_number = dose_ ? dose_->order : loaded_.placer_order_number;
  if (dose_ && dose_->source == PumpSource::clinician) {
    made.parent_order_number = loaded_.placer_order_number;
  }
  made.source = dose_ ? dose_->source : stretch().source;
  made.drug = loaded_.drug;
  made.happened_at = at;
  made.sent_at = at;
  made.status = status;
  const bool kvo = status == DeliveryStatus::kvo;
  if (!rate_.is_zero()) made.rate = on_the_wire<FlowRate>(rate_, Rational(1, 1000), "mL/h");
  if (!dose_) made.dose_rate = dose_rate_;
  made.volume_segment = volume(segment_);
  // A bolus is another order; the total is that of the order out of which it is given.
  if (!dose_ || dose_->source == PumpSource::pca) made.volume_total = volume(total_);
  // IHE PCD TF-2 table M.1.2.1-4: KVO has no volume to be infused; a dose has its own.
  const bool own = dose_ || (stretch().volume && !stretch().own_volume);
  const Rational wanted = dose_ ? dose_->volume : own ? *stretch().volume : vtbi_;
  const Rational so_far = dose_ ? dose_->given : own ? stretch_given_ : infused_;
  made.vtbi = volume(kvo ? Rational() : wanted);
  made.vtbi_remaining = volume(kvo ? Rational() : wanted - so_far);
  made.weight = loaded_.weight;
  tell_condition(made);
  return made;
}

void PumpChannel::tell_condition(PumpEvent& event) const {
  event.library_version = condition_.library_version;
  event.care_area = condition_.care_area;
  event.no_care_area = condition_.no_care_area;
  event.not_loaded = condition_.not_loaded;
}

std::vector<Delivered> PumpChannel::take_delivered() { return std::exchange(delivered_, {}); }

}  // namespace bridge::simulate
