// SPDX-License-Identifier: Apache-2.0
// A volume and a rate cannot be added; divided as measures they are a time.
#include "clinical/quantity.h"

namespace bridge {

#ifdef FORBIDDEN
auto together(const Volume& volume, const FlowRate& rate) { return volume + rate; }
#else
Measure together(const Volume& volume, const FlowRate& rate) {
  return volume.exact() / rate.exact();
}
#endif

}  // namespace bridge
