// SPDX-License-Identifier: Apache-2.0
// infusion-bridge library generate: an invented library of a given size, for tests and
// measurements.
#pragma once

#include <span>
#include <string>

namespace bridge::shell {

// `[--care-areas N] [--setups N] [--seed N]`: the library file on standard output. 0; 1 when it
// cannot be written; 2 for a wrong use.
int run_library_generate(std::span<const std::string> arguments);

}  // namespace bridge::shell
