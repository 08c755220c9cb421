// SPDX-License-Identifier: Apache-2.0
// Path: where a value stands in a message; one grammar for code, tables, faults and documents.
//
//   path       = segment [ "-" field [ "[" repetition "]" ] [ "." component [ "." subcomponent ]]]
//   segment    = name [ "[" occurrence "]" / "[" selector "]" ]
//   selector   = field [ "." component [ "." subcomponent ]] "=" value
//
//   RXE-23.1              component 1 of field 23 of the first RXE
//   RXE[2]-23             field 23 of the second RXE
//   PID-3[2].1            the second repetition
//   OBX[3.1=68063]-5      field 5 of the first OBX whose 3.1 is 68063
//   RXE                   the segment itself
//
// Numbers count from 1, have no leading zero and at most five digits. A value is 1 to 40 printable
// ASCII characters without brackets. What is left out means the first.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "hl7/message.h"

namespace bridge::hl7 {

class Path {
 public:
  static constexpr std::size_t longest_value = 40;

  // Fault configuration_wrong; whoever reads the table knows the line.
  static Result<Path> parse(std::string_view text);
  static constexpr std::optional<Path> read(std::string_view text);

  constexpr std::string_view segment() const { return {segment_.data(), segment_.size()}; }
  constexpr std::uint32_t segment_code() const { return name_code(segment()); }
  // 0 where the path does not say.
  constexpr std::uint32_t occurrence() const { return occurrence_; }
  constexpr std::uint32_t field() const { return at_.field; }
  constexpr std::uint32_t repetition() const { return repetition_; }
  constexpr std::uint32_t component() const { return at_.component; }
  constexpr std::uint32_t subcomponent() const { return at_.subcomponent; }
  constexpr bool has_selector() const { return value_size_ > 0; }
  // True when the segment is selected by what it holds and holds it; always without a selector.
  bool selects(const Segment& segment) const;

  friend constexpr bool operator==(const Path&, const Path&) = default;
  friend std::string to_string(const Path& path);

 private:
  struct Place {
    std::uint32_t field = 0;
    std::uint32_t component = 0;
    std::uint32_t subcomponent = 0;
    friend constexpr bool operator==(const Place&, const Place&) = default;
  };
  class Reader;

  std::array<char, 3> segment_{};
  std::array<char, longest_value> value_{};
  std::uint32_t value_size_ = 0;
  std::uint32_t occurrence_ = 0;
  std::uint32_t repetition_ = 0;
  Place at_;
  Place selector_;
};

std::string to_string(const Path& path);

// Segments [first, last) of a message, for one order group among several. Occurrences of a path
// count within it; the places of found nodes count in the whole message.
struct SegmentRange {
  std::size_t first = 0;
  std::size_t last = static_cast<std::size_t>(-1);
};

Segment find_segment(const Message& message, const Path& path, SegmentRange range = {});
Node find(const Message& message, const Path& path, SegmentRange range = {});
// The field of the path, for its repetitions; what the path says below the field is not looked at.
Field find_field(const Message& message, const Path& path, SegmentRange range = {});
// For a fault: where the path leads in this message, or the path itself when the segment is
// missing.
std::string place_of(const Message& message, const Path& path, SegmentRange range = {});

// Reads the grammar without allocation, so that a constant path is checked by the compiler.
class Path::Reader {
 public:
  constexpr explicit Reader(std::string_view text) : rest_(text) {}

  constexpr bool read(Path& path) {
    if (!read_segment(path)) return false;
    if (rest_.empty()) return true;
    if (!take('-') || !read_number(path.at_.field)) return false;
    if (take('[') && (!read_number(path.repetition_) || !take(']'))) return false;
    return read_parts(path.at_) && rest_.empty();
  }

 private:
  static constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
  static constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

  constexpr bool take(char c) {
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }

  constexpr bool read_number(std::uint32_t& number) {
    if (rest_.empty() || rest_.front() == '0') return false;
    std::size_t digits = 0;
    for (; !rest_.empty() && is_digit(rest_.front()); rest_.remove_prefix(1)) {
      if (++digits > 5) return false;
      number = number * 10 + static_cast<std::uint32_t>(rest_.front() - '0');
    }
    return digits > 0;
  }

  constexpr bool read_parts(Place& place) {
    if (!take('.')) return true;
    if (!read_number(place.component)) return false;
    return !take('.') || read_number(place.subcomponent);
  }

  constexpr bool read_segment(Path& path) {
    if (rest_.size() < 3) return false;
    for (std::size_t i = 0; i < 3; ++i) {
      const char c = rest_[i];
      if (!is_upper(c) && (i == 0 || !is_digit(c))) return false;
      path.segment_[i] = c;
    }
    rest_.remove_prefix(3);
    if (!take('[')) return true;
    std::uint32_t number = 0;
    if (!read_number(number)) return false;
    if (take(']')) {
      path.occurrence_ = number;
      return true;
    }
    path.selector_.field = number;
    return read_parts(path.selector_) && take('=') && read_value(path) && take(']');
  }

  constexpr bool read_value(Path& path) {
    for (; !rest_.empty() && rest_.front() != ']'; rest_.remove_prefix(1)) {
      const char c = rest_.front();
      if (c < ' ' || c > '~' || c == '[' || path.value_size_ == longest_value) return false;
      path.value_[path.value_size_++] = c;
    }
    return path.value_size_ > 0;
  }

  std::string_view rest_;
};

constexpr std::optional<Path> Path::read(std::string_view text) {
  Path path;
  if (!Reader(text).read(path)) return std::nullopt;
  return path;
}

// Not constexpr on purpose: to come here while compiling is the compile error.
inline void path_is_malformed() {}

namespace literals {

// "RXE-23.1"_path; a text outside the grammar does not compile.
consteval Path operator""_path(const char* text, std::size_t size) {
  const std::optional<Path> path = Path::read({text, size});
  if (!path) path_is_malformed();
  return *path;
}

}  // namespace literals

}  // namespace bridge::hl7
