// SPDX-License-Identifier: Apache-2.0
#include "hl7/charset.h"

#include <cstring>

#include "hl7/message.h"

namespace bridge::hl7 {
namespace {

unsigned char byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

std::size_t first_high(std::string_view text, std::size_t from = 0) {
  std::size_t at = from;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, text.data() + at, 8);
    if ((eight & 0x8080808080808080U) != 0) break;
  }
  while (at < text.size() && byte_at(text, at) < 0x80) ++at;
  return at < text.size() ? at : std::string_view::npos;
}

// Length of the well-formed sequence that begins at `at`, or 0 (Unicode 15, table 3-7).
std::size_t utf8_length(std::string_view text, std::size_t at) {
  const unsigned char lead = byte_at(text, at);
  if (lead < 0x80) return 1;
  std::size_t length = 0;
  unsigned char low = 0x80;  // bounds of the second byte; they shut out overlong forms
  unsigned char high = 0xBF;
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  } else {
    return 0;
  }
  if (text.size() - at < length) return 0;
  if (byte_at(text, at + 1) < low || byte_at(text, at + 1) > high) return 0;
  for (std::size_t i = 2; i < length; ++i) {
    if ((byte_at(text, at + i) & 0xC0) != 0x80) return 0;
  }
  return length;
}

// ISO 8859-1 and -15 have no characters at 0x80 to 0x9F. Senders of Windows-1252 that declare
// 8859/1 put a dash or a bullet there, which must not turn into something else beside a dose.
bool is_unassigned(unsigned char byte) { return byte >= 0x80 && byte <= 0x9F; }

std::size_t first_unassigned(std::string_view text) {
  for (std::size_t at = first_high(text); at != std::string_view::npos;
       at = first_high(text, at + 1)) {
    if (is_unassigned(byte_at(text, at))) return at;
  }
  return std::string_view::npos;
}

// The eight places where ISO 8859-15 differs from Unicode's first 256 characters.
std::uint32_t latin_9_character(unsigned char byte) {
  switch (byte) {
    case 0xA4: return 0x20AC;
    case 0xA6: return 0x0160;
    case 0xA8: return 0x0161;
    case 0xB4: return 0x017D;
    case 0xB8: return 0x017E;
    case 0xBC: return 0x0152;
    case 0xBD: return 0x0153;
    case 0xBE: return 0x0178;
    default: return byte;
  }
}

void append_utf8(std::string& out, std::uint32_t character) {
  if (character < 0x80) {
    out.push_back(static_cast<char>(character));
  } else if (character < 0x800) {
    out.push_back(static_cast<char>(0xC0 | (character >> 6)));
    out.push_back(static_cast<char>(0x80 | (character & 0x3F)));
  } else {
    out.push_back(static_cast<char>(0xE0 | (character >> 12)));
    out.push_back(static_cast<char>(0x80 | ((character >> 6) & 0x3F)));
    out.push_back(static_cast<char>(0x80 | (character & 0x3F)));
  }
}

struct Misfit {
  std::size_t offset = std::string_view::npos;
  FaultCode code = FaultCode::charset_bytes;
};

Misfit first_misfit(std::string_view text, Charset charset) {
  switch (charset) {
    case Charset::ascii: return {first_high(text), FaultCode::charset_bytes};
    case Charset::latin_1:
    case Charset::latin_9: return {first_unassigned(text), FaultCode::charset_bytes};
    case Charset::other_latin: return {first_high(text), FaultCode::charset_unknown};
    case Charset::utf_8: return {first_malformed_utf8(text), FaultCode::charset_bytes};
  }
  BRIDGE_ASSERT(false);
}

}  // namespace

bool is_ascii(std::string_view text) { return first_high(text) == std::string_view::npos; }

std::size_t first_malformed_utf8(std::string_view text) {
  for (std::size_t at = first_high(text); at != std::string_view::npos; at = first_high(text, at)) {
    const std::size_t length = utf8_length(text, at);
    if (length == 0) return at;
    at += length;
  }
  return std::string_view::npos;
}

Result<Charset> charset_of(const Message& message) {
  const Segment msh = message.segment(0);
  const Repetition first = msh.field(18).repetition(1);
  // Not Node::text(), which would ask for the character set.
  const Result<std::string> name_text = unescape(first.raw(), message.delimiters());
  const std::string_view name = name_text ? std::string_view(*name_text) : first.raw();
  if (name.empty() || name == "ASCII") return Charset::ascii;
  // "UTF-8" is in no version of table 0211, and names nothing else.
  if (name == "UNICODE UTF-8" || name == "UTF-8") return Charset::utf_8;
  if (name == "8859/1") return Charset::latin_1;
  if (name == "8859/15") return Charset::latin_9;
  if (name.size() == 6 && name.substr(0, 5) == "8859/" && name[5] >= '2' && name[5] <= '9') {
    return Charset::other_latin;
  }
  return Fault{FaultCode::charset_unknown, msh.field(18).place(), {}};
}

Result<Done> check_charset(const Message& message) {
  BRIDGE_TRY(const Charset charset, charset_of(message));
  if (message.is_ascii()) return Done{};
  const Misfit misfit = first_misfit(message.wire(), charset);
  if (misfit.offset == std::string_view::npos) return Done{};
  return Fault{misfit.code, message.place_at(misfit.offset), {}};
}

Result<std::string> to_utf8(std::string bytes, Charset charset) {
  const Misfit misfit = first_misfit(bytes, charset);
  if (misfit.offset != std::string_view::npos) return Fault{misfit.code, {}, {}};
  if (charset != Charset::latin_1 && charset != Charset::latin_9) return bytes;
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    append_utf8(text, charset == Charset::latin_9 ? latin_9_character(byte) : byte);
  }
  return text;
}

}  // namespace bridge::hl7
