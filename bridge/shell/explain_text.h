// SPDX-License-Identifier: Apache-2.0
// Explanation: what explain found, as the JSON of the contract and as text for a person.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/named.h"
#include "clinical/infusion_order.h"
#include "clinical/infusion_program.h"
#include "clinical/program_request.h"
#include "clinical/pump_event.h"
#include "json/json.h"

namespace bridge::shell {

enum class ExplainedOutcome : std::uint8_t { would_program, refused, unreadable, accepted };
constexpr auto names_of(ExplainedOutcome) {
  return std::to_array<std::string_view>({"would_program", "refused", "unreadable", "accepted"});
}

// What one message is and does.
struct Explanation {
  std::string file;
  std::string type;  // "ORU^R42", or "MedicationRequest"
  ExplainedOutcome outcome = ExplainedOutcome::accepted;
  Faults findings;
  std::optional<InfusionOrder> order;
  std::optional<InfusionProgram> command;
  Certificate certificate;
  std::string message;  // the RGV^O15
  std::string pump;     // what the order was held against: "P-1001, DEMO-LVP"
  bool held = false;    // accepted, and not sent before a person releases it

  // Of the messages of bedside and pump, what was understood; at most one is set.
  std::optional<ProgramRequest> request;
  std::optional<PumpAnswer> answer;
  std::optional<PumpEvent> event;
  std::vector<std::string> recorded;  // what the journal would have of it: the chart, too

  std::vector<Explanation> parts;  // one for each order of a message that has several; else empty
};

// {outcome, findings, order, command, certificate, message} of the last message, and {request |
// answer | event, recorded} where it came from bedside or pump; what there is none of is not there.
// Of a message with several orders `orders` has the same of each; outcome and findings are then
// those of all, the worst outcome first, and the rest is the last one's. Of several, `messages` has
// the same of each, with its file and type, in order.
json::Value explanations_json(const std::vector<Explanation>& explanations);

std::string explanations_text(const std::vector<Explanation>& explanations);

}  // namespace bridge::shell
