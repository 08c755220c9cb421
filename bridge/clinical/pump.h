// SPDX-License-Identifier: Apache-2.0
// Pump: one programmable channel that the hospital owns, and what its model can deliver.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "base/named.h"
#include "clinical/identity.h"
#include "clinical/infusion_order.h"
#include "clinical/quantity.h"

namespace bridge {

// Rates below `below` are set in steps of `step`; the last row has no upper end.
struct RateResolution {
  Rational below_ml_h;  // exclusive; zero means "no upper end"
  Rational step_ml_h;
};

// What a model takes by message beyond one rate of one infusion.
enum class PumpAbility : std::uint8_t { bolus, loading, pca, multistep, delay, piggyback };
constexpr auto names_of(PumpAbility) {
  return std::to_array<std::string_view>(
      {"bolus", "loading", "pca", "multistep", "delay", "piggyback"});
}

struct PumpModel {
  std::string model;
  std::string kind;  // HL7 table 0164 with the IHE additions: IVP, SYR, PCA
  Rational min_rate_ml_h;
  Rational max_rate_ml_h;
  Rational max_volume_ml;
  std::vector<RateResolution> resolution;  // in order of `below_ml_h`
  std::vector<PumpAbility> abilities = {};
  std::vector<Rational> syringes_ml = {};  // sizes that it takes; empty: it takes none, or bags
  std::vector<Route> routes = {};          // that it may be used for; empty: the maker names none

  bool can(PumpAbility ability) const {
    return std::find(abilities.begin(), abilities.end(), ability) != abilities.end();
  }

  // The step at this rate, mL/h.
  Rational step_at(const Rational& rate_ml_h) const {
    for (const RateResolution& row : resolution) {
      if (row.below_ml_h.is_zero() || rate_ml_h < row.below_ml_h) return row.step_ml_h;
    }
    return resolution.empty() ? Rational(1, 10) : resolution.back().step_ml_h;
  }
};

struct Pump {
  EntityId pump;        // as in OBX-18 of PCD-03
  std::string gateway;  // name of the gateway profile that reaches it
  std::string model;
  std::string care_area;  // empty: moves with its patient
  std::vector<Route>
      dedicated_to;  // non-empty: only these routes (an epidural pump takes nothing else)

  // A line beside the spinal cord or into the gut and a line into a vein never share a pump: what
  // goes there needs a pump that takes nothing else (K7, K8).
  bool may_serve(Route route) const {
    const bool named =
        std::find(dedicated_to.begin(), dedicated_to.end(), route) != dedicated_to.end();
    const bool apart =
        route == Route::epidural || route == Route::intrathecal || route == Route::enteral;
    return named || (dedicated_to.empty() && !apart);
  }
};

}  // namespace bridge
