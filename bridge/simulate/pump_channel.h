// SPDX-License-Identifier: Apache-2.0
// PumpChannel: one channel of a simulated pump; gives exact volumes for the time it is told.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
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
  between,  // the program runs and nothing flows: between doses of a PCA, or in a delay
  paused,
  kvo,
  complete,
  off,
};
constexpr auto names_of(ChannelState) {
  return std::to_array<std::string_view>(
      {"idle", "programmed", "delivering", "between", "paused", "kvo", "complete", "off"});
}

struct ChannelSettings {
  EntityId pump;
  Rational rate_step_ml_h = Rational(1, 10);
  Rational kvo_rate_ml_h;  // zero: stands still when the volume is infused
  // How fast it gives a loading dose, a dose on demand, and a bolus without a flow of its own.
  Rational dose_rate_ml_h = Rational(100);
  // Event ids are `event_prefix`-1, -2 ...; it differs for every channel and every run.
  std::string event_prefix;
  EntityId event_authority;  // of OBR-3: namespace and universal id; its id is not used
};

// What a pump is besides what it gives; told with every event, and none of it is an event.
struct PumpCondition {
  std::string library_version;  // empty: it does not tell
  std::string care_area;        // empty: it does not tell
  bool no_care_area = false;    // nobody has chosen one; then it takes no program
  bool not_loaded = false;  // no set, cassette or syringe is in it; then it neither takes nor runs
};

// What really went into the patient, in one stretch: the oracle that charts are held against.
struct Delivered {
  EntityId placer_order_number;
  Instant start;
  Instant end;
  Rational rate_ml_h;
  Rational volume_ml;
  bool kvo = false;
  PumpSource source = PumpSource::primary;
};

// What a program makes the pump do by itself, one stretch after the other: a loading dose and then
// the rest, or the steps of a program.
struct Stretch {
  PumpSource source = PumpSource::primary;
  StepStart start = StepStart::immediate;
  Rational rate;                      // mL/h; zero: nothing flows
  std::optional<Rational> volume;     // mL; nothing: as long as the bag lasts
  std::optional<Rational> hours;      // of a delay; of a step without a volume
  std::optional<DoseRate> dose_rate;  // that the pump shows
  bool own_volume = false;            // a step has its own VTBI, a loading dose does not
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
  // The patient asks for a dose. Nothing within the lockout, above a limit of the program, during
  // another dose, or when the bag does not have it.
  std::vector<PumpEvent> demand(Instant now);
  // The set comes out, which stops what runs, or goes in again; the next event tells it.
  std::vector<PumpEvent> unload(Instant now);
  void load() { condition_.not_loaded = false; }
  // Empty: none is chosen.
  void choose_care_area(std::string care_area);
  void install_library(std::string version) { condition_.library_version = std::move(version); }
  // MDC_EVT_COMM_STATUS_CHANGE; the pump itself goes on.
  std::vector<PumpEvent> communication(bool online, Instant now);

  ChannelState state() const;
  bool has_pending_program() const { return pending_.has_value(); }
  const EntityId& pump() const { return settings_.pump; }
  // Of what runs, or ran last.
  const InfusionProgram& loaded() const { return loaded_; }
  const Rational& rate_ml_h() const { return rate_; }
  const Rational& total_ml() const { return total_; }
  // When what runs now will be infused, at this rate, or a delay is over.
  std::optional<Instant> completes_at() const;
  // The next step waits for a person who has looked at the patient.
  bool waits_for_confirmation() const { return gated_; }
  // The stretches ended since the last call.
  std::vector<Delivered> take_delivered();

 private:
  struct Pending {
    InfusionProgram program;
    std::vector<Stretch> plan;  // of a bolus and a rate change the first stretch only
    Rational vtbi;
  };
  // A dose out of what runs: on demand, or a clinician's bolus.
  struct RunningDose {
    PumpSource source = PumpSource::pca;
    EntityId order;
    Rational rate;
    Rational volume;
    Rational given;
  };
  struct Given {
    Instant start;
    Instant end;
    Rational rate;
    PumpSource source;
  };

  std::optional<PumpRefusal> refuse_now(const InfusionProgram& program) const;
  std::optional<PumpRefusal> refuse_bolus(const InfusionProgram& program) const;
  std::optional<PumpRefusal> take_new_bag(Pending& taken) const;
  std::optional<PumpRefusal> take_bolus(Pending& taken) const;
  void run_to(Instant now, std::vector<PumpEvent>& events);
  Instant settle(Instant now, std::vector<PumpEvent>& events);
  void give_until(Instant end);
  void begin_segment(ChannelState state, const Rational& rate, Instant at);
  void end_segment(Instant at);
  void next(Instant at, std::vector<PumpEvent>& events);
  void end_dose(Instant at, std::vector<PumpEvent>& events);
  void end_stretch(Instant at, std::vector<PumpEvent>& events);
  void complete(Instant at, std::vector<PumpEvent>& events);
  void start_new_bag(Instant now, std::vector<PumpEvent>& events);
  void start_stretch(Instant at, std::vector<PumpEvent>& events);
  void start_dose(RunningDose dose, Instant at, std::vector<PumpEvent>& events);
  void resume(Instant at, std::vector<PumpEvent>& events);
  void stand_still(DeliveryStatus status, std::string_view reason, PumpEventKind kind, Instant at,
                   std::vector<PumpEvent>& events);
  void apply_rate(const Rational& rate, std::optional<DoseRate> dose_rate, Instant now,
                  std::vector<PumpEvent>& events);
  bool may_demand(const Rational& volume, Instant now) const;
  Rational given_since(Instant since) const;
  Rational left() const;
  PumpEvent event(PumpEventKind kind, DeliveryStatus status, Instant at);
  void tell_condition(PumpEvent& event) const;
  const Stretch& stretch() const { return plan_[at_]; }
  bool runs() const { return state_ == ChannelState::delivering || state_ == ChannelState::kvo; }

  ChannelSettings settings_;
  PumpCondition condition_;
  ChannelState state_ = ChannelState::idle;  // never `programmed`: see state()
  ChannelState before_off_ = ChannelState::idle;
  std::optional<Pending> pending_;
  InfusionProgram loaded_;
  std::vector<Stretch> plan_ = {Stretch{}};
  std::size_t at_ = 0;
  std::optional<RunningDose> dose_;
  std::optional<Instant> delay_over_;
  bool gated_ = false;
  std::vector<Given> history_;         // of this program, for its limits
  std::optional<DoseRate> dose_rate_;  // that the pump shows
  Rational rate_;                      // of the running or last segment
  Rational set_rate_;                  // to go on with after a pause
  Rational vtbi_;
  Rational infused_;        // of vtbi_
  Rational stretch_given_;  // of the stretch's own volume
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
// The volume of a dose of this program's drug, mL.
std::optional<Rational> volume_of_dose(const InfusionProgram& program, const Dose& dose);
// Its stretches, with rates as they would be exactly; empty when the program does not say enough.
// `dose_rate_ml_h` is the pace of a loading dose.
std::vector<Stretch> plan_of(const InfusionProgram& program, const Rational& dose_rate_ml_h);
// A bolus as one stretch; nothing when the program does not say enough.
std::optional<Stretch> bolus_of(const InfusionProgram& program, const Rational& dose_rate_ml_h);
// The inverse, in the unit that was ordered, to two digits behind the point, nearest.
std::optional<DoseRate> dose_rate_at(const InfusionProgram& program, const Rational& rate_ml_h);

}  // namespace bridge::simulate
