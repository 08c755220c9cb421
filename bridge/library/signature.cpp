// SPDX-License-Identifier: Apache-2.0
#include "library/signature.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <memory>

#include "base/assert.h"
#include "json/reading.h"
#include "json/write.h"
#include "library/canonical.h"
#include "library/load_limit.h"
#include "library/load_provenance.h"

namespace bridge::library {
namespace {

constexpr std::size_t signature_bytes = 64;
constexpr std::string_view id_prefix = "ed25519:";
constexpr std::size_t id_digits = 16;

struct Freeing {
  void operator()(BIO* bio) const { BIO_free(bio); }
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
  void operator()(EVP_PKEY_CTX* context) const { EVP_PKEY_CTX_free(context); }
};
template <class T>
using Held = std::unique_ptr<T, Freeing>;

Fault wrong_key(std::string_view place, std::string detail) {
  return Fault{FaultCode::configuration_wrong, std::string(place), std::move(detail)};
}

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

Held<BIO> reader_of(std::string_view pem) {
  return Held<BIO>(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
}

// A key file never asks for a password on the terminal.
int no_password(char*, int, int, void*) { return -1; }

Held<EVP_PKEY> private_key(std::string_view pem) {
  const Held<BIO> in = reader_of(pem);
  return Held<EVP_PKEY>(PEM_read_bio_PrivateKey(in.get(), nullptr, no_password, nullptr));
}

Result<PublicKey> public_key_of(std::string_view place, const Held<EVP_PKEY>& held) {
  if (!held) return wrong_key(place, "is not a key in PEM form");
  if (EVP_PKEY_get_id(held.get()) != EVP_PKEY_ED25519) return wrong_key(place, "is not Ed25519");
  PublicKey key;
  std::size_t size = key.raw.size();
  const int ok = EVP_PKEY_get_raw_public_key(held.get(), key.raw.data(), &size);
  BRIDGE_ASSERT(ok == 1 && size == key.raw.size());
  const std::string_view raw(reinterpret_cast<const char*>(key.raw.data()), key.raw.size());
  key.id = std::string(id_prefix) + sha256_hex(raw).substr(0, id_digits);
  return key;
}

std::string text_of(const Held<BIO>& out) {
  char* text = nullptr;
  const auto size = BIO_get_mem_data(out.get(), &text);
  return {text, static_cast<std::size_t>(size)};
}

}  // namespace

bool is_key_id(std::string_view text) {
  return text.size() == id_prefix.size() + id_digits && text.starts_with(id_prefix) &&
         text.find_first_not_of("0123456789abcdef", id_prefix.size()) == std::string_view::npos;
}

Result<PublicKey> read_public_key(std::string_view place, std::string_view pem) {
  const Held<BIO> in = reader_of(pem);
  const Held<EVP_PKEY> held(PEM_read_bio_PUBKEY(in.get(), nullptr, no_password, nullptr));
  return public_key_of(place, held);
}

Result<PublicKey> public_half(std::string_view place, std::string_view private_pem) {
  return public_key_of(place, private_key(private_pem));
}

NewKey make_key() {
  const Held<EVP_PKEY_CTX> context(EVP_PKEY_CTX_new_id(EVP_PKEY_ED25519, nullptr));
  EVP_PKEY* made = nullptr;
  const bool ok = context && EVP_PKEY_keygen_init(context.get()) == 1 &&
                  EVP_PKEY_keygen(context.get(), &made) == 1;
  const Held<EVP_PKEY> held(made);
  const Held<BIO> secret(BIO_new(BIO_s_mem()));
  const Held<BIO> open(BIO_new(BIO_s_mem()));
  BRIDGE_ASSERT(ok && secret && open);
  const int written = PEM_write_bio_PKCS8PrivateKey(secret.get(), held.get(), nullptr, nullptr, 0,
                                                    nullptr, nullptr);
  BRIDGE_ASSERT(written == 1 && PEM_write_bio_PUBKEY(open.get(), held.get()) == 1);
  return {text_of(secret), text_of(open), public_key_of("", held).value()};
}

Result<std::string> sign(std::string_view place, std::string_view private_pem,
                         std::string_view bytes) {
  const Held<EVP_PKEY> held = private_key(private_pem);
  BRIDGE_TRY([[maybe_unused]] const PublicKey key, public_key_of(place, held));
  const Held<EVP_MD_CTX> context(EVP_MD_CTX_new());
  std::string signature(signature_bytes, '\0');
  std::size_t size = signature.size();
  const bool done =
      context && EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, held.get()) == 1 &&
      EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size,
                     bytes_of(bytes), bytes.size()) == 1;
  if (!done || size != signature_bytes) return wrong_key(place, "cannot sign; is it private?");
  return signature;
}

bool is_signature_of(const PublicKey& key, std::string_view bytes, std::string_view signature) {
  if (signature.size() != signature_bytes) return false;
  const Held<EVP_PKEY> held(
      EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, key.raw.data(), key.raw.size()));
  const Held<EVP_MD_CTX> context(EVP_MD_CTX_new());
  return held && context &&
         EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, held.get()) == 1 &&
         EVP_DigestVerify(context.get(), bytes_of(signature), signature.size(), bytes_of(bytes),
                          bytes.size()) == 1;
}

std::string base64(std::string_view bytes) {
  std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');  // OpenSSL ends it with a NUL
  const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), bytes_of(bytes),
                                   static_cast<int>(bytes.size()));
  text.resize(static_cast<std::size_t>(size));
  return text;
}

std::optional<std::string> from_base64(std::string_view text) {
  constexpr std::size_t most = 4096;
  if (text.size() % 4 != 0 || text.size() > most) return std::nullopt;
  std::string bytes(text.size() / 4 * 3, '\0');
  const int size = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()), bytes_of(text),
                                   static_cast<int>(text.size()));
  if (size < 0) return std::nullopt;
  const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with("=") ? 1 : 0;
  bytes.resize(static_cast<std::size_t>(size) - padding);
  // OpenSSL overlooks blanks and bits that stand for nothing.
  if (base64(bytes) != text) return std::nullopt;
  return bytes;
}

Result<std::vector<Signature>, Faults> read_signatures(std::string_view file_name,
                                                       std::string_view text) {
  constexpr json::Limits limits = {.max_bytes = 1U << 20U, .max_values = 10'000, .max_depth = 6};
  const auto document = json::parse(text, json::Comments::refused, limits);
  if (!document) {
    Fault fault = document.fault();
    fault.place = std::string(file_name) + (fault.place.empty() ? "" : ", ") + fault.place;
    return Faults{std::move(fault)};
  }
  json::Reading reading(std::string(file_name), FaultCode::library_unusable);
  std::vector<Signature> signatures;
  {
    json::ObjectReader root(*document, reading);
    if (root.text("format") != signatures_format && root.has("format")) {
      root.fail("format", "must be \"" + std::string(signatures_format) + '"');
    }
    root.each("signatures", [&signatures](json::ObjectReader& each) {
      Signature one;
      one.key = read_filled(each, "key");
      if (!one.key.empty() && !is_key_id(one.key)) each.fail("key", "is not the id of a key");
      one.person = read_filled(each, "person");
      one.role = read_filled(each, "role");
      one.content_hash = read_filled(each, "content_hash");
      if (!one.content_hash.empty() && !is_content_hash(one.content_hash)) {
        each.fail("content_hash", "must be 64 hexadecimal digits in lower case");
      }
      one.serial = static_cast<std::uint64_t>(each.integer("serial", 1, 1'000'000'000));
      const auto bytes = from_base64(each.text("signature"));
      if (bytes && bytes->size() == signature_bytes) {
        one.bytes = *bytes;
      } else if (each.has("signature")) {
        each.fail("signature", "must be 64 bytes in base64");
      }
      signatures.push_back(std::move(one));
    });
  }
  Faults faults = reading.take();
  if (!faults.empty()) return faults;
  return signatures;
}

std::string write_signatures(const std::vector<Signature>& signatures) {
  std::string text;
  json::Writer out(text, json::Layout::pretty);
  out.begin_object().member("format", signatures_format).key("signatures").begin_array();
  for (const Signature& one : signatures) {
    out.begin_object();
    out.member("key", one.key).member("person", one.person).member("role", one.role);
    out.member("content_hash", one.content_hash).member("serial", one.serial);
    out.member("signature", base64(one.bytes));
    out.end_object();
  }
  out.end_array().end_object();
  return text + '\n';
}

}  // namespace bridge::library
