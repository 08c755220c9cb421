// SPDX-License-Identifier: Apache-2.0
#include "simulate/story_command.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>

#include "shell/commands.h"
#include "shell/load_tables.h"
#include "simulate/story_check.h"

namespace bridge::simulate {
namespace {

namespace fs = std::filesystem;

struct CheckOptions {
  std::string junit;
  std::string config;
  std::vector<std::string> paths;
};

std::optional<CheckOptions> read_options(std::span<const std::string> arguments) {
  CheckOptions options;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    if (argument == "--junit" || argument == "--config") {
      if (i + 1 == arguments.size()) return std::nullopt;
      (argument == "--junit" ? options.junit : options.config) = arguments[++i];
    } else if (argument.starts_with('-')) {
      return std::nullopt;
    } else {
      options.paths.push_back(argument);
    }
  }
  return options.paths.empty() ? std::nullopt : std::optional(options);
}

Result<shell::Config, Faults> config_for(const CheckOptions& options) {
  if (!options.config.empty()) return shell::load_config(options.config);
  std::error_code ignored;
  fs::path root = fs::absolute(options.paths.front(), ignored).lexically_normal();
  while (true) {
    if (fs::is_directory(root / "mappings", ignored)) return sample_config(root.string());
    if (!root.has_relative_path()) break;
    root = root.parent_path();
  }
  // A site's own folder stands anywhere: the tables that came with the program hold.
  const shell::Config shipped = shell::default_config();
  if (fs::is_directory(shipped.mappings, ignored)) {
    shell::Config config = sample_config(fs::path(shipped.mappings).parent_path().string());
    return config;
  }
  return Faults{Fault{FaultCode::configuration_wrong, options.paths.front(),
                      "neither above these samples nor beside the program is a folder `mappings`; "
                      "name the configuration whose tables hold: --config FILE"}};
}

// XML 1.0 has no way to write control characters.
std::string in_xml(std::string_view text) {
  std::string out;
  for (const char byte : text) {
    const auto code = static_cast<unsigned char>(byte);
    switch (byte) {
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '&':
        out += "&amp;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += code < 0x20 && byte != '\n' && byte != '\t' ? '?' : byte;
    }
  }
  return out;
}

// A story names the lanes and the gateway of the configuration that it was written for.
std::string tables_text(const shell::Config& config) {
  std::string out = "checked with " + config.mappings;
  if (!config.site.empty()) out.append(", site ").append(config.site);
  out.append(", ").append(config.library);
  for (const shell::EhrConfig& ehr : config.ehrs) out.append(", EHR lane ").append(ehr.name);
  for (const shell::GatewayConfig& one : config.gateways) out.append(", gateway ").append(one.name);
  return out + "\n";
}

int say(const Faults& faults, std::ostream& errors) {
  for (const Fault& fault : faults) errors << shell::sentence(fault) << '\n';
  return 2;
}

}  // namespace

std::string junit_text(const std::vector<CheckedFile>& files) {
  const auto failures = std::count_if(
      files.begin(), files.end(), [](const CheckedFile& file) { return !file.failure.empty(); });
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"samples\" tests=\"" +
      std::to_string(files.size()) + "\" failures=\"" + std::to_string(failures) + "\">\n";
  for (const CheckedFile& file : files) {
    const fs::path path(file.path);
    out.append("  <testcase classname=\"").append(in_xml(path.parent_path().string()));
    out.append("\" name=\"").append(in_xml(path.filename().string())).append("\"");
    if (file.failure.empty()) {
      out += "/>\n";
      continue;
    }
    out.append(">\n    <failure message=\"not as expected\">");
    out.append(in_xml(file.failure)).append("</failure>\n  </testcase>\n");
  }
  return out + "</testsuite>\n";
}

int run_check(std::span<const std::string> arguments, std::ostream& out, std::ostream& errors) {
  const auto options = read_options(arguments);
  if (!options) {
    errors << "check [--junit FILE] [--config FILE] DIR...\n";
    return 2;
  }
  const auto config = config_for(*options);
  if (!config) return say(config.fault(), errors);
  const auto tables = shell::load_tables(*config);
  if (!tables) return say(tables.fault(), errors);
  const auto paths = find_checks(options->paths);
  if (!paths) return say({paths.fault()}, errors);

  const Rewriting rewriting = wanted_rewriting();
  std::vector<CheckedFile> files;
  std::size_t failures = 0;
  for (const std::string& path : *paths) {
    CheckResult result = check_file(path, *tables, rewriting);
    if (result.rewritten) out << "rewritten: " << path << '\n';
    if (!result.failure.empty()) {
      ++failures;
      out << "FAILED: " << path << '\n' << result.failure;
    }
    files.push_back({path, std::move(result.failure)});
  }
  if (!options->junit.empty()) {
    std::ofstream file(options->junit, std::ios::binary | std::ios::trunc);
    file << junit_text(files);
    file.close();
    if (!file)
      return say({Fault{FaultCode::configuration_wrong, options->junit, "cannot be written"}},
                 errors);
  }
  if (failures > 0) out << tables_text(*config);
  out << files.size() - failures << " passed, " << failures << " failed\n";
  return failures == 0 && !files.empty() ? 0 : 1;
}

int run_check(std::span<const std::string> arguments) {
  return run_check(arguments, std::cout, std::cerr);
}

}  // namespace bridge::simulate
