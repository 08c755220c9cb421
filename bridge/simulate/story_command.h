// SPDX-License-Identifier: Apache-2.0
// infusion-bridge check: stories and samples as regression tests, for a person and for CI.
#pragma once

#include <iosfwd>
#include <span>
#include <string>
#include <vector>

namespace bridge::simulate {

struct CheckedFile {
  std::string path;
  std::string failure;  // empty: passed
};

// JUnit's XML: one testcase for each file.
std::string junit_text(const std::vector<CheckedFile>& files);

// `[--junit FILE] [--config FILE] DIR...`: prints one paragraph for each failure and "N passed, N
// failed". Without --config the tables are those of the nearest directory above the first DIR that
// has mappings/. Returns 0 when all passed, 1 when one failed or there were none, 2 for a wrong
// use.
int run_check(std::span<const std::string> arguments);
int run_check(std::span<const std::string> arguments, std::ostream& out, std::ostream& errors);

}  // namespace bridge::simulate
