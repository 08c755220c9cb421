// SPDX-License-Identifier: Apache-2.0
// Reads the committed tables of elements_r4.inc into types, once.
//
//   head    = name " " ("complex" | "resource") " " (base | "-")
//   element = name ":" type {mark} ["/" choice] ["=" codes]
//   mark    = "*" many | "!" required | "?" modifier | "@" attribute in XML
#include "fhir/elements.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/assert.h"

namespace bridge::fhir {
namespace {

struct Row {
  std::string_view head;
  std::string_view words;
};

constexpr Row type_rows[] = {
#define FHIR_TYPE(head, words) Row{head, words},
#define FHIR_CODES(name, words)
#include "fhir/elements_r4.inc"
#undef FHIR_TYPE
#undef FHIR_CODES
};

constexpr Row code_rows[] = {
#define FHIR_TYPE(head, words)
#define FHIR_CODES(name, words) Row{name, words},
#include "fhir/elements_r4.inc"
#undef FHIR_TYPE
#undef FHIR_CODES
};

constexpr std::array<std::pair<std::string_view, Primitive>, 20> primitives = {{
    {"base64Binary", Primitive::base64_binary},
    {"boolean", Primitive::boolean},
    {"canonical", Primitive::canonical},
    {"code", Primitive::code},
    {"date", Primitive::date},
    {"dateTime", Primitive::date_time},
    {"decimal", Primitive::decimal},
    {"id", Primitive::id},
    {"instant", Primitive::instant},
    {"integer", Primitive::integer},
    {"markdown", Primitive::markdown},
    {"oid", Primitive::oid},
    {"positiveInt", Primitive::positive_int},
    {"string", Primitive::string},
    {"time", Primitive::time},
    {"unsignedInt", Primitive::unsigned_int},
    {"uri", Primitive::uri},
    {"url", Primitive::url},
    {"uuid", Primitive::uuid},
    {"xhtml", Primitive::xhtml},
}};

// Takes what stands before the separator, and the separator, from the front of `text`.
std::string_view take(std::string_view& text, char separator) {
  const std::size_t end = std::min(text.find(separator), text.size());
  const std::string_view taken = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return taken;
}

std::vector<std::string_view> split(std::string_view words) {
  std::vector<std::string_view> list;
  while (!words.empty()) list.push_back(take(words, ' '));
  return list;
}

class Tables {
 public:
  Tables() {
    for (const Row& row : code_rows) codes_.emplace(row.head, split(row.words));
    for (const auto& [name, primitive] : primitives) {
      types_.emplace(name, Type{.name = name, .primitive = primitive});
    }
    for (const Row& row : type_rows) add_head(row.head);
    for (const Row& row : type_rows) add_elements(row);
    // A primitive has what Element has: in JSON its id and extensions stand beside it, under "_".
    for (const auto& [name, primitive] : primitives) {
      at(name).elements = at("Element").elements;
    }
  }

  const Type* find(std::string_view name) const {
    const auto found = types_.find(name);
    return found == types_.end() ? nullptr : &found->second;
  }

 private:
  Type& at(std::string_view name) {
    const auto found = types_.find(name);
    BRIDGE_ASSERT(found != types_.end());
    return found->second;
  }

  void add_head(std::string_view head) {
    const std::string_view name = take(head, ' ');
    const bool resource = take(head, ' ') == "resource";
    types_.emplace(name, Type{.name = name, .resource = resource});
  }

  // Bases come first in the recursion, whatever the order of rows.
  void add_elements(const Row& row) {
    std::string_view head = row.head;
    Type& type = at(take(head, ' '));
    if (!type.elements.empty()) return;
    take(head, ' ');
    if (head != "-") {
      type.base = &at(head);
      for (const Row& each : type_rows) {
        std::string_view other = each.head;
        if (take(other, ' ') == head) add_elements(each);
      }
      type.elements = type.base->elements;
    }
    for (const std::string_view word : split(row.words)) type.elements.push_back(element(word));
  }

  Element element(std::string_view word) {
    Element read;
    read.name = take(word, ':');
    std::string_view left = take(word, '=');
    if (!word.empty()) {
      const auto codes = codes_.find(word);
      BRIDGE_ASSERT(codes != codes_.end());
      read.codes = codes->second;
    }
    std::string_view typed = take(left, '/');
    if (!left.empty()) read.choice = static_cast<std::uint8_t>(left.front() - '0');
    for (; typed.find_last_of("*!?@") == typed.size() - 1; typed.remove_suffix(1)) {
      read.many |= typed.back() == '*';
      read.required |= typed.back() == '!';
      read.modifier |= typed.back() == '?';
      read.attribute |= typed.back() == '@';
    }
    read.type = &at(typed);
    return read;
  }

  std::map<std::string_view, Type> types_;
  std::map<std::string_view, std::vector<std::string_view>> codes_;
};

const Tables& tables() {
  static const Tables once;
  return once;
}

}  // namespace

const Element* Type::find(std::string_view element) const {
  const auto found = std::find_if(elements.begin(), elements.end(),
                                  [&](const Element& each) { return each.name == element; });
  return found == elements.end() ? nullptr : &*found;
}

const Type* find_type(std::string_view name) { return tables().find(name); }

const Type* find_resource(std::string_view name) {
  const Type* type = tables().find(name);
  const bool usable =
      type != nullptr && type->resource && !type->any_resource() && name != "DomainResource";
  return usable ? type : nullptr;
}

}  // namespace bridge::fhir
