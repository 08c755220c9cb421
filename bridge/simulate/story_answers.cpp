// SPDX-License-Identifier: Apache-2.0
#include "simulate/story_answers.h"

#include "hl7/parse.h"
#include "json/json.h"
#include "json/write.h"

namespace bridge::simulate {
namespace {

std::string head_of(StoryPartner partner, std::string_view what) {
  return std::string(name_of(partner)).append(" < ").append(what);
}

std::string text_at(const json::Value& object, std::string_view key) {
  return std::string(object.text_of(key).value_or(""));
}

// One line, however the member is made: texts bare, all else as compact JSON.
std::string plain(const json::Value& value) {
  return value.is_string() ? value.as_string() : json::write(value);
}

std::string issue_line(const json::Value& issue) {
  std::string line = text_at(issue, "severity") + " " + text_at(issue, "code");
  const json::Value* expression = issue.find("expression");
  if (expression != nullptr) {
    for (const json::Value& place : expression->items()) line.append(" ").append(plain(place));
  }
  const json::Value* details = issue.find("details");
  return line + " | " + (details == nullptr ? "" : text_at(*details, "text"));
}

std::string finding_line_of(const json::Value& finding) {
  std::string line = "finding=" + text_at(finding, "severity") + " " + text_at(finding, "code") +
                     " " + text_at(finding, "cause");
  const std::string place = text_at(finding, "place");
  return place.empty() ? line : line + " at " + place;
}

std::string item_line(std::string_view list, const json::Value& item) {
  std::string line = std::string(list) + ":";
  if (!item.is_object()) return line + " " + plain(item);
  for (const json::Member& member : item.members()) {
    line.append(" ").append(member.key).append("=").append(plain(member.value));
  }
  return line;
}

}  // namespace

StoryOutput told_message(StoryPartner partner, std::string_view message) {
  const auto parsed = hl7::parse(std::string(message));
  if (!parsed) return {head_of(partner, "unreadable"), {brief(parsed.fault())}};
  const hl7::Field type = parsed->segment(0).field(9);
  std::string kind(type.component(1).raw());
  if (type.component(2).valued()) kind.append("^").append(type.component(2).raw());
  StoryOutput output{head_of(partner, kind), {}};
  for (std::size_t i = 1; i < parsed->segment_count(); ++i) {
    output.body.emplace_back(parsed->segment(i).raw());
  }
  return output;
}

StoryOutput told_fhir(std::string_view method, const shell::HttpResponse& response) {
  StoryOutput output{head_of(StoryPartner::fhir, std::to_string(response.status)), {}};
  const auto resource = json::parse(response.body);
  if (!resource) {
    output.body.push_back("not JSON");
    return output;
  }
  if (text_at(*resource, "resourceType") == "OperationOutcome") {
    const json::Value* issues = resource->find("issue");
    if (issues == nullptr) return output;
    for (const json::Value& issue : issues->items()) output.body.push_back(issue_line(issue));
    return output;
  }
  if (method != "GET") return output;
  const std::string text = json::write(*resource, json::Layout::pretty);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    output.body.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return output;
}

StoryOutput told_api(const shell::HttpResponse& response) {
  StoryOutput output{head_of(StoryPartner::api, std::to_string(response.status)), {}};
  const auto body = json::parse(response.body);
  if (!body || !body->is_object()) {
    output.body.push_back("not a JSON object");
    return output;
  }
  for (const json::Member& member : body->members()) {
    if (member.key == "command") continue;  // the message to the gateway says it
    if (!member.value.is_array()) {
      output.body.push_back(member.key + "=" + plain(member.value));
      continue;
    }
    for (const json::Value& item : member.value.items()) {
      output.body.push_back(member.key == "findings" ? finding_line_of(item)
                                                     : item_line(member.key, item));
    }
  }
  return output;
}

}  // namespace bridge::simulate
