// SPDX-License-Identifier: Apache-2.0
#include "shell/fhir_api.h"

#include <algorithm>
#include <optional>

#include "fhir/outcome.h"
#include "fhir/xml.h"
#include "json/write.h"
#include "shell/administration_search.h"
#include "translate/medication_administration.h"

namespace bridge::shell {
namespace {

constexpr std::string_view json_type = "application/fhir+json";
constexpr std::string_view xml_type = "application/fhir+xml";

// The media type without its parameters, in lower case.
std::string bare_type(std::string_view field) {
  std::string bare(field.substr(0, field.find(';')));
  while (!bare.empty() && bare.back() == ' ') bare.pop_back();
  for (char& letter : bare) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return bare;
}

std::optional<bool> is_xml(std::string_view media_type) {
  const std::string bare = bare_type(media_type);
  if (bare == json_type || bare == "application/json") return false;
  if (bare == xml_type || bare == "application/xml" || bare == "text/xml") return true;
  return std::nullopt;
}

// What the client will take: the first of its list that is served here; nothing named: JSON.
std::optional<bool> wanted_xml(const HttpHead& head) {
  const auto accept = head.field("accept");
  if (!accept || accept->empty()) return false;
  std::string_view rest = *accept;
  while (!rest.empty()) {
    const std::size_t comma = std::min(rest.find(','), rest.size());
    std::string_view item = rest.substr(0, comma);
    while (!item.empty() && item.front() == ' ') item.remove_prefix(1);
    rest.remove_prefix(std::min(comma + 1, rest.size()));
    const std::string bare = bare_type(item);
    if (bare == "*/*" || bare == "application/*") return false;
    if (const auto xml = is_xml(item)) return xml;
  }
  return std::nullopt;
}

// FHIR R4 http.html 3.1.0.1.11: _format goes before Accept. A "+" that nobody escaped came as a
// blank.
std::optional<bool> format_xml(std::string value) {
  std::replace(value.begin(), value.end(), ' ', '+');
  const std::string bare = bare_type(value);
  if (bare == "json") return false;
  if (bare == "xml") return true;
  return is_xml(bare);
}

// In which form to answer: XML or JSON.
Result<bool> answer_form(const HttpHead& head,
                         const std::optional<FhirApi::Parameters>& parameters) {
  const std::vector<std::pair<std::string, std::string>> none;
  std::optional<bool> form;
  for (const auto& [name, value] : parameters.value_or(none)) {
    if (name != "_format") continue;
    const auto asked = format_xml(value);
    if (!asked || (form && *form != *asked)) {
      return Fault{FaultCode::not_acceptable, "_format",
                   "_format takes json, xml, application/fhir+json or application/fhir+xml"};
    }
    form = asked;
  }
  if (form) return *form;
  const auto accepted = wanted_xml(head);
  if (!accepted) return Fault{FaultCode::not_acceptable, "Accept", {}};
  return *accepted;
}

HttpResponse response(int status, const json::Value& resource, bool xml) {
  HttpResponse answer;
  answer.status = status;
  auto text = xml ? fhir::write_xml(resource) : Result<std::string>(json::write(resource));
  const bool as_xml = xml && text.has_value();
  answer.body = text ? std::move(text).value() : json::write(resource);
  answer.fields.push_back({"Content-Type", std::string(as_xml ? xml_type : json_type)});
  return answer;
}

}  // namespace

FhirApi::FhirApi(engine::Core& core, engine::Inbound& inbound, engine::TablesHolder& tables)
    : core_(core), inbound_(inbound), tables_(tables) {}

HttpResponse FhirApi::refusal(const Faults& faults, bool xml) {
  HttpResponse answer = response(fhir::http_status(faults), fhir::operation_outcome(faults), xml);
  if (answer.status == 503) answer.fields.push_back({"Retry-After", "5"});
  return answer;
}

HttpResponse FhirApi::answer(const HttpRequest& request) {
  const auto parameters = query_parameters(request.head.query);
  const auto form = answer_form(request.head, parameters);
  if (!form) return refusal({form.fault()}, wanted_xml(request.head).value_or(false));
  const bool xml = *form;
  const std::string_view prefix = "/fhir/";
  const bool at_base = request.head.path == "/fhir" || request.head.path == prefix;
  if (at_base && request.head.method == "POST") {  // a batch or transaction: B29, B116, B117
    return refusal({Fault{FaultCode::batch_not_supported, "Bundle", {}}}, xml);
  }
  if (request.head.path.rfind(prefix, 0) != 0) {
    return refusal({Fault{FaultCode::resource_unknown, {}, {}}}, xml);
  }
  const std::string rest = request.head.path.substr(prefix.size());
  const std::size_t slash = rest.find('/');
  const std::string type = rest.substr(0, slash);
  const std::string id = slash == std::string::npos ? "" : rest.substr(slash + 1);
  const bool reading = request.head.method == "GET" || request.head.method == "HEAD";
  if (type == "metadata" && reading) return response(200, capability_statement(core_.now()), xml);
  if (type != "MedicationRequest" && type != "MedicationAdministration") {
    return refusal({Fault{FaultCode::message_type_unknown, {}, {}}}, xml);
  }
  if (type == "MedicationRequest" && id.empty() && request.head.method == "POST") {
    return create(request, xml);
  }
  if (!reading || (type == "MedicationRequest" && id.empty())) {
    HttpResponse answer = refusal({Fault{FaultCode::method_not_allowed, {}, {}}}, xml);
    answer.fields.push_back({"Allow", type == "MedicationRequest" && id.empty() ? "POST" : "GET"});
    return answer;
  }
  if (!id.empty()) return read(type, id, xml);
  if (!parameters) {
    return refusal(
        {Fault{FaultCode::parameter_value, "query", "the query is not URL-encoded UTF-8"}}, xml);
  }
  return search(*parameters, xml);
}

HttpResponse FhirApi::create(const HttpRequest& request, bool xml_out) {
  const auto content_type = request.head.field("content-type");
  const auto xml_in = content_type ? is_xml(*content_type) : std::nullopt;
  if (!xml_in) return refusal({Fault{FaultCode::media_type, {}, {}}}, xml_out);
  engine::FhirAnswer made =
      inbound_.answer(engine::FhirPost{"MedicationRequest", request.body, *xml_in});
  HttpResponse answer = response(made.status, made.resource, xml_out);
  if (made.status == 503) answer.fields.push_back({"Retry-After", "5"});
  if (made.status == 200 || made.status == 201) {
    answer.fields.push_back({"Location", "/fhir/MedicationRequest/" + made.resource_id});
    answer.fields.push_back({"ETag", "W/\"1\""});
  }
  return answer;
}

json::Value FhirApi::administration_resource(const decide::AdministrationState& held) const {
  const auto tables = tables_.current();
  const Administration administration = held.administration.unpack();
  translate::ResourceVersion version;
  version.version_id = std::to_string(administration.version);
  version.last_updated = held.last_event_at;
  version.identifier_system = "urn:infusion-bridge:administration";
  return translate::write_medication_administration(administration, administration.records, version,
                                                    tables->codes);
}

HttpResponse FhirApi::read(std::string_view type, const std::string& id, bool xml_out) {
  struct Found {
    std::optional<json::Value> resource;
    std::uint64_t sequence = 0;
  };
  Found found = core_.look_with_sequence([&](const decide::State& state, std::uint64_t sequence) {
    Found result;
    result.sequence = sequence;
    if (type == "MedicationAdministration") {
      const decide::AdministrationState* held = state.administration(id);
      if (held != nullptr) result.resource = administration_resource(*held);
    } else if (const auto* kept = state.resource(std::string(type) + '/' + id)) {
      auto parsed = json::parse(kept->content);
      if (parsed) result.resource = std::move(parsed).value();
    }
    return result;
  });
  if (!core_.wait_durable(found.sequence)) {
    return refusal({Fault{FaultCode::store_failed, {}, {}}}, xml_out);
  }
  if (!found.resource) return refusal({Fault{FaultCode::resource_unknown, {}, {}}}, xml_out);
  return response(200, *found.resource, xml_out);
}

// The whole result is one page of at most AdministrationSearch::max_count, newest last; `total`
// says how many there are.
HttpResponse FhirApi::search(const Parameters& parameters, bool xml_out) {
  const auto tables = tables_.current();
  const auto read = AdministrationSearch::read(parameters, tables->codes);
  if (!read) return refusal(read.fault(), xml_out);
  std::size_t total = 0;
  json::Value entries = json::Value::array();
  const std::uint64_t sequence =
      core_.look_with_sequence([&](const decide::State& state, std::uint64_t last) {
        for (const auto& [id, held] : state.administrations()) {
          if (held.administration.empty() || !read->matches(held.administration.unpack())) continue;
          if (++total > read->count) continue;
          json::Value entry = json::Value::object();
          entry.set("fullUrl", json::Value::string("urn:infusion-bridge:administration:" + id));
          entry.set("resource", administration_resource(held));
          json::Value how = json::Value::object();
          how.set("mode", json::Value::string("match"));
          entry.set("search", std::move(how));
          entries.push(std::move(entry));
        }
        return last;
      });
  if (!core_.wait_durable(sequence)) {
    return refusal({Fault{FaultCode::store_failed, {}, {}}}, xml_out);
  }
  json::Value bundle = json::Value::object();
  bundle.set("resourceType", json::Value::string("Bundle"));
  bundle.set("type", json::Value::string("searchset"));
  bundle.set("total", json::Value::number(static_cast<std::int64_t>(total)));
  if (entries.item_count() != 0) bundle.set("entry", std::move(entries));
  return response(200, bundle, xml_out);
}

}  // namespace bridge::shell
