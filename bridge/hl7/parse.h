// SPDX-License-Identifier: Apache-2.0
// parse: bytes to Message, or the one Fault that says why they are none.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "hl7/message.h"

namespace bridge::hl7 {

// HL7 v2.9 2.5.4 ends segments with CR alone. Files and some senders use LF or CR LF (B10).
enum class LineFeeds : std::uint8_t { refused, end_segments };

// B31. The limit on bytes belongs to the frame reader, which stops reading there.
struct Limits {
  std::size_t segments = 10'000;
  std::size_t repetitions = 1'000;  // of one field
  LineFeeds line_feeds = LineFeeds::refused;
};

// Faults: frame_empty, not_hl7, delimiters_unusable, control_character, line_feed,
// segment_name_malformed, too_many_segments, too_many_repetitions, message_type_unknown (a batch,
// B29). For any bytes it returns one of them, or a message that writes the same bytes again.
Result<Message> parse(std::string text, const Limits& limits = {});

// The same into an existing message, whose memory is used again. After a fault it has no segments.
Result<Done> parse_into(Message& message, std::string_view text, const Limits& limits = {});

// For addressing the refusal of a text that parse() refused: a message of its MSH segment alone, as
// far as one can be told, so that MSH-3 to 6, 9 to 12, 15 and 16 are read as ever. It takes blanks,
// line ends or a byte order mark before MSH, and leaves control characters in the fields (escape()
// takes care of them on writing). Without a usable MSH the message has no segments and all fields
// are absent.
Message read_header_leniently(std::string_view text);

}  // namespace bridge::hl7
