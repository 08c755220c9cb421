// SPDX-License-Identifier: Apache-2.0
#include "library/canonical.h"

#include <algorithm>

#include "json/write.h"
#include "library/library_text.h"

namespace bridge::library {
namespace {

std::string canonical(std::string_view text) {
  const auto value = json::parse(text);
  if (!value) return "not JSON";
  const auto form = canonical_form(*value);
  return form ? *form : brief(form.fault());
}

std::string hash_of(std::string_view text) {
  const auto library = load("small.json", text);
  return library ? library->parts().content_hash : rendered(library.fault());
}

TEST(CanonicalForm, orders_members_and_shortens_numbers_and_drops_blanks) {
  EXPECT_EQ(canonical(R"({ "b" : [ 2.50, -0, 0.0 , 1000 ], "a" : { "z": null, "B": true } })"),
            R"({"a":{"B":true,"z":null},"b":[2.5,0,0,1000]})");
}

TEST(CanonicalForm, keeps_the_order_of_arrays_and_every_letter_of_strings) {
  EXPECT_EQ(canonical("[\"b\", \"a\", \"\\u00b5g \\/ \\\" \\\\ \\n \\u0001\"]"),
            "[\"b\",\"a\",\"\u00b5g / \\\" \\\\ \\n \\u0001\"]");
}

TEST(CanonicalForm, orders_names_by_their_bytes) {
  EXPECT_EQ(canonical(R"({"é": 1, "z": 2, "Z": 3, "aa": 4, "a": 5})"),
            R"({"Z":3,"a":5,"aa":4,"z":2,"é":1})");
}

TEST(CanonicalForm, refuses_a_number_that_is_no_exact_decimal) {
  EXPECT_EQ(canonical("[1e3]"), "number_malformed");
  EXPECT_EQ(canonical("[0.1234567890123456789]"), "number_too_long");
}

TEST(CanonicalForm, hash_is_sha_256) {
  // FIPS 180-4 examples.
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

// A tree with its objects' members turned around, everywhere.
json::Value turned(const json::Value& value) {
  if (value.is_array()) {
    std::vector<json::Value> items;
    for (const json::Value& item : value.items()) items.push_back(turned(item));
    return json::Value::array(std::move(items));
  }
  if (!value.is_object()) return value;
  std::vector<json::Member> members;
  for (const json::Member& member : value.members()) {
    members.push_back({member.key, turned(member.value)});
  }
  std::reverse(members.begin(), members.end());
  return json::Value::object(std::move(members));
}

TEST(ContentHash, is_of_64_digits_and_does_not_see_member_order_layout_or_zeros) {
  const std::string hash = hash_of(small_library);
  EXPECT_EQ(hash.size(), 64U);
  const auto tree = json::parse(small_library);
  ASSERT_TRUE(tree);
  const json::Value other = turned(*tree);
  EXPECT_EQ(hash_of(json::write(other, json::Layout::compact)), hash);
  EXPECT_EQ(hash_of(json::write(other, json::Layout::pretty)), hash);
  EXPECT_EQ(hash_of(with(small_library, R"("soft_max": 20)", R"("soft_max": 20.00)")), hash);
}

TEST(ContentHash, sees_the_order_of_setups) {
  auto tree = json::parse(small_library);
  ASSERT_TRUE(tree);
  std::vector<json::Value> setups = tree->find("setups")->items();
  std::reverse(setups.begin(), setups.end());
  tree->set("setups", json::Value::array(std::move(setups)));
  const std::string other = hash_of(json::write(*tree));
  EXPECT_EQ(other.size(), 64U);
  EXPECT_NE(other, hash_of(small_library));
}

TEST(ContentHash, changes_with_every_single_figure_and_every_text) {
  // Each place of the file where a digit stands, one at a time, becomes another digit.
  const std::string text(small_library);
  const std::string form = canonical(text);
  std::size_t changed = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] < '0' || text[at] > '9') continue;
    std::string other = text;
    other[at] = text[at] == '9' ? '8' : static_cast<char>(text[at] + 1);
    EXPECT_NE(canonical(other), form) << "at byte " << at;
    ++changed;
  }
  EXPECT_GT(changed, 80U);
  EXPECT_NE(hash_of(with(small_library, R"("hard_max": 50)", R"("hard_max": 51)")),
            hash_of(small_library));
  EXPECT_NE(hash_of(with(small_library, R"("source": "pump")", R"("source": "Pump")")),
            hash_of(small_library));
  EXPECT_NE(hash_of(with(small_library, R"("high_alert": true)", R"("high_alert": false)")),
            hash_of(small_library));
}

// Setups are read while the text is parsed; the bytes are those of the whole tree all the same.
TEST(CanonicalForm, of_a_library_is_that_of_its_whole_tree) {
  for (const std::string& text : {std::string(small_library), setups_first(small_library),
                                  file_text("mappings/library/demonstration.json")}) {
    EXPECT_EQ(hash_of(text), sha256_hex(canonical(text)));
  }
}

TEST(CanonicalForm, joins_items_that_were_taken_out) {
  const auto rest = json::parse(R"({"z": 1.0, "list": [], "a": "x"})");
  EXPECT_EQ(*canonical_form(*rest, "list", R"(1,{"b":2})"), R"({"a":"x","list":[1,{"b":2}],"z":1})");
  const auto alone = json::parse(R"({"list": []})");
  EXPECT_EQ(*canonical_form(*alone, "list", ""), R"({"list":[]})");
}

}  // namespace
}  // namespace bridge::library
