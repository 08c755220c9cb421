// SPDX-License-Identifier: Apache-2.0
// Rules of the linter about names, codes and units: L5, L9, L11, L12, L13, L17.
#include <algorithm>
#include <set>

#include "library/lint_rules.h"
#include "library/printed_text.h"

namespace bridge::library {
namespace {

std::vector<std::string> all_names(const Drug& drug) {
  std::vector<std::string> names{drug.display};
  names.insert(names.end(), drug.names.begin(), drug.names.end());
  return names;
}

bool counts_in_units(const Dimension& dimension) {
  return dimension.international_unit != 0 || dimension.arbitrary_unit != 0;
}

// The strength is not exactly that of any bag of the drug, and within a twentieth of one.
bool is_near_miss(const PrintedStrength& printed, const LintView& view, const std::string& drug,
                  std::vector<std::size_t>& near) {
  const auto found = view.by_drug.find(drug);
  if (found == view.by_drug.end()) return false;
  for (const std::size_t at : found->second) {
    for (const Concentration& bag : view.setup(at).concentrations) {
      const Measure ratio = bag.amount.exact() / bag.volume.exact();
      if (ratio == printed.ratio) return false;
      if (ratio.dimension != printed.ratio.dimension || !near.empty()) continue;
      const Rational difference = ratio.in_base_units - printed.ratio.in_base_units;
      const Rational part = difference / ratio.in_base_units * Rational(20);
      if (part < Rational(1) && part > Rational(-1)) near.push_back(at);
    }
  }
  return !near.empty();
}

std::string oddity(const std::string& name) {
  const char first = name.front();
  const bool plain = (first >= '0' && first <= '9') || (first >= 'a' && first <= 'z') ||
                     (first >= 'A' && first <= 'Z') || static_cast<unsigned char>(first) >= 0x80;
  if (!plain) return "begins with a sign";
  const std::vector<std::string> words = words_in(name);
  if (!words.empty() && words.front().starts_with("zz")) return "begins with zz";
  if (name.find("  ") != std::string::npos) return "has two blanks together";
  return {};
}

// A word of the drug's own name that this one was likely meant to be.
std::string meant_word(const std::string& word, const std::set<std::string>& own) {
  constexpr std::size_t shortest = 5;
  constexpr std::size_t long_word = 9;
  if (word.size() < shortest || own.contains(word)) return {};
  for (const std::string& one : own) {
    if (one.size() < shortest || word == one + "s" || one == word + "s") continue;
    if (letters_between(word, one) <= (one.size() >= long_word ? 2U : 1U)) return one;
  }
  return {};
}

// Words that tell no two entries apart, whatever their order: what a tired person reads.
std::string read_as(const std::string& name) {
  static const std::set<std::string> empty_words = {"in", "with", "and", "of", "w"};
  std::vector<std::string> words = words_in(name);
  std::erase_if(words, [](const std::string& word) { return empty_words.contains(word); });
  std::sort(words.begin(), words.end());
  std::string key;
  for (const std::string& word : words) key.append(word).append(" ");
  return key;
}

bool same_limits(const Setup& a, const Setup& b) {
  if (a.limits.size() != b.limits.size()) return false;
  return std::all_of(a.limits.begin(), a.limits.end(), [&b](const Limit& mine) {
    return std::any_of(b.limits.begin(), b.limits.end(), [&mine](const Limit& theirs) {
      return mine.quantity == theirs.quantity && same_bounds(mine, theirs);
    });
  });
}

}  // namespace

void printed_strength_is_rounded(const LintView& view, const Suspect& suspect) {
  for (const Drug& drug : view.parts.drugs) {
    for (const std::string& name : all_names(drug)) {
      const auto printed = printed_strength(name);
      std::vector<std::size_t> near;
      if (!printed || !is_near_miss(*printed, view, drug.id, near)) continue;
      suspect(drug.id, near,
              '"' + name + "\" prints " + printed->words + ", the setup is " +
                  words_of(view.setup(near.front())));
    }
  }
}

void unit_stands_for_something_else(const LintView& view, const Suspect& suspect) {
  for (const auto& [drug, setups] : view.by_drug) {
    std::vector<std::size_t> by_unit;
    std::vector<std::size_t> by_mass;
    for (const std::size_t at : setups) {
      for (const Concentration& bag : view.setup(at).concentrations) {
        const Dimension& dimension = bag.amount.unit.dimension();
        if (dimension.mass != 0) by_mass.push_back(at);
        if (!counts_in_units(dimension)) continue;
        by_unit.push_back(at);
        const Measure ratio = bag.amount.exact() / bag.volume.exact();
        static const Unit millilitre = *Unit::from_ucum("mL");
        const Rational per_ml =
            ratio.in_base_units * millilitre.factor() / bag.amount.unit.factor();
        const std::string words = bag.amount.ucum_text() + " in " + bag.volume.ucum_text();
        if (per_ml == Rational(1)) suspect(drug, {at}, words + ": one unit is one mL");
        // Fewer units than vials that anybody would put into one bag.
        else if (bag.amount.value <= Decimal(5, 0) && per_ml < Rational(1, 10)) {
          suspect(drug, {at}, words + ": a vial, or a million");
        }
      }
    }
    if (by_unit.empty() || by_mass.empty()) continue;
    suspect(drug, {by_unit.front(), by_mass.front()}, "dosed by unit here and by mass there");
  }
}

void drug_that_no_order_reaches(const LintView& view, const Suspect& suspect) {
  static const std::set<std::string> classes = {"ATC", "WC"};
  for (const Drug& drug : view.parts.drugs) {
    // A class of drugs is no drug: ATC has no strength and no form (drug-library 5.1).
    const bool coded = std::any_of(drug.codes.begin(), drug.codes.end(), [](const DrugCode& code) {
      return !classes.contains(code.system);
    });
    if (!coded) suspect(drug.id, {}, "it has no code but of a class of drugs");
    if (!view.by_drug.contains(drug.id)) suspect(drug.id, {}, "it has no setup in any care area");
    if (drug.routes.empty()) suspect(drug.id, {}, "it has no permitted route");
  }
}

void name_with_prefix_or_typo(const LintView& view, const Suspect& suspect) {
  for (const Drug& drug : view.parts.drugs) {
    std::set<std::string> own;
    for (const std::string& text : {drug.id, drug.display}) {
      for (std::string& word : words_in(text)) own.insert(std::move(word));
    }
    // Two spellings of the drug's own, in its id and on the screen, are seen as well.
    for (const std::string& one : own) {
      std::set<std::string> others = own;
      others.erase(one);
      const std::string meant = meant_word(one, others);
      if (!meant.empty() && one < meant) {
        suspect(drug.id, {}, '"' + one + "\" and \"" + meant + "\" both name it");
      }
    }
    for (const std::string& name : all_names(drug)) {
      if (name.empty()) continue;
      const std::string odd = oddity(name);
      if (!odd.empty()) suspect(drug.id, {}, '"' + name + "\" " + odd);
      for (const std::string& word : words_in(name)) {
        const std::string meant = meant_word(word, own);
        if (meant.empty()) continue;
        suspect(drug.id, {}, '"' + name + "\" has \"" + word + "\", the drug is \"" + meant + '"');
      }
    }
  }
}

void rate_cap_stands_for_drug_cap(const LintView& view, const Suspect& suspect) {
  for (const Drug& drug : view.parts.drugs) {
    std::optional<PrintedStrength> printed;
    for (const std::string& name : all_names(drug)) {
      const auto one = printed_strength(name);
      const Dimension amount = one ? one->ratio.dimension * Dimension{.volume = 1} : Dimension{};
      if (one && (amount.equivalent != 0 || amount.mole != 0)) printed = one;
    }
    const auto found = view.by_drug.find(drug.id);
    if (!printed || found == view.by_drug.end()) continue;
    for (const std::size_t at : found->second) {
      const Limit* rate = limit_on(view.setup(at), LimitedQuantity::rate);
      if (view.setup(at).mode != TherapyMode::fluid || rate == nullptr) continue;
      const auto& most = rate->hard_max ? rate->hard_max : rate->soft_max;
      if (!most) continue;
      static const Unit hour = *Unit::from_ucum("h");
      const Rational drug_rate =
          in_base(*most, rate->unit) * printed->ratio.in_base_units * hour.factor();
      const bool moles = printed->ratio.dimension.mole != 0;
      const Unit unit = *Unit::from_ucum(moles ? "mmol" : "meq");
      suspect(drug.id, {at},
              most->text() + " " + std::string(rate->unit.ucum()) + " of " + printed->words +
                  " is " + (drug_rate / unit.factor()).approximate(4) + " " +
                  std::string(unit.ucum()) + "/h");
    }
  }
}

void rows_that_read_alike(const LintView& view, const Suspect& suspect) {
  std::map<std::string, std::set<std::string>> readers;  // drugs, by what a name reads as
  for (const Drug& drug : view.parts.drugs) {
    for (const std::string& name : all_names(drug)) {
      const std::string key = read_as(name);
      if (!key.empty()) readers[key].insert(drug.id);
    }
  }
  std::set<std::pair<std::size_t, std::size_t>> told;
  for (const auto& [key, drugs] : readers) {
    for (auto one = drugs.begin(); one != drugs.end(); ++one) {
      for (auto other = std::next(one); other != drugs.end(); ++other) {
        if (!view.by_drug.contains(*one) || !view.by_drug.contains(*other)) continue;
        for (const std::size_t a : view.by_drug.at(*one)) {
          for (const std::size_t b : view.by_drug.at(*other)) {
            const Setup& mine = view.setup(a);
            const Setup& theirs = view.setup(b);
            const bool together = mine.care_area == theirs.care_area && mine.mode == theirs.mode;
            if (!together || same_limits(mine, theirs)) continue;
            if (!told.insert({a, b}).second) continue;
            suspect(*one, {a, b},
                    "reads like " + *other + ": \"" + key.substr(0, key.size() - 1) + '"');
          }
        }
      }
    }
  }
}

}  // namespace bridge::library
