// SPDX-License-Identifier: Apache-2.0
// Fuzz: any bytes are a file of signatures or a list of faults; what was read is written so that it
// reads the same; and no such file makes a library good that nobody signed.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/assert.h"
#include "library/signature.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridge::library;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  static const NewKey key = make_key();
  BRIDGE_ASSERT(!is_signature_of(key.key, "a library", text));
  const auto bytes = from_base64(text);
  BRIDGE_ASSERT(!bytes || base64(*bytes) == text);
  (void)read_public_key("fuzz.pub", text);
  const auto read = read_signatures("fuzz.sig", text);
  if (!read) {
    BRIDGE_ASSERT(!read.fault().empty());
    return 0;
  }
  for (const Signature& one : *read) {
    BRIDGE_ASSERT(is_key_id(one.key) && one.bytes.size() == 64);
    BRIDGE_ASSERT(!is_signature_of(key.key, "a library", one.bytes));
  }
  const std::string written = write_signatures(*read);
  const auto again = read_signatures("fuzz.sig", written);
  BRIDGE_ASSERT(again.has_value() && write_signatures(*again) == written);
  return 0;
}
