// SPDX-License-Identifier: Apache-2.0
// ProfileObject: reads one object of a profile file; closed world, and all faults at once.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.h"
#include "base/named.h"
#include "json/json.h"

namespace bridge::translate {

// Every key is asked for by name; what was not asked for is a fault of finish(). A key that is
// missing is a fault too: a profile states everything, nothing has a default.
class ProfileObject {
 public:
  // `file` and `path` are for places: "ihe-tf9.json line 4, column 3, gateway.name".
  ProfileObject(const json::Value& object, std::string file, std::string path, Faults& faults);

  void text(std::string_view key, std::string& out);
  // Also empty.
  void any_text(std::string_view key, std::string& out);
  void flag(std::string_view key, bool& out);
  template <class Integer>
  void whole(std::string_view key, Integer& out, std::int64_t least, std::int64_t most) {
    out = static_cast<Integer>(number(key, least, most));
  }
  template <Named E>
  void choice(std::string_view key, E& out) {
    std::string name;
    const json::Value* const value = string(key, name);
    if (value == nullptr) return;
    if (const auto found = named<E>(name)) {
      out = *found;
    } else {
      std::string names;
      for (const auto each : names_of(E{})) names.append(names.empty() ? "" : ", ").append(each);
      fault(value, key, "must be one of " + names);
    }
  }
  template <Named E>
  void choices(std::string_view key, std::vector<E>& out) {
    for (const json::Value* const value : items(key)) {
      const auto found = value->is_string() ? named<E>(value->as_string()) : std::nullopt;
      if (found) {
        out.push_back(*found);
      } else {
        fault(value, key, "has an item that is none of the known names");
      }
    }
  }
  void texts(std::string_view key, std::vector<std::string>& out);
  ProfileObject object(std::string_view key);

  void fault(std::string_view key, std::string text);
  void finish();

 private:
  const json::Value* find(std::string_view key);
  const json::Value* string(std::string_view key, std::string& out);
  std::int64_t number(std::string_view key, std::int64_t least, std::int64_t most);
  std::vector<const json::Value*> items(std::string_view key);
  void fault(const json::Value* value, std::string_view key, std::string text);

  const json::Value& object_;
  std::string file_;
  std::string path_;
  Faults& faults_;
  std::vector<std::string> asked_;
  bool missing_ = false;  // told once already; its keys are not told again
};

}  // namespace bridge::translate
