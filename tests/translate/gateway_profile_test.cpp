// SPDX-License-Identifier: Apache-2.0
#include "translate/gateway_profile.h"

#include <gtest/gtest.h>

#include <set>

#include "json/json.h"
#include "translate/pump_tools.h"

namespace bridge::translate {
namespace {

std::string tf9() { return shipped_text("gateways/ihe-tf9.json"); }

TEST(gateway_profile, the_shipped_profiles_are_read) {
  const GatewayProfile profile = shipped_gateway("ihe-tf9");
  EXPECT_EQ(profile.name, "ihe-tf9");
  EXPECT_EQ(profile.form, PumpForm::tf9);
  EXPECT_EQ(profile.envelope.hl7_version, "2.6");
  EXPECT_EQ(profile.envelope.sender, (Application{"BRIDGE", "ACDE48FFFE000001", "EUI-64"}));
  EXPECT_EQ(profile.application_ack, ApplicationAck::always);
  EXPECT_EQ(profile.order_profile_oid, "1.3.6.1.4.1.19376.1.6.1.3.1");
  EXPECT_EQ(profile.patience.accept_ack_timeout_ms, 5000);
  EXPECT_FALSE(profile.deduplicates_by_control_id);
  EXPECT_EQ(shipped_gateway("ihe-tf11").envelope.hl7_version, "2.8.1");
  const EhrProfile ehr = shipped_ehr();
  EXPECT_EQ(ehr.filler_namespace, "BRIDGE");
  EXPECT_EQ(ehr.records.size(), names_of(RecordKind{}).size());
  EXPECT_TRUE(ehr.observations);
}

struct BadRow {
  const char* name;
  const char* from;
  const char* to;
  const char* place;
};

TEST(gateway_profile, whatever_is_wrong_is_named) {
  const std::vector<BadRow> rows = {
      {"unknown key", "\"name\": \"ihe-tf9\"", "\"nam\": 1, \"name\": \"ihe-tf9\"", "nam"},
      {"unknown key inside", "\"retries\": 3", "\"retries\": 3, \"sleep\": 1", "patience.sleep"},
      {"missing", "\"form\": \"tf9\",", "", "form"},
      {"empty", "\"name\": \"ihe-tf9\"", "\"name\": \"\"", "name"},
      {"number as text", "\"retries\": 3", "\"retries\": \"3\"", "patience.retries"},
      {"fraction", "\"retries\": 3", "\"retries\": 3.5", "patience.retries"},
      {"negative", "\"retries\": 3", "\"retries\": -1", "patience.retries"},
      {"too long", "\"answer_timeout_ms\": 60000", "\"answer_timeout_ms\": 99999999999999999999",
       "patience.answer_timeout_ms"},
      {"flag as text", "\"deduplicates_by_control_id\": false",
       "\"deduplicates_by_control_id\": \"no\"", "deduplicates_by_control_id"},
      {"object as text", "\"patience\": {", "\"patience\": 1, \"other\": {", "patience"},
      {"unknown form", "\"form\": \"tf9\"", "\"form\": \"tf10\"", "form"},
      {"a version of another form", "\"hl7_version\": \"2.6\"", "\"hl7_version\": \"2.5\"", "form"},
      {"EUI-64 in lower case", "ACDE48FFFE000001", "acde48fffe000001",
       "envelope.sender.universal_id"},
      {"a universal id that NIST refuses", "\"universal_id_type\": \"EUI-64\"",
       "\"universal_id_type\": \"DNS\"", "envelope.sender.universal_id_type"},
      {"offset", "\"offset_minutes\": 0", "\"offset_minutes\": 841", "envelope.offset_minutes"},
      {"processing id", "\"processing_id\": \"P\"", "\"processing_id\": \"X\"",
       "envelope.processing_id"},
      {"a life shorter than the first wait", "\"time_to_live_ms\": 120000",
       "\"time_to_live_ms\": 4999", "patience.time_to_live_ms"},
      {"list with a number", "\"1.3.6.1.4.1.19376.1.6.1.10.1\"", "7", "event_profile_oids"},
  };
  for (const BadRow& row : rows) {
    const auto profile = read_gateway_profile("p.json", replaced(tf9(), row.from, row.to));
    ASSERT_FALSE(profile) << row.name;
    bool named = false;
    for (const Fault& fault : profile.fault()) {
      const std::string& place = fault.place;
      EXPECT_EQ(fault.code, FaultCode::configuration_wrong);
      EXPECT_EQ(place.substr(0, 11), "p.json line") << row.name;
      if (place.substr(place.rfind(' ') + 1) == row.place) named = true;
    }
    EXPECT_TRUE(named) << row.name << ": " << listed(profile.fault());
  }
}

TEST(gateway_profile, tf11_has_only_its_own_forms) {
  std::string text = shipped_text("gateways/ihe-tf11.json");
  text = replaced(text, "\"AL\"", "\"ER\"");
  text = replaced(text, "\"current\"", "\"deprecated\"");
  text = replaced(text, "\"component_2\"", "\"component_1\"");
  const auto profile = read_gateway_profile("p.json", text);
  ASSERT_FALSE(profile);
  EXPECT_EQ(profile.fault().size(), 3U) << "all faults at once: " << listed(profile.fault());
}

TEST(gateway_profile, a_text_that_is_no_object_is_refused) {
  for (const auto* const text : {"", "[]", "7", "{", "{\"a\":1,\"a\":2}"}) {
    EXPECT_FALSE(read_gateway_profile("p.json", text)) << text;
    EXPECT_FALSE(read_ehr_profile("e.json", text)) << text;
  }
}

TEST(ehr_profile, whatever_is_wrong_is_named) {
  const std::string text = shipped_text("ehrs/default.json");
  const std::vector<BadRow> rows = {
      {"unknown record", "\"pause\"", "\"nap\"", "records"},
      {"version", "\"2.6\"", "\"2.2\"", "envelope"},
      {"no namespace", "\"filler_namespace\": \"BRIDGE\"", "\"filler_namespace\": \"\"",
       "filler_namespace"},
  };
  for (const BadRow& row : rows) {
    const auto profile = read_ehr_profile("e.json", replaced(text, row.from, row.to));
    ASSERT_FALSE(profile) << row.name;
    const std::string& place = profile.fault().front().place;
    EXPECT_EQ(place.substr(place.rfind(' ') + 1), row.place) << row.name;
  }
}

// The schema is what a person's editor uses: it must have the same keys as the reader.
std::set<std::string> keys_of(const json::Value& object, const std::string& before) {
  std::set<std::string> keys;
  for (const json::Member& member : object.members()) {
    keys.insert(before + member.key);
    if (member.value.is_object()) keys.merge(keys_of(member.value, before + member.key + '.'));
  }
  return keys;
}

std::set<std::string> keys_of_schema(const json::Value& root, const json::Value& schema,
                                     const std::string& before) {
  std::set<std::string> keys;
  const json::Value* node = &schema;
  if (const auto ref = schema.text_of("$ref")) {
    node = root.find("$defs")->find(ref->substr(ref->rfind('/') + 1));
  }
  const json::Value* const properties = node->find("properties");
  if (properties == nullptr) return keys;
  EXPECT_EQ(node->find("required")->item_count(), properties->members().size()) << before;
  EXPECT_FALSE(node->find("additionalProperties")->as_boolean()) << before;
  for (const json::Member& member : properties->members()) {
    keys.insert(before + member.key);
    keys.merge(keys_of_schema(root, member.value, before + member.key + '.'));
  }
  return keys;
}

TEST(profile_schemas, have_the_keys_of_the_shipped_profiles) {
  const std::vector<std::pair<const char*, const char*>> rows = {
      {"schema/gateway.schema.json", "gateways/ihe-tf9.json"},
      {"schema/gateway.schema.json", "gateways/ihe-tf11.json"},
      {"schema/ehr.schema.json", "ehrs/default.json"}};
  for (const auto& [schema_file, file] : rows) {
    const auto schema = json::parse(shipped_text(schema_file));
    ASSERT_TRUE(schema) << schema_file;
    const auto profile = json::parse(shipped_text(file), json::Comments::allowed);
    EXPECT_EQ(keys_of_schema(*schema, *schema, ""), keys_of(*profile, "")) << file;
  }
}

}  // namespace
}  // namespace bridge::translate
