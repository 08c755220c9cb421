// SPDX-License-Identifier: Apache-2.0
// The FHIR door under /fhir: orders in, administrations out.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/fault.h"
#include "engine/core.h"
#include "engine/inbound.h"
#include "json/json.h"
#include "shell/http_server.h"

namespace bridge::shell {

// POST MedicationRequest; GET MedicationRequest/[id], MedicationAdministration/[id],
// MedicationAdministration?patient&patient:identifier&status&effective-time&_count, metadata.
class FhirApi {
 public:
  FhirApi(engine::Core& core, engine::Inbound& inbound, engine::TablesHolder& tables);

  using Parameters = std::vector<std::pair<std::string, std::string>>;

  // As JSON or XML, by the parameter _format or else by Accept (B105).
  HttpResponse answer(const HttpRequest& request);

  // An OperationOutcome in the media type that the client accepts.
  static HttpResponse refusal(const Faults& faults, bool xml);

 private:
  HttpResponse create(const HttpRequest& request, bool xml_out);
  HttpResponse read(std::string_view type, const std::string& id, bool xml_out);
  HttpResponse search(const Parameters& parameters, bool xml_out);
  json::Value administration_resource(const decide::AdministrationState& held) const;

  engine::Core& core_;
  engine::Inbound& inbound_;
  engine::TablesHolder& tables_;
};

// What works, and nothing else (FHIR R4 CapabilityStatement).
json::Value capability_statement(Instant date);

}  // namespace bridge::shell
