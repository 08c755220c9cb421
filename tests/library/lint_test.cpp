// SPDX-License-Identifier: Apache-2.0
// Seeded faults for each rule of the linter (drug-library 7.1, T7), and what must not be one.
#include "library/lint.h"

#include <set>

#include "library/lint_case.h"
#include "library/printed_text.h"

namespace bridge::library {
namespace {

struct Seed {
  const char* text;
  const char* findings;
};

void expect_all(std::initializer_list<Seed> seeds) {
  for (const Seed& seed : seeds) EXPECT_EQ(findings_of(seed.text), seed.findings) << seed.text;
}

// K23: bivalirudin for kidney failure in mcg/kg/h, its siblings in mg/kg/h.
TEST(Lint, L1_like_figures_in_other_units) {
  expect_all({
      {"icu biva continuous mg/kg/h | 250 mg in 50 mL | dose_rate mg/kg/h - 0.1 1.8 2\n"
       "ward biva continuous ug/kg/h | 250 mg in 50 mL | dose_rate ug/kg/h - 0.1 1.2 1.4",
       "L1 biva 0 1"},
      {"icu x continuous ug/min | 4 mg in 250 mL | dose_rate ug/min - - 10 20\n"
       "ward x continuous ug/h | 8 mg in 250 mL | dose_rate ug/h - - 10 20",
       "L1 x 0 1"},
      {"icu x continuous mg/h | 40 mg in 250 mL | dose_rate mg/h - - - 20\n"
       "ward x continuous g/h | 8 mg in 250 mL | dose_rate g/h - - - 20",
       "L1 x 0 1; L3 x 1"},
      {"icu x continuous mg/h | 100 mg in 100 mL | dose_rate mg/h 1 2 7 20\n"
       "ward x continuous mg/kg/h | 50 mg in 100 mL | dose_rate mg/kg/h 1 2 7 20",
       "L1 x 0 1; L3 x 1"},
      {"icu x intermittent mg | 500 mg in 100 mL | dose mg - 100 900 1000\n"
       "ward x intermittent g | 1 g in 100 mL | dose g - 100 900 1000",
       "L1 x 0 1; L4 x 1; L7 x 1"},
      {"icu x intermittent ug | 300 ug in 50 mL | dose ug - - 400 500\n"
       "ward x intermittent mg | 1 mg in 50 mL | dose mg - - 400 500",
       "L1 x 0 1; L7 x 1"},
      {"icu x continuous [iU]/h | 9000 [iU] in 90 mL | dose_rate [iU]/h 10 - - 2000\n"
       "ward x continuous [iU]/kg/h | 5000 [iU] in 90 mL | dose_rate [iU]/kg/h 10 - - 2000",
       "L1 x 0 1; L3 x 1"},
      {"icu x intermittent mg | 100 mg in 50 mL | dose mg - - 100 120 | duration h 1 - - 2\n"
       "icu x intermittent mg | 120 mg in 50 mL | dose mg - - 100 130 | duration min 1 - - 2",
       "L1 x 0 1; L4 x 1"},
      // The same thing in two units, and figures that differ with their units, are none.
      {"icu x continuous ug/kg/min | 4 mg in 250 mL | dose_rate ug/kg/min - 0.1 1 2\n"
       "ward x continuous ug/kg/h | 8 mg in 250 mL | dose_rate ug/kg/h - 6 60 120",
       ""},
      {"icu x continuous [iU]/h | 9000 [iU] in 90 mL | dose_rate [iU]/h - 400 2000 4000\n"
       "ward x continuous [iU]/kg/h | 5000 [iU] in 90 mL | dose_rate [iU]/kg/h - 5 25 35",
       ""},
      // A newborn's microgram is no slip of an adult's milligram.
      {"icu x continuous mg/h | 100 mg in 100 mL | dose_rate mg/h - - 7 20\n"
       "nicu x continuous ug/h | 5 mg in 100 mL | dose_rate ug/h - - 7 20",
       ""},
      {"icu x continuous mg/h | 100 mg in 100 mL | dose_rate mg/h - - 7 20\n"
       "icu y continuous ug/h | 5 mg in 100 mL | dose_rate ug/h - - 7 20",
       ""},
  });
}

// K24: pralidoxime, mg row hard 2300, gram row soft 21 where 2.1 was meant.
TEST(Lint, L2_rows_in_mg_and_g_that_disagree) {
  expect_all({
      {"icu prali intermittent mg | 2000 mg in 100 mL | dose mg - - 2100 2300\n"
       "ward prali intermittent g | 20 g in 100 mL | dose g - - 21 25",
       "L2 prali 0 1"},
      {"icu ca intermittent mg | 1000 mg in 50 mL | dose mg - - - 2000\n"
       "icu ca intermittent g | 9 g in 50 mL | dose g - - - 10",
       "L2 ca 0 1"},
      {"icu x intermittent ug | 400 ug in 50 mL | dose ug - - - 500\n"
       "icu x intermittent mg | 2 mg in 50 mL | dose mg - - - 2.5",
       "L2 x 0 1"},
      {"icu x continuous mg/h | 100 mg in 50 mL | dose_rate mg/h - - - 100\n"
       "icu x continuous g/h | 1 g in 50 mL | dose_rate g/h - - - 0.5",
       "L2 x 0 1"},
      {"icu x continuous ug/min | 100 mg in 50 mL | dose_rate ug/min - - - 100\n"
       "ward x continuous mg/h | 90 mg in 50 mL | dose_rate mg/h - - - 60",
       "L2 x 0 1"},
      {"icu x intermittent mg | 100 mg in 50 mL | dose mg - - - 1000\n"
       "icu x intermittent g | 1 g in 50 mL | dose g - - - 2",
       "L7 x 0"},
      {"icu x intermittent mg | 500 mg in 50 mL | dose mg - - - 1000\n"
       "icu x intermittent g | 1 g in 50 mL | dose g - - - 1",
       ""},
      {"icu x intermittent mg | 1000 mg in 50 mL | dose mg - - - 2000\n"
       "picu x intermittent g | 0.1 g in 50 mL | dose g - - - 0.2",
       ""},
  });
}

TEST(Lint, L3_continuous_without_a_hard_maximum_that_means_something) {
  expect_all({
      {"icu norepi continuous ug/kg/min | 4 mg in 250 mL | dose_rate ug/kg/min - - 1 -",
       "L3 norepi 0"},
      {"icu x continuous mg/h | 100 mg in 100 mL | rate mL/h - - - 100", "L3 x 0"},
      {"icu x continuous mg/h | 100 mg in 100 mL", "L3 x 0"},
      {"icu x continuous mg/h | 100 mg in 100 mL | dose_rate mg/h 1 2 7 -", "L3 x 0"},
      // 1000 mg/h at 1 mg/mL is 1000 mL/h; 30 kg at 34 mg/kg/h is 1020 mL/h.
      {"icu x continuous mg/h | 100 mg in 100 mL | dose_rate mg/h - - - 1000", "L3 x 0"},
      {"icu x continuous mg/kg/h | 100 mg in 100 mL | dose_rate mg/kg/h - - - 34", "L3 x 0"},
      {"icu x continuous mL/kg/h | 100 mg in 100 mL | dose_rate mL/kg/h - - - 34", "L3 x 0"},
      // The strongest bag counts: 2 mg/mL is 500 mL/h.
      {"icu x continuous mg/h | 100 mg in 100 mL, 200 mg in 100 mL | dose_rate mg/h - - - 1000",
       ""},
      {"icu x continuous mg/h | 100 mg in 100 mL | dose_rate mg/h - - - 999", ""},
      {"icu x continuous mg/kg/h | 100 mg in 100 mL | dose_rate mg/kg/h - - - 33", ""},
      {"nicu x continuous mg/kg/h | 100 mg in 100 mL | dose_rate mg/kg/h - - - 3000", ""},
      {"icu x continuous mg/m2/h | 100 mg in 100 mL | dose_rate mg/m2/h - - - 900", ""},
      {"icu x fluid - | - | rate mL/h - - - 999", ""},
  });
}

TEST(Lint, L4_a_bag_outside_of_its_own_limits) {
  expect_all({
      {"icu pip intermittent g | 2.25 g in 50 mL | dose g - 3 4 4.5", "L4 pip 0"},
      {"icu x intermittent g | 2 g in 50 mL | dose g - - 1 4", "L4 x 0"},
      {"icu x intermittent g | 5 g in 50 mL | dose g - - - 4", "L4 x 0"},
      {"icu x intermittent g | 1 g in 50 mL | dose g 2 - - 4", "L4 x 0"},
      {"icu x intermittent g | 1500 mg in 50 mL | dose g - - 1.4 4", "L4 x 0"},
      {"icu x intermittent g | 1 g in 50 mL, 3 g in 50 mL | dose g - - 2 4", "L4 x 0"},
      {"icu x intermittent g | 1 g in 500 mL | dose g - - - 4 | volume mL - - 250 300", "L4 x 0"},
      {"icu x continuous mg/h | 1 g in 500 mL | dose_rate mg/h - - - 9 | volume mL - - - 250",
       "L4 x 0"},
      {"icu x intermittent g | 1 g in 50 mL | dose g 1 - - 4", ""},
      {"icu x intermittent mg/kg | 1 g in 50 mL | dose mg/kg - - 10 20", ""},
      {"icu x intermittent g | 1 g in 50 mL | dose g - - 1 1", ""},
  });
}

TEST(Lint, L5_a_name_that_prints_a_rounded_strength) {
  const std::string setup = "\nicu x continuous mg/h | 10 mg in 101 mL | dose_rate mg/h - - - 9";
  const auto named = [&setup](const std::string& name) {
    return findings_of("drug x x | " + name + setup);
  };
  EXPECT_EQ(named("x 0.099 mg/mL"), "L5 x 0");
  EXPECT_EQ(named("x 0.1 mg/mL"), "L5 x 0");
  EXPECT_EQ(named("x 10 mg/100 mL"), "L5 x 0");
  EXPECT_EQ(named("x 99 mcg/mL"), "L5 x 0");
  EXPECT_EQ(named("x 10 mg in 100 mL NS"), "L5 x 0");
  EXPECT_EQ(named("x 0.01 %"), "L5 x 0");
  EXPECT_EQ(named("x 10.1 mg/101mL"), "L5 x 0");
  EXPECT_EQ(named("x 0.0001 g per mL"), "L5 x 0");
  EXPECT_EQ(named("x 10 mg/101 mL"), "");
  EXPECT_EQ(named("x 20 mg in NS 202 mL"), "");
  EXPECT_EQ(named("x 10000 mcg/101 mL"), "");
  EXPECT_EQ(named("x 20 mg/100 mL"), "");  // another bag: no slip
  EXPECT_EQ(named("x 10 units/100 mL"), "");
  EXPECT_EQ(named("x"), "");
}

TEST(Lint, L6_a_duration_that_allows_too_fast) {
  const std::string slow =
      "\nward x intermittent mg | 400 mg in 90 mL | dose mg - - - 2000 | dose_rate mg/min - - - 10";
  const auto fast = [&slow](const std::string& rest) {
    return findings_of("icu x intermittent mg | 500 mg in 100 mL | dose mg - - - 2000" + rest +
                       slow);
  };
  EXPECT_EQ(fast(" | duration min 25 - - -"), "L6 x 0 1");  // vancomycin: 20 mg/min
  EXPECT_EQ(fast(" | duration min 49 - - -"), "L6 x 0 1");
  EXPECT_EQ(fast(" | duration h 0.5 - - 4"), "L6 x 0 1");
  EXPECT_EQ(fast(" | duration min 50 - - -"), "");
  EXPECT_EQ(fast(" | duration h 1 - - 4"), "");
  EXPECT_EQ(fast(" | duration min - 25 - -"), "");
  EXPECT_EQ(fast(""), "");
  // Limited here too: an order is stopped by that.
  EXPECT_EQ(fast(" | duration min 25 - - - | dose_rate mg/min - - - 10"), "");
  expect_all({
      {"icu kcl intermittent meq | 40 meq in 520 mL | dose meq - - - 60 | duration min 55 - - -\n"
       "ward kcl continuous meq/h | 20 meq in 100 mL | dose_rate meq/h - - - 20",
       "L6 kcl 0 1"},
      {"icu x intermittent g | 1 g in 90 mL | dose g - - - 2 | duration min 10 - - -\n"
       "icu x continuous mg/min | 1 g in 80 mL | dose_rate mg/min - - - 50",
       "L6 x 0 1"},
      {"icu x intermittent g | 1 g in 90 mL | dose g - - - 2 | duration min 10 - - -\n"
       "picu x continuous mg/min | 1 g in 80 mL | dose_rate mg/min - - - 50",
       ""},
  });
}

TEST(Lint, L7_intermittent_without_a_hard_maximum_that_means_something) {
  expect_all({
      {"icu x intermittent g | 1 g in 50 mL | dose g - - 2 -", "L7 x 0"},
      {"icu x intermittent g | 1 g in 50 mL", "L7 x 0"},
      {"icu x intermittent g | 1 g in 50 mL | duration h 1 - - 2", "L7 x 0"},
      {"icu x intermittent mg/kg | 1 g in 50 mL | dose mg/kg 1 - 2 -", "L7 x 0"},
      {"icu x intermittent g | 1 g in 50 mL | dose g - - 2 10", "L7 x 0"},
      {"icu x intermittent g | 1 g in 50 mL | dose g - - 2 1000", "L7 x 0"},
      {"icu x intermittent mg | 1 g in 50 mL | dose mg - - 2000 20000", "L7 x 0"},
      {"icu x intermittent mg | 1 g in 50 mL | dose mg - - 2000 3000", ""},
      {"icu x intermittent mg/kg | 1 g in 50 mL | dose mg/kg - - - 50000", ""},
  });
}

TEST(Lint, L8_a_custom_strength_without_hard_minimum) {
  expect_all({
      {"icu x intermittent g | - | dose g - - 2 3", "L8 x 0"},
      {"icu x continuous mg/h | - | dose_rate mg/h - - 2 3", "L8 x 0"},
      {"icu x continuous mg/kg/h | - | dose_rate mg/kg/h - - 2 3 | rate mL/h - - - 9", "L8 x 0"},
      {"picu x intermittent mg/kg | - | dose mg/kg - - 2 3", "L8 x 0"},
      {"icu x fluid - | - | rate mL/h - - - 999", ""},
      {"icu x intermittent g | 2 g in 50 mL | dose g - - 2 3", ""},
  });
}

TEST(Lint, L9_a_unit_that_stands_for_something_else) {
  expect_all({
      {"icu epi continuous [iU]/h | 250 [iU] in 250 mL | dose_rate [iU]/h - - 10 20", "L9 epi 0"},
      {"icu x intermittent [iU] | 10 [iU] in 10 mL | dose [iU] - - 10 20", "L9 x 0"},
      {"icu x intermittent [iU] | 4 [iU] in 250 mL | dose [iU] - - 10 20", "L9 x 0"},
      {"icu pen intermittent [iU] | 5 [iU] in 100 mL | dose [iU] - - 10 20", "L9 pen 0"},
      {"icu x intermittent [iU] | 900 [iU] in 100 mL | dose [iU] - - 900 2000\n"
       "ward x intermittent mg | 900 mg in 100 mL | dose mg - - 900 2000",
       "L1 x 0 1; L9 x 0 1"},
      {"icu x fluid - | - | rate mL/h - - - 999", ""},
      {"icu x intermittent [iU] | 3000 [iU] in 60 mL | dose [iU] - - 3000 4000", ""},
      {"icu oxy continuous m[iU]/min | 30 [iU] in 500 mL | dose_rate m[iU]/min - - 20 40", ""},
  });
}

TEST(Lint, L10_siblings_far_apart_for_one_patient) {
  expect_all({
      {"icu mida continuous mg/h | 100 mg in 100 mL | dose_rate mg/h - - 5 10\n"
       "ward mida continuous mg/kg/h | 200 mg in 100 mL | dose_rate mg/kg/h - - 2 4",
       "L10 mida 0 1"},
      {"icu x continuous mg/h | 100 mg in 100 mL | dose_rate mg/h - - 5 10\n"
       "ward x continuous mg/h | 900 mg in 100 mL | dose_rate mg/h - - 101 400",
       "L10 x 0 1"},
      {"icu x intermittent mg | 100 mg in 100 mL | dose mg - - 150 160\n"
       "icu x intermittent mg/kg | 9 g in 100 mL | dose mg/kg - - 50 60",
       "L10 x 0 1"},
      {"icu x intermittent mg | 80 mg in 100 mL | dose mg - - 90 95\n"
       "icu x intermittent mg/m2 | 9 g in 100 mL | dose mg/m2 - - 1000 2000",
       "L10 x 0 1"},
      {"icu x continuous mg/h | 100 mg in 100 mL | dose_rate mg/h - - 5 10\n"
       "ward x continuous mg/h | 900 mg in 100 mL | dose_rate mg/h - - 100 400",
       ""},
      {"icu x continuous mg/h | 100 mg in 100 mL | dose_rate mg/h - - 7 20\n"
       "ward x continuous mg/kg/h | 200 mg in 100 mL | dose_rate mg/kg/h - - 0.1 0.3",
       ""},
      {"icu x continuous mg/h | 100 mg in 100 mL | dose_rate mg/h - - 5 10\n"
       "nicu x continuous mg/h | 9 mg in 100 mL | dose_rate mg/h - - 0.1 0.2",
       ""},
      {"icu x continuous mg/h | 100 mg in 100 mL | dose_rate mg/h - - 5 10\n"
       "icu y continuous mg/h | 900 mg in 100 mL | dose_rate mg/h - - 500 600",
       ""},
  });
}

TEST(Lint, L11_a_drug_that_no_order_reaches) {
  const std::string setup = "\nicu x fluid - | - | rate mL/h - - - 999";
  EXPECT_EQ(findings_of("drug x x | x"), "L11 x");
  EXPECT_EQ(findings_of("drug x @ATC | x" + setup), "L11 x");
  EXPECT_EQ(findings_of("drug y y | y\ndrug z z | z" + setup), "L11 y; L11 z");
  EXPECT_EQ(findings_of("drug x x | x" + setup), "");
  LintCase held("drug x x | x" + setup);
  held.parts.drugs[0].codes.clear();
  ASSERT_EQ(lint(held.parts).findings.size(), 1U);
  EXPECT_EQ(lint(held.parts).findings[0].values, "it has no code but of a class of drugs");
  held.parts.drugs[0].codes = {{"A01", "ATC"}, {"A02", "WC"}};
  EXPECT_EQ(lint(held.parts).blocking(), 1U);
  held.parts.drugs[0].codes.push_back({"1", "RXNORM"});
  EXPECT_EQ(lint(held.parts).blocking(), 0U);
  held.parts.drugs[0].routes.clear();
  EXPECT_EQ(lint(held.parts).blocking(), 1U);
}

TEST(Lint, L12_names_with_prefix_or_typo) {
  const auto named = [](const std::string& name) {
    return findings_of(
        "drug propofol propofol | " + name +
        "\nicu propofol continuous mg/h | 100 mg in 100 mL | dose_rate mg/h - - - 9");
  };
  EXPECT_EQ(named("PROPOFUL ANESTHESIA"), "L12 propofol");
  EXPECT_EQ(named("Porpofol"), "L12 propofol");
  EXPECT_EQ(named("Propofl"), "L12 propofol");
  EXPECT_EQ(named("Propoofol 10 mg"), "L12 propofol");
  EXPECT_EQ(named("..Standard propofol"), "L12 propofol");
  EXPECT_EQ(named("*Propofol"), "L12 propofol");
  EXPECT_EQ(named(".MG dosing"), "L12 propofol");
  EXPECT_EQ(named("zzpropofol"), "L12 propofol");
  EXPECT_EQ(named("Propofol  1 %"), "L12 propofol");
  EXPECT_EQ(named("(Propofol)"), "L12 propofol");
  EXPECT_EQ(named("PROPOFOL"), "");
  EXPECT_EQ(named("Propofols"), "");
  EXPECT_EQ(named("Diprivan"), "");
  EXPECT_EQ(named("2,6-diisopropylphenol"), "");
}

TEST(Lint, L13_a_rate_cap_that_stands_for_a_drug_cap) {
  const auto fluid = [](const std::string& name, const std::string& rate) {
    return findings_of("drug ivf fluid | " + name + "\nicu ivf fluid - | - | rate " + rate);
  };
  EXPECT_EQ(fluid("D5 NS with KCl 20 mEq/L", "mL/h - - 500 550"), "L13 ivf 0");
  EXPECT_EQ(fluid("KCl 40 mEq in 1000 mL", "mL/h - - 250 275"), "L13 ivf 0");
  EXPECT_EQ(fluid("KCl 20 mmol/L", "mL/h - - - 500"), "L13 ivf 0");
  EXPECT_EQ(fluid("NS + 10 meq/500 mL", "mL/h - - 500 -"), "L13 ivf 0");
  EXPECT_EQ(fluid("D5 NS", "mL/h - - 500 550"), "");
  EXPECT_EQ(fluid("Dextrose 5 %", "mL/h - - 500 550"), "");
  const LintCase held(
      "drug ivf fluid | KCl 40 mEq/L\nicu ivf fluid - | - | rate mL/h - - 250 275\n"
      "ward ivf fluid - | - | rate mL/h - - 500 550");
  const LintReport report = lint(held.parts);
  ASSERT_EQ(report.findings.size(), 2U);
  EXPECT_EQ(report.findings[0].values, "275 mL/h of 40 meq in 1 L is 11 meq/h");
  EXPECT_EQ(report.findings[1].values, "550 mL/h of 40 meq in 1 L is 22 meq/h");
}

TEST(Lint, L14_a_limit_on_the_dose_that_is_meant) {
  const auto limited = [](const std::string& bounds) {
    return findings_of("icu pem intermittent mg | 500 mg in 100 mL, 250 mg in 50 mL | dose mg " +
                       bounds +
                       "\nicu pem intermittent mg/m2 | 900 mg in 100 mL | "
                       "dose mg/m2 - - 510 610");
  };
  EXPECT_EQ(limited("- 250 550 600"), "L14 pem 0");
  EXPECT_EQ(limited("250 - 550 600"), "L14 pem 0");
  EXPECT_EQ(limited("- - 500 600"), "L14 pem 0");
  EXPECT_EQ(limited("- 250 500 600"), "L14 pem 0; L14 pem 0");
  EXPECT_EQ(limited("- 240 550 600"), "");
  EXPECT_EQ(limited("- 240 550 550"), "");
  EXPECT_EQ(limited("- 240 - 500"), "");  // no bag has more
  expect_all({
      {"icu x intermittent mg | 0.5 g in 100 mL | dose mg - 500 900 1000\n"
       "ward x continuous mg/kg/h | 1 g in 90 mL | dose_rate mg/kg/h - - 5 6",
       "L14 x 0"},
      // Nothing is computed where nobody is weighed.
      {"icu x intermittent mg | 500 mg in 100 mL | dose mg - 500 900 1000", ""},
      {"icu x intermittent mg | 500 mg in 100 mL | dose mg - 500 900 1000\n"
       "nicu x intermittent mg/kg | 90 mg in 100 mL | dose mg/kg - - 5 6\n"
       "picu x intermittent mg | 90 mg in 100 mL | dose mg - - 95 96",
       ""},
  });
}

TEST(Lint, L15_children_dosed_in_other_kinds_of_units) {
  expect_all({
      {"icu nica continuous mg/h | 40 mg in 200 mL | dose_rate mg/h - - 15 20\n"
       "picu nica continuous ug/kg/min | 20 mg in 200 mL | dose_rate ug/kg/min - - 3 5",
       "L15 nica 0 1"},
      {"ward x intermittent mg | 40 mg in 200 mL | dose mg - - 50 60\n"
       "nicu x intermittent mg/kg | 20 mg in 200 mL | dose mg/kg - - 3 5",
       "L15 x 0 1"},
      {"picu x intermittent mg/m2 | 20 mg in 200 mL | dose mg/m2 - - 3 5\n"
       "ward x intermittent mg/kg | 40 mg in 200 mL | dose mg/kg - - 5 6",
       "L15 x 1 0"},
      {"icu x continuous ug/kg/min | 40 mg in 200 mL | dose_rate ug/kg/min - - 15 20\n"
       "picu x continuous ug/kg/h | 20 mg in 200 mL | dose_rate ug/kg/h - - 30 50",
       ""},
      {"icu x continuous mg/h | 40 mg in 200 mL | dose_rate mg/h - - 15 20\n"
       "icu x continuous mg/kg/h | 30 mg in 200 mL | dose_rate mg/kg/h - - 0.15 0.2\n"
       "picu x continuous mg/kg/h | 20 mg in 200 mL | dose_rate mg/kg/h - - 0.1 0.2",
       ""},
      {"icu x continuous mg/h | 40 mg in 200 mL | dose_rate mg/h - - 15 20\n"
       "picu x intermittent mg/kg | 20 mg in 200 mL | dose mg/kg - - 3 5",
       ""},
  });
}

TEST(Lint, L16_an_adults_numbers_for_children) {
  expect_all({
      {"icu ins continuous [iU]/h | 90 [iU] in 200 mL | dose_rate [iU]/h 1 - 15 30\n"
       "picu ins continuous [iU]/h | 50 [iU] in 200 mL | dose_rate [iU]/h 1 - 15 30",
       "L16 ins 0 1"},
      {"icu ns fluid - | - | rate mL/h - - - 999\npicu ns fluid - | - | rate mL/h - - - 999",
       "L16 ns 0 1"},
      {"nicu x intermittent mg | 40 mg in 200 mL | dose mg - - 50 60\n"
       "ward x intermittent mg | 50 mg in 200 mL | dose mg - - 50 60",
       "L16 x 0 1"},
      {"nicu x intermittent mg | 40 mg in 200 mL | dose mg - - - 60\n"
       "ward x intermittent g | 0.05 g in 200 mL | dose g - - - 0.06",
       "L16 x 0 1"},
      {"icu x continuous mg/kg/h | 40 mg in 200 mL | dose_rate mg/kg/h - - 1 2\n"
       "picu x continuous mg/kg/h | 20 mg in 200 mL | dose_rate mg/kg/h - - 1 2",
       ""},
      {"icu ns fluid - | - | rate mL/h - - - 999\npicu ns fluid - | - | rate mL/h - - - 500", ""},
      {"icu ns fluid - | - | rate mL/h - - - 999\nward ns fluid - | - | rate mL/h - - - 999", ""},
  });
}

// K25: two fluids with potassium that read the same, one of them for 500 mL/h and one for 200.
TEST(Lint, L17_rows_that_read_alike) {
  const auto pair = [](const std::string& first, const std::string& second, const std::string& a,
                       const std::string& b) {
    const std::string all = findings_of("drug one " + first + " | first\ndrug two " + second +
                                        " | second\nicu one fluid - "
                                        "| - | rate " +
                                        a + "\nicu two fluid - | - | rate " + b);
    return all.substr(std::min(all.size(), all.find("L17")));
  };
  const std::string fast = "mL/h - - 500 550";
  const std::string slow = "mL/h - - 200 500";
  EXPECT_EQ(pair("IVF plus additive", "IVF, plus additive", fast, slow), "L17 one 0 1");
  EXPECT_EQ(pair("IVF + KCL 20 mEq/L", "IVF KCL 20mEq/L", fast, slow), "L17 one 0 1");
  EXPECT_EQ(pair("KCL 20 mEq in IVF", "IVF with KCL 20 mEq", fast, slow), "L17 one 0 1");
  EXPECT_EQ(pair("first", "x", fast, slow), "");
  EXPECT_EQ(pair("IVF-KCL", "ivf kcl", fast, slow), "L17 one 0 1");
  EXPECT_EQ(pair("IVF + KCL 20 mEq/L", "IVF KCL 20mEq/L", fast, fast), "");
  EXPECT_EQ(pair("IVF + KCL 20 mEq/L", "IVF + KCL 40 mEq/L", fast, slow), "");
  EXPECT_EQ(pair("IVF 0.9", "IVF 0.45", fast, slow), "");
  EXPECT_EQ(findings_of("drug one D5 | one\ndrug two d-5 | two\nicu one fluid - | - | rate " +
                        fast + "\nward two fluid - | - | rate " + slow),
            "");
}

TEST(Lint, each_rule_has_its_own_name_and_words) {
  std::set<std::string_view> ids;
  std::set<std::string_view> names;
  for (const LintRuleText& rule : lint_rules()) {
    ids.insert(rule.id);
    names.insert(rule.name);
    EXPECT_FALSE(rule.why.empty() || rule.fix.empty()) << rule.id;
    EXPECT_TRUE(is_lint_rule(rule.id));
  }
  EXPECT_EQ(ids.size(), 17U);
  EXPECT_EQ(names.size(), 17U);
  EXPECT_FALSE(is_lint_rule("L0"));
  EXPECT_FALSE(is_lint_rule("L18"));
  EXPECT_FALSE(is_lint_rule("l1"));
}

TEST(Lint, an_acknowledgement_covers_its_rule_drug_and_care_area_alone) {
  LintCase held(
      "icu x intermittent g | 2 g in 50 mL | dose g - - 1 4\n"
      "ward x intermittent g | 2 g in 50 mL | dose g - - 1 4\n"
      "ward y intermittent g | 2 g in 50 mL | dose g - - 1 4");
  EXPECT_EQ(lint(held.parts).blocking(), 3U);
  held.parts.provenance.acknowledgements = {{"L4", "x", "ward", "meant so", "phil"}};
  LintReport report = lint(held.parts);
  EXPECT_EQ(report.blocking(), 2U);
  EXPECT_EQ(report.findings[1].acknowledged, "meant so");
  EXPECT_TRUE(report.stale.empty());
  held.parts.provenance.acknowledgements = {{"L4", "x", "", "meant so", "phil"},
                                            {"L3", "y", "", "another rule", "phil"}};
  report = lint(held.parts);
  EXPECT_EQ(report.blocking(), 1U);
  ASSERT_EQ(report.stale.size(), 1U);
  EXPECT_EQ(report.stale[0].drug, "y");
}

TEST(Lint, the_shipped_library_has_nothing_that_nobody_looked_at) {
  const auto library = load("demonstration.json", file_text("mappings/library/demonstration.json"));
  ASSERT_TRUE(library);
  const LintReport report = lint(library->parts());
  for (const LintFinding& one : report.findings) {
    EXPECT_FALSE(one.blocks()) << one.rule << " " << one.drug << ": " << one.values;
  }
  EXPECT_TRUE(report.stale.empty());
}

TEST(PrintedText, strengths_are_read_as_people_print_them) {
  const auto words = [](std::string_view name) {
    const auto found = printed_strength(name);
    return found ? found->words : "none";
  };
  EXPECT_EQ(words("Dopamine 400 mg in D5W 250 mL"), "400 mg in 250 mL");
  EXPECT_EQ(words("fentaNYL 10 mcg/mL"), "10 ug in 1 mL");
  EXPECT_EQ(words("Ropivacaine 0.2 % 200 mL"), "0.2 g in 100 mL");
  EXPECT_EQ(words("KCl 20mEq/L"), "20 meq in 1 L");
  EXPECT_EQ(words("Ceftriaxone 2 g IVPB"), "none");
  EXPECT_EQ(words("1.5.2 mg/mL"), "none");
  EXPECT_EQ(words(""), "none");
  EXPECT_EQ(words("%"), "none");
}

TEST(PrintedText, letters_between_two_words) {
  EXPECT_EQ(letters_between("propofol", "propofol"), 0U);
  EXPECT_EQ(letters_between("propofol", "propoful"), 1U);
  EXPECT_EQ(letters_between("propofol", "porpofol"), 1U);
  EXPECT_EQ(letters_between("", "abc"), 3U);
  EXPECT_EQ(letters_between("kitten", "sitting"), 3U);
}

// What a case would be about is not there: no finding, and no fall over it.
TEST(Lint, MissingFiguresAreNoFindings) {
  expect_all({
      // zeros, and bounds on one side only
      {"icu x continuous mg/h | 100 mg in 100 mL | dose_rate mg/h 0 0 0 20\n"
       "ward x continuous ug/h | 90 mg in 100 mL | dose_rate ug/h 0 0 0 20000",
       ""},
      {"icu x continuous mg/h | 100 mg in 100 mL | dose_rate mg/h - - 20 -\n"
       "ward x continuous g/h | 90 mg in 100 mL | dose_rate g/h - 1 - 2",
       "L2 x 0 1; L3 x 0; L3 x 1"},
      {"icu x continuous mg/h | 100 mg in 100 mL | dose_rate mg/h 1 - - 20\n"
       "ward x continuous g/h | 90 mg in 100 mL | dose_rate g/h - 2 - -",
       "L3 x 1"},
      // a surface is in no library, and a bag of units weighs nothing
      {"icu x continuous mg/h | 500 [iU] in 100 mL | dose_rate mg/h - - - 2000", ""},
      {"icu x intermittent mg | 500 [iU] in 100 mL | dose mg - - - 2000", ""},
      // soft maxima in units of different kinds
      {"icu x continuous mg/h | 100 mg in 100 mL | dose_rate mg/h - - 20 50\n"
       "ward x continuous mmol/h | 90 mmol in 100 mL | dose_rate mmol/h - - 90 100",
       ""},
      // a volume per kg is no volume of a bag
      {"icu x intermittent mg | 100 mg in 500 mL | dose mg - - - 200 | volume mL - - - 500", ""},
  });
}

TEST(Lint, L6_a_duration_of_zero_and_a_bag_of_units_have_no_rate) {
  expect_all({
      {"icu x intermittent mg | 500 mg in 100 mL | dose mg - - - 2000 | duration min 0 - - 9\n"
       "ward x intermittent mg | 400 mg in 90 mL | dose mg - - - 2000 | dose_rate mg/min - - - 10",
       ""},
      {"icu x intermittent [iU] | 500 [iU] in 100 mL | dose [iU] - - - 2000 | duration min 9 - - "
       "-\n"
       "ward x continuous mg/min | 400 mg in 90 mL | dose_rate mg/min - - - 10",
       "L9 x 0 1"},
      // limited here, though softly only; there per kg, which says nothing of a whole dose
      {"icu x intermittent mg | 500 mg in 100 mL | dose mg - - - 2000 | duration min 25 - - - | "
       "dose_rate mg/min - - 10 -\n"
       "ward x intermittent mg | 400 mg in 90 mL | dose mg - - - 2000 | dose_rate mg/min - - - 10",
       "L6 x 0 1"},
      {"icu x intermittent mg | 500 mg in 100 mL | dose mg - - - 2000 | duration min 25 - - -\n"
       "ward x continuous mg/kg/min | 400 mg in 90 mL | dose_rate mg/kg/min - - - 1",
       ""},
  });
}

TEST(Lint, L12_names_begin_with_letters_digits_or_other_alphabets) {
  EXPECT_EQ(findings_of("drug x x | ~x\nicu x continuous mg/h | 1 mg in 9 mL | dose_rate mg/h - - "
                        "- 9"),
            "L12 x");
  EXPECT_EQ(findings_of("drug x x | [x]\nicu x continuous mg/h | 1 mg in 9 mL | dose_rate mg/h - - "
                        "- 9"),
            "L12 x");
  EXPECT_EQ(findings_of("drug x x | \xC3\xA9tomidate\nicu x continuous mg/h | 1 mg in 9 mL | "
                        "dose_rate mg/h - - - 9"),
            "");
  EXPECT_EQ(findings_of("drug x x | Zz top | 5x\nicu x continuous mg/h | 1 mg in 9 mL | dose_rate "
                        "mg/h - - - 9"),
            "L12 x");
}

TEST(Lint, L13_a_fluid_with_a_printed_strength_but_without_a_rate_limit_is_none) {
  const std::string named = "drug k k | potassium chloride 20 meq/1000 mL\n";
  EXPECT_EQ(findings_of(named + "icu k fluid - | - | rate mL/h - - - 500"), "L13 k 0");
  EXPECT_EQ(findings_of(named + "icu k fluid - | - | rate mL/h - - 400 -"), "L13 k 0");
  EXPECT_EQ(findings_of(named + "icu k fluid - | - | rate mL/h 5 - - -"), "");
  EXPECT_EQ(findings_of(named + "icu k fluid - | - | volume mL - - - 500"), "");
  EXPECT_EQ(findings_of(named), "L11 k");
}

TEST(Lint, L17_rows_that_read_alike_with_other_limits) {
  const std::string names = "drug a a | Vancomycin in NS\ndrug b b | NS vancomycin\n";
  const std::string one = "icu a intermittent mg | 100 mg in 50 mL | dose mg - - 190 200\n";
  EXPECT_EQ(
      findings_of(names + one + "icu b intermittent mg | 100 mg in 50 mL | dose mg - - 190 200"),
      "");
  EXPECT_EQ(
      findings_of(names + one + "icu b intermittent mg | 100 mg in 50 mL | dose mg - - 180 200"),
      "L17 a 0 1");
  EXPECT_EQ(findings_of(names + one +
                        "icu b intermittent mg | 100 mg in 50 mL | dose mg - - 190 200 "
                        "| duration h 1 - - 2"),
            "L17 a 0 1");
  EXPECT_EQ(
      findings_of(names + one + "icu b intermittent mg | 100 mg in 50 mL | duration h 1 - - 2"),
      "L7 b 1; L17 a 0 1");
  EXPECT_EQ(findings_of(names + one +
                        "icu b continuous mg/h | 99 mg in 50 mL | dose_rate mg/h - - "
                        "- 9"),
            "");
  EXPECT_EQ(findings_of(names + one +
                        "ward b intermittent mg | 100 mg in 50 mL | dose mg - - 180 "
                        "200"),
            "");
}

}  // namespace
}  // namespace bridge::library
