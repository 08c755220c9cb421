// SPDX-License-Identifier: Apache-2.0
// What must hold of an XML text before a parser sees it.
#pragma once

#include <optional>
#include <string_view>

#include "base/fault.h"
#include "json/json.h"

namespace bridge::fhir {

inline constexpr std::string_view fhir_namespace = "http://hl7.org/fhir";
inline constexpr std::string_view xhtml_namespace = "http://www.w3.org/1999/xhtml";

std::optional<Fault> refuse_xml(std::string_view text, const json::Limits& limits);

// Whether the text is one well-formed <div> of XHTML and may stand inside a document.
bool is_narrative(std::string_view text);

}  // namespace bridge::fhir
