// SPDX-License-Identifier: Apache-2.0
// Journal, Link, Clock: all that the engine wants of the outside; each has a real and a test form.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/result.h"

namespace bridge::engine {

// One journal record before it has its place in the chain.
struct Entry {
  std::string kind;     // name of the fact
  std::string payload;  // one line of JSON, engine/record.h
};

// A record as kept. `hash` = SHA-256 over previous hash, sequence, time, kind and payload.
struct Record {
  std::uint64_t sequence = 0;  // from 1, without gaps
  std::int64_t at_unix_ms = 0;
  std::string kind;
  std::string payload;
  std::string hash;  // 32 bytes
};

// The append-only, hash-chained truth. append() only takes the entries in order and gives them
// their place; wait_durable() returns when they survive a power cut. Both may be called from many
// threads; the order of append() calls is the order of the journal. After one failed write nothing
// is durable any more: every later wait fails, and the process must end and recover from disk (P1).
class Journal {
 public:
  virtual ~Journal() = default;
  // Returns the sequence of the last entry. `entries` is not empty.
  virtual std::uint64_t append(std::vector<Entry> entries, Instant at) = 0;
  // Fault: store_failed.
  virtual Result<Done> wait_durable(std::uint64_t sequence) = 0;
  // Feeds every durable record from `first` on, in order; stops with the fault that `take` returns.
  virtual Result<Done> replay(std::uint64_t first,
                              const std::function<Result<Done>(const Record&)>& take) = 0;
};

// One message out and its acknowledgement on the same connection.
class Link {
 public:
  virtual ~Link() = default;
  // What became of one attempt. Only `answered` has an answer; `unreached` means that not a single
  // byte can have left, so nothing happened; `unknown` is everything else.
  enum class Fate : std::uint8_t { answered, unreached, unknown };
  struct Outcome {
    Fate fate = Fate::unknown;
    std::string answer;
  };
  virtual Outcome exchange(std::string_view message, std::int64_t timeout_ms) = 0;
};

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() = 0;
};

}  // namespace bridge::engine
