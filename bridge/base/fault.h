// SPDX-License-Identifier: Apache-2.0
// Fault: why something was not done, as a code of one closed list plus the place where it was seen.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bridge {

// HL7 table 0516. A warning lets the message pass and is reported with the positive answer.
enum class Severity : std::uint8_t { error, warning, information };

// Who can remove the cause.
enum class Owner : std::uint8_t {
  sender,
  prescriber,
  pharmacy,
  nurse,
  biomed,
  integration,
  operations
};

// How a refusal is said: MSA-1 and, in enhanced mode, on which of the two answers (HL7
// v2.6 2.9.2-2.9.3).
enum class Refusal : std::uint8_t {
  commit_error,        // CE, or AE in original mode: the message cannot be taken
  commit_reject,       // CR, or AR in original mode: only for MSH-9, MSH-11, MSH-12
  application_error,   // CA, then AE: taken, and its content is refused for good
  application_reject,  // CA, then AR: not the content's fault, may be sent again later
  none,                // no answer at all: the frame was no message
};

// One row per fault; the list itself is base/fault_list.inc.
enum class FaultCode : std::uint16_t {
#define BRIDGE_FAULT(name, ...) name,
#include "base/fault_list.inc"
#undef BRIDGE_FAULT
};

// What is true of every fault of one code.
struct FaultKind {
  std::string_view name;  // snake_case, the same text in metrics, journal and tests
  Refusal refusal;
  std::uint16_t hl7_error;      // HL7 table 0357, ERR-3
  std::uint16_t pump_error;     // IHE PIV code 9001-9044 for ERR-5 (IHE PCD TF-2 B.3), or 0
  std::uint16_t http_status;    // for the FHIR door
  std::string_view issue_type;  // FHIR issue-type
  Owner owner;
  std::string_view text;  // what is wrong, one plain clause
  std::string_view fix;   // what to change, one plain clause
};

const FaultKind& kind_of(FaultCode code);
std::optional<FaultCode> fault_named(std::string_view name);
std::string_view name_of(Owner owner);
std::string_view name_of(Severity severity);

// `place` is a path of the wire: `RXE[1]-23.1` or `MedicationRequest.dosageInstruction[0].route`.
// `detail` may name clinical numbers, units and limits for the sender and for `explain`; it never
// holds a name, an identifier or a snippet of the message, and is never logged.
struct Fault {
  FaultCode code;
  std::string place;
  std::string detail;
  Severity severity = Severity::error;

  friend bool operator==(const Fault&, const Fault&) = default;
};

// Reading and checking collect every fault, so that a person can mend them together.
using Faults = std::vector<Fault>;

bool any_error(const Faults& faults);

// "unit_unknown at RXE[1]-24": safe for a log line, since neither part comes from the message.
std::string brief(const Fault& fault);

}  // namespace bridge
