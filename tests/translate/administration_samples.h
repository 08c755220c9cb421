// SPDX-License-Identifier: Apache-2.0
// The administration of ihe-pcd 8.19 and 8.20, by hand: 400 mg in 250 mL, 85 kg. 10 ug/kg/min is
// 31.9 mL/h from 16:15:00; after one hour 31.9 mL are given and 12 ug/kg/min is 38.3 mL/h.
#pragma once

#include "clinical/administration.h"
#include "translate/pump_tools.h"

namespace bridge::translate {

inline Administration dopamine_running() {
  Administration result;
  result.administration_id = "BR-ADM-5001";
  result.placer_order_number = {"ORD778812", "EHR", {}, {}};
  result.patient = {
      {"MRN900123", "GENHOSP", "MR"}, PatientName("Doe^Jane^Q"), "19660101", "F", "I", "V556677",
      {"ICU", "12", "A", {}}};
  result.pump = {"P-100234", {}, "ACDE48FFFE000002", "EUI-64"};
  result.drug = {"1234", "Dopamine", "L"};
  result.route_code = {"IV", "Intravenous", "HL70162"};
  result.device = {"IVP", "IV Pump", "HL70164"};
  result.strength = quantity<Dose>("400", "mg");
  result.strength_volume = quantity<Volume>("250", "mL");
  result.performer = {"N0001", PatientName("Adams^Jane")};
  result.status = AdministrationStatus::in_progress;
  result.start = at("2026-03-02T16:15:00Z");
  result.volume_total = quantity<Volume>("31.9", "mL");
  DeliverySegment first;
  first.start = result.start;
  first.end = at("2026-03-02T17:15:00Z");
  first.rate = quantity<FlowRate>("31.9", "mL/h");
  first.dose_rate = quantity<DoseRate>("10.00", "ug/kg/min");
  first.volume = quantity<Volume>("31.9", "mL");
  DeliverySegment second;
  second.start = at("2026-03-02T17:15:01Z");
  second.rate = quantity<FlowRate>("38.3", "mL/h");
  second.dose_rate = quantity<DoseRate>("12.00", "ug/kg/min");
  result.segments = {first, second};
  return result;
}

// What ended at 17:15:01: 20 mL since 16:37, and 31.9 mL with what a record before has told.
inline AdministrationRecord ended(RecordKind kind) {
  AdministrationRecord result;
  result.kind = kind;
  result.sub_id = 2;
  result.at = at("2026-03-02T17:15:01Z");
  result.from = at("2026-03-02T16:37:00Z");
  result.rate = quantity<FlowRate>("31.9", "mL/h");
  result.volume = quantity<Volume>("20", "mL");
  result.volume_in_all = quantity<Volume>("31.9", "mL");
  result.volume_total = quantity<Volume>("31.9", "mL");
  return result;
}

inline AdministrationRecord rate_change() {
  AdministrationRecord result;
  result.kind = RecordKind::rate_change;
  result.sub_id = 2;
  result.at = at("2026-03-02T17:15:01Z");
  result.rate = quantity<FlowRate>("38.3", "mL/h");
  result.dose_rate = quantity<DoseRate>("12.00", "ug/kg/min");
  result.volume_total = quantity<Volume>("31.9", "mL");
  return result;
}

}  // namespace bridge::translate
