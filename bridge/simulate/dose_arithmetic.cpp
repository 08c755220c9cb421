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
