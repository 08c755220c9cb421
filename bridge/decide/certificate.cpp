// SPDX-License-Identifier: Apache-2.0
// Renders what the checks found out; computes nothing that they did not.
#include "decide/certificate.h"

#include <algorithm>
#include <array>

#include "base/assert.h"
#include "clinical/screen.h"
#include "decide/checking.h"
#include "decide/coded_drug.h"
#include "decide/dose_limits.h"

namespace bridge::decide {
namespace {

class Lines {
 public:
  Lines() { steps_.reserve(24); }

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
void input(Lines& lines, std::string_view subject, const std::optional<Kind>& quantity,
           const Coding& of = {}) {
  if (!quantity) return;
  const Amount& amount = quantity->amount();
  std::string text = screen_text(amount);
  const std::string& what = of.text.empty() ? of.code : of.text;
  if (!what.empty()) text.append(" of ").append(what);
  if (!amount.text.empty() && amount.text != amount.value.text()) {
    text.append(", sent as ").append(amount.text);
  }
  lines.add(StepKind::input, subject, std::move(text), source_of(amount.from));
}

std::string unit_name(Unit unit) { return std::string(unit.screen_text()); }

// Which rules the order is held against: the drug as the library has it, where, and how it doses.
void library_entry(Lines& lines, const Checking& checking) {
  if (checking.drug == nullptr) return;
  std::string text = checking.drug->display;
  if (checking.care_area != nullptr) text.append(", ").append(checking.care_area->name);
  const library::Setup* setup = checking.setup;
  if (setup == nullptr) {
    text.append(", no entry for this order");
  } else {
    text.append(", ").append(name_of(setup->mode));
    if (setup->dosing_unit) text.append(", dosed in ").append(unit_name(*setup->dosing_unit));
  }
  lines.add(StepKind::input, "library entry", std::move(text),
            "by the order's code " + checking.drug_coding->code);
}

// What the sender's first code did not tell.
void told_by_alternate(Lines& lines, std::string_view subject, const CodedDrug& told,
                       const Coding& chosen) {
  if (!is_told_by_alternate(told, chosen)) return;
  std::string text = told.drug->display + " found by " + system_text(*told.by);
  text.append("; the first code is not in the library");
  lines.add(StepKind::input, subject, std::move(text), "by the order's code " + told.by->code);
}

void alternates(Lines& lines, const Checking& checking) {
  if (checking.library == nullptr) return;
  const InfusionOrder& order = checking.order;
  told_by_alternate(lines, "drug", coded_drug(order, *checking.library), order.drug);
  for (const Component& component : order.components) {
    told_by_alternate(lines, name_of(component.role), coded_drug(component, *checking.library),
                      component.code);
  }
}

void inputs(Lines& lines, const Checking& checking) {
  library_entry(lines, checking);
  alternates(lines, checking);
  const InfusionOrder& order = checking.taper != nullptr ? checking.taper->as_sent : checking.order;
  if (order.delivery_mode) lines.add(StepKind::input, "delivery", "ramp and taper");
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
    input(lines, name_of(component.role), component.amount, component.code);
    input(lines, name_of(component.role), component.volume, component.code);
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
  // Of several the first that makes a number of at most four digits before the point.
  std::optional<Unit> first;
  for (const std::string_view ucum :
       {"mL/h",      "mL",      "h",      "mg",      "g",     "ug",      "mg/h",   "g/h",
        "ug/min",    "[iU]",    "[iU]/h", "meq",     "meq/h", "mmol",    "mmol/h", "mg/kg",
        "ug/kg/min", "mg/kg/h", "mg/m2",  "mg/m2/d", "mg/mL", "[iU]/mL", "meq/mL", "mmol/mL"}) {
    const auto unit = Unit::from_ucum(ucum);
    if (!fits(unit)) continue;
    const Rational value = checking.quantities->exact(figure).in(*unit);
    if (value >= Rational(1) && value < Rational(10'000)) return unit;
    if (!first) first = unit;
  }
  return first;
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
  BRIDGE_ASSERT(value.has_value());  // only of a relation all of whose figures are known
  if (!unit || value->dimension != unit->dimension()) return;
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

constexpr std::array derived_figures = {Figure::rate, Figure::dose_rate, Figure::dose,
                                        Figure::volume, Figure::duration};

// What the relation made comes before what it only confirms.
std::optional<Figure> subject_of(const Quantities& quantities, std::size_t number) {
  std::optional<Figure> subject;
  for (const Figure figure : derived_figures) {
    if (!quantities.concerns(number, figure)) continue;
    if (quantities.made_by(figure) == number) return figure;
    if (!subject && quantities.stated(figure) != nullptr) subject = figure;
  }
  return subject;
}

// Those that are checked, and one that follows from them where it made a figure.
std::vector<std::size_t> relations_to_tell(const Quantities& quantities) {
  std::size_t count = quantities.relation_count();
  for (const Figure figure : derived_figures) {
    if (const auto maker = quantities.made_by(figure)) count = std::max(count, *maker + 1);
  }
  std::vector<std::size_t> numbers;
  for (std::size_t number = 0; number < count; ++number) {
    if (quantities.all_known(number)) numbers.push_back(number);
  }
  return numbers;
}

bool counts_with_known(const Quantities& quantities, std::size_t number,
                       const std::vector<std::size_t>& told) {
  return std::all_of(derived_figures.begin(), derived_figures.end(), [&](Figure figure) {
    if (!quantities.concerns(number, figure)) return true;
    const auto maker = quantities.made_by(figure);
    return !maker || *maker == number || std::find(told.begin(), told.end(), *maker) != told.end();
  });
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
  // Each after those that made what it counts with.
  std::vector<std::size_t> waiting = relations_to_tell(quantities);
  std::vector<std::size_t> told;
  while (!waiting.empty()) {
    auto next = std::find_if(waiting.begin(), waiting.end(), [&](std::size_t number) {
      return counts_with_known(quantities, number, told);
    });
    if (next == waiting.end()) next = waiting.begin();
    if (const auto subject = subject_of(quantities, *next)) {
      relation(lines, checking, *next, *subject);
    }
    told.push_back(*next);
    waiting.erase(next);
  }
}

void rounding(Lines& lines, const Checking& checking, const ShownRate& rate,
              std::string_view subject) {
  if (checking.context.model == nullptr) return;
  std::string text;
  if (rate.how == RateRounding::none) {
    text = "none: the pump can show " + readable(rate.exact_ml_h) + " mL per hour exactly";
  } else {
    text = readable(rate.exact_ml_h) + " mL per hour to " + readable(rate.shown_ml_h) +
           " mL per hour, step " + readable(rate.step_ml_h) + " mL per hour, " +
           std::string(name_of(rate.how)) + ", error " + rate.error_percent().approximate(2) + " %";
  }
  lines.add(StepKind::rounding, subject, std::move(text),
            "pump model " + checking.context.model->model);
}

std::string step_name(std::size_t index) { return "step " + std::to_string(index + 1); }

void roundings(Lines& lines, const Checking& checking) {
  if (checking.rate) rounding(lines, checking, *checking.rate, "rate");
  for (std::size_t index = 0; index < checking.step_runs.size(); ++index) {
    const auto& rate = checking.step_runs[index].rate;
    if (rate) rounding(lines, checking, *rate, step_name(index) + " rate");
  }
}

std::optional<Figure> figure_limited(library::LimitedQuantity quantity) {
  switch (quantity) {
    case library::LimitedQuantity::dose_rate:
      return Figure::dose_rate;
    case library::LimitedQuantity::dose:
      return Figure::dose;
    case library::LimitedQuantity::rate:
      return Figure::rate;
    case library::LimitedQuantity::volume:
      return Figure::volume;
    case library::LimitedQuantity::duration:
      return Figure::duration;
    default:
      return std::nullopt;
  }
}

// "5 g / 1.8 m2 = " where the limit counts otherwise than the order says it.
std::string converted(const Checking& checking, const library::Limit& limit) {
  const auto figure = figure_limited(limit.quantity);
  if (!figure || !checking.quantities->knows(*figure)) return {};
  const Dimension& own = checking.quantities->exact(*figure).dimension;
  const Amount* stated = checking.quantities->stated(*figure);
  if (own == limit.unit.dimension()) {
    if (stated == nullptr || stated->unit.factor() == limit.unit.factor()) return {};
    return screen_text(*stated) + " = ";
  }
  const Body from = body_of(own);
  const Body to = body_of(limit.unit.dimension());
  if (from == to) return {};
  std::string text = figure_text(checking, *figure);
  if (from != Body::none && checking.quantities->knows(figure_of(from))) {
    text.append(" * ").append(figure_text(checking, figure_of(from)));
  }
  if (to != Body::none && checking.quantities->knows(figure_of(to))) {
    text.append(" / ").append(figure_text(checking, figure_of(to)));
  }
  return text + " = ";
}

std::string source_of(const library::Limit& limit) {
  return limit.rationale.empty() ? limit.source : limit.source + ", " + limit.rationale;
}

bool is_of_rate(const library::Limit& limit) {
  return limit.quantity == library::LimitedQuantity::rate ||
         limit.quantity == library::LimitedQuantity::dose_rate;
}

// Each step runs at a rate of its own; dose and time of all of them have lines of their own.
void step_limits(Lines& lines, const Checking& checking, const library::Limit& limit) {
  if (!is_of_rate(limit)) return;
  for (std::size_t index = 0; index < checking.step_runs.size(); ++index) {
    const auto& rate = checking.step_runs[index].rate;
    if (!rate) continue;
    const Rational& runs = checking.context.model != nullptr ? rate->shown_ml_h : rate->exact_ml_h;
    const auto value = delivered_value(limit, *checking.quantities, flow(runs));
    if (!value) continue;
    lines.add(StepKind::limit, name_of(limit.quantity),
              step_name(index) + ": " + readable(*value, limit.unit) + " " +
                  std::string(name_of(standing_of(limit, *value))) + "; " + bounds_text(limit),
              source_of(limit));
  }
}

// A bolus, steps and patient doses are held against other limits; those stand in the account.
bool is_of_one_rate(const Checking& checking, const library::Limit& limit) {
  if (limit.quantity == library::LimitedQuantity::weight) return true;
  if (checking.is_bolus()) return false;
  return !checking.order.pca || (is_of_rate(limit) && has_basal(checking.order));
}

void limit_line(Lines& lines, const Checking& checking, const library::Limit& limit) {
  const auto ordered = ordered_value(limit, *checking.quantities);
  const auto delivered =
      checking.rate && checking.context.model != nullptr
          ? delivered_value(limit, *checking.quantities, flow(checking.rate->shown_ml_h))
          : std::nullopt;
  std::string text;
  if (ordered) {
    text = converted(checking, limit) + readable(*ordered, limit.unit) + " " +
           std::string(name_of(standing_of(limit, *ordered)));
  }
  if (delivered && !(ordered && *delivered == *ordered)) {
    text.append(text.empty() ? "" : "; on the pump ").append(readable(*delivered, limit.unit));
    text.append(" ").append(name_of(standing_of(limit, *delivered)));
  }
  if (text.empty()) text = "not known";
  lines.add(StepKind::limit, name_of(limit.quantity), text + "; " + bounds_text(limit),
            source_of(limit));
}

void limits(Lines& lines, const Checking& checking) {
  for (const library::Limit& limit : checking.setup->limits) {
    if (!is_of_run(limit.quantity)) continue;
    const bool in_steps =
        !checking.order.steps.empty() && limit.quantity != library::LimitedQuantity::weight;
    if (in_steps) {
      step_limits(lines, checking, limit);
    } else if (is_of_one_rate(checking, limit)) {
      limit_line(lines, checking, limit);
    }
  }
}

std::string step_text(const InfusionStep& step) {
  std::string text;
  if (step.type == StepType::delay) text = "nothing";
  const auto part = [&text](std::string_view before, const auto& quantity) {
    if (quantity) text.append(text.empty() ? "" : before).append(screen_text(quantity->amount()));
  };
  part(" at ", step.dose_rate);
  part(" at ", step.rate);
  part(" of ", step.dose);
  part(", ", step.volume);
  part(" for ", step.duration);
  if (step.start == StepStart::pause_for_confirmation) text += " after a person has confirmed";
  return text;
}

void result(Lines& lines, const Checking& checking) {
  const auto& program = checking.outcome.program;
  if (!program) {
    return lines.add(StepKind::result, "program", "refused: nothing is programmed");
  }
  std::string text(name_of(program->kind));
  std::replace(text.begin(), text.end(), '_', ' ');
  const auto part = [&text](std::string_view name, const auto& quantity) {
    if (quantity)
      text.append(", ").append(name).append(" ").append(screen_text(quantity->amount()));
  };
  part("loading dose", program->loading_dose);
  part("dose rate", program->dose_rate);
  part("dose", program->dose);
  part("over", program->duration);
  part("rate", program->rate);
  part("volume", program->vtbi);
  if (program->pca) {
    part("patient dose", program->pca->demand_dose);
    part("lockout", program->pca->lockout);
    part("at most", program->pca->dose_limit);
    part("at most", program->pca->volume_limit);
    part("in", program->pca->limit_window);
  }
  for (std::size_t index = 0; index < program->steps.size(); ++index) {
    text.append(", ").append(step_name(index)).append(": ");
    text.append(step_text(program->steps[index]));
  }
  part(program->steps.empty() ? "the pump shows" : "the pump shows first", program->expected_rate);
  if (checking.outcome.held_by_soft_limit) text.append("; held until a person releases it");
  lines.add(StepKind::result, "program", std::move(text));
}

}  // namespace

Certificate certificate_of(const Checking& checking) {
  Lines lines;
  inputs(lines, checking);
  if (checking.taper != nullptr) {
    for (const CertificateStep& step : checking.taper->account) {
      lines.add(step.kind, step.subject, step.text, step.source);
    }
  }
  relations(lines, checking);
  roundings(lines, checking);
  if (checking.setup != nullptr) limits(lines, checking);
  for (const CertificateStep& step : checking.account) {
    lines.add(step.kind, step.subject, step.text, step.source);
  }
  result(lines, checking);
  return {checking.library != nullptr ? checking.library->label() : std::string(), lines.take()};
}

}  // namespace bridge::decide
