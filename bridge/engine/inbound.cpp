// SPDX-License-Identifier: Apache-2.0
// The line that everyone should be able to recite: parse, read, decide, commit, answer.
#include "engine/inbound.h"

#include <algorithm>
#include <optional>

#include "engine/answers.h"
#include "engine/digest.h"
#include "engine/read_message.h"
#include "fhir/check.h"
#include "fhir/outcome.h"
#include "fhir/xml.h"
#include "json/write.h"
#include "translate/medication_request.h"

namespace bridge::engine {

// What is known of a message while it walks the line.
struct Inbound::Received {
  const hl7::Message& message;
  const translate::Header& header;
  const Tables& tables;
  Core::MessageKey key;
  ReceivedKind kind = ReceivedKind::other;
};

Inbound::Inbound(Core& core, TablesHolder& tables, Counters& counters)
    : core_(core), tables_(tables), counters_(counters) {}

std::string Inbound::answer(std::string_view text, Door door) {
  thread_local hl7::Message message;  // its memory is used again: one message at a time per thread
  const auto tables = tables_.current();
  const auto parsed = hl7::parse_into(message, text, limits_);
  if (!parsed) return refuse_unread(text, parsed.fault(), door);

  const translate::HeaderPolicy& policy =
      door == Door::ehr ? tables->ehr_door : tables->gateway_door;
  auto header = translate::read_header(message, policy, core_.now());
  const translate::Header told = header ? *header : translate::peek_header(message, policy);
  Received received{message, told, *tables, {}, ReceivedKind::other};
  received.key = {sender_of(told), told.control_id, sha256_hex(text)};
  if (told.type == "ACK" || (door == Door::ehr && is_response(told))) {
    counters_.count_received(ReceivedKind::ack);
    return {};  // never acknowledge an acknowledgement (B30)
  }
  if (!header) return refuse_envelope(received, std::move(header).fault());

  MessageRead read = read_message(message, *header, *tables);
  received.kind = read.kind;
  counters_.count_received(read.kind);
  address_replies(read.inputs, *header, message, *tables);

  std::string answer;
  const Core::Submission submission = core_.submit(
      read.inputs, &received.key,
      [&](const std::vector<decide::Decision>& decisions, const decide::State& state) {
        return record_answer(received, decisions, state, answer);
      });
  if (!core_.wait_durable(submission.sequence)) return store_failed(received);
  if (submission.repeated) {
    counters_.answers_repeated.add();
    return *submission.repeated;
  }
  if (submission.control_id_reused) {
    return refuse_envelope(received, {Fault{FaultCode::control_id_reused, "MSH-10", {}}});
  }
  for (const decide::Decision& decision : submission.decisions) count(decision.findings);
  return answer;
}

decide::Facts Inbound::record_answer(const Received& received,
                                     const std::vector<decide::Decision>& decisions,
                                     const decide::State& state, std::string& answer) const {
  AnswerPlan plan = plan_answer(received.message, received.header, received.tables, decisions, state,
                                clock_now_);
  (void)plan;
  return {};
}

}  // namespace bridge::engine
