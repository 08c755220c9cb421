// SPDX-License-Identifier: Apache-2.0
// Structure of resources: what passes, and each kind of fault with its FHIRPath place.
#include "fhir/check.h"

#include "samples.h"

namespace bridge::fhir {
namespace {

// The sample order with one text replaced.
std::string changed(std::string_view from, std::string_view to) {
  std::string text(order_json);
  const std::size_t at = text.find(from);
  if (at == std::string::npos) return "sample does not hold " + std::string(from);
  text.replace(at, from.size(), to);
  const auto value = json::parse(text);
  return value ? told(check(*value)) : brief(value.fault());
}

TEST(Check, passes_an_order) { EXPECT_EQ(told(check(tree(order_json))), ""); }

TEST(Check, passes_what_only_extensions_say) {
  EXPECT_EQ(told(check(tree(R"({"resourceType":"Patient","_birthDate":{"extension":[
      {"url":"http://a","valueCode":"unknown"}]},"name":[{"given":["A",null,"C"],
      "_given":[null,{"extension":[{"url":"http://b","valueBoolean":true}]},{"id":"x"}]}]})"))),
            "");
}

TEST(Check, names_each_fault_with_its_place) {
  const struct {
    const char* name;
    const char* from;
    const char* to;
    const char* expected;
  } cases[] = {
      {"B110 unknown element", "\"sequence\"", "\"sequenz\"",
       "element_unknown at MedicationRequest.dosageInstruction[0].sequenz"},
      {"B110 unknown element whose name may be content", "\"sequence\": 1", "\"Jane Doe\": 1",
       "element_unknown at MedicationRequest.dosageInstruction[0].?"},
      {"B110 element of R5", "\"sequence\": 1", "\"renderedDosageInstruction\": \"x\"",
       "element_unknown at MedicationRequest.dosageInstruction[0].renderedDosageInstruction"},
      {"B110 choice without its type", "\"medicationReference\"", "\"medication\"",
       "element_unknown at MedicationRequest.medication; "
       "element_missing at MedicationRequest.medicationCodeableConcept"},
      {"resourceType inside a datatype", "\"sequence\": 1", "\"resourceType\": \"Dosage\"",
       "element_unknown at MedicationRequest.dosageInstruction[0].resourceType"},
      {"underscore for a complex element", "\"sequence\": 1", "\"_timing\": {\"id\":\"a\"}",
       "element_unknown at MedicationRequest.dosageInstruction[0]._timing"},
      {"B111 modifier extension", "\"sequence\": 1",
       "\"modifierExtension\": [{\"url\":\"http://x\",\"valueBoolean\":true}]",
       "modifier_unknown at MedicationRequest.dosageInstruction[0].modifierExtension[0]"},
      {"B111 modifier extension of the resource", "\"status\"",
       "\"modifierExtension\": [{\"url\":\"http://x\",\"valueBoolean\":true}], \"status\"",
       "modifier_unknown at MedicationRequest.modifierExtension[0]"},
      {"B112 plain extension is kept", "\"sequence\": 1",
       "\"extension\": [{\"url\":\"http://x\",\"valueBoolean\":true}]", ""},
      {"B113 implicit rules", "\"status\"", "\"implicitRules\": \"http://x\", \"status\"",
       "rules_unknown at MedicationRequest.implicitRules"},
      {"B113 implicit rules by extension", "\"status\"", "\"_implicitRules\": {}, \"status\"",
       "rules_unknown at MedicationRequest.implicitRules"},
      {"B114 unresolved contained", "\"#bag\"", "\"#bug\"",
       "reference_unresolved at MedicationRequest.medicationReference.reference"},
      {"B115 contained in contained", "\"id\": \"bag\",", "\"id\": \"bag\", \"contained\": [],",
       "invariant_broken at MedicationRequest.contained[0].contained (dom-2)"},
      {"B115 circle of one", "\"itemCodeableConcept\": {\"text\": \"Dopamine\"}",
       "\"itemReference\": {\"reference\": \"#bag\"}",
       "reference_cycle at MedicationRequest.contained[0]"},
      {"contained may refer to its container", "\"itemCodeableConcept\": {\"text\": \"Dopamine\"}",
       "\"itemReference\": {\"reference\": \"#\"}", ""},
      {"contained without id", "\"id\": \"bag\",", "",
       "element_missing at MedicationRequest.contained[0].id; "
       "reference_unresolved at MedicationRequest.medicationReference.reference"},
      {"contained of an unknown type", "\"Medication\",", "\"Drug\",",
       "resource_type_wrong at MedicationRequest.contained[0].resourceType"},
      {"missing element", "\"status\": \"active\",", "",
       "element_missing at MedicationRequest.status"},
      {"two of a choice", "\"medicationReference\"",
       "\"medicationCodeableConcept\": {\"text\":\"a\"}, \"medicationReference\"",
       "element_type at MedicationRequest.medicationReference (only one of a choice)"},
      {"array where one is meant", "\"status\": \"active\"", "\"status\": [\"active\"]",
       "element_type at MedicationRequest.status (wrong JSON type)"},
      {"one where an array is meant",
       "[{\"url\": \"http://example.org/bag\", \"valueString\": \"B-7\"}]",
       "{\"url\": \"http://example.org/bag\", \"valueString\": \"B-7\"}",
       "element_type at MedicationRequest.extension (must be an array)"},
      {"object where an array is meant",
       "\"coding\": [{\"system\": \"http://snomed.info/sct\", \"code\": \"47625008\"}]",
       "\"coding\": {\"code\": \"47625008\"}",
       "element_type at MedicationRequest.dosageInstruction[0].route.coding (must be an array)"},
      {"empty array", "\"sequence\": 1", "\"additionalInstruction\": []",
       "element_type at MedicationRequest.dosageInstruction[0].additionalInstruction (empty)"},
      {"empty object", "{\"text\": \"Dopamine\"}", "{}",
       "element_type at MedicationRequest.contained[0].ingredient[0].itemCodeableConcept (empty)"},
      {"null", "\"sequence\": 1", "\"sequence\": null",
       "element_type at MedicationRequest.dosageInstruction[0].sequence (wrong JSON type)"},
      {"empty text", "\"value\": \"P1\"", "\"value\": \"\"",
       "element_value at MedicationRequest.identifier[0].value (empty)"},
      {"number as text", "\"value\": 15.00", "\"value\": \"15.00\"",
       "element_type at MedicationRequest.dosageInstruction[0].doseAndRate[0].rateQuantity.value "
       "(wrong JSON type)"},
      {"code of the wrong list", "\"active\"", "\"suspended\"",
       "element_value at MedicationRequest.status (not a code of the required list)"},
      {"code in the wrong case", "\"durationUnit\": \"h\"", "\"durationUnit\": \"H\"",
       "element_value at MedicationRequest.dosageInstruction[0].timing.repeat.durationUnit "
       "(not a code of the required list)"},
      {"time without offset", "+01:00", "",
       "timestamp_ambiguous at MedicationRequest.authoredOn (a time needs its offset)"},
      {"B120 comparator", "\"value\": 15.00", "\"value\": 15.00, \"comparator\": \"<\"",
       "comparator_unfit at "
       "MedicationRequest.dosageInstruction[0].doseAndRate[0].rateQuantity (sqty-1)"},
      {"exponent beyond sense", "15.00", "1e99",
       "element_value at MedicationRequest.dosageInstruction[0].doseAndRate[0].rateQuantity.value "
       "(an exponent beyond 18)"},
  };
  for (const auto& each : cases) {
    EXPECT_EQ(changed(each.from, each.to), each.expected) << each.name;
  }
}

TEST(Check, B119_leaves_two_doses_to_those_who_know_medicine) {
  EXPECT_EQ(changed("\"doseAndRate\": [{", "\"doseAndRate\": [{\"doseQuantity\":{\"value\":1}},{"),
            "");
}

TEST(Check, finds_faults_of_the_root) {
  EXPECT_EQ(told(check(tree("[]"))), "element_type at Resource (must be an object)");
  EXPECT_EQ(told(check(tree("{}"))), "element_missing at Resource.resourceType");
  EXPECT_EQ(told(check(tree(R"({"resourceType":1})"))), "element_missing at Resource.resourceType");
  EXPECT_EQ(told(check(tree(R"({"resourceType":"Dosage"})"))),
            "resource_type_wrong at Resource.resourceType");
  EXPECT_EQ(told(check(tree(R"({"resourceType":"MedicationAdministration"})"))),
            "element_missing at MedicationAdministration.status; "
            "element_missing at MedicationAdministration.medicationCodeableConcept; "
            "element_missing at MedicationAdministration.subject; "
            "element_missing at MedicationAdministration.effectiveDateTime");
}

TEST(Check, keeps_arrays_of_primitives_and_their_extensions_in_step) {
  const auto given = [](const char* members) {
    std::string text = R"({"resourceType":"Patient","name":[{)";
    text.append(members).append("}]}");
    return told(check(tree(text)));
  };
  EXPECT_EQ(given(R"("given":["A",null])"),
            "element_type at Patient.name[0].given[1] (wrong JSON type)");
  EXPECT_EQ(given(R"("given":["A"],"_given":[null,{"id":"x"}])"),
            "element_type at Patient.name[0].given (two arrays of different length)");
  EXPECT_EQ(given(R"("given":[null],"_given":[null])"),
            "element_type at Patient.name[0].given[0] (wrong JSON type)");
  EXPECT_EQ(given(R"("given":["A"],"_given":{"id":"x"})"),
            "element_type at Patient.name[0].given (must be an array)");
  EXPECT_EQ(given(R"("given":["A"],"_given":[{"value":"x"}])"),
            "element_unknown at Patient.name[0].given[0].value");
  EXPECT_EQ(given(R"("_family":"x")"),
            "element_type at Patient.name[0].family (must be an object)");
}

TEST(Check, B115_finds_circles_among_contained_resources) {
  const auto order = [](const char* first, const char* second) {
    std::string text = R"({"resourceType":"MedicationRequest","status":"active","intent":"order",
        "medicationReference":{"reference":"#a"},"subject":{"reference":"Patient/1"},"contained":[
        {"resourceType":"Medication","id":"a","ingredient":[{"itemReference":{"reference":")";
    text.append(first);
    text.append(R"("}}]},{"resourceType":"Medication","id":"b","ingredient":[{"itemReference":
        {"reference":")");
    text.append(second).append(R"("}}]}]})");
    return told(check(tree(text)));
  };
  EXPECT_EQ(order("#b", "Substance/1"), "");
  EXPECT_EQ(order("Substance/1", "#a"), "");
  EXPECT_EQ(order("#b", "#a"), "reference_cycle at MedicationRequest.contained[0]");
}

TEST(Check, B115_finds_a_full_url_used_twice_and_faults_inside_entries) {
  const auto bundle = [](const char* first, const char* second) {
    std::string text = R"({"resourceType":"Bundle","type":"collection","entry":[)";
    text.append(first).append(",").append(second).append("]}");
    return told(check(tree(text)));
  };
  const char* one =
      R"({"fullUrl":"urn:uuid:1","resource":{"resourceType":"Patient","active":true}})";
  const char* two =
      R"({"fullUrl":"urn:uuid:2","resource":{"resourceType":"Patient","gender":"m"}})";
  EXPECT_EQ(bundle(one, one), "reference_cycle at Bundle.entry[1].fullUrl (bdl-7)");
  EXPECT_EQ(bundle(one, two),
            "element_value at Bundle.entry[1].resource.gender (not a code of the required list)");
  EXPECT_EQ(bundle(one, R"({"resource":{"resourceType":"Observation"}})"),
            "element_missing at Bundle.entry[1].resource.status; "
            "element_missing at Bundle.entry[1].resource.code");
}

TEST(Check, a_reference_inside_an_entry_does_not_reach_into_another) {
  EXPECT_EQ(told(check(tree(R"({"resourceType":"Bundle","type":"collection","entry":[
      {"resource":{"resourceType":"Patient","contained":[{"resourceType":"Organization","id":"o",
       "name":"x"}],"managingOrganization":{"reference":"#o"}}},
      {"resource":{"resourceType":"Patient","managingOrganization":{"reference":"#o"}}}]})"))),
            "reference_unresolved at Bundle.entry[1].resource.managingOrganization.reference");
}

TEST(Check, stops_after_100_faults) {
  std::string text = R"({"resourceType":"Patient")";
  for (int i = 0; i < 1000; ++i) text += ",\"x" + std::to_string(i) + "\":1";
  EXPECT_EQ(check(tree(text + "}")).size(), 100U);
}

}  // namespace
}  // namespace bridge::fhir
