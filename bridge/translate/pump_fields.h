// SPDX-License-Identifier: Apache-2.0
// The field types of pump messages, both ways: identifiers, codes, persons, units, quantities,
// times. Blanks around a component are dropped on reading, as senders of the framework's own
// examples leave them (ihe-pcd 8.2, 8.12).
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/fault.h"
#include "base/instant.h"
#include "clinical/identity.h"
#include "clinical/quantity.h"
#include "hl7/message.h"
#include "hl7/write.h"
#include "translate/code_book.h"
#include "translate/gateway_profile.h"
#include "translate/message_clock.h"

namespace bridge::translate {

std::string_view trimmed(std::string_view text);
// A fault when an escape or a byte cannot be read; the text is then empty.
std::string read_text(const hl7::Node& node, Faults& faults);

// EI, and CX as far as it is one.
EntityId read_entity(const hl7::Repetition& value, Faults& faults);
// OBX-18 in both forms: EI-1 is the id, or, where it is empty, EI-3 is and EI-4 is the maker. The
// first repetition that names one. Fault id_malformed for an EUI-64 that is none (B44).
EntityId read_pump_id(const hl7::Field& field, Faults& faults);
Coding read_coding(const hl7::Repetition& value, Faults& faults);
// RXR: the code in component 2 as the framework says, or in component 1 (ihe-pcd 2.9).
Coding read_route_coding(const hl7::Repetition& value, Faults& faults);
// read_patient, but empty and without a fault when the sender says that it knows no patient (PID-31
// = Y, or an id `Unknown Patient`): such a PID is never matched to a person (ihe-pcd 2.4).
Patient read_pump_patient(const hl7::Message& message, const CodeBook& book, Faults& faults);
// A time with minutes at least. Faults timestamp_malformed, timestamp_imprecise, and those of the
// clock.
std::optional<Instant> read_instant(const hl7::Field& field, const MessageClock& clock, TimeUse use,
                                    Faults& faults);

// A CWE of a unit, in any parts that can be asked for one by number: a Repetition or a Component.
// The first triplet decides, then its text in UCUM, then the alternate triplet; so the
// context-sensitive numbers of the framework's examples are understood (ihe-pcd 10, row 3). Faults:
// unit_missing, unit_unknown, unit_not_of_infusion, and unit_text_disagrees when two triplets are two known units.
std::optional<Unit> read_unit(const hl7::Field& field, const CodeBook& book, Faults& faults);
std::optional<Unit> read_unit(const hl7::Component& component, const CodeBook& book,
                              Faults& faults);

// Number and unit, or nothing when there is no number.
std::optional<Amount> read_amount(const hl7::Field& number, const hl7::Field& unit,
                                  std::string_view row, const CodeBook& book, Faults& faults);

template <QuantityKind kind>
std::optional<Quantity<kind>> as_quantity(std::optional<Amount> amount, Faults& faults) {
  if (!amount) return std::nullopt;
  auto made = Quantity<kind>::make(*std::move(amount));
  if (made) return std::move(made).value();
  faults.push_back(std::move(made).fault());
  return std::nullopt;
}

// What a message is, for write_msh.
struct MessageKind {
  std::string_view type;
  std::string_view event;
  std::string_view structure;
  std::string_view accept_ack;       // MSH-15
  std::string_view application_ack;  // MSH-16
  std::string_view profile_name;     // MSH-21, empty for none
  std::string_view profile_oid;
};

// MSH with UTF-8 declared, which is what is written.
void write_msh(hl7::MessageWriter& out, const Envelope& envelope, const MessageKind& kind,
               std::string_view control_id, Instant now);
// PID by TF-2 B.5: a legal name of type L, or `^^^^^^U`; a sex that table 0001 of the framework
// has. An unknown patient is said with PID-31. PV1 when anything of it is known.
void write_patient(hl7::MessageWriter& out, const Patient& patient);
void write_entity(hl7::MessageWriter& out, std::size_t field, const EntityId& id);
void write_pump_id(hl7::MessageWriter& out, std::size_t field, const EntityId& pump,
                   PumpIdForm form);
void write_coding(hl7::MessageWriter& out, std::size_t field, const Coding& coding,
                  const CodeBook& book);
void write_person(hl7::MessageWriter& out, std::size_t field, const Person& person);

// CWE of a unit: MDC and UCUM, or UCUM alone when MDC has no code or the partner wants none.
using UnitParts = std::array<std::string, 6>;
UnitParts unit_parts(Unit unit, UnitForm form, const CodeBook& book);
void write_unit(hl7::MessageWriter& out, std::size_t field, Unit unit, UnitForm form,
                const CodeBook& book);

// An OBX with a number: 1, 2, 3, 4, 5, 6 and 11.
struct NumberLine {
  std::size_t set_id;
  std::string_view number;
  std::string_view refid;
  std::string_view containment;
  std::string_view status;  // OBX-11
};
void write_number(hl7::MessageWriter& out, const NumberLine& line, const Amount& amount,
                  UnitForm form, const CodeBook& book);

// The same amount in another unit of its dimension, without loss; the text of the wire.
std::string value_in(const Amount& amount, std::string_view ucum);

}  // namespace bridge::translate
