// SPDX-License-Identifier: Apache-2.0
// FHIR requests of PCA, steps, bolus and titration, held against the same orders in HL7 v2.
#include <gtest/gtest.h>

#include "clinical/packed.h"
#include "fhir/check.h"
#include "hl7/parse.h"
#include "translate/medication_request.h"
#include "translate/order_text.h"
#include "translate/pharmacy_order.h"
#include "translate/shipped_book.h"
#include "translate/therapy_samples.h"

namespace bridge::translate {
namespace {

std::string quantity(std::string_view value, std::string_view ucum) {
  return R"({"value": )" + std::string(value) +
         R"(, "system": "http://unitsofmeasure.org", "code": ")" + std::string(ucum) + "\"}";
}

// A request of the invented patient for `drug`, with these dosages.
std::string request(std::string_view number, std::string_view filler, std::string_view drug,
                    std::string_view more, std::string_view dosages) {
  std::string text = R"({"resourceType": "MedicationRequest", "id": "mr1",
 "contained": [
  {"resourceType": "Patient", "id": "pat",
   "identifier": [{"system": "urn:oid:2.999.1.1", "value": "MRN900123"}],
   "name": [{"use": "official", "family": "Doe", "given": ["Jane", "Q"]}],
   "gender": "female", "birthDate": "1966-01-01"},
  {"resourceType": "Encounter", "id": "enc",
   "identifier": [{"system": "urn:oid:2.999.1.2", "value": "V556677"}], "status": "in-progress",
   "class": {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "IMP"},
   "location": [{"location": {"identifier": {"value": "ICU^12^A"}}}]},
  {"resourceType": "Practitioner", "id": "doc",
   "identifier": [{"system": "urn:oid:2.999.1.5", "value": "D0007"}],
   "name": [{"family": "Ray", "given": ["Sam"]}]},
  {"resourceType": "Practitioner", "id": "pharmacist",
   "identifier": [{"system": "urn:oid:2.999.1.5", "value": "P0009"}],
   "name": [{"family": "Stone", "given": ["Pat"]}]},
  {"resourceType": "Medication", "id": "bag", )";
  text.append(drug).append(R"(}],
 "identifier": [
  {"type": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v2-0203",
       "code": "PLAC"}]}, "system": "urn:oid:2.999.1.3", "value": ")");
  text.append(number).append(R"("},
  {"type": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v2-0203",
       "code": "FILL"}]}, "system": "urn:oid:2.999.1.4", "value": ")");
  text.append(filler).append(R"("}],
 "status": "active", "intent": "order", "medicationReference": {"reference": "#bag"},
 "subject": {"reference": "#pat"}, "encounter": {"reference": "#enc"},
 "authoredOn": "2026-03-02T09:59:00-06:00", "requester": {"reference": "#doc"},)");
  return text.append(more).append(R"( "dosageInstruction": [)").append(dosages).append("]}");
}

std::string drug(std::string_view code, std::string_view text, const std::string& amount,
                 const std::string& volume) {
  std::string name = R"({"coding": [{"system": "urn:oid:2.999.2", "code": ")";
  name.append(code).append(R"("}], "text": ")").append(text).append("\"}");
  return R"("code": )" + name + R"(, "ingredient": [{"itemCodeableConcept": )" + name +
         R"(, "isActive": true, "strength": {"numerator": )" + amount + R"(, "denominator": )" +
         volume + "}}]";
}

const std::string route = R"("route": {"coding": [{"system":
 "http://terminology.hl7.org/CodeSystem/v2-0162", "code": "IV", "display": "Intravenous"}]})";
const std::string by_pca = R"("method": {"coding": [{"system":
 "http://terminology.hl7.org/CodeSystem/v2-0164", "code": "PCA", "display": "PCA Pump"}]})";

std::string dosage(std::string_view inside) {
  return "{" + route + ", " + std::string(inside) + "}";
}

std::string given(std::string_view kind, const std::string& quantity) {
  return R"("doseAndRate": [{")" + std::string(kind) + R"(": )" + quantity + "}]";
}

std::string step(std::string_view type, std::string_view start) {
  std::string text = R"("extension": [{"url": "urn:infusion-bridge:step", "extension": [)"
                     R"({"url": "type", "valueCode": ")";
  text.append(type).append(R"("})");
  if (!start.empty()) {
    text.append(R"(, {"url": "start", "valueCode": ")").append(start).append(R"("})");
  }
  return text.append("]}]");
}

const std::string verified =
    R"("extension": [{"url": "urn:infusion-bridge:verified-by",
 "valueReference": {"reference": "#pharmacist"}}],)";

const std::string pca_dosages =
    dosage(R"("sequence": 1, )" + by_pca + ", " + given("doseQuantity", quantity("2", "mg"))) +
    ", " +
    dosage(R"("sequence": 2, "asNeededBoolean": true, )" + by_pca +
           R"(, "timing": {"repeat": {"frequency": 1, "period": 10, "periodUnit": "min"}},
 "maxDosePerPeriod": {"numerator": )" +
           quantity("20", "mg") + R"(, "denominator": )" + quantity("4", "h") + "}, " +
           given("doseQuantity", quantity("1", "mg"))) +
    ", " +
    dosage(R"("sequence": 2, )" + by_pca + ", " + given("rateQuantity", quantity("1", "mg/h")));

const std::string pca =
    request("ORD779001", "RX1",
            drug("7052", "Morphine 30 mg in 30 mL", quantity("30", "mg"), quantity("30", "mL")),
            verified, pca_dosages);

const std::string steps = request(
    "ORD780001", "RX2",
    drug("IVIG", "Immunoglobulin 10 g in 100 mL", quantity("10", "g"), quantity("100", "mL")), "",
    dosage(R"("sequence": 1, "timing": {"repeat": {"duration": 30, "durationUnit": "min",
 "boundsPeriod": {"start": "2026-03-02T10:15:00-06:00"}}}, )" +
           given("rateQuantity", quantity("30", "mL/h"))) +
        ", " + dosage(step("delay", "") + R"(, "sequence": 2, "timing": {"repeat": {"duration": 15,
 "durationUnit": "min"}})") +
        ", " +
        dosage(step("continuous", "pause-for-confirmation") + R"(, "sequence": 3, "doseAndRate": [
 {"doseQuantity": )" +
               quantity("85", "mL") + R"(, "rateQuantity": )" + quantity("60", "mL/h") + "}]"));

const std::string bolus = request(
    "ORD778899", "RX3",
    drug("2351", "Heparin 25000 units in 250 mL", quantity("25000", "[iU]"), quantity("250", "mL")),
    R"("extension": [{"url": "urn:infusion-bridge:order-type", "valueCode": "clinician-dose"}],
 "basedOn": [{"identifier": {"system": "urn:oid:2.999.1.3", "value": "ORD778800"}}],)",
    dosage(R"("doseAndRate": [{"doseQuantity": )" + quantity("4000", "[iU]") +
           R"(, "rateQuantity": )" + quantity("120", "mL/h") + "}]"));

std::string part(std::string_view name, const std::string& quantity) {
  return R"({"url": ")" + std::string(name) + R"(", "valueQuantity": )" + quantity + "}";
}

const std::string titration = request(
    "ORD790001", "RX4",
    drug("NOR", "Norepinephrine 4 mg in 250 mL", quantity("4", "mg"), quantity("250", "mL")), "",
    dosage(R"("extension": [{"url": "urn:infusion-bridge:titration", "extension": [)" +
           part("increment", quantity("0.02", "ug/kg/min")) + ", " +
           part("interval", quantity("5", "min")) + ", " +
           part("minimum", quantity("0.02", "ug/kg/min")) + ", " +
           part("maximum", quantity("0.5", "ug/kg/min")) +
           R"(, {"url": "objective", "valueString": "MAP above 65 mmHg"}]}], "doseAndRate": [
 {"doseQuantity": )" +
           quantity("250", "mL") + R"(, "rateQuantity": )" + quantity("0.05", "ug/kg/min") + "}]"));

const std::string taper = request(
    "ORD780101", "RX2",
    R"("code": {"coding": [{"system": "urn:oid:2.999.2", "code": "PN"}],
 "text": "Parenteral nutrition"})",
    "",
    dosage(
        R"("extension": [{"url": "urn:infusion-bridge:delivery-mode", "valueCode": "ramp-taper"}],
 "timing": {"repeat": {"duration": 12, "durationUnit": "h"}}, )" +
        given("doseQuantity", quantity("950", "mL"))));

OrderRead read(const std::string& text, bool well_formed = true) {
  const auto tree = json::parse(text);
  EXPECT_TRUE(tree.has_value()) << text;
  if (!tree) return {};
  if (well_formed) {
    EXPECT_EQ(listed(fhir::check(*tree)), "");
  }
  return read_medication_request(*tree, {}, shipped_book());
}

InfusionOrder hl7_order(const std::string& lines) {
  Header header;
  header.type = "RDE";
  header.event = "O11";
  const auto message = hl7::parse(wire_of(lines)).value();
  OrderRead read = read_pharmacy_order(message, header, shipped_book()).front();
  EXPECT_EQ(listed(read.faults), "");
  return read.order;
}

// What FHIR does not say as HL7 does, whatever the therapy: RXR-3 of a pump that is no PCA, and the
// drug as a component.
InfusionOrder comparable(InfusionOrder order) {
  if (order.device.code == "IVP") order.device = {};
  order.components.clear();
  return order;
}

std::string content_of(const InfusionOrder& order) {
  Packer packer(Packing::content);
  packer.put(order);
  return packer.take();
}

TEST(TherapyRequests, GiveTheSameOrderAsHl7) {
  const std::pair<const std::string*, const std::string*> same[] = {
      {&pca, &therapy::pca},
      {&steps, &therapy::steps},
      {&bolus, &therapy::bolus},
      {&titration, &therapy::titration},
      {&taper, &therapy::taper}};
  for (const auto& [fhir, hl7] : same) {
    const OrderRead order = read(*fhir);
    EXPECT_EQ(listed(order.faults), "");
    const InfusionOrder a = comparable(order.order);
    const InfusionOrder b = comparable(hl7_order(*hl7));
    EXPECT_EQ(OrderText(Show::values).of(a), OrderText(Show::values).of(b));
    EXPECT_EQ(content_of(a), content_of(b));
  }
}

TEST(TherapyRequests, ADoseBeforeARateIsALoadingDose) {
  const std::string text =
      request("O1", "F1", drug("1", "Drug", quantity("400", "mg"), quantity("250", "mL")), "",
              dosage(R"("sequence": 1, )" + given("doseQuantity", quantity("5", "mg"))) + ", " +
                  dosage(R"("sequence": 2, )" + given("rateQuantity", quantity("10", "mg/h"))));
  const OrderRead order = read(text);
  EXPECT_EQ(listed(order.faults), "");
  ASSERT_TRUE(order.order.loading_dose);
  EXPECT_EQ(order.order.loading_dose->amount().ucum_text(), "5 mg");
  EXPECT_EQ(order.order.dose_rate->amount().ucum_text(), "10 mg/h");
  EXPECT_TRUE(order.order.steps.empty());
}

TEST(TherapyRequests, ADoseOverATimeBeforeARateIsALoadingStep) {
  const std::string text = request(
      "O1", "F1", drug("1", "Drug", quantity("400", "mg"), quantity("250", "mL")), "",
      dosage(R"("sequence": 1, "timing": {"repeat": {"duration": 30, "durationUnit": "min"}}, )" +
             given("doseQuantity", quantity("50", "mg"))) +
          ", " + dosage(R"("sequence": 2, )" + given("rateQuantity", quantity("10", "mg/h"))));
  const OrderRead order = read(text);
  EXPECT_EQ(listed(order.faults), "");
  ASSERT_EQ(order.order.steps.size(), 2U);
  EXPECT_EQ(order.order.steps[0].type, StepType::loading_dose);
  EXPECT_EQ(order.order.steps[1].type, StepType::continuous);
}

TEST(TherapyRequests, ReadsTheMostDosesInAnHour) {
  const std::string ext = R"("extension": [{"url": "urn:infusion-bridge:max-doses-per-hour",
 "valuePositiveInt": 6}], "sequence": 2, "asNeededBoolean": true)";
  const OrderRead order = read(replaced(pca, R"("sequence": 2, "asNeededBoolean": true)", ext));
  EXPECT_EQ(listed(order.faults), "");
  EXPECT_EQ(order.order.pca->max_doses_per_hour->value, 6U);
}

struct Change {
  const char* row;
  const std::string* request;
  const char* from;
  const char* to;
  const char* faults;
};

#define DOSAGE "MedicationRequest.dosageInstruction"
const Change changes[] = {
    {"as needed without PCA is for a person", &titration, "\"doseAndRate\"",
     "\"asNeededBoolean\": true, \"doseAndRate\"", ""},
    {"a PCA that nothing is on demand in", &pca, "\"asNeededBoolean\": true,", "",
     "dosages_conflict at " DOSAGE "[0] E"},
    {"lockout in no unit of time", &pca, "\"periodUnit\": \"min\"", "\"periodUnit\": \"mL\"",
     "unit_wrong_kind at " DOSAGE "[1].timing.repeat.period E"},
    {"lockout without a unit", &pca, ", \"periodUnit\": \"min\"", "",
     "unit_missing at " DOSAGE "[1].timing.repeat.period E"},
    {"twice in a period", &pca, "\"frequency\": 1", "\"frequency\": 2",
     "field_not_understood at " DOSAGE "[1].timing.repeat.frequency E"},
    {"a number of doses", &pca, "\"frequency\": 1", "\"count\": 5",
     "field_not_understood at " DOSAGE "[1].timing.repeat.count E"},
    {"a limit per nothing", &pca, "\"code\": \"h\"}", "\"code\": \"mg\"}",
     "unit_wrong_kind at " DOSAGE "[1].maxDosePerPeriod.denominator E; field_missing at " DOSAGE
     "[1].maxDosePerPeriod.numerator E"},
    {"a sequence of zero", &pca, "\"sequence\": 1", "\"sequence\": 0",
     "quantity_zero at " DOSAGE "[0].sequence E; dosages_conflict at " DOSAGE "[0] E"},
    {"a loading dose after the demand", &pca, "\"sequence\": 1", "\"sequence\": 3",
     "dosages_conflict at " DOSAGE "[0] E"},
    {"steps without a number", &steps, "\"sequence\": 2, ", "",
     "dosages_conflict at " DOSAGE "[1] E"},
    {"a step left out", &steps, "\"sequence\": 3", "\"sequence\": 4",
     "steps_malformed at " DOSAGE "[2].sequence E"},
    {"two first steps", &steps, "\"sequence\": 2", "\"sequence\": 1",
     "steps_malformed at " DOSAGE "[1].sequence E"},
    {"a step of an unknown type", &steps, "\"valueCode\": \"delay\"", "\"valueCode\": \"ramp\"",
     "code_not_in_table at " DOSAGE "[1].extension[0].extension[0] E; steps_malformed at " DOSAGE
     "[1] E"},
    {"an unknown start", &steps, "pause-for-confirmation", "later",
     "code_not_in_table at " DOSAGE "[2].extension[0].extension[1] E"},
    {"an unknown part of our extension", &steps, "{\"url\": \"type\"", "{\"url\": \"kind\"",
     "field_not_understood at " DOSAGE "[1].extension[0].extension[0] E; steps_malformed at " DOSAGE
     "[1] E"},
    {"a delay without its time", &steps,
     ", \"timing\": {\"repeat\": {\"duration\": 15,\n "
     "\"durationUnit\": \"min\"}}",
     "", "steps_malformed at " DOSAGE "[1] E"},
    {"an extension of ours that nobody knows", &titration, "urn:infusion-bridge:titration",
     "urn:infusion-bridge:taper", "field_not_understood at " DOSAGE "[0].extension[0] E"},
    {"an extension of somebody else", &titration, "urn:infusion-bridge:titration",
     "urn:example:taper", ""},
    {"a delivery mode of no table", &taper, "\"ramp-taper\"", "\"ramp\"",
     "code_not_in_table at " DOSAGE "[0].extension[0].valueCode E"},
    {"steps as a ramp and taper", &steps, "\"sequence\": 1, ",
     "\"sequence\": 1, \"extension\": [{\"url\": \"urn:infusion-bridge:delivery-mode\", "
     "\"valueCode\": \"ramp-taper\"}], ",
     "field_not_understood at " DOSAGE "[0].extension[0] E"},
    {"a delivery mode of the wrong type", &taper, "\"valueCode\": \"ramp-taper\"",
     "\"valueString\": \"ramp-taper\"", "field_not_understood at " DOSAGE "[0].extension[0] E"},
    {"an increment without a unit", &titration,
     R"({"value": 0.02, "system": "http://unitsofmeasure.org", "code": "ug/kg/min"})",
     R"({"value": 0.02})",
     "unit_missing at " DOSAGE "[0].extension[0].extension[0].valueQuantity.code E"},
    {"an interval in mL", &titration,
     R"("value": 5, "system": "http://unitsofmeasure.org", "code": "min")",
     R"("value": 5, "system": "http://unitsofmeasure.org", "code": "mL")",
     "unit_wrong_kind at " DOSAGE "[0].extension[0].extension[1].valueQuantity E"},
    {"a bolus of no order", &bolus,
     "\"basedOn\": [{\"identifier\": {\"system\": \"urn:oid:2.999.1.3\", \"value\": "
     "\"ORD778800\"}}],",
     "", "order_missing at MedicationRequest.basedOn E"},
    {"an order type of no table", &bolus, "\"clinician-dose\"", "\"push\"",
     "code_not_in_table at MedicationRequest.extension[0].valueCode E"},
};
#undef DOSAGE

TEST(TherapyRequests, NamesEveryFaultOfAWrongRequest) {
  for (const Change& change : changes) {
    SCOPED_TRACE(change.row);
    EXPECT_EQ(listed(read(replaced(*change.request, change.from, change.to), false).faults),
              change.faults);
  }
}

TEST(TherapyRequests, AsNeededWithoutPcaAsksForAPerson) {
  const OrderRead order =
      read(replaced(titration, "\"doseAndRate\"", "\"asNeededBoolean\": true, \"doseAndRate\""));
  EXPECT_TRUE(order.order.needs_review);
  EXPECT_FALSE(order.order.pca);
}

}  // namespace
}  // namespace bridge::translate
