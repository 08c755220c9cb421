// SPDX-License-Identifier: Apache-2.0
#include "hl7/path.h"

#include <algorithm>

namespace bridge::hl7 {
namespace {

Node descend(const Repetition& repetition, std::size_t component, std::size_t subcomponent) {
  if (component == 0) return repetition;
  if (subcomponent == 0) return repetition.component(component);
  return repetition.component(component, subcomponent);
}

}  // namespace

Result<Path> Path::parse(std::string_view text) {
  const std::optional<Path> path = read(text);
  if (!path) return Fault{FaultCode::configuration_wrong, {}, {}};
  return *path;
}

bool Path::selects(const Segment& segment) const {
  if (!has_selector()) return true;
  const std::string_view wanted(value_.data(), value_size_);
  const Repetition first = segment.field(selector_.field).repetition(1);
  const Node node = descend(first, selector_.component, selector_.subcomponent);
  if (node.raw() == wanted) return true;
  if (node.is_plain()) return false;
  const Result<std::string> text = node.text();
  return text.has_value() && *text == wanted;
}

std::string to_string(const Path& path) {
  std::string text(path.segment());
  const auto append_parts = [&text](const Path::Place& place) {
    if (place.component > 0) text.append(".").append(std::to_string(place.component));
    if (place.subcomponent > 0) text.append(".").append(std::to_string(place.subcomponent));
  };
  if (path.occurrence_ > 0) text.append("[").append(std::to_string(path.occurrence_)).append("]");
  if (path.has_selector()) {
    text.append("[").append(std::to_string(path.selector_.field));
    append_parts(path.selector_);
    text.append("=").append(path.value_.data(), path.value_size_).append("]");
  }
  if (path.at_.field == 0) return text;
  text.append("-").append(std::to_string(path.at_.field));
  if (path.repetition_ > 0) text.append("[").append(std::to_string(path.repetition_)).append("]");
  append_parts(path.at_);
  return text;
}

Segment find_segment(const Message& message, const Path& path, SegmentRange range) {
  std::uint32_t left = std::max(path.occurrence(), std::uint32_t{1});
  Segment segment = message.find(path.segment(), range.first);
  while (segment.exists() && segment.index() < range.last) {
    if (path.selects(segment) && --left == 0) return segment;
    segment = message.find(path.segment(), segment.index() + 1);
  }
  return {};
}

Field find_field(const Message& message, const Path& path, SegmentRange range) {
  return find_segment(message, path, range).field(path.field());
}

Node find(const Message& message, const Path& path, SegmentRange range) {
  const Segment segment = find_segment(message, path, range);
  if (path.field() == 0) return segment.whole();
  const Field field = segment.field(path.field());
  if (path.repetition() == 0 && path.component() == 0) return field;
  const Repetition repetition =
      field.repetition(std::max(path.repetition(), std::uint32_t{1}));
  return descend(repetition, path.component(), path.subcomponent());
}

std::string place_of(const Message& message, const Path& path, SegmentRange range) {
  std::string place = find(message, path, range).place();
  return place.empty() ? to_string(path) : place;
}

}  // namespace bridge::hl7
