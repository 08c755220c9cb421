// SPDX-License-Identifier: Apache-2.0
#include "translate/drug_codings.h"

#include <algorithm>
#include <utility>

#include "translate/pump_fields.h"

namespace bridge::translate {
namespace {

bool says_nothing_beside(const Coding& each, const Coding& chosen) {
  if (each.empty()) return true;
  const bool same_text = each.text.empty() || each.text == chosen.text;
  const bool same_code =
      each.code.empty() || (each.code == chosen.code && each.system == chosen.system);
  return same_text && same_code;
}

}  // namespace

void take_codings(Coding chosen, std::vector<Coding> beside, Coding& code,
                  std::vector<Coding>& alternates) {
  if (chosen.code.empty()) {
    auto first = std::find_if(beside.begin(), beside.end(),
                              [](const Coding& each) { return !each.code.empty(); });
    if (first == beside.end() && chosen.text.empty()) {
      first = std::find_if(beside.begin(), beside.end(),
                           [](const Coding& each) { return !each.empty(); });
    }
    if (first != beside.end()) {
      std::swap(chosen, *first);
      if (chosen.text.empty()) chosen.text = first->text;
      first->system.clear();  // of words alone
    }
  }
  code = std::move(chosen);
  alternates.clear();
  for (Coding& each : beside) {
    if (says_nothing_beside(each, code)) continue;
    if (std::find(alternates.begin(), alternates.end(), each) != alternates.end()) continue;
    alternates.push_back(std::move(each));
  }
}

std::vector<Coding> codings_beside(const hl7::Field& field, const CodeBook& book, Faults& faults) {
  std::vector<Coding> result;
  const auto part = [&](std::size_t number) {
    const hl7::Component component = field.component(number);
    if (!component.valued()) return std::string();
    auto text = component.text();
    // The library knows no code with blanks around it, and what it does not know says nothing.
    if (text) return std::string(trimmed(*text));
    faults.push_back(std::move(text).fault());
    return std::string();
  };
  for (const std::size_t first : {std::size_t{4}, std::size_t{10}}) {
    if (field.component_count() < first) break;
    result.push_back(
        {part(first), part(first + 1), std::string(book.system_name(part(first + 2)))});
    if (first == 4) result.push_back({{}, part(9), {}});
  }
  return result;
}

}  // namespace bridge::translate
