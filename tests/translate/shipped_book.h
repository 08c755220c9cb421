// SPDX-License-Identifier: Apache-2.0
// The shipped tables of mappings/, and small tools that tests of translate/ share.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "base/fault.h"
#include "translate/code_book.h"

namespace bridge::translate {

inline MappingFiles files_of(const std::filesystem::path& folder) {
  MappingFiles files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".csv") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    files[entry.path().filename().string()] =
        std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return files;
}

inline MappingFiles shipped_files() {
  return files_of(std::filesystem::path(BRIDGE_SOURCE_DIR) / "mappings");
}

inline const CodeBook& shipped_book() {
  static const Result<CodeBook, Faults> book = CodeBook::load(shipped_files());
  return book.value();
}

// "unit_unknown at RXE[1]-24 E; weight_unit at OBX[1]-5 W", in the order of the faults.
inline std::string listed(const Faults& faults) {
  std::string text;
  for (const Fault& fault : faults) {
    if (!text.empty()) text += "; ";
    text += brief(fault);
    text += fault.severity == Severity::error     ? " E"
            : fault.severity == Severity::warning ? " W"
                                                  : " I";
  }
  return text;
}

// Tests write one segment per line; a segment of the wire ends with CR.
inline std::string wire_of(std::string_view lines) {
  std::string wire;
  for (const char c : lines) wire += c == '\n' ? '\r' : c;
  return wire;
}

inline std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos) return "the text to replace is not there: " + std::string(from);
  return text.replace(at, from.size(), to);
}

}  // namespace bridge::translate
