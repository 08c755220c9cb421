// SPDX-License-Identifier: Apache-2.0
// An order as lines of text, so that a failing test shows two short texts.
#pragma once

#include <string>

#include "clinical/infusion_order.h"

namespace bridge::translate {

enum class Show : unsigned char { values, origins };

class OrderText {
 public:
  explicit OrderText(Show show) : show_(show) {}

  std::string of(const InfusionOrder& order) {
    text_.clear();
    put("placer", order.placer_order_number.key());
    put("filler", order.filler_order_number.key());
    put("control", name_of(order.control));
    put("parent", order.parent_order_number.key());
    put("verified by", order.verified_by.id);
    const Patient& patient = order.patient;
    put("patient", patient.patient_id.key() + " " + patient.patient_id.type);
    put("person", patient.birth_date + " " + patient.sex + " " + patient.patient_class + " " +
                      patient.visit_number);
    const Location& at = patient.location;
    put("location", at.point_of_care + " " + at.room + " " + at.bed + " " + at.facility);
    put("provider", order.ordering_provider.id);
    put("drug", coding(order.drug));
    for (const Coding& each : order.drug_alternates) put("  also", coding(each));
    for (const Component& component : order.components) {
      put(name_of(component.role), coding(component.code));
      for (const Coding& each : component.alternates) put("  also", coding(each));
      put("  volume", component.volume);
      put("  amount", component.amount);
    }
    put("strength", order.strength);
    put("strength volume", order.strength_volume);
    put("rate", order.rate);
    put("dose rate", order.dose_rate);
    put("volume", order.volume);
    put("dose", order.dose);
    put("duration", order.duration);
    put("loading dose", order.loading_dose);
    if (order.pca) {
      put("demand", order.pca->demand_dose);
      put("lockout", order.pca->lockout);
      put("dose limit", order.pca->dose_limit);
      put("volume limit", order.pca->volume_limit);
      put("window", order.pca->limit_window);
      const auto& most = order.pca->max_doses_per_hour;
      if (most) put("doses per hour", std::to_string(most->value) + from(most->from));
    }
    for (const InfusionStep& step : order.steps) {
      put("step", std::string(name_of(step.type)) + " " + std::string(name_of(step.start)));
      put("  rate", step.rate);
      put("  dose rate", step.dose_rate);
      put("  dose", step.dose);
      put("  volume", step.volume);
      put("  duration", step.duration);
    }
    if (order.titration) {
      put("by at most", order.titration->increment);
      put("every", order.titration->interval);
      put("from", order.titration->minimum);
      put("to", order.titration->maximum);
      put("objective", order.titration->has_objective ? "yes" : "no");
    }
    put("weight", order.weight);
    put("height", order.height);
    put("surface", order.surface);
    if (order.route) {
      put("route", std::string(name_of(*order.route)) + " " + coding(order.route_code) +
                       from(order.route_from));
    }
    put("device", coding(order.device));
    put("method", coding(order.method));
    if (order.start) put("start", order.start->fhir());
    if (order.stop) put("stop", order.stop->fhir());
    if (order.written_at) put("written", order.written_at->fhir());
    if (order.needs_review) put("review", "yes");
    if (order.do_not_perform) put("do not perform", "yes");
    return text_;
  }

 private:
  static std::string coding(const Coding& coding) {
    if (coding.empty()) return {};
    return coding.code + "^" + coding.text + "^" + coding.system;
  }
  std::string from(const Origin& origin) const {
    if (show_ == Show::values) return {};
    return " (" + origin.field + " by " + origin.row + ")";
  }
  void put(std::string_view name, std::string_view value) {
    if (value.find_first_not_of(" ^") == std::string_view::npos) return;
    text_.append(name).append(": ").append(value).append("\n");
  }
  template <QuantityKind kind>
  void put(std::string_view name, const std::optional<Quantity<kind>>& value) {
    if (value) put(name, value->amount().ucum_text() + from(value->from()));
  }

  Show show_;
  std::string text_;
};

}  // namespace bridge::translate
