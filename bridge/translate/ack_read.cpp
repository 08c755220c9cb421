// SPDX-License-Identifier: Apache-2.0
#include "base/named.h"
#include "translate/ack.h"

namespace bridge::translate {
namespace {

// A partner's texts are for people, so an escape that nobody knows is no reason to lose them.
std::string text_of(const hl7::Node& node) {
  if (!node.valued()) return {};
  auto text = node.text(hl7::Escapes::keep_unknown);
  return text ? *std::move(text) : std::string();
}

// "RXE^1^23^1^2" as "RXE[1]-23.2"; what is no segment name or number is left out.
std::string place_of(const std::string& segment, const std::string& occurrence,
                     const std::string& field, const std::string& component) {
  const auto is_number = [](const std::string& text) {
    return !text.empty() && text.size() <= 4 &&
           text.find_first_not_of("0123456789") == std::string::npos;
  };
  if (!hl7::is_segment_name(segment)) return {};
  std::string place = segment;
  if (is_number(occurrence)) place.append("[").append(occurrence).append("]");
  if (!is_number(field)) return place;
  place.append("-").append(field);
  if (is_number(component)) place.append(".").append(component);
  return place;
}

Severity severity_of(const std::string& code) {
  if (code == "W") return Severity::warning;
  if (code == "I") return Severity::information;
  return Severity::error;  // also F, and whatever else a partner writes
}

std::string first_of(const std::string& a, const std::string& b, const std::string& c) {
  if (!a.empty()) return a;
  return b.empty() ? c : b;
}

// v2.5 and later.
AckError read_error(const hl7::Segment& err) {
  AckError error;
  const hl7::Field at = err.field(2);
  error.place = place_of(text_of(at.component(1)), text_of(at.component(2)),
                         text_of(at.component(3)), text_of(at.component(5)));
  error.code = text_of(err.field(3).component(1));
  error.severity = severity_of(text_of(err.field(4)));
  error.application_code = text_of(err.field(5).component(1));
  error.text =
      first_of(text_of(err.field(8)), text_of(err.field(7)),
               first_of(text_of(err.field(5).component(2)), text_of(err.field(5).component(9)),
                        text_of(err.field(3).component(2))));
  return error;
}

// ELD of v2.3 to v2.4: segment ^ sequence ^ field ^ code & text & system.
AckError read_old_error(const hl7::Repetition& eld) {
  AckError error;
  error.place =
      place_of(text_of(eld.component(1)), text_of(eld.component(2)), text_of(eld.component(3)), "");
  error.code = text_of(eld.component(4, 1));
  error.text = text_of(eld.component(4, 2));
  return error;
}

}  // namespace

Result<AckRead> read_ack(const hl7::Message& message) {
  const hl7::Segment msa = message.find("MSA");
  if (!msa.exists()) return Fault{FaultCode::segment_missing, "MSA", {}};
  const auto code = named<AckCode>(text_of(msa.field(1)));
  if (!code) return Fault{FaultCode::code_not_in_table, "MSA[1]-1", {}};
  AckRead ack;
  ack.code = *code;
  ack.control_id = text_of(msa.field(2));
  if (ack.control_id.empty()) return Fault{FaultCode::field_missing, "MSA[1]-2", {}};
  for (std::size_t index = 0; index < message.segment_count(); ++index) {
    const hl7::Segment err = message.segment(index);
    if (err.name() != "ERR") continue;
    if (err.field(3).valued() || err.field(2).valued() || err.field(5).valued()) {
      ack.errors.push_back(read_error(err));
      continue;
    }
    for (const auto& eld : err.field(1).repetitions()) ack.errors.push_back(read_old_error(eld));
  }
  // A receiver of v2.3 may say why in MSA alone.
  if (ack.errors.empty() && !is_positive(ack.code)) {
    AckError error;
    error.code = text_of(msa.field(6).component(1));
    error.text = first_of(text_of(msa.field(3)), text_of(msa.field(6).component(2)), "");
    if (!error.code.empty() || !error.text.empty()) ack.errors.push_back(std::move(error));
  }
  return ack;
}

}  // namespace bridge::translate
