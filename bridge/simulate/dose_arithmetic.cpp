// SPDX-License-Identifier: Apache-2.0
// What a pump computes from a program: its rate from the dose rate and back. Written apart from the
// checks of the bridge, so that an error in one shows against the other.
#include "simulate/pump_channel.h"

namespace bridge::simulate {
namespace {

Unit unit(std::string_view ucum) { return *Unit::from_ucum(ucum); }

// One mL/h of this program gives so much drug, per kg or m2 of body where the dosing unit says so;
// in base units of the dose rate's dimension.
std::optional<Rational> dose_per_ml_h(const InfusionProgram& program) {
  const Dimension& dosed = program.dose_rate->unit().dimension();
  const Rational ml_per_min(1, 60);
  Rational per_ml(1);
  if (dosed.volume == 0) {
    if (!program.strength || !program.strength_volume) return std::nullopt;
    const Measure drug = program.strength->exact();
    const Rational ml = program.strength_volume->exact().in(unit("mL"));
    if (ml.is_zero() || drug.in_base_units.is_zero()) return std::nullopt;
    per_ml = drug.in_base_units / ml;
    // Units of another kind of drug amount never convert: mg and [iU] cannot be compared.
    Dimension expected = drug.dimension;
    expected.time = -1;
    expected.body_weight = dosed.body_weight;
    expected.area = dosed.area;
    if (!(expected == dosed)) return std::nullopt;
  }
  Rational body(1);
  if (dosed.body_weight != 0) {
    if (!program.weight) return std::nullopt;
    body = program.weight->exact().in(unit("kg"));
  }
  if (dosed.area != 0) {
    if (!program.surface) return std::nullopt;
    body = program.surface->exact().in(unit("m2"));
  }
  if (body.is_zero()) return std::nullopt;
  return per_ml * ml_per_min / body;
}

std::optional<Rational> volume_of(const InfusionProgram& program) {
  if (program.vtbi) return program.vtbi->exact().in(unit("mL"));
  if (!program.dose || !program.strength || !program.strength_volume) return std::nullopt;
  if (!(program.dose->exact().dimension == program.strength->exact().dimension))
    return std::nullopt;
  if (program.strength->value().is_zero()) return std::nullopt;
  return program.dose->exact().in_base_units / program.strength->exact().in_base_units *
         program.strength_volume->exact().in(unit("mL"));
}

}  // namespace

std::optional<Rational> rate_of(const InfusionProgram& program) {
  if (program.rate) return program.rate->exact().in(unit("mL/h"));
  if (program.dose_rate) {
    const auto per_ml_h = dose_per_ml_h(program);
    if (!per_ml_h) return std::nullopt;
    return program.dose_rate->exact().in_base_units / *per_ml_h;
  }
  const auto volume = volume_of(program);
  if (!volume || !program.duration || program.duration->value().is_zero()) return std::nullopt;
  return *volume / program.duration->exact().in(unit("h"));
}

std::optional<Rational> volume_of_dose(const InfusionProgram& program, const Dose& dose) {
  if (!program.strength || !program.strength_volume) return std::nullopt;
  const Measure drug = program.strength->exact();
  if (drug.in_base_units.is_zero()) return std::nullopt;
  Measure asked = dose.exact();
  if (asked.dimension.body_weight != 0) {
    if (!program.weight) return std::nullopt;
    asked = asked * program.weight->exact();
  }
  if (asked.dimension.area != 0) {
    if (!program.surface) return std::nullopt;
    asked = asked * program.surface->exact();
  }
  if (!(asked.dimension == drug.dimension)) return std::nullopt;
  return asked.in_base_units / drug.in_base_units * program.strength_volume->exact().in(unit("mL"));
}

namespace {

std::optional<Stretch> stretch_of(const InfusionProgram& program, const InfusionStep& step) {
  Stretch stretch;
  stretch.own_volume = true;
  stretch.start = step.start;
  stretch.dose_rate = step.dose_rate;
  if (step.type == StepType::loading_dose) stretch.source = PumpSource::loading;
  if (step.duration) stretch.hours = step.duration->exact().in(unit("h"));
  if (step.type == StepType::delay) {
    if (!stretch.hours) return std::nullopt;
    return stretch;
  }
  InfusionProgram alone = program;
  alone.rate = step.rate;
  alone.dose_rate = step.dose_rate;
  alone.dose = step.dose;
  alone.vtbi = step.volume;
  alone.duration = step.duration;
  const auto rate = rate_of(alone);
  if (!rate) return std::nullopt;
  stretch.rate = *rate;
  if (step.volume) {
    stretch.volume = step.volume->exact().in(unit("mL"));
  } else if (step.dose) {
    stretch.volume = volume_of_dose(program, *step.dose);
    if (!stretch.volume) return std::nullopt;
  } else if (!stretch.hours) {
    return std::nullopt;
  }
  return stretch;
}

}  // namespace

std::vector<Stretch> plan_of(const InfusionProgram& program, const Rational& dose_rate_ml_h) {
  std::vector<Stretch> plan;
  for (const InfusionStep& step : program.steps) {
    const auto stretch = stretch_of(program, step);
    if (!stretch) return {};
    plan.push_back(*stretch);
  }
  if (!plan.empty()) return plan;
  if (program.loading_dose) {
    Stretch loading;
    loading.source = PumpSource::loading;
    loading.rate = dose_rate_ml_h;
    loading.volume = volume_of_dose(program, *program.loading_dose);
    if (!loading.volume) return {};
    plan.push_back(loading);
  }
  Stretch rest;
  rest.dose_rate = program.dose_rate;
  const auto rate = rate_of(program);
  const bool states_rate = program.rate || program.dose_rate;
  if (rate) rest.rate = *rate;
  // A PCA need not have a basal rate; one that cannot be told is none.
  if (!rate && (!program.pca || states_rate)) return {};
  plan.push_back(rest);
  return plan;
}

std::optional<Stretch> bolus_of(const InfusionProgram& program, const Rational& dose_rate_ml_h) {
  Stretch bolus;
  bolus.source = PumpSource::clinician;
  const std::optional<Rational> hours =
      program.duration && !program.duration->value().is_zero()
          ? std::optional<Rational>(program.duration->exact().in(unit("h")))
          : std::nullopt;
  if (program.dose) {
    bolus.volume = volume_of_dose(program, *program.dose);
  } else if (program.vtbi) {
    bolus.volume = program.vtbi->exact().in(unit("mL"));
  } else if (program.rate && hours) {
    bolus.volume = program.rate->exact().in(unit("mL/h")) * *hours;
  }
  if (!bolus.volume) return std::nullopt;
  bolus.rate = program.rate ? program.rate->exact().in(unit("mL/h"))
               : hours      ? *bolus.volume / *hours
                            : dose_rate_ml_h;
  return bolus;
}

std::optional<DoseRate> dose_rate_at(const InfusionProgram& program, const Rational& rate_ml_h) {
  if (!program.dose_rate) return std::nullopt;
  const auto per_ml_h = dose_per_ml_h(program);
  if (!per_ml_h) return std::nullopt;
  const Unit ordered = program.dose_rate->unit();
  const Rational exact = rate_ml_h * *per_ml_h / ordered.factor();
  const auto shown = exact.rounded_to(Rational(1, 100), Rounding::nearest_half_away).decimal();
  if (!shown) return std::nullopt;
  auto made = DoseRate::make({*shown, ordered, {}, {{}, "pump"}});
  if (!made) return std::nullopt;
  return *std::move(made);
}

}  // namespace bridge::simulate
