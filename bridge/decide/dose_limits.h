// SPDX-License-Identifier: Apache-2.0
// Dose limits: where a value stands against the hard and soft bounds of a drug library's setup.
#pragma once

#include <optional>
#include <string>

#include "base/fault.h"
#include "decide/quantities_agree.h"
#include "library/drug_library.h"

namespace bridge::decide {

enum class Standing : std::uint8_t { within, below_soft, above_soft, below_hard, above_hard };
constexpr auto names_of(Standing) {
  return std::to_array<std::string_view>(
      {"within", "below soft limit", "above soft limit", "below hard limit", "above hard limit"});
}
constexpr bool is_hard(Standing standing) { return standing >= Standing::below_hard; }
// Not for `within`. A parameter outside of its range is PIV 9005, a total beyond its limit 9024.
FaultCode code_of(Standing standing, library::LimitedQuantity quantity);

// Each bound is inclusive; hard bounds are looked at first.
Standing standing_of(const library::Limit& limit, const Rational& value);

// A limit of the one rate, dose and volume that a program runs; the others belong to their mode.
bool is_of_run(library::LimitedQuantity quantity);

// A value in the limit's unit; a dose per body is brought to the limit's form through the stated
// weight or surface, never through an assumed one.
std::optional<Rational> value_in(const library::Limit& limit, const Quantities& quantities,
                                 const Measure& value);

// The limited quantity in the limit's unit, from what the order states or what follows from it;
// nullopt when it does not follow. A dose rate or dose is brought to the limit's "per kg", "per m2"
// or whole form through the stated weight or surface, never through an assumed one.
std::optional<Rational> ordered_value(const library::Limit& limit, const Quantities& quantities);

// The same when the pump runs at `rate`; nullopt for what a rate does not change.
std::optional<Rational> delivered_value(const library::Limit& limit, const Quantities& quantities,
                                        const Measure& rate);

// True when running at `rate` breaks no bound that running at `exact` keeps.
bool keeps_limits(const library::Setup& setup, const Quantities& quantities, const Measure& exact,
                  const Measure& rate);

// True when the limit can only be looked at with the body's weight or surface.
bool needs(Body body, const library::Limit& limit);

// "21 mcg per kg per min; soft limit 0.5 to 20 mcg per kg per min"
std::string limit_detail(const library::Limit& limit, const Rational& value, Standing standing);
// "soft 0.5 to 20, hard 0.1 to 50 mcg per kg per min"
std::string bounds_text(const library::Limit& limit);

}  // namespace bridge::decide
