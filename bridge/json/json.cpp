// SPDX-License-Identifier: Apache-2.0
// The JSON tree: building, looking up, and the tests of its texts.
#include "json/json.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace bridge::json {

Value::Value() = default;
Value::Value(const Value&) = default;
Value::Value(Value&&) noexcept = default;
Value& Value::operator=(const Value&) = default;
Value& Value::operator=(Value&&) noexcept = default;
Value::~Value() = default;

Value Value::boolean(bool flag) {
  Value value;
  value.held_ = flag;
  return value;
}

Value Value::number(std::string text) {
  BRIDGE_ASSERT(is_number_text(text));
  Value value;
  value.held_ = Number{std::move(text)};
  return value;
}

Value Value::number(std::int64_t whole) { return number(std::to_string(whole)); }

Value Value::string(std::string text) {
  Value value;
  value.held_ = std::move(text);
  return value;
}

Value Value::array() { return array(std::vector<Value>()); }

Value Value::object() { return object(std::vector<Member>()); }

Value Value::array(std::vector<Value> items) {
  Value value;
  value.held_ = std::move(items);
  return value;
}

Value Value::object(std::vector<Member> members) {
  Value value;
  value.held_ = std::move(members);
  return value;
}

bool operator==(const Value& a, const Value& b) { return a.held_ == b.held_; }

bool Value::as_boolean() const {
  const auto* flag = std::get_if<bool>(&held_);
  BRIDGE_ASSERT(flag != nullptr);
  return *flag;
}

const std::string& Value::as_string() const {
  const auto* text = std::get_if<std::string>(&held_);
  BRIDGE_ASSERT(text != nullptr);
  return *text;
}

const std::string& Value::number_text() const {
  const auto* number = std::get_if<Number>(&held_);
  BRIDGE_ASSERT(number != nullptr);
  return number->text;
}

const std::vector<Value>& Value::items() const {
  const auto* items = std::get_if<std::vector<Value>>(&held_);
  BRIDGE_ASSERT(items != nullptr);
  return *items;
}

const std::vector<Member>& Value::members() const {
  const auto* members = std::get_if<std::vector<Member>>(&held_);
  BRIDGE_ASSERT(members != nullptr);
  return *members;
}

const Value* Value::find(std::string_view key) const {
  const auto* members = std::get_if<std::vector<Member>>(&held_);
  if (members == nullptr) return nullptr;
  for (const Member& member : *members) {
    if (member.key == key) return &member.value;
  }
  return nullptr;
}

Value* Value::find(std::string_view key) {
  return const_cast<Value*>(std::as_const(*this).find(key));  // NOLINT: *this is not const here
}

const Value* Value::at(std::size_t index) const {
  const auto* items = std::get_if<std::vector<Value>>(&held_);
  return items != nullptr && index < items->size() ? &(*items)[index] : nullptr;
}

std::optional<std::string_view> Value::text_of(std::string_view key) const {
  const Value* value = find(key);
  if (value == nullptr || !value->is_string()) return std::nullopt;
  return value->as_string();
}

std::size_t Value::item_count() const { return is_array() ? items().size() : 0; }

Value& Value::set(std::string key, Value value) {
  auto* members = std::get_if<std::vector<Member>>(&held_);
  BRIDGE_ASSERT(members != nullptr);
  if (Value* present = find(key)) return *present = std::move(value);
  return members->emplace_back(Member{std::move(key), std::move(value)}).value;
}

Value& Value::push(Value value) {
  auto* items = std::get_if<std::vector<Value>>(&held_);
  BRIDGE_ASSERT(items != nullptr);
  return items->emplace_back(std::move(value));
}

bool Value::remove(std::string_view key) {
  auto* members = std::get_if<std::vector<Member>>(&held_);
  if (members == nullptr) return false;
  return std::erase_if(*members, [key](const Member& member) { return member.key == key; }) > 0;
}

void Value::place(std::uint32_t line, std::uint32_t column) {
  line_ = line;
  column_ = column;
}

bool is_number_text(std::string_view text) {
  std::size_t at = 0;
  const auto digits = [&] {
    const std::size_t begin = at;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
    return at - begin;
  };
  if (at < text.size() && text[at] == '-') ++at;
  const bool zero_first = at < text.size() && text[at] == '0';
  const std::size_t whole = digits();
  if (whole == 0 || (zero_first && whole > 1)) return false;
  if (at < text.size() && text[at] == '.') {
    ++at;
    if (digits() == 0) return false;
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    if (digits() == 0) return false;
  }
  return at == text.size();
}

bool is_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    // Eight at once, since most texts are ASCII.
    for (std::uint64_t eight = 0; text.size() - at >= sizeof eight; at += sizeof eight) {
      std::memcpy(&eight, text.data() + at, sizeof eight);
      if ((eight & 0x8080808080808080U) != 0) break;
    }
    if (at == text.size()) return true;
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) {
      ++at;
      continue;
    }
    const std::size_t more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
    if (first < 0xC2 || first > 0xF4 || text.size() - at <= more) return false;
    const auto second = static_cast<unsigned char>(text[at + 1]);
    const unsigned char low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    const unsigned char high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (second < low || second > high) return false;
    for (std::size_t next = 2; next <= more; ++next) {
      if ((static_cast<unsigned char>(text[at + next]) & 0xC0U) != 0x80) return false;
    }
    at += more + 1;
  }
  return true;
}

bool is_plain_name(std::string_view text) {
  const auto letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  };
  if (text.empty() || text.size() > 64 || !letter(text.front())) return false;
  return std::all_of(text.begin(), text.end(),
                     [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '-'; });
}

}  // namespace bridge::json
