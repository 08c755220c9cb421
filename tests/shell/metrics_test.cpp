// SPDX-License-Identifier: Apache-2.0
// Every counter is told, with its help text, in the form that Prometheus reads.
#include "shell/metrics.h"

#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <sstream>
#include <string>

#include "shell/scratch.h"

namespace bridge::shell {
namespace {

TEST(Metrics, tell_name_help_type_and_value) {
  engine::Counters counters;
  counters.journal_commits.add(3);
  counters.lanes_blocked.set(-2);
  counters.count_received(engine::ReceivedKind::rgv_o15);
  counters.count_fault(FaultCode::store_failed);
  const std::string text = render_metrics(counters);
  for (const char* part :
       {"# HELP infusion_bridge_journal_commits_total durable commits of the journal\n"
        "# TYPE infusion_bridge_journal_commits_total counter\n"
        "infusion_bridge_journal_commits_total 3\n",
        "# TYPE infusion_bridge_lanes_blocked gauge\ninfusion_bridge_lanes_blocked -2\n",
        "infusion_bridge_messages_received_total{type=\"rgv_o15\"} 1\n",
        "infusion_bridge_messages_received_total{type=\"rde_o11\"} 0\n",
        "infusion_bridge_faults_total{code=\"store_failed\"} 1\n",
        "infusion_bridge_faults_total{code=\"frame_noise\"} 0\n"}) {
    EXPECT_NE(text.find(part), std::string::npos) << part << "\nin\n" << text;
  }
}

TEST(Metrics, every_line_is_well_formed_and_every_name_is_told_once) {
  const std::string text = render_metrics(engine::Counters());
  const std::regex sample(R"(infusion_bridge_[a-z0-9_]+(\{[a-z]+="[a-z0-9_]+"\})? 0)");
  std::set<std::string> seen;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    EXPECT_TRUE(seen.insert(line).second) << line;
    if (line.starts_with("# HELP") || line.starts_with("# TYPE")) continue;
    EXPECT_TRUE(std::regex_match(line, sample)) << line;
  }
  EXPECT_GT(seen.size(), engine::fault_code_count + engine::received_kind_names.size());
}

// An alarm on a misspelt name never rings.
TEST(Metrics, docs_operation_names_each_of_them_and_no_other) {
  const auto names_in = [](const std::string& text, const std::regex& form) {
    std::set<std::string> names;
    for (std::sregex_iterator at(text.begin(), text.end(), form), end; at != end; ++at) {
      names.insert((*at)[1]);
    }
    return names;
  };
  const std::set<std::string> told =
      names_in(render_metrics(engine::Counters()), std::regex(R"(# TYPE (\w+) )"));
  const std::set<std::string> documented =
      names_in(content_of(BRIDGE_SOURCE_DIR "/docs/operation.md"),
               std::regex(R"(`(infusion_bridge_\w+)[`{])"));
  EXPECT_EQ(documented, told);
}

TEST(Counters, a_gauge_raises_to_the_highest_only) {
  engine::Gauge gauge;
  gauge.raise_to(5);
  gauge.raise_to(3);
  EXPECT_EQ(gauge.value(), 5);
  gauge.add(-6);
  EXPECT_EQ(gauge.value(), -1);
}

}  // namespace
}  // namespace bridge::shell
