// SPDX-License-Identifier: Apache-2.0
#include "decide/step.h"

namespace bridge::decide {
namespace {

struct Dispatcher {
  const State& state;
  const Context& context;

  Decision operator()(const OrderInput& input) const { return on_order(state, input, context); }
  Decision operator()(const RequestInput& input) const { return on_request(state, input, context); }
  Decision operator()(const DisassociateInput& input) const {
    return on_disassociate(state, input, context);
  }
  Decision operator()(const ReleaseInput& input) const { return on_release(state, input, context); }
  Decision operator()(const ResolveInput& input) const { return on_resolve(state, input, context); }
  Decision operator()(const PumpAnswerInput& input) const {
    return on_pump_answer(state, input, context);
  }
  Decision operator()(const PumpEventInput& input) const {
    return on_pump_event(state, input, context);
  }
  Decision operator()(const DispatchInput& input) const {
    return on_dispatch(state, input, context);
  }
  Decision operator()(const DispatchOutcomeInput& input) const {
    return on_dispatch_outcome(state, input, context);
  }
  Decision operator()(const ReportOutcomeInput& input) const {
    return on_report_outcome(state, input, context);
  }
  Decision operator()(const LibraryInput& input) const { return on_library(state, input, context); }
  Decision operator()(const RecallInput& input) const { return on_recall(state, input, context); }
  Decision operator()(const TickInput& input) const { return on_tick(state, input, context); }
};

}  // namespace

Decision step(const State& state, const Input& input, const Context& context) {
  return std::visit(Dispatcher{state, context}, input);
}

}  // namespace bridge::decide
