// SPDX-License-Identifier: Apache-2.0
#include "translate/ack.h"

#include <algorithm>
#include <array>

#include "hl7/path.h"
#include "hl7/write.h"
#include "translate/rrg_o16.h"

namespace bridge::translate {
namespace {

bool any_refusal(const Faults& faults, Refusal refusal) {
  return std::any_of(faults.begin(), faults.end(), [&](const Fault& fault) {
    return fault.severity == Severity::error && kind_of(fault.code).refusal == refusal;
  });
}

bool wanted(AckWish wish, AckCode code) {
  switch (wish) {
    case AckWish::always:
      return true;
    case AckWish::on_error:
      return !is_positive(code);
    case AckWish::on_success:
      return is_positive(code);
    case AckWish::unsaid:  // in enhanced mode the same as never (HL7 v2.6 2.14.9.15)
    case AckWish::never:
      return false;
  }
  return false;
}

// HL7 table 0357.
std::string_view error_text(std::uint16_t code) {
  switch (code) {
    case 0:
      return "Message accepted";
    case 100:
      return "Segment sequence error";
    case 101:
      return "Required field missing";
    case 102:
      return "Data type error";
    case 103:
      return "Table value not found";
    case 104:
      return "Value too long";
    case 200:
      return "Unsupported message type";
    case 201:
      return "Unsupported event code";
    case 202:
      return "Unsupported processing id";
    case 203:
      return "Unsupported version id";
    case 204:
      return "Unknown key identifier";
    case 205:
      return "Duplicate key identifier";
    case 206:
      return "Application record locked";
    default:
      return "Application internal error";
  }
}

std::string_view severity_letter(Severity severity) {
  switch (severity) {
    case Severity::warning:
      return "W";
    case Severity::information:
      return "I";
    case Severity::error:
      break;
  }
  return "E";
}

std::string user_message(const FaultKind& kind) {
  std::string text(kind.text);
  text.append("; ").append(kind.fix).append(" (").append(name_of(kind.owner)).append(")");
  return text;
}

std::string number_or_nothing(std::uint32_t number) {
  return number == 0 ? std::string() : std::to_string(number);
}

// Before v2.5 an ERR has only ERR-1, which is not there any more from v2.7 on.
bool has_old_errors(std::string_view version) {
  return version.substr(0, 3) == "2.3" || version.substr(0, 3) == "2.4";
}

void write_old_error(hl7::MessageWriter& out, const Fault& fault, bool first) {
  const FaultKind& kind = kind_of(fault.code);
  const auto path = hl7::Path::read(fault.place);
  const std::string segment(path ? path->segment() : "");
  const std::string occurrence = path ? std::to_string(std::max(1U, path->occurrence())) : "";
  const std::string field = path ? number_or_nothing(path->field()) : "";
  if (first) out.segment("ERR");
  out.repeat(1, {segment, occurrence, field});
  out.component(4, 1, std::to_string(kind.hl7_error));
  out.component(4, 2, user_message(kind)).component(4, 3, "HL70357");
}

// What the pump refused with goes on under the pump's own code (B146).
const PumpErrorText* code_of_the_pump(const Fault& fault) {
  if (fault.code != FaultCode::pump_refused) return nullptr;
  return pump_error_text(fault.detail);
}

std::string user_message(const Fault& fault) {
  const PumpErrorText* told = code_of_the_pump(fault);
  if (told == nullptr) return user_message(kind_of(fault.code));
  std::string text(told->cause);
  text.append("; ").append(told->fix).append(" (").append(name_of(told->owner)).append(")");
  return text;
}

void write_error(hl7::MessageWriter& out, const Fault& fault) {
  const FaultKind& kind = kind_of(fault.code);
  out.segment("ERR");
  if (const auto path = hl7::Path::read(fault.place)) {
    const std::string segment(path->segment());
    const std::string occurrence = std::to_string(std::max(1U, path->occurrence()));
    const std::string field = number_or_nothing(path->field());
    const std::string repetition =
        path->field() == 0 ? "" : std::to_string(std::max(1U, path->repetition()));
    out.set(2, {segment, occurrence, field, repetition, number_or_nothing(path->component()),
                number_or_nothing(path->subcomponent())});
  }
  const std::string code = std::to_string(kind.hl7_error);
  out.set(3, {code, error_text(kind.hl7_error), "HL70357"});
  out.set(4, severity_letter(fault.severity));
  if (const PumpErrorText* told = code_of_the_pump(fault)) {
    out.set(5, {std::to_string(told->code), told->text, "L"});
  } else if (kind.pump_error != 0) {
    out.set(5, {std::to_string(kind.pump_error), kind.text, "L"});
  } else if (kind.hl7_error >= 204 && kind.hl7_error <= 206) {
    // 204-206 of table 0357 are kept for old receivers only; new ones look at table 0533.
    out.set(5, {std::to_string(kind.hl7_error - 103), error_text(kind.hl7_error), "HL70533"});
  }
  out.set(7, fault.detail);
  out.set(8, user_message(fault));
}

void write_errors(hl7::MessageWriter& out, std::string_view version, const Faults& faults) {
  bool first = true;
  for (const Fault& fault : faults) {
    if (has_old_errors(version)) {
      write_old_error(out, fault, first);
    } else {
      write_error(out, fault);
    }
    first = false;
  }
}

struct AnswerType {
  std::string_view type;
  std::string event;
  std::string structure;
};

AnswerType answer_type(const Header& request) {
  const std::string& event = request.event;
  if (request.type == "RDE" && event == "O25") return {"RRE", "O26", "RRE_O12"};
  if (request.type == "RDE" && event == "O01") return {"RRE", "O02", "RRE_O02"};
  if (request.type == "RDE") return {"RRE", "O12", "RRE_O12"};
  if (request.type == "OMP") return {"ORP", "O10", "ORP_O10"};
  if (request.type == "ORM") return {"ORR", "O02", "ORR_O02"};
  if (request.type == "RGV" && event != "O01") return {"RRG", "O16", "RRG_O16"};
  return {"ACK", event, "ACK"};
}

void write_name(hl7::MessageWriter& out, std::size_t field, const HierarchicName& name) {
  out.set(field, {name.namespace_id, name.universal_id, name.universal_id_type});
}

// The version of the request when that is one we write; a refusal of an unknown version is 2.5.1.
std::string answer_version(const Header& request) {
  constexpr std::array<std::string_view, 12> written = {"2.3",   "2.3.1", "2.3.2", "2.4",
                                                        "2.5",   "2.5.1", "2.6",   "2.7",
                                                        "2.7.1", "2.8",   "2.8.1", "2.8.2"};
  const bool known = std::find(written.begin(), written.end(), request.version) != written.end();
  return known ? request.version : "2.5.1";
}

void write_head(hl7::MessageWriter& out, const Header& request, const AckStamp& stamp,
                const AnswerType& type, AckCode code) {
  out.segment("MSH");
  write_name(out, 3, request.receiving_application);
  write_name(out, 4, request.receiving_facility);
  write_name(out, 5, request.sending_application);
  write_name(out, 6, request.sending_facility);
  out.set(7, stamp.at.hl7());
  out.set(9, {type.type, type.event, type.structure});
  out.set(10, stamp.control_id);
  out.set(11, request.processing_id.empty() ? "P" : request.processing_id);
  out.set(12, answer_version(request));
  if (request.enhanced()) {
    // An accept ack is never acknowledged; an application ack travels like any other message.
    const bool accept = code == AckCode::CA || code == AckCode::CE || code == AckCode::CR;
    out.set(15, accept ? "NE" : "AL").set(16, "NE");
  }
  out.set(18, "UNICODE UTF-8");
  out.segment("MSA").set(1, name_of(code)).set(2, request.control_id);
}

}  // namespace

AckCode accept_code(const Faults& faults) {
  if (any_refusal(faults, Refusal::commit_reject)) return AckCode::CR;
  if (any_refusal(faults, Refusal::commit_error)) return AckCode::CE;
  return AckCode::CA;
}

AckCode application_code(const Faults& faults) {
  if (any_refusal(faults, Refusal::commit_reject)) return AckCode::AR;
  if (any_refusal(faults, Refusal::commit_error)) return AckCode::AE;
  if (any_refusal(faults, Refusal::application_error)) return AckCode::AE;
  if (any_refusal(faults, Refusal::application_reject)) return AckCode::AR;
  return AckCode::AA;
}

AckPlan plan_acks(const Header& request, const Faults& faults) {
  AckPlan plan;
  const AckCode application = application_code(faults);
  if (!request.enhanced()) {
    plan.application = application;
    return plan;
  }
  const AckCode accept = accept_code(faults);
  if (wanted(request.accept_ack, accept)) plan.accept = accept;
  if (accept == AckCode::CA && wanted(request.application_ack, application)) {
    plan.application = application;
  }
  return plan;
}

std::string write_ack(const Header& request, const AckStamp& stamp, AckCode code,
                      const Faults& faults) {
  hl7::MessageWriter out;
  write_head(out, request, stamp, {"ACK", request.event, "ACK"}, code);
  write_errors(out, answer_version(request), faults);
  return out.take();
}

std::string write_order_answer(const Header& request, const AckStamp& stamp, AckCode code,
                               const Faults& faults, const std::vector<OrderAnswer>& orders,
                               const CodeBook& book) {
  hl7::MessageWriter out;
  write_head(out, request, stamp, answer_type(request), code);
  Faults all = faults;
  for (const OrderAnswer& order : orders) {
    all.insert(all.end(), order.faults.begin(), order.faults.end());
  }
  write_errors(out, answer_version(request), all);
  for (const OrderAnswer& order : orders) {
    const ControlRow& control = book.control(order.control);
    out.segment("ORC").set(1, order.accepted ? control.accepted : control.refused);
    const auto entity = [&](std::size_t field, const EntityId& id) {
      out.set(field, {id.id, id.namespace_id, id.universal_id, id.universal_id_type});
    };
    entity(2, order.placer);
    entity(3, order.filler);
  }
  return out.take();
}

}  // namespace bridge::translate
