// SPDX-License-Identifier: Apache-2.0
// Titration bounds and single steps. Vasopressin of the tests: 0.2 [iU]/mL, increments up to 0.01
// [iU]/min, not sooner than 10 min, one step up to twice; 0.1 [iU]/min at most (soft 0.04).
#include "decide/scene.h"

namespace bridge::decide {
namespace {

using test::at_minute;
using test::expect_table;
using test::Scene;

TEST(Titration, D8BoundsAreCompleteAndInsideOfTheRule) {
  expect_table(R"(
# 0.02 * 60 / 0.2 = 6 mL/h
order: icu vasopressin | 0.02 [iU]/min, 20 [iU] / 100 mL, 100 mL
+ increment 0.01 [iU]/min, interval 10 min, maximum 0.04 [iU]/min, objective -> shows 6 mL/h
+ increment 0.005 [iU]/min, interval 15 min, minimum 0.01 [iU]/min, maximum 0.03 [iU]/min, \
    objective -> shows 6 mL/h
+ increment 0.6 [iU]/h, interval 10 min, maximum 2.4 [iU]/h, objective -> shows 6 mL/h
# an order that is not titrated says nothing of it
+ at ICU -> shows 6 mL/h
+ increment 0.01 [iU]/min, interval 10 min, maximum 0.04 [iU]/min -> titration_incomplete
+ interval 10 min, maximum 0.04 [iU]/min, objective -> titration_incomplete
+ objective -> titration_incomplete
# more, or sooner, than the library lets
+ increment 0.02 [iU]/min, interval 10 min, maximum 0.04 [iU]/min, objective \
    -> titration_above_rule
+ increment 0.01 [iU]/min, interval 5 min, maximum 0.04 [iU]/min, objective \
    -> titration_above_rule
# the maximum is held against the limits: soft 0.04, hard 0.1
+ increment 0.01 [iU]/min, interval 10 min, maximum 0.05 [iU]/min, objective \
    -> W:soft_limit_above held shows 6 mL/h
+ increment 0.01 [iU]/min, interval 10 min, maximum 0.2 [iU]/min, objective -> hard_limit_above
# the start outside of the bounds, and bounds the wrong way round
+ increment 0.01 [iU]/min, interval 10 min, maximum 0.01 [iU]/min, objective \
    -> quantities_disagree
+ increment 0.01 [iU]/min, interval 10 min, minimum 0.03 [iU]/min, maximum 0.04 [iU]/min, \
    objective -> quantities_disagree
+ increment 0.01 [iU]/min, interval 10 min, minimum 0.04 [iU]/min, maximum 0.03 [iU]/min, \
    objective -> quantities_disagree
+ increment 1 ug/kg/min, interval 10 min, maximum 0.04 [iU]/min, objective -> unit_not_library
# a drug that the library lets nobody titrate
icu dopamine | 5 ug/kg/min, 80 kg, 400 mg / 250 mL, 250 mL, objective -> titration_above_rule
)");
}

std::string vasopressin(std::string_view rate) {
  return std::string("icu vasopressin | ")
      .append(rate)
      .append(
          " [iU]/min, 20 [iU] / 100 mL, 100 mL, increment 0.01 [iU]/min, interval 10 min, "
          "maximum 0.04 [iU]/min, objective");
}

// Running at 0.02 [iU]/min, 6 mL/h, since minute 0.
struct Running : Scene {
  Running() : Scene(vasopressin("0.02")) {
    programmed();
    event("0 start del rate 6");
    context.now = at_minute(10);
  }
  std::string change(std::string_view rate) {
    return run(order(vasopressin(rate), OrderControl::change));
  }
};

TEST(Titration, D8AChangeIsHeldAgainstTheOrdersBounds) {
  EXPECT_EQ(Running().change("0.03"), "order_changed");
  EXPECT_EQ(Running().change("0.01"), "order_changed");
  EXPECT_EQ(Running().change("0.04"), "order_changed W:titration_exceeded");  // by 0.02
  EXPECT_EQ(Running().change("0.05"),                                         // by 0.03, above 0.04
            "order_refused !quantities_disagree W:soft_limit_above W:rate_jump "
            "W:titration_exceeded");
  Running early;
  early.context.now = at_minute(9);
  EXPECT_EQ(early.change("0.03"), "order_changed W:titration_exceeded");
  Running strict;
  strict.context.policy.refuse_beyond_titration = true;
  EXPECT_EQ(strict.change("0.04"), "order_refused !titration_exceeded");
}

TEST(Titration, ANamedPersonMayReleaseWhatIsBeyondIt) {
  Running scene;
  scene.change("0.04");
  RequestInput asked = scene.request(ProgramKind::rate_change);
  asked.request.association.at = scene.context.now;
  EXPECT_EQ(scene.run(asked),
            "program_refused !order_held W:titration_exceeded >no:order_held:titration_exceeded");
  scene.run(ReleaseInput{test::order_named("ORD1"), Person{"D1", {}}, "seen at the bedside"});
  EXPECT_EQ(scene.run(asked), "pump_associated program_due(EPOC-P000002) W:titration_exceeded");
}

// The pump was turned to 12 mL/h, 0.04 [iU]/min, by hand at minute 4.
TEST(Titration, TheRunningRateIsThePumpsOwnWord) {
  Running scene;
  scene.event("4 stop trans rate 6 seg 0.4");
  scene.event("4 start del rate 12 id again");
  scene.context.now = at_minute(14);
  EXPECT_EQ(scene.change("0.03"), "order_changed");  // from 0.04
  scene.context.now = at_minute(13);
  EXPECT_EQ(scene.change("0.02"), "order_changed W:titration_exceeded W:titration_exceeded");
}

// Ten times, inside of all limits (D7): the single step is up to twice.
TEST(RateChange, D7IsOneStep) {
  const auto from_to = [](std::string_view from, std::string_view to) {
    const auto text = [](std::string_view rate) {
      return std::string("icu vasopressin | ")
          .append(rate)
          .append(" [iU]/min, 20 [iU] / 100 mL, 100 mL");
    };
    Scene scene(text(from));
    scene.programmed().event("0 start del");
    return scene.run(scene.order(text(to), OrderControl::change));
  };
  EXPECT_EQ(from_to("0.01", "0.02"), "order_changed");
  EXPECT_EQ(from_to("0.01", "0.021"), "order_changed W:rate_jump");
  EXPECT_EQ(from_to("0.04", "0.02"), "order_changed");
  EXPECT_EQ(from_to("0.04", "0.01"), "order_changed W:rate_jump");
  EXPECT_EQ(from_to("0.02", "0.02"), "order_changed");
}

}  // namespace
}  // namespace bridge::decide
