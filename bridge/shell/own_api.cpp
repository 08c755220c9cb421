// SPDX-License-Identifier: Apache-2.0
#include "shell/own_api.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "fhir/outcome.h"
#include "json/reading.h"
#include "json/write.h"
#include "translate/order_json.h"

namespace bridge::shell {
namespace {

HttpResponse json_response(int status, const json::Value& value) {
  HttpResponse response;
  response.status = status;
  response.body = json::write(value);
  response.fields.push_back({"Content-Type", "application/json"});
  return response;
}

HttpResponse refused(const Faults& faults) {
  json::Value body = json::Value::object();
  body.set("findings", translate::findings_json(faults));
  return json_response(fhir::http_status(faults), body);
}

EntityId entity(json::ObjectReader& reader) {
  EntityId id;
  id.id = reader.text("id");
  id.namespace_id = reader.text_or("namespace", "");
  id.universal_id = reader.text_or("universal_id", "");
  id.universal_id_type = reader.text_or("universal_id_type", "");
  if (!id.universal_id.empty() && id.universal_id_type.empty()) {
    reader.fail("universal_id_type", "is required beside universal_id: EUI-64, ISO or DNS");
  }
  if (id.universal_id.empty() && !id.universal_id_type.empty()) {
    reader.fail("universal_id", "is required beside universal_id_type");
  }
  return id;
}

// A channel's number alone may be another maker's too.
EntityId pump(json::ObjectReader& root) {
  json::ObjectReader reader = root.object("pump");
  EntityId id = entity(reader);
  if (!id.id.empty() && id.authority().empty()) {
    reader.fail("universal_id", "is required, with universal_id_type, or else namespace");
  }
  return id;
}

// decide/ says places in the words of HL7; who sent JSON knows its members.
Faults in_members(Faults findings) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> members = {
      {{"ORC-2", "order"},
       {"OBX-18", "pump"},
       {"PID-3", "patient"},
       {"ORC-9", "at"},
       {"request.at", "at"}}};
  for (Fault& fault : findings) {
    for (const auto& [place, member] : members) {
      if (fault.place == place) fault.place = member;
    }
  }
  return findings;
}

// Who acts and why is what an audit asks for first; blanks are nobody and no reason.
std::string said(json::ObjectReader& reader, const char* key) {
  std::string text = reader.text(key);
  return text.find_first_not_of(" \t") == std::string::npos ? std::string() : text;
}

Person person(json::ObjectReader& reader) { return Person{said(reader, "by"), {}}; }

Person named_person(json::ObjectReader& reader) {
  Person by = person(reader);
  if (reader.has("by") && by.id.empty()) reader.fail("by", "must not be blank");
  return by;
}

// Reads one body, closed world; `read` gets the root object.
template <class Read>
Result<decide::Input, Faults> read_body(std::string_view body, Read&& read) {
  const auto document = json::parse(body);
  if (!document) return Faults{document.fault()};
  json::Reading reading("body", FaultCode::element_value);
  std::optional<decide::Input> input;
  {
    json::ObjectReader root(*document, reading);
    input = read(root);
  }
  Faults faults = reading.take();
  if (!faults.empty()) return faults;
  return std::move(*input);
}

enum class Program : std::uint8_t { new_bag, rate_change, none };
constexpr auto names_of(Program) {
  return std::to_array<std::string_view>({"new_bag", "rate_change", "none"});
}

decide::Input read_association(json::ObjectReader& root, Instant now) {
  decide::RequestInput input;
  Association& asked = input.request.association;
  root.object_if("patient", [&asked](json::ObjectReader& patient) {
    asked.patient_id.id = patient.text("id");
    asked.patient_id.authority = patient.text("authority");
  });
  if (!root.has("patient")) root.fail("patient", "is required");
  {
    json::ObjectReader order = root.object("order");
    asked.placer_order_number = entity(order);
  }
  asked.pump = pump(root);
  asked.by = named_person(root);
  asked.at = now;
  if (const auto at = root.text_if("at")) {
    const auto parsed = Instant::parse_rfc3339(*at);
    if (parsed) asked.at = *parsed;
    if (!parsed) root.fail("at", "must be a time with its offset: 2026-03-02T10:15:00+01:00");
  }
  const Program program = root.one_of_or("program", Program::new_bag);
  input.program = program != Program::none;
  input.request.kind =
      program == Program::rate_change ? ProgramKind::rate_change : ProgramKind::new_bag;
  return input;
}

decide::Input read_release(json::ObjectReader& root) {
  decide::ReleaseInput input;
  {
    json::ObjectReader order = root.object("order");
    input.placer_order_number = entity(order);
  }
  input.by = person(root);
  input.reason = said(root, "reason");
  return input;
}

decide::Input read_resolution(json::ObjectReader& root) {
  decide::ResolveInput input;
  input.control_id = root.text("control_id");
  input.programmed = root.flag("programmed");
  input.by = person(root);
  input.reason = said(root, "reason");
  return input;
}

decide::Input read_disassociation(json::ObjectReader& root) {
  decide::DisassociateInput input;
  input.pump = pump(root);
  input.by = named_person(root);
  return input;
}

}  // namespace

OwnApi::OwnApi(engine::Core& core) : core_(core) {}

HttpResponse OwnApi::act(decide::Input input, int success) {
  const auto decisions = core_.submit_durably(std::move(input));
  if (!decisions) return refused({decisions.fault()});
  const decide::Decision& decision = decisions->front();
  if (!decision.done()) return refused(in_members(decision.findings));
  json::Value body = json::Value::object();
  for (const decide::Fact& fact : decision.facts) {
    if (const auto* due = std::get_if<decide::ProgramDue>(&fact)) {
      body.set("control_id", json::Value::string(due->control_id));
      body.set("command", translate::command_json(due->program));
    }
  }
  body.set("findings", translate::findings_json(in_members(decision.findings)));
  return json_response(success, body);
}

HttpResponse OwnApi::answer(const HttpRequest& request) {
  const std::string& path = request.head.path;
  const bool post = request.head.method == "POST";
  const bool get = request.head.method == "GET" || request.head.method == "HEAD";
  const auto submit = [&](auto&& read, int success) {
    auto input = read_body(request.body, read);
    return input ? act(std::move(input).value(), success) : refused(input.fault());
  };
  const Instant now = core_.now();
  if (post && path == "/api/associations") {
    return submit([now](json::ObjectReader& root) { return read_association(root, now); }, 201);
  }
  if (post && path == "/api/releases") return submit(read_release, 200);
  if (post && path == "/api/resolutions") return submit(read_resolution, 200);
  if (post && path == "/api/disassociations") return submit(read_disassociation, 200);
  if (get && path == "/api/pumps") return pumps();
  if (get && path == "/api/parked") return parked();
  if (get && path == "/api/programs") {
    const auto parameters = query_parameters(request.head.query);
    std::string status;
    for (const auto& [name, value] : parameters.value_or(decltype(parameters)::value_type{})) {
      if (name != "status") {
        return refused({Fault{FaultCode::parameter_unknown, {}, "taken here: status"}});
      }
      status = value;
    }
    if (!parameters) {
      return refused({Fault{FaultCode::parameter_value, {}, "the query is not URL-encoded UTF-8"}});
    }
    return programs(status);
  }
  const bool known = path == "/api/associations" || path == "/api/releases" ||
                     path == "/api/resolutions" || path == "/api/disassociations" ||
                     path == "/api/pumps" || path == "/api/parked" || path == "/api/programs";
  return refused(
      {Fault{known ? FaultCode::method_not_allowed : FaultCode::resource_unknown, {}, {}}});
}

HttpResponse OwnApi::programs(const std::string& status) {
  if (!status.empty() && !named<decide::ProgramStatus>(status)) {
    std::string accepted = "one of";
    for (const std::string_view one : names_of(decide::ProgramStatus{})) {
      accepted.append(" ").append(one);
    }
    return refused({Fault{FaultCode::parameter_value, "status", std::move(accepted)}});
  }
  json::Value list = json::Value::array();
  core_.look([&](const decide::State& state) {
    std::vector<std::string> ids;
    for (const auto& [control_id, program] : state.programs()) {
      if (status.empty() || name_of(program.status) == status) ids.push_back(control_id);
    }
    std::sort(ids.begin(), ids.end());
    for (const std::string& control_id : ids) {
      const decide::ProgramState& program = *state.program(control_id);
      json::Value item = json::Value::object();
      item.set("control_id", json::Value::string(control_id));
      item.set("status", json::Value::string(std::string(name_of(program.status))));
      item.set("order", json::Value::string(program.order));
      item.set("pump", json::Value::string(program.pump));
      item.set("attempts", json::Value::number(static_cast<std::int64_t>(program.attempts)));
      item.set("due_at", json::Value::string(program.due_at.utc()));
      list.push(std::move(item));
    }
    return 0;
  });
  json::Value body = json::Value::object();
  body.set("programs", std::move(list));
  return json_response(200, body);
}

HttpResponse OwnApi::pumps() {
  json::Value list = json::Value::array();
  core_.look([&list](const decide::State& state) {
    std::vector<std::string> keys;
    for (const auto& [key, pump] : state.pumps()) keys.push_back(key);
    std::sort(keys.begin(), keys.end());
    for (const std::string& key : keys) {
      const decide::PumpState& pump = *state.pump(key);
      json::Value item = json::Value::object();
      item.set("pump", json::Value::string(key));
      if (pump.association) {
        item.set("order", json::Value::string(pump.association->placer_order_number.key()));
        item.set("patient", json::Value::string(pump.association->patient_id.key()));
      }
      item.set("in_flight", json::Value::string(pump.in_flight));
      item.set("loaded", json::Value::string(pump.loaded));
      item.set("running", json::Value::boolean(pump.running));
      item.set("online", json::Value::boolean(pump.online));
      list.push(std::move(item));
    }
    return 0;
  });
  json::Value body = json::Value::object();
  body.set("pumps", std::move(list));
  return json_response(200, body);
}

HttpResponse OwnApi::parked() {
  json::Value list = json::Value::array();
  core_.look([&list](const decide::State& state) {
    for (const std::string& id : state.parked_reports()) list.push(json::Value::string(id));
    return 0;
  });
  json::Value body = json::Value::object();
  body.set("reports", std::move(list));
  return json_response(200, body);
}

}  // namespace bridge::shell
