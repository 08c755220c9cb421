// SPDX-License-Identifier: Apache-2.0
// explain accounts for every message that it is given, in order, and for what the pump side says.
#include "shell/explain.h"

#include <gtest/gtest.h>

#include <sstream>

#include "json/json.h"
#include "shell/scratch.h"
#include "shell/shipped_tables.h"

namespace bridge::shell {
namespace {

const std::string samples = BRIDGE_SOURCE_DIR "/samples/messages/";

struct Told {
  int status = 0;
  std::string text;
  json::Value root() const { return json::parse(text).value(); }
};

Told told(std::vector<std::string> names, bool as_json) {
  ExplainOptions options;
  options.json = as_json;
  for (const std::string& name : names) options.files.push_back(samples + name);
  std::ostringstream out;
  const int status = explain(options, shipped_tables(), out);
  return {status, out.str()};
}

TEST(Explain, one_message_is_one_object_without_a_list) {
  const Told one = told({"rde_o11_dopamine.hl7"}, true);
  EXPECT_EQ(one.status, 0);
  EXPECT_EQ(one.root().text_of("outcome"), "would_program");
  EXPECT_EQ(one.root().find("messages"), nullptr);
  EXPECT_EQ(one.root().find("recorded"), nullptr);
}

TEST(Explain, several_messages_are_accounted_for_in_order) {
  const json::Value root = told({"b53_tenfold_dose.hl7", "nosuch.hl7", "fhir_dopamine.json",
                                 "oru_r42_paused_by_clinician.hl7"},
                                true)
                               .root();
  EXPECT_EQ(root.text_of("outcome"), "accepted");  // the last one's, as for one alone
  const json::Value* messages = root.find("messages");
  ASSERT_NE(messages, nullptr);
  std::string seen;
  for (const json::Value& message : messages->items()) {
    EXPECT_TRUE(message.text_of("file")->starts_with(samples));
    seen.append(message.text_of("type").value_or("-")).append(" ");
    seen.append(message.text_of("outcome").value_or("-")).append("; ");
  }
  EXPECT_EQ(seen,
            "RDE^O11 refused; - unreadable; MedicationRequest would_program; ORU^R42 accepted; ");
}

TEST(Explain, an_event_tells_pump_order_and_numbers) {
  const json::Value root = told({"oru_r42_paused_by_clinician.hl7"}, true).root();
  const json::Value* event = root.find("event");
  ASSERT_NE(event, nullptr);
  EXPECT_EQ(event->text_of("kind"), "delivery_stop");
  EXPECT_EQ(event->text_of("not_delivering_reason"), "pump-stopped-by-clinician");
  EXPECT_EQ(event->text_of("pump"), "P-1001^DEMOPUMP");
  EXPECT_EQ(event->text_of("order"), "ORD1^EHR");
  EXPECT_EQ(event->find("volume_total")->text_of("value"), "15.9");
  EXPECT_EQ(event->find("volume_total")->text_of("unit"), "mL");
  // Nothing joined pump and order: kept, not charted.
  EXPECT_EQ(root.find("findings")->at(0)->text_of("cause"), "event_unmatched");
}

TEST(Explain, an_event_behind_its_order_and_scan_says_what_it_changes_in_the_chart) {
  const Told all = told(
      {"rde_o11_dopamine.hl7", "rgv_o15_new_bag.hl7", "oru_r42_paused_by_clinician.hl7"}, false);
  const std::size_t event = all.text.find("Event delivery_stop, not_delivering");
  ASSERT_NE(event, std::string::npos) << all.text;
  const std::string account = all.text.substr(event);
  EXPECT_NE(account.find("  order: ORD1^EHR\n"), std::string::npos) << account;
  EXPECT_NE(account.find("  rate: 31.9 mL per hour"), std::string::npos) << account;
  EXPECT_NE(account.find("Recorded\n  event_recorded "), std::string::npos) << account;
  EXPECT_NE(account.find("\n  administration_changed "), std::string::npos) << account;
  EXPECT_NE(account.find("\n  report_due "), std::string::npos) << account;
}

TEST(Explain, an_answer_to_nothing_is_told_as_such) {
  const Told one = told({"rrg_o16_accepted.hl7"}, true);
  EXPECT_EQ(one.status, 1);
  const json::Value root = one.root();
  EXPECT_EQ(root.find("answer")->text_of("order"), "ORD1^EHR");
  EXPECT_EQ(root.find("findings")->at(0)->text_of("cause"), "answer_unmatched");
}

// The order is right; the prescriber could change nothing about it.
TEST(Explain, a_pump_of_another_route_is_told_to_whoever_chose_it) {
  ExplainOptions options;
  options.json = true;
  options.pump = "P-1005";  // epidural only
  options.files = {samples + "rde_o11_dopamine.hl7"};
  std::ostringstream out;
  EXPECT_EQ(explain(options, shipped_tables(), out), 1);
  const json::Value root = json::parse(out.str()).value();
  const json::Value* finding = root.find("findings")->at(0);
  EXPECT_EQ(finding->text_of("code"), "9004");
  EXPECT_EQ(finding->text_of("cause"), "pump_not_for_route");
  EXPECT_EQ(finding->text_of("owner"), "nurse");
}

// The messages of a story that it carries itself, as files in the order in which they come.
std::vector<std::string> files_of_story(const Scratch& scratch, const std::string& name) {
  std::vector<std::string> messages;
  bool inside = false;
  std::istringstream story(content_of(BRIDGE_SOURCE_DIR "/samples/stories/" + name + ".story"));
  for (std::string line; std::getline(story, line);) {
    if (line == "ehr >" || line == "gateway >") {
      messages.emplace_back();
      inside = true;
    } else if (inside && line.starts_with("  ")) {
      messages.back().append(line.substr(2)).append("\r");
    } else {
      inside = false;
    }
  }
  std::vector<std::string> files;
  for (const std::string& message : messages) {
    files.push_back(scratch.write(std::to_string(files.size()) + ".hl7", message));
  }
  return files;
}

Told told_of(std::vector<std::string> files, bool as_json) {
  ExplainOptions options;
  options.json = as_json;
  options.files = std::move(files);
  std::ostringstream out;
  const int status = explain(options, shipped_tables(), out);
  return {status, out.str()};
}

// 4 000 units of 50 units/mL are 80 mL, on the pump that runs the heparin.
TEST(Explain, a_bolus_is_held_against_the_pump_that_runs_its_infusion) {
  const Scratch scratch;
  std::vector<std::string> files = files_of_story(scratch, "t35_bolus_of_heparin");
  ASSERT_GT(files.size(), 5U);
  // Order, scan, answer, start; then a bolus of 40 000 units and one of 4 000.
  const Told large = told_of({files[0], files[1], files[2], files[3], files[4]}, true);
  EXPECT_EQ(large.status, 1) << large.text;
  EXPECT_EQ(large.root().find("findings")->at(0)->text_of("cause"), "hard_limit_above");
  const Told fit = told_of({files[0], files[1], files[2], files[3], files[5]}, true);
  EXPECT_EQ(fit.status, 0) << fit.text;
  const json::Value root = fit.root();
  EXPECT_EQ(root.text_of("outcome"), "would_program");
  ASSERT_NE(root.find("command"), nullptr);
  EXPECT_EQ(root.find("command")->text_of("mode"), "bolus");
  EXPECT_NE(root.text_of("message")->find("\rORC|CH|"), std::string::npos);
  EXPECT_NE(root.text_of("message")->find("P-1003"), std::string::npos);
  const std::string words = told_of({files[0], files[1], files[2], files[3], files[5]}, false).text;
  EXPECT_NE(words.find("limit bolus dose: 4,000 units within"), std::string::npos) << words;
}

TEST(Explain, a_bolus_before_its_infusion_runs_is_taken_and_nothing_is_programmed) {
  const Scratch scratch;
  const std::vector<std::string> files = files_of_story(scratch, "t35_bolus_of_heparin");
  ASSERT_GT(files.size(), 5U);
  const Told early = told_of({files[0], files[5]}, true);
  EXPECT_EQ(early.root().text_of("outcome"), "accepted") << early.text;
  EXPECT_EQ(early.root().find("command"), nullptr);
  EXPECT_EQ(early.root().find("findings")->at(0)->text_of("cause"), "parent_not_running");
  const Told orphan = told_of({files[5]}, true);
  EXPECT_EQ(orphan.root().text_of("outcome"), "refused") << orphan.text;
  EXPECT_EQ(orphan.root().find("findings")->at(0)->text_of("code"), "9035");
}

TEST(Explain, every_order_of_a_message_has_its_account) {
  const Scratch scratch;
  const std::vector<std::string> files =
      files_of_story(scratch, "i01_several_orders_in_one_message");
  const Told both = told_of({files[0]}, true);
  EXPECT_EQ(both.status, 1);
  const json::Value root = both.root();
  EXPECT_EQ(root.text_of("outcome"), "refused");
  const json::Value* orders = root.find("orders");
  ASSERT_NE(orders, nullptr);
  ASSERT_EQ(orders->item_count(), 2U);
  EXPECT_EQ(orders->at(0)->text_of("outcome"), "would_program");
  EXPECT_NE(orders->at(0)->find("command"), nullptr);
  EXPECT_NE(orders->at(0)->find("certificate"), nullptr);
  EXPECT_EQ(orders->at(0)->find("findings")->item_count(), 0U);
  EXPECT_EQ(orders->at(1)->text_of("outcome"), "refused");
  EXPECT_EQ(orders->at(1)->find("command"), nullptr);
  EXPECT_EQ(orders->at(1)->find("findings")->at(0)->text_of("cause"), "hard_limit_above");
  EXPECT_EQ(root.find("findings")->item_count(), orders->at(1)->find("findings")->item_count());
  const std::string words = told_of({files[0]}, false).text;
  EXPECT_TRUE(words.starts_with("refused: 2 orders in one message\n\n1 of 2: would_program\n"))
      << words;
  EXPECT_NE(words.find("\n2 of 2: refused\nOrder ORD2^EHR"), std::string::npos) << words;
}

TEST(Explain, a_refusal_by_the_gateway_says_why_and_who_does_what) {
  const std::string words = told({"rrg_o16_weight_mismatch.hl7"}, false).text;
  EXPECT_NE(words.find("  code: 9011 "), std::string::npos) << words;
  EXPECT_NE(words.find("  cause: pump and order have different weights\n  who: nurse\n"),
            std::string::npos)
      << words;
}

}  // namespace
}  // namespace bridge::shell
