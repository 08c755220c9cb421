// SPDX-License-Identifier: Apache-2.0
// Allergies that come with an order, by both doors; what is no allergy, and what cannot be checked.
#include "translate/allergies.h"

#include <gtest/gtest.h>

#include "fhir/check.h"
#include "hl7/parse.h"
#include "translate/medication_request.h"
#include "translate/medication_request_samples.h"
#include "translate/pharmacy_order.h"
#include "translate/pharmacy_order_samples.h"
#include "translate/shipped_book.h"

namespace bridge::translate {
namespace {

std::string told(const OrderRead& read) {
  std::string text;
  for (const Allergy& allergy : read.order.allergies) {
    bool first = true;
    for (const Coding& coding : allergy.codings) {
      text.append(text.empty() ? "" : first ? " " : "=")
          .append(coding.code + '^' + coding.text + '^' + coding.system);
      first = false;
    }
  }
  if (!read.faults.empty()) text.append("; ").append(listed(read.faults));
  return text;
}

std::vector<OrderRead> orders_of(const std::string& lines) {
  const auto message = hl7::parse(wire_of(lines));
  EXPECT_TRUE(message.has_value());
  return read_pharmacy_order(*message, peek_header(*message, ehr_policy()), shipped_book());
}

constexpr std::string_view before_orc = "ORC|NW|ORD778812";

// The segments before the order of the example.
std::string charted(std::string_view segments) {
  return told(orders_of(replaced(std::string(dopamine_by_dose_rate), before_orc,
                                 std::string(segments).append("\n").append(before_orc)))
                  .front());
}

TEST(Allergies, AreTheCodesOfAL1AndIam) {
  EXPECT_EQ(told(orders_of(std::string(dopamine_by_rate)).front()), "7984^Penicillin V^RXNORM");
  EXPECT_EQ(charted("AL1|1|DA|OPIOID^Opioids^L|SV|Rash~Wheezing|20200101\n"
                    "AL1|2|FA|EGG^Egg^L"),
            "OPIOID^Opioids^L EGG^Egg^L");
  EXPECT_EQ(charted("IAM|1|DA|OPIOID^Opioids^L|SV|Rash|A^Add^HL70323|77^EHR|||||||||||C^Confirmed^"
                    "HL70438"),
            "OPIOID^Opioids^L");
}

TEST(Allergies, HaveEveryCodeThatSaysTheSame) {
  EXPECT_EQ(charted("AL1|1|DA|7052^Morphine^RXNORM^OPIOID^Opioids^L"),
            "7052^Morphine^RXNORM=OPIOID^Opioids^L");
  EXPECT_EQ(charted("IAM|1|DA|7052^Morphine^RXNORM|||A||||OPIOID^Opioids^L"),
            "7052^Morphine^RXNORM=OPIOID^Opioids^L");
  EXPECT_EQ(charted("AL1|1|DA|EGG^Egg^L\nIAM|1|FA|EGG^Hen's egg^L|||A"), "EGG^Egg^L");
}

// Real feeds put them behind the order; they are the patient's, and so those of every order.
TEST(Allergies, AreThePatientsWhereverTheyStand) {
  std::string lines(dopamine_by_dose_rate);
  const std::string order = lines.substr(lines.find("ORC|"));
  lines += "AL1|1|DA|OPIOID^Opioids^L\n" + replaced(order, "ORD778812", "ORD778813");
  const auto orders = orders_of(lines);
  ASSERT_EQ(orders.size(), 2U);
  for (const OrderRead& each : orders) EXPECT_EQ(told(each), "OPIOID^Opioids^L");
}

TEST(Allergies, ThatWereDeletedOrAreOverAreNone) {
  EXPECT_EQ(charted("IAM|1|DA|OPIOID^Opioids^L|||D"), "");
  EXPECT_EQ(charted("IAM|1|DA|OPIOID^Opioids^L|||U|||||||||||I"), "");
  EXPECT_EQ(charted("IAM|1|DA|OPIOID^Opioids^L|||U|||||||||||E"), "");
  // Doubt is no denial, and neither is a code that no table has.
  for (const char* status : {"U", "P", "S", "C", "D", "Q", ""}) {
    EXPECT_EQ(charted(std::string("IAM|1|DA|OPIOID^Opioids^L|||X|||||||||||") + status),
              "OPIOID^Opioids^L")
        << status;
  }
}

TEST(Allergies, WithoutACodeOfAKnownSystemAreToldToAPerson) {
  EXPECT_EQ(charted("AL1|1|DA|^Penicillin"), "^Penicillin^; allergy_not_checked at AL1[1]-3 W");
  EXPECT_EQ(charted("AL1|1|DA"), "; allergy_not_checked at AL1[1]-3 W");
  EXPECT_EQ(charted("AL1|1|DA|\"\""), "; allergy_not_checked at AL1[1]-3 W");
  EXPECT_EQ(charted("AL1|1|DA|17^Penicillin^FDB\nAL1|2|DA|OPIOID^Opioids^L"),
            "17^Penicillin^FDB OPIOID^Opioids^L; allergy_not_checked at AL1[1]-3 W");
  EXPECT_EQ(charted("AL1|1|DA|17^Penicillin^FDB^PENICILLIN^Penicillins^L"),
            "17^Penicillin^FDB=PENICILLIN^Penicillins^L");
}

TEST(Allergies, ThatThereAreNoneIsNoAllergy) {
  EXPECT_EQ(charted("AL1|1||NKA^ALLERGY"), "");
  EXPECT_EQ(charted("AL1|1|DA|NKDA"), "");
  EXPECT_EQ(charted("AL1|1|DA|716186003^No known allergy^SCT"), "");
  EXPECT_EQ(charted("AL1|1|DA|^No known allergies"),
            "^No known allergies^; allergy_not_checked at AL1[1]-3 W");
}

TEST(Allergies, TwoInOneFieldAreAnError) {
  EXPECT_EQ(charted("AL1|1|DA|OPIOID^Opioids^L~EGG^Egg^L"),
            "; field_repeats at AL1[1]-3 E; allergy_not_checked at AL1[1]-3 W");
}

// --- FHIR --------------------------------------------------------------------------------------

constexpr std::string_view weight_resource = R"({"resourceType": "Observation", "id": "weight",)";
constexpr std::string_view weight_reference = R"([{"reference": "#weight"}])";

std::string allergy(std::string_view inside) {
  return std::string(R"({"resourceType": "AllergyIntolerance", "id": "allergy", )")
      .append(inside)
      .append("}");
}

OrderRead request_with(std::string_view inside, std::string_view bundle = {}) {
  std::string text = dopamine_request();
  if (!inside.empty()) {
    text = replaced(text, weight_resource, allergy(inside) + ", " + std::string(weight_resource));
    text = replaced(text, weight_reference,
                    R"([{"reference": "#weight"}, {"reference": "#allergy"}])");
  }
  const auto request = json::parse(text);
  EXPECT_TRUE(request.has_value()) << text;
  EXPECT_EQ(listed(fhir::check(*request)), "");
  fhir::Surroundings around;
  std::optional<json::Value> whole;
  if (!bundle.empty()) {
    auto parsed = json::parse(bundle);
    EXPECT_TRUE(parsed.has_value());
    whole = *std::move(parsed);
    around.bundle = &*whole;
  }
  return read_medication_request(*request, around, shipped_book());
}

constexpr std::string_view opioid =
    R"("patient": {"reference": "#pat"},
       "code": {"coding": [{"system": "urn:oid:2.999.2", "code": "OPIOID", "display": "Opioids"}]})";

TEST(FhirAllergies, AreTheCodesOfContainedResources) {
  EXPECT_EQ(told(request_with(opioid)), "OPIOID^Opioids^L");
  EXPECT_EQ(told(request_with(R"("patient": {"reference": "#pat"}, "code": {"coding": [
                {"system": "http://snomed.info/sct", "code": "372687004"},
                {"system": "urn:oid:2.999.2", "code": "PENICILLIN"}], "text": "Amoxicillin"})")),
            "372687004^Amoxicillin^SCT=PENICILLIN^Amoxicillin^L");
}

TEST(FhirAllergies, ThatAreOverOrWereNeverTrueAreNone) {
  const auto with = [](const char* element, const char* system, const char* code) {
    return told(
        request_with(std::string(opioid) + R"(, ")" + element +
                     R"(": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/)" +
                     system + R"(", "code": ")" + code + R"("}]})"));
  };
  for (const char* code : {"inactive", "resolved"}) {
    EXPECT_EQ(with("clinicalStatus", "allergyintolerance-clinical", code), "") << code;
  }
  for (const char* code : {"refuted", "entered-in-error"}) {
    EXPECT_EQ(with("verificationStatus", "allergyintolerance-verification", code), "") << code;
  }
  EXPECT_EQ(with("clinicalStatus", "allergyintolerance-clinical", "active"), "OPIOID^Opioids^L");
  for (const char* code : {"unconfirmed", "confirmed"}) {
    EXPECT_EQ(with("verificationStatus", "allergyintolerance-verification", code),
              "OPIOID^Opioids^L");
  }
  // A code of another list is not the one that ends an allergy.
  EXPECT_EQ(with("clinicalStatus", "condition-clinical", "inactive"), "OPIOID^Opioids^L");
}

TEST(FhirAllergies, WithoutACodeOfAKnownSystemAreToldToAPerson) {
  const std::string warning = "; allergy_not_checked at MedicationRequest.contained[4].code W";
  const auto with = [](std::string_view code) {
    return told(request_with(std::string(R"("patient": {"reference": "#pat"})").append(code)));
  };
  EXPECT_EQ(with(R"(, "code": {"text": "Penicillin"})"), "^Penicillin^" + warning);
  EXPECT_EQ(with(R"(, "code": {"coding": [{"system": "urn:oid:1.2.3", "code": "17"}]})"),
            "17^^urn:oid:1.2.3" + warning);
  EXPECT_EQ(with(R"(, "code": {"coding": [{"code": "OPIOID"}]})"), "OPIOID^^" + warning);
  EXPECT_EQ(with(""), warning);
}

TEST(FhirAllergies, OfAnotherPatientAreAMistake) {
  constexpr std::string_view other =
      R"("patient": {"reference": "Patient/OTHER"},
         "code": {"coding": [{"system": "urn:oid:2.999.2", "code": "OPIOID"}]})";
  EXPECT_EQ(told(request_with(other)),
            "; patient_not_the_orders at MedicationRequest.contained[4].patient E");
  constexpr std::string_view same =
      R"("patient": {"reference": "Patient/MRN900123"},
         "code": {"coding": [{"system": "urn:oid:2.999.2", "code": "OPIOID"}]})";
  EXPECT_EQ(told(request_with(same)), "OPIOID^^L");
}

TEST(FhirAllergies, OfTheBundleAreThoseOfThePatient) {
  const auto entry = [](std::string_view patient, std::string_view code) {
    return std::string(R"({"fullUrl": "urn:uuid:)")
        .append(code)
        .append(R"(", "resource": {"resourceType": "AllergyIntolerance", "patient": {"reference":
               "Patient/)")
        .append(patient)
        .append(R"("}, "code": {"coding": [{"system": "urn:oid:2.999.2", "code": ")")
        .append(code)
        .append(R"("}]}}})");
  };
  const std::string bundle = R"({"resourceType": "Bundle", "type": "transaction", "entry": [)" +
                             entry("MRN900123", "EGG") + ", " + entry("OTHER", "SOY") + "]}";
  EXPECT_EQ(told(request_with({}, bundle)), "EGG^^L");
}

TEST(FhirAllergies, ThatAreOnlyReferredToAreToldToAPerson) {
  const std::string text =
      replaced(dopamine_request(), weight_reference,
               R"([{"reference": "#weight"}, {"reference": "AllergyIntolerance/7"}])");
  EXPECT_EQ(told(read_medication_request(*json::parse(text), {}, shipped_book())),
            "; allergy_not_checked at MedicationRequest.supportingInformation[1] W");
}

// B7, by this door: the batch of the bag, in the offset of the request.
TEST(FhirExpiry, IsThatOfTheBatch) {
  const auto with = [](std::string_view date) {
    const std::string text =
        replaced(dopamine_request(), R"("id": "bag",)",
                 R"("id": "bag", "batch": {"expirationDate": ")" + std::string(date) + R"("},)");
    const OrderRead read = read_medication_request(*json::parse(text), {}, shipped_book());
    const auto& expires = read.order.product_expires;
    std::string told_text = expires ? expires->utc() : "-";
    if (!read.faults.empty()) told_text.append("; ").append(listed(read.faults));
    return told_text;
  };
  EXPECT_EQ(with("2026-03"), "2026-04-01T06:00:00.000Z");
  EXPECT_EQ(with("2026-03-02"), "2026-03-03T06:00:00.000Z");
  EXPECT_EQ(with("2026-03-02T12:00:00Z"), "2026-03-02T12:00:00.000Z");
  EXPECT_EQ(with("2026"),
            "-; timestamp_imprecise at "
            "MedicationRequest.contained[0].batch.expirationDate E");
  EXPECT_EQ(with("soon"),
            "-; timestamp_malformed at "
            "MedicationRequest.contained[0].batch.expirationDate E");
}

}  // namespace
}  // namespace bridge::translate
