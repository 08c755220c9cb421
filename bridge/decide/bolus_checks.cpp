// SPDX-License-Identifier: Apache-2.0
// A clinician's dose out of what runs (CH): the running infusion, its drug, bag and rest
// (9034-9040).
#include "decide/checking.h"
#include "decide/dose_limits.h"

namespace bridge::decide {
namespace {

using library::Limit;
using library::LimitedQuantity;

// The parent as it runs on this pump; at order time, as it was ordered.
struct Parent {
  const InfusionOrder* order = nullptr;
  const RunningInfusion* running = nullptr;
};

std::optional<Parent> parent_of(Checking& checking) {
  const auto refuse = [&](std::string detail) -> std::optional<Parent> {
    checking.error(FaultCode::parent_not_running, "parent_order_number", std::move(detail));
    return std::nullopt;
  };
  const EntityId& number = checking.order.parent_order_number;
  if (number.empty()) return refuse("no parent order is named");
  const PatientHistory* history = checking.context.history;
  const InfusionOrder* order = history == nullptr ? nullptr : history->order(number.key());
  if (order == nullptr) return refuse("this patient has no such active order");
  if (checking.context.pump == nullptr) return Parent{order, nullptr};
  const RunningInfusion* running = history->of_order(number.key());
  if (running == nullptr || running->pump != checking.context.pump->pump.key()) {
    return refuse("the parent order does not run on this pump");
  }
  return Parent{order, running};
}

std::optional<Measure> ratio_of_parent(const Checking& checking, const Parent& parent) {
  if (parent.running != nullptr && parent.running->program && parent.running->program->strength &&
      parent.running->program->strength_volume) {
    return parent.running->program->strength->exact() /
           parent.running->program->strength_volume->exact();
  }
  auto bag = concentration_by_strength(*parent.order);
  if (!bag) {
    bag = concentration_by_components(*parent.order, *checking.library, *checking.drug);
  }
  if (!bag) bag = concentration_by_dose(*parent.order);
  return bag ? std::optional(bag->ratio) : std::nullopt;
}

Dimension dose_form(Dimension dose_rate) {
  dose_rate.time = 0;
  return dose_rate;
}

void same_drug_and_bag(Checking& checking, const Parent& parent) {
  const library::Drug* runs = drug_of(*parent.order, *checking.library);
  if (runs != checking.drug) {
    return checking.error(FaultCode::bolus_drug_differs, "drug");
  }
  const auto ratio = ratio_of_parent(checking, parent);
  if (!checking.concentration || !ratio || checking.concentration->ratio == *ratio) return;
  std::string detail = "the concentrations are of different kinds";
  if (ratio->dimension == checking.concentration->ratio.dimension) {
    const Rational times = checking.concentration->ratio.in_base_units / ratio->in_base_units;
    detail = times.approximate(4) + " times the concentration of what runs";
  }
  checking.error(FaultCode::bolus_concentration_differs, "strength", std::move(detail));
}

// 9040: as the running infusion is dosed, so is the bolus: mcg/kg/min and mcg/kg, or both whole.
void same_unit(Checking& checking, const Parent& parent) {
  if (!checking.order.dose) return;
  std::optional<Unit> running;
  if (parent.running != nullptr && parent.running->program && parent.running->program->dose_rate) {
    running = parent.running->program->dose_rate->unit();
  } else if (parent.order->dose_rate) {
    running = parent.order->dose_rate->unit();
  } else if (checking.setup != nullptr) {
    running = checking.setup->dosing_unit;
  }
  if (!running) return;
  const Dose& dose = *checking.order.dose;
  if (dose.unit().dimension() == dose_form(running->dimension())) return;
  checking.error(FaultCode::bolus_unit_differs, dose.from().field,
                 readable(dose.value().exact(), dose.unit()) + "; the infusion is dosed in " +
                     std::string(running->screen_text()));
}

std::optional<Measure> bolus_volume(const Checking& checking) {
  if (checking.order.volume) return checking.order.volume->exact();
  if (!checking.order.dose) return std::nullopt;
  return volume_of_dose(checking, checking.order.dose->exact());
}

}  // namespace

// 9038, 9039, 9035, 9036, 9037, 9040: in the order in which a person would look.
void bolus_fits_what_runs(Checking& checking) {
  if (!checking.is_bolus()) return;
  const InfusionOrder& order = checking.order;
  if (order.pca || !order.steps.empty() || order.loading_dose || order.titration) {
    checking.error(FaultCode::mode_not_supported, "order",
                   "a bolus is one dose: no steps, patient doses, loading dose or titration");
  }
  const ProgramRequest* request = checking.context.request;
  if (request != nullptr && request->kind == ProgramKind::rate_change) {
    checking.error(FaultCode::mode_not_supported, "order", "a bolus has no rate to change");
  }
  const PumpModel* model = checking.context.model;
  if (model != nullptr && !model->can(PumpAbility::bolus)) {
    checking.error(FaultCode::bolus_unsupported, "order");
  }
  if (checking.setup != nullptr && !checking.setup->bolus) {
    checking.error(FaultCode::bolus_not_permitted, "drug");
  }
  if (!order.dose && !order.volume) {
    checking.error(FaultCode::volume_missing, "dose", "a bolus needs its dose or its volume");
  }
  const auto parent = parent_of(checking);
  if (!parent || checking.drug == nullptr) return;
  same_drug_and_bag(checking, *parent);
  same_unit(checking, *parent);
}

// D2 and 9034. A pump that is told no rate gives the bolus at its own, which no limit here bounds.
void bolus_keeps_limits(Checking& checking) {
  if (!checking.is_bolus() || checking.setup == nullptr) return;
  const InfusionOrder& order = checking.order;
  const auto volume = bolus_volume(checking);
  const std::string_view place = order.dose     ? std::string_view(order.dose->from().field)
                                 : order.volume ? std::string_view(order.volume->from().field)
                                                : std::string_view("dose");
  for (const Limit& limit : checking.setup->limits) {
    if (limit.quantity == LimitedQuantity::bolus_dose) {
      if (order.dose) {
        hold_against(checking, limit, order.dose->exact(), place);
      } else if (volume && checking.concentration) {
        hold_against(checking, limit, *volume * checking.concentration->ratio, place);
      }
    } else if (limit.quantity == LimitedQuantity::bolus_rate) {
      if (!checking.rate) {
        if (any_error(checking.outcome.findings)) continue;
        checking.error(FaultCode::rate_missing, "rate",
                       "the library limits the rate of a bolus, and the order tells none");
        continue;
      }
      hold_against(checking, limit, flow(checking.rate->exact_ml_h), "rate");
      if (checking.context.model == nullptr ||
          checking.rate->shown_ml_h == checking.rate->exact_ml_h) {
        continue;
      }
      hold_against(checking, limit, flow(checking.rate->shown_ml_h), "rate", "on the pump");
    }
  }
  const PatientHistory* history = checking.context.history;
  if (!volume || history == nullptr || checking.context.pump == nullptr) return;
  const RunningInfusion* parent = history->of_order(order.parent_order_number.key());
  if (parent == nullptr || !parent->remaining_ml) return;
  if (volume->in_base_units <= *parent->remaining_ml) return;
  checking.error(
      FaultCode::bolus_beyond_bag, place,
      readable(volume->in_base_units) + " mL; " + readable(*parent->remaining_ml) + " mL are left");
}

}  // namespace bridge::decide
