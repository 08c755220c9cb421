// SPDX-License-Identifier: Apache-2.0
// `infusion-bridge library lint|diff|sign|verify|keygen`: what a pharmacy does with a library file.
#pragma once

#include "shell/commands.h"

namespace bridge::shell {

// Exit status: 0 all well, 1 the answer is no, 2 a file cannot be read or the command is wrong.
int run_library_tool(Arguments arguments);

}  // namespace bridge::shell
