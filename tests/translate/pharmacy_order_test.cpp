// SPDX-License-Identifier: Apache-2.0
// RDE^O11 and its relatives, read whole and read wrong.
#include "translate/pharmacy_order.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "hl7/parse.h"
#include "translate/order_text.h"
#include "translate/pharmacy_order_samples.h"
#include "translate/shipped_book.h"

namespace bridge::translate {
namespace {

const Instant now = Instant::parse_rfc3339("2026-03-02T16:00:05.000Z").value();

std::vector<OrderRead> read_all(const std::string& lines,
                                std::optional<std::int16_t> default_offset = std::nullopt) {
  const auto message = hl7::parse(wire_of(lines));
  EXPECT_TRUE(message.has_value()) << (message ? "" : brief(message.fault()));
  if (!message) return {};
  HeaderPolicy policy = ehr_policy();
  if (default_offset) policy.site_clock = SiteClock(*default_offset);
  const auto header = read_header(*message, policy, now);
  EXPECT_TRUE(header.has_value()) << (header ? "" : listed(header.fault()));
  if (!header) return {};
  return read_pharmacy_order(*message, *header, shipped_book());
}

OrderRead read(const std::string& lines) {
  auto orders = read_all(lines);
  EXPECT_EQ(orders.size(), 1U);
  return orders.empty() ? OrderRead{} : std::move(orders.front());
}

// The faults of the dopamine order after one change.
std::string faults_after(std::string_view from, std::string_view to) {
  return listed(read(replaced(std::string(dopamine_by_rate), from, to)).faults);
}

TEST(PharmacyOrder, ReadsARateWithEveryValueAndItsOrigin) {
  const OrderRead read_order = read(std::string(dopamine_by_rate));
  EXPECT_EQ(listed(read_order.faults), "");
  EXPECT_EQ(OrderText(Show::origins).of(read_order.order),
            "placer: P5001^EHR\n"
            "filler: F7001^RX\n"
            "control: new_order\n"
            "patient: 100123^HOSP MR\n"
            "person: 19500101 F I V900\n"
            "location: ICU 12 A HOSP\n"
            "provider: D01\n"
            "drug: DOPA400D5W^Dopamine 400 mg in D5W 250 mL^L\n"
            "base: D5W^Dextrose 5%^L\n"
            "  volume: 250 mL (RXC[1]-3 by rde.component_amount)\n"
            "additive: DOPA^Dopamine^L\n"
            "  amount: 400 mg (RXC[2]-3 by rde.component_amount)\n"
            "strength: 400 mg (RXE[1]-25 by rde.strength)\n"
            "strength volume: 250 mL (RXE[1]-33 by rde.strength_volume)\n"
            "rate: 13.125 mL/h (RXE[1]-23 by rde.give_rate)\n"
            "volume: 250 mL (RXE[1]-3 by rde.give_amount)\n"
            "weight: 70 kg (OBX[1]-5 by rde.weight)\n"
            "route: intravenous IV^Intravenous^HL70162 (RXR[1]-1 by rde.route)\n"
            "device: IVP^IV Pump^HL70164\n"
            "start: 2024-06-01T09:00:00-04:00\n"
            "written: 2024-06-01T08:29:00-04:00\n");
  EXPECT_EQ(read_order.order.patient.name.reveal_for_wire(), "DOE^JANE");
  EXPECT_EQ(read_order.order.ordering_provider.name.reveal_for_wire(), "SMITH^ANN");
  EXPECT_EQ(read_order.order.rate->amount().text, "13.125");
}

TEST(PharmacyOrder, ReadsADoseRateInTheWordsOfAnEhr) {
  const OrderRead read_order = read(std::string(dopamine_by_dose_rate));
  EXPECT_EQ(listed(read_order.faults), "");
  EXPECT_EQ(OrderText(Show::origins).of(read_order.order),
            "placer: ORD778812^EHR\n"
            "filler: RX55001^PHARM\n"
            "control: new_order\n"
            "patient: MRN900123^GENHOSP MR\n"
            "person: 19660101 F I V556677\n"
            "location: ICU 12 A \n"
            "provider: D0007\n"
            "drug: 1234^Dopamine 400 mg in D5W 250 mL^L\n"
            "base: D5W^Dextrose 5% in water^L\n"
            "  volume: 250 mL (RXC[2]-3 by rde.component_amount)\n"
            "additive: 1234^Dopamine^L\n"
            "  amount: 400 mg (RXC[1]-3 by rde.component_amount)\n"
            "strength: 400 mg (RXE[1]-25 by rde.strength)\n"
            "strength volume: 250 mL (RXE[1]-33 by rde.strength_volume)\n"
            "dose rate: 10 ug/kg/min (RXE[1]-23 by rde.give_rate)\n"
            "volume: 250 mL (RXE[1]-3 by rde.give_amount)\n"
            "weight: 85 kg (OBX[1]-5 by rde.weight)\n"
            "route: intravenous IV^Intravenous^HL70162 (RXR[1]-1 by rde.route)\n"
            "device: IVP^IV Pump^HL70164\n"
            "start: 2026-03-02T10:15:00-06:00\n"
            "written: 2026-03-02T09:59:00-06:00\n");
  EXPECT_EQ(read_order.order.weight->amount().text, "85.0");
}

struct Change {
  const char* row;  // of the table of bad input, or what the case shows
  const char* from;
  const char* to;
  const char* faults;
};

// Each changes one thing of the dopamine order, and names every fault that follows.
const Change changes[] = {
    {"B36 no PID", "PID|1||100123^^^HOSP^MR||DOE^JANE||19500101|F\n", "",
     "patient_missing at PID E"},
    {"B37 no PID-3", "100123^^^HOSP^MR", "", "patient_id_missing at PID[1]-3 E"},
    {"two record numbers", "100123^^^HOSP^MR", "1^^^A^MR~2^^^B^MR",
     "patient_ambiguous at PID[1]-3 E"},
    {"B39 another patient", "PV1|", "PID|||200456^^^HOSP^MR||ROE^RICHARD\nPV1|",
     "patient_ambiguous at PID[2] E"},
    {"B39 another patient after the order", "OBX|1|", "PID|||200456^^^HOSP^MR\nOBX|1|",
     "patient_ambiguous at PID[2] E; field_not_understood at PID[2]-3 W"},
    {"B39 the same patient with another name", "PV1|",
     "PID|1||100123^^^HOSP^MR||DOE^JOAN||19500101|F\nPV1|", "patient_ambiguous at PID[2] E"},
    {"B39 the same patient twice", "PV1|", "PID|1||100123^^^HOSP^MR||DOE^JANE||19500101|F\nPV1|",
     "patient_ambiguous at PID[2] W"},
    {"B39 another visit", "AL1|", "PV1|1|I|3W^22^A\nAL1|", "patient_ambiguous at PV1[2] E"},
    {"B40 not alive", "|19500101|F", "|19500101|F||||||||||||||||||||||Y",
     "patient_not_the_orders at PID[1]-30 E"},
    {"B40 alive", "|19500101|F", "|19500101|F||||||||||||||||||||||N", ""},
    {"B40 alive or not", "|19500101|F", "|19500101|F||||||||||||||||||||||?",
     "code_not_in_table at PID[1]-30 E"},
    {"B40 discharged", "V900^^^HOSP^VN",
     "V900^^^HOSP^VN||||||||||||||||||||||||||202406010829-0400",
     "patient_not_the_orders at PV1[1]-45 E"},
    {"B40 to be discharged", "V900^^^HOSP^VN",
     "V900^^^HOSP^VN||||||||||||||||||||||||||202406010831-0400", ""},
    {"B40 discharged on no day", "V900^^^HOSP^VN",
     "V900^^^HOSP^VN||||||||||||||||||||||||||20240231", "timestamp_malformed at PV1[1]-45 E"},
    {"B32 no RXE", "RXE||", "ZXE||", "segment_missing at RXE E"},
    {"B46 no give code", "DOPA400D5W^Dopamine 400 mg in D5W 250 mL^L", "",
     "drug_missing at RXE[1]-2 E"},
    {"B48 two drugs of one system", "DOPA400D5W^Dopamine 400 mg in D5W 250 mL^L",
     "DOPA400D5W^Dopamine^L^CEF^Ceftriaxone^L", "drug_name_disagrees at RXE[1]-2 E"},
    {"B48 the same code twice", "DOPA400D5W^Dopamine 400 mg in D5W 250 mL^L",
     "DOPA400D5W^Dopamine^L^DOPA400D5W^Dopamine^L", ""},
    {"B48 a code of another system", "DOPA400D5W^Dopamine 400 mg in D5W 250 mL^L",
     "DOPA400D5W^Dopamine^L^3628^Dopamine^RXNORM", ""},
    {"B49 cc/h", "13.125|mL/h^^UCUM", "13.125|cc/h^^UCUM", "unit_unknown at RXE[1]-24 E"},
    {"B49 u", "400|mg^^UCUM|||||||250", "400|u|||||||250", "unit_unknown at RXE[1]-26 E"},
    {"B49 mcgg", "400|mg^^UCUM|||||||250", "400|mcgg|||||||250", "unit_unknown at RXE[1]-26 E"},
    {"B49 no unit", "13.125|mL/h^^UCUM", "13.125|", "unit_missing at RXE[1]-24 E"},
    {"B49 unit as text only", "13.125|mL/h^^UCUM", "13.125|^mL/h", "unit_unknown at RXE[1]-24 E"},
    {"B50 a volume for a rate", "13.125|mL/h^^UCUM", "13.125|mL^^UCUM",
     "unit_wrong_kind at RXE[1]-23 E"},
    {"B50 a volume for a strength", "400|mg^^UCUM|||||||250", "400|mL^^UCUM|||||||250",
     "unit_wrong_kind at RXE[1]-25 E"},
    {"B52 Mg is not mg", "400|mg^^UCUM|||||||250", "400|Mg^^UCUM|||||||250",
     "unit_not_of_infusion at RXE[1]-26 E"},
    {"B52 MG is not mg", "400|mg^^UCUM|||||||250", "400|MG|||||||250",
     "unit_unknown at RXE[1]-26 E"},
    {"B52 MG of ISO+ neither", "400|mg^^UCUM|||||||250", "400|MG^^ISO+|||||||250",
     "unit_unknown at RXE[1]-26 E"},
    {"code and alternate differ", "13.125|mL/h^^UCUM", "13.125|mL/h^^UCUM^265234^^MDC",
     "unit_text_disagrees at RXE[1]-24 E"},
    {"number and reference id differ", "13.125|mL/h^^UCUM",
     "10|265619^MDC_DIM_MILLI_G_PER_KG_PER_MIN^MDC", "unit_text_disagrees at RXE[1]-24 E"},
    {"a reference id of no table", "13.125|mL/h^^UCUM", "10|265619^MDC_DIM_NOTHING^MDC",
     "unit_text_disagrees at RXE[1]-24 E"},
    {"code and text differ", "400|mg^^UCUM|||||||250", "400|mg^mcg^UCUM|||||||250",
     "unit_text_disagrees at RXE[1]-26 E"},
    {"B56 NaN", "|13.125|", "|NaN|", "number_malformed at RXE[1]-23 E"},
    {"B56 inf", "|13.125|", "|inf|", "number_malformed at RXE[1]-23 E"},
    {"B57 1,000", "|13.125|", "|1,000|", "number_malformed at RXE[1]-23 E"},
    {"B57 1 000", "|13.125|", "|1 000|", "number_malformed at RXE[1]-23 E"},
    {"B57 1'000", "|13.125|", "|1'000|", "number_malformed at RXE[1]-23 E"},
    {"B58 1e5", "|13.125|", "|1e5|", "number_malformed at RXE[1]-23 E"},
    {"B59 .5", "|13.125|", "|.5|", "number_malformed at RXE[1]-23 E"},
    {"B60 5.", "|13.125|", "|5.|", "number_malformed at RXE[1]-23 E"},
    {"B61 05", "|13.125|", "|05|", ""},
    {"B62 +5", "|13.125|", "|+5|", ""},
    {"B63 19 digits", "|13.125|", "|1234567890123456789|", "number_too_long at RXE[1]-23 E"},
    {"B64 full-width digits", "|13.125|", "|\xEF\xBC\x91|", "number_malformed at RXE[1]-23 E"},
    {"B64 U+2212", "|13.125|", "|\xE2\x88\x92\x31|", "number_malformed at RXE[1]-23 E"},
    {"a number with its unit", "|13.125|", "|13.125 mL|", "number_malformed at RXE[1]-23 E"},
    {"a number with components", "|13.125|", "|13^MG|", "number_malformed at RXE[1]-23 E"},
    {"a truncated number", "|13.125|", "|13#|", "number_malformed at RXE[1]-23 E"},
    {"B65 a negative rate", "|13.125|", "|-5|", "quantity_negative at RXE[1]-23 E"},
    {"B65 a negative weight", "||70|kg", "||-70|kg", "quantity_negative at OBX[1]-5 E"},
    {"B66 a rate of zero", "|13.125|", "|0.0|", "quantity_zero at RXE[1]-23 E"},
    {"B66 a volume of zero", "|250||mL^milliliter", "|0||mL^milliliter",
     "quantity_zero at RXE[1]-3 E"},
    {"B70 pounds", "||70|kg^^UCUM", "||154|[lb_av]^^UCUM", "weight_unit at OBX[1]-6 E"},
    {"B70 lb", "||70|kg^^UCUM", "||154|lb", "weight_unit at OBX[1]-6 E"},
    {"B70 weight in mg", "||70|kg^^UCUM", "||70|mg^^UCUM", "weight_unit at OBX[1]-5 E"},
    {"B70 weight without unit", "||70|kg^^UCUM", "||70|", "weight_unit at OBX[1]-6 E"},
    {"B74 intramuscular is read; decide refuses it", "IV^Intravenous^HL70162", "IM", ""},
    {"B74 a code of another route beside it", "IV^Intravenous^HL70162",
     "IV^Intravenous^HL70162^IM^Intramuscular^HL70162", "dosages_conflict at RXR[1]-1 E"},
    {"B74 intrathecal by SNOMED beside it", "IV^Intravenous^HL70162",
     "47625008^IV^SCT^72607000^x^SCT", "dosages_conflict at RXR[1]-1 E"},
    {"B74 another route in words", "IV^Intravenous^HL70162", "IV^INTRAMUSCULAR^HL70162",
     "dosages_conflict at RXR[1]-1 E"},
    {"B74 another code in words", "IV^Intravenous^HL70162", "IV^IM^HL70162",
     "dosages_conflict at RXR[1]-1 E"},
    {"B74 another route in words beside it", "IV^Intravenous^HL70162", "IV^^HL70162^^Intrathecal",
     "dosages_conflict at RXR[1]-1 E"},
    {"B74 another route as original text", "IV^Intravenous^HL70162", "IV^^HL70162^^^^^^Intrathecal",
     "dosages_conflict at RXR[1]-1 E"},
    {"B75 a code of no table beside it", "IV^Intravenous^HL70162", "IV^^HL70162^1^x^SCT",
     "route_unknown at RXR[1]-1 E"},
    {"B75 a route in words alone", "IV^Intravenous^HL70162", "^Intravenous",
     "route_unknown at RXR[1]-1 E"},
    {"B76 a push by hand", "IVP^IV Pump^HL70164", "IVP^IV Pump^HL70164|IVP^IV Push^HL70165",
     "mode_not_supported at RXR[1]-4 E"},
    {"a method of no table", "IVP^IV Pump^HL70164", "IVP^IV Pump^HL70164|PO^^HL70165",
     "code_not_in_table at RXR[1]-4 E"},
    {"a nebulizer for a pump", "IVP^IV Pump^HL70164", "NEB^Nebulizer^HL70164",
     "mode_not_supported at RXR[1]-3 E"},
    {"a pump of no table", "IVP^IV Pump^HL70164", "XYZ^^HL70164",
     "code_not_in_table at RXR[1]-3 E"},
    {"B75 a route of no table", "IV^Intravenous^HL70162", "XQ", "route_unknown at RXR[1]-1 E"},
    {"B89 stop before start", "202406010900-0400|", "202406010900-0400|202406010859-0400",
     "stop_before_start at TQ1[1]-8 E"},
    {"B89 stop at start", "202406010900-0400|", "202406010900-0400|202406011300+0000",
     "stop_before_start at TQ1[1]-8 E"},
    {"B90 30 February", "202406010900-0400", "202402300900-0400",
     "timestamp_malformed at TQ1[1]-7 E"},
    {"B90 25 o'clock", "202406010900-0400", "202406012500-0400",
     "timestamp_malformed at TQ1[1]-7 E"},
    {"B90 garbage", "202406010900-0400", "garbage", "timestamp_malformed at TQ1[1]-7 E"},
    {"B92 only a day", "202406010900-0400", "20240601", "timestamp_imprecise at TQ1[1]-7 E"},
    {"B92 only a year", "202406010900-0400", "2024", "timestamp_imprecise at TQ1[1]-7 E"},
    {"B93 second 60", "202406010900-0400", "20240601085960-0400", ""},
    {"B95 cancelled yet new", "F7001^RX||||||", "F7001^RX||CA||||",
     "order_status_unfit at ORC[1]-5 E"},
    {"B95 on hold yet new", "F7001^RX||||||", "F7001^RX||HD||||",
     "order_status_unfit at ORC[1]-5 E"},
    {"in process is fit", "F7001^RX||||||", "F7001^RX||IP||||", ""},
    {"ORC-1 unsupported", "ORC|NW|", "ORC|RO|", "order_control_unsupported at ORC[1]-1 E"},
    {"ORC-1 empty", "ORC|NW|", "ORC||", "field_missing at ORC[1]-1 E"},
    {"no placer order number", "P5001^EHR", "", "order_missing at ORC[1]-2 E"},
    {"a range", "|250||mL^milliliter", "|250|300|mL^milliliter", "dosages_conflict at RXE[1]-4 E"},
    {"a range of one number", "|250||mL^milliliter", "|250|250.0|mL^milliliter", ""},
    {"a delete indicator for a rate", "|13.125|", "|\"\"|", "field_not_understood at RXE[1]-23 E"},
    {"a delete indicator for a unit", "13.125|mL/h^^UCUM", "13.125|\"\"",
     "field_not_understood at RXE[1]-24 E"},
    {"a rate that repeats", "|13.125|", "|13.125~14|", "field_repeats at RXE[1]-23 E"},
    {"a unit that repeats", "13.125|mL/h^^UCUM", "13.125|mL/h^^UCUM~mL/min",
     "field_repeats at RXE[1]-24 E"},
    {"a route that repeats", "IV^Intravenous^HL70162", "IV~IM", "field_repeats at RXR[1]-1 E"},
    {"a field that no row reads", "||S\n", "||S|||555\n", "field_not_understood at RXE[1]-47 E"},
    {"a note", "OBX|1|", "NTE|1||after lunch\nOBX|1|",
     "field_not_understood at NTE[1]-1 E; "
     "field_not_understood at NTE[1]-3 E"},
    {"an infusion segment that says nothing", "OBX|1|", "RXV|1|L\nOBX|1|",
     "field_missing at RXV[1]-3 E; field_missing at RXV[1]-7 E"},
    {"another observation is a warning", "OBX|1|NM|29463-7^Body weight^LN||70|kg^^UCUM",
     "OBX|1|NM|29463-7^Body weight^LN||70|kg^^UCUM|||||F\nOBX|2|NM|2345-7^Glucose^LN||5|mmol/L",
     "field_not_understood at OBX[2]-2 W; field_not_understood at OBX[2]-3 W; field_not_understood "
     "at "
     "OBX[2]-5 W; field_not_understood at OBX[2]-6 W; field_not_understood at OBX[2]-11 W"},
    {"B33 a Z segment is kept and not used", "OBX|1|", "ZAL|1|anything\nOBX|1|", ""},
    {"two weights that differ", "OBX|1|", "OBX|9|NM|3141-9||71|kg\nOBX|1|",
     "quantities_disagree at OBX[1]-5 E"},
    {"two weights that agree", "OBX|1|", "OBX|9|NM|3141-9||70000|g\nOBX|1|", ""},
    {"a deleted weight is not used", "OBX|1|", "OBX|9|NM|3141-9||71|kg|||||D\nOBX|1|", ""},
    {"two timings", "RXR|", "TQ1|2||C||||202406011000-0400\nRXR|",
     "dosages_conflict at TQ1[2] E; dosages_conflict at TQ1[2]-7 E"},
    {"alternative routes", "RXC|B", "RXR|SC\nRXC|B",
     "dosages_conflict at RXR[2] E; dosages_conflict at RXR[2]-1 E"},
    {"the same route twice", "RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164\n",
     "RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164\n"
     "RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164\n",
     ""},
    {"a component of no kind", "RXC|A|DOPA", "RXC|X|DOPA", "code_not_in_table at RXC[2]-1 E"},
    {"containers cannot be counted as volume", "L|250|mL^^UCUM\nRXC|A", "L|1|bottle\nRXC|A",
     "unit_unknown at RXC[1]-4 E"},
    {"a multiple of the bag", "TQ1|1||C", "TQ1|1|2|C", "dosages_conflict at TQ1[1]-2 E"},
    {"one bag", "TQ1|1||C", "TQ1|1|1|C", ""},
    {"a review flag of no table", "||||13.125", "|perhaps|||13.125",
     "code_not_in_table at RXE[1]-20 E"},
    {"a malformed escape in a code", "IV^Intravenous^HL70162", "I\\Q\\V",
     "escape_malformed at RXR[1]-1.1 E"},
};

TEST(PharmacyOrder, NamesEveryFaultOfAWrongOrder) {
  for (const Change& change : changes) {
    SCOPED_TRACE(change.row);
    EXPECT_EQ(faults_after(change.from, change.to), change.faults);
  }
}

struct OtherWay {
  const char* shows;
  const char* from;
  const char* to;
  const char* line;  // one that must be in the text of the order
};

const OtherWay readings[] = {
    {"B52 mcg is ug", "13.125|mL/h^^UCUM", "5|mcg/kg/min", "dose rate: 5 ug/kg/min"},
    {"B52 micro sign is ug", "13.125|mL/h^^UCUM", "5|\xC2\xB5g/kg/min", "dose rate: 5 ug/kg/min"},
    {"B52 Greek mu is ug", "13.125|mL/h^^UCUM", "5|\xCE\xBCg/kg/min", "dose rate: 5 ug/kg/min"},
    {"the word of table 0722", "13.125|mL/h^^UCUM", "5|ug/(kg.min)^^ISO+",
     "dose rate: 5 ug/kg/min"},
    {"ISO+ in capitals", "13.125|mL/h^^UCUM", "13|ML/HR^^ISO+", "rate: 13 mL/h"},
    {"an MDC number", "13.125|mL/h^^UCUM", "13|265266^MDC_DIM_MILLI_L_PER_HR^MDC", "rate: 13 mL/h"},
    {"a context-sensitive MDC number beside its UCUM text", "13.125|mL/h^^UCUM",
     "10|3475^ug/kg/min^MDC", "dose rate: 10 ug/kg/min"},
    {"IHE's mislabelled number, by its alternate", "13.125|mL/h^^UCUM",
     "10|3475^ug/kg/min^UCUM^265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC", "dose rate: 10 ug/kg/min"},
    {"units per hour", "13.125|mL/h^^UCUM", "12|units/hr", "dose rate: 12 [iU]/h"},
    {"B61 05 is 5", "|13.125|", "|05|", "rate: 5 mL/h"},
    {"B62 +5 is 5", "|13.125|", "|+5|", "rate: 5 mL/h"},
    {"B93 second 60 is the next", "202406010900-0400", "20240601085960-0400",
     "start: 2024-06-01T09:00:00-04:00"},
    {"B94 a condition needs a person", "||R\n", "||R|to keep BP below 110\n", "review: yes"},
    {"B94 PRN needs a person", "||R\n", "||PRN\n", "review: yes"},
    {"B94 PRN as pattern", "TQ1|1||C", "TQ1|1||PRNPAIN", "review: yes"},
    {"instructions need a person", "mL^milliliter^UCUM||||", "mL^milliliter^UCUM||^taper||",
     "review: yes"},
    {"RXE-20 needs a person", "||||13.125", "|Y|||13.125", "review: yes"},
    {"TQ1-13 in words", "||R\n", "||R||||30^min\n", "duration: 30 min"},
    {"TQ1-13 in MDC", "||R\n", "||R||||30^264352&MDC_DIM_MIN&MDC\n", "duration: 30 min"},
    {"TQ1-6 bounds the order", "202406010900-0400||R", "202406010900-0400||R", "rate: 13.125 mL/h"},
    {"a time without offset has that of MSH-7", "202406010900-0400", "202406010900",
     "start: 2024-06-01T09:00:00-04:00"},
    {"ORC-15 is when it takes effect", "D01^SMITH^ANN|||", "D01^SMITH^ANN|||20240602070000-0400",
     "start: 2024-06-02T07:00:00-04:00"},
    {"height and surface", "OBX|1|NM", "OBX|7|NM|8302-2||170|cm\nOBX|8|NM|3140-1||1.8|m2\nOBX|1|NM",
     "height: 170 cm"},
    {"surface in MDC", "OBX|1|NM", "OBX|8|NM|188744^^MDC||1.8|263616^^MDC\nOBX|1|NM",
     "surface: 1.8 m2"},
    {"weight in MDC", "29463-7^Body weight^LN", "68063^MDC_ATTR_PT_WEIGHT^MDC", "weight: 70 kg"},
    {"weight before the order", "ORC|NW|", "OBX|1|NM|8302-2^Height^LN||1.7|m^^UCUM\nORC|NW|",
     "height: 1.7 m"},
    {"the record number among others", "100123^^^HOSP^MR", "9^^^X^PI~100123^^^HOSP^MR",
     "patient: 100123^HOSP MR"},
    {"a route by a code in its text", "IV^Intravenous^HL70162", "^IV^HL70162",
     "route: intravenous"},
    {"words that name no route", "IV^Intravenous^HL70162", "IV^into the vein^HL70162",
     "route: intravenous"},
    {"two codes of one route", "IV^Intravenous^HL70162",
     "IV^INTRAVENOUS^HL70162^47625008^Intravenous route^SCT", "route: intravenous"},
    {"a code of the sender beside it", "IV^Intravenous^HL70162", "IV^^HL70162^77^Drip^99LOC",
     "route: intravenous"},
    {"a piggyback", "IVP^IV Pump^HL70164", "IVP^IV Pump^HL70164|IVPB^IV Piggyback^HL70165",
     "route: intravenous"},
    {"a route by SNOMED", "IV^Intravenous^HL70162", "47625008^IV^SCT", "route: intravenous"},
    {"dose over a time", "|250||mL^milliliter^UCUM", "|1||g", "dose: 1 g"},
    {"a dose rate as give units", "|250||mL^milliliter^UCUM", "|5||mg/hr", "dose rate: 5 mg/h"},
};

TEST(PharmacyOrder, ReadsTheSameThingSaidInOtherWays) {
  for (const OtherWay& each : readings) {
    SCOPED_TRACE(each.shows);
    const OrderRead order = read(replaced(std::string(dopamine_by_rate), each.from, each.to));
    EXPECT_EQ(listed(order.faults), "");
    const std::string text = OrderText(Show::values).of(order.order);
    EXPECT_NE(text.find(each.line), std::string::npos) << text;
  }
}

// RXE-3, RXE-5 and RXE-22 of an order without RXE-23.
std::string amount_per_time(std::string_view amount, std::string_view per) {
  std::string lines = replaced(std::string(dopamine_by_rate), "|250||mL^milliliter^UCUM", amount);
  lines = replaced(lines, "||13.125|mL/h^^UCUM|", std::string("|") + std::string(per) + "|||");
  const OrderRead order = read(lines);
  return listed(order.faults) + OrderText(Show::values).of(order.order);
}

TEST(PharmacyOrder, ReadsAnAmountPerOneHourAsARate) {
  const std::string text = amount_per_time("|300||ml", "H1");
  EXPECT_NE(text.find("\nrate: 300 mL/h\n"), std::string::npos) << text;
  EXPECT_EQ(text.find("\nvolume:"), std::string::npos) << text;
}

TEST(PharmacyOrder, ReadsADosePerOneMinuteAsADoseRate) {
  const std::string text = amount_per_time("|5||mcg/kg", "M1");
  EXPECT_NE(text.find("\ndose rate: 5 ug/kg/min\n"), std::string::npos) << text;
}

TEST(PharmacyOrder, ReadsAnAmountPerHalfHourAsAmountAndDuration) {
  const std::string text = amount_per_time("|100||ml", "M30");
  EXPECT_NE(text.find("\nvolume: 100 mL\nduration: 30 min\n"), std::string::npos) << text;
}

TEST(PharmacyOrder, RefusesATimeUnitThatNoPumpKnows) {
  EXPECT_EQ(amount_per_time("|300||ml", "L1").substr(0, 38),
            "field_not_understood at RXE[1]-22 Epla");
  EXPECT_EQ(amount_per_time("|300||ml", "H0").substr(0, 38),
            "field_not_understood at RXE[1]-22 Epla");
  EXPECT_EQ(amount_per_time("|300||ml", "T5").substr(0, 38),
            "field_not_understood at RXE[1]-22 Epla");
}

TEST(PharmacyOrder, ARateThatContradictsTheAmountPerTimeIsAFinding) {
  EXPECT_EQ(faults_after("||13.125|mL/h^^UCUM|", "|H1|13.125|mL/h^^UCUM|"),
            "quantities_disagree at RXE[1]-3 E");
}

TEST(PharmacyOrder, TheDurationOfTheOrderEndsIt) {
  const OrderRead order = read(replaced(std::string(dopamine_by_rate), "|C||||", "|C|||3^d|"));
  EXPECT_EQ(listed(order.faults), "");
  EXPECT_EQ(order.order.stop->fhir(), "2024-06-04T09:00:00-04:00");
}

TEST(PharmacyOrder, ATimeThatNothingPlacesIsAmbiguous) {
  const std::string lines =
      replaced(replaced(std::string(dopamine_by_rate), "20240601083000-0400", "20240601083000"),
               "202406010900-0400", "202406010900");
  EXPECT_EQ(listed(read(lines).faults), "timestamp_ambiguous at TQ1[1]-7 E");
  const auto placed = read_all(lines, std::int16_t{60});
  EXPECT_EQ(listed(placed.front().faults), "");
  EXPECT_EQ(placed.front().order.start->fhir(), "2024-06-01T09:00:00+01:00");
}

TEST(PharmacyOrder, ReadsTheLegacyTimingOfVersion23) {
  const OrderRead order = read(
      "MSH|^~\\&|EHR|HOSP|BRIDGE|HOSP|20240601083000-0400||RDE^O01|M1|P|2.3\n"
      "PID|||100123^^^HOSP^MR||DOE^JANE\n"
      "ORC|NW|P1^EHR|||||1^C^^202406010900^202406020900^R\n"
      "RXE|1^C^^202406010900^202406020900^R|DOPA^Dopamine^L|300||ML|||||||||||||||||H1\n"
      "RXR|IV\n");
  EXPECT_EQ(listed(order.faults), "");
  EXPECT_EQ(OrderText(Show::values).of(order.order),
            "placer: P1^EHR\n"
            "control: new_order\n"
            "patient: 100123^HOSP MR\n"
            "drug: DOPA^Dopamine^L\n"
            "rate: 300 mL/h\n"
            "route: intravenous IV^^\n"
            "start: 2024-06-01T09:00:00-04:00\n"
            "stop: 2024-06-02T09:00:00-04:00\n");
}

TEST(PharmacyOrder, LegacyTimingThatContradictsTq1IsAFinding) {
  EXPECT_EQ(faults_after("RXE||", "RXE|^^^202406011000-0400|"), "dosages_conflict at RXE[1]-1 E");
  EXPECT_EQ(faults_after("RXE||", "RXE|1^C^^202406010900-0400^^R|"), "");
  // The order sequencing of a cyclic infusion stands in a component that no row reads.
  EXPECT_EQ(faults_after("RXE||", "RXE|1^C^^^^^^^^C|"), "field_not_understood at RXE[1]-1.10 E");
}

TEST(PharmacyOrder, ReadsAnOrderAsWritten) {
  const OrderRead order = read(
      "MSH|^~\\&|EHR|HOSP|BRIDGE|HOSP|20240601083000-0400||OMP^O09^OMP_O09|M1|P|2.5.1\n"
      "PID|||100123^^^HOSP^MR||DOE^JANE\n"
      "ORC|NW|P1^EHR\n"
      "TQ1|1||C||||202406010900\n"
      "RXO|DOPA^Dopamine^L|100||ML|||||||||||||H1|400|mg||||||250|mL\n"
      "RXR|IV\n"
      "RXC|B|D5W^Dextrose^L|1000|ML\n"
      "OBX|1|NM|29463-7||70|kg\n");
  EXPECT_EQ(listed(order.faults), "");
  EXPECT_EQ(OrderText(Show::origins).of(order.order),
            "placer: P1^EHR\n"
            "control: new_order\n"
            "patient: 100123^HOSP MR\n"
            "drug: DOPA^Dopamine^L\n"
            "base: D5W^Dextrose^L\n"
            "  volume: 1000 mL (RXC[1]-3 by omp.component_amount)\n"
            "strength: 400 mg (RXO[1]-18 by omp.strength)\n"
            "strength volume: 250 mL (RXO[1]-25 by omp.strength_volume)\n"
            "rate: 100 mL/h (RXO[1]-2 by omp.give_amount)\n"
            "weight: 70 kg (OBX[1]-5 by omp.weight)\n"
            "route: intravenous IV^^ (RXR[1]-1 by omp.route)\n"
            "start: 2024-06-01T09:00:00-04:00\n");
}

// RXO, RXR and NTE before RXE are the order as written.
std::string with_ordered_side(std::string_view rxo) {
  return replaced(std::string(dopamine_by_rate), "RXE||", std::string(rxo) + "RXE||");
}

TEST(PharmacyOrder, ProgramsTheEncodedSideAndComparesTheOrderedOne) {
  const OrderRead same = read(
      with_ordered_side("RXO|DOPA400D5W^Dopamine^L|||||||||||||||||||||13.125|mL/h\nRXR|IV\n"));
  EXPECT_EQ(listed(same.faults), "");
  EXPECT_EQ(same.order.rate->from().field, "RXE[1]-23");
  EXPECT_EQ(same.order.route_from.field, "RXR[2]-1");

  const OrderRead other = read(with_ordered_side(
      "RXO|DOPA800^Dopamine^L||||||||||||||||||||26.25|mL/h\nRXR|SC\nRXC|B|D5W^^L\n"));
  EXPECT_EQ(listed(other.faults),
            "quantities_disagree at RXO[1]-21 E; dosages_conflict at RXR[1]-1 E; "
            "drug_name_disagrees at RXO-1 W");
}

TEST(PharmacyOrder, WhatIsUnreadableInTheOrderedSideIsAWarning) {
  EXPECT_EQ(
      listed(read(with_ordered_side("RXO|DOPA400D5W^^L||||||||||||||||||||~250 ml/hr|\n")).faults),
      "field_repeats at RXO[1]-21 W");
  EXPECT_EQ(listed(read(with_ordered_side("RXO|DOPA400D5W^^L\nNTE|||watch\n")).faults),
            "field_not_understood at NTE[1]-3 E");
}

TEST(PharmacyOrder, InstructionsOfTheOrderedSideNeedAPersonToo) {
  EXPECT_TRUE(
      read(with_ordered_side("RXO|DOPA400D5W^^L||||||titrate to MAP\n")).order.needs_review);
}

TEST(PharmacyOrder, ReadsEachGroupOfAMessageByItself) {
  const auto orders = read_all(std::string(dopamine_by_rate) +
                               "ORC|XO|P5002^EHR\n"
                               "RXE||HEP^Heparin^L|||||||||||||||||||||x|units/hr\n"
                               "RXR|IV\n");
  ASSERT_EQ(orders.size(), 2U);
  EXPECT_EQ(listed(orders[0].faults), "");
  EXPECT_EQ(listed(orders[1].faults), "number_malformed at RXE[2]-23 E");
  EXPECT_EQ(orders[1].order.placer_order_number.key(), "P5002^EHR");
  EXPECT_EQ(orders[1].order.control, OrderControl::change);
  EXPECT_FALSE(orders[1].order.weight.has_value());  // the weight stands in the other group
}

TEST(PharmacyOrder, AStopIsReadWhateverElseIsWrong) {
  for (const auto& [code, control] :
       {std::pair("CA", OrderControl::cancel), std::pair("DC", OrderControl::discontinue),
        std::pair("HD", OrderControl::hold), std::pair("RL", OrderControl::release)}) {
    const std::string lines = replaced(
        replaced(std::string(dopamine_by_rate), "ORC|NW|", "ORC|" + std::string(code) + "|"),
        "|13.125|mL/h^^UCUM|", "|nonsense|nonsense|");
    const OrderRead order = read(lines);
    EXPECT_EQ(listed(order.faults), "") << code;
    const std::string dead = replaced(lines, "|19500101|F", "|19500101|F||||||||||||||||||||||Y");
    EXPECT_EQ(listed(read(dead).faults), "") << code;
    EXPECT_EQ(order.order.control, control);
    EXPECT_EQ(order.order.placer_order_number.key(), "P5001^EHR");
    EXPECT_FALSE(order.order.rate.has_value());
  }
}

TEST(PharmacyOrder, AMessageWithoutAnOrderIsAFinding) {
  const OrderRead order = read(
      "MSH|^~\\&|EHR|HOSP|BRIDGE|HOSP|20240601083000-0400||RDE^O11|M1|P|2.5.1\n"
      "PID|||100123^^^HOSP^MR||DOE^JANE\n");
  EXPECT_EQ(listed(order.faults), "segment_missing at ORC E");
}

TEST(PharmacyOrder, B31MoreOrdersThanAMessageMayHaveAreRefused) {
  std::string lines(dopamine_by_rate);
  for (std::size_t count = 1; count < most_orders; ++count) lines += "ORC|CA|P1^EHR\n";
  EXPECT_EQ(read_all(lines).size(), most_orders);
  const OrderRead refused = read(lines + "ORC|CA|P1^EHR\n");
  EXPECT_EQ(listed(refused.faults), "too_many_segments at ORC E");
}

TEST(PharmacyOrder, B31MoreSegmentsThanOrdersMayHaveAreRefused) {
  std::string lines(dopamine_by_rate);
  const std::size_t before = static_cast<std::size_t>(std::count(lines.begin(), lines.end(), '\n'));
  for (std::size_t count = before; count < most_order_segments; ++count) {
    lines += "RXC|A|X^^L|1|mg||||||||7\n";
  }
  const OrderRead order = read(lines);
  EXPECT_EQ(order.order.components.size(), most_order_segments - before + 2);
  EXPECT_EQ(order.faults.size(), most_order_segments - before);
  EXPECT_EQ(listed(read(lines + "ZZZ|1\n").faults), "too_many_segments at ORC E");
}

TEST(PharmacyOrder, ReadsOtherDelimiters) {
  std::string lines(dopamine_by_rate);
  for (char& c : lines) {
    if (c == '^') c = '*';
  }
  const OrderRead order = read(lines);
  EXPECT_EQ(listed(order.faults), "");
  EXPECT_EQ(order.order.drug.code, "DOPA400D5W");
}

TEST(PharmacyOrder, NoFaultHoldsAnythingOfTheMessage) {
  const std::string marker = "XQZMARKER";
  const std::string lines(dopamine_by_rate);
  // The marker in the place of every field, one after the other, and of everything at once.
  std::size_t tried = 0;
  for (std::size_t at = lines.find("\nPID"); at < lines.size(); ++at) {
    if (lines[at] != '|' && lines[at] != '^') continue;
    std::string changed = lines;
    changed.insert(at + 1, marker);
    const auto message = hl7::parse(wire_of(changed));
    ASSERT_TRUE(message.has_value());
    const Header header = peek_header(*message, ehr_policy());
    for (const OrderRead& order : read_pharmacy_order(*message, header, shipped_book())) {
      for (const Fault& fault : order.faults) {
        EXPECT_EQ(fault.place.find(marker), std::string::npos) << fault.place;
        EXPECT_EQ(fault.detail.find(marker), std::string::npos) << fault.detail;
        EXPECT_EQ(fault.detail.find("DOE"), std::string::npos);
      }
    }
    ++tried;
  }
  EXPECT_GT(tried, 150U);
}

}  // namespace
}  // namespace bridge::translate
