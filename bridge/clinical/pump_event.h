// SPDX-License-Identifier: Apache-2.0
// PumpEvent: what a pump says happened (IHE PCD-10, TF-2 appendix M), read by number, never by
// name.
#pragma once

#include <optional>
#include <string>

#include "base/instant.h"
#include "base/named.h"
#include "clinical/identity.h"
#include "clinical/quantity.h"

namespace bridge {

enum class PumpEventKind : std::uint8_t {
  delivery_start,        // 197288
  delivery_stop,         // 197290: test `status`; transitioning is a rate change, not a stop
  delivery_complete,     // 197292
  communication_change,  // 197294
  program_cleared,       // 197296
  auto_program_cleared,  // 197298: received, then cleared before start
  patient_change,        // 197300, 197302
  other,                 // any other event of the table: recorded, moves nothing
};
constexpr auto names_of(PumpEventKind) {
  return std::to_array<std::string_view>({"delivery_start", "delivery_stop", "delivery_complete",
                                          "communication_change", "program_cleared",
                                          "auto_program_cleared", "patient_change", "other"});
}

// 158005 MDC_PUMP_CURRENT_DELIVERY_STATUS.
enum class DeliveryStatus : std::uint8_t {
  unknown,
  delivering,
  not_delivering,
  kvo,
  flushing,
  transitioning,
  priming,
};
constexpr auto names_of(DeliveryStatus) {
  return std::to_array<std::string_view>(
      {"unknown", "delivering", "not_delivering", "kvo", "flushing", "transitioning", "priming"});
}

// The source channel, or the dose channel, that the event is about.
enum class PumpSource : std::uint8_t {
  primary,
  secondary,
  piggyback,
  pca,
  loading,
  clinician,
  intermittent,
  unknown
};
constexpr auto names_of(PumpSource) {
  return std::to_array<std::string_view>({"primary", "secondary", "piggyback", "pca", "loading",
                                          "clinician", "intermittent", "unknown"});
}

struct PumpEvent {
  PumpEventKind kind = PumpEventKind::other;
  std::string code;              // the event's MDC code as sent
  EntityId event_id;             // OBR-3: unique for all time
  EntityId pump;                 // OBX-18 of the device
  PatientId patient_id;          // empty when the pump knows no patient
  EntityId placer_order_number;  // OBR-2: empty when the pump was programmed by hand
  EntityId parent_order_number;  // OBR-29: of a bolus, the order out of whose infusion it is given
  Coding drug;                   // OBR-4
  Instant happened_at;           // event time: OBX-14 of the event, else OBR-7
  Instant sent_at;               // MSH-7
  PumpSource source = PumpSource::primary;
  DeliveryStatus status = DeliveryStatus::unknown;
  std::string not_delivering_reason;  // token of 158006
  bool online = true;                 // 188772, for a communication change
  std::string care_area;              // chosen at the pump, by its name or id in the library
  bool no_care_area = false;          // the pump says that none is chosen
  bool not_loaded = false;            // no set, cassette or syringe is in the pump
  std::string library_version;        // of the drug library on the pump

  std::optional<FlowRate> rate;          // programmed: 16935000 or 157784 of the source
  std::optional<DoseRate> dose_rate;     // 157924
  std::optional<Volume> volume_segment;  // 157992: since the last START
  std::optional<Volume> volume_total;    // 157993
  std::optional<Volume> vtbi;            // 157884
  std::optional<Volume> vtbi_remaining;  // 157872
  std::optional<BodyWeight> weight;      // 68063

  template <class Self, class Visit>
  static void each_field(Self& self, Visit&& visit) {
    visit("kind", self.kind);
    visit("code", self.code);
    visit("event_id", self.event_id);
    visit("pump", self.pump);
    visit("patient_id", self.patient_id);
    visit("placer_order_number", self.placer_order_number);
    visit("parent_order_number", self.parent_order_number);
    visit("drug", self.drug);
    visit("happened_at", self.happened_at);
    visit("sent_at", self.sent_at);
    visit("source", self.source);
    visit("status", self.status);
    visit("not_delivering_reason", self.not_delivering_reason);
    visit("online", self.online);
    visit("care_area", self.care_area);
    visit("no_care_area", self.no_care_area);
    visit("not_loaded", self.not_loaded);
    visit("library_version", self.library_version);
    visit("rate", self.rate);
    visit("dose_rate", self.dose_rate);
    visit("volume_segment", self.volume_segment);
    visit("volume_total", self.volume_total);
    visit("vtbi", self.vtbi);
    visit("vtbi_remaining", self.vtbi_remaining);
    visit("weight", self.weight);
  }
  friend bool operator==(const PumpEvent&, const PumpEvent&) = default;
};

}  // namespace bridge
