// SPDX-License-Identifier: Apache-2.0
// Charset: the character set that MSH-18 declares, checked and turned into UTF-8.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace bridge::hl7 {

class Message;

// HL7 table 0211. Of the ISO 8859 parts only 1 and 15 are converted; the others are taken as long
// as the text stays in their ASCII half.
enum class Charset : std::uint8_t { ascii, latin_1, latin_9, other_latin, utf_8 };

// By the first repetition of MSH-18, which is the default of the whole message; empty is ASCII.
// Further repetitions are reached by escapes that unescape() refuses. Fault charset_unknown (B25).
Result<Charset> charset_of(const Message& message);

// Every byte of the wire belongs to the declared set. Faults charset_unknown (B25, and for bytes of
// an ISO 8859 part without conversion) and charset_bytes (B26, B27) with the first place.
Result<Done> check_charset(const Message& message);

// Faults charset_unknown and charset_bytes, without a place.
Result<std::string> to_utf8(std::string bytes, Charset charset);

bool is_ascii(std::string_view text);

// Offset of the first byte that is not well-formed UTF-8 (RFC 3629: no overlong forms, no
// surrogates, nothing above U+10FFFF), or npos.
std::size_t first_malformed_utf8(std::string_view text);

}  // namespace bridge::hl7
