// SPDX-License-Identifier: Apache-2.0
// Fact: what was decided or happened; the only thing that changes State, and what the journal
// keeps.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/boxed.h"
#include "base/fault.h"
#include "base/instant.h"
#include "clinical/administration.h"
#include "clinical/checked_program.h"
#include "clinical/infusion_order.h"
#include "clinical/program_request.h"
#include "clinical/pump_event.h"

namespace bridge::decide {

// Where an application answer must go when the fate of a request is known: the sender of a message
// in enhanced mode, HL7 v2.6 2.9.3.
struct ReplyTo {
  std::string destination;  // lane of the EHR side: MSH-3 of the sender; empty: nobody waits
  std::string control_id;   // MSH-10 of the request
  std::string message;      // header of the request, enough to address the answer

  template <class Self, class Visit>
  static void each_field(Self& self, Visit&& visit) {
    visit("destination", self.destination);
    visit("control_id", self.control_id);
    visit("message", self.message);
  }
  friend bool operator==(const ReplyTo&, const ReplyTo&) = default;
};

// Each fact has its name, its version is the record's. Fields are only ever added.
#define BRIDGE_FACT(fact_name)                        \
  static constexpr std::string_view name = fact_name; \
  template <class Self, class Visit>                  \
  static void each_field([[maybe_unused]] Self& self, Visit&& visit)

// The first record of a journal: its epoch makes control ids unique across installations.
struct JournalOpened {
  std::string epoch;
  BRIDGE_FACT("journal_opened") { visit("epoch", self.epoch); }
};

// A message was answered; the same message again gets the same answer (P6).
struct MessageAnswered {
  std::string sender;      // MSH-3 and MSH-4
  std::string control_id;  // MSH-10
  std::string digest;      // SHA-256 of the message's bytes, hexadecimal
  std::string answer;
  BRIDGE_FACT("message_answered") {
    visit("sender", self.sender);
    visit("control_id", self.control_id);
    visit("digest", self.digest);
    visit("answer", self.answer);
  }
};

// A message that could not be taken, for the audit: where it came from and why, not what it said.
struct MessageRefused {
  std::string sender;
  std::string control_id;
  std::string digest;
  Faults findings;
  BRIDGE_FACT("message_refused") {
    visit("sender", self.sender);
    visit("control_id", self.control_id);
    visit("digest", self.digest);
    visit("findings", self.findings);
  }
};

// A FHIR resource as it was sent, under the id and version it was given.
struct ResourceStored {
  std::string type;
  std::string id;
  std::string order;    // key of the order it carries
  std::string content;  // JSON
  Instant at;
  BRIDGE_FACT("resource_stored") {
    visit("type", self.type);
    visit("id", self.id);
    visit("order", self.order);
    visit("content", self.content);
    visit("at", self.at);
  }
};

// `library` of a decision is the label of the drug library it was taken by (P24): serial and
// beginning of the hash, which one LibraryActivated before it tells in full.
struct OrderAccepted {
  Boxed<InfusionOrder> order;
  Faults warnings;
  bool held_by_soft_limit = false;
  Instant at;
  std::string library = {};
  BRIDGE_FACT("order_accepted") {
    visit("order", *self.order);
    visit("warnings", self.warnings);
    visit("held_by_soft_limit", self.held_by_soft_limit);
    visit("at", self.at);
    visit("library", self.library);
  }
};

struct OrderRefused {
  EntityId placer_order_number;
  OrderControl control = OrderControl::new_order;
  Faults findings;
  Instant at;
  std::string library = {};
  BRIDGE_FACT("order_refused") {
    visit("placer_order_number", self.placer_order_number);
    visit("control", self.control);
    visit("findings", self.findings);
    visit("at", self.at);
    visit("library", self.library);
  }
};

// XO: the whole new content; what is at the pump stays until a request at the bedside.
struct OrderChanged {
  Boxed<InfusionOrder> order;
  Faults warnings;
  bool held_by_soft_limit = false;
  Instant at;
  std::string library = {};
  BRIDGE_FACT("order_changed") {
    visit("order", *self.order);
    visit("warnings", self.warnings);
    visit("held_by_soft_limit", self.held_by_soft_limit);
    visit("at", self.at);
    visit("library", self.library);
  }
};

// CA or DC. Also kept for an order never seen: a tombstone that stops a late new order (B84, B85).
struct OrderClosed {
  EntityId placer_order_number;
  OrderControl control = OrderControl::cancel;
  Instant at;
  BRIDGE_FACT("order_closed") {
    visit("placer_order_number", self.placer_order_number);
    visit("control", self.control);
    visit("at", self.at);
  }
};

struct OrderHeld {
  EntityId placer_order_number;
  Instant at;
  BRIDGE_FACT("order_held") {
    visit("placer_order_number", self.placer_order_number);
    visit("at", self.at);
  }
};

// From the prescriber (RL), or by a named person after a soft limit, with a reason.
struct OrderReleased {
  EntityId placer_order_number;
  Person by;
  std::string reason;
  Instant at;
  BRIDGE_FACT("order_released") {
    visit("placer_order_number", self.placer_order_number);
    visit("by", self.by);
    visit("reason", self.reason);
    visit("at", self.at);
  }
};

struct PumpAssociated {
  Association association;
  BRIDGE_FACT("pump_associated") { visit("association", self.association); }
};

struct PumpDisassociated {
  EntityId pump;
  Person by;
  Instant at;
  BRIDGE_FACT("pump_disassociated") {
    visit("pump", self.pump);
    visit("by", self.by);
    visit("at", self.at);
  }
};

struct ProgramRefused {
  Association association;
  Faults findings;
  Instant at;
  std::string library = {};
  BRIDGE_FACT("program_refused") {
    visit("association", self.association);
    visit("findings", self.findings);
    visit("at", self.at);
    visit("library", self.library);
  }
};

// All checks passed: this command must be sent. The dispatcher is driven by this fact alone.
struct ProgramDue {
  std::string control_id;
  Boxed<InfusionProgram> program;
  Boxed<Certificate> certificate;
  ReplyTo reply_to;
  Instant at;
  Faults warnings = {};  // for who asked; told again with the pump's answer
  BRIDGE_FACT("program_due") {
    visit("control_id", self.control_id);
    visit("program", *self.program);
    visit("certificate", *self.certificate);
    visit("reply_to", self.reply_to);
    visit("at", self.at);
    visit("warnings", self.warnings);
  }
};

// Recorded before the first byte leaves (P2): after a crash the fate is unknown, not unsent.
struct DispatchStarted {
  std::string control_id;
  std::uint32_t attempt = 1;
  Instant at;
  BRIDGE_FACT("dispatch_started") {
    visit("control_id", self.control_id);
    visit("attempt", self.attempt);
    visit("at", self.at);
  }
};

// Connecting failed before a byte left: nothing happened, the command is due again.
struct DispatchUnreached {
  std::string control_id;
  Instant at;
  BRIDGE_FACT("dispatch_unreached") {
    visit("control_id", self.control_id);
    visit("at", self.at);
  }
};

struct GatewayTook {
  std::string control_id;
  Instant at;
  BRIDGE_FACT("gateway_took") {
    visit("control_id", self.control_id);
    visit("at", self.at);
  }
};

// CE, CR, or AE/AR on the connection; also when the command was withdrawn before it was sent.
struct GatewayRefused {
  std::string control_id;
  std::vector<PumpRefusal> refusals;
  Instant at;
  BRIDGE_FACT("gateway_refused") {
    visit("control_id", self.control_id);
    visit("refusals", self.refusals);
    visit("at", self.at);
  }
};

// No answer: neither sent nor failed. Blocks the pump's lane until resolved.
struct DispatchUnknown {
  std::string control_id;
  Fault why{FaultCode::pump_silent, {}, {}};
  Instant at;
  BRIDGE_FACT("dispatch_unknown") {
    visit("control_id", self.control_id);
    visit("why", self.why);
    visit("at", self.at);
  }
};

struct PumpProgrammed {
  std::string control_id;
  Instant at;
  BRIDGE_FACT("pump_programmed") {
    visit("control_id", self.control_id);
    visit("at", self.at);
  }
};

struct PumpRefused {
  std::string control_id;
  std::vector<PumpRefusal> refusals;
  Instant at;
  BRIDGE_FACT("pump_refused") {
    visit("control_id", self.control_id);
    visit("refusals", self.refusals);
    visit("at", self.at);
  }
};

// The clinician cleared the program at the pump before starting it.
struct ProgramNotUsed {
  std::string control_id;
  Instant at;
  BRIDGE_FACT("program_not_used") {
    visit("control_id", self.control_id);
    visit("at", self.at);
  }
};

// A person looked at the pump and says what became of an unknown command.
struct ProgramResolved {
  std::string control_id;
  bool programmed = false;
  Person by;
  std::string reason;
  Instant at;
  BRIDGE_FACT("program_resolved") {
    visit("control_id", self.control_id);
    visit("programmed", self.programmed);
    visit("by", self.by);
    visit("reason", self.reason);
    visit("at", self.at);
  }
};

// Every pump event is kept as it came, also one that moves nothing; `findings` says why it does
// not.
struct EventRecorded {
  Boxed<PumpEvent> event;
  Faults findings;
  bool late = false;
  std::string administration_id;  // what it belongs to; empty when it fits nothing
  BRIDGE_FACT("event_recorded") {
    visit("event", *self.event);
    visit("findings", self.findings);
    visit("late", self.late);
    visit("administration_id", self.administration_id);
  }
};

// The whole new version of an administration; older versions stay in the journal.
struct AdministrationChanged {
  Boxed<Administration> administration;
  BRIDGE_FACT("administration_changed") { visit("administration", *self.administration); }
};

// One record must reach the EHR.
struct ReportDue {
  std::string report_id;  // also the MSH-10 of the RAS^O17
  std::string destination;
  std::string administration_id;
  Boxed<AdministrationRecord> record;
  bool amended = false;  // a record that the EHR has under the same sub id: RXA-21 = U
  Instant at;            // MSH-7, so that a repetition has the same bytes
  bool removed = false;  // a record that the EHR has and that should never have been: D
  BRIDGE_FACT("report_due") {
    visit("report_id", self.report_id);
    visit("destination", self.destination);
    visit("administration_id", self.administration_id);
    visit("record", *self.record);
    visit("amended", self.amended);
    visit("at", self.at);
    visit("removed", self.removed);
  }
};

// An application answer, already written, must reach the EHR.
struct AnswerDue {
  std::string report_id;
  std::string destination;
  std::string message;
  BRIDGE_FACT("answer_due") {
    visit("report_id", self.report_id);
    visit("destination", self.destination);
    visit("message", self.message);
  }
};

// AA or CA: done. Anything else is parked for a person; the lane goes on.
struct ReportAnswered {
  std::string report_id;
  std::string code;
  Instant at;
  BRIDGE_FACT("report_answered") {
    visit("report_id", self.report_id);
    visit("code", self.code);
    visit("at", self.at);
  }
};

// From here on this drug library decides. Its serial is the least that may ever be used again.
struct LibraryActivated {
  std::string id;
  std::string version;
  std::uint32_t serial = 0;
  std::string content_hash;  // SHA-256 of the canonical form, hexadecimal
  std::string label;
  std::vector<std::string> signed_by;  // key, person and role of each signature
  Instant at;
  BRIDGE_FACT("library_activated") {
    visit("id", self.id);
    visit("version", self.version);
    visit("serial", self.serial);
    visit("content_hash", self.content_hash);
    visit("label", self.label);
    visit("signed_by", self.signed_by);
    visit("at", self.at);
  }
};

// A library that was to be used and may not be; the one in use before stays in use.
struct LibraryRefused {
  std::string library;  // its label, or the name of a file that could not be read
  Faults findings;
  Instant at;
  BRIDGE_FACT("library_refused") {
    visit("library", self.library);
    visit("findings", self.findings);
    visit("at", self.at);
  }
};

// Somebody took this content out of use, for ever.
struct LibraryRecalled {
  std::string content_hash;
  std::string reason;
  std::string person;
  Instant at;
  BRIDGE_FACT("library_recalled") {
    visit("content_hash", self.content_hash);
    visit("reason", self.reason);
    visit("person", self.person);
    visit("at", self.at);
  }
};

#undef BRIDGE_FACT

using Fact =
    std::variant<JournalOpened, MessageAnswered, MessageRefused, ResourceStored, OrderAccepted,
                 OrderRefused, OrderChanged, OrderClosed, OrderHeld, OrderReleased, PumpAssociated,
                 PumpDisassociated, ProgramRefused, ProgramDue, DispatchStarted, DispatchUnreached,
                 GatewayTook, GatewayRefused, DispatchUnknown, PumpProgrammed, PumpRefused,
                 ProgramNotUsed, ProgramResolved, EventRecorded, AdministrationChanged, ReportDue,
                 AnswerDue, ReportAnswered, LibraryActivated, LibraryRefused, LibraryRecalled>;

using Facts = std::vector<Fact>;

std::string_view name_of(const Fact& fact);

// An event is the same when pump and OBR-3 are (IHE PCD TF-2 B.7: unique for all time).
std::string event_key(const PumpEvent& event);

}  // namespace bridge::decide
