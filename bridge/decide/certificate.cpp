// SPDX-License-Identifier: Apache-2.0
// Renders what the checks found out; computes nothing that they did not.
#include "decide/certificate.h"

#include <array>

#include "clinical/screen.h"
#include "decide/checking.h"
#include "decide/dose_limits.h"

namespace bridge::decide {
namespace {

class Lines {
 public:
  void add(StepKind kind, std::string_view subject, std::string text, std::string source = {}) {
    steps_.push_back({kind, std::string(subject), std::move(text), std::move(source)});
  }
  std::vector<CertificateStep> take() { return std::move(steps_); }

 private:
  std::vector<CertificateStep> steps_;
};

std::string source_of(const Origin& from) {
  if (from.row.empty()) return from.field;
  return from.field.empty() ? from.row : from.field + ", " + from.row;
}

template <class Kind>
void input(Lines& lines, std::string_view subject, const std::optional<Kind>& quantity) {
  if (!quantity) return;
  const Amount& amount = quantity->amount();
  std::string text = screen_text(amount);
  if (!amount.text.empty() && amount.text != amount.value.text()) {
    text.append(", sent as ").append(amount.text);
  }
  lines.add(StepKind::input, subject, std::move(text), source_of(amount.from));
}

void inputs(Lines& lines, const Checking& checking) {
  const InfusionOrder& order = checking.order;
  input(lines, "rate", order.rate);
  input(lines, "dose rate", order.dose_rate);
  input(lines, "dose", order.dose);
  input(lines, "volume", order.volume);
  input(lines, "duration", order.duration);
  input(lines, "loading dose", order.loading_dose);
  if (order.pca) {
    input(lines, "patient dose", order.pca->demand_dose);
    input(lines, "lockout", order.pca->lockout);
    input(lines, "dose limit", order.pca->dose_limit);
    input(lines, "volume limit", order.pca->volume_limit);
    input(lines, "limit window", order.pca->limit_window);
  }
  for (std::size_t index = 0; index < order.steps.size(); ++index) {
    const InfusionStep& step = order.steps[index];
    const std::string name = "step " + std::to_string(index + 1);
    input(lines, name + " rate", step.rate);
    input(lines, name + " dose rate", step.dose_rate);
    input(lines, name + " dose", step.dose);
    input(lines, name + " volume", step.volume);
    input(lines, name + " duration", step.duration);
  }
  if (order.titration) {
    input(lines, "titration increment", order.titration->increment);
    input(lines, "titration interval", order.titration->interval);
    input(lines, "titration minimum", order.titration->minimum);
    input(lines, "titration maximum", order.titration->maximum);
  }
  input(lines, "strength", order.strength);
  input(lines, "strength volume", order.strength_volume);
  for (const Component& component : order.components) {
    input(lines, name_of(component.role), component.amount);
    input(lines, name_of(component.role), component.volume);
  }
  input(lines, "weight", order.weight);
  input(lines, "height", order.height);
  input(lines, "body surface", order.surface);
  if (order.route) {
    lines.add(StepKind::input, "route", std::string(name_of(*order.route)),
              source_of(order.route_from));
  }
}

// The unit that people read a figure in: the stated one, else that of the dosing unit or the pump.
std::optional<Unit> unit_for(const Checking& checking, Figure figure) {
  if (const Amount* stated = checking.quantities->stated(figure)) return stated->unit;
  const auto fits = [&](std::optional<Unit> unit) {
    return unit && unit->dimension() == checking.quantities->exact(figure).dimension;
  };
  const library::Setup* setup = checking.setup;
  if (setup != nullptr && fits(setup->dosing_unit)) return setup->dosing_unit;
  if (checking.library_bag != nullptr && fits(checking.library_bag->amount.unit)) {
    return checking.library_bag->amount.unit;
  }
  for (const std::string_view ucum :
       {"mL/h", "mL", "h", "mg", "ug/min", "[iU]", "[iU]/h", "meq", "meq/h", "mmol", "mmol/h",
        "mg/kg", "ug/kg/min", "mg/m2", "mg/mL", "[iU]/mL", "meq/mL", "mmol/mL"}) {
    if (const auto unit = Unit::from_ucum(ucum); fits(unit)) return unit;
  }
  return std::nullopt;
}

std::string figure_text(const Checking& checking, Figure figure) {
  const InfusionOrder& order = checking.order;
  if (figure == Figure::weight) return screen_text(order.weight->amount());
  if (const Amount* stated = checking.quantities->stated(figure)) return screen_text(*stated);
  if (figure == Figure::concentration &&
      checking.concentration->source == ConcentrationSource::strength) {
    return "(" + screen_text(order.strength->amount()) + " / " +
           screen_text(order.strength_volume->amount()) + ")";
  }
  const auto unit = unit_for(checking, figure);
  const Measure& value = checking.quantities->exact(figure);
  return unit ? readable(value.in(*unit), *unit) : readable(value.in_base_units);
}

// "255/8 mL per hour = 31.875 mL per hour": the exact fraction first when it is not a short
// decimal.
std::string exact_text(const Rational& value, Unit unit) {
  const std::string shown = screen_text(value, unit);
  const auto decimal = value.decimal();
  if (decimal && screen_text(*decimal, unit) == shown) {
    if (decimal->scale() == 0) return shown;
    return value.text() + ' ' + std::string(unit.screen_text()) + " = " + shown;
  }
  return value.text() + ' ' + std::string(unit.screen_text()) + ", about " + shown;
}

// "rate = dose rate * weight / concentration: 10 ug/kg/min * 85 kg / (400 mg / 250 mL) = ..."
void relation(Lines& lines, const Checking& checking, std::size_t number, Figure subject) {
  const Quantities& quantities = *checking.quantities;
  const auto value = quantities.by(number, subject);
  const auto unit = unit_for(checking, subject);
  if (!value || !unit || value->dimension != unit->dimension()) return;
  std::string text = quantities.formula(number, subject);
  std::string numbers = text;
  // The names of the formula in order of length, so that "dose rate" goes before "dose" and "rate".
  constexpr std::array longest_first = {Figure::concentration, Figure::surface, Figure::dose_rate,
                                        Figure::duration,      Figure::volume,  Figure::weight,
                                        Figure::dose,          Figure::rate};
  numbers.erase(0, numbers.find("= ") + 2);
  std::string replaced;
  for (std::size_t at = 0; at < numbers.size();) {
    bool found = false;
    for (const Figure figure : longest_first) {
      if (figure == subject || numbers.compare(at, name_of(figure).size(), name_of(figure)) != 0) {
        continue;
      }
      replaced += figure_text(checking, figure);
      at += name_of(figure).size();
      found = true;
      break;
    }
    if (!found) replaced += numbers[at++];
  }
  text.append(": ").append(replaced).append(" = ").append(exact_text(value->in(*unit), *unit));
  const Amount* stated = quantities.stated(subject);
  if (stated != nullptr) text.append("; given ").append(screen_text(*stated));
  lines.add(StepKind::relation, name_of(subject), std::move(text));
}

void relations(Lines& lines, const Checking& checking) {
  const Quantities& quantities = *checking.quantities;
  if (checking.concentration) {
    const auto source = checking.concentration->source;
    std::string text = "concentration = " + std::string(name_of(source)) + " = " +
                       figure_text(checking, Figure::concentration);
    std::string from;
    if (checking.library_bag != nullptr) {
      from = "library: " + screen_text(checking.library_bag->amount) + " in " +
             screen_text(checking.library_bag->volume);
    }
    lines.add(StepKind::relation, "concentration", std::move(text), std::move(from));
  }
  for (std::size_t number = 0; number < quantities.relation_count(); ++number) {
    if (!quantities.all_known(number)) continue;
    std::optional<Figure> subject;
    for (const Figure figure :
         {Figure::rate, Figure::dose_rate, Figure::dose, Figure::volume, Figure::duration}) {
      if (!quantities.concerns(number, figure)) continue;
      // What the relation made comes before what it only confirms.
      if (quantities.made_by(figure) == number) {
        subject = figure;
        break;
      }
      if (!subject && quantities.stated(figure) != nullptr) subject = figure;
    }
    if (subject) relation(lines, checking, number, *subject);
  }
}

void rounding(Lines& lines, const Checking& checking) {
  const ShownRate& rate = *checking.rate;
  if (rate.how == RateRounding::none) return;
  const std::string source =
      checking.context.model != nullptr ? "pump model " + checking.context.model->model : "";
  lines.add(StepKind::rounding, "rate",
            readable(rate.exact_ml_h) + " mL per hour to " + readable(rate.shown_ml_h) +
                " mL per hour, step " + readable(rate.step_ml_h) + " mL per hour, " +
                std::string(name_of(rate.how)) + ", error " + rate.error_percent().approximate(2) +
                " %",
            source);
}

void limits(Lines& lines, const Checking& checking) {
  for (const library::Limit& limit : checking.setup->limits) {
    if (!is_of_run(limit.quantity)) continue;
    const auto ordered = ordered_value(limit, *checking.quantities);
    const auto delivered =
        checking.rate && checking.context.model != nullptr
            ? delivered_value(limit, *checking.quantities, flow(checking.rate->shown_ml_h))
            : std::nullopt;
    std::string text;
    if (ordered) {
      text =
          readable(*ordered, limit.unit) + " " + std::string(name_of(standing_of(limit, *ordered)));
    }
    if (delivered && !(ordered && *delivered == *ordered)) {
      text.append(text.empty() ? "" : "; on the pump ").append(readable(*delivered, limit.unit));
      text.append(" ").append(name_of(standing_of(limit, *delivered)));
    }
    if (text.empty()) text = "not known";
    lines.add(StepKind::limit, name_of(limit.quantity), text + "; " + bounds_text(limit),
              limit.rationale.empty() ? limit.source : limit.source + ", " + limit.rationale);
  }
}

void result(Lines& lines, const Checking& checking) {
  const auto& program = checking.outcome.program;
  if (!program) {
    return lines.add(StepKind::result, "program", "refused: nothing is programmed");
  }
  std::string text(name_of(program->kind));
  const auto part = [&text](std::string_view name, const auto& quantity) {
    if (quantity)
      text.append(", ").append(name).append(" ").append(screen_text(quantity->amount()));
  };
  part("dose rate", program->dose_rate);
  part("dose", program->dose);
  part("over", program->duration);
  part("rate", program->rate);
  part("volume", program->vtbi);
  part("the pump shows", program->expected_rate);
  if (checking.outcome.held_by_soft_limit) text.append("; held by a soft limit until released");
  lines.add(StepKind::result, "program", std::move(text));
}

}  // namespace

Certificate certificate_of(const Checking& checking) {
  Lines lines;
  inputs(lines, checking);
  if (checking.quantities) relations(lines, checking);
  if (checking.rate) rounding(lines, checking);
  if (checking.setup != nullptr && checking.quantities) limits(lines, checking);
  for (const CertificateStep& step : checking.account) {
    lines.add(step.kind, step.subject, step.text, step.source);
  }
  result(lines, checking);
  return {checking.library != nullptr ? checking.library->label() : std::string(), lines.take()};
}

}  // namespace bridge::decide
