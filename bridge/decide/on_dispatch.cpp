// SPDX-License-Identifier: Apache-2.0
// A command on its way: the interlock at the moment of sending, what became of it, and what time
// settles.
#include <algorithm>

#include "decide/lifecycle.h"
#include "decide/step.h"

namespace bridge::decide {
namespace {

// The pump's words may be about the patient and stay in the journal; its code is a number.
Fault fault_of(const PumpRefusal& refusal) {
  const bool number =
      refusal.code.size() <= 5 && refusal.code.find_first_not_of("0123456789") == std::string::npos;
  return Fault{FaultCode::pump_refused, {}, number ? refusal.code : std::string()};
}

PumpRefusal refusal_of(const Fault& fault) {
  const FaultKind& kind = kind_of(fault.code);
  return PumpRefusal{std::to_string(kind.pump_error == 0 ? 9016 : kind.pump_error),
                     std::string(kind.text)};
}

void reply(Decision& decision, const ProgramState& program, bool accepted, Faults findings) {
  const InfusionProgram held = program.program.unpack();
  decision.replies.push_back(
      Reply{program.reply_to, held.placer_order_number, accepted, std::move(findings)});
}

// The fate is open, and who waits for an answer is told so once; what settles it is told later.
void lose_sight(Decision& decision, const std::string& control_id, const ProgramState& program,
                const Context& context) {
  const Fault why{FaultCode::pump_silent, {}, {}};
  decision.facts.push_back(DispatchUnknown{control_id, why, context.now});
  if (!program.told_unknown) reply(decision, program, false, {why});
}

// PIV 9015: the gateway asked the pump and heard nothing, so the pump may hold the program all the
// same. Whatever the answer is called, it is no refusal.
bool heard_nothing(const std::vector<PumpRefusal>& refusals) {
  return std::any_of(refusals.begin(), refusals.end(),
                     [](const PumpRefusal& refusal) { return refusal.code == "9015"; });
}

// What may have happened between the decision and now (P8, P9): every one of these withdraws it.
std::optional<Fault> interlock(const State& state, const ProgramState& program,
                               const Context& context) {
  const InfusionProgram held = program.program.unpack();
  const OrderState* order = state.order(program.order);
  if (order == nullptr || order->status == OrderStatus::closed) {
    return Fault{FaultCode::scanned_order_over, {}, {}};
  }
  if (order->status == OrderStatus::held) return Fault{FaultCode::order_held, {}, {}};
  // Changed since: the program is one of the order as it was (P8).
  if (order->version != program.order_version) return Fault{FaultCode::order_stale, {}, {}};
  const PumpState* pump = state.pump(program.pump);
  if (pump == nullptr || !pump->association ||
      !(pump->association->patient_id == held.patient.patient_id) ||
      (!program.beside && pump->association->placer_order_number.key() != program.order)) {
    return Fault{FaultCode::patient_not_the_pumps, {}, {}};
  }
  if (held.kind == ProgramKind::bolus) {
    const ProgramState* parent = state.program(pump->loaded);
    if (!pump->running || parent == nullptr || parent->order != held.parent_order_number.key()) {
      return Fault{FaultCode::parent_not_running, {}, {}};
    }
  }
  if (context.library == nullptr || !context.library->effective_at(context.now)) {
    return Fault{FaultCode::library_unusable, {}, {}};
  }
  // Recalled or replaced between decision and sending (P24): its limits are not what is checked.
  std::string objection = objection_to_library(state, context);
  if (!objection.empty()) return Fault{FaultCode::library_unusable, {}, std::move(objection)};
  if (context.now.unix_ms() - program.due_at.unix_ms() > context.times.program_lives_ms) {
    return Fault{FaultCode::order_stale, {}, {}};
  }
  return std::nullopt;
}

}  // namespace

Decision on_dispatch(const State& state, const DispatchInput& input, const Context& context) {
  Decision decision;
  const ProgramState* program = state.program(input.control_id);
  if (program == nullptr) {
    decision.findings.push_back(Fault{FaultCode::answer_unmatched, {}, {}});
    return decision;
  }
  const bool first = program->status == ProgramStatus::due;
  const bool again = input.repeats_are_dropped && (program->status == ProgramStatus::unknown ||
                                                   program->status == ProgramStatus::sent);
  if (!first && !again) {
    decision.findings.push_back(Fault{FaultCode::pump_lane_unknown, {}, {}});
    return decision;
  }
  // Once a byte may have left, withdrawing would be a guess: only the first sending is interlocked.
  if (const auto why = first ? interlock(state, *program, context) : std::nullopt) {
    decision.facts.push_back(GatewayRefused{input.control_id, {refusal_of(*why)}, context.now});
    reply(decision, *program, false, {*why});
    decision.findings.push_back(*why);
    return decision;
  }
  decision.facts.push_back(DispatchStarted{input.control_id, program->attempts + 1, context.now});
  return decision;
}

Decision on_dispatch_outcome(const State& state, const DispatchOutcomeInput& input,
                             const Context& context) {
  Decision decision;
  const ProgramState* program = state.program(input.control_id);
  if (program == nullptr) {
    decision.findings.push_back(Fault{FaultCode::answer_unmatched, {}, {}});
    return decision;
  }
  switch (input.fate) {
    case DispatchFate::taken:
      if (after(program->status, ProgramStep::gateway_takes)) {
        decision.facts.push_back(GatewayTook{input.control_id, context.now});
      }
      break;
    case DispatchFate::refused: {
      if (!after(program->status, ProgramStep::gateway_refuses)) break;
      if (heard_nothing(input.refusals)) {
        if (after(program->status, ProgramStep::fate_unknown)) {
          lose_sight(decision, input.control_id, *program, context);
        }
        break;
      }
      decision.facts.push_back(GatewayRefused{input.control_id, input.refusals, context.now});
      Faults findings;
      for (const PumpRefusal& refusal : input.refusals) findings.push_back(fault_of(refusal));
      if (findings.empty()) findings.push_back(Fault{FaultCode::pump_refused, {}, {}});
      reply(decision, *program, false, std::move(findings));
      break;
    }
    case DispatchFate::unreached:
      // A repeat of the same id may have left a byte earlier, so only the first try can be undone.
      if (program->status == ProgramStatus::sent && program->attempts == 1) {
        decision.facts.push_back(DispatchUnreached{input.control_id, context.now});
      }
      break;
    case DispatchFate::unknown:
      if (program->status == ProgramStatus::sent) {
        lose_sight(decision, input.control_id, *program, context);
      }
      break;
  }
  return decision;
}

Decision on_pump_answer(const State& state, const PumpAnswerInput& input, const Context& context) {
  Decision decision;
  const PumpAnswer& answer = input.answer;
  const ProgramState* program = state.program(answer.control_id);
  // Both keys must fit; an answer to something else changes nothing (B144).
  const bool known = program != nullptr && !any_error(input.faults);
  const bool matched = known && (answer.placer_order_number.empty() ||
                                 answer.placer_order_number.key() == program->order);
  if (known && !matched) {
    decision.findings = input.faults;
    decision.findings.push_back(Fault{FaultCode::answer_contradicts, "ORC-2", {}});
    return decision;
  }
  const ProgramStep step = answer.accepted ? ProgramStep::pump_accepts : ProgramStep::pump_refuses;
  if (!matched || program->status == ProgramStatus::due || !is_open(program->status)) {
    const bool repeated = matched && answer.accepted && program->status != ProgramStatus::due &&
                          after(program->status, step).has_value();
    decision.findings = input.faults;
    decision.findings.push_back(Fault{FaultCode::answer_unmatched,
                                      "MSA-2",
                                      {},
                                      repeated ? Severity::information : Severity::error});
    return decision;
  }
  if (answer.accepted) {
    decision.facts.push_back(PumpProgrammed{answer.control_id, context.now});
    reply(decision, *program, true, program->warnings);
    return decision;
  }
  if (heard_nothing(answer.refusals)) {
    if (after(program->status, ProgramStep::fate_unknown)) {
      lose_sight(decision, answer.control_id, *program, context);
    }
    return decision;
  }
  decision.facts.push_back(PumpRefused{answer.control_id, answer.refusals, context.now});
  Faults findings;
  for (const PumpRefusal& refusal : answer.refusals) findings.push_back(fault_of(refusal));
  if (findings.empty()) findings.push_back(Fault{FaultCode::pump_refused, {}, {}});
  reply(decision, *program, false, std::move(findings));
  return decision;
}

Decision on_resolve(const State& state, const ResolveInput& input, const Context& context) {
  Decision decision;
  const ProgramState* program = state.program(input.control_id);
  if (program == nullptr) {
    decision.findings.push_back(Fault{FaultCode::answer_unmatched, "control_id", {}});
  } else if (program->status != ProgramStatus::unknown) {
    decision.findings.push_back(
        Fault{FaultCode::precondition_failed, "control_id", "the command's fate is not unknown"});
  } else if (input.by.id.empty()) {
    decision.findings.push_back(Fault{FaultCode::field_missing, "by", {}});
  } else if (input.reason.empty()) {
    decision.findings.push_back(Fault{FaultCode::field_missing, "reason", {}});
  } else {
    decision.facts.push_back(
        ProgramResolved{input.control_id, input.programmed, input.by, input.reason, context.now});
    reply(decision, *program, input.programmed,
          input.programmed ? program->warnings
                           : Faults{Fault{FaultCode::pump_not_programmed, {}, {}}});
  }
  return decision;
}

Decision on_tick(const State& state, const TickInput& input, const Context& context) {
  Decision decision;
  for (const std::string& control_id : state.open_programs()) {
    const ProgramState& program = *state.program(control_id);
    const bool sent = program.status == ProgramStatus::sent;
    const bool waiting = sent || program.status == ProgramStatus::taken;
    const std::int64_t waited = context.now.unix_ms() - program.sent_at.unix_ms();
    if ((sent && input.restarted) || (waiting && waited > context.times.answer_within_ms)) {
      lose_sight(decision, control_id, program, context);
    }
  }
  return decision;
}

Decision on_report_outcome(const State& state, const ReportOutcomeInput& input,
                           const Context& context) {
  Decision decision;
  if (state.report(input.report_id) == nullptr) {
    decision.findings.push_back(Fault{FaultCode::answer_unmatched, {}, {}});
    return decision;
  }
  decision.facts.push_back(ReportAnswered{input.report_id, input.code, context.now});
  return decision;
}

}  // namespace bridge::decide
