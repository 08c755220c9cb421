// SPDX-License-Identifier: Apache-2.0
// Formats of primitive types, good and bad side by side.
#include "fhir/primitives.h"

namespace bridge::fhir {
namespace {

using enum Primitive;

std::string outcome(Primitive primitive, const char* text) {
  const auto value = json::parse(text);
  if (!value) return "no json";
  const auto problem = problem_of(primitive, *value);
  return problem ? std::string(kind_of(problem->code).name) : "ok";
}

TEST(Primitives, take_what_the_specification_allows) {
  const std::pair<Primitive, const char*> cases[] = {
      {boolean, "true"},
      {boolean, "false"},
      {integer, "-2147483648"},
      {integer, "0"},
      {unsigned_int, "0"},
      {positive_int, "2147483647"},
      {decimal, "15.00"},
      {decimal, "-0.5"},
      {decimal, "1e2"},
      {decimal, "1E-18"},
      {decimal, "123456789012345678"},
      {decimal, "0.000000000000000000000001"},
      {string, "\"a\\nb\""},
      {markdown, "\"*a*\""},
      {code, "\"on-hold\""},
      {code, "\"a b\""},
      {id, "\"A-1.b\""},
      {uri, "\"urn:x\""},
      {url, "\"http://a\""},
      {canonical, "\"http://a|1\""},
      {oid, "\"urn:oid:1.2.840.0\""},
      {uuid, "\"urn:uuid:c757873d-ec9a-4326-a141-556f43239520\""},
      {base64_binary, "\"QUJD\""},
      {base64_binary, "\"QUI=\""},
      {base64_binary, "\"QQ==\""},
      {date, "\"2026\""},
      {date, "\"2026-03\""},
      {date, "\"2024-02-29\""},
      {date_time, "\"2026\""},
      {date_time, "\"2026-03-02\""},
      {date_time, "\"2026-03-02T10:15:00Z\""},
      {date_time, "\"2026-03-02T10:15:00.123456+14:00\""},
      {date_time, "\"2026-03-02T23:59:60-05:30\""},
      {instant, "\"2026-03-02T10:15:00.5+01:00\""},
      {time, "\"23:59:59.5\""},
      {xhtml, "\"<div>a</div>\""},
  };
  for (const auto& [primitive, text] : cases) EXPECT_EQ(outcome(primitive, text), "ok") << text;
}

TEST(Primitives, refuse_everything_else) {
  const struct {
    Primitive primitive;
    const char* text;
    const char* fault;
  } cases[] = {
      {boolean, "\"true\"", "element_type"},
      {boolean, "1", "element_type"},
      {boolean, "null", "element_type"},
      {integer, "\"1\"", "element_type"},
      {integer, "1.0", "element_value"},
      {integer, "1e2", "element_value"},
      {integer, "-0", "element_value"},
      {integer, "2147483648", "element_value"},
      {integer, "99999999999999999999", "element_value"},
      {unsigned_int, "-1", "element_value"},
      {positive_int, "0", "element_value"},
      {decimal, "\"15.00\"", "element_type"},
      {decimal, "1e19", "element_value"},
      {decimal, "1e-19", "element_value"},
      {decimal, "1e-0200", "element_value"},
      {decimal, "1234567890123456789", "number_too_long"},
      {string, "1", "element_type"},
      {string, "\"\"", "element_value"},
      {string, "\"a\\u0000\"", "element_value"},
      {string, "\"\\u001b\"", "element_value"},
      {string, "{}", "element_type"},
      {string, "[]", "element_type"},
      {code, "\" a\"", "element_value"},
      {code, "\"a \"", "element_value"},
      {code, "\"a  b\"", "element_value"},
      {id, "\"a_b\"", "element_value"},
      {id, "\"a/b\"", "element_value"},
      {id, "\"12345678901234567890123456789012345678901234567890123456789012345\"",
       "element_value"},
      {uri, "\"a b\"", "element_value"},
      {oid, "\"1.2.3\"", "element_value"},
      {oid, "\"urn:oid:3.2\"", "element_value"},
      {oid, "\"urn:oid:1.02\"", "element_value"},
      {oid, "\"urn:oid:1.\"", "element_value"},
      {oid, "\"urn:oid:1..2\"", "element_value"},
      {uuid, "\"urn:uuid:C757873D-ec9a-4326-a141-556f43239520\"", "element_value"},
      {uuid, "\"c757873d-ec9a-4326-a141-556f43239520\"", "element_value"},
      {base64_binary, "\"QUJ\"", "element_value"},
      {base64_binary, "\"Q===\"", "element_value"},
      {base64_binary, "\"QU=D\"", "element_value"},
      {base64_binary, "\"QUJ!\"", "element_value"},
      {date, "\"0000\"", "element_value"},
      {date, "\"26-03-02\"", "element_value"},
      {date, "\"2023-02-29\"", "element_value"},
      {date, "\"2026-13\"", "element_value"},
      {date, "\"2026-3-2\"", "element_value"},
      {date, "\"20260302\"", "element_value"},
      {date, "\"2026-03-02T10:15:00Z\"", "element_value"},
      {date_time, "\"garbage\"", "element_value"},
      {date_time, "\"2026-03-02T10:15Z\"", "element_value"},
      {date_time, "\"2026-03-02T10:15:00\"", "timestamp_ambiguous"},
      {date_time, "\"2026-03-02T25:00:00Z\"", "element_value"},
      {date_time, "\"2026-03-02T24:00:00Z\"", "element_value"},
      {date_time, "\"2026-03T10:15:00Z\"", "element_value"},
      {date_time, "\"2026-03-02T10:15:00.Z\"", "element_value"},
      {date_time, "\"2026-03-02T10:15:00Zjunk\"", "element_value"},
      {date_time, "\"2026-03-02T10:15:00+99:00\"", "element_value"},
      {date_time, "\"2026-03-02T10:15:00+14:01\"", "element_value"},
      {date_time, "\"2026-03-02 10:15:00Z\"", "element_value"},
      {instant, "\"2026-03-02\"", "element_value"},
      {time, "\"24:00:00\"", "element_value"},
      {time, "\"10:15\"", "element_value"},
      {time, "\"10:15:00Z\"", "element_value"},
      {xhtml, "\"<p>a</p>\"", "element_value"},
  };
  for (const auto& each : cases)
    EXPECT_EQ(outcome(each.primitive, each.text), each.fault) << each.text;
}

TEST(Primitives, of_xml_become_the_json_value_they_mean) {
  EXPECT_EQ(from_attribute(decimal, "15.00")->number_text(), "15.00");
  EXPECT_EQ(from_attribute(boolean, "true")->as_boolean(), true);
  EXPECT_EQ(from_attribute(string, "true")->as_string(), "true");
  for (const char* bad : {"1", "TRUE", " true", ""})
    EXPECT_FALSE(from_attribute(boolean, bad)) << bad;
  for (const char* bad : {"+1", ".5", "5.", "01", "1,5", " 1", "", "NaN"}) {
    EXPECT_FALSE(from_attribute(decimal, bad)) << bad;
  }
  for (const char* same : {"15.00", "1e2", "-0.5"}) {
    EXPECT_EQ(to_attribute(*from_attribute(decimal, same)), same);
  }
  EXPECT_EQ(to_attribute(json::Value::boolean(false)), "false");
}

}  // namespace
}  // namespace bridge::fhir
