// SPDX-License-Identifier: Apache-2.0
// Every field of an order is decided on: it makes another order of it, or it does not. Proves: B81,
// B82.
#include "decide/same_order.h"

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <set>

#include "decide/scene.h"

namespace bridge::decide {
namespace {

template <class Q>
Q quantity(const char* digits, const char* unit) {
  return Q::make(Amount{Decimal::parse(digits).value(), Unit::from_ucum(unit).value(), digits, {}})
      .value();
}

using Edit = std::function<void(InfusionOrder&)>;

// What each does to the order of the scene, which has a rate, a drug and a route.
const std::multimap<std::string, Edit>& other_orders() {
  static const std::multimap<std::string, Edit> edits = {
      {"placer_order_number", [](auto& order) { order.placer_order_number.id = "OTHER"; }},
      {"patient", [](auto& order) { order.patient.patient_id.id = "OTHER"; }},
      {"patient", [](auto& order) { order.patient.patient_id.authority = "OTHER"; }},
      {"patient", [](auto& order) { order.patient.location.point_of_care = "OTHER"; }},
      {"drug", [](auto& order) { order.drug.code = "OTHER"; }},
      {"components",
       [](auto& order) {
         order.components.push_back({ComponentRole::additive, {"K", "", ""}, {}, {}});
       }},
      {"strength", [](auto& order) { order.strength = quantity<Dose>("1", "mg"); }},
      {"strength_volume", [](auto& order) { order.strength_volume = quantity<Volume>("1", "mL"); }},
      {"rate", [](auto& order) { order.rate = quantity<FlowRate>("1", "mL/h"); }},
      {"dose_rate", [](auto& order) { order.dose_rate = quantity<DoseRate>("1", "mg/h"); }},
      {"volume", [](auto& order) { order.volume = quantity<Volume>("1", "mL"); }},
      {"parent_order_number", [](auto& order) { order.parent_order_number.id = "OTHER"; }},
      {"loading_dose", [](auto& order) { order.loading_dose = quantity<Dose>("1", "mg"); }},
      {"pca", [](auto& order) { order.pca.emplace().demand_dose = quantity<Dose>("1", "mg"); }},
      {"steps", [](auto& order) { order.steps.emplace_back(); }},
      {"titration", [](auto& order) { order.titration.emplace().has_objective = true; }},
      {"delivery_mode", [](auto& order) { order.delivery_mode = DeliveryMode::ramp_taper; }},
      {"dose", [](auto& order) { order.dose = quantity<Dose>("1", "mg"); }},
      {"duration", [](auto& order) { order.duration = quantity<Duration>("1", "h"); }},
      {"weight", [](auto& order) { order.weight = quantity<BodyWeight>("1", "kg"); }},
      {"height", [](auto& order) { order.height = quantity<BodyHeight>("1", "cm"); }},
      {"surface", [](auto& order) { order.surface = quantity<BodySurface>("1", "m2"); }},
      {"route", [](auto& order) { order.route = Route::subcutaneous; }},
      {"route_code",
       [](auto& order) {
         order.route.reset();
         order.route_code.code = "QQ";
       }},
      {"method", [](auto& order) { order.method.code = "IVPB"; }},
      {"start", [](auto& order) { order.start = Instant::from_unix_ms(1, 0); }},
      {"stop", [](auto& order) { order.stop = Instant::from_unix_ms(1, 0); }},
      {"needs_review", [](auto& order) { order.needs_review = true; }},
      {"do_not_perform", [](auto& order) { order.do_not_perform = true; }},
      {"allergies",
       [](auto& order) {
         order.allergies.push_back({{Coding{"70618", "", "RxNorm"}}});
       }},
  };
  return edits;
}

const std::multimap<std::string, Edit>& same_orders() {
  static const std::multimap<std::string, Edit> edits = {
      {"filler_order_number", [](auto& order) { order.filler_order_number.id = "F1"; }},
      {"control", [](auto& order) { order.control = OrderControl::change; }},
      {"patient", [](auto& order) { order.patient.name = PatientName("Invented^Ada"); }},
      {"patient", [](auto& order) { order.patient.visit_number = "V1"; }},
      {"patient", [](auto& order) { order.patient.patient_id.type = "PI"; }},
      {"ordering_provider", [](auto& order) { order.ordering_provider.id = "D2"; }},
      {"verified_by", [](auto& order) { order.verified_by.id = "PH1"; }},
      {"drug", [](auto& order) { order.drug.text = "in other words"; }},
      {"route_code",
       [](auto& order) {
         order.route_code = {"47625008", "IV", "SCT"};
       }},
      {"route_from", [](auto& order) { order.route_from.field = "RXR-1"; }},
      {"device",
       [](auto& order) {
         order.device = {"IVP", "", "HL70164"};
       }},
      {"written_at", [](auto& order) { order.written_at = Instant::from_unix_ms(1, 0); }},
      {"product_expires", [](auto& order) { order.product_expires = Instant::from_unix_ms(1, 0); }},
  };
  return edits;
}

TEST(SameOrder, a_clinical_difference_makes_another_order_and_is_named) {
  const InfusionOrder order = test::Scene().one.order;
  for (const auto& [field, edit] : other_orders()) {
    InfusionOrder again = order;
    edit(again);
    // Without its route the order differs there first.
    const std::string_view named = first_difference_of_order(order, again);
    EXPECT_EQ(named, field == "route_code" ? "route" : field);
  }
  InfusionOrder unread = order;
  unread.route.reset();
  unread.route_code.code = "QQ";
  InfusionOrder other = unread;
  other.route_code.code = "ZZ";
  EXPECT_EQ(first_difference_of_order(unread, other), "route_code");
}

// What the chart knows now is not dropped because the order was seen before.
TEST(SameOrder, an_allergy_more_or_less_is_a_difference_and_their_order_is_none) {
  InfusionOrder order = test::Scene().one.order;
  const Coding opioid{"OPIOID", "Opioids", "L"};
  order.allergies = {{{opioid}}, {{Coding{"EGG", "Egg", "L"}, Coding{"102263004", "", "SCT"}}}};
  InfusionOrder again = order;
  again.allergies = {{{Coding{"102263004", "", "SCT"}, Coding{"EGG", "Hen's egg", "L"}}},
                     {{Coding{"OPIOID", "", "L"}}}};
  EXPECT_EQ(first_difference_of_order(order, again), "");
  again.allergies.pop_back();
  EXPECT_EQ(first_difference_of_order(order, again), "allergies");
  again.allergies.push_back({{Coding{"OPIOID", "", "SCT"}}});
  EXPECT_EQ(first_difference_of_order(order, again), "allergies");
}

TEST(SameOrder, what_only_one_door_says_makes_no_other_order) {
  const InfusionOrder order = test::Scene().one.order;
  for (const auto& [field, edit] : same_orders()) {
    InfusionOrder again = order;
    edit(again);
    EXPECT_EQ(first_difference_of_order(order, again), "") << field;
  }
}

TEST(SameOrder, words_decide_where_there_is_no_code) {
  InfusionOrder order = test::Scene().one.order;
  order.drug = {"", "Dopamine", ""};
  InfusionOrder again = order;
  again.drug.text = "Dobutamine";
  EXPECT_EQ(first_difference_of_order(order, again), "drug");
}

TEST(SameOrder, no_field_is_left_undecided) {
  std::set<std::string> decided;
  for (const auto& [field, edit] : other_orders()) decided.insert(field);
  for (const auto& [field, edit] : same_orders()) decided.insert(field);
  InfusionOrder order;
  InfusionOrder::each_field(order, [&decided](const char* name, const auto&) {
    EXPECT_TRUE(decided.contains(name)) << name;
  });
}

}  // namespace
}  // namespace bridge::decide
