// SPDX-License-Identifier: Apache-2.0
// RDE^O11, OMP^O09 and their older forms to InfusionOrder.
#pragma once

#include <vector>

#include "base/fault.h"
#include "clinical/infusion_order.h"
#include "hl7/message.h"
#include "translate/code_book.h"
#include "translate/header.h"

namespace bridge::translate {

// `order` may be used when no fault is an error; its identifiers are set whenever they were
// readable, so that a refusal can name the order.
struct OrderRead {
  InfusionOrder order;
  Faults faults;
};

// RDE^O11, RDE^O25, RDE^O01, OMP^O09 and ORM^O01.
bool is_pharmacy_order(const Header& header);

// A message with more is refused as a whole: no order has that many, and the time to read one grows
// with the square of its segments.
inline constexpr std::size_t most_orders = 200;
inline constexpr std::size_t most_order_segments = 2'000;

// One per ORC, in the order of the message, each read by itself; one alone with segment_missing
// when there is no ORC (B32), or with too_many_segments. Of a cancel, discontinue, hold or release
// only what identifies it is read: a stop must not fail because of a dose that is not understood.
std::vector<OrderRead> read_pharmacy_order(const hl7::Message& message, const Header& header,
                                           const CodeBook& book);

}  // namespace bridge::translate
