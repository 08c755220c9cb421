// SPDX-License-Identifier: Apache-2.0
#include "library/load.h"

#include <algorithm>
#include <unordered_map>

#include "json/reading.h"
#include "library/canonical.h"
#include "library/folded.h"
#include "library/load_limit.h"
#include "library/load_provenance.h"
#include "library/load_setup.h"

namespace bridge::library {
namespace {

using json::ObjectReader;
using json::Value;

// A library of 30 care areas with 1,500 setups each (drug-library 1.1) has some four million
// values.
constexpr json::Limits limits = {
    .max_bytes = 256U << 20U, .max_values = 16'000'000, .max_depth = 12};

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

// Ids are quoted in certificates, tables and logs; so they are plain.
std::string read_id(ObjectReader& reader, std::string_view key) {
  std::string id = read_filled(reader, key);
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  };
  if (!std::all_of(id.begin(), id.end(), plain)) {
    reader.fail(key, "must hold lower-case letters, digits and hyphens only");
  }
  return id;
}

struct Item {
  const Value& value;
  const std::string& text;
  std::string path;
};

// The items of an array of strings, none of them empty or blank at an end.
std::vector<Item> read_list(ObjectReader& reader, json::Reading& reading, std::string_view key) {
  std::vector<Item> list;
  const Value* found = reader.required(key);
  if (found == nullptr) return list;
  const std::string path = reader.path() + '.' + std::string(key);
  if (!found->is_array()) {
    reading.fail(*found, path, "must be an array");
    return list;
  }
  if (found->item_count() == 0) reading.fail(*found, path, "must not be empty");
  for (std::size_t at = 0; at < found->item_count(); ++at) {
    const Value& item = *found->at(at);
    std::string item_path = path + '[' + std::to_string(at) + ']';
    if (!item.is_string()) {
      reading.fail(item, item_path, "must be a string");
    } else if (item.as_string().empty() || item.as_string().front() == ' ' ||
               item.as_string().back() == ' ') {
      reading.fail(item, item_path, "must not be empty, nor begin or end with a blank");
    } else {
      list.push_back({item, item.as_string(), std::move(item_path)});
    }
  }
  return list;
}

// Reads the document once, top down; remembers who claimed what. Setups are read while the text is
// parsed, where care areas and drugs stand before them: the tree of 45,000 takes four times the
// memory of the library.
class Loader {
 public:
  Loader(std::string_view file_name, std::size_t size)
      : reading_(std::string(file_name), fault_code) {
    forms_.reserve(size);  // one growth of it would be the peak of the loading
  }

  // False when what it needs stands behind it in the file.
  bool take_setup(const Value& so_far, const Value& item);
  Result<LoadedLibrary, Faults> load(const Value& document);

 private:
  static constexpr FaultCode fault_code = FaultCode::library_unusable;
  using Claims = std::unordered_map<std::string, std::string>;  // what, and who claimed it first

  void read_head(ObjectReader& reader);
  void read_areas_and_drugs(const Value& root);
  void read_effect(ObjectReader& reader);
  void read_care_area(ObjectReader& reader);
  void read_weights(ObjectReader& reader, CareArea& area);
  void read_drug(ObjectReader& reader);
  void read_codes(ObjectReader& reader, Drug& drug);
  void read_names(ObjectReader& reader, Drug& drug);
  void read_routes(ObjectReader& reader, Drug& drug);
  void read_care(ObjectReader& reader, Drug& drug);
  void read_factors(ObjectReader& reader, Drug& drug);
  void read_ages(ObjectReader& reader, CareArea& area);
  void read_compatibility(ObjectReader& reader);
  std::string claim(Claims& claims, const std::string& what, const std::string& by);

  json::Reading reading_;
  DrugLibrary::Parts parts_;
  std::optional<SetupReader> setups_;  // once care areas and drugs are read
  std::size_t taken_ = 0;
  std::string forms_;  // canonical, of the setups taken
  bool forms_whole_ = true;
  Claims area_ids_;
  Claims locations_;
  Claims drug_ids_;
  Claims codes_;
  Claims names_;
};

// Empty when the claim is the first; otherwise what to tell.
std::string Loader::claim(Claims& claims, const std::string& what, const std::string& by) {
  const auto [entry, first] = claims.emplace(what, by);
  if (first) return "";
  if (entry->second == by) return "stands here twice";
  return "is claimed by " + quoted(entry->second) + " too";
}

void Loader::read_head(ObjectReader& reader) {
  if (reader.text("format") != file_format && reader.has("format")) {
    reader.fail("format", "must be " + quoted(file_format));
  }
  parts_.id = read_id(reader, "id");
  parts_.version = read_filled(reader, "version");
  if (!parts_.version.empty() && !is_semantic_version(parts_.version)) {
    reader.fail("version", "must be a semantic version: 1.4.0");
  }
  parts_.serial = read_serial(reader);
  const auto status = read_choice<Status>(reader, "status");
  parts_.status = status.value_or(Status::draft);
  parts_.for_clinical_use = reader.flag("for_clinical_use");
  parts_.notice = read_filled(reader, "notice");
  if (status == Status::draft && parts_.for_clinical_use) {
    reader.fail("for_clinical_use", "a draft is never for clinical use");
  }
  read_provenance(reader, parts_);
}

void Loader::read_effect(ObjectReader& reader) {
  const std::optional<Instant> from = read_instant(reader, "effective_from");
  parts_.effective_from = from.value_or(Instant());
  if (!reader.has("effective_until")) return;
  parts_.effective_until = read_instant(reader, "effective_until");
  if (from && parts_.effective_until && *parts_.effective_until <= *from) {
    reader.fail("effective_until", "must be after effective_from");
  }
}

void Loader::read_weights(ObjectReader& reader, CareArea& area) {
  const std::optional<Decimal> least = read_decimal(reader, "min_weight_kg");
  const std::optional<Decimal> most = read_decimal(reader, "max_weight_kg");
  area.min_weight_kg = least.value_or(Decimal());
  area.max_weight_kg = most.value_or(Decimal());
  if (!least || !most) return;
  if (least->is_zero()) reader.fail("min_weight_kg", "must be above zero");
  if (*most <= *least) {
    reader.fail("max_weight_kg", most->text() + " is not above min_weight_kg " + least->text());
  }
}

void Loader::read_ages(ObjectReader& reader, CareArea& area) {
  if (reader.has("min_age_years")) area.min_age_years = read_decimal(reader, "min_age_years");
  area.max_age_years = read_factor_if(reader, "max_age_years");
  if (!area.min_age_years || !area.max_age_years) return;
  if (*area.max_age_years <= *area.min_age_years) {
    reader.fail("max_age_years", "must be above min_age_years");
  }
}

void Loader::read_care_area(ObjectReader& reader) {
  CareArea area;
  area.id = read_id(reader, "id");
  const std::string twice = area.id.empty() ? "" : claim(area_ids_, area.id, area.id);
  if (!twice.empty()) reader.fail("id", "another care area has this id");
  area.name = read_filled(reader, "name");
  for (const Item& location : read_list(reader, reading_, "locations")) {
    const std::string fault = claim(locations_, location.text, area.id);
    if (!fault.empty()) reading_.fail(location.value, location.path, fault);
    area.locations.push_back(location.text);
  }
  read_weights(reader, area);
  read_ages(reader, area);
  parts_.care_areas.push_back(std::move(area));
}

void Loader::read_codes(ObjectReader& reader, Drug& drug) {
  reader.each("codes", [&](ObjectReader& each) {
    DrugCode code{read_filled(each, "code"), read_filled(each, "system")};
    if (code.code.empty() || code.system.empty()) return;
    const std::string fault = claim(codes_, code.code + '\x1f' + code.system, drug.id);
    if (!fault.empty()) each.fail("code", fault);
    drug.codes.push_back(std::move(code));
  });
  const Value* list = reader.value().find("codes");
  if (list != nullptr && list->is_array() && list->item_count() == 0) {
    reader.fail("codes", "must not be empty");
  }
}

// A name that two drugs share would let the one's code pass with the other's name (9018).
void Loader::read_names(ObjectReader& reader, Drug& drug) {
  if (!drug.display.empty()) {
    const std::string fault = claim(names_, folded(drug.display), drug.id);
    if (!fault.empty()) reader.fail("display", fault);
  }
  for (const Item& name : read_list(reader, reading_, "names")) {
    const std::string key = folded(name.text);
    // The display may stand among the names as well: "DOPamine" and "Dopamine".
    const std::string fault = key == folded(drug.display) ? "" : claim(names_, key, drug.id);
    if (!fault.empty()) reading_.fail(name.value, name.path, fault);
    drug.names.push_back(name.text);
  }
}

void Loader::read_routes(ObjectReader& reader, Drug& drug) {
  for (const Item& item : read_list(reader, reading_, "routes")) {
    const std::optional<Route> route = bridge::named<Route>(item.text);
    const bool by_pump =
        route && *route != Route::intramuscular && *route != Route::oral && *route != Route::other;
    if (!by_pump) {
      reading_.fail(item.value, item.path, "is not a route of an infusion pump");
    } else if (std::find(drug.routes.begin(), drug.routes.end(), *route) != drug.routes.end()) {
      reading_.fail(item.value, item.path, "stands here twice");
    } else {
      drug.routes.push_back(*route);
    }
  }
}

// What handling the drug asks of people and of the line.
void Loader::read_care(ObjectReader& reader, Drug& drug) {
  drug.therapy = reader.one_of_or<TherapyClass>("therapy", TherapyClass::other);
  drug.double_check = reader.flag_or("double_check", false);
  drug.cannot_be_interrupted = reader.flag_or("cannot_be_interrupted", false);
  drug.needs_verification = reader.flag_or("needs_verification", false);
  for (const std::string& need : reader.texts_or_none("line_needs")) {
    const std::optional<LineNeed> known = bridge::named<LineNeed>(need);
    if (!known) {
      reader.fail("line_needs", "one of them is not known here");
    } else {
      drug.line_needs.push_back(*known);
    }
  }
  drug.ingredients = reader.texts_or_none("ingredients");
  drug.allergy_classes = reader.texts_or_none("allergy_classes");
}

void Loader::read_factors(ObjectReader& reader, Drug& drug) {
  drug.mg_per_mmol = read_factor_if(reader, "mg_per_mmol");
  drug.meq_per_mmol = read_factor_if(reader, "meq_per_mmol");
  reader.object_if("lifetime", [&drug](ObjectReader& rule) {
    drug.lifetime = read_limit(rule, std::nullopt, std::nullopt);
    const bool fits = !drug.lifetime || (drug.lifetime->window && drug.lifetime->window->lifetime);
    if (!fits) rule.fail("window", "must be \"lifetime\"");
  });
}

// No row says that nobody looked, never that two drugs go together.
void Loader::read_compatibility(ObjectReader& reader) {
  CompatibilityRow row;
  row.drug = read_filled(reader, "drug");
  row.other = read_filled(reader, "with");
  row.verdict = reader.one_of<Compatibility>("verdict");
  row.source = read_filled(reader, "source");
  const auto expect = [&](std::string_view key, const std::string& id) {
    if (!id.empty() && !drug_ids_.contains(id)) {
      reader.fail(key, "the library has no " + quoted(id));
    }
  };
  expect("drug", row.drug);
  expect("with", row.other);
  parts_.compatibility.push_back(std::move(row));
}

void Loader::read_drug(ObjectReader& reader) {
  Drug drug;
  drug.id = read_id(reader, "id");
  const std::string twice = drug.id.empty() ? "" : claim(drug_ids_, drug.id, drug.id);
  if (!twice.empty()) reader.fail("id", "another drug has this id");
  drug.display = read_filled(reader, "display");
  read_codes(reader, drug);
  read_names(reader, drug);
  read_routes(reader, drug);
  drug.high_alert = reader.flag("high_alert");
  read_care(reader, drug);
  read_factors(reader, drug);
  parts_.drugs.push_back(std::move(drug));
}

// What is missing or no array is told when the whole document is known.
void Loader::read_areas_and_drugs(const Value& root) {
  const auto each = [&](const char* key, void (Loader::*read)(ObjectReader&)) {
    const Value* list = root.find(key);
    if (list == nullptr || !list->is_array()) return;
    for (std::size_t at = 0; at < list->item_count(); ++at) {
      ObjectReader reader(*list->at(at), reading_, key + ('[' + std::to_string(at)) + ']');
      (this->*read)(reader);
    }
  };
  each("care_areas", &Loader::read_care_area);
  each("drugs", &Loader::read_drug);
  setups_.emplace(parts_);
}

bool Loader::take_setup(const Value& so_far, const Value& item) {
  if (!setups_) {
    if (so_far.find("care_areas") == nullptr || so_far.find("drugs") == nullptr) return false;
    read_areas_and_drugs(so_far);
  }
  {
    ObjectReader reader(item, reading_, "setups[" + std::to_string(taken_++) + "]");
    setups_->read(reader);
  }
  if (!forms_.empty()) forms_ += ',';
  forms_whole_ = append_canonical(forms_, item).has_value() && forms_whole_;
  return true;
}

Result<LoadedLibrary, Faults> Loader::load(const Value& document) {
  if (!setups_) read_areas_and_drugs(document);
  {
    ObjectReader root(document, reading_);
    read_head(root);
    read_effect(root);
    const auto expect_array = [&root](std::string_view key) {
      const Value* list = root.required(key);
      if (list != nullptr && !list->is_array()) root.fail(key, "must be an array");
    };
    expect_array("care_areas");
    expect_array("drugs");
    root.each("setups", [this](ObjectReader& each) { setups_->read(each); });
    root.each_or_none("compatibility", [this](ObjectReader& each) { read_compatibility(each); });
    read_acknowledgements(root, parts_);
  }
  Faults faults = reading_.take();
  if (!faults.empty()) return faults;
  parts_.setups.shrink_to_fit();
  // Every number of a file without faults is a decimal, so there is a canonical form.
  BRIDGE_ASSERT(forms_whole_);
  Result<std::string> canonical = taken_ == 0
                                      ? canonical_form(document)
                                      : canonical_form(document, "setups", std::move(forms_));
  BRIDGE_ASSERT(canonical.has_value());
  parts_.content_hash = sha256_hex(*canonical);
  return LoadedLibrary{DrugLibrary(std::move(parts_)), std::move(canonical).value()};
}

}  // namespace

Result<LoadedLibrary, Faults> load_with_form(std::string_view file_name,
                                             std::string_view json_text) {
  Loader loader(file_name, std::min(json_text.size(), limits.max_bytes));
  const json::Stream setups{"setups", [&loader](const Value& so_far, const Value& item) {
                              return loader.take_setup(so_far, item);
                            }};
  const Result<Value> document = json::parse(json_text, json::Comments::refused, limits, setups);
  if (!document) {
    Fault fault = document.fault();
    fault.place = std::string(file_name) + (fault.place.empty() ? "" : ", ") + fault.place;
    return Faults{std::move(fault)};
  }
  return loader.load(*document);
}

Result<DrugLibrary, Faults> load(std::string_view file_name, std::string_view json_text) {
  auto loaded = load_with_form(file_name, json_text);
  if (!loaded) return loaded.fault();
  return std::move(loaded->library);
}

Faults cautions(const DrugLibrary& library) {
  const DrugLibrary::Parts& parts = library.parts();
  Faults faults;
  const auto warn = [&faults](std::string_view place, std::string detail) {
    faults.push_back(
        {FaultCode::library_unusable, std::string(place), std::move(detail), Severity::warning});
  };
  if (parts.status != Status::released) {
    warn("status", "the library is " + std::string(name_of(parts.status)) + ", not released");
  }
  if (!parts.for_clinical_use) warn("for_clinical_use", parts.notice);
  return faults;
}

}  // namespace bridge::library
