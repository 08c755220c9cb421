// SPDX-License-Identifier: Apache-2.0
// Delimiters: the separators of one message, as its MSH-1 and MSH-2 name them.
#pragma once

namespace bridge::hl7 {

// HL7 v2.9 2.5: never fixed, every sender may choose. '\0' means that the sender named none: MSH-2
// may be shorter than four characters, and only v2.7 and later name a truncation character.
struct Delimiters {
  char field = '|';
  char component = '^';
  char repetition = '~';
  char escape = '\\';
  char subcomponent = '&';
  char truncation = '\0';

  friend bool operator==(const Delimiters&, const Delimiters&) = default;
};

}  // namespace bridge::hl7
