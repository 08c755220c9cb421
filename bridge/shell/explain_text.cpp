// SPDX-License-Identifier: Apache-2.0
#include "shell/explain_text.h"

#include <algorithm>
#include <array>

#include "base/assert.h"
#include "clinical/screen.h"
#include "translate/order_json.h"
#include "translate/rrg_o16.h"

namespace bridge::shell {
namespace {

json::Value text(std::string_view value) { return json::Value::string(std::string(value)); }

template <class Q>
void line(std::string& out, std::string_view name, const std::optional<Q>& quantity) {
  if (!quantity) return;
  out.append("  ").append(name).append(": ").append(screen_text(quantity->amount()));
  const Origin& from = quantity->from();
  if (!from.field.empty())
    out.append("   (").append(from.field).append(", ").append(from.row).append(")");
  out += '\n';
}

void pair_line(std::string& out, std::string_view name, std::string_view value) {
  if (!value.empty()) out.append("  ").append(name).append(": ").append(value).append("\n");
}

std::string in_words(std::string_view name) {
  std::string words(name);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

// "3628 RXNORM Dopamine"
std::string in_one_line(const Coding& coding) {
  std::string text = coding.code;
  for (const std::string* part : {&coding.system, &coding.text}) {
    if (!part->empty()) text.append(text.empty() ? "" : " ").append(*part);
  }
  return text;
}

void order_lines(std::string& out, const InfusionOrder& order) {
  out.append("Order ").append(order.placer_order_number.key()).append(", ");
  out.append(name_of(order.control)).append(": ");
  out.append(order.drug.text.empty() ? order.drug.code : order.drug.text).append("\n");
  for (const Coding& alternate : order.drug_alternates) {
    pair_line(out, "also called", in_one_line(alternate));
  }
  line(out, "rate", order.rate);
  line(out, "dose rate", order.dose_rate);
  line(out, "dose", order.dose);
  line(out, "volume", order.volume);
  line(out, "duration", order.duration);
  line(out, "strength", order.strength);
  line(out, "in volume", order.strength_volume);
  line(out, "weight", order.weight);
  line(out, "height", order.height);
  line(out, "body surface", order.surface);
  if (order.route) out.append("  route: ").append(name_of(*order.route)).append("\n");
}

// Who is to get it and who asked; what the checks looked at besides the numbers.
void person_lines(std::string& out, const InfusionOrder& order) {
  pair_line(out, "out of order", order.parent_order_number.key());
  pair_line(out, "patient", order.patient.patient_id.key());
  pair_line(out, "at", order.patient.location.point_of_care);
  pair_line(out, "ordered by", order.ordering_provider.id);
  pair_line(out, "verified by", order.verified_by.id);
}

// What stands above with its field already, unless it was sent in another form.
bool is_told_already(const CertificateStep& step) {
  constexpr auto subjects = std::to_array<std::string_view>(
      {"rate", "dose rate", "dose", "volume", "duration", "strength", "strength volume", "weight",
       "height", "body surface", "route"});
  return step.kind == StepKind::input && step.text.find(", sent as ") == std::string::npos &&
         std::find(subjects.begin(), subjects.end(), step.subject) != subjects.end();
}

void finding_lines(std::string& out, const Faults& findings) {
  for (const Fault& fault : findings) {
    const FaultKind& kind = kind_of(fault.code);
    const int code = kind.pump_error != 0 ? kind.pump_error : kind.hl7_error;
    out.append(name_of(fault.severity)).append(" ").append(std::to_string(code));
    if (!fault.place.empty()) out.append(" at ").append(fault.place);
    out.append(": ").append(kind.text);
    if (!fault.detail.empty()) out.append(" (").append(fault.detail).append(")");
    out.append("\n  who: ").append(name_of(kind.owner)).append("\n  fix: ").append(kind.fix);
    out += '\n';
  }
}

bool from_pump_side(const Explanation& explanation) {
  return explanation.request || explanation.answer || explanation.event;
}

void put(json::Value& object, const char* key, std::string_view value) {
  if (!value.empty()) object.set(key, text(value));
}

template <class Q>
void put(json::Value& object, const char* key, const std::optional<Q>& quantity) {
  if (!quantity) return;
  json::Value value = json::Value::object();
  value.set("value", text(quantity->amount().value.text()));
  value.set("unit", text(quantity->amount().unit.ucum()));
  value.set("from", text(quantity->from().field));
  object.set(key, std::move(value));
}

json::Value request_json(const ProgramRequest& request) {
  json::Value object = json::Value::object();
  const Association& asked = request.association;
  object.set("kind", text(name_of(request.kind)));
  put(object, "order", asked.placer_order_number.key());
  put(object, "patient", asked.patient_id.key());
  put(object, "pump", asked.pump.key());
  put(object, "by", asked.by.id);
  object.set("at", text(asked.at.fhir()));
  return object;
}

json::Value answer_json(const PumpAnswer& answer) {
  json::Value object = json::Value::object();
  put(object, "control_id", answer.control_id);
  object.set("accepted", json::Value::boolean(answer.accepted));
  put(object, "order", answer.placer_order_number.key());
  json::Value refusals = json::Value::array();
  for (const PumpRefusal& refusal : answer.refusals) {
    json::Value item = json::Value::object();
    put(item, "code", refusal.code);
    put(item, "text", refusal.text);
    if (const auto* known = translate::pump_error_text(refusal.code)) {
      put(item, "cause", known->cause);
      put(item, "owner", name_of(known->owner));
      put(item, "fix", known->fix);
      put(item, "again", name_of(known->again));
    }
    refusals.push(std::move(item));
  }
  if (refusals.item_count() != 0) object.set("refusals", std::move(refusals));
  return object;
}

// What a pump told in numbers, by the same names in JSON and text.
template <class Visit>
void each_quantity(const PumpEvent& event, Visit&& visit) {
  visit("rate", event.rate);
  visit("dose_rate", event.dose_rate);
  visit("volume_segment", event.volume_segment);
  visit("volume_total", event.volume_total);
  visit("vtbi", event.vtbi);
  visit("vtbi_remaining", event.vtbi_remaining);
  visit("weight", event.weight);
}

json::Value event_json(const PumpEvent& event) {
  json::Value object = json::Value::object();
  object.set("kind", text(name_of(event.kind)));
  put(object, "code", event.code);
  put(object, "id", event.event_id.key());
  put(object, "pump", event.pump.key());
  put(object, "patient", event.patient_id.key());
  put(object, "order", event.placer_order_number.key());
  put(object, "drug", event.drug.code);
  object.set("happened_at", text(event.happened_at.fhir()));
  object.set("source", text(name_of(event.source)));
  object.set("status", text(name_of(event.status)));
  put(object, "not_delivering_reason", event.not_delivering_reason);
  if (event.kind == PumpEventKind::communication_change) {
    object.set("online", json::Value::boolean(event.online));
  }
  each_quantity(event,
                [&object](const char* name, const auto& quantity) { put(object, name, quantity); });
  return object;
}

void request_lines(std::string& out, const ProgramRequest& request) {
  const Association& asked = request.association;
  out.append("Request ").append(name_of(request.kind)).append("\n");
  pair_line(out, "order", asked.placer_order_number.key());
  pair_line(out, "patient", asked.patient_id.key());
  pair_line(out, "pump", asked.pump.key());
  pair_line(out, "by", asked.by.id);
  pair_line(out, "at", asked.at.fhir());
}

std::string_view again_text(translate::AskAgain again) {
  switch (again) {
    case translate::AskAgain::wait:
      return "when what stands in the way has ended";
    case translate::AskAgain::person:
      return "when that is done";
    case translate::AskAgain::never:
      break;
  }
  return "not as it is";
}

void answer_lines(std::string& out, const PumpAnswer& answer) {
  out.append("The pump's answer: ").append(answer.accepted ? "programmed" : "refused").append("\n");
  pair_line(out, "to command", answer.control_id);
  pair_line(out, "order", answer.placer_order_number.key());
  for (const PumpRefusal& refusal : answer.refusals) {
    pair_line(out, "code", refusal.code + " " + refusal.text);
    const translate::PumpErrorText* known = translate::pump_error_text(refusal.code);
    if (known == nullptr) continue;
    pair_line(out, "cause", known->cause);
    pair_line(out, "who", name_of(known->owner));
    pair_line(out, "fix", known->fix);
    pair_line(out, "ask again", again_text(known->again));
  }
}

void event_lines(std::string& out, const PumpEvent& event) {
  out.append("Event ").append(name_of(event.kind)).append(", ").append(name_of(event.status));
  out.append(", source ").append(name_of(event.source)).append("\n");
  pair_line(out, "at", event.happened_at.fhir());
  pair_line(out, "pump", event.pump.key());
  pair_line(out, "patient", event.patient_id.key());
  const std::string order = event.placer_order_number.key();
  pair_line(out, "order", order.empty() ? "none: programmed at the pump by hand" : order);
  pair_line(out, "drug", event.drug.text.empty() ? event.drug.code : event.drug.text);
  pair_line(out, "not delivering because", event.not_delivering_reason);
  if (event.kind == PumpEventKind::communication_change) {
    pair_line(out, "on the network", event.online ? "yes" : "no");
  }
  each_quantity(event, [&out](const char* name, const auto& quantity) {
    line(out, in_words(name), quantity);
  });
}

json::Value explanation_json(const Explanation& explanation) {
  json::Value root = json::Value::object();
  root.set("outcome", text(name_of(explanation.outcome)));
  root.set("findings", translate::findings_json(explanation.findings));
  if (explanation.order) root.set("order", translate::order_json(*explanation.order));
  if (explanation.request) root.set("request", request_json(*explanation.request));
  if (explanation.answer) root.set("answer", answer_json(*explanation.answer));
  if (explanation.event) root.set("event", event_json(*explanation.event));
  if (from_pump_side(explanation)) {
    json::Value recorded = json::Value::array();
    for (const std::string& fact : explanation.recorded) recorded.push(text(fact));
    root.set("recorded", std::move(recorded));
  }
  if (explanation.command) root.set("command", translate::command_json(*explanation.command));
  if (!explanation.certificate.steps.empty()) {
    json::Value steps = json::Value::array();
    for (const CertificateStep& step : explanation.certificate.steps) {
      json::Value item = json::Value::object();
      item.set("kind", text(name_of(step.kind)));
      item.set("subject", text(step.subject));
      item.set("text", text(step.text));
      item.set("source", text(step.source));
      steps.push(std::move(item));
    }
    json::Value certificate = json::Value::object();
    certificate.set("library", text(explanation.certificate.library));
    certificate.set("steps", std::move(steps));
    root.set("certificate", std::move(certificate));
  }
  if (!explanation.message.empty()) root.set("message", text(explanation.message));
  return root;
}

// A message with several orders has the account of each.
json::Value message_json(const Explanation& explanation) {
  json::Value root = explanation_json(explanation);
  if (explanation.parts.empty()) return root;
  json::Value orders = json::Value::array();
  for (const Explanation& part : explanation.parts) orders.push(explanation_json(part));
  root.set("orders", std::move(orders));
  return root;
}

}  // namespace

json::Value explanations_json(const std::vector<Explanation>& explanations) {
  BRIDGE_ASSERT(!explanations.empty());
  json::Value root = message_json(explanations.back());
  if (explanations.size() == 1) return root;
  json::Value messages = json::Value::array();
  for (const Explanation& one : explanations) {
    json::Value message = json::Value::object();
    message.set("file", text(one.file));
    put(message, "type", one.type);
    json::Value account = message_json(one);
    for (const json::Member& member : account.members()) message.set(member.key, member.value);
    messages.push(std::move(message));
  }
  root.set("messages", std::move(messages));
  return root;
}

namespace {

std::string explanation_text(const Explanation& explanation) {
  std::string out = explanation.held
                        ? "held: taken, and nothing is sent before a person releases it"
                        : std::string(name_of(explanation.outcome));
  out += '\n';
  if (explanation.order) order_lines(out, *explanation.order);
  if (explanation.request) request_lines(out, *explanation.request);
  if (explanation.answer) answer_lines(out, *explanation.answer);
  if (explanation.event) event_lines(out, *explanation.event);
  finding_lines(out, explanation.findings);
  if (!explanation.certificate.steps.empty()) {
    out.append("Checked against ").append(explanation.certificate.library);
    if (!explanation.pump.empty()) out.append(", on pump ").append(explanation.pump);
    out += '\n';
    if (explanation.order) person_lines(out, *explanation.order);
    for (const CertificateStep& step : explanation.certificate.steps) {
      if (explanation.order && is_told_already(step)) continue;
      out.append("  ").append(name_of(step.kind)).append(" ").append(in_words(step.subject));
      out.append(": ").append(step.text);
      if (!step.source.empty()) out.append("   [").append(step.source).append("]");
      out += '\n';
    }
  }
  if (from_pump_side(explanation)) {
    out += explanation.recorded.empty() ? "Recorded: nothing new\n" : "Recorded\n";
    for (const std::string& fact : explanation.recorded) {
      out.append("  ").append(fact).append("\n");
    }
  }
  if (!explanation.message.empty()) {
    out += "Command\n";
    for (const char byte : explanation.message) out += byte == '\r' ? '\n' : byte;
  }
  return out;
}

std::string message_text(const Explanation& explanation) {
  if (explanation.parts.empty()) return explanation_text(explanation);
  std::string out(name_of(explanation.outcome));
  const std::string count = std::to_string(explanation.parts.size());
  out.append(": ").append(count).append(" orders in one message\n");
  std::size_t number = 0;
  for (const Explanation& part : explanation.parts) {
    out.append("\n").append(std::to_string(++number)).append(" of ").append(count).append(": ");
    out += explanation_text(part);
  }
  return out;
}

}  // namespace

std::string explanations_text(const std::vector<Explanation>& explanations) {
  if (explanations.size() == 1) return message_text(explanations.front());
  std::string out;
  for (const Explanation& one : explanations) {
    if (!out.empty()) out += '\n';
    out.append(one.file).append(one.type.empty() ? "" : ": " + one.type).append("\n");
    out += message_text(one);
  }
  return out;
}

}  // namespace bridge::shell
