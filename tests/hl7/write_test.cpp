// SPDX-License-Identifier: Apache-2.0
#include "hl7/write.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "hl7/parse.h"

namespace bridge::hl7 {
namespace {

const std::string msh = "MSH|^~\\&";

TEST(MessageWriter, an_answer_is_written_from_left_to_right) {
  MessageWriter out;
  out.segment("MSH").set(3, "BRIDGE").set(5, {"EHR", "1.2.3", "ISO"}).set(9, {"ACK", "O11", "ACK"});
  out.set(10, "A1").set(11, "P").set(12, "2.6");
  out.segment("MSA").set(1, "AA").set(2, "MSG00001");
  EXPECT_EQ(out.text(), msh + "|BRIDGE||EHR^1.2.3^ISO||||ACK^O11^ACK|A1|P|2.6\rMSA|AA|MSG00001\r");
}

TEST(MessageWriter, what_is_empty_at_an_end_is_not_written) {
  MessageWriter out;
  out.segment("MSH").segment("PID").set(1, "1").set(3, {"a", "", "b", "", ""}).set(8, "");
  out.segment("PV1").set(2, "").segment("NTE").set(3, 4, 2, "x").set(5, 3, "y").set(5, 4, "");
  out.segment("ZZZ").set(1, {"", "", ""}).set(2, "z");
  EXPECT_EQ(out.text(), msh + "\rPID|1||a^^b\rPV1\rNTE|||^^^&x||^^y\rZZZ||z\r");
}

TEST(MessageWriter, repetitions_and_their_parts_are_a_loop) {
  MessageWriter out;
  out.segment("MSH").segment("PID");
  for (const char* id : {"1", "2", "3"}) {
    out.repeat(3).component(1, id).component(4, 1, "HOSP").component(4, 3, "ISO");
  }
  out.repeat(5, {"Sample", "Ivy"}).repeat(5, "Other").repeat(11).repeat(11, "second");
  EXPECT_EQ(out.text(), msh + "\rPID|||1^^^HOSP&&ISO~2^^^HOSP&&ISO~3^^^HOSP&&ISO||"
                              "Sample^Ivy~Other||||||~second\r");
}

TEST(MessageWriter, no_text_breaks_out_of_its_place) {
  MessageWriter out;
  out.segment("MSH").segment("NTE").set(1, "1").set(3, {"a|b^c~d\\e&f", "x\rPID|1\n\x0B\x1C\r"});
  const std::string text(out.text());
  const auto message = parse(text);
  ASSERT_TRUE(message.has_value());
  EXPECT_EQ(message->segment_count(), 2U);
  const Field field = message->segment(1).field(3);
  EXPECT_EQ(message->segment(1).field_count(), 3U);
  EXPECT_EQ(field.repetition_count(), 1U);
  EXPECT_EQ(field.component_count(), 2U);
  EXPECT_EQ(*field.component(1, 1).text(), "a|b^c~d\\e&f");
  EXPECT_EQ(*field.component(2, 1).text(), "x\rPID|1\n\x0B\x1C\r");
}

TEST(MessageWriter, only_set_null_writes_a_delete_indicator) {
  MessageWriter out;
  out.segment("MSH").segment("ZZZ").set(1, "\"\"").set_null(2).set(3, "a\"\"");
  out.set(5, {"\"\"", "b"});
  EXPECT_EQ(out.text(), msh + "\rZZZ|\\X2222\\|\"\"|a\"\"||\\X2222\\^b\r");
  const auto message = parse(std::string(out.text()));
  EXPECT_EQ(message->segment(1).field(1).presence(), Presence::valued);
  EXPECT_EQ(*message->segment(1).field(1).text(), "\"\"");
  EXPECT_EQ(message->segment(1).field(2).presence(), Presence::null);
}

TEST(MessageWriter, a_copied_field_keeps_its_meaning_under_other_separators_and_sets) {
  const auto from = parse(
      "MSH*$%@!****************8859/1\rPID*1**77$$$H!1.2!ISO%88$$$$**O@S@Neil|^$caf\xE9*\"\"$x*"
      "\"\"*bad@Q@*a%%b$\r");
  ASSERT_TRUE(from.has_value());
  const Segment pid = from->find("PID");
  MessageWriter out;
  out.segment("MSH").set(18, "UNICODE UTF-8").segment("PID");
  for (const std::size_t field : {1U, 2U, 3U, 5U, 6U, 7U}) {
    ASSERT_TRUE(out.copy(field, pid.field(field)).has_value()) << field;
  }
  const auto bad = out.copy(8, pid.field(8));
  ASSERT_FALSE(bad.has_value());
  EXPECT_EQ(bad.fault(), (Fault{FaultCode::escape_malformed, "PID[1]-8.1.1", {}}));
  ASSERT_TRUE(out.copy(9, pid.field(9)).has_value());
  ASSERT_TRUE(out.copy(10, pid.field(10)).has_value());
  EXPECT_EQ(out.text(), msh + "||||||||||||||||UNICODE UTF-8\r"
                              "PID|1||77^^^H&1.2&ISO~88||O$Neil\\F\\\\S\\^café|\"\"^x|\"\"||"
                              "a~~b\r");
}

TEST(MessageWriter, a_copy_that_fails_midway_leaves_the_field_empty) {
  const auto from = parse("MSH|^~\\&|A\rPID|good^fine~x\\Q\\\r");
  MessageWriter out;
  out.segment("MSH").segment("PID").set(1, "1");
  EXPECT_FALSE(out.copy(3, from->find("PID").field(1)).has_value());
  out.set(4, "4");
  EXPECT_EQ(out.text(), msh + "\rPID|1|||4\r");
}

TEST(MessageWriter, a_writer_is_used_again) {
  MessageWriter out;
  out.segment("MSH").set(3, "A");
  EXPECT_EQ(out.take(), msh + "|A\r");
  out.segment("MSH").set(3, "B").segment("PID").set(2, "x");
  out.clear();
  out.segment("MSH").set(4, "C");
  EXPECT_EQ(out.text(), msh + "||C\r");
}

TEST(MessageWriterDeathTest, mistakes_of_ours_stop_the_process) {
  EXPECT_DEATH(MessageWriter().segment("MSH").set(5, "b").set(4, "a"), "invariant broken");
  EXPECT_DEATH(MessageWriter().segment("MSH").set(5, "b").set(5, "a"), "invariant broken");
  EXPECT_DEATH(MessageWriter().segment("MSH").set(5, 2, "b").set(5, 1, "a"), "invariant broken");
  EXPECT_DEATH(MessageWriter().segment("MSH").set(2, "^~\\&"), "invariant broken");
  EXPECT_DEATH(MessageWriter().segment("MSH").segment("PID").set(0, "x"), "invariant broken");
  EXPECT_DEATH(MessageWriter().segment("MSH").segment("PID").set(1, 0, "x"), "invariant broken");
  EXPECT_DEATH(MessageWriter().segment("MSH").segment("P|D"), "invariant broken");
  EXPECT_DEATH(MessageWriter().segment("MSH").segment("MSH"), "invariant broken");
  EXPECT_DEATH(MessageWriter().segment("PID"), "invariant broken");
  EXPECT_DEATH(MessageWriter().set(3, "x"), "invariant broken");
}

}  // namespace
}  // namespace bridge::hl7
