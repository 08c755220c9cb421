// SPDX-License-Identifier: Apache-2.0
// The JSON tree: building, looking up, and what counts as a number, as UTF-8 and as a plain name.
#include "json/json.h"

#include "json/write.h"

namespace bridge::json {
namespace {

TEST(Value, is_built_in_order_and_found_by_name) {
  Value order = Value::object();
  order.set("id", Value::string("a"));
  order.set("rate", Value::number("15.00"));
  order.set("active", Value::boolean(true));
  order.set("codes", Value::array()).push(Value::number(7));
  order.set("id", Value::string("b"));
  EXPECT_EQ(write(order), R"({"id":"b","rate":15.00,"active":true,"codes":[7]})");
  EXPECT_EQ(order.text_of("id"), "b");
  EXPECT_EQ(order.text_of("rate"), std::nullopt);
  EXPECT_EQ(order.find("codes")->at(0)->number_text(), "7");
  EXPECT_EQ(order.find("codes")->at(1), nullptr);
  EXPECT_EQ(order.find("none"), nullptr);
  EXPECT_EQ(order.at(0), nullptr);
  EXPECT_TRUE(order.remove("rate"));
  EXPECT_FALSE(order.remove("rate"));
  EXPECT_EQ(order.members().size(), 3U);
  EXPECT_EQ(order.item_count(), 0U);  // at() has none of them
  EXPECT_EQ(order.find("codes")->item_count(), 1U);
}

TEST(Value, asked_for_the_wrong_kind_stops_the_process) {
  EXPECT_DEATH((void)Value::number("1").as_string(), "invariant broken");
  EXPECT_DEATH((void)Value::string("1").number_text(), "invariant broken");
  EXPECT_DEATH((void)Value().items(), "invariant broken");
  EXPECT_DEATH((void)Value::number("01"), "invariant broken");
  EXPECT_DEATH(Value::array().set("a", Value()), "invariant broken");
}

TEST(Value, equality_looks_at_digits_and_order_but_not_at_places) {
  EXPECT_EQ(*parse("{\"a\":1.0}"), *parse(" {\n \"a\" : 1.0 }"));
  EXPECT_NE(*parse("{\"a\":1.0}"), *parse("{\"a\":1.00}"));
  EXPECT_NE(*parse("{\"a\":\"1\"}"), *parse("{\"a\":1}"));
  EXPECT_NE(*parse("{\"a\":1,\"b\":2}"), *parse("{\"b\":2,\"a\":1}"));
  EXPECT_NE(*parse("[]"), *parse("{}"));
}

TEST(NumberText, is_what_rfc_8259_says) {
  for (const char* good : {"0", "-0", "10", "1.0", "15.00", "0.5", "1e2", "1E+2", "-1.5e-10"}) {
    EXPECT_TRUE(is_number_text(good)) << good;
  }
  for (const char* bad : {"", "-", "+1", "01", "-01", ".5", "5.", "1e", "1e+", "1,5", " 1", "1 ",
                          "0x10", "NaN", "Infinity", "1.2.3", "--1"}) {
    EXPECT_FALSE(is_number_text(bad)) << bad;
  }
}

TEST(Utf8, refuses_overlong_surrogates_and_what_is_beyond_unicode) {
  for (const std::string good : {"", "a", "\xC3\xA4", "\xE2\x82\xAC", "\xED\x9F\xBF",
                                 "\xF0\x9F\x92\x89", "\xF4\x8F\xBF\xBF"}) {
    EXPECT_TRUE(is_utf8(good));
  }
  for (const std::string bad :
       {"\x80", "\xC3", "\xC0\xAF", "\xC1\xBF", "\xE0\x80\xAF", "\xE0\x9F\xBF", "\xED\xA0\x80",
        "\xED\xBF\xBF", "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF",
        "\xE2\x82", "\xE2\x28\xA1", "a\xF0\x9F\x92"}) {
    EXPECT_FALSE(is_utf8(bad)) << testing::PrintToString(bad);
  }
}

TEST(PlainName, lets_no_free_text_into_a_place) {
  for (const char* good : {"a", "_value", "rateQuantity", "max-rate2"}) {
    EXPECT_TRUE(is_plain_name(good)) << good;
  }
  for (const std::string& bad : {std::string(), std::string("2a"), std::string("Jane Doe"),
                                 std::string("a.b"), std::string("a\n"), std::string(65, 'a')}) {
    EXPECT_FALSE(is_plain_name(bad)) << bad;
  }
}

}  // namespace
}  // namespace bridge::json
