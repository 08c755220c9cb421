// SPDX-License-Identifier: Apache-2.0
#include "hl7/message.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "hl7/parse.h"
#include "hl7/sample_order.h"

namespace bridge::hl7 {
namespace {

Message parsed(std::string text) {
  auto message = parse(std::move(text));
  EXPECT_TRUE(message.has_value()) << (message ? "" : brief(message.fault()));
  return message ? std::move(*message) : Message();
}

Message with_segment(const std::string& segment) {
  return parsed("MSH|^~\\&|A\r" + segment + "\r");
}

TEST(Message, header_fields_count_the_separator_as_the_first) {
  const Message message = parsed(sample_order());
  const Segment msh = message.segment(0);
  EXPECT_EQ(msh.field(1).raw(), "|");
  EXPECT_EQ(msh.field(2).raw(), "^~\\&");
  EXPECT_EQ(msh.field(3).raw(), "EHR^1.2.840.99^ISO");
  EXPECT_EQ(msh.field(3).component(3).raw(), "ISO");
  EXPECT_EQ(msh.field(9).component(2).raw(), "O11");
  EXPECT_EQ(msh.field(10).raw(), "MSG00001");
  EXPECT_EQ(msh.field(12).raw(), "2.6");
  EXPECT_EQ(msh.field(18).raw(), "UNICODE UTF-8");
  EXPECT_EQ(msh.field_count(), 18U);
  EXPECT_FALSE(msh.field(19).exists());
}

TEST(Message, walking_the_fields_of_a_segment_gives_what_asking_for_each_gives) {
  for (const Message& message :
       {parsed(sample_order()), with_segment("PID"), with_segment("PID|"), with_segment("PID|||"),
        with_segment("PID|1||" + std::string(3000, 'x') + "|2|" + std::string(70, '|'))}) {
    for (std::size_t index = 0; index < message.segment_count(); ++index) {
      const Segment segment = message.segment(index);
      std::size_t number = 0;
      for (const Field& field : segment.fields()) {
        const Field asked = segment.field(++number);
        ASSERT_EQ(field.raw().data(), asked.raw().data()) << asked.place();
        ASSERT_EQ(field.raw(), asked.raw()) << asked.place();
        ASSERT_EQ(field.place(), asked.place());
      }
      EXPECT_EQ(number, segment.field_count()) << segment.place();
    }
  }
  const Segment none;
  EXPECT_TRUE(none.fields().begin() == none.fields().end());
}

TEST(Message, encoding_characters_are_plain_text_and_never_split_or_unescaped) {
  const Message message = parsed(sample_order());
  for (const std::size_t number : {1U, 2U}) {
    const Field field = message.segment(0).field(number);
    EXPECT_EQ(field.repetition_count(), 1U);
    EXPECT_EQ(field.component_count(), 1U);
    EXPECT_EQ(field.component(1, 1).raw(), field.raw());
    EXPECT_EQ(*field.text(), field.raw());
  }
}

TEST(Message, every_level_is_reached_and_knows_its_place) {
  const Message message = parsed(sample_order());
  const Segment rxe = message.find("RXE");
  EXPECT_EQ(rxe.field(25).component(4).raw(), "x&y");
  EXPECT_EQ(rxe.field(25).component(4, 2).raw(), "y");
  EXPECT_EQ(rxe.field(25).component(4, 2).place(), "RXE[1]-25.4.2");
  EXPECT_EQ(rxe.field(23).place(), "RXE[1]-23");
  EXPECT_EQ(rxe.field(23).raw(), "15");
  const Field ids = message.find("PID").field(3);
  EXPECT_EQ(ids.repetition_count(), 2U);
  EXPECT_EQ(ids.repetition(2).component(4).raw(), "STATE");
  EXPECT_EQ(ids.repetition(2).component(4).place(), "PID[1]-3[2].4");
  EXPECT_EQ(ids.component(1).raw(), "900001");
  const Segment second = message.find("OBX", message.find("OBX").index() + 1);
  EXPECT_EQ(second.occurrence(), 2U);
  EXPECT_EQ(second.field(3).component(1).place(), "OBX[2]-3.1");
  const Component found = second.field(3).component(1);
  EXPECT_EQ(message.wire().substr(found.offset(), 5), "68063");
}

TEST(Message, null_empty_and_absent_are_three_things) {
  const Message message = with_segment("ZZZ||\"\"|a^\"\"^^b|\"\"~c|");
  const Segment zzz = message.segment(1);
  EXPECT_EQ(zzz.field(1).presence(), Presence::empty);
  EXPECT_EQ(zzz.field(2).presence(), Presence::null);
  EXPECT_EQ(zzz.field(3).presence(), Presence::valued);
  EXPECT_EQ(zzz.field(3).component(2).presence(), Presence::null);
  EXPECT_EQ(zzz.field(3).component(3).presence(), Presence::empty);
  EXPECT_EQ(zzz.field(3).component(5).presence(), Presence::absent);
  EXPECT_EQ(zzz.field(4).presence(), Presence::valued);
  EXPECT_EQ(zzz.field(4).repetition(1).presence(), Presence::null);
  EXPECT_EQ(zzz.field(5).presence(), Presence::empty);
  EXPECT_EQ(zzz.field(6).presence(), Presence::absent);
  EXPECT_EQ(zzz.field_count(), 5U);
}

TEST(Message, an_empty_node_has_no_parts_but_a_first_place) {
  const Message message = with_segment("ZZZ||a~~b|^^c");
  const Field empty = message.segment(1).field(1);
  EXPECT_EQ(empty.repetition_count(), 0U);
  EXPECT_EQ(empty.component_count(), 0U);
  EXPECT_EQ(empty.component(1).presence(), Presence::empty);
  EXPECT_EQ(empty.component(2).presence(), Presence::absent);
  EXPECT_EQ(message.segment(1).field(2).repetition_count(), 3U);
  EXPECT_EQ(message.segment(1).field(3).component_count(), 3U);
}

TEST(Message, asking_beyond_the_wire_gives_absent_nodes_that_know_their_place) {
  const Message message = with_segment("ZZZ|a");
  const Segment zzz = message.segment(1);
  EXPECT_EQ(zzz.field(7).component(2, 3).presence(), Presence::absent);
  EXPECT_EQ(zzz.field(7).component(2, 3).place(), "ZZZ[1]-7.2.3");
  EXPECT_EQ(zzz.field(7).repetition(4).component(1).place(), "ZZZ[1]-7[4].1");
  EXPECT_EQ(*zzz.field(7).text(), "");
  EXPECT_EQ(zzz.field(0).presence(), Presence::absent);
  EXPECT_EQ(zzz.field(1).component(0).presence(), Presence::absent);
  EXPECT_EQ(zzz.field(static_cast<std::size_t>(-1)).presence(), Presence::absent);
  EXPECT_EQ(zzz.field(1).component(static_cast<std::size_t>(-1)).presence(), Presence::absent);
}

TEST(Message, nothing_of_nothing_is_harmless) {
  const Message empty;
  for (const Segment& segment : {Segment(), empty.segment(0), empty.find("PID")}) {
    EXPECT_FALSE(segment.exists());
    EXPECT_EQ(segment.name(), "");
    EXPECT_EQ(segment.field_count(), 0U);
    EXPECT_EQ(segment.occurrence(), 0U);
    EXPECT_EQ(segment.place(), "");
    EXPECT_EQ(segment.field(3).component(1, 2).presence(), Presence::absent);
    EXPECT_EQ(segment.field(3).place(), "");
    EXPECT_EQ(*segment.field(3).text(), "");
    EXPECT_EQ(segment.field(3).repetition_count(), 0U);
    EXPECT_FALSE(segment.whole().exists());
  }
  EXPECT_EQ(empty.place_at(0), "");
  EXPECT_EQ(Node().place(), "");
}

TEST(Message, text_is_unescaped_and_a_fault_names_the_place) {
  const Message message = with_segment("ZZZ|Smith \\T\\ Sons^a\\Q\\b|caf\\XE9\\");
  const Segment zzz = message.segment(1);
  EXPECT_EQ(*zzz.field(1).component(1).text(), "Smith & Sons");
  EXPECT_EQ(zzz.field(1).component(2).text().fault(),
            (Fault{FaultCode::escape_malformed, "ZZZ[1]-1.2", {}}));
  EXPECT_EQ(*zzz.field(1).component(2).text(Escapes::keep_unknown), "a\\Q\\b");
  EXPECT_EQ(zzz.field(2).text().fault(), (Fault{FaultCode::charset_bytes, "ZZZ[1]-2", {}}));
}

// B34.
TEST(Message, an_escaped_line_end_makes_no_segment) {
  const Message message = with_segment("NTE|1||\\X0D\\PID\\F\\1\\F\\\\F\\666");
  EXPECT_EQ(message.segment_count(), 2U);
  EXPECT_FALSE(message.find("PID").exists());
  EXPECT_EQ(message.segment(1).field_count(), 3U);
  EXPECT_EQ(*message.segment(1).field(3).text(), "\rPID|1||666");
}

// B15.
TEST(Message, unusual_separators_are_those_of_the_tree) {
  const Message message = parsed("MSH*$%@!*EHR\rPID*1**77$$$H!1!ISO%88*O@S@Neil|^~\\&\r");
  const Segment pid = message.find("PID");
  EXPECT_EQ(message.delimiters(), (Delimiters{'*', '$', '%', '@', '!', '\0'}));
  EXPECT_EQ(pid.field(3).repetition_count(), 2U);
  EXPECT_EQ(pid.field(3).component(4, 3).raw(), "ISO");
  EXPECT_EQ(*pid.field(4).text(), "O$Neil|^~\\&");
}

TEST(Message, an_undefined_separator_cuts_nothing) {
  const Message message = parsed("MSH|^~|EHR\rPID|a^b&c\\T\\~d\r");
  const Segment pid = message.find("PID");
  EXPECT_EQ(pid.field(1).component(2).raw(), "b&c\\T\\");
  EXPECT_EQ(pid.field(1).component(2).subcomponent_count(), 1U);
  EXPECT_EQ(*pid.field(1).component(2).text(), "b&c\\T\\");
  EXPECT_EQ(pid.field(1).repetition_count(), 2U);
}

TEST(Message, walking_the_parts_meets_those_that_asking_by_number_gives) {
  const Message message = with_segment("ZZZ|a^b&c&^~~^\"\"&|");
  const Field field = message.segment(1).field(1);
  std::vector<std::string> walked;
  std::vector<std::string> asked;
  for (const Repetition& repetition : field.repetitions()) {
    for (const Component& component : repetition.components()) {
      for (const Subcomponent& part : component.subcomponents()) {
        walked.push_back(part.place() + "=" + std::string(part.raw()));
      }
    }
  }
  for (std::size_t r = 1; r <= field.repetition_count(); ++r) {
    for (std::size_t c = 1; c <= field.repetition(r).component_count(); ++c) {
      const Component component = field.repetition(r).component(c);
      for (std::size_t s = 1; s <= component.subcomponent_count(); ++s) {
        const Subcomponent part = component.subcomponent(s);
        asked.push_back(part.place() + "=" + std::string(part.raw()));
      }
    }
  }
  EXPECT_EQ(walked, asked);
  const std::vector<std::string> expected = {"ZZZ[1]-1.1.1=a", "ZZZ[1]-1.2.1=b", "ZZZ[1]-1.2.2=c",
                                             "ZZZ[1]-1.2.3=", "ZZZ[1]-1[3].2.1=\"\"",
                                             "ZZZ[1]-1[3].2.2="};
  EXPECT_EQ(walked, expected);
}

TEST(Message, place_at_names_the_field_of_each_byte) {
  const Message message = parsed("MSH|^~\\&|A\rPID|1||x\rPID|y\r");
  struct Row {
    std::size_t offset;
    const char* place;
  };
  for (const Row& row : {Row{0, "MSH[1]"}, Row{3, "MSH[1]"}, Row{4, "MSH[1]-2"}, Row{9, "MSH[1]-3"},
                         Row{11, "PID[1]"}, Row{15, "PID[1]-1"}, Row{18, "PID[1]-3"},
                         Row{24, "PID[2]-1"}, Row{1000, "PID[2]-1"}}) {
    EXPECT_EQ(message.place_at(row.offset), row.place) << row.offset;
  }
}

TEST(Message, memory_stays_below_three_times_the_wire) {
  std::string separators = "MSH|^~\\&|";
  separators.append(5000, '|');
  std::string tiny_segments = "MSH|^~\\&|A\r";
  for (int i = 0; i < 9000; ++i) tiny_segments.append("ABC\r");
  std::string parts = "MSH|^~\\&|A\rZZZ|";
  for (int i = 0; i < 900; ++i) parts.append("a^b&c~");
  for (const std::string& text :
       {sample_order(), sample_order().substr(0, 400), separators, tiny_segments, parts}) {
    ASSERT_GE(text.size(), 400U);
    const Message message = parsed(text);
    EXPECT_LE(message.memory(), 3 * text.size()) << text.size();
    EXPECT_GE(message.memory(), text.size());
  }
  std::string spare = sample_order();
  spare.reserve(100'000);
  const Message message = parsed(std::move(spare));
  EXPECT_LE(message.memory(), 3 * message.wire().size());
  RecordProperty("memory_of_sample_order", static_cast<int>(message.memory()));
}

TEST(Message, any_field_of_a_megabyte_of_separators_is_found_at_once) {
  std::string text = "MSH|^~\\&|A\rZZZ";
  for (int i = 1; i <= 200'000; ++i) text.append("|").append(std::to_string(i % 1000));
  const Message message = parsed(std::move(text));
  const Segment zzz = message.segment(1);
  ASSERT_EQ(zzz.field_count(), 200'000U);
  // Were each found by a scan from the beginning, this would take minutes and meet the time limit.
  for (std::size_t i = 1; i <= 200'000; ++i) {
    ASSERT_EQ(zzz.field(i).raw(), std::to_string(i % 1000));
  }
}

}  // namespace
}  // namespace bridge::hl7
