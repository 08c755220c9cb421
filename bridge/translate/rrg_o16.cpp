// SPDX-License-Identifier: Apache-2.0
#include "translate/rrg_o16.h"

#include <array>

#include "translate/pump_fields.h"

namespace bridge::translate {
namespace {

constexpr std::array errors = {
#define BRIDGE_PUMP_ERROR(code, text, cause, owner, again, fix) \
  PumpErrorText{code, text, cause, Owner::owner, AskAgain::again, fix},
#include "translate/pump_error_list.inc"
#undef BRIDGE_PUMP_ERROR
};
constexpr std::uint16_t first_code = 9001;
static_assert(errors.size() == 44);
static_assert([] {
  for (std::size_t i = 0; i < errors.size(); ++i) {
    if (errors[i].code != first_code + i) return false;
  }
  return true;
}());

// ERR-5: code, text, and in component 9 what the gateway adds in its own words.
PumpRefusal read_refusal(const hl7::Segment& err, Faults& faults) {
  const hl7::Field own = err.field(5);
  const hl7::Field& field = own.valued() ? own : err.field(3);
  PumpRefusal refusal{read_text(field.component(1), faults), read_text(field.component(2), faults)};
  const std::string words = read_text(field.component(9), faults);
  if (!words.empty()) refusal.text += refusal.text.empty() ? words : ": " + words;
  return refusal;
}

}  // namespace

const PumpErrorText* pump_error_text(std::string_view code) {
  if (code.size() != 4) return nullptr;
  std::size_t number = 0;
  for (const char c : code) {
    if (c < '0' || c > '9') return nullptr;
    number = number * 10 + static_cast<std::size_t>(c - '0');
  }
  if (number < first_code || number >= first_code + errors.size()) return nullptr;
  return &errors[number - first_code];
}

AnswerRead read_rrg_o16(const hl7::Message& message) {
  AnswerRead read;
  const auto fault = [&read](FaultCode code, std::string place) {
    read.faults.push_back({code, std::move(place), {}});
  };
  const hl7::Segment msa = message.find("MSA");
  if (!msa.exists()) {
    fault(FaultCode::segment_missing, "MSA");
    return read;
  }
  const std::string code = read_text(msa.field(1), read.faults);
  read.answer.control_id = read_text(msa.field(2), read.faults);
  if (read.answer.control_id.empty()) fault(FaultCode::field_missing, msa.field(2).place());
  if (code == "AA") {
    read.answer.accepted = true;
  } else if (code.empty()) {
    fault(FaultCode::field_missing, msa.field(1).place());
  } else if (code != "AE" && code != "AR") {
    fault(FaultCode::code_not_in_table, msa.field(1).place());  // CA is no answer to the content
  }
  for (hl7::Segment err = message.find("ERR"); err.exists();
       err = message.find("ERR", err.index() + 1)) {
    const std::string severity = read_text(err.field(4), read.faults);
    const bool harmless = severity == "W" || severity == "I";
    if (read.answer.accepted && !harmless) {
      fault(FaultCode::field_not_understood, err.field(4).place());
    }
    if (!harmless) read.answer.refusals.push_back(read_refusal(err, read.faults));
  }
  const hl7::Segment orc = message.find("ORC");
  if (orc.exists()) {
    read.answer.placer_order_number = read_entity(orc.field(2).repetition(1), read.faults);
  }
  if (any_error(read.faults)) read.answer.accepted = false;
  return read;
}

std::string write_rrg_o16(const PumpAnswer& answer, const Envelope& envelope,
                          std::string_view control_id, Instant now) {
  hl7::MessageWriter out;
  write_msh(out, envelope,
            {"RRG", "O16", "RRG_O16", "AL", "NE", "IHE_PCD_RRG", "1.3.6.1.4.1.19376.1.6.1.3.2"},
            control_id, now);
  out.segment("MSA").set(1, answer.accepted ? "AA" : "AE").set(2, answer.control_id);
  if (!answer.accepted) {
    for (const PumpRefusal& refusal : answer.refusals) {
      out.segment("ERR").set(3, {"207", "Application internal error", "HL70357"}).set(4, "E");
      out.set(5, {refusal.code, refusal.text, "L"});
    }
  }
  if (!answer.placer_order_number.empty()) {
    out.segment("ORC").set(1, answer.accepted ? "OK" : "UA");
    write_entity(out, 2, answer.placer_order_number);
  }
  return out.take();
}

}  // namespace bridge::translate
