// SPDX-License-Identifier: Apache-2.0
// Findings of the linter and differences of two releases, as text, JSON and CSV.
#pragma once

#include <string>

#include "library/compare.h"
#include "library/lint.h"

namespace bridge::shell {

std::string lint_text(const library::DrugLibrary& library, const library::LintReport& report);
std::string lint_json(const library::DrugLibrary& library, const library::LintReport& report);

std::string diff_text(const library::Comparison& comparison);
std::string diff_json(const library::DrugLibrary& before, const library::DrugLibrary& after,
                      const library::Comparison& comparison);
// RFC 4180, first line with names; the history's faults are not in it.
std::string diff_csv(const library::Comparison& comparison);

}  // namespace bridge::shell
