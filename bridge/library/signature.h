// SPDX-License-Identifier: Apache-2.0
// Ed25519 keys and signatures (RFC 8032), and the file in which a library's signatures stand.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace bridge::library {

using RawKey = std::array<unsigned char, 32>;

// A public key as a PEM file has it; text before the first "-----BEGIN" is a remark.
struct PublicKey {
  RawKey raw{};
  std::string id;  // "ed25519:" and the first 16 hexadecimal digits of SHA-256 over the raw key
};

bool is_key_id(std::string_view text);

// Faults: configuration_wrong at `place`, also for a key that is not Ed25519.
Result<PublicKey> read_public_key(std::string_view place, std::string_view pem);
// The public half of a private key (PKCS #8 PEM without password).
Result<PublicKey> public_half(std::string_view place, std::string_view private_pem);

struct NewKey {
  std::string private_pem;
  std::string public_pem;
  PublicKey key;
};
NewKey make_key();

// 64 bytes. Deterministic: the same key and bytes give the same signature.
Result<std::string> sign(std::string_view place, std::string_view private_pem,
                         std::string_view bytes);
bool is_signature_of(const PublicKey& key, std::string_view bytes, std::string_view signature);

// RFC 4648 section 4, and nothing else: no line ends, no other form of the same bytes.
std::string base64(std::string_view bytes);
std::optional<std::string> from_base64(std::string_view text);

// What stands beside a library as X.json.sig.
constexpr std::string_view signatures_format = "infusion-bridge library signatures 1";

struct Signature {
  std::string key;
  std::string person;
  std::string role;
  std::string content_hash;
  std::uint64_t serial = 0;
  std::string bytes;  // 64
};

// Faults: library_unusable with line and column, or json_malformed and the like.
Result<std::vector<Signature>, Faults> read_signatures(std::string_view file_name,
                                                       std::string_view text);
std::string write_signatures(const std::vector<Signature>& signatures);

}  // namespace bridge::library
