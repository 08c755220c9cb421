// SPDX-License-Identifier: Apache-2.0
// The element tables hold together and say what the specification says of the elements that matter.
#include "fhir/elements.h"

#include <set>

namespace bridge::fhir {
namespace {

std::string said(std::string_view type, std::string_view element) {
  const Type* found = find_type(type);
  const Element* each = found == nullptr ? nullptr : found->find(element);
  if (each == nullptr) return "none";
  std::string text(each->type->name);
  text += each->required ? " 1.." : " 0..";
  text += each->many ? "*" : "1";
  if (each->modifier) text += " modifier";
  if (each->attribute) text += " attribute";
  if (each->choice != 0) text += " choice";
  for (const std::string_view code : each->codes) text.append(" ").append(code);
  return text;
}

TEST(Elements, say_what_the_specification_says) {
  const struct {
    const char* type;
    const char* element;
    const char* expected;
  } cases[] = {
      {"MedicationRequest", "status",
       "code 1..1 modifier active on-hold cancelled completed entered-in-error stopped draft "
       "unknown"},
      {"MedicationRequest", "intent",
       "code 1..1 modifier proposal plan order original-order reflex-order filler-order "
       "instance-order option"},
      {"MedicationRequest", "medicationCodeableConcept", "CodeableConcept 1..1 choice"},
      {"MedicationRequest", "medicationReference", "Reference 1..1 choice"},
      {"MedicationRequest", "medication", "none"},
      {"MedicationRequest", "doNotPerform", "boolean 0..1 modifier"},
      {"MedicationRequest", "dosageInstruction", "Dosage 0..*"},
      {"MedicationRequest", "contained", "Resource 0..*"},
      {"MedicationRequest", "id", "id 0..1"},
      {"Dosage", "id", "string 0..1 attribute"},
      {"Dosage", "doseAndRate", "Dosage.doseAndRate 0..*"},
      {"Dosage", "modifierExtension", "Extension 0..* modifier"},
      {"Dosage.doseAndRate", "rateQuantity", "SimpleQuantity 0..1 choice"},
      {"Dosage.doseAndRate", "modifierExtension", "none"},
      {"Quantity", "comparator", "code 0..1 modifier < <= >= >"},
      {"Timing.repeat", "durationUnit", "code 0..1 s min h d wk mo a"},
      {"MedicationAdministration", "status",
       "code 1..1 modifier in-progress not-done on-hold completed entered-in-error stopped "
       "unknown"},
      {"MedicationAdministration", "effectivePeriod", "Period 1..1 choice"},
      {"MedicationAdministration.dosage", "rateRatio", "Ratio 0..1 choice"},
      {"Medication.ingredient", "strength", "Ratio 0..1"},
      {"Extension", "url", "uri 1..1 attribute"},
      {"Extension", "valueDosage", "Dosage 0..1 choice"},
      {"Observation.component", "referenceRange", "Observation.referenceRange 0..*"},
      {"Bundle.entry", "resource", "Resource 0..1"},
      {"Provenance.entity", "agent", "Provenance.agent 0..*"},
      {"Parameters.parameter", "part", "Parameters.parameter 0..*"},
  };
  for (const auto& each : cases) {
    EXPECT_EQ(said(each.type, each.element), each.expected) << each.type << "." << each.element;
  }
}

TEST(Elements, hold_every_resource_that_is_served_here) {
  for (const char* name :
       {"MedicationRequest", "MedicationAdministration", "Medication", "Patient", "Observation",
        "Device", "OperationOutcome", "Bundle", "CapabilityStatement", "Provenance", "Encounter",
        "Task", "DetectedIssue", "Parameters"}) {
    ASSERT_NE(find_resource(name), nullptr) << name;
    EXPECT_NE(find_resource(name)->find("implicitRules"), nullptr) << name;
  }
  for (const char* name : {"Resource", "DomainResource", "Dosage", "string", "Nonsense", ""}) {
    EXPECT_EQ(find_resource(name), nullptr) << name;
  }
}

TEST(Elements, are_reachable_without_a_gap_or_a_name_twice) {
  std::vector<const Type*> todo = {find_type("Bundle"), find_type("MedicationRequest")};
  std::set<const Type*> seen;
  while (!todo.empty()) {
    const Type* type = todo.back();
    todo.pop_back();
    if (!seen.insert(type).second) continue;
    EXPECT_FALSE(type->elements.empty()) << type->name;
    std::set<std::string_view> names;
    for (const Element& element : type->elements) {
      ASSERT_NE(element.type, nullptr) << type->name << "." << element.name;
      EXPECT_TRUE(names.insert(element.name).second) << type->name << "." << element.name;
      todo.push_back(element.type);
    }
    EXPECT_LE(type->elements.size(), 128U) << type->name;
  }
  EXPECT_GT(seen.size(), 60U);
}

}  // namespace
}  // namespace bridge::fhir
