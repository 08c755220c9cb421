// SPDX-License-Identifier: Apache-2.0
// A pump event as lines of text: values without their origins.
#pragma once

#include <string>

#include "clinical/pump_event.h"

namespace bridge::translate {

class EventText {
 public:
  std::string of(const PumpEvent& event) {
    put("event", std::string(name_of(event.kind)) + ' ' + event.code);
    put("id", entity(event.event_id));
    put("pump", entity(event.pump));
    put("patient", event.patient_id.empty() ? "" : event.patient_id.key());
    put("order", entity(event.placer_order_number));
    put("parent", entity(event.parent_order_number));
    put("drug", coding(event.drug));
    put("happened", event.happened_at.utc());
    put("sent", event.sent_at.utc());
    put("source", name_of(event.source));
    put("status", name_of(event.status));
    put("reason", event.not_delivering_reason);
    if (!event.online) put("online", "no");
    put("rate", event.rate);
    put("dose rate", event.dose_rate);
    put("segment", event.volume_segment);
    put("total", event.volume_total);
    put("vtbi", event.vtbi);
    put("remaining", event.vtbi_remaining);
    put("weight", event.weight);
    put("library", event.library_version);
    put("area", event.no_care_area ? "none chosen" : event.care_area);
    if (event.not_loaded) put("loaded", "no");
    return text_;
  }

 private:
  static std::string entity(const EntityId& id) {
    std::string text =
        id.id + '^' + id.namespace_id + '^' + id.universal_id + '^' + id.universal_id_type;
    text.resize(text.find_last_not_of('^') + 1);
    return text;
  }
  static std::string coding(const Coding& coding) {
    std::string text = coding.code + '^' + coding.text + '^' + coding.system;
    text.resize(text.find_last_not_of('^') + 1);
    return text;
  }
  void put(std::string_view name, std::string_view value) {
    if (!value.empty()) text_.append(name).append(": ").append(value).append("\n");
  }
  template <QuantityKind kind>
  void put(std::string_view name, const std::optional<Quantity<kind>>& value) {
    if (value) put(name, value->amount().ucum_text());
  }

  std::string text_;
};

}  // namespace bridge::translate
