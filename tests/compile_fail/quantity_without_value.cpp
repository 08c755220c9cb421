// SPDX-License-Identifier: Apache-2.0
// There is no default quantity; absence is said with an optional.
#include <optional>

#include "clinical/quantity.h"

namespace bridge {

#ifdef FORBIDDEN
Dose nothing() { return Dose(); }
#else
std::optional<Dose> nothing() { return std::nullopt; }
#endif

}  // namespace bridge
