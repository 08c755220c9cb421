// SPDX-License-Identifier: Apache-2.0
// Writes invented libraries of any size, for tests and measurements.
#pragma once

#include <cstdint>
#include <string>

namespace bridge::library {

// The largest that the editors of pump makers permit is 30 care areas of 1,500 setups each
// (drug-library 1.1).
struct GeneratedSize {
  std::uint32_t care_areas = 30;
  std::uint32_t setups = 1500;  // in each care area
  std::uint64_t seed = 1;

  static constexpr std::uint32_t max_care_areas = 100;
  static constexpr std::uint32_t max_setups = 10'000;
};

// The text of a library file that loads, and in which the linter finds nothing. The same size and
// seed give the same bytes on every machine. Its drugs are numbers ("drug-0001", code "G0001" of
// system L), its status is draft, and it is never for clinical use.
// 1 <= care_areas <= max_care_areas, 1 <= setups <= max_setups.
std::string generated_library(const GeneratedSize& size);

}  // namespace bridge::library
