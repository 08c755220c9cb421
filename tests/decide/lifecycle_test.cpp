// SPDX-License-Identifier: Apache-2.0
#include "decide/lifecycle.h"

#include <gtest/gtest.h>

#include <sstream>

namespace bridge::decide {
namespace {

// One row per status, one column per step; "-" cannot be.
// Columns: start_dispatch not_reached gateway_takes gateway_refuses fate_unknown pump_accepts
// pump_refuses delivery_begins cleared_unused delivery_ends.
constexpr std::string_view table = R"(
due        sent - - refused - - - - - -
sent       sent due taken refused unknown programmed refused running not_used -
taken      - - taken - unknown programmed refused running not_used -
unknown    sent - taken refused - programmed refused running not_used -
refused    - - refused - - - - - - -
programmed - - programmed - - - - running not_used ended
running    - - running - - running - running - ended
not_used   - - not_used - - - - - - -
ended      - - ended - - ended - - - -
)";

TEST(Lifecycle, allows_these_steps_and_no_others) {
  std::istringstream words{std::string(table)};
  int pairs = 0;
  for (const std::string_view from : names_of(ProgramStatus{})) {
    std::string row;
    words >> row;
    EXPECT_EQ(row, from);
    for (const std::string_view step : names_of(ProgramStep{})) {
      std::string expected;
      words >> expected;
      const auto to = after(named<ProgramStatus>(from).value(), named<ProgramStep>(step).value());
      EXPECT_EQ(to ? bridge::name_of(*to) : "-", expected) << from << ' ' << step;
      ++pairs;
    }
  }
  EXPECT_EQ(pairs, 90);
}

TEST(Lifecycle, has_one_row_for_each_status_and_step) {
  for (const ProgramTransition& a : program_transitions) {
    int same = 0;
    for (const ProgramTransition& b : program_transitions) {
      same += a.from == b.from && a.step == b.step ? 1 : 0;
    }
    EXPECT_EQ(same, 1) << bridge::name_of(a.from) << ' ' << bridge::name_of(a.step);
  }
}

TEST(Lifecycle, blocks_the_lane_exactly_while_the_fate_is_open) {
  std::string open;
  for (const std::string_view status : names_of(ProgramStatus{})) {
    if (is_open(named<ProgramStatus>(status).value())) open += std::string(status) + ' ';
  }
  EXPECT_EQ(open, "due sent taken unknown ");
}

// A command that a pump may hold is never sent again as if it were new.
TEST(Lifecycle, never_returns_to_due_once_the_gateway_or_the_pump_answered) {
  for (const ProgramTransition& row : program_transitions) {
    if (row.to != ProgramStatus::due) continue;
    EXPECT_EQ(row.from, ProgramStatus::sent);
    EXPECT_EQ(row.step, ProgramStep::not_reached);
  }
}

}  // namespace
}  // namespace bridge::decide
