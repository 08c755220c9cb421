// SPDX-License-Identifier: Apache-2.0
// The named checks of an order, in fixed order: would it program, and exactly what.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.h"
#include "base/instant.h"
#include "clinical/checked_program.h"
#include "clinical/infusion_order.h"
#include "clinical/infusion_program.h"
#include "clinical/program_request.h"
#include "clinical/pump.h"
#include "library/drug_library.h"

namespace bridge::decide {

// Figures of this site's policy; each has its row in the configuration's schema.
struct Policy {
  std::int64_t request_expires_after_ms = 15 * 60 * 1000;  // ORC-9 of a request (9022, B88)
  Rational max_rounding_error_percent = Rational(5);       // drug-library 2.4
  Rational max_weight_change_percent = Rational(10);       // against the weight known before (B71)
  bool refuse_beyond_titration = false;  // else a named person may release such a rate (D8)
  // How long "alarming" or "on standby" refuses after the pump told it; later it is only said,
  // since no event tells that a person has mended it.
  std::int64_t pump_condition_counts_ms = 30 * 1000;
  // Versions of the drug library that a pump may hold (A7); none: it is not looked at.
  std::vector<std::string> accepted_pump_libraries = {};
};

struct PumpState;
struct PatientHistory;

// What the checks may look at. At order time there is no pump and no request.
struct CheckContext {
  const library::DrugLibrary* library = nullptr;  // none: library_unusable, never a pass (P24)
  std::string library_objection = {};  // why it may not be used although it is there, or is not
  const Pump* pump = nullptr;
  const PumpModel* model = nullptr;
  const ProgramRequest* request = nullptr;
  const BodyWeight* known_weight = nullptr;  // from an earlier message about this patient
  const PumpState* pump_state = nullptr;     // as last known; none: never heard of
  const PatientHistory* history = nullptr;   // none: offline, nothing is known of the patient
  const Policy* policy = nullptr;
  Instant now;
};

struct CheckOutcome {
  Faults findings;                         // all of them, in the order of the table; warnings too
  std::optional<InfusionProgram> program;  // set exactly when no finding is an error
  bool held_by_soft_limit = false;         // B54: accepted, not sent before a person releases it
  Faults holds;                            // of the findings, those that hold it
  Certificate certificate;                 // filled when asked for
};

enum class Account : std::uint8_t { none, certificate };

// Pure. Runs every check and reports all findings; the same input always gives the same outcome.
// Order of the table (drug-library 2.2): identity, freshness, semantics, arithmetic, limits,
// context.
CheckOutcome check_order(const InfusionOrder& order, const CheckContext& context, Account account);

// The names of the checks, in the order of their findings.
std::span<const std::string_view> check_names();

// Makes the CheckedProgram that a command is written from.
class ProgramChecker {
 public:
  // `outcome` must have a program and must not be held.
  static CheckedProgram certify(const CheckOutcome& outcome, std::string control_id);
  // From a recorded fact: the journal vouches that certify() made it.
  static CheckedProgram restore(InfusionProgram program, Certificate certificate,
                                std::string control_id);
};

}  // namespace bridge::decide
