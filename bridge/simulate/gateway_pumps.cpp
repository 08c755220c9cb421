// SPDX-License-Identifier: Apache-2.0
// The gateway's side that gives: pumps run with the clock, and the nurse does what the script says.
#include <chrono>
#include <utility>

#include "simulate/gateway.h"

namespace bridge::simulate {
namespace {

// Real time between two looks at the pumps. What happens between two looks still has its exact
// time.
constexpr std::chrono::milliseconds between_ticks(5);

}  // namespace

void Gateway::run_pumps() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    tick(clock_.now());
    changed_.notify_all();
    changed_.wait_for(lock, between_ticks, [this] { return stopping_; });
  }
}

void Gateway::tick(Instant now) {
  for (const auto& [key, held] : channels_) {
    Channel& channel = *held;
    if (channel.online_at && *channel.online_at <= now) {
      channel.online_at.reset();
      took_events(channel, channel.pump.communication(true, now), now);
    }
    took_events(channel, channel.pump.advance(now), now);
    do_step(channel, now);
  }
  send_due(now);
}

void Gateway::do_step(Channel& channel, Instant now) {
  while (channel.next_step && *channel.next_step <= now) {
    const NurseStep step = channel.steps.back();
    const Instant at = *channel.next_step;
    channel.steps.pop_back();
    channel.next_step.reset();
    if (!channel.steps.empty()) channel.next_step = at.plus_ms(channel.steps.back().after_ms);
    act(channel, step, now);
  }
  const ChannelState state = channel.pump.state();
  const bool over = state == ChannelState::complete || state == ChannelState::kvo;
  if (!over || channel.next_step) {
    channel.clear_at.reset();
  } else if (!channel.clear_at) {
    channel.clear_at = now.plus_ms(script_.clear_after_ms);
  } else if (*channel.clear_at <= now) {
    channel.clear_at.reset();
    took_events(channel, channel.pump.clear(now), now);
  }
}

void Gateway::act(Channel& channel, const NurseStep& step, Instant now) {
  PumpChannel& pump = channel.pump;
  std::vector<PumpEvent> events;
  switch (step.action) {
    case NurseAction::confirm:
      events = pump.confirm_and_start(now);
      break;
    case NurseAction::reject:
      events = pump.reject(now);
      break;
    case NurseAction::rate:
      events = pump.change_rate(step.ml_h, now);
      break;
    case NurseAction::pause:
      events = pump.pause("pump-stopped-by-clinician", now);
      break;
    case NurseAction::restart:
      events = pump.restart(now);
      break;
    case NurseAction::clear:
      events = pump.clear(now);
      break;
    case NurseAction::off:
      events = pump.switch_off(now);
      break;
    case NurseAction::on:
      events = pump.switch_on(now);
      break;
    case NurseAction::demand:
      events = pump.demand(now);
      break;
    case NurseAction::unload:
      events = pump.unload(now);
      break;
    case NurseAction::load:
      pump.load();
      break;
    case NurseAction::care_area:
      pump.choose_care_area(step.is);
      break;
    case NurseAction::library:
      pump.install_library(step.is);
      break;
  }
  took_events(channel, std::move(events), now);
}

}  // namespace bridge::simulate
