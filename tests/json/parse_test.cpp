// SPDX-License-Identifier: Apache-2.0
// Reading of JSON: what is kept, and what is refused with its place.
#include "json/json.h"
#include "json/write.h"

namespace bridge::json {
namespace {

std::string repeat(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all.append(text);
  return all;
}

std::string outcome(std::string_view text, Comments comments = Comments::refused) {
  const Result<Value> value = parse(text, comments);
  return value ? write(*value) : brief(value.fault());
}

TEST(Parse, keeps_digits_and_order) {
  for (const char* text :
       {R"({"z":15.00,"a":1e2,"m":-0.50})", "[0.10,1E+2,-0]", R"({"a":{"b":[{},[],null]}})",
        R"("\u0000\u001f\"\\")", "true", "null", "0", "123456789012345678901234567890",
        "0.0000000001e-2147483639", "128.74836467836484838364836483643636483648e-336"}) {
    EXPECT_EQ(outcome(text), text);
  }
}

TEST(Parse, reads_escapes_to_utf8) {
  EXPECT_EQ(parse(R"("\u00e4\ud83d\udc89\/\n")")->as_string(), "\xC3\xA4\xF0\x9F\x92\x89/\n");
}

struct Case {
  const char* name;
  std::string text;
  const char* fault;
};

// B96, B99, B100: each is a 400.
TEST(Parse, B96_B99_B100_refuses_with_line_and_column) {
  const Case cases[] = {
      {"empty", "", "json_malformed at line 1, column 1"},
      {"blank", " \n ", "json_malformed at line 2, column 2"},
      {"no json", "MSH|^~\\&|", "json_malformed at line 1, column 1"},
      {"truncated", "{\"a\":\n[1,", "json_malformed at line 2, column 4, a[1]"},
      {"trailing bytes", "{}\n{}", "json_malformed at line 2, column 1"},
      {"trailing comma", "[1,]", "json_malformed at line 1, column 4, [1]"},
      {"trailing comma in object", "{\"a\":1,}", "json_malformed at line 1, column 8"},
      {"nul tail", std::string("{}\0", 3), "json_malformed at line 1, column 3"},
      {"nul in string", std::string("\"a\0\"", 4), "json_malformed at line 1, column 3"},
      {"single quotes", "{'a':1}", "json_malformed at line 1, column 2"},
      {"control character", "[\"a\nb\"]", "json_malformed at line 1, column 4, [0]"},
      {"bad escape", "[\"\\x41\"]", "json_malformed at line 1, column 3, [0]"},
      {"plus", "[+1]", "json_malformed at line 1, column 2, [0]"},
      {"leading zero", "[01]", "json_malformed at line 1, column 3, [1]"},
      {"no digits before point", "[.5]", "json_malformed at line 1, column 2, [0]"},
      {"no digits after point", "[5.]", "json_malformed at line 1, column 4, [0]"},
      {"NaN", "[NaN]", "json_malformed at line 1, column 2, [0]"},
      {"beyond any number", "[1e400]", "element_value at line 1, column 2, [0]"},
      {"comment", "{} // x", "json_malformed at line 1, column 4"},
      {"same key", "{\"a\":1,\n\"a\":2}", "duplicate_key at line 2, column 5, a"},
      {"same key deeper", "{\"x\":[{\"a\":1,\"b\":2,\"a\":3}]}",
       "duplicate_key at line 1, column 24, x[0].a"},
      {"same key by escape", "{\"a\":1,\"\\u0061\":2}", "duplicate_key at line 1, column 17, a"},
      {"same key that may be content", "{\"Jane Doe\":1,\"Jane Doe\":2}",
       "duplicate_key at line 1, column 26, ?"},
      {"invalid utf-8", "[\"\xC3\x28\"]", "json_malformed at line 1, column 3, [0]"},
      {"overlong utf-8", "[\"\xC0\xAF\"]", "json_malformed at line 1, column 3, [0]"},
      {"surrogate as bytes", "[\"\xED\xA0\x80\"]", "json_malformed at line 1, column 3, [0]"},
      {"lone high surrogate", "[\"\\ud800\"]", "json_malformed at line 1, column 3, [0]"},
      {"lone low surrogate", "[\"\\udc00\"]", "json_malformed at line 1, column 2, [0]"},
      {"lone surrogate in key", "{\"\\udc00\":1}", "json_malformed at line 1, column 2, ?"},
      {"byte order mark", "\xEF\xBB\xBF{}", "json_malformed at line 1, column 1"},
      {"cut byte order mark", "\xEF", "json_malformed at line 1, column 1"},
      {"utf-16 little endian", std::string("\xFF\xFE{\0}\0", 6),
       "json_malformed at line 1, column 1"},
      {"utf-16 without mark", std::string("{\0}\0", 4), "json_malformed at line 1, column 2"},
      {"utf-32", std::string("\0\0\0{", 4), "json_malformed at line 1, column 1"},
  };
  for (const Case& each : cases) EXPECT_EQ(outcome(each.text), each.fault) << each.name;
}

TEST(Parse, B99_finds_the_same_key_in_a_large_object) {
  std::string text = "{";
  for (int i = 0; i < 1000; ++i) text += "\"k" + std::to_string(i) + "\":0,";
  EXPECT_EQ(outcome(text + "\"k500\":1}").substr(0, 13), "duplicate_key");
  EXPECT_EQ(parse(text + "\"last\":1}")->members().size(), 1001U);
}

TEST(Parse, B98_takes_64_levels_and_no_more) {
  EXPECT_TRUE(parse(repeat("[", 64) + repeat("]", 64)));
  EXPECT_EQ(parse(repeat("[", 65) + repeat("]", 65)).fault().code, FaultCode::nesting_too_deep);
  EXPECT_EQ(parse(repeat("{\"a\":", 65) + "1" + repeat("}", 65)).fault().code,
            FaultCode::nesting_too_deep);
}

TEST(Parse, B98_survives_200000_open_brackets) {
  for (const char* open : {"[", "{\"a\":", "[{\"a\":["}) {
    EXPECT_EQ(parse(repeat(open, 200'000)).fault().code, FaultCode::nesting_too_deep) << open;
  }
}

TEST(Parse, keeps_its_limits) {
  const Limits limits{.max_bytes = 20, .max_values = 3, .max_depth = 2};
  EXPECT_TRUE(parse("[1,2]", Comments::refused, limits));
  EXPECT_EQ(parse("[1,2,3]", Comments::refused, limits).fault().code,
            FaultCode::too_many_repetitions);
  EXPECT_EQ(parse("[[[]]]", Comments::refused, limits).fault().code, FaultCode::nesting_too_deep);
  EXPECT_EQ(parse("\"aaaaaaaaaaaaaaaaaaa\"", Comments::refused, limits).fault().code,
            FaultCode::frame_too_long);
}

TEST(Parse, takes_comments_only_where_people_write) {
  const char* text = "// ports\n{ /* one\n two */ \"a\" : /* x */ 1 } // end";
  EXPECT_EQ(outcome(text, Comments::allowed), "{\"a\":1}");
  EXPECT_EQ(outcome(text), "json_malformed at line 1, column 1");
  EXPECT_EQ(outcome("{} /* open", Comments::allowed).substr(0, 14), "json_malformed");
}

TEST(Parse, knows_where_each_value_began) {
  const Result<Value> parsed = parse(
      "// a \"comment\"\n{\n  \"port\" : 2575, /* : */ \"name\":\n    \"x,\\\"y\",\n"
      "  \"list\": [ true,\n null, {} ]\n}",
      Comments::allowed);
  ASSERT_TRUE(parsed);
  const auto at = [](const Value* value) {
    return std::to_string(value->line()) + ":" + std::to_string(value->column());
  };
  const Value* list = parsed->find("list");
  EXPECT_EQ(at(&*parsed), "2:1");
  EXPECT_EQ(at(parsed->find("port")), "3:12");
  EXPECT_EQ(at(parsed->find("name")), "4:5");
  EXPECT_EQ(at(list), "5:11");
  EXPECT_EQ(at(list->at(0)), "5:13");
  EXPECT_EQ(at(list->at(1)), "6:2");
  EXPECT_EQ(at(list->at(2)), "6:8");
}

// What a stream of "list" takes, and what is left: "taken: 1 2; left: {...}".
std::string streamed(const char* text, bool takes = true) {
  std::string taken = "taken:";
  const Stream stream{"list", [&](const Value& so_far, const Value& item) {
                        if (!takes) return false;
                        taken += ' ' + write(item) + '@' + std::to_string(so_far.members().size());
                        return true;
                      }};
  const Result<Value> parsed = parse(text, Comments::refused, {}, stream);
  if (!parsed) return taken + "; " + brief(parsed.fault());
  return taken + "; left: " + write(*parsed);
}

TEST(Parse, hands_the_items_of_an_array_over_as_they_end) {
  EXPECT_EQ(streamed(R"({"a": 1, "list": [1, {"b": [2]}, []], "z": [3]})"),
            R"(taken: 1@1 {"b":[2]}@1 []@1; left: {"a":1,"list":[],"z":[3]})");
  EXPECT_EQ(streamed(R"({"list": []})"), R"(taken:; left: {"list":[]})");
}

TEST(Parse, hands_over_only_the_array_of_the_outermost_object) {
  EXPECT_EQ(streamed(R"({"a": {"list": [1]}, "list": {"list": [2]}})"),
            R"(taken:; left: {"a":{"list":[1]},"list":{"list":[2]}})");
  EXPECT_EQ(streamed(R"([{"list": [1]}])"), R"(taken:; left: [{"list":[1]}])");
}

TEST(Parse, keeps_what_nobody_takes) {
  EXPECT_EQ(streamed(R"({"list": [1, 2]})", false), R"(taken:; left: {"list":[1,2]})");
}

TEST(Parse, counts_what_was_taken_in_the_place_of_a_fault) {
  EXPECT_EQ(streamed(R"({"list": [{"a": 1}, {"b": tru}]})"),
            R"(taken: {"a":1}@0; json_malformed at line 1, column 30, list[1].b)");
  EXPECT_EQ(streamed(R"({"list": [1, 2], "more": [0, tru]})"),
            "taken: 1@0 2@0; json_malformed at line 1, column 33, more[1]");
}

TEST(Parse, tells_nothing_of_the_content) {
  const Fault fault = parse(R"({"Jane Doe":{"a":tru}})").fault();
  EXPECT_EQ(fault.place, "line 1, column 21, ?.a");
  EXPECT_EQ(fault.detail.find("Jane"), std::string::npos);
}

}  // namespace
}  // namespace bridge::json
