// SPDX-License-Identifier: Apache-2.0
// References: found in the message, ours, or a fault; none is fetched.
#include "fhir/reference.h"

#include "samples.h"

namespace bridge::fhir {
namespace {

std::string resolved(const char* reference) {
  static const json::Value order = tree(order_json);
  static const json::Value bundle = tree(R"({"resourceType":"Bundle","entry":[
      {"fullUrl":"urn:uuid:1","resource":{"resourceType":"Patient","id":"p"}},
      {"fullUrl":"http://other.example/Patient/2","resource":{"resourceType":"Patient"}}]})");
  const Result<Target> target =
      resolve(tree(reference), "X.subject", {&order, &bundle, "https://bridge.example/fhir"});
  if (!target) return brief(target.fault());
  constexpr const char* kinds[] = {"contained", "entry", "local", "identifier", "display"};
  std::string text = kinds[static_cast<std::size_t>(target->kind)];
  text += " " + target->type + "/" + target->id;
  if (target->resource != nullptr) text += " found";
  if (target->identifier != nullptr) text += " identified";
  return text;
}

TEST(Reference, leads_somewhere_or_is_a_fault) {
  const struct {
    const char* reference;
    const char* expected;
  } cases[] = {
      {R"({"reference":"#bag"})", "contained Medication/bag found"},
      {R"({"reference":"#"})", "contained MedicationRequest/order-1 found"},
      {R"({"reference":"urn:uuid:1"})", "entry Patient/p found"},
      {R"({"reference":"http://other.example/Patient/2"})", "entry Patient/ found"},
      {R"({"reference":"Patient/42"})", "local Patient/42"},
      {R"({"reference":"Patient/42/_history/3","identifier":{"value":"M"}})",
       "local Patient/42 identified"},
      {R"({"reference":"https://bridge.example/fhir/Patient/42"})", "local Patient/42"},
      {R"({"type":"Patient","identifier":{"value":"M"}})", "identifier Patient/ identified"},
      {R"({"display":"someone"})", "display /"},
      // B114
      {R"({"reference":"#none"})", "reference_unresolved at X.subject.reference"},
      {R"({"reference":"urn:uuid:2"})", "reference_unresolved at X.subject.reference"},
      {R"({"reference":"urn:oid:1.2"})", "reference_unresolved at X.subject.reference"},
      {R"({"reference":"http://169.254.169.254/latest"})",
       "reference_foreign at X.subject.reference"},
      {R"({"reference":"file:///etc/passwd"})", "reference_foreign at X.subject.reference"},
      {R"({"reference":"https://bridge.example/fhirPatient/42"})",
       "reference_foreign at X.subject.reference"},
      {R"({"reference":"https://bridge.example.evil/fhir/Patient/42"})",
       "reference_foreign at X.subject.reference"},
      {R"({"reference":"Patient?identifier=http://a|1"})",
       "reference_unresolved at X.subject.reference"},
      {R"({"reference":"Patient"})", "reference_unresolved at X.subject.reference"},
      {R"({"reference":"patient/42"})", "reference_unresolved at X.subject.reference"},
      {R"({"reference":"Patient/4 2"})", "reference_unresolved at X.subject.reference"},
      {R"({"reference":"Patient/../Device/1"})", "reference_unresolved at X.subject.reference"},
      {R"({"reference":"Patient/1/_history/"})", "reference_unresolved at X.subject.reference"},
      {R"({"reference":""})", "reference_unresolved at X.subject.reference"},
      {R"({"type":"Patient"})", "reference_unresolved at X.subject"},
  };
  for (const auto& each : cases)
    EXPECT_EQ(resolved(each.reference), each.expected) << each.reference;
}

TEST(Reference, without_surroundings_finds_nothing_inside) {
  EXPECT_FALSE(resolve(tree(R"({"reference":"#"})"), "X", {}));
  EXPECT_FALSE(resolve(tree(R"({"reference":"urn:uuid:1"})"), "X", {}));
  EXPECT_EQ(resolve(tree(R"({"reference":"https://b/Patient/1"})"), "X", {}).fault().code,
            FaultCode::reference_foreign);
}

}  // namespace
}  // namespace bridge::fhir
