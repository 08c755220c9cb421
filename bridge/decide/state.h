// SPDX-License-Identifier: Apache-2.0
// State: what is known of orders, pumps, commands, administrations and reports; changed by facts
// alone.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/named.h"
#include "clinical/packed.h"
#include "decide/fact.h"

namespace bridge::decide {

enum class OrderStatus : std::uint8_t { active, held, closed };
constexpr auto names_of(OrderStatus) {
  return std::to_array<std::string_view>({"active", "held", "closed"});
}

struct OrderState {
  Packed<InfusionOrder> order;  // empty for a tombstone of an order never seen
  OrderStatus status = OrderStatus::active;
  bool held_by_soft_limit = false;
  std::vector<FaultCode> told;      // warnings of this content so far, at the order and at scans
  std::vector<FaultCode> released;  // of these, what a named person has seen and let go
  std::uint32_t version = 0;
  std::uint32_t records = 0;  // RXA-2 used so far
  std::vector<std::string> administrations;
};

// The life of one command (decide/lifecycle.h holds the table of its steps).
enum class ProgramStatus : std::uint8_t {
  due,         // decided; not a byte has left
  sent,        // intent recorded; fate open until the gateway or a person says
  taken,       // accept ack: at the gateway
  unknown,     // no answer; blocks the pump's lane
  refused,     // by gateway or pump; or withdrawn before it was sent
  programmed,  // on the pump, waiting for a clinician
  running,     // started
  not_used,    // cleared before start
  ended,
};
constexpr auto names_of(ProgramStatus) {
  return std::to_array<std::string_view>(
      {"due", "sent", "taken", "unknown", "refused", "programmed", "running", "not_used", "ended"});
}

struct ProgramState {
  ProgramStatus status = ProgramStatus::due;
  Packed<InfusionProgram> program;
  Packed<Certificate> certificate;
  ReplyTo reply_to;
  Faults warnings;           // of the decision; who asked hears them with the pump's answer
  bool told_unknown = false;  // who asked knows that nobody knows; told once only
  std::string pump;     // key
  std::string order;    // key
  bool beside = false;  // runs beside what is loaded: a bolus out of it, or a piggyback over it
  std::uint32_t order_version = 0;  // of the order it was decided from
  std::uint32_t attempts = 0;       // that may have let a byte leave
  Instant due_at;
  Instant sent_at;
};

struct PumpState {
  std::optional<Association> association;
  std::string in_flight;       // control id of the one command whose fate is open
  std::string loaded;          // control id of the last command that the pump took
  std::string beside;          // the same of a bolus or piggyback; `loaded` goes on under it
  std::string administration;  // the newest one on this pump
  bool running = false;
  bool online = true;

  // As the pump itself last told, and when. Nobody tells the bridge that an alarm was cleared, so
  // that how long a condition counts is for the checks to say.
  Instant told_at;
  std::string stopped_because;  // token of 158006; empty while it delivers
  bool not_loaded = false;
  bool no_care_area = false;
  std::string care_area;
  std::string library_version;
  PatientId patient;
};

struct PatientState {
  std::optional<BodyWeight> weight;
  std::vector<std::string> orders;  // keys, in order of their acceptance
};

struct AdministrationState {
  Packed<Administration> administration;
  std::string order;       // key
  std::string patient;     // key
  std::string control_id;  // of the program it began with; empty when programmed by hand
  Instant opened_at;
  AdministrationStatus status = AdministrationStatus::in_progress;
  Instant last_event_at;
  std::vector<Packed<PumpEvent>> events;  // in order of time
};

struct ReportState {
  Fact fact;  // ReportDue or AnswerDue
};

struct ResourceState {
  std::string type;
  std::string content;  // JSON as sent, with its id
  Instant at;
};

// The newest drug library that was ever used here; what is older is never used again (P24).
struct LibraryState {
  std::uint32_t serial = 0;
  std::string content_hash;
  std::string label;
};

// A positive or negative answer once given, for the same message again (P6).
struct RememberedAnswer {
  std::string digest;
  std::string answer;
};

class State {
 public:
  State();
  void apply(const Fact& fact);

  const std::string& epoch() const { return epoch_; }
  std::uint64_t programs_made() const { return programs_made_; }
  std::uint64_t administrations_made() const { return administrations_made_; }
  std::uint64_t reports_made() const { return reports_made_; }
  // Counts every answer given, so that each gets its own MSH-10.
  std::uint64_t answers_made() const { return answers_made_; }

  const OrderState* order(const std::string& key) const;
  const PumpState* pump(const std::string& key) const;
  const ProgramState* program(const std::string& control_id) const;
  const AdministrationState* administration(const std::string& id) const;
  const ResourceState* resource(const std::string& type_and_id) const;
  const RememberedAnswer* answer(const std::string& sender, const std::string& control_id) const;
  bool knows_patient(const std::string& key) const { return patients_.contains(key); }
  const PatientState* patient(const std::string& key) const;
  const BodyWeight* weight(const std::string& patient_key) const;
  bool knows_event(const std::string& event_key) const { return events_.contains(event_key); }

  const std::unordered_map<std::string, OrderState>& orders() const { return orders_; }
  const std::unordered_map<std::string, PumpState>& pumps() const { return pumps_; }
  const std::unordered_map<std::string, ProgramState>& programs() const { return programs_; }
  const std::map<std::string, AdministrationState>& administrations() const {
    return administrations_;
  }
  // Commands not yet sent, oldest first.
  const std::deque<std::string>& due_programs() const { return due_programs_; }
  // Commands sent and not settled: what deadlines are about.
  const std::set<std::string>& open_programs() const { return open_programs_; }
  // Reports not yet answered, per destination, oldest first: each a strict lane.
  const std::map<std::string, std::deque<std::string>>& report_lanes() const {
    return report_lanes_;
  }
  const ReportState* report(const std::string& report_id) const;
  const std::vector<std::string>& parked_reports() const { return parked_reports_; }

  const std::optional<LibraryState>& library() const { return library_; }
  // Reasons, by the hash of the content.
  const std::map<std::string, std::string>& recalled_libraries() const { return recalled_; }

  // How many answers are remembered; older ones are forgotten first. A repeat after that is caught
  // by the clinical key: the order number, the event id.
  static constexpr std::size_t max_answers = 200'000;
  static constexpr std::size_t max_events = 1'000'000;

 private:
  void on(const JournalOpened& fact);
  void on(const MessageAnswered& fact);
  void on(const MessageRefused& fact);
  void on(const ResourceStored& fact);
  void on(const OrderAccepted& fact);
  void on(const OrderRefused& fact);
  void on(const OrderChanged& fact);
  void on(const OrderClosed& fact);
  void on(const OrderHeld& fact);
  void on(const OrderReleased& fact);
  void on(const PumpAssociated& fact);
  void on(const PumpDisassociated& fact);
  void on(const ProgramRefused& fact);
  void on(const ProgramDue& fact);
  void on(const DispatchStarted& fact);
  void on(const DispatchUnreached& fact);
  void on(const GatewayTook& fact);
  void on(const GatewayRefused& fact);
  void on(const DispatchUnknown& fact);
  void on(const PumpProgrammed& fact);
  void on(const PumpRefused& fact);
  void on(const ProgramNotUsed& fact);
  void on(const ProgramResolved& fact);
  void on(const EventRecorded& fact);
  void on(const AdministrationChanged& fact);
  void on(const ReportDue& fact);
  void on(const AnswerDue& fact);
  void on(const ReportAnswered& fact);
  void on(const LibraryActivated& fact);
  void on(const LibraryRefused& fact);
  void on(const LibraryRecalled& fact);
  void settle(const std::string& control_id, ProgramStatus status);
  void note_patient(const InfusionOrder& order);
  void add_report(const std::string& id, const std::string& destination, Fact fact);

  std::string epoch_;
  std::uint64_t programs_made_ = 0;
  std::uint64_t administrations_made_ = 0;
  std::uint64_t reports_made_ = 0;
  std::uint64_t answers_made_ = 0;
  std::unordered_map<std::string, ResourceState> resources_;  // by "Type/id"
  std::unordered_map<std::string, OrderState> orders_;
  std::unordered_map<std::string, PumpState> pumps_;
  std::unordered_map<std::string, ProgramState> programs_;
  std::deque<std::string> due_programs_;
  std::set<std::string> open_programs_;
  std::map<std::string, AdministrationState> administrations_;
  std::unordered_map<std::string, PatientState> patients_;
  std::unordered_map<std::string, ReportState> reports_;
  std::map<std::string, std::deque<std::string>> report_lanes_;
  std::vector<std::string> parked_reports_;
  std::unordered_map<std::string, RememberedAnswer> answers_;
  std::deque<std::string> answers_in_order_;
  std::unordered_set<std::string> events_;
  std::deque<std::string> events_in_order_;
  std::optional<LibraryState> library_;
  std::map<std::string, std::string> recalled_;
};

}  // namespace bridge::decide
