// SPDX-License-Identifier: Apache-2.0
// Provenance: who wrote a release of the drug library, who approved it, why, and what it replaces.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/named.h"

namespace bridge::library {

// Of whoever approves. A loosened hard maximum needs the committee (drug-library 1.9).
enum class ApproverRole : std::uint8_t { pharmacy, nursing, biomed, medicine, committee };
constexpr auto names_of(ApproverRole) {
  return std::to_array<std::string_view>(
      {"pharmacy", "nursing", "biomed", "medicine", "committee"});
}

struct Author {
  std::string person;  // the hospital's id of the person
  std::string name;
};

struct Approver {
  std::string person;
  std::string name;
  ApproverRole role = ApproverRole::pharmacy;
  std::string key;  // whose signature is this person's: "ed25519:0123456789abcdef"
};

// The release that this one was made from.
struct ParentRelease {
  std::string version;
  std::uint64_t serial = 0;
  std::string content_hash;
};

// One release in the history of the library; a later release keeps the entries of all before it.
struct Change {
  std::string version;
  std::uint64_t serial = 0;
  Instant at;
  std::string person;
  std::string text;

  friend bool operator==(const Change&, const Change&) = default;
};

// A finding of the linter that the hospital has looked at and lets stand.
struct Acknowledgement {
  std::string rule;  // "L14"
  std::string drug;
  std::string care_area;  // empty: in every care area
  std::string reason;
  std::string person;
};

struct Provenance {
  std::string site;
  Author author;
  std::vector<Approver> approvers;
  std::optional<ParentRelease> parent;  // none for the first release
  std::string reason;
  std::vector<Change> changes;  // oldest first; the last one is this release
  std::vector<Acknowledgement> acknowledgements;
};

}  // namespace bridge::library
