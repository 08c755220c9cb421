// SPDX-License-Identifier: Apache-2.0
#include "library/printed_text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace bridge::library {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::optional<Unit> unit_of(std::string_view word) {
  constexpr auto spellings =
      std::to_array<std::pair<std::string_view, std::string_view>>({{"mcg", "ug"},
                                                                    {"ug", "ug"},
                                                                    {"mg", "mg"},
                                                                    {"g", "g"},
                                                                    {"gm", "g"},
                                                                    {"unit", "[iU]"},
                                                                    {"units", "[iU]"},
                                                                    {"meq", "meq"},
                                                                    {"mmol", "mmol"},
                                                                    {"ml", "mL"},
                                                                    {"l", "L"}});
  for (const auto& [spelling, ucum] : spellings) {
    if (spelling == word) return Unit::from_ucum(ucum);
  }
  return std::nullopt;
}

// A number with the unit behind it, or the unit alone behind a slash: "/mL" is 1 mL.
struct Printed {
  Decimal value;
  Unit unit;
};

std::vector<Printed> quantities_in(const std::vector<std::string>& words) {
  std::vector<Printed> found;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const bool number = is_digit(words[at].front());
    const auto unit = unit_of(words[number ? std::min(at + 1, words.size() - 1) : at]);
    if (!unit) continue;
    if (!number) {
      found.push_back({Decimal(1, 0), *unit});
      continue;
    }
    const Result<Decimal> value = Decimal::parse(words[at]);
    if (value && !value->is_zero()) found.push_back({*value, *unit});
    ++at;
  }
  return found;
}

bool is_volume(const Printed& one) { return is_of_kind(QuantityKind::volume, one.unit); }

PrintedStrength strength(const Printed& amount, const Printed& volume) {
  return {measure(amount.value.exact(), amount.unit) / measure(volume.value.exact(), volume.unit),
          amount.value.text() + " " + std::string(amount.unit.ucum()) + " in " +
              volume.value.text() + " " + std::string(volume.unit.ucum())};
}

}  // namespace

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    if (is_digit(text[at])) {
      const auto goes_on = [text](std::size_t here) {
        if (is_digit(text[here])) return true;
        return text[here] == '.' && here + 1 < text.size() && is_digit(text[here + 1]);
      };
      while (end < text.size() && goes_on(end)) ++end;
    } else if (text[at] == '%') {
      ++end;
    } else {
      while (end < text.size() && is_letter(text[end])) ++end;
    }
    if (end == at) {
      ++at;
      continue;
    }
    std::string word(text.substr(at, end - at));
    std::transform(word.begin(), word.end(), word.begin(), lower);
    words.push_back(std::move(word));
    at = end;
  }
  return words;
}

// Of the first amount and the volume next to it; a percentage is grams in 100 mL.
std::optional<PrintedStrength> printed_strength(std::string_view name) {
  const std::vector<std::string> words = words_in(name);
  const std::vector<Printed> found = quantities_in(words);
  for (std::size_t at = 0; at + 1 < found.size(); ++at) {
    if (!is_volume(found[at]) && is_volume(found[at + 1]))
      return strength(found[at], found[at + 1]);
  }
  const auto percent = std::find(words.begin(), words.end(), "%");
  if (percent == words.end() || percent == words.begin()) return std::nullopt;
  const Result<Decimal> value = Decimal::parse(*(percent - 1));
  if (!value || value->is_zero()) return std::nullopt;
  return strength({*value, *Unit::from_ucum("g")}, {Decimal(100, 0), *Unit::from_ucum("mL")});
}

std::size_t letters_between(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> least(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) least[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) least[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t other = a[i - 1] == b[j - 1] ? 0 : 1;
      least[i][j] =
          std::min({least[i - 1][j] + 1, least[i][j - 1] + 1, least[i - 1][j - 1] + other});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) least[i][j] = std::min(least[i][j], least[i - 2][j - 2] + 1);
    }
  }
  return least[a.size()][b.size()];
}

}  // namespace bridge::library
