// SPDX-License-Identifier: Apache-2.0
// Administration: what was given to whom; built from pump events only, amended and never
// overwritten.
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

// FHIR R4 MedicationAdministration.status.
enum class AdministrationStatus : std::uint8_t {
  in_progress,
  on_hold,
  completed,
  stopped,
  not_done
};
constexpr auto names_of(AdministrationStatus) {
  return std::to_array<std::string_view>(
      {"in_progress", "on_hold", "completed", "stopped", "not_done"});
}

// One stretch at one rate: START to STOP or COMP (IHE PCD TF-2 appendix M).
struct DeliverySegment {
  Instant start;
  std::optional<Instant> end;
  bool kvo = false;
  bool bolus = false;  // a dose out of the flow, by the clinician or at the patient's wish
  std::optional<FlowRate> rate;
  std::optional<DoseRate> dose_rate;
  std::optional<Volume> volume;  // given in this segment, as the pump counted it

  template <class Self, class Visit>
  static void each_field(Self& self, Visit&& visit) {
    visit("start", self.start);
    visit("end", self.end);
    visit("kvo", self.kvo);
    visit("bolus", self.bolus);
    visit("rate", self.rate);
    visit("dose_rate", self.dose_rate);
    visit("volume", self.volume);
  }
  friend bool operator==(const DeliverySegment&, const DeliverySegment&) = default;
};

// What an entry in the chart is about. RXA-2 counts them within one order.
enum class RecordKind : std::uint8_t {
  new_bag,
  rate_change,
  pause,
  restart,
  complete,
  stopped,
  not_given,
  bolus_start,   // of a bolus under its own order
  bolus,         // a dose by the clinician, when it is in
  patient_dose,  // one that the patient asked for
  keep_open,     // what kept the vein open after the end
};
constexpr auto names_of(RecordKind) {
  return std::to_array<std::string_view>({"new_bag", "rate_change", "pause", "restart", "complete",
                                          "stopped", "not_given", "bolus_start", "bolus",
                                          "patient_dose", "keep_open"});
}

struct AdministrationRecord {
  RecordKind kind = RecordKind::new_bag;
  std::uint32_t sub_id = 0;  // RXA-2, from 1; stable for all time
  Instant at;
  std::optional<FlowRate> rate;
  std::optional<DoseRate> dose_rate;
  std::optional<Volume> volume_total;  // the pump's own count
  // Of a record that tells an amount: what was given from then until `at`, in no other record, and
  // what that makes of this administration. Without a volume the pump has not told it.
  std::optional<Instant> from;
  std::optional<Volume> volume;
  std::optional<Volume> volume_in_all;
  bool late = false;     // the pump told it long after it happened
  std::string event_id;  // the event it stands for; keeps sub_id stable when others come late

  template <class Self, class Visit>
  static void each_field(Self& self, Visit&& visit) {
    visit("kind", self.kind);
    visit("sub_id", self.sub_id);
    visit("at", self.at);
    visit("rate", self.rate);
    visit("dose_rate", self.dose_rate);
    visit("volume_total", self.volume_total);
    visit("from", self.from);
    visit("volume", self.volume);
    visit("volume_in_all", self.volume_in_all);
    visit("late", self.late);
    visit("event_id", self.event_id);
  }
  friend bool operator==(const AdministrationRecord&, const AdministrationRecord&) = default;
};

struct Administration {
  std::string administration_id;  // our filler number: stable, unique
  EntityId placer_order_number;
  EntityId parent_order_number;  // of a bolus: the order out of whose infusion it is given
  Patient patient;
  EntityId pump;
  Coding drug;
  Coding route_code;
  Coding device;
  std::optional<Dose> strength;
  std::optional<Volume> strength_volume;
  Person performer;
  AdministrationStatus status = AdministrationStatus::in_progress;
  std::uint32_t version = 0;
  Instant start;
  std::optional<Instant> end;
  std::optional<Volume> volume_total;         // without KVO and what other orders gave out of it
  std::vector<DeliverySegment> segments;      // in order of their start
  std::vector<AdministrationRecord> records;  // in order of time; sub ids in order of arrival
  std::vector<std::string>
      differences;  // ordered against actual: "rate ordered 31.9 mL/h, pump 38.3 mL/h"

  template <class Self, class Visit>
  static void each_field(Self& self, Visit&& visit) {
    visit("administration_id", self.administration_id);
    visit("placer_order_number", self.placer_order_number);
    visit("parent_order_number", self.parent_order_number);
    visit("patient", self.patient);
    visit("pump", self.pump);
    visit("drug", self.drug);
    visit("route_code", self.route_code);
    visit("device", self.device);
    visit("strength", self.strength);
    visit("strength_volume", self.strength_volume);
    visit("performer", self.performer);
    visit("status", self.status);
    visit("version", self.version);
    visit("start", self.start);
    visit("end", self.end);
    visit("volume_total", self.volume_total);
    visit("segments", self.segments);
    visit("records", self.records);
    visit("differences", self.differences);
  }
  friend bool operator==(const Administration&, const Administration&) = default;
};

}  // namespace bridge
