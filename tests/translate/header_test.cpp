// SPDX-License-Identifier: Apache-2.0
// What MSH says, and rows B16-B28 of the table of bad input.
#include "translate/header.h"

#include <gtest/gtest.h>

#include "hl7/parse.h"
#include "translate/shipped_book.h"

namespace bridge::translate {
namespace {

const std::string good =
    "MSH|^~\\&|EHR^1.2^ISO|HOSP|BRIDGE|HOSP2|20260302100000-0600||RDE^O11^RDE_O11|MSG0001|P|2.5.1||"
    "|AL|"
    "NE||UNICODE UTF-8|||IHE_PCD_PIV_001^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO\n"
    "NTE|||text\n";
const Instant now = Instant::parse_rfc3339("2026-03-02T16:00:05Z").value();

std::string faults_after(std::string_view from, std::string_view to,
                         HeaderPolicy policy = ehr_policy()) {
  const auto message = hl7::parse(wire_of(replaced(good, from, to)));
  if (!message) return brief(message.fault());
  const auto header = read_header(*message, policy, now);
  return header ? "" : listed(header.fault());
}

TEST(Header, ReadsEveryField) {
  const auto message = hl7::parse(wire_of(good));
  const auto header = read_header(*message, ehr_policy(), now);
  ASSERT_TRUE(header.has_value());
  EXPECT_EQ(header->sending_application, (HierarchicName{"EHR", "1.2", "ISO"}));
  EXPECT_EQ(header->receiving_facility.namespace_id, "HOSP2");
  EXPECT_EQ(header->time->utc(), "2026-03-02T16:00:00.000Z");
  EXPECT_EQ(header->clock.sent_at(), header->time);
  EXPECT_TRUE(header->clock.known());
  EXPECT_EQ(header->type + header->event + header->structure, "RDEO11RDE_O11");
  EXPECT_EQ(header->control_id, "MSG0001");
  EXPECT_EQ(header->processing_id + header->version, "P2.5.1");
  EXPECT_EQ(header->accept_ack, AckWish::always);
  EXPECT_EQ(header->application_ack, AckWish::never);
  EXPECT_TRUE(header->enhanced());
  EXPECT_EQ(header->charset, "UNICODE UTF-8");
  EXPECT_EQ(header->profiles,
            (std::vector<std::string>{"IHE_PCD_PIV_001", "1.3.6.1.4.1.19376.1.6.1.3.1"}));
}

TEST(Header, NamesEveryFault) {
  const std::tuple<const char*, const char*, std::string, const char*> cases[] = {
      {"B16 unknown type", "RDE^O11^RDE_O11", "XYZ^A01", "message_type_unknown at MSH[1]-9.1 E"},
      {"B16 a type that nothing here reads", "RDE^O11^RDE_O11", "ADT^A01^ADT_A01",
       "message_type_unknown at MSH[1]-9.1 E"},
      {"B16 observations of the bedside", "RDE^O11^RDE_O11", "ORU^R01^ORU_R01",
       "message_type_unknown at MSH[1]-9.1 E"},
      {"B16 no type", "RDE^O11^RDE_O11", "", "message_type_unknown at MSH[1]-9.1 E"},
      {"B17 unknown event", "RDE^O11^RDE_O11", "RDE^O99", "event_unknown at MSH[1]-9.2 E"},
      {"B18 contradiction", "RDE^O11^RDE_O11", "RDE^O11^ORU_R01",
       "structure_contradicts at MSH[1]-9.3 E"},
      {"no structure", "RDE^O11^RDE_O11", "RDE^O11", ""},
      {"B19 test data", "|P|2.5.1", "|T|2.5.1", "processing_id at MSH[1]-11 E"},
      {"B19 debugging", "|P|2.5.1", "|D|2.5.1", "processing_id at MSH[1]-11 E"},
      {"B19 empty", "|P|2.5.1", "||2.5.1", "processing_id at MSH[1]-11 E"},
      {"B20 2.1", "|P|2.5.1", "|P|2.1", "version_unsupported at MSH[1]-12 E"},
      {"B20 2.99", "|P|2.5.1", "|P|2.99", "version_unsupported at MSH[1]-12 E"},
      {"B20 empty", "|P|2.5.1", "|P|", "version_unsupported at MSH[1]-12 E"},
      {"B20 2.3", "|P|2.5.1", "|P|2.3", ""},
      {"B20 2.8.2", "|P|2.5.1", "|P|2.8.2^USA", ""},
      {"B21 no control id", "|MSG0001|", "||", "control_id_missing at MSH[1]-10 E"},
      {"B22 too long", "|MSG0001|", "|" + std::string(200, 'x') + "|",
       "control_id_too_long at MSH[1]-10 E"},
      {"B22 as long as may be", "|MSG0001|", "|" + std::string(199, 'x') + "|", ""},
      {"B22 a delimiter", "|MSG0001|", "|a\\F\\b|", "control_id_malformed at MSH[1]-10 E"},
      {"B22 components", "|MSG0001|", "|a^b|", "control_id_malformed at MSH[1]-10 E"},
      {"B22 a control character", "|MSG0001|", "|a\\X0D\\b|",
       "control_id_malformed at MSH[1]-10 E"},
      {"B24 six minutes ahead", "20260302100000-0600", "20260302100606-0600",
       "future_message at MSH[1]-7 E"},
      {"B24 five minutes ahead", "20260302100000-0600", "20260302100505-0600", ""},
      {"B90 no such time", "20260302100000-0600", "20260230100000",
       "timestamp_malformed at MSH[1]-7 E"},
      {"B25 unknown set", "UNICODE UTF-8", "KLINGON", "charset_unknown at MSH[1]-18 E"},
      {"B26 not UTF-8", "NTE|||text", "NTE|||\xC0\xAF", "charset_bytes at NTE[1]-3 E"},
      {"B27 not ASCII", "UNICODE UTF-8", "ASCII|\xC3\xA9", "charset_bytes at MSH[1]-19 E"},
      {"an ack wish of no table", "|AL|NE|", "|XX|NE|", "code_not_in_table at MSH[1]-15 E"},
      {"B29 a batch", "MSH|^~\\&|EHR", "BHS|^~\\&|EHR", "message_type_unknown at BHS"},
  };
  for (const auto& [row, from, to, faults] : cases) {
    SCOPED_TRACE(row);
    EXPECT_EQ(faults_after(from, to), faults);
  }
}

TEST(Header, B28TheProfileOfTheLink) {
  HeaderPolicy policy = ehr_policy();
  policy.required_profile = "1.3.6.1.4.1.19376.1.6.1.3.1";
  EXPECT_EQ(faults_after("|P|", "|P|", policy), "");
  EXPECT_EQ(faults_after("1.3.6.1.4.1.19376.1.6.1.3.1^ISO", "1.2.3^ISO", policy),
            "profile_unknown at MSH[1]-21 E");
}

TEST(Header, CollectsAllFaults) {
  EXPECT_EQ(faults_after("RDE^O11^RDE_O11|MSG0001|P|2.5.1", "RDE^O99||T|9"),
            "event_unknown at MSH[1]-9.2 E; control_id_missing at MSH[1]-10 E; "
            "processing_id at MSH[1]-11 E; version_unsupported at MSH[1]-12 E");
}

TEST(Header, ATimeWithoutOffsetIsPlacedByThePeersOwn) {
  const auto message = hl7::parse(wire_of(replaced(good, "100000-0600", "100000")));
  EXPECT_EQ(peek_header(*message, ehr_policy()).time, std::nullopt);
  HeaderPolicy policy = ehr_policy();
  policy.site_clock = SiteClock(60);
  EXPECT_EQ(peek_header(*message, policy).time->utc(), "2026-03-02T09:00:00.000Z");
}

// 01:30 of that night is there twice; a message is read when it comes.
TEST(Header, AMessageOfTheHourThatAClockChangeRepeatsIsOfTheNearerOne) {
  const std::int64_t change = Instant::parse_rfc3339("2026-11-01T07:00:00Z")->unix_ms();
  HeaderPolicy policy = ehr_policy();
  policy.site_clock = SiteClock(-300, {{change, -360}}, SiteClock::Beyond::stays);
  const auto message = hl7::parse(wire_of(replaced(good, "20260302100000-0600", "20261101013000")));
  const auto time_when_read = [&](std::string_view at) {
    const auto header = read_header(*message, policy, *Instant::parse_rfc3339(at));
    return header ? header->time->fhir() : listed(header.fault());
  };
  EXPECT_EQ(time_when_read("2026-11-01T06:30:01Z"), "2026-11-01T01:30:00-05:00");
  EXPECT_EQ(time_when_read("2026-11-01T07:30:01Z"), "2026-11-01T01:30:00-06:00");
  EXPECT_EQ(time_when_read("2026-11-02T12:00:00Z"), "2026-11-01T01:30:00-06:00");
  // B24 counts from the occurrence that is not in the future.
  EXPECT_EQ(time_when_read("2026-11-01T06:26:00Z"), "2026-11-01T01:30:00-05:00");
  EXPECT_EQ(time_when_read("2026-11-01T06:20:00Z"), "future_message at MSH[1]-7 E");
}

}  // namespace
}  // namespace bridge::translate
