// SPDX-License-Identifier: Apache-2.0
// Inbound: one message in, one answer out: parse, read, decide, commit, answer.
#pragma once

#include <string>
#include <string_view>

#include "engine/core.h"
#include "engine/counters.h"
#include "engine/tables.h"
#include "hl7/parse.h"
#include "json/json.h"

namespace bridge::engine {

// By which listener a message came: what it may be, and who is believed to send it.
enum class Door : std::uint8_t { ehr, gateway };

// A FHIR order as it came over HTTP.
struct FhirPost {
  std::string_view resource_type;  // of the address: "MedicationRequest"
  std::string_view body;
  bool xml = false;
};
struct FhirAnswer {
  int status = 500;
  json::Value resource;  // what was created, or an OperationOutcome
  std::string resource_id;
};

class Inbound {
 public:
  Inbound(Core& core, TablesHolder& tables, Counters& counters);

  // The answer to send on the same connection; empty: none is sent (an acknowledgement is never
  // acknowledged, and a sender may want none). Nothing positive is returned before it is durable.
  std::string answer(std::string_view text, Door door);

  // B06: the refusal of a message of which only the beginning was read.
  std::string refuse_too_long(std::string_view beginning, Door door);

  // The same line through the other door. 201 with the resource, 200 for a repeat, or an
  // OperationOutcome with the status that its issues ask for.
  FhirAnswer answer(const FhirPost& post);

  // LF as segment end is taken from files (explain, send); the wire refuses it (B10).
  void take_line_feeds(hl7::LineFeeds line_feeds) { limits_.line_feeds = line_feeds; }

 private:
  struct Received;
  std::string refuse_unread(std::string_view text, const Fault& fault, Door door);
  std::string refuse_envelope(const Received& received, const Faults& faults);
  std::string store_failed(const Received& received);
  decide::Facts record_answer(const Received& received,
                              const std::vector<decide::Decision>& decisions,
                              const decide::State& state, std::string& answer) const;
  FhirAnswer refuse_unread(const FhirPost& post, const Faults& faults);
  FhirAnswer outcome(const Faults& faults);
  void count(const Faults& faults);

  struct ResourceName {
    std::string_view type;
    const std::string& id;
    const std::string& order;
  };
  static Result<json::Value, Faults> read_resource(const FhirPost& post);
  decide::Facts keep_resource(const decide::Decision& decision, const decide::State& state,
                              json::Value& resource, const ResourceName& name,
                              json::Value& kept) const;

  Core& core_;
  TablesHolder& tables_;
  Counters& counters_;
  hl7::Limits limits_;
};

}  // namespace bridge::engine
