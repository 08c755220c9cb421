// SPDX-License-Identifier: Apache-2.0
// step(state, input, context) -> decision: the whole of what the bridge decides, pure.
#pragma once

#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "base/fault.h"
#include "clinical/pump.h"
#include "decide/fact.h"
#include "decide/order_checks.h"
#include "decide/state.h"
#include "library/drug_library.h"
#include "library/pumps.h"

namespace bridge::decide {

// --- inputs: what came, already read
// ---------------------------------------------------------------

struct OrderInput {
  InfusionOrder order;
  Faults faults;  // of reading; any error refuses the order
};

// From a bedside system or the console.
struct RequestInput {
  ProgramRequest request;
  Faults faults;
  ReplyTo reply_to;
  bool program = true;  // false: only join, do not program
};

struct DisassociateInput {
  EntityId pump;
  Person by;
};

// A named person releases what a soft limit holds.
struct ReleaseInput {
  EntityId placer_order_number;
  Person by;
  std::string reason;
};

// A named person says what became of an unknown command.
struct ResolveInput {
  std::string control_id;
  bool programmed = false;
  Person by;
  std::string reason;
};

struct PumpAnswerInput {
  PumpAnswer answer;
  Faults faults;
};

struct PumpEventInput {
  PumpEvent event;
  Faults faults;
};

// The dispatcher wants to send this command: interlock with all that happened since it was decided.
struct DispatchInput {
  std::string control_id;
  bool repeats_are_dropped = false;  // the gateway programs nothing twice under one MSH-10
};

enum class DispatchFate : std::uint8_t { taken, refused, unreached, unknown };
struct DispatchOutcomeInput {
  std::string control_id;
  DispatchFate fate = DispatchFate::unknown;
  std::vector<PumpRefusal> refusals;
};

// The EHR answered a report.
struct ReportOutcomeInput {
  std::string report_id;
  std::string code;  // MSA-1 of the answer
};

// A library whose content and signatures were found good is to be used from now on.
struct LibraryInput {
  const library::DrugLibrary* library = nullptr;  // never null when it is decided
  std::vector<std::string> signed_by;
};

// A named person takes a library's content out of use, whether it is in use or not.
struct RecallInput {
  std::string content_hash;
  std::string reason;
  std::string person;
};

// Time passed: settle what has waited too long. After a restart nobody waits any more on the
// connections that commands were sent on.
struct TickInput {
  bool restarted = false;
};

using Input = std::variant<OrderInput, RequestInput, DisassociateInput, ReleaseInput, ResolveInput,
                           PumpAnswerInput, PumpEventInput, DispatchInput, DispatchOutcomeInput,
                           ReportOutcomeInput, LibraryInput, RecallInput, TickInput>;

// --- what a decision may look at
// -------------------------------------------------------------------

struct Times {
  std::int64_t program_lives_ms = 5 * 60 * 1000;  // a command not sent by then is withdrawn
  std::int64_t answer_within_ms = 30 * 1000;      // RRG^O16 after the accept ack
  std::int64_t event_late_after_ms = 15 * 60 * 1000;
  std::int64_t event_future_ms = 5 * 60 * 1000;  // beyond it the event is flagged (B149)
};

struct Context {
  const library::DrugLibrary* library = nullptr;
  std::string library_refusal = {};  // why there is none
  const library::PumpRegistry* pumps = nullptr;
  Policy policy;
  Times times;
  std::string report_destination;  // lane of the EHR side that takes administration records
  Instant now;
};

// --- what comes out
// ---------------------------------------------------------------------------------

// An application answer that is due now that a request's fate is known; the engine writes it.
struct Reply {
  ReplyTo to;
  EntityId placer_order_number;
  bool accepted = false;
  Faults findings;
};

struct Decision {
  Facts facts;
  Faults findings;  // for the sender; an error among them means "refused"
  std::vector<Reply> replies;
  bool done() const { return !any_error(findings); }
};

// Deterministic: the same state, input and context give the same decision, byte for byte.
Decision step(const State& state, const Input& input, const Context& context);

// The parts, one file each.
Decision on_order(const State& state, const OrderInput& input, const Context& context);
Decision on_request(const State& state, const RequestInput& input, const Context& context);
Decision on_disassociate(const State& state, const DisassociateInput& input,
                         const Context& context);
Decision on_release(const State& state, const ReleaseInput& input, const Context& context);
Decision on_resolve(const State& state, const ResolveInput& input, const Context& context);
Decision on_pump_answer(const State& state, const PumpAnswerInput& input, const Context& context);
Decision on_pump_event(const State& state, const PumpEventInput& input, const Context& context);
Decision on_dispatch(const State& state, const DispatchInput& input, const Context& context);
Decision on_dispatch_outcome(const State& state, const DispatchOutcomeInput& input,
                             const Context& context);
Decision on_report_outcome(const State& state, const ReportOutcomeInput& input,
                           const Context& context);
Decision on_tick(const State& state, const TickInput& input, const Context& context);
Decision on_library(const State& state, const LibraryInput& input, const Context& context);
Decision on_recall(const State& state, const RecallInput& input, const Context& context);

// Why the library that the context names may not decide anything, or nothing; on_library.cpp.
std::string objection_to_library(const State& state, const Context& context);
// The label that a decision quotes; empty when there is no library.
std::string label_of_library(const Context& context);

}  // namespace bridge::decide
