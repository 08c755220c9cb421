// SPDX-License-Identifier: Apache-2.0
// RRG^O16^RRG_O16: whether the pump took the program (IHE PCD TF-2 3.3.4.5), and what its codes
// mean.
//
//   MSH MSA { ERR } [PID] [ORC]
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/fault.h"
#include "base/instant.h"
#include "clinical/program_request.h"
#include "hl7/message.h"
#include "translate/gateway_profile.h"

namespace bridge::translate {

// Whether the same order may be asked for again. The bridge itself never sends a refused command a
// second time (B146): the next one is a new command, made from a new scan and checked anew.
enum class AskAgain : std::uint8_t {
  wait,    // when what stands in the way has ended by itself
  person,  // when a person has done what the fix says
  never,   // not as it is: the order, the library or the way of programming must change
};
constexpr auto names_of(AskAgain) {
  return std::to_array<std::string_view>({"wait", "person", "never"});
}

// One of the 44 codes of TF-2 B.3, in the words of the framework and in plain ones.
struct PumpErrorText {
  std::uint16_t code;
  std::string_view text;
  std::string_view cause;
  Owner owner;
  AskAgain again;
  std::string_view fix;
};

// Null for anything but "9001" to "9044".
const PumpErrorText* pump_error_text(std::string_view code);

struct AnswerRead {
  PumpAnswer answer;
  Faults faults;
};

// With an error among the faults the answer decides nothing: the command's fate stays unknown
// (B145). An AA that comes with an ERR of severity E or F is such an answer. An AE or AR without
// ERR-5 keeps the code of ERR-3.
AnswerRead read_rrg_o16(const hl7::Message& message);

// The answer as a gateway sends it, for the demonstration. AA when accepted, else AE with one ERR
// for each refusal.
std::string write_rrg_o16(const PumpAnswer& answer, const Envelope& envelope,
                          std::string_view control_id, Instant now);

}  // namespace bridge::translate
