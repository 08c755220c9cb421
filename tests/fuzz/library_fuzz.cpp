// SPDX-License-Identifier: Apache-2.0
// Fuzz: any bytes are a drug library or a list of faults; a library has the hash of its canonical
// form, and that form is a library with the same hash.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/assert.h"
#include "json/json.h"
#include "library/canonical.h"
#include "library/load.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto library = bridge::library::load("fuzz.json", text);
  if (!library) {
    BRIDGE_ASSERT(!library.fault().empty());
    return 0;
  }
  const auto tree = bridge::json::parse(text);
  BRIDGE_ASSERT(tree.has_value());
  const auto form = bridge::library::canonical_form(*tree);
  BRIDGE_ASSERT(form.has_value());
  BRIDGE_ASSERT(bridge::library::sha256_hex(*form) == library->parts().content_hash);
  const auto again = bridge::library::load("fuzz.json", *form);
  BRIDGE_ASSERT(again.has_value());
  BRIDGE_ASSERT(again->label() == library->label());
  return 0;
}
