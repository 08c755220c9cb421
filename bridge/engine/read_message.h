// SPDX-License-Identifier: Apache-2.0
// read_message: a parsed message becomes the inputs of a decision; the one switch on MSH-9.
#pragma once

#include <vector>

#include "decide/step.h"
#include "engine/counters.h"
#include "engine/tables.h"
#include "hl7/message.h"
#include "translate/header.h"

namespace bridge::engine {

struct MessageRead {
  ReceivedKind kind = ReceivedKind::other;
  std::vector<decide::Input> inputs;  // one per order of the message
};

// The header has passed its policy, so its type is one of those below.
MessageRead read_message(const hl7::Message& message, const translate::Header& header,
                         const Tables& tables);

}  // namespace bridge::engine
