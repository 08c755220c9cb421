// SPDX-License-Identifier: Apache-2.0
#include "translate/profile_object.h"

#include <algorithm>
#include <charconv>

namespace bridge::translate {

ProfileObject::ProfileObject(const json::Value& object, std::string file, std::string path,
                             Faults& faults)
    : object_(object), file_(std::move(file)), path_(std::move(path)), faults_(faults) {}

void ProfileObject::fault(const json::Value* value, std::string_view key, std::string text) {
  if (missing_) return;
  std::string place = file_;
  const json::Value& where = value == nullptr ? object_ : *value;
  if (where.line() != 0) {
    place += " line " + std::to_string(where.line()) + ", column " +
             std::to_string(where.column()) + ',';
  }
  place.append(" ").append(path_);
  if (!path_.empty()) place += '.';
  place += json::is_plain_name(key) ? key : "(unprintable key)";
  faults_.push_back({FaultCode::configuration_wrong, std::move(place), std::move(text)});
}

void ProfileObject::fault(std::string_view key, std::string text) {
  fault(object_.find(key), key, std::move(text));
}

const json::Value* ProfileObject::find(std::string_view key) {
  asked_.emplace_back(key);
  const json::Value* const value = object_.find(key);
  if (value == nullptr) fault(value, key, "is missing");
  return value;
}

const json::Value* ProfileObject::string(std::string_view key, std::string& out) {
  const json::Value* const value = find(key);
  if (value == nullptr) return nullptr;
  if (!value->is_string()) {
    fault(value, key, "must be a text");
    return nullptr;
  }
  out = value->as_string();
  return value;
}

void ProfileObject::text(std::string_view key, std::string& out) {
  const json::Value* const value = string(key, out);
  if (value != nullptr && out.empty()) fault(value, key, "must not be empty");
}

void ProfileObject::any_text(std::string_view key, std::string& out) { string(key, out); }

void ProfileObject::flag(std::string_view key, bool& out) {
  const json::Value* const value = find(key);
  if (value == nullptr) return;
  if (value->kind() != json::Kind::boolean) return fault(value, key, "must be true or false");
  out = value->as_boolean();
}

std::int64_t ProfileObject::number(std::string_view key, std::int64_t least, std::int64_t most) {
  const json::Value* const value = find(key);
  if (value == nullptr) return least;
  std::int64_t result = 0;
  bool good = value->is_number();
  if (good) {
    const std::string& text = value->number_text();
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), result);
    good = error == std::errc() && end == text.data() + text.size() && result >= least &&
           result <= most;
  }
  if (good) return result;
  fault(value, key,
        "must be a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  return least;
}

std::vector<const json::Value*> ProfileObject::items(std::string_view key) {
  std::vector<const json::Value*> result;
  const json::Value* const value = find(key);
  if (value == nullptr) return result;
  if (!value->is_array()) {
    fault(value, key, "must be a list");
    return result;
  }
  for (const json::Value& item : value->items()) result.push_back(&item);
  return result;
}

void ProfileObject::texts(std::string_view key, std::vector<std::string>& out) {
  for (const json::Value* const value : items(key)) {
    if (value->is_string() && !value->as_string().empty()) {
      out.push_back(value->as_string());
    } else {
      fault(value, key, "has an item that is not a text");
    }
  }
}

ProfileObject ProfileObject::object(std::string_view key) {
  static const json::Value nothing = json::Value::object();
  const json::Value* const value = find(key);
  std::string path = path_.empty() ? std::string(key) : path_ + '.' + std::string(key);
  if (value != nullptr && !value->is_object()) fault(value, key, "must be an object");
  const bool usable = value != nullptr && value->is_object();
  ProfileObject result(usable ? *value : nothing, file_, std::move(path), faults_);
  result.missing_ = !usable;
  return result;
}

void ProfileObject::finish() {
  for (const json::Member& member : object_.members()) {
    if (std::find(asked_.begin(), asked_.end(), member.key) == asked_.end()) {
      fault(&member.value, member.key, "is not a key of this profile");
    }
  }
}

}  // namespace bridge::translate
