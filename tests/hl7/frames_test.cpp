// SPDX-License-Identifier: Apache-2.0
// samples/frames: each .bin is a byte stream, its .expect what the frame reader and the parser say.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "hl7/mllp.h"
#include "hl7/parse.h"

namespace bridge::hl7 {
namespace {

namespace fs = std::filesystem;

std::string contents(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file.good()) << path;
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string told(std::string_view stream, std::size_t piece) {
  FrameReader reader;
  std::string out;
  for (std::size_t at = 0; at < stream.size(); at += piece) {
    std::string_view chunk = stream.substr(at, piece);
    while (const auto event = reader.next(chunk)) {
      if (event->fault) {
        out.append(kind_of(*event->fault).name);
        if (event->noise > 0) out.append(" ").append(std::to_string(event->noise));
      } else {
        const auto message = parse(std::string(event->message));
        out.append("frame: ");
        out.append(message ? std::to_string(message->segment_count()) + " segments"
                           : brief(message.fault()));
      }
      out.push_back('\n');
    }
  }
  return reader.frame_open() ? out + "open\n" : out;
}

TEST(FrameSamples, each_stream_says_what_is_expected_whole_and_in_pieces) {
  std::size_t samples = 0;
  for (const auto& entry : fs::directory_iterator(fs::path(BRIDGE_SOURCE_DIR) / "samples/frames")) {
    if (entry.path().extension() != ".bin") continue;
    ++samples;
    const std::string stream = contents(entry.path());
    const std::string expected = contents(fs::path(entry.path()).replace_extension(".expect"));
    for (const std::size_t piece : {stream.size(), std::size_t{1}, std::size_t{7}}) {
      EXPECT_EQ(told(stream, piece), expected) << entry.path().filename() << " by " << piece;
    }
  }
  EXPECT_GE(samples, 12U);
}

}  // namespace
}  // namespace bridge::hl7
