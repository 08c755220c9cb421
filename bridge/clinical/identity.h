// SPDX-License-Identifier: Apache-2.0
// Who and what: patients, orders, pumps and persons, each by an identifier with its authority.
#pragma once

#include <compare>
#include <string>

#include "base/tagged.h"

namespace bridge {

// An entity identifier: EI of HL7 v2.6 2.A.28. Two are the same when id and authority are; the
// authority is the namespace, or the universal id where no namespace is sent.
struct EntityId {
  std::string id;
  std::string namespace_id;
  std::string universal_id;
  std::string universal_id_type;

  bool empty() const { return id.empty(); }
  const std::string& authority() const {
    return namespace_id.empty() ? universal_id : namespace_id;
  }
  // Unambiguous text for keys of maps, of the journal and of logs: "ORD778812^EHR".
  std::string key() const { return authority().empty() ? id : id + '^' + authority(); }

  template <class Self, class Visit>
  static void each_field(Self& self, Visit&& visit) {
    visit("id", self.id);
    visit("namespace_id", self.namespace_id);
    visit("universal_id", self.universal_id);
    visit("universal_id_type", self.universal_id_type);
  }
  friend bool operator==(const EntityId&, const EntityId&) = default;
};

// PID-3 as (CX-1, CX-4): never compared by the number alone (IHE PCD TF-2 B.5).
struct PatientId {
  std::string id;
  std::string authority;
  std::string type;  // HL7 table 0203, "MR"

  bool empty() const { return id.empty(); }
  std::string key() const { return id + '^' + authority; }

  template <class Self, class Visit>
  static void each_field(Self& self, Visit&& visit) {
    visit("id", self.id);
    visit("authority", self.authority);
    visit("type", self.type);
  }
  friend bool operator==(const PatientId& a, const PatientId& b) {
    return a.id == b.id && a.authority == b.authority;
  }
};

struct NameTag;
using PatientName = Private<NameTag>;  // XPN components as sent: "Doe^Jane^Q"

struct Location {
  std::string point_of_care;
  std::string room;
  std::string bed;
  std::string facility;

  template <class Self, class Visit>
  static void each_field(Self& self, Visit&& visit) {
    visit("point_of_care", self.point_of_care);
    visit("room", self.room);
    visit("bed", self.bed);
    visit("facility", self.facility);
  }
  friend bool operator==(const Location&, const Location&) = default;
};

struct Patient {
  PatientId patient_id;
  PatientName name;
  std::string birth_date;     // as sent, YYYYMMDD
  std::string sex;            // HL7 table 0001
  std::string patient_class;  // PV1-2
  std::string visit_number;
  Location location;

  template <class Self, class Visit>
  static void each_field(Self& self, Visit&& visit) {
    visit("patient_id", self.patient_id);
    visit("name", self.name);
    visit("birth_date", self.birth_date);
    visit("sex", self.sex);
    visit("patient_class", self.patient_class);
    visit("visit_number", self.visit_number);
    visit("location", self.location);
  }
  friend bool operator==(const Patient&, const Patient&) = default;
};

// XCN: who ordered, who scanned, who released. The id is enough for the record; the name is
// optional.
struct Person {
  std::string id;
  PatientName name;  // "Adams^Jane"

  template <class Self, class Visit>
  static void each_field(Self& self, Visit&& visit) {
    visit("id", self.id);
    visit("name", self.name);
  }
  friend bool operator==(const Person&, const Person&) = default;
};

// A code as sent: CWE of HL7 v2.6, Coding of FHIR.
struct Coding {
  std::string code;
  std::string text;
  std::string system;

  bool empty() const { return code.empty() && text.empty(); }

  template <class Self, class Visit>
  static void each_field(Self& self, Visit&& visit) {
    visit("code", self.code);
    visit("text", self.text);
    visit("system", self.system);
  }
  friend bool operator==(const Coding&, const Coding&) = default;
};

}  // namespace bridge
