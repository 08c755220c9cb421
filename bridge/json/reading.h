// SPDX-License-Identifier: Apache-2.0
// ObjectReader: reads a JSON object by the names it must have, and reports every name it did not
// ask for: a closed world for configuration, mapping profiles, drug libraries and records.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/named.h"
#include "json/json.h"

namespace bridge::json {

// Collects the faults of one document, so that a person can mend them together.
//
//   Reading reading("bridge.json");
//   {
//     ObjectReader root(document, reading);
//     config.port = root.integer("port", 1, 65535);
//     root.each("links", [&](ObjectReader& link) { config.links.push_back(read_link(link)); });
//   }
//   const Faults faults = reading.take();
class Reading {
 public:
  explicit Reading(std::string file, FaultCode code = FaultCode::configuration_wrong)
      : file_(std::move(file)), code_(code) {}
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

  // The place is "bridge.json, line 3, column 17, links[0].port".
  void fail(const Value& at, std::string_view path, std::string detail);
  // All faults by their place in the document. Every ObjectReader must have ended: only its end
  // tells the unknown names.
  Faults take();

 private:
  friend class ObjectReader;
  struct Found {
    std::uint32_t line;
    std::uint32_t column;
    Fault fault;
  };
  std::string file_;
  FaultCode code_;
  std::vector<Found> found_;
  int open_ = 0;
};

// A member that is required and missing, or of the wrong kind, is a fault, and the answer is empty.
// `_or` and `_if` are for members that may be missing; null is never taken for missing.
class ObjectReader {
 public:
  ObjectReader(const Value& value, Reading& reading, std::string path = "");
  ObjectReader(const ObjectReader&) = delete;
  ObjectReader& operator=(const ObjectReader&) = delete;
  ~ObjectReader();

  bool has(std::string_view key) const { return value_.find(key) != nullptr; }

  std::string text(std::string_view key);
  std::string text_or(std::string_view key, std::string_view otherwise);
  std::optional<std::string> text_if(std::string_view key);

  // A JSON number without point and exponent.
  std::int64_t integer(std::string_view key,
                       std::int64_t least = std::numeric_limits<std::int64_t>::min(),
                       std::int64_t most = std::numeric_limits<std::int64_t>::max());
  std::int64_t integer_or(std::string_view key, std::int64_t otherwise,
                          std::int64_t least = std::numeric_limits<std::int64_t>::min(),
                          std::int64_t most = std::numeric_limits<std::int64_t>::max());

  // The text of any JSON number, for exact reading.
  std::string number(std::string_view key);
  std::optional<std::string> number_if(std::string_view key);

  bool flag(std::string_view key);
  bool flag_or(std::string_view key, bool otherwise);

  std::vector<std::string> texts(std::string_view key);
  std::vector<std::string> texts_or_none(std::string_view key);

  // A value of an enum that has names (base/named.h).
  template <Named E>
  E one_of(std::string_view key) {
    return read_name<E>(key, required(key)).value_or(E{});
  }
  template <Named E>
  E one_of_or(std::string_view key, E otherwise) {
    const Value* found = optional(key);
    return found == nullptr ? otherwise : read_name<E>(key, found).value_or(otherwise);
  }

  // A member that is an object; a missing one gives a reader whose reads are silent and empty.
  ObjectReader object(std::string_view key);
  template <class F>
  void object_if(std::string_view key, F&& read) {
    if (!has(key)) return;
    ObjectReader inner = object(key);
    std::forward<F>(read)(inner);
  }
  // A member that is an array of objects.
  template <class F>
  void each(std::string_view key, F&& read) {
    read_each(key, required(key), read);
  }
  template <class F>
  void each_or_none(std::string_view key, F&& read) {
    read_each(key, optional(key), read);
  }
  // An object used as a table: read(name, reader of the value) for each member.
  template <class F>
  void each_member(std::string_view key, F&& read) {
    const Value* found = required(key);
    if (found == nullptr || !expect(key, *found, Kind::object, "must be an object")) return;
    for (const Member& member : found->members()) {
      ObjectReader inner(member.value, reading_, path_of(key) + "." + shown(member.key));
      read(member.key, inner);
    }
  }

  // The bare value, counted as read; nullptr when missing.
  const Value* required(std::string_view key);
  const Value* optional(std::string_view key);

  // A fault at a member, or at the object itself when the member is missing.
  void fail(std::string_view key, std::string detail);
  const std::string& path() const { return path_; }
  const Value& value() const { return value_; }

 private:
  static std::string shown(std::string_view key);
  std::string path_of(std::string_view key) const;
  bool expect(std::string_view key, const Value& found, Kind kind, std::string_view detail);
  std::optional<std::string> read_text(std::string_view key, const Value* found);
  std::optional<std::int64_t> read_integer(std::string_view key, const Value* found,
                                           std::int64_t least, std::int64_t most);
  std::vector<std::string> read_texts(std::string_view key, const Value* found);
  void fail_name(std::string_view key, std::span<const std::string_view> names);

  template <Named E>
  std::optional<E> read_name(std::string_view key, const Value* found) {
    const std::optional<std::string> text = read_text(key, found);
    if (!text) return std::nullopt;
    const std::optional<E> value = named<E>(*text);
    constexpr auto names = names_of(E{});
    if (!value) fail_name(key, names);
    return value;
  }
  template <class F>
  void read_each(std::string_view key, const Value* found, F& read) {
    if (found == nullptr || !expect(key, *found, Kind::array, "must be an array")) return;
    std::size_t index = 0;
    for (const Value& item : found->items()) {
      ObjectReader inner(item, reading_, path_of(key) + "[" + std::to_string(index++) + "]");
      read(inner);
    }
  }

  const Value& value_;
  Reading& reading_;
  std::string path_;
  std::vector<std::string_view> asked_;
  bool silent_ = false;
};

}  // namespace bridge::json
