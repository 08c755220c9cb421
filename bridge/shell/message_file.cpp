// SPDX-License-Identifier: Apache-2.0
#include "shell/message_file.h"

#include <chrono>
#include <utility>

#include "engine/read_message.h"
#include "fhir/check.h"
#include "fhir/xml.h"
#include "hl7/parse.h"
#include "json/json.h"
#include "translate/medication_request.h"

namespace bridge::shell {
namespace {

Result<json::Value, Faults> tree_of(const std::string& name, const std::string& text) {
  if (name.ends_with(".xml")) return fhir::read_xml(text);
  auto value = json::parse(text);
  if (!value) return Faults{std::move(value).fault()};
  return std::move(value).value();
}

MessageFile read_resource(const std::string& name, const std::string& text,
                          const engine::Tables& tables, Instant otherwise) {
  MessageFile file;
  file.resource = true;
  file.wire = translate::OrderWire::resource;
  file.at = otherwise;
  const auto tree = tree_of(name, text);
  if (!tree) {
    file.faults = tree.fault();
    return file;
  }
  file.faults = fhir::check(*tree);
  if (tree->text_of("resourceType") != "MedicationRequest") {
    file.faults.push_back(Fault{FaultCode::resource_type_wrong, "resourceType", {}});
  }
  if (any_error(file.faults)) return file;
  translate::OrderRead order = translate::read_medication_request(*tree, {}, tables.codes);
  file.at = order.order.written_at.value_or(otherwise);
  file.inputs.push_back(decide::OrderInput{std::move(order.order), std::move(order.faults)});
  return file;
}

}  // namespace

MessageFile read_message_file(const std::string& name, const std::string& text,
                              const engine::Tables& tables, Instant otherwise) {
  if (name.ends_with(".json") || name.ends_with(".xml")) {
    return read_resource(name, text, tables, otherwise);
  }
  MessageFile file;
  file.at = otherwise;
  const hl7::Limits limits{.line_feeds = hl7::LineFeeds::end_segments};
  const auto message = hl7::parse(text, limits);
  if (!message) {
    file.faults = {message.fault()};
    return file;
  }
  const translate::Header told = translate::peek_header(*message, tables.ehr_door);
  file.at = told.time.value_or(otherwise);
  file.wire = translate::order_wire(told.type);
  file.from_gateway = told.type == "RRG" || told.type == "ORU";
  const auto header = translate::read_header(
      *message, file.from_gateway ? tables.gateway_door : tables.ehr_door, file.at);
  if (!header)
    file.faults = header.fault();
  else
    file.inputs = engine::read_message(*message, *header, tables).inputs;
  return file;
}

Instant real_time() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return Instant::from_unix_ms(
      std::chrono::duration_cast<std::chrono::milliseconds>(since).count());
}

}  // namespace bridge::shell
