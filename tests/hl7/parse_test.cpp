// SPDX-License-Identifier: Apache-2.0
#include "hl7/parse.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "hl7/sample_order.h"
#include "hl7/write.h"

namespace bridge::hl7 {
namespace {

constexpr Limits line_feeds_end_segments{10'000, 1'000, LineFeeds::end_segments};

std::string outcome(const std::string& text, const Limits& limits = {}) {
  const auto message = parse(text, limits);
  if (!message) return brief(message.fault());
  EXPECT_EQ(write(*message), text);
  return std::to_string(message->segment_count()) + " segments";
}

struct Row {
  const char* name;
  std::string text;
  const char* outcome;
};

TEST(Parse, well_formed_messages_are_taken) {
  const std::vector<Row> rows = {
      {"an order", sample_order(), "10 segments"},
      {"last segment not ended", "MSH|^~\\&|A\rPID|1", "2 segments"},
      {"the shortest header", "MSH|^~\\&", "1 segments"},
      {"the shortest header, ended", "MSH|^~\\&\r", "1 segments"},
      {"B15 unusual separators", "MSH*$%@!*A\rPID*1\r", "2 segments"},
      {"B15 separators of VistA", "MSH^~|\\&^A\rPID^1\r", "2 segments"},
      {"B15 separators of HL7 4A.5.1", "MSH|^&~\\|A\rPID|1\r", "2 segments"},
      {"truncation character", "MSH|^~\\&#|A\rPID|1\r", "2 segments"},
      {"three encoding characters", "MSH|^~\\|A\rPID|1\r", "2 segments"},
      {"two encoding characters", "MSH|^~|A\rPID|1\r", "2 segments"},
      {"a sender with a mark in its name", "MSH|^~|&A\rPID|1\r", "2 segments"},
      {"two encoding characters and no sender", "MSH|^~||B\rPID|1\r", "2 segments"},
      {"a name without fields", "MSH|^~\\&|A\rPID\r", "2 segments"},
      {"B33 a segment that nobody knows", "MSH|^~\\&|A\rZB9|x^y|\"\"\rZZZ|1\r", "3 segments"},
      {"high bytes are the matter of MSH-18", "MSH|^~\\&|\xC3\xA9\xFF\r", "1 segments"},
      {"DEL is no control character of B11", "MSH|^~\\&|\x7F\r", "1 segments"},
  };
  for (const Row& row : rows) EXPECT_EQ(outcome(row.text), row.outcome) << row.name;
}

TEST(Parse, what_is_no_message_is_refused_by_name) {
  const std::vector<Row> rows = {
      {"B05 nothing", "", "frame_empty"},
      {"B13 starts with PID", "PID|1||77\r", "not_hl7"},
      {"B13 XML", "<?xml version=\"1.0\"?><a/>", "not_hl7"},
      {"B13 JSON", "{\"resourceType\":\"Bundle\"}", "not_hl7"},
      {"B13 blank before MSH", " MSH|^~\\&|A\r", "not_hl7"},
      {"B13 byte order mark", "\xEF\xBB\xBFMSH|^~\\&|A\r", "not_hl7"},
      {"B13 lower case", "msh|^~\\&|A\r", "not_hl7"},
      {"B13 beginning of a header", "MS", "not_hl7"},
      {"B14 name only", "MSH", "delimiters_unusable at MSH[1]-2"},
      {"B14 seven characters", "MSH|^~\\", "delimiters_unusable at MSH[1]-2"},
      {"B14 seven characters and more segments", "MSH|^~\\\rPID|1\r",
       "delimiters_unusable at MSH[1]-2"},
      {"B14 no encoding characters", "MSH||^~\\&|A\r", "delimiters_unusable at MSH[1]-2"},
      {"B14 the separator in second place", "MSH|^|~&|A\r", "delimiters_unusable at MSH[1]-2"},
      {"B14 the separator in third place", "MSH|^~|&|A\r", "delimiters_unusable at MSH[1]-2"},
      {"B14 the separator in fourth place", "MSH|^~\\|&|A\r", "delimiters_unusable at MSH[1]-2"},
      {"B14 six encoding characters", "MSH|^~\\&#!|A\r", "delimiters_unusable at MSH[1]-2"},
      {"B14 repeated", "MSH|^~\\^|A\r", "delimiters_unusable at MSH[1]-2"},
      {"B14 truncation repeats", "MSH|^~\\&^|A\r", "delimiters_unusable at MSH[1]-2"},
      {"B14 a letter", "MSHA^~\\&AX\r", "delimiters_unusable at MSH[1]-2"},
      {"B14 a letter among them", "MSH|^~\\x|A\r", "delimiters_unusable at MSH[1]-2"},
      {"B14 a digit", "MSH|^~5&|A\r", "delimiters_unusable at MSH[1]-2"},
      {"B14 a blank", "MSH|^~ &|A\r", "delimiters_unusable at MSH[1]-2"},
      {"B14 a quote", "MSH|^~\"&|A\r", "delimiters_unusable at MSH[1]-2"},
      {"B14 a control character", "MSH|^~\x01&|A\r", "delimiters_unusable at MSH[1]-2"},
      {"B14 a high byte", "MSH|^~\xA5&|A\r", "delimiters_unusable at MSH[1]-2"},
      {"B29 a file batch", "FHS|^~\\&|A\rMSH|^~\\&|A\r", "message_type_unknown at FHS"},
      {"B29 a batch", "BHS|^~\\&|A\rMSH|^~\\&|A\r", "message_type_unknown at BHS"},
      {"B10 line feeds", "MSH|^~\\&|A\nPID|1\n", "line_feed at MSH[1]-3"},
      {"B10 pairs", "MSH|^~\\&|A\r\nPID|1\r\n", "line_feed at segment 2"},
      {"B10 inside a later segment", "MSH|^~\\&|A\rPID|1|a\nb\r", "line_feed at PID[1]-2"},
      {"B11 NUL", std::string("MSH|^~\\&|A\rPID|1|a\0b\r", 21), "control_character at PID[1]-2"},
      {"B11 tab", "MSH|^~\\&|A\rPID|1\rPID|||\t\r", "control_character at PID[2]-3"},
      {"B11 escape", "MSH|^~\\&|\x1B$B\r", "control_character at MSH[1]-3"},
      {"B11 frame characters", "MSH|^~\\&|A\rPID|\x0B\x1C\r", "control_character at PID[1]-1"},
      {"B11 the first of two is told", "MSH|^~\\&|A\rPID|\x02|\n\r",
       "control_character at PID[1]-1"},
      {"name of two", "MSH|^~\\&|A\rPI|1\r", "segment_name_malformed at segment 2"},
      {"name of four", "MSH|^~\\&|A\rPIDX|1\r", "segment_name_malformed at PID[1]"},
      {"lower-case name", "MSH|^~\\&|A\rpid|1\r", "segment_name_malformed at segment 2"},
      {"digit first", "MSH|^~\\&|A\r1AB|1\r", "segment_name_malformed at segment 2"},
      {"broken text", "MSH|^~\\&|A\rNTE|1||first\rsecond line\r",
       "segment_name_malformed at segment 3"},
      {"another separator", "MSH|^~\\&|A\rPID*1\r", "segment_name_malformed at PID[1]"},
      {"an empty segment", "MSH|^~\\&|A\r\rPID|1\r", "segment_name_malformed at segment 2"},
      {"a blank line at the end", "MSH|^~\\&|A\rPID|1\r\r", "segment_name_malformed at segment 3"},
  };
  for (const Row& row : rows) EXPECT_EQ(outcome(row.text), row.outcome) << row.name;
}

// B10.
TEST(Parse, line_feeds_end_segments_where_a_peer_may_send_them) {
  const std::vector<Row> rows = {
      {"line feeds", "MSH|^~\\&|A\nPID|1\nPV1|x\n", "3 segments"},
      {"pairs", "MSH|^~\\&|A\r\nPID|1\r\nPV1|x\r\n", "3 segments"},
      {"mixed", "MSH|^~\\&|A\rPID|1\nPV1|x\r\nNTE", "4 segments"},
      {"carriage returns", "MSH|^~\\&|A\rPID|1\r", "2 segments"},
      {"blank lines at the end of a file", "MSH|^~\\&|A\nPID|1\n\n\r\n\n", "2 segments"},
      {"a blank line between", "MSH|^~\\&|A\n\nPID|1\n", "segment_name_malformed at segment 2"},
      {"LF CR is two ends", "MSH|^~\\&|A\n\rPID|1\n", "segment_name_malformed at segment 2"},
      {"short header", "MSH|^~\\\nPID|1\n", "delimiters_unusable at MSH[1]-2"},
      {"control character", "MSH|^~\\&|A\nPID|\x0C\n", "control_character at PID[1]-1"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(outcome(row.text, line_feeds_end_segments), row.outcome) << row.name;
  }
  const auto message = parse("MSH|^~\\&|A\r\nPID|1|last\r\nPV1|x\n\n", line_feeds_end_segments);
  ASSERT_TRUE(message.has_value());
  EXPECT_EQ(message->find("PID").field(2).raw(), "last");
  EXPECT_EQ(message->find("PID").raw(), "PID|1|last");
  EXPECT_EQ(message->find("PV1").raw(), "PV1|x");
}

// B31.
TEST(Parse, more_segments_than_the_limit_are_refused) {
  std::string text = "MSH|^~\\&|A\r";
  for (int i = 1; i < 10'000; ++i) text.append("NTE|1\r");
  EXPECT_EQ(outcome(text), "10000 segments");
  text.append("NTE|1\r");
  EXPECT_EQ(outcome(text), "too_many_segments");
}

// B31.
TEST(Parse, more_repetitions_in_one_field_than_the_limit_are_refused) {
  std::string thousand = "1";
  for (int i = 1; i < 1'000; ++i) thousand.append("~1");
  const std::string header = "MSH|^~\\&|A\r";
  EXPECT_EQ(outcome(header + "PID|" + thousand + "\r"), "2 segments");
  EXPECT_EQ(outcome(header + "PID|" + thousand + "|" + thousand + "\rZZZ|" + thousand),
            "3 segments");
  EXPECT_EQ(outcome(header + "PID|1|" + thousand + "~1\r"), "too_many_repetitions at PID[1]-2");
  EXPECT_EQ(outcome(header + "PID|1\rPID|" + thousand + "~"), "too_many_repetitions at PID[2]-1");
  EXPECT_EQ(outcome(header + "PID|a~b\r", {10'000, 1, LineFeeds::refused}),
            "too_many_repetitions at PID[1]-1");
}

TEST(Parse, a_message_is_used_again_for_the_next_text) {
  Message message;
  ASSERT_TRUE(parse_into(message, sample_order()).has_value());
  EXPECT_EQ(message.segment_count(), 10U);
  const std::size_t memory = message.memory();
  const char* const bytes = message.wire().data();
  ASSERT_TRUE(parse_into(message, "MSH*$%@!*A\rPID*1\r").has_value());
  EXPECT_EQ(message.segment_count(), 2U);
  EXPECT_EQ(message.delimiters().field, '*');
  EXPECT_EQ(message.find("PID").field(1).raw(), "1");
  EXPECT_FALSE(message.find("RXE").exists());
  EXPECT_EQ(message.memory(), memory);
  EXPECT_EQ(message.wire().data(), bytes);
}

TEST(Parse, after_a_fault_a_message_has_no_segments) {
  Message message;
  ASSERT_TRUE(parse_into(message, sample_order()).has_value());
  EXPECT_EQ(parse_into(message, "MSH|^~\\&|A\rpid\r").fault().code,
            FaultCode::segment_name_malformed);
  EXPECT_EQ(message.segment_count(), 0U);
  EXPECT_FALSE(message.segment(0).exists());
  EXPECT_EQ(message.delimiters(), Delimiters{});
}

TEST(ReadHeaderLeniently, a_refused_message_can_still_be_addressed) {
  struct Damaged {
    const char* name;
    std::string text;
  };
  const std::string header =
      "MSH|^~\\&|EHR^1.2^ISO|GEN|BRIDGE|PUMPS|2026||RDE^O11|M1|P|2.6|||AL|NE";
  const std::vector<Damaged> rows = {
      {"bad segment", header + "\rpid|1\r"},
      {"control character", header + "\rPID|\x01\r"},
      {"line feeds", header + "\nPID|1\n"},
      {"blank before", " \r\n" + header + "\rPID|1\r"},
      {"byte order mark", "\xEF\xBB\xBF" + header + "\rPID|1\r"},
      {"nothing after", header},
  };
  for (const Damaged& row : rows) {
    const Message message = read_header_leniently(row.text);
    ASSERT_EQ(message.segment_count(), 1U) << row.name;
    const Segment msh = message.segment(0);
    EXPECT_EQ(msh.field(3).component(2).raw(), "1.2") << row.name;
    EXPECT_EQ(msh.field(9).component(1).raw(), "RDE") << row.name;
    EXPECT_EQ(msh.field(10).raw(), "M1") << row.name;
    EXPECT_EQ(msh.field(16).raw(), "NE") << row.name;
    EXPECT_FALSE(msh.field(17).exists()) << row.name;
  }
}

TEST(ReadHeaderLeniently, a_control_character_stays_for_the_writer_to_escape) {
  const Message message = read_header_leniently("MSH|^~\\&|||||||ACK|M\x01\x0B|P\r");
  EXPECT_EQ(*message.segment(0).field(10).text(), "M\x01\x0B");
  MessageWriter answer;
  answer.segment("MSH").set(10, "1").segment("MSA").set(2, *message.segment(0).field(10).text());
  EXPECT_EQ(answer.text(), "MSH|^~\\&||||||||1\rMSA||M\\X01\\\\X0B\\\r");
}

TEST(ReadHeaderLeniently, without_a_usable_header_all_fields_are_absent) {
  for (const std::string text : {"", "MSH", "MSH|", "MSH|^~\\", "MSH|^^^^|A|B",
                                 "PID|1\rMSH|^~\\&|A", "<xml/>", "\xEF\xBB\xBF", " \r\n",
                                 "MSH||||||||||", "MSHAAAAAAAA"}) {
    const Message message = read_header_leniently(text);
    EXPECT_EQ(message.segment_count(), 0U) << text;
    EXPECT_FALSE(message.segment(0).field(10).exists()) << text;
  }
}

}  // namespace
}  // namespace bridge::hl7
