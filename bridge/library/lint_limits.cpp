// SPDX-License-Identifier: Apache-2.0
// Rules of the linter that look at one setup's limits: L3, L4, L6, L7, L8, L14.
#include <algorithm>
#include <set>

#include "library/lint_rules.h"

namespace bridge::library {
namespace {

// The fastest that the pumps of the sources run, in mL/h (drug-library 1.4).
constexpr std::int64_t fastest_ml_h = 999;

void each_setup(const LintView& view, TherapyMode mode,
                const std::function<void(std::size_t, const Setup&)>& take) {
  for (std::size_t at = 0; at < view.parts.setups.size(); ++at) {
    if (view.setup(at).mode == mode) take(at, view.setup(at));
  }
}

// mL/h of a flow in base units.
Rational ml_per_hour(const Rational& in_base_units) {
  static const Unit unit = *Unit::from_ucum("mL/h");
  return in_base_units / unit.factor();
}

// What a dose rate at its hard maximum makes the pump run at least: for the lightest patient, with
// the strongest bag. Nothing for a rate per m2, since a library knows no height.
std::optional<Rational> least_flow_at(const Limit& limit, const Setup& setup,
                                      const CareArea& area) {
  const Dimension& measured = limit.unit.dimension();
  if (!limit.hard_max || measured.area != 0) return std::nullopt;
  const Rational rate =
      for_body(in_base(*limit.hard_max, limit.unit), measured, area.min_weight_kg, Decimal(1, 0));
  if (measured.volume != 0) return ml_per_hour(rate);
  Dimension amount = measured;
  amount.time = 0;
  amount.body_weight = 0;
  const std::optional<Rational> ratio = strongest(setup, amount);
  if (!ratio || ratio->is_zero()) return std::nullopt;
  return ml_per_hour(rate / *ratio);
}

std::string text_of(const Amount& amount) { return amount.ucum_text(); }

// Where a bag's amount or volume stands outside; empty when inside.
std::string outside(const Amount& held, const Limit& limit) {
  const Rational value = held.exact().in_base_units;
  for (const auto& [name, bound] : bounds_of(limit)) {
    if (!*bound) continue;
    const Rational edge = in_base(**bound, limit.unit);
    const bool out = name.ends_with("max") ? value > edge : value < edge;
    if (!out) continue;
    return "a bag has " + text_of(held) + ", " + std::string(name_of(limit.quantity)) + " has " +
           std::string(name) + " " + (*bound)->text() + " " + std::string(limit.unit.ucum());
  }
  return {};
}

const Limit* plain_dose(const Setup& setup) {
  const Limit* limit = limit_on(setup, LimitedQuantity::dose);
  return limit != nullptr && is_plain(limit->unit) ? limit : nullptr;
}

}  // namespace

// Loading refuses a missing hard maximum; one that is never reached is as good as missing.
void continuous_without_hard_max(const LintView& view, const Suspect& suspect) {
  each_setup(view, TherapyMode::continuous, [&](std::size_t at, const Setup& setup) {
    const Limit* limit = limit_on(setup, LimitedQuantity::dose_rate);
    if (limit == nullptr || !limit->hard_max) {
      return suspect(setup.drug, {at}, "no hard_max of the dose rate");
    }
    const CareArea* area = view.area(setup);
    const auto flow = area == nullptr ? std::nullopt : least_flow_at(*limit, setup, *area);
    if (!flow || *flow <= Rational(fastest_ml_h)) return;
    suspect(setup.drug, {at},
            "hard_max " + limit->hard_max->text() + " " + std::string(limit->unit.ucum()) + " is " +
                flow->approximate(4) + " mL/h at least; pumps end at " +
                std::to_string(fastest_ml_h));
  });
}

void bag_outside_its_limits(const LintView& view, const Suspect& suspect) {
  for (std::size_t at = 0; at < view.parts.setups.size(); ++at) {
    const Setup& setup = view.setup(at);
    const Limit* dose = setup.mode == TherapyMode::intermittent ? plain_dose(setup) : nullptr;
    const Limit* volume = limit_on(setup, LimitedQuantity::volume);
    if (volume != nullptr && !is_plain(volume->unit)) volume = nullptr;
    for (const Concentration& bag : setup.concentrations) {
      std::string words;
      if (dose != nullptr && dose->unit.dimension() == bag.amount.unit.dimension()) {
        words = outside(bag.amount, *dose);
      }
      if (words.empty() && volume != nullptr) words = outside(bag.volume, *volume);
      if (!words.empty()) suspect(setup.drug, {at}, std::move(words));
    }
  }
}

void duration_allows_too_fast(const LintView& view, const Suspect& suspect) {
  const auto judge = [&](std::size_t at, const Setup& setup, std::size_t other, const Limit& rule) {
    const Limit* duration = limit_on(setup, LimitedQuantity::duration);
    const Rational shortest = in_base(*duration->hard_min, duration->unit);
    const Rational permitted = in_base(*rule.hard_max, rule.unit);
    for (const Concentration& bag : setup.concentrations) {
      if (bag.amount.unit.dimension().per_time() != rule.unit.dimension()) continue;
      const Rational rate = bag.amount.exact().in_base_units / shortest;
      if (rate <= permitted) continue;
      suspect(setup.drug, {at, other},
              text_of(bag.amount) + " over " + duration->hard_min->text() + " " +
                  std::string(duration->unit.ucum()) + " is " +
                  (rate / rule.unit.factor()).approximate(4) + " " + std::string(rule.unit.ucum()) +
                  "; another setup ends at " + rule.hard_max->text());
      return;
    }
  };
  each_setup(view, TherapyMode::intermittent, [&](std::size_t at, const Setup& setup) {
    const Limit* duration = limit_on(setup, LimitedQuantity::duration);
    const Limit* own = limit_on(setup, LimitedQuantity::dose_rate);
    if (duration == nullptr || !duration->hard_min || duration->hard_min->is_zero()) return;
    if (own != nullptr && own->hard_max) return;  // checked on every order
    for (const std::size_t other : view.by_drug.at(setup.drug)) {
      const Limit* rule = limit_on(view.setup(other), LimitedQuantity::dose_rate);
      const bool fits = rule != nullptr && rule->hard_max && is_plain(rule->unit) &&
                        similar_patients(view, setup, view.setup(other));
      if (fits) judge(at, setup, other, *rule);
    }
  });
}

// Loading refuses a missing hard maximum; ten bags and more are never one dose.
void intermittent_without_hard_max(const LintView& view, const Suspect& suspect) {
  each_setup(view, TherapyMode::intermittent, [&](std::size_t at, const Setup& setup) {
    const Limit* limit = limit_on(setup, LimitedQuantity::dose);
    if (limit == nullptr || !limit->hard_max) {
      return suspect(setup.drug, {at}, "no hard_max of the dose");
    }
    if (!is_plain(limit->unit)) return;
    const auto bag = largest_bag(setup, limit->unit.dimension());
    if (!bag || in_base(*limit->hard_max, limit->unit) < *bag * Rational(10)) return;
    suspect(setup.drug, {at},
            "hard_max " + limit->hard_max->text() + " " + std::string(limit->unit.ucum()) +
                ", the largest bag has " + (*bag / limit->unit.factor()).approximate(6));
  });
}

// By name, so that a limit on the concentration is found from the day that setups may have one.
void custom_strength_without_hard_min(const LintView& view, const Suspect& suspect) {
  for (std::size_t at = 0; at < view.parts.setups.size(); ++at) {
    const Setup& setup = view.setup(at);
    if (setup.mode == TherapyMode::fluid || !setup.concentrations.empty()) continue;
    const bool bounded =
        std::any_of(setup.limits.begin(), setup.limits.end(), [](const Limit& limit) {
          return name_of(limit.quantity) == "concentration" && limit.hard_min.has_value();
        });
    if (!bounded) suspect(setup.drug, {at}, "no strength is listed, and none is too thin");
  }
}

// Only where like patients get the drug by weight or surface as well: bounds are inclusive, and a
// dose that nobody computed is not rounded. The largest bag at the hard maximum is no slip: nobody
// can give more than it holds.
void limit_equals_bag(const LintView& view, const Suspect& suspect) {
  const auto by_body = [&view](const Setup& setup) {
    const std::vector<std::size_t>& siblings = view.by_drug.at(setup.drug);
    return std::any_of(siblings.begin(), siblings.end(), [&](std::size_t at) {
      const Setup& other = view.setup(at);
      return other.dosing_unit && !is_plain(*other.dosing_unit) &&
             similar_patients(view, setup, other);
    });
  };
  each_setup(view, TherapyMode::intermittent, [&](std::size_t at, const Setup& setup) {
    const Limit* limit = plain_dose(setup);
    if (limit == nullptr || !by_body(setup)) return;
    const auto largest = largest_bag(setup, limit->unit.dimension());
    std::set<std::string> met;
    for (const Concentration& bag : setup.concentrations) {
      if (bag.amount.unit.dimension() != limit->unit.dimension()) continue;
      const Rational held = bag.amount.exact().in_base_units;
      for (const auto& [name, bound] : bounds_of(*limit)) {
        if (!*bound || in_base(**bound, limit->unit) != held) continue;
        if (name == "hard_max" && held == *largest) continue;
        met.insert("a bag has " + text_of(bag.amount) + ", the dose " + std::string(name) + " " +
                   (*bound)->text() + " " + std::string(limit->unit.ucum()));
      }
    }
    for (const std::string& words : met) suspect(setup.drug, {at}, words);
  });
}

}  // namespace bridge::library
