// SPDX-License-Identifier: Apache-2.0
// A patient's name cannot be printed; the order number can.
#include <ostream>

#include "clinical/identity.h"

namespace bridge {

#ifdef FORBIDDEN
void log(std::ostream& out, const Patient& patient) { out << patient.name; }
#else
void log(std::ostream& out, const EntityId& order) { out << order.key(); }
#endif

}  // namespace bridge
