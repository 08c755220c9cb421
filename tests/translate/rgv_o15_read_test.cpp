// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "translate/pump_samples.h"
#include "translate/pump_tools.h"
#include "translate/rgv_o15.h"

namespace bridge::translate {
namespace {

RequestRead read(std::string_view lines) {
  return read_rgv_o15(message_of(lines), shipped_book(), MessageClock::fixed(-360));
}

template <QuantityKind kind>
std::string text_of(const std::optional<Quantity<kind>>& quantity) {
  return quantity ? quantity->amount().ucum_text() : std::string("-");
}

// All that the reading set, in one text.
std::string shown(const ProgramRequest& request) {
  const InfusionOrder& order = request.as_scanned;
  std::string text(name_of(request.kind));
  const auto add = [&text](std::string_view name, std::string_view value) {
    if (!value.empty() && value != "-") text.append("; ").append(name).append(" ").append(value);
  };
  add("order", request.association.placer_order_number.key());
  add("patient", request.association.patient_id.key());
  add("pump", request.association.pump.key());
  add("by", request.association.by.id);
  add("at", request.association.at.fhir());
  add("drug", order.drug.code + '/' + order.drug.text);
  add("rate", text_of(order.rate));
  add("dose rate", text_of(order.dose_rate));
  add("dose", text_of(order.dose));
  add("volume", text_of(order.volume));
  add("duration", text_of(order.duration));
  add("strength", text_of(order.strength));
  add("in", text_of(order.strength_volume));
  add("weight", text_of(order.weight));
  add("height", text_of(order.height));
  add("surface", text_of(order.surface));
  if (order.route) add("route", name_of(*order.route));
  add("device", order.device.code);
  add("method", order.method.code);
  return text;
}

struct GoodRow {
  const char* name;
  std::string message;
  const char* expected;
};

const std::string new_bag(samples::new_bag);

TEST(read_rgv_o15, reads_what_the_scan_carries) {
  const char* const dopamine =
      "new_bag; order ORD778812^EHR; patient MRN900123^GENHOSP; pump P-100234^ACDE48FFFE000002; "
      "by N0001; at 2026-03-02T10:14:46-06:00; drug 1234/Dopamine; dose rate 10 ug/kg/min; "
      "volume 250 mL; strength 400 mg; in 250 mL; weight 85 kg; route intravenous; device IVP; "
      "method IV";
  const std::vector<GoodRow> rows = {
      {"new bag", new_bag, dopamine},
      {"rate change", std::string(samples::rate_change),
       "rate_change; order ORD778812^EHR; patient MRN900123^GENHOSP; pump "
       "P-100234^ACDE48FFFE000002; by N0001; at 2026-03-02T11:14:48-06:00; drug 1234/Dopamine; "
       "dose rate 12 ug/kg/min; strength 400 mg; in 250 mL; weight 85 kg; route intravenous; "
       "device IVP; method IV"},
      {"dose over time", std::string(samples::dose_over_time),
       "new_bag; order ORD779100^EHR; patient MRN900123^GENHOSP; pump P-100234^ACDE48FFFE000002; "
       "by N0001; at 2026-03-02T13:59:52-06:00; drug 2193/Ceftriaxone; dose 2 g; volume 50 mL; "
       "duration 30 min; strength 2 g; in 50 mL; route intravenous; device IVP; method IVPB"},
      {"TF11 example with context-sensitive units and no OID", std::string(samples::tf11_new_bag),
       "new_bag; order 12345; patient 98765^IHE; pump A0001^6543210000000001; by N0001; at "
       "2008-01-01T12:34:46-06:00; drug 1234/Dopamine; dose rate 10 ug/kg/min; volume 250 mL; "
       "strength 400 mg; in 250 mL; weight 85 kg; route intravenous; device IVP; method IV"},
      {"old RXR form",
       replaced(new_bag, "RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165", "RXR|IV||IVP|IV"), dopamine},
      {"the other OID", replaced(new_bag, "1.6.1.3.1", "1.6.4.3"), dopamine},
      {"an OID with a blank",
       replaced(new_bag, "^1.3.6.1.4.1.19376.1.6.1.3.1", "^ 1.3.6.1.4.1.19376.1.6.1.3.1"),
       dopamine},
      {"plus and leading zero are numbers", replaced(new_bag, "|10|265619", "|+010.0|265619"),
       dopamine},
      {"a volume in UCUM alone",
       replaced(new_bag, "|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||", "|mL^mL^UCUM||||"),
       dopamine},
      {"a context-sensitive number whose text is right",
       replaced(new_bag, "265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM",
                "3475^ug/kg/min^UCUM"),
       dopamine},
      {"a foreign Z segment", new_bag + "ZZZ|1|x\n", dopamine},
  };
  for (const GoodRow& row : rows) {
    const RequestRead result = read(row.message);
    EXPECT_EQ(listed(result.faults), "") << row.name;
    EXPECT_EQ(shown(result.request), row.expected) << row.name;
  }
}

TEST(read_rgv_o15, reads_the_deprecated_pump_id_as_id_and_maker) {
  const auto result =
      read(replaced(new_bag, "P-100234^^ACDE48FFFE000002^EUI-64", "^^A0001^PUMPVENDOR"));
  EXPECT_EQ(listed(result.faults), "");
  EXPECT_EQ(result.request.association.pump, (EntityId{"A0001", "PUMPVENDOR", {}, {}}));
}

TEST(read_rgv_o15, sums_the_repetitions_of_a_duration) {
  const std::string dose(samples::dose_over_time);
  const std::string_view half = "30^264352&MDC_DIM_MIN&MDC";
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"2^264384&MDC_DIM_HR&MDC~45^264352&MDC_DIM_MIN&MDC", "165 min"},
      {"1^264352&MDC_DIM_MIN&MDC~20^264320&MDC_DIM_X_SEC&MDC", "80 s"},
      {"1.5^264384&MDC_DIM_HR&MDC", "1.5 h"},
  };
  for (const auto& [sent, expected] : rows) {
    const auto result = read(replaced(dose, half, sent));
    EXPECT_EQ(listed(result.faults), "") << sent;
    EXPECT_EQ(text_of(result.request.as_scanned.duration), expected);
  }
}

TEST(read_rgv_o15, a_time_without_offset_is_the_senders) {
  const auto result = read(replaced(new_bag, "20260302101446-0600", "20260302101446"));
  EXPECT_EQ(result.request.association.at, at("2026-03-02T16:14:46Z"));
}

TEST(read_rgv_o15, every_value_knows_its_field) {
  const auto result = read(new_bag);
  EXPECT_EQ(result.request.as_scanned.dose_rate->from(), (Origin{"RXG[1]-15", "rgv.give_rate"}));
  EXPECT_EQ(result.request.as_scanned.weight->from(), (Origin{"OBX[2]-5", "rgv.weight"}));
}

struct BadRow {
  const char* name;
  const char* from;
  const char* to;
  const char* faults;
};

TEST(read_rgv_o15, refuses_what_cannot_be_a_program) {
  const std::vector<BadRow> rows = {
      {"B28 another profile", "1.6.1.3.1^ISO", "1.6.1.1.1^ISO", "profile_unknown at MSH[1]-21 E"},
      {"B36 no PID", "PID|||MRN900123", "ZID|||MRN900123", "patient_missing at PID E"},
      {"B39 another patient", "RXR|", "PID|||MRN900124^^^GENHOSP^MR\nRXR|",
       "patient_ambiguous at PID[2] E"},
      {"B40 not alive", "|19660101|F", "|19660101|F||||||||||||||||||||||Y",
       "patient_not_the_orders at PID[1]-30 E"},
      {"B37 no PID-3", "PID|||MRN900123^^^GENHOSP^MR", "PID|||",
       "patient_id_missing at PID[1]-3 E"},
      {"a patient said to be unknown", "PID|||MRN900123^^^GENHOSP^MR",
       "PID|||Unknown Patient^Unknown Patient", "patient_id_missing at PID[1]-3 E"},
      {"two patients", "MRN900123^^^GENHOSP^MR", "1^^^A^PI~2^^^B^PI",
       "patient_ambiguous at PID[1]-3 E"},
      {"no order number", "ORC|RE|ORD778812^EHR", "ORC|RE|", "order_missing at ORC[1]-2 E"},
      {"no order control", "ORC|RE|", "ORC||", "field_missing at ORC[1]-1 E"},
      {"an order control that a scan does not have", "ORC|RE|", "ORC|NW|",
       "order_control_unsupported at ORC[1]-1 E"},
      {"a bolus of no order", "ORC|RE|", "ORC|CH|", "order_missing at ORC[1]-8 E"},
      {"no ORC-9", "20260302101446-0600", "", "field_missing at ORC[1]-9 E"},
      {"B90 ORC-9 does not exist", "20260302101446-0600", "20260230101446-0600",
       "timestamp_malformed at ORC[1]-9 E"},
      {"ORC-9 is a day", "20260302101446-0600", "20260302", "timestamp_imprecise at ORC[1]-9 E"},
      {"no ORC-19", "|N0001^Adams^Jane", "", "field_missing at ORC[1]-19 E"},
      {"B46 no give code", "1234^Dopamine^L", "", "drug_missing at RXG[1]-4 E"},
      {"B77 no volume", "|250||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||10|", "|||||||||||10|",
       "volume_missing at RXG[1]-5 E"},
      {"B49 unknown unit", "|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM|",
       "|mcgg/kg/min|", "unit_unknown at RXG[1]-16 E"},
      {"a context-sensitive number without its text",
       "|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM|", "|3475^^UCUM|",
       "unit_not_of_infusion at RXG[1]-16 E"},
      {"no unit", "|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM|", "||",
       "unit_missing at RXG[1]-16 E"},
      {"two units", "ug/kg/min^ug/kg/min^UCUM", "mg/kg/min^mg/kg/min^UCUM",
       "unit_text_disagrees at RXG[1]-16 E"},
      {"B50 a volume where a rate stands",
       "|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM|", "|mL^mL^UCUM|",
       "unit_wrong_kind at RXG[1]-16 E"},
      {"B50 a mass where a volume stands", "|250||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM|",
       "|250||mg^mg^UCUM|", "unit_wrong_kind at RXG[1]-5 E"},
      {"a dose without its time",
       "|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM|", "|mg^mg^UCUM|",
       "segment_missing at TQ1 E"},
      {"B57 comma", "|10|265619", "|1,0|265619", "number_malformed at RXG[1]-15 E"},
      {"B58 exponent", "|10|265619", "|1e1|265619", "number_malformed at RXG[1]-15 E"},
      {"B63 too long", "|10|265619", "|1234567890123456789|265619",
       "number_too_long at RXG[1]-15 E"},
      {"B65 negative", "|10|265619", "|-10|265619", "quantity_negative at RXG[1]-15 E"},
      {"a rate that repeats", "|10|265619", "|10~12|265619", "field_repeats at RXG[1]-15 E"},
      {"B70 pounds", "|263875^MDC_DIM_KILO_G^MDC^kg^kg^UCUM", "|lb", "weight_unit at OBX[2]-6 E"},
      {"B42 no pump",
       "69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-100234^^ACDE48FFFE000002^EUI-64",
       "69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X", "pump_missing at OBX[1]-18 E"},
      {"B44 an EUI-64 that is none", "P-100234^^ACDE48FFFE000002^EUI-64", "P-100234^^12^EUI-64",
       "id_malformed at OBX[1]-18 E"},
      {"B75 a route that is none", "RXR|^IV^HL70162", "RXR|^ZZ^HL70162",
       "route_unknown at RXR[1]-1 E"},
      {"a parameter of another therapy", "68063^MDC_ATTR_PT_WEIGHT^MDC",
       "158023^MDC_DOSE_INTERMITTENT^MDC", "field_not_understood at OBX[2]-3 E"},
      {"a step's type without steps", "68063^MDC_ATTR_PT_WEIGHT^MDC", "158099^X^MDC",
       "field_not_understood at OBX[2]-3 E"},
      {"an ingredient", "RXR|^IV", "RXC|A|1^x^L|1|mg\nRXR|^IV", "field_not_understood at RXC[1] E"},
      {"a note", "RXR|^IV", "NTE|1||give slowly\nRXR|^IV", "field_not_understood at NTE[1] E"},
      {"an escape that is none", "|1234^Dopamine^L|", "|12\\Q\\34^Dopamine^L|",
       "escape_malformed at RXG[1]-4.1 E"},
  };
  for (const BadRow& row : rows) {
    EXPECT_EQ(listed(read(replaced(new_bag, row.from, row.to)).faults), row.faults) << row.name;
  }
}

TEST(read_rgv_o15, a_rate_change_with_a_volume_or_a_dose_is_refused) {
  const std::string change(samples::rate_change);
  EXPECT_EQ(listed(read(replaced(change, "1234^Dopamine^L|||||||||||12|",
                                 "1234^Dopamine^L|250||mL^mL^UCUM||||||||12|"))
                       .faults),
            "field_not_understood at RXG[1]-5 E");
  EXPECT_EQ(
      listed(read(replaced(change,
                           "265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM",
                           "mg^mg^UCUM"))
                 .faults),
      "unit_wrong_kind at RXG[1]-16 E");
}

TEST(read_rgv_o15, more_than_one_order_or_pump_is_refused) {
  EXPECT_EQ(listed(read(new_bag + "ORC|RE|2\n").faults), "mode_not_supported at ORC[2] E");
  EXPECT_EQ(listed(read(new_bag + "OBX|3||69986^x^MDC|0.1.0.1|||||||X|||||||P2^^^\n").faults),
            "field_repeats at OBX[3] E");
}

TEST(read_rgv_o15, missing_segments_are_all_told_at_once) {
  EXPECT_EQ(listed(read("MSH|^~\\&|A||B||20260302101500-0600||RGV^O15^RGV_O15|1|P|2.6\n").faults),
            "patient_missing at PID E; segment_missing at ORC E; segment_missing at RXG E; "
            "pump_missing at OBX[3.1=69986]-18 E");
}

TEST(read_rgv_o15, no_fault_holds_content_of_the_message) {
  // Every field of the message is replaced by a marker, one at a time.
  const std::string marker = "Qx7MARKERx7Q";
  std::size_t fields = 0;
  for (std::size_t start = new_bag.find('\n'); start < new_bag.size(); ++start) {
    if (new_bag[start] != '|') continue;
    const std::size_t end = new_bag.find_first_of("|\n", start + 1);
    std::string changed = new_bag;
    changed.replace(start + 1, end - start - 1, marker);
    ++fields;
    for (const Fault& fault : read(changed).faults) {
      EXPECT_EQ((fault.place + fault.detail).find(marker), std::string::npos) << brief(fault);
    }
  }
  EXPECT_GT(fields, 80U);
}

TEST(read_rgv_o15, reads_again_what_is_written) {
  InfusionProgram program;
  program.placer_order_number = {"O-1", "EHR", {}, {}};
  program.patient.patient_id = {"1", "A", "MR"};
  program.pump = {"P", {}, "ACDE48FFFE000002", "EUI-64"};
  program.drug = {"9", "Heparin & more", "L"};
  program.rate = quantity<FlowRate>("12.5", "mL/h");
  program.vtbi = quantity<Volume>("100", "mL");
  program.requested_by.id = "N1";
  program.requested_at = at("2026-03-02T10:14:46-06:00");
  const auto checked = decide::ProgramChecker::passed(program, "C1");
  for (const auto* const name : {"ihe-tf9", "ihe-tf11"}) {
    const std::string wire =
        write_rgv_o15(checked, shipped_gateway(name), shipped_book(), at("2026-03-02T16:15:00Z"));
    const auto result =
        read_rgv_o15(hl7::parse(wire).value(), shipped_book(), MessageClock::fixed(0));
    EXPECT_EQ(listed(result.faults), "");
    EXPECT_EQ(shown(result.request),
              "new_bag; order O-1^EHR; patient 1^A; pump P^ACDE48FFFE000002; by N1; at "
              "2026-03-02T10:14:46-06:00; drug 9/Heparin & more; rate 12.5 mL/h; volume 100 mL; "
              "route intravenous; method IV");
  }
}

// RXG-20 of the new bag: what stands from RXG-18 on, where the strength's volume follows.
std::string expiry_of(std::string_view rxg_20) {
  const std::string scan =
      replaced(new_bag, "MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|",
               "MDC_DIM_MILLI_G^MDC^mg^mg^UCUM||" + std::string(rxg_20) + "|||250|");
  const RequestRead result = read(scan);
  const auto& expires = result.request.product_expires;
  std::string text = expires ? expires->utc() : "-";
  if (!result.faults.empty()) text.append("; ").append(listed(result.faults));
  return text;
}

TEST(read_rgv_o15, B7_the_label_of_the_bag_says_until_when_it_may_be_used) {
  EXPECT_EQ(expiry_of(""), "-");
  EXPECT_EQ(expiry_of("20260302"), "2026-03-03T06:00:00.000Z");
  EXPECT_EQ(expiry_of("202602"), "2026-03-01T06:00:00.000Z");
  EXPECT_EQ(expiry_of("20260302120000-0500"), "2026-03-02T17:00:00.000Z");
  EXPECT_EQ(expiry_of("20260401~20260302"), "2026-03-03T06:00:00.000Z") << "the first of its lots";
  EXPECT_EQ(expiry_of("2026"), "-; timestamp_imprecise at RXG[1]-20 E");
  EXPECT_EQ(expiry_of("20260230"), "-; timestamp_malformed at RXG[1]-20 E");
  EXPECT_EQ(expiry_of("20260401~soon"),
            "2026-04-02T06:00:00.000Z; timestamp_malformed at RXG[1]-20[2] E");
}

}  // namespace
}  // namespace bridge::translate
