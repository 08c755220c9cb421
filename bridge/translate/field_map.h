// SPDX-License-Identifier: Apache-2.0
// FieldMap: which field of which message means what, and which fields are ignored and why.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.h"
#include "base/named.h"
#include "hl7/path.h"
#include "translate/mapping_table.h"

namespace bridge::translate {

// What a field of an order can mean. The code of translate/ gives each meaning its form (an
// identifier, a coded value, a number with its unit, a time, a text); the tables say where it
// stands.
enum class Meaning : std::uint8_t {
  order_control,
  placer_order_number,
  filler_order_number,
  order_status,
  written_at,
  effective_at,
  ordering_provider,
  give_code,
  give_amount,
  give_maximum,
  give_per,
  give_rate,
  strength,
  strength_volume,
  review,
  condition_text,
  repeat_pattern,
  quantity_multiplier,
  service_duration,
  occurrence_duration,
  start,
  stop,
  route,
  device,
  method,
  component_type,
  component_code,
  component_amount,
  weight,
  height,
  surface,
  parent_order_number,
  verified_by,
  allergy,
  allergy_action,
  allergy_status,
  bolus_type,
  bolus_amount,
  rxv_action,
  pca_type,
  demand_dose,
  lockout,
  dose_limit,
  volume_limit,
  limit_window,
  max_doses,
  loading_dose,
  bolus_dose,
  order_type,
  delivery_mode,
  parameter_rate,
  parameter_dose_rate,
  parameter_volume,
  parameter_dose,
  step_count,
  step_type,
  step_start,
  step_number,
  conjunction,
  titration_increment,
  titration_interval,
  titration_minimum,
  titration_maximum,
  titration_objective,
  unsupported_parameter,
};
constexpr auto names_of(Meaning) {
  return std::to_array<std::string_view>({"order_control",
                                          "placer_order_number",
                                          "filler_order_number",
                                          "order_status",
                                          "written_at",
                                          "effective_at",
                                          "ordering_provider",
                                          "give_code",
                                          "give_amount",
                                          "give_maximum",
                                          "give_per",
                                          "give_rate",
                                          "strength",
                                          "strength_volume",
                                          "review",
                                          "condition_text",
                                          "repeat_pattern",
                                          "quantity_multiplier",
                                          "service_duration",
                                          "occurrence_duration",
                                          "start",
                                          "stop",
                                          "route",
                                          "device",
                                          "method",
                                          "component_type",
                                          "component_code",
                                          "component_amount",
                                          "weight",
                                          "height",
                                          "surface",
                                          "parent_order_number",
                                          "verified_by",
                                          "allergy",
                                          "allergy_action",
                                          "allergy_status",
                                          "bolus_type",
                                          "bolus_amount",
                                          "rxv_action",
                                          "pca_type",
                                          "demand_dose",
                                          "lockout",
                                          "dose_limit",
                                          "volume_limit",
                                          "limit_window",
                                          "max_doses",
                                          "loading_dose",
                                          "bolus_dose",
                                          "order_type",
                                          "delivery_mode",
                                          "parameter_rate",
                                          "parameter_dose_rate",
                                          "parameter_volume",
                                          "parameter_dose",
                                          "step_count",
                                          "step_type",
                                          "step_start",
                                          "step_number",
                                          "conjunction",
                                          "titration_increment",
                                          "titration_interval",
                                          "titration_minimum",
                                          "titration_maximum",
                                          "titration_objective",
                                          "unsupported_parameter"});
}

// A number that is worth nothing without its unit.
bool is_quantity(Meaning meaning);

// A map belongs to a shape of message, not to a trigger: encoded orders have RXE, plain ones RXO.
enum class OrderShape : std::uint8_t { encoded, plain };
constexpr auto names_of(OrderShape) {
  return std::to_array<std::string_view>({"RDE^O11", "OMP^O09"});
}

struct FieldRow {
  std::string id;
  Meaning meaning = Meaning::order_control;
  hl7::Path value;
  std::optional<hl7::Path> unit;  // set exactly for quantities, and in the segment of `value`
  int priority = 1;
};

struct IgnoredField {
  std::string id;
  hl7::Path path;  // a segment, a field or a component

  // `field` and `component` may be 0: the whole segment, the whole field.
  bool covers(const hl7::Segment& segment, std::uint32_t field, std::uint32_t component) const;
};

class FieldMap {
 public:
  // fields.csv and ignored_fields.csv; all faults are added.
  static FieldMap load(const MappingTable& fields, const MappingTable& ignored, Faults& faults);
  static std::span<const std::string_view> field_columns();
  static std::span<const std::string_view> ignored_columns();

  // In order of priority, then of the table.
  std::span<const FieldRow> rows(OrderShape shape, Meaning meaning) const {
    return rows_[row_group(shape, meaning)];
  }
  // What of such a segment is ignored, wherever in the message it stands.
  std::span<const IgnoredField> ignored_in(OrderShape shape, std::uint32_t segment_code) const;

 private:
  void add_field(const MappingTable::Row& row, Faults& faults);
  void add_ignored(const MappingTable::Row& row, Faults& faults);
  void refuse_contradictions(const MappingTable& ignored, Faults& faults) const;

  static constexpr std::size_t shapes = names_of(OrderShape{}).size();
  static constexpr std::size_t meanings = names_of(Meaning{}).size();
  static constexpr std::size_t row_group(OrderShape shape, Meaning meaning) {
    return static_cast<std::size_t>(shape) * meanings + static_cast<std::size_t>(meaning);
  }

  std::array<std::vector<FieldRow>, shapes * meanings> rows_;
  std::array<std::vector<IgnoredField>, shapes> ignored_;  // by name of segment
};

}  // namespace bridge::translate
