// SPDX-License-Identifier: Apache-2.0
// All codings of a drug and of a component, by each door. Proves: B48.
#include "translate/drug_codings.h"

#include <gtest/gtest.h>

#include <functional>

#include "fhir/check.h"
#include "hl7/parse.h"
#include "translate/medication_request.h"
#include "translate/medication_request_samples.h"
#include "translate/order_text.h"
#include "translate/pharmacy_order.h"
#include "translate/pharmacy_order_samples.h"
#include "translate/pump_samples.h"
#include "translate/pump_tools.h"
#include "translate/rgv_o15.h"
#include "translate/shipped_book.h"

namespace bridge::translate {
namespace {

std::string text_of(const Coding& coding) {
  return coding.code + "^" + coding.text + "^" + coding.system;
}

std::string text_of(const Coding& chosen, const std::vector<Coding>& alternates) {
  std::string text = text_of(chosen);
  for (const Coding& each : alternates) text.append(" also ").append(text_of(each));
  return text;
}

TEST(DrugCodings, KeepsOnlyWhatSaysMoreThanTheChosenOne) {
  const Coding ours{"1234", "Dopamine", "L"};
  const struct {
    const char* name;
    Coding chosen;
    std::vector<Coding> beside;
    const char* kept;
  } rows[] = {
      {"nothing", ours, {}, "1234^Dopamine^L"},
      {"empty ones", ours, {{"", "", ""}, {"", "", "L"}}, "1234^Dopamine^L"},
      {"the same", ours, {ours}, "1234^Dopamine^L"},
      {"the same code", ours, {{"1234", "", "L"}}, "1234^Dopamine^L"},
      {"the same words", ours, {{"", "Dopamine", ""}}, "1234^Dopamine^L"},
      {"the code in other words",
       ours,
       {{"1234", "Dobutamine", "L"}},
       "1234^Dopamine^L also 1234^Dobutamine^L"},
      {"the code of another system",
       ours,
       {{"1234", "Dopamine", "NDC"}},
       "1234^Dopamine^L also 1234^Dopamine^NDC"},
      {"the code of no system", ours, {{"3628", "", ""}}, "1234^Dopamine^L also 3628^^"},
      {"other words", ours, {{"", "our drip", ""}}, "1234^Dopamine^L also ^our drip^"},
      {"one twice",
       ours,
       {{"3628", "", "RXNORM"}, {"3628", "", "RXNORM"}},
       "1234^Dopamine^L also 3628^^RXNORM"},
      {"two",
       ours,
       {{"3628", "", "RXNORM"}, {"9", "", "NDC"}},
       "1234^Dopamine^L also 3628^^RXNORM also 9^^NDC"},
      {"no code first", {"", "", ""}, {{"3628", "Dopamine", "RXNORM"}}, "3628^Dopamine^RXNORM"},
      {"words first", {"", "Dopamine", ""}, {{"3628", "", "RXNORM"}}, "3628^Dopamine^RXNORM"},
      {"words first, others with the code",
       {"", "our drip", "L"},
       {{"", "Dopa", ""}, {"3628", "Dopamine", "RXNORM"}},
       "3628^Dopamine^RXNORM also ^Dopa^ also ^our drip^"},
      {"words alone", {"", "", ""}, {{"", "", ""}, {"", "Dopamine", ""}}, "^Dopamine^"},
      {"words and other words",
       {"", "Dopamine", ""},
       {{"", "our drip", ""}},
       "^Dopamine^ also ^our drip^"},
  };
  for (const auto& row : rows) {
    Coding code;
    std::vector<Coding> alternates;
    take_codings(row.chosen, row.beside, code, alternates);
    EXPECT_EQ(text_of(code, alternates), row.kept) << row.name;
  }
}

OrderRead hl7_order(const std::string& lines) {
  const auto message = hl7::parse(wire_of(lines));
  EXPECT_TRUE(message.has_value());
  return read_pharmacy_order(*message, peek_header(*message, ehr_policy()), shipped_book()).front();
}

// The faults, or what the order says of its drug.
std::string drug_told(const OrderRead& read) {
  const std::string faults = listed(read.faults);
  return faults.empty() ? text_of(read.order.drug, read.order.drug_alternates) : faults;
}

TEST(DrugCodings, OfHl7AreTheAlternatesAndTheOriginalText) {
  const auto with = [](std::string_view rxe_2) {
    return drug_told(hl7_order(replaced(std::string(dopamine_by_rate),
                                        "DOPA400D5W^Dopamine 400 mg in D5W 250 mL^L", rxe_2)));
  };
  EXPECT_EQ(with("DOPA^Dopamine^L"), "DOPA^Dopamine^L");
  EXPECT_EQ(with("DOPA^Dopamine^L^3628^dopamine^RXN"), "DOPA^Dopamine^L also 3628^dopamine^RXNORM");
  EXPECT_EQ(with("DOPA^Dopamine^L^3616^^RXNORM^^^^77^^NDC"),
            "DOPA^Dopamine^L also 3616^^RXNORM also 77^^NDC");
  EXPECT_EQ(with("DOPA^Dopamine^L^^^^^^our drip"), "DOPA^Dopamine^L also ^our drip^");
  EXPECT_EQ(with("DOPA^Dopamine^L^ 3628 "), "DOPA^Dopamine^L also 3628^^");
  EXPECT_EQ(with("DOPA^Dopamine^L^\"\"^\"\"^RXNORM"), "DOPA^Dopamine^L");
  EXPECT_EQ(with("^^^3628^Dopamine^RXNORM"), "3628^Dopamine^RXNORM");
  EXPECT_EQ(with("^Dopamine^^3628^^RXNORM"), "3628^Dopamine^RXNORM");
  EXPECT_EQ(with("^^^^^RXNORM"), "drug_missing at RXE[1]-2 E");
  EXPECT_EQ(with("DOPA^Dopamine^L^3628\\X^^RXNORM"), "escape_malformed at RXE[1]-2.4 E");
  EXPECT_EQ(with("DOPA^Dopamine^L^OTHER^^L"), "drug_name_disagrees at RXE[1]-2 E");
  EXPECT_EQ(with("DOPA^Dopamine^L^^^^^^^OTHER^^L"), "drug_name_disagrees at RXE[1]-2 E");
}

TEST(DrugCodings, OfAComponentAreReadAlike) {
  const auto with = [](std::string_view rxc_2) {
    const OrderRead read = hl7_order(replaced(
        std::string(dopamine_by_rate), "RXC|A|DOPA^Dopamine^L", "RXC|A|" + std::string(rxc_2)));
    const std::string faults = listed(read.faults);
    const Component& additive = read.order.components.back();
    return faults.empty() ? text_of(additive.code, additive.alternates) : faults;
  };
  EXPECT_EQ(with("DOPA^Dopamine^L"), "DOPA^Dopamine^L");
  EXPECT_EQ(with("DOPA^Dopamine^L^3628^^RxNorm^^^^77^^NDC"),
            "DOPA^Dopamine^L also 3628^^RXNORM also 77^^NDC");
  EXPECT_EQ(with("^^^3628^Dopamine^RXNORM"), "3628^Dopamine^RXNORM");
  EXPECT_EQ(with("DOPA^Dopamine^L^OTHER^^L"), "drug_name_disagrees at RXC[2]-2 E");
}

TEST(DrugCodings, OfAnOrderWithoutRxeStandInRxo1) {
  const std::string lines = replaced(
      replaced(std::string(dopamine_by_rate), "RDE^O11^RDE_O11", "OMP^O09^OMP_O09"),
      "RXE||DOPA400D5W^Dopamine 400 mg in D5W 250 mL^L|250||mL^milliliter^UCUM|||||||||||||||||"
      "|13.125|mL/h^^UCUM|400|mg^^UCUM|||||||250|mL^^UCUM||||||||||S",
      "RXO|DOPA^Dopamine^L^3628^^RXNORM|250||mL^^UCUM|||||||||||||||||13.125|mL/h^^UCUM");
  const OrderRead read = hl7_order(lines);
  EXPECT_EQ(text_of(read.order.drug, read.order.drug_alternates),
            "DOPA^Dopamine^L also 3628^^RXNORM");
}

// The pharmacy may choose another product; by whichever of the codes that shows, a person is told.
TEST(DrugCodings, OfBothSidesAreCompared) {
  const auto with = [](std::string_view rxo_1) {
    std::string lines = replaced(std::string(dopamine_by_rate),
                                 "RXE||DOPA400D5W^Dopamine 400 mg "
                                 "in D5W 250 mL^L",
                                 "RXE||DOPA^Dopamine^L^3628^^RXNORM");
    lines = replaced(lines, "RXE||", "RXO|" + std::string(rxo_1) + "\nRXE||");
    return listed(hl7_order(lines).faults);
  };
  EXPECT_EQ(with("DOPA^Dopamine^L"), "");
  EXPECT_EQ(with("3628^Dopamine^RXNORM"), "");
  EXPECT_EQ(with("77^Dopamine^NDC"), "");
  EXPECT_EQ(with("3616^Dobutamine^RXNORM"), "drug_name_disagrees at RXO-1 W");
  EXPECT_EQ(with("DOPA^Dopamine^L^3616^Dobutamine^RXNORM"), "drug_name_disagrees at RXO-1 W");
}

OrderRead fhir_order(std::string_view from, std::string_view to) {
  const auto request = json::parse(replaced(dopamine_request(), from, to));
  EXPECT_TRUE(request.has_value()) << to;
  if (!request) return {};
  EXPECT_EQ(listed(fhir::check(*request)), "") << to;
  return read_medication_request(*request, {}, shipped_book());
}

TEST(DrugCodings, OfFhirAreAllCodingsAndTheText) {
  const auto with = [](const std::string& codings) {
    const OrderRead read =
        fhir_order(R"("code": {"coding": [{"system": "urn:oid:2.999.2", "code": "1234"}],)",
                   R"("code": {"coding": [)" + codings + "],");
    return drug_told(read);
  };
  const std::string ours = R"({"system": "urn:oid:2.999.2", "code": "1234"})";
  const std::string rxnorm =
      R"({"system": "http://www.nlm.nih.gov/research/umls/rxnorm", "code": "3628"})";
  const std::string shown = R"({"system": "urn:oid:2.999.2", "code": "1234", "display": "Dopa"})";
  const std::string foreign = R"({"system": "urn:oid:2.999.77", "code": "D-1"})";
  const std::string words = "Dopamine 400 mg in D5W 250 mL";
  EXPECT_EQ(with(ours), "1234^" + words + "^L");
  EXPECT_EQ(with(ours + "," + rxnorm), "1234^" + words + "^L also 3628^^RXNORM");
  EXPECT_EQ(with(rxnorm + "," + ours), "3628^" + words + "^RXNORM also 1234^^L");
  EXPECT_EQ(with(shown), "1234^Dopa^L also ^" + words + "^");
  // A system that no table has is kept, and not chosen where there is another.
  EXPECT_EQ(with(foreign + "," + ours), "1234^" + words + "^L also D-1^^urn:oid:2.999.77");
  EXPECT_EQ(with(R"({"code": "3628"},)" + ours), "1234^" + words + "^L also 3628^^");
}

TEST(DrugCodings, OfAnIngredientAreReadAlike) {
  const OrderRead read = fhir_order(
      R"({"itemCodeableConcept": {"coding": [{"system": "urn:oid:2.999.2", "code": "1234",)",
      R"({"itemCodeableConcept": {"coding": [
        {"system": "http://www.nlm.nih.gov/research/umls/rxnorm", "code": "3628"},
        {"system": "urn:oid:2.999.2", "code": "1234",)");
  EXPECT_EQ(listed(read.faults), "");
  const Component& additive = read.order.components.back();
  EXPECT_EQ(text_of(additive.code, additive.alternates), "3628^^RXNORM also 1234^Dopamine^L");
}

TEST(DrugCodings, OfAScanAreReadAlike) {
  const auto with = [](std::string_view rxg_4) {
    const auto read =
        read_rgv_o15(message_of(replaced(std::string(samples::new_bag), "1234^Dopamine^L|250|",
                                         std::string(rxg_4) + "|250|")),
                     shipped_book(), MessageClock::fixed(-360));
    const std::string faults = listed(read.faults);
    const InfusionOrder& scan = read.request.as_scanned;
    return faults.empty() ? text_of(scan.drug, scan.drug_alternates) : faults;
  };
  EXPECT_EQ(with("1234^Dopamine^L"), "1234^Dopamine^L");
  EXPECT_EQ(with("1234^Dopamine^L^3628^^RXN^^^^77^^NDC"),
            "1234^Dopamine^L also 3628^^RXNORM also 77^^NDC");
  EXPECT_EQ(with("3628^Dopamine^RXN"), "3628^Dopamine^RXNORM");
  EXPECT_EQ(with("^^^3628^Dopamine^RXNORM"), "3628^Dopamine^RXNORM");
  EXPECT_EQ(with("^^"), "drug_missing at RXG[1]-4 E");
}

}  // namespace
}  // namespace bridge::translate
