// SPDX-License-Identifier: Apache-2.0
// MappingTable: one table of mappings/, with a site's own rows laid over it.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.h"

namespace bridge::translate {

// File name ("units.csv") to text; the caller has read the files.
using MappingFiles = std::map<std::string, std::string, std::less<>>;

// Column 1 of every table is `row`, the row's id. A site's row replaces the row of the same id, or
// adds one; a site's row whose second cell is `(removed)` takes the row out. Rows keep the place of
// the file they came from: "units.csv line 12", "site/units.csv line 3".
class MappingTable {
 public:
  struct Row {
    std::string place;
    std::vector<std::string> cells;
    const std::string& id() const { return cells.front(); }
  };

  // Faults (all of them, configuration_wrong): a missing file, other columns than `columns`, an id
  // that is empty or stands twice in one file, a removal of nothing.
  static MappingTable load(std::string_view file, std::span<const std::string_view> columns,
                           const MappingFiles& base, const MappingFiles& site, Faults& faults);

  const std::vector<Row>& rows() const { return rows_; }

 private:
  std::vector<Row> rows_;
};

// A fault of a table, for the person who wrote it. `text` says what is wrong in one clause.
void table_fault(Faults& faults, const std::string& place, std::string text);

}  // namespace bridge::translate
