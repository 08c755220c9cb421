// SPDX-License-Identifier: Apache-2.0
// ManualClock: time that passes when the test says so.
#pragma once

#include <atomic>
#include <cstdint>

#include "engine/ports.h"

namespace bridge::engine {

class ManualClock final : public Clock {
 public:
  // 2026-03-02T12:00:00Z, unless told otherwise.
  explicit ManualClock(std::int64_t unix_ms = 1'772'452'800'000) : unix_ms_(unix_ms) {}
  Instant now() override { return Instant::from_unix_ms(unix_ms_.load()); }
  void set(Instant instant) { unix_ms_ = instant.unix_ms(); }
  void advance_ms(std::int64_t ms) { unix_ms_ += ms; }

 private:
  std::atomic<std::int64_t> unix_ms_;
};

}  // namespace bridge::engine
