// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "decide/scene.h"

namespace bridge::decide {
namespace {

using test::at_minute;
using test::Scene;

std::string administration(const Scene& scene, const std::string& id = "AEPOC-P000001",
                           bool sub_ids = true) {
  const AdministrationState* held = scene.state.administration(id);
  return held == nullptr ? "none" : test::rendered(held->administration.unpack(), sub_ids);
}

const std::string changed = "event_recorded administration_changed";

TEST(OnPumpEvent, a_start_opens_the_administration_of_the_program_and_reports_it) {
  Scene scene;
  EXPECT_EQ(scene.programmed().event("0 start del rate 15 total 0"),
            changed + " report_due(new_bag#1)");
  EXPECT_EQ(scene.status(), "running");
  EXPECT_EQ(administration(scene),
            "in_progress 0- total 0 mL | 0- 15 mL/h | #1 new_bag@0 15 mL/h 0 mL");
  const Administration held = scene.state.administration("AEPOC-P000001")->administration.unpack();
  EXPECT_EQ(held.performer.id, "N1");
  EXPECT_EQ(held.patient.patient_id.key(), "P1^HOSPITAL");
  EXPECT_EQ(held.placer_order_number.key(), "ORD1^EHR");
  scene.context.now = at_minute(20);
  EXPECT_EQ(scene.event("20 complete not rate 15 total 5"), changed + " report_due(complete#2)");
  EXPECT_EQ(scene.status(), "ended");
}

// P18: once per event, whatever message carries it.
TEST(OnPumpEvent, the_same_event_again_is_noted_and_changes_nothing) {
  Scene scene;
  scene.programmed().event("0 start del");
  EXPECT_EQ(scene.event("0 start del"), "I:order_already_taken");
  EXPECT_EQ(scene.event("30 stop not id start0"), "I:order_already_taken");
  // The id is the pump's own: another pump may have the same.
  EXPECT_EQ(scene.event("0 start del pump PUMP2"), changed + " report_due(new_bag#2)");
}

struct Unmatched {
  const char* event;
  const char* told;
};

// B147: kept, and never charted to a guess.
TEST(OnPumpEvent, what_fits_nothing_is_kept_and_charted_to_nobody) {
  const Unmatched rows[] = {
      {"0 start del order ORD2", "event_recorded W:event_unmatched"},
      {"0 start del patient P2", "event_recorded W:patient_not_the_orders"},
      {"0 start del pump PUMP9", "event_recorded W:pump_unknown"},
      {"0 start del pump PUMP2 order none", "event_recorded W:event_unmatched"},
      {"0 start del pump PUMP2 patient none", "event_recorded W:event_unmatched"},
      {"6 start del", "event_recorded W:event_implausible"},
      {"0 comm", "event_recorded"},
      {"0 patient", "event_recorded"},
      {"0 other", "event_recorded"},
  };
  for (const Unmatched& row : rows) {
    Scene scene;
    EXPECT_EQ(scene.programmed().event(row.event), row.told) << row.event;
    EXPECT_TRUE(scene.state.administrations().empty()) << row.event;
    EXPECT_EQ(scene.event(row.event), "I:order_already_taken") << row.event;
  }
}

TEST(OnPumpEvent, five_minutes_into_the_future_are_a_wrong_clock_and_no_more) {
  Scene scene;
  EXPECT_EQ(scene.programmed().event("5 start del"), changed + " report_due(new_bag#1)");
}

TEST(OnPumpEvent, what_could_not_be_read_is_kept) {
  Scene scene;
  PumpEventInput input{test::event_of("0 start del"), {{FaultCode::number_malformed, "OBX-5", {}}}};
  EXPECT_EQ(scene.programmed().run(input), "event_recorded W:number_malformed");
}

TEST(OnPumpEvent, a_pump_that_knows_neither_order_nor_patient_is_told_by_the_bedsides_join) {
  Scene scene;
  EXPECT_EQ(scene.programmed().event("0 start del order none patient none"),
            changed + " report_due(new_bag#1)");
  scene.state.apply(PumpDisassociated{test::pump_named("PUMP1"), {}, {}});
  EXPECT_EQ(scene.event("5 stop not order none patient none"), "event_recorded W:event_unmatched");
}

TEST(OnPumpEvent, an_order_known_by_its_cancel_alone_takes_no_events) {
  Scene scene;
  scene.run(scene.order(OrderControl::cancel));
  EXPECT_EQ(scene.event("0 start del"), "event_recorded W:event_unmatched");
}

// Decision 7 of the design: the pump itself settles what no answer settled.
TEST(OnPumpEvent, a_start_settles_a_command_of_open_fate) {
  for (const bool unknown : {true, false}) {
    Scene scene;
    scene.sent();
    if (unknown) scene.outcome(DispatchFate::unknown);
    EXPECT_EQ(scene.event("0 start del"),
              "pump_programmed(EPOC-P000001) " + changed + " report_due(new_bag#1) >yes");
    EXPECT_EQ(scene.status(), "running");
    EXPECT_EQ(scene.outcome(DispatchFate::taken), "gateway_took(EPOC-P000001)");
    EXPECT_EQ(scene.status(), "running");
  }
}

TEST(OnPumpEvent, a_start_from_before_the_sending_settles_nothing) {
  Scene scene;
  scene.sent().outcome(DispatchFate::unknown);
  EXPECT_EQ(scene.event("-1 start del"), changed + " report_due(new_bag#1)");
  EXPECT_EQ(scene.status(), "unknown");
}

TEST(OnPumpEvent, a_change_of_rate_is_settled_by_the_new_rate_only) {
  Scene scene;
  scene.programmed().event("0 start del rate 15 dose_rate 5");
  scene.run(scene.order("icu dopamine | 6 ug/kg/min, 80 kg, 400 mg / 250 mL, 250 mL",
                        OrderControl::change));
  scene.run(scene.request(ProgramKind::rate_change));
  scene.dispatch(false, Scene::second);
  scene.outcome(DispatchFate::unknown, Scene::second);
  scene.event("1 stop not");
  scene.event("2 start del rate 15 dose_rate 5");  // a restart as it was proves nothing
  EXPECT_EQ(scene.status(Scene::second), "unknown");
  scene.event("3 stop trans");
  EXPECT_EQ(scene.event("3 start del dose_rate 6 rate 18"),
            "pump_programmed(EPOC-P000002) " + changed + " report_due(rate_change#4) >yes");
  EXPECT_EQ(scene.status(Scene::second), "running");
  EXPECT_EQ(scene.status(), "ended");
  EXPECT_EQ(scene.state.administrations().size(), 1U);
  scene.event("4 complete not");
  EXPECT_EQ(scene.status(Scene::second), "ended");
}

TEST(OnPumpEvent, a_program_cleared_before_its_start_is_not_used) {
  Scene scene;
  EXPECT_EQ(scene.programmed().event("0 auto_cleared"),
            "program_not_used(EPOC-P000001) " + changed + " report_due(not_given#1)");
  EXPECT_EQ(scene.status(), "not_used");
  EXPECT_EQ(administration(scene), "not_done 0-0 | #1 not_given@0");
  EXPECT_EQ(scene.run(scene.request()), "pump_associated program_due(EPOC-P000002)");
}

TEST(OnPumpEvent, tells_late_what_reached_us_late) {
  Scene scene;
  scene.programmed().event("0 start del");
  scene.context.now = at_minute(45);
  const Decision exact = scene.decide(PumpEventInput{test::event_of("30 stop not"), {}});
  EXPECT_FALSE(std::get<EventRecorded>(exact.facts[0]).late);
  scene.context.now = at_minute(45).plus_ms(1);
  const Decision late = scene.decide(PumpEventInput{test::event_of("30 stop not"), {}});
  EXPECT_TRUE(std::get<EventRecorded>(late.facts[0]).late);
}

// The START comes last: the records made before keep their numbers, the changed one is amended.
TEST(OnPumpEvent, what_comes_out_of_order_is_sorted_in_and_amends) {
  Scene scene;
  scene.programmed().context.now = at_minute(60);
  EXPECT_EQ(scene.event("20 start del rate 90 total 20"), changed + " report_due(new_bag#1)");
  EXPECT_EQ(scene.event("20 complete not id C total 80"), changed + " report_due(complete#2)");
  // What is complete has flowed since minute 0, not 20 (RXA-3).
  EXPECT_EQ(scene.event("0 start del rate 60 total 0"),
            changed +
                " report_due(new_bag#3) report_due(rate_change#1 amended)"
                " report_due(complete#2 amended)");
  EXPECT_EQ(
      administration(scene),
      "completed 0-20 total 80 mL | 0-20 60 mL/h; 20-20 90 mL/h | #3 new_bag@0 60 mL/h 0 mL; "
      "#1 rate_change@20 90 mL/h 20 mL; #2 complete@0-20 +80 80 mL | rate ordered 15 mL per hour, "
      "pump 60 mL per hour");
}

// The next bag is programmed while the first still runs.
TEST(OnPumpEvent, the_end_of_one_bag_is_not_the_end_of_the_next) {
  Scene scene;
  scene.programmed().event("0 start del");
  scene.run(scene.request());
  scene.dispatch(false, Scene::second);
  scene.outcome(DispatchFate::taken, Scene::second);
  scene.run(scene.answer(Scene::second, true));
  EXPECT_EQ(scene.status(), "ended");
  scene.event("2 complete not");
  EXPECT_EQ(scene.status(Scene::second), "programmed");
  EXPECT_EQ(scene.event("3 start del"), changed + " report_due(new_bag#3)");
  EXPECT_EQ(scene.status(Scene::second), "running");
  EXPECT_EQ(administration(scene), "completed 0-2 | 0-2 | #1 new_bag@0; #2 complete@0-2 +?");
  EXPECT_EQ(administration(scene, "AEPOC-P000002"), "in_progress 3- | 3- | #3 new_bag@3");
  // A late event of the first bag is charted there and leaves the second running.
  EXPECT_EQ(scene.event("1 stop not"), changed + " report_due(pause#4)");
  EXPECT_EQ(scene.status(Scene::second), "running");
  EXPECT_TRUE(scene.state.pump("PUMP1^MAKER")->running);
}

TEST(OnPumpEvent, a_delivery_programmed_by_hand_has_an_administration_of_its_own) {
  Scene scene;
  scene.accepted();
  EXPECT_EQ(scene.event("0 start del rate 15"), changed + " report_due(new_bag#1)");
  EXPECT_EQ(administration(scene, "AEPOC-H1"),
            "in_progress 0- | 0- 15 mL/h | #1 new_bag@0 15 mL/h");
  EXPECT_EQ(scene.event("5 stop not"), changed + " report_due(pause#2)");
  EXPECT_EQ(scene.state.administrations().size(), 1U);
}

// --- whatever the order of arrival ---------------------------------------------------------------

using Random = std::mt19937_64;

int up_to(Random& random, int most) {
  return static_cast<int>(random() % static_cast<unsigned>(most + 1));
}

// Events at distinct minutes with counts that rise; most lists make no sense, as in the field.
std::vector<PumpEvent> some_events(Random& random) {
  constexpr auto kinds = std::to_array<std::string_view>(
      {"start del", "start del", "start kvo", "stop not", "stop trans", "complete not",
       "complete trans", "cleared", "auto_cleared", "other", "start del source clinician",
       "stop trans source clinician", "start del source pca", "stop trans source pca"});
  std::vector<PumpEvent> events;
  int minute = 0;
  int total = 0;
  for (int left = 1 + up_to(random, 8); left > 0; --left) {
    minute += 1 + up_to(random, 20);
    total += up_to(random, 9);
    std::string line = std::to_string(minute) + ' ';
    line += kinds[static_cast<std::size_t>(up_to(random, static_cast<int>(kinds.size()) - 1))];
    line += " rate " + std::to_string(1 + up_to(random, 3));
    if (up_to(random, 3) != 0) line += " total " + std::to_string(total);
    if (up_to(random, 2) == 0) line += " seg " + std::to_string(up_to(random, 9));
    if (up_to(random, 3) == 0) line += " sent " + std::to_string(minute + up_to(random, 30));
    events.push_back(test::event_of(line));
  }
  return events;
}

// What the EHR has of each record, by sub id, from the reports alone.
using Chart = std::map<std::uint32_t, AdministrationRecord>;

std::string fed(Scene& scene, const std::vector<PumpEvent>& events, Chart& chart) {
  for (const PumpEvent& event : events) {
    const Decision decision = scene.decide(PumpEventInput{event, {}});
    for (const Fact& fact : decision.facts) {
      scene.state.apply(fact);
      const auto* report = std::get_if<ReportDue>(&fact);
      if (report == nullptr) continue;
      if (report->removed) {
        EXPECT_EQ(chart.erase(report->record->sub_id), 1U);
        continue;
      }
      EXPECT_EQ(report->amended, chart.contains(report->record->sub_id));
      chart.insert_or_assign(report->record->sub_id, report->record);
    }
  }
  return administration(scene, "AEPOC-P000001", false);
}

bool folds(const std::vector<PumpEvent>& events) {
  return std::any_of(events.begin(), events.end(),
                     [](const PumpEvent& event) { return event.kind != PumpEventKind::other; });
}

// The records never say more than was given in all, and as much when the last one tells it.
bool adds_up(const Administration& administration) {
  Rational sum;
  const AdministrationRecord* last = nullptr;
  for (const AdministrationRecord& record : administration.records) {
    if (record.kind == RecordKind::keep_open || !record.from) continue;
    if (record.volume) sum = sum + record.volume->exact().in_base_units;
    last = &record;
  }
  if (!administration.volume_total) return sum.is_zero();
  const Rational all = administration.volume_total->exact().in_base_units;
  const bool over = administration.status == AdministrationStatus::completed ||
                    administration.status == AdministrationStatus::stopped;
  return over && last != nullptr && last->volume ? sum == all : sum <= all;
}

TEST(OnPumpEvent, any_order_of_arrival_gives_the_same_administration) {
  Random random(20260302);
  int lists = 0;
  for (int round = 0; round < 600; ++round) {
    const std::vector<PumpEvent> events = some_events(random);
    if (!folds(events)) continue;
    ++lists;
    Scene in_time;
    in_time.programmed().context.now = at_minute(600);
    Chart in_time_chart;
    const std::string expected = fed(in_time, events, in_time_chart);
    std::vector<PumpEvent> shuffled = events;
    std::shuffle(shuffled.begin(), shuffled.end(), random);
    Scene scene;
    scene.programmed().context.now = at_minute(600);
    Chart chart;
    ASSERT_EQ(fed(scene, shuffled, chart), expected) << "round " << round;
    ASSERT_EQ(scene.state.administrations().size(), 1U) << "round " << round;
    const Administration held =
        scene.state.administration("AEPOC-P000001")->administration.unpack();
    // What is in the administration is what the EHR was told, each record under its own number.
    std::map<std::string, std::uint32_t> sub_ids;
    for (const AdministrationRecord& record : held.records) {
      ASSERT_TRUE(sub_ids.emplace(record.event_id, record.sub_id).second);
      ASSERT_TRUE(chart.contains(record.sub_id));
      ASSERT_EQ(chart.at(record.sub_id), record) << "round " << round;
    }
    ASSERT_EQ(chart.size(), held.records.size()) << "round " << round;
    ASSERT_TRUE(adds_up(held)) << "round " << round << ' ' << expected;
  }
  EXPECT_GT(lists, 500);
}

// Ketamine runs on PUMP1, and a bolus out of it was sent there; its answer has not come.
struct BolusOnPump : Scene {
  static constexpr std::string_view bolus =
      "icu ketamine | bolus of ORD1, number B1, 70 kg, 200 mg / 100 mL, 0.5 mg/kg, 100 mL/h";

  BolusOnPump() : Scene("icu ketamine | 0.2 mg/kg/h, 70 kg, 200 mg / 100 mL, 100 mL") {
    programmed();
    event("0 start del rate 7 left 90");
    run(order(bolus, OrderControl::child));
    run(request_for(bolus, "PUMP1", ProgramKind::bolus));
    dispatch(false, second);
    outcome(DispatchFate::taken, second);
  }
};

TEST(OnPumpEvent, a_bolus_by_its_own_number_is_an_administration_out_of_its_parents) {
  BolusOnPump scene;
  scene.event("1 start del rate 100 source clinician order B1 parent ORD1");
  EXPECT_EQ(administration(scene, "AEPOC-P000002"),
            "in_progress 1- | 1- 100 mL/h | "
            "#1 bolus_start@1 100 mL/h");
  const auto held = scene.state.administration("AEPOC-P000002")->administration.unpack();
  EXPECT_EQ(held.parent_order_number.key(), "ORD1^EHR");
  EXPECT_EQ(held.placer_order_number.key(), "B1^EHR");
  EXPECT_EQ(administration(scene), "in_progress 0- | 0- 7 mL/h | #1 new_bag@0 7 mL/h");
}

TEST(OnPumpEvent, a_bolus_known_by_its_parent_alone_is_the_one_that_the_pump_was_told) {
  BolusOnPump scene;
  EXPECT_EQ(scene.event("1 start del rate 100 source clinician order none parent ORD1"),
            "pump_programmed(EPOC-P000002) " + changed + " report_due(bolus_start#1) >yes");
  EXPECT_EQ(administration(scene, "AEPOC-P000002"),
            "in_progress 1- | 1- 100 mL/h | "
            "#1 bolus_start@1 100 mL/h");
}

TEST(OnPumpEvent, a_bolus_ends_with_its_stop_in_transition_and_its_parent_goes_on) {
  BolusOnPump scene;
  scene.context.now = at_minute(60);
  scene.event("1 stop trans rate 7");
  scene.event("1 start del rate 100 source clinician order none parent ORD1 id b1");
  const std::string ended =
      "completed 1-22 total 35 mL | 1-22 100 mL/h 35 mL | #1 bolus_start@1 100 mL/h; "
      "#2 bolus@1-22 +35";
  EXPECT_EQ(scene.event("22 stop trans seg 35 source clinician order none parent ORD1 id b2"),
            changed + " report_due(bolus#2)");
  EXPECT_EQ(administration(scene, "AEPOC-P000002"), ended);
  EXPECT_EQ(scene.status(Scene::second), "ended");
  EXPECT_EQ(scene.status(Scene::first), "running");
  EXPECT_EQ(scene.event("22 start del rate 7 id again"), changed);
  // The next one is not the one that is over: a nurse gives it at the pump.
  EXPECT_EQ(scene.event("30 start del rate 100 source clinician order none parent ORD1 id b3"),
            changed + " W:event_unmatched");
  EXPECT_EQ(administration(scene, "AEPOC-P000002"), ended);
}

TEST(OnPumpEvent, the_start_of_a_bolus_that_comes_after_its_stop_is_of_that_bolus) {
  BolusOnPump scene;
  scene.context.now = at_minute(60);
  PumpAnswerInput yes = scene.answer(Scene::second, true);
  yes.answer.placer_order_number = test::order_named("B1");
  scene.run(yes);
  scene.event("22 stop trans seg 35 source clinician order none parent ORD1 id b2");
  EXPECT_EQ(scene.event("1 start del rate 100 source clinician order none parent ORD1 id b1"),
            changed + " report_due(bolus_start#2) report_due(bolus#1 amended)");
  EXPECT_EQ(administration(scene, "AEPOC-P000002"),
            "completed 1-22 total 35 mL | 1-22 100 mL/h 35 mL | #2 bolus_start@1 100 mL/h; "
            "#1 bolus@1-22 +35");
}

TEST(OnPumpEvent, a_late_event_takes_back_what_should_not_have_been_charted) {
  Scene scene;
  scene.programmed().context.now = at_minute(60);
  scene.event("0 start del rate 15 total 0");
  EXPECT_EQ(scene.event("31 stop not total 5"), changed + " report_due(pause#2)");
  EXPECT_EQ(scene.event("30 stop not total 5"),
            changed + " report_due(pause#2 removed) report_due(pause#3)");
  EXPECT_EQ(administration(scene),
            "on_hold 0- total 5 mL | 0-30 15 mL/h | #1 new_bag@0 15 mL/h 0 mL; "
            "#3 pause@0-30 +5 5 mL");
}

TEST(OnPumpEvent, a_bolus_that_nobody_ordered_is_a_part_of_its_parents_infusion) {
  Scene scene;
  scene.programmed().event("0 start del rate 15");
  EXPECT_EQ(scene.event("1 stop trans rate 15"), changed);
  EXPECT_EQ(scene.event("1 start del rate 200 source clinician order B7 parent ORD1 id b1"),
            changed + " W:event_unmatched");
  EXPECT_EQ(scene.event("2 complete trans seg 3 source clinician order B7 parent ORD1 id b2"),
            changed + " report_due(bolus#2) W:event_unmatched");
  EXPECT_EQ(scene.event("2 start del rate 15 id again"), changed);
  EXPECT_EQ(administration(scene),
            "in_progress 0- total 3 mL | 0-1 15 mL/h; dose 1-2 200 mL/h 3 mL; 2- 15 mL/h | "
            "#1 new_bag@0 15 mL/h; #2 bolus@1-2 200 mL/h +3");
  // Put aside at the pump, it changes nothing of what runs.
  EXPECT_EQ(scene.event("3 auto_cleared source clinician order B8 parent ORD1"), "event_recorded");
}

TEST(OnPumpEvent, a_parent_that_is_not_known_or_not_the_orders_is_told) {
  Scene scene;
  scene.programmed().event("0 start del rate 15");
  EXPECT_EQ(scene.event("1 start del source clinician order B7 parent ORD9"),
            "event_recorded W:event_unmatched");
  EXPECT_EQ(scene.event("1 start del source clinician order none parent ORD9 id x"),
            "event_recorded W:event_unmatched");
  BolusOnPump other;
  EXPECT_EQ(other.event("1 start del rate 100 source clinician order B1 parent ORD9"),
            "pump_programmed(EPOC-P000002) " + changed +
                " report_due(bolus_start#1) W:event_implausible >yes");
}

// The pump gives a bolus: that says nothing of a command for the infusion whose fate is open.
TEST(OnPumpEvent, a_bolus_settles_no_command_of_its_parent) {
  Scene scene;
  scene.sent().outcome(DispatchFate::unknown);
  scene.event("1 start del rate 200 source clinician order B7 parent ORD1");
  EXPECT_EQ(scene.status(), "unknown");
}

TEST(OnPumpEvent, a_command_of_open_fate_that_is_cleared_is_settled_too) {
  Scene scene;
  scene.taken();
  scene.context.now = at_minute(1);
  EXPECT_EQ(scene.event("1 auto_cleared not").substr(0, 15), "program_not_use");
  EXPECT_EQ(scene.state.program(std::string(Scene::first))->status, ProgramStatus::not_used);
}

// Of an infusion that runs, the start of another bag proves nothing of the command that waits.
TEST(OnPumpEvent, a_start_while_it_runs_settles_no_new_bag) {
  Scene scene;
  scene.programmed().event("0 start del rate 15");
  ASSERT_EQ(scene.run(scene.request()), "pump_associated program_due(EPOC-P000002)");
  scene.dispatch(false, Scene::second);
  scene.outcome(DispatchFate::taken, Scene::second);
  scene.context.now = at_minute(2);
  EXPECT_EQ(scene.event("2 start del rate 15 id again").find("pump_programmed"), std::string::npos);
  EXPECT_EQ(scene.status(Scene::second), "taken");
}

TEST(OnPumpEvent, a_change_of_rate_may_be_told_by_rate_or_by_dose_rate) {
  const auto after = [](const char* start) {
    Scene scene;
    scene.programmed().event("0 start del rate 15");
    RequestInput change = scene.request(ProgramKind::rate_change);
    scene.run(change);
    scene.dispatch(false, Scene::second);
    scene.outcome(DispatchFate::taken, Scene::second);
    scene.context.now = at_minute(2);
    scene.event("2 stop trans seg 0.5");
    scene.event(start);
    return std::string(scene.status(Scene::second));
  };
  EXPECT_EQ(after("2 start del rate 15 id again"), "running");
  EXPECT_EQ(after("2 start del dose_rate 5 id again"), "running");
  EXPECT_EQ(after("2 start del dose_rate 6 id again"), "taken");
  EXPECT_EQ(after("2 start del rate 16 id again"), "taken");
  EXPECT_EQ(after("2 start del id again"), "taken");
}

TEST(OnPumpEvent, without_a_patient_only_the_bedsides_own_join_tells_one) {
  Scene scene;
  scene.programmed();
  const std::string second = "icu dopamine | 5 ug/kg/min, 80 kg, 400 mg / 250 mL, 250 mL, number B";
  scene.run(scene.order(second, OrderControl::new_order));
  EXPECT_TRUE(scene.event("0 start del patient none").starts_with("event_recorded admin"));
  EXPECT_EQ(scene.event("1 start del patient none order B id other"),
            "event_recorded W:event_unmatched");
  Scene apart;
  apart.accepted();
  EXPECT_EQ(apart.event("0 start del patient none"), "event_recorded W:event_unmatched");
}

// A second infusion of the order on another pump, and events older than all of the first.
TEST(OnPumpEvent, each_pump_has_administrations_of_its_own) {
  Scene scene;
  scene.programmed();
  scene.context.now = at_minute(15);
  scene.event("10 start del rate 15");
  EXPECT_EQ(scene.event("12 start del rate 15 pump PUMP2 id p2"),
            "event_recorded administration_changed report_due(new_bag#2)");
  EXPECT_TRUE(scene.event("5 stop not seg 1 id early").starts_with("event_recorded"));
  EXPECT_EQ(scene.state.order(scene.one.order.placer_order_number.key())->administrations.size(),
            2U);
}

TEST(OnPumpEvent, a_start_that_no_command_explains_goes_on_with_the_last_administration) {
  const auto after = [](std::initializer_list<const char*> events) {
    Scene scene;
    scene.programmed();
    for (const char* event : events) scene.event(event);
    scene.context.now = at_minute(60);
    scene.event("50 start del rate 15 id anew");
    return scene.state.order(scene.one.order.placer_order_number.key())->administrations.size();
  };
  EXPECT_EQ(after({"0 start del rate 15", "30 stop not seg 7.5"}), 1U);  // a pause
  EXPECT_EQ(after({"0 start del rate 15", "30 cleared not seg 7.5"}), 1U);
  EXPECT_EQ(after({"0 start del rate 15", "30 complete not seg 7.5"}), 1U);
  EXPECT_EQ(after({"0 auto_cleared not"}), 1U);
}

}  // namespace
}  // namespace bridge::decide
