// SPDX-License-Identifier: Apache-2.0
// The element tables of FHIR R4 (4.0.1): what each type may hold, in order.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace bridge::fhir {

// FHIR R4 2.24.0.1; `none` for complex types and resources.
enum class Primitive : std::uint8_t {
  none,
  base64_binary,
  boolean,
  canonical,
  code,
  date,
  date_time,
  decimal,
  id,
  instant,
  integer,
  markdown,
  oid,
  positive_int,
  string,
  time,
  unsigned_int,
  uri,
  url,
  uuid,
  xhtml,
};

struct Type;

// One name on the wire; a choice such as medication[x] is as many elements as it has types.
struct Element {
  std::string_view name;
  const Type* type = nullptr;
  std::span<const std::string_view> codes;  // of a required binding that is small, else empty
  std::uint8_t choice = 0;  // elements of a type with the same number exclude each other
  bool many = false;        // 0..* or 1..*
  bool required = false;    // 1..; for a choice: one of it
  bool modifier = false;
  bool attribute = false;  // an attribute in XML
};

struct Type {
  std::string_view name;  // "Dosage", or "Dosage.doseAndRate" for what only stands there
  const Type* base = nullptr;
  Primitive primitive = Primitive::none;
  bool resource = false;
  std::vector<Element> elements = {};  // those of the base first, as in XML

  const Element* find(std::string_view element) const;
  bool is_primitive() const { return primitive != Primitive::none; }
  // Stands for every resource: `contained`, Bundle.entry.resource.
  bool any_resource() const { return resource && base == nullptr; }
};

// nullptr when there is none. find_resource() leaves out the abstract Resource and DomainResource.
const Type* find_type(std::string_view name);
const Type* find_resource(std::string_view name);

}  // namespace bridge::fhir
