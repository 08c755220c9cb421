// SPDX-License-Identifier: Apache-2.0
// What the tests of pump messages share: shipped tables and profiles, programs, segments as text.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "clinical/checked_program.h"
#include "hl7/parse.h"
#include "translate/gateway_profile.h"
#include "translate/pump_terms.h"
#include "translate/shipped_book.h"

namespace bridge::decide {

// Stands in for the checker of decide/, which these tests do not link: what is tested here is how a
// checked program is written, whatever was checked.
class ProgramChecker {
 public:
  static CheckedProgram passed(InfusionProgram program, std::string control_id) {
    return {std::move(program), Certificate{}, std::move(control_id)};
  }
};

}  // namespace bridge::decide

namespace bridge::translate {

inline std::string shipped_text(const std::string& file) {
  std::ifstream in(std::filesystem::path(BRIDGE_SOURCE_DIR) / "mappings" / file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

inline const PumpTerms& shipped_terms() {
  static const Result<PumpTerms, Faults> terms = PumpTerms::load(shipped_files());
  return terms.value();
}

inline GatewayProfile shipped_gateway(const std::string& name) {
  const auto profile =
      read_gateway_profile(name + ".json", shipped_text("gateways/" + name + ".json"));
  return profile.value();
}

inline EhrProfile shipped_ehr() {
  return read_ehr_profile("default.json", shipped_text("ehrs/default.json")).value();
}

inline hl7::Message message_of(std::string_view lines) {
  return hl7::parse(wire_of(lines)).value();
}

inline Instant at(std::string_view rfc3339) { return Instant::parse_rfc3339(rfc3339).value(); }

template <class Q>
Q quantity(std::string_view value, std::string_view ucum) {
  return Q::make({Decimal::parse(value).value(), *Unit::from_ucum(ucum), std::string(value), {}})
      .value();
}

// Segments as lines, so that a failing comparison shows two texts.
inline std::string lines_of(std::string_view wire) {
  std::string text;
  for (const char c : wire) text += c == '\r' ? '\n' : c;
  return text;
}

// One segment of a message, "" when it is not there.
inline std::string segment_of(std::string_view wire, std::string_view name) {
  const auto message = hl7::parse(std::string(wire));
  if (!message) return "unreadable";
  return std::string(message->find(name).raw());
}

}  // namespace bridge::translate
