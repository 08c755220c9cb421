// SPDX-License-Identifier: Apache-2.0
// SHA-256: of the journal's chain, and of a message's bytes, which says whether two messages under
// one control id are the same.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace bridge::engine {

inline constexpr std::size_t hash_bytes = 32;

// One object per thread, used again and again: to look the algorithm up and to make a context costs
// more than to hash a message.
class Sha256 {
 public:
  using Hash = std::array<char, hash_bytes>;

  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  // The hash of `first` and `second` behind one another.
  Hash of(std::string_view first, std::string_view second = {});

 private:
  void* context_;    // EVP_MD_CTX
  void* algorithm_;  // EVP_MD
};

std::string sha256_hex(std::string_view bytes);

}  // namespace bridge::engine
