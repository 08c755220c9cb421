// SPDX-License-Identifier: Apache-2.0
// Rows B05, B06, B10, B11 and B13-B37 of spec/safety.md: what is wrong with a message as a message.
// Proves: P3.
//
// Elsewhere: B01-B04, B07, B08, B12 are bytes of a connection (tests/shell/mllp_server_test.cpp);
// B09 needs a power cut (the journal and core tests). Not met: B23 (no connection
// has a certificate; TLS is the proxy's, docs/operation.md), B38 and B40 (a patient is known from
// the orders alone: no message admits, merges or discharges one, and ADT is refused as B16).
#include "engine/bad_input.h"

namespace bridge::engine {
namespace {

constexpr const char* unread = "message_refused";

std::string many(std::size_t count, const std::string& text) {
  std::string all;
  for (std::size_t at = 0; at < count; ++at) all += text;
  return all;
}

Row envelope(const char* id, const char* what, Edit edit, const char* code, const char* error,
             std::optional<std::string> echo = {}) {
  return {id,    what,        std::move(edit), Way::door, code,
          error, Base::order, unread,          {},        std::move(echo)};
}

std::vector<Row> rows() {
  Row future = envelope("B24", "dated six minutes ahead", with("MSH-7", "20260302163601+0000"),
                        "AE", "E 207 9004 MSH-7");
  future.way = Way::lane;
  Row profile{"B28",
              "another profile than PIV",
              with("MSH-21", "X^IHE PCD^1.2.3^ISO"),
              Way::door,
              "AE",
              "E 103 0 MSH-21",
              Base::scan,
              "program_refused",
              take_order};
  return {
      envelope("B10", "line feeds end segments", replaced("|UNICODE UTF-8\r", "|UNICODE UTF-8\n"),
               "AE", "E 100 0 MSH-18"),
      envelope("B10", "CR LF ends segments", replaced("\rPID", "\r\nPID"), "AE", "E 100 0"),
      envelope("B11", "NUL in a field", with("PID-5", std::string("SAMPLE^\0", 8)), "AE",
               "E 102 0 PID-5"),
      envelope("B11", "escape byte in a field", with("PID-5", "SAMPLE^\x1B[2J"), "AE",
               "E 102 0 PID-5"),
      envelope("B16", "unknown type", with("MSH-9", "XYZ^A01"), "AR", "E 200 0 MSH-9.1"),
      envelope("B16", "admissions are not read yet", with("MSH-9", "ADT^A01^ADT_A01"), "AR",
               "E 200 0 MSH-9.1"),
      envelope("B17", "unknown event", with("MSH-9", "RDE^O99"), "AR", "E 201 0 MSH-9.2"),
      envelope("B18", "structure contradicts", with("MSH-9", "RDE^O11^ORM_O01"), "AE",
               "E 102 0 MSH-9.3"),
      envelope("B19", "training data", with("MSH-11", "T"), "AR", "E 202 0 MSH-11"),
      envelope("B19", "debugging data", with("MSH-11", "D"), "AR", "E 202 0 MSH-11"),
      envelope("B20", "version 2.1", with("MSH-12", "2.1"), "AR", "E 203 0 MSH-12"),
      envelope("B20", "version 2.99", with("MSH-12", "2.99"), "AR", "E 203 0 MSH-12"),
      envelope("B20", "version empty", with("MSH-12", ""), "AR", "E 203 0 MSH-12"),
      envelope("B21", "control id empty", with("MSH-10", ""), "AE", "E 101 0 MSH-10", ""),
      envelope("B22", "control id of 200 characters", with("MSH-10", many(200, "7")), "AE",
               "E 104 0 MSH-10", many(200, "7")),
      envelope("B22", "control id with an escaped delimiter", with("MSH-10", "A\\F\\B"), "AE",
               "E 102 0 MSH-10", "A\\F\\B"),
      envelope("B25", "unknown character set", with("MSH-18", "KLINGON"), "AE", "E 103 0 MSH-18"),
      envelope("B26", "overlong UTF-8", with("PID-5", "SAMPLE^\xC0\xAF"), "AE", "E 102 0 PID-5"),
      envelope("B26", "a surrogate in UTF-8", with("PID-5", "SAMPLE^\xED\xA0\x80"), "AE",
               "E 102 0 PID-5"),
      envelope("B26", "cut UTF-8", with("PID-5", "SAMPLE^\xE2\x82"), "AE", "E 102 0 PID-5"),
      envelope("B27", "high bytes without a character set",
               with({{"MSH-18", ""}, {"PID-5", "SAMPLE^\xE9"}}), "AE", "E 102 0 PID-5"),
      envelope(
          "B31", "10001 segments", [](std::string text) { return text + many(10'000, "ZZZ|1\r"); },
          "AE", "E 104 0"),
      envelope("B31", "1001 repetitions", with("PID-3", many(1'000, "1~") + "1"), "AE",
               "E 104 0 PID-3"),
      future,
      profile,
      {"B32", "no RXE", without("RXE"), Way::door, "AE", "E 100 0 RXE"},
      {"B32", "no ORC", without("ORC"), Way::door, "AE", "E 100 0 ORC"},
      {"B35", "unknown escape in a number", with("RXE-23", "5\\Q\\"), Way::lane, "AE",
       "E 102 0 RXE-23"},
      {"B35", "open escape in a code", with("RXE-2", "DOPA\\F^Dopamine^L"), Way::lane, "AE",
       "E 102 0 RXE-2.1"},
      {"B36", "no PID", without("PID"), Way::door, "AE", "E 100 0 PID"},
      {"B37", "no patient identifier", with("PID-3", ""), Way::door, "AE", "E 101 9031 PID-3"},
  };
}

const std::vector<Row>& all() {
  static const std::vector<Row> kept = rows();
  return kept;
}

class BadEnvelope : public testing::TestWithParam<std::size_t> {};

TEST_P(BadEnvelope, in_original_mode) { expect_refused(all()[GetParam()], Mode::original); }
TEST_P(BadEnvelope, in_enhanced_mode) { expect_refused(all()[GetParam()], Mode::enhanced); }

INSTANTIATE_TEST_SUITE_P(Rows, BadEnvelope, testing::Range(std::size_t{0}, all().size()),
                         [](const auto& tested) {
                           const Row& row = all()[tested.param];
                           return test_name(row.id, row.what, tested.param);
                         });

struct Unaddressed {
  const char* id;
  const char* what;
  std::string text;
  const char* code;
  const char* error;
};

// There is no header that could say the mode or the control id.
std::vector<Unaddressed> unaddressed() {
  const std::string good = good_order(Mode::enhanced);
  return {
      {"B05", "an empty frame", "", "AE", "E 100 0\n"},
      {"B13", "begins with PID", good.substr(good.find("PID")), "AE", "E 100 0\n"},
      {"B13", "XML", "<MedicationRequest/>", "AE", "E 100 0\n"},
      {"B13", "JSON", "{\"resourceType\":\"MedicationRequest\"}", "AE", "E 100 0\n"},
      {"B14", "MSH too short", "MSH|^~\\", "AE", "E 100 0 MSH-2\n"},
      {"B14", "the separator in MSH-2", replaced("MSH|^~\\&|", "MSH||~&|")(good), "AE",
       "E 100 0 MSH-2\n"},
      {"B14", "a delimiter twice", replaced("MSH|^~\\&|", "MSH|^~~&|")(good), "AE",
       "E 100 0 MSH-2\n"},
      {"B14", "the separator for the repetition", replaced("MSH|^~\\&|", "MSH|^|~&|")(good), "AE",
       "E 100 0 MSH-2\n"},
      {"B14", "the separator for the escape", replaced("MSH|^~\\&|", "MSH|^~|&|")(good), "AE",
       "E 100 0 MSH-2\n"},
      {"B14", "the separator for the subcomponent", replaced("MSH|^~\\&|", "MSH|^~\\|&|")(good),
       "AE", "E 100 0 MSH-2\n"},
      {"B29", "a batch", "FHS|^~\\&|EHR\rBHS|^~\\&|EHR\r" + good, "AR", "E 200 0 FHS\n"},
  };
}

TEST(BadEnvelope, what_names_no_sender_is_refused_with_an_empty_control_id) {
  for (const Unaddressed& row : unaddressed()) {
    SCOPED_TRACE(std::string(row.id) + " " + row.what);
    Hospital hospital;
    const std::size_t before = hospital.facts();
    const Told told = read_answer(hospital.send(row.text));
    EXPECT_EQ(told.code, row.code);
    EXPECT_EQ(told.echo, "");
    EXPECT_EQ(told.errors, row.error);
    EXPECT_EQ(hospital.kinds(before), std::vector<std::string>{unread});
    EXPECT_EQ(hospital.next_on_lane(), "");
    EXPECT_EQ(hospital.next_program(), "");
    expect_taken(hospital, good_order(Mode::original));
  }
}

TEST(BadEnvelope, B06_a_message_that_is_too_long_is_refused_to_its_sender) {
  for (const Mode mode : {Mode::original, Mode::enhanced}) {
    Hospital hospital;
    const std::size_t before = hospital.facts();
    const std::string beginning = good_order(mode).substr(0, 300);
    const Told told = read_answer(hospital.inbound.refuse_too_long(beginning, Door::ehr));
    EXPECT_EQ(told.code, mode == Mode::original ? "AE" : "CE");
    EXPECT_EQ(told.echo, "MSG1");
    EXPECT_EQ(told.errors, "E 104 0\n");
    EXPECT_EQ(hospital.kinds(before), std::vector<std::string>{unread});
    expect_taken(hospital, good_order(Mode::original));
  }
}

TEST(BadEnvelope, B10_files_may_end_segments_with_line_feeds) {
  Hospital hospital;
  hospital.inbound.take_line_feeds(hl7::LineFeeds::end_segments);
  std::string text = good_order(Mode::original);
  for (char& c : text) c = c == '\r' ? '\n' : c;
  expect_taken(hospital, text);
}

TEST(BadEnvelope, B15_other_delimiters_are_taken_and_answered_with_our_own) {
  Hospital hospital;
  std::string text = good_order(Mode::original);
  for (char& c : text) {
    if (c == '|') c = '#';
    if (c == '^') c = '*';
  }
  const std::string answer = hospital.send(text);
  EXPECT_EQ(answer.substr(0, 9), "MSH|^~\\&|");
  EXPECT_EQ(read_answer(answer).code, "AA") << answer;
}

TEST(BadEnvelope, B24_a_refusal_that_the_sender_wants_no_answer_to_is_told_at_once) {
  Hospital hospital;
  const Edit future = with({{"MSH-7", "20260302163601+0000"}, {"MSH-16", "NE"}});
  const Told told = read_answer(hospital.send(future(good_order(Mode::enhanced))));
  EXPECT_EQ(told.code, "CE");
  EXPECT_EQ(told.errors, "E 207 9004 MSH-7\n");
}

TEST(BadEnvelope, a_refusal_without_accept_acknowledgement_is_told_on_the_lane) {
  Hospital hospital;
  const Edit edit = with({{"PID-3", ""}, {"MSH-15", "NE"}});
  EXPECT_EQ(hospital.send(edit(good_order(Mode::enhanced))), "");
  const Told later = read_answer(hospital.next_on_lane());
  EXPECT_EQ(later.code, "AE");
  EXPECT_NE(later.errors.find("E 101 9031 PID-3\n"), std::string::npos) << later.errors;
}

TEST(BadEnvelope, B30_an_answer_is_never_answered) {
  Hospital hospital;
  const std::size_t before = hospital.facts();
  for (const char* type : {"ACK^O11^ACK", "RRG^O16^RRG_O16"}) {
    EXPECT_EQ(hospital.send(with("MSH-9", type)(good_order(Mode::enhanced))), "") << type;
  }
  EXPECT_EQ(hospital.facts(), before);
  EXPECT_EQ(hospital.counters.received[static_cast<std::size_t>(ReceivedKind::ack)].value(), 1U);
}

TEST(BadEnvelope, B33_an_unknown_z_segment_is_taken) {
  Hospital hospital;
  expect_taken(hospital, good_order(Mode::original) + "ZXY|1|anything\r");
}

TEST(BadEnvelope, B34_an_escape_makes_no_segment_and_goes_out_escaped) {
  Hospital hospital;
  const std::string name = "SAMPLE^IVY\\X0D\\PID\\F\\\\F\\\\F\\999";
  expect_taken(hospital, with("PID-5", name)(good_order(Mode::original)));
  EXPECT_EQ(read_answer(hospital.send(good_scan(Mode::original))).code, "AA");
  const std::string program = hospital.next_program();
  ASSERT_NE(program, "");
  std::size_t patients = 0;
  for (std::size_t at = program.find("\rPID|"); at != std::string::npos;
       at = program.find("\rPID|", at + 1)) {
    ++patients;
  }
  EXPECT_EQ(patients, 1U);
  EXPECT_EQ(program.find("|999"), std::string::npos);
}

TEST(BadEnvelope, B141_what_cannot_be_kept_is_accepted_in_no_mode) {
  for (const Mode mode : {Mode::original, Mode::enhanced}) {
    Hospital hospital;
    hospital.journal.fail_after(0);
    for (const Edit& edit : {Edit(with("PID-8", "F")), Edit(with("PID-3", ""))}) {
      const Told told = read_answer(hospital.send(edit(good_order(mode))));
      EXPECT_EQ(told.code, mode == Mode::original ? "AR" : "CE");
      EXPECT_EQ(told.errors, "E 207 9016\n");
    }
  }
}

}  // namespace
}  // namespace bridge::engine
