// SPDX-License-Identifier: Apache-2.0
// UCUM on any bytes: no crash, and what is read as a unit of the list has its dimension and factor.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/assert.h"
#include "clinical/ucum.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto reading = bridge::read_ucum(text);
  const auto unit = bridge::unit_of_ucum(text);
  if (unit) {
    BRIDGE_ASSERT(reading.has_value());
    BRIDGE_ASSERT(reading->dimension == unit->dimension());
    BRIDGE_ASSERT(reading->factor == unit->factor());
  } else if (reading) {
    BRIDGE_ASSERT(unit.fault() == bridge::UcumRefusal::not_listed);
  } else {
    BRIDGE_ASSERT(unit.fault() == reading.fault());
  }
  return 0;
}
