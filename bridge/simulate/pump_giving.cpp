// SPDX-License-Identifier: Apache-2.0
// What flows between two events of a simulated pump: stretches, doses out of them, limits of a PCA.
#include <algorithm>
#include <utility>

#include "base/assert.h"
#include "simulate/pump_channel.h"

namespace bridge::simulate {
namespace {

constexpr std::int64_t ms_per_hour = 3'600'000;

std::int64_t whole_ms(const Rational& hours) {
  const auto whole =
      (hours * Rational(ms_per_hour)).rounded_to(Rational(1), Rounding::away_from_zero).decimal();
  BRIDGE_ASSERT(whole.has_value());
  return whole->coefficient();
}

Rational hours_between(Instant start, Instant end) {
  return Rational(end.unix_ms() - start.unix_ms(), ms_per_hour);
}

}  // namespace

// Of the dose, or of the stretch, or of the bag: whichever is over first.
Rational PumpChannel::left() const {
  const Rational bag = vtbi_ - infused_;
  if (dose_) return std::min(dose_->volume - dose_->given, bag);
  if (stretch().volume) return std::min(*stretch().volume - stretch_given_, bag);
  return bag;
}

// rate * t >= what is left: t in hours, rounded up to the next whole millisecond.
std::optional<Instant> PumpChannel::completes_at() const {
  if (state_ == ChannelState::between) return delay_over_;
  if (state_ != ChannelState::delivering) return std::nullopt;
  return given_until_.plus_ms(whole_ms(left() / rate_));
}

void PumpChannel::run_to(Instant now, std::vector<PumpEvent>& events) {
  for (auto end = completes_at(); end && *end <= now; end = completes_at()) next(*end, events);
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
  const Rational given = rate_ * hours_between(given_until_, end);
  given_until_ = end;
  segment_ = segment_ + given;
  total_ = total_ + given;
  if (state_ != ChannelState::delivering) return;
  infused_ = infused_ + given;
  (dose_ ? dose_->given : stretch_given_) = (dose_ ? dose_->given : stretch_given_) + given;
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
  const PumpSource source = dose_ ? dose_->source : stretch().source;
  delivered_.push_back({dose_ ? dose_->order : loaded_.placer_order_number, segment_start_, at,
                        rate_, segment_, state_ == ChannelState::kvo, source});
  history_.push_back({segment_start_, at, rate_, source});
}

// What ends at `at` by itself. The last millisecond would give a little more than was programmed; a
// pump stops at the volume.
void PumpChannel::next(Instant at, std::vector<PumpEvent>& events) {
  if (state_ == ChannelState::between) {
    delay_over_.reset();
    end_stretch(at, events);
    return;
  }
  const Rational rest = left();
  segment_ = segment_ + rest;
  total_ = total_ + rest;
  infused_ = infused_ + rest;
  (dose_ ? dose_->given : stretch_given_) = (dose_ ? dose_->given : stretch_given_) + rest;
  given_until_ = at;
  end_segment(at);
  const bool empty = infused_ == vtbi_ && !stretch().own_volume;
  if (dose_) {
    end_dose(at, events);
  } else if (empty || at_ + 1 == plan_.size()) {
    complete(at, events);
  } else {
    end_stretch(at, events);
  }
}

// Standing still with an event that says why.
void PumpChannel::stand_still(DeliveryStatus status, std::string_view reason, PumpEventKind kind,
                              Instant at, std::vector<PumpEvent>& events) {
  PumpEvent stop = event(kind, status, at);
  stop.not_delivering_reason = std::string(reason);
  events.push_back(std::move(stop));
}

// IHE PCD TF-2 table M.1.2.1-4, bolus: the dose stops in transition, and its source goes on.
void PumpChannel::end_dose(Instant at, std::vector<PumpEvent>& events) {
  const bool empty = infused_ == vtbi_;
  if (empty || set_rate_.is_zero()) {
    stand_still(DeliveryStatus::not_delivering,
                empty ? "pump-stopped-not-specified" : "pump-stopped-between-doses",
                PumpEventKind::delivery_stop, at, events);
    dose_.reset();
    state_ = ChannelState::between;
    if (!empty) return;
    segment_ = Rational();
    complete(at.plus_ms(1), events);
    return;
  }
  events.push_back(event(PumpEventKind::delivery_stop, DeliveryStatus::transitioning, at));
  dose_.reset();
  resume(at.plus_ms(1), events);
}

void PumpChannel::end_stretch(Instant at, std::vector<PumpEvent>& events) {
  const bool flowed = state_ == ChannelState::delivering;
  if (at_ + 1 == plan_.size()) return complete(at, events);
  const Stretch& following = plan_[at_ + 1];
  const bool gated = following.start == StepStart::pause_for_confirmation;
  const bool stands = gated || following.rate.is_zero();
  if (flowed && stands) {
    const std::string_view reason = gated                         ? "pump-stopped-standby"
                                    : following.hours.has_value() ? "pump-stopped-delayed"
                                                                  : "pump-stopped-between-doses";
    stand_still(DeliveryStatus::not_delivering, reason, PumpEventKind::delivery_stop, at, events);
  } else if (flowed) {
    events.push_back(event(PumpEventKind::delivery_stop, DeliveryStatus::transitioning, at));
  }
  ++at_;
  if (!gated) return start_stretch(flowed ? at.plus_ms(1) : at, events);
  state_ = ChannelState::paused;
  gated_ = true;
}

void PumpChannel::start_stretch(Instant at, std::vector<PumpEvent>& events) {
  stretch_given_ = Rational();
  set_rate_ = stretch().rate;
  dose_rate_ = stretch().dose_rate;
  if (stretch().own_volume) {
    vtbi_ = stretch().volume.value_or(Rational());
    infused_ = Rational();
  }
  if (stretch().rate.is_zero() && stretch().hours) {
    state_ = ChannelState::between;
    delay_over_ = at.plus_ms(whole_ms(*stretch().hours));
    return;
  }
  resume(at, events);
}

// On with the dose, or with the stretch; a PCA without a basal rate waits for the patient.
void PumpChannel::resume(Instant at, std::vector<PumpEvent>& events) {
  const Rational rate = dose_ ? dose_->rate : set_rate_;
  if (rate.is_zero()) {
    state_ = ChannelState::between;
    return;
  }
  begin_segment(ChannelState::delivering, rate, at);
  events.push_back(event(PumpEventKind::delivery_start, DeliveryStatus::delivering, at));
}

void PumpChannel::start_dose(RunningDose dose, Instant at, std::vector<PumpEvent>& events) {
  if (state_ == ChannelState::delivering) {
    end_segment(at);
    events.push_back(event(PumpEventKind::delivery_stop, DeliveryStatus::transitioning, at));
    at = at.plus_ms(1);
  }
  dose_ = std::move(dose);
  resume(at, events);
}

// --- the patient -------------------------------------------------------------------------------

std::vector<PumpEvent> PumpChannel::demand(Instant now) {
  std::vector<PumpEvent> events;
  const Instant at = settle(now, events);
  if (!loaded_.pca || !loaded_.pca->demand_dose || dose_ || delay_over_) return events;
  const bool basal = state_ == ChannelState::delivering && stretch().source == PumpSource::primary;
  if (!basal && state_ != ChannelState::between) return events;
  const auto volume = volume_of_dose(loaded_, *loaded_.pca->demand_dose);
  if (!volume || !may_demand(*volume, at)) return events;
  start_dose({PumpSource::pca, loaded_.placer_order_number, settings_.dose_rate_ml_h, *volume, {}},
             at, events);
  return events;
}

bool PumpChannel::may_demand(const Rational& volume, Instant now) const {
  const PcaSettings& pca = *loaded_.pca;
  if (volume > vtbi_ - infused_) return false;
  const auto ago = [now](const Rational& hours) { return now.plus_ms(-whole_ms(hours)); };
  const Unit hour = *Unit::from_ucum("h");
  // A dose begins a millisecond after the button, behind the end of the basal stretch.
  const Instant free = pca.lockout ? ago(pca.lockout->exact().in(hour)).plus_ms(1) : now;
  std::uint32_t within_hour = 0;
  for (const Given& given : history_) {
    if (given.source != PumpSource::pca) continue;
    if (given.start > free) return false;
    if (given.start > ago(Rational(1))) ++within_hour;
  }
  if (pca.max_doses_per_hour && within_hour >= pca.max_doses_per_hour->value) return false;
  if (!pca.limit_window) return true;
  // All that the patient gets counts, basal rate and loading dose too.
  const Rational sum = given_since(ago(pca.limit_window->exact().in(hour))) + volume;
  if (pca.dose_limit) {
    const auto most = volume_of_dose(loaded_, *pca.dose_limit);
    if (!most || sum > *most) return false;
  }
  return !pca.volume_limit || sum <= pca.volume_limit->exact().in(*Unit::from_ucum("mL"));
}

Rational PumpChannel::given_since(Instant since) const {
  Rational sum;
  const auto add = [&](Instant start, Instant end, const Rational& rate) {
    const Instant from = std::max(start, since);
    if (from < end) sum = sum + rate * hours_between(from, end);
  };
  for (const Given& given : history_) add(given.start, given.end, given.rate);
  if (runs()) add(segment_start_, given_until_, rate_);
  return sum;
}

// --- the end -----------------------------------------------------------------------------------

void PumpChannel::complete(Instant at, std::vector<PumpEvent>& events) {
  if (pending_ && pending_->program.kind != ProgramKind::new_bag) pending_.reset();
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

}  // namespace bridge::simulate
