// SPDX-License-Identifier: Apache-2.0
// The walk over a resource and the tables of its types.
#include "fhir/check.h"

#include <algorithm>
#include <bitset>
#include <map>
#include <set>
#include <string>

#include "fhir/elements.h"
#include "fhir/invariants.h"
#include "fhir/place.h"
#include "fhir/primitives.h"

namespace bridge::fhir {
namespace {

using json::Value;

constexpr std::size_t most_faults = 100;
constexpr std::size_t most_elements = 128;

// References by "#id" are looked up in one resource and what it contains.
struct Scope {
  std::map<std::string_view, std::size_t> contained;  // id -> index
  std::vector<std::set<std::size_t>> leads_to;        // per contained resource
  std::size_t inside = Place::no_index;               // the contained resource being walked
};

class Checker {
 public:
  explicit Checker(Faults& faults) : faults_(faults) {}

  void root(const Value& resource) {
    const Type* type = type_of(resource, Place("Resource"));
    if (type == nullptr) return;
    const Place place(type->name);
    outer_resource(resource, *type, place);
  }

 private:
  void fail(FaultCode code, const Place& place, std::string_view detail = "") {
    if (faults_.size() < most_faults) {
      faults_.push_back(Fault{code, place.text(), std::string(detail)});
    }
  }

  const Type* type_of(const Value& resource, const Place& place) {
    if (!resource.is_object()) {
      fail(FaultCode::element_type, place, "must be an object");
      return nullptr;
    }
    const auto name = resource.text_of("resourceType");
    if (!name) {
      fail(FaultCode::element_missing, place.child("resourceType"));
      return nullptr;
    }
    const Type* type = find_resource(*name);
    if (type == nullptr) fail(FaultCode::resource_type_wrong, place.child("resourceType"));
    return type;
  }

  // A resource that is not contained: its own scope of "#" references.
  void outer_resource(const Value& resource, const Type& type, const Place& place) {
    Scope scope;
    if (const Value* contained = resource.find("contained"); contained && contained->is_array()) {
      scope.leads_to.resize(contained->item_count());
      for (std::size_t index = 0; index < contained->item_count(); ++index) {
        const auto id = contained->at(index)->text_of("id");
        const Place at = place.child("contained", index);
        if (!id) {
          fail(FaultCode::element_missing, at.child("id"));
        } else if (!scope.contained.emplace(*id, index).second) {
          fail(FaultCode::invariant_broken, at.child("id"), "an id twice");
        }
      }
    }
    Scope* const before = std::exchange(scope_, &scope);
    object(resource, type, place);
    if (type.name == "Bundle") full_urls(resource, place);
    scope_ = before;
    circles(scope, place);
  }

  // Contained resources that refer to each other in a circle would be read forever: B115.
  void circles(Scope& scope, const Place& place) {
    const std::size_t count = scope.leads_to.size();
    std::vector<bool> ended(count, false);
    for (bool progress = true; progress;) {
      progress = false;
      for (std::size_t index = 0; index < count; ++index) {
        const auto& targets = scope.leads_to[index];
        if (ended[index] || !std::all_of(targets.begin(), targets.end(),
                                         [&](std::size_t target) { return ended[target]; })) {
          continue;
        }
        ended[index] = true;
        progress = true;
      }
    }
    const auto open = std::find(ended.begin(), ended.end(), false);
    if (open == ended.end()) return;
    fail(FaultCode::reference_cycle,
         place.child("contained", static_cast<std::size_t>(open - ended.begin())));
  }

  // bdl-7: a fullUrl is used once, but for versions of one resource.
  void full_urls(const Value& bundle, const Place& place) {
    const Value* entries = bundle.find("entry");
    if (entries == nullptr || !entries->is_array() || bundle.text_of("type") == "history") return;
    std::set<std::pair<std::string_view, std::string_view>> seen;
    for (std::size_t index = 0; index < entries->item_count(); ++index) {
      const auto url = entries->at(index)->text_of("fullUrl");
      if (!url) continue;
      const Value* resource = entries->at(index)->find("resource");
      const Value* meta = resource == nullptr ? nullptr : resource->find("meta");
      const auto version = meta == nullptr ? std::nullopt : meta->text_of("versionId");
      if (!seen.emplace(*url, version.value_or("")).second) {
        fail(FaultCode::reference_cycle, place.child("entry", index).child("fullUrl"), "bdl-7");
      }
    }
  }

  void object(const Value& value, const Type& type, const Place& place) {
    if (!value.is_object()) return fail(FaultCode::element_type, place, "must be an object");
    if (value.members().empty()) return fail(FaultCode::element_type, place, "empty");
    const bool companions = std::any_of(value.members().begin(), value.members().end(),
                                        [](const auto& each) { return each.key[0] == '_'; });
    std::bitset<most_elements> seen;
    for (const json::Member& member : value.members()) {
      if (faults_.size() >= most_faults) return;
      const bool underscore = member.key.starts_with('_');
      const std::string_view name = std::string_view(member.key).substr(underscore ? 1 : 0);
      if (type.resource && member.key == "resourceType") continue;
      const Element* element = type.find(name);
      if (element == nullptr || (underscore && !element->type->is_primitive())) {
        fail(FaultCode::element_unknown, place.child(member.key));
        continue;
      }
      seen.set(static_cast<std::size_t>(element - type.elements.data()));
      if (underscore) {
        if (value.find(name) == nullptr) values(nullptr, &member.value, *element, place);
        continue;
      }
      const bool paired = companions && element->type->is_primitive();
      const Value* companion = paired ? value.find("_" + member.key) : nullptr;
      values(&member.value, companion, *element, place);
    }
    required(type, seen, place);
    check_invariants(type, value, place, faults_);
    if (type.name == "Reference") reference(value, place);
  }

  void required(const Type& type, const std::bitset<most_elements>& seen, const Place& place) {
    for (std::size_t at = 0; at < type.elements.size();) {
      const Element& first = type.elements[at];
      std::size_t end = at;
      std::size_t count = 0;
      const Element* last_seen = nullptr;
      do {
        if (seen.test(end)) {
          ++count;
          last_seen = &type.elements[end];
        }
        ++end;
      } while (first.choice != 0 && end < type.elements.size() &&
               type.elements[end].choice == first.choice);
      if (count == 0 && first.required) fail(FaultCode::element_missing, place.child(first.name));
      if (count > 1) {
        fail(FaultCode::element_type, place.child(last_seen->name), "only one of a choice");
      }
      at = end;
    }
  }

  // One element: its values, and for a primitive the object or array under "_name".
  void values(const Value* value, const Value* companion, const Element& element,
              const Place& parent) {
    const Place place = parent.child(element.name);
    if (element.name == "implicitRules" && element.modifier) {
      return fail(FaultCode::rules_unknown, place);
    }
    if (!element.many) return one(value, companion, element, place);
    for (const Value* list : {value, companion}) {
      if (list == nullptr) continue;
      if (!list->is_array()) return fail(FaultCode::element_type, place, "must be an array");
      if (list->item_count() == 0) return fail(FaultCode::element_type, place, "empty");
    }
    if (value != nullptr && companion != nullptr &&
        value->item_count() != companion->item_count()) {
      return fail(FaultCode::element_type, place, "two arrays of different length");
    }
    const std::size_t count = (value != nullptr ? value : companion)->item_count();
    for (std::size_t index = 0; index < count && faults_.size() < most_faults; ++index) {
      const Value* item = value == nullptr ? nullptr : value->at(index);
      const Value* beside = companion == nullptr ? nullptr : companion->at(index);
      // Null keeps the two arrays in step (R4 2.6.2.3); never both, and nowhere else.
      if (beside != nullptr && beside->is_null() && item != nullptr) beside = nullptr;
      if (item != nullptr && item->is_null() && beside != nullptr) item = nullptr;
      one(item, beside, element, place.item(index));
    }
  }

  void one(const Value* value, const Value* companion, const Element& element, const Place& place) {
    if (companion != nullptr) object(*companion, *element.type, place);
    if (value == nullptr) return;
    if (element.name == "modifierExtension" && element.modifier) {
      return fail(FaultCode::modifier_unknown, place);
    }
    if (element.type->any_resource()) return inner_resource(*value, element, place);
    if (!element.type->is_primitive()) return object(*value, *element.type, place);
    if (const auto problem = problem_of(element.type->primitive, *value)) {
      return fail(problem->code, place, problem->detail);
    }
    if (!element.codes.empty() && std::find(element.codes.begin(), element.codes.end(),
                                            value->as_string()) == element.codes.end()) {
      fail(FaultCode::element_value, place, "not a code of the required list");
    }
  }

  void inner_resource(const Value& value, const Element& element, const Place& place) {
    const Type* type = type_of(value, place);
    if (type == nullptr) return;
    if (element.name != "contained") return outer_resource(value, *type, place);
    // dom-2.
    if (value.find("contained") != nullptr) {
      return fail(FaultCode::invariant_broken, place.child("contained"), "dom-2");
    }
    const auto id = value.text_of("id");
    const auto found = id ? scope_->contained.find(*id) : scope_->contained.end();
    scope_->inside = found == scope_->contained.end() ? Place::no_index : found->second;
    object(value, *type, place);
    scope_->inside = Place::no_index;
  }

  // ref-1. "#" alone is the resource that contains.
  void reference(const Value& value, const Place& place) {
    const auto target = value.text_of("reference");
    if (!target || !target->starts_with('#') || target->size() == 1) return;
    const auto found = scope_->contained.find(target->substr(1));
    if (found == scope_->contained.end()) {
      fail(FaultCode::reference_unresolved, place.child("reference"));
    } else if (scope_->inside != Place::no_index) {
      scope_->leads_to[scope_->inside].insert(found->second);
    }
  }

  Faults& faults_;
  Scope* scope_ = nullptr;
};

}  // namespace

Faults check(const json::Value& resource) {
  Faults faults;
  Checker(faults).root(resource);
  if (faults.size() > most_faults) faults.erase(faults.begin() + most_faults, faults.end());
  return faults;
}

}  // namespace bridge::fhir
