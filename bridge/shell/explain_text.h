// SPDX-License-Identifier: Apache-2.0
// Explanation: what explain found, as the JSON of the contract and as text for a person.
#pragma once

#include <optional>
#include <string>

#include "base/named.h"
#include "clinical/infusion_order.h"
#include "clinical/infusion_program.h"
#include "json/json.h"

namespace bridge::shell {

enum class ExplainedOutcome : std::uint8_t { would_program, refused, unreadable, accepted };
constexpr auto names_of(ExplainedOutcome) {
  return std::to_array<std::string_view>({"would_program", "refused", "unreadable", "accepted"});
}

struct Explanation {
  ExplainedOutcome outcome = ExplainedOutcome::accepted;
  Faults findings;
  std::optional<InfusionOrder> order;
  std::optional<InfusionProgram> command;
  Certificate certificate;
  std::string message;  // the RGV^O15
  bool held = false;    // a soft limit: accepted, and not sent before a person releases it
};

// {outcome, findings, order, command, certificate, message}; what there is none of is not there.
json::Value explanation_json(const Explanation& explanation);

std::string explanation_text(const Explanation& explanation);

}  // namespace bridge::shell
