// SPDX-License-Identifier: Apache-2.0
// The shipped tables and the demonstration library, loaded once; no test changes them.
#pragma once

#include <gtest/gtest.h>

#include <memory>

#include "shell/load_library.h"
#include "shell/load_tables.h"

namespace bridge::shell {

inline std::shared_ptr<const engine::Tables> shipped_tables() {
  static const auto loaded = [] {
    Config config;
    config.mappings = BRIDGE_SOURCE_DIR "/mappings";
    use_demonstration_library(config);
    config.gateways.push_back({"demo", {"127.0.0.1", 1}, "ihe-tf9"});
    config.ehrs.push_back({"ehr", {"127.0.0.1", 1}, "default", {}});
    auto made = load_tables(config);
    EXPECT_TRUE(made);
    return std::move(made).value();
  }();
  return loaded;
}

}  // namespace bridge::shell
