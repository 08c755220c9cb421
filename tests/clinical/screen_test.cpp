// SPDX-License-Identifier: Apache-2.0
// The screen printer, and a checker of ISMP's banned forms that knows nothing of it.
#include "clinical/screen.h"

#include <gtest/gtest.h>

#include <cctype>
#include <random>
#include <vector>

namespace bridge {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    if (c == ' ' || c == '/') {
      words.emplace_back();
    } else {
      words.back() += c;
    }
  }
  return words;
}

// What is wrong with the number; empty when nothing is.
std::string number_fault(std::string number) {
  if (number.starts_with('-')) number.erase(0, 1);
  const std::size_t point = std::min(number.find('.'), number.size());
  if (point == 0) return "naked decimal point";
  if (point + 1 == number.size()) return "point without a fraction";
  if (point < number.size() && number.back() == '0') return "trailing zero";
  std::string whole = number.substr(0, point);
  std::size_t run = 0;
  std::size_t groups = 0;
  std::string plain;
  for (std::size_t i = whole.size(); i-- > 0;) {
    if (whole[i] == ',') {
      if (run != 3) return "comma out of place";
      run = 0;
      ++groups;
    } else if (digit(whole[i])) {
      plain += whole[i];
      if (++run > 3) return "thousands not separated";
    } else {
      return "not a digit";
    }
  }
  if (run == 0) return "comma out of place";
  if (plain.size() > 1 && plain.back() == '0') return "leading zero too many";
  for (std::size_t i = point + 1; i < number.size(); ++i) {
    if (!digit(number[i])) return "not a digit";
  }
  return {};
}

// ISMP's list of error-prone abbreviations, symbols and dose designations, and drug-library 2.5,
// for a number with its unit. The first fault found; empty for a safe text.
std::string banned_form(const std::string& text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) > 126) return "not ASCII: a Greek mu is read as m";
    if (std::string_view("&@<>+[]'{}*^").find(c) != std::string_view::npos) return "symbol";
  }
  const std::size_t gap = text.find(' ');
  if (gap == std::string::npos) return "no space before the unit";
  const std::string number = text.substr(0, gap);
  if (const std::string fault = number_fault(number); !fault.empty()) return fault;
  const std::string unit = text.substr(gap + 1);
  if (unit.empty() || unit.front() == ' ') return "no unit";
  if (digit(unit.front())) return "a second number";
  for (const std::string& word : words_of(unit)) {
    for (const char* bad : {"U",  "u",  "IU", "iU", "iu",  "MU",  "mU", "ug",  "ng", "uL", "ul",
                            "cc", "CC", "h",  "hr", "H",   "d",   "D",  "D/C", "qd", "MS", "M",
                            "K",  "gm", "Gm", "gr", "mEQ", "meq", "ML", "ml",  "MG", "Mg", "mcL"}) {
      if (word == bad) return "abbreviation " + word;
    }
  }
  // A slash is read as the figure 1: only a concentration, which every label writes so, has one.
  const std::size_t slash = unit.find('/');
  if (slash != std::string::npos) {
    const std::string below = unit.substr(slash + 1);
    if (below != "mL" && below != "L") return "slash in a dose";
  }
  return {};
}

// The checker itself: what drug-library 2.5 lists as dangerous, and how it is to be written.
TEST(BannedForm, FindsEachFormThatHasBeenMisread) {
  for (const char* bad :
       {"1.0 mg",     ".5 mg",      "10000 units", "1000 mg",    "5 U",      "5 u",
        "5 IU",       "5 ug",       "5 \xC2\xB5g", "5 cc",       "10mg",     "100mL",
        "5 mcg/kg",   "5 mg/h",     "5 mL/hr",     "5 mg per h", "1. mg",    "01 mg",
        "1,00 mg",    "1,0000 mg",  ",100 mg",     "10,00 mg",   "1 mg @ 5", "5 & 6 mg",
        "> 5 mg",     "5 mg/day",   "1:1000 mg",   "5 MS",       "5  mg",    "5 ",
        "5",          "5 [iU]",     "5 m[iU]",     "1e3 mg",     "5 U/mL",   "0.50 mg",
        "1,234,5 mg", "1234567 mg", "5 ug per kg", "5 mg/mL/h",  "5 arb'U",  "1 000 mg",
        "5 ng",       "5 meq",      "5 ml",        "5 mg per d"}) {
    EXPECT_NE(banned_form(bad), "") << bad;
  }
  for (const char* good : {"1 mg", "0.5 mg", "10,000 units", "5 unit", "5 mcg", "5 mL", "100 mL",
                           "1 mg/mL", "5 mcg per kg per min", "1,234,567 mg",
                           "1,000.25 mL per hour", "0 mg", "-0.5 mg", "50 units/mL", "5 mEq/L"}) {
    EXPECT_EQ(banned_form(good), "") << good;
  }
}

std::string text_of(std::string_view number, std::string_view ucum) {
  return screen_text(*Decimal::parse(number), *Unit::from_ucum(ucum));
}

TEST(Screen, WritesWhatPeopleCannotMisread) {
  EXPECT_EQ(text_of("1.0", "mg"), "1 mg");
  EXPECT_EQ(text_of("0.50", "ug/kg/min"), "0.5 mcg per kg per min");
  EXPECT_EQ(text_of("10000", "[iU]"), "10,000 units");
  EXPECT_EQ(text_of("1", "[iU]/h"), "1 unit per hour");
  EXPECT_EQ(text_of("0.1", "[iU]/kg/h"), "0.1 unit per kg per hour");
  EXPECT_EQ(text_of("18", "[iU]/kg/h"), "18 units per kg per hour");
  EXPECT_EQ(text_of("6", "m[iU]/min"), "6 milliunits per min");
  EXPECT_EQ(text_of("5", "M[iU]"), "5 million units");
  EXPECT_EQ(text_of("50", "[iU]/mL"), "50 units/mL");
  EXPECT_EQ(text_of("999.95", "mL/h"), "999.95 mL per hour");
  EXPECT_EQ(text_of("1000", "mL"), "1,000 mL");
  EXPECT_EQ(text_of("1234567.8901", "mg"), "1,234,567.8901 mg");
  EXPECT_EQ(text_of("-1000", "mL"), "-1,000 mL");
  EXPECT_EQ(text_of("-999", "mL"), "-999 mL");
  EXPECT_EQ(text_of("2", "h"), "2 hours");
  EXPECT_EQ(text_of("1", "h"), "1 hour");
  EXPECT_EQ(text_of("2", "g/m2/d"), "2 g per m2 per day");
  EXPECT_EQ(screen_text(Rational(100, 3), *Unit::from_ucum("mL/h")), "33.33 mL per hour");
  EXPECT_EQ(screen_text(Rational(100'000, 3), *Unit::from_ucum("mg")), "33,333 mg");
}

TEST(Screen, NoUnitWithAnyNumberEverHasABannedForm) {
  std::vector<Decimal> values;
  for (const char* text : {"0",
                           "0.1",
                           "0.10",
                           "1",
                           "1.0",
                           "10",
                           "100",
                           "999",
                           "999.9",
                           "1000",
                           "1000.0",
                           "9999",
                           "10000",
                           "100000",
                           "1000000",
                           "999999999999999999",
                           "0.000000000000000001",
                           "1234.5678",
                           "00012.50",
                           "-0.5",
                           "-1000"}) {
    values.push_back(*Decimal::parse(text));
  }
  std::mt19937_64 random(20'251'121);
  for (int i = 0; i < 200; ++i) {
    const auto digits = static_cast<std::int64_t>(random() % 1'000'000'000'000'000'000U);
    const std::int64_t shorter[] = {digits, digits % 1'000'000, digits % 1000,
                                    digits % 100'000 * 100};
    values.emplace_back(shorter[random() % 4], static_cast<std::uint8_t>(random() % 19));
  }
  for (std::uint16_t index = 0; index < Unit::count(); ++index) {
    const Unit unit = Unit::at(index);
    for (const Decimal& value : values) {
      const std::string text = screen_text(value, unit);
      ASSERT_EQ(banned_form(text), "") << text;
      const std::string computed = screen_text(value.exact() / Rational(7), unit);
      ASSERT_EQ(banned_form(computed), "") << computed;
      // No digit is lost: without commas, the number is the decimal's own text.
      std::string plain = text.substr(0, text.find(' '));
      std::erase(plain, ',');
      ASSERT_EQ(plain, value.text());
    }
  }
}

// Two units must not read alike.
TEST(Screen, DifferentUnitsHaveDifferentWords) {
  std::vector<std::string_view> seen;
  for (std::uint16_t index = 0; index < Unit::count(); ++index) {
    const std::string_view words = Unit::at(index).screen_text();
    EXPECT_EQ(std::find(seen.begin(), seen.end(), words), seen.end()) << words;
    seen.push_back(words);
  }
}

}  // namespace
}  // namespace bridge
