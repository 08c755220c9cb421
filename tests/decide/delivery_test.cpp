// SPDX-License-Identifier: Apache-2.0
#include "decide/delivery.h"

#include <gtest/gtest.h>

#include <sstream>

#include "decide/scene.h"

namespace bridge::decide {
namespace {

using test::event_of;

constexpr std::int64_t quarter_ms = 15 * 60 * 1000;

Administration folded(std::string_view lines, const InfusionProgram* program = nullptr) {
  DeliveryFrame frame;
  frame.program = program;
  frame.late_after_ms = quarter_ms;
  std::vector<PumpEvent> events;
  std::istringstream in{std::string(lines)};
  for (std::string line; std::getline(in, line, ',');) events.push_back(event_of(line));
  return fold_delivery(frame, events);
}

struct Scenario {
  const char* name;
  const char* events;
  const char* administration;
};

// IHE PCD TF-2 table M.1.2.1-4. 60 mL/h is 1 mL a minute, so minutes are millilitres.
const Scenario scenarios[] = {
    {"new_infusion_then_kvo_then_pause",
     "0 start del rate 60 seg 0 total 0, 60 complete trans rate 60 seg 60 total 60,"
     "60 start kvo rate 1 seg 0 total 60, 120 stop not rate 1 seg 1 total 61",
     "completed 0-60 total 60 mL | 0-60 60 mL/h 60 mL; kvo 60-120 1 mL/h 1 mL | "
     "#1 new_bag@0 60 mL/h 0 mL; #2 complete@60 60 mL/h 60 mL"},
    {"kvo_is_not_counted_by_the_clearing_either",
     "0 start del rate 60 total 0, 60 complete trans rate 60 total 60,"
     "60 start kvo rate 1 total 60, 180 cleared seg 2 total 62",
     "completed 0-60 total 60 mL | 0-60 60 mL/h; kvo 60-180 1 mL/h 2 mL | "
     "#1 new_bag@0 60 mL/h 0 mL; #2 complete@60 60 mL/h 60 mL"},
    {"pause_and_restart",
     "0 start del rate 60 seg 0 total 0, 30 stop not rate 60 seg 30 total 30,"
     "45 start del rate 60 seg 0 total 30, 75 complete not rate 60 seg 30 total 60",
     "completed 0-75 total 60 mL | 0-30 60 mL/h 30 mL; 45-75 60 mL/h 30 mL | "
     "#1 new_bag@0 60 mL/h 0 mL; #2 pause@30 60 mL/h 30 mL; #3 restart@45 60 mL/h 30 mL; "
     "#4 complete@75 60 mL/h 60 mL"},
    {"paused_is_on_hold", "0 start del total 0, 30 stop not seg 30 total 30",
     "on_hold 0- total 30 mL | 0-30 30 mL | #1 new_bag@0 0 mL; #2 pause@30 30 mL"},
    // 20 mL at 60 mL/h, then 40 minutes at 90 mL/h: 60 mL more.
    {"rate_change_is_one_record_of_two_events",
     "0 start del rate 60 total 0, 20 stop trans rate 60 seg 20 total 20,"
     "20 start del rate 90 seg 0 total 20, 60 complete not rate 90 seg 60 total 80",
     "completed 0-60 total 80 mL | 0-20 60 mL/h 20 mL; 20-60 90 mL/h 60 mL | "
     "#1 new_bag@0 60 mL/h 0 mL; #2 rate_change@20 90 mL/h 20 mL; #3 complete@60 90 mL/h 80 mL"},
    {"half_a_rate_change_is_still_in_progress",
     "0 start del rate 60 total 0, 20 stop trans rate 60 seg 20 total 20",
     "in_progress 0- total 20 mL | 0-20 60 mL/h 20 mL | #1 new_bag@0 60 mL/h 0 mL"},
    {"stopped_by_alarm_then_restarted",
     "0 start del rate 60 total 0, 10 stop not rate 60 seg 10 total 10,"
     "12 start del rate 60 seg 0 total 10",
     "in_progress 0- total 10 mL | 0-10 60 mL/h 10 mL; 12- 60 mL/h | "
     "#1 new_bag@0 60 mL/h 0 mL; #2 pause@10 60 mL/h 10 mL; #3 restart@12 60 mL/h 10 mL"},
    {"cleared_while_running_is_stopped", "0 start del rate 60 total 0, 30 cleared seg 30 total 30",
     "stopped 0-30 total 30 mL | 0-30 60 mL/h 30 mL | #1 new_bag@0 60 mL/h 0 mL; "
     "#2 stopped@30 30 mL"},
    {"cleared_in_a_pause_is_stopped",
     "0 start del total 0, 30 stop not seg 30 total 30, 40 cleared total 30",
     "stopped 0-40 total 30 mL | 0-30 30 mL | #1 new_bag@0 0 mL; #2 pause@30 30 mL; "
     "#3 stopped@40 30 mL"},
    {"cleared_after_the_end_changes_nothing",
     "0 start del total 0, 30 complete not seg 30 total 30, 40 cleared total 30",
     "completed 0-30 total 30 mL | 0-30 30 mL | #1 new_bag@0 0 mL; #2 complete@30 30 mL"},
    {"cleared_before_any_start_is_not_given", "5 cleared", "not_done 5-5 | #1 not_given@5"},
    {"auto_cleared_is_not_given", "5 auto_cleared", "not_done 5-5 | #1 not_given@5"},
    {"auto_cleared_of_a_running_infusion_says_nothing", "0 start del total 0, 5 auto_cleared",
     "in_progress 0- total 0 mL | 0- | #1 new_bag@0 0 mL"},
    {"start_is_missing", "30 stop not rate 60 seg 30 total 30, 40 complete not seg 10 total 40",
     "completed 30-40 total 40 mL | #1 pause@30 60 mL/h 30 mL; #2 complete@40 40 mL"},
    {"start_is_missing_before_a_rate_change",
     "20 stop trans total 20, 20 start del rate 90 total 20",
     "in_progress 20- total 20 mL | 20- 90 mL/h | #1 rate_change@20 90 mL/h 20 mL"},
    {"stop_is_missing", "0 start del rate 60 total 0, 20 start del rate 90 total 20",
     "in_progress 0- total 20 mL | 0-20 60 mL/h; 20- 90 mL/h | #1 new_bag@0 60 mL/h 0 mL; "
     "#2 rate_change@20 90 mL/h 20 mL"},
    {"completed_twice_is_completed_once",
     "0 start del total 0, 30 complete not total 30, 31 complete not total 30",
     "completed 0-30 total 30 mL | 0-30 | #1 new_bag@0 0 mL; #2 complete@30 30 mL"},
    {"a_count_that_falls_is_none_of_this_delivery",
     "0 start del total 0, 30 other total 30, 40 other total 5",
     "in_progress 0- total 30 mL | 0- | #1 new_bag@0 0 mL"},
    {"silence_of_the_network_is_no_stop", "0 start del total 0, 30 comm offline",
     "in_progress 0- total 0 mL | 0- | #1 new_bag@0 0 mL"},
    {"told_late", "0 start del sent 15, 10 stop not sent 26, 20 complete not sent 500",
     "completed 0-20 | 0-10 | #1 new_bag@0; #2 pause@10 late; #3 complete@20 late"},
};

TEST(FoldDelivery, follows_the_scenarios_of_the_framework) {
  for (const Scenario& scenario : scenarios) {
    EXPECT_EQ(test::rendered(folded(scenario.events)), scenario.administration) << scenario.name;
  }
}

TEST(FoldDelivery, of_no_events_is_an_administration_without_records) {
  const Administration none = folded("");
  EXPECT_TRUE(none.records.empty());
  EXPECT_TRUE(none.segments.empty());
  EXPECT_FALSE(none.volume_total.has_value());
}

InfusionProgram programmed_at(std::string_view ml_h) {
  InfusionProgram program;
  program.expected_rate = FlowRate::make({test::number(ml_h), test::unit("mL/h"), {}, {}}).value();
  program.vtbi = Volume::make({test::number("250"), test::unit("mL"), {}, {}}).value();
  return program;
}

TEST(FoldDelivery, tells_where_the_pump_differs_from_what_was_programmed) {
  const InfusionProgram program = programmed_at("31.9");
  EXPECT_EQ(folded("0 start del rate 38.3 vtbi 250", &program).differences,
            std::vector<std::string>{"rate ordered 31.9 mL per hour, pump 38.3 mL per hour"});
  EXPECT_EQ(folded("0 start del rate 31.90 vtbi 200", &program).differences,
            std::vector<std::string>{"volume ordered 250 mL, pump 200 mL"});
  // A later rate is a titration, not a difference; a value that the pump does not tell is none.
  EXPECT_TRUE(folded("0 start del rate 31.9, 5 stop trans, 5 start del rate 40", &program)
                  .differences.empty());
  EXPECT_TRUE(folded("0 start del", &program).differences.empty());
  const InfusionProgram other_unit = programmed_at("60");
  EXPECT_TRUE(folded("0 start del rate_min 1", &other_unit).differences.empty());
}

TEST(FoldDelivery, keeps_the_sub_ids_of_known_records_and_numbers_new_ones_behind_the_last) {
  DeliveryFrame frame;
  frame.opening.version = 3;
  frame.known = folded("0 start del, 60 complete not").records;
  ASSERT_EQ(frame.known.size(), 2U);
  frame.last_sub_id = 7;  // another administration of the order has used up to here
  const Administration later = fold_delivery(
      frame, {event_of("0 start del"), event_of("20 stop not"), event_of("60 complete not")});
  EXPECT_EQ(test::rendered(later),
            "completed 0-60 | 0-20 | #1 new_bag@0; #8 pause@20; #2 complete@60");
  EXPECT_EQ(later.version, 4U);
}

TEST(FoldDelivery, takes_nothing_but_identity_from_the_version_before) {
  DeliveryFrame frame;
  frame.late_after_ms = quarter_ms;
  frame.opening = folded("0 start del total 0, 30 complete not total 30");
  frame.opening.administration_id = "A1";
  Administration again = fold_delivery(frame, {event_of("10 start kvo rate 1")});
  EXPECT_EQ(test::rendered(again), "in_progress 10- | kvo 10- 1 mL/h");
  EXPECT_EQ(again.administration_id, "A1");
}

// A dose in front of the flow or out of it has a pace of its own.
TEST(FoldDelivery, holds_the_programmed_rate_against_its_own_flow_alone) {
  const InfusionProgram program = programmed_at("50");
  const std::string other_rate = "rate ordered 50 mL per hour, pump 40 mL per hour";
  for (const char* dose : {"loading", "pca", "clinician"}) {
    const std::string first = std::string("0 start del rate 300 vtbi 100 source ") + dose;
    EXPECT_TRUE(folded(first, &program).differences.empty()) << dose;
    const std::string then = first + ", 20 stop trans source " + dose + ", 20 start del vtbi 250 ";
    EXPECT_TRUE(folded(then + "rate 50", &program).differences.empty()) << dose;
    EXPECT_EQ(folded(then + "rate 40", &program).differences, std::vector<std::string>{other_rate});
    // Once: what the flow does afterwards is a titration.
    EXPECT_TRUE(folded(then + "rate 50, 30 stop trans, 30 start del rate 60", &program)
                    .differences.empty());
  }
  // An intermittent dose is the program's own.
  EXPECT_EQ(folded("0 start del rate 40 source intermittent", &program).differences,
            std::vector<std::string>{other_rate});
  InfusionProgram bolus = programmed_at("300");
  bolus.kind = ProgramKind::bolus;
  bolus.vtbi.reset();
  EXPECT_EQ(folded("0 start del rate 200 vtbi 80 source clinician", &bolus).differences,
            std::vector<std::string>{"rate ordered 300 mL per hour, pump 200 mL per hour"});
}

// OBR-29 names this order: the bolus interrupts it, and its end is not the infusion's.
TEST(FoldDelivery, a_bolus_out_of_this_infusion_does_not_end_it) {
  const auto with = [](std::string_view end) {
    DeliveryFrame frame;
    frame.opening.placer_order_number = test::order_named("ORD1");
    frame.late_after_ms = quarter_ms;
    std::vector<PumpEvent> events;
    for (const std::string& line :
         {std::string("0 start del rate 60 total 0"), std::string("10 stop trans total 10"),
          std::string("10 start del rate 300 source clinician order B1 parent ORD1 id b"),
          std::string(end) + " source clinician order B1 parent ORD1"}) {
      events.push_back(event_of(line));
    }
    const Administration made = fold_delivery(frame, events);
    return std::string(name_of(made.status)) + " " + std::to_string(made.records.size());
  };
  EXPECT_EQ(with("12 stop trans"), "in_progress 2");
  EXPECT_EQ(with("12 complete not"), "in_progress 2");
  EXPECT_EQ(with("12 cleared not"), "in_progress 2");
  EXPECT_EQ(with("12 stop not"), "on_hold 3");
}

}  // namespace
}  // namespace bridge::decide
