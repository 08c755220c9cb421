// SPDX-License-Identifier: Apache-2.0
// Every code of IHE PCD TF-2 B.3 has its stories: found before anything is sent, and understood
// when a gateway sends it. docs/codes.md is that table; UPDATE_SAMPLES=1 writes it anew.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "base/fault.h"
#include "base/named.h"
#include "shell/table_files.h"
#include "simulate/story.h"
#include "simulate/story_check.h"
#include "translate/rrg_o16.h"

namespace bridge::simulate {
namespace {

const std::string root = BRIDGE_SOURCE_DIR;
const std::string page = root + "/docs/codes.md";
constexpr int first_code = 9001;
constexpr int last_code = 9044;
constexpr std::size_t max_story_bytes = std::size_t{4} << 20;

// The gateway's own time, and a person's word at the pump: nobody else can know them.
const std::map<int, std::string> only_then = {
    {9015, "only the gateway knows; silence has the same code: `pump_silent`"},
    {9023, "only the person at the pump knows"},
};

constexpr int silent = 9015;

// Told by a pump of itself: the stories about what a pump tells show them.
const std::set<int> told_by_the_pump = {9028, 9029};

struct Coverage {
  std::map<int, std::map<std::string, std::set<std::string>>> before;  // code, fault, stories
  std::map<int, std::set<std::string>> from_gateway;
  std::vector<std::string> complaints;
};

std::vector<std::string> split(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    parts.emplace_back(text.substr(at, end - at));
    at = end + separator.size();
  }
  return parts;
}

int code_of(const std::string& fault) {
  static const std::map<std::string, int> codes = {
#define BRIDGE_FAULT(name, ...) {#name, kind_of(FaultCode::name).pump_error},
#include "base/fault_list.inc"
#undef BRIDGE_FAULT
  };
  const auto row = codes.find(fault);
  return row == codes.end() ? 0 : row->second;
}

// What the EHR was told in this step under a code, with ERR-4 E: the whole ERR segments.
std::vector<std::string> told_to_ehr(const StoryStep& step, int code) {
  std::vector<std::string> errors;
  const std::string start = std::to_string(code) + '^';
  for (const ToldOutput& told : step.told) {
    if (!told.output.head.starts_with("ehr < ")) continue;
    for (const std::string& line : told.output.body) {
      const std::vector<std::string> fields = split(line, "|");
      const bool error = fields.size() > 8 && fields[0] == "ERR" && fields[4] == "E";
      if (error && fields[5].starts_with(start)) errors.push_back(line);
    }
  }
  return errors;
}

bool sends(const StoryStep& step, std::string_view what) {
  return std::any_of(step.told.begin(), step.told.end(),
                     [&](const ToldOutput& told) { return told.output.head.starts_with(what); });
}

std::vector<int> codes_claimed(const Story& story) {
  std::vector<int> codes;
  for (const std::string& line : story.beginning) {
    if (!line.starts_with("# proves: ")) continue;
    for (const std::string& word : split(line, " ")) {
      const bool code =
          word.size() >= 4 && word.starts_with("90") && std::atoi(word.c_str()) > 9000;
      if (code) codes.push_back(std::atoi(word.c_str()));
    }
  }
  return codes;
}

// "fact program_refused ORD1^EHR to P-1, E pump_off at pump, W line_needed at drug"
void take_refusal(const std::string& story, const StoryStep& step, const std::string& fact,
                  Coverage& coverage) {
  for (const std::string& part : split(fact, ", ")) {
    if (!part.starts_with("E ")) continue;
    const std::string fault = part.substr(2, part.find(' ', 2) - 2);
    const int code = code_of(fault);
    if (code < first_code || code > last_code) continue;
    // Told on the way back, and nothing went to the gateway.
    const bool told = !told_to_ehr(step, code).empty() && !sends(step, "gateway < RGV");
    if (told) coverage.before[code][fault].insert(story);
  }
}

// "fact pump_refused STORY-P000001, code 9011"
void take_gateways_word(const std::string& story, const Story& all, std::size_t at,
                        const std::string& fact, Coverage& coverage) {
  const StoryStep& step = all.steps[at];
  const std::vector<std::string> parts = split(fact, ", code ");
  // Without a command in this step the bridge itself withdrew one.
  const bool withdrawn = fact.starts_with("fact gateway_refused") && !sends(step, "gateway < RGV");
  if (withdrawn) return;
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const translate::PumpErrorText* const known = translate::pump_error_text(parts[i]);
    if (known == nullptr) continue;
    const std::vector<std::string> told = told_to_ehr(step, known->code);
    std::string words(known->cause);
    words.append("; ").append(known->fix).append(" (").append(name_of(known->owner)).append(")");
    const bool whole = std::any_of(told.begin(), told.end(), [&](const std::string& error) {
      return error.find('^' + std::string(known->text) + '^') != std::string::npos &&
             error.ends_with('|' + words);
    });
    const std::string id = parts[0].substr(parts[0].rfind(' ') + 1);
    bool again = false;
    for (std::size_t later = at + 1; later < all.steps.size(); ++later) {
      again = again || sends(all.steps[later], "fact dispatch_started " + id + ",");
    }
    // That nothing is sent again is only seen when time goes on.
    const bool waited = at + 1 < all.steps.size();
    if (!whole) coverage.complaints.push_back(story + ": the EHR is not told " + parts[i]);
    if (again) coverage.complaints.push_back(story + ": " + id + " is sent again");
    if (whole && waited && !again) coverage.from_gateway[known->code].insert(story);
  }
}

Coverage coverage_of(const std::string& name, const Story& story) {
  Coverage coverage;
  for (std::size_t at = 0; at < story.steps.size(); ++at) {
    const StoryStep& step = story.steps[at];
    for (const ToldOutput& told : step.told) {
      const std::string& head = told.output.head;
      if (head.starts_with("fact order_refused ") || head.starts_with("fact program_refused ")) {
        take_refusal(name, step, head, coverage);
      }
      if (head.starts_with("fact gateway_refused ") || head.starts_with("fact pump_refused ")) {
        take_gateways_word(name, story, at, head, coverage);
      }
      // 9015 is no refusal. In the step of the command itself it is the gateway's word and no
      // silence of ours.
      if (head.starts_with("fact dispatch_unknown ") && sends(step, "gateway < RGV") &&
          std::ranges::count(codes_claimed(story), silent) > 0 &&
          !told_to_ehr(step, silent).empty()) {
        coverage.from_gateway[silent].insert(name);
      }
    }
  }
  return coverage;
}

Coverage coverage_of_all() {
  Coverage all;
  const auto paths = find_checks({root + "/samples/stories"});
  if (!paths) return all;
  for (const std::string& path : *paths) {
    const auto text = shell::read_file(path, max_story_bytes);
    const auto story = parse_story(text ? *text : std::string());
    if (!story) continue;  // the sample's own test tells
    std::string name = path.substr(path.rfind('/') + 1);
    name.resize(name.rfind('.'));
    const Coverage one = coverage_of(name, *story);
    for (const auto& [code, faults] : one.before) {
      for (const auto& [fault, names] : faults) {
        all.before[code][fault].insert(names.begin(), names.end());
      }
    }
    for (const auto& [code, names] : one.from_gateway) {
      all.from_gateway[code].insert(names.begin(), names.end());
    }
    all.complaints.insert(all.complaints.end(), one.complaints.begin(), one.complaints.end());
  }
  return all;
}

// The faults in its facts, of whatever severity.
std::set<std::string> faults_shown(const Story& story) {
  std::set<std::string> faults;
  for (const StoryStep& step : story.steps) {
    for (const ToldOutput& told : step.told) {
      if (!told.output.head.starts_with("fact ")) continue;
      for (const std::string& part : split(told.output.head, ", ")) {
        const bool finding = part.starts_with("E ") || part.starts_with("W ");
        if (finding) faults.insert(part.substr(2, part.find(' ', 2) - 2));
      }
    }
  }
  return faults;
}

std::set<int> codes_shown(const Story& story) {
  std::set<int> codes;
  for (const std::string& fault : faults_shown(story)) codes.insert(code_of(fault));
  for (const StoryStep& step : story.steps) {
    for (const ToldOutput& told : step.told) {
      for (const std::string& line : told.output.body) {
        const std::vector<std::string> fields = split(line, "|");
        if (fields[0] == "ERR" && fields.size() > 5) codes.insert(std::atoi(fields[5].c_str()));
      }
      // Silence has a code of its own, which nobody is told before it is resolved.
      if (told.output.head.find(", pump_silent") != std::string::npos) codes.insert(9015);
    }
  }
  return codes;
}

// Two stories are enough to find one's way; the tests look at all.
std::string links(const std::set<std::string>& names) {
  std::string out;
  std::size_t shown = 0;
  for (const std::string& name : names) {
    if (shown++ == 2) break;
    if (!out.empty()) out += ' ';
    out.append("[").append(name.substr(0, name.find('_'))).append("](../samples/stories/");
    out.append(name).append(".story)");
  }
  if (names.size() > 2) out.append(" +").append(std::to_string(names.size() - 2));
  return out;
}

std::string page_text(const Coverage& coverage) {
  std::string out =
      "# The 44 codes of the pumps\n\n"
      "Written by a test from what the stories in `samples/stories` expect\n"
      "(`UPDATE_SAMPLES=1 build/release/tests/samples_test`), and compared with it at each run. "
      "The\n"
      "codes are those of IHE PCD TF-2 B.3.\n\n"
      "- **who**, **cause**, **what to do**: as the EHR is told when a gateway sends the code, in\n"
      "  ERR-8; the code itself is in ERR-5.\n"
      "- **again**: whether the same order may be asked for again: `wait` when what stands in the\n"
      "  way has ended, `person` when somebody has done what is to be done, `never` as it is. The\n"
      "  bridge itself never sends a refused command a second time: a new scan makes a new one, "
      "and\n"
      "  all checks run anew.\n"
      "- **before sending**: the faults by which the bridge finds it, and stories that show it.\n"
      "- **from a gateway**: stories in which a gateway sends the code.\n\n"
      "| code | meaning | who | cause | what to do | again | before sending | from a gateway |\n"
      "| --- | --- | --- | --- | --- | --- | --- | --- |\n";
  for (int code = first_code; code <= last_code; ++code) {
    const translate::PumpErrorText& text = *translate::pump_error_text(std::to_string(code));
    std::string before;
    if (const auto row = coverage.before.find(code); row != coverage.before.end()) {
      for (const auto& [fault, names] : row->second) {
        if (!before.empty()) before += ", ";
        before.append("`").append(fault).append("` ").append(links(names));
      }
    } else if (only_then.contains(code)) {
      before = only_then.at(code);
    }
    const auto sent = coverage.from_gateway.find(code);
    out.append("| ").append(std::to_string(code)).append(" | ").append(text.text);
    out.append(" | ").append(name_of(text.owner)).append(" | ").append(text.cause);
    out.append(" | ").append(text.fix).append(" | ").append(name_of(text.again));
    out.append(" | ").append(before).append(" | ");
    if (sent != coverage.from_gateway.end()) out.append(links(sent->second));
    out.append(" |\n");
  }
  return out;
}

TEST(PumpCodes, are_found_before_sending_where_the_bridge_can_know) {
  const Coverage coverage = coverage_of_all();
  for (int code = first_code; code <= last_code; ++code) {
    const bool found = coverage.before.contains(code);
    if (told_by_the_pump.contains(code) && !found) continue;
    EXPECT_NE(found, only_then.contains(code)) << code;
  }
}

TEST(PumpCodes, are_understood_when_a_gateway_sends_them) {
  const Coverage coverage = coverage_of_all();
  for (int code = first_code; code <= last_code; ++code) {
    EXPECT_TRUE(coverage.from_gateway.contains(code)) << code;
  }
  for (const std::string& complaint : coverage.complaints) ADD_FAILURE() << complaint;
}

TEST(PumpCodes, are_told_in_the_documents_with_their_stories) {
  const std::string text = page_text(coverage_of_all());
  if (wanted_rewriting() == Rewriting::on) std::ofstream(page, std::ios::binary) << text;
  std::stringstream there;
  there << std::ifstream(page, std::ios::binary).rdbuf();
  EXPECT_EQ(there.str(), text) << "UPDATE_SAMPLES=1 build/release/tests/samples_test writes it";
}

// What is in `# proves:` is in what the story expects, under whatever name it comes out.
TEST(Stories, prove_the_codes_that_they_claim) {
  const auto paths = find_checks({root + "/samples/stories"});
  ASSERT_TRUE(paths.has_value());
  for (const std::string& path : *paths) {
    const auto text = shell::read_file(path, max_story_bytes);
    ASSERT_TRUE(text.has_value()) << path;
    const auto story = parse_story(*text);
    ASSERT_TRUE(story.has_value()) << path;
    for (const int code : codes_claimed(*story)) {
      EXPECT_TRUE(codes_shown(*story).contains(code)) << path << " shows no " << code;
    }
  }
}

// K1 to K22 of drug-library 6.1: what is named there as catching the case is what catches it. K23
// to K25 are slips of a library: tests/library/sample_libraries_test.cpp.
TEST(Accidents, are_caught_by_the_checks_named_for_them) {
  struct Case {
    std::string_view story;
    std::vector<std::string> caught_by;
  };
  const std::vector<Case> cases = {
      {"k01",
       {"scanned_number_differs", "hard_limit_above", "hard_limit_below", "rate_jump",
        "second_person_missing"}},                                          // C3 C7 D3 D7 F5
      {"k02", {"hard_limit_above", "hard_limit_below"}},                    // C7
      {"k03", {"scanned_number_differs", "hard_limit_above"}},              // C3 D7 D1
      {"k04", {"concentration_not_library", "scanned_number_differs"}},     // B3 B7
      {"k05", {"scanned_zero", "quantity_zero", "loading_not_permitted"}},  // C3, pump mode
      {"k06", {"route_not_permitted", "pump_not_for_route", "scanned_route_differs"}},  // E1
      {"k07", {"route_not_permitted", "pump_not_for_route", "scanned_drug_differs"}},   // E1 E2 A6
      {"k08", {"route_not_permitted", "pump_not_for_route"}},                           // E1 E2
      {"k09",
       {"total_above_hard_limit", "concentration_not_library",
        "additive_not_in_entry"}},  // D4 B3 B5
      {"k10",
       {"concentration_not_library", "total_above_hard_limit", "scanned_number_differs"}},  // B3 D6
      {"k11", {"concentration_not_library"}},                                               // B3
      {"k12", {"soft_limit_below", "scanned_number_differs"}},                              // D1 C3
      {"k13", {"scanned_number_differs"}},                             // B3, of the bag scanned
      {"k14", {"scanned_number_differs"}},                             // C3: D1 must allow both
      {"k15", {"scanned_order_over", "order_stale"}},                  // A3 A4
      {"k16", {"patient_not_the_orders", "scanned_order_over"}},       // A1 A3
      {"k17", {"weight_implausible", "scanned_weight_differs"}},       // C4 A8
      {"k18", {"scanned_drug_differs", "concentration_not_library"}},  // B7 B3
      {"k19", {"scanned_drug_differs"}},                               // B7 A6
      {"k20", {"soft_limit_above", "hard_limit_above", "dose_beyond_bag"}},  // D1
      {"k21", {"scanned_number_differs"}},                                   // C3
      {"k22", {"patient_not_the_pumps", "patient_not_the_orders"}},          // A1 G1
  };
  const auto paths = find_checks({root + "/samples/stories"});
  ASSERT_TRUE(paths.has_value());
  for (const Case& one : cases) {
    std::set<std::string> faults;
    for (const std::string& path : *paths) {
      if (path.find("/" + std::string(one.story) + "_") == std::string::npos) continue;
      const auto text = shell::read_file(path, max_story_bytes);
      const auto story = parse_story(text ? *text : std::string());
      ASSERT_TRUE(story.has_value()) << path;
      faults = faults_shown(*story);
    }
    for (const std::string& fault : one.caught_by) {
      EXPECT_TRUE(faults.contains(fault)) << one.story << ": " << fault;
    }
  }
}

// The measure itself, on stories that prove nothing.

Coverage of(const std::string& steps) {
  const auto story =
      parse_story("# shows: x\n# proves: x\n\nat 2026-03-02T10:00:00-06:00\n" + steps);
  EXPECT_TRUE(story.has_value());
  return story ? coverage_of("x", *story) : Coverage{};
}

const std::string refused_fact = "fact pump_refused S-P1, code 9010\n";
const std::string told_whole =
    "ehr < RRG^O16\n  ERR|||207^x^HL70357|E|9010^Unable to match medication to drug "
    "library^L||9010|"
    "the pump's library has no entry for this drug; add the drug or its code to the pump's "
    "library, "
    "or correct the code (pharmacy)\n";

TEST(PumpCodeMeasure, wants_the_ehr_to_be_told_in_full) {
  EXPECT_EQ(of(refused_fact + told_whole + "after 10 min\n").from_gateway.count(9010), 1U);
  const std::string less = "ehr < RRG^O16\n  ERR|||207^x^HL70357|E|9010^x^L||9010|x\n";
  const Coverage poor = of(refused_fact + less + "after 10 min\n");
  EXPECT_TRUE(poor.from_gateway.empty());
  EXPECT_EQ(poor.complaints, std::vector<std::string>{"x: the EHR is not told 9010"});
  EXPECT_EQ(of(refused_fact + "after 10 min\n").complaints.size(), 1U);
}

TEST(PumpCodeMeasure, wants_time_to_pass_without_a_second_sending) {
  EXPECT_TRUE(of(refused_fact + told_whole).from_gateway.empty());
  const Coverage again =
      of(refused_fact + told_whole + "after 10 min\nfact dispatch_started S-P1, attempt 2\n");
  EXPECT_TRUE(again.from_gateway.empty());
  EXPECT_EQ(again.complaints, std::vector<std::string>{"x: S-P1 is sent again"});
}

TEST(PumpCodeMeasure, counts_as_found_before_sending_only_what_stopped_a_command) {
  const std::string told = "ehr < RRG^O16\n  ERR|||207^x^HL70357|E|9006^x^L|||x\n";
  const std::string fact = "fact program_refused O to P, E pump_off at pump\n";
  EXPECT_EQ(of(fact + told).before.count(9006), 1U);
  EXPECT_TRUE(of(fact).before.empty());
  EXPECT_TRUE(of("fact program_refused O to P, W pump_off at pump\n" + told).before.empty());
  EXPECT_TRUE(of(fact + "gateway < RGV^O15\n  ORC|RE\n" + told).before.empty());
  EXPECT_TRUE(of("fact gateway_refused S-P1, code 9006\n" + told).from_gateway.empty());
}

}  // namespace
}  // namespace bridge::simulate
