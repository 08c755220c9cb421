// SPDX-License-Identifier: Apache-2.0
// Frames: the same events however cut, none longer than the limit, none with VT or FS.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/assert.h"
#include "hl7/mllp.h"

namespace {

using namespace bridge;

constexpr hl7::FrameLimits limits{200, 50};

void feed(hl7::FrameReader& reader, std::string_view bytes, std::vector<std::string>& events) {
  const std::string buffer(bytes);  // gone afterwards, so that a view kept too long is seen
  std::string_view chunk = buffer;
  while (const auto event = reader.next(chunk)) {
    BRIDGE_ASSERT(event->message.size() <= limits.message_bytes);
    BRIDGE_ASSERT(event->message.find_first_of("\v\x1C") == std::string_view::npos);
    BRIDGE_ASSERT(event->noise <= limits.noise_bytes + 1);
    std::string line = event->fault ? std::string(kind_of(*event->fault).name) : "frame";
    events.push_back(line.append(std::to_string(event->noise)).append(event->message));
  }
  BRIDGE_ASSERT(chunk.empty());
}

}  // namespace

// The first byte says how to cut.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::size_t piece = data[0] % 32 + std::size_t{1};
  const std::string_view stream(reinterpret_cast<const char*>(data) + 1, size - 1);

  hl7::FrameReader whole(limits);
  std::vector<std::string> expected;
  feed(whole, stream, expected);

  hl7::FrameReader cut(limits);
  std::vector<std::string> events;
  for (std::size_t at = 0; at < stream.size(); at += piece) {
    feed(cut, stream.substr(at, piece), events);
  }
  BRIDGE_ASSERT(events == expected);
  BRIDGE_ASSERT(cut.frame_open() == whole.frame_open());
  BRIDGE_ASSERT(cut.counters().noise_bytes == whole.counters().noise_bytes);

  // Whatever is framed and holds no frame characters comes out again.
  std::string message(stream.substr(0, limits.message_bytes));
  message.erase(std::remove_if(message.begin(), message.end(),
                               [](char c) { return c == '\v' || c == '\x1C'; }),
                message.end());
  std::string framed;
  hl7::frame(framed, message);
  hl7::FrameReader again(limits);
  std::string_view chunk = framed;
  const auto event = again.next(chunk);
  BRIDGE_ASSERT(event && !event->fault && event->message == message && chunk.empty());
  return 0;
}
