// SPDX-License-Identifier: Apache-2.0
#include "translate/code_book.h"

#include <algorithm>
#include <array>

#include "base/assert.h"
#include "base/named.h"
#include "clinical/ucum.h"

namespace bridge::translate {
namespace {

constexpr std::array<std::string_view, 5> unit_columns = {"row", "spelling", "system", "ucum",
                                                          "case"};
constexpr std::array<std::string_view, 6> mdc_columns = {"row",          "ucum",  "code",
                                                         "context_code", "refid", "send"};
constexpr std::array<std::string_view, 5> route_columns = {"row", "code", "system", "route",
                                                           "canonical"};
constexpr std::array<std::string_view, 5> method_columns = {"row", "code", "system", "says",
                                                            "infusion"};
constexpr std::array<std::string_view, 5> control_columns = {"row", "code", "control", "accepted",
                                                             "refused"};
constexpr std::array<std::string_view, 4> system_columns = {"row", "uri", "name", "write"};
constexpr std::array<std::string_view, 4> identifier_columns = {"row", "uri", "authority", "kind"};

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

// "yes" or "no", nothing else.
bool said_yes(const MappingTable::Row& row, std::size_t column, Faults& faults) {
  const std::string& cell = row.cells[column];
  if (cell != "yes" && cell != "no") table_fault(faults, row.place, "a cell must be yes or no");
  return cell == "yes";
}

std::string_view key_of(IdentifierKind kind) { return name_of(kind); }

}  // namespace

Result<CodeBook, Faults> CodeBook::load(const MappingFiles& base, const MappingFiles& site) {
  Faults faults;
  CodeBook book;
  const auto table = [&](std::string_view file, std::span<const std::string_view> columns) {
    return MappingTable::load(file, columns, base, site, faults);
  };
  book.load_coding_systems(table("coding_systems.csv", system_columns), faults);
  // What a whole table must have is only looked for in a table whose rows are all good: one bad
  // row or column would be told again as everything that is then missing.
  book.load_units(table("units.csv", unit_columns), faults);
  book.load_mdc_units(table("mdc_units.csv", mdc_columns), faults);
  book.load_routes(table("routes.csv", route_columns), faults);
  book.load_methods(table("methods.csv", method_columns), faults);
  const std::size_t before = faults.size();
  book.load_controls(table("order_control.csv", control_columns), faults);
  if (faults.size() == before) book.find_missing_controls(faults);
  book.load_identifier_systems(table("identifier_systems.csv", identifier_columns), faults);
  book.fields_ = FieldMap::load(table("fields.csv", FieldMap::field_columns()),
                                table("ignored_fields.csv", FieldMap::ignored_columns()), faults);
  book.fhir_fields_ =
      FhirFieldMap::load(table("fhir_fields.csv", FhirFieldMap::field_columns()),
                         table("ignored_elements.csv", FhirFieldMap::ignored_columns()),
                         table("request_status.csv", FhirFieldMap::status_columns()), faults);
  if (!faults.empty()) return faults;
  book.load_ucum_spellings();
  return book;
}

void CodeBook::add_unit(const std::string& system, const std::string& spelling, Unit unit,
                        const std::string& place, Faults& faults) {
  const auto [at, added] = units_.emplace(std::pair(system, spelling), unit);
  if (!added && at->second != unit) {
    table_fault(faults, place, "the spelling already means another unit");
  }
}

void CodeBook::load_units(const MappingTable& table, Faults& faults) {
  for (const auto& row : table.rows()) {
    const std::string& spelling = row.cells[1];
    const std::string& system = row.cells[2];
    const auto unit = Unit::from_ucum(row.cells[3]);
    if (spelling.empty()) table_fault(faults, row.place, "the spelling is empty");
    if (system.empty()) table_fault(faults, row.place, "the system is empty; write local");
    if (!unit) {
      table_fault(faults, row.place, "the UCUM text is no unit of the clinical list");
      continue;
    }
    if (const auto read = unit_of_ucum(spelling); system == "UCUM" && read && *read != *unit) {
      table_fault(faults, row.place, "the spelling already means another unit");
    }
    add_unit(system, spelling, *unit, row.place, faults);
    if (row.cells[4] == "exact") continue;
    if (row.cells[4] != "any") {
      table_fault(faults, row.place, "case must be exact or any");
    } else if (system != "ISO+") {
      table_fault(faults, row.place, "only ISO+ may be read without regard to case");
    } else {
      const auto [at, added] = folded_units_.emplace(std::pair(system, lower(spelling)), *unit);
      if (!added && at->second != *unit) {
        table_fault(faults, row.place, "another row reads the same without regard to case");
      }
    }
  }
}

// "ug/kg/min" is also written ug/(kg.min), ug.kg-1.min-1 and ug/min/kg; a litre also l.
void CodeBook::load_ucum_spellings() {
  const auto add = [this](const std::string& spelling) {
    if (const auto unit = unit_of_ucum(spelling)) ucum_spellings_.emplace_back(spelling, *unit);
  };
  for (std::uint16_t index = 0; index < Unit::count(); ++index) {
    const std::string ucum(Unit::at(index).ucum());
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= ucum.size();) {
      const std::size_t end = std::min(ucum.find('/', at), ucum.size());
      parts.push_back(ucum.substr(at, end - at));
      at = end + 1;
    }
    for (const bool small_litre : {false, true}) {
      if (small_litre && parts.front().back() != 'L' && parts.back().back() != 'L') continue;
      if (small_litre && parts.front().back() == 'L') parts.front().back() = 'l';
      if (small_litre && parts.back().back() == 'L') parts.back().back() = 'l';
      std::string slashed = parts[0];
      std::string dotted = parts[0];
      for (std::size_t i = 1; i < parts.size(); ++i) {
        slashed += "/" + parts[i];
        dotted += parts[i] == "m2" ? ".m-2" : "." + parts[i] + "-1";
      }
      add(slashed);
      if (parts.size() > 1) add(dotted);
      if (parts.size() < 3) continue;
      add(parts[0] + "/(" + parts[1] + "." + parts[2] + ")");
      add(parts[0] + "/" + parts[2] + "/" + parts[1]);
    }
  }
  const auto less = [](const auto& a, const auto& b) { return a.first < b.first; };
  std::sort(ucum_spellings_.begin(), ucum_spellings_.end(), less);
}

void CodeBook::load_mdc_units(const MappingTable& table, Faults& faults) {
  const std::string system = "MDC";
  for (const auto& row : table.rows()) {
    const auto unit = Unit::from_ucum(row.cells[1]);
    if (!unit) {
      table_fault(faults, row.place, "the UCUM text is no unit of the clinical list");
      continue;
    }
    for (const std::size_t column : {2U, 3U, 4U}) {
      if (row.cells[column].empty()) table_fault(faults, row.place, "a code is empty");
      add_unit(system, row.cells[column], *unit, row.place, faults);
    }
    if (said_yes(row, 5, faults) &&
        !mdc_.emplace(unit->index(), UnitCodes{row.cells[2], row.cells[4]}).second) {
      table_fault(faults, row.place, "another row is already the one that is sent");
    }
  }
}

void CodeBook::load_routes(const MappingTable& table, Faults& faults) {
  for (const auto& row : table.rows()) {
    const auto route = named<Route>(row.cells[3]);
    if (row.cells[1].empty()) table_fault(faults, row.place, "the code is empty");
    if (row.cells[2].empty()) table_fault(faults, row.place, "the system is empty");
    if (!route) {
      table_fault(faults, row.place, "no such route");
      continue;
    }
    const auto [at, added] = routes_.emplace(std::pair(row.cells[2], row.cells[1]), *route);
    bool agrees = added || at->second == *route;
    if (row.cells[2] == "name" || row.cells[2] == "text") {
      agrees = agrees && named_routes_.emplace(lower(row.cells[1]), *route).first->second == *route;
    }
    if (!agrees) table_fault(faults, row.place, "the code already means another route");
    if (!said_yes(row, 4, faults)) continue;
    if (row.cells[2] != "HL70162") {
      table_fault(faults, row.place, "only a code of HL70162 can be canonical");
    } else if (!route_codes_.emplace(*route, row.cells[1]).second) {
      table_fault(faults, row.place, "the route already has a canonical code");
    }
  }
}

void CodeBook::load_methods(const MappingTable& table, Faults& faults) {
  for (const auto& row : table.rows()) {
    const auto way = named<WayOfGiving>(row.cells[3]);
    if (row.cells[1].empty()) table_fault(faults, row.place, "the code is empty");
    if (row.cells[2].empty()) table_fault(faults, row.place, "the system is empty");
    const bool infusion = said_yes(row, 4, faults);
    if (!way) {
      table_fault(faults, row.place, "says must be device or method");
      continue;
    }
    ByCode<bool>& ways = *way == WayOfGiving::device ? devices_ : methods_;
    if (!ways.emplace(std::pair(row.cells[2], row.cells[1]), infusion).second) {
      table_fault(faults, row.place, "the code stands twice");
    }
  }
}

void CodeBook::load_controls(const MappingTable& table, Faults& faults) {
  for (const auto& row : table.rows()) {
    const auto known = named<OrderControl>(row.cells[2]);
    if (!known) {
      table_fault(faults, row.place, "no such order control");
      continue;
    }
    for (const std::size_t column : {1U, 3U, 4U}) {
      if (row.cells[column].size() != 2) {
        table_fault(faults, row.place, "an order control code has two letters");
      }
    }
    if (control(row.cells[1]) != nullptr) table_fault(faults, row.place, "the code stands twice");
    controls_.push_back({row.cells[1], *known, row.cells[3], row.cells[4]});
  }
}

void CodeBook::find_missing_controls(Faults& faults) const {
  for (const std::string_view name : names_of(OrderControl{})) {
    const bool present =
        std::any_of(controls_.begin(), controls_.end(),
                    [&](const ControlRow& row) { return name_of(row.control) == name; });
    if (!present) table_fault(faults, "order_control.csv", "no row for " + std::string(name));
  }
}

void CodeBook::load_coding_systems(const MappingTable& table, Faults& faults) {
  for (const auto& row : table.rows()) {
    const std::string& uri = row.cells[1];
    const std::string& name = row.cells[2];
    if (uri.empty() || name.empty()) {
      table_fault(faults, row.place, "URI and name must both be given");
      continue;
    }
    if (!system_uris_.emplace(name, uri).second) {
      table_fault(faults, row.place, "the name stands twice");
    }
    if (said_yes(row, 3, faults) && !system_names_.emplace(uri, name).second) {
      table_fault(faults, row.place, "another row is already the one that is sent");
    }
  }
  for (const auto& [name, uri] : system_uris_) {
    const auto written = system_names_.find(uri);
    if (written == system_names_.end()) {
      table_fault(faults, "coding_systems.csv", "no row of a URI has write = yes: " + uri);
    } else {
      system_names_.emplace(name, written->second);
    }
  }
}

void CodeBook::load_identifier_systems(const MappingTable& table, Faults& faults) {
  for (const auto& row : table.rows()) {
    const auto kind = named<IdentifierKind>(row.cells[3]);
    if (!kind) {
      table_fault(faults, row.place, "kind must be patient, visit, order or person");
      continue;
    }
    const std::string key(key_of(*kind));
    if (row.cells[1].empty() || row.cells[2].empty()) {
      table_fault(faults, row.place, "URI and authority must both be given");
    }
    const bool first = authorities_.emplace(std::pair(key, row.cells[1]), row.cells[2]).second;
    // "Patient/" is a kind of reference, not a system that could be written.
    const bool literal = row.cells[1].ends_with('/');
    const bool one_system =
        literal || identifier_uris_.emplace(std::pair(key, row.cells[2]), row.cells[1]).second;
    if (!first || !one_system) {
      table_fault(faults, row.place, "the URI or the authority stands twice for this kind");
    }
  }
}

std::optional<Unit> CodeBook::unit(std::string_view spelling, std::string_view system) const {
  using Key = std::pair<std::string_view, std::string_view>;
  std::string_view name = system_name(system);
  if (name.empty() || name == "L") name = "local";
  if (name == "ISO" || name == "ANS+") name = "ISO+";
  if (name == "UCUM") {
    if (const auto read = ucum(spelling)) return read;
  }
  if (const auto found = units_.find(Key(name, spelling)); found != units_.end()) {
    return found->second;
  }
  if (name != "ISO+") return std::nullopt;
  const auto found = folded_units_.find(Key(name, lower(spelling)));
  if (found == folded_units_.end()) return std::nullopt;
  return found->second;
}

std::optional<Unit> CodeBook::ucum(std::string_view spelling) const {
  if (const auto unit = Unit::from_ucum(spelling)) return unit;
  const auto found = std::lower_bound(
      ucum_spellings_.begin(), ucum_spellings_.end(), spelling,
      [](const auto& row, std::string_view text) { return std::string_view(row.first) < text; });
  if (found != ucum_spellings_.end() && found->first == spelling) return found->second;
  const auto read = unit_of_ucum(spelling);
  if (!read) return std::nullopt;
  return *read;
}

Fault CodeBook::no_unit(std::string_view spelling, std::string_view system,
                        std::string place) const {
  if (system_name(system) == "UCUM" && !spelling.empty()) {
    const auto read = unit_of_ucum(spelling);
    if (!read && is_valid_ucum(read.fault())) {
      return {FaultCode::unit_not_of_infusion, std::move(place),
              std::string(name_of(read.fault()))};
    }
  }
  return {FaultCode::unit_unknown, std::move(place), {}};
}

const UnitCodes* CodeBook::mdc(Unit unit) const {
  const auto found = mdc_.find(unit.index());
  return found == mdc_.end() ? nullptr : &found->second;
}

std::optional<Route> CodeBook::route(const Coding& coding) const {
  using Key = std::pair<std::string_view, std::string_view>;
  const auto look = [&](std::string_view system, std::string_view code) -> std::optional<Route> {
    const auto found = routes_.find(Key(system, code));
    if (found == routes_.end()) return std::nullopt;
    return found->second;
  };
  std::string_view system = system_name(coding.system);
  // Words are listed as `name` and `text`; a sender has no system of that name.
  if (system == "name" || system == "text") return std::nullopt;
  if (!coding.code.empty()) return look(system.empty() ? "HL70162" : system, coding.code);
  // IHE's examples write the code into the text: `^IV^HL70162`.
  if (const auto route = look(system, coding.text)) return route;
  return look("text", coding.text);
}

std::optional<Route> CodeBook::route_named(std::string_view words, std::string_view system) const {
  if (words.empty()) return std::nullopt;
  if (const auto found = named_routes_.find(lower(words)); found != named_routes_.end()) {
    return found->second;
  }
  // `IV^IM^HL70162`: the words are another code.
  const std::string_view name = system_name(system);
  if (name == "name") return std::nullopt;
  const auto found = routes_.find(
      std::pair<std::string_view, std::string_view>(name.empty() ? "HL70162" : name, words));
  if (found == routes_.end()) return std::nullopt;
  return found->second;
}

bool CodeBook::lists_routes_of(std::string_view system) const {
  const std::string_view name = system_name(system);
  return std::any_of(routes_.begin(), routes_.end(),
                     [name](const auto& row) { return row.first.first == name; });
}

std::optional<bool> CodeBook::is_infusion(WayOfGiving way, const Coding& coding) const {
  const bool device = way == WayOfGiving::device;
  const ByCode<bool>& ways = device ? devices_ : methods_;
  std::string_view system = system_name(coding.system);
  if (system.empty()) system = device ? "HL70164" : "HL70165";
  const std::string& code = coding.code.empty() ? coding.text : coding.code;
  const auto found = ways.find(std::pair<std::string_view, std::string_view>(system, code));
  if (found == ways.end()) return std::nullopt;
  return found->second;
}

std::string_view CodeBook::route_code(Route route) const {
  const auto found = route_codes_.find(route);
  return found == route_codes_.end() ? std::string_view() : std::string_view(found->second);
}

const ControlRow* CodeBook::control(std::string_view code) const {
  const auto found = std::find_if(controls_.begin(), controls_.end(),
                                  [&](const ControlRow& row) { return row.code == code; });
  return found == controls_.end() ? nullptr : &*found;
}

const ControlRow& CodeBook::control(OrderControl control) const {
  const auto found = std::find_if(controls_.begin(), controls_.end(),
                                  [&](const ControlRow& row) { return row.control == control; });
  BRIDGE_ASSERT(found != controls_.end());
  return *found;
}

std::string_view CodeBook::system_name(std::string_view name_or_uri) const {
  const auto found = system_names_.find(name_or_uri);
  return found == system_names_.end() ? name_or_uri : std::string_view(found->second);
}

std::string_view CodeBook::system_uri(std::string_view name) const {
  const auto found = system_uris_.find(name);
  return found == system_uris_.end() ? std::string_view() : std::string_view(found->second);
}

std::optional<std::string_view> CodeBook::authority(IdentifierKind kind,
                                                    std::string_view uri) const {
  const auto found =
      authorities_.find(std::pair<std::string_view, std::string_view>(key_of(kind), uri));
  if (found == authorities_.end()) return std::nullopt;
  return found->second;
}

std::optional<std::string_view> CodeBook::identifier_uri(IdentifierKind kind,
                                                         std::string_view authority) const {
  const auto found =
      identifier_uris_.find(std::pair<std::string_view, std::string_view>(key_of(kind), authority));
  if (found == identifier_uris_.end()) return std::nullopt;
  return found->second;
}

}  // namespace bridge::translate
