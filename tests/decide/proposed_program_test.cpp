// SPDX-License-Identifier: Apache-2.0
// What the program carries: the order's own numbers, at the pump's resolution where it must.
#include "decide/check_case.h"

namespace bridge::decide {
namespace {

using test::Case;

template <class Kind>
void part(std::string& text, std::string_view name, const std::optional<Kind>& quantity) {
  if (!quantity) return;
  text.append(text.empty() ? "" : ", ").append(name).append(" ");
  text.append(quantity->amount().ucum_text());
}

std::string program(std::string_view order) {
  const CheckOutcome outcome = Case(order).outcome();
  if (!outcome.program) return test::rendered(outcome);
  const InfusionProgram& p = *outcome.program;
  std::string text;
  part(text, "rate", p.rate);
  part(text, "dose rate", p.dose_rate);
  part(text, "dose", p.dose);
  part(text, "over", p.duration);
  part(text, "vtbi", p.vtbi);
  part(text, "strength", p.strength);
  part(text, "in", p.strength_volume);
  part(text, "weight", p.weight);
  part(text, "surface", p.surface);
  part(text, "shows", p.expected_rate);
  return text;
}

// IHE PCD TF-2 3.3.4.4.5
TEST(ProposedProgram, CarriesADoseRateAsOrdered) {
  EXPECT_EQ(program("icu dopamine | 600 ug/kg/h, 85 kg, 400 mg / 250 mL, 250 mL, on pump"),
            "dose rate 600 ug/kg/h, vtbi 250 mL, strength 400 mg, in 250 mL, weight 85 kg, "
            "shows 31.9 mL/h");
  EXPECT_EQ(program("ward morphine | 2 mg/h, 100 mg / 100 mL, 100 mL, 80 kg, on pump"),
            "dose rate 2 mg/h, vtbi 100 mL, strength 100 mg, in 100 mL, shows 2 mL/h");
  EXPECT_EQ(program("ward ivig | 0.01 mL/kg/min, 70 kg, 50 g / 500 mL, 500 mL, on pump"),
            "dose rate 0.01 mL/kg/min, vtbi 500 mL, strength 50 g, in 500 mL, weight 70 kg, "
            "shows 42 mL/h");
}

TEST(ProposedProgram, CarriesARateAtThePumpsResolution) {
  EXPECT_EQ(program("icu dopamine | 31.875 mL/h, 85 kg, 400 mg / 250 mL, 250 mL, on pump"),
            "rate 31.9 mL/h, vtbi 250 mL, strength 400 mg, in 250 mL, weight 85 kg, shows 31.9 "
            "mL/h");
  EXPECT_EQ(program("ward saline | 1000 mL, 7 h, on pump"),
            "rate 143 mL/h, vtbi 1000 mL, shows 143 mL/h");
}

TEST(ProposedProgram, CarriesADoseOverItsTime) {
  EXPECT_EQ(program("ward vancomycin | 1250 mg, 250 mL, 90 min, on pump"),
            "dose 1250 mg, over 90 min, vtbi 250 mL, strength 1250 mg, in 250 mL, shows 167 mL/h");
  EXPECT_EQ(program("ward fluorouracil | 2500 mg/m2, 1.8 m2, 4500 mg / 230 mL, 230 mL, 46 h, "
                    "on pump"),
            "dose 2500 mg/m2, over 46 h, vtbi 230 mL, strength 4500 mg, in 230 mL, surface 1.8 m2, "
            "shows 5 mL/h");
}

// IHE PCD TF-2 3.3.4.4.10: XO has an empty RXG-5, and a rate or dose rate, never a dose.
TEST(ProposedProgram, CarriesNoVolumeAndNoDoseInARateChange) {
  EXPECT_EQ(program("icu dopamine | 12 ug/kg/min, 85 kg, 400 mg / 250 mL, 250 mL, rate change"),
            "dose rate 12 ug/kg/min, strength 400 mg, in 250 mL, weight 85 kg, shows 38.3 mL/h");
  EXPECT_EQ(program("ward vancomycin | 1250 mg, 250 mL, 120 min, rate change"),
            "rate 125 mL/h, strength 1250 mg, in 250 mL, shows 125 mL/h");
}

TEST(ProposedProgram, TakesTheConcentrationFromTheComponents) {
  EXPECT_EQ(program("icu dopamine | 10 ug/kg/min, 85 kg, base 200 mL, base 300 mL, on pump, "
                    "additive 400 mg, additive 400 mg"),
            "dose rate 10 ug/kg/min, vtbi 500 mL, strength 800 mg, in 500 mL, weight 85 kg, shows "
            "31.9 mL/h");
}

TEST(ProposedProgram, NamesTheRelationOfWhatItComputed) {
  const CheckOutcome outcome = Case("ward saline | 1000 mL, 7 h, on pump").outcome();
  EXPECT_EQ(outcome.program->rate->from().row, "rate = volume / duration, to 1 mL/h nearest");
  const CheckOutcome kept = Case("ward saline | 125 mL/h, 1000 mL, on pump").outcome();
  EXPECT_EQ(kept.program->rate->from().row, "row.rate");
  EXPECT_EQ(kept.program->rate->amount().text, "125");
}

TEST(ProposedProgram, KnowsWhoAskedAndWhichPump) {
  const Case one("ward saline | 125 mL/h, 1000 mL, on pump");
  const InfusionProgram made = *one.outcome().program;
  EXPECT_EQ(made.pump.id, "PUMP1");
  EXPECT_EQ(made.requested_by.id, "N1");
  EXPECT_EQ(made.requested_at, one.request.association.at);
  EXPECT_EQ(made.placer_order_number.key(), "ORD1^EHR");
  EXPECT_EQ(made.device, (Coding{"IVP", "", "HL70164"}));
  EXPECT_EQ(made.drug.code, "saline-1");
}

TEST(ProgramChecker, CertifiesWhatPassed) {
  const Case one("ward saline | 125 mL/h, 1000 mL, on pump");
  const CheckOutcome outcome = one.outcome(Account::certificate);
  const CheckedProgram checked = ProgramChecker::certify(outcome, "E-P000001");
  EXPECT_EQ(checked.program(), *outcome.program);
  EXPECT_EQ(checked.certificate(), outcome.certificate);
  EXPECT_EQ(checked.control_id(), "E-P000001");
  const CheckedProgram again = ProgramChecker::restore(*outcome.program, outcome.certificate, "C");
  EXPECT_EQ(again.program(), checked.program());
}

TEST(ProgramCheckerDeathTest, NeverCertifiesWhatFailedOrIsHeld) {
  const CheckOutcome refused = Case("ward saline | 125 mL/h").outcome();
  EXPECT_DEATH(ProgramChecker::certify(refused, "C"), "invariant broken");
  const CheckOutcome held = Case("ward saline | 300 mL/h, 1000 mL, on pump").outcome();
  ASSERT_TRUE(held.program.has_value());
  EXPECT_DEATH(ProgramChecker::certify(held, "C"), "held_by_soft_limit");
}

}  // namespace
}  // namespace bridge::decide
