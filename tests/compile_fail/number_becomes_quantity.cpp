// SPDX-License-Identifier: Apache-2.0
// A bare number is no quantity: it has no unit and comes from nowhere.
#include "clinical/quantity.h"

namespace bridge {

#ifdef FORBIDDEN
FlowRate rate() {
  FlowRate made = 5;
  return made;
}
#else
Result<FlowRate> rate(Unit unit) { return FlowRate::make(Amount{Decimal(5, 0), unit, {}, {}}); }
#endif

}  // namespace bridge
