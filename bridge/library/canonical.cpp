// SPDX-License-Identifier: Apache-2.0
#include "library/canonical.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/decimal.h"
#include "json/write.h"

namespace bridge::library {
namespace {

std::vector<const json::Member*> sorted_members(const json::Value& object) {
  std::vector<const json::Member*> members;
  members.reserve(object.members().size());
  for (const json::Member& member : object.members()) members.push_back(&member);
  std::sort(members.begin(), members.end(),
            [](const json::Member* a, const json::Member* b) { return a->key < b->key; });
  return members;
}

// Recursion ends with the depth that json::parse allows.
Result<Done> append(json::Writer& out, const json::Value& value) {
  switch (value.kind()) {
    case json::Kind::null:
    case json::Kind::boolean:
    case json::Kind::string:
      out.value(value);
      return Done{};
    case json::Kind::number: {
      BRIDGE_TRY(const Decimal number, Decimal::parse(value.number_text()));
      out.number(number.text());
      return Done{};
    }
    case json::Kind::array:
      out.begin_array();
      for (const json::Value& item : value.items()) {
        BRIDGE_TRY([[maybe_unused]] const Done done, append(out, item));
      }
      out.end_array();
      return Done{};
    case json::Kind::object:
      break;
  }
  out.begin_object();
  for (const json::Member* member : sorted_members(value)) {
    out.key(member->key);
    BRIDGE_TRY([[maybe_unused]] const Done done, append(out, member->value));
  }
  out.end_object();
  return Done{};
}

}  // namespace

Result<Done> append_canonical(std::string& text, const json::Value& value) {
  json::Writer out(text);
  return append(out, value);
}

Result<std::string> canonical_form(const json::Value& value) {
  std::string text;
  BRIDGE_TRY([[maybe_unused]] const Done done, append_canonical(text, value));
  return text;
}

Result<std::string> canonical_form(const json::Value& object, std::string_view member,
                                   std::string items) {
  std::string before = "{";
  std::string after = "]";
  bool first = true;
  for (const json::Member* one : sorted_members(object)) {
    const bool taken = one->key == member;
    std::string& out = taken || one->key < member ? before : after;
    if (!first) out += ',';
    first = false;
    json::append_quoted(out, one->key);
    out += ':';
    if (taken) {
      out += '[';
      continue;
    }
    BRIDGE_TRY([[maybe_unused]] const Done done, append_canonical(out, one->value));
  }
  items.insert(0, before).append(after).append("}");
  return items;
}

std::string sha256_hex(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  const int ok =
      EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr);
  BRIDGE_ASSERT(ok == 1 && size == 32);
  constexpr std::string_view hex = "0123456789abcdef";
  std::string text;
  for (unsigned int at = 0; at < size; ++at) {
    text.push_back(hex[digest[at] >> 4U]);
    text.push_back(hex[digest[at] & 15U]);
  }
  return text;
}

}  // namespace bridge::library
