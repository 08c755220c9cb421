// SPDX-License-Identifier: Apache-2.0
// Certificate: the account of one run of the checks, line by line, for a pharmacist.
#pragma once

#include "clinical/infusion_program.h"

namespace bridge::decide {

struct Checking;

// Inputs with their field and row, each relation with its numbers, the rounding, each limit with
// its source, and the result. Written for refused orders too, as far as they were understood.
Certificate certificate_of(const Checking& checking);

}  // namespace bridge::decide
