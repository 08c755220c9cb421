// SPDX-License-Identifier: Apache-2.0
// Escapes: unescape(escape(x)) == x and escape(x) structures nothing; undoing never runs away.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/assert.h"
#include "hl7/escape.h"

using namespace bridge::hl7;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  constexpr std::array sets = {Delimiters{}, Delimiters{'|', '^', '~', '\\', '&', '#'},
                               Delimiters{'*', '$', '%', '@', '!', '\0'},
                               Delimiters{'.', '+', '-', ',', ';', ':'}};
  const Delimiters delimiters = sets[data[0] % sets.size()];
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);

  std::string wire;
  escape(wire, text, delimiters);
  for (const char c : wire) {
    BRIDGE_ASSERT(static_cast<unsigned char>(c) >= 0x20);
    BRIDGE_ASSERT(c != delimiters.field && c != delimiters.component);
    BRIDGE_ASSERT(c != delimiters.repetition && c != delimiters.subcomponent);
    BRIDGE_ASSERT(c != delimiters.truncation || c == '\0');
  }
  const auto back = unescape(wire, delimiters);
  BRIDGE_ASSERT(back.has_value() && *back == text);

  // The same bytes as if a sender had sent them.
  const auto strict = unescape(text, delimiters);
  const auto kept = unescape(text, delimiters, Escapes::keep_unknown);
  BRIDGE_ASSERT(kept.has_value());
  BRIDGE_ASSERT(!strict || *strict == *kept);
  BRIDGE_ASSERT(kept->size() <= text.size() * 99);
  if (text.find(delimiters.escape) == std::string_view::npos) BRIDGE_ASSERT(*strict == text);
  return 0;
}
