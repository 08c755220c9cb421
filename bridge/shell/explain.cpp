// SPDX-License-Identifier: Apache-2.0
#include "shell/explain.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <ostream>

#include "decide/history.h"
#include "engine/answers.h"
#include "engine/core.h"
#include "engine/counters.h"
#include "engine/fact_line.h"
#include "engine/inbound.h"
#include "engine/memory_journal.h"
#include "engine/read_message.h"
#include "engine/record.h"
#include "fhir/check.h"
#include "fhir/xml.h"
#include "hl7/parse.h"
#include "json/write.h"
#include "shell/explain_text.h"
#include "shell/table_files.h"
#include "translate/medication_request.h"
#include "translate/order_json.h"
#include "translate/order_places.h"
#include "translate/rgv_o15.h"

namespace bridge::shell {
namespace {

constexpr std::size_t max_file_bytes = std::size_t{1} << 20;

// Stands where it is put.
class SetClock final : public engine::Clock {
 public:
  explicit SetClock(Instant at) : at_(at) {}
  Instant now() override { return at_; }
  void set(Instant at) { at_ = at; }

 private:
  Instant at_;
};

Instant real_time() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return Instant::from_unix_ms(
      std::chrono::duration_cast<std::chrono::milliseconds>(since).count());
}

// What the last file is, read once more for the account.
struct Reading {
  Faults faults;  // set when it could not be read at all
  std::vector<decide::Input> inputs;
  std::string type;
  bool resource = false;
  bool from_gateway = false;
  translate::OrderWire wire = translate::OrderWire::encoded;
};

class Explainer {
 public:
  Explainer(const ExplainOptions& options, std::shared_ptr<const engine::Tables> tables)
      : options_(options),
        tables_(std::move(tables)),
        clock_(real_time()),
        core_(journal_, clock_, tables_),
        inbound_(core_, tables_, counters_) {
    inbound_.take_line_feeds(hl7::LineFeeds::end_segments);
    core_.on_replies(
        [this](const std::vector<decide::Reply>& replies, const decide::State& state, Instant now) {
          return engine::late_answers(replies, *tables_.current(), state, now);
        });
    (void)core_.recover("EXPLAIN");
  }

  std::vector<Explanation> run() {
    std::vector<Explanation> explanations;
    for (const std::string& file : options_.files) {
      explanations.push_back(explained(file));
      explanations.back().file = file;
    }
    return explanations;
  }

 private:
  Explanation explained(const std::string& file) {
    const auto text = read_file(file, max_file_bytes);
    if (!text) return unreadable({text.fault()});
    const Reading reading = read(file, *text);
    if (reading.inputs.empty()) {
      Explanation explanation = unreadable(reading.faults);
      explanation.type = reading.type;
      return explanation;
    }
    std::vector<Explanation> parts;
    for (const decide::Input& input : reading.inputs) parts.push_back(account(input));
    const std::uint64_t before = records();
    take(file, *text, reading);
    complete(reading, before + 1, parts);
    for (Explanation& part : parts) {
      part.findings = translate::on_wire(std::move(part.findings), reading.wire);
    }
    send_what_is_due();
    Explanation explanation = whole(std::move(parts));
    explanation.type = reading.type;
    return explanation;
  }

  // The last order stands for a message of several, as it did alone; its outcome is the worst.
  static Explanation whole(std::vector<Explanation> parts) {
    Explanation explanation = parts.back();
    if (parts.size() == 1) return explanation;
    explanation.findings.clear();
    for (const Explanation& part : parts) {
      explanation.findings.insert(explanation.findings.end(), part.findings.begin(),
                                  part.findings.end());
      if (explanation.outcome != ExplainedOutcome::refused &&
          part.outcome != ExplainedOutcome::accepted) {
        explanation.outcome = part.outcome;
      }
    }
    explanation.parts = std::move(parts);
    return explanation;
  }

  std::uint64_t records() {
    std::uint64_t last = 0;
    (void)journal_.replay(1, [&last](const engine::Record& record) -> Result<Done> {
      last = record.sequence;
      return Done{};
    });
    return last;
  }

  // As if the gateway took each command at once: what the pump reports later then finds it.
  void send_what_is_due() {
    const auto due = core_.look([](const decide::State& state) {
      return std::vector<std::string>(state.due_programs().begin(), state.due_programs().end());
    });
    for (const std::string& control_id : due) {
      (void)core_.submit_durably(decide::DispatchInput{control_id, false});
      (void)core_.submit_durably(
          decide::DispatchOutcomeInput{control_id, decide::DispatchFate::taken, {}});
    }
  }

  static Explanation unreadable(Faults faults) {
    Explanation explanation;
    explanation.outcome = ExplainedOutcome::unreadable;
    explanation.findings = std::move(faults);
    return explanation;
  }

  Reading read(const std::string& file, const std::string& text) {
    Reading reading;
    const auto tables = tables_.current();
    reading.resource = file.ends_with(".json") || file.ends_with(".xml");
    if (reading.resource) return read_resource(file, text, *tables);
    const hl7::Limits limits{.line_feeds = hl7::LineFeeds::end_segments};
    const auto message = hl7::parse(text, limits);
    if (!message) {
      reading.faults = {message.fault()};
      return reading;
    }
    const translate::Header told = translate::peek_header(*message, tables->ehr_door);
    reading.type = told.type + (told.event.empty() ? "" : '^' + told.event);
    clock_.set(told.time.value_or(real_time()));
    reading.wire = translate::order_wire(told.type);
    reading.from_gateway = told.type == "RRG" || told.type == "ORU";
    const auto header = translate::read_header(
        *message, reading.from_gateway ? tables->gateway_door : tables->ehr_door, clock_.now());
    if (!header)
      reading.faults = header.fault();
    else
      reading.inputs = engine::read_message(*message, *header, *tables).inputs;
    return reading;
  }

  Reading read_resource(const std::string& file, const std::string& text,
                        const engine::Tables& tables) {
    Reading reading;
    reading.resource = true;
    reading.wire = translate::OrderWire::resource;
    clock_.set(real_time());
    auto parsed =
        file.ends_with(".xml") ? fhir::read_xml(text) : [&text]() -> Result<json::Value, Faults> {
      auto value = json::parse(text);
      if (!value) return Faults{std::move(value).fault()};
      return std::move(value).value();
    }();
    if (!parsed) {
      reading.faults = std::move(parsed).fault();
      return reading;
    }
    reading.type = parsed->text_of("resourceType").value_or("");
    reading.faults = fhir::check(*parsed);
    if (parsed->text_of("resourceType") != "MedicationRequest") {
      reading.faults.push_back(Fault{FaultCode::resource_type_wrong, "resourceType", {}});
    }
    if (any_error(reading.faults)) return reading;
    translate::OrderRead order = translate::read_medication_request(*parsed, {}, tables.codes);
    if (order.order.written_at) clock_.set(*order.order.written_at);
    reading.inputs.push_back(decide::OrderInput{std::move(order.order), std::move(order.faults)});
    return reading;
  }

  void take(const std::string& file, const std::string& text, const Reading& reading) {
    if (reading.resource) {
      (void)inbound_.answer(engine::FhirPost{"MedicationRequest", text, file.ends_with(".xml")});
      return;
    }
    (void)inbound_.answer(text, reading.from_gateway ? engine::Door::gateway : engine::Door::ehr);
  }

  Explanation account(const decide::Input& input) {
    const auto* order = std::get_if<decide::OrderInput>(&input);
    if (order == nullptr) return account_of_pump_side(input);
    Explanation explanation;
    explanation.order = order->order;
    const OrderControl control = order->order.control;
    const bool programs = control == OrderControl::new_order || control == OrderControl::change ||
                          control == OrderControl::child;
    if (programs) account_of_program(*order, explanation);
    return explanation;
  }

  // The pump that is named, or those that serve the patient's care area, as the line looks for
  // them; of these first the kind that the order names (RXR-3).
  std::vector<const Pump*> pumps_for(const InfusionOrder& order,
                                     const engine::Tables& tables) const {
    const library::CareArea* area =
        tables.library ? tables.library->care_area_of(order.patient.location.point_of_care)
                       : nullptr;
    std::vector<const Pump*> pumps;
    for (const Pump& pump : tables.pumps.pumps()) {
      const bool serves = area == nullptr || pump.care_area.empty() || pump.care_area == area->id;
      if (options_.pump.empty() ? serves : pump.pump.id == options_.pump) pumps.push_back(&pump);
    }
    std::stable_partition(pumps.begin(), pumps.end(), [&](const Pump* pump) {
      return !order.device.code.empty() && tables.pumps.model(*pump).kind == order.device.code;
    });
    return pumps;
  }

  // An order is held against a pump: the one asked for, or the first that would take it.
  void account_of_program(const decide::OrderInput& order, Explanation& explanation) {
    const auto tables = tables_.current();
    std::optional<decide::CheckOutcome> chosen;
    const Pump* chosen_pump = nullptr;
    for (const Pump* pump : pumps_for(order.order, *tables)) {
      decide::CheckOutcome outcome = check(order, *tables, pump);
      const bool better = !chosen || (any_error(chosen->findings) && !any_error(outcome.findings));
      if (!better) continue;
      chosen = std::move(outcome);
      chosen_pump = pump;
      if (!any_error(chosen->findings)) break;
    }
    if (!chosen) {
      explanation.findings = {Fault{FaultCode::pump_unknown, "--pump", {}}};
      return;
    }
    explanation.findings = order.faults;
    if (order.order.control == OrderControl::child && any_error(chosen->findings)) {
      // A bolus is ordered before or while its infusion runs: the line takes it without a pump.
      decide::CheckOutcome without = check(order, *tables, nullptr);
      if (!any_error(without.findings)) {
        without.findings.push_back(Fault{FaultCode::parent_not_running, "parent_order_number",
                                         "no pump could take it now", Severity::information});
        without.program.reset();
        chosen = std::move(without);
        chosen_pump = nullptr;
      }
    }
    explanation.findings.insert(explanation.findings.end(), chosen->findings.begin(),
                                chosen->findings.end());
    explanation.certificate = chosen->certificate;
    if (chosen_pump == nullptr) return;
    explanation.pump = chosen_pump->pump.id + ", " + chosen_pump->model;
    if (any_error(explanation.findings) || !chosen->program) return;
    explanation.command = chosen->program;
    explanation.command->pump = chosen_pump->pump;
    explanation.command->requested_by.id = "EXPLAIN";  // nobody has scanned yet
    explanation.command->requested_at = clock_.now();
    explanation.held = chosen->held_by_soft_limit;
    if (!explanation.held) {
      chosen->program = explanation.command;
      explanation.message = command_text(
          decide::ProgramChecker::certify(*chosen, "EXPLAIN-P000001"), *chosen_pump, *tables);
    }
  }

  Explanation account_of_pump_side(const decide::Input& input) {
    Explanation explanation;
    if (const auto* request = std::get_if<decide::RequestInput>(&input)) {
      explanation.request = request->request;
      explanation.findings = request->faults;
    } else if (const auto* answer = std::get_if<decide::PumpAnswerInput>(&input)) {
      explanation.answer = answer->answer;
      explanation.findings = answer->faults;
      // The line keeps no record of such an answer: it changes nothing (B144).
      const bool sent = core_.look([answer](const decide::State& state) {
        return state.program(answer->answer.control_id) != nullptr;
      });
      if (!sent && !any_error(answer->faults)) {
        explanation.findings.push_back(Fault{FaultCode::answer_unmatched, "MSA-2", {}});
      }
    } else if (const auto* event = std::get_if<decide::PumpEventInput>(&input)) {
      explanation.event = event->event;
      explanation.findings = event->faults;
    }
    return explanation;
  }

  // With what the messages before it left: what runs, what was given, the weight.
  decide::CheckOutcome check(const decide::OrderInput& order, const engine::Tables& tables,
                             const Pump* pump) {
    return core_.look([&](const decide::State& state) {
      const PatientId& patient = order.order.patient.patient_id;
      decide::CheckContext context;
      context.library = tables.library ? &*tables.library : nullptr;
      context.pump = pump;
      context.model = pump == nullptr ? nullptr : &tables.pumps.model(*pump);
      context.policy = &tables.policy;
      context.known_weight = state.weight(patient.key());
      std::optional<decide::PatientHistory> history;
      if (context.library != nullptr) {
        history = decide::history_of(state, *context.library, patient, clock_.now());
        context.history = &*history;
      }
      context.now = clock_.now();
      return decide::check_order(order.order, context, decide::Account::certificate);
    });
  }

  std::string command_text(const CheckedProgram& program, const Pump& pump,
                           const engine::Tables& tables) {
    const auto profile = tables.gateways.find(pump.gateway);
    if (profile == tables.gateways.end()) return {};
    return translate::write_rgv_o15(program, profile->second, tables.codes, clock_.now());
  }

  // What the line said of one order, request or event.
  struct LineWord {
    std::optional<decide::ProgramDue> due;
    Faults refusal;
  };

  // The line decides one input after the other; each of its facts belongs to the one that it names,
  // else to the one before.
  static std::size_t owner_of(const decide::Fact& fact, const std::vector<decide::Input>& inputs,
                              std::size_t current) {
    const std::string key = key_of(fact);
    for (std::size_t at = current; !key.empty() && at < inputs.size(); ++at) {
      if (key == key_of(inputs[at])) return at;
    }
    return current;
  }

  static std::string key_of(const decide::Input& input) {
    if (const auto* order = std::get_if<decide::OrderInput>(&input)) {
      return order->order.placer_order_number.key();
    }
    if (const auto* asked = std::get_if<decide::RequestInput>(&input)) {
      return asked->request.association.placer_order_number.key();
    }
    if (const auto* event = std::get_if<decide::PumpEventInput>(&input)) {
      return event->event.event_id.key();
    }
    return {};
  }

  static std::string key_of(const decide::Fact& fact) {
    return std::visit(
        [](const auto& held) -> std::string {
          if constexpr (requires { held.order.placer_order_number; }) {
            return held.order.placer_order_number.key();
          } else if constexpr (requires { held.placer_order_number; }) {
            return held.placer_order_number.key();
          } else if constexpr (requires { held.association.placer_order_number; }) {
            return held.association.placer_order_number.key();
          } else if constexpr (requires { held.program->placer_order_number; }) {
            return held.program->placer_order_number.key();
          } else if constexpr (requires { held.event->event_id; }) {
            return held.event->event_id.key();
          } else {
            return {};
          }
        },
        fact);
  }

  static void note(const decide::Fact& fact, Explanation& explanation, LineWord& word) {
    if (auto told = engine::fact_line(fact)) explanation.recorded.push_back(*std::move(told));
    if (const auto* event = std::get_if<decide::EventRecorded>(&fact)) {
      explanation.findings = event->findings;
    }
    word = {};
    if (const auto* program = std::get_if<decide::ProgramDue>(&fact)) word.due = *program;
    if (const auto* order = std::get_if<decide::OrderRefused>(&fact))
      word.refusal = order->findings;
    if (const auto* asked = std::get_if<decide::ProgramRefused>(&fact)) {
      word.refusal = asked->findings;
    }
    if (const auto* message = std::get_if<decide::MessageRefused>(&fact)) {
      word.refusal = message->findings;
    }
  }

  // What the line itself decided about the message, in the records from `first` on: it knows the
  // life of the order too.
  void complete(const Reading& reading, std::uint64_t first, std::vector<Explanation>& parts) {
    std::vector<LineWord> words(parts.size());
    std::size_t current = 0;
    (void)journal_.replay(first, [&](const engine::Record& record) -> Result<Done> {
      const auto fact = engine::read_record(record.kind, record.payload);
      // An answer tells what was decided; it is no decision.
      const bool counts = fact && !std::holds_alternative<decide::MessageAnswered>(*fact) &&
                          !std::holds_alternative<decide::AnswerDue>(*fact);
      if (!counts) return Done{};
      current = owner_of(*fact, reading.inputs, current);
      note(*fact, parts[current], words[current]);
      return Done{};
    });
    for (std::size_t at = 0; at < parts.size(); ++at) {
      settle(reading.inputs[at], words[at], parts[at]);
    }
  }

  void settle(const decide::Input& input, const LineWord& word, Explanation& explanation) {
    const auto tables = tables_.current();
    if (word.due) {
      explanation.command = word.due->program;
      explanation.certificate = word.due->certificate;
      const Pump* pump = tables->pumps.pump(word.due->program->pump);
      explanation.pump = pump->pump.id + ", " + pump->model;
      explanation.message =
          command_text(decide::ProgramChecker::restore(word.due->program, word.due->certificate,
                                                       word.due->control_id),
                       *pump, *tables);
    }
    if (!word.refusal.empty()) {
      explanation.findings = word.refusal;
      explanation.held = false;
      explanation.command.reset();
      explanation.message.clear();
      // The checks may have passed where the order's life stands against it.
      for (CertificateStep& step : explanation.certificate.steps) {
        if (step.kind == StepKind::result) step.text = "refused: nothing is programmed";
      }
    }
    const bool programs =
        std::holds_alternative<decide::RequestInput>(input) || explanation.command.has_value();
    explanation.outcome = any_error(explanation.findings) || explanation.held
                              ? ExplainedOutcome::refused
                          : programs && explanation.command ? ExplainedOutcome::would_program
                                                            : ExplainedOutcome::accepted;
  }

  const ExplainOptions& options_;
  engine::TablesHolder tables_;
  SetClock clock_;
  engine::MemoryJournal journal_;
  engine::Counters counters_;
  engine::Core core_;
  engine::Inbound inbound_;
};

}  // namespace

int explain(const ExplainOptions& options, std::shared_ptr<const engine::Tables> tables,
            std::ostream& out) {
  Explainer explainer(options, std::move(tables));
  const std::vector<Explanation> explanations = explainer.run();
  if (options.json) {
    out << json::write(explanations_json(explanations), json::Layout::pretty) << '\n';
  } else {
    out << explanations_text(explanations);
  }
  switch (explanations.back().outcome) {
    case ExplainedOutcome::would_program:
    case ExplainedOutcome::accepted:
      return 0;
    case ExplainedOutcome::refused:
      return 1;
    case ExplainedOutcome::unreadable:
      return 2;
  }
  return 2;
}

}  // namespace bridge::shell
