// SPDX-License-Identifier: Apache-2.0
// Rules of the linter that compare setups of one drug: L1, L2, L10, L15, L16.
#include <algorithm>
#include <set>

#include "library/lint_rules.h"

namespace bridge::library {
namespace {

std::string both(const Limit& a, const Limit& b) {
  return std::string(name_of(a.quantity)) + " " + words_of(a) + " against " + words_of(b);
}

// The numbers as they stand, without their units, are within a factor of five; what they mean is
// more than a factor of twenty apart.
bool looks_like_slip(const Limit& a, const Limit& b) {
  const auto mine = bounds_of(a);
  const auto theirs = bounds_of(b);
  for (std::size_t at = 0; at < mine.size(); ++at) {
    const auto& one = *mine[at].value;
    const auto& other = *theirs[at].value;
    if (!one || !other || one->is_zero() || other->is_zero()) continue;
    if (!apart(one->exact(), other->exact(), 5) &&
        apart(in_base(*one, a.unit), in_base(*other, b.unit), 20)) {
      return true;
    }
  }
  return false;
}

// At least two bounds, and all of them the same numbers in another kind of unit: mg/h as mg/kg/h.
bool same_numbers(const Limit& a, const Limit& b) {
  const auto mine = bounds_of(a);
  const auto theirs = bounds_of(b);
  std::size_t same = 0;
  for (std::size_t at = 0; at < mine.size(); ++at) {
    const auto& one = *mine[at].value;
    const auto& other = *theirs[at].value;
    if (one.has_value() != other.has_value()) return false;
    if (!one) continue;
    if (*one != *other) return false;
    ++same;
  }
  return same >= 2;
}

bool suspicious_units(const Limit& a, const Limit& b) {
  if (a.unit == b.unit || a.window.has_value() != b.window.has_value()) return false;
  return a.unit.dimension() == b.unit.dimension() ? looks_like_slip(a, b) : same_numbers(a, b);
}

const std::optional<Decimal>& highest(const Limit& limit) {
  return limit.hard_max ? limit.hard_max : limit.soft_max;
}

// The soft maximum as an amount, or volume, in a time, for a patient of 80 kg and 2 m2, or of the
// greatest weight of the care area when that is less.
std::optional<std::pair<Rational, Dimension>> soft_max_at_80_kg(const Limit& limit,
                                                                const CareArea& area) {
  if (!limit.soft_max || limit.soft_max->is_zero()) return std::nullopt;
  Dimension dimension = limit.unit.dimension();
  const Decimal kg = std::min(area.max_weight_kg, Decimal(80, 0));
  const Rational value =
      for_body(in_base(*limit.soft_max, limit.unit), dimension, kg, Decimal(2, 0));
  dimension.body_weight = 0;
  dimension.area = 0;
  return std::pair{value, dimension};
}

}  // namespace

void same_number_other_unit(const LintView& view, const Suspect& suspect) {
  view.each_pair([&](std::size_t first, std::size_t second) {
    const Setup& a = view.setup(first);
    const Setup& b = view.setup(second);
    if (a.mode != b.mode || !similar_patients(view, a, b)) return;
    for (const Limit& mine : a.limits) {
      for (const Limit& theirs : b.limits) {
        if (mine.quantity != theirs.quantity || !suspicious_units(mine, theirs)) continue;
        suspect(a.drug, {first, second}, both(mine, theirs));
      }
    }
  });
}

void mg_and_g_rows_disagree(const LintView& view, const Suspect& suspect) {
  view.each_pair([&](std::size_t first, std::size_t second) {
    const Setup& a = view.setup(first);
    const Setup& b = view.setup(second);
    if (a.mode != b.mode || !similar_patients(view, a, b)) return;
    for (const Limit& mine : a.limits) {
      for (const Limit& theirs : b.limits) {
        const bool alike = mine.quantity == theirs.quantity && mine.unit != theirs.unit &&
                           mine.unit.dimension() == theirs.unit.dimension();
        if (!alike || suspicious_units(mine, theirs)) continue;
        const auto& one = highest(mine);
        const auto& other = highest(theirs);
        if (!one || !other) continue;
        if (apart(in_base(*one, mine.unit), in_base(*other, theirs.unit), 4)) {
          suspect(a.drug, {first, second}, both(mine, theirs));
        }
      }
    }
  });
}

void siblings_far_apart(const LintView& view, const Suspect& suspect) {
  view.each_pair([&](std::size_t first, std::size_t second) {
    const Setup& a = view.setup(first);
    const Setup& b = view.setup(second);
    if (a.mode != b.mode || !similar_patients(view, a, b)) return;
    for (const Limit& mine : a.limits) {
      for (const Limit& theirs : b.limits) {
        const bool dosed =
            mine.quantity == LimitedQuantity::dose_rate || mine.quantity == LimitedQuantity::dose;
        if (!dosed || mine.quantity != theirs.quantity || suspicious_units(mine, theirs)) continue;
        const auto one = soft_max_at_80_kg(mine, *view.area(a));
        const auto other = soft_max_at_80_kg(theirs, *view.area(b));
        if (!one || !other || one->second != other->second) continue;
        if (apart(one->first, other->first, 20))
          suspect(a.drug, {first, second}, both(mine, theirs));
      }
    }
  });
}

void children_dosed_in_other_units(const LintView& view, const Suspect& suspect) {
  for (const auto& [drug, setups] : view.by_drug) {
    for (const TherapyMode mode : {TherapyMode::continuous, TherapyMode::intermittent}) {
      std::vector<std::size_t> adults;
      std::vector<std::size_t> children;
      for (const std::size_t at : setups) {
        const Setup& setup = view.setup(at);
        const CareArea* area = view.area(setup);
        if (setup.mode != mode || !setup.dosing_unit || area == nullptr) continue;
        (is_for_children(*area) ? children : adults).push_back(at);
      }
      const auto unit = [&view](std::size_t at) { return view.setup(at).dosing_unit->ucum(); };
      const bool shared = std::any_of(adults.begin(), adults.end(), [&](std::size_t one) {
        return std::any_of(children.begin(), children.end(), [&](std::size_t other) {
          return view.setup(one).dosing_unit->dimension() ==
                 view.setup(other).dosing_unit->dimension();
        });
      });
      if (adults.empty() || children.empty() || shared) continue;
      suspect(drug, {adults.front(), children.front()},
              "adults in " + std::string(unit(adults.front())) + ", children in " +
                  std::string(unit(children.front())));
    }
  }
}

// Of one figure nobody knows whether it is the same by chance: the highest bound must be among
// those that are the same, and none may differ.
void adult_numbers_for_children(const LintView& view, const Suspect& suspect) {
  std::set<std::string> told;
  view.each_pair([&](std::size_t first, std::size_t second) {
    const Setup& a = view.setup(first);
    const Setup& b = view.setup(second);
    const CareArea* one = view.area(a);
    const CareArea* other = view.area(b);
    if (a.mode != b.mode || one == nullptr || other == nullptr) return;
    if (is_for_children(*one) == is_for_children(*other)) return;
    const Setup& child = is_for_children(*one) ? a : b;
    for (const Limit& mine : a.limits) {
      const bool sized = mine.quantity == LimitedQuantity::dose ||
                         mine.quantity == LimitedQuantity::dose_rate ||
                         mine.quantity == LimitedQuantity::rate;
      if (!sized || !is_plain(mine.unit)) continue;
      for (const Limit& theirs : b.limits) {
        if (mine.quantity != theirs.quantity || !highest(mine) || !same_bounds(mine, theirs))
          continue;
        const std::string values = std::string(name_of(mine.quantity)) + " " + words_of(mine);
        if (told.insert(child.drug + '\n' + child.care_area + '\n' + values).second) {
          suspect(a.drug, {first, second}, values);
        }
      }
    }
  });
}

}  // namespace bridge::library
