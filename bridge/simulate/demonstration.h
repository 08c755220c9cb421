// SPDX-License-Identifier: Apache-2.0
// The demonstration hospital: the bridge, a gateway with pumps and an EHR in one process, on a fast
// clock, joined by TCP only.
#pragma once

#include <span>
#include <string>

namespace bridge::simulate {

// serve --demo [--once] [--speed N]: carries samples/demonstration through the bridge, each therapy
// from its order to the chart of the EHR, and says what happened. With --once it ends then: 0 when
// every order that should be charted was, and every other was refused; 1 otherwise.
int run_demonstration(std::span<const std::string> arguments);

}  // namespace bridge::simulate
