// SPDX-License-Identifier: Apache-2.0
#include "library/load_provenance.h"

#include <algorithm>
#include <set>

#include "library/lint.h"
#include "library/load_limit.h"
#include "library/signature.h"

namespace bridge::library {
namespace {

using json::ObjectReader;

constexpr std::int64_t most_serial = 1'000'000'000;
constexpr std::size_t least_approvers = 2;
constexpr std::string_view digits = "0123456789";

// Identifiers separated by points: of letters, digits and hyphens; numbers without leading zero
// where `numbers` says so.
bool are_identifiers(std::string_view text, bool numbers) {
  while (true) {
    const std::string_view one = text.substr(0, text.find('.'));
    const auto allowed = [](char c) {
      return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
    };
    if (one.empty() || !std::all_of(one.begin(), one.end(), allowed)) return false;
    const bool number = one.find_first_not_of(digits) == std::string_view::npos;
    if (numbers && number && one.size() > 1 && one.front() == '0') return false;
    if (one.size() == text.size()) return true;
    text.remove_prefix(one.size() + 1);
  }
}

void read_version(ObjectReader& reader, std::string& version) {
  version = read_filled(reader, "version");
  if (!version.empty() && !is_semantic_version(version)) {
    reader.fail("version", "must be a semantic version: 1.4.0");
  }
}

void read_approvers(ObjectReader& reader, DrugLibrary::Parts& parts) {
  Provenance& provenance = parts.provenance;
  std::set<std::string> persons;
  std::set<std::string> keys;
  reader.each("approvers", [&](ObjectReader& each) {
    Approver approver;
    approver.person = read_filled(each, "person");
    approver.name = read_filled(each, "name");
    approver.role = read_choice<ApproverRole>(each, "role").value_or(ApproverRole::pharmacy);
    approver.key = read_filled(each, "key");
    if (!approver.key.empty() && !is_key_id(approver.key)) {
      each.fail("key", "must be like \"ed25519:0123456789abcdef\", as `library keygen` prints it");
    }
    if (approver.person == provenance.author.person && !approver.person.empty()) {
      each.fail("person", "the author does not approve");
    }
    if (!persons.insert(approver.person).second && !approver.person.empty()) {
      each.fail("person", "approves twice");
    }
    if (!keys.insert(approver.key).second && !approver.key.empty()) {
      each.fail("key", "is another approver's key too");
    }
    provenance.approvers.push_back(std::move(approver));
  });
  const json::Value* list = reader.value().find("approvers");
  const bool missing = list != nullptr && list->is_array() && parts.status != Status::draft &&
                       list->item_count() < least_approvers;
  if (missing) {
    reader.fail("approvers", "a library that is " + std::string(name_of(parts.status)) +
                                 " has two approvers at least");
  }
}

void read_parent(ObjectReader& reader, DrugLibrary::Parts& parts) {
  reader.object_if("parent", [&](ObjectReader& inner) {
    ParentRelease parent;
    read_version(inner, parent.version);
    parent.serial = read_serial(inner);
    parent.content_hash = read_filled(inner, "content_hash");
    if (!parent.content_hash.empty() && !is_content_hash(parent.content_hash)) {
      inner.fail("content_hash", "must be 64 hexadecimal digits in lower case");
    }
    if (parent.serial != 0 && parent.serial >= parts.serial && parts.serial != 0) {
      inner.fail("serial", "is not below this release's serial");
    }
    parts.provenance.parent = std::move(parent);
  });
}

void read_changes(ObjectReader& reader, DrugLibrary::Parts& parts) {
  std::vector<Change>& changes = parts.provenance.changes;
  reader.each("changes", [&](ObjectReader& each) {
    Change change;
    read_version(each, change.version);
    change.serial = read_serial(each);
    const std::optional<Instant> at = read_instant(each, "at");
    change.at = at.value_or(Instant());
    change.person = read_filled(each, "person");
    change.text = read_filled(each, "text");
    if (!changes.empty() && change.serial != 0 && change.serial <= changes.back().serial) {
      each.fail("serial", "is not above the serial of the entry before");
    }
    if (!changes.empty() && at && *at < changes.back().at) {
      each.fail("at", "is before the entry before");
    }
    changes.push_back(std::move(change));
  });
  const json::Value* list = reader.value().find("changes");
  // A wrong head was told.
  const bool head_is_right = parts.serial != 0 && is_semantic_version(parts.version);
  if (list == nullptr || !list->is_array() || !head_is_right) return;
  const bool ends_here = !changes.empty() && changes.back().serial == parts.serial &&
                         changes.back().version == parts.version;
  if (!ends_here) {
    reader.fail("changes", "the last entry must have this release's version and serial");
    return;
  }
  const std::optional<ParentRelease>& parent = parts.provenance.parent;
  if (!parent && changes.size() == 1) return;
  const bool from_parent = parent && changes.size() > 1 &&
                           changes[changes.size() - 2].serial == parent->serial &&
                           changes[changes.size() - 2].version == parent->version;
  if (!from_parent) {
    reader.fail("changes",
                "the entry before the last must be the parent's, and the parent's alone");
  }
}

}  // namespace

std::uint64_t read_serial(ObjectReader& reader) {
  const std::int64_t serial = reader.integer("serial", 1, most_serial);
  const json::Value* found = reader.value().find("serial");
  const bool right =
      found != nullptr && found->is_number() && found->number_text() == std::to_string(serial);
  return right ? static_cast<std::uint64_t>(serial) : 0;
}

bool is_semantic_version(std::string_view text) {
  const std::size_t plus = text.find('+');
  if (plus != std::string_view::npos && !are_identifiers(text.substr(plus + 1), false))
    return false;
  text = text.substr(0, plus);
  const std::size_t hyphen = text.find('-');
  if (hyphen != std::string_view::npos && !are_identifiers(text.substr(hyphen + 1), true)) {
    return false;
  }
  text = text.substr(0, hyphen);
  return text.find_first_not_of("0123456789.") == std::string_view::npos &&
         std::count(text.begin(), text.end(), '.') == 2 && are_identifiers(text, true);
}

bool is_content_hash(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::optional<Instant> read_instant(ObjectReader& reader, std::string_view key) {
  const std::string text = reader.text(key);
  const json::Value* found = reader.value().find(key);
  if (found == nullptr || !found->is_string()) return std::nullopt;
  const Result<Instant> instant = Instant::parse_rfc3339(text);
  if (!instant) {
    reader.fail(key, "must be a date and time with seconds and offset, 2026-11-01T00:00:00Z");
    return std::nullopt;
  }
  return *instant;
}

void read_provenance(ObjectReader& reader, DrugLibrary::Parts& parts) {
  Provenance& provenance = parts.provenance;
  provenance.site = read_filled(reader, "site");
  {
    ObjectReader author = reader.object("author");
    provenance.author = {read_filled(author, "person"), read_filled(author, "name")};
  }
  read_approvers(reader, parts);
  read_parent(reader, parts);
  provenance.reason = read_filled(reader, "reason");
  read_changes(reader, parts);
}

void read_acknowledgements(ObjectReader& reader, DrugLibrary::Parts& parts) {
  reader.each_or_none("acknowledgements", [&](ObjectReader& each) {
    Acknowledgement one;
    one.rule = read_filled(each, "rule");
    if (!one.rule.empty() && !is_lint_rule(one.rule)) {
      each.fail("rule", "is not a rule of the linter: L1 to L17");
    }
    one.drug = read_filled(each, "drug");
    const auto is = [](const std::string& id) {
      return [&id](const auto& held) { return held.id == id; };
    };
    const auto& drugs = parts.drugs;
    if (!one.drug.empty() && std::none_of(drugs.begin(), drugs.end(), is(one.drug))) {
      each.fail("drug", "the library has no \"" + one.drug + '"');
    }
    if (each.has("care_area")) {
      one.care_area = read_filled(each, "care_area");
      const auto& areas = parts.care_areas;
      if (!one.care_area.empty() && std::none_of(areas.begin(), areas.end(), is(one.care_area))) {
        each.fail("care_area", "the library has no \"" + one.care_area + '"');
      }
    }
    one.reason = read_filled(each, "reason");
    one.person = read_filled(each, "person");
    parts.provenance.acknowledgements.push_back(std::move(one));
  });
}

}  // namespace bridge::library
