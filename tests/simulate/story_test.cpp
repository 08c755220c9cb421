// SPDX-License-Identifier: Apache-2.0
// The story runner itself: what is wrong, missing or too much in a story fails it.
#include "simulate/story.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "shell/load_tables.h"
#include "simulate/story_check.h"
#include "simulate/story_command.h"
#include "simulate/story_diff.h"
#include "simulate/story_world.h"

namespace bridge::simulate {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view head = "# shows: a test of the runner\n# proves: B53\n";

// 10 ug/kg/min for 85 kg from 400 mg in 250 mL: 10 * 85 * 60 / 1600 = 31.875 mL/h.
constexpr std::string_view order = R"(at 2026-03-02T10:00:00-06:00
ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|NE||UNICODE UTF-8
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|NW|ORD1^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||1234^Dopamine 400 mg in D5W 250 mL^L|250||mL||||||||||||||||||10|mcg/kg/min|400|mg|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  RXC|A|1234^Dopamine^L|400|mg
  RXC|B|D5W^Dextrose 5% in water^L|250|mL
  OBX|1|NM|29463-7^Body weight^LN||85.0|kg^kilogram^UCUM|||||F
)";
constexpr std::string_view order_taken =
    "fact order_accepted ORD1^EHR, dose rate 10 ug/kg/min, volume 250 mL, weight 85 kg\n"
    "ehr < ACK^O11\n"
    "  MSA|CA|EHR1\n";

constexpr std::string_view association = R"(api > POST /api/associations
  {"patient": {"id": "TEST-0001", "authority": "HOSP"},
   "order": {"id": "ORD1", "namespace": "EHR"},
   "pump": {"id": "P-1001", "namespace": "DEMOPUMP", "universal_id": "ACDE48FFFE000002",
            "universal_id_type": "EUI-64"},
   "by": "N0001"}
)";

std::shared_ptr<const engine::Tables> tables() {
  static const auto loaded = shell::load_tables(sample_config(BRIDGE_SOURCE_DIR));
  EXPECT_TRUE(loaded.has_value());
  return loaded ? *loaded : nullptr;
}

std::string joined(std::initializer_list<std::string_view> parts) {
  std::string text;
  for (const std::string_view part : parts) text += part;
  return text;
}

struct Ran {
  std::string differences;
  std::string broken;
  std::string rewritten;
  std::string heads;  // of all outputs, one a line
};

Ran run(const std::string& text) {
  const auto story = parse_story(text);
  EXPECT_TRUE(story.has_value()) << (story ? "" : story.fault().text);
  if (!story) return {"unread", "unread", {}, {}};
  const StoryRun ran = run_story(*story, {tables(), "."});
  Ran result;
  result.differences = story_differences(*story, ran.outputs);
  if (ran.broken) {
    result.broken = std::to_string(ran.broken->line) + ": " + ran.broken->text;
    return result;
  }
  result.rewritten = rewrite_story(*story, ran.outputs);
  for (const auto& step : ran.outputs) {
    for (const StoryOutput& output : step) result.heads += output.head + "\n";
  }
  return result;
}

std::string mistake(const std::string& text) {
  const auto story = parse_story(text);
  return story ? "none" : std::to_string(story.fault().line) + ": " + story.fault().text;
}

// --- running ------------------------------------------------------------------------------------

TEST(Story, passes_when_everything_that_goes_out_is_listed) {
  const Ran ran = run(joined({head, order, order_taken}));
  EXPECT_EQ(ran.differences, "");
  EXPECT_EQ(ran.broken, "");
}

TEST(Story, a_wrong_expectation_fails_and_shows_both_lines) {
  const Ran ran = run(joined({head, order,
                              "fact order_accepted ORD1^EHR, dose rate 10 ug/kg/min, volume 250 "
                              "mL, weight 85 kg\nehr < ACK^O11\n  MSA|CE|EHR1\n"}));
  EXPECT_NE(ran.differences.find("line 4, after `ehr >`"), std::string::npos) << ran.differences;
  EXPECT_NE(ran.differences.find("expected:   MSA|CE|EHR1\n"), std::string::npos)
      << ran.differences;
  EXPECT_NE(ran.differences.find("got:        MSA|CA|EHR1\n"), std::string::npos)
      << ran.differences;
}

TEST(Story, an_output_that_does_not_come_fails) {
  const Ran ran = run(joined({head, order, order_taken, "gateway < RGV^O15\n"}));
  EXPECT_NE(ran.differences.find("- gateway < RGV^O15"), std::string::npos) << ran.differences;
}

TEST(Story, an_output_that_is_not_listed_fails) {
  const Ran none = run(joined({head, order}));
  EXPECT_NE(none.differences.find("+ ehr < ACK^O11"), std::string::npos) << none.differences;
  EXPECT_NE(none.differences.find("+ fact order_accepted"), std::string::npos) << none.differences;
}

TEST(Story, a_fact_that_is_not_listed_fails) {
  const Ran ran = run(joined({head, order, "ehr < ACK^O11\n  MSA|CA|EHR1\n"}));
  EXPECT_NE(ran.differences.find("+ fact order_accepted"), std::string::npos) << ran.differences;
}

TEST(Story, outputs_in_another_order_fail) {
  const Ran ran = run(
      joined({head, order,
              "ehr < ACK^O11\n  MSA|CA|EHR1\nfact order_accepted ORD1^EHR, dose rate 10 ug/kg/min, "
              "volume 250 mL, weight 85 kg\n"}));
  EXPECT_NE(ran.differences, "");
}

TEST(Story, the_same_story_gives_the_same_text_twice) {
  const std::string text = joined({head, order, association});
  EXPECT_EQ(run(text).rewritten, run(text).rewritten);
}

TEST(Story, facts_stand_before_what_they_cause) {
  EXPECT_EQ(
      run(joined({head, order, association})).heads,
      "fact order_accepted ORD1^EHR, dose rate 10 ug/kg/min, volume 250 mL, weight 85 kg\n"
      "ehr < ACK^O11\n"
      "fact pump_associated ORD1^EHR to P-1001^ACDE48FFFE000002, by N0001\n"
      "fact program_due STORY-P000001, new_bag, ORD1^EHR to P-1001^ACDE48FFFE000002, dose rate 10 "
      "ug/kg/min, volume 250 mL, weight 85 kg, expected rate 31.9 mL/h\n"
      "api < 201\n"
      "fact dispatch_started STORY-P000001, attempt 1\n"
      "gateway < RGV^O15\n"
      "fact gateway_took STORY-P000001\n");
}

TEST(Story, a_gateway_that_cannot_be_reached_gets_nothing_until_it_is_back) {
  const Ran ran = run(joined(
      {head, "gateway does unreached\n", order, association, "gateway does CA\nafter 1 s\n"}));
  const std::size_t unreached = ran.heads.find("fact dispatch_unreached STORY-P000001\n");
  const std::size_t sent = ran.heads.find("gateway < RGV^O15\n");
  ASSERT_NE(unreached, std::string::npos) << ran.heads;
  ASSERT_NE(sent, std::string::npos) << ran.heads;
  EXPECT_LT(unreached, sent);
  EXPECT_EQ(ran.heads.find("gateway < ", sent + 1), std::string::npos) << ran.heads;
}

TEST(Story, a_silent_gateway_leaves_the_fate_unknown) {
  const Ran ran = run(joined({head, "gateway does silence\n", order, association}));
  EXPECT_NE(ran.heads.find("fact dispatch_unknown STORY-P000001"), std::string::npos) << ran.heads;
}

TEST(Story, a_gateway_refuses_with_the_code_that_the_story_says) {
  const Ran ran = run(joined({head, "gateway does CE 9010\n", order, association}));
  EXPECT_NE(ran.heads.find("fact gateway_refused STORY-P000001, code 9010\n"), std::string::npos)
      << ran.heads;
}

TEST(Story, the_libraries_that_a_pump_may_hold_are_the_storys) {
  // Nothing is known of a pump that was never heard of; of the one asked for before there is.
  const Ran ran = run(joined({head, order, "accepts DL-7 DL-8\n", association, association}));
  EXPECT_NE(ran.heads.find("W pump_library_differs"), std::string::npos) << ran.heads;
  EXPECT_EQ(run(joined({head, order, association, association})).heads.find("pump_library"),
            std::string::npos);
}

TEST(Story, a_crash_keeps_the_intent_and_forgets_the_outcome) {
  const Ran ran =
      run(joined({head, "gateway does crash\n", order, association, "gateway does CA\nrestart\n"}));
  EXPECT_EQ(ran.broken, "");
  EXPECT_NE(ran.heads.find("fact dispatch_started STORY-P000001, attempt 1\ngateway < RGV^O15\n"
                           "fact dispatch_unknown STORY-P000001"),
            std::string::npos)
      << ran.heads;
}

TEST(Story, nothing_comes_in_while_the_bridge_is_dead) {
  const Ran ran = run(joined({head, "gateway does crash\n", order, association, association}));
  EXPECT_NE(ran.broken.find("dead until `restart`"), std::string::npos) << ran.broken;
}

TEST(Story, a_restart_changes_nothing_that_a_partner_can_see) {
  const std::string before = run(joined({head, order, association})).heads;
  const std::string after = run(joined({head, order, "restart\n", association})).heads;
  EXPECT_EQ(before, after);
}

TEST(Story, a_message_again_gets_its_answer_and_records_nothing) {
  const std::string again(order.substr(order.find("ehr >")));
  const Ran ran = run(joined({head, order, "restart\n", again}));
  EXPECT_TRUE(ran.heads.ends_with("ehr < ACK^O11\nfact (none)\n")) << ran.heads;
}

TEST(Story, fhir_refusals_are_told_issue_by_issue) {
  const Ran ran =
      run(joined({head, "at 2026-03-02T10:00:00-06:00\n",
                  "fhir > POST MedicationRequest\n  {\"resourceType\": \"Patient\"}\n"}));
  EXPECT_NE(ran.rewritten.find("\nfhir < 4"), std::string::npos) << ran.rewritten;
  EXPECT_NE(ran.rewritten.find("\n  error "), std::string::npos) << ran.rewritten;
}

TEST(Story, a_file_that_is_not_there_breaks_the_story) {
  const Ran ran =
      run(joined({head, "at 2026-03-02T10:00:00Z\nehr > messages/there_is_none.hl7\n"}));
  EXPECT_EQ(ran.broken, "4: cannot read messages/there_is_none.hl7");
}

// --- reading ------------------------------------------------------------------------------------

TEST(StoryText, what_is_no_story_is_named_with_its_line) {
  const struct {
    std::string_view text;
    std::string_view mistake;
  } rows[] = {
      {"", "1: must end with a line end"},
      {"at 2026-03-02T10:00:00Z", "1: must end with a line end"},
      {"at 2026-03-02T10:00:00\n", "1: a time is like 2026-03-02T10:00:00-06:00"},
      {"at 2026-03-02T10:00:00Z\nat 2026-03-02T09:59:59Z\n", "2: the clock cannot go back"},
      {"at 2026-03-02T10:00:00Z\nafter 5 min\nat 2026-03-02T10:04:00Z\n",
       "3: the clock cannot go back"},
      {"after 5 min\n", "1: the story must first set the clock with `at`"},
      {"ehr >\n", "1: the story must first set the clock with `at`"},
      {"restart\n", "1: the story must first set the clock with `at`"},
      {"accepts 7\n", "1: the story must first set the clock with `at`"},
      {"at 2026-03-02T10:00:00Z\naccepts\n", "2: accepts names the versions that a pump may hold"},
      {"zone America/Chicago\n", "1: the story must first set the clock with `at`"},
      {"at 2026-03-02T10:00:00Z\nzone\n", "2: a zone is like America/Chicago"},
      {"at 2026-03-02T10:00:00Z\nzone America/Chicago CST\n", "2: a zone is like America/Chicago"},
      {"at 2026-03-02T10:00:00Z\nzone Mars/Olympus\n", "2: a zone is like America/Chicago"},
      {"at 2026-03-02T10:00:00Z\nafter 0 s\n", "2: a time span is like `30 min`: s, min or h"},
      {"at 2026-03-02T10:00:00Z\nafter -1 s\n", "2: a time span is like `30 min`: s, min or h"},
      {"at 2026-03-02T10:00:00Z\nafter 1 d\n", "2: a time span is like `30 min`: s, min or h"},
      {"at 2026-03-02T10:00:00Z\nehr >\n", "2: has no message"},
      {"at 2026-03-02T10:00:00Z\nehr > a.hl7\n  MSH|\n", "2: has a file and indented lines"},
      {"at 2026-03-02T10:00:00Z\nehr > a.hl7 b.hl7\n",
       "2: a message is one file, or indented lines"},
      {"at 2026-03-02T10:00:00Z\n  MSH|\n", "1: takes no indented lines"},
      {"at 2026-03-02T10:00:00Z\nfhir > POST\n", "2: a request is `METHOD TARGET [FILE]`"},
      {"at 2026-03-02T10:00:00Z\nnurse > x\n", "2: no block begins like this"},
      {"at 2026-03-02T10:00:00Z\nehr\n", "2: no block begins like this"},
      {"at 2026-03-02T10:00:00Z\nnurse < ACK^O11\n",
       "2: an output is `ehr|gateway|fhir|api < WHAT`"},
      {"at 2026-03-02T10:00:00Z\nfact\n", "2: a fact has a name"},
      {"fact x\n", "1: an output before anything was put in"},
      {"gateway does nothing\n",
       "1: what a partner does: a code with a number or none, silence, unreached, crash"},
      {"gateway does CA 9010\n",
       "1: what a partner does: a code with a number or none, silence, unreached, crash"},
      {"gateway does CE x\n",
       "1: what a partner does: a code with a number or none, silence, unreached, crash"},
      {"api does CA\n", "1: no block begins like this"},
      {" at 2026-03-02T10:00:00Z\n",
       "1: an indented line begins with two blanks and then has text"},
      {"at 2026-03-02T10:00:00Z\n\n  MSH|\n", "3: an indented line that belongs to no block"},
      {"at 2026-03-02T10:00:00Z\r\n", "1: holds a carriage return"},
      {"# shows: x\n# proves: y\n", "1: nothing happens"},
      {"at 2026-03-02T10:00:00Z\n", "1: the head must have a line `# shows: ...`"},
      {"# shows: x\nat 2026-03-02T10:00:00Z\n", "1: the head must have a line `# proves: ...`"},
      {"# shows: x\n# proves: y\nat 2026-03-02T10:00:00Z\n", "none"},
  };
  for (const auto& row : rows) EXPECT_EQ(mistake(std::string(row.text)), row.mistake) << row.text;
}

// --- rewriting ----------------------------------------------------------------------------------

TEST(StoryText, rewriting_changes_outputs_and_keeps_all_else_byte_for_byte) {
  const std::string before = joined({head, "# 31.875 mL/h, by hand\n\n", order,
                                     "# the answer\nehr < ACK^O11\n  MSA|AE|WRONG\n# at the end\n\n"
                                     "# the next hour\nafter 1 h\n# last\n"});
  const std::string after =
      joined({head, "# 31.875 mL/h, by hand\n\n", order,
              "fact order_accepted ORD1^EHR, dose rate 10 ug/kg/min, volume 250 mL, weight 85 kg\n"
              "# the answer\nehr < ACK^O11\n  MSA|CA|EHR1\n# at the end\n\n"
              "# the next hour\nafter 1 h\n# last\n"});
  EXPECT_EQ(run(before).rewritten, after);
  EXPECT_EQ(run(after).rewritten, after);
  EXPECT_EQ(run(after).differences, "");
}

TEST(StoryText, a_comment_of_an_output_that_is_gone_stays) {
  const std::string before =
      joined({head, order, "# why not\ngateway < RGV^O15\n  PID|\n\n", "after 1 s\n"});
  EXPECT_EQ(run(before).rewritten,
            joined({head, order, order_taken, "# why not\n\n", "after 1 s\n"}));
}

TEST(StoryText, a_comment_within_an_input_stays_where_it_is_and_is_not_sent) {
  std::string commented(order);
  commented.insert(commented.find("  PID|"), "# the patient\n");
  const std::string text = joined({head, commented, order_taken});
  EXPECT_EQ(run(text).differences, "");
  EXPECT_EQ(run(text).rewritten, text);
}

TEST(StoryText, a_difference_shows_what_is_missing_and_what_is_too_much) {
  EXPECT_EQ(diff_of({"a"}, {"a"}), "");
  EXPECT_EQ(
      diff_of({"a", "b"}, {"a", "c"}),
      "  first difference in line 2\n    expected: b\n    got:      c\n    a\n  - b\n  + c\n");
  EXPECT_EQ(diff_of({"a"}, {}),
            "  first difference in line 1\n    expected: a\n    got:      (nothing)\n  - a\n");
}

// --- the command --------------------------------------------------------------------------------

// A directory with samples/ and the shipped mappings/.
class Site {
 public:
  explicit Site(std::string_view name)
      : root_(fs::temp_directory_path() /
              ("bridge-check-" + std::to_string(::getpid()) + "-" + std::string(name))) {
    fs::remove_all(root_);
    fs::create_directories(root_ / "samples/stories");
    fs::create_directories(root_ / "samples/messages");
    fs::create_directory_symlink(fs::path(BRIDGE_SOURCE_DIR) / "mappings", root_ / "mappings");
  }
  ~Site() { fs::remove_all(root_); }

  void write(const std::string& name, const std::string& text) const {
    std::ofstream(root_ / name, std::ios::binary) << text;
  }
  std::string read(const std::string& name) const {
    std::ifstream file(root_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  std::string path(const std::string& name) const { return (root_ / name).string(); }

  int check(std::vector<std::string> arguments = {}) {
    arguments.push_back(path("samples"));
    std::ostringstream said;
    std::ostringstream errors;
    const int result = run_check(arguments, said, errors);
    said_ = said.str() + errors.str();
    return result;
  }
  const std::string& said() const { return said_; }

 private:
  fs::path root_;
  std::string said_;
};

// For one test: what the environment says is read anew with each run.
class Updating {
 public:
  Updating() { ::setenv("UPDATE_SAMPLES", "1", 1); }
  ~Updating() { ::unsetenv("UPDATE_SAMPLES"); }
};

std::string message_of(std::string_view story) {
  std::string text;
  for (const std::string& line : in_lines(story)) {
    if (line.starts_with("  ")) text += line.substr(2) + "\n";
  }
  return text;
}

TEST(Check, passes_and_fails_with_the_stories_it_finds) {
  Site site("both");
  site.write("samples/stories/a.story", joined({head, order, order_taken}));
  EXPECT_EQ(site.check(), 0) << site.said();
  EXPECT_EQ(site.said(), "1 passed, 0 failed\n");
  site.write("samples/stories/b.story", joined({head, order}));
  EXPECT_EQ(site.check(), 1);
  EXPECT_NE(site.said().find("FAILED: " + site.path("samples/stories/b.story")), std::string::npos);
  EXPECT_TRUE(site.said().ends_with("1 passed, 1 failed\n")) << site.said();
}

TEST(Check, updates_the_story_only_when_it_is_told_to) {
  Site site("update");
  const std::string bare = joined({head, order});
  site.write("samples/stories/a.story", bare);
  EXPECT_EQ(site.check(), 1);
  EXPECT_EQ(site.read("samples/stories/a.story"), bare);
  {
    const Updating updating;
    EXPECT_EQ(site.check(), 0) << site.said();
  }
  EXPECT_EQ(site.read("samples/stories/a.story"), joined({head, order, order_taken}));
  EXPECT_EQ(site.check(), 0);
}

TEST(Check, a_story_that_cannot_be_run_fails_even_when_updating) {
  Site site("broken");
  const std::string broken = joined({head, "at 2026-03-02T10:00:00Z\nehr > messages/no.hl7\n"});
  site.write("samples/stories/a.story", broken);
  const Updating updating;
  EXPECT_EQ(site.check(), 1);
  EXPECT_EQ(site.read("samples/stories/a.story"), broken);
}

TEST(Check, takes_a_storys_messages_from_the_folder_beside_it) {
  Site site("messages");
  site.write("samples/messages/order.hl7", message_of(order));
  site.write(
      "samples/stories/a.story",
      joined({head, "at 2026-03-02T10:00:00-06:00\nehr > messages/order.hl7\n", order_taken}));
  EXPECT_EQ(site.check(), 0) << site.said();
}

TEST(Check, holds_a_sample_against_its_expect_and_keeps_its_comments) {
  Site site("sample");
  site.write("samples/messages/order.hl7", message_of(order));
  site.write("samples/messages/order.hl7.expect", "# 31.875 mL/h by hand\nrefused\n");
  EXPECT_EQ(site.check(), 1);
  {
    const Updating updating;
    EXPECT_EQ(site.check(), 0);
  }
  const std::string expect = site.read("samples/messages/order.hl7.expect");
  EXPECT_TRUE(expect.starts_with("# 31.875 mL/h by hand\nwould_program\nOrder ORD1^EHR, new_order"))
      << expect;
  EXPECT_EQ(expect.find("Checked against"), std::string::npos) << expect;
  EXPECT_EQ(expect.find("MSH|"), std::string::npos) << expect;
  EXPECT_EQ(site.check(), 0) << site.said();
}

TEST(Check, an_expect_without_its_sample_fails) {
  Site site("orphan");
  site.write("samples/messages/gone.hl7.expect", "read\n");
  EXPECT_EQ(site.check(), 1);
}

TEST(Check, tells_a_pump_answer_value_by_value) {
  Site site("answer");
  site.write("samples/messages/no.hl7",
             "MSH|^~\\&|PUMPGW|GENHOSP|BRIDGE|GENHOSP|20260302101504-0600||RRG^O16^RRG_O16|GW1|P|"
             "2.6|||AL|NE\nMSA|AE|STORY-P000001\nERR|||207^Application internal "
             "error^HL70357|E|9010\n");
  site.write("samples/messages/no.hl7.expect",
             "read\nanswers: STORY-P000001\naccepted: false\nrefusal: 9010 \n");
  EXPECT_EQ(site.check(), 0) << site.said();
}

TEST(Check, writes_junit_with_what_failed) {
  Site site("junit");
  site.write("samples/stories/a.story", joined({head, order}));
  EXPECT_EQ(site.check({"--junit", site.path("report.xml")}), 1);
  const std::string report = site.read("report.xml");
  EXPECT_NE(report.find("tests=\"1\" failures=\"1\""), std::string::npos) << report;
  EXPECT_NE(report.find("name=\"a.story\""), std::string::npos) << report;
  EXPECT_NE(report.find("ehr &lt; ACK^O11"), std::string::npos) << report;
}

TEST(Check, nothing_to_check_is_no_success) {
  Site site("nothing");
  EXPECT_EQ(site.check(), 1);
}

TEST(Check, a_wrong_use_is_told) {
  std::ostringstream out;
  std::ostringstream errors;
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{},
                                                    {"--junit"},
                                                    {"--verbose", "samples"},
                                                    {"/no/such/directory"}}) {
    EXPECT_EQ(run_check(arguments, out, errors), 2);
  }
  EXPECT_EQ(out.str(), "");
}

}  // namespace
}  // namespace bridge::simulate
