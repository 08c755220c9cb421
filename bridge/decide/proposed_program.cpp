// SPDX-License-Identifier: Apache-2.0
// The program that a checked order makes: what was ordered, carried and not converted.
#include "base/assert.h"
#include "decide/checking.h"
#include "decide/coded_drug.h"

namespace bridge::decide {
namespace {

// Only for values that the checks have found to be finite decimals above zero.
template <class Kind>
std::optional<Kind> computed(const Rational& value, std::string_view ucum, Origin from) {
  const auto unit = Unit::from_ucum(ucum);
  const auto decimal = value.decimal();
  if (!unit || !decimal) return std::nullopt;
  auto made = Kind::make(Amount{*decimal, *unit, {}, std::move(from)});
  if (!made) return std::nullopt;
  return std::move(made).value();
}

template <class Kind>
std::optional<Kind> of_library(const Amount& amount, const library::DrugLibrary& library) {
  Amount copy = amount;
  copy.from = {"library", library.label()};
  auto made = Kind::make(std::move(copy));
  if (!made) return std::nullopt;
  return std::move(made).value();
}

std::string rate_relation(const Checking& checking) {
  const Quantities& quantities = *checking.quantities;
  if (programs_dose_over_time(checking)) return quantities.formula(1, Figure::rate);
  if (programs_dose_rate(checking)) return quantities.formula(0, Figure::rate);
  const auto made_by = quantities.made_by(Figure::rate);
  return made_by ? quantities.formula(*made_by, Figure::rate) : "rate";
}

// The ordered rate when it is what the pump shows; else the computed one with its relation.
std::optional<FlowRate> shown_rate(const ShownRate& rate, const std::optional<FlowRate>& ordered,
                                   std::string relation) {
  if (ordered && ordered->unit().ucum() == "mL/h" && ordered->value().exact() == rate.shown_ml_h) {
    return ordered;
  }
  Origin from{ordered ? ordered->from().field : std::string(), std::move(relation)};
  if (rate.how != RateRounding::none) {
    from.row.append(", to ").append(readable(rate.step_ml_h)).append(" mL/h ");
    from.row.append(name_of(rate.how));
  }
  return computed<FlowRate>(rate.shown_ml_h, "mL/h", std::move(from));
}

std::optional<FlowRate> pump_rate(const Checking& checking) {
  return shown_rate(*checking.rate, checking.order.rate, rate_relation(checking));
}

std::optional<Volume> volume_to_infuse(const Checking& checking) {
  if (checking.order.volume) return checking.order.volume;
  const Quantities& quantities = *checking.quantities;
  const auto made_by = quantities.made_by(Figure::volume);
  return computed<Volume>(quantities.exact(Figure::volume).in_base_units, "mL",
                          {{},
                           made_by ? quantities.formula(*made_by, Figure::volume)
                                   : "volume = all volumes of the components"});
}

// As the order says it; of components, their sums; of neither, the library's bag that it equals.
void set_concentration(const Checking& checking, InfusionProgram& program) {
  const InfusionOrder& order = checking.order;
  if (order.strength && order.strength_volume) {
    program.strength = order.strength;
    program.strength_volume = order.strength_volume;
    return;
  }
  if (checking.library_bag == nullptr) return;
  const auto content = bag_content(order, *checking.library, *checking.drug);
  if (content) {
    for (const Component& component : order.components) {
      if (!component.amount || component.amount->unit().dimension() != content->drug.dimension) {
        continue;
      }
      program.strength = computed<Dose>(
          content->drug.in(component.amount->unit()), component.amount->unit().ucum(),
          {component.amount->from().field, "sum of the drug's additives"});
      break;
    }
    program.strength_volume = computed<Volume>(content->volume.in_base_units, "mL",
                                               {{}, "sum of the components' volumes"});
    if (program.strength && program.strength_volume) return;
  }
  program.strength = of_library<Dose>(checking.library_bag->amount, *checking.library);
  program.strength_volume = of_library<Volume>(checking.library_bag->volume, *checking.library);
}

void set_way(const Checking& checking, InfusionProgram& program) {
  const InfusionOrder& order = checking.order;
  program.route = *order.route;
  program.route_code = order.route_code;
  program.device = order.device;
  if (program.device.empty() && checking.context.model != nullptr) {
    program.device = Coding{checking.context.model->kind, {}, "HL70164"};
  }
  program.method = order.method;
}

// Beside the order's chosen code when an alternate of it told the drug; a component has its own.
std::string name_of_drug(const Checking& checking) {
  const InfusionOrder& order = checking.order;
  const bool of_order = coded_drug(order, *checking.library).by == checking.drug_coding;
  return of_order ? order.drug.text : std::string();
}

void set_who(const Checking& checking, InfusionProgram& program) {
  program.kind = checking.kind();
  program.placer_order_number = checking.order.placer_order_number;
  program.patient = checking.order.patient;
  program.drug = *checking.drug_coding;
  // The name that was checked goes along with an alternate that came without one.
  if (program.drug.text.empty()) program.drug.text = name_of_drug(checking);
  if (checking.context.pump != nullptr) program.pump = checking.context.pump->pump;
  if (const ProgramRequest* request = checking.context.request) {
    if (program.pump.empty()) program.pump = request->association.pump;
    // Where the patient is now, and not where the order was written.
    const Location& scanned = request->as_scanned.patient.location;
    if (!scanned.point_of_care.empty()) program.patient.location = scanned;
    program.requested_by = request->association.by;
    program.requested_at = request->association.at;
  }
}

// IHE PCD TF-2 3.3.4.4.5: a dose over a time, a dose rate as ordered, or a rate at the pump's
// resolution; never two of them. The duration goes along only with a dose: beside a rate and a
// volume it would be a third word on the same thing.
bool set_run(const Checking& checking, InfusionProgram& program) {
  const InfusionOrder& order = checking.order;
  BRIDGE_ASSERT(checking.rate.has_value());
  program.expected_rate = pump_rate(checking);
  if (programs_dose_over_time(checking)) {
    program.dose = order.dose;
    program.duration = order.duration;
  } else if (programs_dose_rate(checking)) {
    program.dose_rate = order.dose_rate;
  } else {
    program.rate = program.expected_rate;
  }
  program.loading_dose = order.loading_dose;
  if (program.kind == ProgramKind::rate_change) return program.expected_rate.has_value();
  program.vtbi = volume_to_infuse(checking);
  return program.expected_rate && program.vtbi;
}

// The basal rate, when there is one, as any other; the rest is carried as it was ordered.
bool set_patient_doses(const Checking& checking, InfusionProgram& program) {
  const InfusionOrder& order = checking.order;
  program.pca = order.pca;
  program.loading_dose = order.loading_dose;
  if (checking.quantities->knows(Figure::volume)) program.vtbi = volume_to_infuse(checking);
  if (!has_basal(order)) return true;
  BRIDGE_ASSERT(checking.rate.has_value());
  program.expected_rate = pump_rate(checking);
  if (programs_dose_rate(checking)) {
    program.dose_rate = order.dose_rate;
  } else {
    program.rate = program.expected_rate;
  }
  return program.expected_rate.has_value();
}

// IHE PCD TF-2 3.3.4.4.10: the dose or volume, with a rate or a time when the order has one.
bool set_bolus(const Checking& checking, InfusionProgram& program) {
  const InfusionOrder& order = checking.order;
  program.parent_order_number = order.parent_order_number;
  program.dose = order.dose;
  program.vtbi = order.volume;
  if (!checking.rate) return true;
  program.expected_rate = pump_rate(checking);
  if (order.rate || order.dose_rate) {
    program.rate = program.expected_rate;
  } else {
    program.duration = order.duration;
  }
  return program.expected_rate.has_value();
}

// RXG-5 is the volume of each step, so one that the order does not state is computed.
bool set_step(const StepRun& run, std::size_t index, InfusionStep& step, InfusionProgram& program) {
  if (step.type == StepType::delay) {
    step.rate.reset();
    step.dose_rate.reset();
    step.dose.reset();
    step.volume.reset();
    return true;
  }
  const std::string name = "step " + std::to_string(index + 1);
  const auto shown = shown_rate(*run.rate, step.rate, name + ": rate = volume / duration");
  if (!program.expected_rate) program.expected_rate = shown;
  if (step.rate || (!step.dose_rate && !step.dose)) step.rate = shown;
  if (!step.volume) {
    step.volume =
        computed<Volume>(run.volume.in_base_units, "mL", {{}, name + ": volume = rate * duration"});
  }
  return shown && step.volume;
}

bool set_steps(const Checking& checking, InfusionProgram& program) {
  program.steps = checking.order.steps;
  BRIDGE_ASSERT(checking.step_runs.size() == program.steps.size());
  bool complete = true;
  for (std::size_t index = 0; index < program.steps.size(); ++index) {
    complete =
        set_step(checking.step_runs[index], index, program.steps[index], program) && complete;
  }
  return complete;
}

}  // namespace

// Nothing is left out and nothing made up: what cannot be written as ordered is refused.
void program_can_be_written(Checking& checking) {
  if (any_error(checking.outcome.findings)) return;
  const InfusionOrder& order = checking.order;
  BRIDGE_ASSERT(checking.drug != nullptr && checking.setup != nullptr && order.route.has_value());
  BRIDGE_ASSERT(!order.delivery_mode || !order.steps.empty());
  InfusionProgram program;
  set_who(checking, program);
  const bool complete = checking.is_bolus()    ? set_bolus(checking, program)
                        : !order.steps.empty() ? set_steps(checking, program)
                        : order.pca            ? set_patient_doses(checking, program)
                                               : set_run(checking, program);
  set_concentration(checking, program);
  if (counts_by(Body::weight, checking)) program.weight = order.weight;
  if (counts_by(Body::surface, checking)) {
    program.surface = order.surface;
    program.height = order.height;
  }
  set_way(checking, program);
  if (!complete) return checking.error(FaultCode::number_too_long, "rate");
  checking.outcome.program = std::move(program);
}

}  // namespace bridge::decide
