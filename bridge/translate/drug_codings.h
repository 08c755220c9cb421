// SPDX-License-Identifier: Apache-2.0
// All that a sender calls one product: the coding that counts first, and what else it is called.
#pragma once

#include <string>
#include <vector>

#include "clinical/identity.h"
#include "hl7/message.h"
#include "translate/code_book.h"

namespace bridge::translate {

// Puts them into an order: `chosen` as the code, of `beside` what says more than it. When the
// chosen one has no code, the first that has one takes its place (HL7 v2.9 2A.2.12: an alternate
// may stand alone).
void take_codings(Coding chosen, std::vector<Coding> beside, Coding& code,
                  std::vector<Coding>& alternates);

// What stands beside the first code of a CWE: the alternates (4 to 6, 10 to 12), also without a
// code, and the original text (9). A delete indicator says nothing. HL7 v2.9 2A.2.12.
std::vector<Coding> codings_beside(const hl7::Field& field, const CodeBook& book, Faults& faults);

}  // namespace bridge::translate
