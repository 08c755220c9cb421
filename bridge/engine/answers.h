// SPDX-License-Identifier: Apache-2.0
// The answers to a message: which code, on which of the two ways, with which errors.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "decide/step.h"
#include "engine/tables.h"
#include "hl7/message.h"
#include "translate/header.h"

namespace bridge::engine {

// Original mode: the application answer goes back on the connection. Enhanced mode (MSH-15 or
// MSH-16 valued, HL7 v2.6 2.9.3): the accept acknowledgement goes back on the connection, as far as
// MSH-15 wants one, and the application answer later on the sender's own lane, as far as MSH-16
// wants one.
struct Answers {
  std::string now;  // empty: nothing goes back on the connection
  std::optional<decide::AnswerDue> later;
};

// What the answers are about.
struct Answered {
  const translate::Header& header;
  const hl7::Message& message;
  const std::vector<decide::Input>& inputs;
  const std::vector<decide::Decision>& decisions;
};

Answers answers_to(const Answered& answered, const Tables& tables, const decide::State& state,
                   Instant now);

// The answer to a message whose content was not read: `header` may be half empty. It is never the
// accept acknowledgement alone, since then nobody would hear of the refusal.
Answers refusal_of(const translate::Header& header, const Faults& faults, const Tables& tables,
                   const decide::State& state, Instant now);

// B141: what could not be kept is not accepted, whoever's fault that is.
std::string store_refusal(const translate::Header& header, Instant now);

// The application answers that became due with the fate of earlier requests (RRG^O16 to the
// bedside).
decide::Facts late_answers(const std::vector<decide::Reply>& replies, const Tables& tables,
                           const decide::State& state, Instant now);

// Where late answers to this sender go: the EHR lane that has its name, else the first one; empty
// when the sender wants none or none is configured.
std::string lane_of(const translate::Header& header, const Tables& tables);

// Remembers in each request where its late answer must go.
void address_replies(std::vector<decide::Input>& inputs, const translate::Header& header,
                     const hl7::Message& message, const Tables& tables);

// MSH-3 and MSH-4 as one key: control ids are unique within it.
std::string sender_of(const translate::Header& header);

// Unique over restarts: epoch, kind and a number that the journal counts.
std::string numbered(const std::string& epoch, char kind, std::uint64_t number);

}  // namespace bridge::engine
