// SPDX-License-Identifier: Apache-2.0
// The order against this patient's recent ones and against what else runs.
#include "decide/history.h"
#include "decide/scene.h"

namespace bridge::decide {
namespace {

using test::at_minute;
using test::order_named;
using test::Scene;

std::string dopamine(std::string_view rate, std::string_view number) {
  return std::string("icu dopamine | ")
      .append(rate)
      .append(" ug/kg/min, 80 kg, 400 mg / 250 mL, 250 mL, number ")
      .append(number);
}

TEST(MagnitudeGuard, NamesTheFactorOfASlip) {
  const auto after = [](std::string_view before, std::string_view now) {
    Scene scene;
    scene.run(scene.order(dopamine(before, "D1"), OrderControl::new_order));
    return scene.run(scene.order(dopamine(now, "D2"), OrderControl::new_order));
  };
  EXPECT_EQ(after("2", "20"), "order_accepted W:dose_unlike_before");
  EXPECT_EQ(after("20", "2"), "order_accepted W:dose_unlike_before");
  EXPECT_EQ(after("2", "19.7"), "order_accepted W:dose_unlike_before");  // 9.85: within 2 %
  EXPECT_EQ(after("2", "19"), "order_accepted");
  EXPECT_EQ(after("2", "2"), "order_accepted");
  EXPECT_EQ(after("0.8", "19.2"), "order_accepted W:dose_unlike_before");  // 24
  // Per kg and whole are not compared; another drug is not either.
  Scene scene;
  scene.run(scene.order(dopamine("2", "D1"), OrderControl::new_order));
  EXPECT_EQ(scene.run(scene.order("icu propofol | 20 ug/kg/min, 80 kg, 1000 mg / 100 mL, 100 mL, "
                                  "number D2",
                                  OrderControl::new_order)),
            "order_accepted");
}

TEST(MagnitudeGuard, HoldsUntilANamedPersonReleases) {
  Scene scene;
  scene.run(scene.order(dopamine("2", "D1"), OrderControl::new_order));
  scene.run(scene.order(dopamine("20", "D2"), OrderControl::new_order));
  const auto ask = [&] { return scene.run(scene.request_for(dopamine("20", "D2"))); };
  EXPECT_EQ(ask(),
            "program_refused !order_held W:dose_unlike_before >no:order_held:dose_unlike_before");
  scene.run(ReleaseInput{order_named("D2"), Person{"D1", {}}, "as meant"});
  EXPECT_EQ(ask(), "pump_associated program_due(EPOC-P000001) W:dose_unlike_before");
}

TEST(MagnitudeGuard, LooksAtAChangeOfTheOrderItself) {
  Scene scene;
  scene.run(scene.order(dopamine("2", "D1"), OrderControl::new_order));
  EXPECT_EQ(scene.run(scene.order(dopamine("20", "D1"), OrderControl::change)),
            "order_changed W:dose_unlike_before");
}

struct DopamineRuns : Scene {
  DopamineRuns() {
    programmed();
    event("0 start del rate 15 left 250");
  }
  std::string add(const std::string& text) { return run(order(text, OrderControl::new_order)); }
};

TEST(WhatElseRuns, F2TheSameIngredientOnAnotherPumpHolds) {
  DopamineRuns scene;
  EXPECT_EQ(scene.add(dopamine("5", "D2")), "order_accepted W:duplicate_ingredient");
  EXPECT_EQ(scene.run(scene.request_for(dopamine("5", "D2"), "PUMP2")),
            "program_refused W:duplicate_ingredient !order_held "
            ">no:duplicate_ingredient:order_held");
  // The next bag of the running order is no duplicate.
  EXPECT_EQ(scene.run(scene.request()), "pump_associated program_due(EPOC-P000002)");
}

TEST(WhatElseRuns, F2AnIngredientUnderAnotherName) {
  Scene scene("ward hydromorphone | 0.5 mg/h, 20 mg / 100 mL, 100 mL");
  scene.programmed().event("0 start del");
  EXPECT_EQ(scene.run(scene.order("ward morphine | 1 mg/h, 100 mg / 100 mL, 100 mL, number M1",
                                  OrderControl::new_order)),
            "order_accepted W:duplicate_ingredient I:compatibility_unknown");
}

TEST(WhatElseRuns, F3NoDataIsNotCompatible) {
  EXPECT_EQ(DopamineRuns().add("icu heparin | 18 [iU]/kg/h, 80 kg, 25000 [iU] / 500 mL, 500 mL, "
                               "number H1"),
            "order_accepted");
  EXPECT_EQ(DopamineRuns().add("icu insulin | 0.1 [iU]/kg/h, 80 kg, 100 [iU] / 100 mL, 100 mL, "
                               "number I1"),
            "order_accepted W:incompatible_drugs");
  EXPECT_EQ(DopamineRuns().add("icu ketamine | 0.2 mg/kg/h, 80 kg, 200 mg / 100 mL, 100 mL, "
                               "number K1"),
            "order_accepted W:incompatible_drugs");
  EXPECT_EQ(DopamineRuns().add("icu norepinephrine | 0.1 ug/kg/min, 80 kg, 4 mg / 250 mL, 250 mL, "
                               "number N1"),
            "order_accepted I:compatibility_unknown");
}

TEST(History, KnowsWhatRunsAndWhatIsLeft) {
  DopamineRuns scene;
  const auto of = [&](int minute) {
    return history_of(scene.state, test::example_library(), {"P1", "HOSPITAL", "MR"},
                      at_minute(minute));
  };
  const PatientHistory now = of(20);
  ASSERT_EQ(now.running.size(), 1U);
  const RunningInfusion& one = now.running.front();
  EXPECT_EQ(one.drug, test::example_library().drug("dopamine"));
  EXPECT_EQ(one.rate_ml_h, Rational(15));
  EXPECT_EQ(one.remaining_ml, Rational(245));  // 15 mL/h for 20 min
  EXPECT_EQ(one.rate_since, at_minute(0));
  EXPECT_EQ(one.dose_rate->amount().ucum_text(), "5 ug/kg/min");
  EXPECT_EQ(of(60 * 100).running.front().remaining_ml, Rational(0));
  ASSERT_EQ(now.given.size(), 1U);
  EXPECT_EQ(now.given.front().volume->in_base_units, Rational(5));
  scene.context.now = at_minute(50);
  // A pump that was changed by hand has the dose rate of its own word, or none.
  scene.event("30 stop trans seg 7.5");
  scene.event("30 start del rate 30 id again");
  EXPECT_EQ(of(40).running.front().rate_ml_h, Rational(30));
  EXPECT_FALSE(of(40).running.front().dose_rate);
  EXPECT_EQ(of(40).running.front().rate_since, at_minute(30));
  scene.event("50 complete not seg 10");
  EXPECT_TRUE(of(60).running.empty());
  EXPECT_TRUE(
      history_of(scene.state, test::example_library(), {"P2", "HOSPITAL", "MR"}, at_minute(0))
          .orders.empty());
}

}  // namespace
}  // namespace bridge::decide
