// SPDX-License-Identifier: Apache-2.0
#include "decide/scene.h"

#include <sstream>

#include "base/assert.h"

namespace bridge::decide::test {
namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t base_ms = 1'764'000'000'000;  // the now of Case

template <class Kind>
Kind quantity(const std::string& digits, std::string_view ucum) {
  auto made = Kind::make(Amount{number(digits), unit(ucum), digits, {}});
  BRIDGE_ASSERT(made.has_value());
  return std::move(made).value();
}

std::string of(const Fact& fact) {
  std::string text(name_of(fact));
  std::visit(
      [&text](const auto& held) {
        if constexpr (requires { held.attempt; }) text += '#' + std::to_string(held.attempt);
        if constexpr (requires { held.control_id; }) text += '(' + held.control_id + ')';
        if constexpr (requires { held.amended; }) {
          text += '(' + std::string(name_of(held.record->kind)) + '#' +
                  std::to_string(held.record->sub_id) +
                  (held.removed   ? " removed)"
                   : held.amended ? " amended)"
                                  : ")");
        }
      },
      fact);
  return text;
}

std::string of(const Fault& fault) {
  const std::string name(kind_of(fault.code).name);
  return (fault.severity == Severity::error     ? "!"
          : fault.severity == Severity::warning ? "W:"
                                                : "I:") +
         name;
}

void add(std::string& text, const std::string& word) {
  if (!text.empty()) text += ' ';
  text += word;
}

std::string minutes(Instant at) { return std::to_string((at.unix_ms() - base_ms) / minute_ms); }

template <class Kind>
std::string text_of(const std::optional<Kind>& value) {
  return value ? " " + value->amount().ucum_text() : "";
}

std::string of(const DeliverySegment& segment) {
  return (segment.kvo     ? "kvo "
          : segment.bolus ? "dose "
                          : "") +
         minutes(segment.start) + '-' + (segment.end ? minutes(*segment.end) : "") +
         text_of(segment.rate) + text_of(segment.volume);
}

std::string given_of(const AdministrationRecord& record) {
  if (!record.from) return {};
  if (!record.volume) return " +?";
  return " +" + record.volume->value().text();
}

std::string of(const AdministrationRecord& record, bool sub_ids) {
  return '#' + (sub_ids ? std::to_string(record.sub_id) + ' ' : std::string()) +
         std::string(name_of(record.kind)) + '@' +
         (record.from ? minutes(*record.from) + '-' : "") + minutes(record.at) +
         text_of(record.rate) + given_of(record) + text_of(record.volume_total) +
         (record.late ? " late" : "");
}

bool read_word(PumpEvent& event, const std::string& word) {
  if (word == "del") {
    event.status = DeliveryStatus::delivering;
  } else if (word == "not") {
    event.status = DeliveryStatus::not_delivering;
  } else if (word == "kvo") {
    event.status = DeliveryStatus::kvo;
  } else if (word == "trans") {
    event.status = DeliveryStatus::transitioning;
  } else if (word == "offline") {
    event.online = false;
  } else if (word == "unloaded") {
    event.not_loaded = true;
  } else if (word == "no_area") {
    event.no_care_area = true;
  } else {
    return false;
  }
  return true;
}

void read_pair(PumpEvent& event, const std::string& word, const std::string& value) {
  if (word == "rate") {
    event.rate = quantity<FlowRate>(value, "mL/h");
  } else if (word == "rate_min") {
    event.rate = quantity<FlowRate>(value, "mL/min");
  } else if (word == "dose_rate") {
    event.dose_rate = quantity<DoseRate>(value, "ug/kg/min");
  } else if (word == "seg") {
    event.volume_segment = quantity<Volume>(value, "mL");
  } else if (word == "total") {
    event.volume_total = quantity<Volume>(value, "mL");
  } else if (word == "vtbi") {
    event.vtbi = quantity<Volume>(value, "mL");
  } else if (word == "sent") {
    event.sent_at = at_minute(std::stoll(value));
  } else if (word == "id") {
    event.event_id.id = value;
  } else if (word == "order") {
    event.placer_order_number = value == "none" ? EntityId{} : order_named(value);
  } else if (word == "patient") {
    event.patient_id.id = value == "none" ? "" : value;
  } else if (word == "pump") {
    event.pump = pump_named(value);
  } else if (word == "left") {
    event.vtbi_remaining = quantity<Volume>(value, "mL");
  } else if (word == "because") {
    event.not_delivering_reason = "pump-stopped-" + value;
  } else if (word == "area") {
    event.care_area = value;
  } else if (word == "library") {
    event.library_version = value;
  } else if (word == "parent") {
    event.parent_order_number = order_named(value);
  } else if (word == "source") {
    event.source = *named<PumpSource>(value);
  } else {
    ADD_FAILURE() << "a word of an event that nobody knows: " << word;
  }
}

PumpEventKind kind_named(const std::string& word) {
  constexpr auto words = std::to_array<std::string_view>(
      {"start", "stop", "complete", "comm", "cleared", "auto_cleared", "patient", "other"});
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words[at] == word) return static_cast<PumpEventKind>(at);
  }
  ADD_FAILURE() << "a kind of event that nobody knows: " << word;
  return PumpEventKind::other;
}

}  // namespace

const library::PumpRegistry& two_pumps() {
  static const auto registry = library::PumpRegistry::load(
      "model,kind,min_rate_ml_h,max_rate_ml_h,max_volume_ml,resolution,supports,note\n"
      "bedside,IVP,0.1,999,3000,0.01 below 1; 0.1 below 100; 1,"
      "bolus;loading;pca;multistep;delay;piggyback,\n",
      "id,maker_name,maker_id,maker_id_type,gateway,model,care_area,dedicated_to,note\n"
      "PUMP1,MAKER,,,gateway,bedside,,,\n"
      "PUMP2,MAKER,,,gateway,bedside,,,\n");
  return registry.value();
}

EntityId pump_named(std::string_view id) { return EntityId{std::string(id), "MAKER", "", ""}; }
EntityId order_named(std::string_view id) { return EntityId{std::string(id), "EHR", "", ""}; }
Instant at_minute(std::int64_t minute) {
  return Instant::from_unix_ms(base_ms + minute * minute_ms);
}

std::string told(const Decision& decision) {
  std::string text;
  for (const Fact& fact : decision.facts) add(text, of(fact));
  for (const Fault& fault : decision.findings) add(text, of(fault));
  for (const Reply& reply : decision.replies) {
    std::string word = reply.accepted ? ">yes" : ">no";
    for (const Fault& fault : reply.findings) word += ':' + std::string(kind_of(fault.code).name);
    add(text, word);
  }
  return text.empty() ? "nothing" : text;
}

std::string details(const Decision& decision) {
  std::string text;
  for (const Fault& fault : decision.findings) {
    add(text, of(fault) + '(' + fault.detail + ')');
  }
  return text;
}

PumpEvent event_of(std::string_view line) {
  std::istringstream words{std::string(line)};
  std::string minute;
  std::string kind;
  words >> minute >> kind;
  PumpEvent event;
  event.kind = kind_named(kind);
  event.pump = pump_named("PUMP1");
  event.patient_id = {"P1", "HOSPITAL", "MR"};
  event.placer_order_number = order_named("ORD1");
  event.event_id = EntityId{kind + minute, "GATEWAY", "", ""};
  event.happened_at = at_minute(std::stoll(minute));
  event.sent_at = event.happened_at;
  for (std::string word; words >> word;) {
    if (read_word(event, word)) continue;
    std::string value;
    words >> value;
    read_pair(event, word, value);
  }
  return event;
}

std::string rendered(const Administration& administration, bool sub_ids) {
  std::string text(name_of(administration.status));
  text += ' ' + minutes(administration.start) + '-';
  if (administration.end) text += minutes(*administration.end);
  if (administration.volume_total) text += " total" + text_of(administration.volume_total);
  const char* gap = " | ";
  for (const DeliverySegment& segment : administration.segments) {
    text += gap + of(segment);
    gap = "; ";
  }
  gap = " | ";
  for (const AdministrationRecord& record : administration.records) {
    text += gap + of(record, sub_ids);
    gap = "; ";
  }
  gap = " | ";
  for (const std::string& difference : administration.differences) {
    text += gap + difference;
    gap = "; ";
  }
  return text;
}

Scene::Scene(std::string_view order_text) {
  const Case text(order_text);
  one = {text.order, text.request};
  context.library = &example_library();
  context.pumps = &two_pumps();
  context.report_destination = "ehr";
  context.now = at_minute(0);
  state.apply(JournalOpened{"EPOC"});
}

std::string Scene::run(const Input& input) {
  const Decision decision = decide(input);
  for (const Fact& fact : decision.facts) state.apply(fact);
  return told(decision);
}

OrderInput Scene::order(OrderControl control) const {
  OrderInput input{one.order, {}};
  input.order.control = control;
  return input;
}

OrderInput Scene::order(std::string_view other_text, OrderControl control) const {
  OrderInput input{Case(other_text).order, {}};
  input.order.control = control;
  return input;
}

RequestInput Scene::request(ProgramKind kind) const {
  RequestInput input{one.request, {}, {"bedside", "Q1", ""}, true};
  input.request.kind = kind;
  input.request.association.pump = pump_named("PUMP1");
  return input;
}

RequestInput Scene::request_for(std::string_view order_text, std::string_view pump,
                                ProgramKind kind) const {
  RequestInput input{Case(order_text).request, {}, {"bedside", "Q2", ""}, true};
  input.request.kind = kind;
  input.request.association.pump = pump_named(pump);
  input.request.association.at = context.now;
  return input;
}

PumpAnswerInput Scene::answer(std::string_view control_id, bool accepted) const {
  PumpAnswer answer{std::string(control_id), accepted, one.order.placer_order_number, {}};
  if (!accepted) answer.refusals.push_back({"9011", "weight"});
  return {answer, {}};
}

std::string Scene::outcome(DispatchFate fate, std::string_view control_id) {
  DispatchOutcomeInput input{std::string(control_id), fate, {}};
  if (fate == DispatchFate::refused) input.refusals.push_back({"9010", "drug"});
  return run(input);
}

std::string Scene::dispatch(bool repeats_are_dropped, std::string_view control_id) {
  return run(DispatchInput{std::string(control_id), repeats_are_dropped});
}

std::string_view Scene::status(std::string_view control_id) const {
  const ProgramState* program = state.program(std::string(control_id));
  return program == nullptr ? "none" : bridge::name_of(program->status);
}

Scene& Scene::accepted() {
  EXPECT_TRUE(run(order()).starts_with("order_accepted"));
  return *this;
}

Scene& Scene::due() {
  accepted();
  EXPECT_EQ(run(request()), "pump_associated program_due(EPOC-P000001)");
  return *this;
}

Scene& Scene::sent() {
  due();
  EXPECT_EQ(dispatch(), "dispatch_started#1(EPOC-P000001)");
  return *this;
}

Scene& Scene::taken() {
  sent();
  EXPECT_EQ(outcome(DispatchFate::taken), "gateway_took(EPOC-P000001)");
  return *this;
}

Scene& Scene::programmed() {
  taken();
  EXPECT_EQ(run(answer(first, true)), "pump_programmed(EPOC-P000001) >yes");
  return *this;
}

}  // namespace bridge::decide::test
