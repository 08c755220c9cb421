// SPDX-License-Identifier: Apache-2.0
// Answers: acknowledgements as the simulated ends write and read them.
#pragma once

#include <string>
#include <string_view>

#include "base/instant.h"
#include "hl7/message.h"

namespace bridge::simulate {

// MSA of any answer; empty when the bytes are no such message.
struct Acknowledgement {
  std::string code;        // MSA-1
  std::string control_id;  // MSA-2
  std::string type;        // MSH-9.1: ACK, RRE, RRG
  bool positive() const { return code == "CA" || code == "AA"; }
  // HL7 v2.6 2.9.2.2: AR and CR are not the content's fault and may be sent again.
  bool again() const { return code == "CR" || code == "AR"; }
};
Acknowledgement read_acknowledgement(std::string_view answer);
std::string control_id_of(std::string_view message);

// For MllpLinkOptions::answers: MSA-2 of the answer is MSH-10 of the message.
bool answers(std::string_view message, std::string_view answer);

// ACK^<event>^ACK with MSH-3 to 6 swapped; `code` is MSA-1.
std::string write_acknowledgement(const hl7::Message& message, std::string_view code,
                                  std::string_view own_control_id, Instant now);

// A file's line ends made CR, as HL7 v2.9 2.5.4 wants them; what is CR already stays.
std::string as_on_the_wire(std::string text);

// A component in UTF-8, or nothing when it cannot be read.
std::string text_of(const hl7::Node& node);

}  // namespace bridge::simulate
