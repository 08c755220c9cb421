// SPDX-License-Identifier: Apache-2.0
// Invariants: for each rule what keeps it and what breaks it.
#include "fhir/invariants.h"

#include "samples.h"

namespace bridge::fhir {
namespace {

std::string broken(const char* type, const char* object) {
  Faults faults;
  check_invariants(*find_type(type), tree(object), Place("X"), faults);
  std::string names;
  for (const Fault& fault : faults) names += (names.empty() ? "" : " ") + fault.detail;
  return names;
}

TEST(Invariants, are_told_by_name) {
  const struct {
    const char* type;
    const char* object;
    const char* expected;
  } cases[] = {
      {"Extension", R"({"url":"a","valueString":"x"})", ""},
      {"Extension", R"({"url":"a","_valueString":{"id":"x"}})", ""},
      {"Extension", R"({"url":"a","extension":[]})", ""},
      {"Extension", R"({"url":"a"})", "ext-1"},
      {"Extension", R"({"url":"a","extension":[],"valueString":"x"})", "ext-1"},
      {"Quantity", R"({"value":1,"code":"mg","system":"s"})", ""},
      {"Quantity", R"({"value":1,"unit":"mg"})", ""},
      {"Quantity", R"({"value":1,"code":"mg"})", "qty-3"},
      {"SimpleQuantity", R"({"value":1,"code":"mg"})", "qty-3"},
      {"Quantity", R"({"value":1,"comparator":"<"})", ""},
      {"SimpleQuantity", R"({"value":1,"comparator":"<"})", "sqty-1"},
      {"Duration", R"({"value":1,"code":"h","system":"http://unitsofmeasure.org"})", ""},
      {"Duration", R"({"value":1})", "drt-1"},
      {"Duration", R"({"value":1,"code":"h","system":"http://example.org"})", "drt-1"},
      {"Range", R"({"low":{"value":1.0},"high":{"value":1.00}})", ""},
      {"Range", R"({"low":{"value":5}})", ""},
      {"Range", R"({"low":{"value":5,"unit":"g"},"high":{"value":1,"unit":"kg"}})", ""},
      {"Range", R"({"low":{"value":1.01},"high":{"value":1.00}})", "rng-2"},
      {"Range", R"({"low":{"value":10},"high":{"value":9}})", "rng-2"},
      {"Ratio", R"({"numerator":{},"denominator":{}})", ""},
      {"Ratio", R"({"extension":[]})", ""},
      {"Ratio", R"({"numerator":{}})", "rat-1"},
      {"Ratio", R"({"denominator":{},"extension":[]})", "rat-1"},
      {"Ratio", R"({"id":"a"})", "rat-1"},
      {"Period", R"({"start":"2026-03-02T10:00:00Z","end":"2026-03-02T11:00:00+01:00"})", ""},
      {"Period", R"({"start":"2026-03-02T10:00:01Z","end":"2026-03-02T11:00:00+01:00"})", "per-1"},
      {"Period", R"({"start":"2026-03-02","end":"2026-03-02"})", ""},
      {"Period", R"({"start":"2026-03-02","end":"2026"})", ""},
      {"Period", R"({"start":"2026-03-02","end":"2026-03-01"})", "per-1"},
      {"Period", R"({"start":"2026-03-02"})", ""},
      {"Timing.repeat", R"({"duration":1,"durationUnit":"h"})", ""},
      {"Timing.repeat", R"({"duration":1})", "tim-1"},
      {"Timing.repeat", R"({"period":1,"periodUnit":"h","periodMax":2})", ""},
      {"Timing.repeat", R"({"period":1})", "tim-2"},
      {"Timing.repeat", R"({"duration":-0.5,"durationUnit":"h"})", "tim-4"},
      {"Timing.repeat", R"({"duration":-0.0,"durationUnit":"h"})", ""},
      {"Timing.repeat", R"({"period":-1,"periodUnit":"h"})", "tim-5"},
      {"Timing.repeat", R"({"periodMax":1})", "tim-6"},
      {"Timing.repeat", R"({"durationMax":1})", "tim-7"},
      {"Timing.repeat", R"({"countMax":1})", "tim-8"},
      {"Timing.repeat", R"({"offset":1,"when":["HS"]})", ""},
      {"Timing.repeat", R"({"offset":1})", "tim-9"},
      {"Timing.repeat", R"({"offset":1,"when":["HS","CM"]})", "tim-9"},
      {"Timing.repeat", R"({"timeOfDay":["10:00:00"],"when":["HS"]})", "tim-10"},
      {"MedicationAdministration.dosage", R"({"dose":{}})", ""},
      {"MedicationAdministration.dosage", R"({"rateQuantity":{}})", ""},
      {"MedicationAdministration.dosage", R"({"text":"a","rates":1})", "mad-1"},
      {"Observation", R"({"valueInteger":1})", ""},
      {"Observation", R"({"valueInteger":1,"dataAbsentReason":{}})", "obs-6"},
  };
  for (const auto& each : cases) {
    EXPECT_EQ(broken(each.type, each.object), each.expected) << each.type << " " << each.object;
  }
}

}  // namespace
}  // namespace bridge::fhir
