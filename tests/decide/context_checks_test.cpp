// SPDX-License-Identifier: Apache-2.0
// Persons, age, allergy, diluent, expiry and line. Doxorubicin of the tests wants a pharmacist's
// verification, two persons and a central line.
#include "decide/scene.h"

namespace bridge::decide {
namespace {

using test::Case;
using test::expect_table;
using test::rendered;

// 75 mg/m2 * 1.8 m2 = 135 mg = 67.5 mL of 2 mg/mL in 5 min: 810 mL/h.
constexpr std::string_view doxorubicin =
    "ward doxorubicin | 75 mg/m2, 1.8 m2, 180 cm, 67.5 mL, 100 mg / 50 mL, 5 min, ordered by D1";

std::string told(std::string_view words) {
  return rendered(Case(std::string(doxorubicin).append(", ").append(words)).outcome());
}

TEST(Context, F5TwoDifferentPersonsAndAVerification) {
  EXPECT_EQ(told("verified by R1"), "W:line_needed shows 810 mL/h");
  EXPECT_EQ(told("verified by R1, on pump, witness N2"), "W:line_needed shows 810 mL/h");
  EXPECT_EQ(told("verified by R1, on pump"), "second_person_missing W:line_needed");
  EXPECT_EQ(told("verified by R1, on pump, witness N1"), "second_person_missing W:line_needed");
  EXPECT_EQ(told("on pump, witness N2"), "verification_missing W:line_needed");
  EXPECT_EQ(told("verified by D1"), "verification_missing W:line_needed");
}

TEST(Context, F5OnePersonIsOneHoweverTheScannerWritesIt) {
  EXPECT_EQ(told("verified by R1, on pump, witness n1"),
            told("verified by R1, on pump, witness N1"));
  EXPECT_NE(told("verified by R1, on pump, witness n1"),
            told("verified by R1, on pump, witness N2"));
  EXPECT_EQ(told("verified by d1"), told("verified by D1"));
  EXPECT_NE(told("verified by d1"), told("verified by R1"));
}

TEST(Context, F1AnAllergyOfTheChartHolds) {
  EXPECT_EQ(told("verified by R1, allergy pyrimidines"), "W:line_needed shows 810 mL/h");
  EXPECT_EQ(told("verified by R1, allergy fluorouracil-1"), "W:line_needed shows 810 mL/h");
  EXPECT_EQ(told("verified by R1, allergy anthracyclines"),
            "W:allergy_known W:line_needed held shows 810 mL/h");
  EXPECT_EQ(told("verified by R1, allergy doxorubicin-1"),
            "W:allergy_known W:line_needed held shows 810 mL/h");
}

// Whoever cannot bear ampicillin is given no piperacillin: both are penicillins.
TEST(Context, F1AnAllergyToADrugIsOneToItsClass) {
  EXPECT_EQ(rendered(Case("ward vancomycin | 1250 mg, 1250 mg / 250 mL, 250 mL, 100 min, "
                          "allergy oxytocin-1")
                         .outcome()),
            "W:allergy_known held shows 150 mL/h");
}

TEST(Context, F1WhatTheLibraryDoesNotKnowIsToldToAPerson) {
  EXPECT_EQ(told("verified by R1, allergy penicillins"),
            "W:allergy_not_checked W:line_needed shows 810 mL/h");
  // One of the codings is enough, and one that is the drug's counts before others that are not.
  Case one(std::string(doxorubicin).append(", verified by R1"));
  one.order.allergies = {{{Coding{"7984", "", "RXNORM"}, Coding{"pyrimidines", "", "local"}}}};
  EXPECT_EQ(rendered(one.outcome()), "W:line_needed shows 810 mL/h");
  one.order.allergies = {{{Coding{"7984", "", "RXNORM"}}},
                         {{Coding{"8", "", "RXNORM"}, Coding{"anthracyclines", "", "local"}}}};
  EXPECT_EQ(rendered(one.outcome()), "W:allergy_known W:line_needed held shows 810 mL/h");
  // Words alone were told where they were read.
  one.order.allergies = {{{Coding{"", "Penicillin", ""}}}};
  EXPECT_EQ(rendered(one.outcome()), "W:line_needed shows 810 mL/h");
}

TEST(Context, B7AnExpiredProductIsRefused) {
  expect_table(R"(
order: icu dopamine | 5 ug/kg/min, 80 kg, 400 mg / 250 mL, 250 mL, on pump
+ expires in 1 -> shows 15 mL/h
+ expires in 0 -> product_expired
+ expires in -60 -> product_expired
)");
}

TEST(Context, B7TheOrdersOwnBagCountsUntilAnotherIsScanned) {
  const auto told_of = [](std::int64_t order_in, std::string_view words) {
    Case one(
        std::string("icu dopamine | 5 ug/kg/min, 80 kg, 400 mg / 250 mL, 250 mL").append(words));
    one.order.product_expires = one.context.now.plus_ms(order_in);
    return rendered(one.outcome());
  };
  EXPECT_EQ(told_of(1, ""), "shows 15 mL/h");
  EXPECT_EQ(told_of(0, ""), "product_expired");
  EXPECT_EQ(told_of(0, ", on pump"), "product_expired");
  EXPECT_EQ(told_of(0, ", on pump, expires in 1"), "shows 15 mL/h");
  EXPECT_EQ(told_of(1, ", on pump, expires in 0"), "product_expired");
}

// Now is 2025-11-24T16:00Z. The care area of the tests gets bounds here: from 1 to below 18 years.
TEST(Context, A8TheAgeFitsTheCareArea) {
  auto parts = test::example_parts();
  for (library::CareArea& area : parts.care_areas) {
    if (area.id != "icu") continue;
    area.min_age_years = test::number("1");
    area.max_age_years = test::number("18");
  }
  const library::DrugLibrary library(std::move(parts));
  const auto of = [&](std::string_view born) {
    Case one(std::string("icu dopamine | 5 ug/kg/min, 80 kg, 400 mg / 250 mL, 250 mL, born ")
                 .append(born));
    one.context.library = &library;
    return rendered(one.outcome());
  };
  EXPECT_EQ(of("20100101"), "shows 15 mL/h");
  EXPECT_EQ(of("2010-01-01"), "shows 15 mL/h");
  EXPECT_EQ(of("20241124"), "shows 15 mL/h");     // one year today
  EXPECT_EQ(of("20241125"), "age_outside_area");  // tomorrow
  EXPECT_EQ(of("20071124"), "age_outside_area");  // eighteen today
  EXPECT_EQ(of("20071125"), "shows 15 mL/h");     // tomorrow
  EXPECT_EQ(of("20080229"), "shows 15 mL/h");
  EXPECT_EQ(of("20251201"), "age_outside_area");  // not born yet
  EXPECT_EQ(of("2010"), "W:age_outside_area shows 15 mL/h");
  EXPECT_EQ(of("20100231"), "W:age_outside_area shows 15 mL/h");
  EXPECT_EQ(of(""), "W:age_outside_area shows 15 mL/h");
}

TEST(Context, B6OnlyPermittedDiluents) {
  auto parts = test::example_parts();
  for (library::Setup& setup : parts.setups) {
    if (setup.drug == "dopamine") setup.diluents = {"saline"};
  }
  const library::DrugLibrary library(std::move(parts));
  const auto in = [&](std::string_view base) {
    Case one("icu dopamine | 5 ug/kg/min, 80 kg, base 250 mL, additive 400 mg");
    one.order.components[0].code = Coding{std::string(base), "", "local"};
    one.context.library = &library;
    return rendered(one.outcome());
  };
  EXPECT_EQ(in("saline-1"), "shows 15 mL/h");
  EXPECT_EQ(in("ringer-1"), "diluent_not_permitted");
  EXPECT_EQ(in("unheard"), "diluent_not_permitted");
}

TEST(Context, A9031APatientHasANumberAndWhoGaveIt) {
  expect_table(R"(
order: icu dopamine | 5 ug/kg/min, 80 kg, 400 mg / 250 mL, 250 mL
+ on pump -> shows 15 mL/h
+ nameless, on pump -> patient_id_missing
)");
}

TEST(Age, BoundsMayStandAlone) {
  const auto born = [](std::string_view birth, const char* least, const char* most) {
    auto parts = test::example_parts();
    for (library::CareArea& area : parts.care_areas) {
      if (area.id != "icu") continue;
      if (least != nullptr) area.min_age_years = test::number(least);
      if (most != nullptr) area.max_age_years = test::number(most);
    }
    const library::DrugLibrary library(std::move(parts));
    Case one(std::string(test::dopamine).append(", born ").append(birth));
    one.context.library = &library;
    const Faults findings = one.outcome().findings;
    return findings.empty() ? std::string() : findings.front().detail;
  };
  // Now is 24 November 2025.
  EXPECT_EQ(born("20070101", "18", nullptr), "");
  EXPECT_EQ(born("20151124", "18", nullptr), "10 years; this care area is for 18 years and more");
  EXPECT_EQ(born("20151124", nullptr, "18"), "");
  EXPECT_EQ(born("19851124", nullptr, "18"), "40 years; this care area is for less than 18 years");
  EXPECT_EQ(born("19851124", "1", "18"), "40 years; this care area is for 1 up to 18 years");
  EXPECT_EQ(born("", "18", nullptr),
            "the age is not known; this care area is for 18 years and more");
  // What is no date tells no age; beyond any age the count goes on without its birthdays.
  for (const char* none : {"1985/11/24", "19851124Z", "198511", "19850231"}) {
    EXPECT_EQ(born(none, "18", "90"),
              "the age is not known; this care area is for 18 up to 90 years");
  }
  EXPECT_EQ(born("10000101", "18", "90"), "1020 years; this care area is for 18 up to 90 years");
}

TEST(Line, EveryNeedIsTold) {
  auto parts = test::example_parts();
  for (library::Drug& drug : parts.drugs) {
    drug.line_needs = {library::LineNeed::filter, library::LineNeed::light_protection,
                       library::LineNeed::dehp_free, library::LineNeed::own_line,
                       library::LineNeed::central_line};
  }
  const library::DrugLibrary library(std::move(parts));
  Case one(test::dopamine);
  one.context.library = &library;
  std::string told;
  for (const Fault& fault : one.outcome().findings) told += fault.detail + "; ";
  EXPECT_EQ(told,
            "an in-line filter; protection from light; a set without DEHP; a line of its own; "
            "a central line; ");
}

TEST(Allergy, ACodeOfNoDrugNamesNone) {
  expect_table(R"(
order: icu dopamine | 5 ug/kg/min, 80 kg, 400 mg / 250 mL, 250 mL
+ allergy dopamine-1 -> W:allergy_known held shows 15 mL/h
+ allergy heparin-1 -> shows 15 mL/h
+ allergy unheard -> W:allergy_not_checked shows 15 mL/h
)");
  Case one(test::dopamine);
  one.order.allergies.push_back({{Coding{"", "dopamine", ""}}});  // a text alone is no code
  EXPECT_EQ(test::rendered(one.outcome()), "shows 15 mL/h");
}

TEST(Diluent, TheListIsToldWhole) {
  auto parts = test::example_parts();
  for (library::Setup& setup : parts.setups) {
    if (setup.drug == "dopamine") setup.diluents = {"saline", "ringer"};
  }
  const library::DrugLibrary library(std::move(parts));
  Case one("icu dopamine | 5 ug/kg/min, 80 kg, base 250 mL, additive 400 mg");
  one.context.library = &library;
  const Faults findings = one.outcome().findings;
  ASSERT_FALSE(findings.empty());
  EXPECT_EQ(findings[0].detail, "a base that the library does not know; permitted: saline, ringer");
}

// Neither the witness nor who asks may be left out, and blanks and case make no second person.
TEST(TwoPersons, BothAreNamed) {
  constexpr std::string_view order =
      "ward doxorubicin | 50 mg/m2, 1.8 m2, 45 mL, 100 mg / 50 mL, 5 min, ordered by D1, "
      "verified by R1, on pump, witness ";
  const auto witnessed = [&](std::string_view by, std::string_view witness) {
    Case one(std::string(order) + std::string(witness));
    one.request.association.by.id = by;
    return test::rendered(one.outcome()).find("second_person_missing") == std::string::npos;
  };
  EXPECT_TRUE(witnessed("N1", "N2"));
  EXPECT_FALSE(witnessed("", "N2"));
  EXPECT_FALSE(witnessed("N1", "n1"));
  EXPECT_FALSE(witnessed("N 1", "N1"));
}

}  // namespace
}  // namespace bridge::decide
