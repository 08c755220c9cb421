// SPDX-License-Identifier: Apache-2.0
// Reading of a library file's provenance: persons, parent, history, acknowledged findings.
#pragma once

#include "json/reading.h"
#include "library/drug_library.h"

namespace bridge::library {

// At least two approvers, different persons with different keys, none of them the author, once the
// library is more than a draft; a history whose serials grow and that ends with this release, and
// that names the parent before it. `parts` has version, serial and status.
void read_provenance(json::ObjectReader& reader, DrugLibrary::Parts& parts);

// After drugs and care areas were read: findings of drugs and care areas that the library has.
void read_acknowledgements(json::ObjectReader& reader, DrugLibrary::Parts& parts);

// The member "serial"; 0 after a fault, so that what is wrong is not held against the rest.
std::uint64_t read_serial(json::ObjectReader& reader);

// Semantic versioning 2.0.0, section 2, 9 and 10: "1.4.0", "2.0.0-rc.1", "1.0.0+build.5".
bool is_semantic_version(std::string_view text);

// 64 hexadecimal digits, letters in lower case.
bool is_content_hash(std::string_view text);

// A date and time with seconds and offset; the reading has the fault when there is none.
std::optional<Instant> read_instant(json::ObjectReader& reader, std::string_view key);

}  // namespace bridge::library
