// SPDX-License-Identifier: Apache-2.0
// The shipped tables, read once, and a ledger in a file of its own.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "json/json.h"
#include "simulate/ledger.h"
#include "simulate/tables.h"

namespace bridge::simulate {

inline const Tables& shipped_tables() {
  static const Tables tables = [] {
    auto read = read_tables(std::string(BRIDGE_SOURCE_DIR) + "/mappings");
    EXPECT_TRUE(read.has_value());
    return *std::move(read);
  }();
  return tables;
}

class LedgerFile {
 public:
  explicit LedgerFile(const std::string& name)
      : path_((std::filesystem::temp_directory_path() /
               ("bridge-" + std::to_string(::getpid()) + "-" + name))
                  .string()) {
    std::filesystem::remove(path_);
    auto opened = Ledger::open(path_);
    EXPECT_TRUE(opened.has_value());
    ledger = *std::move(opened);
  }
  ~LedgerFile() { std::filesystem::remove(path_); }

  // The lines of one kind, as JSON.
  std::vector<json::Value> lines(std::string_view what) const {
    std::vector<json::Value> found;
    const std::string text = read_whole_file(path_).value_or("");
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = text.find('\n', at);
      auto line = json::parse(std::string_view(text).substr(at, end - at));
      EXPECT_TRUE(line.has_value());
      if (line && line->text_of("what") == what) found.push_back(*std::move(line));
      at = end + 1;
    }
    return found;
  }
  const std::string& path() const { return path_; }

  std::unique_ptr<Ledger> ledger;

 private:
  std::string path_;
};

}  // namespace bridge::simulate
