// SPDX-License-Identifier: Apache-2.0
#include "translate/allergies.h"

#include <algorithm>
#include <initializer_list>

#include "translate/request_context.h"

namespace bridge::translate {
namespace {

void add(Coding coding, Allergy& allergy) {
  if (coding.empty()) return;
  const bool known =
      std::any_of(allergy.codings.begin(), allergy.codings.end(), [&coding](const Coding& held) {
        return held.code == coding.code && held.system == coding.system &&
               (!coding.code.empty() || held.text == coding.text);
      });
  if (!known) allergy.codings.push_back(std::move(coding));
}

// Senders chart that there is none: by these words or codes of SNOMED CT (no known allergy, no
// known drug allergy).
bool is_none(const Allergy& allergy) {
  return std::any_of(allergy.codings.begin(), allergy.codings.end(), [](const Coding& coding) {
    return coding.code == "NKA" || coding.code == "NKDA" || coding.code == "716186003" ||
           coding.code == "409137002";
  });
}

void keep(Allergy allergy, InfusionOrder& order) {
  if (allergy.codings.empty() || is_none(allergy)) return;
  const auto same = [&allergy](const Allergy& held) {
    return held.codings.size() == allergy.codings.size() &&
           std::equal(held.codings.begin(), held.codings.end(), allergy.codings.begin(),
                      [](const Coding& a, const Coding& b) {
                        return a.code == b.code && a.system == b.system &&
                               (!a.code.empty() || a.text == b.text);
                      });
  };
  if (std::none_of(order.allergies.begin(), order.allergies.end(), same)) {
    order.allergies.push_back(std::move(allergy));
  }
}

// The value of a code, when all that a segment says of it agrees with one of `codes`.
bool says(Reading& reading, const Segments& segment, Meaning meaning,
          std::initializer_list<std::string_view> codes) {
  bool result = false;
  for (const FoundField& found : reading.find(meaning, segment)) {
    const std::string code = reading.text(found).value_or("");
    result = result || std::find(codes.begin(), codes.end(), code) != codes.end();
  }
  return result;
}

void read_allergy(Reading& reading, const hl7::Segment& segment, InfusionOrder& order) {
  const Segments one = {segment};
  const std::vector<FoundField> places = reading.find(Meaning::allergy, one);
  // HL7 tables 0323 (D delete) and 0438 (I confirmed but inactive, E erroneous).
  const bool deleted = says(reading, one, Meaning::allergy_action, {"D"});
  const bool over = says(reading, one, Meaning::allergy_status, {"I", "E"});
  bool can_be_checked = false;
  Allergy allergy;
  for (const FoundField& found : places) {
    for (Coding& coding : reading.codings(found)) {
      const bool known = coding.system.empty() || !reading.book().system_uri(coding.system).empty();
      can_be_checked = can_be_checked || (known && !coding.code.empty());
      add(std::move(coding), allergy);
    }
  }
  if (deleted || over) return;
  const bool none = is_none(allergy);
  keep(std::move(allergy), order);
  if (can_be_checked || none || places.empty()) return;
  reading.fault(FaultCode::allergy_not_checked, places.front().field.place(), {},
                Severity::warning);
}

constexpr std::string_view clinical =
    "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical";
constexpr std::string_view verification =
    "http://terminology.hl7.org/CodeSystem/allergyintolerance-verification";

bool is_coded(const json::Value& resource, std::string_view element, std::string_view system,
              std::initializer_list<std::string_view> codes) {
  const json::Value* status = resource.find(element);
  const json::Value* list = status == nullptr ? nullptr : status->find("coding");
  if (list == nullptr || !list->is_array()) return false;
  return std::any_of(list->items().begin(), list->items().end(), [&](const json::Value& each) {
    const auto code = each.text_of("code").value_or("");
    return each.text_of("system").value_or(system) == system &&
           std::find(codes.begin(), codes.end(), code) != codes.end();
  });
}

bool stands(const json::Value& allergy) {
  return !is_coded(allergy, "clinicalStatus", clinical, {"inactive", "resolved"}) &&
         !is_coded(allergy, "verificationStatus", verification, {"refuted", "entered-in-error"});
}

void read_allergy(FhirReading& reading, const json::Value& allergy, const std::string& place,
                  InfusionOrder& order) {
  bool can_be_checked = false;
  Allergy charted;
  const json::Value* what = allergy.find("code");
  const json::Value* list = what == nullptr ? nullptr : what->find("coding");
  const std::string words(what == nullptr ? "" : what->text_of("text").value_or(""));
  if (list != nullptr && list->is_array()) {
    for (const json::Value& each : list->items()) {
      const std::string_view system =
          reading.book().system_name(each.text_of("system").value_or(""));
      Coding coding{std::string(each.text_of("code").value_or("")),
                    std::string(each.text_of("display").value_or(words)), std::string(system)};
      const bool known = !reading.book().system_uri(system).empty();
      can_be_checked = can_be_checked || (known && !coding.code.empty());
      add(std::move(coding), charted);
    }
  } else {
    add(Coding{{}, words, {}}, charted);
  }
  const bool none = is_none(charted);
  keep(std::move(charted), order);
  if (can_be_checked || none) return;
  reading.fault(FaultCode::allergy_not_checked, place + ".code", {}, Severity::warning);
}

bool is_allergy(const json::Value& resource) {
  return resource.text_of("resourceType") == "AllergyIntolerance";
}

}  // namespace

bool is_allergy(const hl7::Segment& segment) {
  return segment.name() == "AL1" || segment.name() == "IAM";
}

void read_allergies(Reading& reading, const Segments& segments, InfusionOrder& order) {
  for (const hl7::Segment& segment : segments) {
    if (is_allergy(segment)) read_allergy(reading, segment, order);
  }
}

void read_allergies(FhirReading& reading, const fhir::Surroundings& around, InfusionOrder& order) {
  const auto is_the_patients = [&](const json::Value& allergy) {
    const json::Value* whose = allergy.find("patient");
    const PatientId named =
        whose == nullptr ? PatientId{} : patient_named(reading.book(), around, *whose);
    return named.empty() || named == order.patient.patient_id;
  };
  const json::Value* contained =
      around.container == nullptr ? nullptr : around.container->find("contained");
  for (std::size_t index = 0; contained != nullptr && index < contained->item_count(); ++index) {
    const json::Value& allergy = *contained->at(index);
    if (!is_allergy(allergy)) continue;
    const std::string place = "MedicationRequest.contained[" + std::to_string(index) + "]";
    if (!is_the_patients(allergy)) {
      reading.fault(FaultCode::patient_not_the_orders, place + ".patient");
    } else if (stands(allergy)) {
      read_allergy(reading, allergy, place, order);
    }
  }
  const json::Value* entries = around.bundle == nullptr ? nullptr : around.bundle->find("entry");
  for (std::size_t index = 0; entries != nullptr && index < entries->item_count(); ++index) {
    const json::Value* allergy = entries->at(index)->find("resource");
    if (allergy == nullptr || !is_allergy(*allergy) || !stands(*allergy)) continue;
    if (!is_the_patients(*allergy)) continue;
    read_allergy(reading, *allergy, "Bundle.entry[" + std::to_string(index) + "].resource", order);
  }
}

}  // namespace bridge::translate
