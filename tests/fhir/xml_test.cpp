// SPDX-License-Identifier: Apache-2.0
// FHIR XML: the same tree as JSON, and what is refused before and while reading.
#include "fhir/xml.h"

#include <chrono>

#include "fhir/check.h"
#include "json/write.h"
#include "samples.h"

namespace bridge::fhir {
namespace {

constexpr const char* order_xml = R"(<?xml version="1.0" encoding="utf-8"?>
<!-- an order -->
<MedicationRequest xmlns="http://hl7.org/fhir"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://a b">
  <id value="order-1"/>
  <contained><Medication><id value="bag"/>
    <ingredient>
      <itemCodeableConcept><text value="Dopamine"/></itemCodeableConcept>
      <strength>
        <numerator><value value="400"/><unit value="mg"/>
          <system value="http://unitsofmeasure.org"/><code value="mg"/></numerator>
        <denominator><value value="250.0"/><unit value="mL"/>
          <system value="http://unitsofmeasure.org"/><code value="mL"/></denominator>
      </strength>
    </ingredient>
  </Medication></contained>
  <extension url="http://example.org/bag"><valueString value="B-7"/></extension>
  <identifier><type><coding><code value="PLAC"/></coding></type><value value="P1"/></identifier>
  <identifier><type><coding><code value="FILL"/></coding></type><value value="F1"/></identifier>
  <status value="active"/>
  <intent value="order"/>
  <medicationReference><reference value="#bag"/></medicationReference>
  <subject><identifier><system value="urn:oid:1.2.3"/><value value="M1"/></identifier></subject>
  <authoredOn value="2026-03-02T10:15:00+01:00"/>
  <dosageInstruction>
    <sequence value="1"/>
    <timing><repeat><duration value="8.50"/><durationUnit value="h"/></repeat></timing>
    <asNeededBoolean value="false"/>
    <route><coding><system value="http://snomed.info/sct"/><code value="47625008"/></coding></route>
    <doseAndRate>
      <doseQuantity><value value="250"/><unit value="mL"/>
        <system value="http://unitsofmeasure.org"/><code value="mL"/></doseQuantity>
      <rateQuantity><value value="15.00"/><unit value="mL/h"/>
        <system value="http://unitsofmeasure.org"/><code value="mL/h"/></rateQuantity>
    </doseAndRate>
  </dosageInstruction>
</MedicationRequest>
)";

std::string read(std::string_view text) {
  const auto value = read_xml(text);
  return value ? json::write(*value) : told(value.fault());
}

std::string patient(const std::string& content, const std::string& attributes = "") {
  return "<Patient xmlns=\"http://hl7.org/fhir\"" + attributes + ">" + content + "</Patient>";
}

TEST(Xml, and_json_of_one_order_are_equal_trees) {
  const auto from_xml = read_xml(order_xml);
  ASSERT_TRUE(from_xml) << told(from_xml.fault());
  EXPECT_EQ(json::write(*from_xml), json::write(tree(order_json)));
  EXPECT_EQ(*from_xml, tree(order_json));
  EXPECT_EQ(told(check(*from_xml)), "");
}

TEST(Xml, gives_back_the_digits_of_json) {
  const json::Value order = tree(order_json);
  const Result<std::string> written = write_xml(order);
  ASSERT_TRUE(written);
  EXPECT_NE(written->find("<value value=\"15.00\"/>"), std::string::npos);
  EXPECT_EQ(*read_xml(*written), order);
}

TEST(Xml, keeps_ids_extensions_and_gaps_of_primitives) {
  const char* text = R"({"resourceType":"Patient","_active":{"id":"a1"},"name":[{"id":"n1",)"
                     R"("given":["A",null,"C","D"],"_given":[null,{"extension":[{"url":"http://x",)"
                     R"("valueDecimal":1e2}]},{"id":"c"},null]},{"_given":[{"id":"z"}]}],)"
                     R"("birthDate":"2026","_birthDate":{"id":"b"}})";
  const Result<std::string> written = write_xml(tree(text));
  ASSERT_TRUE(written) << brief(written.fault());
  EXPECT_EQ(*written,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Patient xmlns=\"http://hl7.org/fhir\">"
            "<active id=\"a1\"/><name id=\"n1\"><given value=\"A\"/><given><extension "
            "url=\"http://x\"><valueDecimal value=\"1e2\"/></extension></given><given id=\"c\" "
            "value=\"C\"/><given value=\"D\"/></name><name><given id=\"z\"/></name>"
            "<birthDate id=\"b\" value=\"2026\"/></Patient>");
  EXPECT_EQ(read(*written), text);
}

TEST(Xml, keeps_every_character_of_a_text) {
  json::Value value = tree(R"({"resourceType":"Patient","language":"x"})");
  value.set("language", json::Value::string("a<b>&\"'\t\r\n \xC3\xA4\xF0\x9F\x92\x89 ]]> --"));
  EXPECT_EQ(*read_xml(*write_xml(value)), value);
}

TEST(Xml, B123_keeps_a_narrative_as_text) {
  const std::string div =
      "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p class=\"a\">1 &lt; 2 \xC3\xA4</p><br/></div>";
  const std::string xml = patient("<text><status value=\"generated\"/>" + div + "</text>");
  const auto value = read_xml(xml);
  ASSERT_TRUE(value) << told(value.fault());
  EXPECT_EQ(value->find("text")->text_of("div"), div);
  EXPECT_EQ(told(check(*value)), "");
  EXPECT_EQ(*write_xml(*value), "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml);
}

TEST(Xml, B123_writes_no_narrative_that_would_break_the_document) {
  for (const char* div :
       {"<div>no namespace</div>", "<div xmlns='http://www.w3.org/1999/xhtml'>open",
        "<div xmlns='http://www.w3.org/1999/xhtml'></div><active value='true'/>",
        "<div xmlns='http://www.w3.org/1999/xhtml'>&nbsp;</div>",
        "<div xmlns='http://www.w3.org/1999/xhtml'><![CDATA[x]]></div>",
        "<div xmlns='http://hl7.org/fhir'/>", "<divx xmlns='http://www.w3.org/1999/xhtml'/>"}) {
    json::Value value = tree(R"({"resourceType":"Patient","text":{"status":"generated"}})");
    value.find("text")->set("div", json::Value::string(div));
    const Result<std::string> written = write_xml(value);
    ASSERT_FALSE(written) << div;
    EXPECT_EQ(brief(written.fault()), "element_value at Patient.text.div");
  }
}

TEST(Xml, B101_B102_B103_is_refused_before_a_parser_sees_it) {
  const struct {
    const char* name;
    std::string text;
    const char* expected;
  } cases[] = {
      {"B101 utf-16", std::string("\xFF\xFE<\0P\0", 6),
       "xml_malformed at line 1, column 1 (UTF-8 only)"},
      {"B101 utf-16 without mark", std::string("<\0P\0", 4),
       "xml_malformed at line 1, column 1 (UTF-8 only)"},
      {"B101 utf-7 declared", "<?xml version='1.0' encoding='UTF-7'?><a/>",
       "xml_malformed at line 1, column 1 (UTF-8 only)"},
      {"B101 latin-1 declared", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>",
       "xml_malformed at line 1, column 1 (UTF-8 only)"},
      {"B101 ebcdic", "\x4C\x6F\xA7\x94\x93", "xml_malformed at line 1, column 1 (UTF-8 only)"},
      {"B101 utf-7 undeclared", "+ADw-Patient/+AD4-", "xml_malformed at line 1"},
      {"B100 byte order mark", "\xEF\xBB\xBF<a/>",
       "xml_malformed at line 1, column 1 (a byte order mark)"},
      {"B102 document type", "\n<!DOCTYPE a><a/>",
       "xml_forbidden at line 2, column 1 (a declaration or CDATA)"},
      {"B102 external entity", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
       "xml_forbidden at line 1, column 1 (a declaration or CDATA)"},
      {"B102 entity without declaration", patient("<language value='&x;'/>"),
       "xml_forbidden at line 1, column 55 (an entity)"},
      {"B102 entity in text", patient("&nbsp;"), "xml_forbidden at line 1, column 38 (an entity)"},
      {"B102 processing instruction", "<?xml-stylesheet href='http://x'?><a/>",
       "xml_forbidden at line 1, column 1 (a processing instruction)"},
      {"B102 second declaration", "<?xml version='1.0'?><?xml version='1.0'?><a/>",
       "xml_forbidden at line 1, column 22 (a processing instruction)"},
      {"B102 cdata", patient("<![CDATA[x]]>"),
       "xml_forbidden at line 1, column 38 (a declaration or CDATA)"},
      {"B102 xinclude",
       patient(
           "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file:///etc/passwd'/>"),
       "element_unknown at Patient.include"},
  };
  for (const auto& each : cases) EXPECT_EQ(read(each.text), each.expected) << each.name;
}

TEST(Xml, B103_billion_laughs_ends_at_the_document_type) {
  std::string text = "<!DOCTYPE a [<!ENTITY l0 'lol'>";
  for (int i = 1; i < 30; ++i) {
    const std::string last = "&l" + std::to_string(i - 1) + ";";
    text += "<!ENTITY l" + std::to_string(i) + " '" + last + last + last + last + "'>";
  }
  text += "]><a>&l29;</a>";
  const auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(read(text), "xml_forbidden at line 1, column 1 (a declaration or CDATA)");
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::milliseconds(10));
}

TEST(Xml, B98_takes_64_levels_and_no_more) {
  std::string deep;
  for (int i = 0; i < 200'000; ++i) deep += "<a>";
  EXPECT_EQ(read(deep), "nesting_too_deep at line 1, column 193");
  // Arrays count in the tree, so that what XML brings can be kept as JSON.
  std::string open;
  std::string close;
  for (int i = 0; i < 40; ++i) {
    open += "<extension url='http://x'>";
    close += "</extension>";
  }
  EXPECT_EQ(read(patient(open + close)).substr(0, 27), "nesting_too_deep at Patient");
}

TEST(Xml, says_what_is_wrong_with_its_structure) {
  const struct {
    const char* name;
    std::string text;
    const char* expected;
  } cases[] = {
      {"empty", "", "xml_malformed at line 1"},
      {"not closed", "<Patient xmlns='http://hl7.org/fhir'><active value='true'/>",
       "xml_malformed at line 1"},
      {"wrong end tag", "<Patient xmlns='http://hl7.org/fhir'></Patien>",
       "xml_malformed at line 1"},
      {"tag not closed", "<Patient xmlns='",
       "xml_malformed at line 1, column 1 (a tag is not closed)"},
      {"trailing element", patient("<active value='true'/>") + "<a/>", "xml_malformed at line 1"},
      {"attribute twice", patient("<active value='true' value='true'/>"),
       "xml_malformed at line 1"},
      {"no namespace", "<Patient><active value='true'/></Patient>",
       "resource_type_wrong at Resource"},
      {"unknown resource", "<Drug xmlns='http://hl7.org/fhir'/>",
       "resource_type_wrong at Resource"},
      {"B110 unknown element", patient("<aktive value='true'/>"),
       "element_unknown at Patient.aktive"},
      {"B110 foreign namespace", patient("<x:active xmlns:x='http://x' value='true'/>"),
       "element_unknown at Patient.active"},
      {"B110 unknown attribute", patient("<active value='true' unit='x'/>"),
       "element_unknown at Patient.active.unit (an attribute)"},
      {"B110 attribute of a complex element", patient("<name value='x'/>"),
       "element_unknown at Patient.name[0].value (an attribute)"},
      {"id of a resource is an element", patient("<active value='true'/>", " id='x'"),
       "element_unknown at Patient.id (an attribute)"},
      {"id of a datatype is an attribute", patient("<name><id value='x'/></name>"),
       "element_unknown at Patient.name[0].id"},
      {"out of order", patient("<gender value='male'/><active value='true'/>"),
       "element_type at Patient.active (out of order)"},
      {"repeated", patient("<active value='true'/><active value='true'/>"),
       "element_type at Patient.active (repeated)"},
      {"text between elements", patient("x<active value='true'/>"),
       "element_type at Patient (text between elements)"},
      {"no boolean", patient("<active value='1'/>"), "element_value at Patient.active"},
      {"no number", patient("<multipleBirthInteger value='01'/>"),
       "element_value at Patient.multipleBirthInteger"},
      {"no value", patient("<active/>"), "element_missing at Patient.active (no value)"},
      {"two contained in one",
       patient("<contained><Patient><id value='a'/></Patient><Patient/></contained>"),
       "element_type at Patient.contained[0] (one resource only)"},
      {"contained nothing", patient("<contained/>"),
       "element_missing at Patient.contained[0] (no resource)"},
      {"all at once",
       patient("<aktive/><gender value='male'/><active value='x'/><name><x/></name>"),
       "element_unknown at Patient.aktive; element_type at Patient.active (out of order); "
       "element_type at Patient.name (out of order)"},
  };
  for (const auto& each : cases) EXPECT_EQ(read(each.text), each.expected) << each.name;
}

TEST(Xml, writes_nothing_that_is_not_in_the_tables) {
  const struct {
    const char* json;
    const char* expected;
  } cases[] = {
      {R"({"resourceType":"Patient","aktive":true})", "element_unknown at Patient.aktive"},
      {R"({"resourceType":"Patient","active":{}})", "element_type at Patient.active"},
      {R"({"resourceType":"Patient","name":{}})", "element_type at Patient.name"},
      {R"({"resourceType":"Patient","name":[null]})", "element_type at Patient.name[0]"},
      {R"({"resourceType":"Patient","name":["x"]})", "element_type at Patient.name[0]"},
      {R"({"resourceType":"Patient","language":"\u0001"})", "element_value at Patient.language"},
      {R"({"resourceType":"Patient","contained":[{}]})",
       "resource_type_wrong at Patient.contained[0]"},
      {R"({"resourceType":"Drug"})", "resource_type_wrong at Resource"},
      {R"("Patient")", "resource_type_wrong at Resource"},
  };
  for (const auto& each : cases) {
    const Result<std::string> written = write_xml(tree(each.json));
    ASSERT_FALSE(written) << each.json;
    EXPECT_EQ(brief(written.fault()), each.expected) << each.json;
  }
}

TEST(Xml, keeps_its_limits) {
  const json::Limits limits{.max_bytes = 80, .max_values = 2, .max_depth = 64};
  EXPECT_TRUE(read_xml(patient("<active value='true'/>"), limits));
  EXPECT_EQ(read_xml(patient("<name/><name/>"), limits).fault()[0].code,
            FaultCode::too_many_repetitions);
  EXPECT_EQ(read_xml(patient(std::string(80, ' ')), limits).fault()[0].code,
            FaultCode::frame_too_long);
}

}  // namespace
}  // namespace bridge::fhir
