// SPDX-License-Identifier: Apache-2.0
// CheckedProgram: a program that passed every check; the only thing a command can be written from.
#pragma once

#include <string>
#include <utility>

#include "clinical/infusion_program.h"

namespace bridge {

namespace decide {
class ProgramChecker;
}

// Only decide::ProgramChecker makes one: after all checks, or from the journal's own record that it
// did so before a restart. translate/ writes a PCD-03 message from nothing else (promise P3).
class CheckedProgram {
 public:
  const InfusionProgram& program() const { return program_; }
  const Certificate& certificate() const { return certificate_; }
  // MSH-10 of the command; derived once, the same in every repetition of the send.
  const std::string& control_id() const { return control_id_; }

 private:
  friend class decide::ProgramChecker;
  CheckedProgram(InfusionProgram program, Certificate certificate, std::string control_id)
      : program_(std::move(program)),
        certificate_(std::move(certificate)),
        control_id_(std::move(control_id)) {}

  InfusionProgram program_;
  Certificate certificate_;
  std::string control_id_;
};

}  // namespace bridge
