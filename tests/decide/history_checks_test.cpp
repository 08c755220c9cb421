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

// Each pump would give all of the order.
TEST(WhatElseRuns, F2TheOrderItselfAtASecondPumpHolds) {
  DopamineRuns scene;
  EXPECT_EQ(scene.run(scene.request_for(test::dopamine, "PUMP2")),
            "program_refused W:duplicate_ingredient !order_held "
            ">no:duplicate_ingredient:order_held");
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

// Like with like: what cannot be compared is passed over, and the one before it may be.
TEST(MagnitudeGuard, ComparesLikeWithLikeOnly) {
  const auto after = [](std::initializer_list<const char*> before, const char* now) {
    test::Case one(std::string(now) + ", number NEW");
    PatientHistory history;
    for (const char* text : before) history.orders.push_back(test::Case(text).order);
    one.context.history = &history;
    return test::rendered(one.outcome());
  };
  constexpr const char* ten_mg = "ward morphine | 10 mg/h, 100 mg / 100 mL, 100 mL";
  constexpr const char* one_mg = "ward morphine | 1 mg/h, 100 mg / 100 mL, 100 mL";
  constexpr const char* held = "W:soft_limit_above W:dose_unlike_before held shows 10 mL/h";
  EXPECT_EQ(after({one_mg}, ten_mg), held);
  EXPECT_EQ(after({ten_mg}, one_mg), "W:dose_unlike_before held shows 1 mL/h");
  // By rate on one side only, a rate of zero, or in another kind of unit: the order before counts.
  EXPECT_EQ(after({one_mg, "ward morphine | 1 mL/h, 100 mL"}, ten_mg), held);
  EXPECT_EQ(after({one_mg, "ward morphine | 0 mg/h, 100 mL"}, ten_mg), held);
  EXPECT_EQ(after({one_mg, "ward morphine | 10 ug/kg/h, 100 mL"}, ten_mg), held);
  EXPECT_EQ(after({"ward morphine | 0.1 mL/h, 100 mL"},
                  "ward morphine | 1 mL/h, 100 mg / 100 mL, "
                  "100 mL"),
            "W:dose_unlike_before held shows 1 mL/h");
  // A bolus is no infusion, a demand dose no bag.
  EXPECT_EQ(after({"ward morphine | bolus of X, 1 mg, 100 mL"}, one_mg), "shows 1 mL/h");
  EXPECT_EQ(after({"ward morphine | demand 0.1 mg, 30 mg / 30 mL"}, one_mg), "shows 1 mL/h");
  const std::string pca =
      "ward morphine | demand 1 mg, lockout 20 min, dose limit 15 mg, window 4 h, 30 mg / 30 mL";
  EXPECT_EQ(after({"ward morphine | demand 0.1 mg, 30 mg / 30 mL"}, pca.c_str()),
            "W:dose_unlike_before held programs");
  EXPECT_EQ(after({"ward morphine | lockout 20 min, 30 mg / 30 mL"}, pca.c_str()), "programs");
  // Doses over a time, in whole and in grams.
  EXPECT_EQ(
      after({"ward vancomycin | 100 mg, 20 mL, 60 min"}, "ward vancomycin | 1 g, 200 mL, 120 min"),
      "W:dose_unlike_before held shows 100 mL/h");
}

TEST(MagnitudeGuard, StandsAtTheNumberThatItCompares) {
  const auto place = [](const std::string& before, const std::string& now) {
    test::Case one(now + ", number NEW");
    PatientHistory history;
    history.orders.push_back(test::Case(before).order);
    one.context.history = &history;
    for (const Fault& fault : one.outcome().findings) {
      if (fault.code == FaultCode::dose_unlike_before) return fault.place;
    }
    return std::string("none");
  };
  EXPECT_EQ(place("ward morphine | 0.1 mL/h, 100 mL", "ward morphine | 1 mL/h, 100 mL"), "rate");
  EXPECT_EQ(place("ward vancomycin | 100 mg, 60 min", "ward vancomycin | 1000 mg, 60 min"), "dose");
  EXPECT_EQ(place("ward morphine | 0.1 mg/h", "ward morphine | 1 mg/h"), "dose_rate");
  EXPECT_EQ(place("ward morphine | demand 0.1 mg", "ward morphine | demand 1 mg"), "demand");
}

// A drug on two pumps is told once; what the library does not know, and this order's own parent,
// not at all.
TEST(WhatElseRuns, EachDrugIsToldOnce) {
  test::Case one(test::dopamine);
  PatientHistory history;
  RunningInfusion insulin;
  insulin.order = "I1^EHR";
  insulin.drug = test::example_library().drug("insulin");
  RunningInfusion unknown;
  unknown.order = "U1^EHR";
  RunningInfusion same;
  same.order = "D9^EHR";
  same.drug = test::example_library().drug("dopamine");
  history.running = {insulin, insulin, unknown};
  one.context.history = &history;
  EXPECT_EQ(test::rendered(one.outcome()), "W:incompatible_drugs shows 15 mL/h");
  history.running = {unknown, same};
  EXPECT_EQ(test::rendered(one.outcome()), "W:duplicate_ingredient shows 15 mL/h");
  history.running = {same};
  history.running[0].order = one.order.placer_order_number.key();
  EXPECT_EQ(test::rendered(one.outcome()), "shows 15 mL/h");
  // No setup was found: that is told, and the duplicate too.
  history.running = {same};
  one.order.patient.location.point_of_care = "CAFETERIA";
  EXPECT_EQ(test::rendered(one.outcome()), "care_area_mismatch W:duplicate_ingredient");
}

TEST(History, ADrugMayBeTheAdditives) {
  const auto drug = [](const std::string& text) {
    const library::Drug* found =
        drug_of(test::Case("icu dopamine | " + text).order, test::example_library());
    return found == nullptr ? std::string("none") : found->id;
  };
  EXPECT_EQ(drug("base 250 mL, additive of heparin 5 [iU]"), "dopamine");
  EXPECT_EQ(drug("code mix-7, base 250 mL, additive of heparin 5 [iU]"), "heparin");
  EXPECT_EQ(drug("no code, base 250 mL, additive of heparin 5 [iU]"), "heparin");
  EXPECT_EQ(drug("no code, base 250 mL, additive 5 mg, additive of unheard 5 mg"), "none");
  EXPECT_EQ(drug("code mix-7, base 250 mL"), "none");
}

// Stopped for a moment, or at a volume that the pump counted itself.
TEST(History, WhatIsLeftFollowsThePumpsOwnWord) {
  const auto left = [](std::initializer_list<const char*> events, int minute) -> std::string {
    Scene scene;
    scene.programmed();
    scene.context.now = at_minute(minute);
    for (const char* event : events) scene.event(event);
    const PatientHistory history = history_of(scene.state, test::example_library(),
                                              {"P1", "HOSPITAL", "MR"}, at_minute(minute));
    if (history.running.empty()) return "nothing runs";
    const auto& remaining = history.running.front().remaining_ml;
    return remaining ? remaining->text() : "not known";
  };
  // 250 mL; 15 mL/h for 20 min are 5 mL.
  EXPECT_EQ(left({"0 start del rate 15"}, 20), "245");
  EXPECT_EQ(left({"0 start del rate 15 left 100"}, 20), "95");
  EXPECT_EQ(left({"0 start del rate 15 left 1"}, 20), "0");
  EXPECT_EQ(left({"0 start del rate 15", "20 stop not seg 5 left 100"}, 60), "100");
  EXPECT_EQ(left({"0 start del left 100"}, 20), "100");
  EXPECT_EQ(left({"0 start del rate 15", "20 stop not seg 5 total 7"}, 60), "243");
  EXPECT_EQ(left({"0 start del rate 15", "20 stop not seg 5 total 5"}, 60), "245");
  EXPECT_EQ(left({"0 start del rate 15", "20 stop not seg 300"}, 60), "0");
  EXPECT_EQ(left({"20 stop not"}, 60), "250");
  EXPECT_EQ(left({"0 start del rate 15", "20 complete not seg 5"}, 60), "nothing runs");
}

TEST(History, OfAPumpThatWasProgrammedByHandNothingIsLeftToCountFrom) {
  Scene scene;
  scene.accepted();
  scene.event("0 start del rate 15");
  const PatientHistory history =
      history_of(scene.state, test::example_library(), {"P1", "HOSPITAL", "MR"}, at_minute(20));
  ASSERT_EQ(history.running.size(), 1U);
  EXPECT_FALSE(history.running[0].remaining_ml || history.running[0].program);
  EXPECT_EQ(history.running[0].rate_ml_h, Rational(15));
  EXPECT_EQ(history.of_order("X"), nullptr);
  EXPECT_EQ(history.on_pump("X"), nullptr);
  EXPECT_EQ(history.order("X"), nullptr);
}

// Cancelled, and yet it was given: it counts, and is no order any more.
TEST(History, WhatWasGivenOfACancelledOrderStays) {
  Scene scene;
  scene.programmed();
  scene.context.now = at_minute(30);
  scene.event("0 start del rate 15");
  scene.event("20 complete not seg 5");
  scene.run(scene.order(OrderControl::cancel));
  scene.run(scene.order("icu dopamine | 5 ug/kg/min, 80 kg, 400 mg / 250 mL, 250 mL, number D9",
                        OrderControl::new_order));
  scene.run(scene.order("icu dopamine | 5 ug/kg/min, 80 kg, 400 mg / 250 mL, 250 mL, number D9",
                        OrderControl::cancel));
  const PatientHistory history =
      history_of(scene.state, test::example_library(), {"P1", "HOSPITAL", "MR"}, at_minute(60));
  EXPECT_TRUE(history.orders.empty());
  ASSERT_EQ(history.given.size(), 1U);
  EXPECT_EQ(history.given[0].volume->in_base_units, Rational(5));
}

}  // namespace
}  // namespace bridge::decide
