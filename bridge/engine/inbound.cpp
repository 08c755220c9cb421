// SPDX-License-Identifier: Apache-2.0
// The line that everyone should be able to recite: parse, read, decide, commit, answer.
#include "engine/inbound.h"

#include <algorithm>

#include "engine/answers.h"
#include "engine/digest.h"
#include "engine/read_message.h"
#include "fhir/check.h"
#include "fhir/outcome.h"
#include "fhir/xml.h"
#include "json/write.h"
#include "translate/medication_request.h"
#include "translate/order_places.h"

namespace bridge::engine {

// What is known of a message while it walks the line.
struct Inbound::Received {
  const hl7::Message& message;
  const translate::Header& header;
  const Tables& tables;
  Core::MessageKey key;
  ReceivedKind kind = ReceivedKind::other;
  const std::vector<decide::Input>* inputs = nullptr;
};

namespace {

// A pump's answer has a meaning at the gateway's door alone.
bool is_answer(const std::string& type, Door door) {
  return type == "ACK" || (type == "RRG" && door == Door::ehr);
}

}  // namespace

Inbound::Inbound(Core& core, TablesHolder& tables, Counters& counters)
    : core_(core), tables_(tables), counters_(counters) {}

std::string Inbound::answer(std::string_view text, Door door) {
  thread_local hl7::Message message;  // its memory is used again: one message at a time per thread
  const auto tables = tables_.current();
  const auto parsed = hl7::parse_into(message, text, limits_);
  if (!parsed) return refuse_unread(text, parsed.fault(), door);

  const translate::HeaderPolicy& policy =
      door == Door::ehr ? tables->ehr_door : tables->gateway_door;
  auto read_header = translate::read_header(message, policy, core_.now());
  const bool readable = read_header.has_value();
  const translate::Header header =
      readable ? *std::move(read_header) : translate::peek_header(message, policy);
  Received received{message, header, *tables, {}, ReceivedKind::other, nullptr};
  received.key = {sender_of(header), header.control_id, sha256_hex(text)};
  if (is_answer(header.type, door)) {
    counters_.count_received(header.type == "RRG" ? ReceivedKind::rrg_o16 : ReceivedKind::ack);
    return {};  // never acknowledge an acknowledgement (B30)
  }
  if (!readable) return refuse_envelope(received, read_header.fault());

  MessageRead read = read_message(message, header, *tables);
  received.kind = read.kind;
  counters_.count_received(read.kind);
  address_replies(read.inputs, header, message, *tables);
  received.inputs = &read.inputs;

  std::string answer;
  const Core::Submission submission =
      core_.submit(read.inputs, &received.key,
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
  for (const decide::Decision& decision : submission.decisions) {
    count(decision.findings);
    if (decision.done()) counters_.answers_positive.add();
  }
  return answer;
}

// The last fact of a message is its answer, so that a repeat of the message finds it (P6).
decide::Facts Inbound::record_answer(const Received& received,
                                     const std::vector<decide::Decision>& decisions,
                                     const decide::State& state, std::string& answer) const {
  Answers answers = answers_to({received.header, received.message, *received.inputs, decisions},
                               received.tables, state, core_.now());
  decide::Facts facts;
  if (answers.later) facts.push_back(std::move(*answers.later));
  facts.push_back(decide::MessageAnswered{received.key.sender, received.key.control_id,
                                          received.key.digest, answers.now});
  answer = std::move(answers.now);
  return facts;
}

// No tree could be made of it: what can be told of MSH addresses the refusal; it is never positive.
std::string Inbound::refuse_unread(std::string_view text, const Fault& fault, Door door) {
  const auto tables = tables_.current();
  const hl7::Message head = hl7::read_header_leniently(text);
  const translate::HeaderPolicy& policy =
      door == Door::ehr ? tables->ehr_door : tables->gateway_door;
  const translate::Header header = translate::peek_header(head, policy);
  Received received{head, header, *tables, {}, ReceivedKind::other, nullptr};
  received.key = {sender_of(header), header.control_id, sha256_hex(text)};
  counters_.count_received(ReceivedKind::other);
  return refuse_envelope(received, {fault});
}

std::string Inbound::refuse_too_long(std::string_view beginning, Door door) {
  return refuse_unread(beginning, Fault{FaultCode::frame_too_long, {}, {}}, door);
}

// Refused before its content was read; kept for the audit, and decided anew when it comes again.
std::string Inbound::refuse_envelope(const Received& received, const Faults& faults) {
  count(faults);
  std::string answer;
  const Core::Submission submission = core_.submit(
      {}, nullptr, [&](const std::vector<decide::Decision>&, const decide::State& state) {
        Answers answers = refusal_of(received.header, faults, received.tables, state, core_.now());
        answer = std::move(answers.now);
        decide::Facts facts;
        if (answers.later) facts.push_back(std::move(*answers.later));
        facts.push_back(decide::MessageRefused{received.key.sender, received.key.control_id,
                                               received.key.digest, faults});
        return facts;
      });
  // A refusal needs no durability to be safe, but an audit that may lack it is none.
  return core_.wait_durable(submission.sequence) ? answer : store_failed(received);
}

std::string Inbound::store_failed(const Received& received) {
  counters_.count_fault(FaultCode::store_failed);
  return store_refusal(received.header, core_.now());
}

void Inbound::count(const Faults& faults) {
  for (const Fault& fault : faults) counters_.count_fault(fault.code);
}

FhirAnswer Inbound::answer(const FhirPost& post) {
  counters_.count_received(ReceivedKind::fhir_order);
  const auto tables = tables_.current();
  auto resource = read_resource(post);
  if (!resource) return refuse_unread(post, resource.fault());
  if (resource->text_of("resourceType") != post.resource_type) {
    return refuse_unread(post, {Fault{FaultCode::resource_type_wrong, "resourceType", {}}});
  }
  Faults faults = fhir::check(*resource);
  if (any_error(faults)) return refuse_unread(post, faults);

  translate::OrderRead read = translate::read_medication_request(*resource, {}, tables->codes);
  const std::string order_key = read.order.placer_order_number.key();
  const std::string id = sha256_hex(order_key).substr(0, 32);
  const std::vector<decide::Input> inputs{
      decide::OrderInput{std::move(read.order), std::move(read.faults)}};
  json::Value kept;
  const Core::Submission submission =
      core_.submit(inputs, nullptr,
                   [&](const std::vector<decide::Decision>& decisions, const decide::State& state) {
                     return keep_resource(decisions.front(), state, *resource,
                                          {post.resource_type, id, order_key}, kept);
                   });
  if (!core_.wait_durable(submission.sequence)) {
    return outcome({Fault{FaultCode::store_failed, {}, {}}});
  }
  const decide::Decision& decision = submission.decisions.front();
  const Faults findings = translate::on_wire(decision.findings, translate::OrderWire::resource);
  if (!decision.done()) return outcome(findings);
  count(findings);
  counters_.answers_positive.add();
  if (decision.facts.empty()) return {200, std::move(kept), id};
  // B54: what holds the order, or should be looked at, is told; the resource is at its address.
  const bool quiet = std::none_of(findings.begin(), findings.end(), [](const Fault& fault) {
    return fault.severity == Severity::warning;
  });
  return {201, quiet ? std::move(kept) : fhir::operation_outcome(findings), id};
}

FhirAnswer Inbound::outcome(const Faults& faults) {
  count(faults);
  return {fhir::http_status(faults), fhir::operation_outcome(faults), {}};
}

// As refuse_envelope(): kept for the audit.
FhirAnswer Inbound::refuse_unread(const FhirPost& post, const Faults& faults) {
  const std::uint64_t sequence =
      core_.record({decide::MessageRefused{"fhir", std::string(), sha256_hex(post.body), faults}});
  if (!core_.wait_durable(sequence)) return outcome({Fault{FaultCode::store_failed, {}, {}}});
  return outcome(faults);
}

Result<json::Value, Faults> Inbound::read_resource(const FhirPost& post) {
  if (post.xml) return fhir::read_xml(post.body);
  auto value = json::parse(post.body);
  if (!value) return Faults{std::move(value).fault()};
  return std::move(value).value();
}

// The resource as it was sent, under its id; a repeat gets the one that was kept first.
decide::Facts Inbound::keep_resource(const decide::Decision& decision, const decide::State& state,
                                     json::Value& resource, const ResourceName& name,
                                     json::Value& kept) const {
  if (!decision.done()) return {};
  const decide::ResourceState* known = state.resource(std::string(name.type) + '/' + name.id);
  if (decision.facts.empty() && known != nullptr) {
    auto parsed = json::parse(known->content);
    if (parsed) kept = std::move(parsed).value();
    return {};
  }
  const Instant now = core_.now();
  json::Value meta = json::Value::object();
  meta.set("versionId", json::Value::string("1"));
  meta.set("lastUpdated", json::Value::string(now.utc()));
  resource.set("id", json::Value::string(name.id));
  resource.set("meta", std::move(meta));
  kept = resource;
  return {decide::ResourceStored{std::string(name.type), name.id, name.order, json::write(resource),
                                 now}};
}

}  // namespace bridge::engine
