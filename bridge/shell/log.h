// SPDX-License-Identifier: Apache-2.0
// Log: one line per event, "2026-03-02T12:00:00.000Z info message_answered sequence=42 peer=ward3".
#pragma once

#include <array>
#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <mutex>
#include <string>
#include <string_view>

#include "base/fault.h"
#include "base/named.h"
#include "engine/ports.h"

namespace bridge::shell {

enum class LogLevel : std::uint8_t { debug, info, warning, error };

constexpr auto names_of(LogLevel) {
  return std::array<std::string_view, 4>{"debug", "info", "warning", "error"};
}

// A number, a code of a closed list, or an id of ours: a journal sequence, a lane, a partner's
// configured name, a control id. There is none for a message, a field of one, or a Fault's detail.
class LogField {
 public:
  template <std::integral Whole>
  LogField(std::string_view key, Whole value) : key_(key), value_(std::to_string(value)) {}
  LogField(std::string_view key, bool value) : key_(key), value_(value ? "true" : "false") {}
  LogField(std::string_view key, std::string_view id) : key_(key), value_(id) {}
  LogField(std::string_view key, const char* id) : key_(key), value_(id) {}
  LogField(std::string_view key, const std::string& id) : key_(key), value_(id) {}
  // Code and place, which hold nothing of a message (base/fault.h).
  LogField(std::string_view key, const Fault& fault) : key_(key), value_(brief(fault)) {}

  std::string_view key() const { return key_; }
  const std::string& value() const { return value_; }

 private:
  std::string_view key_;
  std::string value_;
};

// Appends the value as one word: in quotes when it has a blank, an equals sign or a quote. Control
// characters and everything outside of ASCII become \xHH, so that no value can begin a line of its
// own or turn the text around (B150, B151). Longer than 200 bytes is cut and ends in "...".
void append_log_value(std::string& out, std::string_view value);

// From any thread; a line is one write.
class Log {
 public:
  // To a descriptor that stays open: 1 or 2, or a test's pipe.
  Log(int descriptor, LogLevel least, engine::Clock& clock)
      : descriptor_(descriptor), least_(least), clock_(clock) {}

  bool enabled(LogLevel level) const { return level >= least_; }
  // `event` and keys are literals in snake_case.
  void write(LogLevel level, std::string_view event, std::initializer_list<LogField> fields = {});

  void debug(std::string_view event, std::initializer_list<LogField> fields = {}) {
    write(LogLevel::debug, event, fields);
  }
  void info(std::string_view event, std::initializer_list<LogField> fields = {}) {
    write(LogLevel::info, event, fields);
  }
  void warning(std::string_view event, std::initializer_list<LogField> fields = {}) {
    write(LogLevel::warning, event, fields);
  }
  void error(std::string_view event, std::initializer_list<LogField> fields = {}) {
    write(LogLevel::error, event, fields);
  }

 private:
  const int descriptor_;
  const LogLevel least_;
  engine::Clock& clock_;
  std::mutex mutex_;
  std::string line_;  // under mutex_
};

}  // namespace bridge::shell
