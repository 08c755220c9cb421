// SPDX-License-Identifier: Apache-2.0
#include "shell/commands.h"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <iostream>

#include "engine/record.h"
#include "json/json.h"
#include "shell/explain.h"
#include "shell/library_commands.h"
#include "shell/library_generate_command.h"
#include "shell/load_library.h"
#include "shell/load_tables.h"
#include "shell/service.h"
#include "shell/system_clock.h"

namespace bridge::shell {
namespace {

constexpr std::int64_t stop_within_ms = 10'000;

int usage(std::string_view text) {
  std::fprintf(stderr, "usage: infusion-bridge %.*s\n", static_cast<int>(text.size()), text.data());
  return 2;
}

std::string find_mappings() {
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  for (const fs::path& place : {fs::path("mappings"), program.parent_path() / "../../mappings",
                                program.parent_path() / "../share/infusion-bridge/mappings"}) {
    if (fs::exists(place / "units.csv", error)) return fs::weakly_canonical(place, error).string();
  }
  return "mappings";
}

// Signals are taken by the main thread alone, between two looks at the journal's health.
sigset_t block_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&signals, signal);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  return signals;
}

// The machine's doing, not the configuration's or a table's: a port in use, the journal's disk.
bool could_not_run(const Faults& faults) {
  return std::any_of(faults.begin(), faults.end(), [](const Fault& fault) {
    return kind_of(fault.code).owner == Owner::operations;
  });
}

// The records of one order: those that name it, and those of its commands, administrations and
// reports.
class OrderLine {
 public:
  // "ORD1" or "ORD1^EHR".
  explicit OrderLine(const std::string& order) : all_(order.empty()) {
    const std::string id = order.substr(0, order.find('^'));
    names_ = {"\"" + id + "\"", "\"" + id + "^"};
  }

  bool has(const engine::Record& record) {
    if (all_) return true;
    bool named = false;
    for (const std::string& name : names_) {
      named = named || record.payload.find(name) != std::string::npos;
    }
    if (!named) return false;
    found_ = true;
    const auto value = json::parse(record.payload);
    for (const char* key : {"control_id", "report_id", "administration_id"}) {
      const auto id = value ? value->text_of(key) : std::nullopt;
      if (record.kind != "message_answered" && id) names_.push_back('"' + std::string(*id) + '"');
    }
    return true;
  }
  bool empty() const { return !found_; }

 private:
  bool all_;
  bool found_ = false;
  std::vector<std::string> names_;
};

}  // namespace

Config default_config() {
  Config config;
  config.mappings = find_mappings();
  use_demonstration_library(config);
  config.journal = "infusion-bridge.db";
  config.gateways.push_back({"demo", {"127.0.0.1", 3000}, "ihe-tf9"});
  config.ehrs.push_back({"ehr", {"127.0.0.1", 3001}, "default", {}});
  return config;
}

std::string option_of(Arguments arguments, std::string_view name) {
  for (std::size_t at = 0; at + 1 < arguments.size(); ++at) {
    if (arguments[at] == name) return arguments[at + 1];
  }
  return {};
}

Result<Config, Faults> config_of(Arguments arguments) {
  const std::string file = option_of(arguments, "--config");
  if (file.empty()) return default_config();
  return load_config(file);
}

void print_faults(const Faults& faults) {
  for (const Fault& fault : faults) std::fprintf(stderr, "%s\n", sentence(fault).c_str());
}

int run_serve(Arguments arguments) {
  if (!arguments.empty() && (arguments.size() != 2 || arguments[0] != "--config")) {
    return usage("serve [--config FILE]   (or serve --demo [--once])");
  }
  const auto config = config_of(arguments);
  if (!config) {
    print_faults(config.fault());
    return 2;
  }
  const sigset_t signals = block_signals();
  SystemClock clock;
  Log log(2, config->log_level, clock);
  auto service = Service::start(*config, clock, log);
  if (!service) {
    print_faults(service.fault());
    return could_not_run(service.fault()) ? 1 : 2;
  }
  Service& running = **service;
  if (running.library_in_use().empty()) {
    print_faults(running.library_faults());
    std::fputs("NO DRUG LIBRARY IS IN USE: every order is refused until one is\n", stderr);
    log.error("library_refused", {{"faults", running.library_faults().size()}});
  }
  std::printf("ready ehr=%s:%u gateway=%s:%u http=%s:%u\n", config->listen_ehr.host.c_str(),
              running.ehr_port(), config->listen_gateway.host.c_str(), running.gateway_port(),
              config->listen_http.host.c_str(), running.http_port());
  std::fflush(stdout);
  for (;;) {
    const timespec look_again{0, 200'000'000};
    const int signal = sigtimedwait(&signals, nullptr, &look_again);
    if (signal == SIGTERM || signal == SIGINT) break;
    if (signal == SIGHUP) {
      const Faults faults = running.reload();
      print_faults(faults);
      const std::string library = running.library_in_use();
      if (!faults.empty()) {
        std::fprintf(stderr, "nothing was changed; the drug library in use is %s\n",
                     library.empty() ? "none" : library.c_str());
      }
      log.info(faults.empty() ? "tables_reloaded" : "tables_kept", {{"faults", faults.size()}});
    }
    if (running.failed()) {
      log.error("journal_failed");
      std::_Exit(3);  // what was acknowledged is on the disk; the rest must not be told
    }
  }
  return running.stop(stop_within_ms) ? 0 : 1;
}

int run_explain(Arguments arguments) {
  ExplainOptions options;
  for (std::size_t at = 0; at < arguments.size(); ++at) {
    const std::string& argument = arguments[at];
    if (argument == "--json")
      options.json = true;
    else if (argument == "--pump" && at + 1 < arguments.size())
      options.pump = arguments[++at];
    else if (argument == "--config" && at + 1 < arguments.size())
      ++at;
    else if (argument.starts_with("--"))
      return usage("explain [--json] [--config FILE] [--pump ID] FILE...");
    else
      options.files.push_back(argument);
  }
  if (options.files.empty()) return usage("explain [--json] [--config FILE] [--pump ID] FILE...");
  const auto config = config_of(arguments);
  if (!config) {
    print_faults(config.fault());
    return 2;
  }
  auto tables = load_tables(*config);
  if (!tables) {
    print_faults(tables.fault());
    return 2;
  }
  return explain(options, std::move(tables).value(), std::cout);
}

int run_library(Arguments arguments) {
  if (!arguments.empty() && arguments[0] == "would-program") {
    return run_would_program(arguments.subspan(1));
  }
  if (!arguments.empty() && arguments[0] == "generate") {
    return run_library_generate(arguments.subspan(1));
  }
  return run_library_tool(arguments);
}

int run_journal(Arguments arguments) {
  const bool verify = arguments.size() == 2 && arguments[0] == "verify";
  const bool show = arguments.size() == 2 && arguments[0] == "show";
  const bool show_order =
      arguments.size() == 4 && arguments[0] == "show" && arguments[2] == "order";
  if (!verify && !show && !show_order) return usage("journal verify|show FILE [order ID]");
  OrderLine line(show_order ? arguments[3] : "");
  const auto head =
      read_journal(arguments[1], 1, [&](const engine::Record& record) -> Result<Done> {
        if (verify || !line.has(record)) return Done{};
        std::printf("%llu %s %s %s\n", static_cast<unsigned long long>(record.sequence),
                    Instant::from_unix_ms(record.at_unix_ms).utc().c_str(), record.kind.c_str(),
                    record.payload.c_str());
        return Done{};
      });
  if (!head) {
    print_faults({head.fault()});
    return 1;
  }
  if (show_order && line.empty()) {
    std::fputs("the journal knows no such order\n", stderr);
    return 1;
  }
  if (verify) {
    std::printf("whole: %llu records\n", static_cast<unsigned long long>(head->sequence));
  }
  return 0;
}

}  // namespace bridge::shell
