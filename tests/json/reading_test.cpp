// SPDX-License-Identifier: Apache-2.0
// Reading of objects by name: every fault of a document at once, each with its place.
#include "json/reading.h"

namespace bridge::json {
namespace {

enum class Colour : std::uint8_t { red, blue };
constexpr auto names_of(Colour) { return std::array<std::string_view, 2>{"red", "blue"}; }

std::string told(const Faults& faults) {
  std::string text;
  for (const Fault& fault : faults) {
    text.append(brief(fault)).append(": ").append(fault.detail).append("\n");
  }
  return text;
}

TEST(ObjectReader, reads_what_is_there) {
  const Value document = *parse(R"({
    "name": "east", "port": 2575, "limit": 0.50, "tls": true, "colour": "blue",
    "hosts": ["a", "b"], "inner": {"x": 1}, "links": [{"id": "l1"}, {"id": "l2"}],
    "table": {"k1": {"v": 1}, "k2": {"v": 2}}
  })");
  Reading reading("bridge.json");
  {
    ObjectReader root(document, reading);
    EXPECT_EQ(root.text("name"), "east");
    EXPECT_EQ(root.text_or("other", "none"), "none");
    EXPECT_EQ(root.text_if("other"), std::nullopt);
    EXPECT_EQ(root.integer("port", 1, 65535), 2575);
    EXPECT_EQ(root.integer_or("wait", 7), 7);
    EXPECT_EQ(root.number("limit"), "0.50");
    EXPECT_EQ(root.number_if("other"), std::nullopt);
    EXPECT_TRUE(root.flag("tls"));
    EXPECT_TRUE(root.flag_or("other", true));
    EXPECT_EQ(root.one_of<Colour>("colour"), Colour::blue);
    EXPECT_EQ(root.one_of_or<Colour>("other", Colour::red), Colour::red);
    EXPECT_EQ(root.texts("hosts"), (std::vector<std::string>{"a", "b"}));
    EXPECT_TRUE(root.texts_or_none("other").empty());
    ObjectReader inner = root.object("inner");
    EXPECT_EQ(inner.integer("x"), 1);
    std::string ids;
    root.each("links", [&](ObjectReader& link) { ids += link.text("id"); });
    EXPECT_EQ(ids, "l1l2");
    root.each_or_none("other", [&](ObjectReader&) { ids += "!"; });
    std::int64_t sum = 0;
    root.each_member("table", [&](const std::string& key, ObjectReader& row) {
      ids += key;
      sum += row.integer("v");
    });
    EXPECT_EQ(ids, "l1l2k1k2");
    EXPECT_EQ(sum, 3);
    root.object_if("other", [&](ObjectReader&) { ids += "!"; });
  }
  EXPECT_EQ(told(reading.take()), "");
}

TEST(ObjectReader, reports_all_faults_in_the_order_of_the_document) {
  const Value document = *parse(R"({
  "port": 70000,
  "wait": 1.5, "huge": 99999999999999999999,
  "tls": "yes",
  "colour": "green",
  "hosts": ["a", 2],
  "links": [{"id": 7}, 3],
  "Jane Doe": 1,
  "prot": 1
})");
  Reading reading("bridge.json");
  {
    ObjectReader root(document, reading);
    EXPECT_EQ(root.text("name"), "");
    EXPECT_EQ(root.integer("port", 1, 65535), 1);
    EXPECT_EQ(root.integer("wait"), 0);
    EXPECT_EQ(root.integer_or("huge", 5, 0, 9), 5);
    EXPECT_FALSE(root.flag("tls"));
    EXPECT_EQ(root.one_of<Colour>("colour"), Colour::red);
    EXPECT_EQ(root.texts("hosts").size(), 1U);
    root.each("links", [&](ObjectReader& link) { EXPECT_EQ(link.text("id"), ""); });
    ObjectReader missing = root.object("missing");
    EXPECT_EQ(missing.integer("deeper"), 0);
  }
  EXPECT_EQ(
      told(reading.take()),
      "configuration_wrong at bridge.json, line 1, column 1, name: missing\n"
      "configuration_wrong at bridge.json, line 1, column 1, missing: missing\n"
      "configuration_wrong at bridge.json, line 2, column 11, port: must be from 1 to 65535\n"
      "configuration_wrong at bridge.json, line 3, column 11, wait: must be a whole number\n"
      "configuration_wrong at bridge.json, line 3, column 24, huge: must be from 0 to 9\n"
      "configuration_wrong at bridge.json, line 4, column 10, tls: must be true or false\n"
      "configuration_wrong at bridge.json, line 5, column 13, colour: must be one of red blue\n"
      "configuration_wrong at bridge.json, line 6, column 18, hosts: must hold strings only\n"
      "configuration_wrong at bridge.json, line 7, column 20, links[0].id: must be a string\n"
      "configuration_wrong at bridge.json, line 7, column 24, links[1]: must be an object\n"
      "configuration_wrong at bridge.json, line 8, column 15, ?: unknown name\n"
      "configuration_wrong at bridge.json, line 9, column 11, prot: unknown name\n");
}

TEST(ObjectReader, refuses_null_where_a_member_may_be_missing) {
  const Value document = *parse(R"({"wait": null})");
  Reading reading("");
  {
    ObjectReader root(document, reading);
    EXPECT_EQ(root.integer_or("wait", 5), 5);
  }
  EXPECT_EQ(told(reading.take()),
            "configuration_wrong at line 1, column 10, wait: must be a whole number\n");
}

TEST(Reading, cannot_be_taken_before_its_readers_have_ended) {
  const Value document = *parse("{}");
  Reading reading("x");
  ObjectReader root(document, reading);
  EXPECT_DEATH(reading.take(), "invariant broken");
}

}  // namespace
}  // namespace bridge::json
