// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "translate/pump_samples.h"
#include "translate/pump_tools.h"
#include "translate/rgv_o15.h"

namespace bridge::translate {
namespace {

// The hospital of ihe-pcd section 8 keeps the time of Chicago.
GatewayProfile gateway(const std::string& name = "ihe-tf9") {
  GatewayProfile profile = shipped_gateway(name);
  profile.envelope.offset_minutes = -360;
  return profile;
}

InfusionProgram dopamine() {
  InfusionProgram program;
  program.placer_order_number = {"ORD778812", "EHR", {}, {}};
  program.patient = {
      {"MRN900123", "GENHOSP", "MR"}, PatientName("Doe^Jane^Q"), "19660101", "F", "I", "V556677",
      {"ICU", "12", "A", {}}};
  program.pump = {"P-100234", {}, "ACDE48FFFE000002", "EUI-64"};
  program.drug = {"1234", "Dopamine", "L"};
  program.dose_rate = quantity<DoseRate>("10", "ug/kg/min");
  program.vtbi = quantity<Volume>("250", "mL");
  program.strength = quantity<Dose>("400", "mg");
  program.strength_volume = quantity<Volume>("250", "mL");
  program.weight = quantity<BodyWeight>("85.0", "kg");
  program.expected_rate = quantity<FlowRate>("31.9", "mL/h");
  program.route_code = {"IV", "Intravenous", "HL70162"};
  program.device = {"IVP", "IV Pump", "HL70164"};
  program.requested_by = {"N0001", PatientName("Adams^Jane")};
  program.requested_at = at("2026-03-02T10:14:46-06:00");
  return program;
}

std::string written(InfusionProgram program, const GatewayProfile& profile,
                    std::string_view now = "2026-03-02T16:15:00Z") {
  const auto checked = decide::ProgramChecker::passed(std::move(program), "BR0001001");
  return write_rgv_o15(checked, profile, shipped_book(), at(now));
}

std::string written(InfusionProgram program) { return written(std::move(program), gateway()); }

// Quantities are sent without trailing zeros (B61), so 85.0 of the examples is 85 here.
std::string example(std::string_view sample) {
  const std::string text(sample);
  return text.find("85.0") == std::string::npos ? text : replaced(text, "85.0", "85");
}

TEST(write_rgv_o15, a_new_bag_equals_the_example_field_by_field) {
  EXPECT_EQ(lines_of(written(dopamine())), example(samples::new_bag));
}

TEST(write_rgv_o15, a_rate_change_equals_the_example_and_has_no_volume) {
  InfusionProgram program = dopamine();
  program.kind = ProgramKind::rate_change;
  program.dose_rate = quantity<DoseRate>("12", "ug/kg/min");
  program.requested_at = at("2026-03-02T11:14:48-06:00");
  const std::string expected = replaced(example(samples::rate_change), "BR0001010", "BR0001001");
  EXPECT_EQ(lines_of(written(program, gateway(), "2026-03-02T17:15:00Z")), expected);
}

TEST(write_rgv_o15, a_dose_over_time_equals_the_example) {
  InfusionProgram program = dopamine();
  program.placer_order_number.id = "ORD779100";
  program.drug = {"2193", "Ceftriaxone", "L"};
  program.dose_rate.reset();
  program.dose = quantity<Dose>("2", "g");
  program.duration = quantity<Duration>("30", "min");
  program.vtbi = quantity<Volume>("50", "mL");
  program.strength = quantity<Dose>("2", "g");
  program.strength_volume = quantity<Volume>("50", "mL");
  program.weight.reset();
  program.method = {"IVPB", {}, "HL70165"};
  program.requested_at = at("2026-03-02T13:59:52-06:00");
  const std::string expected = replaced(example(samples::dose_over_time), "BR0001040", "BR0001001");
  EXPECT_EQ(lines_of(written(program, gateway(), "2026-03-02T20:00:00Z")), expected);
}

TEST(write_rgv_o15, tf11_writes_version_2_8_1) {
  EXPECT_EQ(lines_of(written(dopamine(), gateway("ihe-tf11"))),
            replaced(example(samples::new_bag), "|2.6|", "|2.8.1|"));
}

TEST(write_rgv_o15, a_plain_rate_is_rxg_15_and_needs_neither_weight_nor_strength) {
  InfusionProgram program = dopamine();
  program.dose_rate.reset();
  program.rate = quantity<FlowRate>("31.9", "mL/h");
  program.strength.reset();
  program.strength_volume.reset();
  program.weight.reset();
  const std::string message = written(program);
  EXPECT_EQ(segment_of(message, "RXG"),
            "RXG|1|||1234^Dopamine^L|250||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||31.9|"
            "265266^MDC_DIM_MILLI_L_PER_HR^MDC^mL/h^mL/h^UCUM");
  EXPECT_EQ(message.find("68063"), std::string::npos);
}

TEST(write_rgv_o15, a_rate_change_never_carries_dose_volume_or_time) {
  InfusionProgram program = dopamine();
  program.kind = ProgramKind::rate_change;
  program.dose_rate.reset();
  program.dose = quantity<Dose>("2", "g");
  program.duration = quantity<Duration>("30", "min");
  program.rate = quantity<FlowRate>("100", "mL/h");
  const std::string message = written(program);
  EXPECT_EQ(segment_of(message, "RXG").substr(0, 40), "RXG|1|||1234^Dopamine^L|||||||||||100|26");
  EXPECT_EQ(segment_of(message, "TQ1"), "");
}

struct NumberRow {
  const char* name;
  const char* given;
  const char* sent;
};

TEST(write_rgv_o15, numbers_are_the_shortest_exact_text_and_never_cut) {
  const std::vector<NumberRow> rows = {
      {"trailing zero", "10.50", "10.5"},
      {"whole", "10.000", "10"},
      {"small", "0.00125", "0.00125"},
      {"longer than the six characters of v2.6", "1234.56789", "1234.56789"},
      {"eighteen digits", "0.123456789012345678", "0.123456789012345678"},
  };
  for (const NumberRow& row : rows) {
    InfusionProgram program = dopamine();
    program.dose_rate = quantity<DoseRate>(row.given, "ug/kg/min");
    const auto message = hl7::parse(written(program));
    EXPECT_EQ(message->find("RXG").field(15).raw(), row.sent) << row.name;
  }
}

TEST(write_rgv_o15, volumes_are_millilitres_whatever_the_order_said) {
  InfusionProgram program = dopamine();
  program.vtbi = quantity<Volume>("0.25", "L");
  program.strength_volume = quantity<Volume>("250000", "uL");
  EXPECT_EQ(lines_of(written(program)), example(samples::new_bag));
}

TEST(write_rgv_o15, days_become_hours_since_tq1_13_has_no_days) {
  InfusionProgram program = dopamine();
  program.dose_rate.reset();
  program.dose = quantity<Dose>("2", "g");
  program.duration = quantity<Duration>("1.5", "d");
  EXPECT_EQ(segment_of(written(program), "TQ1"), "TQ1|1||||||||||||36^264384&MDC_DIM_HR&MDC");
}

TEST(write_rgv_o15, height_is_sent_in_centimetres_and_surface_in_square_metres) {
  InfusionProgram program = dopamine();
  program.weight.reset();
  program.height = quantity<BodyHeight>("1.72", "m");
  program.surface = quantity<BodySurface>("1.98", "m2");
  const std::string text = lines_of(written(program));
  EXPECT_NE(text.find("OBX|2|NM|68060^MDC_ATTR_PT_HEIGHT^MDC|0.1.1.1|172|"
                      "263441^MDC_DIM_CENTI_M^MDC^cm^cm^UCUM|||||F\n"
                      "OBX|3|NM|188744^MDC_AREA_BODY_SURF_ACTUAL^MDC|0.1.1.2|1.98|"
                      "263616^MDC_DIM_SQ_X_M^MDC^m2^m2^UCUM|||||F\n"),
            std::string::npos)
      << text;
}

TEST(write_rgv_o15, the_deprecated_pump_id_and_the_old_rxr_form_follow_the_profile) {
  GatewayProfile profile = gateway();
  profile.pump_id_form = PumpIdForm::deprecated;
  profile.route_form = RouteForm::component_1;
  profile.application_ack = ApplicationAck::on_error;
  InfusionProgram program = dopamine();
  program.pump = {"A0001", "PUMPVENDOR", {}, {}};
  const std::string message = written(program, profile);
  EXPECT_EQ(segment_of(message, "OBX"),
            "OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||^^A0001^PUMPVENDOR");
  EXPECT_EQ(segment_of(message, "RXR"), "RXR|IV||IVP|IV");
  EXPECT_EQ(hl7::parse(message)->find("MSH").field(16).raw(), "ER");
}

TEST(write_rgv_o15, ucum_alone_follows_the_profile) {
  GatewayProfile profile = gateway();
  profile.unit_form = UnitForm::ucum;
  const auto message = hl7::parse(written(dopamine(), profile));
  EXPECT_EQ(message->find("RXG").field(16).raw(), "ug/kg/min^ug/kg/min^UCUM");
  EXPECT_EQ(message->find("RXG").field(7).raw(), "mL^mL^UCUM");
}

struct PatientRow {
  const char* name;
  const char* patient_name;
  const char* sex;
  const char* pid;
};

TEST(write_rgv_o15, pid_follows_the_framework) {
  const std::vector<PatientRow> rows = {
      {"legal by type", "Doe^Jane^Q^^^^L", "F",
       "PID|||MRN900123^^^GENHOSP^MR||Doe^Jane^Q^^^^L||19660101|F"},
      {"no name", "", "F", "PID|||MRN900123^^^GENHOSP^MR||^^^^^^U||19660101|F"},
      {"an alias is not told as the legal name", "Batman^^^^^^A", "M",
       "PID|||MRN900123^^^GENHOSP^MR||^^^^^^U||19660101|M"},
      {"a sex that the framework does not have", "Doe^Jane", "U",
       "PID|||MRN900123^^^GENHOSP^MR||Doe^Jane^^^^^L||19660101"},
      {"separators in a name stay text", "D|oe\\^Ja&ne~", "F",
       "PID|||MRN900123^^^GENHOSP^MR||D\\F\\oe\\E\\^Ja\\T\\ne\\R\\^^^^^L||19660101|F"},
  };
  for (const PatientRow& row : rows) {
    InfusionProgram program = dopamine();
    program.patient.name = PatientName(row.patient_name);
    program.patient.sex = row.sex;
    EXPECT_EQ(segment_of(written(program), "PID"), row.pid) << row.name;
  }
}

TEST(write_rgv_o15, pv1_is_written_only_when_something_is_known) {
  InfusionProgram program = dopamine();
  program.patient.patient_class.clear();
  program.patient.visit_number = "V1";
  EXPECT_EQ(segment_of(written(program), "PV1"), "PV1||U|ICU^12^A||||||||||||||||V1");
  program.patient.visit_number.clear();
  program.patient.location = {};
  EXPECT_EQ(segment_of(written(program), "PV1"), "");
}

struct RouteRow {
  const char* name;
  Route route;
  const char* code;
  const char* device;
  const char* method;
  const char* rxr;
};

TEST(write_rgv_o15, rxr_has_the_codes_of_the_framework) {
  const std::vector<RouteRow> rows = {
      {"tube by its own code", Route::enteral, "GTT", "IVP", "",
       "RXR|^GTT^HL70162||^IVP^HL70164|^IV^HL70165"},
      {"epidural of another system", Route::epidural, "404820008", "SYR", "",
       "RXR|^EP^HL70162||^SYR^HL70164|^IV^HL70165"},
      {"pca has no method of its own", Route::intravenous, "IV", "PCA", "",
       "RXR|^IV^HL70162||^PCA^HL70164"},
      {"piggyback", Route::intravenous, "IV", "IVP", "IVPB",
       "RXR|^IV^HL70162||^IVP^HL70164|^IVPB^HL70165"},
      {"another method is not turned into primary", Route::intravenous, "IV", "", "IVP",
       "RXR|^IV^HL70162|||^IVP^HL70165"},
      {"a device that the framework does not have", Route::subcutaneous, "SC", "BT", "IV",
       "RXR|^SC^HL70162|||^IV^HL70165"},
  };
  for (const RouteRow& row : rows) {
    InfusionProgram program = dopamine();
    program.route = row.route;
    program.route_code = {row.code, {}, {}};
    program.device = {row.device, {}, {}};
    program.method = {row.method, {}, {}};
    EXPECT_EQ(segment_of(written(program), "RXR"), row.rxr) << row.name;
  }
}

TEST(write_rgv_o15, nothing_that_the_framework_forbids_is_written) {
  const auto message = hl7::parse(written(dopamine()));
  std::string names;
  for (std::size_t i = 0; i < message->segment_count(); ++i) {
    names.append(message->segment(i).name()).append(" ");
  }
  EXPECT_EQ(names, "MSH PID PV1 ORC RXG RXR OBX OBX ");
  for (const std::size_t field : {1U, 2U, 4U, 9U, 14U, 19U}) {
    EXPECT_FALSE(message->find("PID").field(field).valued()) << "PID-" << field;
  }
  for (const std::size_t field : {3U, 7U, 8U}) {
    EXPECT_FALSE(message->find("ORC").field(field).valued()) << "ORC-" << field;
  }
}

TEST(write_rgv_o15, the_same_program_gives_the_same_bytes) {
  EXPECT_EQ(written(dopamine()), written(dopamine()));
}

}  // namespace
}  // namespace bridge::translate
