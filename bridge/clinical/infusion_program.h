// SPDX-License-Identifier: Apache-2.0
// InfusionProgram: what is proposed to one pump channel. There is no "start": a clinician confirms
// at the bedside (IHE PCD TF-2 3.3.4.4.11).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "base/named.h"
#include "clinical/identity.h"
#include "clinical/infusion_order.h"
#include "clinical/quantity.h"

namespace bridge {

// ORC-1 of PCD-03 (IHE PCD TF-2 B.9).
enum class ProgramKind : std::uint8_t {
  new_bag,      // RE: new bag, bottle or container
  rate_change,  // XO: change of rate or dose rate of what runs; carries no volume
  bolus,        // CH: clinician dose out of what runs; order number and parent's (ORC-8)
};
constexpr auto names_of(ProgramKind) {
  return std::to_array<std::string_view>({"new_bag", "rate_change", "bolus"});
}

struct InfusionProgram {
  ProgramKind kind = ProgramKind::new_bag;
  EntityId placer_order_number;
  EntityId parent_order_number;  // of a bolus: the running order
  Patient patient;
  EntityId pump;

  Coding drug;
  std::optional<FlowRate> rate;       // at the pump's resolution
  std::optional<DoseRate> dose_rate;  // as ordered; the pump computes its rate from it
  std::optional<Dose> dose;           // intermittent: this dose over `duration`
  std::optional<Volume> vtbi;         // volume to be infused; absent in a rate change
  std::optional<Duration> duration;
  std::optional<Dose> loading_dose;
  std::optional<PcaSettings> pca;
  std::vector<InfusionStep> steps;  // then rate, dose_rate, dose, vtbi and duration are theirs
  std::optional<Dose> strength;
  std::optional<Volume> strength_volume;
  std::optional<BodyWeight> weight;  // only when the dosing unit needs it
  std::optional<BodyHeight> height;
  std::optional<BodySurface> surface;

  std::optional<FlowRate>
      expected_rate;  // what the pump should show; equals rate when rate is given

  Route route = Route::intravenous;
  Coding route_code;
  Coding device;
  Coding method;

  Person requested_by;   // ORC-19
  Instant requested_at;  // ORC-9: when the clinician asked, not when the message was built

  template <class Self, class Visit>
  static void each_field(Self& self, Visit&& visit) {
    visit("kind", self.kind);
    visit("placer_order_number", self.placer_order_number);
    visit("parent_order_number", self.parent_order_number);
    visit("patient", self.patient);
    visit("pump", self.pump);
    visit("drug", self.drug);
    visit("rate", self.rate);
    visit("dose_rate", self.dose_rate);
    visit("dose", self.dose);
    visit("vtbi", self.vtbi);
    visit("duration", self.duration);
    visit("loading_dose", self.loading_dose);
    visit("pca", self.pca);
    visit("steps", self.steps);
    visit("strength", self.strength);
    visit("strength_volume", self.strength_volume);
    visit("weight", self.weight);
    visit("height", self.height);
    visit("surface", self.surface);
    visit("expected_rate", self.expected_rate);
    visit("route", self.route);
    visit("route_code", self.route_code);
    visit("device", self.device);
    visit("method", self.method);
    visit("requested_by", self.requested_by);
    visit("requested_at", self.requested_at);
  }
  friend bool operator==(const InfusionProgram&, const InfusionProgram&) = default;
};

// One line of the account of a decision: what was done, with which numbers, by which source.
enum class StepKind : std::uint8_t { input, conversion, relation, rounding, limit, result };
constexpr auto names_of(StepKind) {
  return std::to_array<std::string_view>(
      {"input", "conversion", "relation", "rounding", "limit", "result"});
}

struct CertificateStep {
  StepKind kind = StepKind::input;
  std::string subject;  // "rate", "dose_rate", "weight"
  std::string text;     // "10 ug/kg/min * 85 kg / (400 mg / 250 mL) = 255/8 mL/h"
  std::string source;   // field and row of an input; label or reference of a limit

  template <class Self, class Visit>
  static void each_field(Self& self, Visit&& visit) {
    visit("kind", self.kind);
    visit("subject", self.subject);
    visit("text", self.text);
    visit("source", self.source);
  }
  friend bool operator==(const CertificateStep&, const CertificateStep&) = default;
};

struct Certificate {
  std::string library;  // id, version and content hash of the drug library that decided
  std::vector<CertificateStep> steps;

  template <class Self, class Visit>
  static void each_field(Self& self, Visit&& visit) {
    visit("library", self.library);
    visit("steps", self.steps);
  }
  friend bool operator==(const Certificate&, const Certificate&) = default;
};

}  // namespace bridge
