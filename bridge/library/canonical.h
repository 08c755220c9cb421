// SPDX-License-Identifier: Apache-2.0
// The canonical form of a library file: the bytes that its hash and its signatures are about.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "json/json.h"

namespace bridge::library {

// Compact JSON in UTF-8 without byte order mark or line end, defined so that another program can
// make the same bytes:
//   - no blank outside of strings;
//   - members of an object in ascending order of their names, compared as UTF-8 bytes;
//   - items of an array in the order of the file, since setups are looked up in that order;
//   - a number as its shortest exact decimal: no exponent, no sign but "-", no zero at the end of a
//     fraction, one digit at least before the point; zero is "0";
//   - strings as they are, with \" \\ \b \f \n \r \t and \u00xx (lower case) for the other bytes
//     below 20 hexadecimal, and nothing else escaped; no Unicode normalisation;
//   - true, false and null as such.
// This is RFC 8785 but for two things: numbers are exact decimals and not IEEE 754 doubles, and
// names are ordered by UTF-8 bytes, not UTF-16 units. Fault: number_malformed or number_too_long.
Result<std::string> canonical_form(const json::Value& value);
Result<Done> append_canonical(std::string& text, const json::Value& value);

// The same of an object whose array `member` was taken out of it: `items` holds the canonical forms
// of the array's items, with commas between.
Result<std::string> canonical_form(const json::Value& object, std::string_view member,
                                   std::string items);

// SHA-256 (FIPS 180-4) in lower-case hexadecimal.
std::string sha256_hex(std::string_view bytes);

}  // namespace bridge::library
