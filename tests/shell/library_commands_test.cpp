// SPDX-License-Identifier: Apache-2.0
// The pharmacy's way: keys, a library, two signatures, and what the tools refuse to do.
#include "shell/library_commands.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

#include "json/json.h"
#include "shell/scratch.h"

namespace bridge::shell {
namespace {

const std::string root = BRIDGE_SOURCE_DIR;
const std::string demonstration = root + "/mappings/library/demonstration.json";

struct Ran {
  int status;
  std::string out;
  std::string err;
};

// Without a configuration the tools look below the folder that they are run in.
Ran run(std::initializer_list<std::string> words) {
  std::filesystem::current_path(root);
  const std::vector<std::string> arguments(words);
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  const int status = run_library_tool(arguments);
  std::fflush(stdout);
  return {status, testing::internal::GetCapturedStdout(), testing::internal::GetCapturedStderr()};
}

std::string replaced(std::string text, const std::string& before, const std::string& after) {
  const std::size_t at = text.find(before);
  EXPECT_NE(at, std::string::npos) << before;
  return text.replace(at, before.size(), after);
}

std::string demo_key(const std::string& role) {
  return root + "/samples/keys/DEMONSTRATION-ONLY-" + role + ".pem";
}

TEST(LibraryCommands, wrong_usage_is_two) {
  EXPECT_EQ(run({}).status, 2);
  EXPECT_EQ(run({"lint"}).status, 2);
  EXPECT_EQ(run({"lint", "a", "b"}).status, 2);
  EXPECT_EQ(run({"diff", "a"}).status, 2);
  EXPECT_EQ(run({"diff", "a", "b", "--xml"}).status, 2);
  EXPECT_EQ(run({"sign", "a"}).status, 2);
  EXPECT_EQ(run({"verify", "a", "--config"}).status, 2);
  EXPECT_EQ(run({"keygen"}).status, 2);
  EXPECT_EQ(run({"keygen", "--help"}).status, 2);
  EXPECT_EQ(run({"polish", "a"}).status, 2);
  EXPECT_EQ(run({"lint", "/nonexistent"}).status, 2);
  EXPECT_EQ(run({"verify", "/nonexistent"}).status, 1);
}

TEST(LibraryCommands, a_new_key_is_its_owners_alone_and_replaces_none) {
  const Scratch scratch;
  const Ran made = run({"keygen", scratch.file("phil")});
  EXPECT_EQ(made.status, 0);
  EXPECT_TRUE(made.out.starts_with("ed25519:"));
  struct stat held {};
  ASSERT_EQ(::stat(scratch.file("phil.pem").c_str(), &held), 0);
  EXPECT_EQ(held.st_mode & 0777U, 0600U);
  const std::string before = content_of(scratch.file("phil.pem"));
  EXPECT_EQ(run({"keygen", scratch.file("phil")}).status, 1);
  EXPECT_EQ(content_of(scratch.file("phil.pem")), before);
}

TEST(LibraryCommands, the_demonstration_is_signed_and_verified) {
  const Scratch scratch;
  const std::string file = scratch.write("demonstration.json", content_of(demonstration));
  EXPECT_EQ(run({"verify", file}).status, 1);
  EXPECT_EQ(run({"sign", file, "--key", demo_key("pharmacy")}).status, 0);
  EXPECT_EQ(run({"verify", file}).status, 1);
  EXPECT_EQ(run({"sign", file, "--key", demo_key("nursing")}).status, 0);
  const Ran verified = run({"verify", file});
  EXPECT_EQ(verified.status, 0) << verified.err;
  EXPECT_NE(verified.out.find("signed by demo-nursing"), std::string::npos);
  // Signing again changes nothing but the order; Ed25519 is deterministic.
  EXPECT_EQ(run({"sign", file, "--key", demo_key("pharmacy")}).status, 0);
  EXPECT_EQ(run({"verify", file}).status, 0);
}

TEST(LibraryCommands, an_edit_takes_the_older_signatures_away) {
  const Scratch scratch;
  const std::string text = content_of(demonstration);
  const std::string file = scratch.write("d.json", text);
  run({"sign", file, "--key", demo_key("pharmacy")});
  run({"sign", file, "--key", demo_key("nursing")});
  scratch.write("d.json", replaced(text, "\"reason\": \"adult", "\"reason\": \"only adult"));
  EXPECT_EQ(run({"verify", file}).status, 1);
  const Ran signing = run({"sign", file, "--key", demo_key("pharmacy")});
  EXPECT_EQ(signing.status, 0);
  EXPECT_NE(signing.err.find("2 older signatures were taken out"), std::string::npos);
  EXPECT_NE(run({"verify", file}).err.find("has 1 signature;"), std::string::npos);
}

TEST(LibraryCommands, what_must_not_be_signed_is_not) {
  const Scratch scratch;
  const std::string text = content_of(demonstration);
  const std::string draft =
      scratch.write("draft.json", replaced(text, "\"released\"", "\"draft\""));
  EXPECT_EQ(run({"sign", draft, "--key", demo_key("pharmacy")}).status, 1);
  const std::string file = scratch.write("d.json", text);
  EXPECT_EQ(run({"sign", file, "--key", demo_key("committee")}).status, 1);  // no approver of it
  EXPECT_EQ(run({"sign", file, "--key", scratch.write("k.pem", "no key")}).status, 2);
  // A finding that nobody looked at: the acknowledgement is of another rule.
  const std::string found =
      scratch.write("found.json", replaced(text, "\"rule\": \"L6\"", "\"rule\": \"L7\""));
  const Ran signing = run({"sign", found, "--key", demo_key("pharmacy")});
  EXPECT_EQ(signing.status, 1);
  EXPECT_NE(signing.err.find("L6 duration_allows_too_fast"), std::string::npos);
  for (const char* name : {"draft.json.sig", "d.json.sig", "found.json.sig"}) {
    EXPECT_FALSE(std::filesystem::exists(scratch.file(name))) << name;
  }
}

TEST(LibraryCommands, lint_tells_findings_as_text_and_json) {
  const Scratch scratch;
  const std::string text = content_of(demonstration);
  EXPECT_EQ(run({"lint", demonstration}).status, 0);
  const std::string found =
      scratch.write("found.json", replaced(text, "\"rule\": \"L6\"", "\"rule\": \"L7\""));
  const Ran told = run({"lint", found});
  EXPECT_EQ(told.status, 1);
  EXPECT_NE(told.out.find("L6 duration_allows_too_fast: amiodarone\n"), std::string::npos);
  EXPECT_NE(told.out.find("  found: 150 mg over 10 min is 15 mg/min"), std::string::npos);
  EXPECT_NE(told.out.find("acknowledgement of L7 for amiodarone covers nothing"),
            std::string::npos);
  const Ran json = run({"lint", found, "--json"});
  EXPECT_EQ(json.status, 1);
  const auto tree = json::parse(json.out);
  ASSERT_TRUE(tree);
  EXPECT_EQ(tree->find("blocking")->number_text(), "1");
  const json::Value* first = nullptr;
  for (const json::Value& one : tree->find("findings")->items()) {
    if (one.text_of("rule") == "L6") first = &one;
  }
  ASSERT_NE(first, nullptr);
  EXPECT_EQ(first->text_of("severity"), "blocking");
  EXPECT_EQ(first->text_of("drug"), "amiodarone");
  EXPECT_EQ(first->find("setups")->item_count(), 2U);
}

TEST(LibraryCommands, diff_says_no_to_a_loosened_hard_maximum_without_the_committee) {
  const Scratch scratch;
  const std::string old_text = content_of(root + "/samples/libraries/next.json");
  const std::string old_file = scratch.write("old.json", old_text);
  const auto old_hash = content_of(root + "/samples/libraries/next.json.sig");
  const std::string hash = old_hash.substr(old_hash.find("content_hash") + 16, 64);
  std::string next =
      replaced(replaced(old_text, "\"1.2.0\"", "\"1.3.0\""), "\"serial\": 2", "\"serial\": 3");
  next = replaced(next, "\"changes\": [",
                  "\"parent\": {\"version\": \"1.2.0\", \"serial\": 2, \"content_hash\": \"" +
                      hash + "\"}, \"changes\": [");
  next = replaced(next, "\"text\": \"for a story\"\n  }",
                  "\"text\": \"for a story\"\n  }, {\"version\": \"1.3.0\", \"serial\": 3, \"at\": "
                  "\"2026-01-01T00:00:00Z\", \"person\": \"demo-author\", \"text\": \"more\"}");
  EXPECT_EQ(run({"diff", old_file, scratch.write("same.json", next)}).status, 0);
  const std::string loosened = replaced(next, "\"hard_max\": 50", "\"hard_max\": 60");
  const std::string new_file = scratch.write("new.json", loosened);
  const Ran text = run({"diff", old_file, new_file});
  EXPECT_EQ(text.status, 1);
  EXPECT_NE(text.out.find("loosened: dose_rate hard_max 50 ug/kg/min -> 60 ug/kg/min (+20 %)  "
                          "NEEDS THE COMMITTEE"),
            std::string::npos)
      << text.out;
  const Ran csv = run({"diff", old_file, new_file, "--csv"});
  EXPECT_NE(csv.out.find("adult-icu,dopamine,\"continuous, ug/kg/min, 400 mg in 250 mL\","
                         "dose_rate hard_max,50 ug/kg/min,60 ug/kg/min,loosened,+20,yes\r\n"),
            std::string::npos)
      << csv.out;
  const Ran json = run({"diff", old_file, new_file, "--json"});
  ASSERT_TRUE(json::parse(json.out));
  EXPECT_TRUE(json::parse(json.out)->find("needs_committee")->as_boolean());
  const std::string approved = scratch.write(
      "approved.json", replaced(loosened, "\"role\": \"nursing\"", "\"role\": \"committee\""));
  EXPECT_EQ(run({"diff", old_file, approved}).status, 0);
  // Backwards the history is broken.
  EXPECT_EQ(run({"diff", new_file, old_file}).status, 1);
}

TEST(LibraryCommands, verify_refuses_what_is_not_to_be_used) {
  for (const char* name : {"approved", "damaged", "one_signature", "unknown_key", "unsigned"}) {
    const Ran told = run({"verify", root + "/samples/libraries/" + name + ".json"});
    EXPECT_EQ(told.status, 1) << name;
    EXPECT_NE(told.err.find("NOT TO BE USED"), std::string::npos) << name;
  }
  EXPECT_EQ(run({"verify", root + "/samples/libraries/respaced.json"}).status, 0);
}

}  // namespace
}  // namespace bridge::shell
