// SPDX-License-Identifier: Apache-2.0
// GatewayProfile, EhrProfile: how one partner wants its messages; files of mappings/gateways and
// mappings/ehrs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/named.h"
#include "base/result.h"
#include "clinical/administration.h"

namespace bridge::translate {

// HD: an application by its name and, preferred by IHE PCD TF-2 B.1, its EUI-64.
struct Application {
  std::string name;
  std::string universal_id;
  std::string universal_id_type;

  friend bool operator==(const Application&, const Application&) = default;
};

// MSH-3 to MSH-6 and what else every message to a partner has in common.
struct Envelope {
  Application sender;
  std::string sender_facility;
  Application receiver;
  std::string receiver_facility;
  std::string hl7_version;          // MSH-12
  std::string processing_id;        // MSH-11
  std::int16_t offset_minutes = 0;  // MSH-7 is written in this offset

  friend bool operator==(const Envelope&, const Envelope&) = default;
};

// How long to wait and how often to send again. A repetition always has the same MSH-10.
struct Patience {
  std::int64_t accept_ack_timeout_ms = 0;
  std::int64_t answer_timeout_ms = 0;
  std::int64_t time_to_live_ms = 0;  // after this nothing is sent any more
  std::uint32_t retries = 0;

  friend bool operator==(const Patience&, const Patience&) = default;
};

// The revision of the IHE technical framework: TF9 is the last Final Text (2019), TF11 the draft.
enum class PumpForm : std::uint8_t { tf9, tf11 };
constexpr auto names_of(PumpForm) { return std::to_array<std::string_view>({"tf9", "tf11"}); }

// MSH-16 (HL7 table 0155): AL, ER, NE.
enum class ApplicationAck : std::uint8_t { always, on_error, never };
constexpr auto names_of(ApplicationAck) {
  return std::to_array<std::string_view>({"AL", "ER", "NE"});
}

// OBX-18: the pump's id in EI-1, or in EI-3 as deployed gateways still have it (TF-2 3.3.4.4.9).
enum class PumpIdForm : std::uint8_t { current, deprecated };
constexpr auto names_of(PumpIdForm) {
  return std::to_array<std::string_view>({"current", "deprecated"});
}

// A CWE of a unit: MDC with UCUM beside it, or UCUM alone.
enum class UnitForm : std::uint8_t { mdc_then_ucum, ucum };
constexpr auto names_of(UnitForm) {
  return std::to_array<std::string_view>({"mdc_then_ucum", "ucum"});
}

// RXR: the code in component 2, or in component 1 as the examples of TF9 have it.
enum class RouteForm : std::uint8_t { component_2, component_1 };
constexpr auto names_of(RouteForm) {
  return std::to_array<std::string_view>({"component_2", "component_1"});
}

struct GatewayProfile {
  std::string name;
  PumpForm form = PumpForm::tf9;
  Envelope envelope;
  ApplicationAck application_ack = ApplicationAck::always;
  std::string order_profile_name;               // MSH-21 EI-1 of PCD-03
  std::string order_profile_oid;                // MSH-21 EI-3
  std::vector<std::string> event_profile_oids;  // taken in MSH-21 of PCD-10; empty: any
  PumpIdForm pump_id_form = PumpIdForm::current;
  UnitForm unit_form = UnitForm::mdc_then_ucum;
  RouteForm route_form = RouteForm::component_2;
  bool deduplicates_by_control_id = false;  // a repeated MSH-10 programs nothing twice
  Patience patience;

  friend bool operator==(const GatewayProfile&, const GatewayProfile&) = default;
};

struct EhrProfile {
  std::string name;
  Envelope envelope;
  std::string filler_namespace;                  // ORC-3 EI-2 of our administration ids
  UnitForm unit_form = UnitForm::mdc_then_ucum;  // of OBX-6
  std::vector<RecordKind> records;  // kinds of records that this EHR wants; others are not sent
  bool observations = true;         // OBX with dose rate and volume after RXR
  Patience patience;

  friend bool operator==(const EhrProfile&, const EhrProfile&) = default;
};

// `file` is for places only. All faults together, configuration_wrong, or json faults of the text;
// comments are allowed. An unknown key, a missing key, a version that the form does not have, and a
// time that cannot come before another are faults.
Result<GatewayProfile, Faults> read_gateway_profile(const std::string& file, std::string_view text);
Result<EhrProfile, Faults> read_ehr_profile(const std::string& file, std::string_view text);

}  // namespace bridge::translate
