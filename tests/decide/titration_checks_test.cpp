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

// A setup that the tests make: dopamine, titrated per kg or per volume, or fluid.
struct Titrated {
  library::DrugLibrary::Parts parts = test::example_parts();

  explicit Titrated(const library::TitrationRule& rule) {
    for (library::Setup& setup : parts.setups) setup.titration = rule;
  }
  std::string told(const std::string& text) const {
    const library::DrugLibrary library(parts);
    test::Case one(text);
    one.context.library = &library;
    return test::rendered(one.outcome());
  }
};

TEST(Titration, ARuleMayLeaveOutWhatItDoesNotBound) {
  library::TitrationRule rule;
  rule.order_must_state_bounds = false;
  const Titrated free(rule);
  const std::string order = "icu dopamine | 5 ug/kg/min, 80 kg, 400 mg / 250 mL, 250 mL, ";
  EXPECT_EQ(free.told(order + "objective"), "shows 15 mL/h");
  EXPECT_EQ(free.told(order + "increment 9 ug/kg/min, interval 1 min"), "shows 15 mL/h");
  EXPECT_EQ(free.told(order + "minimum 2 ug/kg/min"), "shows 15 mL/h");
  EXPECT_EQ(free.told(order + "minimum 6 ug/kg/min"), "quantities_disagree");
  EXPECT_EQ(free.told(order + "minimum 6 mg/h"), "unit_not_library");
  EXPECT_EQ(
      free.told("icu dopamine | 15 mL/h, 80 kg, 400 mg / 250 mL, 250 mL, minimum 6 ug/kg/min"),
      "shows 15 mL/h");
  // Bounds that fit, and a dose rate that does not: its unit is the one finding.
  EXPECT_EQ(free.told("icu dopamine | 24 mg/h, 80 kg, 400 mg / 250 mL, 250 mL, "
                      "minimum 2 ug/kg/min, maximum 9 ug/kg/min"),
            "unit_not_library");
  // A fluid has no dosing unit that a bound could miss.
  EXPECT_EQ(free.told("ward saline | 125 mL/h, 1000 mL, increment 1 mL/kg/h"), "shows 125 mL/h");
  EXPECT_EQ(free.told("ward saline | 125 mL/h, 1000 mL, objective, at CAFETERIA"),
            "care_area_mismatch");
}

// Dopamine of 1.6 mg/mL, 80 kg: 15 mL/h are 5 ug/kg/min.
struct DopamineTitrated : Scene {
  library::DrugLibrary library;

  static library::DrugLibrary with_rule() {
    library::TitrationRule rule;
    rule.order_must_state_bounds = false;
    return library::DrugLibrary(Titrated(rule).parts);
  }
  static std::string order_of(std::string_view rate, std::string_view words) {
    return "icu dopamine | " + std::string(rate) + ", 80 kg, 400 mg / 250 mL, 250 mL" +
           std::string(words);
  }
  explicit DopamineTitrated(std::string_view event)
      : Scene(order_of("5 ug/kg/min", "")), library(with_rule()) {
    context.library = &library;
    programmed();
    this->event(event);
    context.now = at_minute(10);
  }
  std::string change(std::string_view rate, std::string_view words) {
    return run(order(order_of(rate, words), OrderControl::change));
  }
};

// What the pump tells is a flow; the order counts per kg.
TEST(Titration, TheRunningFlowIsBroughtToTheOrdersUnit) {
  constexpr std::string_view at_24 = "0 start del rate 24";  // 24 mL/h are 8 ug/kg/min
  EXPECT_EQ(DopamineTitrated(at_24).change("9 ug/kg/min", ", increment 1 ug/kg/min"),
            "order_changed");
  EXPECT_EQ(DopamineTitrated(at_24).change("10 ug/kg/min", ", increment 1 ug/kg/min"),
            "order_changed W:titration_exceeded");
  EXPECT_EQ(DopamineTitrated(at_24).change("6 ug/kg/min", ", increment 1 ug/kg/min"),
            "order_changed W:titration_exceeded");
  // The interval alone, the increment alone, neither.
  EXPECT_EQ(DopamineTitrated(at_24).change("6 ug/kg/min", ", interval 10 min"), "order_changed");
  EXPECT_EQ(DopamineTitrated(at_24).change("6 ug/kg/min", ", interval 11 min"),
            "order_changed W:titration_exceeded");
  EXPECT_EQ(DopamineTitrated(at_24).change("6 ug/kg/min", ", objective"), "order_changed");
  // By rate there is no dose rate whose change could be held.
  EXPECT_EQ(DopamineTitrated(at_24).change("18 mL/h", ", increment 1 ug/kg/min"), "order_changed");
}

TEST(Titration, WhatDoesNotRunIsNotChanged) {
  // Paused at nothing: the pump says a rate of zero.
  EXPECT_EQ(
      DopamineTitrated("0 start del rate 0").change("10 ug/kg/min", ", increment 1 ug/kg/min"),
      "order_changed");
  // 14.97 mL/h would show 15, at which it runs: nothing changes.
  DopamineTitrated same("0 start del rate 15");
  EXPECT_EQ(same.change("4.99 ug/kg/min", ", interval 60 min"), "order_changed");
}

}  // namespace
}  // namespace bridge::decide
