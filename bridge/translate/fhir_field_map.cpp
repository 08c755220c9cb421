// SPDX-License-Identifier: Apache-2.0
#include "translate/fhir_field_map.h"

#include <algorithm>

namespace bridge::translate {
namespace {

constexpr std::array<std::string_view, 6> fields_header = {"row",  "meaning", "value",
                                                           "unit", "code",    "priority"};
constexpr std::array<std::string_view, 3> ignored_header = {"row", "path", "reason"};
constexpr std::array<std::string_view, 3> status_header = {"row", "status", "control"};

bool is_observed(FhirMeaning meaning) {
  return meaning == FhirMeaning::weight || meaning == FhirMeaning::height ||
         meaning == FhirMeaning::surface;
}

// "a.b" of "a.b.c": number and unit must be elements of one parent.
std::string parent_of(const std::string& path) { return path.substr(0, path.rfind('.')); }

}  // namespace

std::span<const std::string_view> FhirFieldMap::field_columns() { return fields_header; }
std::span<const std::string_view> FhirFieldMap::ignored_columns() { return ignored_header; }
std::span<const std::string_view> FhirFieldMap::status_columns() { return status_header; }

void FhirFieldMap::add_field(const MappingTable::Row& row, Faults& faults) {
  const auto meaning = named<FhirMeaning>(row.cells[1]);
  auto value = fhir::Path::parse(row.cells[2]);
  const std::string& priority = row.cells[5];
  if (!meaning) table_fault(faults, row.place, "no such meaning");
  if (!value) table_fault(faults, row.place, "the value is not a path");
  if (priority.size() != 1 || priority[0] < '1' || priority[0] > '9') {
    table_fault(faults, row.place, "the priority must be 1 to 9");
    return;
  }
  if (!meaning || !value) return;
  std::optional<fhir::Path> unit;
  if (!row.cells[3].empty()) {
    auto path = fhir::Path::parse(row.cells[3]);
    if (!path || parent_of(path->text()) != parent_of(value->text())) {
      table_fault(faults, row.place, "the unit must be an element beside the number");
      return;
    }
    unit = *std::move(path);
  }
  const bool has_unit = *meaning == FhirMeaning::duration || *meaning == FhirMeaning::period;
  if (unit.has_value() != has_unit) {
    table_fault(faults, row.place, "duration and period have a unit path, and nothing else has");
  }
  if (row.cells[4].empty() == is_observed(*meaning)) {
    table_fault(faults, row.place, "weight, height and surface have a code, and nothing else has");
  }
  rows_[*meaning].push_back(
      {row.id(), *std::move(value), std::move(unit), row.cells[4], priority[0] - '0'});
}

FhirFieldMap FhirFieldMap::load(const MappingTable& fields, const MappingTable& ignored,
                                const MappingTable& statuses, Faults& faults) {
  FhirFieldMap map;
  for (const auto& row : fields.rows()) map.add_field(row, faults);
  for (auto& [meaning, rows] : map.rows_) {
    std::stable_sort(rows.begin(), rows.end(), [](const FhirFieldRow& a, const FhirFieldRow& b) {
      return a.priority < b.priority;
    });
  }
  for (const auto& row : ignored.rows()) {
    auto path = fhir::Path::parse(row.cells[1]);
    if (!path) table_fault(faults, row.place, "the path is not a path");
    if (row.cells[2].empty()) table_fault(faults, row.place, "an ignored element needs its reason");
    if (path) map.ignored_.push_back(*std::move(path));
  }
  for (const auto& row : statuses.rows()) {
    if (row.cells[2] == "unfit") continue;
    const auto control = named<OrderControl>(row.cells[2]);
    if (!control) {
      table_fault(faults, row.place, "no such order control");
    } else if (!map.controls_.emplace(row.cells[1], *control).second) {
      table_fault(faults, row.place, "the status stands twice");
    }
  }
  return map;
}

std::span<const FhirFieldRow> FhirFieldMap::rows(FhirMeaning meaning) const {
  const auto found = rows_.find(meaning);
  if (found == rows_.end()) return {};
  return found->second;
}

std::optional<OrderControl> FhirFieldMap::control(std::string_view status) const {
  const auto found = controls_.find(status);
  if (found == controls_.end()) return std::nullopt;
  return found->second;
}

}  // namespace bridge::translate
