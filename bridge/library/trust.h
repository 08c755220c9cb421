// SPDX-License-Identifier: Apache-2.0
// Whether a drug library is what its approvers signed, and whether this site trusts them (P24).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.h"
#include "library/drug_library.h"
#include "library/signature.h"

namespace bridge::library {

// A key that a site's configuration names, and the person whose it is.
struct TrustedKey {
  PublicKey key;
  std::string person;
};

struct TrustPolicy {
  std::vector<TrustedKey> keys = {};
  std::size_t signatures = 2;  // that a library needs, each of another approver
  bool clinical_use =
      false;  // patients are treated here: no demonstration, neither key nor library
};

// The keys whose private halves are published with the demonstration: everybody can sign with them.
bool is_demonstration_key(std::string_view key_id);

struct Verdict {
  std::vector<std::string> signed_by;  // "demo-pharmacy (pharmacy, ed25519:...)"
  Faults faults;                       // library_unusable; empty: it is to be trusted
};

// Every signature must be good, not only enough of them: one that is not means that somebody did
// something which nobody here knows about. Each must be of a trusted key, over these canonical
// bytes, of a person whom the library itself names as approver with this key. All faults are told;
// their places begin with `signature_file`, whose text is null when there is no such file.
Verdict verify(const DrugLibrary& library, std::string_view canonical,
               std::string_view signature_file, const std::string* signature_text,
               const TrustPolicy& policy);

}  // namespace bridge::library
