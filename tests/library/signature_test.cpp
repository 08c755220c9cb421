// SPDX-License-Identifier: Apache-2.0
#include "library/signature.h"

#include "library/library_text.h"

namespace bridge::library {
namespace {

std::string bytes_of_hex(std::string_view hex) {
  std::string bytes;
  for (std::size_t at = 0; at < hex.size(); at += 2) {
    bytes.push_back(static_cast<char>(std::stoi(std::string(hex.substr(at, 2)), nullptr, 16)));
  }
  return bytes;
}

// RFC 8032 section 7.1, TEST 2: the key in PKCS #8, as RFC 8410 section 7 has it.
TEST(Ed25519, gives_the_signature_of_the_standard) {
  const std::string secret = bytes_of_hex(
      "302e020100300506032b6570042204204ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624"
      "da8cf6ed4fb8a6fb");
  const std::string pem =
      "-----BEGIN PRIVATE KEY-----\n" + base64(secret) + "\n-----END PRIVATE KEY-----\n";
  const auto signature = sign("key", pem, "\x72");
  ASSERT_TRUE(signature);
  EXPECT_EQ(
      *signature,
      bytes_of_hex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15"
                   "996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"));
  const auto open = public_half("key", pem);
  ASSERT_TRUE(open);
  const std::string raw(reinterpret_cast<const char*>(open->raw.data()), open->raw.size());
  EXPECT_EQ(raw, bytes_of_hex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"));
  EXPECT_TRUE(is_signature_of(*open, "\x72", *signature));
}

TEST(Ed25519, no_other_bytes_key_or_signature_pass) {
  const NewKey key = make_key();
  const NewKey other = make_key();
  const std::string text = "the canonical form";
  const std::string good = *sign("key", key.private_pem, text);
  EXPECT_TRUE(is_signature_of(key.key, text, good));
  EXPECT_EQ(*sign("key", key.private_pem, text), good);
  EXPECT_FALSE(is_signature_of(other.key, text, good));
  EXPECT_FALSE(is_signature_of(key.key, text + " ", good));
  EXPECT_FALSE(is_signature_of(key.key, text, good.substr(1)));
  EXPECT_FALSE(is_signature_of(key.key, text, ""));
  for (std::size_t at = 0; at < good.size(); ++at) {
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 1);
    EXPECT_FALSE(is_signature_of(key.key, text, bad)) << at;
  }
}

TEST(Key, is_read_with_a_remark_before_it_and_named_by_its_hash) {
  const NewKey key = make_key();
  const auto read = read_public_key("k.pub", "a remark\n" + key.public_pem);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->id, key.key.id);
  EXPECT_TRUE(is_key_id(read->id));
  EXPECT_EQ(public_half("k.pem", key.private_pem)->id, key.key.id);
  EXPECT_NE(make_key().key.id, key.key.id);
}

TEST(Key, what_is_none_is_refused_with_its_place) {
  const NewKey key = make_key();
  const std::string rsa_like = with(key.public_pem, "MCowBQYDK2Vw", "MCowBQYDK2Vu");  // X25519
  for (const std::string& bad :
       {std::string(), std::string("text"), key.private_pem, key.public_pem.substr(30),
        with(key.public_pem, "PUBLIC KEY-----\nMCow", "PUBLIC KEY-----\nNCow")}) {
    const auto read = read_public_key("k.pub", bad);
    ASSERT_FALSE(read) << bad;
    EXPECT_EQ(rendered({read.fault()}), "configuration_wrong at k.pub: is not a key in PEM form\n");
  }
  EXPECT_EQ(read_public_key("k.pub", rsa_like).fault().detail, "is not Ed25519");
  EXPECT_FALSE(public_half("k.pem", key.public_pem));
  EXPECT_FALSE(sign("k.pem", key.public_pem, "x"));
}

TEST(Key, ids_have_one_form) {
  EXPECT_TRUE(is_key_id("ed25519:0123456789abcdef"));
  for (const char* bad : {"", "ed25519:", "ed25519:0123456789abcde", "ed25519:0123456789abcdef0",
                          "ed25519:0123456789ABCDEF", "rsa:0123456789abcdef0000"}) {
    EXPECT_FALSE(is_key_id(bad)) << bad;
  }
}

TEST(Base64, takes_one_form_of_each_text) {
  EXPECT_EQ(base64(""), "");
  EXPECT_EQ(base64("f"), "Zg==");
  EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
  EXPECT_EQ(from_base64("Zg=="), "f");
  EXPECT_EQ(from_base64("Zm8="), "fo");
  EXPECT_EQ(from_base64("Zm9v"), "foo");
  for (const char* bad :
       {"Zg", "Zg=", "Zh==", "Zg==\n", " Zg=", "Z===", "====", "Zm9v\n", "Zm-_"}) {
    EXPECT_FALSE(from_base64(bad)) << bad;
  }
}

std::string signature_faults(const std::string& text) {
  const auto read = read_signatures("x.sig", text);
  return read ? "read" : rendered(read.fault());
}

TEST(SignatureFile, is_read_as_it_was_written) {
  const Signature one{"ed25519:0123456789abcdef", "phil", "pharmacy",
                      std::string(64, 'a'),       7,      std::string(64, '\x01')};
  const auto read = read_signatures("x.sig", write_signatures({one, one}));
  ASSERT_TRUE(read);
  ASSERT_EQ(read->size(), 2U);
  const Signature& same = read->back();
  EXPECT_EQ(std::tie(same.key, same.person, same.role, same.content_hash, same.serial, same.bytes),
            std::tie(one.key, one.person, one.role, one.content_hash, one.serial, one.bytes));
}

TEST(SignatureFile, is_a_closed_world) {
  const Signature one{"ed25519:0123456789abcdef", "phil", "pharmacy",
                      std::string(64, 'a'),       7,      std::string(64, '\x01')};
  const std::string good = write_signatures({one});
  const std::string at = "library_unusable at x.sig, line ";
  EXPECT_EQ(signature_faults(good), "read");
  EXPECT_EQ(signature_faults(with(good, "signatures 1", "signatures 2")),
            at + "2, column 13, format: must be \"infusion-bridge library signatures 1\"\n");
  EXPECT_EQ(signature_faults(with(good, "\"serial\": 7", "\"serial\": 7, \"at\": 1")),
            at + "9, column 26, signatures[0].at: unknown name\n");
  EXPECT_EQ(signature_faults(with(good, "ed25519:0", "ed25519:x")),
            at + "5, column 14, signatures[0].key: is not the id of a key\n");
  EXPECT_EQ(signature_faults(with(good, "aaaa", "AAAA")),
            at + "8, column 23, signatures[0].content_hash: must be 64 hexadecimal digits in lower "
                 "case\n");
  EXPECT_EQ(signature_faults(with(good, "AQEB", "AQE")),
            at + "10, column 20, signatures[0].signature: must be 64 bytes in base64\n");
  EXPECT_EQ(signature_faults(with(good, "\"person\": \"phil\",", "")),
            at + "4, column 5, signatures[0].person: missing\n");
  EXPECT_TRUE(signature_faults("{").starts_with("json_malformed at x.sig"));
  EXPECT_TRUE(signature_faults("").starts_with("json_malformed at x.sig"));
}

TEST(SignatureFile, what_is_empty_missing_or_endless_has_one_fault) {
  const Signature one{"ed25519:0123456789abcdef", "phil", "pharmacy",
                      std::string(64, 'a'),       7,      std::string(64, '\x01')};
  const std::string good = write_signatures({one});
  const std::string at = "library_unusable at x.sig, line ";
  EXPECT_EQ(signature_faults(with(good, "ed25519:0123456789abcdef", "")),
            at + "5, column 14, signatures[0].key: must not be empty\n");
  EXPECT_EQ(signature_faults(with(good, std::string(64, 'a'), "")),
            at + "8, column 23, signatures[0].content_hash: must not be empty\n");
  EXPECT_EQ(
      signature_faults(with(good, "\"format\": \"infusion-bridge library signatures 1\",", "")),
      at + "1, column 1, format: missing\n");
  Signature brief = one;
  brief.bytes.pop_back();
  EXPECT_EQ(signature_faults(write_signatures({brief})),
            at + "10, column 20, signatures[0].signature: must be 64 bytes in base64\n");
  const std::size_t comma = good.find(",\n      \"signature\"");
  ASSERT_NE(comma, std::string::npos) << good;
  const std::size_t end = good.find('\n', comma + 2);
  EXPECT_EQ(signature_faults(std::string(good).erase(comma, end - comma)),
            at + "4, column 5, signatures[0].signature: missing\n");
  EXPECT_EQ(signature_faults(std::string((1U << 20U) + 1, ' ')),
            "frame_too_long at x.sig: more than 1048576 bytes\n");
  EXPECT_FALSE(from_base64(std::string(4100, 'A')));
  EXPECT_TRUE(from_base64(std::string(4096, 'A')));
}

}  // namespace
}  // namespace bridge::library
