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
  for (std::vector<FieldRow>& rows : map.rows_) {
    std::stable_sort(rows.begin(), rows.end(),
                     [](const FieldRow& a, const FieldRow& b) { return a.priority < b.priority; });
  }
  for (const auto& row : ignored.rows()) map.add_ignored(row, faults);
  map.refuse_contradictions(ignored, faults);
  for (std::vector<IgnoredField>& list : map.ignored_) {
    std::stable_sort(list.begin(), list.end(), [](const IgnoredField& a, const IgnoredField& b) {
      return a.path.segment_code() < b.path.segment_code();
    });
  }
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
  rows_[row_group(*shape, *meaning)].push_back(
      {row.id(), *meaning, *value, unit, priority[0] - '0'});
}

void FieldMap::add_ignored(const MappingTable::Row& row, Faults& faults) {
  const auto shape = named<OrderShape>(row.cells[1]);
  const auto path = hl7::Path::read(row.cells[2]);
  if (!shape) table_fault(faults, row.place, "the message must be RDE^O11 or OMP^O09");
  if (!path) table_fault(faults, row.place, "the path is not a path");
  if (row.cells[3].empty()) table_fault(faults, row.place, "an ignored field needs its reason");
  if (shape && path) ignored_[static_cast<std::size_t>(*shape)].push_back({row.id(), *path});
}

void FieldMap::refuse_contradictions(const MappingTable& ignored, Faults& faults) const {
  const auto same = [](const hl7::Path& read, const hl7::Path& entry) {
    if (read.segment() != entry.segment() || read.has_selector()) return false;
    if (entry.field() == 0) return true;
    return read.field() == entry.field() &&
           (read.component() == entry.component() || entry.component() == 0);
  };
  for (std::size_t shape = 0; shape < shapes; ++shape) {
    for (const IgnoredField& entry : ignored_[shape]) {
      const auto reads = [&](const FieldRow& row) {
        return same(row.value, entry.path) || (row.unit && same(*row.unit, entry.path));
      };
      const auto first = rows_.begin() + static_cast<std::ptrdiff_t>(shape * meanings);
      const bool read = std::any_of(first, first + meanings, [&](const auto& rows) {
        return std::any_of(rows.begin(), rows.end(), reads);
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

bool IgnoredField::covers(const hl7::Segment& segment, std::uint32_t field,
                          std::uint32_t component) const {
  if (path.segment_code() != segment.code()) return false;
  if (path.field() != 0 && path.field() != field) return false;
  if (path.component() != 0 && path.component() != component) return false;
  return path.selects(segment);
}

std::span<const IgnoredField> FieldMap::ignored_in(OrderShape shape,
                                                   std::uint32_t segment_code) const {
  struct ByCode {
    bool operator()(const IgnoredField& a, std::uint32_t b) const {
      return a.path.segment_code() < b;
    }
    bool operator()(std::uint32_t a, const IgnoredField& b) const {
      return a < b.path.segment_code();
    }
  };
  const std::vector<IgnoredField>& list = ignored_[static_cast<std::size_t>(shape)];
  const auto [first, last] = std::equal_range(list.begin(), list.end(), segment_code, ByCode());
  return {first, last};
}

}  // namespace bridge::translate
