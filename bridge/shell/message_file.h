// SPDX-License-Identifier: Apache-2.0
// MessageFile: one message or resource of a file, read as the line would read it, and decided by
// nobody.
#pragma once

#include <string>
#include <vector>

#include "base/fault.h"
#include "decide/step.h"
#include "engine/tables.h"
#include "translate/order_places.h"

namespace bridge::shell {

constexpr std::size_t max_message_file_bytes = std::size_t{1} << 20;

struct MessageFile {
  Faults faults;  // set when it could not be read at all
  std::vector<decide::Input> inputs;
  bool resource = false;
  bool from_gateway = false;
  translate::OrderWire wire = translate::OrderWire::encoded;
  Instant at;  // MSH-7, or authoredOn; else `otherwise`
};

// The ending tells what it is: .json and .xml are FHIR resources, everything else is HL7 v2, with
// line feeds taken for segment ends, as editors leave them.
MessageFile read_message_file(const std::string& name, const std::string& text,
                              const engine::Tables& tables, Instant otherwise);

Instant real_time();

}  // namespace bridge::shell
