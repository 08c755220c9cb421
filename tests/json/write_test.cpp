// SPDX-License-Identifier: Apache-2.0
// Writing of JSON: layout, escapes, and calls that do not form a value.
#include "json/write.h"

namespace bridge::json {
namespace {

TEST(Writer, writes_compact_and_pretty) {
  const auto fill = [](Writer& writer) {
    writer.begin_object().member("a", 1).member("b", true).member("c", "x");
    writer.key("d").begin_array().number("15.00").null().begin_object().end_object().end_array();
    writer.key("e").begin_array().end_array().end_object();
  };
  std::string compact;
  Writer first(compact);
  fill(first);
  EXPECT_TRUE(first.complete());
  EXPECT_EQ(compact, R"({"a":1,"b":true,"c":"x","d":[15.00,null,{}],"e":[]})");
  std::string pretty;
  Writer second(pretty, Layout::pretty);
  fill(second);
  EXPECT_EQ(pretty,
            "{\n  \"a\": 1,\n  \"b\": true,\n  \"c\": \"x\",\n  \"d\": [\n    15.00,\n    null,\n"
            "    {}\n  ],\n  \"e\": []\n}");
  EXPECT_EQ(write(*parse(pretty)), compact);
}

TEST(Writer, escapes_every_byte_that_must_be) {
  std::string all;
  for (int c = 1; c < 128; ++c) all.push_back(static_cast<char>(c));
  all.push_back('\0');
  all += "\xC3\xA4";
  const std::string written = write(Value::string(all));
  EXPECT_EQ(parse(written)->as_string(), all);
  EXPECT_EQ(write(Value::string(std::string("\b\f\n\r\t\"\\\x01\x1f\0", 10))),
            R"("\b\f\n\r\t\"\\\u0001\u001f\u0000")");
}

TEST(Writer, stops_the_process_when_calls_form_no_value) {
  std::string out;
  EXPECT_DEATH(Writer(out).begin_object().string("a"), "invariant broken");
  EXPECT_DEATH(Writer(out).begin_array().key("a"), "invariant broken");
  EXPECT_DEATH(Writer(out).begin_object().key("a").end_object(), "invariant broken");
  EXPECT_DEATH(Writer(out).begin_object().end_array(), "invariant broken");
  EXPECT_DEATH(Writer(out).null().null(), "invariant broken");
  EXPECT_DEATH(Writer(out).number("1,5"), "invariant broken");
  Writer open(out);
  open.begin_array();
  EXPECT_FALSE(open.complete());
}

}  // namespace
}  // namespace bridge::json
