// SPDX-License-Identifier: Apache-2.0
// A bolus out of what runs. Ketamine of the tests: 2 mg/mL, a bolus up to 1 mg/kg (soft 0.5), at up
// to 500 mL/h.
#include "decide/history.h"
#include "decide/scene.h"

namespace bridge::decide {
namespace {

using test::Case;
using test::order_named;
using test::Scene;

// 0.2 mg/kg/h * 70 kg / 2 mg/mL = 7 mL/h.
constexpr std::string_view ketamine = "icu ketamine | 0.2 mg/kg/h, 70 kg, 200 mg / 100 mL, 100 mL";

std::string bolus(std::string_view words, std::string_view bag = "200 mg / 100 mL") {
  return std::string("icu ketamine | bolus of ORD1, number B1, 70 kg, ")
      .append(bag)
      .append(", ")
      .append(words);
}

// Ketamine runs on PUMP1 since minute 0; 20 mL of the bag are left at minute 0.
struct Running : Scene {
  Running() : Scene(ketamine) {
    programmed();
    event("0 start del rate 7 left 20");
  }
  // The order, then the request on that pump.
  std::string ask(const std::string& text, std::string_view pump = "PUMP1") {
    const std::string taken = run(order(text, OrderControl::child));
    if (!taken.starts_with("order_accepted")) return taken;
    return run(request_for(text, pump, ProgramKind::bolus));
  }
};

TEST(Bolus, IsProgrammedOutOfWhatRuns) {
  // 0.5 mg/kg are 35 mg, 17.5 mL of the 20 that are left.
  EXPECT_EQ(Running().ask(bolus("0.5 mg/kg, 100 mL/h")), "program_due(EPOC-P000002)");
  // 10 mL over 6 min: 100 mL/h.
  EXPECT_EQ(Running().ask(bolus("10 mL, 6 min")), "program_due(EPOC-P000002)");
  EXPECT_EQ(Running().ask(bolus("0.5 mg/kg, 6 min")), "program_due(EPOC-P000002)");
}

TEST(Bolus, IsCarriedAsOrdered) {
  Running scene;
  const std::string text = bolus("0.5 mg/kg, 100 mL/h");
  scene.run(scene.order(text, OrderControl::child));
  const Decision decision = scene.decide(scene.request_for(text, "PUMP1", ProgramKind::bolus));
  ASSERT_EQ(decision.facts.size(), 1U);
  const InfusionProgram& program = std::get<ProgramDue>(decision.facts[0]).program;
  EXPECT_EQ(program.kind, ProgramKind::bolus);
  EXPECT_EQ(program.placer_order_number, order_named("B1"));
  EXPECT_EQ(program.parent_order_number, order_named("ORD1"));
  EXPECT_EQ(program.dose->amount().ucum_text(), "0.5 mg/kg");
  EXPECT_EQ(program.rate->amount().ucum_text(), "100 mL/h");
  EXPECT_FALSE(program.dose_rate || program.vtbi || program.duration);
  EXPECT_EQ(program.weight->amount().ucum_text(), "70 kg");
}

TEST(Bolus, EachOfTheGatewaysReasonsIsFoundBefore) {
  const struct {
    const char* what;
    std::string text;
    const char* told;
  } rows[] = {
      {"9034: 1 mg/kg are 35 mL, 20 are left", bolus("1 mg/kg, 100 mL/h"),
       "program_refused !order_held W:soft_limit_above !bolus_beyond_bag "
       ">no:order_held:soft_limit_above:bolus_beyond_bag"},
      {"9037: 1 mg/mL", bolus("0.5 mg/kg, 100 mL/h", "100 mg / 100 mL"),
       "order_refused !concentration_not_library !bolus_concentration_differs"},
      {"9040: dosed by weight, ordered whole", bolus("35 mg, 100 mL/h"),
       "order_refused !bolus_unit_differs"},
      {"above the hard limit", bolus("1.5 mg/kg, 100 mL/h"), "order_refused !hard_limit_above"},
      {"faster than a bolus may be", bolus("0.5 mg/kg, 501 mL/h"),
       "order_refused !hard_limit_above"},
      {"no rate where the library limits one", bolus("0.5 mg/kg"), "order_refused !rate_missing"},
      {"no dose and no volume", bolus("100 mL/h, 6 min"), "order_refused !volume_missing"},
      {"a dose of zero", bolus("0 mg/kg, 100 mL/h"), "order_refused !quantity_zero"},
      {"9035: another parent",
       "icu ketamine | bolus of ORD9, number B1, 70 kg, 200 mg / 100 mL, 0.5 mg/kg, 100 mL/h",
       "order_refused !parent_not_running"},
      {"9036: another drug by an alternate alone",
       "icu ours | bolus of ORD1, number B1, 400 mg / 250 mL, 5 mL, 70 kg, also dopamine-n",
       "order_refused !bolus_not_permitted !bolus_drug_differs"},
      {"9018: an alternate of another drug", bolus("0.5 mg/kg, 100 mL/h, also dopamine-n"),
       "order_refused !drug_name_disagrees"},
      {"9036: another drug",
       "icu dopamine | bolus of ORD1, number B1, 400 mg / 250 mL, 5 mL, 70 kg",
       "order_refused !bolus_not_permitted !bolus_drug_differs"},
  };
  for (const auto& row : rows) {
    Running scene;
    const std::string told = scene.ask(row.text);
    EXPECT_EQ(told.substr(0, std::string(row.told).size()), row.told) << row.what;
  }
}

// 40 mL of its own, and 50 that the fluid's count rose by in between: 10 of the 100 are left.
TEST(Bolus, FindsWhatOthersTookFromTheBag) {
  Scene scene(ketamine);
  scene.programmed();
  scene.event("0 start del rate 7 total 0 id begin");
  scene.event("0 stop trans rate 7 total 40 id over");
  scene.event("0 start del rate 7 total 90 id again");
  const std::string text = bolus("0.5 mg/kg, 100 mL/h");
  EXPECT_TRUE(scene.run(scene.order(text, OrderControl::child)).starts_with("order_accepted"));
  EXPECT_EQ(scene.run(scene.request_for(text, "PUMP1", ProgramKind::bolus)),
            "program_refused !bolus_beyond_bag >no:bolus_beyond_bag");
}

TEST(Bolus, NeedsItsParentOnThatPump) {
  Running elsewhere;
  EXPECT_EQ(elsewhere.ask(bolus("0.5 mg/kg, 100 mL/h"), "PUMP2"),
            "program_refused !parent_not_running >no:parent_not_running");
  Running over;
  over.event("5 complete not");
  EXPECT_EQ(over.ask(bolus("0.5 mg/kg, 100 mL/h")),
            "program_refused !parent_not_running >no:parent_not_running");
}

TEST(Bolus, NeedsALibraryAndAPumpThatPermitIt) {
  Case one("icu dopamine | bolus of ORD1, number B1, 400 mg / 250 mL, 5 mL, 80 kg, on pump");
  PatientHistory history;
  history.orders.push_back(Case(test::dopamine).order);
  RunningInfusion running;
  running.order = "ORD1^EHR";
  running.pump = "PUMP1";
  running.drug = test::example_library().drug("dopamine");
  running.ordered = history.orders.front();
  history.running.push_back(running);
  one.context.history = &history;
  EXPECT_EQ(test::rendered(one.outcome()), "bolus_not_permitted");
  PumpModel model = test::bedside_model();
  model.abilities.clear();
  one.context.model = &model;
  EXPECT_EQ(test::rendered(one.outcome()), "bolus_unsupported bolus_not_permitted");
}

// The parent stays loaded and running; the bolus has a command and an administration of its own.
TEST(Bolus, LeavesTheRunningInfusionWhatItIs) {
  Running scene;
  ASSERT_EQ(scene.ask(bolus("0.5 mg/kg, 100 mL/h")), "program_due(EPOC-P000002)");
  EXPECT_EQ(scene.dispatch(false, Scene::second), "dispatch_started#1(EPOC-P000002)");
  scene.outcome(DispatchFate::taken, Scene::second);
  PumpAnswerInput yes = scene.answer(Scene::second, true);
  yes.answer.placer_order_number = order_named("B1");
  EXPECT_EQ(scene.run(yes), "pump_programmed(EPOC-P000002) >yes");
  EXPECT_EQ(scene.status(Scene::first), "running");
  EXPECT_EQ(scene.status(Scene::second), "programmed");
  EXPECT_EQ(scene.event("1 start del order B1 rate 100 id b1"),
            "event_recorded administration_changed report_due(bolus_start#1)");
  EXPECT_EQ(scene.status(Scene::second), "running");
  scene.context.now = test::at_minute(12);
  EXPECT_NE(scene.state.administration("AEPOC-P000002"), nullptr);
  scene.event("12 complete not order B1 parent ORD1 seg 17.5 id b2");
  EXPECT_EQ(scene.status(Scene::second), "ended");
  EXPECT_EQ(scene.status(Scene::first), "running");
  const PumpState& pump = *scene.state.pump(test::pump_named("PUMP1").key());
  EXPECT_TRUE(pump.running);
  EXPECT_EQ(pump.loaded, Scene::first);
  EXPECT_EQ(pump.association->placer_order_number, order_named("ORD1"));
}

TEST(Bolus, IsWithdrawnWhenItsParentEndsBeforeItIsSent) {
  Running scene;
  scene.ask(bolus("0.5 mg/kg, 100 mL/h"));
  scene.event("5 complete not");
  EXPECT_EQ(scene.dispatch(false, Scene::second),
            "gateway_refused(EPOC-P000002) !parent_not_running >no:parent_not_running");
}

// The parent as ordered; it was programmed by hand, so that no command says what it is.
struct ByHand {
  Case parent;
  Case one;
  PatientHistory history;

  ByHand(std::string_view parent_text, const std::string& text) : parent(parent_text), one(text) {
    history.orders.push_back(parent.order);
    RunningInfusion running;
    running.order = "ORD1^EHR";
    running.pump = "PUMP1";
    running.drug = test::example_library().drug("ketamine");
    running.ordered = parent.order;
    history.running.push_back(running);
    one.context.history = &history;
  }
  std::string told() const { return test::rendered(one.outcome()); }
};

TEST(Bolus, ComesOutOfTheParentsBagHoweverThatWasTold) {
  const auto out_of = [](std::string_view parent, const std::string& text) {
    return ByHand(parent, text + ", on pump").told();
  };
  const std::string good = bolus("0.5 mg/kg, 100 mL/h");
  EXPECT_EQ(out_of(ketamine, good), "shows 100 mL/h");
  EXPECT_EQ(out_of("icu ketamine | 0.2 mg/kg/h, 70 kg, base 100 mL, additive 200 mg", good),
            "shows 100 mL/h");
  EXPECT_EQ(out_of("icu ketamine | 0.2 mg/kg/h, 70 kg, base 100 mL, additive 100 mg", good),
            "bolus_concentration_differs");
  // 200 mg in 100 mL, and 100 mg; without a dose rate the library's unit, mg per kg, is the form.
  EXPECT_EQ(out_of("icu ketamine | 7 mL/h, 70 kg, 200 mg, 100 mL", good), "shows 100 mL/h");
  EXPECT_EQ(out_of("icu ketamine | 7 mL/h, 70 kg, 100 mg, 100 mL", good),
            "bolus_concentration_differs");
  EXPECT_EQ(out_of("icu ketamine | 7 mL/h, 70 kg, 200 mg, 100 mL", bolus("35 mg, 100 mL/h")),
            "bolus_unit_differs");
  // Without any concentration of the parent the bag is held against the library alone.
  EXPECT_EQ(out_of("icu ketamine | 7 mL/h, 70 kg, 100 mL", good), "shows 100 mL/h");
  const ByHand units(ketamine, bolus("0.5 mg/kg, 100 mL/h", "200 [iU] / 100 mL"));
  for (const Fault& fault : units.one.outcome().findings) {
    if (fault.code != FaultCode::bolus_concentration_differs) continue;
    EXPECT_EQ(fault.detail, "the concentrations are of different kinds");
  }
  EXPECT_EQ(units.told(), "concentration_not_library bolus_concentration_differs volume_missing");
}

// A command that says the rate alone: the order's dose rate is the form, and its bag the bag.
TEST(Bolus, OutOfACommandByRateIsHeldAgainstTheOrder) {
  ByHand scene(ketamine, bolus("0.5 mg/kg, 100 mL/h") + ", on pump");
  InfusionProgram& program = scene.history.running.front().program.emplace();
  EXPECT_EQ(scene.told(), "shows 100 mL/h");
  // The command's own bag counts before the order's: 1 mg/mL.
  const Case thin("icu ketamine | 7 mL/h, 70 kg, 100 mg / 100 mL");
  program.strength = thin.order.strength;
  EXPECT_EQ(scene.told(), "shows 100 mL/h");  // half of a bag is none
  program.strength_volume = thin.order.strength_volume;
  EXPECT_EQ(scene.told(), "bolus_concentration_differs");
}

TEST(Bolus, IsOneDoseAndNothingElse) {
  const auto with_more = [](const std::string& words) {
    return ByHand(ketamine, bolus("0.5 mg/kg, 100 mL/h") + ", " + words).told();
  };
  EXPECT_EQ(with_more("at ICU"), "shows 100 mL/h");  // at order time: as it was ordered
  EXPECT_EQ(with_more("on pump, step 10 mL/h for 1 h"),
            "steps_not_permitted mode_not_supported "
            "steps_malformed");
  EXPECT_EQ(with_more("on pump, loading 0.5 mg/kg"),
            "W:loading_rate_missing mode_not_supported held");
  EXPECT_EQ(with_more("on pump, objective"), "mode_not_supported titration_above_rule");
  EXPECT_EQ(with_more("on pump, demand 1 mg"),
            "mode_not_supported lockout_missing dose_limit_missing mode_not_supported");
  EXPECT_EQ(with_more("rate change"), "mode_not_supported");
}

TEST(Bolus, OfWhatIsUnknownIsHeldAgainstNothing) {
  const auto told = [](const std::string& text) { return ByHand(ketamine, text).told(); };
  EXPECT_EQ(told(bolus("0.5 mg/kg, 100 mL/h") + ", code unheard, on pump"), "drug_unknown");
  EXPECT_EQ(told(bolus("0.5 mg/kg, 100 mL/h") + ", at CAFETERIA, on pump"), "care_area_mismatch");
  // The volume alone: what it holds needs the bag.
  EXPECT_EQ(told("icu ketamine | bolus of ORD1, number B1, 70 kg, 10 mL, 100 mL/h, on pump"),
            "concentration_missing");
  // 9 mL * 2 mg/mL / 70 kg = 0.257 mg/kg
  EXPECT_EQ(told(bolus("9 mL, 100 mL/h") + ", on pump"), "shows 100 mL/h");
  // A rate that is missing is told after everything else is right.
  EXPECT_EQ(told(bolus("1.5 mg/kg") + ", on pump"), "hard_limit_above");
}

// The library's 500 mL/h: 500.4 is beyond it as ordered, 499.6 becomes 500 on the pump.
TEST(Bolus, ItsRateIsLimitedAsOrderedAndAsThePumpRunsIt) {
  const auto at = [](const std::string& rate) {
    return ByHand(ketamine, bolus("0.5 mg/kg, " + rate + " mL/h") + ", on pump").told();
  };
  EXPECT_EQ(at("499.6"), "shows 500 mL/h");
  EXPECT_EQ(at("500.4"), "hard_limit_above");
  EXPECT_EQ(at("500.6"), "hard_limit_above hard_limit_above");
}

TEST(Bolus, WithoutBodyOrBagItsVolumeIsNotKnown) {
  const auto told = [](const std::string& text) {
    return ByHand(ketamine, "icu ketamine | bolus of ORD1, number B1, on pump, " + text).told();
  };
  EXPECT_EQ(told("0.5 mg/kg, 100 mL/h, 200 mg / 100 mL"), "weight_missing volume_missing");
  EXPECT_EQ(told("0.5 mg/kg, 100 mL/h, 70 kg"), "concentration_missing volume_missing");
  EXPECT_EQ(told("0.5 mg/kg, 100 mL/h, 70 kg, 200 [iU] / 100 mL"),
            "concentration_not_library bolus_concentration_differs volume_missing");
}

// Where the library limits no rate of a bolus, the pump gives it at its own.
TEST(Bolus, MayLeaveItsRateToThePump) {
  auto parts = test::example_parts();
  for (library::Setup& setup : parts.setups) {
    std::erase_if(setup.limits, [](const library::Limit& limit) {
      return limit.quantity == library::LimitedQuantity::bolus_rate;
    });
  }
  const library::DrugLibrary library(std::move(parts));
  const auto told = [&library](const std::string& text) {
    ByHand scene(ketamine, bolus(text) + ", on pump");
    scene.one.context.library = &library;
    scene.history.running.front().drug = library.drug("ketamine");
    return scene.told();
  };
  EXPECT_EQ(told("0.5 mg/kg"), "programs");
  EXPECT_EQ(told("10 mL"), "programs");
  EXPECT_EQ(told("0.5 mg/kg, 100 mL/h"), "shows 100 mL/h");
  // 2 mg/kg/h * 70 kg / 2 mg/mL
  EXPECT_EQ(told("0.5 mg/kg, 2 mg/kg/h"), "shows 70 mL/h");
}

}  // namespace
}  // namespace bridge::decide
