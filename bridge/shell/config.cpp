// SPDX-License-Identifier: Apache-2.0
#include "shell/config.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <utility>

#include "json/reading.h"
#include "shell/table_files.h"
#include "shell/time_zone.h"

namespace bridge::shell {
namespace {

using json::ObjectReader;

constexpr std::size_t config_bytes = std::size_t{1} << 20;
constexpr std::int64_t most_connections = 10'000;
constexpr std::int64_t least_message_bytes = 4096;
constexpr std::int64_t most_message_bytes = std::int64_t{16} << 20;
constexpr std::int64_t day_minutes = 24 * 60;

bool all_of(std::string_view text, std::string_view allowed) {
  return text.find_first_not_of(allowed) == std::string_view::npos;
}

// Names stand in logs, metrics and file names.
bool is_name(std::string_view text) {
  return !text.empty() && text.size() <= 64 &&
         all_of(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");
}

// Empty after a fault, too, which has been told then.
std::string read_text(ObjectReader& reader, std::string_view key) {
  std::string text = reader.text(key);
  if (reader.value().text_of(key) == "") reader.fail(key, "must not be empty");
  return text;
}

std::string read_name(ObjectReader& reader, std::string_view key) {
  std::string name = read_text(reader, key);
  if (!name.empty() && !is_name(name)) {
    reader.fail(key, "must have letters, digits, '_' and '-' only, at most 64");
  }
  return name;
}

std::uint32_t read_number(ObjectReader& reader, std::string_view key, std::uint32_t otherwise,
                          std::int64_t least, std::int64_t most) {
  return static_cast<std::uint32_t>(reader.integer_or(key, otherwise, least, most));
}

Address read_address(ObjectReader& reader) {
  Address address;
  address.host = read_text(reader, "host");
  address.port = static_cast<std::uint16_t>(reader.integer("port", 1, 65535));
  return address;
}

void read_listener(ObjectReader& listen, std::string_view key, Address& address) {
  listen.object_if(key, [&](ObjectReader& reader) {
    if (reader.has("host")) address.host = read_text(reader, "host");
    address.port = static_cast<std::uint16_t>(reader.integer_or("port", address.port, 1, 65535));
  });
}

void read_listeners(ObjectReader& listen, Config& config) {
  read_listener(listen, "ehr", config.listen_ehr);
  read_listener(listen, "gateway", config.listen_gateway);
  read_listener(listen, "http", config.listen_http);
  const std::array<const Address*, 3> all = {&config.listen_ehr, &config.listen_gateway,
                                             &config.listen_http};
  constexpr std::array<std::string_view, 3> keys = {"ehr", "gateway", "http"};
  for (std::size_t later = 1; later < all.size(); ++later) {
    for (std::size_t earlier = 0; earlier < later; ++earlier) {
      if (*all[earlier] == *all[later]) {
        listen.fail(keys[later], "has the same address as " + std::string(keys[earlier]));
      }
    }
  }
}

void read_instance(ObjectReader& instance, Config& config) {
  config.instance_name = read_name(instance, "name");
  config.instance_eui64 = read_text(instance, "eui64");
  const std::string& eui64 = config.instance_eui64;
  if (!eui64.empty() && (eui64.size() != 16 || !all_of(eui64, "0123456789ABCDEF"))) {
    instance.fail("eui64", "must have 16 hexadecimal digits, letters in upper case");
  }
}

std::string read_path(ObjectReader& reader, std::string_view key,
                      const std::filesystem::path& directory) {
  const std::string text = read_text(reader, key);
  return text.empty() ? text : (directory / text).lexically_normal().string();
}

void note_place(const ObjectReader& reader, std::string_view member, const std::string& key,
                const std::string& path, Config& config) {
  const json::Value* found = reader.value().find(member);
  if (found == nullptr) return;
  config.places[key] = "line " + std::to_string(found->line()) + ", column " +
                       std::to_string(found->column()) + ", " + path;
}

// Two partners under one name would share a lane.
void check_name(ObjectReader& reader, std::map<std::string, int>& seen, const std::string& name) {
  if (!name.empty() && ++seen[name] == 2) reader.fail("name", "another partner has this name");
}

void read_gateways(ObjectReader& root, Config& config, std::map<std::string, int>& names) {
  root.each("gateways", [&](ObjectReader& reader) {
    GatewayConfig gateway;
    gateway.name = read_name(reader, "name");
    check_name(reader, names, gateway.name);
    gateway.address = read_address(reader);
    gateway.profile = read_name(reader, "profile");
    note_place(reader, "profile", "gateways." + gateway.name,
               "gateways[" + std::to_string(config.gateways.size()) + "].profile", config);
    config.gateways.push_back(std::move(gateway));
  });
}

void read_ehrs(ObjectReader& root, Config& config, std::map<std::string, int>& names) {
  std::map<std::string, int> senders;
  root.each("ehrs", [&](ObjectReader& reader) {
    EhrConfig ehr;
    ehr.name = read_name(reader, "name");
    check_name(reader, names, ehr.name);
    ehr.address = read_address(reader);
    ehr.profile = read_name(reader, "profile");
    note_place(reader, "profile", "ehrs." + ehr.name,
               "ehrs[" + std::to_string(config.ehrs.size()) + "].profile", config);
    ehr.sender_ids = reader.texts("sender_ids");
    if (reader.has("sender_ids") && ehr.sender_ids.empty()) {
      reader.fail("sender_ids", "must name at least one sender, or nothing is taken from it");
    }
    for (const std::string& sender : ehr.sender_ids) {
      if (sender.empty()) reader.fail("sender_ids", "a sender must not be empty");
      if (++senders[sender] == 2) reader.fail("sender_ids", "another sender has the same id");
    }
    config.ehrs.push_back(std::move(ehr));
  });
}

void read_library(ObjectReader& library, const std::filesystem::path& directory, Config& config) {
  config.library = read_path(library, "file", directory);
  note_place(library, "file", "library", "library.file", config);
  std::map<std::string, int> persons;
  library.each("trusted_keys", [&](ObjectReader& reader) {
    TrustedKeyConfig key{read_path(reader, "file", directory), read_text(reader, "person")};
    if (!key.person.empty() && ++persons[key.person] == 2) {
      reader.fail("person", "has another key already");
    }
    config.library_keys.push_back(std::move(key));
  });
  // One person alone releases no library (P24).
  config.library_signatures =
      read_number(library, "required_signatures", config.library_signatures, 2, 10);
  if (library.has("recalls")) config.library_recalls = read_path(library, "recalls", directory);
  config.clinical_use = library.flag_or("for_clinical_use", config.clinical_use);
}

// "+05:30" to 330. Offsets in use are from -12:00 to +14:00.
std::optional<std::int16_t> offset_minutes(std::string_view text) {
  constexpr std::string_view digits = "0123456789";
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') {
    return std::nullopt;
  }
  if (!all_of(text.substr(1, 2), digits) || !all_of(text.substr(4, 2), digits)) {
    return std::nullopt;
  }
  const auto two = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
  const int minutes = two(1) * 60 + two(4);
  if (two(4) > 59 || minutes > 14 * 60) return std::nullopt;
  return static_cast<std::int16_t>(text[0] == '-' ? -minutes : minutes);
}

// One of two: the zone, or an offset for a place that never changes its clocks.
void read_clock(ObjectReader& root, Config& config) {
  if (root.has("time_zone") == root.has("default_offset")) {
    const bool both = root.has("time_zone");
    root.fail(both ? "default_offset" : "time_zone",
              both ? "stands beside time_zone, which says the offset of each day: leave out one"
                   : "missing: name the site's zone, like \"America/Chicago\"");
  }
  if (root.has("time_zone")) {
    const std::string zone = read_text(root, "time_zone");
    if (auto clock = clock_of_zone(zone)) {
      config.site_clock = *std::move(clock);
    } else if (!zone.empty()) {
      root.fail("time_zone", "\"" + zone +
                                 "\" is not in this machine's time zone database (package "
                                 "tzdata): write a name of it, like \"America/Chicago\"");
    }
  }
  if (!root.has("default_offset")) return;
  const std::string offset = read_text(root, "default_offset");
  if (const auto minutes = offset_minutes(offset)) {
    config.site_clock = SiteClock(*minutes);
  } else if (!offset.empty()) {
    root.fail("default_offset", "must be like \"+01:00\" or \"-05:00\"");
  }
}

void read_percent(ObjectReader& reader, std::string_view key, Decimal& percent) {
  const std::optional<std::string> text = reader.number_if(key);
  if (!text) return;
  const auto number = Decimal::parse(*text);
  if (!number || number->is_negative() || *number > Decimal(100, 0)) {
    reader.fail(key, "must be a decimal number from 0 to 100");
    return;
  }
  percent = *number;
}

void read_limits(ObjectReader& limits, Config& config) {
  config.connections = read_number(limits, "connections", config.connections, 1, most_connections);
  config.connections_per_peer =
      read_number(limits, "connections_per_peer", config.connections_per_peer, 1, most_connections);
  config.message_bytes = read_number(limits, "message_bytes", config.message_bytes,
                                     least_message_bytes, most_message_bytes);
}

void read_policy(ObjectReader& policy, Config& config) {
  config.request_expiry_minutes =
      read_number(policy, "request_expiry_minutes", config.request_expiry_minutes, 1, day_minutes);
  config.late_after_minutes =
      read_number(policy, "late_after_minutes", config.late_after_minutes, 1, day_minutes);
  read_percent(policy, "weight_change_percent", config.weight_change_percent);
  read_percent(policy, "rounding_error_percent", config.rounding_error_percent);
  config.refuse_beyond_titration =
      policy.flag_or("refuse_beyond_titration", config.refuse_beyond_titration);
  config.pump_condition_seconds =
      read_number(policy, "pump_condition_seconds", config.pump_condition_seconds, 0, 3600);
  config.accepted_pump_libraries = policy.texts_or_none("accepted_pump_libraries");
}

Config read_config(ObjectReader& root, const std::filesystem::path& directory) {
  Config config;
  {
    ObjectReader instance = root.object("instance");
    read_instance(instance, config);
  }
  root.object_if("listen", [&](ObjectReader& listen) { read_listeners(listen, config); });
  config.journal = read_path(root, "journal", directory);
  config.mappings = read_path(root, "mappings", directory);
  {
    ObjectReader library = root.object("library");
    read_library(library, directory, config);
  }
  if (root.has("site")) config.site = read_name(root, "site");
  for (const char* member : {"mappings", "site"}) {
    note_place(root, member, member, member, config);
  }
  std::map<std::string, int> names;
  read_gateways(root, config, names);
  read_ehrs(root, config, names);
  root.object_if("limits", [&](ObjectReader& limits) { read_limits(limits, config); });
  read_clock(root, config);
  config.processing_id = root.one_of<ProcessingId>("processing_id");
  root.object_if("policy", [&](ObjectReader& policy) { read_policy(policy, config); });
  config.log_level = root.one_of_or("log_level", config.log_level);
  return config;
}

}  // namespace

Result<Config, Faults> parse_config(const std::string& file, std::string_view text) {
  const std::filesystem::path path(file);
  const std::string name = path.filename().string();
  const auto document = json::parse(text, json::Comments::allowed);
  if (!document) {
    Fault fault = document.fault();
    fault.place = name + (fault.place.empty() ? "" : ", " + fault.place);
    if (fault.detail.empty()) fault.detail = kind_of(fault.code).text;
    fault.code = FaultCode::configuration_wrong;
    return Faults{std::move(fault)};
  }
  json::Reading reading(name);
  Config config;
  {
    ObjectReader root(*document, reading);
    config = read_config(root, std::filesystem::absolute(path).parent_path());
  }
  Faults faults = reading.take();
  if (!faults.empty()) return faults;
  for (auto& [key, place] : config.places) place.insert(0, name + ", ");
  return config;
}

Result<Config, Faults> load_config(const std::string& file) {
  const auto text = read_file(file, config_bytes);
  if (!text) return Faults{text.fault()};
  return parse_config(file, *text);
}

std::string sentence(const Fault& fault) {
  const std::string_view said = fault.detail.empty() ? kind_of(fault.code).text : fault.detail;
  return fault.place + (fault.place.empty() ? "" : ": ") + std::string(said);
}

}  // namespace bridge::shell
