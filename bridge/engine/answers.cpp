// SPDX-License-Identifier: Apache-2.0
#include "engine/answers.h"

#include "hl7/parse.h"
#include "hl7/write.h"
#include "translate/ack.h"
#include "translate/order_places.h"

namespace bridge::engine {
namespace {

using translate::AckCode;
using translate::AckWish;

bool wanted(AckWish wish, bool positive) {
  switch (wish) {
    case AckWish::always:
    case AckWish::unsaid:  // MSH-15 alone: the answer that v2.6 2.9.3 leaves open is given
      return true;
    case AckWish::on_error:
      return !positive;
    case AckWish::on_success:
      return positive;
    case AckWish::never:
      return false;
  }
  return false;
}

// Of several orders in one message, ORC, RXE and RXO number `number` are this order's; which RXR,
// TQ1 or OBX is, a name alone cannot say, and a wrong place would send a person to another
// patient's dose.
void name_occurrence(Faults& faults, std::size_t number) {
  for (Fault& fault : faults) {
    if (fault.place.find('[') != std::string::npos || fault.place.starts_with("P")) continue;
    const bool own = fault.place.starts_with("ORC") || fault.place.starts_with("RXE") ||
                     fault.place.starts_with("RXO");
    if (own)
      fault.place.insert(3, '[' + std::to_string(number) + ']');
    else
      fault.place.clear();
  }
}

// The number that one message's order or request goes by, for its ORC.
translate::OrderAnswer order_answer(const decide::Input& input, const decide::Decision& decision,
                                    translate::OrderWire wire) {
  translate::OrderAnswer answer;
  if (const auto* order = std::get_if<decide::OrderInput>(&input)) {
    answer.placer = order->order.placer_order_number;
    answer.filler = order->order.filler_order_number;
    answer.control = order->order.control;
  } else if (const auto* request = std::get_if<decide::RequestInput>(&input)) {
    answer.placer = request->request.association.placer_order_number;
  }
  answer.faults = translate::on_wire(decision.findings, wire);
  answer.accepted = decision.done();
  return answer;
}

bool has_application_answer(const translate::Header& header) {
  return header.type == "RDE" || header.type == "OMP" || header.type == "ORM" ||
         header.type == "RGV";
}

// Of several orders each is answered by itself: what is wrong with one does not unsay the others,
// so the message as a whole is only refused at the door when none of its orders was taken.
Faults faults_at_the_door(const std::vector<translate::OrderAnswer>& orders) {
  Faults faults;
  for (const translate::OrderAnswer& order : orders) {
    if (order.accepted) return {};
    faults.insert(faults.end(), order.faults.begin(), order.faults.end());
  }
  return faults;
}

std::string wire_of(const hl7::Message& message) {
  return std::string(message.segment(0).raw()) + '\r';
}

}  // namespace

std::string sender_of(const translate::Header& header) {
  const auto text = [](const translate::HierarchicName& name) {
    return name.namespace_id + '^' + name.universal_id;
  };
  return text(header.sending_application) + '|' + text(header.sending_facility);
}

std::string numbered(const std::string& epoch, char kind, std::uint64_t number) {
  std::string digits = std::to_string(number);
  if (digits.size() < 6) digits.insert(0, 6 - digits.size(), '0');
  return epoch + '-' + kind + digits;
}

std::string lane_of(const translate::Header& header, const Tables& tables) {
  if (!header.enhanced() || header.application_ack == AckWish::never || tables.ehrs.empty())
    return {};
  const std::string& application = header.sending_application.namespace_id;
  for (const std::string& sender :
       {application + '^' + header.sending_facility.namespace_id, application}) {
    if (const auto lane = tables.lanes.find(sender); lane != tables.lanes.end())
      return lane->second;
  }
  for (const auto& [name, profile] : tables.ehrs) {
    if (profile.envelope.receiver.name == header.sending_application.namespace_id) return name;
  }
  return tables.report_destination;
}

void address_replies(std::vector<decide::Input>& inputs, const translate::Header& header,
                     const hl7::Message& message, const Tables& tables) {
  const std::string lane = lane_of(header, tables);
  if (lane.empty()) return;
  for (decide::Input& input : inputs) {
    if (auto* request = std::get_if<decide::RequestInput>(&input)) {
      request->reply_to = decide::ReplyTo{lane, header.control_id, wire_of(message)};
    }
  }
}

namespace {

bool makes_a_program(const std::vector<decide::Decision>& decisions) {
  return std::any_of(decisions.begin(), decisions.end(), [](const decide::Decision& decision) {
    return std::any_of(decision.facts.begin(), decision.facts.end(), [](const decide::Fact& fact) {
      return std::holds_alternative<decide::ProgramDue>(fact);
    });
  });
}

}  // namespace

Answers answers_to(const Answered& answered, const Tables& tables, const decide::State& state,
                   Instant now) {
  const translate::Header& header = answered.header;
  const translate::OrderWire wire = translate::order_wire(header.type);
  std::vector<translate::OrderAnswer> orders;
  Faults all;
  for (std::size_t at = 0; at < answered.inputs.size(); ++at) {
    orders.push_back(order_answer(answered.inputs[at], answered.decisions[at], wire));
    if (answered.inputs.size() > 1) name_occurrence(orders.back().faults, at + 1);
    all.insert(all.end(), orders.back().faults.begin(), orders.back().faults.end());
  }
  // In original mode this is the last that the bedside hears, and the pump has not spoken yet.
  if (!header.enhanced() && makes_a_program(answered.decisions)) {
    all.push_back({FaultCode::pump_not_asked_yet, {}, {}, Severity::warning});
    orders.front().faults.push_back(all.back());
  }
  const Faults door = faults_at_the_door(orders);
  const translate::AckStamp stamp{numbered(state.epoch(), 'E', state.answers_made() + 1), now};
  Answers answers;
  if (!header.enhanced()) {
    const AckCode code = translate::application_code(all);
    answers.now = has_application_answer(header)
                      ? translate::write_order_answer(header, stamp, code, {}, orders, tables.codes)
                      : translate::write_ack(header, stamp, code, all);
    return answers;
  }
  const AckCode accept = translate::accept_code(door);
  if (wanted(header.accept_ack, translate::is_positive(accept))) {
    answers.now = translate::write_ack(header, stamp, accept,
                                       translate::is_positive(accept) ? Faults{} : door);
  }
  // A request's application answer waits for the pump; an order's is known now.
  const std::string lane = lane_of(header, tables);
  const bool order = has_application_answer(header) && header.type != "RGV";
  const AckCode code = translate::application_code(all);
  const bool refused_now = !translate::is_positive(accept) && wanted(header.accept_ack, false);
  if (!order || refused_now || lane.empty() ||
      !wanted(header.application_ack, translate::is_positive(code))) {
    return answers;
  }
  const std::string report_id = numbered(state.epoch(), 'R', state.reports_made() + 1);
  answers.later = decide::AnswerDue{
      report_id, lane,
      translate::write_order_answer(header, {report_id, now}, code, {}, orders, tables.codes)};
  return answers;
}

Answers refusal_of(const translate::Header& header, const Faults& faults, const Tables& tables,
                   const decide::State& state, Instant now) {
  bool silent = !faults.empty();
  for (const Fault& fault : faults) silent = silent && kind_of(fault.code).refusal == Refusal::none;
  if (silent) return {};
  const translate::AckStamp stamp{numbered(state.epoch(), 'E', state.answers_made() + 1), now};
  const AckCode code = translate::application_code(faults);
  Answers answers;
  if (!header.enhanced()) {
    answers.now = translate::write_ack(header, stamp, code, faults);
    return answers;
  }
  AckCode accept = translate::accept_code(faults);
  const std::string lane = lane_of(header, tables);
  const bool told_now = !translate::is_positive(accept) && wanted(header.accept_ack, false);
  const bool told_later = !told_now && !lane.empty() && wanted(header.application_ack, false);
  if (told_later) {
    const std::string report_id = numbered(state.epoch(), 'R', state.reports_made() + 1);
    answers.later = decide::AnswerDue{
        report_id, lane,
        translate::write_order_answer(header, {report_id, now}, code, faults, {}, tables.codes)};
  } else if (translate::is_positive(accept)) {
    accept = AckCode::CE;  // CA alone would be the last that the sender hears of a refused message
  }
  const bool positive = translate::is_positive(accept);
  if (wanted(header.accept_ack, positive)) {
    answers.now = translate::write_ack(header, stamp, accept, positive ? Faults{} : faults);
  }
  return answers;
}

std::string store_refusal(const translate::Header& header, Instant now) {
  if (header.enhanced() && !wanted(header.accept_ack, false)) return {};
  return translate::write_ack(header, {"0", now}, header.enhanced() ? AckCode::CE : AckCode::AR,
                              {Fault{FaultCode::store_failed, {}, {}}});
}

decide::Facts late_answers(const std::vector<decide::Reply>& replies, const Tables& tables,
                           const decide::State& state, Instant now) {
  decide::Facts facts;
  std::uint64_t number = state.reports_made();
  for (const decide::Reply& reply : replies) {
    if (reply.to.destination.empty()) continue;
    const auto request = hl7::parse(reply.to.message);
    if (!request) continue;
    const translate::Header header = translate::peek_header(*request, tables.ehr_door);
    const AckCode code = translate::application_code(reply.findings);
    if (!wanted(header.application_ack, translate::is_positive(code))) continue;
    // Refused at the door, and told there: CE is the last word (HL7 v2.6 2.9.3.2).
    const bool refused_now = !translate::is_positive(translate::accept_code(reply.findings));
    if (refused_now && wanted(header.accept_ack, false)) continue;
    translate::OrderAnswer order;
    order.placer = reply.placer_order_number;
    order.faults = translate::on_wire(reply.findings, translate::order_wire(header.type));
    order.accepted = reply.accepted;
    const std::string report_id = numbered(state.epoch(), 'R', ++number);
    facts.emplace_back(decide::AnswerDue{
        report_id, reply.to.destination,
        translate::write_order_answer(header, {report_id, now}, code, {}, {order}, tables.codes)});
  }
  return facts;
}

}  // namespace bridge::engine
