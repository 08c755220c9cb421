// SPDX-License-Identifier: Apache-2.0
#include "hl7/path.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "hl7/parse.h"
#include "hl7/sample_order.h"

namespace bridge::hl7 {
namespace {

using namespace literals;

static_assert("RXE-23.1"_path.segment() == "RXE");
static_assert("RXE-23.1"_path.field() == 23 && "RXE-23.1"_path.component() == 1);
static_assert("RXE[2]-23"_path.occurrence() == 2);
static_assert("OBX[3.1=68063]-5"_path.has_selector());
static_assert("RXE-1"_path != "RXE[1]-1"_path);
static_assert(!Path::read("RXE-"));

TEST(Path, writing_what_was_read_gives_the_same_text) {
  for (const std::string text :
       {"RXE", "RXE[2]", "RXE-23", "RXE-23.1", "RXE[2]-23.1.2", "PID-3[2]", "PID-3[2].1",
        "PID[1]-3[10].4.2", "OBX[3=x]", "OBX[3.1=68063]-5", "OBX[3.1=29463-7]-5", "ZB1-1",
        "OBX[3.4.1=a b=c&d]-5[2].1.1", "NTE[99999]-99999.99999.99999",
        "OBX[3.1=abcdefghijklmnopqrstuvwxyz0123456789abcd]-5"}) {
    const auto path = Path::parse(text);
    ASSERT_TRUE(path.has_value()) << text;
    EXPECT_EQ(to_string(*path), text);
    EXPECT_EQ(*Path::parse(to_string(*path)), *path);
  }
}

TEST(Path, what_is_outside_the_grammar_is_refused) {
  const std::vector<std::string> rows = {
      "", "R", "RX", "rxe", "rxe-1", "1XE-1", "RXE1", "RXEE-1", "RXE-", "RXE--1", "RXE-0", "RXE-01",
      "RXE-x", "RXE-1x", "RXE-1.", "RXE-1.0", "RXE-1.1.", "RXE-1.1.1.1", "RXE-100000", "RXE-1 ",
      " RXE-1", "RXE -1", "RXE-1[", "RXE-1[]", "RXE-1[0]", "RXE-1[1", "RXE-1[1].", "RXE-1[1]x",
      "RXE-1.1[1]", "RXE[", "RXE[]", "RXE[0]-1", "RXE[1", "RXE[1-1", "RXE[1]]-1", "RXE[-1]-1",
      "RXE.1", "RXE[1].1", "OBX[3.1]-5", "OBX[3.1=]-5", "OBX[=x]-5", "OBX[3.1=x-5", "OBX[3..1=x]-5",
      "OBX[3.0=x]-5", "OBX[3.1=a[b]-5", "OBX[3.1.1.1=x]-5", "OBX[3.1=x][2]-5", "OBX[3.1=\t]-5",
      "OBX[3.1=\xC3\xA9]-5", "OBX[3.1=abcdefghijklmnopqrstuvwxyz0123456789abcde]-5"};
  for (const std::string& text : rows) {
    const auto path = Path::parse(text);
    ASSERT_FALSE(path.has_value()) << text;
    EXPECT_EQ(path.fault().code, FaultCode::configuration_wrong);
  }
}

TEST(Find, nodes_are_found_and_told_by_their_concrete_place) {
  const Message message = *parse(sample_order());
  struct Row {
    const char* path;
    const char* raw;
    const char* place;
  };
  for (const Row& row : {
           Row{"RXE-23", "15", "RXE[1]-23"},
           Row{"RXE-23.1", "15", "RXE[1]-23.1"},
           Row{"RXE[1]-24.3", "UCUM", "RXE[1]-24.3"},
           Row{"RXE-25.4.2", "y", "RXE[1]-25.4.2"},
           Row{"PID-3", "900001^^^HOSP^MR~77-1^^^STATE^SS", "PID[1]-3"},
           Row{"PID-3.1", "900001", "PID[1]-3.1"},
           Row{"PID-3[2]", "77-1^^^STATE^SS", "PID[1]-3[2]"},
           Row{"PID-3[2].5", "SS", "PID[1]-3[2].5"},
           Row{"OBX[2]-5", "15", "OBX[2]-5"},
           Row{"OBX[3.1=68063]-5", "15", "OBX[2]-5"},
           Row{"OBX[3.1=29463-7]-5", "81.5", "OBX[1]-5"},
           Row{"OBX[2=NM]-1", "1", "OBX[1]-1"},
           Row{"OBX[3.1=68063]-6.3", "UCUM", "OBX[2]-6.3"},
           Row{"MSH-1", "|", "MSH[1]-1"},
           Row{"MSH-2", "^~\\&", "MSH[1]-2"},
           Row{"MSH-9.2", "O11", "MSH[1]-9.2"},
           Row{"RXR", "RXR|IV^Intravenous^HL70162|LA^Left Arm^HL70163", "RXR[1]"},
           Row{"ZIB-4.1.2", "b", "ZIB[1]-4.1.2"},
       }) {
    const Path path = *Path::parse(row.path);
    const Node node = find(message, path);
    EXPECT_TRUE(node.exists()) << row.path;
    EXPECT_EQ(node.raw(), row.raw) << row.path;
    EXPECT_EQ(node.place(), row.place) << row.path;
    EXPECT_EQ(place_of(message, path), row.place) << row.path;
    EXPECT_EQ(find(message, *Path::parse(node.place())).offset(), node.offset()) << row.path;
  }
}

TEST(Find, what_is_not_there_is_absent_and_has_the_place_where_it_was_missed) {
  const Message message = *parse(sample_order());
  struct Row {
    const char* path;
    const char* place;
  };
  for (const Row& row : {Row{"RXE-44", "RXE[1]-44"}, Row{"RXE-23.2", "RXE[1]-23.2"},
                         Row{"PID-3[3].1", "PID[1]-3[3].1"}, Row{"RXE[2]-23", "RXE[2]-23"},
                         Row{"TQ1-7", "TQ1-7"}, Row{"OBX[3.1=8302-2]-5", "OBX[3.1=8302-2]-5"},
                         Row{"OBX[3]-5", "OBX[3]-5"}, Row{"OBX[3.1=6806]-5", "OBX[3.1=6806]-5"}}) {
    const Path path = *Path::parse(row.path);
    EXPECT_EQ(find(message, path).presence(), Presence::absent) << row.path;
    EXPECT_EQ(place_of(message, path), row.place) << row.path;
  }
}

TEST(Find, a_range_keeps_one_order_group_apart_from_the_next) {
  const Message message = *parse(
      "MSH|^~\\&|A\rORC|NW|1\rRXE|a\rOBX|1|NM|11\rOBX|2|NM|22\rORC|NW|2\rRXE|b\rOBX|1|NM|33\r");
  const SegmentRange first{1, 5};
  const SegmentRange second{5, 8};
  EXPECT_EQ(find(message, "RXE-1"_path, first).raw(), "a");
  EXPECT_EQ(find(message, "RXE-1"_path, second).raw(), "b");
  EXPECT_EQ(find(message, "RXE-1"_path, second).place(), "RXE[2]-1");
  EXPECT_EQ(find(message, "OBX[1]-3"_path, second).raw(), "33");
  EXPECT_EQ(find(message, "OBX[1]-3"_path, second).place(), "OBX[3]-3");
  EXPECT_FALSE(find(message, "OBX[2]-3"_path, second).exists());
  EXPECT_FALSE(find(message, "OBX[3=33]-3"_path, first).exists());
  EXPECT_FALSE(find(message, "RXE-1"_path, {3, 3}).exists());
  EXPECT_FALSE(find(message, "RXE-1"_path, {9, 99}).exists());
  EXPECT_EQ(find_field(message, "OBX[2]-3"_path, first).repetition_count(), 1U);
}

TEST(Find, a_selector_compares_the_text_without_escapes) {
  const Message message = *parse("MSH|^~\\&|A\rOBX|1|NM|A\\T\\B|5\rOBX|2|NM|C\\Q\\|6\r");
  EXPECT_EQ(find(message, "OBX[3=A&B]-4"_path).raw(), "5");
  EXPECT_EQ(find(message, "OBX[3=C\\Q\\]-4"_path).raw(), "6");
  EXPECT_FALSE(find(message, "OBX[3=A]-4"_path).exists());
}

}  // namespace
}  // namespace bridge::hl7
