// SPDX-License-Identifier: Apache-2.0
// The CapabilityStatement: says exactly what shell/fhir_api.cpp serves.
#include "shell/fhir_api.h"

namespace bridge::shell {
namespace {

json::Value text(std::string_view value) { return json::Value::string(std::string(value)); }

json::Value interaction(std::string_view code) {
  json::Value value = json::Value::object();
  value.set("code", text(code));
  return value;
}

json::Value parameter(std::string_view name, std::string_view type) {
  json::Value value = json::Value::object();
  value.set("name", text(name));
  value.set("type", text(type));
  return value;
}

}  // namespace

json::Value capability_statement(Instant date) {
  json::Value orders = json::Value::object();
  orders.set("type", text("MedicationRequest"));
  orders.set("interaction", json::Value::array({interaction("read"), interaction("create")}));
  orders.set("versioning", text("no-version"));
  json::Value administrations = json::Value::object();
  administrations.set("type", text("MedicationAdministration"));
  administrations.set("interaction",
                      json::Value::array({interaction("read"), interaction("search-type")}));
  administrations.set("versioning", text("versioned"));
  administrations.set("searchParam", json::Value::array({parameter("patient", "reference"),
                                                         parameter("status", "token"),
                                                         parameter("effective-time", "date")}));
  json::Value rest = json::Value::object();
  rest.set("mode", text("server"));
  rest.set("resource", json::Value::array({std::move(orders), std::move(administrations)}));
  json::Value software = json::Value::object();
  software.set("name", text("Infusion Bridge"));
  software.set("version", text(BRIDGE_VERSION));
  json::Value implementation = json::Value::object();
  implementation.set("description",
                     text("infusion orders in, administrations of infusion pumps out"));
  json::Value statement = json::Value::object();
  statement.set("resourceType", text("CapabilityStatement"));
  statement.set("status", text("active"));
  statement.set("date", text(date.fhir()));
  statement.set("kind", text("instance"));
  statement.set("software", std::move(software));
  statement.set("implementation", std::move(implementation));
  statement.set("fhirVersion", text("4.0.1"));
  statement.set("format", json::Value::array({text("json"), text("xml")}));
  statement.set("rest", json::Value::array({std::move(rest)}));
  return statement;
}

}  // namespace bridge::shell
