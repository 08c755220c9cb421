// SPDX-License-Identifier: Apache-2.0
// Writing of JSON: separators, layout and escapes.
#include "json/write.h"

#include <array>

namespace bridge::json {
namespace {

// The letter of the two-character escape, 'u' for \u00XX, or 0 when the byte stands as it is.
constexpr char escape_for(char c) {
  switch (c) {
    case '"':
      return '"';
    case '\\':
      return '\\';
    case '\b':
      return 'b';
    case '\f':
      return 'f';
    case '\n':
      return 'n';
    case '\r':
      return 'r';
    case '\t':
      return 't';
    default:
      return static_cast<unsigned char>(c) < 0x20 ? 'u' : '\0';
  }
}

constexpr auto escapes = [] {
  std::array<char, 256> all{};
  for (std::size_t byte = 0; byte < all.size(); ++byte) {
    all[byte] = escape_for(static_cast<char>(static_cast<unsigned char>(byte)));
  }
  return all;
}();

}  // namespace

void append_quoted(std::string& out, std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  out.push_back('"');
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char escape = escapes[static_cast<unsigned char>(text[at])];
    if (escape == '\0') continue;
    out.append(text, begin, at - begin);
    begin = at + 1;
    out.push_back('\\');
    out.push_back(escape);
    if (escape == 'u') {
      const auto byte = static_cast<unsigned char>(text[at]);
      out.append("00").push_back(hex[byte >> 4U]);
      out.push_back(hex[byte & 15U]);
    }
  }
  out.append(text, begin, text.size() - begin);
  out.push_back('"');
}

void Writer::new_line() {
  if (layout_ == Layout::compact) return;
  out_.push_back('\n');
  out_.append(open_.size() * 2, ' ');
}

void Writer::begin_value() {
  if (keyed_) {
    keyed_ = false;
    return;
  }
  if (open_.empty()) {
    BRIDGE_ASSERT(!begun_);
  } else {
    BRIDGE_ASSERT(open_.back() == '[');
    if (begun_) out_.push_back(',');
    new_line();
  }
  begun_ = true;
}

void Writer::end(char bracket) {
  BRIDGE_ASSERT(!open_.empty() && open_.back() == bracket && !keyed_);
  open_.pop_back();
  if (begun_) new_line();
  out_.push_back(bracket == '{' ? '}' : ']');
  begun_ = true;
}

Writer& Writer::begin_object() {
  begin_value();
  out_.push_back('{');
  open_.push_back('{');
  begun_ = false;
  return *this;
}

Writer& Writer::end_object() {
  end('{');
  return *this;
}

Writer& Writer::begin_array() {
  begin_value();
  out_.push_back('[');
  open_.push_back('[');
  begun_ = false;
  return *this;
}

Writer& Writer::end_array() {
  end('[');
  return *this;
}

Writer& Writer::key(std::string_view name) {
  BRIDGE_ASSERT(!open_.empty() && open_.back() == '{' && !keyed_);
  if (begun_) out_.push_back(',');
  new_line();
  append_quoted(out_, name);
  out_.append(layout_ == Layout::compact ? ":" : ": ");
  begun_ = true;
  keyed_ = true;
  return *this;
}

Writer& Writer::string(std::string_view text) {
  begin_value();
  append_quoted(out_, text);
  return *this;
}

Writer& Writer::number(std::string_view text) {
  BRIDGE_ASSERT(is_number_text(text));
  begin_value();
  out_.append(text);
  return *this;
}

Writer& Writer::number(std::int64_t whole) { return number(std::to_string(whole)); }

Writer& Writer::boolean(bool flag) {
  begin_value();
  out_.append(flag ? "true" : "false");
  return *this;
}

Writer& Writer::null() {
  begin_value();
  out_.append("null");
  return *this;
}

Writer& Writer::value(const Value& tree) {
  switch (tree.kind()) {
    case Kind::null:
      return null();
    case Kind::boolean:
      return boolean(tree.as_boolean());
    case Kind::number:
      return number(tree.number_text());
    case Kind::string:
      return string(tree.as_string());
    case Kind::array:
      begin_array();
      for (const Value& item : tree.items()) value(item);
      return end_array();
    case Kind::object:
      begin_object();
      for (const Member& each : tree.members()) key(each.key).value(each.value);
      return end_object();
  }
  BRIDGE_ASSERT(false);
}

Writer& Writer::member(std::string_view name, std::string_view text) {
  return key(name).string(text);
}

Writer& Writer::member(std::string_view name, const char* text) { return key(name).string(text); }

Writer& Writer::member(std::string_view name, const Value& tree) { return key(name).value(tree); }

std::string write(const Value& value, Layout layout) {
  std::string out;
  Writer writer(out, layout);
  writer.value(value);
  return out;
}

}  // namespace bridge::json
