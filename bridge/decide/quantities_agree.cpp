// SPDX-License-Identifier: Apache-2.0
// The over-determined order (drug-library 2.3): solve for the missing, check the redundant.
#include "decide/quantities_agree.h"

#include <algorithm>

#include "base/assert.h"

namespace bridge::decide {
namespace {

constexpr std::array all_figures = {Figure::rate,   Figure::dose_rate, Figure::dose,
                                    Figure::volume, Figure::duration,  Figure::concentration,
                                    Figure::weight, Figure::surface};
// Only these are solved for, and only these are named as the one that disagrees.
constexpr std::array solvable = {Figure::rate, Figure::dose_rate, Figure::dose, Figure::volume,
                                 Figure::duration};

bool has_form_of(Figure figure, const Dimension& d) {
  switch (figure) {
    case Figure::rate:
      return d == Dimension{.volume = 1, .time = -1};
    case Figure::volume:
      return d == Dimension{.volume = 1};
    case Figure::duration:
      return d == Dimension{.time = 1};
    case Figure::dose:
      return d.is_amount_of_drug() && d.time == 0;
    case Figure::dose_rate:
      return (d.is_amount_of_drug() || d.volume == 1) && d.time == -1;
    default:
      return false;
  }
}

constexpr std::int64_t micrograms_per_kilogram = 1'000'000'000;

}  // namespace

Body body_of(const Dimension& dimension) {
  if (dimension.body_weight != 0) return Body::weight;
  return dimension.area != 0 ? Body::surface : Body::none;
}

void Quantities::state(Figure figure, const Amount& amount, Measure exact) {
  if (amount.value.is_zero()) return;
  values_[index(figure)] = {std::move(exact), &amount, stated_or_unknown, true};
}

Quantities::Quantities(const InfusionOrder& order,
                       const std::optional<BagConcentration>& concentration, Body dosing_body) {
  if (order.rate) state(Figure::rate, order.rate->amount(), order.rate->exact());
  if (order.dose_rate) {
    state(Figure::dose_rate, order.dose_rate->amount(), order.dose_rate->exact());
  }
  if (order.dose) state(Figure::dose, order.dose->amount(), order.dose->exact());
  if (order.volume) state(Figure::volume, order.volume->amount(), order.volume->exact());
  if (order.duration) state(Figure::duration, order.duration->amount(), order.duration->exact());
  if (order.weight) state(Figure::weight, order.weight->amount(), body_measure(*order.weight));
  if (order.surface) state(Figure::surface, order.surface->amount(), order.surface->exact());
  if (concentration) {
    values_[index(Figure::concentration)] = {concentration->ratio, nullptr, stated_or_unknown,
                                             true};
  }
  build_relations(dosing_body);
  derive();
  if (!knows(Figure::volume)) {
    // The bag is what is hung: its volumes are the volume to be infused when nothing else says it
    // (ihe-pcd 2.16, RXG-5: "else sum of base volumes").
    if (auto bag = bag_volume(order)) {
      values_[index(Figure::volume)] = {std::move(*bag), nullptr, stated_or_unknown, true};
      derive();
    }
  }
}

void Quantities::relate(std::initializer_list<std::pair<Figure, int>> exponents) {
  Relation& relation = relations_[relation_count_++];
  for (const auto& [figure, exponent] : exponents) {
    auto& sum = relation.exponent[index(figure)];
    sum = static_cast<std::int8_t>(sum + exponent);
  }
}

void Quantities::build_relations(Body dosing_body) {
  const Amount* const dose_rate = stated(Figure::dose_rate);
  const Amount* const dose = stated(Figure::dose);
  const bool fluid = dose_rate != nullptr && dose_rate->unit.dimension().volume == 1;
  const Body rate_body = dose_rate != nullptr ? body_of(dose_rate->unit.dimension()) : dosing_body;
  const Body dose_body = dose != nullptr ? body_of(dose->unit.dimension()) : Body::none;
  // A body that does not count has exponent zero, whichever figure it stands on.
  const int per_rate = rate_body == Body::none ? 0 : 1;
  const int per_dose = dose_body == Body::none ? 0 : 1;

  relate({{Figure::rate, 1},
          {Figure::concentration, fluid ? 0 : 1},
          {Figure::dose_rate, -1},
          {figure_of(rate_body), -per_rate}});
  relate({{Figure::rate, 1}, {Figure::duration, 1}, {Figure::volume, -1}});
  relate({{Figure::concentration, 1},
          {Figure::volume, 1},
          {Figure::dose, -1},
          {figure_of(dose_body), -per_dose}});
  if (!fluid) {
    relate({{Figure::dose_rate, 1},
            {figure_of(rate_body), per_rate},
            {Figure::duration, 1},
            {Figure::dose, -1},
            {figure_of(dose_body), -per_dose}});
  }
}

bool Quantities::derive_from(std::size_t relation) {
  std::optional<Figure> missing;
  for (const Figure figure : all_figures) {
    if (!concerns(relation, figure) || knows(figure)) continue;
    if (missing) return false;
    missing = figure;
  }
  if (!missing || std::find(solvable.begin(), solvable.end(), *missing) == solvable.end()) {
    return false;
  }
  auto value = by(relation, *missing);
  // Units against milligrams would leave both dimensions standing: the relation says nothing then,
  // and the unit check refuses.
  if (!value || !has_form_of(*missing, value->dimension)) return false;
  values_[index(*missing)] = {std::move(*value), nullptr, static_cast<std::int8_t>(relation), true};
  return true;
}

void Quantities::derive() {
  for (bool progress = true; progress;) {
    progress = false;
    for (std::size_t relation = 0; relation < relation_count_; ++relation) {
      progress = derive_from(relation) || progress;
    }
  }
}

std::optional<Measure> Quantities::by(std::size_t relation, Figure figure) const {
  const auto& exponent = relations_[relation].exponent;
  const int own = exponent[index(figure)];
  BRIDGE_ASSERT(own == 1 || own == -1);
  Measure result{Rational(1), Dimension{}};
  for (const Figure other : all_figures) {
    if (other == figure || exponent[index(other)] == 0) continue;
    if (!knows(other)) return std::nullopt;
    result = exponent[index(other)] == own ? result / exact(other) : result * exact(other);
  }
  return result;
}

std::optional<std::size_t> Quantities::made_by(Figure figure) const {
  if (at(figure).relation == stated_or_unknown) return std::nullopt;
  return static_cast<std::size_t>(at(figure).relation);
}

Interval Quantities::interval(Figure figure) const {
  const Value& value = at(figure);
  if (value.stated != nullptr) {
    const Interval written = as_written(*value.stated);
    if (figure != Figure::weight) return written;
    const Rational per_kilogram(1, micrograms_per_kilogram);
    return {written.low * per_kilogram, written.high * per_kilogram};
  }
  if (value.relation != stated_or_unknown) {
    return interval_by(static_cast<std::size_t>(value.relation), figure);
  }
  return {value.exact.in_base_units, value.exact.in_base_units};
}

Interval Quantities::interval_by(std::size_t relation, Figure figure) const {
  const auto& exponent = relations_[relation].exponent;
  const int own = exponent[index(figure)];
  Interval result{Rational(1), Rational(1)};
  for (const Figure other : all_figures) {
    if (other == figure || exponent[index(other)] == 0) continue;
    const Interval part = interval(other);
    result = exponent[index(other)] == own ? result / part : result * part;
  }
  return result;
}

bool Quantities::all_known(std::size_t relation) const {
  return std::all_of(all_figures.begin(), all_figures.end(),
                     [&](Figure figure) { return !concerns(relation, figure) || knows(figure); });
}

std::optional<Disagreement> Quantities::disagreement(std::size_t relation) const {
  if (!all_known(relation)) return std::nullopt;
  for (const Figure subject : solvable) {
    if (!concerns(relation, subject) || stated(subject) == nullptr) continue;
    const auto computed = by(relation, subject);
    const Measure& given = exact(subject);
    if (!computed || computed->dimension != given.dimension || *computed == given) {
      return std::nullopt;
    }
    const Rational ratio = given.in_base_units / computed->in_base_units;
    const bool large = ratio < Rational(99, 100) || ratio > Rational(101, 100);
    const bool doubled = !(ratio > Rational(1, 2) && ratio < Rational(2));
    const bool meet = interval(subject).overlaps(interval_by(relation, subject));
    if (meet && !large) return std::nullopt;
    const Rational factor = stated(subject)->unit.factor();
    return Disagreement{subject, given.in_base_units / factor, computed->in_base_units / factor,
                        large && (!meet || doubled), relation};
  }
  return std::nullopt;
}

std::size_t Quantities::relation_count() const {
  const bool implied = relation_count_ > 3 && all_known(0) && all_known(1) && all_known(2);
  return implied ? 3 : relation_count_;
}

std::vector<Disagreement> Quantities::disagreements() const {
  std::vector<Disagreement> found;
  for (std::size_t relation = 0; relation < relation_count(); ++relation) {
    if (auto one = disagreement(relation)) found.push_back(std::move(*one));
  }
  return found;
}

std::string Quantities::formula(std::size_t relation, Figure subject) const {
  const auto& exponent = relations_[relation].exponent;
  const int own = exponent[index(subject)];
  std::string above;
  std::string below;
  for (const Figure other : all_figures) {
    if (other == subject || exponent[index(other)] == 0) continue;
    if (exponent[index(other)] == own) {
      below.append(" / ").append(name_of(other));
    } else {
      above.append(above.empty() ? "" : " * ").append(name_of(other));
    }
  }
  return std::string(name_of(subject)).append(" = ").append(above).append(below);
}

std::string Quantities::detail(const Disagreement& found) const {
  const Unit unit = stated(found.subject)->unit;
  const Rational ratio = found.given / found.computed;
  std::string text(name_of(found.subject));
  text.append(" ").append(readable(found.given, unit)).append(" given, ");
  text.append(readable(found.computed, unit)).append(" computed (");
  text.append(formula(found.relation, found.subject)).append("); ratio ");
  text.append(ratio.approximate(4));
  const auto body = [this](Figure figure) {
    return knows(figure) ? exact(figure).in_base_units : Rational();
  };
  // A time that is too long is a rate that is too small.
  const Rational of_rate = found.subject == Figure::duration ? Rational(1) / ratio : ratio;
  const std::string slip = likely_slip(of_rate, body(Figure::weight), body(Figure::surface));
  if (!slip.empty()) text.append(", ").append(slip);
  return text;
}

std::string likely_slip(const Rational& ratio, const Rational& weight_kg,
                        const Rational& surface_m2) {
  struct Slip {
    Rational factor;
    std::string_view times;
    std::string_view too_much;
    std::string_view too_little;
  };
  constexpr std::string_view point = "a decimal point moved?";
  constexpr std::string_view pounds = "pounds read as kilograms, or kilograms as pounds?";
  const std::array slips = {
      Slip{Rational(10), "10 times", point, point},
      Slip{Rational(24), "24 times", "per day read as per hour?", "per hour read as per day?"},
      Slip{Rational(60), "60 times", "per hour read as per minute?",
           "per minute read as per hour?"},
      Slip{Rational(100), "100 times", point, point},
      Slip{Rational(1000), "1000 times", "mcg read as mg, or mg as g?",
           "mg read as mcg, or g as mg?"},
      Slip{Rational(1440), "1440 times", "per day read as per minute?",
           "per minute read as per day?"},
      Slip{Rational(22046, 10000), "2.2 times", pounds, pounds},
      Slip{weight_kg, "the weight", "a whole dose read as a dose per kg?",
           "a dose per kg read as a whole dose?"},
      Slip{surface_m2, "the body surface", "a whole dose read as a dose per m2?",
           "a dose per m2 read as a whole dose?"},
  };
  // Near: within 2 % either way, since the numbers come rounded.
  const Rational low(98, 100);
  const Rational high(102, 100);
  std::string text;
  for (const Slip& slip : slips) {
    // A factor near one would "explain" an agreement.
    if (slip.factor < Rational(5, 4)) continue;
    const Rational up = ratio / slip.factor;
    const Rational down = ratio * slip.factor;
    const bool much = up >= low && up <= high;
    if (!much && (down < low || down > high)) continue;
    text.append(text.empty() ? "near " : "; or near ").append(slip.times);
    text.append(": ").append(much ? slip.too_much : slip.too_little);
  }
  return text;
}

}  // namespace bridge::decide
