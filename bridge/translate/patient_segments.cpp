// SPDX-License-Identifier: Apache-2.0
#include "translate/patient_segments.h"

#include <utility>
#include <vector>

#include "hl7/timestamp.h"

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

// B39: one message is about one patient at one place. PID once more, or PV1, is refused unless it
// is the same to the letter: which of two the orders after it mean would be a guess.
bool is_only_one(const hl7::Message& message, const hl7::Segment& first, Faults& faults) {
  for (std::size_t index = first.index() + 1; index < message.segment_count(); ++index) {
    const hl7::Segment segment = message.segment(index);
    if (segment.code() != first.code()) continue;
    const bool same = segment.raw() == first.raw();
    faults.push_back({FaultCode::patient_ambiguous,
                      segment.place(),
                      {},
                      same ? Severity::warning : Severity::error});
    if (!same) return false;
  }
  return true;
}

}  // namespace

void refuse_ended_care(const hl7::Message& message, const MessageClock& clock, Faults& faults) {
  const hl7::Field dead = message.find("PID").field(30);
  const std::string indicator = text_of(dead.component(1), faults);
  if (indicator == "Y") {
    faults.push_back({FaultCode::patient_not_the_orders, dead.place(), "no longer alive"});
  } else if (!indicator.empty() && indicator != "N") {
    faults.push_back({FaultCode::code_not_in_table, dead.place(), {}});
  }
  const hl7::Field left = message.find("PV1").field(45);
  const std::string sent = text_of(left.component(1), faults);
  if (sent.empty()) return;
  const auto stamp = hl7::Timestamp::parse(sent);
  if (!stamp) {
    faults.push_back({stamp.fault().code, left.place(), {}});
    return;
  }
  // A discharge that is planned has not happened; of a message without a time it is taken to have.
  const auto now =
      hl7::Timestamp::parse(text_of(message.find("MSH").field(7).component(1), faults));
  const auto ms_of = [&clock](const hl7::Timestamp& each) {
    Faults untold;  // the two are read alike, so that their order holds in a clock change too
    return clock.read(each, TimeUse::happened, {}, untold)->unix_ms();
  };
  if (now && ms_of(*stamp) > ms_of(*now)) return;
  faults.push_back({FaultCode::patient_not_the_orders, left.place(), "discharged"});
}

bool says_one_patient(const hl7::Message& message, Faults& faults) {
  const hl7::Segment pid = message.find("PID");
  const hl7::Segment pv1 = message.find("PV1");
  const bool one = !pid.exists() || is_only_one(message, pid, faults);
  return (!pv1.exists() || is_only_one(message, pv1, faults)) && one;
}

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
  says_one_patient(message, faults);
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
