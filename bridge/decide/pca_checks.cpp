// SPDX-License-Identifier: Apache-2.0
// What the patient may ask for: demand dose, lockout and limits; and the loading dose before it.
//
// Assumed, because makers differ: a limit counts basal rate and patient doses; a loading dose may
// come on top of it. So the most that can flow is never taken for less than it is.
#include "decide/checking.h"
#include "decide/dose_limits.h"

namespace bridge::decide {
namespace {

using library::Limit;
using library::LimitedQuantity;

template <class Kind>
std::string_view place_of(const std::optional<Kind>& quantity, std::string_view otherwise) {
  return quantity ? std::string_view(quantity->from().field) : otherwise;
}

// What a patient ever had is held against its limit in window_checks.cpp.
bool is_moving_window(const Limit& limit) {
  return limit.quantity == LimitedQuantity::accumulated && !limit.window->lifetime;
}

template <class Kind>
bool is_given(const std::optional<Kind>& quantity) {
  return quantity && !quantity->value().is_zero();
}

Rational times(const Rational& whole, const Rational& part) {
  return (whole / part).rounded_to(Rational(1), Rounding::away_from_zero);
}

Rational in_hours(const Measure& time) {
  static const Unit hour = *Unit::from_ucum("h");
  return time.in(hour);
}

// C6: a dose per kg and a whole one, and mass and units, are never mixed.
void unit_fits(Checking& checking, const std::optional<Dose>& dose) {
  if (!dose || !checking.setup->dosing_unit) return;
  if (dose->unit().dimension() == checking.setup->dosing_unit->dimension()) return;
  checking.error(FaultCode::unit_not_library, dose->from().field,
                 readable(dose->value().exact(), dose->unit()) + "; the library doses in " +
                     readable(Rational(1), *checking.setup->dosing_unit));
}

// What the order lets flow, each as the whole drug.
struct Flow {
  Measure demand;
  std::optional<Measure> basal;  // per time
  std::optional<Measure> loading;
  std::optional<Measure> limit;  // within limit_window
  Rational lockout_h;
  std::optional<Rational> limit_window_h;
  std::optional<Rational> per_hour;

  // D6: the patient asks whenever the lockout lets him.
  Rational doses(const Rational& hours) const {
    Rational count = times(hours, lockout_h);
    if (per_hour) {
      const Rational counted = *per_hour * times(hours, Rational(1));
      if (counted < count) count = counted;
    }
    return count;
  }
  Rational basal_in(const Rational& hours) const {
    if (!basal) return Rational(0);
    static const Unit hour = *Unit::from_ucum("h");
    return basal->in_base_units * measure(hours, hour).in_base_units;
  }
  // Without the order's own limit, and without the loading dose.
  Rational possible(const Rational& hours) const {
    return basal_in(hours) + demand.in_base_units * doses(hours);
  }
  // With both.
  Measure most(const Rational& hours) const {
    Rational most = possible(hours);
    if (limit) {
      const Rational capped = limit->in_base_units * times(hours, *limit_window_h);
      if (capped < most) most = capped;
    }
    if (loading) most = most + loading->in_base_units;
    return {most, demand.dimension};
  }
};

std::optional<Measure> basal_of(const Checking& checking) {
  const Quantities& quantities = *checking.quantities;
  if (!has_basal(checking.order) || !checking.concentration) return std::nullopt;
  if (!quantities.knows(Figure::rate)) return std::nullopt;
  return quantities.exact(Figure::rate) * checking.concentration->ratio;
}

std::optional<Flow> flow_of(const Checking& checking) {
  const PcaSettings& pca = *checking.order.pca;
  if (!is_given(pca.demand_dose) || !is_given(pca.lockout)) return std::nullopt;
  const auto demand = whole_dose(checking, pca.demand_dose->exact());
  if (!demand) return std::nullopt;
  Flow flow{*demand, basal_of(checking), {}, {}, in_hours(pca.lockout->exact()), {}, {}};
  if (has_basal(checking.order) && !flow.basal) return std::nullopt;
  if (flow.basal && flow.basal->dimension != demand->dimension.per_time()) return std::nullopt;
  if (checking.order.loading_dose) {
    flow.loading = whole_dose(checking, checking.order.loading_dose->exact());
    if (!flow.loading || flow.loading->dimension != demand->dimension) return std::nullopt;
  }
  if (is_given(pca.limit_window)) {
    flow.limit_window_h = in_hours(pca.limit_window->exact());
    if (is_given(pca.dose_limit)) {
      flow.limit = whole_dose(checking, pca.dose_limit->exact());
    } else if (is_given(pca.volume_limit) && checking.concentration) {
      flow.limit = pca.volume_limit->exact() * checking.concentration->ratio;
    }
    if (flow.limit && flow.limit->dimension != demand->dimension) return std::nullopt;
  }
  if (pca.max_doses_per_hour) flow.per_hour = Rational(pca.max_doses_per_hour->value);
  return flow;
}

// A limit below one dose, or one that the basal rate alone reaches, was meant otherwise.
void limit_is_sound(Checking& checking, const Flow& flow) {
  if (!flow.limit) return;
  const PcaSettings& pca = *checking.order.pca;
  const std::string_view place =
      pca.dose_limit ? pca.dose_limit->from().field : pca.volume_limit->from().field;
  if (flow.demand.in_base_units > flow.limit->in_base_units) {
    checking.error(FaultCode::quantities_disagree, place,
                   "one patient dose is more than the limit");
  } else if (flow.basal_in(*flow.limit_window_h) > flow.limit->in_base_units) {
    checking.error(FaultCode::quantities_disagree, place,
                   "the basal rate alone goes beyond the limit");
  }
  // B4 for limits: dose and volume limit are one limit.
  if (!is_given(pca.dose_limit) || !is_given(pca.volume_limit) || !checking.concentration) return;
  const Measure by_volume = pca.volume_limit->exact() * checking.concentration->ratio;
  if (by_volume.in_base_units == flow.limit->in_base_units) return;
  checking.error(FaultCode::quantities_disagree, pca.volume_limit->from().field,
                 "dose limit and volume limit are not the same at this concentration");
}

std::string_view place_of_limit(const PcaSettings& pca) {
  if (is_given(pca.dose_limit)) return pca.dose_limit->from().field;
  return place_of(pca.volume_limit, "pca.dose_limit");
}

// D6: what the order's own limit lets flow in the library's window, whatever demand and lockout
// make of it: it is what stays when the rest is programmed wrong. A shorter one begins anew; of a
// longer one the part that falls to the library's window is compared.
void order_limit_keeps(Checking& checking, const Flow& flow, const Limit& limit) {
  if (!flow.limit || flow.limit_window_h->is_zero()) return;
  const Rational& hours = limit.window->hours;
  const Rational& own = *flow.limit_window_h;
  const bool longer = own > hours;
  const Rational share = longer ? hours / own : times(hours, own);
  const Measure lets{flow.limit->in_base_units * share, flow.limit->dimension};
  // Said once: the most that can flow was held against the same limit.
  const auto known = value_in(limit, *checking.quantities, lets);
  const auto most = value_in(limit, *checking.quantities, flow.most(hours));
  if (known && most && standing_of(limit, *known) == standing_of(limit, *most)) return;
  std::string of = "the order's limit in " + readable(own) + " h";
  if (longer) of += ", as much as falls to " + readable(hours) + " h";
  hold_against(checking, limit, lets, place_of_limit(*checking.order.pca), of);
}

// A limit that counts longer than any of the library's leaves the time between unguarded: 20 mg in
// 24 h may all flow in the first hours, and 4 for 24 is a slip that no bound of a dose shows.
void limit_window_is_the_librarys(Checking& checking, const Flow& flow) {
  if (!flow.limit) return;
  std::optional<Rational> longest;
  for (const Limit& limit : checking.setup->limits) {
    if (!is_moving_window(limit)) continue;
    if (!longest || limit.window->hours > *longest) longest = limit.window->hours;
  }
  if (!longest || *flow.limit_window_h <= *longest) return;
  checking.soft(FaultCode::soft_limit_above, checking.order.pca->limit_window->from().field,
                "the order's limit counts in " + readable(*flow.limit_window_h) +
                    " h; the library's longest in " + readable(*longest) + " h");
}

void account_for(Checking& checking, const Flow& flow, const Rational& hours) {
  const Unit unit = checking.order.pca->demand_dose->unit();
  if (flow.demand.dimension != unit.dimension()) return;
  const auto text = [&](const Rational& base) {
    return readable(Measure{base, flow.demand.dimension}.in(unit), unit);
  };
  std::string line = "within " + readable(hours) + " h: basal " + text(flow.basal_in(hours)) +
                     " + " + readable(flow.doses(hours)) + " patient doses of " +
                     text(flow.demand.in_base_units) + " = " + text(flow.possible(hours));
  if (flow.limit) {
    line += "; the order's limit is " + text(flow.limit->in_base_units) + " in " +
            readable(*flow.limit_window_h) + " h";
  }
  if (flow.loading) line += "; loading dose " + text(flow.loading->in_base_units);
  line += "; at most " + text(flow.most(hours).in_base_units);
  checking.account.push_back({StepKind::relation, "accumulated", std::move(line), {}});
}

}  // namespace

bool has_basal(const InfusionOrder& order) {
  return is_given(order.rate) || is_given(order.dose_rate);
}

// 9042.
void loading_dose_is_permitted(Checking& checking) {
  if (!checking.order.loading_dose || checking.setup == nullptr) return;
  const std::string_view place = place_of(checking.order.loading_dose, "loading_dose");
  if (!checking.setup->loading) return checking.error(FaultCode::loading_not_permitted, place);
  if (checking.kind() == ProgramKind::rate_change) {
    checking.error(FaultCode::mode_not_supported, place, "a loading dose with a change of rate");
  }
  const PumpModel* model = checking.context.model;
  if (model != nullptr && !model->can(PumpAbility::loading)) {
    checking.error(FaultCode::mode_not_supported, place,
                   "this pump takes no loading dose by message");
  }
  // D2. IHE PCD TF-2 3.3.4.4.9 has a parameter for the dose and none for its rate: the pump's own
  // library decides, or the nurse.
  if (!checking.order.pca) checking.soft(FaultCode::loading_rate_missing, place);
}

// IHE PCD TF-2 B.3: 9025 and 9026. A limit without its time is none.
void patient_doses_are_complete(Checking& checking) {
  const InfusionOrder& order = checking.order;
  if (!order.pca) return;
  const PcaSettings& pca = *order.pca;
  if (!pca.demand_dose) checking.error(FaultCode::demand_dose_missing, "pca.demand_dose");
  if (!pca.lockout) checking.error(FaultCode::lockout_missing, "pca.lockout");
  if ((!pca.dose_limit && !pca.volume_limit) || !pca.limit_window) {
    checking.error(FaultCode::dose_limit_missing,
                   pca.limit_window ? "pca.dose_limit" : "pca.limit_window");
  }
  if (pca.max_doses_per_hour && pca.max_doses_per_hour->value == 0) {
    checking.error(FaultCode::quantity_zero, pca.max_doses_per_hour->from.field);
  }
  if (checking.setup == nullptr) return;
  unit_fits(checking, pca.demand_dose);
  unit_fits(checking, pca.dose_limit);
  unit_fits(checking, order.loading_dose);
}

// D2 and D6. The most that can flow in a window, whatever the patient does, is what is limited.
void patient_doses_keep_limits(Checking& checking) {
  if (checking.setup == nullptr) return;
  const InfusionOrder& order = checking.order;
  const auto loading = [&](const Limit& limit) {
    if (!order.loading_dose) return;
    hold_against(checking, limit, order.loading_dose->exact(), order.loading_dose->from().field);
  };
  for (const Limit& limit : checking.setup->limits) {
    if (limit.quantity == LimitedQuantity::loading_dose) loading(limit);
  }
  if (!order.pca) return;
  const auto flow = flow_of(checking);
  if (flow) limit_is_sound(checking, *flow);
  for (const Limit& limit : checking.setup->limits) {
    if (limit.quantity == LimitedQuantity::demand_dose && order.pca->demand_dose) {
      hold_against(checking, limit, order.pca->demand_dose->exact(),
                   order.pca->demand_dose->from().field);
    } else if (limit.quantity == LimitedQuantity::lockout && order.pca->lockout) {
      hold_against(checking, limit, order.pca->lockout->exact(), order.pca->lockout->from().field);
    } else if (is_moving_window(limit)) {
      if (!flow) {
        if (!any_error(checking.outcome.findings)) {
          checking.error(FaultCode::unit_not_library, "pca.demand_dose",
                         "the most that could be given cannot be computed");
        }
        continue;
      }
      account_for(checking, *flow, limit.window->hours);
      hold_against(checking, limit, flow->most(limit.window->hours),
                   place_of(order.pca->dose_limit, "pca.demand_dose"));
      order_limit_keeps(checking, *flow, limit);
    }
  }
  if (flow) limit_window_is_the_librarys(checking, *flow);
}

}  // namespace bridge::decide
