// SPDX-License-Identifier: Apache-2.0
#include "engine/digest.h"

#include <openssl/evp.h>

#include "base/assert.h"

namespace bridge::engine {

Sha256::Sha256()
    : context_(EVP_MD_CTX_new()), algorithm_(EVP_MD_fetch(nullptr, "SHA256", nullptr)) {
  BRIDGE_ASSERT(context_ != nullptr && algorithm_ != nullptr);
}

Sha256::~Sha256() {
  EVP_MD_CTX_free(static_cast<EVP_MD_CTX*>(context_));
  EVP_MD_free(static_cast<EVP_MD*>(algorithm_));
}

Sha256::Hash Sha256::of(std::string_view first, std::string_view second) {
  auto* context = static_cast<EVP_MD_CTX*>(context_);
  Hash hash;
  unsigned int length = 0;
  const bool done =
      EVP_DigestInit_ex2(context, static_cast<EVP_MD*>(algorithm_), nullptr) == 1 &&
      EVP_DigestUpdate(context, first.data(), first.size()) == 1 &&
      EVP_DigestUpdate(context, second.data(), second.size()) == 1 &&
      EVP_DigestFinal_ex(context, reinterpret_cast<unsigned char*>(hash.data()), &length) == 1;
  BRIDGE_ASSERT(done && length == hash_bytes);
  return hash;
}

std::string sha256_hex(std::string_view bytes) {
  thread_local Sha256 sha256;
  constexpr std::string_view digits = "0123456789abcdef";
  const Sha256::Hash hash = sha256.of(bytes);
  std::string text(2 * hash.size(), '0');
  for (std::size_t at = 0; at < hash.size(); ++at) {
    const auto byte = static_cast<unsigned char>(hash[at]);
    text[2 * at] = digits[byte >> 4U];
    text[2 * at + 1] = digits[byte & 15U];
  }
  return text;
}

}  // namespace bridge::engine
