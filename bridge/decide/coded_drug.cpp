// SPDX-License-Identifier: Apache-2.0
#include "decide/coded_drug.h"

#include <algorithm>
#include <utility>

#include "decide/history.h"

namespace bridge::decide {
namespace {

using library::Drug;
using library::DrugLibrary;

const Drug* by_code(const Coding& coding, const DrugLibrary& library) {
  return coding.code.empty() ? nullptr : library.drug_coded(coding.code, coding.system);
}

const Drug* by_name(const Coding& coding, const DrugLibrary& library) {
  return coding.text.empty() ? nullptr : library.drug_named(coding.text);
}

// The drug that all of them mean so far.
struct Agreement {
  const Drug* drug = nullptr;
  bool apart = false;

  void hear(const Drug* said) {
    apart = apart || (drug != nullptr && said != nullptr && said != drug);
    if (drug == nullptr) drug = said;
  }
  void hear(const Coding& coding, const DrugLibrary& library) {
    hear(by_code(coding, library));
    hear(by_name(coding, library));
  }
};

void tell(std::vector<std::string>& said, const Coding& coding, const DrugLibrary& library) {
  const auto add = [&said](std::string text, const Drug& drug) {
    text.append(" is ").append(drug.display);
    if (std::find(said.begin(), said.end(), text) == said.end()) said.push_back(std::move(text));
  };
  const Drug* coded = by_code(coding, library);
  const Drug* named = by_name(coding, library);
  if (coded != nullptr) add(system_text(coding), *coded);
  if (named != nullptr && named != coded) add("a name", *named);
}

// What the repeat says anew must lead where the order led; what says nothing leads nowhere else.
bool leads_elsewhere(const Drug* before, const Coding& chosen,
                     const std::vector<Coding>& alternates, const DrugLibrary& library) {
  if (!codings_apart(chosen, alternates, library).empty()) return true;
  const CodedDrug now = coded_drug(chosen, alternates, library);
  return now.several || (now.drug != nullptr && now.drug != before);
}

}  // namespace

bool is_same_code(const Coding& a, const Coding& b) {
  return !a.code.empty() && a.code == b.code && a.system == b.system;
}

CodedDrug coded_drug(const Coding& chosen, const std::vector<Coding>& alternates,
                     const DrugLibrary& library) {
  if (const Drug* drug = by_code(chosen, library)) return {drug, &chosen, false};
  CodedDrug told;
  for (const Coding& alternate : alternates) {
    const Drug* drug = by_code(alternate, library);
    if (drug == nullptr || drug == told.drug) continue;
    if (told.drug != nullptr) return {nullptr, nullptr, true};
    told = {drug, &alternate, false};
  }
  return told;
}

CodedDrug coded_drug(const InfusionOrder& order, const DrugLibrary& library) {
  return coded_drug(order.drug, order.drug_alternates, library);
}

CodedDrug coded_drug(const Component& component, const DrugLibrary& library) {
  return coded_drug(component.code, component.alternates, library);
}

std::string codings_apart(const Coding& chosen, const std::vector<Coding>& alternates,
                          const DrugLibrary& library) {
  Agreement agreement;
  agreement.hear(chosen, library);
  for (const Coding& alternate : alternates) agreement.hear(alternate, library);
  std::string text;
  if (!agreement.apart) return text;
  std::vector<std::string> said;
  tell(said, chosen, library);
  for (const Coding& alternate : alternates) tell(said, alternate, library);
  for (const std::string& each : said) text.append(text.empty() ? "" : ", ").append(each);
  return text;
}

bool is_told_by_alternate(const CodedDrug& told, const Coding& chosen) {
  return told.by != nullptr && told.by != &chosen;
}

std::string system_text(const Coding& coding) {
  return coding.system.empty() ? std::string("a code without a system") : coding.system;
}

bool means_another_drug(const InfusionOrder& known, const InfusionOrder& again,
                        const DrugLibrary& library) {
  if (again.drug_alternates != known.drug_alternates &&
      leads_elsewhere(drug_of(known, library), again.drug, again.drug_alternates, library)) {
    return true;
  }
  const std::size_t both = std::min(known.components.size(), again.components.size());
  for (std::size_t at = 0; at < both; ++at) {
    const Component& before = known.components[at];
    const Component& now = again.components[at];
    if (now.alternates != before.alternates &&
        leads_elsewhere(coded_drug(before, library).drug, now.code, now.alternates, library)) {
      return true;
    }
  }
  return false;
}

}  // namespace bridge::decide
