// SPDX-License-Identifier: Apache-2.0
// What the simulated ends read from a mappings directory: codes, pump terms and the list of pumps.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "clinical/identity.h"
#include "translate/code_book.h"
#include "translate/oru_r42.h"
#include "translate/pump_terms.h"

namespace bridge::simulate {

struct Tables {
  translate::CodeBook book;
  translate::PumpTerms terms;
};
// All faults of all tables together.
Result<Tables, Faults> read_tables(const std::string& mappings_directory);

// The columns id, maker_name, maker_id and maker_id_type of mappings/pumps.csv; others are not
// read.
Result<std::vector<EntityId>> read_pumps(const std::string& file);

// A whole file, at most 16 MiB; nullopt when it cannot be read.
std::optional<std::string> read_whole_file(const std::string& path);

// How the simulated gateway signs its messages; the other end of mappings/gateways/ihe-tf9.json.
translate::GatewaySender demonstration_gateway();

}  // namespace bridge::simulate
