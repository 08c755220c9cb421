// SPDX-License-Identifier: Apache-2.0
// RAS^O17^RAS_O17: one record of an administration, to the EHR's chart (HL7 v2.6 4.4.9,
// RXA 4.4.10).
//
//   MSH PID [PV1] ORC RXA RXR { OBX }
//
// While an infusion runs, RXA-6, 7 and 12 are its rate (38.3 mL per H1) and RXA-20 is empty. A
// record without RXA-12 tells an amount: RXA-6 is what was given from RXA-3 to RXA-4 and is in no
// other record, so that their sum is what was given; what was given in all is said in RXA-9. What
// the pump did not tell is 999 with an empty RXA-7 (HL7 v2 4A, RXA-6). RXA-2 is the record's own
// number and never changes: an amendment is the same number with RXA-21 = U, D takes it back.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.h"
#include "base/instant.h"
#include "clinical/administration.h"
#include "hl7/message.h"
#include "translate/code_book.h"
#include "translate/gateway_profile.h"

namespace bridge::translate {

// HL7 table 0206: A, U, D. D takes back a record that should never have been.
enum class RecordAction : std::uint8_t { add, update, remove };
constexpr auto names_of(RecordAction) {
  return std::to_array<std::string_view>({"add", "update", "remove"});
}

// `now` is the time of entry (RXA-22) and of the message.
std::string write_ras_o17(const Administration& administration, const AdministrationRecord& record,
                          RecordAction action, const EhrProfile& profile, const CodeBook& book,
                          std::string_view control_id, Instant now);

// What a chart keeps of one RXA: as text, since it is only held against what was sent.
struct ChartEntry {
  std::string control_id;
  EntityId placer_order_number;
  EntityId administration_id;  // ORC-3
  PatientId patient_id;
  std::string sub_id;  // RXA-2
  std::string start;   // RXA-3
  std::string end;     // RXA-4
  Coding drug;
  std::string amount;      // RXA-6
  std::string unit;        // RXA-7.1
  std::string per;         // RXA-12
  std::string completion;  // RXA-20
  std::string action;      // RXA-21
  std::vector<std::string> notes;
  Person performer;
  std::string dose_rate;     // "12 ug/kg/min"
  std::string volume_total;  // "31.9 mL"
  EntityId pump;

  friend bool operator==(const ChartEntry&, const ChartEntry&) = default;
};

struct ChartRead {
  ChartEntry entry;
  Faults faults;
};

// As the demonstration's EHR reads it: the first RXA of the message.
ChartRead read_ras_o17(const hl7::Message& message, const CodeBook& book);

}  // namespace bridge::translate
