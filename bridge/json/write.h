// SPDX-License-Identifier: Apache-2.0
// Writer: appends JSON to a text as it goes; write(): a whole tree.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

#include "json/json.h"

namespace bridge::json {

enum class Layout : std::uint8_t { compact, pretty };

// Calls must form one JSON value; a call that cannot stand where it is made is a broken invariant.
// Texts must be UTF-8 and are written as they are, but for what RFC 8259 section 7 has escaped.
class Writer {
 public:
  explicit Writer(std::string& out, Layout layout = Layout::compact) : out_(out), layout_(layout) {}

  Writer& begin_object();
  Writer& end_object();
  Writer& begin_array();
  Writer& end_array();
  Writer& key(std::string_view name);
  Writer& string(std::string_view text);
  Writer& number(std::string_view text);  // must be a JSON number
  Writer& number(std::int64_t whole);
  Writer& boolean(bool flag);
  Writer& null();
  Writer& value(const Value& tree);

  // key() and the value in one call.
  Writer& member(std::string_view name, std::string_view text);
  Writer& member(std::string_view name, const char* text);
  template <std::integral Whole>
  Writer& member(std::string_view name, Whole whole) {
    if constexpr (std::is_same_v<Whole, bool>) return key(name).boolean(whole);
    return key(name).number(static_cast<std::int64_t>(whole));
  }
  Writer& member(std::string_view name, const Value& tree);

  // Whether one whole value was written.
  bool complete() const { return open_.empty() && begun_; }

 private:
  void begin_value();
  void end(char bracket);
  void new_line();

  std::string& out_;
  Layout layout_;
  std::string open_;    // '{' or '[' for each open container
  bool begun_ = false;  // something stands at this level
  bool keyed_ = false;  // a key waits for its value
};

void append_quoted(std::string& out, std::string_view text);

// write(parse(x)) has the digits and the order of x.
std::string write(const Value& value, Layout layout = Layout::compact);

}  // namespace bridge::json
