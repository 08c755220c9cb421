// SPDX-License-Identifier: Apache-2.0
#include "shell/load_tables.h"

#include <algorithm>
#include <utility>

#include "shell/load_library.h"
#include "shell/table_files.h"

namespace bridge::shell {
namespace {

using translate::MappingFiles;

void take_faults(Faults& all, const Faults& more) {
  all.insert(all.end(), more.begin(), more.end());
}

// What the configuration names and is not there is told where it is named.
Fault named_by(const Config& config, std::string_view key, Fault fault) {
  const auto place = config.places.find(key);
  if (place == config.places.end()) return fault;
  const std::string said =
      fault.detail.empty() ? std::string(kind_of(fault.code).text) : fault.detail;
  fault.detail = fault.place + ": " + said;
  fault.place = place->second;
  return fault;
}

// The files of one directory level: "units.csv", not "gateways/ihe-tf9.json".
MappingFiles tables_below(const TableFiles& files, const std::string& prefix) {
  MappingFiles found;
  for (const auto& [path, text] : files) {
    if (path.rfind(prefix, 0) != 0) continue;
    const std::string name = path.substr(prefix.size());
    if (name.find('/') == std::string::npos && name.ends_with(".csv")) found.emplace(name, text);
  }
  return found;
}

std::string_view text_of(const MappingFiles& base, const MappingFiles& site, std::string_view name,
                         Faults& faults) {
  if (const auto own = site.find(name); own != site.end()) return own->second;
  if (const auto shared = base.find(name); shared != base.end()) return shared->second;
  faults.push_back(
      Fault{FaultCode::configuration_wrong, std::string(name), "the table is missing"});
  return {};
}

template <class Profile, class Read>
void load_profile(const Config& config, const std::string& key, const TableFiles& files,
                  const std::string& path, const std::string& partner,
                  std::map<std::string, Profile>& profiles, Faults& faults, Read&& read) {
  const auto found = files.find(path);
  if (found == files.end()) {
    faults.push_back(named_by(
        config, key, Fault{FaultCode::configuration_wrong, path, "the profile is missing"}));
    return;
  }
  auto profile = read(path, found->second);
  if (profile)
    profiles.emplace(partner, std::move(profile).value());
  else
    take_faults(faults, profile.fault());
}

translate::HeaderPolicy gateway_policy() {
  translate::HeaderPolicy policy = translate::ehr_policy();
  policy.messages = {{"RRG", "O16", "RRG_O16"}, {"ORU", "R42", "ORU_R01"}};
  return policy;
}

// A pump behind a gateway that nobody configured could never be reached.
void check_gateways(const library::PumpRegistry& pumps,
                    const std::map<std::string, translate::GatewayProfile>& gateways,
                    Faults& faults) {
  for (const Pump& pump : pumps.pumps()) {
    if (gateways.contains(pump.gateway)) continue;
    faults.push_back(Fault{FaultCode::configuration_wrong, "pumps.csv",
                           "pump " + pump.pump.id + " is behind gateway '" + pump.gateway +
                               "', which the configuration does not name"});
  }
}

void set_policy(const Config& config, engine::Tables& tables) {
  tables.ehr_door = translate::ehr_policy();
  tables.gateway_door = gateway_policy();
  for (translate::HeaderPolicy* door : {&tables.ehr_door, &tables.gateway_door}) {
    door->site_clock = config.site_clock;
    door->processing_ids = name_of(config.processing_id);
  }
  tables.policy.request_expires_after_ms = std::int64_t{config.request_expiry_minutes} * 60'000;
  tables.policy.max_weight_change_percent = config.weight_change_percent.exact();
  tables.policy.max_rounding_error_percent = config.rounding_error_percent.exact();
  tables.policy.refuse_beyond_titration = config.refuse_beyond_titration;
  tables.policy.pump_condition_counts_ms = std::int64_t{config.pump_condition_seconds} * 1000;
  tables.policy.accepted_pump_libraries = config.accepted_pump_libraries;
  tables.times.event_late_after_ms = std::int64_t{config.late_after_minutes} * 60'000;
  // The most patient gateway sets the pace: a command is never given up while its partner may still
  // act.
  for (const auto& [name, profile] : tables.gateways) {
    tables.times.program_lives_ms =
        std::max(tables.times.program_lives_ms, profile.patience.time_to_live_ms);
    tables.times.answer_within_ms =
        std::max(tables.times.answer_within_ms, profile.patience.answer_timeout_ms);
  }
  for (const EhrConfig& ehr : config.ehrs) {
    for (const std::string& sender : ehr.sender_ids) tables.lanes[sender] = ehr.name;
  }
  if (!config.ehrs.empty()) tables.report_destination = config.ehrs.front().name;
}

Result<TrustedLibrary, Faults> named_library(const Config& config,
                                             const library::TrustPolicy& trust) {
  auto library = load_library(config.library, trust);
  if (library) return library;
  Faults faults = library.fault();
  for (Fault& fault : faults) {
    if (fault.place == config.library) fault = named_by(config, "library", std::move(fault));
  }
  return faults;
}

}  // namespace

Result<std::shared_ptr<const engine::Tables>, Faults> load_tables(const Config& config,
                                                                  WithoutLibrary without) {
  const auto files = read_table_files(config.mappings);
  if (!files) {
    Faults unread = files.fault();
    for (Fault& fault : unread) {
      if (fault.place == config.mappings) fault = named_by(config, "mappings", std::move(fault));
    }
    return unread;
  }
  Faults faults;
  const MappingFiles base = tables_below(*files, "");
  const MappingFiles site =
      config.site.empty() ? MappingFiles{} : tables_below(*files, "sites/" + config.site + "/");
  if (!config.site.empty() && site.empty()) {
    faults.push_back(named_by(
        config, "site",
        Fault{FaultCode::configuration_wrong, "sites/" + config.site, "the site has no tables"}));
  }
  auto codes = translate::CodeBook::load(base, site);
  if (!codes) take_faults(faults, codes.fault());
  auto terms = translate::PumpTerms::load(base, site);
  if (!terms) take_faults(faults, terms.fault());
  const std::string_view models = text_of(base, site, "pump_models.csv", faults);
  const std::string_view pump_rows = text_of(base, site, "pumps.csv", faults);
  auto pumps = library::PumpRegistry::load(models, pump_rows);
  if (!pumps) take_faults(faults, pumps.fault());
  auto trust = load_trust(config);
  if (!trust) take_faults(faults, trust.fault());
  auto library = trust ? named_library(config, *trust) : Result<TrustedLibrary, Faults>(Faults{});
  if (!library && without == WithoutLibrary::refused) take_faults(faults, library.fault());
  std::map<std::string, translate::GatewayProfile> gateways;
  for (const GatewayConfig& gateway : config.gateways) {
    load_profile(config, "gateways." + gateway.name, *files,
                 "gateways/" + gateway.profile + ".json", gateway.name, gateways, faults,
                 translate::read_gateway_profile);
  }
  std::map<std::string, translate::EhrProfile> ehrs;
  for (const EhrConfig& ehr : config.ehrs) {
    load_profile(config, "ehrs." + ehr.name, *files, "ehrs/" + ehr.profile + ".json", ehr.name,
                 ehrs, faults, translate::read_ehr_profile);
  }
  if (pumps && library) take_faults(faults, pumps->faults_against(library->library));
  if (pumps && !config.gateways.empty()) check_gateways(*pumps, gateways, faults);
  if (any_error(faults)) return faults;
  auto tables =
      std::make_shared<engine::Tables>(engine::Tables{.codes = std::move(codes).value(),
                                                      .pump_terms = std::move(terms).value(),
                                                      .library = {},
                                                      .library_trust = std::move(trust).value(),
                                                      .pumps = std::move(pumps).value(),
                                                      .gateways = std::move(gateways),
                                                      .ehrs = std::move(ehrs),
                                                      .lanes = {},
                                                      .ehr_door = {},
                                                      .gateway_door = {},
                                                      .policy = {},
                                                      .times = {},
                                                      .report_destination = {}});
  set_library(config.library, std::move(library), *tables);
  set_policy(config, *tables);
  return std::shared_ptr<const engine::Tables>(std::move(tables));
}

}  // namespace bridge::shell
