// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "decide/scene.h"

namespace bridge::decide {
namespace {

using test::at_minute;
using test::Scene;

const std::string started = "dispatch_started#1(EPOC-P000001)";

struct Interlock {
  const char* what;
  void (*happens)(Scene&);
  const char* told;
};

// P8, P9: what happens between the decision and the first byte withdraws the command.
const Interlock interlocks[] = {
    {"cancelled", [](Scene& scene) { scene.run(scene.order(OrderControl::cancel)); },
     "gateway_refused(EPOC-P000001) !scanned_order_over >no:scanned_order_over"},
    {"held", [](Scene& scene) { scene.run(scene.order(OrderControl::hold)); },
     "gateway_refused(EPOC-P000001) !order_held >no:order_held"},
    {"changed", [](Scene& scene) { scene.run(scene.order(OrderControl::change)); },
     "gateway_refused(EPOC-P000001) !order_stale >no:order_stale"},
    {"pump moved to another patient",
     [](Scene& scene) {
       scene.state.apply(PumpAssociated{{test::pump_named("PUMP1"),
                                         {"P2", "HOSPITAL", "MR"},
                                         test::order_named("ORD1"),
                                         {},
                                         {}}});
     },
     "gateway_refused(EPOC-P000001) !patient_not_the_pumps >no:patient_not_the_pumps"},
    {"pump joined to another order",
     [](Scene& scene) {
       scene.state.apply(PumpAssociated{{test::pump_named("PUMP1"),
                                         {"P1", "HOSPITAL", "MR"},
                                         test::order_named("ORD2"),
                                         {},
                                         {}}});
     },
     "gateway_refused(EPOC-P000001) !patient_not_the_pumps >no:patient_not_the_pumps"},
    {"pump left",
     [](Scene& scene) {
       scene.state.apply(PumpDisassociated{test::pump_named("PUMP1"), {}, {}});
     },
     "gateway_refused(EPOC-P000001) !patient_not_the_pumps >no:patient_not_the_pumps"},
    {"library gone", [](Scene& scene) { scene.context.library = nullptr; },
     "gateway_refused(EPOC-P000001) !library_unusable >no:library_unusable"},
    {"too old", [](Scene& scene) { scene.context.now = at_minute(5).plus_ms(1); },
     "gateway_refused(EPOC-P000001) !order_stale >no:order_stale"},
};

TEST(OnDispatch, what_happened_meanwhile_withdraws_before_the_first_byte) {
  for (const Interlock& row : interlocks) {
    Scene scene;
    row.happens(scene.due());
    EXPECT_EQ(scene.dispatch(), row.told) << row.what;
    EXPECT_EQ(scene.status(), "refused") << row.what;
    EXPECT_TRUE(scene.state.due_programs().empty()) << row.what;
    EXPECT_EQ(scene.dispatch(), "!pump_lane_unknown") << row.what;
  }
}

// Once a byte may have left, withdrawing would say that the pump has no program: nobody knows.
TEST(OnDispatch, nothing_withdraws_after_the_first_byte) {
  for (const Interlock& row : interlocks) {
    Scene scene;
    row.happens(scene.sent());
    scene.outcome(DispatchFate::unknown);
    EXPECT_EQ(scene.dispatch(true), "dispatch_started#2(EPOC-P000001)") << row.what;
  }
}

TEST(OnDispatch, lives_for_exactly_the_time_it_was_given) {
  Scene scene;
  scene.due().context.now = at_minute(5);
  EXPECT_EQ(scene.dispatch(), started);
}

TEST(OnDispatch, a_command_that_nobody_made_is_not_sent) {
  Scene scene;
  EXPECT_EQ(scene.dispatch(), "!answer_unmatched");
  EXPECT_EQ(scene.outcome(DispatchFate::taken), "!answer_unmatched");
}

TEST(OnDispatch, unreached_returns_to_due_as_often_as_it_happens) {
  Scene scene;
  scene.due();
  for (int times = 0; times < 3; ++times) {
    EXPECT_EQ(scene.dispatch(), started);
    EXPECT_EQ(scene.outcome(DispatchFate::unreached), "dispatch_unreached(EPOC-P000001)");
    EXPECT_EQ(scene.status(), "due");
    EXPECT_EQ(scene.state.due_programs().size(), 1U);
    EXPECT_TRUE(scene.state.open_programs().empty());
  }
  scene.run(scene.order(OrderControl::cancel));
  EXPECT_EQ(scene.dispatch(),
            "gateway_refused(EPOC-P000001) !scanned_order_over >no:scanned_order_over");
}

// The first try may have let a byte leave: that the second was not reached says nothing of it.
TEST(OnDispatch, unreached_at_a_repetition_undoes_nothing) {
  Scene scene;
  scene.sent().outcome(DispatchFate::unknown);
  EXPECT_EQ(scene.dispatch(true), "dispatch_started#2(EPOC-P000001)");
  EXPECT_EQ(scene.outcome(DispatchFate::unreached), "nothing");
  EXPECT_EQ(scene.status(), "sent");
  scene.context.now = at_minute(1);
  // Told before, and not again.
  EXPECT_EQ(scene.run(TickInput{}), "dispatch_unknown(EPOC-P000001)");
}

TEST(OnDispatch, unknown_blocks_and_is_repeated_only_where_repeats_are_dropped) {
  Scene scene;
  scene.sent();
  EXPECT_EQ(scene.outcome(DispatchFate::unknown), "dispatch_unknown(EPOC-P000001) >no:pump_silent");
  EXPECT_EQ(scene.run(scene.request()), "program_refused !pump_lane_unknown >no:pump_lane_unknown");
  EXPECT_EQ(scene.dispatch(false), "!pump_lane_unknown");
  EXPECT_EQ(scene.status(), "unknown");
  EXPECT_EQ(scene.dispatch(true), "dispatch_started#2(EPOC-P000001)");
  EXPECT_EQ(scene.outcome(DispatchFate::taken), "gateway_took(EPOC-P000001)");
  EXPECT_EQ(scene.dispatch(true), "!pump_lane_unknown");
}

TEST(OnDispatch, a_refusal_frees_the_lane_and_answers_the_bedside) {
  Scene scene;
  scene.sent();
  EXPECT_EQ(scene.outcome(DispatchFate::refused), "gateway_refused(EPOC-P000001) >no:pump_refused");
  EXPECT_EQ(scene.outcome(DispatchFate::refused), "nothing");
  EXPECT_EQ(scene.run(scene.request()), "pump_associated program_due(EPOC-P000002)");
}

TEST(OnDispatch, outcomes_of_a_settled_command_change_nothing) {
  Scene scene;
  scene.programmed();
  for (const DispatchFate fate :
       {DispatchFate::refused, DispatchFate::unreached, DispatchFate::unknown}) {
    EXPECT_EQ(scene.outcome(fate), "nothing");
  }
  EXPECT_EQ(scene.outcome(DispatchFate::taken), "gateway_took(EPOC-P000001)");
  EXPECT_EQ(scene.status(), "programmed");
}

// B144, P7.
TEST(OnPumpAnswer, is_matched_by_control_id_and_order) {
  Scene scene;
  scene.taken();
  const auto foreign = [&scene](void (*change)(PumpAnswerInput&)) {
    PumpAnswerInput input = scene.answer(Scene::first, true);
    change(input);
    return scene.run(input);
  };
  EXPECT_EQ(foreign([](PumpAnswerInput& input) { input.answer.control_id = "EPOC-P000002"; }),
            "!answer_unmatched");
  EXPECT_EQ(foreign([](PumpAnswerInput& input) {
              input.answer.placer_order_number = test::order_named("ORD2");
            }),
            "!answer_contradicts");
  EXPECT_EQ(foreign([](PumpAnswerInput& input) {
              input.faults.push_back({FaultCode::field_missing, "MSA-1", {}});
            }),
            "!field_missing !answer_unmatched");
  EXPECT_EQ(scene.status(), "taken");
  EXPECT_EQ(foreign([](PumpAnswerInput& input) { input.answer.placer_order_number = {}; }),
            "pump_programmed(EPOC-P000001) >yes");
}

TEST(OnPumpAnswer, before_anything_was_sent_is_an_answer_to_nothing) {
  Scene scene;
  scene.due();
  EXPECT_EQ(scene.run(scene.answer(Scene::first, true)), "!answer_unmatched");
  EXPECT_EQ(scene.run(scene.answer(Scene::first, false)), "!answer_unmatched");
  EXPECT_EQ(scene.status(), "due");
}

TEST(OnPumpAnswer, settles_sent_taken_and_unknown_and_nothing_else) {
  for (const bool accepted : {true, false}) {
    const std::string told = accepted ? "pump_programmed(EPOC-P000001) >yes"
                                      : "pump_refused(EPOC-P000001) >no:pump_refused";
    Scene sent;
    EXPECT_EQ(sent.sent().run(sent.answer(Scene::first, accepted)), told);
    Scene taken;
    EXPECT_EQ(taken.taken().run(taken.answer(Scene::first, accepted)), told);
    Scene late;
    late.sent().outcome(DispatchFate::unknown);
    EXPECT_EQ(late.run(late.answer(Scene::first, accepted)), told);
    EXPECT_EQ(late.status(), accepted ? "programmed" : "refused");
    // The second of two answers is told apart from one to nothing, and neither changes anything.
    EXPECT_EQ(late.run(late.answer(Scene::first, !accepted)), "!answer_unmatched");
    EXPECT_EQ(late.status(), accepted ? "programmed" : "refused");
  }
}

// PIV 9015: the gateway gave up waiting for the pump, which may have taken the program all the
// same.
TEST(OnPumpAnswer, that_the_pump_was_silent_is_no_refusal) {
  Scene scene;
  PumpAnswerInput silent = scene.taken().answer(Scene::first, false);
  silent.answer.refusals = {{"9015", "timed out"}};
  EXPECT_EQ(scene.run(silent), "dispatch_unknown(EPOC-P000001) >no:pump_silent");
  EXPECT_EQ(scene.status(), "unknown");
  EXPECT_NE(scene.run(scene.request()).find("pump_lane_unknown"), std::string::npos);
  EXPECT_EQ(scene.run(silent), "nothing");  // told once
  EXPECT_EQ(scene.run(scene.answer(Scene::first, true)), "pump_programmed(EPOC-P000001) >yes");
}

TEST(OnDispatchOutcome, that_the_pump_was_silent_is_no_refusal) {
  Scene scene;
  DispatchOutcomeInput silent{std::string(Scene::first), DispatchFate::refused, {{"9015", ""}}};
  scene.sent();
  EXPECT_EQ(scene.run(silent), "dispatch_unknown(EPOC-P000001) >no:pump_silent");
  EXPECT_EQ(scene.status(), "unknown");
}

TEST(OnPumpAnswer, repeated_while_the_infusion_runs_is_only_noted) {
  Scene scene;
  scene.programmed().event("0 start del");
  EXPECT_EQ(scene.run(scene.answer(Scene::first, true)), "I:answer_unmatched");
  EXPECT_EQ(scene.status(), "running");
}

TEST(OnTick, silence_becomes_unknown_after_the_deadline_and_not_before) {
  for (const bool taken : {true, false}) {
    Scene scene;
    taken ? scene.taken() : scene.sent();
    scene.context.now = at_minute(0).plus_ms(30'000);
    EXPECT_EQ(scene.run(TickInput{}), "nothing");
    scene.context.now = at_minute(0).plus_ms(30'001);
    EXPECT_EQ(scene.run(TickInput{}), "dispatch_unknown(EPOC-P000001) >no:pump_silent");
    EXPECT_EQ(scene.run(TickInput{}), "nothing");
    EXPECT_EQ(scene.status(), "unknown");
  }
}

ResolveInput resolve(bool programmed, std::string_view person, std::string_view reason) {
  return {std::string(Scene::first), programmed, Person{std::string(person), {}},
          std::string(reason)};
}

// Only what may have been cut off in the middle; the gateway has the other and will answer.
TEST(OnTick, after_a_restart_what_was_being_sent_is_unknown_at_once) {
  Scene sent;
  EXPECT_EQ(sent.sent().run(TickInput{.restarted = true}),
            "dispatch_unknown(EPOC-P000001) >no:pump_silent");
  EXPECT_EQ(sent.run(TickInput{.restarted = true}), "nothing");
  Scene taken;
  EXPECT_EQ(taken.taken().run(TickInput{.restarted = true}), "nothing");
}

// What the nurse must look at before starting is told with the answer that lets her start.
TEST(OnPumpAnswer, warnings_of_the_request_are_told_again_with_success) {
  for (const bool by_person : {false, true}) {
    Scene scene(test::dopamine_above_soft);
    scene.accepted().run(ReleaseInput{test::order_named("ORD1"), Person{"N1", {}}, "as ordered"});
    EXPECT_EQ(scene.run(scene.request()),
              "pump_associated program_due(EPOC-P000001) W:soft_limit_above");
    scene.dispatch();
    scene.outcome(by_person ? DispatchFate::unknown : DispatchFate::taken);
    EXPECT_EQ(by_person ? scene.run(resolve(true, "N1", "seen"))
                        : scene.run(scene.answer(Scene::first, true)),
              by_person ? "program_resolved(EPOC-P000001) >yes:soft_limit_above"
                        : "pump_programmed(EPOC-P000001) >yes:soft_limit_above");
  }
}

TEST(OnTick, leaves_alone_what_waits_for_nobody) {
  Scene due;
  due.due().context.now = at_minute(60);
  EXPECT_EQ(due.run(TickInput{}), "nothing");
  Scene programmed;
  programmed.programmed().context.now = at_minute(60);
  EXPECT_EQ(programmed.run(TickInput{}), "nothing");
}

TEST(OnResolve, needs_an_unknown_fate_a_person_and_a_reason) {
  Scene scene;
  EXPECT_EQ(scene.run(resolve(true, "N1", "seen")), "!answer_unmatched");
  scene.taken();
  EXPECT_EQ(scene.run(resolve(true, "N1", "seen")), "!precondition_failed");
  scene.outcome(DispatchFate::unknown);
  scene.context.now = at_minute(1);
  scene.run(TickInput{});
  ASSERT_EQ(scene.status(), "unknown");
  EXPECT_EQ(scene.run(resolve(true, "", "seen")), "!field_missing");
  EXPECT_EQ(scene.run(resolve(true, "N1", "")), "!field_missing");
  EXPECT_EQ(scene.status(), "unknown");
}

TEST(OnResolve, settles_as_the_person_says_and_frees_the_lane) {
  for (const bool programmed : {true, false}) {
    Scene scene;
    scene.sent().outcome(DispatchFate::unknown);
    EXPECT_EQ(scene.run(resolve(programmed, "N1", "looked at the pump")),
              programmed ? "program_resolved(EPOC-P000001) >yes"
                         : "program_resolved(EPOC-P000001) >no:pump_not_programmed");
    EXPECT_EQ(scene.status(), programmed ? "programmed" : "refused");
    EXPECT_EQ(scene.run(scene.request()), "pump_associated program_due(EPOC-P000002)");
  }
}

TEST(OnReportOutcome, settles_only_a_report_that_waits) {
  Scene scene;
  EXPECT_EQ(scene.run(ReportOutcomeInput{"EPOC-R000001", "AA"}), "!answer_unmatched");
  scene.state.apply(AnswerDue{"EPOC-R000001", "ehr", "MSH"});
  scene.state.apply(AnswerDue{"EPOC-R000002", "ehr", "MSH"});
  EXPECT_EQ(scene.run(ReportOutcomeInput{"EPOC-R000001", "AE"}), "report_answered");
  EXPECT_EQ(scene.run(ReportOutcomeInput{"EPOC-R000001", "AA"}), "!answer_unmatched");
  EXPECT_EQ(scene.run(ReportOutcomeInput{"EPOC-R000002", "CA"}), "report_answered");
  EXPECT_EQ(scene.state.parked_reports(), std::vector<std::string>{"EPOC-R000001"});
  EXPECT_TRUE(scene.state.report_lanes().at("ehr").empty());
}

// The pump's words stay in the journal; a code that is no number is words.
TEST(OnDispatch, a_refusal_without_a_number_is_told_without_its_words) {
  const auto told = [](std::vector<PumpRefusal> refusals) {
    Scene scene;
    scene.sent();
    const Decision decision = scene.decide(DispatchOutcomeInput{
        std::string(Scene::first), DispatchFate::refused, std::move(refusals)});
    std::string text;
    for (const Fault& fault : decision.replies.front().findings) text += fault.detail + ";";
    return text;
  };
  EXPECT_EQ(told({{"9010", "drug"}}), "9010;");
  EXPECT_EQ(told({{"NAME", "drug"}}), ";");
  EXPECT_EQ(told({{"123456", "drug"}}), ";");
  EXPECT_EQ(told({{"9010", ""}, {"", ""}}), "9010;;");
  EXPECT_EQ(told({}), ";");
}

TEST(OnPumpAnswer, a_refusal_without_a_reason_is_a_refusal) {
  Scene scene;
  scene.taken();
  PumpAnswerInput no = scene.answer(Scene::first, false);
  no.answer.refusals.clear();
  EXPECT_EQ(scene.run(no), "pump_refused(EPOC-P000001) >no:pump_refused");
}

TEST(OnDispatch, what_is_still_being_sent_may_be_repeated_where_repeats_are_dropped) {
  Scene scene;
  scene.sent();
  EXPECT_EQ(scene.dispatch(false), "!pump_lane_unknown");
  EXPECT_EQ(scene.dispatch(true), "dispatch_started#2(EPOC-P000001)");
}

TEST(OnDispatch, a_library_that_expired_meanwhile_withdraws) {
  auto parts = test::example_parts();
  parts.effective_until = test::at_minute(5);
  const library::DrugLibrary library(std::move(parts));
  Scene scene;
  scene.context.library = &library;
  scene.due();
  scene.context.now = test::at_minute(5);
  EXPECT_EQ(scene.dispatch(),
            "gateway_refused(EPOC-P000001) !library_unusable >no:library_unusable");
}

}  // namespace
}  // namespace bridge::decide
