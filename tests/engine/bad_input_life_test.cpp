// SPDX-License-Identifier: Apache-2.0
// Rows B41-B44, B74, B77 of a scan, and B79-B88 of spec/safety.md: patient, pump and the life of an
// order. Proves: P3, P6.
#include <tuple>

#include "engine/bad_input.h"

namespace bridge::engine {
namespace {

// Another patient's order, on its own number.
std::string order_of_other() {
  return with({{"PID-3", "200456^^^HOSP^MR"}})(good_order(Mode::original, "OTHER", "P6001"));
}

void scan_good(Hospital& hospital) {
  take_order(hospital);
  EXPECT_EQ(read_answer(hospital.send(good_scan(Mode::original, "FIRST"))).code, "AA");
}

// The pump is joined to the first patient, and a second one's order is known.
void join_and_know_other(Hospital& hospital) {
  scan_good(hospital);
  expect_taken(hospital, order_of_other());
}

Row scan(const char* id, const char* what, Edit edit, Way way, const char* error,
         std::function<void(Hospital&)> before = take_order) {
  return {id,
          what,
          std::move(edit),
          way,
          "AE",
          error,
          Base::scan,
          "program_refused",
          std::move(before)};
}

std::vector<Row> rows() {
  return {
      scan("B41", "the wristband is not of the order's patient", with("PID-3", "200456^^^HOSP^MR"),
           Way::lane, "E 207 9012 PID-3"),
      scan("B41", "the pump is joined to another patient",
           with({{"PID-3", "200456^^^HOSP^MR"}, {"ORC-2", "P6001^EHR"}}), Way::lane,
           "E 207 9012 PID-3", join_and_know_other),
      scan("B42", "unknown pump", with("OBX-18", "P-9999^^ACDE48FFFE000002^EUI-64"), Way::lane,
           "E 207 9001 OBX-18"),
      scan("B42", "no pump", with("OBX-18", ""), Way::lane, "E 207 9001 OBX-18"),
      scan("B43", "a command for the pump is under way", with("ORC-19", "N0002"), Way::lane,
           "E 207 9002 OBX-18", scan_good),
      scan("B44", "pump id is no EUI-64", with("OBX-18", "P-1001^^ACDE48^EUI-64"), Way::lane,
           "E 102 0 OBX-18"),
      scan("B46", "no give code", with("RXG-4", ""), Way::door, "E 101 0 RXG-4"),
      scan("B48", "the scanned drug is not the order's", with("RXG-4", "NOREPI^Norepinephrine^L"),
           Way::lane, "E 207 9018 RXG-4"),
      scan("B49", "unknown unit", with("RXG-7", "cc"), Way::lane, "E 207 9008 RXG-7"),
      scan("B57", "a comma in a number", with("RXG-5", "1,000"), Way::lane, "E 102 0 RXG-5"),
      scan("B68", "another volume than ordered", with("RXG-5", "500"), Way::lane,
           "E 207 9018 RXG-5"),
      scan("B74", "another route than ordered", with("RXR-1", "SC^Subcutaneous^HL70162"), Way::lane,
           "E 207 9004 RXR-1"),
      scan("B76", "a bolus out of nothing", with("ORC-1", "CH"), Way::lane, "E 207 9035 ORC-8"),
      scan("B77", "no volume", with({{"RXG-5", ""}, {"RXG-7", ""}}), Way::lane, "E 207 9003 RXG-5"),
      scan("B84", "the order is not known", with("ORC-2", "P7777^EHR"), Way::lane,
           "E 204 101 ORC-2"),
      scan("B88", "asked 16 minutes ago", with("ORC-9", "20260302161400+0000"), Way::lane,
           "E 207 9022 ORC-9"),
      scan("B90", "an impossible time", with("ORC-9", "20240230120000"), Way::lane,
           "E 102 0 ORC-9"),
  };
}

const std::vector<Row>& all() {
  static const std::vector<Row> kept = rows();
  return kept;
}

class BadScan : public testing::TestWithParam<std::size_t> {};

TEST_P(BadScan, in_original_mode) { expect_refused(all()[GetParam()], Mode::original); }
TEST_P(BadScan, in_enhanced_mode) { expect_refused(all()[GetParam()], Mode::enhanced); }

INSTANTIATE_TEST_SUITE_P(Rows, BadScan, testing::Range(std::size_t{0}, all().size()),
                         [](const auto& tested) {
                           const Row& row = all()[tested.param];
                           return test_name(row.id, row.what, tested.param);
                         });

// The clocks went back at 16:00Z from 11:00 to 10:00, and it is the second 10:30.
SiteClock back_at_eleven() {
  const std::int64_t change = Instant::parse_rfc3339("2026-03-02T16:00:00Z")->unix_ms();
  return SiteClock(-300, {{change, -360}}, SiteClock::Beyond::stays);
}

Told scanned_in_the_repeated_hour(Hospital& hospital, const char* header, const char* asked) {
  take_order(hospital);
  return read_answer(
      hospital.send(with({{"MSH-7", header}, {"ORC-9", asked}})(good_scan(Mode::original))));
}

// It may have been asked 65 minutes ago: nothing in the message says that it was not.
TEST(OrderLife, B91_a_scan_that_may_be_old_is_refused_as_old_and_told_why) {
  Hospital hospital(tables_at(back_at_eleven()));
  const Told told = scanned_in_the_repeated_hour(hospital, "20260302102600", "20260302102500");
  EXPECT_EQ(told.code, "AE");
  EXPECT_NE(told.errors.find("E 207 9022 ORC-9\n"), std::string::npos) << told.errors;
  EXPECT_NE(told.errors.find("W 207 9004 ORC-9\n"), std::string::npos) << told.errors;
  EXPECT_EQ(hospital.next_program(), "");
}

TEST(OrderLife, B91_an_offset_of_the_header_or_of_the_scan_says_which_hour_is_meant) {
  for (const auto& [header, asked, warning] :
       {std::tuple{"20260302102600-0600", "20260302102500", "W 207 9004 ORC-9\nW 207 0\n"},
        {"20260302102600", "20260302102500-0600", "W 207 0\n"}}) {  // the pump was not asked yet
    Hospital hospital(tables_at(back_at_eleven()));
    const Told told = scanned_in_the_repeated_hour(hospital, header, asked);
    EXPECT_EQ(told.code, "AA") << told.errors;
    EXPECT_EQ(told.errors, warning);
    EXPECT_NE(hospital.next_program(), "");
  }
}

TEST(OrderLife, B79_the_same_message_gets_the_stored_answer_and_does_nothing) {
  for (const Mode mode : {Mode::original, Mode::enhanced}) {
    Hospital hospital;
    const std::string first = hospital.send(good_order(mode));
    const std::size_t before = hospital.facts();
    hospital.clock.advance_ms(60'000);
    EXPECT_EQ(hospital.send(good_order(mode)), first);
    EXPECT_EQ(hospital.facts(), before);
  }
}

TEST(OrderLife, B79_a_scan_again_programs_once) {
  Hospital hospital;
  take_order(hospital);
  const std::string first = hospital.send(good_scan(Mode::original));
  EXPECT_EQ(hospital.send(good_scan(Mode::original)), first);
  EXPECT_NE(hospital.next_program(), "");
  const auto kinds = hospital.kinds(0);
  EXPECT_EQ(std::count(kinds.begin(), kinds.end(), "program_due"), 1);
}

TEST(OrderLife, B80_one_control_id_for_two_messages_is_refused) {
  for (const Mode mode : {Mode::original, Mode::enhanced}) {
    Hospital hospital;
    // Without an application answer of its own, so that the refusal's is the first on the lane.
    const std::string first = good_order(mode);
    (void)hospital.send(mode == Mode::enhanced ? with("MSH-16", "NE")(first) : first);
    const std::size_t before = hospital.facts();
    const Told told = read_answer(hospital.send(with("RXE-23", "6")(good_order(mode))));
    const auto kinds = hospital.kinds(before);
    EXPECT_EQ(kinds.back(), "message_refused");
    if (mode == Mode::original) {
      EXPECT_EQ(told.code, "AE");
      EXPECT_EQ(told.errors, "E 205 102 MSH-10\n");
      EXPECT_EQ(kinds.size(), 1U);
    } else {
      EXPECT_EQ(told.code, "CA");
      EXPECT_EQ(kinds, (std::vector<std::string>{"answer_due", "message_refused"}));
      const Told later = read_answer(hospital.next_on_lane());
      EXPECT_EQ(later.code, "AE");
      EXPECT_EQ(later.echo, "MSG1");
      EXPECT_EQ(later.errors, "E 205 102 MSH-10\n");
    }
    expect_taken(hospital, good_order(Mode::original, "NEXT", "P9999"));
  }
}

// Who wants no application answer would never hear of the refusal behind a CA.
TEST(OrderLife, B80_without_an_application_answer_the_refusal_is_told_at_once) {
  Hospital hospital;
  (void)hospital.send(good_order(Mode::enhanced));
  const Edit other = with({{"RXE-23", "6"}, {"MSH-16", "NE"}});
  const Told told = read_answer(hospital.send(other(good_order(Mode::enhanced))));
  EXPECT_EQ(told.code, "CE");
  EXPECT_EQ(told.errors, "E 205 102 MSH-10\n");
}

TEST(OrderLife, B81_the_same_order_under_a_new_control_id_is_told_and_does_nothing) {
  Hospital hospital;
  take_order(hospital);
  const std::size_t before = hospital.facts();
  const Told told = read_answer(hospital.send(good_order(Mode::original)));
  EXPECT_EQ(told.code, "AA");
  EXPECT_EQ(told.errors, "I 0 0 ORC-2\n");
  EXPECT_EQ(hospital.kinds(before), std::vector<std::string>{"message_answered"});
}

std::string control(const char* code, const char* control_id, const char* order = "P5001") {
  return with("ORC-1", code)(good_order(Mode::original, control_id, order));
}

TEST(OrderLife, B82_the_same_number_with_other_content_is_refused) {
  Hospital hospital;
  take_order(hospital);
  const std::size_t before = hospital.facts();
  const Told told = read_answer(hospital.send(with("RXE-23", "6")(good_order(Mode::original))));
  EXPECT_EQ(told.code, "AE");
  EXPECT_EQ(told.errors, "E 205 102 ORC-2\n");
  EXPECT_EQ(hospital.kinds(before),
            (std::vector<std::string>{"order_refused", "message_answered"}));
}

TEST(OrderLife, B83_an_order_replayed_after_two_hours_gets_the_stored_answer) {
  Hospital hospital;
  const std::string first = hospital.send(good_order(Mode::original));
  hospital.clock.advance_ms(2 * 3'600'000);
  const std::size_t before = hospital.facts();
  EXPECT_EQ(hospital.send(good_order(Mode::original)), first);
  EXPECT_EQ(hospital.facts(), before);
}

TEST(OrderLife, B84_a_change_of_an_unknown_order_is_refused) {
  for (const char* code : {"CA", "DC", "XO", "HD", "RL"}) {
    Hospital hospital;
    const Told told = read_answer(hospital.send(control(code, "MSG1")));
    EXPECT_EQ(told.code, "AE") << code;
    EXPECT_EQ(told.errors, "E 204 101 ORC-2\n") << code;
    EXPECT_EQ(hospital.next_program(), "");
  }
}

TEST(OrderLife, B85_a_new_order_that_comes_after_its_own_cancel_is_refused) {
  Hospital hospital;
  EXPECT_EQ(read_answer(hospital.send(control("CA", "MSG0"))).code, "AE");
  const Told told = read_answer(hospital.send(good_order(Mode::original)));
  EXPECT_EQ(told.code, "AE");
  EXPECT_EQ(told.errors, "E 207 9022 ORC-2\n");
}

// RP is never taken, and says so by where the order is. The change that is taken alters no pump:
// the rate-change path is a scan of its own (samples/stories/a04_titration.story).
TEST(OrderLife, B86_a_running_order_is_not_replaced_and_its_change_moves_no_pump) {
  Hospital hospital;
  EXPECT_EQ(read_answer(hospital.send(control("RP", "MSG0"))).errors, "E 204 101 ORC-2\n");
  scan_good(hospital);
  // The program is due, and no byte of it has left.
  EXPECT_EQ(read_answer(hospital.send(control("RP", "MSG1B"))).errors, "E 103 0 ORC-1\n");
  hospital.gateway.then_unknown();
  EXPECT_NE(hospital.next_program(), "");
  const std::size_t before = hospital.facts();
  const Told replaced_by = read_answer(hospital.send(control("RP", "MSG2")));
  EXPECT_EQ(replaced_by.code, "AE");
  EXPECT_EQ(replaced_by.errors, "E 207 9002 ORC-2\n");
  const Edit faster = with({{"ORC-1", "XO"}, {"RXE-23", "6"}});
  EXPECT_EQ(read_answer(hospital.send(faster(good_order(Mode::original, "MSG3")))).code, "AA");
  const auto kinds = hospital.kinds(before);
  EXPECT_EQ(std::count(kinds.begin(), kinds.end(), "order_changed"), 1);
  EXPECT_EQ(std::count(kinds.begin(), kinds.end(), "program_due"), 0);
  EXPECT_EQ(hospital.next_program(), "");
}

TEST(OrderLife, B87_cancelling_what_is_at_the_pump_is_taken_with_a_warning) {
  Hospital hospital;
  scan_good(hospital);
  hospital.gateway.then_unknown();
  EXPECT_NE(hospital.next_program(), "");
  const Told told = read_answer(hospital.send(control("CA", "MSG2")));
  EXPECT_EQ(told.code, "AA");
  EXPECT_EQ(told.errors, "W 207 9002 ORC-2\n");
}

TEST(OrderLife, P8_a_cancel_before_the_sending_withdraws_the_program) {
  Hospital hospital;
  scan_good(hospital);
  EXPECT_EQ(read_answer(hospital.send(control("CA", "MSG2"))).code, "AA");
  EXPECT_EQ(hospital.next_program(), "");
  EXPECT_TRUE(hospital.gateway.asked().empty());
}

}  // namespace
}  // namespace bridge::engine
