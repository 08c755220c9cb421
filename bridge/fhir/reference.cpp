// SPDX-License-Identifier: Apache-2.0
// Resolving of references: contained, in the Bundle, ours, foreign.
#include "fhir/reference.h"

#include "fhir/primitives.h"

namespace bridge::fhir {
namespace {

using json::Value;

const Value* contained_by_id(const Value* container, std::string_view id) {
  const Value* contained = container == nullptr ? nullptr : container->find("contained");
  if (contained == nullptr || !contained->is_array()) return nullptr;
  for (const Value& resource : contained->items()) {
    if (resource.text_of("id") == id) return &resource;
  }
  return nullptr;
}

const Value* entry_by_url(const Value* bundle, std::string_view url) {
  const Value* entries = bundle == nullptr ? nullptr : bundle->find("entry");
  if (entries == nullptr || !entries->is_array()) return nullptr;
  for (const Value& entry : entries->items()) {
    if (entry.text_of("fullUrl") == url) return entry.find("resource");
  }
  return nullptr;
}

bool is_absolute(std::string_view text) {
  const std::size_t end =
      text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
  return end != std::string_view::npos && end > 0 && text[end] == ':';
}

// "Patient/42" or "Patient/42/_history/3".
bool split_local(std::string_view text, Target& target) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return false;
  const std::string_view type = text.substr(0, slash);
  std::string_view rest = text.substr(slash + 1);
  constexpr std::string_view history = "/_history/";
  if (const std::size_t version = rest.find(history); version != std::string_view::npos) {
    const std::string id(rest.substr(version + history.size()));
    if (problem_of(Primitive::id, Value::string(id))) return false;
    rest = rest.substr(0, version);
  }
  const bool typed =
      !type.empty() && type.front() >= 'A' && type.front() <= 'Z' && json::is_plain_name(type);
  if (!typed || problem_of(Primitive::id, Value::string(std::string(rest)))) return false;
  target.type = type;
  target.id = rest;
  return true;
}

Target found(ReferenceKind kind, const Value* resource, Target target) {
  target.kind = kind;
  target.resource = resource;
  target.type = resource->text_of("resourceType").value_or("");
  target.id = resource->text_of("id").value_or("");
  return target;
}

}  // namespace

Result<Target> resolve(const json::Value& reference, std::string_view place,
                       const Surroundings& surroundings) {
  Target target;
  target.identifier = reference.find("identifier");
  target.type = reference.text_of("type").value_or("");
  const auto text = reference.text_of("reference");
  const auto fault = [&](FaultCode code) {
    return Fault{code, std::string(place) + (text ? ".reference" : ""), ""};
  };
  if (!text) {
    if (target.identifier != nullptr) {
      target.kind = ReferenceKind::identifier;
    } else if (!reference.text_of("display")) {
      return fault(FaultCode::reference_unresolved);
    }
    return target;
  }
  if (text->starts_with('#')) {
    const Value* resource = text->size() == 1
                                ? surroundings.container
                                : contained_by_id(surroundings.container, text->substr(1));
    if (resource == nullptr) return fault(FaultCode::reference_unresolved);
    return found(ReferenceKind::contained, resource, std::move(target));
  }
  if (const Value* resource = entry_by_url(surroundings.bundle, *text)) {
    return found(ReferenceKind::entry, resource, std::move(target));
  }
  std::string_view local = *text;
  const std::string_view base = surroundings.base;
  if (!base.empty() && local.starts_with(base) && local.substr(base.size()).starts_with('/')) {
    local.remove_prefix(base.size() + 1);
  } else if (is_absolute(local)) {
    return fault(local.starts_with("urn:") ? FaultCode::reference_unresolved
                                           : FaultCode::reference_foreign);
  }
  target.kind = ReferenceKind::local;
  if (!split_local(local, target)) return fault(FaultCode::reference_unresolved);
  return target;
}

}  // namespace bridge::fhir
