// SPDX-License-Identifier: Apache-2.0
// Reads the comma-separated tables of mappings/ (RFC 4180), keeping line numbers for faults.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace bridge {

// First line: column names. Lines that begin with '#' and empty lines are skipped. A row with more
// or fewer cells than columns, an unclosed quote or a byte that is not UTF-8 text is a fault.
class CsvTable {
 public:
  struct Row {
    std::uint32_t line = 0;  // 1-based
    std::vector<std::string> cells;
  };

  // `name` is used in places only: "units.csv line 12".
  static Result<CsvTable> parse(std::string name, std::string_view text);

  const std::string& name() const { return name_; }
  const std::vector<std::string>& columns() const { return columns_; }
  const std::vector<Row>& rows() const { return rows_; }
  std::optional<std::size_t> column(std::string_view column_name) const;
  std::string place(const Row& row) const;

 private:
  std::string name_;
  std::vector<std::string> columns_;
  std::vector<Row> rows_;
};

}  // namespace bridge
