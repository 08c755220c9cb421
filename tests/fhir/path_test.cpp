// SPDX-License-Identifier: Apache-2.0
// Paths of mapping tables: what they find, with places, and what is no path.
#include "fhir/path.h"

#include "json/write.h"
#include "samples.h"

namespace bridge::fhir {
namespace {

std::string found(const char* path, const json::Value& resource) {
  const Result<Path> parsed = Path::parse(path);
  if (!parsed) return brief(parsed.fault());
  std::string text;
  for (const Match& match : parsed->find(resource)) {
    if (!text.empty()) text += "; ";
    text += match.place + "=" + json::write(*match.value);
  }
  return text;
}

TEST(Path, finds_every_match_with_its_place) {
  const json::Value order = tree(order_json);
  const struct {
    const char* path;
    const char* expected;
  } cases[] = {
      {"status", "MedicationRequest.status=\"active\""},
      {"dosageInstruction[0].doseAndRate[0].rateQuantity.value",
       "MedicationRequest.dosageInstruction[0].doseAndRate[0].rateQuantity.value=15.00"},
      {"dosageInstruction.timing.repeat.duration",
       "MedicationRequest.dosageInstruction[0].timing.repeat.duration=8.50"},
      {"identifier.value",
       "MedicationRequest.identifier[0].value=\"P1\"; "
       "MedicationRequest.identifier[1].value=\"F1\""},
      {"identifier[type.coding.code=FILL].value", "MedicationRequest.identifier[1].value=\"F1\""},
      {"identifier[type.coding.code=NONE].value", ""},
      {"identifier[value=P1].type.coding.code",
       "MedicationRequest.identifier[0].type.coding[0].code=\"PLAC\""},
      {"extension[url=http://example.org/bag].valueString",
       "MedicationRequest.extension[0].valueString=\"B-7\""},
      {"dosageInstruction[sequence=1].asNeededBoolean",
       "MedicationRequest.dosageInstruction[0].asNeededBoolean=false"},
      {"dosageInstruction[1].sequence", ""},
      {"medicationReference[0].reference",
       "MedicationRequest.medicationReference.reference=\"#bag\""},
      {"status.value", ""},
      {"nothing", ""},
  };
  for (const auto& each : cases) EXPECT_EQ(found(each.path, order), each.expected) << each.path;
}

TEST(Path, B119_shows_two_doses_as_two_and_not_the_first) {
  const json::Value order = tree(R"({"resourceType":"MedicationRequest","dosageInstruction":[
      {"doseAndRate":[{"rateQuantity":{"value":1}},{"rateQuantity":{"value":2}}]},
      {"doseAndRate":[{"rateQuantity":{"value":3}}]}]})");
  EXPECT_EQ(found("dosageInstruction.doseAndRate.rateQuantity.value", order),
            "MedicationRequest.dosageInstruction[0].doseAndRate[0].rateQuantity.value=1; "
            "MedicationRequest.dosageInstruction[0].doseAndRate[1].rateQuantity.value=2; "
            "MedicationRequest.dosageInstruction[1].doseAndRate[0].rateQuantity.value=3");
}

TEST(Path, refuses_what_is_no_path) {
  const struct {
    const char* path;
    const char* place;
  } cases[] = {
      {"", "column 1"},        {"a.", "column 3"},
      {".a", "column 1"},      {"a..b", "column 3"},
      {"a b", "column 2"},     {"a[", "column 1"},
      {"a[]", "column 1"},     {"a[-1]", "column 1"},
      {"a[b]", "column 1"},    {"a[b=]", "column 1"},
      {"a[=c]", "column 1"},   {"a[b.=c]", "column 1"},
      {"a.b[0]c", "column 7"}, {"a[0", "column 1"},
      {"9a", "column 1"},      {"a[99999999999999999999]", "column 1"},
  };
  for (const auto& each : cases) {
    const Result<Path> parsed = Path::parse(each.path);
    ASSERT_FALSE(parsed) << each.path;
    EXPECT_EQ(brief(parsed.fault()), std::string("configuration_wrong at ") + each.place)
        << each.path;
  }
}

}  // namespace
}  // namespace bridge::fhir
