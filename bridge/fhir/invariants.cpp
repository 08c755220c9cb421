// SPDX-License-Identifier: Apache-2.0
// Invariants by type, as one table.
#include "fhir/invariants.h"

#include <algorithm>
#include <map>
#include <string>

#include "base/decimal.h"
#include "base/instant.h"

namespace bridge::fhir {
namespace {

using json::Value;

constexpr std::string_view ucum = "http://unitsofmeasure.org";

// An element exists also when only its extensions do.
bool has(const Value& object, std::string_view name) {
  return object.find(name) != nullptr || object.find("_" + std::string(name)) != nullptr;
}

bool has_any(const Value& object, std::string_view prefix) {
  if (!object.is_object()) return false;
  return std::any_of(object.members().begin(), object.members().end(), [&](const auto& member) {
    std::string_view key = member.key;
    if (key.starts_with('_')) key.remove_prefix(1);
    return key.size() > prefix.size() && key.starts_with(prefix) && key[prefix.size()] >= 'A' &&
           key[prefix.size()] <= 'Z';
  });
}

bool implies(bool condition, bool conclusion) { return !condition || conclusion; }

bool not_negative(const Value& object, std::string_view name) {
  const Value* value = object.find(name);
  if (value == nullptr || !value->is_number()) return true;
  const std::string& text = value->number_text();
  const std::string_view mantissa = std::string_view(text).substr(0, text.find_first_of("eE"));
  return !text.starts_with('-') || mantissa.find_first_of("123456789") == std::string_view::npos;
}

std::optional<Decimal> decimal_of(const Value* quantity) {
  const Value* value = quantity == nullptr ? nullptr : quantity->find("value");
  if (value == nullptr || !value->is_number()) return std::nullopt;
  const Result<Decimal> decimal = Decimal::parse(value->number_text());
  if (!decimal) return std::nullopt;
  return *decimal;
}

bool same_unit(const Value& a, const Value& b) {
  return a.text_of("code") == b.text_of("code") && a.text_of("system") == b.text_of("system") &&
         a.text_of("unit") == b.text_of("unit");
}

// Ends in different units are not compared here: that is a matter of medicine.
bool range_ordered(const Value& range) {
  const Value* low = range.find("low");
  const Value* high = range.find("high");
  const auto least = decimal_of(low);
  const auto most = decimal_of(high);
  return !least || !most || !same_unit(*low, *high) || *least <= *most;
}

bool ratio_whole(const Value& ratio) {
  const bool numerator = has(ratio, "numerator");
  return numerator == has(ratio, "denominator") && (numerator || has(ratio, "extension"));
}

// Two times compare as instants, two dates of one precision as text; the rest cannot be told.
bool period_ordered(const Value& period) {
  const auto start = period.text_of("start");
  const auto end = period.text_of("end");
  if (!start || !end) return true;
  if (start->size() == end->size() && start->size() <= 10) return *start <= *end;
  const Result<Instant> from = Instant::parse_rfc3339(*start);
  const Result<Instant> until = Instant::parse_rfc3339(*end);
  return !from || !until || *from <= *until;
}

bool duration_coded(const Value& duration) {
  const auto system = duration.text_of("system");
  return implies(has(duration, "value"), has(duration, "code")) && (!system || *system == ucum);
}

bool offset_fits(const Value& repeat) {
  if (!has(repeat, "offset")) return true;
  const Value* when = repeat.find("when");
  if (when == nullptr || !when->is_array()) return false;
  return std::none_of(when->items().begin(), when->items().end(), [](const Value& event) {
    if (!event.is_string()) return false;
    const std::string& code = event.as_string();
    return code == "C" || code == "CM" || code == "CD" || code == "CV";
  });
}

struct Rule {
  std::string_view type;
  std::string_view name;
  bool (*holds)(const Value& object);
  FaultCode code = FaultCode::invariant_broken;
};

constexpr Rule rules[] = {
    {"Extension", "ext-1",
     [](const Value& v) { return has(v, "extension") != has_any(v, "value"); }},
    {"Quantity", "qty-3", [](const Value& v) { return implies(has(v, "code"), has(v, "system")); }},
    {"SimpleQuantity", "sqty-1", [](const Value& v) { return !has(v, "comparator"); },
     FaultCode::comparator_unfit},
    {"Duration", "drt-1", duration_coded},
    {"Range", "rng-2", range_ordered},
    {"Ratio", "rat-1", ratio_whole},
    {"Period", "per-1", period_ordered},
    {"Timing.repeat", "tim-1",
     [](const Value& v) { return implies(has(v, "duration"), has(v, "durationUnit")); }},
    {"Timing.repeat", "tim-2",
     [](const Value& v) { return implies(has(v, "period"), has(v, "periodUnit")); }},
    {"Timing.repeat", "tim-4", [](const Value& v) { return not_negative(v, "duration"); }},
    {"Timing.repeat", "tim-5", [](const Value& v) { return not_negative(v, "period"); }},
    {"Timing.repeat", "tim-6",
     [](const Value& v) { return implies(has(v, "periodMax"), has(v, "period")); }},
    {"Timing.repeat", "tim-7",
     [](const Value& v) { return implies(has(v, "durationMax"), has(v, "duration")); }},
    {"Timing.repeat", "tim-8",
     [](const Value& v) { return implies(has(v, "countMax"), has(v, "count")); }},
    {"Timing.repeat", "tim-9", offset_fits},
    {"Timing.repeat", "tim-10",
     [](const Value& v) { return !(has(v, "timeOfDay") && has(v, "when")); }},
    {"MedicationAdministration.dosage", "mad-1",
     [](const Value& v) { return has(v, "dose") || has_any(v, "rate"); }},
    {"Observation", "obs-6",
     [](const Value& v) { return !(has(v, "dataAbsentReason") && has_any(v, "value")); }},
};

// The rules of a type and of its bases.
const std::vector<const Rule*>& rules_of(const Type& type) {
  static const auto by_type = [] {
    std::map<const Type*, std::vector<const Rule*>> found;
    for (const std::string_view name :
         {"Extension", "Quantity", "SimpleQuantity", "Duration", "Age", "Count", "Distance",
          "Range", "Ratio", "Period", "Timing.repeat", "MedicationAdministration.dosage",
          "Observation"}) {
      const Type* concrete = find_type(name);
      for (const Type* each = concrete; each != nullptr; each = each->base) {
        for (const Rule& rule : rules) {
          if (rule.type == each->name) found[concrete].push_back(&rule);
        }
      }
    }
    return found;
  }();
  static const std::vector<const Rule*> none;
  const auto found = by_type.find(&type);
  return found == by_type.end() ? none : found->second;
}

}  // namespace

void check_invariants(const Type& type, const json::Value& object, const Place& place,
                      Faults& faults) {
  for (const Rule* rule : rules_of(type)) {
    if (!rule->holds(object)) {
      faults.push_back(Fault{rule->code, place.text(), std::string(rule->name)});
    }
  }
}

}  // namespace bridge::fhir
