// SPDX-License-Identifier: Apache-2.0
// Any bytes: parsed and read as a pump event without a crash; a usable event written and read again
// is the same event.
#include <cstdlib>

#include "hl7/parse.h"
#include "translate/oru_r42.h"
#include "translate/shipped_book.h"

using namespace bridge;
using namespace bridge::translate;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const CodeBook book = CodeBook::load(shipped_files()).value();
  static const PumpTerms terms = PumpTerms::load(shipped_files()).value();
  hl7::Limits limits;
  limits.line_feeds = hl7::LineFeeds::end_segments;
  const auto message = hl7::parse(std::string(reinterpret_cast<const char*>(data), size), limits);
  if (!message) return 0;
  const EventRead read = read_oru_r42(*message, book, terms, MessageClock::fixed(-360));
  if (!read.faults.empty()) return 0;
  GatewaySender sender;
  sender.envelope.sender.name = "GW";
  sender.envelope.receiver.name = "BRIDGE";
  const auto again = hl7::parse(write_oru_r42(read.event, sender, "1", book, terms));
  if (!again) std::abort();
  const PumpEvent event = read_oru_r42(*again, book, terms, MessageClock::fixed(0)).event;
  if (event.kind != read.event.kind || event.happened_at != read.event.happened_at) std::abort();
  return 0;
}
