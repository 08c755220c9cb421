// SPDX-License-Identifier: Apache-2.0
// InfusionOrder: what was ordered, exactly as ordered, from whichever door it came.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "base/named.h"
#include "clinical/identity.h"
#include "clinical/quantity.h"
#include "clinical/therapy.h"

namespace bridge {

// What the sender wants done with the order: HL7 table 0119, and the FHIR status that means the
// same.
enum class OrderControl : std::uint8_t {
  new_order,    // NW
  change,       // XO
  cancel,       // CA: not started, do not perform
  discontinue,  // DC: stop what is running and what would follow
  hold,         // HD
  release,      // RL
  child,        // CH: a bolus from the running infusion of the parent order (ORC-8)
  replace,      // RP: never taken; the answer says whether a pump holds the order
};
constexpr auto names_of(OrderControl) {
  return std::to_array<std::string_view>(
      {"new_order", "change", "cancel", "discontinue", "hold", "release", "child", "replace"});
}

// Routes that a rule names. Every other coded route is `other` and is never permitted on a pump.
enum class Route : std::uint8_t {
  intravenous,
  subcutaneous,
  epidural,
  intrathecal,
  intraosseous,
  intraarterial,
  enteral,
  intramuscular,
  oral,
  other,
};
constexpr auto names_of(Route) {
  return std::to_array<std::string_view>({"intravenous", "subcutaneous", "epidural", "intrathecal",
                                          "intraosseous", "intraarterial", "enteral",
                                          "intramuscular", "oral", "other"});
}

// RXC: bases first, the first base is the primary solution (HL7 v2.6 4.14.3).
enum class ComponentRole : std::uint8_t { base, additive };
constexpr auto names_of(ComponentRole) {
  return std::to_array<std::string_view>({"base", "additive"});
}

// One entry of the chart; its codings say the same in several systems.
struct Allergy {
  std::vector<Coding> codings;

  template <class Self, class Visit>
  static void each_field(Self& self, Visit&& visit) {
    visit("codings", self.codings);
  }
  friend bool operator==(const Allergy&, const Allergy&) = default;
};

struct Component {
  ComponentRole role = ComponentRole::base;
  Coding code;
  std::optional<Volume> volume;  // one of volume and amount, or neither
  std::optional<Dose> amount;

  template <class Self, class Visit>
  static void each_field(Self& self, Visit&& visit) {
    visit("role", self.role);
    visit("code", self.code);
    visit("volume", self.volume);
    visit("amount", self.amount);
  }
  friend bool operator==(const Component&, const Component&) = default;
};

// How the whole is to be delivered where rates and steps do not say it
// (MDC_PUMP_PROGRAM_DELIVERY_MODE, IHE PCD TF-2 B.9). No gateway takes a ramp as such (IHE PCD TF-1
// 4.4), so the drug library's schedule makes steps of it, or the order is refused.
enum class DeliveryMode : std::uint8_t {
  ramp_taper,  // up to a plateau and down again
};
constexpr auto names_of(DeliveryMode) { return std::to_array<std::string_view>({"ramp_taper"}); }

// Quantities are optional because each order states its own subset; decide/ solves for what a pump
// needs and refuses when the stated ones disagree. None is ever defaulted.
struct InfusionOrder {
  EntityId placer_order_number;
  EntityId filler_order_number;
  OrderControl control = OrderControl::new_order;
  EntityId parent_order_number;  // ORC-8; only of a child
  Patient patient;
  Person ordering_provider;
  Person verified_by;  // ORC-11, the pharmacist who verified it; must not be who ordered it

  Coding drug;
  std::vector<Component> components;
  std::optional<Dose> strength;           // RXE-25/26: this much drug ...
  std::optional<Volume> strength_volume;  // RXE-33/34: ... in this volume

  std::optional<FlowRate> rate;
  std::optional<DoseRate> dose_rate;
  std::optional<Volume> volume;
  std::optional<Dose> dose;
  std::optional<Duration> duration;  // of one administration: TQ1-13

  std::optional<Dose> loading_dose;  // before the rest, from the same bag
  std::optional<PcaSettings> pca;    // patient-controlled; rate or dose_rate is then the basal one
  std::vector<InfusionStep> steps;   // several steps; then none of rate, dose_rate, dose, duration
  std::optional<Titration> titration;
  std::optional<DeliveryMode> delivery_mode;  // none: what is stated above is all of it

  std::optional<BodyWeight> weight;
  std::optional<BodyHeight> height;
  std::optional<BodySurface> surface;
  std::vector<Allergy> allergies;  // as charted with the order: AL1-3, AllergyIntolerance.code

  std::optional<Route> route;
  Coding route_code;
  Origin route_from;
  Coding device;  // RXR-3, HL7 table 0164
  Coding method;  // RXR-4, HL7 table 0165

  std::optional<Instant> start;
  std::optional<Instant> stop;
  std::optional<Instant> written_at;       // ORC-9
  std::optional<Instant> product_expires;  // of the bag that was made for it: Medication.batch
  bool needs_review = false;               // RXE-20 = Y, or a condition text: a person must judge
  bool do_not_perform = false;             // FHIR only

  template <class Self, class Visit>
  static void each_field(Self& self, Visit&& visit) {
    visit("placer_order_number", self.placer_order_number);
    visit("filler_order_number", self.filler_order_number);
    visit("control", self.control);
    visit("parent_order_number", self.parent_order_number);
    visit("patient", self.patient);
    visit("ordering_provider", self.ordering_provider);
    visit("verified_by", self.verified_by);
    visit("drug", self.drug);
    visit("components", self.components);
    visit("strength", self.strength);
    visit("strength_volume", self.strength_volume);
    visit("rate", self.rate);
    visit("dose_rate", self.dose_rate);
    visit("volume", self.volume);
    visit("dose", self.dose);
    visit("duration", self.duration);
    visit("loading_dose", self.loading_dose);
    visit("pca", self.pca);
    visit("steps", self.steps);
    visit("titration", self.titration);
    visit("delivery_mode", self.delivery_mode);
    visit("weight", self.weight);
    visit("height", self.height);
    visit("surface", self.surface);
    visit("allergies", self.allergies);
    visit("route", self.route);
    visit("route_code", self.route_code);
    visit("route_from", self.route_from);
    visit("device", self.device);
    visit("method", self.method);
    visit("start", self.start);
    visit("stop", self.stop);
    visit("written_at", self.written_at);
    visit("product_expires", self.product_expires);
    visit("needs_review", self.needs_review);
    visit("do_not_perform", self.do_not_perform);
  }
  friend bool operator==(const InfusionOrder&, const InfusionOrder&) = default;
};

}  // namespace bridge
