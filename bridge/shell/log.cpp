// SPDX-License-Identifier: Apache-2.0
#include "shell/log.h"

#include <unistd.h>

#include <cerrno>

namespace bridge::shell {
namespace {

constexpr std::size_t value_bytes = 200;

void write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    // A log that cannot be written must not stop an infusion order.
    if (written <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace

void append_log_value(std::string& out, std::string_view value) {
  constexpr std::string_view digits = "0123456789abcdef";
  const bool is_cut = value.size() > value_bytes;
  if (is_cut) value = value.substr(0, value_bytes);
  const bool quoted = value.empty() || value.find_first_of(" =\"\\") != std::string_view::npos;
  if (quoted) out.push_back('"');
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte >= 0x7f) {
      out.append("\\x").push_back(digits[byte >> 4U]);
      out.push_back(digits[byte & 0x0fU]);
    } else {
      if (c == '"' || c == '\\') out.push_back('\\');
      out.push_back(c);
    }
  }
  if (is_cut) out.append("...");
  if (quoted) out.push_back('"');
}

void Log::write(LogLevel level, std::string_view event, std::initializer_list<LogField> fields) {
  if (!enabled(level)) return;
  const std::string now = clock_.now().utc();
  const std::lock_guard lock(mutex_);
  line_.assign(now).append(" ").append(name_of(level)).append(" ").append(event);
  for (const LogField& field : fields) {
    line_.append(" ").append(field.key()).append("=");
    append_log_value(line_, field.value());
  }
  line_.push_back('\n');
  write_all(descriptor_, line_);
}

}  // namespace bridge::shell
