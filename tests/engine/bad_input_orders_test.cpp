// SPDX-License-Identifier: Apache-2.0
// Rows B39, B45-B78, B89-B92, B94 and B95 of spec/safety.md as RDE^O11: what is wrong with an
// order. Proves: P3.
#include "engine/bad_input.h"
#include "shell/time_zone.h"

namespace bridge::engine {
namespace {

Row content(const char* id, const char* what, Edit edit, const char* error) {
  return {id, what, std::move(edit), Way::lane, "AE", error};
}

Row rate(const char* id, const char* what, const std::string& number, const char* error) {
  return content(id, what, with("RXE-23", number), error);
}

std::vector<Row> identity_and_drug() {
  return {
      content("B39", "two identifiers and neither known", with("PID-3", "1^^^A^PI~2^^^B^PI"),
              "E 207 9012 PID-3"),
      content("B45", "no setup of the drug in this care area", with("PV1-3", "LD^1^A"),
              "E 207 9021 PV1-3"),
      content("B45", "no care area claims the place", with("PV1-3", "ATTIC^1^A"),
              "E 207 9021 PV1-3"),
      {"B46", "no give code", with("RXE-2", ""), Way::door, "AE", "E 101 0 RXE-2"},
      content("B47", "drug not in the library",
              with({{"RXE-2", "NOSUCH^Nosuch^L"}, {"RXC[2]-2", "NOSUCH^Nosuch^L"}}),
              "E 207 9010 RXE-2"),
      content("B48", "name and code disagree", with("RXE-2", "DOPA^Norepinephrine^L"),
              "E 207 9018 RXE-2"),
      content("B49", "cc per hour", with("RXE-24", "cc/h"), "E 207 9008 RXE-24"),
      content("B49", "u", with("RXE-26", "u"), "E 207 9008 RXE-26"),
      content("B49", "mcgg", with("RXE-24", "mcgg/kg/min"), "E 207 9008 RXE-24"),
      content("B50", "mL where a rate is needed", with("RXE-24", "mL^^UCUM"), "E 207 9008 RXE-23"),
      content("B50", "mL where mg is needed", with("RXE-26", "mL^^UCUM"), "E 207 9008 RXE-25"),
      content("B51", "units where the library doses by mass", with("RXE-24", "[iU]/kg/min^^UCUM"),
              "E 207 9009 RXE-23"),
      content("B52", "Mg is not mg", with("RXE-26", "Mg^^UCUM"), "E 207 9008 RXE-26"),
      content("B52", "MG is not mg", with("RXE-26", "MG^^UCUM"), "E 207 9008 RXE-26"),
  };
}

std::vector<Row> numbers() {
  std::vector<Row> all{
      rate("B53", "ten times above the hard maximum", "500", "E 207 9005 RXE-23"),
      rate("B55", "below the hard minimum", "0.1", "E 207 9005 RXE-23"),
      rate("B63", "19 digits", "5.000000000000000001", "E 104 0 RXE-23"),
      rate("B65", "a negative dose rate", "-5", "E 207 9004 RXE-23"),
      content("B65", "a negative volume", with("RXE-3", "-250"), "E 207 9004 RXE-3"),
      content("B65", "a negative weight", with("OBX-5", "-70"), "E 207 9004 OBX-5"),
      content("B65", "a negative strength", with("RXE-25", "-400"), "E 207 9004 RXE-25"),
      rate("B66", "a zero dose rate", "0", "E 207 9005 RXE-23"),
      content("B66", "a zero rate", with({{"RXE-23", "0.0"}, {"RXE-24", "mL/h^^UCUM"}}),
              "E 207 9005 RXE-23"),
      content("B66", "a zero dose", with({{"RXE-3", "0"}, {"RXE-5", "mg^^UCUM"}}),
              "E 207 9005 RXE-3"),
      content("B67", "a rate above the pump's maximum",
              with({{"RXE-23", "1200"}, {"RXE-24", "mL/h^^UCUM"}}), "E 207 9014 RXE-23"),
      content("B67", "a volume above the pump's maximum", with("RXE-3", "10000"),
              "E 207 9014 RXE-3"),
      content("B68", "strength and components disagree", with("RXC[2]-3", "800"),
              "E 207 9018 RXE-25"),
  };
  const std::vector<std::pair<const char*, const char*>> malformed = {
      {"B56", "NaN"},      {"B56", "inf"},
      {"B56", "Infinity"}, {"B57", "1,000"},
      {"B57", "1,5"},      {"B57", "1 000"},
      {"B57", "1'000"},    {"B58", "1e400"},
      {"B58", "1e5"},      {"B59", ".5"},
      {"B60", "5."},       {"B64", "\xEF\xBC\x95"},
      {"B64", "\xD9\xA5"}, {"B64", "\xE2\x88\x92\x35"}};
  for (const auto& [id, text] : malformed) all.push_back(rate(id, text, text, "E 102 0 RXE-23"));
  return all;
}

std::vector<Row> body_and_way() {
  const auto fluorouracil = with({{"PV1-3", "3W^12^A"},
                                  {"RXE-2", "5FU^Fluorouracil^L"},
                                  {"RXE-3", "100"},
                                  {"RXE-23", "1000"},
                                  {"RXE-24", "mg/m2/d^^UCUM"},
                                  {"RXE-25", "5"},
                                  {"RXE-26", "g^^UCUM"},
                                  {"RXE-33", "100"}});
  Row heavier = content("B71", "more than a tenth from the known weight", with("OBX-5", "80"),
                        "E 207 9011 OBX-5");
  heavier.edit = [](const std::string& good) {
    return with({{"OBX-5", "80"}, {"ORC-2", "P5002^EHR"}})(good);
  };
  heavier.before = take_order;
  return {
      content("B69", "no weight", without("OBX"), "E 207 9019 OBX"),
      content("B70", "pounds", with("OBX-6", "[lb_av]^^UCUM"), "E 207 9008 OBX-6"),
      content("B70", "ounces", with("OBX-6", "[oz_av]^^UCUM"), "E 207 9008 OBX-6"),
      content("B70", "no unit of the weight", with("OBX-6", ""), "E 207 9008 OBX-6"),
      content("B71", "700 kg", with("OBX-5", "700"), "E 207 9011 OBX-5"),
      content("B71", "0.07 kg", with("OBX-5", "0.07"), "E 207 9011 OBX-5"),
      heavier,
      content(
          "B72", "no height for a dose by body surface",
          [fluorouracil](std::string good) {
            return without("RXC")(fluorouracil(std::move(good)));
          },
          "E 207 9020 OBX"),
      content("B73", "300 mg in 250 mL", with({{"RXE-25", "300"}, {"RXC[2]-3", "300"}}),
              "E 207 9018 RXE-25"),
      content("B74", "intramuscular", with("RXR-1", "IM^Intramuscular^HL70162"),
              "E 207 9004 RXR-1"),
      content("B74", "oral", with("RXR-1", "PO^Oral^HL70162"), "E 207 9004 RXR-1"),
      content("B74", "intrathecal", with("RXR-1", "IT^Intrathecal^HL70162"), "E 207 9004 RXR-1"),
      content("B75", "route not in the table", with("RXR-1", "QQ^Nowhere^HL70162"),
              "E 103 0 RXR-1"),
      content("B76", "not as a piggyback", with("RXR-4", "IVPB^IV Piggyback^HL70165"),
              "E 207 9013 RXR-4"),
      content(
          "B77", "no volume",
          [](std::string good) { return without("RXC")(with_field(std::move(good), "RXE-3", "")); },
          "E 207 9003 RXE-3"),
  };
}

std::shared_ptr<const Tables> chicago_tables() {
  static const auto tables = tables_at(shell::clock_of_zone("America/Chicago").value());
  return tables;
}

// The header has the offset that Chicago has in winter, or none.
Row in_chicago(const char* what, const char* path, const char* time, const char* error,
               const char* header = "20260302102500-0600") {
  Row row = content("B91", what, with({{"MSH-7", header}, {path, time}}), error);
  row.before = [](Hospital& hospital) { hospital.holder.swap(chicago_tables()); };
  return row;
}

std::vector<Row> clock_changes() {
  return {
      in_chicago("a start in the skipped hour", "TQ1-7", "20260308023000", "E 207 9004 TQ1-7"),
      in_chicago("a start in the repeated hour", "TQ1-7", "20261101013000", "E 207 9004 TQ1-7"),
      in_chicago("a stop in the skipped hour", "TQ1-8", "20260308020000", "E 207 9004 TQ1-8"),
      in_chicago("a stop in the repeated hour", "TQ1-8", "20261101015959", "E 207 9004 TQ1-8"),
      in_chicago("a start by the header of a sender without offsets", "TQ1-7", "20260308023000",
                 "E 207 9004 TQ1-7", "20260302102500"),
      in_chicago("a start of an old sender", "ORC-7", "^^^20261101013000", "E 207 9004 ORC-7.4"),
      in_chicago("a stop of an old sender", "ORC-7", "^^^^20260308023000", "E 207 9004 ORC-7.5"),
      in_chicago("a change that takes effect in the repeated hour", "ORC-15", "202611010130",
                 "E 207 9004 ORC-15"),
  };
}

std::vector<Row> times_and_status() {
  return {
      content("B89", "the stop is before the start",
              with({{"TQ1-7", "20260302173000+0000"}, {"TQ1-8", "20260302170000+0000"}}),
              "E 207 9004 TQ1-8"),
      content("B90", "a day that does not exist", with("TQ1-7", "20240230120000+0000"),
              "E 102 0 TQ1-7"),
      content("B90", "25 o'clock", with("TQ1-7", "202403022500+0000"), "E 102 0 TQ1-7"),
      content("B90", "no time at all", with("TQ1-7", "garbage"), "E 102 0 TQ1-7"),
      content("B92", "a day is no start", with("TQ1-7", "20260302"), "E 207 9003 TQ1-7"),
      content("B94", "when needed", with("TQ1-9", "PRN"), "E 207 9003 RXE-20"),
      content("B94", "per protocol", with("TQ1-11", "per protocol"), "E 207 9003 RXE-20"),
      content("B94", "no rate", with({{"RXE-23", ""}, {"RXE-24", ""}}), "E 207 9003 RXE-23"),
      content("B95", "a cancelled status", with("ORC-5", "CA"), "E 207 9004 ORC-5"),
      content("B95", "a held status", with("ORC-5", "HD"), "E 207 9004 ORC-5"),
  };
}

const std::vector<Row>& all() {
  static const std::vector<Row> kept = [] {
    std::vector<Row> rows;
    for (const std::vector<Row>& part :
         {identity_and_drug(), numbers(), body_and_way(), times_and_status(), clock_changes()}) {
      rows.insert(rows.end(), part.begin(), part.end());
    }
    return rows;
  }();
  return kept;
}

class BadOrder : public testing::TestWithParam<std::size_t> {};

TEST_P(BadOrder, in_original_mode) { expect_refused(all()[GetParam()], Mode::original); }
TEST_P(BadOrder, in_enhanced_mode) { expect_refused(all()[GetParam()], Mode::enhanced); }

INSTANTIATE_TEST_SUITE_P(Rows, BadOrder, testing::Range(std::size_t{0}, all().size()),
                         [](const auto& tested) {
                           const Row& row = all()[tested.param];
                           return test_name(row.id, row.what, tested.param);
                         });

TEST(BadOrder, OMP_is_told_its_own_fields) {
  Hospital hospital;
  std::string text = replaced("RDE^O11^RDE_O11", "OMP^O09^OMP_O09")(good_order(Mode::original));
  text = without("RXE")(text);
  text = with({{"RXO-1", "NOSUCH^Nosuch^L"},
               {"RXO-2", "250"},
               {"RXO-4", "mL^^UCUM"},
               {"RXC[2]-2", "NOSUCH^Nosuch^L"}})(text);
  const Told told = read_answer(hospital.send(text));
  EXPECT_EQ(told.code, "AE");
  EXPECT_NE(told.errors.find("E 207 9010 RXO-1\n"), std::string::npos) << told.errors;
  EXPECT_NE(told.errors.find("E 207 9003 RXO-21\n"), std::string::npos) << told.errors;
}

TEST(BadOrder, B52_spellings_of_one_unit_are_one_unit) {
  Hospital hospital;
  int number = 0;
  for (const char* unit : {"ug/kg/min^^UCUM", "mcg/kg/min", "\xC2\xB5g/kg/min"}) {
    const std::string id = std::to_string(++number);
    expect_taken(hospital, with("RXE-24", unit)(good_order(Mode::original, "M" + id, "P" + id)));
  }
}

TEST(BadOrder, B91_with_its_offset_or_beside_the_change_a_time_is_taken) {
  Hospital hospital(chicago_tables());
  int number = 0;
  for (const auto& [path, time] : {std::pair{"TQ1-7", "20260308033000-0500"},
                                   {"TQ1-7", "20260308023000-0600"},
                                   {"TQ1-8", "20261101013000-0500"},
                                   {"TQ1-8", "20261101013000-0600"},
                                   {"TQ1-7", "20260308015959"},
                                   {"TQ1-7", "20260308030000"},
                                   {"TQ1-8", "20261101005959"},
                                   {"TQ1-8", "20261101020000"}}) {
    const std::string id = std::to_string(++number);
    expect_taken(hospital, with({{"MSH-7", "20260302102500-0600"}, {path, time}})(
                               good_order(Mode::original, "M" + id, "P" + id)));
  }
}

// A header in another offset than the site's is in that offset, and so are its times.
TEST(BadOrder, B91_a_sender_in_UTC_has_no_clock_changes) {
  Hospital hospital(chicago_tables());
  expect_taken(hospital, with("TQ1-7", "20260308023000")(good_order(Mode::original)));
}

TEST(BadOrder, B53_tells_the_limits) {
  Hospital hospital;
  const std::string answer = hospital.send(with("RXE-23", "500")(good_order(Mode::original)));
  EXPECT_NE(answer.find("hard limit 0.5 to 50 mcg per kg per min"), std::string::npos) << answer;
}

TEST(BadOrder, B54_above_a_soft_limit_the_order_is_taken_and_held) {
  Hospital hospital;
  const Told told = read_answer(hospital.send(with("RXE-23", "30")(good_order(Mode::original))));
  EXPECT_EQ(told.code, "AA");
  EXPECT_NE(told.errors.find("W 207 9005 RXE-23\n"), std::string::npos) << told.errors;
  const Told scan = read_answer(hospital.send(good_scan(Mode::original)));
  EXPECT_EQ(scan.code, "AE");
  EXPECT_EQ(hospital.next_program(), "");
  (void)hospital.core.submit(
      decide::ReleaseInput{{"P5001", "EHR", {}, {}}, {"D0007", {}}, "checked with the ward"});
  EXPECT_EQ(read_answer(hospital.send(good_scan(Mode::original, "SCAN2"))).code, "AA");
  EXPECT_NE(hospital.next_program(), "");
}

TEST(BadOrder, B61_B62_zeros_and_a_plus_are_the_same_number) {
  Hospital hospital;
  int number = 0;
  for (const char* text : {"5.0", "05", "+5"}) {
    const std::string id = std::to_string(++number);
    const std::string order = "P" + id;
    expect_taken(hospital, with("RXE-23", text)(good_order(Mode::original, "M" + id, order)));
  }
  // Shown and sent as 5: the certificate of the program repeats no zero of the sender.
  EXPECT_EQ(read_answer(hospital.send(good_scan(Mode::original, "SCAN1", "P1"))).code, "AA");
  const std::string program = hospital.next_program();
  EXPECT_NE(program.find("|5|265619^"), std::string::npos) << program;
}

TEST(BadOrder, B78_without_a_library_nothing_is_taken_and_the_content_is_not_blamed) {
  auto tables = std::make_shared<Tables>(*shipped_tables());
  tables->library.reset();
  Hospital hospital(tables);
  const std::size_t before = hospital.facts();
  const Told told = read_answer(hospital.send(good_order(Mode::original)));
  EXPECT_EQ(told.code, "AR");
  EXPECT_NE(told.errors.find("E 207 9016\n"), std::string::npos) << told.errors;
  EXPECT_EQ(hospital.kinds(before),
            (std::vector<std::string>{"order_refused", "message_answered"}));
  EXPECT_EQ(read_answer(hospital.send(good_order(Mode::enhanced, "MSG2"))).code, "CA");
  EXPECT_EQ(read_answer(hospital.next_on_lane()).code, "AR");
  hospital.holder.swap(shipped_tables());
  expect_taken(hospital, good_order(Mode::original, "MSG3"));
}

TEST(BadOrder, B93_second_60_is_the_next_second) {
  Hospital hospital;
  expect_taken(hospital, with("TQ1-7", "20260302165960+0000")(good_order(Mode::original)));
}

}  // namespace
}  // namespace bridge::engine
