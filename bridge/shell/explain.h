// SPDX-License-Identifier: Apache-2.0
// explain: reads messages or resources offline, in order, and says what they mean and would do.
#pragma once

#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

#include "engine/tables.h"

namespace bridge::shell {

struct ExplainOptions {
  bool json = false;
  std::string pump;  // id of pumps.csv: hold the order against this pump
  std::vector<std::string> files;
};

// The whole line on a journal in memory; the clock stands at MSH-7 of each message (a resource: at
// the real time), so that old samples are not stale. Returns 0 would program or accepted, 1
// refused, 2 unreadable, by the last file. Each is accounted for, in order: those before it make the
// state that it meets, in which each command was taken by its gateway.
int explain(const ExplainOptions& options, std::shared_ptr<const engine::Tables> tables,
            std::ostream& out);

}  // namespace bridge::shell
