// SPDX-License-Identifier: Apache-2.0
// What the rules of the linter share: the library by drug, and comparisons of setups and bounds.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "library/lint.h"

namespace bridge::library {

// One suspicion, before its rule's words are put to it.
using Suspect = std::function<void(const std::string& drug, std::vector<std::size_t> setups,
                                   std::string values)>;

class LintView {
 public:
  explicit LintView(const DrugLibrary::Parts& parts);

  const DrugLibrary::Parts& parts;
  // Setups of each drug, in the order of the file.
  std::map<std::string, std::vector<std::size_t>> by_drug;

  const Setup& setup(std::size_t at) const { return parts.setups[at]; }
  const CareArea* area(const Setup& setup) const;
  const Drug* drug(const std::string& id) const;
  // Every pair of setups of one drug, first one first.
  void each_pair(const std::function<void(std::size_t, std::size_t)>& take) const;

 private:
  std::map<std::string, const CareArea*> areas_;
  std::map<std::string, const Drug*> drugs_;
};

// Children are treated here, and no adult would be plausible at the lower end of the weights.
bool is_for_children(const CareArea& area);
// Both for children or both not, and of like size: their limits may be compared.
bool similar_patients(const LintView& view, const Setup& a, const Setup& b);

struct NamedBound {
  std::string_view name;
  const std::optional<Decimal>* value;
};
std::array<NamedBound, 4> bounds_of(const Limit& limit);
bool same_bounds(const Limit& a, const Limit& b);

const Limit* limit_on(const Setup& setup, LimitedQuantity quantity);
// Neither per kg nor per m2.
bool is_plain(Unit unit);
// The figure in base units of its dimension.
Rational in_base(const Decimal& value, Unit unit);
// A figure per kg and per m2, in base units, as it is for a body of this weight and surface: the
// kilograms of a body are no mass (clinical/unit.h).
Rational for_body(const Rational& in_base_units, const Dimension& dimension, const Decimal& kg,
                  const Decimal& m2);
// max(a, b) / min(a, b) > times; both above zero.
bool apart(const Rational& a, const Rational& b, std::int64_t times);

// The amount of drug that a continuous or intermittent setup's strongest bag has in one mL, and the
// amount in its largest bag, both in base units; none when the setup has no such bag.
std::optional<Rational> strongest(const Setup& setup, const Dimension& amount);
std::optional<Rational> largest_bag(const Setup& setup, const Dimension& amount);

// The rules, one function each: lint_limits.cpp, lint_siblings.cpp, lint_names.cpp.
void same_number_other_unit(const LintView& view, const Suspect& suspect);            // L1
void mg_and_g_rows_disagree(const LintView& view, const Suspect& suspect);            // L2
void continuous_without_hard_max(const LintView& view, const Suspect& suspect);       // L3
void bag_outside_its_limits(const LintView& view, const Suspect& suspect);            // L4
void printed_strength_is_rounded(const LintView& view, const Suspect& suspect);       // L5
void duration_allows_too_fast(const LintView& view, const Suspect& suspect);          // L6
void intermittent_without_hard_max(const LintView& view, const Suspect& suspect);     // L7
void custom_strength_without_hard_min(const LintView& view, const Suspect& suspect);  // L8
void unit_stands_for_something_else(const LintView& view, const Suspect& suspect);    // L9
void siblings_far_apart(const LintView& view, const Suspect& suspect);                // L10
void drug_that_no_order_reaches(const LintView& view, const Suspect& suspect);        // L11
void name_with_prefix_or_typo(const LintView& view, const Suspect& suspect);          // L12
void rate_cap_stands_for_drug_cap(const LintView& view, const Suspect& suspect);      // L13
void limit_equals_bag(const LintView& view, const Suspect& suspect);                  // L14
void children_dosed_in_other_units(const LintView& view, const Suspect& suspect);     // L15
void adult_numbers_for_children(const LintView& view, const Suspect& suspect);        // L16
void rows_that_read_alike(const LintView& view, const Suspect& suspect);              // L17

}  // namespace bridge::library
