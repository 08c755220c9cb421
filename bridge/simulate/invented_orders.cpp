// SPDX-License-Identifier: Apache-2.0
#include "simulate/invented_orders.h"

#include "hl7/write.h"

namespace bridge::simulate {
namespace {

std::string four_digits(std::uint64_t number) {
  std::string digits = std::to_string(number);
  if (digits.size() < 4) digits.insert(0, 4 - digits.size(), '0');
  return digits;
}

bool is_fluid(const InventedOrder& order) { return order.number % 2 == 1; }

void write_header(hl7::MessageWriter& out, std::string_view type, std::string_view event,
                  std::string_view structure, AnswerMode mode, const std::string& control_id,
                  Instant now) {
  out.segment("MSH").set(3, "EHR").set(4, "GENHOSP").set(5, "BRIDGE").set(6, "GENHOSP");
  out.set(7, now.hl7()).set(9, {type, event, structure}).set(10, control_id).set(11, "P");
  out.set(12, "2.6");
  if (mode == AnswerMode::enhanced) out.set(15, "AL").set(16, "AL");
  out.set(18, "UNICODE UTF-8");
  if (type == "RGV") {
    out.set(21, {"IHE_PCD_003", "IHE PCD", "1.3.6.1.4.1.19376.1.6.1.3.1", "ISO"});
  }
}

void write_patient(hl7::MessageWriter& out, const InventedOrder& order) {
  const std::string bed = four_digits(order.bed);
  out.segment("PID").set(3, {"TEST-" + bed, "", "", "GENHOSP", "MR"});
  out.set(5, {"Invented", "Bed-" + bed, "", "", "", "", "L"}).set(7, "19660101").set(8, "F");
  out.segment("PV1").set(2, "I").set(3, {"ICU", bed, "A"}).set(19, "TESTVISIT-" + bed);
}

}  // namespace

std::string write_invented_order(const InventedOrder& order, AnswerMode mode,
                                 const std::string& control_id, Instant now) {
  hl7::MessageWriter out;
  write_header(out, "RDE", "O11", "RDE_O11", mode, control_id, now);
  write_patient(out, order);
  out.segment("ORC").set(1, "NW").set(2, {order.order, "EHR"}).set(9, now.hl7());
  out.set(12, {"D0007", "Invented", "Doctor"});
  out.segment("RXE");
  if (is_fluid(order)) {
    out.set(2, {"NS", "Sodium chloride 0.9 %", "L"}).set(3, "1").set(5, "mL");
    out.set(23, "900").set(24, "mL/h");
  } else {
    out.set(2, {"1234", "Dopamine 400 mg in D5W 250 mL", "L"}).set(3, "250").set(5, "mL");
    out.set(23, "10").set(24, "mcg/kg/min").set(25, "400").set(26, "mg");
    out.set(33, "250").set(34, "mL");
  }
  out.segment("RXR").set(1, {"IV", "Intravenous", "HL70162"});
  out.set(3, {"IVP", "IV Pump", "HL70164"});
  if (!is_fluid(order)) {
    out.segment("RXC").set(1, "A").set(2, {"1234", "Dopamine", "L"}).set(3, "400").set(4, "mg");
    out.segment("RXC").set(1, "B").set(2, {"D5W", "Dextrose 5% in water", "L"});
    out.set(3, "250").set(4, "mL");
    out.segment("OBX").set(1, "1").set(2, "NM").set(3, {"29463-7", "Body weight", "LN"});
    out.set(5, "85.0").set(6, {"kg", "kilogram", "UCUM"}).set(11, "F");
  }
  return out.take();
}

std::string write_invented_scan(const InventedOrder& order, const std::string& control_id,
                                Instant now) {
  hl7::MessageWriter out;
  write_header(out, "RGV", "O15", "RGV_O15", AnswerMode::enhanced, control_id, now);
  write_patient(out, order);
  out.segment("ORC").set(1, "RE").set(2, {order.order, "EHR"}).set(9, now.hl7());
  out.set(19, {"N0001", "Invented", "Nurse"});
  out.segment("RXG").set(1, "1");
  if (is_fluid(order)) {
    out.set(4, {"NS", "Sodium chloride 0.9 %", "L"}).set(5, "1").set(7, {"mL", "mL", "UCUM"});
    out.set(15, "900").set(16, {"mL/h", "mL/h", "UCUM"});
  } else {
    out.set(4, {"1234", "Dopamine", "L"}).set(5, "250").set(7, {"mL", "mL", "UCUM"});
    out.set(15, "10").set(16, {"ug/kg/min", "ug/kg/min", "UCUM"});
    out.set(17, "400").set(18, {"mg", "mg", "UCUM"});
    out.set(23, "250").set(24, {"mL", "mL", "UCUM"});
  }
  out.segment("RXR").set(1, {"", "IV", "HL70162"}).set(3, {"", "IVP", "HL70164"});
  out.set(4, {"", "IV", "HL70165"});
  out.segment("OBX").set(1, "1").set(3, {"69986", "MDC_DEV_PUMP_INFUS_VMD", "MDC"});
  out.set(4, "0.1.0.0").set(11, "X");
  out.set(18, {order.pump.id, order.pump.namespace_id, order.pump.universal_id,
               order.pump.universal_id_type});
  if (!is_fluid(order)) {
    out.segment("OBX").set(1, "2").set(2, "NM").set(3, {"68063", "MDC_ATTR_PT_WEIGHT", "MDC"});
    out.set(4, "0.1.1.1").set(5, "85.0").set(6, {"263875", "MDC_DIM_KILO_G", "MDC"}).set(11, "F");
  }
  return out.take();
}

}  // namespace bridge::simulate
