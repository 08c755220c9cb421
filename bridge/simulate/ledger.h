// SPDX-License-Identifier: Apache-2.0
// Ledger: what one simulated end saw and did, one JSON line each, on the disk before anybody is
// told.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <variant>

#include "base/instant.h"
#include "base/result.h"

namespace bridge::simulate {

// The oracle of the crash proof: tests/crash/check_ledgers.py reads the ledgers of the two ends and
// nothing of the bridge. It holds order numbers and control ids of invented patients; never point a
// simulated end at real messages.
class Ledger {
 public:
  struct Field {
    std::string_view name;
    std::variant<std::string_view, std::int64_t, bool> value;

    Field(std::string_view named, std::string_view text) : name(named), value(text) {}
    Field(std::string_view named, const std::string& text)
        : name(named), value(std::string_view(text)) {}
    Field(std::string_view named, const char* text) : name(named), value(std::string_view(text)) {}
    Field(std::string_view named, std::int64_t whole) : name(named), value(whole) {}
    Field(std::string_view named, bool flag) : name(named), value(flag) {}
  };

  // Appends to the file; an empty path keeps no ledger. Fault: store_failed.
  static Result<std::unique_ptr<Ledger>> open(const std::string& path);
  ~Ledger();
  Ledger(const Ledger&) = delete;
  Ledger& operator=(const Ledger&) = delete;

  // {"n":1,"at":"2026-03-02T10:00:00.000Z","what":"programmed", fields...}, durable when this
  // returns. From any thread. An oracle that cannot be written is worth nothing: the process stops.
  void write(Instant at, std::string_view what, std::initializer_list<Field> fields);

 private:
  explicit Ledger(int descriptor) : descriptor_(descriptor) {}

  const int descriptor_;
  std::mutex mutex_;
  std::int64_t lines_ = 0;
  std::string line_;
};

}  // namespace bridge::simulate
