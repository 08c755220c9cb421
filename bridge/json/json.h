// SPDX-License-Identifier: Apache-2.0
// Value: a JSON tree that keeps numbers as written, members in order and the place of each value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/assert.h"
#include "base/result.h"

namespace bridge::json {

enum class Kind : std::uint8_t { null, boolean, number, string, array, object };

struct Member;

// Strings are UTF-8. A number is its text: 15.00 stays 15.00, since FHIR R4 2.24.0.1 (decimal)
// makes the digits part of the value. Two values are equal when their content is; places do not
// count.
class Value {
 public:
  Value();  // null
  Value(const Value&);
  Value(Value&&) noexcept;
  Value& operator=(const Value&);
  Value& operator=(Value&&) noexcept;
  ~Value();

  static Value boolean(bool flag);
  static Value number(std::string text);  // must be a JSON number
  static Value number(std::int64_t whole);
  static Value string(std::string text);
  static Value array();
  static Value array(std::vector<Value> items);
  static Value object();
  static Value object(std::vector<Member> members);

  Kind kind() const { return static_cast<Kind>(held_.index()); }
  bool is_null() const { return kind() == Kind::null; }
  bool is_string() const { return kind() == Kind::string; }
  bool is_number() const { return kind() == Kind::number; }
  bool is_array() const { return kind() == Kind::array; }
  bool is_object() const { return kind() == Kind::object; }

  // The caller has asked for the kind first; anything else is a broken invariant.
  bool as_boolean() const;
  const std::string& as_string() const;
  const std::string& number_text() const;
  const std::vector<Value>& items() const;
  const std::vector<Member>& members() const;

  // nullptr when there is none, also when this is not an object or not an array.
  const Value* find(std::string_view key) const;
  Value* find(std::string_view key);
  const Value* at(std::size_t index) const;
  // The text of a member that is a string.
  std::optional<std::string_view> text_of(std::string_view key) const;
  // Of an array, so that at() has each of them; 0 for everything else.
  std::size_t item_count() const;

  // Building. set() replaces the member of that name or appends it; both return what they placed.
  Value& set(std::string key, Value value);
  Value& push(Value value);
  bool remove(std::string_view key);

  // Where the value began in its text: lines and columns from 1, columns in bytes; 0 when built.
  std::uint32_t line() const { return line_; }
  std::uint32_t column() const { return column_; }
  void place(std::uint32_t line, std::uint32_t column);

  friend bool operator==(const Value& a, const Value& b);

 private:
  friend class TreeBuilder;
  struct Number {
    std::string text;
    friend bool operator==(const Number&, const Number&) = default;
  };
  using Held = std::variant<std::monostate, bool, Number, std::string, std::vector<Value>,
                            std::vector<Member>>;

  Held held_;
  std::uint32_t line_ = 0;
  std::uint32_t column_ = 0;
};

struct Member {
  std::string key;
  Value value;

  friend bool operator==(const Member&, const Member&) = default;
};

// Comments are for files that people write.
enum class Comments : std::uint8_t { refused, allowed };

struct Limits {
  std::size_t max_bytes = 16U << 20U;
  std::size_t max_values = 1'000'000;
  unsigned max_depth = 64;
};

// One JSON value and nothing else, in UTF-8 without byte order mark. Refused: a key twice in one
// object, lone surrogates, NUL bytes, trailing bytes, what is beyond the limits. The fault's place
// is "line 3, column 17", and a path when inside: "line 3, column 17, links[0].port".
Result<Value> parse(std::string_view text, Comments comments = Comments::refused,
                    const Limits& limits = {});

// Takes the items of one array of the outermost object away as they end, so that a long file needs
// the memory of its text and of one item. `take` sees what was read of the object before; an item
// for which it answers false stays in the tree.
struct Stream {
  std::string_view member;
  std::function<bool(const Value& so_far, const Value& item)> take;
};
Result<Value> parse(std::string_view text, Comments comments, const Limits& limits,
                    const Stream& stream);

// RFC 8259 section 6.
bool is_number_text(std::string_view text);
// RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF.
bool is_utf8(std::string_view text);
// A name that may be shown in a fault's place: a letter or underscore, then letters, digits, "_",
// "-", at most 64. Another key may hold content of a message.
bool is_plain_name(std::string_view text);

}  // namespace bridge::json
