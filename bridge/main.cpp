// SPDX-License-Identifier: Apache-2.0
// infusion-bridge: the command line; the only place where parts meet that do not know each other.
#include <cstdio>
#include <iostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shell/commands.h"
#include "simulate/demonstration.h"
#include "simulate/run.h"
#include "simulate/story_command.h"

namespace {

using Arguments = std::span<const std::string>;

constexpr std::string_view usage = R"(infusion-bridge COMMAND
  serve [--config FILE] [--demo [--once]]      the service; --demo: a whole demonstration hospital
                                               at the addresses of FILE
  explain [--json] [--config FILE] [--pump ID] FILE...
                                               what messages mean and which command they would make
  check [--junit FILE] [--config FILE] DIR...  runs stories and samples as regression tests
  simulate gateway|ehr [OPTION...]             one end alone, to test against a real partner
  send FILE... --mllp HOST:PORT | --fhir URL   sends samples, prints the answers
  library lint|diff|sign|verify|keygen ...      the drug library's tools
  library generate [--care-areas N] [--setups N] [--seed N]
                                               an invented library of that size, for measurements
  library would-program [OPTION...] FILE|DIR...
                                               orders against libraries: what to mend, ranked
  journal verify|show FILE [order ID]          the journal's tools
  health [--port N]                            exit 0 when the service on this machine is ready
  --version
)";

int wrong_usage() {
  std::fputs(usage.data(), stderr);
  return 2;
}

int serve(Arguments arguments) {
  for (const std::string& argument : arguments) {
    if (argument == "--demo") return bridge::simulate::run_demonstration(arguments);
  }
  return bridge::shell::run_serve(arguments);
}

bool asks_for_help(const std::string& argument) { return argument == "--help" || argument == "-h"; }

int help() {
  std::fputs(usage.data(), stdout);
  return 0;
}

int simulate(Arguments arguments) {
  if (arguments.empty()) return wrong_usage();
  if (asks_for_help(arguments[0])) {
    (void)bridge::simulate::run_gateway(arguments.first(1));
    std::putchar('\n');
    return bridge::simulate::run_ehr(arguments.first(1));
  }
  if (arguments[0] == "gateway") return bridge::simulate::run_gateway(arguments.subspan(1));
  if (arguments[0] == "ehr") return bridge::simulate::run_ehr(arguments.subspan(1));
  return wrong_usage();
}

}  // namespace

int main(int count, char** values) {
  const std::vector<std::string> all(values + 1, values + count);
  if (all.empty()) return wrong_usage();
  const std::string& command = all.front();
  const Arguments rest = Arguments(all).subspan(1);
  if (asks_for_help(command) ||
      (command != "simulate" && !rest.empty() && asks_for_help(rest[0]))) {
    return help();
  }
  if (command == "serve") return serve(rest);
  if (command == "explain") return bridge::shell::run_explain(rest);
  if (command == "check") return bridge::simulate::run_check(rest);
  if (command == "simulate") return simulate(rest);
  if (command == "send") return bridge::shell::run_send(rest);
  if (command == "library") return bridge::shell::run_library(rest);
  if (command == "journal") return bridge::shell::run_journal(rest);
  if (command == "health") return bridge::shell::run_health(rest);
  if (command == "--version") {
    std::puts("infusion-bridge " BRIDGE_VERSION);
    return 0;
  }
  return wrong_usage();
}
