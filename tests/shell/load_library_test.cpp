// SPDX-License-Identifier: Apache-2.0
// P24 from files: a library that cannot be trusted is never loaded, whatever is wrong with it.
#include "shell/load_library.h"

#include <gtest/gtest.h>

#include "shell/load_tables.h"
#include "shell/scratch.h"

namespace bridge::shell {
namespace {

const std::string root = BRIDGE_SOURCE_DIR;

Config demonstration() {
  Config config;
  config.mappings = root + "/mappings";
  use_demonstration_library(config);
  return config;
}

std::string told(const Faults& faults) {
  std::string text;
  for (const Fault& fault : faults) {
    text.append(kind_of(fault.code).name).append(": ").append(sentence(fault)).append("\n");
  }
  return text;
}

std::string loading(const std::string& name) {
  const auto policy = load_trust(demonstration());
  EXPECT_TRUE(policy);
  const auto library = load_library(root + "/samples/libraries/" + name + ".json", *policy);
  return library ? library->library.label().substr(0, library->library.label().find(" sha256"))
                 : told(library.fault());
}

TEST(LoadLibrary, the_samples_are_what_their_names_say) {
  EXPECT_EQ(loading("next"), "demonstration 1.2.0 #2");
  EXPECT_EQ(loading("respaced"), "demonstration 1.4.0 #4");
  EXPECT_EQ(loading("unsigned"),
            "library_unusable: unsigned.json.sig: there is no such file: the library is not "
            "signed\n");
  EXPECT_EQ(loading("one_signature"),
            "library_unusable: one_signature.json.sig: has 1 signature; 2 are needed, each of "
            "another approver\n");
  EXPECT_NE(loading("damaged").find("is for other content"), std::string::npos);
  EXPECT_NE(loading("author_approves").find("the author does not approve"), std::string::npos);
  EXPECT_NE(loading("unknown_key").find("is not among the trusted keys"), std::string::npos);
  EXPECT_NE(loading("one_approver_twice").find("it counts once"), std::string::npos);
}

TEST(LoadLibrary, a_file_that_is_not_there_or_no_library_is_unusable) {
  EXPECT_TRUE(loading("nonexistent").starts_with("library_unusable: "));
  const Scratch scratch;
  const auto policy = load_trust(demonstration());
  const auto read = load_library(scratch.write("x.json", "{\"format\": 1"), *policy);
  ASSERT_FALSE(read);
  EXPECT_TRUE(told(read.fault()).starts_with("json_malformed: x.json, line 1"));
}

TEST(LoadTables, an_unusable_library_stops_the_loading_unless_that_is_asked_for) {
  Config config = demonstration();
  config.library = root + "/samples/libraries/unsigned.json";
  const auto refused = load_tables(config);
  ASSERT_FALSE(refused);
  EXPECT_NE(told(refused.fault()).find("the library is not signed"), std::string::npos);
  const auto taken = load_tables(config, WithoutLibrary::taken);
  ASSERT_TRUE(taken);
  EXPECT_FALSE((*taken)->library);
  EXPECT_FALSE((*taken)->library_faults.empty());
  EXPECT_EQ((*taken)->library_file, "unsigned.json");
}

TEST(LoadTables, no_trusted_key_means_no_library) {
  Config config = demonstration();
  config.library_keys.clear();
  const auto refused = load_tables(config);
  ASSERT_FALSE(refused);
  EXPECT_NE(told(refused.fault()).find("is not among the trusted keys"), std::string::npos);
}

TEST(LoadTrust, keys_that_are_none_are_told_even_when_the_library_may_be_missing) {
  const Scratch scratch;
  Config config = demonstration();
  config.library_keys = {{scratch.write("k.pub", "no key"), "phil"},
                         {scratch.file("none"), "nora"}};
  const auto policy = load_trust(config);
  ASSERT_FALSE(policy);
  EXPECT_EQ(policy.fault().size(), 2U);
  EXPECT_FALSE(load_tables(config, WithoutLibrary::taken));
}

TEST(LoadTrust, a_site_for_clinical_use_names_no_demonstration_key) {
  Config config = demonstration();
  config.clinical_use = true;
  const auto policy = load_trust(config);
  ASSERT_FALSE(policy);
  EXPECT_EQ(policy.fault().size(), 3U);
  EXPECT_EQ(policy.fault()[0].detail, "is a demonstration key, whose private half is published");
}

std::string recalls(const std::string& text) {
  const Scratch scratch;
  const auto read = load_recalls(scratch.write("r.json", text));
  return read ? std::to_string(read->size()) : told(read.fault());
}

TEST(Recalls, are_a_closed_world) {
  const std::string hash(64, 'a');
  const std::string head = "{\"format\": \"infusion-bridge library recalls 1\", \"recalled\": [";
  const std::string one =
      "{\"content_hash\": \"" + hash + "\", \"reason\": \"r\", \"person\": \"p\"}";
  EXPECT_EQ(load_recalls("")->size(), 0U);
  EXPECT_EQ(recalls(head + "]}"), "0");
  EXPECT_EQ(recalls(head + one + "]}"), "1");
  EXPECT_EQ(recalls(head + one.substr(0, 20) + "A" + one.substr(21) + "]}"),
            "configuration_wrong: r.json, line 1, column 79, recalled[0].content_hash: must be 64 "
            "hexadecimal digits in lower case\n");
  EXPECT_EQ(recalls(head + "{\"content_hash\": \"" + hash + "\", \"person\": \"p\"}]}"),
            "configuration_wrong: r.json, line 1, column 62, recalled[0].reason: missing\n");
  EXPECT_NE(recalls("{\"format\": \"other\", \"recalled\": []}").find("format: must be"),
            std::string::npos);
  EXPECT_NE(recalls("").find("json_malformed"), std::string::npos);
  EXPECT_FALSE(load_recalls("/nonexistent/r.json"));
}

}  // namespace
}  // namespace bridge::shell
