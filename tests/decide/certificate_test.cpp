// SPDX-License-Identifier: Apache-2.0
// The account that a pharmacist reads.
#include "decide/certificate.h"

#include "decide/check_case.h"

namespace bridge::decide {
namespace {

using test::Case;

std::string account(std::string_view order) {
  const Certificate certificate = Case(order).outcome(Account::certificate).certificate;
  std::string text = certificate.library + "\n";
  for (const CertificateStep& step : certificate.steps) {
    text.append(name_of(step.kind)).append(" | ").append(step.text);
    if (!step.source.empty()) text.append(" | ").append(step.source);
    text += "\n";
  }
  return text;
}

TEST(Certificate, TellsEveryNumberAndWhereItCameFrom) {
  EXPECT_EQ(account("icu dopamine | 10.0 ug/kg/min, 85 kg, 400 mg / 250 mL, 250 mL, on pump"),
            test::joined_lines(
                R"(example 1 #1 sha256:00112233
input | dopamine, intensive care, continuous, dosed in mcg per kg per min | by the order's code \
    dopamine-1
input | 10 mcg per kg per min, sent as 10.0 | dose_rate, row.dose_rate
input | 250 mL | volume, row.volume
input | 400 mg | strength, row.strength
input | 250 mL | strength_volume, row.strength_volume
input | 85 kg | weight, row.weight
input | intravenous | route
relation | concentration = strength / strength volume = (400 mg / 250 mL) | library: 400 mg in \
    250 mL
relation | rate = dose rate * weight / concentration: 10 mcg per kg per min * 85 kg / \
    (400 mg / 250 mL) = 255/8 mL per hour = 31.875 mL per hour
relation | duration = volume / rate: 250 mL / 31.875 mL per hour = 400/51 hour, about 7.843 hours
relation | dose = volume * concentration: 250 mL * (400 mg / 250 mL) = 400 mg
rounding | 31.875 mL per hour to 31.9 mL per hour, step 0.1 mL per hour, nearest, \
    error 0.078 % | pump model bedside
limit | 10 mcg per kg per min within; on the pump 10.01 mcg per kg per min within; \
    soft 0.5 to 20, hard 0.1 to 50 mcg per kg per min | table of the tests, example
result | new bag, dose rate 10 mcg per kg per min, volume 250 mL, the pump shows 31.9 mL per hour
)"));
}

// The rate follows from the dose rate, and that from dose and time, which are told first.
TEST(Certificate, TellsEachStepOfTheArithmeticAfterWhatItCountsWith) {
  const std::string text = account("ward doxorubicin | 50 mg/m2, 1.8 m2, 100 mg / 50 mL, 5 min");
  const std::size_t volume = text.find("relation | volume = dose * body surface / concentration");
  const std::size_t dose_rate = text.find("relation | dose rate = dose / duration");
  const std::size_t rate = text.find("relation | rate = dose rate * body surface / concentration");
  ASSERT_NE(rate, std::string::npos) << text;
  EXPECT_LT(volume, rate) << text;
  EXPECT_LT(dose_rate, rate) << text;
}

TEST(Certificate, TellsWhatTheLimitCountsInWhereTheOrderCountsOtherwise) {
  const std::string text = account("icu dopamine | 31.875 mL/h, 85 kg, 400 mg / 250 mL, 250 mL");
  EXPECT_NE(text.find("limit | "), std::string::npos) << text;
  EXPECT_NE(text.find("10 mcg per kg per min within"), std::string::npos) << text;
  const std::string grams =
      account("icu dopamine | 0.01 mg/kg/min, 85 kg, 400 mg / 250 mL, 250 mL");
  EXPECT_NE(grams.find("limit | 0.01 mg per kg per min = 10 mcg per kg per min within"),
            std::string::npos)
      << grams;
}

// Nothing is "not known" that this order does not have: a patient-controlled one has no rate.
TEST(Certificate, TellsPatientDosesAndStepsAsTheyAreProgrammed) {
  const std::string doses = account(
      "ward morphine | 30 mg / 30 mL, demand 1 mg, lockout 10 min, dose limit 20 mg, window 4 h, "
      "on pump");
  EXPECT_EQ(doses.find("not known"), std::string::npos) << doses;
  EXPECT_NE(doses.find("patient dose 1 mg, lockout 10 min, at most 20 mg, in 4 hours"),
            std::string::npos)
      << doses;
  const std::string steps = account("ward nutrition | step 20 mL/h for 1 h, step 40 mL/h for 1 h");
  EXPECT_EQ(steps.find("not known"), std::string::npos) << steps;
  EXPECT_NE(
      steps.find("step 1: 20 mL per hour, 20 mL for 1 hour, step 2: 40 mL per hour, 40 mL for 1"),
      std::string::npos)
      << steps;
  EXPECT_NE(steps.find("step 2: 40 mL per hour within"), std::string::npos) << steps;
}

TEST(Certificate, TellsARefusalToo) {
  const std::string text = account("icu dopamine | 60 ug/kg/min, 85 kg, 400 mg / 250 mL, 250 mL");
  EXPECT_NE(text.find("limit | 60 mcg per kg per min above hard limit"), std::string::npos) << text;
  EXPECT_NE(text.find("result | refused: nothing is programmed"), std::string::npos) << text;
}

TEST(Certificate, SurvivesOrdersThatCouldNotBeUnderstood) {
  EXPECT_EQ(
      account("icu dopamine | 0 mL/h, no library"),
      "\ninput | 0 mL per hour | rate, row.rate\ninput | intravenous | route\nresult | refused: "
      "nothing is programmed\n");
  EXPECT_NE(account("icu heparin | 18 mg/kg/h, 70 kg, 25000 [iU] / 500 mL, 5 h").size(), 0U);
}

TEST(Certificate, IsNotMadeUnlessAskedFor) {
  const Case one("icu dopamine | 10 ug/kg/min, 85 kg, 400 mg / 250 mL, 250 mL");
  EXPECT_TRUE(one.outcome(Account::none).certificate.steps.empty());
  EXPECT_EQ(one.outcome(Account::none).program, one.outcome(Account::certificate).program);
}

TEST(Certificate, TellsComponentsByTheirNames) {
  Case one("icu dopamine | 10 ug/kg/min, 85 kg, base 250 mL, additive 400 mg");
  one.order.components[0].code.text = "glucose 5 %";
  one.order.components[1].code.text = "dopamine";
  Amount amount = one.order.components[1].amount->amount();
  amount.from = {"", "a row"};
  one.order.components[1].amount = Dose::make(amount).value();
  std::string text;
  for (const CertificateStep& step : one.outcome(Account::certificate).certificate.steps) {
    text += step.text + " | " + step.source + "\n";
  }
  EXPECT_NE(text.find("250 mL of glucose 5 % | base, row.base"), std::string::npos) << text;
  EXPECT_NE(text.find("400 mg of dopamine | a row"), std::string::npos) << text;
  EXPECT_NE(text.find("concentration = additive / total volume = 1.6 mg/mL"), std::string::npos) << text;
}

TEST(Certificate, TellsWhatIsNotKnownAsNotKnown) {
  const std::string nowhere = account(
      "icu dopamine | 10 ug/kg/min, 85 kg, 400 mg / 250 mL, 250 mL, at CAFETERIA, no route");
  EXPECT_NE(nowhere.find("input | dopamine, no entry for this order"), std::string::npos)
      << nowhere;
  EXPECT_EQ(nowhere.find("route"), std::string::npos) << nowhere;
  const std::string weightless = account("ward hydrocortisone | 100 mg, 100 mg / 100 mL, 60 min");
  EXPECT_NE(weightless.find("limit | not known; soft 40 to 150, hard 30 to 200 kg"),
            std::string::npos)
      << weightless;
  // Mass against units: the relation says nothing, and is not told.
  const std::string units =
      account("icu heparin | 18 mg/kg/h, 25 mL/h, 70 kg, 25000 [iU] / 500 mL");
  EXPECT_EQ(units.find("relation | rate ="), std::string::npos) << units;
}

TEST(Certificate, TellsHowALimitOfAnotherKindIsMet) {
  // 90 mg / 1.8 m2 = 50 mg/m2; the unit is refused, the account shows the figure all the same.
  const std::string surface = account(
      "ward doxorubicin | 90 mg, 1.8 m2, 100 mg / 50 mL, 5 min, ordered by D1, verified by R1");
  EXPECT_NE(surface.find("limit | 90 mg / 1.8 m2 = 50 mg per m2 within"), std::string::npos)
      << surface;
  // 2 mg/kg * 50 kg = 100 mg
  const std::string whole =
      account("ward hydrocortisone | 2 mg/kg, 50 kg, 100 mg / 100 mL, 60 min");
  EXPECT_NE(whole.find("limit | 2 mg per kg * 50 kg = 100 mg within"), std::string::npos) << whole;
  EXPECT_NE(whole.find("limit | 50 kg within"), std::string::npos) << whole;
  const std::string unknown = account("ward hydrocortisone | 2 mg/kg, 100 mg / 100 mL, 60 min");
  EXPECT_NE(unknown.find("limit | not known; soft 25 to 200"), std::string::npos) << unknown;
  // Of the same body, and another kind of drug: nothing is converted.
  const std::string moles = account("icu potassium | 20 mmol, 20 meq / 100 mL, 100 mL, 2 h");
  EXPECT_EQ(moles.find("20 mmol ="), std::string::npos) << moles;
}

TEST(Certificate, TellsStepsDelaysAndConfirmations) {
  const std::string text = account(
      "ward nutrition | step 25 mL/h for 1 h, pause 1 h, gated step 50 mL/h for 1 h, on pump");
  EXPECT_NE(text.find("step 2: nothing for 1 hour"), std::string::npos) << text;
  EXPECT_NE(text.find("for 1 hour after a person has confirmed"), std::string::npos) << text;
  EXPECT_EQ(text.find("step 2 rate"), std::string::npos) << text;
  const std::string weighed = account(
      "ward hydrocortisone | 70 kg, 100 mg / 100 mL, step 50 mL/h for 1 h, step 50 mL/h for 1 h");
  EXPECT_NE(weighed.find("limit | 70 kg within"), std::string::npos) << weighed;
}

TEST(Certificate, TellsThatAnOrderIsHeld) {
  const std::string text = account("icu dopamine | 25 ug/kg/min, 85 kg, 400 mg / 250 mL, 250 mL");
  EXPECT_NE(text.find("; held until a person releases it"), std::string::npos) << text;
  const std::string basal = account(
      "ward morphine | 30 mg / 30 mL, demand 1 mg, lockout 10 min, dose limit 20 mg, window 4 h, "
      "1 mg/h, on pump");
  EXPECT_NE(basal.find("limit | 1 mg per hour within"), std::string::npos) << basal;
}

}  // namespace
}  // namespace bridge::decide
