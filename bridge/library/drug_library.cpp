// SPDX-License-Identifier: Apache-2.0
#include "library/drug_library.h"

#include <algorithm>

#include "library/folded.h"

namespace bridge::library {
namespace {

// No identifier that was loaded holds this byte, so two pairs never give the same key.
constexpr char between = '\x1f';

std::string joined(std::string_view first, std::string_view second) {
  std::string key(first);
  key.append(1, between).append(second);
  return key;
}

template <class Item>
const Item* found_in(const std::unordered_map<std::string, std::uint32_t>& index,
                     const std::vector<Item>& items, std::string_view key) {
  const auto found = index.find(std::string(key));
  return found == index.end() ? nullptr : &items[found->second];
}

void add_once(std::vector<std::uint32_t>& list, std::uint32_t item) {
  if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

}  // namespace

DrugLibrary::DrugLibrary(Parts parts) : parts_(std::move(parts)) {
  label_ = parts_.id + ' ' + parts_.version + " #" + std::to_string(parts_.serial) +
           " sha256:" + parts_.content_hash.substr(0, 8);
  if (parts_.status != Status::released) label_.append(" ").append(name_of(parts_.status));
  for (std::uint32_t at = 0; at < parts_.care_areas.size(); ++at) {
    const CareArea& area = parts_.care_areas[at];
    areas_by_id_.emplace(area.id, at);
    for (const std::string& location : area.locations) areas_by_location_.emplace(location, at);
  }
  for (std::uint32_t at = 0; at < parts_.drugs.size(); ++at) {
    const Drug& drug = parts_.drugs[at];
    drugs_by_id_.emplace(drug.id, at);
    for (const DrugCode& code : drug.codes) {
      add_once(drugs_by_code_[code.code], at);
      add_once(drugs_by_code_[joined(code.code, code.system)], at);
    }
    allergy_classes_.insert(drug.allergy_classes.begin(), drug.allergy_classes.end());
  }
  for (std::uint32_t at = 0; at < parts_.setups.size(); ++at) {
    const Setup& setup = parts_.setups[at];
    setups_by_key_[joined(setup.care_area, setup.drug)].push_back(at);
  }
}

bool DrugLibrary::effective_at(Instant now) const {
  if (now < parts_.effective_from) return false;
  return !parts_.effective_until || now < *parts_.effective_until;
}

const Drug* DrugLibrary::drug_coded(std::string_view code, std::string_view system) const {
  if (code.find(between) != std::string_view::npos) return nullptr;
  const auto found = drugs_by_code_.find(system.empty() ? std::string(code) : joined(code, system));
  if (found == drugs_by_code_.end() || found->second.size() != 1) return nullptr;
  return &parts_.drugs[found->second.front()];
}

const Drug* DrugLibrary::drug(std::string_view id) const {
  return found_in(drugs_by_id_, parts_.drugs, id);
}

bool DrugLibrary::knows_allergy_class(std::string_view code) const {
  return allergy_classes_.contains(std::string(code));
}

bool DrugLibrary::named(const Drug& drug, std::string_view text) const {
  const std::string wanted = folded(text);
  if (wanted.empty()) return false;
  if (folded(drug.display) == wanted) return true;
  return std::any_of(drug.names.begin(), drug.names.end(),
                     [&wanted](const std::string& name) { return folded(name) == wanted; });
}

const CareArea* DrugLibrary::care_area_of(std::string_view point_of_care) const {
  return found_in(areas_by_location_, parts_.care_areas, point_of_care);
}

const CareArea* DrugLibrary::care_area(std::string_view id) const {
  return found_in(areas_by_id_, parts_.care_areas, id);
}

std::vector<const Setup*> DrugLibrary::setups(std::string_view care_area_id,
                                              std::string_view drug_id) const {
  std::vector<const Setup*> result;
  const auto found = setups_by_key_.find(joined(care_area_id, drug_id));
  if (found == setups_by_key_.end()) return result;
  result.reserve(found->second.size());
  for (const std::uint32_t at : found->second) result.push_back(&parts_.setups[at]);
  return result;
}

}  // namespace bridge::library
