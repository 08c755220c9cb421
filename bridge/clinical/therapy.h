// SPDX-License-Identifier: Apache-2.0
// What an order says beyond one rate: patient-controlled doses, steps, and how it may be titrated.
#pragma once

#include <cstdint>
#include <optional>

#include "base/named.h"
#include "clinical/quantity.h"

namespace bridge {

// A number of times; it has no unit to lose, only its origin.
struct Count {
  std::uint32_t value = 0;
  Origin from;

  template <class Self, class Visit>
  static void each_field(Self& self, Visit&& visit) {
    visit("value", self.value);
    visit("from", self.from);
  }
  friend bool operator==(const Count&, const Count&) = default;
};

// What the patient may ask for (IHE PCD TF-2 B.9, parameters 157985 to 157989 and 158017; HL7 v2.9
// RXV). The basal rate is the order's rate or dose rate, the loading dose its loading_dose.
struct PcaSettings {
  std::optional<Dose> demand_dose;          // MDC_DOSE_PCA_PATIENT; RXV-8
  std::optional<Duration> lockout;          // MDC_TIME_PD_PCA_LOCKOUT; RXV-17
  std::optional<Dose> dose_limit;           // MDC_DOSE_PCA_LIMIT, within limit_window; RXV-12
  std::optional<Volume> volume_limit;       // MDC_VOL_PCA_DOSE_LIMIT, within limit_window; RXV-14
  std::optional<Duration> limit_window;     // MDC_TIME_PD_PCA_DOSE_LIMIT; RXV-16
  std::optional<Count> max_doses_per_hour;  // MDC_RATE_PCA_MAX_PATIENT_DOSES_PER_HOUR

  template <class Self, class Visit>
  static void each_field(Self& self, Visit&& visit) {
    visit("demand_dose", self.demand_dose);
    visit("lockout", self.lockout);
    visit("dose_limit", self.dose_limit);
    visit("volume_limit", self.volume_limit);
    visit("limit_window", self.limit_window);
    visit("max_doses_per_hour", self.max_doses_per_hour);
  }
  friend bool operator==(const PcaSettings&, const PcaSettings&) = default;
};

// MDC_INFUS_ORDER_STEP_TYPE (IHE PCD TF-2 3.3.4.4.10.3).
enum class StepType : std::uint8_t {
  loading_dose,  // first step only
  continuous,
  delay,  // nothing flows for `duration`
};
constexpr auto names_of(StepType) {
  return std::to_array<std::string_view>({"loading_dose", "continuous", "delay"});
}

// What begins a step: the end of the one before, or a person who has looked at the patient.
enum class StepStart : std::uint8_t { immediate, pause_for_confirmation };
constexpr auto names_of(StepStart) {
  return std::to_array<std::string_view>({"immediate", "pause_for_confirmation"});
}

// One step of one order: same drug and concentration throughout.
struct InfusionStep {
  StepType type = StepType::continuous;
  StepStart start = StepStart::immediate;
  std::optional<FlowRate> rate;
  std::optional<DoseRate> dose_rate;
  std::optional<Dose> dose;
  std::optional<Volume> volume;
  std::optional<Duration> duration;

  template <class Self, class Visit>
  static void each_field(Self& self, Visit&& visit) {
    visit("type", self.type);
    visit("start", self.start);
    visit("rate", self.rate);
    visit("dose_rate", self.dose_rate);
    visit("dose", self.dose);
    visit("volume", self.volume);
    visit("duration", self.duration);
  }
  friend bool operator==(const InfusionStep&, const InfusionStep&) = default;
};

// How far and how fast a nurse may change the dose rate. The start is the order's dose rate.
struct Titration {
  std::optional<DoseRate> increment;  // at most this much a change
  std::optional<Duration> interval;   // at least this long between two changes
  std::optional<DoseRate> minimum;
  std::optional<DoseRate> maximum;
  bool has_objective = false;  // an endpoint is stated; its text stays in the EHR

  template <class Self, class Visit>
  static void each_field(Self& self, Visit&& visit) {
    visit("increment", self.increment);
    visit("interval", self.interval);
    visit("minimum", self.minimum);
    visit("maximum", self.maximum);
    visit("has_objective", self.has_objective);
  }
  friend bool operator==(const Titration&, const Titration&) = default;
};

}  // namespace bridge
