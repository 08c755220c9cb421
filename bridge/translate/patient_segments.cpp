// SPDX-License-Identifier: Apache-2.0
#include "translate/patient_segments.h"

#include <utility>
#include <vector>

namespace bridge::translate {
namespace {

std::string text_of(const hl7::Node& node, Faults& faults) {
  if (!node.valued()) return {};
  auto text = node.text();
  if (text) return *std::move(text);
  faults.push_back(std::move(text).fault());
  return {};
}

// Components from `first` on, joined by `^`, without the empty ones at the end. A `^` inside a
// component would have to be told from a separator later, so it becomes a blank.
std::string joined(const hl7::Repetition& repetition, std::size_t first, std::size_t last,
                   Faults& faults) {
  std::string result;
  std::size_t kept = 0;
  std::size_t number = 0;
  for (const auto& component : repetition.components()) {
    if (++number < first) continue;
    if (number > last) break;
    if (number > first) result += '^';
    // A family name may have subcomponents (FN); the surname is the first.
    for (const char c : text_of(component.subcomponent(1), faults)) result += c == '^' ? ' ' : c;
    if (result.size() > kept && result.back() != '^') kept = result.size();
  }
  result.resize(kept);
  return result;
}

PatientId read_cx(const hl7::Repetition& cx, Faults& faults) {
  PatientId id;
  id.id = text_of(cx.component(1), faults);
  id.authority = text_of(cx.component(4, 1), faults);
  if (id.authority.empty()) id.authority = text_of(cx.component(4, 2), faults);
  id.type = text_of(cx.component(5), faults);
  return id;
}

PatientId read_patient_id(const hl7::Field& field, const CodeBook& book, Faults& faults) {
  std::vector<PatientId> all;
  std::vector<PatientId> records;
  std::vector<PatientId> known;
  for (const auto& repetition : field.repetitions()) {
    PatientId id = read_cx(repetition, faults);
    if (id.empty()) continue;
    all.push_back(id);
    if (id.type != "MR") continue;
    records.push_back(id);
    if (book.identifier_uri(IdentifierKind::patient, id.authority)) known.push_back(id);
  }
  if (all.empty()) {
    faults.push_back({FaultCode::patient_id_missing, field.place(), {}});
    return {};
  }
  if (records.size() == 1) return records.front();
  if (known.size() == 1) return known.front();
  if (all.size() == 1) return all.front();
  faults.push_back({FaultCode::patient_ambiguous, field.place(), {}});
  return {};
}

}  // namespace

Person read_person(const hl7::Field& field, Faults& faults) {
  const hl7::Repetition first = field.repetition(1);
  return {text_of(first.component(1), faults), PatientName(joined(first, 2, 3, faults))};
}

Patient read_patient(const hl7::Message& message, const CodeBook& book, Faults& faults) {
  Patient patient;
  const hl7::Segment pid = message.find("PID");
  if (!pid.exists()) {
    faults.push_back({FaultCode::patient_missing, "PID", {}});
    return patient;
  }
  patient.patient_id = read_patient_id(pid.field(3), book, faults);
  patient.name = PatientName(joined(pid.field(5).repetition(1), 1, 7, faults));
  patient.birth_date = text_of(pid.field(7).component(1), faults).substr(0, 8);
  patient.sex = text_of(pid.field(8).component(1), faults);
  const hl7::Segment pv1 = message.find("PV1");
  if (!pv1.exists()) return patient;
  patient.patient_class = text_of(pv1.field(2).component(1), faults);
  patient.visit_number = text_of(pv1.field(19).component(1), faults);
  const hl7::Field place = pv1.field(3);
  patient.location = {text_of(place.component(1), faults), text_of(place.component(2), faults),
                      text_of(place.component(3), faults), text_of(place.component(4, 1), faults)};
  return patient;
}

}  // namespace bridge::translate
