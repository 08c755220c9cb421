// SPDX-License-Identifier: Apache-2.0
// FHIR XML to and from the same tree as FHIR JSON, driven by the element tables.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"
#include "json/json.h"

namespace bridge::fhir {

// One resource as a tree in the order of the tables, with resourceType first. Refused before any
// parser sees the text: other encodings than UTF-8, a byte order mark, a document type, entities
// but the five of XML, CDATA, processing instructions, nesting beyond the limit. Then: elements
// that are unknown, out of order or repeated, text between elements, values that are no boolean or
// number. The tree is not yet checked: see check().
Result<json::Value, Faults> read_xml(std::string_view text, const json::Limits& limits = {});

// The resource as XML with its declaration. A tree that check() passes can be written, but for a
// narrative that is no XML; what cannot be written is a fault, never left out.
Result<std::string> write_xml(const json::Value& resource);

}  // namespace bridge::fhir
