// SPDX-License-Identifier: Apache-2.0
// explain accounts for every message that it is given, in order, and for what the pump side says.
#include "shell/explain.h"

#include <gtest/gtest.h>

#include <sstream>

#include "json/json.h"
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
  EXPECT_EQ(seen, "RDE^O11 refused; - unreadable; MedicationRequest would_program; ORU^R42 accepted; ");
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

}  // namespace
}  // namespace bridge::shell
