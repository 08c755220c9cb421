// SPDX-License-Identifier: Apache-2.0
// The configuration is a closed world, its faults are told together, and file, schema and reader
// agree.
#include "shell/config.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <regex>
#include <set>

#include "json/json.h"
#include "json/write.h"
#include "shell/scratch.h"
#include "shell/time_zone.h"

namespace bridge::shell {
namespace {

using json::Value;

const std::string sample_path =
    std::string(BRIDGE_SOURCE_DIR) + "/samples/config/infusion-bridge.json";
const std::string schema_path =
    std::string(BRIDGE_SOURCE_DIR) + "/mappings/schema/config.schema.json";

constexpr const char* least = R"({
  "instance": {"name": "b", "eui64": "0011223344556677"},
  "journal": "j.db",
  "mappings": "m",
  "library": {"file": "l.json", "trusted_keys": []},
  "gateways": [],
  "ehrs": [],
  "default_offset": "+00:00",
  "processing_id": "P"
})";

std::string replaced(std::string text, const std::string& old_part, const std::string& new_part) {
  const std::size_t at = text.find(old_part);
  EXPECT_NE(at, std::string::npos) << old_part;
  return text.replace(at, old_part.size(), new_part);
}

// Each fault a line, or "good".
std::string faults_of(const std::string& text) {
  const auto config = parse_config("/etc/bridge.json", text);
  if (config) return "good";
  std::string out;
  for (const Fault& fault : config.fault()) {
    EXPECT_EQ(fault.code, FaultCode::configuration_wrong);
    out += (out.empty() ? "" : "\n") + sentence(fault);
  }
  return out;
}

Value parsed(const std::string& path) {
  return *json::parse(content_of(path), json::Comments::allowed);
}

// Every property of a schema by its path: "listen", "listen.ehr", "gateways[].port".
using Visit = std::function<void(const std::string& path, const Value& property)>;
void each_property(const Value& schema, const std::string& path, const Visit& visit) {
  if (const Value* items = schema.find("items")) {
    each_property(*items, path + "[]", visit);
  }
  const Value* properties = schema.find("properties");
  if (properties == nullptr) return;
  for (const json::Member& member : properties->members()) {
    const std::string inner = path + (path.empty() ? "" : ".") + member.key;
    visit(inner, member.value);
    each_property(member.value, inner, visit);
  }
}

// Every key of a document by the same kind of path.
void each_key(const Value& value, const std::string& path, std::set<std::string>& keys) {
  if (value.is_array()) {
    for (const Value& item : value.items()) each_key(item, path + "[]", keys);
  }
  if (!value.is_object()) return;
  for (const json::Member& member : value.members()) {
    const std::string inner = path + (path.empty() ? "" : ".") + member.key;
    keys.insert(inner);
    each_key(member.value, inner, keys);
  }
}

std::set<std::string> schema_paths() {
  std::set<std::string> paths;
  each_property(parsed(schema_path), "",
                [&](const std::string& path, const Value&) { paths.insert(path); });
  return paths;
}

// The value at a path without arrays, made on the way when it is missing.
Value& at_path(Value& document, const std::string& path) {
  Value* at = &document;
  std::size_t start = 0;
  while (true) {
    const std::size_t end = std::min(path.find('.', start), path.size());
    const std::string key = path.substr(start, end - start);
    Value* found = at->find(key);
    at = found != nullptr ? found : &at->set(key, Value::object());
    if (end == path.size()) return *at;
    start = end + 1;
  }
}

TEST(Config, the_sample_is_read) {
  const auto config = load_config(sample_path);
  ASSERT_TRUE(config) << sentence(config.fault().front());
  EXPECT_EQ(config->instance_name, "bridge-main-campus");
  EXPECT_EQ(config->instance_eui64, "0011223344556677");
  EXPECT_EQ(config->listen_http, (Address{"127.0.0.1", 8080}));
  EXPECT_EQ(config->journal, std::filesystem::path(BRIDGE_SOURCE_DIR).lexically_normal().string() +
                                 "/var/journal.db");
  EXPECT_EQ(config->site, "example");
  ASSERT_EQ(config->gateways.size(), 1U);
  EXPECT_EQ(config->gateways[0], (GatewayConfig{"demo", {"127.0.0.1", 3000}, "ihe-tf9"}));
  ASSERT_EQ(config->ehrs.size(), 1U);
  EXPECT_EQ(config->ehrs[0],
            (EhrConfig{"demo-ehr", {"127.0.0.1", 3001}, "default", {"DEMO_EHR", "DEMO_PHARMACY"}}));
  EXPECT_EQ(config->site_clock, clock_of_zone("America/Chicago"));
  EXPECT_EQ(config->weight_change_percent.text(), "10");
}

TEST(Config, what_may_be_left_out_has_its_default) {
  const auto config = parse_config("/etc/bridge.json", least);
  ASSERT_TRUE(config);
  Config expected;
  expected.instance_name = "b";
  expected.instance_eui64 = "0011223344556677";
  expected.journal = "/etc/j.db";
  expected.mappings = "/etc/m";
  expected.library = "/etc/l.json";
  expected.places = {{"mappings", "bridge.json, line 4, column 15, mappings"},
                     {"library", "bridge.json, line 5, column 23, library.file"}};
  EXPECT_EQ(config->places, expected.places);
  EXPECT_EQ(*config, expected);
  EXPECT_EQ(config->listen_ehr, (Address{"127.0.0.1", 2575}));
  EXPECT_EQ(config->listen_gateway, (Address{"127.0.0.1", 2576}));
}

TEST(Config, offsets_are_minutes_east_of_greenwich) {
  for (const auto& [text, minutes] : {std::pair{"-05:30", -330}, {"+14:00", 840}, {"-00:00", 0}}) {
    const auto config = parse_config("/c.json", replaced(least, "+00:00", text));
    ASSERT_TRUE(config) << text;
    EXPECT_EQ(config->site_clock, SiteClock(static_cast<std::int16_t>(minutes))) << text;
  }
}

TEST(Config, a_time_zone_takes_the_place_of_the_offset) {
  for (const char* zone : {"America/Chicago", "Australia/Lord_Howe", "UTC"}) {
    const auto config =
        parse_config("/c.json", replaced(least, R"("default_offset": "+00:00")",
                                         R"("time_zone": ")" + std::string(zone) + '"'));
    ASSERT_TRUE(config) << sentence(config.fault().front());
    EXPECT_EQ(config->site_clock, clock_of_zone(zone)) << zone;
  }
  EXPECT_NE(clock_of_zone("America/Chicago"), SiteClock(-360));
}

TEST(Config, exactly_one_of_time_zone_and_offset_is_said) {
  const std::string offset = R"(  "default_offset": "+00:00",)";
  EXPECT_EQ(faults_of(replaced(least, offset, "")),
            "bridge.json, line 1, column 1, time_zone: missing: name the site's zone, like "
            "\"America/Chicago\"");
  EXPECT_EQ(faults_of(replaced(least, offset,
                               R"(  "time_zone": "Europe/Berlin",)"
                               "\n" +
                                   offset)),
            "bridge.json, line 9, column 21, default_offset: stands beside time_zone, which says "
            "the offset of each day: leave out one");
}

TEST(Config, a_zone_that_is_not_known_is_named_with_what_to_do) {
  const auto said_of = [](const std::string& zone) {
    return faults_of(replaced(least, R"("default_offset": "+00:00")", R"("time_zone": )" + zone));
  };
  const std::string place = "bridge.json, line 8, column 16, time_zone: ";
  for (const char* zone : {"Mars/Olympus", "CST", "america/chicago", "/etc/localtime", "+01:00"}) {
    EXPECT_EQ(said_of('"' + std::string(zone) + '"'),
              place + '"' + zone +
                  "\" is not in this machine's time zone database (package tzdata): write a name "
                  "of it, like \"America/Chicago\"");
  }
  EXPECT_EQ(said_of(R"("")"), place + "must not be empty");
  EXPECT_EQ(said_of("60"), place + "must be a string");
}

TEST(Config, absolute_paths_stay_as_they_are) {
  const auto config = parse_config("/etc/c.json", replaced(least, "j.db", "/var/lib/j.db"));
  ASSERT_TRUE(config);
  EXPECT_EQ(config->journal, "/var/lib/j.db");
}

struct Bad {
  const char* name;
  const char* old_part;
  const char* new_part;
  const char* sentence;
};

TEST(Config, each_fault_names_file_line_key_and_cause) {
  const std::string with_gateway = R"("gateways": [
    {"name": "g", "host": "h", "port": 3000, "profile": "p"}])";
  const std::string with_ehr = R"("ehrs": [
    {"name": "e", "host": "h", "port": 3001, "profile": "p", "sender_ids": ["A", "B"]}])";
  const std::string base =
      replaced(replaced(least, R"("gateways": [])", with_gateway), R"("ehrs": [])", with_ehr);
  ASSERT_EQ(faults_of(base), "good");
  const std::vector<Bad> rows = {
      {"unknown key", R"("journal")", R"("journals": 1, "journal")",
       "bridge.json, line 3, column 15, journals: unknown name"},
      {"unknown key inside", R"("name": "g",)", R"("name": "g", "tls": true,)",
       "bridge.json, line 7, column 26, gateways[0].tls: unknown name"},
      {"missing", R"("library": {"file": "l.json", "trusted_keys": []},)", "",
       "bridge.json, line 1, column 1, library: missing"},
      {"no trusted keys", R"(, "trusted_keys": [])", "",
       "bridge.json, line 5, column 14, library.trusted_keys: missing"},
      {"key without a person", R"("trusted_keys": [])", R"("trusted_keys": [{"file": "k.pub"}])",
       "bridge.json, line 5, column 50, library.trusted_keys[0].person: missing"},
      {"two keys of a person", R"("trusted_keys": [])",
       R"("trusted_keys": [{"file": "a", "person": "p"}, {"file": "b", "person": "p"}])",
       "bridge.json, line 5, column 104, library.trusted_keys[1].person: has another key already"},
      {"one signature", R"("trusted_keys": [])", R"("trusted_keys": [], "required_signatures": 1)",
       "bridge.json, line 5, column 76, library.required_signatures: must be from 2 to 10"},
      {"null", R"("j.db")", "null", "bridge.json, line 3, column 14, journal: must be a string"},
      {"empty path", R"("j.db")", R"("")",
       "bridge.json, line 3, column 14, journal: must not be empty"},
      {"port as text", "3000", R"("3000")",
       "bridge.json, line 7, column 40, gateways[0].port: must be a whole number"},
      {"port too large", "3000", "65536",
       "bridge.json, line 7, column 40, gateways[0].port: must be from 1 to 65535"},
      {"port zero", "3000", "0",
       "bridge.json, line 7, column 40, gateways[0].port: must be from 1 to 65535"},
      {"empty host", R"("host": "h", "port": 3000)", R"("host": "", "port": 3000)",
       "bridge.json, line 7, column 27, gateways[0].host: must not be empty"},
      {"empty listening host", R"("processing_id")",
       R"("listen": {"http": {"host": ""}}, "processing_id")",
       "bridge.json, line 11, column 31, listen.http.host: must not be empty"},
      {"empty offset", "+00:00", "",
       "bridge.json, line 10, column 21, default_offset: must not be empty"},
      {"name", R"("name": "g")", R"("name": "a b")",
       "bridge.json, line 7, column 14, gateways[0].name: must have letters, digits, '_' and '-' "
       "only, at most 64"},
      {"same name", R"("name": "e")", R"("name": "g")",
       "bridge.json, line 9, column 14, ehrs[0].name: another partner has this name"},
      {"same sender", R"(["A", "B"])", R"(["A", "A"])",
       "bridge.json, line 9, column 76, ehrs[0].sender_ids: another sender has the same id"},
      {"no sender", R"(["A", "B"])", "[]",
       "bridge.json, line 9, column 76, ehrs[0].sender_ids: must name at least one sender, or "
       "nothing is taken from it"},
      {"eui64", "0011223344556677", "001122334455667g",
       "bridge.json, line 2, column 38, instance.eui64: must have 16 hexadecimal digits, letters "
       "in "
       "upper case"},
      {"offset", "+00:00", "+14:30",
       "bridge.json, line 10, column 21, default_offset: must be like \"+01:00\" or \"-05:00\""},
      {"offset without sign", "+00:00", "01:00",
       "bridge.json, line 10, column 21, default_offset: must be like \"+01:00\" or \"-05:00\""},
      {"percent", R"("processing_id")",
       R"("policy": {"weight_change_percent": 100.5}, "processing_id")",
       "bridge.json, line 11, column 39, policy.weight_change_percent: must be a decimal number "
       "from 0 to 100"},
      {"percent with exponent", R"("processing_id")",
       R"("policy": {"rounding_error_percent": 1e0}, "processing_id")",
       "bridge.json, line 11, column 40, policy.rounding_error_percent: must be a decimal number "
       "from 0 to 100"},
      {"same address", R"("processing_id")",
       R"("listen": {"gateway": {"port": 2575}}, "processing_id")",
       "bridge.json, line 11, column 25, listen.gateway: has the same address as ehr"},
  };
  for (const Bad& row : rows) {
    EXPECT_EQ(faults_of(replaced(base, row.old_part, row.new_part)), row.sentence) << row.name;
  }
}

TEST(Config, all_faults_are_told_at_once_in_the_order_of_the_file) {
  EXPECT_EQ(faults_of(R"({
  "instance": {"name": "", "eui64": 5},
  "log_level": "loud",
  "journal": 1, "mappings": "m", "library": {"file": "l", "trusted_keys": []},
  "gateways": {}, "ehrs": [7],
  "processing_id": "X"
})"),
            "bridge.json, line 1, column 1, time_zone: missing: name the site's zone, like "
            "\"America/Chicago\"\n"
            "bridge.json, line 2, column 24, instance.name: must not be empty\n"
            "bridge.json, line 2, column 37, instance.eui64: must be a string\n"
            "bridge.json, line 3, column 16, log_level: must be one of debug info warning error\n"
            "bridge.json, line 4, column 14, journal: must be a string\n"
            "bridge.json, line 5, column 15, gateways: must be an array\n"
            "bridge.json, line 5, column 28, ehrs[0]: must be an object\n"
            "bridge.json, line 6, column 20, processing_id: must be one of P T D");
}

TEST(Config, malformed_files_are_refused_with_their_place) {
  EXPECT_EQ(faults_of("{\n  \"journal\" 5\n}").substr(0, 19), "bridge.json, line 2");
  EXPECT_NE(faults_of(""), "good");
  EXPECT_NE(faults_of("[]"), "good");
  EXPECT_NE(faults_of(std::string(least) + "x"), "good");
  EXPECT_NE(faults_of(replaced(least, "\"journal\"", "\"mappings\": \"m\", \"journal\"")), "good");
}

TEST(Config, a_missing_file_is_a_fault) {
  const auto config = load_config("/nonexistent/bridge.json");
  ASSERT_FALSE(config);
  EXPECT_EQ(sentence(config.fault().front()), "/nonexistent/bridge.json: there is no such file");
}

TEST(ConfigSchema, has_less_than_forty_settings) {
  int settings = 0;
  each_property(parsed(schema_path), "", [&](const std::string& path, const Value& property) {
    if (path == "default_offset") return;  // says in another way what time_zone says
    const bool is_group = property.find("properties") != nullptr ||
                          (property.find("items") != nullptr &&
                           property.find("items")->find("properties") != nullptr);
    if (!is_group) ++settings;
  });
  EXPECT_GT(settings, 20);
  EXPECT_LT(settings, 40);
}

// The reader takes the sample whole, so each key of the schema is one that it knows.
TEST(ConfigSchema, the_sample_shows_each_key_of_the_schema_and_no_other) {
  std::set<std::string> keys;
  each_key(parsed(sample_path), "", keys);
  EXPECT_TRUE(
      keys.insert("default_offset").second);  // which stands in a comment: time_zone is said
  EXPECT_EQ(keys, schema_paths());
}

// And each key that the reader asks for is in the schema.
TEST(ConfigSchema, names_each_key_that_the_reader_asks_for) {
  std::set<std::string> names;
  for (const std::string& path : schema_paths()) names.insert(path.substr(path.rfind('.') + 1));
  const std::string source =
      content_of(std::string(BRIDGE_SOURCE_DIR) + "/bridge/shell/config.cpp");
  const std::regex asked(
      R"re((?:text|integer|flag|texts|number|one_of|each|object|read_\w+)(?:<\w+>)?(?:_or|_if|_none)*\(\s*(?:[a-z]+,\s+)?"(\w+)")re");
  std::set<std::string> found;
  for (auto at = std::sregex_iterator(source.begin(), source.end(), asked);
       at != std::sregex_iterator(); ++at) {
    found.insert((*at)[1]);
  }
  EXPECT_EQ(found, names);
}

TEST(ConfigSchema, its_defaults_are_those_of_the_reader) {
  Value explicit_document = *json::parse(least);
  int defaults = 0;
  each_property(parsed(schema_path), "", [&](const std::string& path, const Value& property) {
    const Value* otherwise = property.find("default");
    if (otherwise == nullptr) return;
    ++defaults;
    at_path(explicit_document, path) = *otherwise;
  });
  EXPECT_EQ(defaults, 18);
  const auto expected = parse_config("/c.json", least);
  auto config = parse_config("/c.json", json::write(explicit_document));
  ASSERT_TRUE(config) << sentence(config.fault().front());
  config->places = expected->places;  // the lines of another text
  EXPECT_EQ(*config, *expected);
}

TEST(ConfigSchema, its_bounds_are_those_of_the_reader) {
  int bounds = 0;
  const auto is_taken = [&](const std::string& path, std::int64_t number) {
    Value document = parsed(sample_path);
    at_path(document, path) = Value::number(number);
    return parse_config("/c.json", json::write(document)).has_value();
  };
  each_property(parsed(schema_path), "", [&](const std::string& path, const Value& property) {
    const Value* minimum = property.find("minimum");
    if (minimum == nullptr || path.find('[') != std::string::npos) return;
    ++bounds;
    const std::int64_t low = std::stoll(minimum->number_text());
    const std::int64_t high = std::stoll(property.find("maximum")->number_text());
    EXPECT_TRUE(is_taken(path, low)) << path;
    EXPECT_FALSE(is_taken(path, low - 1)) << path;
    EXPECT_TRUE(is_taken(path, high)) << path;
    EXPECT_FALSE(is_taken(path, high + 1)) << path;
  });
  EXPECT_EQ(bounds, 12);
}

}  // namespace
}  // namespace bridge::shell
