// SPDX-License-Identifier: Apache-2.0
// Writing of OperationOutcome.
#include "fhir/outcome.h"

#include <algorithm>
#include <array>
#include <string>

#include "fhir/elements.h"

namespace bridge::fhir {
namespace {

using json::Value;

constexpr std::string_view severity_code(Severity severity) {
  constexpr std::array<std::string_view, 3> codes = {"error", "warning", "information"};
  return codes[static_cast<std::size_t>(severity)];
}

// "MedicationRequest.dosageInstruction[0]", not "line 3, column 17".
bool is_fhir_path(std::string_view place) {
  return find_resource(place.substr(0, place.find_first_of(".["))) != nullptr;
}

Value issue_of(const Fault& fault) {
  const FaultKind& kind = kind_of(fault.code);
  Value issue = Value::object();
  issue.set("severity", Value::string(std::string(severity_code(fault.severity))));
  issue.set("code", Value::string(std::string(kind.issue_type)));
  Value details = Value::object();
  if (kind.pump_error != 0) {
    Value coding = Value::object();
    // IHE PCD TF-2 B.3 tells these codes in ERR-5 and gives them no code system.
    coding.set("code", Value::string(std::to_string(kind.pump_error)));
    coding.set("display", Value::string("IHE PCD PIV error"));
    details.set("coding", Value::array({std::move(coding)}));
  }
  std::string text(kind.text);
  if (!fault.detail.empty()) text.append(": ").append(fault.detail);
  details.set("text", Value::string(std::move(text)));
  issue.set("details", std::move(details));
  std::string diagnostics(kind.name);
  const bool path = is_fhir_path(fault.place);
  if (!fault.place.empty() && !path) diagnostics.append(" at ").append(fault.place);
  diagnostics.append("; to mend it: ").append(kind.fix);
  diagnostics.append("; by: ").append(name_of(kind.owner));
  issue.set("diagnostics", Value::string(std::move(diagnostics)));
  if (path) issue.set("expression", Value::array({Value::string(fault.place)}));
  return issue;
}

}  // namespace

json::Value operation_outcome(const Faults& faults) {
  std::vector<const Fault*> ordered;
  ordered.reserve(faults.size());
  for (const Fault& fault : faults) ordered.push_back(&fault);
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](const Fault* a, const Fault* b) { return a->severity < b->severity; });
  Value issues = Value::array();
  for (const Fault* fault : ordered) issues.push(issue_of(*fault));
  if (faults.empty()) {
    Value issue = Value::object();
    issue.set("severity", Value::string("information"));
    issue.set("code", Value::string("informational"));
    issue.set("details", Value::object({{"text", Value::string("no fault")}}));
    issues.push(std::move(issue));
  }
  Value outcome = Value::object();
  outcome.set("resourceType", Value::string("OperationOutcome"));
  outcome.set("issue", std::move(issues));
  return outcome;
}

int http_status(const Faults& faults) {
  constexpr std::array order = {500, 503, 408, 413, 415, 406, 405, 400, 404, 409, 412, 422, 200};
  const auto rank = [&](int status) {
    return std::find(order.begin(), order.end(), status) - order.begin();
  };
  int worst = 200;
  for (const Fault& fault : faults) {
    if (fault.severity != Severity::error) continue;
    const int status = kind_of(fault.code).http_status;
    if (rank(status) < rank(worst)) worst = status;
  }
  return worst;
}

}  // namespace bridge::fhir
