// SPDX-License-Identifier: Apache-2.0
// Timestamps: a fault, or a text that is read again as the same instant with the same precision.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/assert.h"
#include "hl7/timestamp.h"

using namespace bridge;
using namespace bridge::hl7;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto read = Timestamp::parse(text);
  if (!read) return 0;
  BRIDGE_ASSERT(text.size() >= 4 && text.size() <= 24);
  BRIDGE_ASSERT(read->has_offset() == read->instant().has_value());
  for (const int minutes : {-840, -300, 0, 345, 840}) {
    const auto offset = static_cast<std::int16_t>(minutes);
    const Instant instant = read->instant_at(offset);
    BRIDGE_ASSERT(instant.precision() == read->precision());
    const auto again = Timestamp::parse(timestamp_text(instant));
    BRIDGE_ASSERT(again.has_value() && again->has_offset());
    BRIDGE_ASSERT(*again->instant() == instant);
    BRIDGE_ASSERT(again->precision() == instant.precision());
    BRIDGE_ASSERT(again->instant()->offset_minutes() == instant.offset_minutes());
  }
  return 0;
}
