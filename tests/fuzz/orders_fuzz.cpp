// SPDX-License-Identifier: Apache-2.0
// Any bytes through parse, header and order reading: never a crash, and never a value without a
// unit.
#include <cstdint>
#include <string>

#include "base/assert.h"
#include "hl7/parse.h"
#include "translate/ack.h"
#include "translate/order_json.h"
#include "translate/pharmacy_order.h"
#include "translate/shipped_book.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridge;
  using namespace bridge::translate;
  hl7::Limits limits;
  limits.line_feeds = hl7::LineFeeds::end_segments;
  const auto message =
      hl7::parse(std::string(reinterpret_cast<const char*>(data), size), limits);  // NOLINT
  if (!message) return 0;
  const Header header = peek_header(*message, ehr_policy());
  const auto checked =
      read_header(*message, ehr_policy(), Instant::from_unix_ms(1'772'000'000'000));
  std::vector<OrderAnswer> answers;
  for (const OrderRead& read : read_pharmacy_order(*message, header, shipped_book())) {
    if (read.order.rate) BRIDGE_ASSERT(!read.order.rate->from().field.empty());
    (void)order_json(read.order);
    (void)findings_json(read.faults);
    answers.push_back({read.order.placer_order_number, read.order.filler_order_number,
                       read.order.control, read.faults, !any_error(read.faults)});
  }
  const std::string answer =
      write_order_answer(header, {"A1", Instant()}, AckCode::AE,
                         checked ? Faults{} : checked.fault(), answers, shipped_book());
  // What we write can always be read again.
  const auto again = hl7::parse(answer);
  BRIDGE_ASSERT(again.has_value());
  (void)read_ack(*again);
  (void)read_ack(*message);
  return 0;
}
