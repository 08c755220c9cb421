// SPDX-License-Identifier: Apache-2.0
// FastClock: time that begins where it is told and runs a whole number of times faster than real.
#pragma once

#include <chrono>
#include <cstdint>

#include "engine/ports.h"

namespace bridge::simulate {

class FastClock final : public engine::Clock {
 public:
  FastClock(Instant begin, std::int64_t speed) : begin_(begin), speed_(speed) {}

  Instant now() override {
    const auto real = std::chrono::steady_clock::now() - started_;
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(real * speed_).count();
    return begin_.plus_ms(ms);
  }

 private:
  const Instant begin_;
  const std::int64_t speed_;
  const std::chrono::steady_clock::time_point started_ = std::chrono::steady_clock::now();
};

inline Instant system_now() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return Instant::from_unix_ms(
      std::chrono::duration_cast<std::chrono::milliseconds>(since).count());
}

}  // namespace bridge::simulate
