// SPDX-License-Identifier: Apache-2.0
// Compiled twice: as it is, and with MALFORMED_PATH, where the compiler must refuse the path.
#include "hl7/path.h"

using namespace bridge::hl7::literals;

#ifdef MALFORMED_PATH
constexpr auto path = "RXE-23.1.2.3"_path;
#else
constexpr auto path = "RXE-23.1.2"_path;
#endif

static_assert(path.field() == 23);
