// SPDX-License-Identifier: Apache-2.0
// Escape sequences: undone when a text is read, made when one is written; never a way to structure.
//
//   sequence = ESC name ESC          ESC is the message's escape character, usually a backslash
//   F S R E T P                      the separator of that name; P is the truncation character
//   Xhh..                            bytes in hexadecimal, an even number of digits, at least two
//   .br .ce                          a line break
//   .sp[n] .sk[n]                    n line breaks, n blanks; n is 1 when left out, at most 99
//   .fi .nf .in.. .ti..  H  N        layout and highlighting: they leave no text
//   Cxxyy Mxxyy[zz]                  another character set inside the text: refused
//   Zdd..                            local meaning: unknown here, so refused
//
// HL7 v2.9 2.6. Sequences do not nest, and are undone after splitting, so `\X0D\PID\F\` is text
// (B34).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "hl7/delimiters.h"

namespace bridge::hl7 {

enum class Escapes : std::uint8_t {
  strict,        // an unknown or unclosed sequence is escape_malformed (B35)
  keep_unknown,  // it stays as it was sent: for a note that only people read
};

// Fault escape_malformed, without a place. The bytes stay in the character set of the message.
Result<std::string> unescape(std::string_view raw, const Delimiters& delimiters,
                             Escapes escapes = Escapes::strict);

// Appends `text` so that it stays inside one subcomponent: separators become sequences, a line feed
// becomes `.br` (`X0A` where the point is a separator), every other control character `Xhh`.
// unescape(escape(x)) == x for every x, provided that all five separators are defined.
void escape(std::string& out, std::string_view text, const Delimiters& delimiters = {});

}  // namespace bridge::hl7
