// SPDX-License-Identifier: Apache-2.0
// The only printer of a number with its unit for people: no form that ISMP has seen misread.
#pragma once

#include <string>
#include <string_view>

#include "clinical/quantity.h"

namespace bridge {

// "10,000", "0.5", "-12.25": a comma at each thousand, a zero before the point, none at the end
// (drug-library 2.5; ISMP, error-prone abbreviations, symbols and dose designations).
std::string screen_number(const Decimal& value);
// The same; what has no short decimal to four significant digits.
std::string screen_number(const Rational& value);

// "1 unit", "5,000 units per hour", "5 mcg per kg per min", "1 mg/mL". One space stands between.
std::string screen_text(const Decimal& value, Unit unit);
std::string screen_text(const Rational& value, Unit unit);
std::string screen_text(const Amount& amount);

}  // namespace bridge
