// SPDX-License-Identifier: Apache-2.0
// The numbers: none is zero, all agree, each limit is kept, and the pump can run the rate.
#include <algorithm>

#include "base/assert.h"
#include "clinical/screen.h"
#include "decide/checking.h"
#include "decide/dose_limits.h"

namespace bridge::decide {
namespace {

using library::Limit;

template <class Kind>
void refuse_zero(Checking& checking, const std::optional<Kind>& quantity) {
  if (!quantity || !quantity->value().is_zero()) return;
  checking.error(FaultCode::quantity_zero, quantity->from().field, screen_text(quantity->amount()));
}

Body dosing_body(const Checking& checking) {
  if (checking.setup == nullptr || !checking.setup->dosing_unit) return Body::none;
  return body_of(checking.setup->dosing_unit->dimension());
}

Rational in_ml_h(const Measure& rate) {
  static const Unit ml_h = *Unit::from_ucum("mL/h");
  return rate.in(ml_h);
}

std::string_view field_of(const Limit& limit, const InfusionOrder& order) {
  using library::LimitedQuantity;
  switch (limit.quantity) {
    case LimitedQuantity::dose_rate:
      if (order.dose_rate) return order.dose_rate->from().field;
      break;
    case LimitedQuantity::dose:
      if (order.dose) return order.dose->from().field;
      break;
    case LimitedQuantity::volume:
      if (order.volume) return order.volume->from().field;
      break;
    case LimitedQuantity::duration:
      if (order.duration) return order.duration->from().field;
      break;
    case LimitedQuantity::weight:
      if (order.weight) return order.weight->from().field;
      break;
    default:
      break;
  }
  // A computed quantity stands at what it was computed from.
  if (order.rate) return order.rate->from().field;
  if (order.dose_rate) return order.dose_rate->from().field;
  if (order.duration) return order.duration->from().field;
  return name_of(limit.quantity);
}

void report_limit(Checking& checking, const Limit& limit, const Rational& value, Standing standing,
                  bool by_rounding) {
  std::string detail = limit_detail(limit, value, standing);
  if (by_rounding) detail += ", at the rate that the pump would run";
  const std::string_view place = field_of(limit, checking.order);
  if (is_hard(standing))
    return checking.error(code_of(standing, limit.quantity), place, std::move(detail));
  checking.soft(code_of(standing, limit.quantity), place, std::move(detail));
}

// On the exact value, and again on what the pump really gives; one finding per limit, the worse.
void judge(Checking& checking, const Limit& limit) {
  const auto ordered = ordered_value(limit, *checking.quantities);
  std::optional<Rational> delivered;
  if (checking.rate) {
    // A rate that rounds to nothing is the pump's finding, not the limit's.
    const bool on_pump = checking.context.model != nullptr && !checking.rate->shown_ml_h.is_zero();
    delivered =
        delivered_value(limit, *checking.quantities,
                        flow(on_pump ? checking.rate->shown_ml_h : checking.rate->exact_ml_h));
  }
  if (!ordered && !delivered) {
    // Nothing else failed, and yet the limit has nothing to be held against: never a silent pass.
    if (any_error(checking.outcome.findings)) return;
    return checking.error(FaultCode::unit_not_library, name_of(limit.quantity),
                          "a limit of the library cannot be looked at for this order");
  }
  const Standing first = ordered ? standing_of(limit, *ordered) : Standing::within;
  const Standing second = delivered ? standing_of(limit, *delivered) : Standing::within;
  if (is_hard(second) && !is_hard(first)) {
    return report_limit(checking, limit, *delivered, second, true);
  }
  if (first != Standing::within) return report_limit(checking, limit, *ordered, first, false);
  if (second != Standing::within) report_limit(checking, limit, *delivered, second, true);
}

// Each way of infusing has its own limits; those that are not here are held in its own checks.
bool is_judged_by_rate(const Checking& checking, const Limit& limit) {
  using library::LimitedQuantity;
  const LimitedQuantity quantity = limit.quantity;
  if (!is_of_run(quantity)) return false;
  const bool of_rate = quantity == LimitedQuantity::rate || quantity == LimitedQuantity::dose_rate;
  if (checking.part == Checking::Part::step) return of_rate;
  if (quantity == LimitedQuantity::weight) return true;
  if (checking.is_bolus() || !checking.order.steps.empty() || checking.order.delivery_mode) {
    return false;
  }
  if (checking.order.pca) return of_rate && has_basal(checking.order);
  return true;
}

// B4, E4, K20: twice the dose of one bag is two bags, or a slip. What the bag holds is known from
// its components, or when the strength is one of the library's bags and no other volume is stated;
// 10 % are left for overfill.
void tell_dose_beyond_bag(Checking& checking) {
  const InfusionOrder& order = checking.order;
  if (checking.kind() != ProgramKind::new_bag || !order.dose || checking.drug == nullptr) return;
  const auto dose = whole_dose(checking, order.dose->exact());
  std::optional<Measure> held;
  if (const auto bag = bag_content(order, *checking.library, *checking.drug)) {
    held = bag->drug;
  } else if (!order.volume && checking.library_bag != nullptr && order.strength &&
             order.strength_volume &&
             order.strength->exact() == checking.library_bag->amount.exact() &&
             order.strength_volume->exact() == checking.library_bag->volume.exact()) {
    held = order.strength->exact();
  }
  if (!dose || !held || dose->dimension != held->dimension || held->in_base_units.is_zero()) return;
  const Rational times = dose->in_base_units / held->in_base_units;
  if (times <= Rational(11, 10)) return;
  checking.error(FaultCode::dose_beyond_bag, order.dose->from().field,
                 times.approximate(3) + " times what one bag holds");
}

bool route_is_refused(const Checking& checking) {
  const Faults& findings = checking.outcome.findings;
  return std::any_of(findings.begin(), findings.end(), [](const Fault& fault) {
    return fault.code == FaultCode::route_not_permitted ||
           fault.code == FaultCode::route_not_for_pumps;
  });
}

// Without a scanned pump it is the model that comes nearest to what is ordered.
std::string whose(const Checking& checking, std::string_view does) {
  const std::string subject = checking.context.pump != nullptr
                                  ? "the pump"
                                  : "a pump of model " + checking.context.model->model;
  return subject + " " + std::string(does);
}

// A limit that no quantity of this order is held against asks for nothing: a loading dose per kg
// says nothing of an infusion in mg per min that begins without one.
bool is_met(const Checking& checking, const Limit& limit) {
  using library::LimitedQuantity;
  switch (limit.quantity) {
    case LimitedQuantity::loading_dose:
      return checking.order.loading_dose.has_value();
    case LimitedQuantity::bolus_dose:
    case LimitedQuantity::bolus_rate:
      return checking.is_bolus();
    case LimitedQuantity::demand_dose:
    case LimitedQuantity::lockout:
      return checking.order.pca.has_value();
    case LimitedQuantity::dose_rate:
    case LimitedQuantity::rate:
      return !checking.is_bolus() && (!checking.order.pca || has_basal(checking.order));
    case LimitedQuantity::dose:
    case LimitedQuantity::volume:
    case LimitedQuantity::duration:
      return !checking.is_bolus() && !checking.order.pca;
    case LimitedQuantity::weight:
    case LimitedQuantity::accumulated:
      return true;
  }
  BRIDGE_ASSERT(false);
}

}  // namespace

bool counts_by(Body body, const Checking& checking) {
  const InfusionOrder& order = checking.order;
  const auto is_per = [body](const auto& quantity) {
    return quantity && body_of(quantity->unit().dimension()) == body;
  };
  if (is_per(order.dose_rate) || is_per(order.dose) || is_per(order.loading_dose)) return true;
  if (order.pca && (is_per(order.pca->demand_dose) || is_per(order.pca->dose_limit))) return true;
  for (const InfusionStep& step : order.steps) {
    if (is_per(step.dose_rate) || is_per(step.dose)) return true;
  }
  if (checking.setup == nullptr) return false;
  if (dosing_body(checking) == body) return true;
  for (const Limit& limit : checking.setup->limits) {
    if (is_met(checking, limit) && needs(body, limit)) return true;
  }
  return false;
}

// B66, K5: a volume of zero once made a pump fall back to its last rate.
void no_quantity_is_zero(Checking& checking) {
  const InfusionOrder& order = checking.order;
  refuse_zero(checking, order.strength);
  refuse_zero(checking, order.strength_volume);
  for (const Component& component : order.components) {
    refuse_zero(checking, component.volume);
    refuse_zero(checking, component.amount);
  }
  // A patient-controlled order without a basal rate may say so with a zero.
  if (!order.pca) {
    refuse_zero(checking, order.rate);
    refuse_zero(checking, order.dose_rate);
  } else {
    refuse_zero(checking, order.pca->demand_dose);
    refuse_zero(checking, order.pca->lockout);
    refuse_zero(checking, order.pca->dose_limit);
    refuse_zero(checking, order.pca->volume_limit);
    refuse_zero(checking, order.pca->limit_window);
  }
  refuse_zero(checking, order.loading_dose);
  refuse_zero(checking, order.volume);
  refuse_zero(checking, order.dose);
  refuse_zero(checking, order.duration);
  refuse_zero(checking, order.height);
  refuse_zero(checking, order.surface);
}

// B68, C3, drug-library 2.3. Nothing is repaired.
void quantities_agree(Checking& checking) {
  const InfusionOrder& order = checking.order;
  checking.quantities.emplace(order, checking.concentration, dosing_body(checking));
  const Quantities& quantities = *checking.quantities;
  if (checking.concentration && checking.drug != nullptr &&
      checking.concentration->source == ConcentrationSource::strength) {
    // B4: what the strength says and what the components make is one bag.
    const auto bag = concentration_by_components(order, *checking.library, *checking.drug);
    const Measure& stated = checking.concentration->ratio;
    if (bag && bag->ratio.dimension == stated.dimension && !(bag->ratio == stated)) {
      const Rational ratio = stated.in_base_units / bag->ratio.in_base_units;
      const bool large = ratio < Rational(99, 100) || ratio > Rational(101, 100);
      const bool doubled = !(ratio > Rational(1, 2) && ratio < Rational(2));
      const bool meet = bag->written.overlaps(checking.concentration->written);
      std::string detail = "the strength's concentration is " + ratio.approximate(4) +
                           " times that of the components";
      if (large && (!meet || doubled)) {
        checking.error(FaultCode::quantities_disagree, order.strength->from().field,
                       std::move(detail));
      } else if (large || !meet) {
        checking.warning(FaultCode::quantities_disagree, order.strength->from().field,
                         std::move(detail));
      }
    }
  }
  tell_dose_beyond_bag(checking);
  for (const Disagreement& found : quantities.disagreements()) {
    const std::string& place = quantities.stated(found.subject)->from.field;
    if (found.refused) {
      checking.error(FaultCode::quantities_disagree, place, quantities.detail(found));
    } else {
      checking.warning(FaultCode::quantities_disagree, place, quantities.detail(found));
    }
  }
}

// B77. A rate change carries no volume (ihe-pcd 2.11).
void volume_is_given(Checking& checking) {
  if (checking.kind() == ProgramKind::rate_change) return;
  // Also one of zero: that is its own finding, as is a dose of zero.
  if (checking.order.volume || (checking.order.dose && checking.order.dose->value().is_zero())) {
    return;
  }
  // Each step has its own; what a ramp and taper lacks is told where it becomes steps.
  if (!checking.order.steps.empty() || checking.order.delivery_mode) return;
  // A syringe's volume may be the pump's to measure; a bolus lacks a dose, which is told as such.
  if (checking.order.pca || (checking.is_bolus() && !checking.order.dose)) return;
  if (!checking.quantities->knows(Figure::volume)) {
    return checking.error(FaultCode::volume_missing, "volume");
  }
  static const Unit ml = *Unit::from_ucum("mL");
  if (!checking.quantities->exact(Figure::volume).in(ml).is_decimal()) {
    checking.error(FaultCode::volume_missing, "volume",
                   "what the dose and concentration make is no finite decimal of mL");
  }
}

bool programs_dose_over_time(const Checking& checking) {
  return checking.order.dose && checking.order.duration && checking.setup != nullptr &&
         checking.setup->mode == library::TherapyMode::intermittent &&
         checking.kind() == ProgramKind::new_bag;
}

bool programs_dose_rate(const Checking& checking) {
  return checking.order.dose_rate.has_value() && !programs_dose_over_time(checking);
}

std::optional<Rational> programmed_rate_ml_h(const Checking& checking) {
  const Quantities& quantities = *checking.quantities;
  std::optional<Measure> rate;
  if (programs_dose_over_time(checking)) {
    rate = quantities.rate_of_duration();
  } else if (programs_dose_rate(checking)) {
    rate = quantities.rate_of_dose_rate();
  } else if (quantities.knows(Figure::rate)) {
    rate = quantities.exact(Figure::rate);
  }
  // Mass over units leaves both dimensions standing; the unit check has refused already.
  if (!rate || rate->dimension != Dimension{.volume = 1, .time = -1}) return std::nullopt;
  return in_ml_h(*rate);
}

// B94: neither a coded rate, dose rate nor time means that free text holds the dose.
void rate_is_given(Checking& checking) {
  const InfusionOrder& order = checking.order;
  if (!order.steps.empty() || order.delivery_mode || (order.pca && !has_basal(order))) return;
  if (!order.rate && !order.dose_rate && !order.duration) {
    if (checking.is_bolus()) return;  // then the pump's own rate for a bolus
    return checking.error(FaultCode::rate_missing, "rate");
  }
  const auto exact = programmed_rate_ml_h(checking);
  if (!exact) {
    // A duration needs a volume or a dose with its concentration; a dose rate its concentration and
    // body. Whichever is missing has been named, except for a lone duration.
    if (!any_error(checking.outcome.findings)) checking.error(FaultCode::rate_missing, "rate");
    return;
  }
  const PumpModel* model = checking.context.model;
  checking.rate = model != nullptr
                      ? rate_on_pump(*exact, *model, checking.setup, *checking.quantities)
                      : rate_for_display(*exact);
}

void limits_are_kept(Checking& checking) {
  if (checking.setup == nullptr) return;
  for (const Limit& limit : checking.setup->limits) {
    if (is_judged_by_rate(checking, limit)) judge(checking, limit);
  }
}

// B67, E4, E5.
void pump_can_deliver(Checking& checking) {
  const PumpModel* model = checking.context.model;
  // Which pump would be asked follows from the route; with a wrong one it says nothing.
  if (checking.context.pump == nullptr && route_is_refused(checking)) return;
  if (checking.rate && !checking.rate->shown_ml_h.is_decimal()) {
    checking.error(FaultCode::pump_resolution, "rate",
                   "the rate is no finite decimal of mL per hour");
  }
  if (model == nullptr) return;
  const auto volume = checking.quantities->knows(Figure::volume)
                          ? std::optional(checking.quantities->exact(Figure::volume).in_base_units)
                          : std::nullopt;
  if (volume && checking.kind() == ProgramKind::new_bag && *volume > model->max_volume_ml) {
    checking.error(FaultCode::pump_maximum,
                   checking.order.volume ? checking.order.volume->from().field : "volume",
                   readable(*volume) + " mL; " + whose(checking, "takes up to ") +
                       readable(model->max_volume_ml) + " mL");
  }
  if (!checking.rate) return;
  const ShownRate& rate = *checking.rate;
  const std::string shown = readable(rate.exact_ml_h) + " mL per hour; " +
                            whose(checking, "delivers ") + readable(model->min_rate_ml_h) + " to " +
                            readable(model->max_rate_ml_h) + " mL per hour";
  if (rate.exact_ml_h > model->max_rate_ml_h || rate.shown_ml_h > model->max_rate_ml_h) {
    return checking.error(FaultCode::pump_maximum, "rate", shown);
  }
  // V13: below the floor nothing may be rounded up to it.
  if (rate.exact_ml_h < model->min_rate_ml_h || rate.shown_ml_h < model->min_rate_ml_h) {
    return checking.error(FaultCode::pump_resolution, "rate", shown);
  }
  const Rational error = rate.error_percent();
  if (error > checking.policy.max_rounding_error_percent) {
    checking.error(FaultCode::pump_resolution, "rate",
                   readable(rate.exact_ml_h) + " mL per hour becomes " + readable(rate.shown_ml_h) +
                       " mL per hour: " + error.approximate(3) + " %, at most " +
                       readable(checking.policy.max_rounding_error_percent) + " %");
  }
}

}  // namespace bridge::decide
