// SPDX-License-Identifier: Apache-2.0
#include "translate/field_map.h"

#include <algorithm>

namespace bridge::translate {
namespace {

constexpr std::array<std::string_view, 6> fields_header = {"row",   "message", "meaning",
                                                           "value", "unit",    "priority"};
constexpr std::array<std::string_view, 4> ignored_header = {"row", "message", "path", "reason"};

// "OBX[3.1=29463-7]" of "OBX[3.1=29463-7]-5.1": what says which segment is meant.
std::string segment_part(const hl7::Path& path) {
  const std::string text = to_string(path);
  const std::size_t closed = text.find(']');
  const std::size_t dash = text.find('-', text.size() > 3 && text[3] == '[' ? closed : 0);
  return text.substr(0, dash);
}

}  // namespace

bool is_quantity(Meaning meaning) {
  switch (meaning) {
    case Meaning::give_amount:
    case Meaning::give_maximum:
    case Meaning::give_rate:
    case Meaning::strength:
    case Meaning::strength_volume:
    case Meaning::service_duration:
    case Meaning::occurrence_duration:
    case Meaning::component_amount:
    case Meaning::weight:
    case Meaning::height:
    case Meaning::surface:
    case Meaning::bolus_amount:
    case Meaning::demand_dose:
    case Meaning::lockout:
    case Meaning::dose_limit:
    case Meaning::volume_limit:
    case Meaning::limit_window:
    case Meaning::loading_dose:
    case Meaning::bolus_dose:
    case Meaning::parameter_rate:
    case Meaning::parameter_dose_rate:
    case Meaning::parameter_volume:
    case Meaning::parameter_dose:
    case Meaning::titration_increment:
    case Meaning::titration_interval:
    case Meaning::titration_minimum:
    case Meaning::titration_maximum:
      return true;
    default:
      return false;
  }
}

std::span<const std::string_view> FieldMap::field_columns() { return fields_header; }
std::span<const std::string_view> FieldMap::ignored_columns() { return ignored_header; }

FieldMap FieldMap::load(const MappingTable& fields, const MappingTable& ignored, Faults& faults) {
  FieldMap map;
  for (const auto& row : fields.rows()) map.add_field(row, faults);
  for (auto& [key, rows] : map.rows_) {
    std::stable_sort(rows.begin(), rows.end(),
                     [](const FieldRow& a, const FieldRow& b) { return a.priority < b.priority; });
  }
  for (const auto& row : ignored.rows()) map.add_ignored(row, faults);
  map.refuse_contradictions(ignored, faults);
  return map;
}

void FieldMap::add_field(const MappingTable::Row& row, Faults& faults) {
  const auto shape = named<OrderShape>(row.cells[1]);
  const auto meaning = named<Meaning>(row.cells[2]);
  const auto value = hl7::Path::read(row.cells[3]);
  const std::string& unit_text = row.cells[4];
  const auto unit = hl7::Path::read(unit_text);
  const std::string& priority = row.cells[5];
  if (!shape) table_fault(faults, row.place, "the message must be RDE^O11 or OMP^O09");
  if (!meaning) table_fault(faults, row.place, "no such meaning");
  if (!value || value->field() == 0) {
    table_fault(faults, row.place, "the value is not a path of a field");
  }
  if (!unit_text.empty() && (!unit || unit->field() == 0)) {
    table_fault(faults, row.place, "the unit is not a path of a field");
  }
  if (priority.size() != 1 || priority[0] < '1' || priority[0] > '9') {
    table_fault(faults, row.place, "the priority must be 1 to 9");
    return;
  }
  if (!shape || !meaning || !value || (!unit_text.empty() && !unit)) return;
  if (is_quantity(*meaning) != unit.has_value()) {
    table_fault(faults, row.place,
                is_quantity(*meaning) ? "a quantity needs the path of its unit"
                                      : "only a quantity has a unit");
    return;
  }
  if (unit && segment_part(*unit) != segment_part(*value)) {
    table_fault(faults, row.place, "number and unit must stand in the same segment");
    return;
  }
  rows_[{*shape, *meaning}].push_back({row.id(), *meaning, *value, unit, priority[0] - '0'});
}

void FieldMap::add_ignored(const MappingTable::Row& row, Faults& faults) {
  const auto shape = named<OrderShape>(row.cells[1]);
  const auto path = hl7::Path::read(row.cells[2]);
  if (!shape) table_fault(faults, row.place, "the message must be RDE^O11 or OMP^O09");
  if (!path) table_fault(faults, row.place, "the path is not a path");
  if (row.cells[3].empty()) table_fault(faults, row.place, "an ignored field needs its reason");
  if (shape && path) ignored_[*shape].push_back({row.id(), *path});
}

void FieldMap::refuse_contradictions(const MappingTable& ignored, Faults& faults) const {
  for (const auto& [shape, list] : ignored_) {
    for (const auto& entry : list) {
      const bool read =
          std::any_of(rows_.begin(), rows_.end(), [&, the_shape = shape](const auto& group) {
            if (group.first.first != the_shape) return false;
            return std::any_of(group.second.begin(), group.second.end(), [&](const FieldRow& row) {
              const auto same = [&](const hl7::Path& path) {
                if (path.segment() != entry.path.segment() || path.has_selector()) return false;
                if (entry.path.field() == 0) return true;
                return path.field() == entry.path.field() &&
                       (path.component() == entry.path.component() || entry.path.component() == 0);
              };
              return same(row.value) || (row.unit && same(*row.unit));
            });
          });
      if (!read) continue;
      const auto row =
          std::find_if(ignored.rows().begin(), ignored.rows().end(),
                       [&](const MappingTable::Row& line) { return line.id() == entry.id; });
      table_fault(faults, row->place,
                  "the field is also read by fields.csv; remove one of the rows");
    }
  }
}

std::span<const FieldRow> FieldMap::rows(OrderShape shape, Meaning meaning) const {
  const auto found = rows_.find({shape, meaning});
  if (found == rows_.end()) return {};
  return found->second;
}

bool FieldMap::is_ignored(OrderShape shape, const hl7::Segment& segment, std::uint32_t field,
                          std::uint32_t component) const {
  const auto found = ignored_.find(shape);
  if (found == ignored_.end()) return false;
  return std::any_of(found->second.begin(), found->second.end(), [&](const IgnoredField& entry) {
    if (entry.path.segment() != segment.name() || !entry.path.selects(segment)) return false;
    if (entry.path.field() == 0) return true;
    if (entry.path.field() != field) return false;
    return entry.path.component() == 0 || entry.path.component() == component;
  });
}

bool FieldMap::reads_segment(OrderShape shape, std::string_view name) const {
  return std::any_of(rows_.begin(), rows_.end(), [&](const auto& group) {
    if (group.first.first != shape) return false;
    return std::any_of(group.second.begin(), group.second.end(),
                       [&](const FieldRow& row) { return row.value.segment() == name; });
  });
}

}  // namespace bridge::translate
