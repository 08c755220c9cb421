// SPDX-License-Identifier: Apache-2.0
// PumpChannel: one channel of a simulated pump; gives exact volumes for the time it is told.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/named.h"
#include "base/rational.h"
#include "clinical/infusion_program.h"
#include "clinical/program_request.h"
#include "clinical/pump_event.h"

namespace bridge::simulate {

enum class ChannelState : std::uint8_t {
  idle,
  programmed,  // a program waits for the nurse, and nothing runs
  delivering,
  paused,
  kvo,
  complete,
  off,
};
constexpr auto names_of(ChannelState) {
  return std::to_array<std::string_view>(
      {"idle", "programmed", "delivering", "paused", "kvo", "complete", "off"});
}

struct ChannelSettings {
  EntityId pump;
  Rational rate_step_ml_h = Rational(1, 10);
  Rational kvo_rate_ml_h;  // zero: stands still when the volume is infused
  // Event ids are `event_prefix`-1, -2 ...; it differs for every channel and every run.
  std::string event_prefix;
  EntityId event_authority;  // of OBR-3: namespace and universal id; its id is not used
};

// What really went into the patient, in one stretch: the oracle that charts are held against.
struct Delivered {
  EntityId placer_order_number;
  Instant start;
  Instant end;
  Rational rate_ml_h;
  Rational volume_ml;
  bool kvo = false;
};

// Deterministic and without a clock: every call says what time it is, never earlier than the last.
// Each call first runs the pump up to that time and returns all events in order, those on the way
// included. No two events of a channel have the same time: what would, happens a millisecond later,
// and in the millisecond between two rates nothing is given.
//
// Volumes inside are exact. On the wire they are rounded to 0.1 mL, the nearest, a half away from
// zero, each for itself; so rounded segments need not add up to the rounded total. The pump rounds
// the rate to its step when it is programmed, and then gives that rate exactly.
class PumpChannel {
 public:
  explicit PumpChannel(ChannelSettings settings);

  // PCD-03: takes the program, or refuses with a code of IHE PCD TF-2 B.3. Nothing starts.
  std::optional<PumpRefusal> program(const InfusionProgram& program, Instant now,
                                     std::vector<PumpEvent>& events);

  // The nurse. Each does nothing in a state in which the real button does nothing.
  std::vector<PumpEvent> confirm_and_start(Instant now);
  std::vector<PumpEvent> reject(Instant now);  // AUTO_PROG_CLEARED
  std::vector<PumpEvent> change_rate(const Rational& rate_ml_h, Instant now);
  // A token of 158006 MDC_PUMP_NOT_DELIVERING_REASON.
  std::vector<PumpEvent> pause(std::string_view reason, Instant now);
  std::vector<PumpEvent> restart(Instant now);
  std::vector<PumpEvent> clear(Instant now);  // stops first when it runs
  std::vector<PumpEvent> switch_off(Instant now);
  std::vector<PumpEvent> switch_on(Instant now);
  std::vector<PumpEvent> advance(Instant now);
  // MDC_EVT_COMM_STATUS_CHANGE; the pump itself goes on.
  std::vector<PumpEvent> communication(bool online, Instant now);

  ChannelState state() const;
  bool has_pending_program() const { return pending_.has_value(); }
  const EntityId& pump() const { return settings_.pump; }
  // Of what runs, or ran last.
  const InfusionProgram& loaded() const { return loaded_; }
  const Rational& rate_ml_h() const { return rate_; }
  const Rational& total_ml() const { return total_; }
  // When the volume will be infused, at this rate.
  std::optional<Instant> completes_at() const;
  // The stretches ended since the last call.
  std::vector<Delivered> take_delivered();

 private:
  struct Pending {
    InfusionProgram program;
    Rational rate;
    Rational vtbi;
  };

  std::optional<PumpRefusal> refuse_now(const InfusionProgram& program) const;
  void run_to(Instant now, std::vector<PumpEvent>& events);
  Instant settle(Instant now, std::vector<PumpEvent>& events);
  void give_until(Instant end);
  void begin_segment(ChannelState state, const Rational& rate, Instant at);
  void end_segment(Instant at);
  void complete(Instant at, std::vector<PumpEvent>& events);
  void start_new_bag(Instant now, std::vector<PumpEvent>& events);
  void apply_rate(const Rational& rate, std::optional<DoseRate> dose_rate, Instant now,
                  std::vector<PumpEvent>& events);
  PumpEvent event(PumpEventKind kind, DeliveryStatus status, Instant at);
  bool runs() const { return state_ == ChannelState::delivering || state_ == ChannelState::kvo; }

  ChannelSettings settings_;
  ChannelState state_ = ChannelState::idle;  // never `programmed`: see state()
  ChannelState before_off_ = ChannelState::idle;
  std::optional<Pending> pending_;
  InfusionProgram loaded_;
  std::optional<DoseRate> dose_rate_;  // that the pump shows
  Rational rate_;                      // of the running or last segment
  Rational set_rate_;                  // to go on with after a pause
  Rational vtbi_;
  Rational infused_;  // of vtbi_
  Rational segment_;
  Rational total_;
  Instant segment_start_;
  Instant given_until_;
  Instant last_event_;
  std::uint64_t events_made_ = 0;
  std::vector<Delivered> delivered_;
};

// The rate that a program means, mL/h, exact: the rate, or dose rate * weight or surface /
// concentration, or volume / duration. nullopt when the program does not say enough.
std::optional<Rational> rate_of(const InfusionProgram& program);
// The inverse, in the unit that was ordered, to two digits behind the point, nearest.
std::optional<DoseRate> dose_rate_at(const InfusionProgram& program, const Rational& rate_ml_h);

}  // namespace bridge::simulate
