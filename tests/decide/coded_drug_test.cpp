// SPDX-License-Identifier: Apache-2.0
// A drug that is named by several codings. Proves: B47, B48, K18, K19. dopamine-1 is the library's
// own code of dopamine, dopamine-n its NDC.
#include "decide/coded_drug.h"

#include "decide/scene.h"

namespace bridge::decide {
namespace {

using test::Case;
using test::expect_table;
using test::rendered;
using test::Scene;

TEST(CodedDrug, EveryCodeThatTheLibraryKnowsMustMeanTheDrug) {
  expect_table(R"(
order: icu dopamine | 10 ug/kg/min, 85 kg, 400 mg / 250 mL, 250 mL
+ also dopamine-n -> shows 31.875 mL/h
+ also norepinephrine-n -> drug_name_disagrees
+ also dopamine-n, also norepinephrine-n -> drug_name_disagrees
+ also norepinephrine-n, also dopamine-n -> drug_name_disagrees
# nobody knows it, so it says nothing
+ also unheard -> shows 31.875 mL/h
# a code without a system counts when only one system has it
+ also bare dopamine-1 -> shows 31.875 mL/h
+ also bare norepinephrine-1 -> drug_name_disagrees
+ also bare unheard -> shows 31.875 mL/h
# words beside an alternate, or alone, may be anything but another drug's name
+ also named Dopamine drip for the night -> shows 31.875 mL/h
+ also named DOPamine  infusion -> shows 31.875 mL/h
+ also named norepinephrine -> drug_name_disagrees
+ also unheard called norepinephrine -> drug_name_disagrees
+ also dopamine-n called norepinephrine -> drug_name_disagrees
+ also dopamine-n called DOPAMINE HCL 1.6 MG/ML -> shows 31.875 mL/h
# the name beside the chosen code and an alternate: one finding
+ name norepinephrine, also norepinephrine-n -> drug_name_disagrees
)");
}

TEST(CodedDrug, AnAlternateTellsTheDrugWhereTheFirstCodeIsNotInTheLibrary) {
  expect_table(R"(
order: icu dopamine | 10 ug/kg/min, 85 kg, 400 mg / 250 mL, 250 mL, code ours-77
+ also dopamine-n -> shows 31.875 mL/h
+ also unheard, also dopamine-n -> shows 31.875 mL/h
+ also dopamine-n, also bare dopamine-1 -> shows 31.875 mL/h
+ also unheard -> drug_unknown
+ also dopamine-n, also norepinephrine-n -> drug_name_disagrees
# names tell no drug
+ also named dopamine -> drug_unknown
# what stands beside the first code is still held to B48
+ name DOPamine Infusion, also dopamine-n -> shows 31.875 mL/h
+ name norepinephrine, also dopamine-n -> drug_name_disagrees
+ name our own bag, also dopamine-n -> drug_name_disagrees
# it goes to the pump, so its name must be one of the drug's
+ also dopamine-n called our own bag -> drug_name_disagrees
+ also dopamine-n called dopamine infusion -> shows 31.875 mL/h
# another drug's limits: 10 ug/kg/min is beyond norepinephrine's 3, of a bag that it does not have
+ also norepinephrine-n -> concentration_not_library hard_limit_above
)");
}

TEST(CodedDrug, ComponentsAreHeldToTheSame) {
  expect_table(R"(
order: icu dopamine | 10 ug/kg/min, 85 kg, base 250 mL, additive 400 mg
+ component also dopamine-n -> shows 31.875 mL/h
+ component also unheard -> shows 31.875 mL/h
+ component also heparin-n -> drug_name_disagrees
+ component also named heparin -> drug_name_disagrees
+ component also bare heparin-1 -> drug_name_disagrees
# an additive that only its alternate tells
icu dopamine | 10 ug/kg/min, 85 kg, base 250 mL, additive of ours 400 mg \
    -> drug_unknown concentration_missing
icu dopamine | 10 ug/kg/min, 85 kg, base 250 mL, additive of ours 400 mg, \
    component also dopamine-n -> shows 31.875 mL/h
icu dopamine | 10 ug/kg/min, 85 kg, base 250 mL, additive of ours 400 mg, \
    component also heparin-n -> drug_unknown concentration_missing
# RXE-2 a mixture, its one additive told by an alternate
icu dopamine | 10 ug/kg/min, 85 kg, code mix-7, name dopamine, base 250 mL, \
    additive of ours 400 mg, component also dopamine-n -> shows 31.875 mL/h
icu dopamine | 10 ug/kg/min, 85 kg, code mix-7, name dopamine, base 250 mL, \
    additive of ours 400 mg, component also dopamine-n, component also heparin-n \
    -> drug_unknown drug_name_disagrees
# RXE-2 by its alternate is one drug, the additive another
icu dopamine | 10 ug/kg/min, 85 kg, 400 mg / 250 mL, code mix-7, also dopamine-n, base 250 mL, \
    additive of heparin 5 [iU] -> drug_unknown
# words of a mixture that are another drug's than the additive
icu dopamine | 10 ug/kg/min, 85 kg, additive 400 mg, code mix-7, name dopamine, base 250 mL, \
    also named heparin -> drug_name_disagrees
# K18: potassium under a code that nobody knows is potassium in a plain fluid
ward saline | 125 mL/h, 1000 mL, base 1000 mL, additive of ours 20 meq \
    -> W:drug_unknown held shows 125 mL/h
ward saline | 125 mL/h, 1000 mL, base 1000 mL, additive of ours 20 meq, \
    component also potassium-n -> additive_not_in_entry
)");
}

TEST(CodedDrug, TheScanIsHeldToTheSame) {
  expect_table(R"(
order: icu dopamine | 10 ug/kg/min, 85 kg, 400 mg / 250 mL, 250 mL, on pump
+ scan code dopamine-n, scan also unheard -> shows 31.9 mL/h
+ scan code dopamine-n, scan also norepinephrine-n -> scanned_drug_differs
+ scan code dopamine-n, scan also named norepinephrine -> scanned_drug_differs
+ scan code norepinephrine-n, scan also dopamine-n -> scanned_drug_differs
+ scan code label-5 -> scanned_drug_differs
+ scan code label-5, scan also dopamine-n -> shows 31.9 mL/h
+ scan code label-5, scan also norepinephrine-n -> scanned_drug_differs
# a code that only the order and the label know
+ also label-5, scan code label-5 -> shows 31.9 mL/h
+ also label-5, scan code label-6 -> scanned_drug_differs
+ also label-5, scan code label-5, scan also norepinephrine-n -> scanned_drug_differs
# the order's own code is not the library's, and the label repeats it
+ code ours-77, also dopamine-n, scan code dopamine-n -> shows 31.9 mL/h
+ code ours-77, also dopamine-n, scan code norepinephrine-n -> scanned_drug_differs
)");
}

Fault only_finding(std::string_view text) {
  const CheckOutcome outcome = Case(text).outcome();
  EXPECT_EQ(outcome.findings.size(), 1U) << rendered(outcome);
  return outcome.findings.empty() ? Fault{} : outcome.findings.front();
}

TEST(CodedDrug, WhichCodingsDisagreeIsToldInTheLibrarysWords) {
  const std::string order = "icu dopamine | 10 ug/kg/min, 85 kg, 400 mg / 250 mL, 250 mL, ";
  Fault fault = only_finding(order + "also unheard, also norepinephrine-n");
  EXPECT_EQ(fault.place, "drug");
  EXPECT_EQ(fault.detail, "local is dopamine, NDC is norepinephrine");
  EXPECT_EQ(only_finding(order + "also bare norepinephrine-1").detail,
            "local is dopamine, a code without a system is norepinephrine");
  EXPECT_EQ(only_finding(order + "also unheard called norepinephrine").detail,
            "local is dopamine, a name is norepinephrine");
  EXPECT_EQ(only_finding(order + "name norepinephrine").detail,
            "local is dopamine, a name is norepinephrine");
  EXPECT_EQ(only_finding(order + "name Ada Invented").detail, "");
  EXPECT_EQ(only_finding(order + "code ours, also dopamine-n, also bare heparin-1").detail,
            "NDC is dopamine, a code without a system is heparin");
  fault = only_finding(
      "icu dopamine | 10 ug/kg/min, 85 kg, base 250 mL, additive 400 mg, component also heparin-n");
  EXPECT_EQ(fault.place, "components");
  EXPECT_EQ(fault.detail, "component 2: local is dopamine, NDC is heparin");
  fault = only_finding(order + "on pump, scan code dopamine-n, scan also named heparin");
  EXPECT_EQ(fault.place, "request.drug");
  EXPECT_EQ(fault.detail, "NDC is dopamine, a name is heparin");
}

TEST(CodedDrug, ThePumpIsToldTheCodeThatTheLibraryKnowsAndTheCheckedName) {
  const std::string order = "icu dopamine | 10 ug/kg/min, 85 kg, 400 mg / 250 mL, 250 mL, ";
  const auto programmed = [&order](std::string_view words) {
    const CheckOutcome outcome = Case(order + std::string(words)).outcome();
    EXPECT_TRUE(outcome.program.has_value()) << words;
    return outcome.program ? outcome.program->drug : Coding{};
  };
  EXPECT_EQ(programmed("code ours, name Dopamine, also dopamine-n"),
            (Coding{"dopamine-n", "Dopamine", "NDC"}));
  EXPECT_EQ(programmed("code ours, also dopamine-n called Dopamine Infusion"),
            (Coding{"dopamine-n", "Dopamine Infusion", "NDC"}));
  EXPECT_EQ(programmed("name Dopamine, also dopamine-n called Dopamine Infusion"),
            (Coding{"dopamine-1", "Dopamine", "local"}));
}

TEST(CodedDrug, AccountTellsByWhichCodeTheDrugWasFound) {
  const auto account = [](std::string_view text) {
    std::string lines;
    for (const CertificateStep& step : Case(text).outcome(Account::certificate).certificate.steps) {
      if (step.text.find("found by") == std::string::npos) continue;
      lines.append(step.subject).append(" | ").append(step.text).append(" | ");
      lines.append(step.source).append("\n");
    }
    return lines;
  };
  const std::string order = "icu dopamine | 10 ug/kg/min, 85 kg, 400 mg / 250 mL, 250 mL, ";
  EXPECT_EQ(account(order + "also dopamine-n"), "");
  EXPECT_EQ(account(order + "code ours, also dopamine-n"),
            "drug | dopamine found by NDC; the first code is not in the library | by the order's "
            "code dopamine-n\n");
  EXPECT_EQ(account("icu dopamine | 10 ug/kg/min, 85 kg, base 250 mL, additive of ours 400 mg, "
                    "component also dopamine-n"),
            "additive | dopamine found by NDC; the first code is not in the library | by the "
            "order's code dopamine-n\n");
}

// A repeat is the same order as long as its codes mean the same drug.
TEST(CodedDrug, ARepeatMaySayOtherCodesOfTheSameDrugAlone) {
  struct Row {
    const char* name;
    std::vector<Coding> first;
    std::vector<Coding> again;
    const char* told;
  };
  const Coding ndc{"dopamine-n", "", "NDC"};
  const Coding other{"norepinephrine-n", "", "NDC"};
  const Coding unheard{"555", "", "NDC"};
  const Row rows[] = {
      {"the same", {ndc}, {ndc}, "I:order_already_taken"},
      {"one more", {}, {ndc}, "I:order_already_taken"},
      {"one less", {ndc}, {}, "I:order_already_taken"},
      {"one that nobody knows", {}, {unheard}, "I:order_already_taken"},
      {"another drug's", {}, {other}, "order_refused !order_exists"},
      {"another drug's beside the right one", {ndc}, {ndc, other}, "order_refused !order_exists"},
      {"another drug's name", {}, {{"", "norepinephrine", ""}}, "order_refused !order_exists"},
  };
  for (const Row& row : rows) {
    Scene scene;
    scene.one.order.drug_alternates = row.first;
    EXPECT_EQ(scene.run(scene.order()), "order_accepted") << row.name;
    scene.one.order.drug_alternates = row.again;
    const Decision decision = scene.decide(scene.order());
    EXPECT_EQ(test::told(decision), row.told) << row.name;
    if (decision.findings.front().code == FaultCode::order_exists) {
      EXPECT_EQ(test::details(decision), "!order_exists(drug)") << row.name;
    }
  }
}

TEST(CodedDrug, ARepeatOfADrugToldByAnAlternateIsHeldToThatDrug) {
  Scene scene;
  scene.one.order.drug.code = "ours-77";
  scene.one.order.drug_alternates = {{"dopamine-n", "", "NDC"}};
  EXPECT_EQ(scene.run(scene.order()), "order_accepted");
  EXPECT_EQ(scene.run(scene.order()), "I:order_already_taken");
  scene.one.order.drug_alternates = {{"dopamine-1", "", ""}};
  EXPECT_EQ(scene.run(scene.order()), "I:order_already_taken");
  scene.one.order.drug_alternates = {{"norepinephrine-n", "", "NDC"}};
  EXPECT_EQ(test::details(scene.decide(scene.order())), "!order_exists(drug)");
}

TEST(CodedDrug, ARepeatedComponentIsHeldToItsDrug) {
  Scene scene("icu dopamine | 5 ug/kg/min, 80 kg, base 250 mL, additive 400 mg");
  EXPECT_EQ(scene.run(scene.order()), "order_accepted");
  scene.one.order.components.back().alternates = {{"dopamine-n", "", "NDC"}};
  EXPECT_EQ(scene.run(scene.order()), "I:order_already_taken");
  scene.one.order.components.back().alternates = {{"heparin-n", "", "NDC"}};
  EXPECT_EQ(test::details(scene.decide(scene.order())), "!order_exists(drug)");
}

}  // namespace
}  // namespace bridge::decide
