// SPDX-License-Identifier: Apache-2.0
// Config: everything a site decides, from one commented JSON file, checked whole before the start.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/named.h"
#include "base/result.h"
#include "base/site_clock.h"
#include "shell/log.h"

namespace bridge::shell {

struct Address {
  std::string host = "127.0.0.1";
  std::uint16_t port = 0;

  friend bool operator==(const Address&, const Address&) = default;
};

// A pump vendor's gateway: takes RGV^O15, sends RRG^O16 and pump events.
struct GatewayConfig {
  std::string name;
  Address address;
  std::string profile;  // a table below mappings/gateways

  friend bool operator==(const GatewayConfig&, const GatewayConfig&) = default;
};

// A hospital system: sends orders, takes administration records.
struct EhrConfig {
  std::string name;
  Address address;
  std::string profile;                  // a table below mappings/ehrs
  std::vector<std::string> sender_ids;  // MSH-3, or MSH-3^MSH-4, that it may use

  friend bool operator==(const EhrConfig&, const EhrConfig&) = default;
};

// Whose signature on a drug library counts: a public key in PEM form, and whose it is.
struct TrustedKeyConfig {
  std::string file;
  std::string person;

  friend bool operator==(const TrustedKeyConfig&, const TrustedKeyConfig&) = default;
};

// Table 0103 of MSH-11.
enum class ProcessingId : std::uint8_t { production, training, debugging };

constexpr auto names_of(ProcessingId) { return std::array<std::string_view, 3>{"P", "T", "D"}; }

struct Config {
  std::string instance_name = "infusion-bridge";
  std::string instance_eui64 = "0000000000000000";  // 16 hexadecimal digits, MSH-3.2 and MSH-5.2

  Address listen_ehr{"127.0.0.1", 2575};
  Address listen_gateway{"127.0.0.1", 2576};
  Address listen_http{"127.0.0.1", 8080};

  std::string journal = {};  // paths are made absolute from the directory of the file
  std::string mappings = {};
  std::string site = {};  // folder below mappings/sites; empty: none
  std::string library = {};
  std::vector<TrustedKeyConfig> library_keys = {};
  std::uint32_t library_signatures = 2;
  std::string library_recalls = {};  // empty: none
  bool clinical_use = false;         // patients are treated: no demonstration library, nor its keys

  std::vector<GatewayConfig> gateways = {};
  std::vector<EhrConfig> ehrs = {};

  std::uint32_t connections = 1000;
  std::uint32_t connections_per_peer = 500;
  std::uint32_t message_bytes = 1U << 20U;

  SiteClock site_clock = {};  // for HL7 times without offset
  ProcessingId processing_id = ProcessingId::production;

  std::uint32_t request_expiry_minutes = 15;  // B88: an older ORC-9 is stale
  std::uint32_t late_after_minutes = 5;       // an event that comes later is marked late
  Decimal weight_change_percent = Decimal(10, 0);
  Decimal rounding_error_percent = Decimal(5, 0);
  bool refuse_beyond_titration = false;       // D8; else a named person may release
  std::uint32_t pump_condition_seconds = 30;  // how long "alarming" refuses after it was told
  std::vector<std::string> accepted_pump_libraries = {};  // A7; empty: not looked at

  LogLevel log_level = LogLevel::info;

  // Where the file names what is read later: "mappings", "library", "site", "gateways.NAME",
  // "ehrs.NAME" to "infusion-bridge.json, line 3, column 17, mappings".
  std::map<std::string, std::string, std::less<>> places = {};

  friend bool operator==(const Config&, const Config&) = default;
};

// `file` is its path: paths in it begin at its directory, and the places of faults show its name.
Result<Config, Faults> parse_config(const std::string& file, std::string_view text);
Result<Config, Faults> load_config(const std::string& file);

// "infusion-bridge.json, line 3, column 17, gateways[0].port: must be from 1 to 65535"
std::string sentence(const Fault& fault);

}  // namespace bridge::shell
