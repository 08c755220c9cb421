// SPDX-License-Identifier: Apache-2.0
// Loading of a drug library: the whole file is right, or every fault in it is told at once.
#pragma once

#include <string>
#include <string_view>

#include "base/fault.h"
#include "base/result.h"
#include "library/drug_library.h"

namespace bridge::library {

// What "format" of a file must say; mappings/schema/drug-library.schema.json describes it.
constexpr std::string_view file_format = "infusion-bridge drug library 1";

// Each fault is library_unusable (or json_malformed, duplicate_key and the like when the text is
// not JSON), its place "demonstration.json, line 112, column 18, drugs[3].codes[0]", in the order
// of the file. Refused, beyond what the schema can say:
//   - an id, location, code, name or route that stands twice or is claimed by two;
//   - a setup for an unknown drug or care area, or two setups that the same order would fit;
//   - units of the wrong kind, and a limit that its setup's dosing unit cannot be compared with;
//   - bounds out of order (hard_min <= soft_min <= soft_max <= hard_max), a maximum of zero;
//   - a setup whose dose (a fluid's rate) has no hard maximum: an absent bound is not "no limit";
//   - a limit without source.
//   - approvers who are too few, the same person twice, or the author (library/load_provenance.h).
Result<DrugLibrary, Faults> load(std::string_view file_name, std::string_view json_text);

// The same, with the bytes that its hash and signatures are about.
struct LoadedLibrary {
  DrugLibrary library;
  std::string canonical;
};
Result<LoadedLibrary, Faults> load_with_form(std::string_view file_name,
                                             std::string_view json_text);

// What does not stop the loading but must be said to whoever activates the library, as warnings:
// not released, not for clinical use.
Faults cautions(const DrugLibrary& library);

}  // namespace bridge::library
