// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "decide/scene.h"

namespace bridge::decide {
namespace {

using test::at_minute;
using test::Scene;

TEST(OnRequest, joins_and_makes_a_program_under_an_id_of_epoch_and_number) {
  Scene scene;
  scene.accepted();
  const Decision decision = scene.decide(scene.request());
  ASSERT_EQ(test::told(decision), "pump_associated program_due(EPOC-P000001)");
  const auto& joined = std::get<PumpAssociated>(decision.facts[0]).association;
  EXPECT_EQ(joined.pump, test::pump_named("PUMP1"));
  EXPECT_EQ(joined.by.id, "N1");
  const auto& due = std::get<ProgramDue>(decision.facts[1]);
  EXPECT_EQ(due.program->pump, test::pump_named("PUMP1"));
  EXPECT_EQ(due.program->patient.patient_id.key(), "P1^HOSPITAL");
  // 5 ug/kg/min * 80 kg * 60 / 1600 ug/mL
  EXPECT_EQ(due.program->expected_rate->amount().ucum_text(), "15 mL/h");
  EXPECT_EQ(due.program->dose_rate->amount().ucum_text(), "5 ug/kg/min");
  EXPECT_FALSE(due.certificate->steps.empty());
  EXPECT_EQ(due.reply_to.control_id, "Q1");
  EXPECT_EQ(due.at, scene.context.now);
  for (const Fact& fact : decision.facts) scene.state.apply(fact);
  scene.outcome(DispatchFate::refused);
  scene.dispatch();
  scene.outcome(DispatchFate::refused);
  EXPECT_EQ(scene.run(scene.request()), "pump_associated program_due(EPOC-P000002)");
  EXPECT_EQ(scene.state.programs_made(), 2U);
}

// Each scene is ready to program, then one thing is made wrong.
struct Wrong {
  const char* what;
  void (*make)(Scene&, RequestInput&);
  const char* told;
};

void run_on(Scene& scene, std::string_view line) { scene.event(line); }

const Wrong wrongs[] = {
    {"unknown order",
     [](Scene&, RequestInput& asked) { asked.request.association.placer_order_number.id = "ORD2"; },
     "program_refused !order_unknown >no:order_unknown"},
    {"no order",
     [](Scene&, RequestInput& asked) { asked.request.association.placer_order_number = {}; },
     "program_refused !order_missing >no:order_missing"},
    {"unread request",
     [](Scene&, RequestInput& asked) {
       asked.request.association.placer_order_number = {};
       asked.faults.push_back({FaultCode::field_not_understood, "ORC-2", {}});
     },
     "program_refused !field_not_understood >no:field_not_understood"},
    {"closed order",
     [](Scene& scene, RequestInput&) { scene.run(scene.order(OrderControl::cancel)); },
     "program_refused !scanned_order_over >no:scanned_order_over"},
    {"held order", [](Scene& scene, RequestInput&) { scene.run(scene.order(OrderControl::hold)); },
     "program_refused !order_held >no:order_held"},
    {"no pump", [](Scene&, RequestInput& asked) { asked.request.association.pump = {}; },
     "program_refused !pump_missing >no:pump_missing"},
    {"unknown pump",
     [](Scene&, RequestInput& asked) { asked.request.association.pump = test::pump_named("X"); },
     "program_refused !pump_unknown >no:pump_unknown"},
    {"number of another maker",
     [](Scene&, RequestInput& asked) { asked.request.association.pump.namespace_id = "OTHER"; },
     "program_refused !pump_unknown >no:pump_unknown"},
    {"other patient scanned",
     [](Scene&, RequestInput& asked) { asked.request.association.patient_id.id = "P2"; },
     "program_refused !patient_not_the_orders >no:patient_not_the_orders"},
    {"stale request",  // B88: 15 minutes are still good, see below
     [](Scene& scene, RequestInput&) {
       scene.context.now = at_minute(14).plus_ms(1);  // asked at minute -1
     },
     "program_refused !order_stale >no:order_stale"},
    {"pump offline", [](Scene& scene, RequestInput&) { run_on(scene, "0 comm offline"); },
     "program_refused !pump_offline >no:pump_offline"},
    {"rate change of nothing",
     [](Scene&, RequestInput& asked) { asked.request.kind = ProgramKind::rate_change; },
     "program_refused !association_unknown >no:association_unknown"},
    {"lane busy", [](Scene& scene, RequestInput&) { scene.run(scene.request()); },
     "program_refused !pump_busy >no:pump_busy"},
    {"lane unknown",
     [](Scene& scene, RequestInput&) {
       scene.run(scene.request());
       scene.dispatch();
       scene.outcome(DispatchFate::unknown);
     },
     "program_refused !pump_lane_unknown >no:pump_lane_unknown"},
    {"no library", [](Scene& scene, RequestInput&) { scene.context.library = nullptr; },
     "program_refused !library_unusable >no:library_unusable"},
};

TEST(OnRequest, is_refused_with_its_reason) {
  for (const Wrong& wrong : wrongs) {
    Scene scene;
    RequestInput asked = scene.accepted().request();
    wrong.make(scene, asked);
    EXPECT_EQ(test::told(scene.decide(asked)), wrong.told) << wrong.what;
  }
}

TEST(OnRequest, is_fresh_for_exactly_the_time_of_the_policy) {
  Scene scene;
  scene.accepted();
  scene.context.now = at_minute(14);  // asked at minute -1
  EXPECT_EQ(scene.run(scene.request()), "pump_associated program_due(EPOC-P000001)");
}

TEST(OnRequest, a_pump_joined_to_another_patient_is_refused) {
  Scene scene;
  scene.accepted();
  scene.state.apply(PumpAssociated{
      {test::pump_named("PUMP1"), {"P2", "HOSPITAL", "MR"}, test::order_named("ORD9"), {}, {}}});
  EXPECT_EQ(scene.run(scene.request()),
            "program_refused !patient_not_the_pumps >no:patient_not_the_pumps");
  EXPECT_EQ(scene.run(DisassociateInput{test::pump_named("PUMP1"), Person{"N1", {}}}),
            "pump_disassociated");
  EXPECT_EQ(scene.run(scene.request()), "pump_associated program_due(EPOC-P000001)");
}

TEST(OnRequest, a_pump_that_infuses_another_order_is_not_waited_for) {
  Scene scene;
  scene.programmed().event("0 start del");
  OrderInput other = scene.order();
  other.order.placer_order_number = test::order_named("ORD2");
  ASSERT_EQ(scene.run(other), "order_accepted W:duplicate_ingredient");
  RequestInput asked = scene.request();
  asked.request.association.placer_order_number = test::order_named("ORD2");
  EXPECT_EQ(scene.run(asked), "program_refused !pump_infusing >no:pump_infusing");
  scene.event("5 complete not");
  EXPECT_EQ(scene.run(asked), "pump_associated program_due(EPOC-P000002)");
}

TEST(OnRequest, a_running_infusion_takes_a_change_of_rate_without_volume) {
  Scene scene;
  scene.programmed().event("0 start del");
  scene.run(scene.order("icu dopamine | 6 ug/kg/min, 80 kg, 400 mg / 250 mL, 250 mL",
                        OrderControl::change));
  const Decision decision = scene.decide(scene.request(ProgramKind::rate_change));
  ASSERT_EQ(test::told(decision), "pump_associated program_due(EPOC-P000002)");
  const InfusionProgram& program = std::get<ProgramDue>(decision.facts[1]).program;
  EXPECT_EQ(program.kind, ProgramKind::rate_change);
  EXPECT_EQ(program.expected_rate->amount().ucum_text(), "18 mL/h");  // 6 * 80 * 60 / 1600
  EXPECT_FALSE(program.vtbi.has_value());
}

TEST(OnRequest, only_joining_programs_nothing_and_still_wants_the_right_patient) {
  Scene scene;
  RequestInput asked = scene.accepted().request();
  asked.program = false;
  EXPECT_EQ(scene.run(asked), "pump_associated");
  EXPECT_EQ(scene.state.programs_made(), 0U);
  asked.request.association.patient_id.id = "P2";
  EXPECT_EQ(scene.run(asked),
            "program_refused !patient_not_the_pumps !patient_not_the_orders "
            ">no:patient_not_the_pumps:patient_not_the_orders");
}

TEST(OnRequest, a_soft_limit_that_only_the_bedside_brings_holds_too) {
  Scene scene;
  scene.accepted();
  auto parts = test::example_parts();
  for (library::Setup& setup : parts.setups) {
    if (setup.drug != "dopamine") continue;
    for (library::Limit& limit : setup.limits) limit.soft_max = test::number("4");
  }
  const library::DrugLibrary stricter(std::move(parts));
  scene.context.library = &stricter;
  EXPECT_EQ(scene.run(scene.request()),
            "program_refused W:soft_limit_above !order_held >no:soft_limit_above:order_held");
  scene.run(ReleaseInput{test::order_named("ORD1"), Person{"N1", {}}, "as ordered"});
  EXPECT_EQ(scene.run(scene.request()),
            "pump_associated program_due(EPOC-P000001) W:soft_limit_above");
}

TEST(OnDisassociate, waits_until_the_pump_neither_holds_a_command_nor_infuses) {
  const DisassociateInput leave{test::pump_named("PUMP1"), Person{"N1", {}}};
  Scene none;
  EXPECT_EQ(none.run(leave), "!association_unknown");
  Scene due;
  EXPECT_EQ(due.due().run(leave), "!pump_busy");
  Scene running;
  running.programmed().event("0 start del");
  EXPECT_EQ(running.run(leave), "!pump_infusing");
  running.event("3 stop not");
  EXPECT_EQ(running.run(leave), "!pump_infusing");
  running.event("5 cleared");
  EXPECT_EQ(running.run(leave), "pump_disassociated");
  EXPECT_EQ(running.run(leave), "!association_unknown");
}

TEST(OnRequest, what_is_missing_and_could_not_be_read_is_told_once) {
  Scene scene;
  scene.accepted();
  RequestInput input = scene.request();
  input.request.association.pump = {};
  EXPECT_EQ(scene.run(input).substr(0, 29), "program_refused !pump_missing");
  input.faults = {Fault{FaultCode::number_malformed, "OBX-18", {}}};
  EXPECT_EQ(scene.run(input).substr(0, 33), "program_refused !number_malformed");
  EXPECT_EQ(scene.run(input).find("pump_missing"), std::string::npos);
}

TEST(OnRequest, of_an_order_known_by_its_cancel_alone_is_refused) {
  Scene scene;
  scene.run(scene.order(OrderControl::cancel));
  EXPECT_EQ(scene.run(scene.request()),
            "program_refused !scanned_order_over >no:scanned_order_over");
  // A hold of an order that nobody has is no order either.
  Scene other;
  EXPECT_EQ(other.run(other.request()), "program_refused !order_unknown >no:order_unknown");
}

TEST(OnRequest, a_change_of_rate_needs_this_order_on_this_pump) {
  Scene idle;
  idle.accepted();
  EXPECT_EQ(idle.run(idle.request(ProgramKind::rate_change)),
            "program_refused !association_unknown >no:association_unknown");
  Scene other;
  other.programmed().event("0 start del rate 15");
  const std::string second = "icu dopamine | 5 ug/kg/min, 80 kg, 400 mg / 250 mL, 250 mL, number B";
  other.run(other.order(second, OrderControl::new_order));
  EXPECT_NE(other.run(other.request_for(second, "PUMP1", ProgramKind::rate_change))
                .find("association_unknown"),
            std::string::npos);
}

// What the bridge knows of the pump's patient and what the pump said of it are one thing to mend.
TEST(OnRequest, another_patient_on_the_pump_is_told_once) {
  Scene scene;
  scene.programmed().event("0 start del rate 15");
  scene.event("1 patient patient P2");
  RequestInput input = scene.request();
  input.request.association.patient_id.id = "P2";
  const std::string told = scene.run(input);
  EXPECT_EQ(told.find("!patient_not_the_pumps"), told.rfind("!patient_not_the_pumps")) << told;
  EXPECT_NE(told.find("!patient_not_the_orders"), std::string::npos) << told;
}

TEST(OnDisassociate, a_pump_that_the_registry_does_not_have_is_named_as_it_was_sent) {
  Scene scene;
  EXPECT_EQ(scene.run(DisassociateInput{test::pump_named("PUMP9"), Person{"N1", {}}}),
            "!association_unknown");
}

}  // namespace
}  // namespace bridge::decide
