// SPDX-License-Identifier: Apache-2.0
// What a model can set and which routes a pump may serve.
#include "clinical/pump.h"

#include <gtest/gtest.h>

namespace bridge {
namespace {

TEST(PumpModel, HasAStepAtEveryRate) {
  PumpModel model;
  EXPECT_EQ(model.step_at(Rational(5)), Rational(1, 10));  // none was told
  model.resolution = {{Rational(1), Rational(1, 100)}, {Rational(100), Rational(1, 10)}};
  EXPECT_EQ(model.step_at(Rational(99, 100)), Rational(1, 100));
  EXPECT_EQ(model.step_at(Rational(1)), Rational(1, 10));
  EXPECT_EQ(model.step_at(Rational(100)), Rational(1, 10));  // beyond its last end
  model.resolution.push_back({Rational(), Rational(1)});
  EXPECT_EQ(model.step_at(Rational(100)), Rational(1));
}

// K7, K8: what goes beside the spinal cord or into the gut needs a pump of its own.
TEST(Pump, ServesVeinsUnlessItIsDedicated) {
  Pump pump;
  for (const Route route : {Route::intravenous, Route::subcutaneous, Route::intraosseous}) {
    EXPECT_TRUE(pump.may_serve(route)) << name_of(route);
  }
  for (const Route route : {Route::epidural, Route::intrathecal, Route::enteral}) {
    EXPECT_FALSE(pump.may_serve(route)) << name_of(route);
    pump.dedicated_to = {route};
    EXPECT_TRUE(pump.may_serve(route)) << name_of(route);
    EXPECT_FALSE(pump.may_serve(Route::intravenous)) << name_of(route);
    pump.dedicated_to.clear();
  }
}

TEST(EntityId, HasAKeyWithItsAuthority) {
  EXPECT_EQ((EntityId{"7", "EHR", "1.2.3", "ISO"}.key()), "7^EHR");
  EXPECT_EQ((EntityId{"7", "", "1.2.3", "ISO"}.key()), "7^1.2.3");
  EXPECT_EQ((EntityId{"7", "", "", ""}.key()), "7");
}

}  // namespace
}  // namespace bridge
