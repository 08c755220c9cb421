// SPDX-License-Identifier: Apache-2.0
// MedicationRequest, read whole, read wrong, and held against the same order in HL7 v2.
#include "translate/medication_request.h"

#include <gtest/gtest.h>

#include <functional>
#include <utility>

#include "clinical/packed.h"
#include "fhir/check.h"
#include "hl7/parse.h"
#include "translate/medication_request_samples.h"
#include "translate/order_text.h"
#include "translate/pharmacy_order_samples.h"
#include "translate/shipped_book.h"

namespace bridge::translate {
namespace {

// Some of what is wrong here is also found by check(), which stands before the reading.
OrderRead read(const std::string& text, bool well_formed = true) {
  const auto request = json::parse(text);
  EXPECT_TRUE(request.has_value()) << text;
  if (!request) return {};
  if (well_formed) {
    EXPECT_EQ(listed(fhir::check(*request)), "");
  }
  return read_medication_request(*request, {}, shipped_book());
}

std::string faults_after(std::string_view from, std::string_view to) {
  return listed(read(replaced(dopamine_request(), from, to), false).faults);
}

std::string content_of(const InfusionOrder& order) {
  Packer packer(Packing::content);
  packer.put(order);
  return packer.take();
}

TEST(MedicationRequest, ReadsEveryValueAndItsOrigin) {
  const OrderRead request = read(dopamine_request());
  EXPECT_EQ(listed(request.faults), "");
  EXPECT_EQ(
      OrderText(Show::origins).of(request.order),
      "placer: ORD778812^EHR\n"
      "filler: RX55001^RX\n"
      "control: new_order\n"
      "patient: MRN900123^HOSP MR\n"
      "person: 19660101 F I V556677\n"
      "location: ICU 12 A \n"
      "provider: D0007\n"
      "drug: 1234^Dopamine 400 mg in D5W 250 mL^L\n"
      "base: D5W^Dextrose 5% in water^L\n"
      "  volume: 250 mL (MedicationRequest.contained[0].ingredient[1].strength.numerator by "
      "mr.medication.reference)\n"
      "additive: 1234^Dopamine^L\n"
      "  amount: 400 mg (MedicationRequest.contained[0].ingredient[0].strength.numerator by "
      "mr.medication.reference)\n"
      "strength: 400 mg (MedicationRequest.contained[0].ingredient[0].strength.numerator by "
      "mr.medication.reference)\n"
      "strength volume: 250 mL (MedicationRequest.contained[0].ingredient[0].strength.denominator "
      "by "
      "mr.medication.reference)\n"
      "dose rate: 10 ug/kg/min (MedicationRequest.dosageInstruction[0].doseAndRate[0].rateQuantity "
      "by "
      "mr.give_rate)\n"
      "volume: 250 mL (MedicationRequest.dosageInstruction[0].doseAndRate[0].doseQuantity by "
      "mr.give_amount)\n"
      "weight: 85 kg (MedicationRequest.contained[4].valueQuantity by mr.weight)\n"
      "route: intravenous IV^Intravenous^HL70162 (MedicationRequest.dosageInstruction[0].route by "
      "mr.route)\n"
      "start: 2026-03-02T10:15:00-06:00\n"
      "written: 2026-03-02T09:59:00-06:00\n");
  EXPECT_EQ(request.order.weight->amount().text, "85.0");
}

TEST(MedicationRequest, GivesTheSameOrderAsHl7) {
  std::string lines = replaced(std::string(dopamine_by_dose_rate), "GENHOSP^MR", "HOSP^MR");
  lines = replaced(replaced(lines, "^PHARM", "^RX"), "||IVP^IV Pump^HL70164", "");
  const auto message = hl7::parse(wire_of(lines));
  const auto orders =
      read_pharmacy_order(*message, peek_header(*message, ehr_policy()), shipped_book());
  const OrderRead request = read(dopamine_request());
  ASSERT_EQ(listed(orders.front().faults), "");
  EXPECT_EQ(OrderText(Show::values).of(orders.front().order),
            OrderText(Show::values).of(request.order));
  EXPECT_EQ(content_of(orders.front().order), content_of(request.order));

  // The test can tell: another weight is another order.
  const OrderRead other = read(replaced(dopamine_request(), "85.0", "85.5"));
  EXPECT_NE(content_of(orders.front().order), content_of(other.order));
}

struct Change {
  const char* row;
  const char* from;
  const char* to;
  const char* faults;
};

const Change changes[] = {
    {"B49 a unit of no table", R"("code": "ug/kg/min")", R"("code": "cc/h")",
     "unit_unknown at MedicationRequest.dosageInstruction[0].doseAndRate[0].rateQuantity.code E"},
    {"B49 a spelling that is not UCUM", R"("code": "ug/kg/min")", R"("code": "mcg/kg/min")",
     "unit_unknown at MedicationRequest.dosageInstruction[0].doseAndRate[0].rateQuantity.code E"},
    {"no code", R"(, "system": "http://unitsofmeasure.org", "code": "ug/kg/min")", "",
     "unit_missing at MedicationRequest.dosageInstruction[0].doseAndRate[0].rateQuantity.code E"},
    {"B50 an amount for a rate",
     R"("mcg/kg/min", "system": "http://unitsofmeasure.org", "code": "ug/kg/min")",
     R"("mL", "system": "http://unitsofmeasure.org", "code": "mL")",
     "unit_wrong_kind at MedicationRequest.dosageInstruction[0].doseAndRate[0].rateQuantity E"},
    {"B58 an exponent", R"("value": 10,)", R"("value": 1e1,)",
     "number_exponent at MedicationRequest.dosageInstruction[0].doseAndRate[0].rateQuantity.value "
     "E"},
    {"B63 19 digits", R"("value": 10,)", R"("value": 1234567890123456789,)",
     "number_too_long at MedicationRequest.dosageInstruction[0].doseAndRate[0].rateQuantity.value "
     "E"},
    {"B65 a negative rate", R"("value": 10,)", R"("value": -10,)",
     "quantity_negative at MedicationRequest.dosageInstruction[0].doseAndRate[0].rateQuantity E"},
    {"B66 a rate of zero", R"("value": 10,)", R"("value": 0,)",
     "quantity_zero at MedicationRequest.dosageInstruction[0].doseAndRate[0].rateQuantity E"},
    {"B70 pounds", R"("unit": "kg", "system": "http://unitsofmeasure.org", "code": "kg")",
     R"("unit": "lb", "system": "http://unitsofmeasure.org", "code": "[lb_av]")",
     "weight_unit at MedicationRequest.contained[4].valueQuantity.code E"},
    {"B75 a route of no table", R"("code": "IV")", R"("code": "XQ")",
     "route_unknown at MedicationRequest.dosageInstruction[0].route E"},
    {"B89 stop before start", R"("start": "2026-03-02T10:15:00-06:00")",
     R"("start": "2026-03-02T10:15:00-06:00", "end": "2026-03-02T10:15:00-06:00")",
     "stop_before_start at "
     "MedicationRequest.dosageInstruction[0].timing.repeat.boundsPeriod.end E"},
    {"B92 only a day", "2026-03-02T10:15:00-06:00", "2026-03-02",
     "timestamp_imprecise at "
     "MedicationRequest.dosageInstruction[0].timing.repeat.boundsPeriod.start E"},
    {"B95 a draft", R"("status": "active")", R"("status": "draft")",
     "order_status_unfit at MedicationRequest.status E"},
    {"B95 completed", R"("status": "active")", R"("status": "completed")",
     "order_status_unfit at MedicationRequest.status E"},
    {"a proposal", R"("intent": "order")", R"("intent": "proposal")",
     "order_status_unfit at MedicationRequest.intent E"},
    {"B118 a prohibition", R"("intent": "order")", R"("intent": "order", "doNotPerform": true)",
     "do_not_perform at MedicationRequest.doNotPerform E"},
    {"no prohibition", R"("intent": "order")", R"("intent": "order", "doNotPerform": false)", ""},
    {"B114 an unresolved reference", R"("#bag")", R"("#box")",
     "reference_unresolved at MedicationRequest.medicationReference.reference E"},
    {"B114 another server", R"("reference": "#pat")",
     R"("reference": "https://elsewhere.example/Patient/1")",
     "reference_foreign at MedicationRequest.subject.reference E"},
    {"B120 a comparator", R"("value": 10,)", R"("value": 10, "comparator": "<",)",
     "comparator_unfit at "
     "MedicationRequest.dosageInstruction[0].doseAndRate[0].rateQuantity.comparator E"},
    {"B120 text against code", R"("unit": "mcg/kg/min")", R"("unit": "mg/kg/min")",
     "unit_text_disagrees at "
     "MedicationRequest.dosageInstruction[0].doseAndRate[0].rateQuantity.unit E"},
    {"a range",
     R"("rateQuantity": {"value": 10, "unit": "mcg/kg/min",)"
     R"( "system": "http://unitsofmeasure.org", "code": "ug/kg/min"})",
     R"("rateRange": {"low": {"value": 1}})",
     "dosages_conflict at MedicationRequest.dosageInstruction[0].doseAndRate[0].rateRange E"},
    {"two dosages", R"("dosageInstruction": [)", R"("dosageInstruction": [{"text": "load"},)",
     "dosages_conflict at MedicationRequest.dosageInstruction[1] E; field_not_understood at "
     "MedicationRequest.dosageInstruction[1].text E; field_not_understood at "
     "MedicationRequest.dosageInstruction[1].timing.repeat.boundsPeriod.start E"},
    {"an element that no row reads", R"("timing": {"repeat": {)",
     R"("timing": {"repeat": {"offset": 5, "when": ["AC"],)",
     "field_not_understood at MedicationRequest.dosageInstruction[0].timing.repeat.offset E; "
     "field_not_understood at MedicationRequest.dosageInstruction[0].timing.repeat.when[0] E"},
    {"an element elsewhere is a warning", R"("intent": "order")",
     R"("intent": "order", "reportedBoolean": true)",
     "field_not_understood at MedicationRequest.reportedBoolean W"},
    {"B112 a plain extension is kept", R"("intent": "order")",
     R"("intent": "order", "extension": [{"url": "http://example.org/x", "valueString": "y"}])",
     ""},
    {"B74 a coding of another route", R"("code": "IV", "display": "Intravenous"})",
     R"("code": "IV"}, {"system": "http://snomed.info/sct", "code": "72607000"})",
     "dosages_conflict at MedicationRequest.dosageInstruction[0].route E"},
    {"B74 another route in words", R"("display": "Intravenous"}])",
     R"("display": "Intravenous"}], "text": "intramuscular")",
     "dosages_conflict at MedicationRequest.dosageInstruction[0].route E"},
    {"B74 another route as display", R"("display": "Intravenous")", R"("display": "Oral")",
     "dosages_conflict at MedicationRequest.dosageInstruction[0].route E"},
    {"B75 a route in words alone",
     R"("route": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v2-0162", )"
     R"("code": "IV", "display": "Intravenous"}]})",
     R"("route": {"text": "Intravenous"})",
     "route_unknown at MedicationRequest.dosageInstruction[0].route E"},
    {"words that name no route", R"("display": "Intravenous"}])",
     R"("display": "Intravenous"}], "text": "into the vein")", ""},
    {"B76 a push by hand", R"("text": "10 mcg/kg/min",)",
     R"("method": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v2-0165",)"
     R"( "code": "IVP"}]},)",
     "mode_not_supported at MedicationRequest.dosageInstruction[0].method E"},
    {"a method of no table", R"("text": "10 mcg/kg/min",)", R"("method": {"text": "by mouth"},)",
     "code_not_in_table at MedicationRequest.dosageInstruction[0].method E"},
    {"the weight of the patient", R"("status": "final",)",
     R"("status": "final", "subject": {"reference": "#pat"},)", ""},
    {"the weight of another patient", R"("status": "final",)",
     R"("status": "final", "subject": {"identifier": {"system": "urn:oid:2.999.1.1",)"
     R"( "value": "TEST-0099"}},)",
     "patient_not_the_orders at MedicationRequest.contained[4].subject E"},
    {"the weight of another contained patient",
     R"({"resourceType": "Observation", "id": "weight", "status": "final",)",
     R"({"resourceType": "Patient", "id": "p2"}, {"resourceType": "Observation",)"
     R"( "id": "weight", "status": "final", "subject": {"reference": "#p2"},)",
     "patient_not_the_orders at MedicationRequest.contained[5].subject E"},
    {"the weight of nobody who is there", R"("status": "final",)",
     R"("status": "final", "subject": {"reference": "#nobody"},)",
     "patient_not_the_orders at MedicationRequest.contained[4].subject E"},
    {"the visit of another patient", R"("status": "in-progress",)",
     R"("status": "in-progress", "subject": {"identifier": {"system": "urn:oid:2.999.1.1",)"
     R"( "value": "TEST-0099"}},)",
     "patient_not_the_orders at MedicationRequest.contained[2].subject E"},
    {"B40 a visit that is over", R"("status": "in-progress",)", R"("status": "finished",)",
     "patient_not_the_orders at MedicationRequest.contained[2].status E"},
    {"B40 not alive", R"("gender": "female",)", R"("gender": "female", "deceasedBoolean": true,)",
     "patient_not_the_orders at MedicationRequest.subject E"},
    {"B40 alive", R"("gender": "female",)", R"("gender": "female", "deceasedBoolean": false,)", ""},
    {"B40 not alive since", R"("gender": "female",)",
     R"("gender": "female", "deceasedDateTime": "2026-03-01",)",
     "patient_not_the_orders at MedicationRequest.subject E"},
    {"B40 a record out of use", R"("gender": "female",)", R"("gender": "female", "active": false,)",
     "patient_not_the_orders at MedicationRequest.subject E"},
    {"a product out of use", R"("resourceType": "Medication", )",
     R"("resourceType": "Medication", "status": "entered-in-error", )",
     "order_status_unfit at MedicationRequest.contained[0].status E"},
};

TEST(MedicationRequest, AnInstructionThatNoPumpKeepsNeedsAPerson) {
  const auto review = [](const char* instead) {
    return read(replaced(dopamine_request(), R"("text": "10 mcg/kg/min",)", instead))
        .order.needs_review;
  };
  EXPECT_FALSE(review(""));
  EXPECT_FALSE(review(R"("text": "10.0 ug/kg/min",)"));
  EXPECT_FALSE(review(R"("text": "250 mL",)"));
  EXPECT_TRUE(review(R"("text": "100 mcg/kg/min",)"));
  EXPECT_TRUE(review(R"("text": "10 mcg/kg/min, stop after 30 min",)"));
  const std::string most =
      R"({"value": 400, "system": "http://unitsofmeasure.org", "code": "mg"},)";
  EXPECT_TRUE(review((R"("maxDosePerAdministration": )" + most).c_str()));
  EXPECT_TRUE(review((R"("maxDosePerLifetime": )" + most).c_str()));
  EXPECT_TRUE(review(
      R"("maxDosePerPeriod": {"numerator": {"value": 1, "system": "http://unitsofmeasure.org",)"
      R"( "code": "g"}, "denominator": {"value": 1, "system": "http://unitsofmeasure.org",)"
      R"( "code": "d"}},)"));
}

TEST(MedicationRequest, NamesEveryFaultOfAWrongRequest) {
  for (const Change& change : changes) {
    SCOPED_TRACE(change.row);
    const std::string found = faults_after(change.from, change.to);
    if (std::string_view(change.row) == "two dosages") {
      EXPECT_EQ(found.substr(0, found.find(';')),
                "dosages_conflict at MedicationRequest.dosageInstruction[1] E");
      continue;
    }
    EXPECT_EQ(found, change.faults);
  }
}

struct OtherWay {
  const char* shows;
  const char* from;
  const char* to;
  const char* line;
};

const OtherWay readings[] = {
    {"a ratio per one hour is a rate",
     R"("rateQuantity": {"value": 10, "unit": "mcg/kg/min",)"
     R"( "system": "http://unitsofmeasure.org", "code": "ug/kg/min"})",
     R"("rateRatio": {"numerator": {"value": 100, "system": "http://unitsofmeasure.org",)"
     R"( "code": "mL"},
        "denominator": {"value": 1, "system": "http://unitsofmeasure.org", "code": "h"}})",
     "rate: 100 mL/h"},
    {"a ratio per 20 minutes is a dose over a time",
     R"("rateQuantity": {"value": 10, "unit": "mcg/kg/min",)"
     R"( "system": "http://unitsofmeasure.org", "code": "ug/kg/min"})",
     R"("rateRatio": {"numerator": {"value": 1.8, "system": "http://unitsofmeasure.org",)"
     R"( "code": "mg/kg"},
        "denominator": {"value": 20, "system": "http://unitsofmeasure.org", "code": "min"}})",
     "dose: 1.8 mg/kg\nduration: 20 min"},
    {"the duration of one infusion", R"("repeat": {)",
     R"("repeat": {"duration": 30, "durationUnit": "min", )", "duration: 30 min"},
    {"as needed needs a person", R"("text": "10 mcg/kg/min",)", R"("asNeededBoolean": true,)",
     "review: yes"},
    {"an instruction needs a person", R"("text": "10 mcg/kg/min",)",
     R"("patientInstruction": "lie down",)", "review: yes"},
    {"a note needs a person", R"("intent": "order")",
     R"("intent": "order", "note": [{"text": "watch"}])", "review: yes"},
    {"SNOMED route", R"("system": "http://terminology.hl7.org/CodeSystem/v2-0162", "code": "IV")",
     R"("system": "http://snomed.info/sct", "code": "47625008")", "route: intravenous 47625008"},
    {"a patient by identifier", R"({"reference": "#pat"})",
     R"({"identifier": {"system": "urn:oid:2.999.1.1", "value": "7"}})", "patient: 7^HOSP MR"},
    {"a patient by literal reference", R"({"reference": "#pat"})", R"({"reference": "Patient/8"})",
     "patient: 8^HOSP MR"},
    {"a number of an unknown system keeps the system", R"("urn:oid:2.999.1.3")",
     R"("urn:oid:1.2.3")", "placer: ORD778812^1.2.3"},
    {"without an identifier the id is the number", R"("code": "PLAC")", R"("code": "XX")",
     "placer: mr1\n"},
    {"a weight entered in error is not used", R"("status": "final")",
     R"("status": "entered-in-error")", "drug: 1234"},
};

TEST(MedicationRequest, ReadsTheSameThingSaidInOtherWays) {
  for (const OtherWay& each : readings) {
    SCOPED_TRACE(each.shows);
    std::string text = replaced(dopamine_request(), each.from, each.to);
    // A contained resource that nothing refers to is a fault of its own.
    if (std::string_view(each.from) == R"({"reference": "#pat"})") {
      text = replaced(text, R"("supportingInformation": [)",
                      R"("supportingInformation": [{"reference": "#pat"}, )");
    }
    const OrderRead order = read(text);
    EXPECT_EQ(listed(order.faults), "");
    const std::string shown = OrderText(Show::values).of(order.order);
    EXPECT_NE(shown.find(each.line), std::string::npos) << shown;
  }
  const OrderRead order = read(replaced(dopamine_request(), R"("final")", R"("entered-in-error")"));
  EXPECT_FALSE(order.order.weight.has_value());
}

TEST(MedicationRequest, AStopIsReadWhateverElseIsWrong) {
  for (const auto& [status, control] :
       {std::pair("on-hold", OrderControl::hold), std::pair("cancelled", OrderControl::cancel),
        std::pair("stopped", OrderControl::discontinue),
        std::pair("entered-in-error", OrderControl::cancel)}) {
    std::string text = replaced(dopamine_request(), R"("status": "active")",
                                R"("status": ")" + std::string(status) + '"');
    text = replaced(text, R"("code": "ug/kg/min")", R"("code": "cc/h")");
    const OrderRead order = read(text);
    EXPECT_EQ(listed(order.faults), "") << status;
    EXPECT_EQ(order.order.control, control);
    EXPECT_EQ(order.order.placer_order_number.key(), "ORD778812^EHR");
  }
}

TEST(MedicationRequest, TwoRatesThatDisagreeAreAConflict) {
  const std::string second = R"("code": "ug/kg/min"}}, {"rateQuantity": {"value": 12,)"
                             R"( "system": "http://unitsofmeasure.org", "code": "ug/kg/min"}}])";
  EXPECT_EQ(
      faults_after(R"("code": "ug/kg/min"}}])", second),
      "dosages_conflict at MedicationRequest.dosageInstruction[0].doseAndRate[1].rateQuantity E");
}

TEST(MedicationRequest, TwoDrugsInABagHaveNoOneStrength) {
  const OrderRead order =
      read(replaced(dopamine_request(), R"("isActive": false)", R"("isActive": true)"));
  EXPECT_FALSE(order.order.strength.has_value());
  EXPECT_EQ(order.order.components.size(), 2U);
}

TEST(MedicationRequest, ScalesAStrengthToTheBag) {
  // 8 mg in 5 mL is 400 mg in 250 mL.
  std::string text =
      replaced(dopamine_request(), R"("value": 400, "unit": "mg")", R"("value": 8, "unit": "mg")");
  text = replaced(text, R"("denominator": {"value": 250)", R"("denominator": {"value": 5)");
  const OrderRead order = read(text);
  EXPECT_EQ(listed(order.faults), "");
  EXPECT_EQ(order.order.components[1].amount->amount().ucum_text(), "400 mg");
  EXPECT_EQ(order.order.strength->amount().ucum_text(), "8 mg");
}

// Calls `then` once for each value of the tree, that value replaced.
void with_each_value_replaced(json::Value& value, const json::Value& by,
                              const std::function<void()>& then) {
  json::Value kept = std::exchange(value, by);
  then();
  value = std::move(kept);
  std::vector<json::Value*> inside;
  if (value.is_object()) {
    for (const json::Member& member : value.members()) inside.push_back(value.find(member.key));
  }
  if (value.is_array()) {
    // A list is rebuilt, since its items are given out unchangeable.
    for (std::size_t at = 0; at < value.item_count(); ++at) {
      std::vector<json::Value> items = value.items();
      json::Value item = items[at];
      with_each_value_replaced(item, by, [&] {
        items[at] = item;
        const json::Value list = std::exchange(value, json::Value::array(items));
        then();
        value = list;
      });
    }
  }
  for (json::Value* each : inside) with_each_value_replaced(*each, by, then);
}

// check() refuses such a request, and the reading must not depend on it.
TEST(MedicationRequest, AValueOfAnotherShapeIsNoCrash) {
  std::size_t tried = 0;
  for (const char* by : {"null", "true", "7", R"("x")", R"("#p")", "[]", "[7]", "{}", R"({"": 7})",
                         R"({"a": {"b": []}})"}) {
    auto request = json::parse(dopamine_request());
    ASSERT_TRUE(request.has_value());
    with_each_value_replaced(*request, json::parse(by).value(), [&] {
      (void)fhir::check(*request);
      if (request->is_object()) (void)read_medication_request(*request, {}, shipped_book());
      ++tried;
    });
  }
  EXPECT_GT(tried, 1500U);
}

TEST(MedicationRequest, NoFaultHoldsAnythingOfTheRequest) {
  const std::string marker = "XQZMARKER";
  const std::string text = dopamine_request();
  std::size_t tried = 0;
  for (std::size_t at = text.find(": \""); at != std::string::npos;
       at = text.find(": \"", at + 1)) {
    const auto request = json::parse(std::string(text).insert(at + 3, marker));
    ASSERT_TRUE(request.has_value());
    for (const Fault& fault : read_medication_request(*request, {}, shipped_book()).faults) {
      EXPECT_EQ(fault.place.find(marker), std::string::npos) << fault.place;
      EXPECT_EQ(fault.detail.find(marker), std::string::npos) << fault.detail;
    }
    ++tried;
  }
  EXPECT_GT(tried, 80U);
}

}  // namespace
}  // namespace bridge::translate
