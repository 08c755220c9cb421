// SPDX-License-Identifier: Apache-2.0
// The message to a pump is written from a checked program alone (promise P3).
#include "translate/rgv_o15.h"

namespace bridge {

#ifdef FORBIDDEN
std::string command(const InfusionProgram& program, const translate::GatewayProfile& profile,
                    const translate::CodeBook& book, Instant now) {
  return translate::write_rgv_o15(program, profile, book, now);
}
#else
std::string command(const CheckedProgram& program, const translate::GatewayProfile& profile,
                    const translate::CodeBook& book, Instant now) {
  return translate::write_rgv_o15(program, profile, book, now);
}
#endif

}  // namespace bridge
