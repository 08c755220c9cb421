// SPDX-License-Identifier: Apache-2.0
// The linter of drug libraries: what is well-formed and still looks like a slip (drug-library 1.8).
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "library/drug_library.h"

namespace bridge::library {

// All findings are suspicions; the hospital may have reasons. Each blocks signing until it is
// mended or acknowledged, with a reason and a name, in the library file itself.
struct LintFinding {
  std::string_view rule;            // "L4"
  std::string_view name;            // "bag_outside_its_limits"
  std::string drug;                 // its id
  std::vector<std::size_t> setups;  // of Parts::setups; empty when the drug itself is meant
  std::string values;               // the figures, with their units
  std::string_view why;             // what is suspicious about it
  std::string_view fix;             // what to do
  std::string acknowledged = {};    // the reason; empty: it blocks

  bool blocks() const { return acknowledged.empty(); }
};

struct LintReport {
  std::vector<LintFinding> findings;   // in the order of the rules, then of the file
  std::vector<Acknowledgement> stale;  // that acknowledge nothing (any more)

  std::size_t blocking() const;
};

struct LintRuleText {
  std::string_view id;
  std::string_view name;
  std::string_view why;
  std::string_view fix;
};
std::span<const LintRuleText> lint_rules();
bool is_lint_rule(std::string_view id);

LintReport lint(const DrugLibrary::Parts& parts);

// "adult-icu, continuous, ug/kg/min, 400 mg in 250 mL"
std::string words_of(const Setup& setup);
// "hard_min 0.5, soft_max 20 ug/kg/min"
std::string words_of(const Limit& limit);

}  // namespace bridge::library
