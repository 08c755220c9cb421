// SPDX-License-Identifier: Apache-2.0
// The pump as it last said it is, and what its model takes.
#include "decide/history.h"
#include "decide/scene.h"
#include "decide/state.h"

namespace bridge::decide {
namespace {

using test::at_minute;
using test::Case;
using test::Scene;

// What the pump tells at minute 0, and what a request at that minute, or later, is told.
std::string asked_after(std::string_view event, int minute = 0) {
  Scene scene;
  scene.accepted();
  scene.event(event);
  scene.context.now = at_minute(minute);
  return scene.run(scene.request_for(test::dopamine));
}

std::string refused_for(std::string_view code) {
  return std::string("program_refused !").append(code).append(" >no:").append(code);
}
constexpr std::string_view taken = "pump_associated program_due(EPOC-P000001)";
std::string taken_with(std::string_view code) {
  return std::string(taken).append(" W:").append(code);
}

TEST(PumpState, RefusesForAsLongAsItsWordCounts) {
  const struct {
    const char* event;
    const char* code;
  } rows[] = {
      {"0 other not because powered-off", "pump_off"},    // 9006
      {"0 other not because standby", "pump_standby"},    // 9017
      {"0 other not because alarming", "pump_alarming"},  // 9033
      {"0 other not unloaded", "pump_not_loaded"},        // 9028
      {"0 comm unloaded", "pump_not_loaded"},
      {"0 other no_area", "pump_care_area_unset"},      // 9029
      {"0 other area ward", "pump_care_area_differs"},  // 9021
  };
  for (const auto& row : rows) {
    EXPECT_EQ(asked_after(row.event), refused_for(row.code)) << row.event;
    // Nobody tells that a person has mended it: a minute later it is only said.
    EXPECT_EQ(asked_after(row.event, 1), taken_with(row.code)) << row.event;
  }
  EXPECT_EQ(asked_after("0 other del"), taken);
  EXPECT_EQ(asked_after("0 other not because by-clinician"), taken);
  EXPECT_EQ(asked_after("0 other area icu"), taken);
}

TEST(PumpState, ADelayedStartLastsUntilAnEventEndsIt) {
  EXPECT_EQ(asked_after("0 other not because delayed", 13), refused_for("pump_delayed"));
  Scene scene;
  scene.accepted();
  scene.event("0 other not because delayed");
  scene.event("1 other not because by-clinician id later");
  EXPECT_EQ(scene.run(scene.request()), taken);
}

TEST(PumpState, TheNewestWordCountsWhateverItsArrival) {
  Scene scene;
  scene.accepted();
  scene.event("-1 other del");
  scene.event("-2 other not because alarming id late");
  EXPECT_EQ(scene.run(scene.request()), taken);
  EXPECT_EQ(asked_after("-1 comm offline"), refused_for("pump_offline"));  // 9007
}

TEST(PumpState, APumpThatCameBackOnlineIsNotOff) {
  Scene scene;
  scene.accepted();
  scene.event("-2 other not because powered-off");
  scene.event("-1 comm id back");
  EXPECT_EQ(scene.run(scene.request()), taken);
}

TEST(PumpState, A7TheLibraryOnThePumpIsAnAcceptedOne) {
  const auto with = [](std::string_view event, std::vector<std::string> accepted) {
    Scene scene;
    scene.accepted();
    scene.event(event);
    scene.context.policy.accepted_pump_libraries = std::move(accepted);
    return scene.run(scene.request());
  };
  EXPECT_EQ(with("0 other del library 7", {"6", "7"}), taken);
  EXPECT_EQ(with("0 other del library 5", {"6", "7"}), refused_for("pump_library_differs"));
  EXPECT_EQ(with("0 other del", {"6", "7"}), taken_with("pump_library_differs"));
  EXPECT_EQ(with("0 other del library 5", {}), taken);
}

TEST(PumpState, K22AnotherPatientOnThePumpIsNeverOverridden) {
  EXPECT_EQ(asked_after("0 patient patient P2"), taken_with("patient_not_the_pumps"));
  Scene scene;
  scene.programmed().event("0 start del");
  scene.event("1 patient patient P2");
  EXPECT_EQ(scene.run(scene.request()), refused_for("patient_not_the_pumps"));
}

TEST(PumpModels, AreAskedBeforeTheyRefuse) {
  Case one("ward saline | 125 mL/h, 1000 mL, on pump");
  PumpModel model = test::bedside_model();
  one.context.model = &model;
  EXPECT_EQ(test::rendered(one.outcome()), "shows 125 mL/h");
  model.routes = {Route::epidural};
  EXPECT_EQ(test::rendered(one.outcome()), "pump_not_for_route");
  model.routes = {Route::epidural, Route::intravenous};
  EXPECT_EQ(test::rendered(one.outcome()), "shows 125 mL/h");
  model.kind = "SYR";
  model.syringes_ml = {Rational(20), Rational(50)};
  EXPECT_EQ(test::rendered(one.outcome()), "pump_maximum");
  model.syringes_ml = {Rational(1000), Rational(50)};
  EXPECT_EQ(test::rendered(one.outcome()), "shows 125 mL/h");
}

constexpr std::string_view vancomycin =
    "ward vancomycin | 1250 mg, 1250 mg / 250 mL, 250 mL, 100 min, method IVPB, number V1";

// 1250 mg in 250 mL over 100 min: 150 mL/h.
TEST(Piggyback, RunsOverWhatMayBeInterrupted) {
  Scene scene("ward saline | 125 mL/h, 1000 mL");
  scene.programmed().event("0 start del rate 125");
  ASSERT_EQ(scene.run(scene.order(vancomycin, OrderControl::new_order)),
            "order_accepted I:compatibility_unknown");
  EXPECT_EQ(scene.run(scene.request_for(vancomycin)),
            "program_due(EPOC-P000002) I:compatibility_unknown");
  const PumpState& pump = *scene.state.pump(test::pump_named("PUMP1").key());
  EXPECT_EQ(pump.association->placer_order_number, test::order_named("ORD1"));
}

// 9030. Oxytocin of the tests: 6 m[iU]/min of 60 m[iU]/mL are 6 mL/h.
TEST(Piggyback, IsRefusedOverWhatMayNot) {
  Scene scene("ward oxytocin | 6 m[iU]/min, 30 [iU] / 500 mL, 500 mL");
  scene.programmed().event("0 start del rate 6");
  scene.run(scene.order(vancomycin, OrderControl::new_order));
  EXPECT_EQ(scene.run(scene.request_for(vancomycin)),
            "program_refused !infusion_uninterruptible I:compatibility_unknown "
            ">no:infusion_uninterruptible:compatibility_unknown");
}

TEST(Piggyback, NeedsAPumpThatTakesIt) {
  Case one(std::string(vancomycin) + ", on pump");
  EXPECT_EQ(test::rendered(one.outcome()), "shows 150 mL/h");
  PumpModel model = test::bedside_model();
  model.abilities.clear();
  one.context.model = &model;
  EXPECT_EQ(test::rendered(one.outcome()), "piggyback_not_permitted");
}

TEST(PumpState, ACareAreaMayBeToldByItsName) {
  EXPECT_EQ(asked_after("0 other area intensive"), refused_for("pump_care_area_differs"));
  Scene scene;
  scene.accepted();
  PumpEvent event = test::event_of("0 other");
  event.care_area = "intensive care";
  scene.run(PumpEventInput{event, {}});
  EXPECT_EQ(scene.run(scene.request()), taken);
}

// The pump's own row says where it stands, whatever the bed is.
TEST(PumpState, ThePumpsOwnCareAreaIsHeldAgainstItsWord) {
  PumpState state;
  state.told_at = at_minute(0);
  const auto told = [&state](std::string_view words, const char* said) {
    state.care_area = said;
    Case one(std::string(test::dopamine) + std::string(words));
    one.context.pump_state = &state;
    one.context.now = at_minute(0);
    return test::rendered(one.outcome());
  };
  EXPECT_EQ(told(", on pump", "icu"), "shows 15 mL/h");
  EXPECT_EQ(told(", on pump", "ward"), "pump_care_area_differs");
  EXPECT_EQ(told(", pump of icu", "icu"), "shows 15 mL/h");
  EXPECT_EQ(told(", pump of icu", "ward"), "pump_care_area_differs");
  EXPECT_EQ(told(", pump of nowhere", "ward"), "care_area_mismatch");
  EXPECT_EQ(told(", at CAFETERIA, on pump", "ward"), "care_area_mismatch");
  EXPECT_EQ(told(", no library, on pump", "ward"), "library_unusable");
  // Without a scanned pump its state says nothing.
  EXPECT_EQ(told("", "ward"), "shows 15 mL/h");
}

TEST(Patient, OfARequestIsIdentified) {
  EXPECT_EQ(test::rendered(Case(std::string(test::dopamine) + ", nameless, on pump").outcome()),
            "patient_id_missing");
  Case nobody(std::string(test::dopamine) + ", on pump");
  nobody.order.patient.patient_id = {};
  nobody.request.association.patient_id = {};
  EXPECT_EQ(test::rendered(nobody.outcome()), "patient_id_missing");
}

TEST(PumpModels, ASyringePumpMayMeasureTheVolumeItself) {
  Case one(
      "ward morphine | demand 1 mg, lockout 10 min, dose limit 20 mg, window 4 h, 30 mg / 30 mL, "
      "on pump");
  PumpModel model = test::bedside_model();
  model.kind = "SYR";
  model.syringes_ml = {Rational(20)};
  one.context.model = &model;
  EXPECT_EQ(test::rendered(one.outcome()), "programs");
  model.kind = "IVP";
  EXPECT_EQ(test::rendered(one.outcome()), "programs");
}

TEST(Piggyback, OverWhatTheLibraryDoesNotKnowIsRefused) {
  Case one(std::string(vancomycin) + ", on pump");
  PatientHistory history;
  one.context.history = &history;
  EXPECT_EQ(test::rendered(one.outcome()), "shows 150 mL/h");  // nothing runs
  RunningInfusion primary;
  primary.order = "X^EHR";
  primary.pump = "PUMP1";
  history.running = {primary};
  const CheckOutcome outcome = one.outcome();
  EXPECT_EQ(test::rendered(outcome), "infusion_uninterruptible");
  EXPECT_EQ(outcome.findings[0].detail, "the library does not know what runs");
  // Its own next bag.
  history.running[0].order = one.order.placer_order_number.key();
  EXPECT_EQ(test::rendered(one.outcome()), "shows 150 mL/h");
  Case at_order_time{std::string_view(vancomycin)};
  at_order_time.context.history = &history;
  EXPECT_EQ(test::rendered(at_order_time.outcome()), "shows 150 mL/h");
}

}  // namespace
}  // namespace bridge::decide
