// SPDX-License-Identifier: Apache-2.0
// Invented approvers with keys made anew, and the small library signed by them.
#pragma once

#include <string>
#include <vector>

#include "library/library_text.h"
#include "library/trust.h"

namespace bridge::library {

struct Signer {
  std::string person;
  std::string role;
  NewKey key = make_key();
};

// The approvers of the small library, a stranger, and the library with their keys in it.
struct Signing {
  Signer phil{"phil", "pharmacy"};
  Signer nora{"nora", "nursing"};
  Signer ann{"ann", "pharmacy"};  // the author
  Signer stranger{"stranger", "pharmacy"};
  std::string text = with(with(small_library, "ed25519:0000000000000001", phil.key.key.id),
                          "ed25519:0000000000000002", nora.key.key.id);
  TrustPolicy policy{{{phil.key.key, "phil"}, {nora.key.key, "nora"}}};

  Signature by(const Signer& signer, const std::string& library_text) const {
    const auto loaded = load_with_form("small.json", library_text);
    EXPECT_TRUE(loaded) << faults_of(library_text);
    if (!loaded) return {};
    const auto& parts = loaded->library.parts();
    const auto bytes = sign("key", signer.key.private_pem, loaded->canonical);
    EXPECT_TRUE(bytes);
    return {signer.key.key.id,  signer.person, signer.role,
            parts.content_hash, parts.serial,  *bytes};
  }
  std::vector<Signature> both(const std::string& library_text) const {
    return {by(phil, library_text), by(nora, library_text)};
  }
};

// "good", or the faults without the name of the file.
inline std::string verdict_on(const std::string& library_text, const std::string* signatures,
                              const TrustPolicy& policy) {
  const auto loaded = load_with_form("small.json", library_text);
  if (!loaded) return rendered(loaded.fault());
  const Verdict verdict =
      verify(loaded->library, loaded->canonical, "small.json.sig", signatures, policy);
  EXPECT_EQ(verdict.faults.empty(), !verdict.signed_by.empty());
  if (verdict.faults.empty()) return "good";
  std::string text;
  for (const Fault& fault : verdict.faults) {
    EXPECT_EQ(fault.code, FaultCode::library_unusable);
    text.append(fault.place.substr(std::string("small.json.sig").size())).append(": ");
    text.append(fault.detail).append("\n");
  }
  return text;
}

inline std::string verdict_on(const std::string& library_text,
                              const std::vector<Signature>& signatures, const TrustPolicy& policy) {
  const std::string file = write_signatures(signatures);
  return verdict_on(library_text, &file, policy);
}

}  // namespace bridge::library
