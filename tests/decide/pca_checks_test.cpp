// SPDX-License-Identifier: Apache-2.0
// Patient-controlled doses. The library of the tests: a dose 0.2 to 3 mg (soft 0.5 to 2), lockout 5
// min (soft 6 to 20), basal up to 3 mg/h (soft 2), loading up to 6 mg (soft 4), within 1 h up to 15
// mg (soft 10), within 4 h up to 40 mg (soft 20); 1 mg/mL.
#include "decide/check_case.h"

namespace bridge::decide {
namespace {

using test::Case;
using test::expect_table;
using test::rendered;

TEST(PatientDoses, ArePassedWithWhatTheyCouldComeTo) {
  expect_table(R"(
# 1 h: 6 doses = 6 mg; 4 h: 24 doses = 24 mg, of which the order's limit lets 20 flow
order: ward morphine | demand 1 mg, lockout 10 min, dose limit 20 mg, window 4 h, 30 mg / 30 mL
+ on pump -> programs
# a basal rate of 1 mg/h is 1 mL/h; 1 h: 1 + 6 = 7; 4 h: 28, of which 20
+ 1 mg/h, on pump -> shows 1 mL/h
+ 1 mL/h, on pump -> shows 1 mL/h
# a basal rate of zero is none
+ 0 mg/h -> programs
+ 0 mL/h, 30 mL -> programs
# the same in micrograms, and as a volume limit of 20 mL at 1 mg/mL
+ demand 1000 ug -> programs
+ volume limit 20 mL -> programs
ward morphine | demand 1 mg, lockout 10 min, volume limit 20 mL, window 4 h, 30 mg / 30 mL \
    -> programs
# loading 4 mg on top of 16 mg is 20 mg
ward morphine | demand 1 mg, lockout 10 min, dose limit 16 mg, window 4 h, 30 mg / 30 mL, \
    loading 4 mg, on pump -> programs
# at most 4 an hour: 4 h make 16 mg, yet the limit itself lets 30 flow (soft 20)
ward morphine | demand 1 mg, lockout 10 min, dose limit 30 mg, window 4 h, 30 mg / 30 mL, \
    an hour at most 4 -> W:soft_limit_above held programs
)");
}

// 24 mg in 4 h is what demand and lockout make: soft 20, so "held" alone tells nothing here.
TEST(PatientDoses, D6TheOrdersOwnLimitIsHeldAgainstTheLibrarys) {
  expect_table(R"(
# every 20 min: 1 h 3 mg, 4 h 12 mg; only the order's limit can be beyond
order: ward morphine | demand 1 mg, lockout 20 min, 30 mg / 30 mL
+ dose limit 20 mg, window 4 h, on pump -> programs
+ dose limit 21 mg, window 4 h, on pump -> W:soft_limit_above held programs
+ dose limit 40 mg, window 4 h -> W:soft_limit_above held programs
# of 44 mg in 4 h 11 fall to 1 h: soft 10
+ dose limit 44 mg, window 4 h -> W:soft_limit_above total_above_hard_limit held
+ dose limit 200 mg, window 4 h -> total_above_hard_limit total_above_hard_limit
+ dose limit 2000 mg, window 4 h -> total_above_hard_limit total_above_hard_limit
+ volume limit 200 mL, window 4 h -> total_above_hard_limit total_above_hard_limit
# a shorter one begins anew: 5 mg in 1 h are 20 in 4, 6 are 24; 20 mg in 2 min are 600 and 2400
+ dose limit 5 mg, window 1 h -> programs
+ dose limit 6 mg, window 1 h -> W:soft_limit_above held programs
+ dose limit 11 mg, window 1 h -> W:soft_limit_above total_above_hard_limit held
+ dose limit 20 mg, window 2 min -> total_above_hard_limit total_above_hard_limit
# 90 min begin three times in 4 h: 3 * 7 = 21
+ dose limit 7 mg, window 90 min -> W:soft_limit_above held programs
+ dose limit 6 mg, window 90 min -> programs
# longer than any of the library's: 20 mg in 24 h might all flow in one
+ dose limit 20 mg, window 24 h -> W:soft_limit_above held programs
# 300 mg in 24 h are 50 in 4 h and 12.5 in 1 h
+ dose limit 300 mg, window 24 h -> W:soft_limit_above total_above_hard_limit W:soft_limit_above held
)");
}

TEST(PatientDoses, D6SaysWhichLimitOfTheOrderIsBeyond) {
  const Case one(
      "ward morphine | demand 1 mg, lockout 20 min, dose limit 44 mg, window 4 h, 30 mg / 30 mL");
  const CheckOutcome outcome = one.outcome();
  ASSERT_EQ(outcome.findings.size(), 2U);
  EXPECT_EQ(outcome.findings[0].place, "dose limit");
  EXPECT_NE(outcome.findings[0].detail.find("as much as falls to 1 h"), std::string::npos)
      << outcome.findings[0].detail;
  EXPECT_NE(outcome.findings[1].detail.find("he order's limit in 4 h"), std::string::npos)
      << outcome.findings[1].detail;
}

TEST(PatientDoses, D6CountWhatThePatientCouldAskFor) {
  expect_table(R"(
# 4 h: 24 mg of 25 allowed: above the soft 20
order: ward morphine | demand 1 mg, lockout 10 min, dose limit 25 mg, window 4 h, 30 mg / 30 mL
+ on pump -> W:soft_limit_above held programs
# 20 mg within 4 h and the loading dose of 4 mg: 24
+ dose limit 20 mg, loading 4 mg -> W:soft_limit_above held programs
# a limit of 6 mg each hour lets 4 * 6 = 24 flow in 4 h
+ dose limit 6 mg, window 1 h -> W:soft_limit_above held programs
# every 5 min: 1 h 12 mg (soft 10), 4 h 48 of which 45 (hard 40); the lockout's soft minimum is 6
+ lockout 5 min, dose limit 45 mg \
    -> W:soft_limit_below W:soft_limit_above total_above_hard_limit held
# the case of drug-library 2.2, D6: 2 mg every 5 min could be 96 mg in 4 h; the limit of 30 binds
# (soft 20), but 1 h still takes 24 (hard 15)
+ demand 2 mg, lockout 5 min, dose limit 30 mg \
    -> W:soft_limit_below total_above_hard_limit W:soft_limit_above held
# 7 min: 60 / 7 begins a ninth dose: 9 mg in 1 h; 4 h: 240 / 7 = 35 of which 20
+ lockout 7 min, dose limit 20 mg -> programs
# a basal rate of 2.5 mg/h: 1 h 8.5 mg, 4 h 34 of which 20; soft 2 mg/h
+ dose limit 20 mg, 2.5 mg/h -> W:soft_limit_above held shows 2.5 mL/h
+ dose limit 20 mg, 3.5 mg/h -> hard_limit_above
)");
}

TEST(PatientDoses, AreRefusedWhenSomethingIsMissing) {
  expect_table(R"(
# 9025, 9026; a limit without its time is none, and then 24 mg could flow in 4 hours (soft 20)
order: ward morphine | 30 mg / 30 mL
+ demand 1 mg, dose limit 20 mg, window 4 h -> lockout_missing
+ demand 1 mg, lockout 10 min -> dose_limit_missing W:soft_limit_above held
+ demand 1 mg, lockout 10 min, dose limit 20 mg -> dose_limit_missing W:soft_limit_above held
+ demand 1 mg, lockout 10 min, window 4 h -> dose_limit_missing W:soft_limit_above held
+ demand 1 mg -> lockout_missing dose_limit_missing
+ lockout 10 min, dose limit 20 mg, window 4 h -> demand_dose_missing
# K10: 5 mg/mL in the syringe, or none told
ward morphine | demand 1 mg, lockout 10 min, dose limit 20 mg, window 4 h, 150 mg / 30 mL \
    -> concentration_not_library
ward morphine | demand 1 mg, lockout 10 min, dose limit 20 mg, window 4 h -> concentration_missing
# no setup for patient-controlled doses
ward hydromorphone | demand 1 mg, lockout 10 min, dose limit 20 mg, window 4 h, 20 mg / 100 mL \
    -> mode_not_supported
)");
}

TEST(PatientDoses, AreRefusedWhenTheyContradictThemselves) {
  expect_table(R"(
order: ward morphine | demand 1 mg, lockout 10 min, dose limit 20 mg, window 4 h, 30 mg / 30 mL
# C6
+ demand 20 ug/kg, 70 kg -> unit_not_library
+ demand 10 [iU] -> unit_not_library
+ 0.2 ug/kg/min, 70 kg -> unit_not_library
# one dose is more than the limit; the basal rate alone is: 2 * 4 = 8
+ dose limit 0.5 mg -> quantities_disagree
+ dose limit 7 mg, 2 mg/h -> quantities_disagree
+ volume limit 10 mL -> quantities_disagree
# bounds of the library
+ demand 0.1 mg -> hard_limit_below
+ demand 2.5 mg, an hour at most 2 -> W:soft_limit_above held programs
+ demand 4 mg, an hour at most 1 -> hard_limit_above
+ lockout 4 min, an hour at most 4 -> hard_limit_below
# 1 h: 6 + 7 = 13, soft 10
+ loading 7 mg, dose limit 10 mg -> hard_limit_above W:soft_limit_above held
# zeros
+ demand 0 mg -> quantity_zero hard_limit_below
+ lockout 0 min -> quantity_zero hard_limit_below
+ an hour at most 0 -> quantity_zero
# XO is not valid for PCA (ihe-pcd 2.12)
+ 1 mg/h, rate change -> mode_not_supported
)");
}

TEST(PatientDoses, NeedAPumpThatTakesThem) {
  Case one(
      "ward morphine | demand 1 mg, lockout 10 min, dose limit 20 mg, window 4 h, "
      "30 mg / 30 mL, loading 4 mg, dose limit 16 mg, on pump");
  EXPECT_EQ(rendered(one.outcome()), "programs");
  PumpModel plain = test::bedside_model();
  plain.abilities = {PumpAbility::loading};
  one.context.model = &plain;
  EXPECT_EQ(rendered(one.outcome()), "mode_not_supported");
  plain.abilities = {PumpAbility::pca};
  EXPECT_EQ(rendered(one.outcome()), "mode_not_supported");
}

TEST(PatientDoses, AreCarriedAsOrdered) {
  const Case one(
      "ward morphine | demand 1 mg, lockout 10 min, dose limit 16 mg, window 4 h, "
      "30 mg / 30 mL, loading 4 mg, 1 mg/h, 30 mL, on pump");
  const CheckOutcome outcome = one.outcome();
  ASSERT_TRUE(outcome.program);
  EXPECT_EQ(outcome.program->pca, one.order.pca);
  EXPECT_EQ(outcome.program->loading_dose, one.order.loading_dose);
  EXPECT_EQ(outcome.program->dose_rate, one.order.dose_rate);
  EXPECT_FALSE(outcome.program->rate);
  EXPECT_EQ(outcome.program->vtbi, one.order.volume);
  EXPECT_EQ(outcome.program->strength, one.order.strength);
}

TEST(PatientDoses, AreAccountedForInTheCertificate) {
  const Case one(
      "ward morphine | demand 1 mg, lockout 10 min, dose limit 20 mg, window 4 h, "
      "30 mg / 30 mL");
  std::string text;
  for (const CertificateStep& step : one.outcome(Account::certificate).certificate.steps) {
    text += step.subject + ": " + step.text + '\n';
  }
  EXPECT_NE(text.find("within 4 h: basal 0 mg + 24 patient doses of 1 mg = 24 mg; the order's "
                      "limit is 20 mg in 4 h; at most 20 mg"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("accumulated: 20 mg in 4 h within"), std::string::npos) << text;
}

TEST(LoadingDose, MustBePermitted) {
  expect_table(R"(
# 0.2 * 70 / 2 = 7 mL/h
order: icu ketamine | 0.2 mg/kg/h, 70 kg, 200 mg / 100 mL, 100 mL
# D2: how fast it runs is not said; 35 mg are 17.5 mL more
+ 82 mL, loading 0.5 mg/kg, on pump -> W:loading_rate_missing held shows 7 mL/h
# the same as a whole dose: 70 mg are 1 mg/kg
+ 65 mL, loading 70 mg -> W:loading_rate_missing held shows 7 mL/h
+ 45 mL, loading 1.5 mg/kg -> W:loading_rate_missing W:soft_limit_above held shows 7 mL/h
+ 45 mL, loading 210 mg -> W:loading_rate_missing hard_limit_above held
+ loading 0 mg -> quantity_zero W:loading_rate_missing held
+ loading 0.5 mg/kg, rate change -> mode_not_supported W:loading_rate_missing held
# 9042
icu dopamine | 5 ug/kg/min, 80 kg, 400 mg / 250 mL, 250 mL, loading 1 mg -> loading_not_permitted
)");
}

// What cannot be counted is never taken for nothing.
TEST(PatientDoses, AreNotCountedByHalves) {
  expect_table(R"(
order: ward morphine | demand 1 mg, lockout 10 min, dose limit 20 mg, window 4 h
# no bag: neither basal rate nor volume limit tells a dose
+ 1 mL/h -> concentration_missing
+ 1 mg/h -> concentration_missing
+ volume limit 20 mL -> concentration_missing
# another kind of drug in the bag than in the doses
+ 30 [iU] / 30 mL, 1 mL/h -> concentration_not_library
# a loading dose in units, or per kg without a weight
+ 30 mg / 30 mL, loading 4 [iU] -> unit_not_library
+ 30 mg / 30 mL, loading 50 ug/kg -> unit_not_library weight_missing
+ 30 mg / 30 mL, demand 20 ug/kg -> unit_not_library weight_missing
# without the limit that it would be, 24 mg in 4 h
ward morphine | demand 1 mg, lockout 10 min, volume limit 20 mL, window 4 h \
    -> concentration_missing W:soft_limit_above held
# zeros of a limit or of its time
order: ward morphine | demand 1 mg, lockout 20 min, 30 mg / 30 mL
+ dose limit 20 mg, window 0 h -> quantity_zero
+ dose limit 0 mg, window 4 h -> quantity_zero
+ volume limit 0 mL, window 4 h -> quantity_zero
+ dose limit 16 mg, volume limit 0 mL, window 4 h -> quantity_zero
# at most 9 an hour, of which the lockout lets 3: the lockout counts
+ dose limit 20 mg, window 4 h, an hour at most 9 -> programs
)");
}

TEST(PatientDoses, WithoutASetupHaveNoLimitsHere) {
  expect_table(R"(
ward hydromorphone | demand 1 mg, lockout 10 min, dose limit 20 mg, window 4 h, loading 1 mg, \
    20 mg / 100 mL -> mode_not_supported
)");
}

// D5 in a setup, for a drug that patients give themselves: what was given before counts, and the
// bag that is hung now, 30 mg in 30 mL.
TEST(PatientDoses, D5TheLimitOfALifetimeHoldsForThemToo) {
  const auto with_limit = [](const char* most_mg) {
    auto parts = test::example_parts();
    for (library::Setup& setup : parts.setups) {
      if (setup.mode != library::TherapyMode::pca) continue;
      library::Limit lifetime = setup.limits.back();
      lifetime.window = library::Window{Rational(0), true};
      lifetime.soft_max.reset();
      lifetime.hard_max = test::number(most_mg);
      setup.limits.push_back(lifetime);
    }
    const library::DrugLibrary library(std::move(parts));
    Case one(
        "ward morphine | demand 1 mg, lockout 10 min, dose limit 20 mg, window 4 h, "
        "30 mg / 30 mL, 30 mL");
    one.context.library = &library;
    return rendered(one.outcome());
  };
  EXPECT_EQ(with_limit("30"), "programs");
  EXPECT_EQ(with_limit("29"), "total_above_hard_limit");
}

// A library that limits no time leaves the order's own limit as it is.
TEST(PatientDoses, WithoutAWindowOfTheLibraryAnyWindowIsTaken) {
  auto parts = test::example_parts();
  for (library::Setup& setup : parts.setups) {
    std::erase_if(setup.limits, [](const library::Limit& limit) {
      return limit.quantity == library::LimitedQuantity::accumulated;
    });
  }
  const library::DrugLibrary library(std::move(parts));
  Case one(
      "ward morphine | demand 1 mg, lockout 20 min, dose limit 20 mg, window 24 h, 30 mg / 30 mL");
  EXPECT_EQ(rendered(one.outcome()), "W:soft_limit_above held programs");
  one.context.library = &library;
  EXPECT_EQ(rendered(one.outcome()), "programs");
}

}  // namespace
}  // namespace bridge::decide
