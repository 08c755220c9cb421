// SPDX-License-Identifier: Apache-2.0
// CodeBook: what every code of the wire means; the tables of mappings/, checked whole.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/result.h"
#include "clinical/infusion_order.h"
#include "clinical/unit.h"
#include "translate/fhir_field_map.h"
#include "translate/field_map.h"
#include "translate/mapping_table.h"

namespace bridge::translate {

// ISO/IEEE 11073-10101, partition 4: "265266", "MDC_DIM_MILLI_L_PER_HR".
struct UnitCodes {
  std::string mdc_code;
  std::string mdc_refid;
};

// A row of order_control.csv: what ORC-1 asks for, and ORC-1 of the answer (HL7 table 0119).
struct ControlRow {
  std::string code;
  OrderControl control = OrderControl::new_order;
  std::string accepted;
  std::string refused;
};

// What a row of methods.csv is about: RXR-3 or RXR-4.
enum class WayOfGiving : std::uint8_t { device, method };
constexpr auto names_of(WayOfGiving) {
  return std::to_array<std::string_view>({"device", "method"});
}

enum class IdentifierKind : std::uint8_t { patient, visit, order, person };
constexpr auto names_of(IdentifierKind) {
  return std::to_array<std::string_view>({"patient", "visit", "order", "person"});
}

// Immutable once loaded: a reload makes a new book and swaps it in whole.
class CodeBook {
 public:
  // `site` holds the tables in which a site says something else; see MappingTable. All faults of
  // all tables are returned together.
  static Result<CodeBook, Faults> load(const MappingFiles& base, const MappingFiles& site = {});

  // `system` as sent: an HL7 name or a FHIR URI; empty means that the sender named none. UCUM is
  // case-sensitive and read by its grammar; ISO+ is not, where its row says so. For MDC the number
  // (context-free, or the older context-sensitive one) or the RefID is looked up.
  std::optional<Unit> unit(std::string_view spelling, std::string_view system) const;
  // Why `unit` found none: unit_unknown, or unit_not_of_infusion for what is UCUM all the same.
  Fault no_unit(std::string_view spelling, std::string_view system, std::string place) const;
  // The codes to send for a unit; null when 11073-10101 has none.
  const UnitCodes* mdc(Unit unit) const;

  // By code and system, or, when no code was sent, by text. A code without system is HL70162.
  std::optional<Route> route(const Coding& coding) const;
  // The route that words name, in any case; nothing for words that are just words.
  std::optional<Route> route_named(std::string_view words, std::string_view system) const;
  // Whether the routes of this coding system are listed, so that a code of it without a row is
  // none.
  bool lists_routes_of(std::string_view system) const;
  // Whether a pump or method is one of infusions; nothing when no row has it. A code without system
  // is of HL70164 or HL70165; one that was written into the text counts, as with routes.
  std::optional<bool> is_infusion(WayOfGiving way, const Coding& coding) const;
  // HL7 table 0162; empty for a route that the table does not have.
  std::string_view route_code(Route route) const;

  const ControlRow* control(std::string_view code) const;
  const ControlRow& control(OrderControl control) const;

  // The HL7 name that is written for a coding system, given any name or URI of it; what is in no
  // row stays as it is.
  std::string_view system_name(std::string_view name_or_uri) const;
  // The FHIR URI; empty when the system is in no row.
  std::string_view system_uri(std::string_view name) const;

  // Which field of an order means what.
  const FieldMap& fields() const { return fields_; }
  const FhirFieldMap& fhir_fields() const { return fhir_fields_; }

  std::optional<std::string_view> authority(IdentifierKind kind, std::string_view uri) const;
  std::optional<std::string_view> identifier_uri(IdentifierKind kind,
                                                 std::string_view authority) const;

 private:
  // Each order asks some fifty times, with views of its own bytes.
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
    template <class A, class B>
    std::size_t operator()(const std::pair<A, B>& code) const {
      return operator()(code.first) * 31 + operator()(code.second);
    }
  };
  struct Equal {
    using is_transparent = void;
    bool operator()(std::string_view a, std::string_view b) const { return a == b; }
    template <class A, class B, class C, class D>
    bool operator()(const std::pair<A, B>& a, const std::pair<C, D>& b) const {
      return operator()(a.first, b.first) && operator()(a.second, b.second);
    }
  };
  // (system, spelling) to value.
  template <class Value>
  using ByCode = std::unordered_map<std::pair<std::string, std::string>, Value, Hash, Equal>;
  using Names = std::unordered_map<std::string, std::string, Hash, Equal>;

  CodeBook() = default;
  void load_units(const MappingTable& table, Faults& faults);
  void load_ucum_spellings();
  void find_missing_controls(Faults& faults) const;
  void load_mdc_units(const MappingTable& table, Faults& faults);
  void load_routes(const MappingTable& table, Faults& faults);
  void load_methods(const MappingTable& table, Faults& faults);
  void load_controls(const MappingTable& table, Faults& faults);
  void load_coding_systems(const MappingTable& table, Faults& faults);
  void load_identifier_systems(const MappingTable& table, Faults& faults);
  void add_unit(const std::string& system, const std::string& spelling, Unit unit,
                const std::string& place, Faults& faults);
  std::optional<Unit> ucum(std::string_view spelling) const;

  FieldMap fields_;
  FhirFieldMap fhir_fields_;
  ByCode<Unit> units_;
  // The usual spellings of the listed units, read once: those of the wire cost no parsing.
  std::vector<std::pair<std::string, Unit>> ucum_spellings_;  // sorted
  ByCode<Unit> folded_units_;  // lower-case spellings of rows with case `any`
  std::map<std::uint16_t, UnitCodes> mdc_;
  ByCode<Route> routes_;
  std::map<std::string, Route, std::less<>> named_routes_;  // by words in lower case
  std::map<Route, std::string> route_codes_;
  ByCode<bool> devices_;
  ByCode<bool> methods_;
  std::vector<ControlRow> controls_;
  Names system_names_;                                           // name or URI to written name
  std::map<std::string, std::string, std::less<>> system_uris_;  // name to URI
  ByCode<std::string> authorities_;                              // (kind, URI)
  ByCode<std::string> identifier_uris_;                          // (kind, authority)
};

}  // namespace bridge::translate
