// SPDX-License-Identifier: Apache-2.0
// FhirFieldMap: which element of a MedicationRequest means what, and which are ignored and why.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.h"
#include "base/named.h"
#include "clinical/infusion_order.h"
#include "fhir/path.h"
#include "translate/mapping_table.h"

namespace bridge::translate {

enum class FhirMeaning : std::uint8_t {
  placer_order_number,
  filler_order_number,
  status,
  intent,
  do_not_perform,
  medication,
  patient,
  encounter,
  ordering_provider,
  written_at,
  supporting_information,
  dosage,
  give_rate,
  give_rate_ratio,
  give_amount,
  range,
  duration,
  start,
  stop,
  service_duration,
  route,
  method,
  condition_flag,
  condition_text,
  weight,
  height,
  surface,
  sequence,
  frequency,
  period,
  repeat_count,
  max_per_period,
  dosage_text,
  step,
  titration,
  delivery_mode,
  max_doses,
  order_type,
  parent_order,
  verified_by,
  note,
};
constexpr auto names_of(FhirMeaning) {
  return std::to_array<std::string_view>({"placer_order_number",
                                          "filler_order_number",
                                          "status",
                                          "intent",
                                          "do_not_perform",
                                          "medication",
                                          "patient",
                                          "encounter",
                                          "ordering_provider",
                                          "written_at",
                                          "supporting_information",
                                          "dosage",
                                          "give_rate",
                                          "give_rate_ratio",
                                          "give_amount",
                                          "range",
                                          "duration",
                                          "start",
                                          "stop",
                                          "service_duration",
                                          "route",
                                          "method",
                                          "condition_flag",
                                          "condition_text",
                                          "weight",
                                          "height",
                                          "surface",
                                          "sequence",
                                          "frequency",
                                          "period",
                                          "repeat_count",
                                          "max_per_period",
                                          "dosage_text",
                                          "step",
                                          "titration",
                                          "delivery_mode",
                                          "max_doses",
                                          "order_type",
                                          "parent_order",
                                          "verified_by",
                                          "note"});
}

struct FhirFieldRow {
  std::string id;
  fhir::Path value;
  std::optional<fhir::Path> unit;  // of duration and period, whose unit stands beside them
  std::string code;                // only of weight, height and surface: of the Observation
  int priority = 1;
};

class FhirFieldMap {
 public:
  // fhir_fields.csv, ignored_elements.csv and request_status.csv; all faults are added.
  static FhirFieldMap load(const MappingTable& fields, const MappingTable& ignored,
                           const MappingTable& statuses, Faults& faults);
  static std::span<const std::string_view> field_columns();
  static std::span<const std::string_view> ignored_columns();
  static std::span<const std::string_view> status_columns();

  std::span<const FhirFieldRow> rows(FhirMeaning meaning) const;
  const std::vector<fhir::Path>& ignored() const { return ignored_; }
  // What a MedicationRequest.status asks for; nothing for a status that asks for nothing here.
  std::optional<OrderControl> control(std::string_view status) const;

 private:
  void add_field(const MappingTable::Row& row, Faults& faults);

  std::map<FhirMeaning, std::vector<FhirFieldRow>> rows_;
  std::vector<fhir::Path> ignored_;
  std::map<std::string, OrderControl, std::less<>> controls_;
};

}  // namespace bridge::translate
