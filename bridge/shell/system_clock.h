// SPDX-License-Identifier: Apache-2.0
// SystemClock: the clock of the machine, the only place that asks it what time it is for the
// engine.
#pragma once

#include <chrono>

#include "engine/ports.h"

namespace bridge::shell {

class SystemClock final : public engine::Clock {
 public:
  Instant now() override {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return Instant::from_unix_ms(
        std::chrono::duration_cast<std::chrono::milliseconds>(since).count());
  }
};

}  // namespace bridge::shell
