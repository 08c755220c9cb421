// SPDX-License-Identifier: Apache-2.0
#include "decide/state.h"

#include <gtest/gtest.h>

#include "decide/scene.h"

namespace bridge::decide {
namespace {

using test::Scene;

TEST(State, knows_nothing_at_first) {
  const State state;
  EXPECT_EQ(state.order("ORD1^EHR"), nullptr);
  EXPECT_EQ(state.pump("PUMP1^MAKER"), nullptr);
  EXPECT_EQ(state.program("EPOC-P000001"), nullptr);
  EXPECT_EQ(state.administration("A"), nullptr);
  EXPECT_EQ(state.report("R"), nullptr);
  EXPECT_EQ(state.resource("MedicationRequest/1"), nullptr);
  EXPECT_EQ(state.answer("EHR", "1"), nullptr);
  EXPECT_EQ(state.weight("P1^HOSPITAL"), nullptr);
  EXPECT_FALSE(state.knows_patient("P1^HOSPITAL"));
}

TEST(State, remembers_the_answer_of_each_sender_and_control_id) {
  State state;
  state.apply(MessageAnswered{"EHR", "1", "d1", "answer one"});
  state.apply(MessageAnswered{"EHR2", "1", "d2", "answer two"});
  EXPECT_EQ(state.answer("EHR", "1")->answer, "answer one");
  EXPECT_EQ(state.answer("EHR2", "1")->digest, "d2");
  EXPECT_EQ(state.answer("EHR", "2"), nullptr);
  state.apply(MessageRefused{"EHR", "2", "d3", {}});
  EXPECT_EQ(state.answer("EHR", "2"), nullptr);  // decided anew when it comes again
  EXPECT_EQ(state.answers_made(), 3U);
}

TEST(State, forgets_the_oldest_answers_first_and_bounds_them) {
  State state;
  for (std::size_t at = 0; at <= State::max_answers; ++at) {
    state.apply(MessageAnswered{"E", std::to_string(at), "", ""});
  }
  EXPECT_EQ(state.answer("E", "0"), nullptr);
  EXPECT_NE(state.answer("E", "1"), nullptr);
  EXPECT_NE(state.answer("E", std::to_string(State::max_answers)), nullptr);
}

TEST(State, keeps_the_last_weight_that_was_told_of_a_patient) {
  Scene scene;
  scene.accepted();
  EXPECT_EQ(scene.state.weight("P1^HOSPITAL")->amount().ucum_text(), "80 kg");
  OrderInput next = scene.order();
  next.order.weight.reset();
  scene.state.apply(OrderChanged{next.order, {}, false, {}});
  EXPECT_EQ(scene.state.weight("P1^HOSPITAL")->amount().ucum_text(), "80 kg");
  OrderInput other = scene.order();
  other.order.patient.patient_id.authority = "OTHER";
  other.order.weight.reset();
  scene.state.apply(OrderAccepted{other.order, {}, false, {}});
  EXPECT_TRUE(scene.state.knows_patient("P1^OTHER"));
  EXPECT_EQ(scene.state.weight("P1^OTHER"), nullptr);
}

TEST(State, an_order_unpacks_as_it_was) {
  Scene scene;
  scene.accepted();
  EXPECT_EQ(scene.state.order("ORD1^EHR")->order.unpack(), scene.one.order);
}

struct Lane {
  const char* when;
  Scene& (Scene::*until)();
  const char* in_flight;
  const char* loaded;
  std::size_t due;
  std::size_t open;
};

TEST(State, indexes_follow_the_status_of_a_command) {
  const Lane lanes[] = {
      {"due", &Scene::due, "EPOC-P000001", "", 1, 0},
      {"sent", &Scene::sent, "EPOC-P000001", "", 0, 1},
      {"taken", &Scene::taken, "EPOC-P000001", "", 0, 1},
      {"programmed", &Scene::programmed, "", "EPOC-P000001", 0, 0},
  };
  for (const Lane& lane : lanes) {
    Scene scene;
    (scene.*lane.until)();
    EXPECT_EQ(scene.status(), lane.when);
    EXPECT_EQ(scene.state.pump("PUMP1^MAKER")->in_flight, lane.in_flight) << lane.when;
    EXPECT_EQ(scene.state.pump("PUMP1^MAKER")->loaded, lane.loaded) << lane.when;
    EXPECT_EQ(scene.state.due_programs().size(), lane.due) << lane.when;
    EXPECT_EQ(scene.state.open_programs().size(), lane.open) << lane.when;
  }
}

TEST(State, the_next_program_of_a_pump_ends_the_one_before) {
  Scene scene;
  scene.programmed().run(scene.request());
  scene.dispatch(false, Scene::second);
  EXPECT_EQ(scene.status(), "programmed");
  scene.run(scene.answer(Scene::second, true));
  EXPECT_EQ(scene.status(), "ended");
  EXPECT_EQ(scene.status(Scene::second), "programmed");
  EXPECT_EQ(scene.state.pump("PUMP1^MAKER")->loaded, Scene::second);
}

TEST(State, a_refused_next_program_leaves_the_one_before) {
  Scene scene;
  scene.programmed().run(scene.request());
  scene.dispatch(false, Scene::second);
  scene.outcome(DispatchFate::refused, Scene::second);
  EXPECT_EQ(scene.status(), "programmed");
  EXPECT_EQ(scene.state.pump("PUMP1^MAKER")->loaded, Scene::first);
}

TEST(State, reports_wait_in_their_lane_in_order_and_leave_it_answered) {
  State state;
  for (const char* id : {"R1", "R2", "R3"}) state.apply(AnswerDue{id, "ehr", "m"});
  state.apply(AnswerDue{"R4", "other", "m"});
  EXPECT_EQ(state.report_lanes().at("ehr"), (std::deque<std::string>{"R1", "R2", "R3"}));
  state.apply(ReportAnswered{"R1", "AA", {}});
  state.apply(ReportAnswered{"R2", "AR", {}});
  EXPECT_EQ(state.report_lanes().at("ehr"), (std::deque<std::string>{"R3"}));
  EXPECT_EQ(state.report_lanes().at("other"), (std::deque<std::string>{"R4"}));
  EXPECT_EQ(state.parked_reports(), std::vector<std::string>{"R2"});
  EXPECT_EQ(state.report("R1"), nullptr);
  EXPECT_EQ(state.reports_made(), 4U);
}

TEST(State, a_pump_is_offline_until_it_says_otherwise) {
  Scene scene;
  scene.event("0 comm offline");
  EXPECT_FALSE(scene.state.pump("PUMP1^MAKER")->online);
  scene.event("1 comm");
  EXPECT_TRUE(scene.state.pump("PUMP1^MAKER")->online);
}

TEST(State, knows_each_event_by_pump_and_number) {
  Scene scene;
  scene.event("0 other");
  EXPECT_TRUE(scene.state.knows_event(event_key(test::event_of("0 other"))));
  EXPECT_FALSE(scene.state.knows_event(event_key(test::event_of("0 other pump PUMP2"))));
  EXPECT_FALSE(scene.state.knows_event(event_key(test::event_of("0 other id X"))));
}

TEST(State, an_answer_that_is_told_again_is_one) {
  State state;
  state.apply(MessageAnswered{"EHR", "1", "d1", "answer one"});
  state.apply(MessageAnswered{"EHR", "1", "d1", "answer two"});
  EXPECT_EQ(state.answer("EHR", "1")->answer, "answer two");
  EXPECT_EQ(state.answers_made(), 2U);
}

TEST(State, forgets_the_oldest_events_first_and_bounds_them) {
  State state;
  PumpEvent event = test::event_of("0 other");
  const auto note = [&](std::size_t number) {
    event.event_id.id = std::to_string(number);
    state.apply(EventRecorded{event, {}, false, {}});
  };
  const auto known = [&](std::size_t number) {
    event.event_id.id = std::to_string(number);
    return state.knows_event(event_key(event));
  };
  for (std::size_t at = 0; at < State::max_events; ++at) note(at);
  note(0);  // the same again is no other
  EXPECT_TRUE(known(0));
  note(State::max_events);
  EXPECT_FALSE(known(0));
  EXPECT_TRUE(known(1));
  EXPECT_TRUE(known(State::max_events));
}

}  // namespace
}  // namespace bridge::decide
