// SPDX-License-Identifier: Apache-2.0
// How far a nurse may change the rate (D8), and whether a change of rate is one step (D7).
#include "decide/checking.h"
#include "decide/dose_limits.h"

namespace bridge::decide {
namespace {

using library::Limit;
using library::LimitedQuantity;

bool fits_dosing(Checking& checking, const std::optional<DoseRate>& bound) {
  if (!bound || !checking.setup->dosing_unit) return bound.has_value();
  if (bound->unit().dimension() == checking.setup->dosing_unit->dimension()) return true;
  checking.error(FaultCode::unit_not_library, bound->from().field,
                 readable(bound->value().exact(), bound->unit()) + "; the library doses in " +
                     readable(Rational(1), *checking.setup->dosing_unit));
  return false;
}

std::string text_of(const Amount& amount) { return readable(amount.value.exact(), amount.unit); }

void bounds_are_complete(Checking& checking, const Titration& titration) {
  std::string missing;
  const auto want = [&missing](bool there, std::string_view name) {
    if (!there) missing.append(missing.empty() ? "" : ", ").append(name);
  };
  want(titration.increment.has_value(), "increment");
  want(titration.interval.has_value(), "interval");
  want(titration.maximum.has_value(), "maximum");
  want(titration.has_objective, "objective");
  if (missing.empty()) return;
  checking.error(FaultCode::titration_incomplete, "titration", "missing: " + missing);
}

void rule_is_kept(Checking& checking, const Titration& titration,
                  const library::TitrationRule& rule) {
  if (fits_dosing(checking, titration.increment) && rule.max_increment &&
      titration.increment->exact().in_base_units > rule.max_increment->exact().in_base_units) {
    checking.error(FaultCode::titration_above_rule, titration.increment->from().field,
                   "increment " + text_of(titration.increment->amount()) + "; the library has " +
                       text_of(*rule.max_increment));
  }
  if (titration.interval && rule.min_interval &&
      titration.interval->exact().in_base_units < rule.min_interval->exact().in_base_units) {
    checking.error(FaultCode::titration_above_rule, titration.interval->from().field,
                   "interval " + text_of(titration.interval->amount()) + "; the library has " +
                       text_of(*rule.min_interval));
  }
}

// The start lies between the bounds, and the bounds inside of the library's limits.
void bounds_are_sound(Checking& checking, const Titration& titration) {
  const std::optional<DoseRate>& start = checking.order.dose_rate;
  const bool has_minimum = fits_dosing(checking, titration.minimum);
  const bool has_maximum = fits_dosing(checking, titration.maximum);
  const auto below = [](const DoseRate& a, const DoseRate& b) {
    return a.exact().dimension == b.exact().dimension &&
           a.exact().in_base_units < b.exact().in_base_units;
  };
  if (has_minimum && has_maximum && below(*titration.maximum, *titration.minimum)) {
    checking.error(FaultCode::quantities_disagree, titration.maximum->from().field,
                   "the maximum is below the minimum");
  } else if (start && ((has_minimum && below(*start, *titration.minimum)) ||
                       (has_maximum && below(*titration.maximum, *start)))) {
    checking.error(FaultCode::quantities_disagree, start->from().field,
                   "the dose rate is not between minimum and maximum of the titration");
  }
  if (!has_maximum) return;
  for (const Limit& limit : checking.setup->limits) {
    if (limit.quantity != LimitedQuantity::dose_rate) continue;
    hold_against(checking, limit, titration.maximum->exact(), titration.maximum->from().field,
                 "titration up to");
  }
}

// The infusion of this order whose rate is to be changed.
const RunningInfusion* running_before(const Checking& checking) {
  const bool changes =
      checking.kind() == ProgramKind::rate_change ||
      (checking.context.request == nullptr && checking.order.control == OrderControl::change);
  if (!changes || checking.context.history == nullptr) return nullptr;
  const RunningInfusion* running =
      checking.context.history->of_order(checking.order.placer_order_number.key());
  if (running == nullptr) return nullptr;
  const Pump* pump = checking.context.pump;
  return pump == nullptr || running->pump == pump->pump.key() ? running : nullptr;
}

void beyond_titration(Checking& checking, std::string_view place, std::string detail) {
  if (checking.policy.refuse_beyond_titration) {
    return checking.error(FaultCode::titration_exceeded, place, std::move(detail));
  }
  checking.soft(FaultCode::titration_exceeded, place, std::move(detail));
}

// A flow as the dose rate that the order is titrated in.
std::optional<Measure> dose_rate_of(const Checking& checking, const Rational& ml_h,
                                    const Dimension& wanted) {
  const Measure fluid = flow(ml_h);
  Measure made =
      wanted.volume == 1 || !checking.concentration ? fluid : fluid * checking.concentration->ratio;
  const Body body = body_of(wanted);
  if (body != Body::none) {
    if (!checking.quantities->knows(figure_of(body))) return std::nullopt;
    made = made / checking.quantities->exact(figure_of(body));
  }
  if (made.dimension != wanted) return std::nullopt;
  return made;
}

// Each bound alone, since each may be in another unit; they were found to fit the dosing unit.
void change_is_permitted(Checking& checking, const RunningInfusion& running) {
  const Titration& titration = *checking.order.titration;
  const DoseRate& ordered = *checking.order.dose_rate;
  const Measure now = ordered.exact();
  const auto in_unit = [&](const Measure& value) {
    return readable(value.in(ordered.unit()), ordered.unit());
  };
  std::optional<Measure> before;
  if (running.dose_rate && running.dose_rate->exact().dimension == now.dimension) {
    before = running.dose_rate->exact();
  } else {
    before = dose_rate_of(checking, *running.rate_ml_h, now.dimension);
  }
  if (before && titration.increment && titration.increment->exact().dimension == now.dimension) {
    const Rational change = now.in_base_units - before->in_base_units;
    const Rational size = change.is_negative() ? Rational(0) - change : change;
    if (size > titration.increment->exact().in_base_units) {
      beyond_titration(checking, ordered.from().field,
                       "from " + in_unit(*before) + " to " + in_unit(now) +
                           "; the order lets it change by " +
                           text_of(titration.increment->amount()));
    }
  }
  if (!titration.interval) return;
  static const Unit minute = *Unit::from_ucum("min");
  const std::int64_t ms = checking.context.now.unix_ms() - running.rate_since.unix_ms();
  const Rational since(ms, 60'000);
  if (since >= titration.interval->exact().in(minute)) return;
  beyond_titration(checking, titration.interval->from().field,
                   readable(since) + " min after the last change; the order wants " +
                       text_of(titration.interval->amount()));
}

void rate_is_one_step(Checking& checking, const Rational& before) {
  if (!checking.setup->single_step_factor) return;
  const Rational& now = checking.rate->exact_ml_h;
  const Rational ratio = now / before;
  const Rational factor = checking.setup->single_step_factor->exact();
  if (ratio <= factor && ratio * factor >= Rational(1)) return;
  std::string detail = readable(now) + " mL per hour after " + readable(before) +
                       " mL per hour: " + ratio.approximate(3) + " times; one step is up to " +
                       readable(factor) + " times";
  const std::string slip = likely_slip(ratio, Rational(), Rational());
  if (!slip.empty()) detail += "; " + slip;
  checking.soft(FaultCode::rate_jump, "rate", std::move(detail));
}

}  // namespace

void titration_is_bounded(Checking& checking) {
  if (!checking.order.titration || checking.setup == nullptr) return;
  const Titration& titration = *checking.order.titration;
  if (!checking.setup->titration) {
    return checking.error(FaultCode::titration_above_rule, "titration",
                          "the library lets nobody titrate this drug without a new order");
  }
  if (checking.setup->titration->order_must_state_bounds) bounds_are_complete(checking, titration);
  rule_is_kept(checking, titration, *checking.setup->titration);
  bounds_are_sound(checking, titration);
}

void rate_change_is_a_step(Checking& checking) {
  if (checking.setup == nullptr || !checking.rate) return;
  const RunningInfusion* running = running_before(checking);
  if (running == nullptr || !running->rate_ml_h || running->rate_ml_h->is_zero()) return;
  if (*running->rate_ml_h == checking.rate->exact_ml_h ||
      *running->rate_ml_h == checking.rate->shown_ml_h) {
    return;  // nothing changes
  }
  rate_is_one_step(checking, *running->rate_ml_h);
  if (checking.order.titration && checking.order.dose_rate) change_is_permitted(checking, *running);
}

}  // namespace bridge::decide
