// SPDX-License-Identifier: Apache-2.0
// Any bytes: parsed and read as a bedside request, as a pump's answer and as a chart record,
// without a crash.
#include "hl7/parse.h"
#include "translate/ras_o17.h"
#include "translate/rgv_o15.h"
#include "translate/rrg_o16.h"
#include "translate/shipped_book.h"

using namespace bridge;
using namespace bridge::translate;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const CodeBook book = CodeBook::load(shipped_files()).value();
  hl7::Limits limits;
  limits.line_feeds = hl7::LineFeeds::end_segments;
  const auto message = hl7::parse(std::string(reinterpret_cast<const char*>(data), size), limits);
  if (!message) return 0;
  static_cast<void>(read_rgv_o15(*message, book, MessageClock::fixed(-360)));
  static_cast<void>(read_rrg_o16(*message));
  static_cast<void>(read_ras_o17(*message, book));
  return 0;
}
