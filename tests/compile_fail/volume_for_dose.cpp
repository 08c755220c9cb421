// SPDX-License-Identifier: Apache-2.0
// One kind of quantity does not stand for another.
#include "clinical/quantity.h"

namespace bridge {

Unit unit_of(const Dose& dose) { return dose.unit(); }

#ifdef FORBIDDEN
Unit confused(const Volume& volume) { return unit_of(volume); }
#else
Unit clear(const Dose& dose) { return unit_of(dose); }
#endif

}  // namespace bridge
