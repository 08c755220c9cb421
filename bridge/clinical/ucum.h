// SPDX-License-Identifier: Apache-2.0
// UCUM, case-sensitive, read by its grammar: what an expression measures, or why it is refused.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/named.h"
#include "base/rational.h"
#include "base/result.h"
#include "clinical/unit.h"

namespace bridge {

// term      = ["/"] component { ("." | "/") component }     from left to right, equal precedence
// component = ( symbol [exponent] | digits | "(" term ")" ) [annotation] | annotation
// symbol    = atom | prefix metric-atom;  exponent = ["+" | "-"] digits
// annotation = "{" printable ASCII without braces "}"
// A "/" may lead only the whole expression. `mg/kg.h` is (mg/kg).h. UCUM 2.2, section 2.
enum class UcumRefusal : std::uint8_t {
  too_long,
  malformed,
  unknown_symbol,
  // From here on UCUM allows what is written, but it is no unit of an infusion.
  not_linear,
  other_quantity,
  own_arbitrary,
  counted_thing,
  named_body,
  cancels,
  out_of_range,
  not_listed,
};
constexpr auto names_of(UcumRefusal) {
  return std::to_array<std::string_view>(
      {"longer than 64 characters or 12 parts", "not in the grammar of UCUM",
       "no symbol of UCUM that an infusion can have", "a special unit, which no factor converts",
       "a unit of another kind of quantity",
       "an arbitrary unit of its own, which converts into no other",
       "a counted thing in braces is no unit", "braces say whose weight or surface is meant",
       "the same kind of quantity stands above and below the line", "an exponent is out of range",
       "valid, but of no kind that an infusion has"});
}
constexpr bool is_valid_ucum(UcumRefusal refusal) { return refusal >= UcumRefusal::not_linear; }

struct UcumReading {
  Dimension dimension;
  Rational factor;         // base units of clinical/unit_list.inc in one of this unit, exact
  bool annotated = false;  // braces say something; it changes neither dimension nor factor
};

// A whole kilogram below the line is body weight, and square metres are body surface (drug-library
// 4.4): nothing else of an infusion is counted by either. What is above and below the line at once
// would cancel, and is refused instead. `[lb_av]` is a mass, never a body weight (B70).
Result<UcumReading, UcumRefusal> read_ucum(std::string_view text);

// The unit of the closed list that this is: by its text, or else by dimension and factor.
Result<Unit, UcumRefusal> unit_of_ucum(std::string_view text);

}  // namespace bridge
