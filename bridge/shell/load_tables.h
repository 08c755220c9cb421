// SPDX-License-Identifier: Apache-2.0
// load_tables: every file of the mappings directory and the drug library become one set of Tables.
#pragma once

#include <memory>

#include "base/result.h"
#include "engine/tables.h"
#include "shell/config.h"

namespace bridge::shell {

// All or nothing, every fault of every file told at once. A drug library that cannot be read is
// such a fault too: the last good set stays (SIGHUP), or the service does not start.
// What an unusable library means: nothing is loaded, or all but it, and the tables say why.
enum class WithoutLibrary : std::uint8_t { refused, taken };

Result<std::shared_ptr<const engine::Tables>, Faults> load_tables(
    const Config& config, WithoutLibrary without = WithoutLibrary::refused);

}  // namespace bridge::shell
