// SPDX-License-Identifier: Apache-2.0
// read_sample: what the readers make of one file below samples/, as the text of its .expect.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/tables.h"

namespace bridge::simulate {

// Orders, as HL7 or FHIR: what `explain` says, without certificate and command. Requests, answers
// and events of pumps (RGV^O15, RRG^O16, ORU^R42): "read", "refused" or "unreadable", the findings,
// then every value that was read with the field it comes from. Streams (.bin): each frame.
// Nothing: no reader takes such a file, or it cannot be opened.
std::optional<std::string> read_sample(const std::string& path,
                                       const std::shared_ptr<const engine::Tables>& tables);

// `NAME.EXT` of `NAME.EXT.expect`, or `NAME.bin` of `NAME.expect`.
std::string sample_of(const std::string& expect_path);

}  // namespace bridge::simulate
