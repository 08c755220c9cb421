// SPDX-License-Identifier: Apache-2.0
// Libraries in a few words, for the linter: whole ones would hide what a case is about.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "library/library_text.h"
#include "library/lint.h"

namespace bridge::library {

// Care areas that are always there: icu and ward 30-350 kg, picu 2-120, nicu 0.3-7. Then one line
// for each drug and setup:
//   drug ID DISPLAY | NAME | NAME ...            code ID of system L; "@ATC" as display: of ATC
//   AREA DRUG MODE UNIT | 400 mg in 250 mL, ... | QUANTITY UNIT HARD_MIN SOFT_MIN SOFT_MAX HARD_MAX
// "-" stands for what is not there. A drug that has no line of its own gets one.
class LintCase {
 public:
  explicit LintCase(const std::string& text) {
    area("icu", "30", "350");
    area("ward", "30", "350");
    area("picu", "2", "120");
    area("nicu", "0.3", "7");
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) take(line);
  }
  DrugLibrary::Parts parts;

 private:
  static std::vector<std::string> split(const std::string& line, char at) {
    std::vector<std::string> pieces;
    std::istringstream in(line);
    for (std::string piece; std::getline(in, piece, at);) {
      while (piece.starts_with(' ')) piece.erase(0, 1);
      while (piece.ends_with(' ')) piece.pop_back();
      pieces.push_back(piece);
    }
    return pieces;
  }
  static Decimal number(const std::string& text) {
    const auto value = Decimal::parse(text);
    EXPECT_TRUE(value) << text;
    return value ? *value : Decimal();
  }
  static Unit unit(const std::string& text) {
    const auto found = Unit::from_ucum(text);
    EXPECT_TRUE(found.has_value()) << text;
    return found.value_or(Unit::at(0));
  }
  static std::optional<Decimal> bound(const std::string& text) {
    return text == "-" ? std::nullopt : std::optional(number(text));
  }
  void area(const char* id, const char* least, const char* most) {
    CareArea one;
    one.id = one.name = id;
    one.locations = {id};
    one.min_weight_kg = number(least);
    one.max_weight_kg = number(most);
    parts.care_areas.push_back(std::move(one));
  }
  void drug(const std::string& id, const std::string& display, std::vector<std::string> names) {
    Drug one;
    one.id = id;
    one.display = display == "@ATC" ? id : display;
    one.codes = {{id, display == "@ATC" ? "ATC" : "L"}};
    one.names = std::move(names);
    one.routes = {Route::intravenous};
    parts.drugs.push_back(std::move(one));
  }
  void take(const std::string& line) {
    const std::vector<std::string> pieces = split(line, '|');
    if (pieces.empty() || pieces[0].empty()) return;
    const std::vector<std::string> words = split(pieces[0], ' ');
    if (words[0] == "drug") {
      return drug(words[1], pieces[0].substr(pieces[0].find(words[1]) + words[1].size() + 1),
                  {pieces.begin() + 1, pieces.end()});
    }
    Setup setup{};
    setup.care_area = words[0];
    setup.drug = words[1];
    const auto mode = bridge::named<TherapyMode>(words[2]);
    EXPECT_TRUE(mode.has_value()) << line;
    setup.mode = mode.value_or(TherapyMode::fluid);
    if (words[3] != "-") setup.dosing_unit = unit(words[3]);
    for (const std::string& bag : split(pieces[1], ',')) {
      if (bag == "-") continue;
      const std::vector<std::string> held = split(bag, ' ');
      setup.concentrations.push_back(
          {{number(held[0]), unit(held[1]), "", {}}, {number(held[3]), unit(held[4]), "", {}}});
    }
    for (std::size_t at = 2; at < pieces.size(); ++at) limit(split(pieces[at], ' '), setup);
    const auto known = [&](const Drug& one) { return one.id == setup.drug; };
    if (std::none_of(parts.drugs.begin(), parts.drugs.end(), known)) {
      drug(setup.drug, setup.drug, {setup.drug});
    }
    parts.setups.push_back(std::move(setup));
  }
  static void limit(const std::vector<std::string>& words, Setup& setup) {
    const auto quantity = bridge::named<LimitedQuantity>(words[0]);
    EXPECT_TRUE(quantity.has_value()) << words[0];
    setup.limits.push_back({.quantity = quantity.value_or(LimitedQuantity::rate),
                            .unit = unit(words[1]),
                            .window = {},
                            .hard_min = bound(words[2]),
                            .soft_min = bound(words[3]),
                            .soft_max = bound(words[4]),
                            .hard_max = bound(words[5]),
                            .source = "test",
                            .rationale = ""});
  }
};

// "L1 dopamine 0 1; L3 dopamine 1": rule, drug, setups.
inline std::string findings_of(const std::string& text) {
  const LintCase held(text);
  std::string all;
  for (const LintFinding& one : lint(held.parts).findings) {
    all.append(all.empty() ? "" : "; ").append(one.rule).append(" ").append(one.drug);
    for (const std::size_t at : one.setups) all.append(" ").append(std::to_string(at));
    EXPECT_FALSE(one.values.empty() || one.why.empty() || one.fix.empty()) << one.rule;
    EXPECT_TRUE(one.blocks());
  }
  return all;
}

}  // namespace bridge::library
