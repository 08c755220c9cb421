// SPDX-License-Identifier: Apache-2.0
#include "translate/ras_o17.h"

#include <gtest/gtest.h>

#include "translate/administration_samples.h"
#include "translate/pump_samples.h"
#include "translate/pump_tools.h"

namespace bridge::translate {
namespace {

std::string written(const Administration& administration, const AdministrationRecord& record,
                    RecordAction action = RecordAction::add) {
  return write_ras_o17(administration, record, action, shipped_ehr(), shipped_book(), "BR0002001",
                       at("2026-03-02T17:15:02Z"));
}

TEST(write_ras_o17, a_rate_change_equals_the_example) {
  // The example with numbers without trailing zeros (B61), units for people in ISMP words, the
  // nurse, and the pump in every OBX.
  std::string expected(samples::chart_record);
  expected = replaced(expected, "|12.00|", "|12|");
  expected = replaced(expected, "31.9 to 38.3 mL/h (10 to 12 ug/kg/min)",
                      "31.9 to 38.3 mL per hour (10 to 12 mcg per kg per min)|N0001^Adams^Jane");
  expected = replaced(expected, "N0001^Adams^Jane|||H1", "N0001^Adams^Jane||H1");
  expected = replaced(expected, "20260302171501+0000\nOBX|2",
                      "20260302171501+0000||||P-100234^^ACDE48FFFE000002^EUI-64\nOBX|2");
  EXPECT_EQ(lines_of(written(dopamine_running(), rate_change())), expected);
}

struct RecordRow {
  const char* name;
  RecordKind kind;
  const char* rxa;
};

TEST(write_ras_o17, every_kind_of_record_has_its_form) {
  const char* const strength = "|400|mg^mg^UCUM||||||";
  const std::string tail = "|A|20260302171502+0000|250|mL^mL^UCUM";
  const std::vector<RecordRow> rows = {
      {"new bag", RecordKind::new_bag,
       "20260302171501+0000|20260302171501+0000|D|38.3|mL^mL^UCUM||^New bag 38.3 mL per hour (12 "
       "mcg per kg per min)|N||H1S"},
      {"rate change", RecordKind::rate_change,
       "20260302171501+0000|20260302171501+0000|D|38.3|mL^mL^UCUM||^Rate change 31.9 to 38.3 "
       "mL per hour (10 to 12 mcg per kg per min)|N||H1S"},
      {"restart", RecordKind::restart,
       "20260302171501+0000|20260302171501+0000|D|38.3|mL^mL^UCUM||^Restart 38.3 mL per hour (12 "
       "mcg per kg per min)|N||H1S"},
      {"pause", RecordKind::pause,
       "20260302163700+0000|20260302171501+0000|D|20|mL^mL^UCUM||^Pause, 20 mL given, 31.9 mL in "
       "all|N||S"},
      {"complete", RecordKind::complete,
       "20260302163700+0000|20260302171501+0000|D|20|mL^mL^UCUM||^Complete, 20 mL given, 31.9 mL "
       "in all|N||SCP"},
      {"stopped", RecordKind::stopped,
       "20260302163700+0000|20260302171501+0000|D|20|mL^mL^UCUM||^Stopped, 20 mL given, 31.9 mL "
       "in all|N||SPA"},
      {"not given", RecordKind::not_given,
       "20260302171501+0000|20260302171501+0000|D|0|||^Not given|N||SNA"},
      {"bolus begun", RecordKind::bolus_start,
       "20260302171501+0000|20260302171501+0000|D|38.3|mL^mL^UCUM||^Bolus started 38.3 mL per "
       "hour (12 mcg per kg per min)|N||H1S"},
      {"bolus", RecordKind::bolus,
       "20260302163700+0000|20260302171501+0000|D|20|mL^mL^UCUM||^Bolus 32 mg, 20 mL, out of this "
       "infusion, which goes on|N||S"},
      {"patient's dose", RecordKind::patient_dose,
       "20260302163700+0000|20260302171501+0000|D|20|mL^mL^UCUM||^Patient's dose 32 mg, 20 "
       "mL|N||S"},
      {"keep vein open", RecordKind::keep_open,
       "20260302163700+0000|20260302171501+0000|D|20|mL^mL^UCUM||^Keep vein open 31.9 mL per "
       "hour, 20 mL given|N||SCP"},
  };
  ASSERT_EQ(rows.size(), names_of(RecordKind{}).size());
  for (const RecordRow& row : rows) {
    AdministrationRecord record = rate_change();
    record.kind = row.kind;
    const bool amount = std::string_view(row.rxa).find("|D|20|") != std::string_view::npos;
    if (amount) record = ended(row.kind);
    if (row.kind == RecordKind::keep_open) record.volume_in_all.reset();
    std::string expected = "RXA|0|2|" + std::string(row.rxa) + tail;
    expected = replaced(expected, "|D|", "|1234^Dopamine^L|");
    expected = replaced(expected, "|N||", "|N0001^Adams^Jane||");
    const std::size_t mark = expected.rfind('S', expected.rfind("|A|2026"));
    expected.replace(mark, 1, strength);
    EXPECT_EQ(segment_of(written(dopamine_running(), record), "RXA"), expected) << row.name;
  }
}

TEST(write_ras_o17, a_bolus_names_its_parent_in_orc_8) {
  Administration bolus = dopamine_running();
  EXPECT_EQ(segment_of(written(bolus, rate_change()), "ORC").find("ORD1&EHR"), std::string::npos);
  bolus.parent_order_number = {"ORD1", "EHR", "", ""};
  const auto message = hl7::parse(written(bolus, rate_change()));
  ASSERT_TRUE(message);
  EXPECT_EQ(message->find("ORC").field(8).raw(), "ORD1&EHR");
}

// 400 mg in 250 mL: 20 mL are 32 mg.
TEST(write_ras_o17, a_bolus_under_its_own_order_is_complete_or_given_in_part) {
  Administration bolus = dopamine_running();
  bolus.parent_order_number = {"ORD1", "EHR", "", ""};
  auto message = hl7::parse(written(bolus, ended(RecordKind::bolus)));
  ASSERT_TRUE(message);
  EXPECT_EQ(message->find("RXA").field(9).raw(), "^Bolus 32 mg, 20 mL");
  EXPECT_EQ(message->find("RXA").field(20).raw(), "CP");
  EXPECT_FALSE(message->find("RXA").field(12).valued());
  message = hl7::parse(written(bolus, ended(RecordKind::stopped)));
  EXPECT_EQ(message->find("RXA").field(9).raw(), "^Bolus stopped early, 32 mg, 20 mL");
  EXPECT_EQ(message->find("RXA").field(20).raw(), "PA");
  bolus.strength.reset();
  message = hl7::parse(written(bolus, ended(RecordKind::bolus)));
  EXPECT_EQ(message->find("RXA").field(9).raw(), "^Bolus 20 mL") << "the dose is not known";
}

TEST(write_ras_o17, what_the_pump_did_not_tell_is_999_without_a_unit) {
  for (const RecordKind kind : {RecordKind::pause, RecordKind::complete, RecordKind::stopped,
                                RecordKind::bolus, RecordKind::keep_open}) {
    AdministrationRecord record = ended(kind);
    record.volume.reset();
    record.volume_in_all.reset();
    const auto message = hl7::parse(written(dopamine_running(), record));
    EXPECT_EQ(message->find("RXA").field(6).raw(), "999") << name_of(kind);
    EXPECT_FALSE(message->find("RXA").field(7).valued()) << name_of(kind);
    EXPECT_NE(message->find("RXA").field(9).raw().find("volume not told by the pump"),
              std::string_view::npos);
  }
}

TEST(write_ras_o17, the_action_tells_an_amendment_and_the_number_stays) {
  for (const auto& [action, code] :
       {std::pair(RecordAction::add, "A"), std::pair(RecordAction::update, "U"),
        std::pair(RecordAction::remove, "D")}) {
    const auto message = hl7::parse(written(dopamine_running(), rate_change(), action));
    EXPECT_EQ(message->find("RXA").field(21).raw(), code);
    EXPECT_EQ(message->find("RXA").field(2).raw(), "2");
  }
}

TEST(write_ras_o17, rxa_12_is_the_time_unit_of_the_rate) {
  for (const auto& [unit, amount, per] :
       {std::tuple("mL/h", "mL", "H1"), std::tuple("mL/min", "mL", "M1"),
        std::tuple("L/d", "L", "D1"), std::tuple("uL/min", "uL", "M1")}) {
    AdministrationRecord record = rate_change();
    record.rate = quantity<FlowRate>("2", unit);
    const auto message = hl7::parse(written(dopamine_running(), record));
    EXPECT_EQ(message->find("RXA").field(7).component(1).raw(), amount) << unit;
    EXPECT_EQ(message->find("RXA").field(12).raw(), per) << unit;
  }
}

TEST(write_ras_o17, a_rate_that_the_pump_did_not_tell_is_not_made_up) {
  AdministrationRecord record = rate_change();
  record.rate.reset();
  const auto message = hl7::parse(written(dopamine_running(), record));
  EXPECT_EQ(message->find("RXA").field(6).raw(), "999") << "a volume would be added up";
  EXPECT_FALSE(message->find("RXA").field(7).valued());
  EXPECT_FALSE(message->find("RXA").field(12).valued());
}

TEST(write_ras_o17, late_records_and_differences_are_notes) {
  Administration administration = dopamine_running();
  administration.differences = {"rate ordered 31.9 mL/h, pump 38.3 mL/h", "a|b^c"};
  AdministrationRecord record = rate_change();
  record.late = true;
  const auto read = read_ras_o17(*hl7::parse(written(administration, record)), shipped_book());
  EXPECT_EQ(read.entry.notes,
            (std::vector<std::string>{
                "Rate change 31.9 to 38.3 mL per hour (10 to 12 mcg per kg per min)",
                "Reported late by the pump", "rate ordered 31.9 mL/h, pump 38.3 mL/h", "a|b^c"}));
}

TEST(write_ras_o17, observations_follow_the_profile) {
  EhrProfile profile = shipped_ehr();
  profile.observations = false;
  const std::string text = write_ras_o17(dopamine_running(), rate_change(), RecordAction::add,
                                         profile, shipped_book(), "C", at("2026-03-02T17:15:02Z"));
  EXPECT_EQ(segment_of(text, "OBX"), "");
  profile.observations = true;
  profile.unit_form = UnitForm::ucum;
  const auto message =
      hl7::parse(write_ras_o17(dopamine_running(), rate_change(), RecordAction::add, profile,
                               shipped_book(), "C", at("2026-03-02T17:15:02Z")));
  EXPECT_EQ(message->find("OBX").field(6).raw(), "ug/kg/min^ug/kg/min^UCUM");
}

TEST(read_ras_o17, reads_what_is_written) {
  const auto read =
      read_ras_o17(*hl7::parse(written(dopamine_running(), rate_change())), shipped_book());
  EXPECT_EQ(listed(read.faults), "");
  EXPECT_EQ(read.entry.control_id, "BR0002001");
  EXPECT_EQ(read.entry.placer_order_number.key(), "ORD778812^EHR");
  EXPECT_EQ(read.entry.administration_id.key(), "BR-ADM-5001^BRIDGE");
  EXPECT_EQ(read.entry.patient_id.key(), "MRN900123^GENHOSP");
  EXPECT_EQ(read.entry.sub_id, "2");
  EXPECT_EQ(read.entry.start, "20260302171501+0000");
  EXPECT_EQ(read.entry.drug, (Coding{"1234", "Dopamine", "L"}));
  EXPECT_EQ(read.entry.amount + ' ' + read.entry.unit + ' ' + read.entry.per, "38.3 mL H1");
  EXPECT_EQ(read.entry.completion, "");
  EXPECT_EQ(read.entry.action, "A");
  EXPECT_EQ(read.entry.performer.id, "N0001");
  EXPECT_EQ(read.entry.dose_rate, "12 ug/kg/min");
  EXPECT_EQ(read.entry.volume_total, "31.9 mL");
  EXPECT_EQ(read.entry.pump.key(), "P-100234^ACDE48FFFE000002");
}

TEST(read_ras_o17, what_is_missing_is_told) {
  const auto read = read_ras_o17(message_of("MSH|^~\\&|B||E||20260302171502+0000||RAS^O17|1|P|2.6\n"
                                            "PID|||1^^^A^MR\n"),
                                 shipped_book());
  EXPECT_EQ(listed(read.faults), "segment_missing at ORC E; segment_missing at RXA E");
}

}  // namespace
}  // namespace bridge::translate
