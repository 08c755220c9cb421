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
     "#1 new_bag@0 60 mL/h 0 mL; #2 complete@0-60 60 mL/h +60 60 mL; "
     "#3 keep_open@60-120 1 mL/h +1 61 mL"},
    // A second bag that a nurse hung and started without a command: it is delivery, and no KVO.
    {"a_start_after_the_end_that_delivers_is_charted",
     "0 start del rate 60 total 0, 60 complete not rate 60 total 60,"
     "90 start del rate 100 total 60, 150 complete not rate 100 total 160",
     "completed 0-150 total 160 mL | 0-60 60 mL/h; 90-150 100 mL/h | "
     "#1 new_bag@0 60 mL/h 0 mL; #2 complete@0-60 60 mL/h +60 60 mL; "
     "#3 restart@90 100 mL/h 60 mL; #4 complete@90-150 100 mL/h +100 160 mL"},
    {"kvo_is_not_counted_by_the_clearing_either",
     "0 start del rate 60 total 0, 60 complete trans rate 60 total 60,"
     "60 start kvo rate 1 total 60, 180 cleared seg 2 total 62",
     "completed 0-60 total 60 mL | 0-60 60 mL/h; kvo 60-180 1 mL/h 2 mL | "
     "#1 new_bag@0 60 mL/h 0 mL; #2 complete@0-60 60 mL/h +60 60 mL; "
     "#3 keep_open@60-180 1 mL/h +2 62 mL"},
    {"kvo_that_is_not_counted_is_charted_without_a_volume",
     "0 start del rate 60 total 0, 60 complete trans rate 60 total 60,"
     "60 start kvo rate 1, 120 stop not rate 1",
     "completed 0-60 total 60 mL | 0-60 60 mL/h; kvo 60-120 1 mL/h | "
     "#1 new_bag@0 60 mL/h 0 mL; #2 complete@0-60 60 mL/h +60 60 mL; "
     "#3 keep_open@60-120 1 mL/h +?"},
    {"pause_and_restart",
     "0 start del rate 60 seg 0 total 0, 30 stop not rate 60 seg 30 total 30,"
     "45 start del rate 60 seg 0 total 30, 75 complete not rate 60 seg 30 total 60",
     "completed 0-75 total 60 mL | 0-30 60 mL/h 30 mL; 45-75 60 mL/h 30 mL | "
     "#1 new_bag@0 60 mL/h 0 mL; #2 pause@0-30 60 mL/h +30 30 mL; "
     "#3 restart@45 60 mL/h 30 mL; #4 complete@45-75 60 mL/h +30 60 mL"},
    {"paused_is_on_hold", "0 start del total 0, 30 stop not seg 30 total 30",
     "on_hold 0- total 30 mL | 0-30 30 mL | #1 new_bag@0 0 mL; #2 pause@0-30 +30 30 mL"},
    // 20 mL at 60 mL/h, then 40 minutes at 90 mL/h: 60 mL more.
    {"rate_change_is_one_record_of_two_events",
     "0 start del rate 60 total 0, 20 stop trans rate 60 seg 20 total 20,"
     "20 start del rate 90 seg 0 total 20, 60 complete not rate 90 seg 60 total 80",
     "completed 0-60 total 80 mL | 0-20 60 mL/h 20 mL; 20-60 90 mL/h 60 mL | "
     "#1 new_bag@0 60 mL/h 0 mL; #2 rate_change@20 90 mL/h 20 mL; #3 complete@0-60 90 mL/h +80 "
     "80 mL"},
    {"half_a_rate_change_is_still_in_progress",
     "0 start del rate 60 total 0, 20 stop trans rate 60 seg 20 total 20",
     "in_progress 0- total 20 mL | 0-20 60 mL/h 20 mL | #1 new_bag@0 60 mL/h 0 mL"},
    {"stopped_by_alarm_then_restarted",
     "0 start del rate 60 total 0, 10 stop not rate 60 seg 10 total 10,"
     "12 start del rate 60 seg 0 total 10",
     "in_progress 0- total 10 mL | 0-10 60 mL/h 10 mL; 12- 60 mL/h | "
     "#1 new_bag@0 60 mL/h 0 mL; #2 pause@0-10 60 mL/h +10 10 mL; #3 restart@12 60 mL/h 10 mL"},
    {"cleared_while_running_is_stopped", "0 start del rate 60 total 0, 30 cleared seg 30 total 30",
     "stopped 0-30 total 30 mL | 0-30 60 mL/h 30 mL | #1 new_bag@0 60 mL/h 0 mL; "
     "#2 stopped@0-30 +30 30 mL"},
    {"cleared_in_a_pause_is_stopped",
     "0 start del total 0, 30 stop not seg 30 total 30, 40 cleared total 30",
     "stopped 0-40 total 30 mL | 0-30 30 mL | #1 new_bag@0 0 mL; #2 pause@0-30 +30 30 mL; "
     "#3 stopped@40-40 +0 30 mL"},
    {"cleared_after_the_end_changes_nothing",
     "0 start del total 0, 30 complete not seg 30 total 30, 40 cleared total 30",
     "completed 0-30 total 30 mL | 0-30 30 mL | #1 new_bag@0 0 mL; #2 complete@0-30 +30 30 mL"},
    {"cleared_before_any_start_is_not_given", "5 cleared", "not_done 5-5 | #1 not_given@5"},
    {"auto_cleared_is_not_given", "5 auto_cleared", "not_done 5-5 | #1 not_given@5"},
    {"auto_cleared_of_a_running_infusion_says_nothing", "0 start del total 0, 5 auto_cleared",
     "in_progress 0- total 0 mL | 0- | #1 new_bag@0 0 mL"},
    {"start_is_missing", "30 stop not rate 60 seg 30 total 30, 40 complete not seg 10 total 40",
     "completed 30-40 total 40 mL | #1 pause@30-30 60 mL/h +30 30 mL; "
     "#2 complete@30-40 +10 40 mL"},
    {"start_is_missing_before_a_rate_change",
     "20 stop trans total 20, 20 start del rate 90 total 20",
     "in_progress 20- total 20 mL | 20- 90 mL/h | #1 rate_change@20 90 mL/h 20 mL"},
    {"stop_is_missing", "0 start del rate 60 total 0, 20 start del rate 90 total 20",
     "in_progress 0- total 20 mL | 0-20 60 mL/h; 20- 90 mL/h | #1 new_bag@0 60 mL/h 0 mL; "
     "#2 rate_change@20 90 mL/h 20 mL"},
    {"a_start_at_the_rate_that_ran_is_no_change_of_rate",
     "0 start del rate 60 total 0, 20 start del rate 60 total 20",
     "in_progress 0- total 20 mL | 0-20 60 mL/h; 20- 60 mL/h | "
     "#1 new_bag@0 60 mL/h 0 mL"},
    {"completed_twice_is_completed_once",
     "0 start del total 0, 30 complete not total 30, 31 complete not total 30",
     "completed 0-30 total 30 mL | 0-30 | #1 new_bag@0 0 mL; #2 complete@0-30 +30 30 mL"},
    {"a_count_that_falls_is_none_of_this_delivery",
     "0 start del total 0, 30 stop not total 30, 35 start del total 30, 40 stop not total 5",
     "on_hold 0- total 30 mL | 0-30; 35-40 | #1 new_bag@0 0 mL; #2 pause@0-30 +30 30 mL; "
     "#3 restart@35 30 mL; #4 pause@35-40 +? 5 mL"},
    {"a_count_that_begins_again_with_a_start_is_added",
     "0 start del total 0, 30 stop not total 30, 40 start del total 0, 60 complete not total 20",
     "completed 0-60 total 50 mL | 0-30; 40-60 | #1 new_bag@0 0 mL; #2 pause@0-30 +30 30 mL; "
     "#3 restart@40 0 mL; #4 complete@40-60 +20 20 mL"},
    {"segments_count_where_the_pump_has_no_total",
     "0 start del rate 60 seg 0, 30 stop not seg 30, 45 start del rate 60, 75 complete not seg 30",
     "completed 0-75 total 60 mL | 0-30 60 mL/h 30 mL; 45-75 60 mL/h 30 mL | "
     "#1 new_bag@0 60 mL/h; #2 pause@0-30 +30; #3 restart@45 60 mL/h; #4 complete@45-75 +30"},
    {"one_pause_is_one_record",
     "0 start del total 0, 10 stop not total 10, 11 stop not because alarming total 10,"
     "12 stop trans, 13 stop not because standby, 20 start del total 10",
     "in_progress 0- total 10 mL | 0-10; 20- | #1 new_bag@0 0 mL; #2 pause@0-10 +10 10 mL; "
     "#3 restart@20 10 mL"},
    {"a_pause_without_a_volume_gets_it_from_what_the_pump_tells_next",
     "0 start del total 0, 10 stop not, 20 start del total 10, 30 complete not total 20",
     "completed 0-30 total 20 mL | 0-10; 20-30 | #1 new_bag@0 0 mL; #2 pause@0-10 +10; "
     "#3 restart@20 10 mL; #4 complete@20-30 +10 20 mL"},
    {"a_volume_that_is_told_too_late_for_its_pause_is_in_the_next_record",
     "0 start del total 0, 10 stop not, 20 start del, 30 complete not total 20",
     "completed 0-30 total 20 mL | 0-10; 20-30 | #1 new_bag@0 0 mL; #2 pause@0-10 +?; "
     "#3 restart@20; #4 complete@0-30 +20 20 mL"},
    {"silence_of_the_network_is_no_stop", "0 start del total 0, 30 comm offline",
     "in_progress 0- total 0 mL | 0- | #1 new_bag@0 0 mL"},
    {"told_late", "0 start del sent 15, 10 stop not sent 26, 20 complete not sent 500",
     "completed 0-20 | 0-10 | #1 new_bag@0; #2 pause@0-10 +? late; "
     "#3 complete@0-20 +? late"},
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

// OBR-4. The pump's library may have a code of its own, so only what is neither code nor name of
// the program's drug is told, and who reads the record judges it.
TEST(FoldDelivery, tells_that_the_pump_names_another_drug) {
  InfusionProgram program = programmed_at("31.9");
  program.drug = Coding{"1234", "Dopamine", "L"};
  const auto told = [&program](const Coding& drug) {
    DeliveryFrame frame;
    frame.program = &program;
    PumpEvent event = event_of("0 start del rate 31.9 vtbi 250");
    event.drug = drug;
    return fold_delivery(frame, {event}).differences;
  };
  EXPECT_EQ(told(Coding{"HEP", "Heparin", "L"}),
            std::vector<std::string>{"drug ordered Dopamine, pump Heparin"});
  EXPECT_EQ(told(Coding{"HEP", "", "L"}),
            std::vector<std::string>{"drug ordered Dopamine, pump HEP"});
  EXPECT_TRUE(told(Coding{"1234", "Dopamine 400 mg", "L"}).empty());
  EXPECT_TRUE(told(Coding{"D-77", "Dopamine", "PUMP"}).empty());
  EXPECT_TRUE(told(Coding{}).empty());
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
            "completed 0-60 | 0-20 | #1 new_bag@0; #8 pause@0-20 +?; #2 complete@0-60 +?");
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

// --- a dose out of what runs ---------------------------------------------------------------------

std::string folded_of(std::string_view order, std::string_view parent, std::string_view lines) {
  DeliveryFrame frame;
  frame.opening.placer_order_number = test::order_named(order);
  if (!parent.empty()) frame.opening.parent_order_number = test::order_named(parent);
  frame.late_after_ms = quarter_ms;
  std::vector<PumpEvent> events;
  std::istringstream in{std::string(lines)};
  for (std::string line; std::getline(in, line, ',');) {
    events.push_back(event_of(line + " id e" + std::to_string(events.size())));
  }
  return test::rendered(fold_delivery(frame, events));
}

// B1 is out of ORD1. 300 mL/h are 5 mL a minute. The count is that of the fluid: it has the flow
// before the bolus too.
const Scenario boluses[] = {
    {"its_end_is_a_stop_in_transition",
     "10 start del rate 300 vtbi 80 source clinician, 26 stop trans rate 300 seg 80 vtbi 80",
     "completed 10-26 total 80 mL | 10-26 300 mL/h 80 mL | #1 bolus_start@10 300 mL/h; "
     "#2 bolus@10-26 300 mL/h +80"},
    {"its_volume_is_what_the_count_of_the_fluid_rose_by",
     "10 start del rate 300 total 24.7, 26 stop trans vtbi 80 left 0 total 104.7",
     "completed 10-26 total 80 mL | 10-26 300 mL/h | #1 bolus_start@10 300 mL/h 24.7 mL; "
     "#2 bolus@10-26 +80 104.7 mL"},
    {"a_count_told_at_its_end_alone_is_not_its_volume",
     "10 start del rate 300, 26 stop trans vtbi 80 total 104.7",
     "completed 10-26 | 10-26 300 mL/h | #1 bolus_start@10 300 mL/h; #2 bolus@10-26 +? 104.7 mL"},
    {"ended_early_it_is_given_in_part", "10 start del rate 300, 18 stop trans seg 40 vtbi 80",
     "stopped 10-18 total 40 mL | 10-18 300 mL/h 40 mL | #1 bolus_start@10 300 mL/h; "
     "#2 stopped@10-18 +40"},
    {"with_something_left_it_is_given_in_part",
     "10 start del rate 300, 18 stop trans vtbi 80 left 40",
     "stopped 10-18 | 10-18 300 mL/h | #1 bolus_start@10 300 mL/h; #2 stopped@10-18 +?"},
    {"paused_and_gone_on_with",
     "10 start del rate 300, 12 stop not seg 10, 20 start del rate 300, 34 stop trans seg 70 vtbi "
     "80",
     "completed 10-34 total 80 mL | 10-12 300 mL/h 10 mL; 20-34 300 mL/h 70 mL | "
     "#1 bolus_start@10 300 mL/h; #2 pause@10-12 +10; #3 restart@20 300 mL/h; "
     "#4 bolus@20-34 +70"},
    {"stopped_by_an_alarm_when_it_is_in",
     "10 start del rate 300, 26 stop not because alarming seg 80 vtbi 80",
     "completed 10-26 total 80 mL | 10-26 300 mL/h 80 mL | #1 bolus_start@10 300 mL/h; "
     "#2 bolus@10-26 +80"},
    {"stopped_with_nothing_left", "10 start del rate 300, 26 stop not vtbi 80 left 0",
     "completed 10-26 | 10-26 300 mL/h | #1 bolus_start@10 300 mL/h; #2 bolus@10-26 +?"},
    {"completed", "10 start del rate 300, 26 complete not seg 80",
     "completed 10-26 total 80 mL | 10-26 300 mL/h 80 mL | #1 bolus_start@10 300 mL/h; "
     "#2 bolus@10-26 +80"},
    {"cleared", "10 start del rate 300, 12 cleared seg 10",
     "stopped 10-12 total 10 mL | 10-12 300 mL/h 10 mL | #1 bolus_start@10 300 mL/h; "
     "#2 stopped@10-12 +10"},
    {"its_start_is_missing", "26 stop trans seg 80 vtbi 80",
     "completed 26-26 total 80 mL | #1 bolus@26-26 +80"},
};

TEST(FoldDelivery, a_bolus_under_its_own_order_is_given_and_ends) {
  for (const Scenario& row : boluses) {
    EXPECT_EQ(folded_of("B1", "ORD1", row.events), row.administration) << row.name;
  }
}

// Out of ORD1, 26 mL/h. What the count rises by between the STOP and the START of the flow is the
// dose's. The flow goes on as it was: no change of rate, no restart.
const Scenario doses[] = {
    {"a_nurses_bolus_at_the_pump",
     "0 start del rate 26 total 0, 30 stop trans rate 26 total 13,"
     "30 start del rate 300 source clinician order B7 parent ORD1,"
     "32 complete trans rate 300 seg 10 source clinician order B7 parent ORD1,"
     "32 start del rate 26 total 23, 62 stop not rate 26 total 36",
     "on_hold 0- total 36 mL | 0-30 26 mL/h; dose 30-32 300 mL/h 10 mL; 32-62 26 mL/h | "
     "#1 new_bag@0 26 mL/h 0 mL; #2 bolus@30-32 300 mL/h +10; #3 pause@0-62 26 mL/h +26 36 mL"},
    {"its_volume_comes_with_the_flow_after_it",
     "0 start del rate 26 total 0, 30 stop trans rate 26 total 13,"
     "30 start del rate 300 source clinician, 32 stop trans rate 300 source clinician,"
     "32 start del rate 26 total 23, 62 stop not rate 26 total 36",
     "on_hold 0- total 36 mL | 0-30 26 mL/h; dose 30-32 300 mL/h; 32-62 26 mL/h | "
     "#1 new_bag@0 26 mL/h 0 mL; #2 bolus@30-32 300 mL/h +10; #3 pause@0-62 26 mL/h +26 36 mL"},
    {"what_flowed_before_it_uncounted_is_not_called_its_volume",
     "0 start del rate 26 total 0, 30 stop trans rate 26,"
     "30 start del rate 300 source clinician, 32 stop trans rate 300 source clinician,"
     "32 start del rate 26 total 23, 62 stop not rate 26 total 36",
     "on_hold 0- total 36 mL | 0-30 26 mL/h; dose 30-32 300 mL/h; 32-62 26 mL/h | "
     "#1 new_bag@0 26 mL/h 0 mL; #2 bolus@30-32 300 mL/h +?; #3 pause@0-62 26 mL/h +36 36 mL"},
    {"a_bolus_of_another_order_is_charted_there",
     "0 start del rate 26 total 0, 57 stop trans rate 26 total 24.7,"
     "73 start del rate 26 total 104.7, 84 stop not rate 26 total 109.5",
     "on_hold 0- total 29.5 mL | 0-57 26 mL/h; 73-84 26 mL/h | "
     "#1 new_bag@0 26 mL/h 0 mL; #2 pause@0-84 26 mL/h +29.5 109.5 mL"},
    {"stopped_within_the_bolus",
     "0 start del rate 26 total 0, 30 stop trans total 13,"
     "30 start del rate 300 source clinician, 31 stop not seg 5 source clinician total 18",
     "on_hold 0- total 18 mL | 0-30 26 mL/h; dose 30-31 300 mL/h 5 mL | "
     "#1 new_bag@0 26 mL/h 0 mL; #2 bolus@30-31 300 mL/h +5 18 mL; #3 pause@0-31 +13 18 mL"},
    {"in_a_pause",
     "0 start del rate 26 total 0, 30 stop not total 13,"
     "40 start del rate 300 source clinician, 42 stop trans seg 10 source clinician,"
     "50 start del rate 26 total 23",
     "in_progress 0- total 23 mL | 0-30 26 mL/h; dose 40-42 300 mL/h 10 mL; 50- 26 mL/h | "
     "#1 new_bag@0 26 mL/h 0 mL; #2 pause@0-30 +13 13 mL; #3 bolus@40-42 300 mL/h +10; "
     "#4 restart@50 26 mL/h 23 mL"},
    {"its_stop_is_lost",
     "0 start del rate 26 total 0, 30 stop trans total 13,"
     "30 start del rate 300 source clinician, 32 start del rate 26 total 23",
     "in_progress 0- total 23 mL | 0-30 26 mL/h; dose 30-32 300 mL/h; 32- 26 mL/h | "
     "#1 new_bag@0 26 mL/h 0 mL; #2 bolus@30-32 300 mL/h +10 23 mL"},
    {"its_start_is_lost",
     "0 start del rate 26 total 0, 30 stop trans total 13,"
     "32 stop trans rate 300 seg 10 source clinician, 32 start del rate 26 total 23",
     "in_progress 0- total 23 mL | 0-30 26 mL/h; 32- 26 mL/h | "
     "#1 new_bag@0 26 mL/h 0 mL; #2 bolus@32-32 300 mL/h +10"},
    {"cleared_it_does_not_end_the_infusion",
     "0 start del rate 26 total 0, 30 stop trans total 13,"
     "30 start del rate 300 source clinician, 31 cleared seg 5 order B7 parent ORD1",
     "in_progress 0- total 18 mL | 0-30 26 mL/h; dose 30-31 300 mL/h 5 mL | "
     "#1 new_bag@0 26 mL/h 0 mL; #2 bolus@30-31 300 mL/h +5"},
    {"another_rate_after_it_is_a_change_of_rate",
     "0 start del rate 26 total 0, 30 stop trans total 13,"
     "30 start del rate 300 source clinician, 32 stop trans seg 10 source clinician,"
     "32 start del rate 30 total 23",
     "in_progress 0- total 23 mL | 0-30 26 mL/h; dose 30-32 300 mL/h 10 mL; 32- 30 mL/h | "
     "#1 new_bag@0 26 mL/h 0 mL; #2 bolus@30-32 300 mL/h +10; #3 rate_change@32 30 mL/h 23 mL"},
    {"a_dose_that_is_all_there_was_completes_it",
     "0 start del rate 60 source clinician, 10 complete not seg 10 source clinician",
     "completed 0-10 total 10 mL | dose 0-10 60 mL/h 10 mL | #1 bolus@0-10 60 mL/h +10; "
     "#2 complete@10-10 +?"},
    {"what_the_patient_asked_for",
     "0 start del rate 2 total 0, 30 stop trans total 1,"
     "30 start del rate 60 source pca total 1, 31 stop trans seg 1 source pca total 2,"
     "31 start del rate 2 total 2",
     "in_progress 0- total 2 mL | 0-30 2 mL/h; dose 30-31 60 mL/h 1 mL; 31- 2 mL/h | "
     "#1 new_bag@0 2 mL/h 0 mL; #2 patient_dose@30-31 60 mL/h +1 2 mL"},
    {"patients_doses_alone",
     "0 start del rate 60 source pca total 0, 1 stop not because between-doses seg 1 source pca,"
     "40 start del rate 60 source pca total 1, 41 stop not because between-doses seg 1 source pca "
     "total 2,60 stop not because by-clinician source pca total 2",
     "on_hold 0- total 2 mL | dose 0-1 60 mL/h 1 mL; dose 40-41 60 mL/h 1 mL | "
     "#1 patient_dose@0-1 60 mL/h +1; #2 patient_dose@40-41 60 mL/h +1 2 mL; "
     "#3 pause@60-60 +0 2 mL"},
};

TEST(FoldDelivery, a_dose_out_of_the_flow_is_a_record_of_its_own) {
  for (const Scenario& row : doses) {
    EXPECT_EQ(folded_of("ORD1", "", row.events), row.administration) << row.name;
  }
}

TEST(FoldDelivery, what_was_not_given_has_no_rate) {
  const Administration none = folded("5 auto_cleared rate 31.9 dose_rate 10");
  ASSERT_EQ(none.records.size(), 1U);
  EXPECT_FALSE(none.records[0].rate.has_value());
  EXPECT_FALSE(none.records[0].dose_rate.has_value());
}

}  // namespace
}  // namespace bridge::decide
