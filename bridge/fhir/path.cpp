// SPDX-License-Identifier: Apache-2.0
// Reading and following of paths.
#include "fhir/path.h"

#include <algorithm>
#include <charconv>

#include "fhir/primitives.h"

namespace bridge::fhir {
namespace {

// A name of letters and digits from the front of `left`; empty when there is none.
std::string take_name(std::string_view& left) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  };
  const auto end = std::find_if_not(left.begin(), left.end(), fits);
  std::string name(left.begin(), end);
  left.remove_prefix(name.size());
  if (!name.empty() && name.front() >= '0' && name.front() <= '9') name.clear();
  return name;
}

std::optional<std::size_t> whole_index(std::string_view text) {
  std::size_t index = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), index);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return index;
}

}  // namespace

// What is left after the step, or nothing when it is malformed.
std::optional<std::string_view> Path::read_step(std::string_view left, Step& step) {
  step.name = take_name(left);
  if (step.name.empty()) return std::nullopt;
  if (!left.starts_with('[')) return left;
  const std::size_t end = left.find(']');
  if (end == std::string_view::npos) return std::nullopt;
  std::string_view selector = left.substr(1, end - 1);
  left.remove_prefix(end + 1);
  step.index = whole_index(selector);
  if (step.index) return left;
  do {
    step.condition.push_back(take_name(selector));
    if (step.condition.back().empty()) return std::nullopt;
    if (selector.starts_with('=')) break;
    if (!selector.starts_with('.')) return std::nullopt;
    selector.remove_prefix(1);
  } while (true);
  step.wanted = selector.substr(1);
  if (step.wanted.empty()) return std::nullopt;
  return left;
}

Result<Path> Path::parse(std::string_view text) {
  Path path;
  path.text_ = text;
  std::string_view left = text;
  while (true) {
    Step step;
    const auto after = read_step(left, step);
    if (!after || (!after->empty() && !after->starts_with('.'))) {
      const std::size_t column = text.size() - (after ? after->size() : left.size()) + 1;
      return Fault{FaultCode::configuration_wrong, "column " + std::to_string(column),
                   "not a path"};
    }
    path.steps_.push_back(std::move(step));
    if (after->empty()) return path;
    left = after->substr(1);
  }
}

// Whether any value at the condition's names is the wanted one.
bool Path::holds(const json::Value& value, const Step& step, std::size_t depth) {
  if (value.is_array()) {
    return std::any_of(value.items().begin(), value.items().end(),
                       [&](const json::Value& item) { return holds(item, step, depth); });
  }
  if (depth == step.condition.size()) {
    return !value.is_object() && to_attribute(value) == step.wanted;
  }
  const json::Value* member = value.find(step.condition[depth]);
  return member != nullptr && holds(*member, step, depth + 1);
}

void Path::walk(const json::Value& value, std::size_t depth, const std::string& place,
                std::vector<Match>& found) const {
  if (depth == steps_.size()) {
    found.push_back({&value, place});
    return;
  }
  const Step& step = steps_[depth];
  const json::Value* member = value.find(step.name);
  if (member == nullptr) return;
  const std::string named = place.empty() ? step.name : place + "." + step.name;
  const auto take = [&](const json::Value& item, const std::string& at) {
    if (step.condition.empty() || holds(item, step, 0)) walk(item, depth + 1, at, found);
  };
  if (!member->is_array()) {
    if (step.index.value_or(0) == 0) take(*member, named);
    return;
  }
  for (std::size_t index = 0; index < member->item_count(); ++index) {
    if (step.index.value_or(index) != index) continue;
    take(*member->at(index), named + "[" + std::to_string(index) + "]");
  }
}

std::vector<Match> Path::find(const json::Value& resource) const {
  std::vector<Match> found;
  walk(resource, 0, std::string(resource.text_of("resourceType").value_or("")), found);
  return found;
}

}  // namespace bridge::fhir
