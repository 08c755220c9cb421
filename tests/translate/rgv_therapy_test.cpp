// SPDX-License-Identifier: Apache-2.0
// PCD-03 of PCA, bolus, loading dose and steps: written as the framework's examples, read again.
#include <gtest/gtest.h>

#include "translate/pump_samples.h"
#include "translate/pump_tools.h"
#include "translate/rgv_o15.h"

namespace bridge::translate {
namespace {

GatewayProfile gateway(const std::string& name) {
  GatewayProfile profile = shipped_gateway(name);
  profile.envelope.offset_minutes = -360;
  return profile;
}

std::string written(InfusionProgram program, const std::string& gateway_name,
                    std::string_view now = "2026-03-02T16:15:00Z") {
  const auto checked = decide::ProgramChecker::passed(std::move(program), "BR0001001");
  return write_rgv_o15(checked, gateway(gateway_name), shipped_book(), at(now));
}

RequestRead read(std::string_view lines) {
  return read_rgv_o15(message_of(lines), shipped_book(), MessageClock::fixed(-360));
}

// The segments of that name, one per line.
std::string segments_of(const std::string& wire, std::string_view name) {
  std::string text;
  const auto message = hl7::parse(wire).value();
  for (std::size_t i = 0; i < message.segment_count(); ++i) {
    if (message.segment(i).name() == name) text.append(message.segment(i).raw()).append("\n");
  }
  return text;
}

InfusionProgram base(std::string_view order, Coding drug) {
  InfusionProgram program;
  program.placer_order_number = {std::string(order), "EHR", {}, {}};
  program.patient = {
      {"MRN900123", "GENHOSP", "MR"}, PatientName("Doe^Jane^Q"), "19660101", "F", "I", "V556677",
      {"ICU", "12", "A", {}}};
  program.pump = {"P-100234", {}, "ACDE48FFFE000002", "EUI-64"};
  program.drug = std::move(drug);
  program.route_code = {"IV", "Intravenous", "HL70162"};
  program.device = {"IVP", "IV Pump", "HL70164"};
  program.requested_by = {"N0001", PatientName("Adams^Jane")};
  return program;
}

InfusionProgram morphine() {
  InfusionProgram program = base("ORD779001", {"7052", "Morphine", "L"});
  program.dose_rate = quantity<DoseRate>("1", "mg/h");
  program.strength = quantity<Dose>("30", "mg");
  program.strength_volume = quantity<Volume>("30", "mL");
  program.device = {"PCA", "PCA Pump", "HL70164"};
  program.loading_dose = quantity<Dose>("2", "mg");
  PcaSettings pca;
  pca.demand_dose = quantity<Dose>("1", "mg");
  pca.lockout = quantity<Duration>("10", "min");
  pca.dose_limit = quantity<Dose>("20", "mg");
  pca.limit_window = quantity<Duration>("4", "h");
  program.pca = pca;
  program.requested_at = at("2026-03-02T12:59:50-06:00");
  return program;
}

InfusionProgram heparin_bolus() {
  InfusionProgram program = base("ORD778899", {"2351", "Heparin", "L"});
  program.kind = ProgramKind::bolus;
  program.parent_order_number = {"ORD778800", "EHR", {}, {}};
  program.dose = quantity<Dose>("4000", "[iU]");
  program.rate = quantity<FlowRate>("120", "mL/h");
  program.strength = quantity<Dose>("25000", "[iU]");
  program.strength_volume = quantity<Volume>("250", "mL");
  program.requested_at = at("2026-03-02T11:59:50-06:00");
  return program;
}

// TF11 E.2.4 example 2: 50 mg in 50 mL over 30 minutes, then 10 mg/h.
InfusionProgram milrinone() {
  InfusionProgram program = base("12345", {"0143-9708-10", "Milrinone 1 mg/mL", "NDC"});
  program.strength = quantity<Dose>("500", "mg");
  program.strength_volume = quantity<Volume>("500", "mL");
  program.weight = quantity<BodyWeight>("3", "kg");
  program.requested_at = at("2026-03-02T10:14:46-06:00");
  InfusionStep loading;
  loading.type = StepType::loading_dose;
  loading.dose = quantity<Dose>("50", "mg");
  loading.volume = quantity<Volume>("50", "mL");
  loading.duration = quantity<Duration>("30", "min");
  InfusionStep rest;
  rest.dose_rate = quantity<DoseRate>("10", "mg/h");
  rest.volume = quantity<Volume>("200", "mL");
  program.steps = {loading, rest};
  return program;
}

TEST(RgvTherapy, APcaEqualsTheExample) {
  const std::string expected = replaced(std::string(samples::pca), "BR0001030", "BR0001001");
  EXPECT_EQ(lines_of(written(morphine(), "ihe-tf9", "2026-03-02T19:00:00Z")), expected);
}

TEST(RgvTherapy, APcaWithoutABasalRateHasNone) {
  InfusionProgram program = morphine();
  program.dose_rate.reset();
  program.pca->dose_limit.reset();
  program.pca->volume_limit = quantity<Volume>("20", "mL");
  program.pca->limit_window = quantity<Duration>("1", "d");
  program.pca->max_doses_per_hour = Count{6, {}};
  const std::string wire = written(program, "ihe-tf9");
  EXPECT_EQ(segment_of(wire, "RXG").substr(0, 50),
            "RXG|1|||7052^Morphine^L|||||||||||||30|263890^MDC_");
  const std::string lines = lines_of(wire);
  EXPECT_EQ(lines.substr(lines.find("OBX|5")),
            "OBX|5|NM|157986^MDC_VOL_PCA_DOSE_LIMIT^MDC|0.1.1.4|20|"
            "263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM|||||F\n"
            "OBX|6|NM|157987^MDC_TIME_PD_PCA_DOSE_LIMIT^MDC|0.1.1.5|24|"
            "264384^MDC_DIM_HR^MDC^h^h^UCUM|||||F\n"
            "OBX|7|NM|157988^MDC_RATE_PCA_MAX_PATIENT_DOSES_PER_HOUR^MDC|0.1.1.6|6|"
            "264704^MDC_DIM_PER_HR^MDC^/h^/h^UCUM|||||F\n");
}

TEST(RgvTherapy, ABolusEqualsTheExample) {
  std::string expected = replaced(std::string(samples::bolus), "BR0001020", "BR0001001");
  expected = replaced(expected, "|2.6|", "|2.8.1|");
  EXPECT_EQ(lines_of(written(heparin_bolus(), "ihe-tf11", "2026-03-02T18:00:00Z")), expected);
  expected = replaced(replaced(expected, "|2.8.1|", "|2.6|"), "158038^MDC_INFUS_ORDER_TYPE",
                      "0^MDCX_INFUS_ORDER_TYPE");
  EXPECT_EQ(lines_of(written(heparin_bolus(), "ihe-tf9", "2026-03-02T18:00:00Z")), expected);
}

TEST(RgvTherapy, ABolusIsADoseAVolumeOrARateForATime) {
  InfusionProgram program = heparin_bolus();
  program.rate.reset();
  program.duration = quantity<Duration>("20", "min");
  std::string wire = written(program, "ihe-tf11");
  EXPECT_EQ(segment_of(wire, "TQ1"), "TQ1|1||||||||||||20^264352&MDC_DIM_MIN&MDC");
  EXPECT_EQ(wire.find("157784"), std::string::npos);

  program.dose.reset();
  program.vtbi = quantity<Volume>("40", "mL");
  wire = written(program, "ihe-tf11");
  EXPECT_EQ(segment_of(wire, "RXG").substr(0, 60),
            "RXG|1|||2351^Heparin^L|||||||||||40|263762^MDC_DIM_MILLI_L^M");

  program.vtbi.reset();
  program.rate = quantity<FlowRate>("120", "mL/h");
  wire = written(program, "ihe-tf11");
  EXPECT_EQ(segment_of(wire, "RXG").substr(0, 42), "RXG|1|||2351^Heparin^L|||||||||||120|26526");
  EXPECT_EQ(segment_of(wire, "TQ1"), "TQ1|1||||||||||||20^264352&MDC_DIM_MIN&MDC");
  EXPECT_EQ(wire.find("157784"), std::string::npos);
}

TEST(RgvTherapy, StepsEqualTheExampleWithItsErrataRepaired) {
  const std::string wire = written(milrinone(), "ihe-tf11");
  EXPECT_EQ(
      segments_of(wire, "RXG"),
      "RXG|1|||0143-9708-10^Milrinone 1 mg/mL^NDC|50||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||"
      "50|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|500|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||500|"
      "263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM\n"
      "RXG|2|||0143-9708-10^Milrinone 1 "
      "mg/mL^NDC|200||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||"
      "10|265522^MDC_DIM_MILLI_G_PER_HR^MDC^mg/h^mg/"
      "h^UCUM|500|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM"
      "|||||500|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||250|"
      "263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM\n");
  EXPECT_EQ(segments_of(wire, "TQ1"), "TQ1|1||||||||||||30^264352&MDC_DIM_MIN&MDC\n");
  EXPECT_EQ(segments_of(wire, "RXR"),
            "RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165\n"
            "RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165\n");
  EXPECT_EQ(
      segments_of(wire, "OBX"),
      "OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-100234^^ACDE48FFFE000002^"
      "EUI-64\n"
      "OBX|2|NM|68063^MDC_ATTR_PT_WEIGHT^MDC|0.1.1.1|3|263875^MDC_DIM_KILO_G^MDC^kg^kg^UCUM|||||F\n"
      "OBX|3|NM|158033^MDC_INFUS_TOTAL_NUM_STEPS^MDC|0.1.1.2|2||||||F\n"
      "OBX|4|ST|158037^MDC_INFUS_ORDER_STEP_TYPE^MDC|0.1.1.3|loading-dose||||||F\n"
      "OBX|5|ST|0^MDCX_INFUS_ORDER_STEP_START_CONDITION^MDC|0.1.1.4|immediate||||||F\n"
      "OBX|6|ST|158037^MDC_INFUS_ORDER_STEP_TYPE^MDC|0.1.2.1|continuous||||||F\n"
      "OBX|7|ST|0^MDCX_INFUS_ORDER_STEP_START_CONDITION^MDC|0.1.2.2|immediate||||||F\n");
}

TEST(RgvTherapy, AnOlderGatewayGetsNamesForNumbersAndNoTotal) {
  InfusionProgram program = milrinone();
  program.steps[1].start = StepStart::pause_for_confirmation;
  const std::string wire = written(program, "ihe-tf9");
  EXPECT_EQ(segments_of(wire, "RXG").find("||||||||250|"), std::string::npos);
  EXPECT_NE(wire.find("0^MDCX_INFUS_TOTAL_NUM_STEPS^MDC|0.1.1.2|2|"), std::string::npos);
  EXPECT_NE(wire.find("0^MDCX_INFUS_ORDER_STEP_TYPE^MDC|0.1.2.1|continuous|"), std::string::npos);
  EXPECT_NE(wire.find("0^MDCX_INFUS_ORDER_STEP_START_CONDITION^MDC|0.1.2.2|pause-for-confirmation"),
            std::string::npos);
  EXPECT_EQ(wire.find("15803"), std::string::npos);
}

TEST(RgvTherapy, ADelayIsNothingForItsTime) {
  InfusionProgram program = milrinone();
  InfusionStep delay;
  delay.type = StepType::delay;
  delay.duration = quantity<Duration>("15", "min");
  program.steps.insert(program.steps.begin() + 1, delay);
  const std::string wire = written(program, "ihe-tf11");
  const std::string give = segments_of(wire, "RXG");
  EXPECT_NE(give.find("RXG|2|||0143-9708-10^Milrinone 1 mg/mL^NDC|0||"
                      "263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||0|265266^"),
            std::string::npos);
  EXPECT_NE(segments_of(wire, "TQ1").find("15^264352"), std::string::npos);
}

TEST(RgvTherapy, EveryProgramIsReadBackAsItWasWritten) {
  InfusionProgram gated = milrinone();
  InfusionStep delay;
  delay.type = StepType::delay;
  delay.duration = quantity<Duration>("15", "min");
  delay.start = StepStart::pause_for_confirmation;
  gated.steps.insert(gated.steps.begin() + 1, delay);
  for (const auto* const name : {"ihe-tf9", "ihe-tf11"}) {
    for (const InfusionProgram& program : {morphine(), heparin_bolus(), milrinone(), gated}) {
      const RequestRead result = read_rgv_o15(hl7::parse(written(program, name)).value(),
                                              shipped_book(), MessageClock::fixed(0));
      EXPECT_EQ(listed(result.faults), "");
      const InfusionOrder& scanned = result.request.as_scanned;
      EXPECT_EQ(result.request.kind, program.kind);
      EXPECT_EQ(scanned.parent_order_number, program.parent_order_number);
      const auto same = [](const auto& a, const auto& b) {
        return a.has_value() == b.has_value() && (!a || a->exact() == b->exact());
      };
      EXPECT_TRUE(same(scanned.loading_dose, program.loading_dose));
      EXPECT_TRUE(same(scanned.dose, program.dose));
      EXPECT_TRUE(same(scanned.rate, program.rate));
      EXPECT_TRUE(same(scanned.dose_rate, program.dose_rate));
      EXPECT_EQ(scanned.pca.has_value(), program.pca.has_value());
      if (program.pca) {
        EXPECT_TRUE(same(scanned.pca->demand_dose, program.pca->demand_dose));
        EXPECT_TRUE(same(scanned.pca->lockout, program.pca->lockout));
        EXPECT_TRUE(same(scanned.pca->dose_limit, program.pca->dose_limit));
        EXPECT_TRUE(same(scanned.pca->limit_window, program.pca->limit_window));
      }
      ASSERT_EQ(scanned.steps.size(), program.steps.size());
      for (std::size_t at = 0; at < program.steps.size(); ++at) {
        EXPECT_EQ(scanned.steps[at].type, program.steps[at].type);
        EXPECT_EQ(scanned.steps[at].start, program.steps[at].start);
        EXPECT_TRUE(same(scanned.steps[at].dose, program.steps[at].dose));
        EXPECT_TRUE(same(scanned.steps[at].dose_rate, program.steps[at].dose_rate));
        EXPECT_TRUE(same(scanned.steps[at].volume, program.steps[at].volume));
        EXPECT_TRUE(same(scanned.steps[at].duration, program.steps[at].duration));
      }
    }
  }
}

TEST(RgvTherapy, TheFrameworksOwnStepsAreReadButForWhatItForgot) {
  const RequestRead result = read(samples::tf11_multistep);
  // The example has no ORC-9, and writes .21 and `mg/hr` beside right numbers.
  EXPECT_EQ(listed(result.faults), "field_missing at ORC[1]-9 E; number_malformed at OBX[4]-5 E");
  const InfusionOrder& order = result.request.as_scanned;
  ASSERT_EQ(order.steps.size(), 2U);
  EXPECT_EQ(order.steps[0].type, StepType::loading_dose);
  EXPECT_EQ(order.steps[0].dose->amount().ucum_text(), "50 mg");
  EXPECT_EQ(order.steps[0].duration->amount().ucum_text(), "30 min");
  EXPECT_EQ(order.steps[1].dose_rate->amount().ucum_text(), "10 mg/h");
  EXPECT_EQ(order.volume->amount().ucum_text(), "250 mL");
  EXPECT_FALSE(order.dose);
}

TEST(RgvTherapy, TheWitnessOfADoubleCheckIsWhoVerified) {
  const RequestRead result = read(replaced(std::string(samples::pca), "20260302125950-0600||",
                                           "20260302125950-0600||N0002^Lee"));
  EXPECT_EQ(listed(result.faults), "");
  EXPECT_EQ(result.request.witness.id, "N0002");
  EXPECT_EQ(result.request.association.by.id, "N0001");
}

struct Change {
  const char* row;
  std::string message;
  const char* from;
  const char* to;
  const char* faults;
};

TEST(RgvTherapy, NamesEveryFaultOfAWrongScan) {
  const std::string pca(samples::pca);
  const std::string bolus(samples::bolus);
  const std::string steps = lines_of(written(milrinone(), "ihe-tf11"));
  const std::string total = "||||||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM\nTQ1";
  const Change changes[] = {
      {"lockout in mL", pca, "264352^MDC_DIM_MIN^MDC^min^min^UCUM",
       "263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM", "unit_wrong_kind at OBX[4]-5 E"},
      {"demand without a unit", pca, "0.1.1.2|1|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM",
       "0.1.1.2|1|", "unit_missing at OBX[3]-6 E"},
      {"demand of nothing", pca, "0.1.1.2|1|263890", "0.1.1.2||263890",
       "field_missing at OBX[3]-5 E"},
      {"demand of zero", pca, "0.1.1.2|1|263890", "0.1.1.2|0|263890",
       "quantity_zero at OBX[3]-5 E"},
      {"two lockouts", pca,
       "157985^MDC_DOSE_PCA_LIMIT^MDC|0.1.1.4|20|263890^MDC_DIM_MILLI_G^MDC^mg^mg",
       "157989^X^MDC|0.1.1.4|20|264352^MDC_DIM_MIN^MDC^min^min",
       "quantities_disagree at OBX[5]-5 E; field_missing at OBX[6]-5 E"},
      {"a limit without its time", pca, "157987^MDC_TIME_PD_PCA_DOSE_LIMIT", "157994^X",
       "field_not_understood at OBX[6]-3 E; field_missing at OBX[5]-5 E"},
      {"a PCA changed by XO", pca, "ORC|RE|", "ORC|XO|",
       "field_not_understood at OBX[2]-3 E; field_not_understood at OBX[3]-3 E; "
       "field_not_understood at OBX[4]-3 E; field_not_understood at OBX[5]-3 E; "
       "field_not_understood at OBX[6]-3 E"},
      {"CH without ORC-8", bolus, "ORD778800&EHR", "", "order_missing at ORC[1]-8 E"},
      {"CH of a continuous order", bolus, "clinician-dose", "continuous",
       "dosages_conflict at OBX[2]-5 E"},
      {"CH of an unknown type", bolus, "clinician-dose", "push", "code_not_in_table at OBX[2]-5 E"},
      {"a bolus type in a new bag", bolus, "ORC|CH|", "ORC|RE|",
       "segment_missing at TQ1 E; dosages_conflict at OBX[2]-5 E; field_not_understood at OBX[3]-3 "
       "E; volume_missing at RXG[1]-5 E"},
      {"CH without an amount", bolus, "|4000|267616^MDC_DIM_X_INTL_UNIT^MDC^[iU]^[iU]^UCUM|", "|||",
       "field_missing at RXG[1]-15 E"},
      {"CH with a rate and no time", bolus, "4000|267616^MDC_DIM_X_INTL_UNIT^MDC^[iU]^[iU]^UCUM",
       "120|265266^MDC_DIM_MILLI_L_PER_HR^MDC", "segment_missing at TQ1 E"},
      {"a flow in mL", bolus, "265266^MDC_DIM_MILLI_L_PER_HR^MDC^mL/h^mL/h", "mL^^UCUM^mL^mL",
       "unit_wrong_kind at OBX[3]-5 E"},
      {"a step number twice", steps, "RXG|2|", "RXG|1|", "steps_malformed at RXG[2]-1 E"},
      {"a step number left out", steps, "RXG|2|", "RXG|3|", "steps_malformed at RXG[2]-1 E"},
      {"another drug", steps, "RXG|2|||0143-9708-10^", "RXG|2|||0143-9708-99^",
       "steps_malformed at RXG[2]-4 E"},
      {"another code beside the drug's", steps, "RXG|2|||0143-9708-10^Milrinone 1 mg/mL^NDC",
       "RXG|2|||0143-9708-10^Milrinone 1 mg/mL^NDC^1^^L", "steps_malformed at RXG[2]-4 E"},
      {"a step type of no table", steps, "0.1.2.1|continuous", "0.1.2.1|ramp",
       "code_not_in_table at OBX[6]-5 E"},
      {"a start of no table", steps, "0.1.2.2|immediate", "0.1.2.2|later",
       "code_not_in_table at OBX[7]-5 E"},
      {"another number of steps", steps, "0.1.1.2|2|", "0.1.1.2|3|",
       "steps_malformed at OBX[3]-5 E"},
      {"totals that differ", steps, total.c_str(),
       "||||||||260|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM\nTQ1", "steps_malformed at RXG[2]-32 E"},
      {"a loading dose that is not first", steps, "0.1.2.1|continuous", "0.1.2.1|loading-dose",
       "steps_malformed at RXG[2] E"},
      {"steps of a change", steps, "ORC|RE|", "ORC|XO|", "mode_not_supported at RXG[2] E"},
      {"a delay that gives", steps, "0.1.2.1|continuous", "0.1.2.1|delay",
       "steps_malformed at RXG[2] E"},
      {"a loading dose without its time", steps, "TQ1|1||||||||||||30^264352&MDC_DIM_MIN&MDC\n", "",
       "segment_missing at TQ1 E"},
  };
  for (const Change& change : changes) {
    EXPECT_EQ(listed(read(replaced(change.message, change.from, change.to)).faults), change.faults)
        << change.row;
  }
}

}  // namespace
}  // namespace bridge::translate
