// SPDX-License-Identifier: Apache-2.0
#include "translate/mapping_table.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "base/csv.h"

namespace bridge::translate {
namespace {

constexpr std::string_view removed = "(removed)";

std::optional<CsvTable> read_file(const std::string& name, const std::string& text,
                                  std::span<const std::string_view> columns, Faults& faults) {
  auto table = CsvTable::parse(name, text);
  if (!table) {
    faults.push_back(std::move(table).fault());
    return std::nullopt;
  }
  if (!std::equal(columns.begin(), columns.end(), table->columns().begin(),
                  table->columns().end())) {
    std::string wanted;
    for (const auto column : columns) {
      if (!wanted.empty()) wanted += ',';
      wanted += column;
    }
    table_fault(faults, name + " line 1", "the columns must be " + wanted);
    return std::nullopt;
  }
  return *std::move(table);
}

}  // namespace

void table_fault(Faults& faults, const std::string& place, std::string text) {
  faults.push_back(Fault{FaultCode::configuration_wrong, place, std::move(text)});
}

MappingTable MappingTable::load(std::string_view file, std::span<const std::string_view> columns,
                                const MappingFiles& base, const MappingFiles& site,
                                Faults& faults) {
  MappingTable result;
  const auto base_text = base.find(file);
  if (base_text == base.end()) {
    table_fault(faults, std::string(file), "the table is missing");
    return result;
  }
  std::unordered_map<std::string, std::size_t> by_id;
  const auto base_table = read_file(std::string(file), base_text->second, columns, faults);
  if (base_table) {
    for (const auto& row : base_table->rows()) {
      const std::string place = base_table->place(row);
      if (row.cells.front().empty()) {
        table_fault(faults, place, "the row has no id");
      } else if (!by_id.emplace(row.cells.front(), result.rows_.size()).second) {
        table_fault(faults, place, "the row's id stands twice");
      } else {
        result.rows_.push_back({place, row.cells});
      }
    }
  }
  const auto site_text = site.find(file);
  if (site_text == site.end()) return result;
  const auto site_table =
      read_file("site/" + std::string(file), site_text->second, columns, faults);
  if (!site_table) return result;
  std::unordered_map<std::string, bool> seen;
  for (const auto& row : site_table->rows()) {
    const std::string place = site_table->place(row);
    const std::string& id = row.cells.front();
    if (id.empty()) {
      table_fault(faults, place, "the row has no id");
      continue;
    }
    if (!seen.emplace(id, true).second) {
      table_fault(faults, place, "the row's id stands twice");
      continue;
    }
    const auto old = by_id.find(id);
    if (row.cells[1] == removed) {
      if (old == by_id.end()) {
        table_fault(faults, place, "removes a row that does not exist");
      } else {
        result.rows_[old->second].cells.clear();
      }
    } else if (old == by_id.end()) {
      result.rows_.push_back({place, row.cells});
    } else {
      result.rows_[old->second] = {place, row.cells};
    }
  }
  std::erase_if(result.rows_, [](const Row& row) { return row.cells.empty(); });
  return result;
}

}  // namespace bridge::translate
