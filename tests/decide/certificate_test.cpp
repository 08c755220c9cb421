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
input | ENTRY
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

}  // namespace
}  // namespace bridge::decide
