// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "decide/scene.h"

namespace bridge::decide {
namespace {

using test::dopamine;
using test::dopamine_above_soft;
using test::Scene;

constexpr std::string_view faster = "icu dopamine | 6 ug/kg/min, 80 kg, 400 mg / 250 mL, 250 mL";

// The order as it stands before the message: unknown, active, held, soft-held, closed, or a
// tombstone.
Scene order_that_is(std::string_view how) {
  Scene scene(how == "soft" ? dopamine_above_soft : dopamine);
  if (how == "unknown") return scene;
  if (how == "tombstone") {
    EXPECT_EQ(scene.run(scene.order(OrderControl::cancel)), "order_closed !order_unknown");
    return scene;
  }
  EXPECT_TRUE(scene.run(scene.order()).starts_with("order_accepted"));
  if (how == "held") {
    EXPECT_EQ(scene.run(scene.order(OrderControl::hold)), "order_held");
  }
  if (how == "closed") {
    EXPECT_EQ(scene.run(scene.order(OrderControl::discontinue)), "order_closed");
  }
  return scene;
}

std::string after_message(const Scene& scene) {
  const OrderState* order = scene.state.order(scene.one.order.placer_order_number.key());
  if (order == nullptr) return "none";
  return std::string(bridge::name_of(order->status)) + (order->held_by_soft_limit ? "+soft" : "") +
         " v" + std::to_string(order->version);
}

struct Row {
  const char* before;
  OrderControl control;
  const char* told;
  const char* after;
};

// B79-B89: each control on each standing. Content of NW is the same as before, so it is a repeat.
const Row rows[] = {
    {"unknown", OrderControl::new_order, "order_accepted", "active v1"},
    {"unknown", OrderControl::change, "order_refused !order_unknown", "none"},
    {"unknown", OrderControl::cancel, "order_closed !order_unknown", "closed v0"},
    {"unknown", OrderControl::discontinue, "order_closed !order_unknown", "closed v0"},
    {"unknown", OrderControl::hold, "order_refused !order_unknown", "none"},
    {"unknown", OrderControl::release, "order_refused !order_unknown", "none"},
    {"active", OrderControl::new_order, "I:order_already_taken", "active v1"},
    {"active", OrderControl::change, "order_changed", "active v2"},
    {"active", OrderControl::cancel, "order_closed", "closed v1"},
    {"active", OrderControl::discontinue, "order_closed", "closed v1"},
    {"active", OrderControl::hold, "order_held", "held v1"},
    {"active", OrderControl::release, "order_released", "active v1"},
    {"held", OrderControl::new_order, "I:order_already_taken", "held v1"},
    {"held", OrderControl::change, "order_changed", "held v2"},
    {"held", OrderControl::cancel, "order_closed", "closed v1"},
    {"held", OrderControl::discontinue, "order_closed", "closed v1"},
    {"held", OrderControl::hold, "order_held", "held v1"},
    {"held", OrderControl::release, "order_released", "active v1"},
    {"soft", OrderControl::new_order, "I:order_already_taken", "active+soft v1"},
    {"soft", OrderControl::change, "order_changed W:soft_limit_above", "active+soft v2"},
    {"soft", OrderControl::release, "order_released W:order_held", "active+soft v1"},
    {"closed", OrderControl::new_order, "order_refused !order_cancelled", "closed v1"},
    {"closed", OrderControl::change, "order_refused !order_cancelled", "closed v1"},
    {"closed", OrderControl::cancel, "nothing", "closed v1"},
    {"closed", OrderControl::discontinue, "nothing", "closed v1"},
    {"closed", OrderControl::hold, "order_refused !order_cancelled", "closed v1"},
    {"closed", OrderControl::release, "order_refused !order_cancelled", "closed v1"},
    {"tombstone", OrderControl::new_order, "order_refused !order_cancelled", "closed v0"},
    {"tombstone", OrderControl::change, "order_refused !order_cancelled", "closed v0"},
    {"tombstone", OrderControl::cancel, "nothing", "closed v0"},
    {"tombstone", OrderControl::hold, "order_refused !order_cancelled", "closed v0"},
    {"tombstone", OrderControl::release, "order_refused !order_cancelled", "closed v0"},
};

TEST(OnOrder, answers_each_control_by_how_the_order_stands) {
  for (const Row& row : rows) {
    Scene scene = order_that_is(row.before);
    const std::string label =
        std::string(row.before) + ' ' + std::string(bridge::name_of(row.control));
    EXPECT_EQ(scene.run(scene.order(row.control)), row.told) << label;
    EXPECT_EQ(after_message(scene), row.after) << label;
  }
}

TEST(OnOrder, same_content_again_is_a_repeat_whatever_the_transport_stamps) {
  Scene scene = order_that_is("active");
  OrderInput again = scene.order();
  again.order.written_at = test::at_minute(5);
  again.order.dose_rate =
      DoseRate::make({test::number("5.00"), test::unit("ug/kg/min"), "5.00", {"RXE-23", "row"}})
          .value();
  EXPECT_EQ(scene.run(again), "I:order_already_taken");
}

TEST(OnOrder, same_number_with_other_content_is_a_conflict_that_names_the_field) {
  struct Change {
    const char* field;
    void (*make)(InfusionOrder&);
  };
  const Change changes[] = {
      {"dose_rate",
       [](InfusionOrder& order) { order.dose_rate = test::Case(faster).order.dose_rate; }},
      {"patient", [](InfusionOrder& order) { order.patient.patient_id.id = "P2"; }},
      {"drug", [](InfusionOrder& order) { order.drug.code = "heparin-1"; }},
      {"weight", [](InfusionOrder& order) { order.weight.reset(); }},
      {"route", [](InfusionOrder& order) { order.route = Route::epidural; }},
      {"stop", [](InfusionOrder& order) { order.stop = test::at_minute(600); }},
      {"needs_review", [](InfusionOrder& order) { order.needs_review = true; }},
  };
  for (const Change& change : changes) {
    Scene scene = order_that_is("active");
    OrderInput other = scene.order();
    change.make(other.order);
    const Decision decision = scene.decide(other);
    EXPECT_EQ(test::told(decision), "order_refused !order_exists") << change.field;
    EXPECT_EQ(test::details(decision), "!order_exists(" + std::string(change.field) + ")");
  }
}

TEST(OnOrder, new_after_its_own_cancel_is_refused) {
  Scene scene;
  EXPECT_EQ(scene.run(scene.order(OrderControl::cancel)), "order_closed !order_unknown");
  EXPECT_EQ(scene.run(scene.order()), "order_refused !order_cancelled");
  EXPECT_EQ(scene.run(scene.request()),
            "program_refused !scanned_order_over >no:scanned_order_over");
}

// What the reader refused by name is not refused twice; what it warned of is refused all the same.
TEST(OnOrder, a_warning_of_the_reader_never_takes_a_refusal_away) {
  struct Warned {
    FaultCode read;
    const char* refused;
    void (*make)(InfusionOrder&);
  };
  const Warned rows_read[] = {
      {FaultCode::route_unknown, "route_missing",
       [](InfusionOrder& order) { order.route.reset(); }},
      {FaultCode::quantity_zero, "volume_missing",
       [](InfusionOrder& order) { order.volume.reset(); }},
      {FaultCode::do_not_perform, "do_not_perform",
       [](InfusionOrder& order) { order.do_not_perform = true; }},
      {FaultCode::stop_before_start, "stop_before_start",
       [](InfusionOrder& order) {
         order.start = test::at_minute(60);
         order.stop = test::at_minute(30);
       }},
  };
  for (const Warned& row : rows_read) {
    Scene scene;
    OrderInput input = scene.order();
    row.make(input.order);
    input.faults.push_back(Fault{row.read, "a place", "", Severity::warning});
    const std::string warned = scene.run(input);
    EXPECT_TRUE(warned.starts_with("order_refused")) << warned;
    EXPECT_NE(warned.find("!" + std::string(row.refused)), std::string::npos) << warned;
    input.faults.back().severity = Severity::error;
    EXPECT_EQ(Scene().run(input), "order_refused !" + std::string(kind_of(row.read).name));
  }
}

// B87: no message stops a pump; a person must. Before a byte left there is nothing to stop.
TEST(OnOrder, closing_or_holding_warns_when_a_pump_may_have_the_program) {
  for (const OrderControl control :
       {OrderControl::cancel, OrderControl::discontinue, OrderControl::hold}) {
    const std::string fact = control == OrderControl::hold ? "order_held" : "order_closed";
    Scene due;
    EXPECT_EQ(due.due().run(due.order(control)), fact);
    Scene sent;
    EXPECT_EQ(sent.sent().run(sent.order(control)), fact + " W:order_at_pump");
    Scene taken;
    EXPECT_EQ(taken.taken().run(taken.order(control)), fact + " W:order_at_pump");
    Scene programmed;
    EXPECT_EQ(programmed.programmed().run(programmed.order(control)), fact + " W:order_at_pump");
    Scene over;
    over.programmed().event("0 start del");
    over.event("5 complete not");
    EXPECT_EQ(over.run(over.order(control)), fact);
  }
}

TEST(OnOrder, another_patient_changes_nothing_of_an_order) {
  for (const OrderControl control :
       {OrderControl::change, OrderControl::cancel, OrderControl::discontinue, OrderControl::hold,
        OrderControl::release}) {
    for (const bool other_number : {true, false}) {
      Scene scene = order_that_is("active");
      OrderInput input = scene.order(control);
      // The same number of another authority is another patient.
      (other_number ? input.order.patient.patient_id.id
                    : input.order.patient.patient_id.authority) = "OTHER";
      EXPECT_EQ(scene.run(input), "order_refused !patient_not_the_orders")
          << bridge::name_of(control);
      EXPECT_EQ(after_message(scene), "active v1");
    }
  }
}

TEST(OnOrder, what_could_not_be_read_or_checked_is_refused_with_every_finding) {
  Scene scene;
  OrderInput unread = scene.order("icu dopamine | 60 ug/kg/min, 80 kg, 400 mg / 250 mL, 250 mL",
                                  OrderControl::new_order);
  unread.faults.push_back({FaultCode::unit_unknown, "RXE-24", {}});
  EXPECT_EQ(scene.run(unread), "order_refused !unit_unknown !hard_limit_above");
  EXPECT_EQ(after_message(scene), "none");
  OrderInput nameless = scene.order();
  nameless.order.placer_order_number = {};
  EXPECT_EQ(scene.run(nameless), "order_refused !order_missing");
  scene.accepted();
  for (const OrderControl control :
       {OrderControl::cancel, OrderControl::hold, OrderControl::release, OrderControl::change}) {
    OrderInput broken = scene.order(control);
    broken.faults.push_back({FaultCode::patient_id_missing, "PID-3", {}});
    EXPECT_EQ(scene.run(broken), "order_refused !patient_id_missing");
  }
  EXPECT_EQ(after_message(scene), "active v1");
}

TEST(OnOrder, a_rate_that_could_not_be_read_is_not_missing) {
  const auto told_of = [](std::string_view place, Severity severity) {
    Scene scene;
    OrderInput unread =
        scene.order("icu dopamine | 80 kg, 400 mg / 250 mL, 250 mL", OrderControl::new_order);
    unread.faults.push_back({FaultCode::unit_unknown, std::string(place), {}, severity});
    return scene.run(unread);
  };
  const std::string fhir = "MedicationRequest.dosageInstruction[0].doseAndRate[0].";
  for (const std::string& place :
       {std::string("RXE-23"), std::string("RXE-24"), std::string("RXE[1]-23"),
        std::string("RXE[1]-24.1"), fhir + "rateQuantity.value", fhir + "rateRatio"}) {
    EXPECT_EQ(told_of(place, Severity::error), "order_refused !unit_unknown") << place;
  }
  // What was not understood is another field, or was only remarked.
  for (const std::string& place : {std::string("RXE-26"), std::string("RXE-2"),
                                   std::string("OBX[23]-5"), fhir + "doseQuantity"}) {
    EXPECT_EQ(told_of(place, Severity::error), "order_refused !unit_unknown !rate_missing")
        << place;
  }
  EXPECT_EQ(told_of("RXE-23", Severity::warning), "order_refused W:unit_unknown !rate_missing");
}

TEST(OnOrder, a_refused_order_may_come_corrected_under_its_number) {
  Scene scene;
  EXPECT_EQ(scene.run(scene.order("icu dopamine | 60 ug/kg/min, 80 kg, 400 mg / 250 mL, 250 mL",
                                  OrderControl::new_order)),
            "order_refused !hard_limit_above");
  EXPECT_EQ(scene.run(scene.order()), "order_accepted");
}

TEST(OnOrder, a_change_that_fails_a_check_leaves_the_order_as_it_was) {
  Scene scene = order_that_is("active");
  EXPECT_EQ(scene.run(scene.order("icu dopamine | 60 ug/kg/min, 80 kg, 400 mg / 250 mL, 250 mL",
                                  OrderControl::change)),
            "order_refused !hard_limit_above");
  EXPECT_EQ(after_message(scene), "active v1");
  EXPECT_EQ(scene.run(scene.request()), "pump_associated program_due(EPOC-P000001)");
}

TEST(OnOrder, without_a_usable_library_nothing_is_accepted) {
  Scene scene;
  scene.context.library = nullptr;
  EXPECT_TRUE(scene.run(scene.order()).starts_with("order_refused !library_unusable"));
}

ReleaseInput release(std::string_view person, std::string_view reason) {
  return {test::order_named("ORD1"), Person{std::string(person), {}}, std::string(reason)};
}

// B54: the order is accepted and waits; a named person with a reason lets it go.
TEST(OnRelease, a_soft_limit_is_released_by_a_named_person_with_a_reason_only) {
  Scene scene = order_that_is("soft");
  const std::string held =
      "program_refused !order_held W:soft_limit_above >no:order_held:soft_limit_above";
  EXPECT_EQ(scene.run(scene.request()), held);
  EXPECT_EQ(scene.run(release("", "titrated")), "!field_missing");
  EXPECT_EQ(scene.run(release("N1", "")), "!field_missing");
  EXPECT_EQ(scene.run(scene.order(OrderControl::release)), "order_released W:order_held");
  EXPECT_EQ(scene.run(scene.request()), held);
  EXPECT_EQ(scene.run(release("N1", "titrated")), "order_released");
  EXPECT_EQ(scene.run(scene.request()),
            "pump_associated program_due(EPOC-P000001) W:soft_limit_above");
}

// Who let a rate of 200 mL/h go on the ward (soft 150) said nothing about intensive care.
TEST(OnRelease, goes_for_what_the_person_was_told_and_for_nothing_else) {
  Scene scene("ward nutrition | 200 mL/h, 1500 mL");
  EXPECT_EQ(scene.run(scene.order()), "order_accepted W:soft_limit_above");
  EXPECT_EQ(scene.run(release("N1", "tolerated at home")), "order_released");
  RequestInput moved = scene.request();
  moved.request.as_scanned.patient.location.point_of_care = "ICU";
  const std::string held = scene.run(moved);
  EXPECT_TRUE(held.starts_with("program_refused")) << held;
  EXPECT_NE(held.find("W:order_of_another_area"), std::string::npos) << held;
  EXPECT_NE(held.find("!order_held"), std::string::npos) << held;
  // On the ward it is as it was released; in intensive care somebody has to know of it.
  EXPECT_TRUE(scene.decide(scene.request()).done());
  EXPECT_EQ(scene.run(release("N2", "seen by the intensivist")), "order_released");
  EXPECT_TRUE(scene.decide(moved).done());
}

TEST(OnRelease, a_change_needs_its_own_release) {
  Scene scene = order_that_is("soft");
  scene.run(release("N1", "titrated"));
  scene.run(scene.order("icu dopamine | 30 ug/kg/min, 80 kg, 400 mg / 250 mL, 250 mL",
                        OrderControl::change));
  EXPECT_EQ(after_message(scene), "active+soft v2");
}

TEST(OnRelease, a_person_does_not_end_the_prescribers_hold) {
  Scene scene = order_that_is("soft");
  scene.run(scene.order(OrderControl::hold));
  EXPECT_EQ(scene.run(release("N1", "titrated")), "order_released");
  EXPECT_EQ(after_message(scene), "held v1");
  EXPECT_EQ(scene.run(scene.order(OrderControl::release)), "order_released");
  EXPECT_EQ(after_message(scene), "active v1");
}

TEST(OnRelease, nobody_but_the_prescriber_ends_the_prescribers_hold_and_who_tries_is_told) {
  Scene scene = order_that_is("held");
  EXPECT_EQ(scene.run(release("N1", "titrated")), "!order_held");
  EXPECT_EQ(after_message(scene), "held v1");
  EXPECT_EQ(scene.run(scene.order(OrderControl::release)), "order_released");
}

TEST(OnRelease, what_is_unknown_or_closed_cannot_be_released) {
  Scene unknown;
  EXPECT_EQ(unknown.run(release("N1", "titrated")), "!order_unknown");
  Scene closed = order_that_is("closed");
  EXPECT_EQ(closed.run(release("N1", "titrated")), "!order_cancelled");
}

// B86. What runs is not replaced by a message; a pair of DC and NW says the same as RP.
TEST(OnOrder, nothing_is_replaced) {
  Scene scene;
  EXPECT_EQ(scene.run(scene.order(OrderControl::replace)), "order_refused !order_unknown");
  scene.accepted();
  EXPECT_EQ(scene.run(scene.order(OrderControl::replace)),
            "order_refused !order_control_unsupported");
  Scene running;
  running.programmed();
  EXPECT_EQ(running.run(running.order(OrderControl::replace)), "order_refused !order_at_pump");
}

TEST(OnOrder, an_order_without_its_number_is_told_what_could_not_be_read) {
  Scene scene;
  OrderInput input = scene.order();
  input.order.placer_order_number = {};
  EXPECT_EQ(scene.run(input), "order_refused !order_missing");
  input.faults = {Fault{FaultCode::number_malformed, "ORC-2", {}}};
  EXPECT_EQ(scene.run(input), "order_refused !number_malformed");
}

// B84, B95: of what was not read, nothing is called missing.
TEST(OnOrder, an_order_whose_drug_was_not_read_has_its_reading_faults_alone) {
  Scene scene;
  OrderInput input = scene.order();
  input.order.drug = {};
  EXPECT_EQ(scene.run(input), "order_refused !drug_missing");
  input.faults = {Fault{FaultCode::number_malformed, "RXE-2", {}}};
  EXPECT_EQ(scene.run(input), "order_refused !number_malformed");
  input.faults = {Fault{FaultCode::order_status_unfit, "status", {}}};
  EXPECT_EQ(scene.run(input), "order_refused !order_status_unfit");
}

TEST(OnOrder, a_zero_or_a_route_that_was_refused_is_not_missing_too) {
  const auto told = [](std::string_view text, FaultCode code) {
    Scene scene(text);
    OrderInput input = scene.order();
    input.faults = {Fault{code, "RXE-10", {}}};
    return scene.run(input);
  };
  EXPECT_EQ(told("ward saline | 125 mL/h", FaultCode::quantity_zero),
            "order_refused !quantity_zero");
  EXPECT_EQ(told("ward saline | 1000 mL", FaultCode::quantity_zero),
            "order_refused !quantity_zero");
  EXPECT_EQ(told("ward saline | 125 mL/h, 1000 mL, no route", FaultCode::quantity_zero),
            "order_refused !quantity_zero !route_missing");
  EXPECT_EQ(told("ward saline | 125 mL/h, 1000 mL, no route", FaultCode::route_unknown),
            "order_refused !route_unknown");
  EXPECT_EQ(told("ward saline | 125 mL/h, 1000 mL", FaultCode::route_unknown),
            "order_refused !route_unknown");
}

TEST(OnOrder, a_known_order_that_could_not_be_read_again_is_not_compared) {
  Scene scene;
  scene.accepted();
  OrderInput again = scene.order();
  again.order.rate.reset();
  again.faults = {Fault{FaultCode::number_malformed, "RXE-23", {}}};
  EXPECT_EQ(scene.run(again), "order_refused !number_malformed");
}

}  // namespace
}  // namespace bridge::decide
