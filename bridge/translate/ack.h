// SPDX-License-Identifier: Apache-2.0
// Acknowledgements: which code a message deserves, the answers we write, and those we are sent.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.h"
#include "base/instant.h"
#include "base/result.h"
#include "clinical/infusion_order.h"
#include "hl7/message.h"
#include "translate/code_book.h"
#include "translate/header.h"

namespace bridge::translate {

// HL7 table 0008.
enum class AckCode : std::uint8_t { AA, AE, AR, CA, CE, CR };
constexpr auto names_of(AckCode) {
  return std::to_array<std::string_view>({"AA", "AE", "AR", "CA", "CE", "CR"});
}
constexpr bool is_positive(AckCode code) { return code == AckCode::AA || code == AckCode::CA; }

// What has to be answered. In original mode there is one answer, in `application`. In enhanced mode
// the accept ack comes first; a message that is not taken has no application ack. Neither is set
// when the sender's MSH-15 and MSH-16 do not want it.
struct AckPlan {
  std::optional<AckCode> accept;
  std::optional<AckCode> application;
};

// HL7 v2.6 2.9.2-2.9.3 and the answer table: a fault's kind says what it refuses. Of several,
// commit_reject goes before commit_error; application_error before application_reject, since
// sending the message again would not help.
AckPlan plan_acks(const Header& request, const Faults& faults);
// The answer of the one kind, whether the sender wants it or not.
AckCode accept_code(const Faults& faults);
AckCode application_code(const Faults& faults);

// What an answer's own MSH needs.
struct AckStamp {
  std::string control_id;
  Instant at;
};

// One order of the message answered.
struct OrderAnswer {
  EntityId placer;
  EntityId filler;
  OrderControl control = OrderControl::new_order;
  Faults faults;
  bool accepted = false;
};

// ACK^event^ACK with MSA and one ERR for each fault.
std::string write_ack(const Header& request, const AckStamp& stamp, AckCode code,
                      const Faults& faults);

// RRE^O12 for an RDE, ORP^O10 for an OMP, ORR^O02 for an ORM, RRG^O16 for an RGV, else ACK: MSA,
// one ERR for each fault of the message and of its orders, and an ORC for each order whose ORC-1
// says whether it was accepted (HL7 table 0119).
std::string write_order_answer(const Header& request, const AckStamp& stamp, AckCode code,
                               const Faults& faults, const std::vector<OrderAnswer>& orders,
                               const CodeBook& book);

// One error of a partner. `place` is the ERR-2 or ERR-1 location as a path, or empty.
struct AckError {
  std::string place;
  std::string code;              // ERR-3.1, table 0357
  std::string application_code;  // ERR-5.1: "9005"
  std::string text;              // for a person; may hold content, so it is never logged
  Severity severity = Severity::error;

  friend bool operator==(const AckError&, const AckError&) = default;
};

struct AckRead {
  AckCode code = AckCode::AE;
  std::string control_id;  // MSA-2: which of our messages it answers
  std::vector<AckError> errors;
};

// ACK, RRA, RRE, RRG and every other message with MSA. Faults: segment_missing, code_not_in_table
// for MSA-1, field_missing for MSA-2.
Result<AckRead> read_ack(const hl7::Message& message);

}  // namespace bridge::translate
