// SPDX-License-Identifier: Apache-2.0
// Decimal::parse on any bytes: taken exactly when the text has the grammar, and then nothing is
// lost.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/assert.h"
#include "base/decimal.h"
#include "base/rational.h"

namespace {

using bridge::Decimal;
using bridge::FaultCode;

constexpr std::string_view digits = "0123456789";

// The grammar once more, by other means: what stands around one run of digits and points.
bool has_grammar(std::string_view text) {
  if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
  if (text.empty() || digits.find(text.front()) == std::string_view::npos) return false;
  if (digits.find(text.back()) == std::string_view::npos) return false;
  const std::size_t point = text.find_first_not_of(digits);
  if (point == std::string_view::npos) return true;
  return text[point] == '.' && text.find_first_not_of(digits, point + 1) == std::string_view::npos;
}

// The shortest text of the same number, made by editing text alone.
std::string shortened(std::string_view sent) {
  const bool negative = sent.starts_with('-');
  if (negative || sent.starts_with('+')) sent.remove_prefix(1);
  std::string text(sent);
  text.erase(0, text.find_first_not_of('0'));
  if (sent.find_first_not_of("0.") == std::string_view::npos) return "0";
  if (text.starts_with('.')) text.insert(0, 1, '0');
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
  }
  return negative ? "-" + text : text;
}

bool too_long(std::string_view text) {
  const std::size_t point = text.find('.');
  if (point != std::string_view::npos && text.size() - point - 1 > 18) return true;
  std::size_t count = 0;
  for (const char c : text) {
    if (digits.find(c) != std::string_view::npos && (count > 0 || c != '0')) ++count;
  }
  return count > 18;
}

void check_one(std::string_view text) {
  const auto result = Decimal::parse(text);
  if (!has_grammar(text)) {
    BRIDGE_ASSERT(!result && result.fault().code == FaultCode::number_malformed);
    return;
  }
  if (too_long(text)) {
    BRIDGE_ASSERT(!result && result.fault().code == FaultCode::number_too_long);
    return;
  }
  BRIDGE_ASSERT(result.has_value());
  BRIDGE_ASSERT(result->text() == shortened(text));
  BRIDGE_ASSERT(*Decimal::parse(result->text()) == *result);
  BRIDGE_ASSERT(result->exact().is_decimal());
  BRIDGE_ASSERT(*result->exact().decimal() == *result);
  BRIDGE_ASSERT(result->exact().approximate(18) == result->text());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  // A blank parts two numbers, which then must stand in the same order as their fractions.
  const std::size_t blank = text.find(' ');
  check_one(text);
  if (blank == std::string_view::npos) return 0;
  check_one(text.substr(0, blank));
  check_one(text.substr(blank + 1));
  const auto a = Decimal::parse(text.substr(0, blank));
  const auto b = Decimal::parse(text.substr(blank + 1));
  if (a && b) BRIDGE_ASSERT((*a <=> *b) == (a->exact() <=> b->exact()));
  return 0;
}
