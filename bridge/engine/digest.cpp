// SPDX-License-Identifier: Apache-2.0
#include "engine/digest.h"

#include <openssl/evp.h>

#include <array>

#include "base/assert.h"

namespace bridge::engine {

std::string sha256_hex(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
  unsigned size = 0;
  BRIDGE_ASSERT(EVP_Digest(bytes.data(), bytes.size(), hash.data(), &size, EVP_sha256(), nullptr) ==
                1);
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  text.reserve(2 * size);
  for (unsigned at = 0; at < size; ++at) {
    text.push_back(digits[hash[at] >> 4U]);
    text.push_back(digits[hash[at] & 15U]);
  }
  return text;
}

}  // namespace bridge::engine
