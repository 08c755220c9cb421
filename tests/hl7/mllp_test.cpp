// SPDX-License-Identifier: Apache-2.0
#include "hl7/mllp.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace bridge::hl7 {
namespace {

constexpr FrameLimits small{10, 4};

// One line per event: "frame abc", "frame_cut", "frame_noise 3".
std::string line_of(const FrameEvent& event) {
  if (!event.fault) return "frame " + std::string(event.message);
  std::string line(kind_of(*event.fault).name);
  if (*event.fault == FaultCode::frame_noise) line += " " + std::to_string(event.noise);
  if (!event.message.empty()) line += " " + std::string(event.message);
  return line;
}

using Lines = std::vector<std::string>;

void feed(FrameReader& reader, std::string_view bytes, Lines& lines) {
  // A copy that is gone afterwards, as a socket's buffer would be.
  const std::string buffer(bytes);
  std::string_view chunk = buffer;
  while (const auto event = reader.next(chunk)) lines.push_back(line_of(*event));
  EXPECT_TRUE(chunk.empty());
}

Lines events(std::string_view stream, const FrameLimits& limits) {
  FrameReader reader(limits);
  Lines lines;
  feed(reader, stream, lines);
  return lines;
}

struct Row {
  const char* name;
  std::string stream;
  Lines events;
  bool open = false;
};

const std::vector<Row>& rows() {
  static const std::vector<Row> all = {
      {"one frame", "\vabc\x1C\r", {"frame abc"}},
      {"B05 an empty frame", "\v\x1C\r", {"frame "}},
      {"B07 two frames at once", "\vabc\x1C\r\vde\x1C\r", {"frame abc", "frame de"}},
      {"segment ends inside", "\va\rb\r\x1C\r", {"frame a\rb\r"}},
      {"B01 noise before", "xyz\vabc\x1C\r", {"frame_noise 3", "frame abc"}},
      {"B01 noise between", "\va\x1C\r\n\vb\x1C\r", {"frame a", "frame_noise 1", "frame b"}},
      {"B01 noise that has not ended", "xyz", {}},
      {"B01 noise at the limit", "abcd\va\x1C\r", {"frame_noise 4", "frame a"}},
      {"B01 noise beyond the limit", "abcde", {"frame_noise 5"}},
      {"B01 noise twice beyond the limit", "abcdefghijklm\va\x1C\r",
       {"frame_noise 5", "frame_noise 5", "frame_noise 3", "frame a"}},
      {"B01 end bytes alone are noise", "\x1C\r\va\x1C\r", {"frame_noise 2", "frame a"}},
      {"B02 a new start", "\vabc\vde\x1C\r", {"frame_cut", "frame de"}},
      {"B02 starts upon starts", "\v\v\va\x1C\r", {"frame_cut", "frame_cut", "frame a"}},
      {"B03 end byte without CR", "\vabc\x1Cx", {"frame_end_wrong"}},
      {"B03 then another frame", "\vabc\x1C\vd\x1C\r", {"frame_end_wrong", "frame d"}},
      {"B03 two end bytes", "\vabc\x1C\x1C\r", {"frame_end_wrong"}},
      {"B03 line feed instead", "\vabc\x1C\n\vd\x1C\r",
       {"frame_end_wrong", "frame_noise 1", "frame d"}},
      {"B04 the CR has not come", "\vabc\x1C", {}, true},
      {"B04 nothing has come", "\v", {}, true},
      {"B04 the end has not come", "\va\x1C\r\vabc", {"frame a"}, true},
      {"at the limit", "\v0123456789\x1C\r", {"frame 0123456789"}},
      {"B06 beyond the limit", "\v0123456789a\x1C\r", {"frame_too_long 0123456789"}},
      {"B06 far beyond, then another", "\v0123456789abcdefghijklmnop\x1C\r\vq\x1C\r",
       {"frame_too_long 0123456789", "frame q"}},
      {"B06 and never ended", "\v0123456789abcdef", {"frame_too_long 0123456789"}, true},
      {"B06 and cut by a start", "\v0123456789abc\vd\x1C\r",
       {"frame_too_long 0123456789", "frame d"}},
      {"B06 and ended wrongly", "\v0123456789abc\x1Cx",
       {"frame_too_long 0123456789", "frame_end_wrong"}},
      {"nothing", "", {}},
  };
  return all;
}

TEST(FrameReader, streams_become_frames_and_faults) {
  for (const Row& row : rows()) {
    FrameReader reader(small);
    Lines lines;
    feed(reader, row.stream, lines);
    EXPECT_EQ(lines, row.events) << row.name;
    EXPECT_EQ(reader.frame_open(), row.open) << row.name;
  }
}

TEST(FrameReader, each_byte_alone_gives_the_same_events) {
  for (const Row& row : rows()) {
    FrameReader reader(small);
    Lines lines;
    for (const char byte : row.stream) feed(reader, std::string_view(&byte, 1), lines);
    EXPECT_EQ(lines, row.events) << row.name;
    EXPECT_EQ(reader.frame_open(), row.open) << row.name;
  }
}

TEST(FrameReader, every_cut_in_two_gives_the_same_events) {
  for (const Row& row : rows()) {
    for (std::size_t cut = 0; cut <= row.stream.size(); ++cut) {
      FrameReader reader(small);
      Lines lines;
      feed(reader, std::string_view(row.stream).substr(0, cut), lines);
      feed(reader, std::string_view(row.stream).substr(cut), lines);
      EXPECT_EQ(lines, row.events) << row.name << " cut at " << cut;
    }
  }
}

TEST(FrameReader, random_streams_give_the_same_events_however_cut) {
  std::mt19937 random(1);
  constexpr std::string_view alphabet = "\v\v\x1C\x1C\r\rabcdef";
  const auto pick = [&random](std::size_t low, std::size_t high) {
    return std::uniform_int_distribution<std::size_t>(low, high)(random);
  };
  for (int run = 0; run < 20'000; ++run) {
    std::string stream(pick(0, 60), ' ');
    for (char& c : stream) c = alphabet[pick(0, alphabet.size() - 1)];
    const Lines whole = events(stream, small);
    FrameReader reader(small);
    Lines lines;
    for (std::size_t at = 0; at < stream.size();) {
      const std::size_t size = std::min(pick(1, 9), stream.size() - at);
      feed(reader, std::string_view(stream).substr(at, size), lines);
      at += size;
    }
    ASSERT_EQ(lines, whole);
  }
}

TEST(FrameReader, counts_what_it_saw) {
  FrameReader reader(small);
  Lines lines;
  feed(reader, "xx\va\x1C\r\n\v1\v2\x1Cx\v0123456789a\x1C\r\vb\x1C\r", lines);
  EXPECT_EQ(reader.counters().frames, 2U);
  EXPECT_EQ(reader.counters().noise_bytes, 4U);
  EXPECT_EQ(reader.counters().cut, 1U);
  EXPECT_EQ(reader.counters().end_wrong, 1U);
  EXPECT_EQ(reader.counters().too_long, 1U);
}

TEST(FrameReader, a_frame_that_came_whole_is_not_copied) {
  FrameReader reader;
  const std::string stream = "\vabc\x1C\r";
  std::string_view chunk = stream;
  const auto event = reader.next(chunk);
  ASSERT_TRUE(event.has_value());
  EXPECT_EQ(event->message.data(), stream.data() + 1);
}

TEST(FrameReader, the_usual_limit_is_one_mebibyte) {
  const std::string most(std::size_t{1} << 20, 'x');
  std::string stream;
  frame(stream, most);
  EXPECT_EQ(events(stream, {}), Lines{"frame " + most});
  stream.clear();
  frame(stream, most + "y");
  EXPECT_EQ(events(stream, {}), Lines{"frame_too_long " + most});
}

TEST(Frame, what_is_framed_is_read_again) {
  std::string stream;
  frame(stream, "MSH|^~\\&|A\r");
  frame(stream, "");
  EXPECT_EQ(stream, "\vMSH|^~\\&|A\r\x1C\r\v\x1C\r");
  EXPECT_EQ(events(stream, {}), (Lines{"frame MSH|^~\\&|A\r", "frame "}));
}

}  // namespace
}  // namespace bridge::hl7
