// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "translate/event_text.h"
#include "translate/oru_r42.h"
#include "translate/pump_samples.h"
#include "translate/pump_tools.h"

namespace bridge::translate {
namespace {

EventRead read(std::string_view lines) {
  return read_oru_r42(message_of(lines), shipped_book(), shipped_terms(), MessageClock::fixed(0));
}

std::string shown(std::string_view lines) {
  const EventRead result = read(lines);
  std::string text = EventText().of(result.event);
  if (!result.faults.empty()) text += "faults: " + listed(result.faults) + '\n';
  return text;
}

const std::string transitioning(samples::transitioning);
const std::string lost(samples::communication_lost);

TEST(read_oru_r42, reads_the_start_of_a_large_volume_pump) {
  EXPECT_EQ(shown(samples::lvp_start),
            "event: delivery_start 197288\n"
            "id: CD12345^HL7^ACDE48234567ABCD^EUI-64\n"
            "pump: E0002^^0012210000000000^EUI-64\n"
            "patient: HO2009002^IHE\n"
            "order: AB12345^PCD-03\n"
            "drug: 2222^Dopamine\n"
            "happened: 2015-10-15T18:21:06.000Z\n"
            "sent: 2015-10-15T18:21:07.000Z\n"
            "source: primary\n"
            "status: delivering\n"
            "rate: 15.4 mL/h\n"
            "dose rate: 5 ug/kg/min\n"
            "total: 0 mL\n"
            "vtbi: 250 mL\n"
            "remaining: 250 mL\n"
            "weight: 82 kg\n"
            "library: DL1\n"
            "area: Crit Care\n");
}

TEST(read_oru_r42, reads_the_start_of_a_syringe_pump_whose_source_is_coded) {
  // OBR-3 of this example is the pump's own id, the same in every event, so MSH-10 identifies it.
  EXPECT_EQ(shown(samples::syringe_start),
            "event: delivery_start 197288\n"
            "id: 980^DEVICE_PUMPVENDOR^9999990000000000^EUI-64\n"
            "pump: 2012061^Pump Model^9999990000000000^EUI-64\n"
            "patient: 2010005^ICUPGI24\n"
            "order: 2012061^Pump Model^9999990000000000^EUI-64\n"
            "drug: DOPamine^DOPamine\n"
            "happened: 2025-05-15T20:28:12.000Z\n"
            "sent: 2025-05-15T20:28:12.000Z\n"
            "source: primary\n"
            "status: delivering\n"
            "rate: 0.75 mL/h\n"
            "dose rate: 5 ug/kg/min\n"
            "total: 0 mL\n"
            "weight: 4 kg\n"
            "area: Connectathon\n");
}

TEST(read_oru_r42, reads_a_transition_as_a_stop_that_is_no_stop) {
  EXPECT_EQ(shown(transitioning),
            "event: delivery_stop 197290\n"
            "id: GW0011001^PUMPGW^ACDE48FFFE000002^EUI-64\n"
            "pump: P-100234^^ACDE48FFFE000002^EUI-64\n"
            "patient: MRN900123^GENHOSP\n"
            "order: ORD778812^EHR\n"
            "drug: 1234^Dopamine^L\n"
            "happened: 2026-03-02T17:15:00.000Z\n"
            "sent: 2026-03-02T17:15:00.000Z\n"
            "source: primary\n"
            "status: transitioning\n"
            "rate: 31.9 mL/h\n"
            "dose rate: 10 ug/kg/min\n"
            "segment: 31.9 mL\n"
            "total: 31.9 mL\n"
            "vtbi: 250 mL\n"
            "remaining: 218.1 mL\n");
}

TEST(read_oru_r42, reads_a_lost_connection_without_order_drug_and_channel) {
  EXPECT_EQ(shown(lost),
            "event: communication_change 197294\n"
            "id: GW0011010^PUMPGW^ACDE48FFFE000002^EUI-64\n"
            "pump: P-100234^^ACDE48FFFE000002^EUI-64\n"
            "patient: MRN900123^GENHOSP\n"
            "happened: 2026-03-02T19:04:58.000Z\n"
            "sent: 2026-03-02T19:05:00.000Z\n"
            "source: unknown\n"
            "status: unknown\n"
            "online: no\n");
}

TEST(read_oru_r42, reads_a_stop_by_alarm_with_its_reason) {
  std::string text = replaced(transitioning, "^pump-status-infusing", "^pump-status-not-infusing");
  text = replaced(text, "delivery-status-transitioning||||||R",
                  "delivery-status-not-delivering||||||R\nOBX|11|CWE|158006^X^MDC|1.1.2.20|"
                  "^pump-stopped-alarming||||||R");
  text = replaced(text, "1.1.1.2|31.9|", "1.1.1.2|0|");
  const EventRead result = read(text);
  EXPECT_EQ(listed(result.faults), "");
  EXPECT_EQ(result.event.status, DeliveryStatus::not_delivering);
  EXPECT_EQ(result.event.not_delivering_reason, "pump-stopped-alarming");
  EXPECT_EQ(result.event.rate->amount().ucum_text(), "31.9 mL/h") << "the setting, not the flow";
}

struct SameRow {
  const char* name;
  const char* from;
  const char* to;
};

TEST(read_oru_r42, the_same_event_in_other_clothes_reads_the_same) {
  const std::string expected = shown(transitioning);
  const std::vector<SameRow> rows = {
      {"other reference names", "MDC_PUMP_CURRENT_DELIVERY_STATUS", "MDC_DEV_PUMP_SOMETHING_ELSE"},
      {"a wrong channel name", "70067^MDC_DEV_PUMP_DELIVERY_INFO",
       "70067^MDC_DEV_PUMP_INFUS_CHAN_DELIVERY"},
      {"the old delivery channel", "70067^MDC_DEV_PUMP_DELIVERY_INFO",
       "126978^MDC_DEV_PUMP_INFUS_CHAN_DELIVERY"},
      {"the old source channel", "70071^MDC_DEV_PUMP_INFUSATE_SOURCE_PRIMARY_CHAN",
       "126977^MDC_DEV_PUMP_INFUS_CHAN_SOURCE"},
      {"status with its number", "^pump-delivery-status-transitioning",
       "477297^pump-delivery-status-transitioning"},
      {"status by number alone", "^pump-delivery-status-transitioning", "477297^^MDC"},
      {"status as a bare token", "|^pump-delivery-status-transitioning",
       "|pump-delivery-status-transitioning"},
      {"event at the delivery channel", "|1.0.0.1|197290", "|1.1.1.104|197290"},
      {"event at the VMD", "|1.0.0.1|197290", "|1.1.0.1|197290"},
      {"source by code", "|1.1.2.0||||||R\nOBX|4|",
       "|70071^MDC_DEV_PUMP_INFUSATE_SOURCE_PRIMARY_CHAN^MDC||||||R\nOBX|4|"},
      {"no source, but the active one", "68488^MDC_ATTR_EVT_SOURCE", "1^X"},
      {"a source that is no channel", "|1.1.2.0||||||R\nOBX|4|", "|1.0.0.0||||||R\nOBX|4|"},
      {"old rate term", "16935000^MDC_FLOW_FLUID_PUMP_SETTING", "157784^MDC_FLOW_FLUID_PUMP"},
      {"no rate in the channel, but a flow", "16935000^MDC_FLOW_FLUID_PUMP_SETTING", "1^X"},
      {"the pump named by its VMD", "MDC|1.1.0.0|||||||X",
       "MDC|1.1.0.0|||||||X|||||||P-100234^^ACDE48FFFE000002^EUI-64"},
      {"an id of EI-3 with a blank", "|P-100234^^ACDE48FFFE000002^",
       "|P-100234^^ ACDE48FFFE000002^"},
      {"old flow term", "157784^MDC_FLOW_FLUID_PUMP^MDC|1.1.1.2",
       "158014^MDC_FLOW_FLUID_PUMP_CURRENT^MDC|1.1.1.2"},
      {"a volume in a context-sensitive unit", "218.1|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM",
       "218.1|1618^MDC_DIM_MILLI_L^MDC"},
      {"OBX-14 of the event says when", "197290^MDC_EVT_PUMP_DELIV_STOP^MDC||||||R",
       "197290^MDC_EVT_PUMP_DELIV_STOP^MDC||||||R|||20260302111500-0600"},
      {"an unknown vendor number", "OBX|12|ST|158012^", "OBX|12|ST|9999999^"},
  };
  for (const SameRow& row : rows) {
    EXPECT_EQ(shown(replaced(transitioning, row.from, row.to)), expected) << row.name;
  }
}

// The clocks went back at 17:00Z, from 12:00 to 11:00: a quarter past eleven was there twice.
TEST(read_oru_r42, an_event_of_a_repeated_hour_is_kept_and_its_reading_told) {
  const SiteClock site(-300, {{Instant::parse_rfc3339("2026-03-02T17:00:00Z")->unix_ms(), -360}},
                       SiteClock::Beyond::stays);
  const std::string text = replaced(transitioning, "197290^MDC_EVT_PUMP_DELIV_STOP^MDC||||||R",
                                    "197290^MDC_EVT_PUMP_DELIV_STOP^MDC||||||R|||20260302111500");
  for (const auto& [msh7, happened] : {std::pair{"20260302111600-0500", "2026-03-02T16:15:00.000Z"},
                                       {"20260302111600-0600", "2026-03-02T17:15:00.000Z"}}) {
    const auto clock = MessageClock::of(&site, hl7::Timestamp::parse(msh7).value(), std::nullopt);
    const auto result = read_oru_r42(message_of(text), shipped_book(), shipped_terms(), clock);
    EXPECT_EQ(result.event.happened_at.utc(), happened);
    ASSERT_EQ(result.faults.size(), 1U) << listed(result.faults);
    EXPECT_EQ(result.faults[0].code, FaultCode::time_in_clock_change);
    EXPECT_EQ(result.faults[0].severity, Severity::warning);
    EXPECT_EQ(result.faults[0].place.substr(result.faults[0].place.find('-')), "-14");
  }
}

TEST(read_oru_r42, a_flow_of_nothing_is_not_the_programmed_rate) {
  std::string text = replaced(transitioning, "16935000^MDC_FLOW_FLUID_PUMP_SETTING", "1^X");
  text = replaced(text, "delivery-status-transitioning", "delivery-status-not-delivering");
  text = replaced(text, "1.1.1.2|31.9|", "1.1.1.2|0|");
  const auto result = read(text);
  EXPECT_EQ(listed(result.faults), "");
  EXPECT_FALSE(result.event.rate);
}

TEST(read_oru_r42, the_vmd_names_the_pump_where_it_differs_from_its_rack) {
  const auto result = read(replaced(transitioning, "MDC|1.1.0.0|||||||X",
                                    "MDC|1.1.0.0|||||||X|||||||CH-2^^ACDE48FFFE000002^EUI-64"));
  EXPECT_EQ(result.event.pump.id, "CH-2");
}

TEST(read_oru_r42, of_two_pumps_in_a_rack_the_one_of_the_event_is_taken) {
  std::string text = replaced(transitioning, "MDC|1.1.0.0|||||||X",
                              "MDC|1.1.0.0|||||||X|||||||CH-1^^ACDE48FFFE000002^EUI-64");
  text +=
      "OBX|20||70050^X^MDC|1.2.0.0|||||||X|||||||CH-2^^ACDE48FFFE000002^EUI-64\n"
      "OBX|21||70075^X^MDC|1.2.2.0|||||||X\n"
      "OBX|22|NM|157993^X^MDC|1.2.2.1|7|mL^mL^UCUM|||||R\n";
  EXPECT_EQ(read(text).event.pump.id, "CH-1");
  const auto other = read(replaced(text, "|1.1.2.0||||||R\nOBX|4|", "|1.2.2.0||||||R\nOBX|4|"));
  EXPECT_EQ(other.event.pump.id, "CH-2");
  EXPECT_EQ(other.event.volume_total->amount().ucum_text(), "7 mL");
}

TEST(read_oru_r42, the_deprecated_pump_id_is_id_and_maker) {
  const auto result =
      read(replaced(transitioning, "|P-100234^^ACDE48FFFE000002^EUI-64", "|^^A0001^PUMPVENDOR"));
  EXPECT_EQ(listed(result.faults), "");
  EXPECT_EQ(result.event.pump, (EntityId{"A0001", "PUMPVENDOR", {}, {}}));
}

struct EventRow {
  const char* number;
  PumpEventKind kind;
  const char* faults;
};

TEST(read_oru_r42, reads_every_event_by_its_number) {
  const std::vector<EventRow> rows = {
      {"197288", PumpEventKind::delivery_start, ""},
      {"197290", PumpEventKind::delivery_stop, ""},
      {"197292", PumpEventKind::delivery_complete, ""},
      {"197296", PumpEventKind::program_cleared, ""},
      {"197298", PumpEventKind::auto_program_cleared, ""},
      {"197300", PumpEventKind::patient_change, ""},
      {"197302", PumpEventKind::patient_change, ""},
      {"197306", PumpEventKind::other, ""},
      {"197322", PumpEventKind::other, ""},
      {"197289", PumpEventKind::other, "code_not_in_table at OBX[2]-5 W"},
      {"0", PumpEventKind::other, "code_not_in_table at OBX[2]-5 W"},
  };
  for (const EventRow& row : rows) {
    const auto result = read(replaced(transitioning, "197290^", std::string(row.number) + '^'));
    EXPECT_EQ(result.event.kind, row.kind) << row.number;
    EXPECT_EQ(result.event.code, row.number);
    EXPECT_EQ(listed(result.faults), row.faults) << row.number;
  }
}

struct PatientRow {
  const char* name;
  const char* pid;
  const char* patient;
  const char* faults;
};

TEST(read_oru_r42, a_pump_that_knows_no_patient_gives_none) {
  const std::string known = "PID|||MRN900123^^^GENHOSP^MR||Doe^Jane^Q^^^^L||19660101|F\n";
  const std::vector<PatientRow> rows = {
      {"said by PID-31", "PID|||4711^^^GENHOSP^MR||^^^^^^U||||||||||||||||||||||||||Y\n", "^", ""},
      {"said by the id", "PID|||Unknown Patient^Unknown Patient||^^^^^^U\n", "^", ""},
      {"no PID", "", "^", ""},
      {"an empty PID-3", "PID|||\n", "^", "patient_id_missing at PID[1]-3 W"},
      {"a name of type U alone does not make a patient unknown",
       "PID|||4711^^^GENHOSP^MR||^^^^^^U\n", "4711^GENHOSP", ""},
      {"two ids of equal rank", "PID|||1^^^A^PI~2^^^B^PI\n", "^",
       "patient_ambiguous at PID[1]-3 W"},
      {"B39 two patients", "PID|||1^^^A^MR\nPID|||2^^^A^MR\n", "^",
       "patient_ambiguous at PID[2] E"},
      {"the same patient twice", "PID|||1^^^A^MR\nPID|||1^^^A^MR\n", "1^A",
       "patient_ambiguous at PID[2] W"},
  };
  for (const PatientRow& row : rows) {
    const auto result = read(replaced(transitioning, known, row.pid));
    EXPECT_EQ(result.event.patient_id.key(), row.patient) << row.name;
    EXPECT_EQ(listed(result.faults), row.faults) << row.name;
  }
}

TEST(read_oru_r42, an_order_number_of_0_is_none_and_a_filler_number_of_0_is_no_identity) {
  auto result = read(replaced(transitioning, "OBR|1|ORD778812^EHR|GW0011001^", "OBR|1|0^PAT|0^"));
  EXPECT_TRUE(result.event.placer_order_number.empty());
  EXPECT_EQ(result.event.event_id.key(), "GW0011001^PUMPGW");
}

TEST(read_oru_r42, without_a_code_the_drug_is_the_label) {
  auto result = read(replaced(transitioning, "1234^Dopamine^L", "999999^Unknown medication"));
  EXPECT_EQ(result.event.drug, (Coding{{}, "Dopamine", {}}));
}

TEST(read_oru_r42, values_belong_to_the_channel_of_the_event) {
  // A second source with other values; the event is about it.
  const std::string second =
      "OBX|20||70075^X^MDC|1.1.5.0|||||||X\n"
      "OBX|21|CWE|158005^X^MDC|1.1.5.1|^pump-delivery-status-delivering||||||R\n"
      "OBX|22|NM|16935000^X^MDC|1.1.5.2|100|mL/h^mL/h^UCUM|||||R\n"
      "OBX|23|NM|157993^X^MDC|1.1.5.3|5.5|mL^mL^UCUM|||||R\n";
  const std::string both = transitioning + second;
  EXPECT_EQ(shown(both), shown(transitioning)) << "the event is still of the primary source";
  const auto result = read(replaced(both, "|1.1.2.0||||||R\nOBX|4|", "|1.1.5.0||||||R\nOBX|4|"));
  EXPECT_EQ(listed(result.faults), "");
  EXPECT_EQ(result.event.source, PumpSource::secondary);
  EXPECT_EQ(result.event.status, DeliveryStatus::delivering);
  EXPECT_EQ(result.event.rate->amount().ucum_text(), "100 mL/h");
  EXPECT_EQ(result.event.volume_total->amount().ucum_text(), "5.5 mL");
  EXPECT_FALSE(result.event.vtbi) << "of the other channel";
}

TEST(read_oru_r42, with_two_sources_and_none_named_nothing_is_guessed) {
  std::string text = transitioning + "OBX|20||70075^X^MDC|1.1.5.0|||||||X\n";
  text = replaced(text, "68488^MDC_ATTR_EVT_SOURCE", "1^X");
  text = replaced(text, "158016^MDC_PUMP_ACTIVE_SOURCES", "1^X");
  const auto result = read(text);
  EXPECT_EQ(result.event.source, PumpSource::unknown);
  EXPECT_EQ(result.event.status, DeliveryStatus::unknown);
  EXPECT_FALSE(result.event.volume_total);
  EXPECT_EQ(listed(result.faults), "field_missing at OBX[3.1=68488]-5 W");
}

TEST(read_oru_r42, the_cumulative_volume_of_a_bolus_is_the_fluids) {
  const std::string bolus =
      "OBX|20||70079^X^MDC|1.1.7.0|||||||X\n"
      "OBX|21|CWE|158005^X^MDC|1.1.7.1|^pump-delivery-status-delivering||||||R\n"
      "OBX|22|NM|157992^X^MDC|1.1.7.2|2|mL^mL^UCUM|||||R\n";
  const auto result =
      read(replaced(transitioning + bolus, "|1.1.2.0||||||R\nOBX|4|", "|1.1.7.0||||||R\nOBX|4|"));
  EXPECT_EQ(result.event.source, PumpSource::clinician);
  EXPECT_EQ(result.event.volume_segment->amount().ucum_text(), "2 mL");
  EXPECT_EQ(result.event.volume_total->amount().ucum_text(), "31.9 mL");
}

TEST(read_oru_r42, a_flat_device_has_everything_at_the_mds) {
  const auto result = read(
      "MSH|^~\\&|G||B||20260302171500+0000||ORU^R42^ORU_R01|1|P|2.6|||AL|NE\n"
      "OBR|1|O1^E|F1^G|1^A|||20260302171500+0000\n"
      "OBX|1||69985^X^MDC|1.0.0.0|||||||X|||||||P1^V\n"
      "OBX|2|CWE|68487^X^MDC|1.0.0.1|197288^X^MDC||||||R\n"
      "OBX|3|CWE|158005^X^MDC|1.0.0.2|^pump-delivery-status-delivering||||||R\n"
      "OBX|4|NM|157784^X^MDC|1.0.0.3|50|mL/h^mL/h^UCUM|||||R\n"
      "OBX|5|NM|157993^X^MDC|1.0.0.4|1.25|mL^mL^UCUM|||||R\n");
  EXPECT_EQ(listed(result.faults), "");
  EXPECT_EQ(result.event.status, DeliveryStatus::delivering);
  EXPECT_EQ(result.event.rate->amount().ucum_text(), "50 mL/h");
  EXPECT_EQ(result.event.volume_total->amount().ucum_text(), "1.25 mL");
}

struct ValueRow {
  const char* name;
  const char* from;
  const char* to;
  const char* faults;
};

TEST(read_oru_r42, a_value_that_cannot_be_used_is_left_out_and_told) {
  const std::vector<ValueRow> rows = {
      {"NaN", "1.1.2.8|31.9|", "1.1.2.8|NaN|", "number_malformed at OBX[17]-5 W"},
      {"comma", "1.1.2.8|31.9|", "1.1.2.8|31,9|", "number_malformed at OBX[17]-5 W"},
      {"negative", "1.1.2.8|31.9|", "1.1.2.8|-31.9|", "event_implausible at OBX[17]-5 W"},
      {"no unit", "1.1.2.8|31.9|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM", "1.1.2.8|31.9|",
       "unit_missing at OBX[17]-6 W"},
      {"unknown unit", "1.1.2.8|31.9|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM", "1.1.2.8|31.9|cc",
       "unit_unknown at OBX[17]-6 W"},
      {"wrong unit", "1.1.2.8|31.9|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM",
       "1.1.2.8|31.9|mg^mg^UCUM", "unit_wrong_kind at OBX[17]-5 W"},
      {"two values", "OBX|19|ST|184514^MDC_DRUG_NAME_LABEL^MDC|1.1.2.10|Dopamine",
       "OBX|19|NM|157993^X^MDC|1.1.2.10|32|mL^mL^UCUM", "field_repeats at OBX[19]-5 W"},
      {"test data", "1.1.2.8|31.9|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||",
       "1.1.2.8|31.9|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||TEST", "processing_id at OBX[17]-8 W"},
      {"demonstration data among other marks",
       "1.1.2.8|31.9|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||",
       "1.1.2.8|31.9|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||EARLY~DEMO",
       "processing_id at OBX[17]-8 W"},
      {"said to be invalid", "1.1.2.8|31.9|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||",
       "1.1.2.8|31.9|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||INV",
       "event_implausible at OBX[17]-8 W"},
      {"of the wrong patient", "1.1.2.8|31.9|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM|||||R",
       "1.1.2.8|31.9|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM|||||W",
       "event_implausible at OBX[17]-11 W"},
      {"a place that is none", "|1.1.2.8|", "|1.1.x|", "id_malformed at OBX[17]-4 W"},
      {"a number too large for a place", "|1.1.2.8|", "|1.1.99999999999.8|",
       "id_malformed at OBX[17]-4 W"},
  };
  for (const ValueRow& row : rows) {
    const auto result = read(replaced(transitioning, row.from, row.to));
    EXPECT_EQ(listed(result.faults), row.faults) << row.name;
    EXPECT_FALSE(result.event.volume_total) << row.name;
    EXPECT_EQ(result.event.kind, PumpEventKind::delivery_stop) << row.name;
    EXPECT_TRUE(result.event.volume_segment) << row.name;
  }
}

TEST(read_oru_r42, more_left_than_there_was_is_impossible) {
  const auto result = read(replaced(transitioning, "218.1", "250.1"));
  EXPECT_EQ(listed(result.faults), "event_implausible at OBX[18]-5 W");
  EXPECT_FALSE(result.event.vtbi_remaining);
  EXPECT_TRUE(result.event.vtbi);
}

TEST(read_oru_r42, unknown_words_of_a_pump_are_told) {
  EXPECT_EQ(
      listed(read(replaced(transitioning, "pump-delivery-status-transitioning", "busy")).faults),
      "code_not_in_table at OBX[10]-5 W");
  EXPECT_EQ(listed(read(replaced(lost, "comm-status-offline", "gone")).faults),
            "code_not_in_table at OBX[3]-5 W");
}

struct BadRow {
  const char* name;
  const char* from;
  const char* to;
  const char* faults;
};

TEST(read_oru_r42, what_tells_no_event_is_an_error) {
  const std::vector<BadRow> rows = {
      {"no OBR", "OBR|1|", "ZBR|1|", "segment_missing at OBR E"},
      {"no event", "68487^", "68486^", "segment_missing at OBX[3.1=68487] E"},
      {"an event without code", "197290^MDC_EVT_PUMP_DELIV_STOP^MDC", "",
       "field_missing at OBX[2]-5 E"},
      {"an event that is a test", "197290^MDC_EVT_PUMP_DELIV_STOP^MDC|||",
       "197290^MDC_EVT_PUMP_DELIV_STOP^MDC|||TEST", "processing_id at OBX[2]-8 E"},
      {"an event of the wrong patient", "197290^MDC_EVT_PUMP_DELIV_STOP^MDC||||||R",
       "197290^MDC_EVT_PUMP_DELIV_STOP^MDC||||||W", "event_implausible at OBX[2]-11 E"},
      {"no pump", "P-100234^^ACDE48FFFE000002^EUI-64", "", "pump_missing at OBX-18 E"},
      {"B44", "P-100234^^ACDE48FFFE000002^EUI-64", "P-100234^^ACDE^EUI-64",
       "id_malformed at OBX[1]-18 E"},
      {"no time", "|||20260302171500+0000\nOBX", "\nOBX", "field_missing at OBR[1]-7 E"},
      {"a time that does not exist", "|||20260302171500+0000\nOBX", "|||20261302171500+0000\nOBX",
       "timestamp_malformed at OBR[1]-7 E"},
      {"a day only", "|||20260302171500+0000\nOBX", "|||20260302\nOBX",
       "timestamp_imprecise at OBR[1]-7 E"},
  };
  for (const BadRow& row : rows) {
    EXPECT_EQ(listed(read(replaced(transitioning, row.from, row.to)).faults), row.faults)
        << row.name;
  }
  EXPECT_EQ(listed(read(samples::powered_off_data).faults), "segment_missing at OBX[3.1=68487] E");
  EXPECT_EQ(listed(read(replaced(lost, "188772^", "1^")).faults),
            "field_missing at OBX[3.1=188772]-5 E");
}

TEST(read_oru_r42, a_second_event_in_one_message_is_told) {
  const auto result = read(transitioning + "OBX|20|CWE|68487^X^MDC|1.0.0.9|197288^X^MDC||||||R\n");
  EXPECT_EQ(result.event.kind, PumpEventKind::delivery_stop);
  EXPECT_EQ(listed(result.faults), "field_not_understood at OBX[20] W");
}

TEST(read_oru_r42, no_fault_holds_content_of_the_message) {
  const std::string marker = "Qx7MARKERx7Q";
  std::size_t fields = 0;
  for (std::size_t start = transitioning.find('\n'); start < transitioning.size(); ++start) {
    if (transitioning[start] != '|') continue;
    const std::size_t end = transitioning.find_first_of("|\n", start + 1);
    std::string changed = transitioning;
    changed.replace(start + 1, end - start - 1, marker);
    ++fields;
    for (const Fault& fault : read(changed).faults) {
      EXPECT_EQ((fault.place + fault.detail).find(marker), std::string::npos) << brief(fault);
    }
  }
  EXPECT_GT(fields, 150U);
}

// What the pump says of itself besides the event, after one change of the example.
std::string device_after(std::string_view from, std::string_view to) {
  const EventRead result = read(replaced(std::string(samples::lvp_start), from, to));
  const PumpEvent& event = result.event;
  std::string text = "library " + event.library_version;
  text.append(event.no_care_area ? ", no area" : ", area ").append(event.care_area);
  if (event.not_loaded) text += ", not loaded";
  return result.faults.empty() ? text : text + "; " + listed(result.faults);
}

constexpr std::string_view area_line =
    "OBX|22|ST|184516^MDC_PUMP_DRUG_LIBRARY_CARE_AREA^MDC|1.1.2.12|Crit Care||||||R\n";
constexpr std::string_view library_line =
    "OBX|2|ST|184517^MDC_PUMP_DRUG_LIBRARY_VERSION^MDC|1.0.0.1|DL1||||||R\n";

TEST(read_oru_r42, reads_library_and_care_area_wherever_the_device_has_them) {
  EXPECT_EQ(device_after("Crit Care", "ICU"), "library DL1, area ICU");
  EXPECT_EQ(device_after("1.1.2.12|Crit", "1.1.0.7|Crit"), "library DL1, area Crit Care");
  EXPECT_EQ(device_after("1.1.2.12|Crit", "1.0.0.7|Crit"), "library DL1, area Crit Care");
  EXPECT_EQ(device_after("184517^MDC_PUMP_DRUG_LIBRARY_VERSION^MDC|1.0.0.1",
                         "184517^MDC_PUMP_DRUG_LIBRARY_VERSION^MDC|1.1.2.1"),
            "library DL1, area Crit Care");
  // A name where there is no version (ihe-pcd 8.11); the rack's library is not the pump's.
  EXPECT_EQ(device_after("184517^MDC_PUMP_DRUG_LIBRARY_VERSION", "184520^X"),
            "library DL1, area Crit Care");
  EXPECT_EQ(device_after("184517^MDC_PUMP_DRUG_LIBRARY_VERSION", "184521^X"),
            "library , area Crit Care");
}

TEST(read_oru_r42, a_care_area_that_nobody_chose_is_not_one_that_is_not_told) {
  EXPECT_EQ(device_after("Crit Care", "\"\""), "library DL1, no area");
  EXPECT_EQ(device_after("Crit Care", ""), "library DL1, area ");
  EXPECT_EQ(device_after(area_line, ""), "library DL1, area ");
  EXPECT_EQ(device_after("Crit Care||||||R", "Crit Care||||||W"),
            "library DL1, area ; event_implausible at OBX[22]-11 W");
  const auto site = PumpTerms::load(shipped_files(), {{"pump_terms.csv",
                                                       "row,kind,number,refid,token,name\n"
                                                       "site.none,care_area,,,Not set,none\n"}});
  ASSERT_TRUE(site) << listed(site.fault());
  const hl7::Message message =
      message_of(replaced(std::string(samples::lvp_start), "Crit Care", "Not set"));
  EXPECT_TRUE(
      read_oru_r42(message, shipped_book(), *site, MessageClock::fixed(0)).event.no_care_area);
  EXPECT_FALSE(read_oru_r42(message, shipped_book(), shipped_terms(), MessageClock::fixed(0))
                   .event.no_care_area);
}

TEST(read_oru_r42, two_care_areas_of_one_channel_say_nothing) {
  std::string two(area_line);
  two.append("OBX|23|ST|184516^X^MDC|1.1.2.12|Ward||||||R\n");
  EXPECT_EQ(device_after(area_line, two), "library DL1, area ; field_repeats at OBX[23]-5 W");
}

TEST(read_oru_r42, a_pump_without_set_or_syringe_says_so_by_its_alarm) {
  const auto with = [](std::string_view condition) {
    return device_after(library_line, std::string(library_line).append(condition));
  };
  constexpr std::string_view plain = "library DL1, area Crit Care";
  const std::string not_loaded = std::string(plain) + ", not loaded";
  EXPECT_EQ(with("OBX|3|CWE|68012^MDC_ATTR_AL_COND^MDC|1.1.0.5|197346^X^MDC||||||R\n"), not_loaded);
  EXPECT_EQ(with("OBX|3|CWE|68012^X^MDC|1.1.0.5|196940^X^MDC~197254^X^MDC||||||R\n"), not_loaded);
  // Another alarm, another channel of the same pump, the name without its number.
  EXPECT_EQ(with("OBX|3|CWE|68012^X^MDC|1.1.0.5|196940^MDC_EVT_FLUID_LINE_OCCL^MDC||||||R\n"),
            plain);
  EXPECT_EQ(with("OBX|3|CWE|68012^X^MDC|1.2.0.5|197346^X^MDC||||||R\n"), plain);
  EXPECT_EQ(with("OBX|3|CWE|68012^X^MDC|1.1.0.5|^MDC_EVT_CHECK_IV_SET||||||R\n"), plain);
  // As the event itself it is a known one, and not a warning.
  EXPECT_EQ(device_after("197288^MDC_EVT_PUMP_DELIV_START", "197254^MDC_EVT_SYRINGE_ABSENT"),
            not_loaded);
}

TEST(read_oru_r42, obr_29_is_the_order_out_of_which_a_bolus_comes) {
  const auto parent = [](std::string_view obr_29) {
    const EventRead result =
        read(replaced(transitioning, "|||20260302171500+0000\n",
                      "|||20260302171500+0000||||||||||||||||||||||" + std::string(obr_29) + "\n"));
    return result.event.parent_order_number.key() + listed(result.faults);
  };
  EXPECT_EQ(parent("ORD1&EHR"), "ORD1^EHR");
  EXPECT_EQ(parent("ORD1&&1.2.3&ISO^F1&RX"), "ORD1^1.2.3");
  EXPECT_EQ(parent("^F1&RX"), "") << "the filler's number of the parent is not ours";
  EXPECT_EQ(parent(""), "");
  EXPECT_EQ(parent("\"\""), "");
}

}  // namespace
}  // namespace bridge::translate
