// SPDX-License-Identifier: Apache-2.0
// Which fields make the clinical identity of an order: a repeat agrees in all of them (B81, B82).
#pragma once

#include <string_view>

#include "clinical/infusion_order.h"

namespace bridge::decide {

// The name of the first field in which they are two orders, or empty: the same order again, by
// whichever door. Compared is what is to be given to whom, where and when: the patient's
// identifier and place, the drug and the components by their codes (by their words where there is
// no code), every quantity, the route, the method, the times, and what forbids programming. Not
// compared is what only one door can say or what says the same in other words: the stamps of the
// message, names and demographics, who ordered and verified, the filler's number, the words beside
// a code, further codes of the same thing (whether they mean the same drug only a library can tell:
// means_another_drug), the spelling of the route, and the kind of pump (RXR-3), which no check
// reads: the pump is chosen at the bedside.
std::string_view first_difference_of_order(InfusionOrder known, InfusionOrder again);

}  // namespace bridge::decide
