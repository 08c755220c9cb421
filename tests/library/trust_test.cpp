// SPDX-License-Identifier: Apache-2.0
// P24: every way in which a library file or its signatures may be wrong, and none of them passes.
#include "library/trust.h"

#include <algorithm>
#include <random>

#include "json/json.h"
#include "json/write.h"
#include "library/canonical.h"
#include "library/signing.h"

namespace bridge::library {
namespace {

const Signing& made() {
  static const Signing signing;
  return signing;
}

std::string verdict(const std::string& text) {
  return verdict_on(text, made().both(made().text), made().policy);
}

TEST(Trust, two_approvers_signatures_are_good) {
  const Signing& signing = made();
  EXPECT_EQ(verdict(signing.text), "good");
  const auto loaded = load_with_form("small.json", signing.text);
  const std::string file = write_signatures(signing.both(signing.text));
  const Verdict told = verify(loaded->library, loaded->canonical, "s", &file, signing.policy);
  EXPECT_EQ(told.signed_by,
            (std::vector<std::string>{"phil (pharmacy, " + signing.phil.key.key.id + ")",
                                      "nora (nursing, " + signing.nora.key.key.id + ")"}));
}

TEST(Trust, a_library_without_signatures_is_refused) {
  EXPECT_EQ(verdict_on(made().text, nullptr, made().policy),
            ": there is no such file: the library is not signed\n");
  EXPECT_EQ(verdict_on(made().text, std::vector<Signature>{}, made().policy),
            ": has 0 signatures; 2 are needed, each of another approver\n");
}

TEST(Trust, one_signature_is_not_enough) {
  const Signing& signing = made();
  EXPECT_EQ(verdict_on(signing.text, {signing.by(signing.phil, signing.text)}, signing.policy),
            ": has 1 signature; 2 are needed, each of another approver\n");
  TrustPolicy three = signing.policy;
  three.signatures = 3;
  EXPECT_EQ(verdict_on(signing.text, signing.both(signing.text), three),
            ": has 2 signatures; 3 are needed, each of another approver\n");
}

TEST(Trust, one_approver_twice_is_one) {
  const Signing& signing = made();
  const Signature one = signing.by(signing.phil, signing.text);
  EXPECT_EQ(verdict_on(signing.text, {one, one}, signing.policy),
            ", signatures[1]: this key has signed before; it counts once\n"
            ", signatures[1]: this person has signed before; it counts once\n");
}

TEST(Trust, a_second_key_of_one_person_does_not_make_two_persons) {
  const Signing& signing = made();
  TrustPolicy policy = signing.policy;
  policy.keys.push_back({signing.stranger.key.key, "phil"});
  Signature second = signing.by(signing.stranger, signing.text);
  second.person = "phil";
  EXPECT_EQ(verdict_on(signing.text, {signing.by(signing.phil, signing.text), second}, policy),
            ", signatures[1]: this person has signed before; it counts once\n"
            ", signatures[1]: key or role is not what the library says of this approver\n");
}

TEST(Trust, the_author_does_not_approve) {
  const Signing& signing = made();
  TrustPolicy policy = signing.policy;
  policy.keys.push_back({signing.ann.key.key, "ann"});
  EXPECT_EQ(
      verdict_on(signing.text,
                 {signing.by(signing.phil, signing.text), signing.by(signing.ann, signing.text)},
                 policy),
      ", signatures[1]: the author does not approve\n"
      ", signatures[1]: the library does not name this person as approver\n");
}

TEST(Trust, a_key_that_nobody_here_trusts_is_refused_even_beside_two_good_ones) {
  const Signing& signing = made();
  std::vector<Signature> signatures = signing.both(signing.text);
  signatures.push_back(signing.by(signing.stranger, signing.text));
  EXPECT_EQ(verdict_on(signing.text, signatures, signing.policy),
            ", signatures[2]: key " + signing.stranger.key.key.id +
                " is not among the trusted keys\n"
                ", signatures[2]: the library does not name this person as approver\n");
}

TEST(Trust, a_trusted_key_of_another_person_is_refused) {
  const Signing& signing = made();
  TrustPolicy swapped = signing.policy;
  std::swap(swapped.keys[0].person, swapped.keys[1].person);
  const std::string said = verdict_on(signing.text, signing.both(signing.text), swapped);
  EXPECT_EQ(said, ", signatures[0]: key " + signing.phil.key.key.id +
                      " is not this person's\n, signatures[1]: key " + signing.nora.key.key.id +
                      " is not this person's\n");
}

TEST(Trust, a_signature_with_another_key_than_it_says_is_wrong) {
  const Signing& signing = made();
  std::vector<Signature> signatures = signing.both(signing.text);
  std::swap(signatures[0].bytes, signatures[1].bytes);
  const std::string wrong =
      "the signature is wrong: it was not made over this content with this key\n";
  EXPECT_EQ(verdict_on(signing.text, signatures, signing.policy),
            ", signatures[0]: " + wrong + ", signatures[1]: " + wrong);
}

// Whoever alters the file may alter what the signature file says of it, but not the signature.
TEST(Trust, a_hash_and_serial_that_were_altered_with_the_library_do_not_help) {
  const Signing& signing = made();
  const std::string altered = with(signing.text, "\"hard_max\": 50", "\"hard_max\": 500");
  std::vector<Signature> signatures = signing.both(signing.text);
  for (Signature& one : signatures) one.content_hash = load("x", altered)->parts().content_hash;
  const std::string wrong =
      "the signature is wrong: it was not made over this content with this key\n";
  EXPECT_EQ(verdict_on(altered, signatures, signing.policy),
            ", signatures[0]: " + wrong + ", signatures[1]: " + wrong);
}

TEST(Trust, a_role_that_is_not_the_approvers_is_refused) {
  const Signing& signing = made();
  std::vector<Signature> signatures = signing.both(signing.text);
  signatures[1].role = "committee";
  EXPECT_EQ(verdict_on(signing.text, signatures, signing.policy),
            ", signatures[1]: key or role is not what the library says of this approver\n");
}

TEST(Trust, a_damaged_signature_file_is_refused_with_its_place) {
  const std::string file = with(write_signatures(made().both(made().text)), "\"role\"", "\"rule\"");
  EXPECT_NE(verdict_on(made().text, &file, made().policy).find("signatures[0].rule: unknown name"),
            std::string::npos);
  const std::string cut = "{\"format\": ";
  const auto loaded = load_with_form("small.json", made().text);
  EXPECT_FALSE(verify(loaded->library, loaded->canonical, "s", &cut, made().policy).faults.empty());
}

TEST(Trust, a_site_that_treats_patients_takes_no_demonstration) {
  const Signing& signing = made();
  TrustPolicy clinical = signing.policy;
  clinical.clinical_use = true;
  EXPECT_EQ(verdict_on(signing.text, signing.both(signing.text), clinical),
            ": the library is not for clinical use, and this site is\n");
  const std::string real =
      with(signing.text, "\"for_clinical_use\": false", "\"for_clinical_use\": true");
  EXPECT_EQ(verdict_on(real, signing.both(real), clinical), "good");
}

Signer demonstration_signer(const std::string& role) {
  Signer signer{"demo-" + role, role};
  signer.key.private_pem = file_text("samples/keys/DEMONSTRATION-ONLY-" + role + ".pem");
  signer.key.key = *public_half("key", signer.key.private_pem);
  return signer;
}

TEST(Trust, published_keys_sign_nothing_for_clinical_use) {
  Signing signing;
  signing.phil.key = demonstration_signer("pharmacy").key;
  signing.text = with(with(small_library, "ed25519:0000000000000001", signing.phil.key.key.id),
                      "ed25519:0000000000000002", signing.nora.key.key.id);
  signing.policy.keys[0].key = signing.phil.key.key;
  EXPECT_EQ(verdict_on(signing.text, signing.both(signing.text), signing.policy), "good");
  const std::string fault =
      ", signatures[0]: a demonstration key, whose private half is published, signs nothing for "
      "clinical use\n";
  const std::string real =
      with(signing.text, "\"for_clinical_use\": false", "\"for_clinical_use\": true");
  EXPECT_EQ(verdict_on(real, signing.both(real), signing.policy), fault);
  TrustPolicy clinical = signing.policy;
  clinical.clinical_use = true;
  EXPECT_EQ(verdict_on(real, signing.both(real), clinical), fault);
}

TEST(Trust, the_published_keys_are_known_by_their_ids) {
  for (const char* role : {"pharmacy", "nursing", "committee"}) {
    const auto open = read_public_key(
        role, file_text("mappings/library/keys/demonstration-" + std::string(role) + ".pub"));
    ASSERT_TRUE(open);
    EXPECT_TRUE(is_demonstration_key(open->id)) << role;
    EXPECT_EQ(demonstration_signer(role).key.key.id, open->id);
  }
  EXPECT_FALSE(is_demonstration_key(make_key().key.id));
}

// Layout, order of members, and how a number is written are not content.
TEST(Tampering, what_does_not_change_the_content_does_not_change_the_verdict) {
  const std::string& text = made().text;
  EXPECT_EQ(verdict(text + "\n\n  "), "good");
  EXPECT_EQ(verdict(with(text, "\"hard_max\": 50", "\"hard_max\" :\t50.00")), "good");
  EXPECT_EQ(verdict(with(text, "\"DOPamine\"", "\"DO\\u0050amine\"")), "good");
  const auto tree = json::parse(text);
  EXPECT_EQ(verdict(json::write(*tree)), "good");
  EXPECT_EQ(verdict(*canonical_form(*tree)), "good");
}

TEST(Tampering, each_kind_of_content_is_seen) {
  const std::string& text = made().text;
  for (const auto& [before, after] : std::initializer_list<std::pair<const char*, const char*>>{
           {"\"hard_max\": 50", "\"hard_max\": 500"},
           {"\"soft_min\": 1,", "\"soft_min\": 1.0000000001,"},
           {"\"unit\": \"ug/kg/min\", \"hard_min\"", "\"unit\": \"mg/kg/min\", \"hard_min\""},
           {"\"code\": \"3628\"", "\"code\": \"3629\""},
           {"\"Dopamine\",", "\"Dopamine \\u00e9\","},
           {"\"for tests\"", "\"for  tests\""},
           {"\"serial\": 7,\n", "\"serial\": 8,\n"},
           {"2027-01-01T00:00:00Z", "2028-01-01T00:00:00Z"},
           {"\"value\": 250", "\"value\": 25"},
           {"\"MICU\"]", "\"MICU\", \"OR\"]"},
           {"\"high_alert\": true", "\"high_alert\": false"},
           {"\"reason\": \"to test\"", "\"reason\": \"to pass\""},
           {"\"text\": \"first\"", "\"text\": \"First\""},
           {"\"name\": \"Nora\"", "\"name\": \"Nara\""},
           {"\"source\": \"label\"", "\"source\": \"table\""}}) {
    const std::string said = verdict(with(text, before, after));
    EXPECT_NE(said, "good") << after;
    EXPECT_FALSE(said.empty());
  }
}

// Bytes altered or put in, one at a time, at many places: a file that still loads and whose content
// changed is refused; one whose content did not is good.
TEST(Tampering, no_altered_byte_passes_with_other_content) {
  const std::string& text = made().text;
  const std::string hash = load("small.json", text)->parts().content_hash;
  const std::string file = write_signatures(made().both(text));
  std::mt19937 random(24);
  int refused = 0;
  int same = 0;
  for (int times = 0; times < 20'000; ++times) {
    std::string altered = text;
    const std::size_t at = random() % altered.size();
    if (random() % 2 == 0) {
      altered[at] ^= static_cast<char>(1U << (random() % 7));
    } else {
      altered.insert(at, 1, " \n\t05"[random() % 5]);
    }
    const auto loaded = load_with_form("small.json", altered);
    if (!loaded) continue;
    const bool equal = loaded->library.parts().content_hash == hash;
    const Verdict said = verify(loaded->library, loaded->canonical, "s", &file, made().policy);
    EXPECT_EQ(said.faults.empty(), equal) << altered;
    (equal ? same : refused) += 1;
  }
  EXPECT_GT(refused, 1000);
  EXPECT_GT(same, 0);
}

TEST(ShippedLibrary, is_signed_as_it_stands) {
  const auto loaded =
      load_with_form("demonstration.json", file_text("mappings/library/demonstration.json"));
  ASSERT_TRUE(loaded) << rendered(loaded.fault());
  TrustPolicy policy;
  for (const char* role : {"pharmacy", "nursing"}) {
    policy.keys.push_back({demonstration_signer(role).key.key, "demo-" + std::string(role)});
  }
  const std::string file = file_text("mappings/library/demonstration.json.sig");
  const Verdict said =
      verify(loaded->library, loaded->canonical, "demonstration.json.sig", &file, policy);
  EXPECT_TRUE(said.faults.empty())
      << "mappings/library/demonstration.json was edited and not signed again.\n"
         "Build infusion-bridge, then run: script/library-sign\n"
      << rendered(said.faults);
}

// The same content under another number is what somebody else approved.
TEST(Trust, a_signature_for_another_serial_is_for_other_content) {
  const Signing& signing = made();
  std::vector<Signature> signatures = signing.both(signing.text);
  signatures[0].serial += 1;
  const std::string said = verdict_on(signing.text, signatures, signing.policy);
  EXPECT_NE(said.find("signatures[0]: is for other content"), std::string::npos) << said;
}

}  // namespace
}  // namespace bridge::library
