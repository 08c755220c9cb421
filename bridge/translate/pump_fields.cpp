// SPDX-License-Identifier: Apache-2.0
#include "translate/pump_fields.h"

#include <algorithm>

#include "base/assert.h"
#include "hl7/timestamp.h"
#include "translate/patient_segments.h"

namespace bridge::translate {
namespace {

bool is_eui64(std::string_view text) {
  return text.size() == 16 && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
         });
}

// Six texts of a CWE, wherever they stand.
template <class Parts>
UnitParts unit_texts(const Parts& part, Faults& faults) {
  UnitParts result;
  for (std::size_t i = 0; i < result.size(); ++i) result[i] = read_text(part(i + 1), faults);
  return result;
}

std::optional<Unit> unit_of(const UnitParts& parts, const std::string& place, const CodeBook& book,
                            Faults& faults) {
  if (std::all_of(parts.begin(), parts.end(), [](const std::string& p) { return p.empty(); })) {
    faults.push_back({FaultCode::unit_missing, place, {}});
    return std::nullopt;
  }
  auto first = parts[0].empty() ? std::nullopt : book.unit(parts[0], parts[2]);
  // `3475^ug/kg/min^UCUM`: the number is of another coding system than named, the text is right.
  if (!first && parts[2] == "UCUM") first = book.unit(parts[1], parts[2]);
  const auto second = parts[3].empty() ? std::nullopt : book.unit(parts[3], parts[5]);
  if (first && second && *first != *second) {
    faults.push_back({FaultCode::unit_text_disagrees, place, {}});
    return std::nullopt;
  }
  if (first) return first;
  if (!second) faults.push_back(book.no_unit(parts[0], parts[2], place));
  return second;
}

std::string_view take_part(std::string_view& rest) {
  const auto end = rest.find('^');
  const auto part = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  return part;
}

// A PID by which the sender says that it knows no patient (ihe-pcd 2.4, 8.11).
bool says_unknown(const hl7::Segment& pid, Faults& faults) {
  if (read_text(pid.field(31).component(1), faults) == "Y") return true;
  const std::string id = read_text(pid.field(3).component(1), faults);
  return id == "Unknown Patient" || id == "UNKNOWN PATIENT" || id == "UNKNOWN";
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::string read_text(const hl7::Node& node, Faults& faults) {
  if (!node.valued()) return {};
  auto text = node.text();
  if (text) return std::string(trimmed(*text));
  faults.push_back(std::move(text).fault());
  return {};
}

EntityId read_entity(const hl7::Repetition& value, Faults& faults) {
  return {read_text(value.component(1), faults), read_text(value.component(2), faults),
          read_text(value.component(3), faults), read_text(value.component(4), faults)};
}

EntityId read_pump_id(const hl7::Field& field, Faults& faults) {
  for (const hl7::Repetition& repetition : field.repetitions()) {
    EntityId id = read_entity(repetition, faults);
    if (id.id.empty() && !id.universal_id.empty()) {
      // `^^A0001^PUMPVENDOR`; a pump known by its own EUI-64 has the numbering itself as authority.
      std::string maker = id.namespace_id.empty() ? id.universal_id_type : id.namespace_id;
      if (id.universal_id_type == "EUI-64" && !is_eui64(id.universal_id)) {
        faults.push_back({FaultCode::id_malformed, field.place(), {}});
        return {};
      }
      return {std::move(id.universal_id), std::move(maker), {}, {}};
    }
    if (id.id.empty()) continue;
    if (id.universal_id_type == "EUI-64" && !is_eui64(id.universal_id)) {
      faults.push_back({FaultCode::id_malformed, field.place(), {}});
      return {};
    }
    return id;
  }
  return {};
}

Coding read_coding(const hl7::Repetition& value, Faults& faults) {
  return {read_text(value.component(1), faults), read_text(value.component(2), faults),
          read_text(value.component(3), faults)};
}

Coding read_route_coding(const hl7::Repetition& value, Faults& faults) {
  Coding coding = read_coding(value, faults);
  if (coding.code.empty()) coding.code = std::exchange(coding.text, {});
  return coding;
}

Patient read_pump_patient(const hl7::Message& message, const CodeBook& book, Faults& faults) {
  const hl7::Segment pid = message.find("PID");
  if (pid.exists() && says_unknown(pid, faults)) return {};
  return read_patient(message, book, faults);
}

std::optional<Instant> read_instant(const hl7::Field& field, const MessageClock& clock, TimeUse use,
                                    Faults& faults) {
  const std::string text = read_text(field.component(1), faults);
  if (text.empty()) return std::nullopt;
  const auto timestamp = hl7::Timestamp::parse(text);
  if (!timestamp) {
    faults.push_back({FaultCode::timestamp_malformed, field.place(), {}});
    return std::nullopt;
  }
  if (timestamp->precision() < Precision::minute) {
    faults.push_back({FaultCode::timestamp_imprecise, field.place(), {}});
    return std::nullopt;
  }
  return clock.read(*timestamp, use, field.place(), faults);
}

std::optional<Unit> read_unit(const hl7::Field& field, const CodeBook& book, Faults& faults) {
  const auto parts =
      unit_texts([&field](std::size_t i) { return field.component(i).subcomponent(1); }, faults);
  return unit_of(parts, field.place(), book, faults);
}

std::optional<Unit> read_unit(const hl7::Component& component, const CodeBook& book,
                              Faults& faults) {
  const auto parts =
      unit_texts([&component](std::size_t i) { return component.subcomponent(i); }, faults);
  return unit_of(parts, component.place(), book, faults);
}

std::optional<Amount> read_amount(const hl7::Field& number, const hl7::Field& unit,
                                  std::string_view row, const CodeBook& book, Faults& faults) {
  if (!number.valued()) return std::nullopt;
  std::string text = read_text(number, faults);
  auto value = Decimal::parse(text);
  if (!value) {
    faults.push_back({value.fault().code, number.place(), {}});
    return std::nullopt;
  }
  const auto found = read_unit(unit, book, faults);
  if (!found) return std::nullopt;
  return Amount{*value, *found, std::move(text), {number.place(), std::string(row)}};
}

void write_msh(hl7::MessageWriter& out, const Envelope& envelope, const MessageKind& kind,
               std::string_view control_id, Instant now) {
  const auto application = [&out](std::size_t field, const Application& name) {
    out.set(field, {name.name, name.universal_id, name.universal_id_type});
  };
  out.segment("MSH");
  application(3, envelope.sender);
  out.set(4, envelope.sender_facility);
  application(5, envelope.receiver);
  out.set(6, envelope.receiver_facility);
  out.set(7, Instant::from_unix_ms(now.unix_ms(), envelope.offset_minutes).hl7());
  out.set(9, {kind.type, kind.event, kind.structure});
  out.set(10, control_id).set(11, envelope.processing_id).set(12, envelope.hl7_version);
  out.set(15, kind.accept_ack).set(16, kind.application_ack);
  out.set(18, "UNICODE UTF-8").set(19, {"en", "English", "ISO639"});
  if (!kind.profile_oid.empty()) {
    out.set(21, {kind.profile_name, "IHE PCD", kind.profile_oid, "ISO"});
  }
}

void write_patient(hl7::MessageWriter& out, const Patient& patient) {
  out.segment("PID");
  const bool known = !patient.patient_id.empty();
  out.set(3,
          {patient.patient_id.id, "", "", patient.patient_id.authority, patient.patient_id.type});
  std::string_view rest = patient.name.reveal_for_wire();
  std::array<std::string_view, 7> name;
  for (auto& part : name) part = take_part(rest);
  // A name of another type (an alias, a nickname) is not told as the legal one.
  const bool legal = !name[0].empty() && (name[6].empty() || name[6] == "L");
  if (legal) {
    out.set(5, {name[0], name[1], name[2], name[3], name[4], name[5], "L"});
  } else {
    out.set(5, 7, "U");
  }
  out.set(7, patient.birth_date);
  constexpr std::string_view sexes = "FMOAN";
  if (patient.sex.size() == 1 && sexes.find(patient.sex) != std::string_view::npos) {
    out.set(8, patient.sex);
  }
  if (!known) out.set(31, "Y");
  const Location& place = patient.location;
  const bool placed = !place.point_of_care.empty() || !place.room.empty() || !place.bed.empty();
  if (patient.patient_class.empty() && patient.visit_number.empty() && !placed) return;
  out.segment("PV1");
  // PV1-2 is required; U is "unknown".
  out.set(2, patient.patient_class.empty() ? std::string_view("U") : patient.patient_class);
  out.set(3, {place.point_of_care, place.room, place.bed, place.facility});
  out.set(19, patient.visit_number);
}

void write_entity(hl7::MessageWriter& out, std::size_t field, const EntityId& id) {
  out.set(field, {id.id, id.namespace_id, id.universal_id, id.universal_id_type});
}

void write_pump_id(hl7::MessageWriter& out, std::size_t field, const EntityId& pump,
                   PumpIdForm form) {
  if (form == PumpIdForm::current) return write_entity(out, field, pump);
  out.set(field, {"", "", pump.id, pump.authority()});
}

void write_coding(hl7::MessageWriter& out, std::size_t field, const Coding& coding,
                  const CodeBook& book) {
  out.set(field, {coding.code, coding.text,
                  coding.system.empty() ? std::string_view() : book.system_name(coding.system)});
}

void write_person(hl7::MessageWriter& out, std::size_t field, const Person& person) {
  std::string_view rest = person.name.reveal_for_wire();
  std::array<std::string_view, 5> name;
  for (auto& part : name) part = take_part(rest);
  out.set(field, {person.id, name[0], name[1], name[2], name[3], name[4]});
}

UnitParts unit_parts(Unit unit, UnitForm form, const CodeBook& book) {
  const std::string ucum(unit.ucum());
  const UnitCodes* const mdc = form == UnitForm::ucum ? nullptr : book.mdc(unit);
  if (mdc == nullptr) return {ucum, ucum, "UCUM", {}, {}, {}};
  return {mdc->mdc_code, mdc->mdc_refid, "MDC", ucum, ucum, "UCUM"};
}

void write_unit(hl7::MessageWriter& out, std::size_t field, Unit unit, UnitForm form,
                const CodeBook& book) {
  const UnitParts parts = unit_parts(unit, form, book);
  out.set(field, {parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]});
}

void write_number(hl7::MessageWriter& out, const NumberLine& line, const Amount& amount,
                  UnitForm form, const CodeBook& book) {
  out.segment("OBX").set(1, std::to_string(line.set_id)).set(2, "NM");
  out.set(3, {line.number, line.refid, "MDC"}).set(4, line.containment);
  out.set(5, amount.value.text());
  write_unit(out, 6, amount.unit, form, book);
  out.set(11, line.status);
}

std::string value_in(const Amount& amount, std::string_view ucum) {
  if (amount.unit.ucum() == ucum) return amount.value.text();
  const auto unit = Unit::from_ucum(ucum);
  BRIDGE_ASSERT(unit.has_value());
  const auto value = amount.exact().in(*unit).decimal();
  BRIDGE_ASSERT(value.has_value());  // a power of ten, or whole hours of days
  return value->text();
}

}  // namespace bridge::translate
