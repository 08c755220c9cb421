// SPDX-License-Identifier: Apache-2.0
// Which pump an order is held against before a pump is scanned: on_order.cpp.
#include <gtest/gtest.h>

#include "decide/scene.h"

namespace bridge::decide {
namespace {

using test::Scene;

// Pumps of the care areas icu and ward; a PCA pump for patient doses, a small one that steps of 1
// make coarse, a large one that can do all but patient doses.
const library::PumpRegistry& fleet() {
  static const auto registry = library::PumpRegistry::load(
      "model,kind,min_rate_ml_h,max_rate_ml_h,max_volume_ml,resolution,supports,note\n"
      "small,IVP,1,10,100,1,,\n"
      "large,IVP,0.1,999,3000,0.1,bolus;loading;multistep,\n"
      "plain,IVP,0.1,1200,3000,0.1,,\n"
      "button,PCA,0.1,50,100,0.1,pca;loading,\n"
      "syringe,SYR,0.01,50,60,0.01,,\n",
      "id,maker_name,maker_id,maker_id_type,gateway,model,care_area,dedicated_to,note\n"
      "I1,MAKER,,,g,small,icu,,\n"
      "I2,MAKER,,,g,large,icu,,\n"
      "W1,MAKER,,,g,plain,ward,,\n"
      "W2,MAKER,,,g,button,ward,,\n"
      "W3,MAKER,,,g,large,ward,,\n"
      "W4,MAKER,,,g,large,ward,epidural,\n"
      "N1,MAKER,,,g,small,nicu,,\n"
      "N2,MAKER,,,g,syringe,nicu,,\n");
  EXPECT_TRUE(registry) << (registry ? "" : registry.fault().front().detail);
  return registry.value();
}

std::string told(std::string_view order, std::string_view device = "") {
  Scene scene(order);
  scene.context.pumps = &fleet();
  scene.one.order.device.code = device;
  const OrderControl control = scene.one.order.control;
  return scene.run(scene.order(control));
}

TEST(OrderModels, anyPumpOfTheCareAreaThatTakesItIsEnough) {
  // 15 mL/h of 250 mL: beyond the small one, not the large one.
  EXPECT_EQ(told(test::dopamine), "order_accepted");
  EXPECT_EQ(told("ward morphine | demand 1 mg, lockout 10 min, dose limit 16 mg, window 4 h, "
                 "30 mg / 30 mL, loading 4 mg"),
            "order_accepted");
  EXPECT_EQ(told("ward nutrition | step 20 mL/h for 1 h, step 40 mL/h for 1 h"), "order_accepted");
  EXPECT_EQ(told("icu nutrition | ramp and taper, 1000 mL, 10 h").substr(0, 14), "order_accepted");
  EXPECT_EQ(told("icu ketamine | 0.2 mg/kg/h, 70 kg, 200 mg / 100 mL, 100 mL, loading 0.5 mg/kg"),
            "order_accepted W:loading_rate_missing");
}

TEST(OrderModels, whatNonePumpTakesIsToldAsTheNearestWouldSeeIt) {
  // No pump of the nicu takes steps; no pump of the icu patient doses.
  EXPECT_EQ(told("nicu nutrition | step 2 mL/h for 1 h, gated step 2 mL/h for 1 h"),
            "order_refused !steps_unsupported");
  // 0.05 mL/h is below the least of both; the syringe pump's is 0.01.
  EXPECT_EQ(told("nicu norepinephrine | 0.02 ug/kg/min, 0.66 kg, 4 mg / 250 mL, 50 mL"),
            "order_accepted");
  // 0.004 mL/h: too slow for each, and the syringe pump comes nearer.
  EXPECT_NE(told("nicu norepinephrine | 0.0016 ug/kg/min, 0.66 kg, 4 mg / 250 mL, 50 mL")
                .find("pump_resolution"),
            std::string::npos);
  // 1100 mL/h: the large one ends at 999, the plain one takes it; both see the limit of 500.
  EXPECT_EQ(told("ward saline | 1100 mL/h, 1000 mL"), "order_refused !hard_limit_above");
}

TEST(OrderModels, theKindThatWasOrderedIsAskedFirst) {
  EXPECT_EQ(told("nicu norepinephrine | 0.02 ug/kg/min, 0.66 kg, 4 mg / 250 mL, 50 mL", "SYR"),
            "order_accepted");
  EXPECT_EQ(told("nicu norepinephrine | 0.02 ug/kg/min, 0.66 kg, 4 mg / 250 mL, 50 mL", "IVP"),
            "order_accepted");
  const std::string beyond = told("nicu nutrition | 15 mL/h, 120 mL, 1 kg", "SYR");
  EXPECT_EQ(beyond, "order_refused !pump_maximum");  // 120 mL of 60; the small one has two faults
}

TEST(OrderModels, aRouteThatNoPumpOfThePlaceServesAsksAllModels) {
  // Only W4 serves it; in the icu nobody does, so each model speaks for itself.
  EXPECT_EQ(told("ward bupivacaine | 8 mL/h, 250 mg / 250 mL, 250 mL"), "order_accepted");
  EXPECT_EQ(told("icu ziconotide | 2.4 ug/d, 100 ug / 4 mL, 4 mL, route intrathecal")
                .starts_with("order_refused !pump_resolution"),
            true);
  EXPECT_EQ(told("icu dopamine | 5 ug/kg/min, 80 kg, 400 mg / 250 mL, 250 mL, no route"),
            "order_refused !route_missing");
  EXPECT_EQ(told("icu dopamine | 5 ug/kg/min, 80 kg, 400 mg / 250 mL, 250 mL, at CAFETERIA"),
            "order_refused !care_area_mismatch");
}

TEST(OrderModels, withoutPumpsTheOrderIsHeldAgainstTheLibraryAlone) {
  Scene scene;
  scene.context.pumps = nullptr;
  EXPECT_EQ(scene.run(scene.order()), "order_accepted");
  EXPECT_EQ(scene.run(scene.request()), "program_refused !pump_unknown >no:pump_unknown");
  PumpEvent event = test::event_of("0 start del");
  EXPECT_EQ(scene.run(PumpEventInput{event, {}}), "event_recorded W:pump_unknown");
  EXPECT_EQ(scene.run(DisassociateInput{test::pump_named("PUMP1"), Person{"N1", {}}}),
            "!association_unknown");
}

}  // namespace
}  // namespace bridge::decide
