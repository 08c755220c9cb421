// SPDX-License-Identifier: Apache-2.0
// The drug library's file, its signatures, the keys that count here, and what was recalled.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "decide/step.h"
#include "engine/tables.h"
#include "library/trust.h"
#include "shell/config.h"

namespace bridge::shell {

struct TrustedLibrary {
  library::DrugLibrary library;
  std::vector<std::string> signed_by;
};

// The whole file is right and signed as the policy wants, or all faults of both; FILE.sig has the
// signatures. Whether it is in effect is asked when it is used.
Result<TrustedLibrary, Faults> load_library(const std::string& file,
                                            const library::TrustPolicy& policy);

// Puts it into the tables, or the reasons why there is none.
void set_library(const std::string& file, Result<TrustedLibrary, Faults> library,
                 engine::Tables& tables);

// The keys that the configuration names, read.
Result<library::TrustPolicy, Faults> load_trust(const Config& config);

// mappings/schema/library-recalls.schema.json. Needs no signature: it can only stop something, and
// at night one person must be able to.
constexpr std::string_view recalls_format = "infusion-bridge library recalls 1";
Result<std::vector<decide::RecallInput>, Faults> load_recalls(const std::string& file);

// The demonstration library below `config.mappings`, and the keys that everybody can sign with.
void use_demonstration_library(Config& config);

std::string signature_file_of(const std::string& library_file);

}  // namespace bridge::shell
