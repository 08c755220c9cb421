// SPDX-License-Identifier: Apache-2.0
// Outbox: sends what recorded facts say is due, each lane strictly in order; the one place of
// retries.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "engine/core.h"
#include "engine/counters.h"
#include "engine/ports.h"

namespace bridge::engine {

// What a sender thread should do next.
struct NextTry {
  bool worked = false;            // something was sent: look again at once
  std::int64_t wait_ms = 60'000;  // otherwise at the latest after this time, or when woken
};

// One instance serves all partners; each of its functions is called by one thread per partner. It
// holds no truth: only when to try again.
class Outbox {
 public:
  Outbox(Core& core, TablesHolder& tables, Counters& counters);

  // The next command for the pumps of this gateway: intent recorded and durable, then the exchange,
  // then its outcome recorded. A command is sent under one control id for ever.
  NextTry send_program(const std::string& gateway, Link& link);

  // The next report or answer of this EHR lane. Repeated with the same bytes until it is answered;
  // a refused one is parked with its code and the lane goes on (P14).
  NextTry send_report(const std::string& destination, Link& link);

 private:
  struct Backoff {
    std::uint32_t failures = 0;
    std::int64_t not_before_ms = 0;
  };
  std::optional<std::string> next_program(const std::string& gateway, const Tables& tables) const;
  std::int64_t backed_off(const std::string& lane, std::int64_t now_ms);
  void failed(const std::string& lane, std::int64_t now_ms);
  void succeeded(const std::string& lane);

  Core& core_;
  TablesHolder& tables_;
  Counters& counters_;
  std::mutex mutex_;
  std::map<std::string, Backoff> backoff_;  // one per partner, so bounded by the configuration
};

}  // namespace bridge::engine
