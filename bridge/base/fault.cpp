// SPDX-License-Identifier: Apache-2.0
#include "base/fault.h"

#include <algorithm>
#include <array>

#include "base/assert.h"

namespace bridge {
namespace {

constexpr std::array kinds = {
#define BRIDGE_FAULT(name, refusal, hl7, pump, http, issue, owner, text, fix) \
  FaultKind{#name, Refusal::refusal, hl7, pump, http, issue, Owner::owner, text, fix},
#include "base/fault_list.inc"
#undef BRIDGE_FAULT
};

}  // namespace

const FaultKind& kind_of(FaultCode code) {
  const auto index = static_cast<std::size_t>(code);
  BRIDGE_ASSERT(index < kinds.size());
  return kinds[index];
}

std::optional<FaultCode> fault_named(std::string_view name) {
  for (std::size_t index = 0; index < kinds.size(); ++index) {
    if (kinds[index].name == name) return static_cast<FaultCode>(index);
  }
  return std::nullopt;
}

std::string_view name_of(Owner owner) {
  constexpr std::array<std::string_view, 7> names = {"sender", "prescriber",  "pharmacy",  "nurse",
                                                     "biomed", "integration", "operations"};
  return names[static_cast<std::size_t>(owner)];
}

std::string_view name_of(Severity severity) {
  constexpr std::array<std::string_view, 3> names = {"E", "W", "I"};
  return names[static_cast<std::size_t>(severity)];
}

bool any_error(const Faults& faults) {
  return std::any_of(faults.begin(), faults.end(),
                     [](const Fault& fault) { return fault.severity == Severity::error; });
}

std::string brief(const Fault& fault) {
  std::string text(kind_of(fault.code).name);
  if (!fault.place.empty()) text.append(" at ").append(fault.place);
  return text;
}

}  // namespace bridge
