// SPDX-License-Identifier: Apache-2.0
// RGV^O15^RGV_O15, IHE PCD-03 Communicate Infusion Order (TF-2 3.3): the command to a gateway, and
// the request of a bedside barcode system.
//
//   MSH PID [PV1] ORC { RXG [TQ1] RXR { OBX } }
//
// One order per message, and one GIVE group for each step of it. There is no message that starts,
// pauses or stops a pump.
#pragma once

#include <string>

#include "base/instant.h"
#include "clinical/checked_program.h"
#include "clinical/program_request.h"
#include "hl7/message.h"
#include "translate/code_book.h"
#include "translate/gateway_profile.h"
#include "translate/message_clock.h"

namespace bridge::translate {

// The command, from nothing but a program that passed every check (promise P3). MSH-10 is the
// program's control id; the same arguments give the same bytes. Numbers are the program's decimals
// as their shortest text, never shortened further although v2.6 gives RXG-15 six characters.
// A program with steps has one RXG for each; otherwise there is one.
std::string write_rgv_o15(const CheckedProgram& program, const GatewayProfile& profile,
                          const CodeBook& book, Instant now);

struct RequestRead {
  ProgramRequest request;
  Faults faults;
};

// A request from the bedside, or a command as the demonstration gateway takes it. Every fault is
// collected; the request may be used when none is an error. Which order and patient it fits, and
// whether ORC-9 is too old, is decided elsewhere. `clock` reads times that say no
// offset.
RequestRead read_rgv_o15(const hl7::Message& message, const CodeBook& book,
                         const MessageClock& clock);

}  // namespace bridge::translate
