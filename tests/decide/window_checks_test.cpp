// SPDX-License-Identifier: Apache-2.0
// Moving windows and lifetime, counted from the bridge's own record. Acetaminophen of the tests: 10
// mg/mL, within 24 h up to 4000 mg (soft 3000); doxorubicin: 2 mg/mL, 550 mg/m2 (soft 450) ever.
#include "decide/history.h"
#include "decide/scene.h"

namespace bridge::decide {
namespace {

using test::at_minute;
using test::Scene;

std::string acetaminophen(int number, std::string_view dose = "1000 mg, 100 mL") {
  return "ward acetaminophen | " + std::string(dose) + ", 15 min, 1000 mg / 100 mL, number A" +
         std::to_string(number);
}

// Accepted, given in full from `minute` on, and the time moved to its end.
std::string give(Scene& scene, int number, int minute, const std::string& text,
                 const std::string& ml = "100") {
  const std::string order = " order A" + std::to_string(number) + " id ";
  scene.context.now = at_minute(minute);
  const std::string taken = scene.run(scene.order(text, OrderControl::new_order));
  const std::string id = std::to_string(number);
  scene.context.now = at_minute(minute + 15);
  scene.event(std::to_string(minute) + " start del rate 400" + order + "s" + id);
  scene.event(std::to_string(minute + 15) + " complete not seg " + ml + " total " + ml + order +
              "c" + id);
  return taken;
}

TEST(Windows, D4CountWhatWasGivenInTheLastDay) {
  Scene scene;
  EXPECT_EQ(give(scene, 1, 0, acetaminophen(1)), "order_accepted");
  EXPECT_EQ(give(scene, 2, 240, acetaminophen(2)), "order_accepted");
  EXPECT_EQ(give(scene, 3, 480, acetaminophen(3)), "order_accepted");  // 3000: the soft bound
  EXPECT_EQ(give(scene, 4, 720, acetaminophen(4)), "order_accepted W:soft_limit_above");  // 4000
  EXPECT_EQ(give(scene, 5, 960, acetaminophen(5)),
            "order_refused !total_above_hard_limit");  // 5000
  // 24 h and 15 min after the first one ended, and so with the fifth: 4000.
  scene.context.now = at_minute(1440 + 15);
  EXPECT_EQ(scene.run(scene.order(acetaminophen(5), OrderControl::new_order)),
            "order_accepted W:soft_limit_above");
}

// A window that begins within the first dose counts the rest of it alone: 2/3 of 1000 mg.
TEST(Windows, CountThePartOfADoseThatLiesInside) {
  Scene scene;
  for (int number = 1; number <= 4; ++number) {
    give(scene, number, (number - 1) * 60, acetaminophen(number));
  }
  // From minute 1445 on, 500 mg flow until 1460: at minute 1445 the window holds 667 + 3000 mg, and
  // as the first dose leaves it at 66.7 mg a minute the new one comes at 33.3.
  scene.context.now = at_minute(1445);
  const Decision decision =
      scene.decide(scene.order(acetaminophen(5, "500 mg, 50 mL"), OrderControl::new_order));
  EXPECT_EQ(test::told(decision), "order_accepted W:soft_limit_above");
  EXPECT_NE(decision.findings[0].detail.find("accumulated 3,667 mg"), std::string::npos)
      << decision.findings[0].detail;
}

TEST(Windows, CountWhatStillRunsBesideIt) {
  Scene scene;
  for (int number = 1; number <= 3; ++number) {
    give(scene, number, (number - 1) * 60, acetaminophen(number));
  }
  scene.run(scene.order(acetaminophen(4), OrderControl::new_order));
  scene.context.now = at_minute(180);
  scene.event("180 start del rate 400 left 100 order A4 id s4");
  // 3000 given, 1000 on its way, 1000 asked.
  EXPECT_EQ(scene.run(scene.order(acetaminophen(5), OrderControl::new_order)),
            "order_refused !total_above_hard_limit W:duplicate_ingredient");
}

TEST(Windows, SayWhatCouldNotBeCounted) {
  Scene scene;
  scene.run(scene.order(acetaminophen(1), OrderControl::new_order));
  scene.context.now = at_minute(15);
  scene.event("0 start del order A1 id s1");  // neither rate nor volume
  scene.event("15 complete not order A1 id c1");
  scene.context.now = at_minute(60);
  EXPECT_EQ(scene.run(scene.order(acetaminophen(2), OrderControl::new_order)),
            "order_accepted W:history_incomplete");
}

// 75 mg/m2 * 1.8 m2 = 135 mg = 67.5 mL a course.
TEST(Windows, D5CountALifetime) {
  Scene scene;
  const auto course = [](int number) {
    return "ward doxorubicin | 75 mg/m2, 1.8 m2, 180 cm, 67.5 mL, 100 mg / 50 mL, 5 min, "
           "ordered by D1, verified by R1, number A" +
           std::to_string(number);
  };
  constexpr int week = 7 * 24 * 60;
  for (int number = 1; number <= 6; ++number) {  // 450 in all: the soft bound
    EXPECT_EQ(give(scene, number, number * 3 * week, course(number), "67.5"),
              "order_accepted W:line_needed");
  }
  EXPECT_EQ(give(scene, 7, 21 * week, course(7), "67.5"),  // 525
            "order_accepted W:soft_limit_above W:line_needed");
  EXPECT_EQ(give(scene, 8, 24 * week, course(8), "67.5"),  // 600
            "order_refused !total_above_hard_limit W:line_needed");
}

// D5. A limit that counts in another kind of unit than the order binds nothing unseen: it is
// refused.
TEST(Windows, ALifetimeThatCountsSomethingElseIsNoSilentPass) {
  constexpr std::string_view course =
      "ward doxorubicin | 75 mg/m2, 1.8 m2, 180 cm, 67.5 mL, 100 mg / 50 mL, 5 min, "
      "ordered by D1, verified by R1";
  const auto counting = [&](std::string_view ucum, std::string_view words) {
    auto parts = test::example_parts();
    for (library::Drug& drug : parts.drugs) {
      if (drug.lifetime) drug.lifetime->unit = test::unit(ucum);
    }
    const library::DrugLibrary library(std::move(parts));
    test::Case one(std::string(course) + std::string(words));
    one.context.library = &library;
    return test::rendered(one.outcome());
  };
  // 75 mg/m2 of 450 (soft); 135 mg of 450 as a whole dose
  EXPECT_EQ(counting("mg/m2", ""), "W:line_needed shows 810 mL/h");
  EXPECT_EQ(counting("mg", ""), "W:line_needed shows 810 mL/h");
  EXPECT_EQ(counting("[iU]", ""), "unit_not_library W:line_needed");
  EXPECT_EQ(counting("[iU]/m2", ""), "unit_not_library W:line_needed");
  // 144 mg of 135
  EXPECT_EQ(counting("[iU]", ", 80 mg/m2"),
            "quantities_disagree W:soft_limit_above W:line_needed held");
  // Where something else is wrong already, that is what is told.
  EXPECT_EQ(counting("[iU]", ", no route"), "route_missing W:line_needed");
}

// What came before in other units is left out of the sum, and told.
TEST(Windows, WhatWasGivenInAnotherKindOfUnitIsToldAsMissing) {
  test::Case one("ward acetaminophen | 1000 mg, 100 mL, 15 min, 1000 mg / 100 mL");
  PatientHistory history;
  GivenPart part;
  part.drug = test::example_library().drug("acetaminophen");
  part.start = at_minute(-60);
  part.end = at_minute(-45);
  part.volume = measure(Rational(100), test::unit("mL"));
  part.concentration = measure(Rational(10), test::unit("mg/mL"));
  history.given = {part, part, part};
  one.context.history = &history;
  EXPECT_EQ(test::rendered(one.outcome()), "W:soft_limit_above held shows 400 mL/h");  // 4000
  history.given[0].concentration = measure(Rational(10), test::unit("[iU]/mL"));
  EXPECT_EQ(test::rendered(one.outcome()), "W:history_incomplete shows 400 mL/h");  // 3000
  history.given[0].concentration.reset();
  EXPECT_EQ(test::rendered(one.outcome()), "W:history_incomplete shows 400 mL/h");
  // Another drug, and one that the library does not know, are none of it.
  history.given[0].drug = nullptr;
  history.given[1].drug = test::example_library().drug("dopamine");
  EXPECT_EQ(test::rendered(one.outcome()), "shows 400 mL/h");  // 2000
}

// 100 mL of 10 mg/mL are left of another order and flow on; of what is left of this one nothing
// is counted twice.
TEST(Windows, WhatRunsCountsWithWhatIsLeftOfIt) {
  test::Case one("ward acetaminophen | 1000 mg, 100 mL, 15 min, 1000 mg / 100 mL");
  PatientHistory history;
  RunningInfusion running;
  running.order = "OTHER^EHR";
  running.drug = test::example_library().drug("acetaminophen");
  running.rate_ml_h = Rational(400);
  running.remaining_ml = Rational(300);
  running.concentration = measure(Rational(10), test::unit("mg/mL"));
  history.running = {running};
  one.context.history = &history;
  const std::string beside = "W:soft_limit_above W:duplicate_ingredient held shows 400 mL/h";
  const std::string alone = "W:duplicate_ingredient shows 400 mL/h";
  EXPECT_EQ(test::rendered(one.outcome()), beside);  // 3000 + 1000
  history.running[0].rate_ml_h = Rational(0);        // it stands still
  EXPECT_EQ(test::rendered(one.outcome()), alone);
  history.running[0].rate_ml_h.reset();
  EXPECT_EQ(test::rendered(one.outcome()), alone);
  history.running[0].rate_ml_h = Rational(400);
  history.running[0].remaining_ml.reset();
  EXPECT_EQ(test::rendered(one.outcome()), alone);
  history.running[0].remaining_ml = Rational(300);
  history.running[0].concentration.reset();
  EXPECT_EQ(test::rendered(one.outcome()),
            "W:history_incomplete W:duplicate_ingredient shows 400 mL/h");
  history.running[0].order = one.order.placer_order_number.key();
  EXPECT_EQ(test::rendered(one.outcome()), "shows 400 mL/h");
  history.running[0].drug = nullptr;
  EXPECT_EQ(test::rendered(one.outcome()), "shows 400 mL/h");
}

// A library with a limit of 24 h on a drug that is run, stepped, begun with a loading dose or given
// as a bolus: ketamine, 2 mg/mL.
std::string ketamine_up_to(const char* most_mg, const std::string& words,
                           const PatientHistory* history = nullptr) {
  auto parts = test::example_parts();
  for (library::Setup& setup : parts.setups) {
    if (setup.drug != "ketamine") continue;
    setup.steps = library::StepPlan{};
    setup.steps->max_steps = 4;
    setup.steps->gated = false;
    setup.limits.push_back({library::LimitedQuantity::accumulated,
                            test::unit("mg"),
                            library::Window{Rational(24), false},
                            {},
                            {},
                            {},
                            test::number(most_mg),
                            "test",
                            ""});
  }
  const library::DrugLibrary library(std::move(parts));
  test::Case one("icu ketamine | 70 kg, 200 mg / 100 mL, " + words);
  one.context.library = &library;
  one.context.history = history;
  return test::rendered(one.outcome());
}

TEST(Windows, CountLoadingDoseStepsAndBolus) {
  // 50 mL are 100 mg; a loading dose of 0.5 mg/kg is 35 mg more.
  EXPECT_EQ(ketamine_up_to("100", "7 mL/h, 50 mL"), "shows 7 mL/h");
  EXPECT_EQ(ketamine_up_to("135", "7 mL/h, 50 mL, loading 0.5 mg/kg"),
            "W:loading_rate_missing held shows 7 mL/h");
  EXPECT_EQ(ketamine_up_to("134", "7 mL/h, 50 mL, loading 0.5 mg/kg"),
            "W:loading_rate_missing total_above_hard_limit held");
  // 10 mL, an hour of nothing, 20 mL: 60 mg.
  const std::string steps = "step 10 mL/h for 1 h, pause 1 h, step 10 mL/h for 2 h";
  EXPECT_EQ(ketamine_up_to("60", steps), "shows 10 mL/h");
  EXPECT_EQ(ketamine_up_to("59", steps), "total_above_hard_limit");
  // A bolus of 10 mL is 20 mg, at once.
  PatientHistory history;
  history.orders.push_back(
      test::Case("icu ketamine | 70 kg, 200 mg / 100 mL, 0.2 mg/kg/h, 100 mL").order);
  const std::string bolus = "bolus of ORD1, number B1, 10 mL, 6 min";
  EXPECT_EQ(ketamine_up_to("20", bolus, &history), "shows 100 mL/h");
  EXPECT_EQ(ketamine_up_to("19", bolus, &history), "total_above_hard_limit");
}

// The bag of 50 mL of which 10 are left: a change of rate lets those flow, not the whole bag.
TEST(Windows, AChangeOfRateCountsWhatIsLeft) {
  const std::string change = "7 mL/h, 50 mL, rate change";
  EXPECT_EQ(ketamine_up_to("100", change), "shows 7 mL/h");
  EXPECT_EQ(ketamine_up_to("99", change), "total_above_hard_limit");
  PatientHistory history;
  EXPECT_EQ(ketamine_up_to("99", change, &history), "total_above_hard_limit");
  RunningInfusion running;
  running.order = "ORD1^EHR";
  running.pump = "PUMP1";
  running.drug = nullptr;
  history.running = {running};
  EXPECT_EQ(ketamine_up_to("99", change, &history), "total_above_hard_limit");
  history.running[0].remaining_ml = Rational(10);
  EXPECT_EQ(ketamine_up_to("20", change, &history), "shows 7 mL/h");
  EXPECT_EQ(ketamine_up_to("19", change, &history), "total_above_hard_limit");
}

}  // namespace
}  // namespace bridge::decide
