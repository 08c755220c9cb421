// SPDX-License-Identifier: Apache-2.0
// Messages: a fault, or write(parse(x)) == x, a tree that covers the wire, places that lead back.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/assert.h"
#include "hl7/charset.h"
#include "hl7/parse.h"
#include "hl7/path.h"
#include "hl7/write.h"

namespace {

using namespace bridge;
using namespace bridge::hl7;

void check_node(const Message& message, const Node& node) {
  BRIDGE_ASSERT(node.exists());
  BRIDGE_ASSERT(node.offset() + node.raw().size() <= message.wire().size());
  const auto path = Path::parse(node.place());
  BRIDGE_ASSERT(path.has_value());
  BRIDGE_ASSERT(to_string(*path) == node.place());
  const Node found = find(message, *path);
  BRIDGE_ASSERT(found.exists() && found.offset() == node.offset() && found.raw() == node.raw());
  const auto text = node.text();
  BRIDGE_ASSERT(!text || first_malformed_utf8(*text) == std::string_view::npos);
  BRIDGE_ASSERT(text || text.fault().place == node.place());
}

void check_field(const Message& message, const Field& field, std::size_t& left) {
  check_node(message, field);
  std::size_t repetitions = 0;
  for (const Repetition& repetition : field.repetitions()) {
    ++repetitions;
    std::size_t components = 0;
    for (const Component& component : repetition.components()) {
      ++components;
      for (const Subcomponent& part : component.subcomponents()) {
        if (left == 0) continue;
        --left;
        check_node(message, part);
      }
    }
    BRIDGE_ASSERT(components == repetition.component_count());
  }
  BRIDGE_ASSERT(repetitions == field.repetition_count());
}

void check_tree(const Message& message) {
  std::size_t left = 500;  // of the slow checks, so that long inputs do not slow the fuzzing
  for (std::size_t i = 0; i < message.segment_count(); ++i) {
    const Segment segment = message.segment(i);
    BRIDGE_ASSERT(is_segment_name(segment.name()));
    const std::size_t count = segment.field_count();
    std::string rebuilt(segment.name());
    const bool header = segment.field(1).raw() == std::string(1, message.delimiters().field);
    for (std::size_t f = 1; f <= count; ++f) {
      const Field field = segment.field(f);
      if (!header || f != 2) {
        if (!header || f != 1) rebuilt.push_back(message.delimiters().field);
      }
      rebuilt.append(field.raw());
      if (left > 0) check_field(message, field, left);
    }
    BRIDGE_ASSERT(rebuilt == segment.raw());
    BRIDGE_ASSERT(!segment.field(count + 1).exists());
  }
}

// All that can be read must be writable, and read the same again.
void check_copy(const Message& message) {
  MessageWriter out;
  out.segment("MSH").set(18, "UNICODE UTF-8");
  for (std::size_t i = 1; i < message.segment_count() && i < 20; ++i) {
    const Segment segment = message.segment(i);
    if (segment.name() == "MSH" || segment.name() == "FHS" || segment.name() == "BHS") return;
    out.segment(segment.name());
    for (std::size_t f = 1; f <= segment.field_count() && f < 100; ++f) {
      if (!out.copy(f, segment.field(f))) return;
    }
  }
  const auto copied = parse(out.take());
  BRIDGE_ASSERT(copied.has_value());
  BRIDGE_ASSERT(check_charset(*copied).has_value());
  for (std::size_t i = 1; i < copied->segment_count(); ++i) {
    const Segment segment = copied->segment(i);
    for (std::size_t f = 1; f <= segment.field_count(); ++f) {
      const auto before = message.segment(i).field(f).component(1, 1).text();
      const auto after = segment.field(f).component(1, 1).text();
      BRIDGE_ASSERT(before && after && *before == *after);
    }
  }
}

}  // namespace

// The first byte chooses the limits.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
  Limits limits;
  if ((data[0] & 1) != 0) limits.line_feeds = LineFeeds::end_segments;
  if ((data[0] & 2) != 0) limits.segments = 5;
  if ((data[0] & 4) != 0) limits.repetitions = 3;

  const auto message = parse(text, limits);
  if (message) {
    BRIDGE_ASSERT(write(*message) == text);
    BRIDGE_ASSERT(message->segment_count() <= limits.segments);
    BRIDGE_ASSERT(message->memory() <= 3 * text.size() || text.size() < 400);
    check_tree(*message);
    check_copy(*message);
    (void)check_charset(*message);
  }
  const Message header = read_header_leniently(text);
  BRIDGE_ASSERT(header.segment_count() <= 1);
  for (std::size_t f = 1; f <= header.segment(0).field_count() && f < 30; ++f) {
    (void)header.segment(0).field(f).component(1, 1).text();
  }
  return 0;
}
