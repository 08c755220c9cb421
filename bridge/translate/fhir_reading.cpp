// SPDX-License-Identifier: Apache-2.0
#include "translate/fhir_reading.h"

#include <algorithm>

#include "translate/drug_codings.h"

namespace bridge::translate {

void FhirReading::fault(FaultCode code, std::string place, std::string detail, Severity severity) {
  faults_.push_back(Fault{code, std::move(place), std::move(detail), severity});
}

bool FhirReading::concerns(const std::string& place) const {
  constexpr std::string_view dosages = "MedicationRequest.dosageInstruction[";
  if (!dosage_ || !place.starts_with(dosages)) return true;
  const std::string wanted = std::to_string(*dosage_) + "]";
  return place.compare(dosages.size(), wanted.size(), wanted) == 0;
}

std::vector<FoundElement> FhirReading::find(FhirMeaning meaning) {
  const auto parent_of = [](const std::string& place) { return place.substr(0, place.rfind('.')); };
  std::vector<FoundElement> found;
  for (const FhirFieldRow& row : book_.fhir_fields().rows(meaning)) {
    for (fhir::Match& match : row.value.find(resource_)) {
      if (!concerns(match.place)) continue;
      FoundElement element{&row, match.value, nullptr, std::move(match.place)};
      if (row.unit) {
        for (fhir::Match& unit : row.unit->find(resource_)) {
          if (parent_of(unit.place) != parent_of(element.place)) continue;
          element.unit = unit.value;
          read_.insert(std::move(unit.place));
        }
      }
      read_.insert(element.place);
      found.push_back(std::move(element));
    }
  }
  return found;
}

Coding FhirReading::coding(const json::Value& concept_value) const {
  Coding result;
  result.text = concept_value.text_of("text").value_or("");
  const json::Value* list = concept_value.find("coding");
  if (list == nullptr || !list->is_array() || list->items().empty()) return result;
  const auto& codings = list->items();
  const auto known = std::find_if(codings.begin(), codings.end(), [&](const json::Value& each) {
    const auto system = each.text_of("system");
    return system && book_.system_name(*system) != *system;
  });
  const json::Value& chosen = known == codings.end() ? codings.front() : *known;
  result.code = chosen.text_of("code").value_or("");
  result.system = book_.system_name(chosen.text_of("system").value_or(""));
  if (const auto display = chosen.text_of("display")) result.text = *display;
  return result;
}

std::vector<Coding> FhirReading::codings(const json::Value& concept_value) const {
  std::vector<Coding> result;
  const json::Value* list = concept_value.find("coding");
  if (list != nullptr && list->is_array()) {
    for (const json::Value& each : list->items()) {
      result.push_back({std::string(each.text_of("code").value_or("")),
                        std::string(each.text_of("display").value_or("")),
                        std::string(book_.system_name(each.text_of("system").value_or("")))});
    }
  }
  result.push_back({{}, std::string(concept_value.text_of("text").value_or("")), {}});
  return result;
}

void FhirReading::product(const json::Value& concept_value, Coding& code,
                          std::vector<Coding>& alternates) const {
  take_codings(coding(concept_value), codings(concept_value), code, alternates);
}

std::optional<Decimal> FhirReading::number(const json::Value& value, const std::string& place) {
  if (!value.is_number()) {
    fault(FaultCode::number_malformed, place);
    return std::nullopt;
  }
  const std::string& text = value.number_text();
  // FHIR's decimal may have an exponent; a dose is written out (B58).
  if (text.find_first_of("eE") != std::string::npos) {
    fault(FaultCode::number_exponent, place);
    return std::nullopt;
  }
  const auto decimal = Decimal::parse(text);
  if (decimal) return *decimal;
  fault(decimal.fault().code, place);
  return std::nullopt;
}

std::optional<Amount> FhirReading::quantity(const json::Value& quantity, const std::string& place,
                                            const std::string& row) {
  if (quantity.find("comparator") != nullptr) {
    fault(FaultCode::comparator_unfit, place + ".comparator");
    return std::nullopt;
  }
  const json::Value* value = quantity.find("value");
  if (value == nullptr) {
    fault(FaultCode::field_missing, place + ".value");
    return std::nullopt;
  }
  const auto decimal = number(*value, place + ".value");
  const auto code = quantity.text_of("code");
  const auto system = quantity.text_of("system");
  if (!code || !system) {
    fault(FaultCode::unit_missing, place + (code ? ".system" : ".code"));
    return std::nullopt;
  }
  const auto unit = book_.unit(*code, *system);
  if (!unit) {
    faults().push_back(book_.no_unit(*code, *system, place + ".code"));
    return std::nullopt;
  }
  const auto text = quantity.text_of("unit");
  const auto by_text = text ? book_.unit(*text, "") : std::nullopt;
  if (by_text && *by_text != *unit) {
    fault(FaultCode::unit_text_disagrees, place + ".unit",
          std::string(by_text->ucum()) + " in words, " + std::string(unit->ucum()) + " as code");
    return std::nullopt;
  }
  if (!decimal) return std::nullopt;
  return Amount{*decimal, *unit, value->number_text(), Origin{place, row}};
}

std::optional<Instant> FhirReading::time(const FoundElement& found, Precision coarsest,
                                         Severity severity) {
  if (!found.value->is_string()) return std::nullopt;
  const std::string& text = found.value->as_string();
  if (text.find('T') != std::string::npos) {
    const auto instant = Instant::parse_rfc3339(text);
    if (instant) return *instant;
    fault(instant.fault().code, found.place);
    return std::nullopt;
  }
  // A date alone: its day has no offset, so that no point in time is meant.
  if (coarsest > Precision::day) fault(FaultCode::timestamp_imprecise, found.place, {}, severity);
  return std::nullopt;
}

void FhirReading::report_unread(const json::Value& value, const std::string& place,
                                const Places& ignored) {
  if (ignored.contains(place) || passed_over_.contains(place)) return;
  // A dosage itself is found, to count them; what is inside must be read by itself.
  const bool is_dosage =
      place.starts_with("MedicationRequest.dosageInstruction") &&
      place.find('.', std::string_view("MedicationRequest.").size()) == std::string::npos;
  if (!is_dosage && read_.contains(place)) return;
  if (value.is_object()) {
    for (const json::Member& member : value.members()) {
      if (member.key == "extension") report_own_extensions(member.value, place + ".extension");
      // Extensions are kept and not used (B112); those that change a meaning are refused by
      // check().
      const bool kept =
          member.key == "extension" || member.key == "id" || member.key.starts_with('_');
      if (kept && place.find('.') != std::string::npos) continue;
      if (member.key == "extension" || member.key.starts_with('_')) continue;
      report_unread(member.value, place + "." + member.key, ignored);
    }
    return;
  }
  if (value.is_array()) {
    std::size_t index = 0;
    for (const json::Value& item : value.items()) {
      report_unread(item, place + "[" + std::to_string(index++) + "]", ignored);
    }
    return;
  }
  const bool dosage = place.find(".dosageInstruction") != std::string::npos;
  fault(FaultCode::field_not_understood, place, {}, dosage ? Severity::error : Severity::warning);
}

void FhirReading::report_own_extensions(const json::Value& list, const std::string& place) {
  if (!list.is_array()) return;
  std::size_t index = 0;
  for (const json::Value& item : list.items()) {
    const std::string at = place + "[" + std::to_string(index++) + "]";
    if (!item.text_of("url").value_or("").starts_with(own_extensions)) continue;
    const bool read = std::any_of(read_.begin(), read_.end(),
                                  [&at](const std::string& each) { return each.starts_with(at); });
    if (!read) fault(FaultCode::field_not_understood, at);
  }
}

void FhirReading::report_unread() {
  Places ignored;
  for (const fhir::Path& path : book_.fhir_fields().ignored()) {
    for (fhir::Match& match : path.find(resource_)) ignored.insert(std::move(match.place));
  }
  report_unread(resource_, "MedicationRequest", ignored);
}

}  // namespace bridge::translate
