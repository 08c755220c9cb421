// SPDX-License-Identifier: Apache-2.0
// Reading of JSON objects by name, with a fault for each thing missing, wrong or unknown.
#include "json/reading.h"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace bridge::json {
namespace {

const Value& nothing() {
  static const Value value;
  return value;
}

}  // namespace

void Reading::fail(const Value& at, std::string_view path, std::string detail) {
  std::string place = file_;
  const auto append = [&place](std::string_view text) {
    if (!place.empty()) place.append(", ");
    place.append(text);
  };
  if (at.line() != 0) {
    append("line " + std::to_string(at.line()) + ", column " + std::to_string(at.column()));
  }
  if (!path.empty()) append(path);
  found_.push_back({at.line(), at.column(), Fault{code_, std::move(place), std::move(detail)}});
}

Faults Reading::take() {
  BRIDGE_ASSERT(open_ == 0);
  std::stable_sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) {
    return std::tie(a.line, a.column) < std::tie(b.line, b.column);
  });
  Faults faults;
  faults.reserve(found_.size());
  for (Found& found : found_) faults.push_back(std::move(found.fault));
  found_.clear();
  return faults;
}

ObjectReader::ObjectReader(const Value& value, Reading& reading, std::string path)
    : value_(value), reading_(reading), path_(std::move(path)) {
  ++reading_.open_;
  if (&value == &nothing()) {
    silent_ = true;
  } else if (!value.is_object()) {
    reading_.fail(value, path_, "must be an object");
    silent_ = true;
  }
}

ObjectReader::~ObjectReader() {
  --reading_.open_;
  if (silent_) return;
  for (const Member& member : value_.members()) {
    if (std::find(asked_.begin(), asked_.end(), member.key) != asked_.end()) continue;
    reading_.fail(member.value, path_of(member.key), "unknown name");
  }
}

std::string ObjectReader::shown(std::string_view key) {
  return is_plain_name(key) ? std::string(key) : "?";
}

std::string ObjectReader::path_of(std::string_view key) const {
  return path_.empty() ? shown(key) : path_ + "." + shown(key);
}

const Value* ObjectReader::optional(std::string_view key) {
  const Value* found = value_.find(key);
  if (found == nullptr) return nullptr;
  // The key inside the tree outlives this reader; the caller's text may not.
  for (const Member& member : value_.members()) {
    if (&member.value == found) asked_.push_back(member.key);
  }
  return found;
}

const Value* ObjectReader::required(std::string_view key) {
  const Value* found = optional(key);
  if (found == nullptr && !silent_) reading_.fail(value_, path_of(key), "missing");
  return found;
}

void ObjectReader::fail(std::string_view key, std::string detail) {
  const Value* found = value_.find(key);
  reading_.fail(found != nullptr ? *found : value_, path_of(key), std::move(detail));
}

bool ObjectReader::expect(std::string_view key, const Value& found, Kind kind,
                          std::string_view detail) {
  if (found.kind() == kind) return true;
  reading_.fail(found, path_of(key), std::string(detail));
  return false;
}

std::optional<std::string> ObjectReader::read_text(std::string_view key, const Value* found) {
  if (found == nullptr || !expect(key, *found, Kind::string, "must be a string")) {
    return std::nullopt;
  }
  return found->as_string();
}

std::string ObjectReader::text(std::string_view key) {
  return read_text(key, required(key)).value_or("");
}

std::string ObjectReader::text_or(std::string_view key, std::string_view otherwise) {
  return read_text(key, optional(key)).value_or(std::string(otherwise));
}

std::optional<std::string> ObjectReader::text_if(std::string_view key) {
  return read_text(key, optional(key));
}

std::optional<std::int64_t> ObjectReader::read_integer(std::string_view key, const Value* found,
                                                       std::int64_t least, std::int64_t most) {
  constexpr std::string_view detail = "must be a whole number";
  if (found == nullptr || !expect(key, *found, Kind::number, detail)) return std::nullopt;
  const std::string& text = found->number_text();
  std::int64_t whole = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), whole);
  if (read.ptr != text.data() + text.size() || read.ec == std::errc::invalid_argument) {
    reading_.fail(*found, path_of(key), std::string(detail));
    return std::nullopt;
  }
  if (read.ec != std::errc() || whole < least || whole > most) {
    reading_.fail(*found, path_of(key),
                  "must be from " + std::to_string(least) + " to " + std::to_string(most));
    return std::nullopt;
  }
  return whole;
}

std::int64_t ObjectReader::integer(std::string_view key, std::int64_t least, std::int64_t most) {
  return read_integer(key, required(key), least, most).value_or(least > 0 ? least : 0);
}

std::int64_t ObjectReader::integer_or(std::string_view key, std::int64_t otherwise,
                                      std::int64_t least, std::int64_t most) {
  return read_integer(key, optional(key), least, most).value_or(otherwise);
}

std::string ObjectReader::number(std::string_view key) {
  const Value* found = required(key);
  if (found == nullptr || !expect(key, *found, Kind::number, "must be a number")) return "0";
  return found->number_text();
}

std::optional<std::string> ObjectReader::number_if(std::string_view key) {
  const Value* found = optional(key);
  if (found == nullptr || !expect(key, *found, Kind::number, "must be a number")) {
    return std::nullopt;
  }
  return found->number_text();
}

bool ObjectReader::flag(std::string_view key) {
  const Value* found = required(key);
  return found != nullptr && expect(key, *found, Kind::boolean, "must be true or false") &&
         found->as_boolean();
}

bool ObjectReader::flag_or(std::string_view key, bool otherwise) {
  const Value* found = optional(key);
  if (found == nullptr || !expect(key, *found, Kind::boolean, "must be true or false")) {
    return otherwise;
  }
  return found->as_boolean();
}

std::vector<std::string> ObjectReader::read_texts(std::string_view key, const Value* found) {
  std::vector<std::string> texts;
  if (found == nullptr || !expect(key, *found, Kind::array, "must be an array")) return texts;
  for (const Value& item : found->items()) {
    if (expect(key, item, Kind::string, "must hold strings only")) {
      texts.push_back(item.as_string());
    }
  }
  return texts;
}

std::vector<std::string> ObjectReader::texts(std::string_view key) {
  return read_texts(key, required(key));
}

std::vector<std::string> ObjectReader::texts_or_none(std::string_view key) {
  return read_texts(key, optional(key));
}

ObjectReader ObjectReader::object(std::string_view key) {
  const Value* found = required(key);
  return ObjectReader(found != nullptr ? *found : nothing(), reading_, path_of(key));
}

void ObjectReader::fail_name(std::string_view key, std::span<const std::string_view> names) {
  std::string detail = "must be one of";
  for (const std::string_view name : names) detail.append(" ").append(name);
  fail(key, std::move(detail));
}

}  // namespace bridge::json
