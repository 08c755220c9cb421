// SPDX-License-Identifier: Apache-2.0
#include "shell/explain_text.h"

#include "clinical/screen.h"
#include "translate/order_json.h"

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

void order_lines(std::string& out, const InfusionOrder& order) {
  out.append("Order ").append(order.placer_order_number.key()).append(", ");
  out.append(name_of(order.control)).append(": ");
  out.append(order.drug.text.empty() ? order.drug.code : order.drug.text).append("\n");
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

}  // namespace

json::Value explanation_json(const Explanation& explanation) {
  json::Value root = json::Value::object();
  root.set("outcome", text(name_of(explanation.outcome)));
  root.set("findings", translate::findings_json(explanation.findings));
  if (explanation.order) root.set("order", translate::order_json(*explanation.order));
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

std::string explanation_text(const Explanation& explanation) {
  std::string out(name_of(explanation.outcome));
  out += explanation.held ? " (held by a soft limit until a person releases it)\n" : "\n";
  if (explanation.order) order_lines(out, *explanation.order);
  finding_lines(out, explanation.findings);
  if (!explanation.certificate.steps.empty()) {
    out.append("Checked against ").append(explanation.certificate.library).append("\n");
    for (const CertificateStep& step : explanation.certificate.steps) {
      out.append("  ").append(name_of(step.kind)).append(" ").append(step.subject).append(": ");
      out.append(step.text);
      if (!step.source.empty()) out.append("   [").append(step.source).append("]");
      out += '\n';
    }
  }
  if (!explanation.message.empty()) {
    out += "Command\n";
    for (const char byte : explanation.message) out += byte == '\r' ? '\n' : byte;
  }
  return out;
}

}  // namespace bridge::shell
