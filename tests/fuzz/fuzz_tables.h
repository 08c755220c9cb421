// SPDX-License-Identifier: Apache-2.0
// The shipped tables for fuzz targets, from the folder that BRIDGE_MAPPINGS names, else ./mappings.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "translate/mapping_table.h"

namespace bridge::translate {

inline MappingFiles fuzz_tables() {
  const char* const folder = std::getenv("BRIDGE_MAPPINGS");
  MappingFiles files;
  for (const auto& entry :
       std::filesystem::directory_iterator(folder == nullptr ? "mappings" : folder)) {
    if (entry.path().extension() != ".csv") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    files[entry.path().filename().string()] = {std::istreambuf_iterator<char>(in), {}};
  }
  return files;
}

}  // namespace bridge::translate
