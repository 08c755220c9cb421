// SPDX-License-Identifier: Apache-2.0
// Several steps in one program (IHE PCD TF-2 3.3.4.4.10.3): each one like an order of its own, and
// all of them as the library's plan demands. What a ramp and taper becomes is among them.
#include "base/assert.h"
#include "decide/checking.h"
#include "decide/dose_limits.h"

namespace bridge::decide {
namespace {

using library::Limit;
using library::LimitedQuantity;

std::string named_step(std::size_t index) { return "step " + std::to_string(index + 1); }

template <class Kind>
bool is_given(const std::optional<Kind>& quantity) {
  return quantity && !quantity->value().is_zero();
}

std::string_view place_of(const InfusionStep& step) {
  if (step.rate) return step.rate->from().field;
  if (step.dose_rate) return step.dose_rate->from().field;
  if (step.dose) return step.dose->from().field;
  if (step.volume) return step.volume->from().field;
  if (step.duration) return step.duration->from().field;
  return "steps";
}

// The order as if this step were all of it.
InfusionOrder order_of(const InfusionOrder& order, const InfusionStep& step) {
  InfusionOrder alone = order;
  alone.steps.clear();
  alone.components.clear();  // the bag's volume is not the step's
  alone.loading_dose.reset();
  alone.titration.reset();
  alone.delivery_mode.reset();
  alone.rate = step.rate;
  alone.dose_rate = step.dose_rate;
  alone.dose = step.dose;
  alone.volume = step.volume;
  alone.duration = step.duration;
  return alone;
}

void take_findings(Checking& checking, CheckOutcome& outcome, std::size_t index) {
  const auto take = [index](Faults& from, Faults& to) {
    for (Fault& fault : from) {
      fault.detail =
          fault.detail.empty() ? named_step(index) : named_step(index) + ": " + fault.detail;
      to.push_back(std::move(fault));
    }
  };
  take(outcome.findings, checking.outcome.findings);
  take(outcome.holds, checking.outcome.holds);
  checking.outcome.held_by_soft_limit =
      checking.outcome.held_by_soft_limit || outcome.held_by_soft_limit;
}

void malformed(Checking& checking, std::size_t index, std::string_view why) {
  checking.error(FaultCode::steps_malformed, place_of(checking.order.steps[index]),
                 named_step(index).append(": ").append(why));
}

bool shape_is_right(Checking& checking, std::size_t index) {
  const InfusionStep& step = checking.order.steps[index];
  const bool last = index + 1 == checking.order.steps.size();
  switch (step.type) {
    case StepType::loading_dose:
      if (index == 0) return true;
      malformed(checking, index, "only the first step is a loading dose");
      return false;
    case StepType::continuous:
      return true;
    case StepType::delay:
      // A sender may say that nothing flows with zeros.
      if (!is_given(step.duration)) {
        malformed(checking, index, "a delay needs its duration");
      } else if (is_given(step.rate) || is_given(step.dose_rate) || is_given(step.dose) ||
                 is_given(step.volume)) {
        malformed(checking, index, "nothing flows in a delay");
      } else if (last) {
        malformed(checking, index, "nothing follows the delay");
      } else {
        return true;
      }
      return false;
  }
  BRIDGE_ASSERT(false);
}

// Runs the checks of one rate on one step; nullopt when rate or volume do not follow from it.
std::optional<StepRun> run_of(Checking& checking, std::size_t index) {
  const InfusionStep& step = checking.order.steps[index];
  const Dimension volume{.volume = 1};
  const Dimension time{.time = 1};
  if (step.type == StepType::delay) {
    return StepRun{{}, {Rational(0), volume}, step.duration->exact()};
  }
  const InfusionOrder alone = order_of(checking.order, step);
  Checking one{.order = alone,
               .context = checking.context,
               .policy = checking.policy,
               .outcome = {},
               .part = Checking::Part::step,
               .library = checking.library,
               .drug = checking.drug,
               .drug_coding = checking.drug_coding,
               .care_area = checking.care_area,
               .setups = {},
               .setup = checking.setup,
               .concentration = checking.concentration,
               .library_bag = checking.library_bag,
               .quantities = {},
               .rate = {},
               .step_runs = {},
               .account = {}};
  for (void (*check)(Checking&) : {no_quantity_is_zero, unit_is_the_librarys, quantities_agree,
                                   rate_is_given, limits_are_kept, pump_can_deliver}) {
    check(one);
  }
  const bool complete = one.rate && one.quantities->knows(Figure::volume) &&
                        !one.quantities->exact(Figure::volume).in_base_units.is_zero();
  const bool failed = any_error(one.outcome.findings);
  std::optional<StepRun> run;
  if (complete) {
    const Measure& flowed = one.quantities->exact(Figure::volume);
    run = StepRun{one.rate, flowed, flowed / flow(one.rate->exact_ml_h)};
    BRIDGE_ASSERT(run->time.dimension == time);
  }
  // What is missing has one name here, whichever check noticed it.
  std::erase_if(one.outcome.findings,
                [](const Fault& fault) { return fault.code == FaultCode::rate_missing; });
  take_findings(checking, one.outcome, index);
  if (!complete && (!failed || one.outcome.findings.empty())) {
    malformed(checking, index, "rate and volume must follow from what it states");
  } else if (complete && !run->volume.in_base_units.is_decimal()) {
    malformed(checking, index, "its volume is no finite decimal of mL");
    run.reset();
  }
  return run;
}

void steps_are_as_planned(Checking& checking) {
  const library::StepPlan& plan = *checking.setup->steps;
  const std::vector<InfusionStep>& steps = checking.order.steps;
  const auto refuse = [&](std::size_t index, std::string detail) {
    checking.error(FaultCode::steps_outside_plan, place_of(steps[index]),
                   named_step(index) + ": " + detail);
  };
  if (steps.size() > plan.max_steps) {
    checking.error(FaultCode::steps_outside_plan, "steps",
                   std::to_string(steps.size()) + " steps; the plan has up to " +
                       std::to_string(plan.max_steps));
  }
  std::optional<Rational> before;
  for (std::size_t index = 0; index < steps.size(); ++index) {
    if (steps[index].type == StepType::delay) continue;
    if (plan.gated && index > 0 && steps[index].start != StepStart::pause_for_confirmation) {
      refuse(index, "it must wait for a person's confirmation");
    }
    if (checking.step_runs.empty()) continue;
    // A plan is for what was meant: the schedule's rate, not that of a volume cut to 0.01 mL.
    const bool scheduled = checking.taper != nullptr && !checking.taper->rates_ml_h.empty();
    const Rational& rate =
        scheduled ? checking.taper->rates_ml_h[index] : checking.step_runs[index].rate->exact_ml_h;
    if (before && rate > *before) {
      const std::string text =
          readable(rate) + " mL per hour after " + readable(*before) + " mL per hour";
      if (!plan.may_increase) refuse(index, text + "; the plan lets no step be faster");
      if (plan.max_step_factor && rate > *before * plan.max_step_factor->exact()) {
        refuse(index, text + "; the plan allows " + plan.max_step_factor->text() + " times");
      }
    }
    before = rate;
  }
}

Measure total(const std::vector<StepRun>& runs, Measure StepRun::*part) {
  Measure sum = runs.front().*part;
  sum.in_base_units = Rational(0);
  for (const StepRun& run : runs) {
    // Only what flows: a delay makes no infusion slower.
    if (run.rate) sum.in_base_units = sum.in_base_units + (run.*part).in_base_units;
  }
  return sum;
}

// A stated volume is the bag's, or all of the steps' together; more cannot flow out of it.
void bag_is_enough(Checking& checking, const Measure& flows) {
  const InfusionOrder& order = checking.order;
  const auto bag = order.volume ? std::optional(order.volume->exact()) : bag_volume(order);
  if (bag && flows.in_base_units > bag->in_base_units) {
    checking.error(FaultCode::quantities_disagree,
                   order.volume ? std::string_view(order.volume->from().field) : "steps",
                   "the steps make " + readable(flows.in_base_units) + " mL; the bag holds " +
                       readable(bag->in_base_units) + " mL");
  }
  // What stays in the bag is a rest, as of overfill; more than a tenth is a slip in one of the two.
  if (order.volume &&
      order.volume->exact().in_base_units > flows.in_base_units * Rational(11, 10)) {
    checking.error(FaultCode::quantities_disagree, order.volume->from().field,
                   "the steps make " + readable(flows.in_base_units) + " of " +
                       readable(order.volume->exact().in_base_units) + " mL");
  }
  const PumpModel* model = checking.context.model;
  if (model != nullptr && flows.in_base_units > model->max_volume_ml) {
    checking.error(FaultCode::pump_maximum, "steps",
                   readable(flows.in_base_units) + " mL; the pump takes up to " +
                       readable(model->max_volume_ml) + " mL");
  }
}

}  // namespace

// 9043, 9044, and a loading step without leave (9042).
void steps_are_permitted(Checking& checking) {
  const std::vector<InfusionStep>& steps = checking.order.steps;
  if (steps.empty()) return;
  if (checking.setup != nullptr && !checking.setup->steps) {
    checking.error(FaultCode::steps_not_permitted, "drug");
  }
  bool delays = false;
  for (const InfusionStep& step : steps) {
    delays = delays || step.type == StepType::delay;
    if (step.type == StepType::loading_dose && checking.setup != nullptr &&
        !checking.setup->loading) {
      checking.error(FaultCode::loading_not_permitted, place_of(step));
    }
  }
  if (checking.kind() == ProgramKind::rate_change) {
    checking.error(FaultCode::mode_not_supported, "order", "a rate change of a stepped program");
  }
  const PumpModel* model = checking.context.model;
  if (model == nullptr) return;
  if (!model->can(PumpAbility::multistep)) {
    checking.error(FaultCode::steps_unsupported, "steps");
  } else if (delays && !model->can(PumpAbility::delay)) {
    checking.error(FaultCode::steps_unsupported, "steps", "it has no delay between steps");
  }
}

// 9041. Each step is checked like an order of its own, exactly and as the pump would run it.
void steps_are_well_formed(Checking& checking) {
  const InfusionOrder& order = checking.order;
  if (order.steps.empty()) return;
  if (order.rate || order.dose_rate || order.dose || order.duration || order.pca ||
      order.loading_dose || order.titration) {
    checking.error(FaultCode::steps_malformed, "steps",
                   "beside steps an order states no rate, dose or time of its own");
  }
  std::vector<StepRun> runs;
  for (std::size_t index = 0; index < order.steps.size(); ++index) {
    if (!shape_is_right(checking, index)) continue;
    if (auto run = run_of(checking, index)) runs.push_back(std::move(*run));
  }
  if (runs.size() == order.steps.size()) checking.step_runs = std::move(runs);
}

// D9, and the limits of all steps together: dose, volume and time; the loading step's own.
void steps_keep_limits(Checking& checking) {
  if (checking.order.steps.empty() || checking.setup == nullptr) return;
  if (checking.setup->steps) steps_are_as_planned(checking);
  if (checking.step_runs.empty()) return;
  const Measure flows = total(checking.step_runs, &StepRun::volume);
  bag_is_enough(checking, flows);
  const std::string_view all = "all steps";
  for (const Limit& limit : checking.setup->limits) {
    if (limit.quantity == LimitedQuantity::volume) {
      hold_against(checking, limit, flows, "steps", all);
    } else if (limit.quantity == LimitedQuantity::duration) {
      hold_against(checking, limit, total(checking.step_runs, &StepRun::time), "steps", all);
    } else if (limit.quantity == LimitedQuantity::dose && checking.concentration) {
      hold_against(checking, limit, flows * checking.concentration->ratio, "steps", all);
    } else if (limit.quantity == LimitedQuantity::loading_dose && checking.concentration &&
               checking.order.steps.front().type == StepType::loading_dose) {
      hold_against(checking, limit,
                   checking.step_runs.front().volume * checking.concentration->ratio, "steps",
                   named_step(0));
    }
  }
}

}  // namespace bridge::decide
