// SPDX-License-Identifier: Apache-2.0
// Several steps. Infliximab of the tests: 400 mg in 250 mL, up to 4 steps, each gated and at most
// twice as fast, 250 mL/h at most (soft 150), 60 min at least (soft 120). Nutrition: up to 6 steps,
// free, 5 to 300 mL/h (soft 150), 2500 mL (soft 2000).
#include "decide/check_case.h"

namespace bridge::decide {
namespace {

using test::Case;
using test::expect_table;
using test::rendered;

TEST(Steps, ArePassedWhenEachAndAllAreInside) {
  expect_table(R"(
# 40 * 0.5 + 80 * 0.5 + 120 * 95/60 = 20 + 40 + 190 = 250 mL in 155 min
order: ward infliximab | 400 mg / 250 mL, step 40 mL/h for 30 min, gated step 80 mL/h for 30 min
+ gated step 120 mL/h for 95 min -> shows 40 mL/h
+ gated step 120 mL/h for 95 min, on pump, 250 mL -> shows 40 mL/h
)");
  expect_table(R"(
# 25 + 50 + 1200 + 50 + 25 = 1350 mL; an hour between two of them
order: ward nutrition | step 25 mL/h for 1 h, step 50 mL/h for 1 h, step 100 mL/h for 12 h, \
    step 50 mL/h for 1 h
+ step 25 mL/h for 1 h, on pump -> shows 25 mL/h
+ pause 1 h, step 25 mL/h for 25 mL, on pump -> shows 25 mL/h
# by volume and time: 50 mL / 0.5 h
ward nutrition | step 50 mL for 30 min, step 100 mL/h for 200 mL -> shows 100 mL/h
# a dose and a time: 80 mg = 50 mL in 1 h, 320 mg = 200 mL in 2 h
ward infliximab | 400 mg / 250 mL, step 80 mg for 60 min, gated step 320 mg for 120 min \
    -> shows 50 mL/h
)");
}

TEST(Steps, FollowThePlan) {
  expect_table(R"(
# not gated
order: ward infliximab | 400 mg / 250 mL
+ step 40 mL/h for 60 min, step 80 mL/h for 60 min -> steps_outside_plan
# 2.5 times as fast
+ step 40 mL/h for 60 min, gated step 100 mL/h for 60 min -> steps_outside_plan
# slower is always allowed
+ step 100 mL/h for 60 min, gated step 20 mL/h for 60 min -> shows 100 mL/h
# five steps
+ step 40 mL/h for 30 min, gated step 40 mL/h for 30 min, gated step 40 mL/h for 30 min, \
    gated step 40 mL/h for 30 min, gated step 40 mL/h for 30 min -> steps_outside_plan
# 9043
icu dopamine | 80 kg, 400 mg / 250 mL, step 5 ug/kg/min for 1 h, step 6 ug/kg/min for 1 h \
    -> steps_not_permitted
)");
}

TEST(Steps, KeepTheLimitsOneByOneAndTogether) {
  expect_table(R"(
order: ward infliximab | 400 mg / 250 mL
# rates: soft 150, hard 250
+ step 80 mL/h for 60 min, gated step 160 mL/h for 60 min -> W:soft_limit_above held shows 80 mL/h
+ step 130 mL/h for 90 min, gated step 255 mL/h for 30 min -> hard_limit_above
# 90 min in all: soft 120
+ step 80 mL/h for 45 min, gated step 120 mL/h for 45 min -> W:soft_limit_below held shows 80 mL/h
# 120 + 120 + 135 + 135 = 510 mL = 816 mg: soft 600
+ step 120 mL/h for 60 min, gated step 120 mL/h for 60 min, gated step 135 mL/h for 60 min, \
    gated step 135 mL/h for 60 min -> W:soft_limit_above held shows 120 mL/h
# 300 mL out of a bag of 250
+ 250 mL, step 100 mL/h for 60 min, gated step 100 mL/h for 120 min -> quantities_disagree
# the pump's steps above 100 mL/h are 1 mL/h: 150.4 runs as 150
+ step 100 mL/h for 60 min, gated step 150.4 mL/h for 150.4 mL, on pump \
    -> W:soft_limit_above held shows 100 mL/h
# no pump runs 1200 mL/h
ward nutrition | step 25 mL/h for 1 h, step 1200 mL/h for 30 min, on pump \
    -> hard_limit_above pump_maximum
# 12 h of 250 mL/h are 3000 mL; 3100 in all, and the pump takes up to 3000
ward nutrition | step 100 mL/h for 1 h, step 250 mL/h for 12 h, on pump \
    -> W:soft_limit_above pump_maximum hard_limit_above held
)");
}

TEST(Steps, MustMakeAProgram) {
  expect_table(R"(
# 9041: rate and volume do not follow
order: ward infliximab | 400 mg / 250 mL
+ step 40 mL/h, gated step 80 mL/h for 60 min -> steps_malformed
+ step 60 min, gated step 80 mL/h for 60 min -> steps_malformed
+ step 100 mL, gated step 80 mL/h for 60 min -> steps_malformed
# 10 mL/h for 20 min is 10/3 mL
ward nutrition | step 10 mL/h for 20 min, step 20 mL/h for 1 h -> steps_malformed
# the three of a step that do not agree
ward nutrition | step 10 mL/h for 100 mL for 1 h, step 20 mL/h for 1 h -> quantities_disagree
order: ward nutrition | step 20 mL/h for 1 h
+ pause 1 h -> steps_malformed
+ pause 20 mL/h, step 20 mL/h for 1 h -> steps_malformed
+ pause 20 mL/h for 1 h, step 20 mL/h for 1 h -> steps_malformed
# what flows nowhere may be said with zeros
+ pause 0 mL/h for 0 mL for 1 h, step 20 mL/h for 1 h -> shows 20 mL/h
+ load step 20 mL/h for 1 h -> loading_not_permitted steps_malformed
+ step 0 mL/h for 1 h -> quantity_zero
# beside steps nothing else is stated
+ step 30 mL/h for 1 h, 25 mL/h -> steps_malformed
+ step 30 mL/h for 1 h, rate change -> mode_not_supported
)");
}

TEST(Steps, NeedAPumpThatTakesThem) {
  Case one("ward nutrition | step 25 mL/h for 1 h, pause 1 h, step 50 mL/h for 1 h, on pump");
  EXPECT_EQ(rendered(one.outcome()), "shows 25 mL/h");
  PumpModel model = test::bedside_model();
  one.context.model = &model;
  model.abilities = {PumpAbility::multistep};
  EXPECT_EQ(rendered(one.outcome()), "steps_unsupported");
  model.abilities.clear();
  EXPECT_EQ(rendered(one.outcome()), "steps_unsupported");
}

TEST(Steps, AreCarriedWithTheVolumeOfEach) {
  const CheckOutcome outcome =
      Case(
          "ward nutrition | step 25 mL/h for 1 h, pause 0 mL/h for 2 h, step 33.33 mL/h for 3 h, "
          "on pump")
          .outcome();
  ASSERT_TRUE(outcome.program) << rendered(outcome);
  const std::vector<InfusionStep>& steps = outcome.program->steps;
  ASSERT_EQ(steps.size(), 3U);
  EXPECT_EQ(steps[0].volume->amount().ucum_text(), "25 mL");
  EXPECT_EQ(steps[0].volume->from().row, "step 1: volume = rate * duration");
  EXPECT_FALSE(steps[1].rate || steps[1].volume);
  EXPECT_EQ(steps[1].duration->amount().ucum_text(), "2 h");
  // At the pump's resolution; the volume is the ordered one: 33.33 * 3.
  EXPECT_EQ(steps[2].rate->amount().ucum_text(), "33.3 mL/h");
  EXPECT_EQ(steps[2].volume->amount().ucum_text(), "99.99 mL");
  EXPECT_FALSE(outcome.program->rate || outcome.program->vtbi);
}

TEST(Steps, TellWhichOneIsMeant) {
  const CheckOutcome outcome =
      Case(
          "ward infliximab | 400 mg / 250 mL, step 130 mL/h for 90 min, gated step 255 mL/h for "
          "30 min")
          .outcome();
  ASSERT_EQ(outcome.findings.size(), 1U);
  EXPECT_TRUE(outcome.findings[0].detail.starts_with("step 2: rate 255"))
      << outcome.findings[0].detail;
}

TEST(Steps, AreToldByWhateverTheyState) {
  expect_table(R"(
# the loading step is the first; 40 mL are 64 mg, soft 100
order: ward infliximab | 400 mg / 250 mL
+ load step 20 mL/h for 1 h, gated step 20 mL/h for 1 h \
    -> loading_not_permitted W:soft_limit_below held
+ step 20 mL/h for 1 h, load step 20 mL/h for 1 h \
    -> loading_not_permitted steps_malformed steps_outside_plan
# nothing flows in a delay, however that is said
order: ward nutrition | step 20 mL/h for 1 h, step 20 mL/h for 1 h
+ pause 20 mg for 1 h, step 20 mL/h for 1 h -> steps_malformed
+ pause 20 mL for 1 h, step 20 mL/h for 1 h -> steps_malformed
+ pause 5 ug/kg/min for 1 h, step 20 mL/h for 1 h -> weight_missing steps_malformed
# what is stated of the whole, beside steps
+ 5 ug/min -> steps_malformed
+ 5 mg -> steps_malformed
+ 2 h -> steps_malformed
+ objective -> steps_malformed titration_above_rule
+ loading 5 mg -> loading_not_permitted steps_malformed
# no care area, no setup: shapes are judged all the same
+ at CAFETERIA -> care_area_mismatch
+ pause 1 h, at CAFETERIA -> care_area_mismatch steps_malformed
icu dopamine | 80 kg, 400 mg / 250 mL, load step 5 ug/kg/min for 1 h, at CAFETERIA \
    -> care_area_mismatch
# per kg or m2 in a step asks for the body as well
icu dopamine | 400 mg / 250 mL, step 5 ug/kg/min for 1 h, step 6 ug/kg/min for 1 h \
    -> steps_not_permitted weight_missing steps_malformed steps_malformed
)");
}

// "step 2: ..." stands at what the step states first.
TEST(Steps, StandAtTheirOwnField) {
  const auto place = [](const std::string& step) {
    const CheckOutcome outcome =
        Case("ward infliximab | 400 mg / 250 mL, step 40 mL/h for 60 min, " + step +
             ", step 40 mL/h for 60 min")
            .outcome();
    for (const Fault& fault : outcome.findings) {
      if (fault.code == FaultCode::steps_outside_plan && fault.detail.starts_with("step 2")) {
        return fault.place;
      }
    }
    return rendered(outcome);
  };
  EXPECT_EQ(place("step 40 mL/h for 60 min"), "rate");
  EXPECT_EQ(place("step 80 mg for 60 min"), "dose");
  EXPECT_EQ(place("step 80 mg/h for 60 min"), "dose_rate");
  EXPECT_EQ(place("step 50 mL for 60 min"), "volume");
  EXPECT_EQ(place("step 60 min"), "duration");
}

// A plan that lets nothing get faster, and a loading step with its own limit: 25 mL * 1.6 = 40 mg.
TEST(Steps, FollowAPlanThatLetsThemOnlySlowDown) {
  auto parts = test::example_parts();
  for (library::Setup& setup : parts.setups) {
    if (setup.drug != "infliximab") continue;
    setup.loading = true;
    setup.steps->may_increase = false;
    setup.limits.push_back({library::LimitedQuantity::loading_dose,
                            test::unit("mg"),
                            {},
                            {},
                            {},
                            {},
                            test::number("40"),
                            "test",
                            ""});
  }
  const library::DrugLibrary library(std::move(parts));
  const auto told = [&library](const std::string& steps) {
    Case one("ward infliximab | 400 mg / 250 mL, " + steps);
    one.context.library = &library;
    return rendered(one.outcome());
  };
  EXPECT_EQ(told("step 60 mL/h for 60 min, gated step 40 mL/h for 60 min"), "shows 60 mL/h");
  EXPECT_EQ(told("step 40 mL/h for 60 min, gated step 60 mL/h for 60 min"), "steps_outside_plan");
  // 45 mL are 72 mg in all, soft 100.
  EXPECT_EQ(told("load step 25 mL/h for 60 min, gated step 20 mL/h for 60 min"),
            "W:soft_limit_below held shows 25 mL/h");
  EXPECT_EQ(told("load step 26 mL/h for 60 min, gated step 20 mL/h for 60 min"),
            "W:soft_limit_below hard_limit_above held");
}

TEST(Steps, OutOfABagOfComponentsMakeNoMoreThanItHolds) {
  expect_table(R"(
# 150 + 150 mL out of 250
ward nutrition | base 250 mL, step 150 mL/h for 1 h, step 150 mL/h for 1 h -> quantities_disagree
ward nutrition | base 250 mL, step 100 mL/h for 1 h, step 150 mL/h for 1 h -> shows 100 mL/h
# a volume of the whole that the steps do not use up
ward nutrition | 300 mL, step 100 mL/h for 1 h, step 100 mL/h for 1 h -> quantities_disagree
)");
}

}  // namespace
}  // namespace bridge::decide
