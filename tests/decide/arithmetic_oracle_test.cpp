// SPDX-License-Identifier: Apache-2.0
// Two implementations of the arithmetic, this one and script/arithmetic-oracle, come to the same.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <sstream>

#include "decide/check_case.h"
#include "decide/pump_capability.h"

namespace bridge::decide {
namespace {

using test::unit;

std::string in(const Quantities& quantities, Figure figure, std::string_view ucum) {
  if (!quantities.knows(figure)) return "unknown";
  return quantities.exact(figure).in(unit(ucum)).text();
}

std::string verdict(const Quantities& quantities) {
  const auto found = quantities.disagreements();
  if (found.empty()) return "agree";
  return found.front().refused ? "refused" : "warned";
}

// "exact stated infused dose unit shown verdict", as the oracle writes it.
std::string computed(const std::string& text, std::string_view dose_unit) {
  const test::Case one("icu none | " + text);
  const Quantities quantities(one.order, concentration_by_strength(one.order), Body::none);
  PumpModel model;
  model.resolution = {{Rational(100), Rational(1, 10)}, {Rational(0), Rational(1)}};
  const Rational exact = quantities.rate_of_dose_rate()->in(unit("mL/h"));
  std::ostringstream out;
  out << exact.text() << ' ' << in(quantities, Figure::rate, "mL/h") << ' '
      << in(quantities, Figure::volume, "mL") << ' ' << in(quantities, Figure::dose, dose_unit)
      << ' ' << dose_unit << ' '
      << rate_on_pump(exact, model, nullptr, quantities).shown_ml_h.text() << ' '
      << verdict(quantities);
  return out.str();
}

// BRIDGE_ORACLE_ORDERS=1000000 for the long run; the seed is the count, so that each run is
// repeatable and no two lengths are the same orders.
TEST(ArithmeticOracle, ComesToTheSameAsFractionsOfAnotherLanguage) {
  const char* const wanted = std::getenv("BRIDGE_ORACLE_ORDERS");
  const std::string count = wanted == nullptr ? "2000" : wanted;
  const std::string command =
      "python3 '" BRIDGE_SOURCE_DIR "/script/arithmetic-oracle' " + count + " " + count;
  FILE* const oracle = popen(command.c_str(), "r");
  ASSERT_NE(oracle, nullptr);
  std::array<char, 1024> line{};
  long seen = 0;
  std::array<long, 3> verdicts{};
  while (std::fgets(line.data(), line.size(), oracle) != nullptr) {
    std::string text(line.data());
    while (!text.empty() && text.back() == '\n') text.pop_back();
    const auto bar = text.find(" | ");
    ASSERT_NE(bar, std::string::npos) << text;
    const std::string order = text.substr(0, bar);
    const std::string expected = text.substr(bar + 3);
    std::istringstream words(expected);
    std::string dose_unit;
    for (int i = 0; i < 5; ++i) words >> dose_unit;
    ASSERT_EQ(computed(order, dose_unit), expected) << order;
    ++verdicts[expected.ends_with("agree") ? 0 : expected.ends_with("warned") ? 1 : 2];
    ++seen;
  }
  EXPECT_EQ(pclose(oracle), 0);
  EXPECT_EQ(seen, std::stol(count));
  for (const long each : verdicts) EXPECT_GT(each, seen / 100);
}

}  // namespace
}  // namespace bridge::decide
