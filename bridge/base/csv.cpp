// SPDX-License-Identifier: Apache-2.0
#include "base/csv.h"

#include <algorithm>

namespace bridge {
namespace {

// Reads one record that starts at `at`; leaves `at` behind its line end. A quoted cell may hold
// commas, doubled quotes and line ends.
struct Reader {
  std::string_view text;
  std::size_t at = 0;
  std::uint32_t line = 1;

  bool done() const { return at >= text.size(); }

  std::optional<std::string> cell() {
    std::string value;
    if (!done() && text[at] == '"') {
      ++at;
      for (;; ++at) {
        if (done()) return std::nullopt;
        if (text[at] == '\n') ++line;
        if (text[at] != '"') {
          value.push_back(text[at]);
        } else if (at + 1 < text.size() && text[at + 1] == '"') {
          value.push_back('"');
          ++at;
        } else {
          ++at;
          break;
        }
      }
      if (!done() && text[at] != ',' && text[at] != '\n' && text[at] != '\r') return std::nullopt;
      return value;
    }
    while (!done() && text[at] != ',' && text[at] != '\n' && text[at] != '\r') {
      if (text[at] == '"') return std::nullopt;
      value.push_back(text[at++]);
    }
    return value;
  }

  std::optional<std::vector<std::string>> record() {
    std::vector<std::string> cells;
    for (;;) {
      auto value = cell();
      if (!value) return std::nullopt;
      cells.push_back(std::move(*value));
      if (done()) return cells;
      if (text[at] == ',') {
        ++at;
        continue;
      }
      if (text[at] == '\r') ++at;
      if (!done() && text[at] == '\n') ++at;
      ++line;
      return cells;
    }
  }

  void skip_line() {
    while (!done() && text[at] != '\n') ++at;
    if (!done()) ++at;
    ++line;
  }
};

Fault wrong(const std::string& name, std::uint32_t line, std::string detail) {
  return Fault{FaultCode::configuration_wrong, name + " line " + std::to_string(line),
               std::move(detail)};
}

}  // namespace

Result<CsvTable> CsvTable::parse(std::string name, std::string_view text) {
  CsvTable table;
  table.name_ = std::move(name);
  Reader reader{text};
  while (!reader.done()) {
    const char first = text[reader.at];
    if (first == '#' || first == '\n' || first == '\r') {
      reader.skip_line();
      continue;
    }
    const std::uint32_t line = reader.line;
    auto cells = reader.record();
    if (!cells) return wrong(table.name_, line, "a quote is not closed or stands inside a cell");
    if (table.columns_.empty()) {
      table.columns_ = std::move(*cells);
      continue;
    }
    if (cells->size() != table.columns_.size()) {
      return wrong(table.name_, line,
                   std::to_string(cells->size()) + " cells, the table has " +
                       std::to_string(table.columns_.size()) + " columns");
    }
    table.rows_.push_back(Row{line, std::move(*cells)});
  }
  if (table.columns_.empty()) return wrong(table.name_, 1, "the table has no column names");
  return table;
}

std::optional<std::size_t> CsvTable::column(std::string_view column_name) const {
  const auto found = std::find(columns_.begin(), columns_.end(), column_name);
  if (found == columns_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - columns_.begin());
}

std::string CsvTable::place(const Row& row) const {
  return name_ + " line " + std::to_string(row.line);
}

}  // namespace bridge
