// SPDX-License-Identifier: Apache-2.0
#include "shell/table_files.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <system_error>
#include <vector>

namespace bridge::shell {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 4> taken = {".csv", ".json", ".sig", ".pub"};

Fault fault(const std::string& place, std::string detail) {
  return {FaultCode::configuration_wrong, place, std::move(detail)};
}

// Relative names of what is to be read, and a fault for each thing that does not belong here.
std::vector<std::string> list(const fs::path& directory, const TableLimits& limits,
                              Faults& faults) {
  std::vector<std::string> names;
  std::error_code error;
  fs::recursive_directory_iterator at(directory, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    const fs::path& path = at->path();
    const std::string name = path.lexically_relative(directory).generic_string();
    std::error_code unreadable;
    const bool is_directory = at->is_directory(unreadable);
    if (path.filename().string().starts_with(".")) {
      if (is_directory) at.disable_recursion_pending();
      continue;
    }
    if (is_directory || path.extension() == ".md") continue;
    if (!at->is_regular_file(unreadable)) {
      faults.push_back(fault(name, "this is not a file"));
    } else if (std::find(taken.begin(), taken.end(), path.extension()) == taken.end()) {
      faults.push_back(fault(name, "only .csv, .json, .sig, .pub and .md files belong here"));
    } else if (names.size() == limits.files) {
      faults.push_back(fault(directory.string(), "more than " + std::to_string(limits.files) +
                                                     " files are in this directory"));
      break;
    } else {
      names.push_back(name);
    }
  }
  if (error) faults.push_back(fault(directory.string(), "the directory cannot be read"));
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

Result<std::string> read_file(const std::string& path, std::size_t limit) {
  std::error_code error;
  if (fs::is_directory(path, error)) return fault(path, "this is a directory, not a file");
  if (!fs::is_regular_file(path, error)) return fault(path, "there is no such file");
  std::ifstream in(path, std::ios::binary);
  if (!in) return fault(path, "the file cannot be read");
  // Not by its size beforehand: it may grow meanwhile.
  std::string content;
  std::array<char, 65536> part{};
  while (in.read(part.data(), part.size()) || in.gcount() > 0) {
    content.append(part.data(), static_cast<std::size_t>(in.gcount()));
    if (content.size() > limit) {
      return fault(path, "the file is larger than " + std::to_string(limit) + " bytes");
    }
  }
  if (in.bad()) return fault(path, "the file cannot be read");
  return content;
}

Result<TableFiles, Faults> read_table_files(const std::string& directory,
                                            const TableLimits& limits) {
  Faults faults;
  TableFiles files;
  std::size_t bytes = 0;
  for (const std::string& name : list(directory, limits, faults)) {
    auto content = read_file((fs::path(directory) / name).string(), limits.file_bytes);
    if (!content) {
      faults.push_back(fault(name, content.fault().detail));
      continue;
    }
    bytes += content->size();
    if (bytes > limits.all_bytes) {
      faults.push_back(fault(directory, "the files together are larger than " +
                                            std::to_string(limits.all_bytes) + " bytes"));
      break;
    }
    files.emplace(name, std::move(*content));
  }
  if (!faults.empty()) return faults;
  return files;
}

}  // namespace bridge::shell
