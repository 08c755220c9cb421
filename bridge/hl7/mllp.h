// SPDX-License-Identifier: Apache-2.0
// MLLP: messages in a byte stream, each between VT (0B) and FS CR (1C 0D).
//
//   stream = *( noise / frame )
//   frame  = VT message FS CR          message holds neither VT nor FS
//
// HL7 Minimal Lower Layer Protocol, release 1. The reader does no waiting: deadlines (B01, B04,
// B08) belong to the caller, who sees frame_open() and the counters, and who closes the connection.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/fault.h"

namespace bridge::hl7 {

struct FrameLimits {
  std::size_t message_bytes = std::size_t{1} << 20;  // B06
  std::size_t noise_bytes = std::size_t{64} << 10;   // between two frames, B01
};

// What the stream brought next. The views last until the next call of FrameReader::next.
struct FrameEvent {
  // No value: `message` is a complete frame, perhaps an empty one (B05). Otherwise one of
  //   frame_noise     bytes outside of a frame, told once they end; `noise` says how many.
  //                   More than the limit are told at once, and counted anew from there (B01)
  //   frame_cut       VT inside a frame: the frame before it is lost, a new one has begun (B02)
  //   frame_end_wrong FS without CR: the frame is lost (B03)
  //   frame_too_long  `message` is its beginning, as long as the limit; the rest is passed
  //                   over (B06)
  std::optional<FaultCode> fault;
  std::string_view message;
  std::size_t noise = 0;
};

struct FrameCounters {
  std::uint64_t frames = 0;
  std::uint64_t noise_bytes = 0;
  std::uint64_t cut = 0;
  std::uint64_t end_wrong = 0;
  std::uint64_t too_long = 0;
};

// Fed with chunks however cut, it tells the same events in the same order:
//
//   while (const auto event = reader.next(chunk)) ...
//
// It holds at most `message_bytes` and copies nothing when a frame came whole in one chunk.
class FrameReader {
 public:
  explicit FrameReader(const FrameLimits& limits = {}) : limits_(limits) {}

  // Takes bytes from the front of `chunk` up to the next event; nothing when the chunk is used up.
  // The chunk must stay as it is until the event has been dealt with.
  std::optional<FrameEvent> next(std::string_view& chunk);

  // A frame has begun and not ended: silence or the end of the stream now means B04.
  bool frame_open() const { return state_ != State::outside; }
  const FrameCounters& counters() const { return counters_; }

 private:
  enum class State : std::uint8_t { outside, inside, passing_over, ending };

  std::optional<FrameEvent> pass_noise(std::string_view& chunk);
  std::optional<FrameEvent> collect(std::string_view& chunk);
  std::optional<FrameEvent> pass_over(std::string_view& chunk);
  std::optional<FrameEvent> finish(std::string_view& chunk, std::string_view message);
  void begin();
  void release();

  FrameLimits limits_;
  FrameCounters counters_;
  State state_ = State::outside;
  bool told_too_long_ = false;  // of the open frame
  bool shown_ = false;          // held_ was in the last event, and is free again
  std::size_t noise_ = 0;       // not told yet
  std::string held_;            // of the open frame, from earlier chunks
};

// Appends VT message FS CR. The message must hold neither VT nor FS, as all that parse() accepts
// and all that MessageWriter writes.
void frame(std::string& out, std::string_view message);

}  // namespace bridge::hl7
