// SPDX-License-Identifier: Apache-2.0
// Reads the files of a mappings directory into memory, all or nothing.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "base/result.h"

namespace bridge::shell {

struct TableLimits {
  std::size_t file_bytes = std::size_t{4} << 20;
  std::size_t all_bytes = std::size_t{64} << 20;
  std::size_t files = 1000;
};

// By path inside the directory with "/" between: "units.csv", "site/ward3/routes.csv".
using TableFiles = std::map<std::string, std::string>;

// Takes .csv, .json, .sig and .pub; passes over .md and names that begin with a point. Anything
// else is a fault: a misspelt ending must not silently leave out a table. All faults are told at
// once, each with the file in its place.
Result<TableFiles, Faults> read_table_files(const std::string& directory,
                                            const TableLimits& limits = {});

// One file, such as a drug library or the configuration. Fault: configuration_wrong.
Result<std::string> read_file(const std::string& path, std::size_t limit);

}  // namespace bridge::shell
