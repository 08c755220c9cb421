// SPDX-License-Identifier: Apache-2.0
// Ramp and taper. Nutrition of the tests in the icu: 60 min at 25 %, 60 at 50, the rest, 60 at 50,
// 60 at 25; up to 6 free steps, none more than twice the one before; 5 to 300 mL/h (soft 150), 2500
// mL (soft 2000). On the ward it has steps and no schedule; for newborns 20 min at 50 %, the rest,
// 20 min at 50 %, each step gated, 60 mL/h at most (soft 50).
#include "decide/check_case.h"

namespace bridge::decide {
namespace {

using test::Case;
using test::expect_table;
using test::rendered;

// "25 mL, 60 min, 25 mL/h; ..." of the program.
std::string steps_of(const Case& one) {
  const CheckOutcome outcome = one.outcome();
  if (!outcome.program) return rendered(outcome);
  std::string text;
  for (const InfusionStep& step : outcome.program->steps) {
    text.append(text.empty() ? "" : "; ").append(step.volume->amount().ucum_text());
    text.append(", ").append(step.duration->amount().ucum_text());
    text.append(", ").append(step.rate->amount().ucum_text());
    if (step.start == StepStart::pause_for_confirmation) text.append(" gated");
  }
  return text;
}

// 25 + 50 + 8 * 100 + 50 + 25 = 950: by 9.5 hours of the plateau it is 100 mL/h.
TEST(TaperExpansion, MakesTheStepsOfTheSchedule) {
  EXPECT_EQ(steps_of(Case("icu nutrition | 950 mL, 12 h, ramp and taper, on pump")),
            "25 mL, 60 min, 25 mL/h; 50 mL, 60 min, 50 mL/h; 800 mL, 480 min, 100 mL/h; "
            "50 mL, 60 min, 50 mL/h; 25 mL, 60 min, 25 mL/h");
  // At order time there is no pump yet.
  EXPECT_EQ(rendered(Case("icu nutrition | 950 mL, 720 min, ramp and taper").outcome()),
            "shows 25 mL/h");
}

// 1000 / 9.5 is no decimal: 26.315..., 52.631... mL are cut, and the plateau has what is left, so
// that all of it is 1000 mL. The plan's factor of 2 holds for the schedule, which is exactly 2.
TEST(TaperExpansion, GivesExactlyTheVolumeOfTheOrder) {
  const Case one("icu nutrition | 1000 mL, 12 h, ramp and taper, on pump");
  EXPECT_EQ(steps_of(one),
            "26.31 mL, 60 min, 26.3 mL/h; 52.63 mL, 60 min, 52.6 mL/h; 842.12 mL, 480 min, "
            "105 mL/h; 52.63 mL, 60 min, 52.6 mL/h; 26.31 mL, 60 min, 26.3 mL/h");
  Rational sum;
  const CheckOutcome outcome = one.outcome();
  for (const InfusionStep& step : outcome.program->steps) {
    sum = sum + step.volume->value().exact();
  }
  EXPECT_EQ(sum, Rational(1000));
}

// 20 min are a third of an hour: 60 = R * (1/6 + 10/3 + 1/6), R = 180/11.
TEST(TaperExpansion, WaitsForAPersonWhereThePlanDoes) {
  EXPECT_EQ(steps_of(Case("nicu nutrition | 60 mL, 4 h, ramp and taper, on pump")),
            "2.72 mL, 20 min, 8.2 mL/h; 54.56 mL, 200 min, 16.4 mL/h gated; 2.72 mL, 20 min, "
            "8.2 mL/h gated");
}

TEST(TaperExpansion, KeepsLimitsOfEachStepAndOfAll) {
  expect_table(R"(
order: icu nutrition | ramp and taper
# the plateau: 1520 / 9.5 = 160 mL/h; 3040 / 9.5 = 320
+ 1520 mL, 12 h -> W:soft_limit_above held shows 40 mL/h
+ 3040 mL, 12 h \
    -> W:soft_limit_above hard_limit_above W:soft_limit_above hard_limit_above held
# all: 2100 mL in 21 h are 2100 / 18.5 = 113.5 mL/h
+ 2100 mL, 21 h -> W:soft_limit_above held shows 28.37 mL/h
# 38 mL: the ramp begins at 1 mL/h, below the soft minimum, as do the last step and the plateau
+ 38 mL, 12 h \
    -> W:soft_limit_below W:soft_limit_below W:soft_limit_below W:soft_limit_below \
    W:soft_limit_below held shows 1 mL/h
# what is no step of 0.01 mL is refused where a cut is more than 5 %: 25 % of 0.1/9.5 mL/h
+ 0.1 mL, 12 h -> pump_resolution pump_resolution pump_resolution pump_resolution
)");
}

TEST(TaperExpansion, IsRefusedWithoutASchedule) {
  expect_table(R"(
order: ward nutrition | 950 mL, 12 h, ramp and taper
+ on pump -> steps_not_permitted
ward saline | 950 mL, 12 h, ramp and taper -> steps_not_permitted
ward morphine | 10 mg / 100 mL, 150 mL, 12 h, ramp and taper \
    -> steps_not_permitted concentration_not_library
)");
  const CheckOutcome outcome = Case("ward nutrition | 950 mL, 12 h, ramp and taper").outcome();
  ASSERT_EQ(outcome.findings.size(), 1U);
  EXPECT_EQ(outcome.findings[0].place, "delivery_mode");
  EXPECT_EQ(outcome.findings[0].detail, "ramp and taper: no schedule of the library says how");
}

TEST(TaperExpansion, NeedsVolumeAndTimeAndNothingElse) {
  expect_table(R"(
order: icu nutrition | ramp and taper
+ 950 mL -> steps_malformed
+ 12 h -> volume_missing
+ -> volume_missing steps_malformed
# the ramps take 240 min
+ 950 mL, 4 h -> steps_malformed
+ 950 mL, 3 h -> steps_malformed
+ 950 mL, 0 h -> quantity_zero
+ 0 mL, 12 h -> quantity_zero
+ 950 mL, 12 h, 79.17 mL/h -> steps_malformed
+ 950 mL, 12 h, step 25 mL/h for 1 h, step 50 mL/h for 1 h -> steps_malformed steps_malformed \
    quantities_disagree
+ 950 mL, 12 h, rate change -> mode_not_supported
)");
  Case bolus("icu nutrition | 950 mL, 12 h, ramp and taper");
  bolus.order.control = OrderControl::child;
  EXPECT_TRUE(any_error(bolus.outcome().findings));
  EXPECT_FALSE(bolus.outcome().program);
}

TEST(TaperExpansion, TakesOneMinuteMoreThanTheRamps) {
  // 38 mL = R * (1/4 + 1/2 + 1/60 + 1/2 + 1/4) = R * 91/60
  EXPECT_EQ(rendered(Case("icu nutrition | 38 mL, 241 min, ramp and taper").outcome()),
            "shows 6.26 mL/h");
}

TEST(TaperExpansion, NeedsAPumpThatTakesSteps) {
  Case one("icu nutrition | 950 mL, 12 h, ramp and taper, on pump");
  PumpModel model = test::bedside_model();
  one.context.model = &model;
  model.abilities.clear();
  EXPECT_EQ(rendered(one.outcome()), "steps_unsupported");
}

TEST(TaperExpansion, AScanMayRepeatTheWholeOfIt) {
  Case one("icu nutrition | 950 mL, 12 h, ramp and taper, on pump");
  one.request.as_scanned.volume = one.order.volume;
  one.request.as_scanned.duration = one.order.duration;
  EXPECT_EQ(rendered(one.outcome()), "shows 25 mL/h");
  one.request.as_scanned.duration = Case("icu nutrition | 11 h").order.duration;
  EXPECT_EQ(rendered(one.outcome()), "scanned_number_differs");
}

TEST(TaperExpansion, IsToldStepByStep) {
  const auto told = [](std::string_view order) {
    std::string text;
    const Certificate certificate = Case(order).outcome(Account::certificate).certificate;
    for (const CertificateStep& step : certificate.steps) {
      const bool of_taper = step.subject == "delivery" || step.subject == "duration" ||
                            step.subject == "schedule" || step.subject == "plateau rate" ||
                            step.subject.starts_with("step ");
      if (!of_taper || step.kind == StepKind::rounding) continue;
      text.append(step.subject).append(" | ").append(step.text);
      if (!step.source.empty()) text.append(" | ").append(step.source);
      text += "\n";
    }
    return text;
  };
  EXPECT_EQ(told("icu nutrition | 950 mL, 12 h, ramp and taper, on pump"),
            test::joined_lines(
                R"(delivery | ramp and taper
duration | 12 hours | duration, row.duration
schedule | 60 min at 25 %, 60 min at 50 %, the rest at 100 %, 60 min at 50 %, 60 min at 25 % | \
    library: table of the tests, example
plateau rate | plateau rate = volume / all of percent * time: 950 mL / (25 % * 60 min + \
    50 % * 60 min + 100 % * 480 min + 50 % * 60 min + 25 % * 60 min) = 100 mL per hour
step 1 | 25 % * 100 mL per hour = 25 mL per hour; for 60 min: 25 mL
step 2 | 50 % * 100 mL per hour = 50 mL per hour; for 60 min: 50 mL
step 3 | 100 % * 100 mL per hour = 100 mL per hour; for 480 min: 800 mL
step 4 | 50 % * 100 mL per hour = 50 mL per hour; for 60 min: 50 mL
step 5 | 25 % * 100 mL per hour = 25 mL per hour; for 60 min: 25 mL
)"));
  EXPECT_NE(told("icu nutrition | 1000 mL, 12 h, ramp and taper")
                .find("= 500/19, about 26.32 mL per hour; for 60 min: 500/19, about 26.32 mL, cut "
                      "to 26.31 mL"),
            std::string::npos);
}

// Whatever else the order says of how it runs stands against the schedule.
TEST(TaperExpansion, TakesNothingBesideVolumeAndTime) {
  const auto place = [](const std::string& words) {
    const Faults findings =
        Case("icu nutrition | 950 mL, 12 h, ramp and taper, " + words).outcome().findings;
    for (const Fault& fault : findings) {
      if (fault.code == FaultCode::steps_malformed) return fault.place;
    }
    return std::string("none");
  };
  EXPECT_EQ(place("100 mL/h"), "rate");
  EXPECT_EQ(place("5 mg/h"), "dose_rate");
  EXPECT_EQ(place("5 mg"), "dose");
  EXPECT_EQ(place("loading 5 mg"), "loading");
  EXPECT_EQ(place("step 20 mL/h for 1 h"), "steps");
  EXPECT_EQ(place("demand 1 mg"), "pca");
  EXPECT_EQ(place("objective"), "titration");
  EXPECT_EQ(place("at ICU"), "none");
}

TEST(TaperExpansion, WithoutASetupThereIsNoSchedule) {
  EXPECT_EQ(rendered(Case("icu nutrition | 950 mL, 12 h, ramp and taper, at CAFETERIA").outcome()),
            "care_area_mismatch");
}

// 36001 s are 600.01666.. min: the rest of 360.01666.. min is set in seconds, 21,601 of them.
TEST(TaperExpansion, StatesATimeThatIsNoDecimalOfMinutesInSeconds) {
  const std::string steps =
      steps_of(Case("icu nutrition | 900 mL, 36001 s, ramp and taper, on pump"));
  EXPECT_NE(steps.find(", 21601 s, "), std::string::npos) << steps;
}

}  // namespace
}  // namespace bridge::decide
