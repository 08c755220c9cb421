// SPDX-License-Identifier: Apache-2.0
#include "library/load_provenance.h"

#include "library/library_text.h"

namespace bridge::library {
namespace {

std::string faults(std::string_view before, std::string_view after) {
  return told(with(small_library, before, after));
}

constexpr std::string_view and_nora =
    R"(, {"person": "nora", "name": "Nora", "role": "nursing", "key": "ed25519:0000000000000002"})";

TEST(Provenance, is_read) {
  const auto library = load("small.json", small_library);
  ASSERT_TRUE(library);
  const Provenance& from = library->parts().provenance;
  EXPECT_EQ(from.site, "test");
  EXPECT_EQ(from.author.person, "ann");
  ASSERT_EQ(from.approvers.size(), 2U);
  EXPECT_EQ(from.approvers[1].role, ApproverRole::nursing);
  EXPECT_EQ(from.approvers[1].key, "ed25519:0000000000000002");
  EXPECT_FALSE(from.parent);
  EXPECT_EQ(from.changes.size(), 1U);
}

TEST(Provenance, a_release_has_two_approvers_at_least) {
  EXPECT_EQ(faults(and_nora, ""),
            "approvers: a library that is released has two approvers at least");
  EXPECT_EQ(faults("\"released\"", "\"approved\""), "loaded");
  const auto one = with(with(small_library, and_nora, ""), "\"released\"", "\"approved\"");
  EXPECT_FALSE(load("small.json", one));
  const auto draft = with(with(small_library, and_nora, ""), "\"released\"", "\"draft\"");
  EXPECT_TRUE(load("small.json", draft));
}

TEST(Provenance, approvers_are_different_persons_with_different_keys_and_not_the_author) {
  EXPECT_EQ(faults("\"person\": \"nora\"", "\"person\": \"phil\""),
            "approvers[1].person: approves twice");
  EXPECT_EQ(faults("\"person\": \"nora\"", "\"person\": \"ann\""),
            "approvers[1].person: the author does not approve");
  EXPECT_EQ(faults("0000000000000002", "0000000000000001"),
            "approvers[1].key: is another approver's key too");
  EXPECT_EQ(
      faults("ed25519:0000000000000002", "rsa:2"),
      "approvers[1].key: must be like \"ed25519:0123456789abcdef\", as `library keygen` prints "
      "it");
  EXPECT_EQ(faults("\"nursing\"", "\"nurse\""),
            "approvers[1].role: must be one of pharmacy nursing biomed medicine committee");
}

TEST(Provenance, the_change_log_ends_with_this_release_and_only_grows) {
  EXPECT_EQ(faults("\"version\": \"1.2.0\", \"serial\": 7, \"at\"",
                   "\"version\": \"1.2.0\", \"serial\": 6, \"at\""),
            "changes: the last entry must have this release's version and serial");
  EXPECT_EQ(faults("\"version\": \"1.2.0\", \"serial\": 7, \"at\"",
                   "\"version\": \"1.2.1\", \"serial\": 7, \"at\""),
            "changes: the last entry must have this release's version and serial");
  const std::string two = R"("changes": [{"version": "1.1.0", "serial": 6, )"
                          R"("at": "2025-12-01T00:00:00Z", "person": "ann", "text": "first"}, {)";
  const std::string parent = R"("parent": {"version": "1.1.0", "serial": 6, "content_hash": ")" +
                             std::string(64, 'a') + "\"}, ";
  EXPECT_EQ(faults("\"changes\": [{", parent + two), "loaded");
  EXPECT_EQ(faults("\"changes\": [{", two),
            "changes: the entry before the last must be the parent's, and the parent's alone");
  EXPECT_EQ(faults("\"changes\": [{", parent + "\"changes\": [{"),
            "changes: the entry before the last must be the parent's, and the parent's alone");
  EXPECT_EQ(faults("\"changes\": [{", parent + with(two, "\"serial\": 6", "\"serial\": 5")),
            "changes: the entry before the last must be the parent's, and the parent's alone");
  EXPECT_EQ(faults("\"changes\": [{", parent + with(two, "2025-12", "2026-12")),
            "changes[1].at: is before the entry before");
  EXPECT_EQ(
      faults("\"changes\": [{", with(parent, "\"serial\": 6", "\"serial\": 7") +
                                    with(two, "\"serial\": 6", "\"serial\": 7")),
      "parent.serial: is not below this release's serial; changes[1].serial: is not above the "
      "serial of the entry before");
  EXPECT_EQ(faults("\"changes\": [{", with(parent, "aaaa", "AAAA") + two),
            "parent.content_hash: must be 64 hexadecimal digits in lower case");
}

TEST(Provenance, acknowledgements_are_of_rules_drugs_and_care_areas_that_there_are) {
  const auto acknowledging = [](const char* what) {
    return faults("\"changes\": [",
                  std::string("\"acknowledgements\": [{") + what + "}], \"changes\": [");
  };
  EXPECT_EQ(acknowledging(R"("rule": "L4", "drug": "dopamine", "reason": "r", "person": "p")"),
            "loaded");
  EXPECT_EQ(
      acknowledging(
          R"("rule": "L4", "drug": "dopamine", "care_area": "icu", "reason": "r", "person": "p")"),
      "loaded");
  EXPECT_EQ(acknowledging(R"("rule": "L18", "drug": "dopamine", "reason": "r", "person": "p")"),
            "acknowledgements[0].rule: is not a rule of the linter: L1 to L17");
  EXPECT_EQ(acknowledging(R"("rule": "L4", "drug": "dopamin", "reason": "r", "person": "p")"),
            "acknowledgements[0].drug: the library has no \"dopamin\"");
  EXPECT_EQ(
      acknowledging(
          R"("rule": "L4", "drug": "dopamine", "care_area": "or", "reason": "r", "person": "p")"),
      "acknowledgements[0].care_area: the library has no \"or\"");
  EXPECT_EQ(acknowledging(R"("rule": "L4", "drug": "dopamine", "reason": " ", "person": "p")"),
            "acknowledgements[0].reason: must not be empty");
  EXPECT_EQ(acknowledging(R"("rule": "L4", "reason": "r", "person": "p")"),
            "acknowledgements[0].drug: missing");
  EXPECT_EQ(acknowledging(R"("rule": "", "drug": "dopamine", "reason": "r", "person": "p")"),
            "acknowledgements[0].rule: must not be empty");
  EXPECT_EQ(
      acknowledging(
          R"("rule": "L4", "drug": "dopamine", "care_area": "", "reason": "r", "person": "p")"),
      "acknowledgements[0].care_area: must not be empty");
}

// What is empty is told as empty, and not as the double of another thing that is empty too.
TEST(Provenance, what_is_empty_has_one_fault) {
  const std::string nobody = with(small_library, R"("person": "phil")", R"("person": "")");
  EXPECT_EQ(told(nobody), "approvers[0].person: must not be empty");
  EXPECT_EQ(told(with(nobody, R"("person": "nora")", R"("person": "")")),
            "approvers[0].person: must not be empty; approvers[1].person: must not be empty");
  EXPECT_EQ(told(with(nobody, R"("author": {"person": "ann")", R"("author": {"person": "")")),
            "author.person: must not be empty; approvers[0].person: must not be empty");
  const std::string keyless =
      with(with(small_library, "ed25519:0000000000000001", ""), "ed25519:0000000000000002", "");
  EXPECT_EQ(told(keyless),
            "approvers[0].key: must not be empty; approvers[1].key: must not be empty");
}

TEST(Provenance, members_of_the_wrong_kind_are_told_once) {
  const std::string approvers = std::string(small_library)
                                    .substr(small_library.find(R"([{"person": "phil")"),
                                            small_library.find(R"(, "reason")") -
                                                small_library.find(R"([{"person": "phil")"));
  EXPECT_EQ(faults(approvers, "5"), "approvers: must be an array");
  EXPECT_EQ(faults(R"("at": "2026-01-01T00:00:00Z")", R"("at": 5)"),
            "changes[0].at: must be a string");
  EXPECT_EQ(faults(R"("role": "nursing")", R"("role": 5)").substr(0, 18), "approvers[1].role:");
  const std::string log =
      R"("changes": [{"version": "1.2.0", "serial": 7, "at": "2026-01-01T00:00:00Z", )"
      R"("person": "ann", "text": "first"}])";
  EXPECT_EQ(faults(log, R"("changes": [])"),
            "changes: the last entry must have this release's version and serial");
  EXPECT_EQ(faults(log, R"("changes": {})"), "changes: must be an array");
  EXPECT_EQ(faults(log, R"("change": [])"), "changes: missing; change: unknown name");
}

// One slip in the log or in the parent has one fault, and the rest is not judged by it.
TEST(Provenance, a_wrong_entry_is_not_held_against_the_others) {
  const std::string two = R"("changes": [{"version": "1.1.0", "serial": 6, )"
                          R"("at": "2025-12-01T00:00:00Z", "person": "ann", "text": "first"}, {)";
  const std::string parent = R"("parent": {"version": "1.1.0", "serial": 6, "content_hash": ")" +
                             std::string(64, 'a') + "\"}, ";
  const auto next = [&](std::string_view of_parent, std::string_view of_log) {
    return with(small_library, "\"changes\": [{", std::string(of_parent) + std::string(of_log));
  };
  EXPECT_EQ(told(next(with(parent, std::string(64, 'a'), ""), two)),
            "parent.content_hash: must not be empty");
  EXPECT_EQ(told(next(with(parent, std::string(64, 'a'), std::string(63, 'a')), two)),
            "parent.content_hash: must be 64 hexadecimal digits in lower case");
  // 1.1.0 #6 in the log, 1.1.1 #6 as the parent.
  EXPECT_EQ(told(next(with(parent, "1.1.0", "1.1.1"), two)),
            "changes: the entry before the last must be the parent's, and the parent's alone");
  EXPECT_EQ(told(next(with(parent, "\"serial\": 6", "\"serial\": 0"), two)),
            "parent.serial: must be from 1 to 1000000000; changes: the entry before the last must "
            "be the parent's, and the parent's alone");
  EXPECT_EQ(told(with(next(parent, two), "\"serial\": 7", "\"serial\": 0")),
            "serial: must be from 1 to 1000000000");
  const std::string unnumbered = with(next(parent, two), R"("serial": 7, "at")", R"("at")");
  EXPECT_EQ(told(unnumbered),
            "changes: the last entry must have this release's version and serial; "
            "changes[1].serial: missing");
  EXPECT_EQ(told(with(next(parent, two), R"("at": "2026-01-01T00:00:00Z")", R"("at": "today")")),
            "changes[1].at: must be a date and time with seconds and offset, "
            "2026-11-01T00:00:00Z");
}

TEST(SemanticVersion, has_three_numbers_and_maybe_more) {
  for (const char* good :
       {"0.0.0", "1.2.3", "10.20.30", "2026.11.1", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-0.3.7",
        "1.0.0+001", "1.0.0-beta+exp.sha.5114f85", "1.0.0--", "1.0.0-RC.1"}) {
    EXPECT_TRUE(is_semantic_version(good)) << good;
  }
  for (const char* bad : {"", "1", "1.2", "1.2.3.4", "01.2.3", "1.02.3", "1.2.x", "v1.2.3",
                          "1.2.3-", "1.2.3+", "1.2.3-01", "1.2.3-a..b", "1.2.3-a~", "1.2.3-a_b",
                          "1.2.3-[a]", "1.2.3 ", " 1.2.3", "1..3", "1.2.3+a+b"}) {
    EXPECT_FALSE(is_semantic_version(bad)) << bad;
  }
}

}  // namespace
}  // namespace bridge::library
