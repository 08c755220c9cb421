// SPDX-License-Identifier: Apache-2.0
#include "library/lint.h"

#include <algorithm>

#include "library/lint_rules.h"

namespace bridge::library {
namespace {

using Check = void (*)(const LintView&, const Suspect&);

constexpr auto rules = std::to_array<LintRuleText>({
    {"L1", "same_number_other_unit",
     "two setups of the drug have like figures in different units; one of the units is likely a "
     "slip",
     "check the unit of each against its source; correct the wrong one"},
    {"L2", "mg_and_g_rows_disagree",
     "two setups of the drug, one in milligrams and one in grams, say different things once "
     "converted",
     "convert both by hand and correct the wrong one; better, use one unit for the drug"},
    {"L3", "continuous_without_hard_max",
     "no dose rate of this setup is ever refused: there is no hard maximum, or none that a pump "
     "could "
     "reach",
     "give the dose rate a hard maximum that means something"},
    {"L4", "bag_outside_its_limits",
     "the bag that the pharmacy prepares lies outside of the limits: it alerts every time, or can "
     "never "
     "be given",
     "correct the limit or the bag"},
    {"L5", "printed_strength_is_rounded",
     "a name prints a strength that is near a bag's and not its amount by its volume",
     "print amount and volume, not a rounded quotient"},
    {"L6", "duration_allows_too_fast",
     "a bag over its shortest permitted duration runs faster than another setup of the drug ever "
     "permits, and no dose rate limit stops it",
     "raise the shortest duration, or limit the dose rate here too"},
    {"L7", "intermittent_without_hard_max",
     "no dose of this setup is ever refused: there is no hard maximum, or it is ten bags and more",
     "give the dose a hard maximum near the largest dose that is ever meant"},
    {"L8", "custom_strength_without_hard_min",
     "any strength may be entered by hand: none is too thin",
     "list the strengths, or give the concentration a hard minimum"},
    {"L9", "unit_stands_for_something_else",
     "the unit seems to stand for a millilitre, a vial or a million of the drug's true unit",
     "dose the drug in its true unit, or say why one unit is one millilitre"},
    {"L10", "siblings_far_apart",
     "soft maxima of two setups of the drug differ more than twentyfold for the same patient of 80 "
     "kg",
     "check both against their sources"},
    {"L11", "drug_that_no_order_reaches", "no order can be programmed by this entry",
     "give the drug a code that orders send and a setup, or take it out"},
    {"L12", "name_with_prefix_or_typo",
     "a name sorts itself to the front or is a letter away from the drug's own name",
     "write the name as it is ordered; acknowledge a true spelling variant"},
    {"L13", "rate_cap_stands_for_drug_cap",
     "the rate of a fluid is limited where the drug in it is meant, and no check can know that",
     "make it a drug with concentration and limit the drug per hour"},
    {"L14", "limit_equals_bag",
     "a limit stands exactly on a bag, and the drug is dosed by the body too: a rounded weight "
     "makes it "
     "alert",
     "leave a margin for rounding"},
    {"L15", "children_dosed_in_other_units",
     "adults and children get the drug in different kinds of units; who changes wards will be off",
     "use one kind of unit, or see that both screens say theirs plainly"},
    {"L16", "adult_numbers_for_children",
     "a setup for children has an adult's figures that do not depend on the child's size",
     "limit by weight, or find the figure for children"},
    {"L17", "rows_that_read_alike",
     "two entries of one care area read the same to a person and have different limits",
     "make one entry of them, or give them names that differ in more than signs and order"},
});

constexpr std::array<Check, rules.size()> checks = {same_number_other_unit,
                                                    mg_and_g_rows_disagree,
                                                    continuous_without_hard_max,
                                                    bag_outside_its_limits,
                                                    printed_strength_is_rounded,
                                                    duration_allows_too_fast,
                                                    intermittent_without_hard_max,
                                                    custom_strength_without_hard_min,
                                                    unit_stands_for_something_else,
                                                    siblings_far_apart,
                                                    drug_that_no_order_reaches,
                                                    name_with_prefix_or_typo,
                                                    rate_cap_stands_for_drug_cap,
                                                    limit_equals_bag,
                                                    children_dosed_in_other_units,
                                                    adult_numbers_for_children,
                                                    rows_that_read_alike};

// Whether all places of the finding lie where it was acknowledged.
bool covers(const Acknowledgement& one, const LintFinding& finding,
            const DrugLibrary::Parts& parts) {
  if (one.rule != finding.rule || one.drug != finding.drug) return false;
  return one.care_area.empty() ||
         std::any_of(finding.setups.begin(), finding.setups.end(),
                     [&](std::size_t at) { return parts.setups[at].care_area == one.care_area; });
}

}  // namespace

std::size_t LintReport::blocking() const {
  return static_cast<std::size_t>(std::count_if(
      findings.begin(), findings.end(), [](const LintFinding& one) { return one.blocks(); }));
}

std::span<const LintRuleText> lint_rules() { return rules; }

bool is_lint_rule(std::string_view id) {
  return std::any_of(rules.begin(), rules.end(),
                     [id](const LintRuleText& rule) { return rule.id == id; });
}

LintReport lint(const DrugLibrary::Parts& parts) {
  const LintView view(parts);
  LintReport report;
  for (std::size_t at = 0; at < rules.size(); ++at) {
    const LintRuleText& rule = rules[at];
    checks[at](
        view, [&](const std::string& drug, std::vector<std::size_t> setups, std::string values) {
          report.findings.push_back(
              {rule.id, rule.name, drug, std::move(setups), std::move(values), rule.why, rule.fix});
        });
  }
  for (const Acknowledgement& one : parts.provenance.acknowledgements) {
    bool used = false;
    for (LintFinding& finding : report.findings) {
      if (!covers(one, finding, parts)) continue;
      used = true;
      if (finding.blocks()) finding.acknowledged = one.reason;
    }
    if (!used) report.stale.push_back(one);
  }
  return report;
}

std::string words_of(const Setup& setup) {
  std::string words = setup.care_area + ", " + std::string(name_of(setup.mode));
  if (setup.dosing_unit) words.append(", ").append(setup.dosing_unit->ucum());
  std::string_view before = ", ";
  for (const Concentration& bag : setup.concentrations) {
    words.append(before).append(bag.amount.ucum_text()).append(" in ");
    words.append(bag.volume.ucum_text());
    before = " or ";
  }
  return words;
}

std::string words_of(const Limit& limit) {
  std::string words;
  for (const auto& [name, value] : bounds_of(limit)) {
    if (!*value) continue;
    words.append(words.empty() ? "" : ", ").append(name).append(" ").append((*value)->text());
  }
  return words.append(" ").append(limit.unit.ucum());
}

LintView::LintView(const DrugLibrary::Parts& all) : parts(all) {
  for (const CareArea& one : parts.care_areas) areas_.emplace(one.id, &one);
  for (const Drug& one : parts.drugs) drugs_.emplace(one.id, &one);
  for (std::size_t at = 0; at < parts.setups.size(); ++at) {
    by_drug[parts.setups[at].drug].push_back(at);
  }
}

const CareArea* LintView::area(const Setup& setup) const {
  const auto found = areas_.find(setup.care_area);
  return found == areas_.end() ? nullptr : found->second;
}

const Drug* LintView::drug(const std::string& id) const {
  const auto found = drugs_.find(id);
  return found == drugs_.end() ? nullptr : found->second;
}

void LintView::each_pair(const std::function<void(std::size_t, std::size_t)>& take) const {
  for (const Drug& one : parts.drugs) {
    const auto found = by_drug.find(one.id);
    if (found == by_drug.end()) continue;
    const std::vector<std::size_t>& setups = found->second;
    for (std::size_t first = 0; first < setups.size(); ++first) {
      for (std::size_t second = first + 1; second < setups.size(); ++second) {
        take(setups[first], setups[second]);
      }
    }
  }
}

bool is_for_children(const CareArea& area) {
  return area.max_weight_kg <= Decimal(120, 0) && area.min_weight_kg < Decimal(25, 0);
}

bool similar_patients(const LintView& view, const Setup& a, const Setup& b) {
  const CareArea* one = view.area(a);
  const CareArea* other = view.area(b);
  if (one == nullptr || other == nullptr || is_for_children(*one) != is_for_children(*other)) {
    return false;
  }
  return !apart(one->max_weight_kg.exact(), other->max_weight_kg.exact(), 4);
}

std::array<NamedBound, 4> bounds_of(const Limit& limit) {
  return {NamedBound{"hard_min", &limit.hard_min}, NamedBound{"soft_min", &limit.soft_min},
          NamedBound{"soft_max", &limit.soft_max}, NamedBound{"hard_max", &limit.hard_max}};
}

bool same_bounds(const Limit& a, const Limit& b) {
  if (a.unit.dimension() != b.unit.dimension()) return false;
  const auto mine = bounds_of(a);
  const auto theirs = bounds_of(b);
  for (std::size_t at = 0; at < mine.size(); ++at) {
    const auto& one = *mine[at].value;
    const auto& other = *theirs[at].value;
    if (one.has_value() != other.has_value()) return false;
    if (one && in_base(*one, a.unit) != in_base(*other, b.unit)) return false;
  }
  return true;
}

const Limit* limit_on(const Setup& setup, LimitedQuantity quantity) {
  const auto found =
      std::find_if(setup.limits.begin(), setup.limits.end(),
                   [quantity](const Limit& one) { return one.quantity == quantity; });
  return found == setup.limits.end() ? nullptr : &*found;
}

bool is_plain(Unit unit) { return unit.dimension().body_weight == 0 && unit.dimension().area == 0; }

Rational in_base(const Decimal& value, Unit unit) {
  return measure(value.exact(), unit).in_base_units;
}

Rational for_body(const Rational& in_base_units, const Dimension& dimension, const Decimal& kg,
                  const Decimal& m2) {
  static const Rational one_mg = Unit::from_ucum("mg")->factor();
  static const Rational one_kg = one_mg / Unit::from_ucum("mg/kg")->factor();
  static const Rational one_m2 = one_mg / Unit::from_ucum("mg/m2")->factor();
  Rational value = in_base_units;
  if (dimension.body_weight != 0) value = value * kg.exact() * one_kg;
  if (dimension.area != 0) value = value * m2.exact() * one_m2;
  return value;
}

bool apart(const Rational& a, const Rational& b, std::int64_t times) {
  return a > b * Rational(times) || b > a * Rational(times);
}

std::optional<Rational> strongest(const Setup& setup, const Dimension& amount) {
  std::optional<Rational> result;
  for (const Concentration& bag : setup.concentrations) {
    if (bag.amount.unit.dimension() != amount) continue;
    const Rational ratio = bag.amount.exact().in_base_units / bag.volume.exact().in_base_units;
    if (!result || ratio > *result) result = ratio;
  }
  return result;
}

std::optional<Rational> largest_bag(const Setup& setup, const Dimension& amount) {
  std::optional<Rational> result;
  for (const Concentration& bag : setup.concentrations) {
    if (bag.amount.unit.dimension() != amount) continue;
    const Rational held = bag.amount.exact().in_base_units;
    if (!result || held > *result) result = held;
  }
  return result;
}

}  // namespace bridge::library
