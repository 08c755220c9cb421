// SPDX-License-Identifier: Apache-2.0
#include "translate/order_json.h"

#include <optional>
#include <string>
#include <utility>

namespace bridge::translate {
namespace {

using json::Value;

Value text(std::string_view content) { return Value::string(std::string(content)); }

// "RXE[1]-23 rde.give_rate"
std::string from_text(const Origin& from) {
  if (from.row.empty()) return from.field;
  return from.field + " " + from.row;
}

Value read_value(const Amount& amount) {
  Value result = Value::object();
  result.set("value", text(amount.value.text()));
  result.set("unit", text(amount.unit.ucum()));
  result.set("text", text(amount.text));
  result.set("from", text(from_text(amount.from)));
  return result;
}

Value plain_value(const Amount& amount) {
  Value result = Value::object();
  result.set("value", text(amount.value.text()));
  result.set("unit", text(amount.unit.ucum()));
  return result;
}

Value coding(const Coding& code) {
  Value result = Value::object();
  result.set("code", text(code.code));
  result.set("text", text(code.text));
  result.set("system", text(code.system));
  return result;
}

Value codings(const std::vector<Coding>& codes) {
  Value list = Value::array();
  for (const Coding& code : codes) list.push(coding(code));
  return list;
}

class Members {
 public:
  void set(const char* key, const std::string& content) {
    if (!content.empty()) object_.set(key, text(content));
  }
  void set(const char* key, const Coding& code) {
    if (!code.empty()) object_.set(key, coding(code));
  }
  void set(const char* key, const std::optional<Instant>& time) {
    if (time) object_.set(key, text(time->fhir()));
  }
  template <QuantityKind kind>
  void set(const char* key, const std::optional<Quantity<kind>>& value) {
    if (value) object_.set(key, read_value(value->amount()));
  }
  template <QuantityKind kind>
  void plain(const char* key, const std::optional<Quantity<kind>>& value) {
    if (value) object_.set(key, plain_value(value->amount()));
  }
  void put(const char* key, Value value) { object_.set(key, std::move(value)); }
  Value take() { return std::move(object_); }

 private:
  Value object_ = Value::object();
};

Value components(const InfusionOrder& order) {
  Value list = Value::array();
  for (const Component& component : order.components) {
    Members members;
    members.put("role", text(name_of(component.role)));
    members.set("code", component.code);
    members.set("volume", component.volume);
    members.set("amount", component.amount);
    list.push(members.take());
  }
  return list;
}

Value pca(const PcaSettings& from) {
  Members members;
  members.set("demand_dose", from.demand_dose);
  members.set("lockout", from.lockout);
  members.set("dose_limit", from.dose_limit);
  members.set("volume_limit", from.volume_limit);
  members.set("limit_window", from.limit_window);
  if (from.max_doses_per_hour) {
    Value count = Value::object();
    count.set("value", text(std::to_string(from.max_doses_per_hour->value)));
    count.set("from", text(from_text(from.max_doses_per_hour->from)));
    members.put("max_doses_per_hour", std::move(count));
  }
  return members.take();
}

Value plain_pca(const PcaSettings& from) {
  Members members;
  members.plain("demand_dose", from.demand_dose);
  members.plain("lockout", from.lockout);
  members.plain("dose_limit", from.dose_limit);
  members.plain("volume_limit", from.volume_limit);
  members.plain("limit_window", from.limit_window);
  if (from.max_doses_per_hour) {
    members.put("max_doses_per_hour", text(std::to_string(from.max_doses_per_hour->value)));
  }
  return members.take();
}

Value steps(const std::vector<InfusionStep>& from) {
  Value list = Value::array();
  for (const InfusionStep& step : from) {
    Members members;
    members.put("type", text(name_of(step.type)));
    members.put("start", text(name_of(step.start)));
    members.set("rate", step.rate);
    members.set("dose_rate", step.dose_rate);
    members.set("dose", step.dose);
    members.set("volume", step.volume);
    members.set("duration", step.duration);
    list.push(members.take());
  }
  return list;
}

Value plain_steps(const std::vector<InfusionStep>& from) {
  Value list = Value::array();
  for (const InfusionStep& step : from) {
    Members members;
    members.put("type", text(name_of(step.type)));
    members.put("start", text(name_of(step.start)));
    members.plain("rate", step.rate);
    members.plain("dose_rate", step.dose_rate);
    members.plain("dose", step.dose);
    members.plain("volume", step.volume);
    members.plain("duration", step.duration);
    list.push(members.take());
  }
  return list;
}

Value titration(const Titration& from) {
  Members members;
  members.set("increment", from.increment);
  members.set("interval", from.interval);
  members.set("minimum", from.minimum);
  members.set("maximum", from.maximum);
  members.put("has_objective", Value::boolean(from.has_objective));
  return members.take();
}

Value patient(const Patient& from) {
  Members members;
  members.set("id", from.patient_id.key());
  members.set("type", from.patient_id.type);
  members.set("class", from.patient_class);
  members.set("visit", from.visit_number);
  members.set("point_of_care", from.location.point_of_care);
  members.set("room", from.location.room);
  members.set("bed", from.location.bed);
  return members.take();
}

std::string_view severity_letter(Severity severity) {
  switch (severity) {
    case Severity::warning:
      return "W";
    case Severity::information:
      return "I";
    case Severity::error:
      break;
  }
  return "E";
}

// "how" of the program: what the pump is asked to hold to.
std::string_view mode_of(const InfusionProgram& program) {
  if (program.kind == ProgramKind::bolus) return "bolus";
  if (program.pca) return "pca";
  if (!program.steps.empty()) return "multistep";
  return program.dose || program.duration ? "intermittent" : "continuous";
}

// 400 mg in 250 mL is 1.6 mg/mL; one that is no finite decimal stays the pair that was prepared.
Value concentration_value(const Dose& amount, const Volume& volume) {
  const auto unit = Unit::from_ucum(std::string(amount.unit().ucum()) + "/mL");
  const Measure ratio = amount.exact() / volume.exact();
  if (unit && unit->dimension() == ratio.dimension) {
    if (const auto value = ratio.in(*unit).decimal()) {
      return plain_value(Amount{*value, *unit, {}, {}});
    }
  }
  Value pair = Value::object();
  pair.set("amount", plain_value(amount.amount()));
  pair.set("volume", plain_value(volume.amount()));
  return pair;
}

}  // namespace

Value order_json(const InfusionOrder& order) {
  Members members;
  members.set("placer_order_number", order.placer_order_number.key());
  members.set("filler_order_number", order.filler_order_number.key());
  members.put("control", text(name_of(order.control)));
  members.set("parent_order_number", order.parent_order_number.key());
  members.set("verified_by", order.verified_by.id);
  members.put("patient", patient(order.patient));
  members.set("drug", order.drug);
  members.set("strength", order.strength);
  members.set("strength_volume", order.strength_volume);
  if (!order.components.empty()) members.put("components", components(order));
  members.set("rate", order.rate);
  members.set("dose_rate", order.dose_rate);
  members.set("volume", order.volume);
  members.set("dose", order.dose);
  members.set("duration", order.duration);
  members.set("loading_dose", order.loading_dose);
  if (order.pca) members.put("pca", pca(*order.pca));
  if (!order.steps.empty()) members.put("steps", steps(order.steps));
  if (order.titration) members.put("titration", titration(*order.titration));
  if (order.delivery_mode) members.put("delivery_mode", text(name_of(*order.delivery_mode)));
  members.set("weight", order.weight);
  members.set("height", order.height);
  members.set("surface", order.surface);
  if (!order.allergies.empty()) {
    std::vector<Coding> named;
    for (const Allergy& allergy : order.allergies) {
      named.insert(named.end(), allergy.codings.begin(), allergy.codings.end());
    }
    members.put("allergies", codings(named));
  }
  if (order.route) {
    Value route = coding(order.route_code);
    route.set("value", text(name_of(*order.route)));
    route.set("from", text(from_text(order.route_from)));
    members.put("route", std::move(route));
  }
  members.set("device", order.device);
  members.set("method", order.method);
  members.set("start", order.start);
  members.set("stop", order.stop);
  members.set("written_at", order.written_at);
  members.set("product_expires", order.product_expires);
  members.put("needs_review", Value::boolean(order.needs_review));
  members.put("do_not_perform", Value::boolean(order.do_not_perform));
  return members.take();
}

Value findings_json(const Faults& faults) {
  Value list = Value::array();
  for (const Fault& fault : faults) {
    const FaultKind& kind = kind_of(fault.code);
    const std::uint16_t code = kind.pump_error != 0 ? kind.pump_error : kind.hl7_error;
    std::string said(kind.text);
    if (!fault.detail.empty()) said.append(": ").append(fault.detail);
    Value finding = Value::object();
    finding.set("code", text(std::to_string(code)));
    finding.set("severity", text(severity_letter(fault.severity)));
    finding.set("place", text(fault.place));
    finding.set("text", text(said));
    finding.set("cause", text(kind.name));
    finding.set("owner", text(name_of(kind.owner)));
    finding.set("fix", text(kind.fix));
    list.push(std::move(finding));
  }
  return list;
}

Value command_json(const InfusionProgram& program) {
  Members members;
  members.set("medication", program.drug);
  // What the pump will show: as programmed, or what it computes from the dose rate.
  members.plain("rate", program.rate ? program.rate : program.expected_rate);
  members.plain("dose_rate", program.dose_rate);
  members.plain("dose", program.dose);
  members.plain("volume", program.vtbi);
  members.plain("duration", program.duration);
  members.plain("loading_dose", program.loading_dose);
  if (program.pca) members.put("pca", plain_pca(*program.pca));
  if (!program.steps.empty()) members.put("steps", plain_steps(program.steps));
  if (program.strength && program.strength_volume) {
    members.put("concentration", concentration_value(*program.strength, *program.strength_volume));
  }
  members.plain("weight", program.weight);
  members.plain("height", program.height);
  members.plain("surface", program.surface);
  members.put("route", text(name_of(program.route)));
  members.put("mode", text(mode_of(program)));
  members.set("pump", program.pump.id);
  return members.take();
}

}  // namespace bridge::translate
