// SPDX-License-Identifier: Apache-2.0
#include "hl7/escape.h"

#include <cstddef>
#include <optional>

#include "base/assert.h"

namespace bridge::hl7 {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

bool append_hex(std::string& out, std::string_view digits) {
  if (digits.empty() || digits.size() % 2 != 0) return false;
  for (const char c : digits) {
    if (hex_value(c) < 0) return false;
  }
  for (std::size_t i = 0; i < digits.size(); i += 2) {
    out.push_back(static_cast<char>(hex_value(digits[i]) * 16 + hex_value(digits[i + 1])));
  }
  return true;
}

// "", "7" or "42"; a larger number would let a short message grow into a long text.
std::optional<std::size_t> repeat_count(std::string_view digits) {
  if (digits.empty()) return 1;
  if (digits.size() > 2) return std::nullopt;
  std::size_t count = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    count = count * 10 + static_cast<std::size_t>(c - '0');
  }
  return count;
}

bool is_indent(std::string_view number) {
  if (!number.empty() && (number[0] == '+' || number[0] == '-')) number.remove_prefix(1);
  return !number.empty() && repeat_count(number).has_value();
}

bool append_command(std::string& out, std::string_view command) {
  if (command == ".br" || command == ".ce") {
    out.push_back('\n');
    return true;
  }
  if (command == ".fi" || command == ".nf") return true;
  const std::string_view name = command.substr(0, 3);
  const std::string_view number = command.substr(name.size());
  if (name == ".in" || name == ".ti") return is_indent(number);
  if (name != ".sp" && name != ".sk") return false;
  const auto count = repeat_count(number);
  if (!count) return false;
  out.append(*count, name == ".sp" ? '\n' : ' ');
  return true;
}

char separator_of(char name, const Delimiters& delimiters) {
  switch (name) {
    case 'F': return delimiters.field;
    case 'S': return delimiters.component;
    case 'R': return delimiters.repetition;
    case 'E': return delimiters.escape;
    case 'T': return delimiters.subcomponent;
    case 'P': return delimiters.truncation;
    default: return '\0';
  }
}

bool append_sequence(std::string& out, std::string_view name, const Delimiters& delimiters) {
  if (name.empty()) return false;
  if (name[0] == 'X') return append_hex(out, name.substr(1));
  if (name[0] == '.') return append_command(out, name);
  if (name.size() != 1) return false;
  if (name[0] == 'H' || name[0] == 'N') return true;
  const char separator = separator_of(name[0], delimiters);
  if (separator == '\0') return false;
  out.push_back(separator);
  return true;
}

char name_of(char c, const Delimiters& delimiters) {
  if (c == delimiters.field) return 'F';
  if (c == delimiters.component) return 'S';
  if (c == delimiters.repetition) return 'R';
  if (c == delimiters.escape) return 'E';
  if (c == delimiters.subcomponent) return 'T';
  if (c == delimiters.truncation) return 'P';
  return '\0';
}

}  // namespace

Result<std::string> unescape(std::string_view raw, const Delimiters& delimiters, Escapes escapes) {
  std::string text;
  if (delimiters.escape == '\0') {
    text = raw;
    return text;
  }
  text.reserve(raw.size());
  std::size_t at = 0;
  while (at < raw.size()) {
    const std::size_t open = raw.find(delimiters.escape, at);
    text.append(raw.substr(at, open - at));
    if (open == std::string_view::npos) break;
    const std::size_t close = raw.find(delimiters.escape, open + 1);
    const bool closed = close != std::string_view::npos;
    if (closed && append_sequence(text, raw.substr(open + 1, close - open - 1), delimiters)) {
      at = close + 1;
      continue;
    }
    if (escapes == Escapes::strict) return Fault{FaultCode::escape_malformed, {}, {}};
    // Only the opening character is kept as text: what closes nothing may open the next sequence.
    text.push_back(delimiters.escape);
    at = open + 1;
  }
  return text;
}

void escape(std::string& out, std::string_view text, const Delimiters& delimiters) {
  BRIDGE_ASSERT(delimiters.escape != '\0');
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::size_t plain = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const char name = byte < 0x20 ? '\0' : name_of(text[i], delimiters);
    if (byte >= 0x20 && name == '\0') continue;
    out.append(text.substr(plain, i - plain));
    plain = i + 1;
    out.push_back(delimiters.escape);
    if (name != '\0') {
      out.push_back(name);
    } else if (text[i] == '\n' && name_of('.', delimiters) == '\0') {
      out.append(".br");
    } else {
      out.push_back('X');
      out.push_back(hex[byte >> 4]);
      out.push_back(hex[byte & 0x0F]);
    }
    out.push_back(delimiters.escape);
  }
  out.append(text.substr(plain));
}

}  // namespace bridge::hl7
