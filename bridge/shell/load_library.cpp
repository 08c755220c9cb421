// SPDX-License-Identifier: Apache-2.0
#include "shell/load_library.h"

#include <filesystem>
#include <optional>

#include "json/reading.h"
#include "library/load.h"
#include "library/load_limit.h"
#include "library/load_provenance.h"
#include "shell/table_files.h"

namespace bridge::shell {
namespace {

constexpr std::size_t library_bytes = std::size_t{256} << 20;
constexpr std::size_t small_bytes = std::size_t{1} << 20;

std::string name_of_file(const std::string& path) {
  return std::filesystem::path(path).filename().string();
}

}  // namespace

std::string signature_file_of(const std::string& library_file) { return library_file + ".sig"; }

Result<TrustedLibrary, Faults> load_library(const std::string& file,
                                            const library::TrustPolicy& policy) {
  auto text = read_file(file, library_bytes);
  if (!text) {
    Fault fault = text.fault();
    fault.code = FaultCode::library_unusable;
    return Faults{std::move(fault)};
  }
  auto loaded = library::load_with_form(name_of_file(file), *text);
  if (!loaded) return loaded.fault();
  const auto signatures = read_file(signature_file_of(file), small_bytes);
  library::Verdict verdict =
      library::verify(loaded->library, loaded->canonical, name_of_file(signature_file_of(file)),
                      signatures ? &*signatures : nullptr, policy);
  if (!verdict.faults.empty()) return std::move(verdict.faults);
  return TrustedLibrary{std::move(loaded->library), std::move(verdict.signed_by)};
}

void set_library(const std::string& file, Result<TrustedLibrary, Faults> library,
                 engine::Tables& tables) {
  tables.library_file = name_of_file(file);
  tables.library.reset();
  tables.library_signed_by.clear();
  tables.library_faults.clear();
  if (!library) {
    tables.library_faults = library.fault();
    return;
  }
  tables.library = std::move(library->library);
  tables.library_signed_by = std::move(library->signed_by);
}

Result<library::TrustPolicy, Faults> load_trust(const Config& config) {
  library::TrustPolicy policy;
  policy.signatures = config.library_signatures;
  policy.clinical_use = config.clinical_use;
  Faults faults;
  for (const TrustedKeyConfig& one : config.library_keys) {
    const auto pem = read_file(one.file, small_bytes);
    if (!pem) {
      faults.push_back(pem.fault());
      continue;
    }
    const auto key = library::read_public_key(one.file, *pem);
    if (!key) {
      faults.push_back(key.fault());
    } else if (policy.clinical_use && library::is_demonstration_key(key->id)) {
      faults.push_back({FaultCode::configuration_wrong, one.file,
                        "is a demonstration key, whose private half is published"});
    } else {
      policy.keys.push_back({*key, one.person});
    }
  }
  if (!faults.empty()) return faults;
  return policy;
}

Result<std::vector<decide::RecallInput>, Faults> load_recalls(const std::string& file) {
  std::vector<decide::RecallInput> recalls;
  if (file.empty()) return recalls;
  const auto text = read_file(file, small_bytes);
  if (!text) return Faults{text.fault()};
  const auto document = json::parse(*text, json::Comments::allowed);
  if (!document) {
    Fault fault = document.fault();
    fault.place = name_of_file(file) + ", " + fault.place;
    return Faults{std::move(fault)};
  }
  json::Reading reading(name_of_file(file));
  {
    json::ObjectReader root(*document, reading);
    if (root.text("format") != recalls_format && root.has("format")) {
      root.fail("format", "must be \"" + std::string(recalls_format) + '"');
    }
    root.each("recalled", [&recalls](json::ObjectReader& each) {
      decide::RecallInput one;
      one.content_hash = library::read_filled(each, "content_hash");
      if (!one.content_hash.empty() && !library::is_content_hash(one.content_hash)) {
        each.fail("content_hash", "must be 64 hexadecimal digits in lower case");
      }
      one.reason = library::read_filled(each, "reason");
      one.person = library::read_filled(each, "person");
      recalls.push_back(std::move(one));
    });
  }
  Faults faults = reading.take();
  if (!faults.empty()) return faults;
  return recalls;
}

void use_demonstration_library(Config& config) {
  const std::string folder = config.mappings + "/library/";
  config.library = folder + "demonstration.json";
  config.library_keys.clear();
  for (const char* role : {"pharmacy", "nursing", "committee"}) {
    config.library_keys.push_back(
        {folder + "keys/demonstration-" + role + ".pub", "demo-" + std::string(role)});
  }
}

}  // namespace bridge::shell
