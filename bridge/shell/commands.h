// SPDX-License-Identifier: Apache-2.0
// The subcommands of infusion-bridge that need no simulation; each returns the exit status.
#pragma once

#include <span>
#include <string>

#include "shell/config.h"

namespace bridge::shell {

using Arguments = std::span<const std::string>;

int run_serve(Arguments arguments);
int run_explain(Arguments arguments);
int run_send(Arguments arguments);
int run_library(Arguments arguments);
int run_would_program(Arguments arguments);
int run_journal(Arguments arguments);
int run_health(Arguments arguments);

// What holds when no configuration is named: the shipped tables and the demonstration library, one
// gateway and one EHR on this machine. The tables are looked for beside the program.
Config default_config();
// The configuration of `--config FILE` among the arguments, or the default one.
Result<Config, Faults> config_of(Arguments arguments);
// The value after `name`, or nothing.
std::string option_of(Arguments arguments, std::string_view name);
// One sentence per fault on stderr.
void print_faults(const Faults& faults);

}  // namespace bridge::shell
