// SPDX-License-Identifier: Apache-2.0
// The only maker of CheckedProgram.
#include "base/assert.h"
#include "decide/order_checks.h"

namespace bridge::decide {

CheckedProgram ProgramChecker::certify(const CheckOutcome& outcome, std::string control_id) {
  BRIDGE_ASSERT(outcome.program.has_value());
  BRIDGE_ASSERT(!any_error(outcome.findings));
  BRIDGE_ASSERT(!outcome.held_by_soft_limit);
  BRIDGE_ASSERT(!control_id.empty());
  return CheckedProgram(*outcome.program, outcome.certificate, std::move(control_id));
}

CheckedProgram ProgramChecker::restore(InfusionProgram program, Certificate certificate,
                                       std::string control_id) {
  BRIDGE_ASSERT(!control_id.empty());
  return CheckedProgram(std::move(program), std::move(certificate), std::move(control_id));
}

}  // namespace bridge::decide
