// SPDX-License-Identifier: Apache-2.0
#include "library/trust.h"

#include <algorithm>
#include <set>

namespace bridge::library {
namespace {

// Private halves: samples/keys.
constexpr auto demonstration_keys = std::to_array<std::string_view>(
    {"ed25519:565fcf0fab566231", "ed25519:a5b988cbf22c9fb1", "ed25519:d8e91f9f3a525348"});

class Verifying {
 public:
  Verifying(const DrugLibrary& library, std::string_view canonical, std::string_view file,
            const TrustPolicy& policy)
      : parts_(library.parts()), canonical_(canonical), file_(file), policy_(policy) {}

  void take(const std::vector<Signature>& signatures) {
    for (std::size_t at = 0; at < signatures.size(); ++at) {
      place_ = file_ + ", signatures[" + std::to_string(at) + "]";
      take(signatures[at]);
    }
    place_ = file_;
    if (good_ < policy_.signatures && verdict_.faults.empty()) {
      fail("has " + std::to_string(good_) + (good_ == 1 ? " signature; " : " signatures; ") +
           std::to_string(policy_.signatures) + " are needed, each of another approver");
    }
  }
  void check_use() {
    if (policy_.clinical_use && !parts_.for_clinical_use) {
      fail("the library is not for clinical use, and this site is");
    }
  }
  void fail(std::string detail) {
    verdict_.faults.push_back({FaultCode::library_unusable, place_, std::move(detail)});
  }
  Verdict end() { return std::move(verdict_); }

 private:
  void take(const Signature& one) {
    const std::size_t before = verdict_.faults.size();
    check_key(one);
    check_person(one);
    if (verdict_.faults.size() != before) return;
    ++good_;
    verdict_.signed_by.push_back(one.person + " (" + one.role + ", " + one.key + ")");
  }

  void check_key(const Signature& one) {
    const auto trusted =
        std::find_if(policy_.keys.begin(), policy_.keys.end(),
                     [&one](const TrustedKey& held) { return held.key.id == one.key; });
    if (!keys_.insert(one.key).second) fail("this key has signed before; it counts once");
    if (is_demonstration_key(one.key) && (policy_.clinical_use || parts_.for_clinical_use)) {
      fail("a demonstration key, whose private half is published, signs nothing for clinical use");
    }
    if (one.content_hash != parts_.content_hash || one.serial != parts_.serial) {
      fail("is for other content: it signs sha256:" + one.content_hash.substr(0, 8) + " #" +
           std::to_string(one.serial) + ", the library is sha256:" +
           parts_.content_hash.substr(0, 8) + " #" + std::to_string(parts_.serial) +
           ". The library was changed after it was signed; whoever approves the change signs "
           "again: infusion-bridge library sign (script/library-sign for the demonstration)");
      return;
    }
    if (trusted == policy_.keys.end()) {
      fail("key " + one.key + " is not among the trusted keys");
    } else if (!is_signature_of(trusted->key, canonical_, one.bytes)) {
      fail("the signature is wrong: it was not made over this content with this key");
    } else if (trusted->person != one.person) {
      fail("key " + one.key + " is not this person's");
    }
  }

  // The library says itself who approves it, and that is part of what is signed.
  void check_person(const Signature& one) {
    const Provenance& from = parts_.provenance;
    if (!persons_.insert(one.person).second) fail("this person has signed before; it counts once");
    if (one.person == from.author.person) fail("the author does not approve");
    const auto approver =
        std::find_if(from.approvers.begin(), from.approvers.end(),
                     [&one](const Approver& held) { return held.person == one.person; });
    if (approver == from.approvers.end()) {
      fail("the library does not name this person as approver");
    } else if (approver->key != one.key || name_of(approver->role) != one.role) {
      fail("key or role is not what the library says of this approver");
    }
  }

  const DrugLibrary::Parts& parts_;
  std::string_view canonical_;
  std::string file_;
  const TrustPolicy& policy_;
  std::string place_ = file_;
  Verdict verdict_;
  std::size_t good_ = 0;
  std::set<std::string> keys_;
  std::set<std::string> persons_;
};

}  // namespace

bool is_demonstration_key(std::string_view key_id) {
  return std::find(demonstration_keys.begin(), demonstration_keys.end(), key_id) !=
         demonstration_keys.end();
}

Verdict verify(const DrugLibrary& library, std::string_view canonical,
               std::string_view signature_file, const std::string* signature_text,
               const TrustPolicy& policy) {
  Verifying verifying(library, canonical, signature_file, policy);
  if (signature_text == nullptr) {
    verifying.fail("there is no such file: the library is not signed");
  } else {
    const auto signatures = read_signatures(signature_file, *signature_text);
    if (!signatures) return {{}, signatures.fault()};
    verifying.take(*signatures);
  }
  verifying.check_use();
  Verdict verdict = verifying.end();
  if (!verdict.faults.empty()) verdict.signed_by.clear();
  return verdict;
}

}  // namespace bridge::library
