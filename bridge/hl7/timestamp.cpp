// SPDX-License-Identifier: Apache-2.0
#include "hl7/timestamp.h"

#include <array>
#include <cstddef>

#include "base/assert.h"

namespace bridge::hl7 {
namespace {

bool all_digits(std::string_view text) {
  return text.find_first_not_of("0123456789") == std::string_view::npos;
}

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

// "+0100"; whether a place can have this offset is for Instant to say.
std::optional<std::int16_t> read_offset(std::string_view text) {
  if (text.size() != 5 || !all_digits(text.substr(1))) return std::nullopt;
  const int minutes = number(text.substr(3));
  const int total = number(text.substr(1, 2)) * 60 + minutes;
  if (minutes > 59) return std::nullopt;
  return static_cast<std::int16_t>(text[0] == '-' ? -total : total);
}

// 1 to 4 digits after the point; "5" is 500 ms.
std::optional<int> read_fraction(std::string_view digits) {
  if (digits.empty() || digits.size() > 4 || !all_digits(digits)) return std::nullopt;
  std::string three(digits.substr(0, 3));
  three.resize(3, '0');
  return number(three);
}

std::optional<Precision> precision_of(std::size_t digits) {
  switch (digits) {
    case 4: return Precision::year;
    case 6: return Precision::month;
    case 8: return Precision::day;
    case 10: return Precision::hour;
    case 12: return Precision::minute;
    case 14: return Precision::second;
    default: return std::nullopt;
  }
}

std::size_t digits_of(Precision precision) {
  constexpr std::array<std::size_t, 7> digits = {4, 6, 8, 10, 12, 14, 14};
  return digits[static_cast<std::size_t>(precision)];
}

}  // namespace

Result<Timestamp> Timestamp::parse(std::string_view text) {
  const Fault malformed{FaultCode::timestamp_malformed, {}, {}};
  Timestamp read;
  const std::size_t sign = text.find_first_of("+-");
  if (sign != std::string_view::npos) {
    const auto offset = read_offset(text.substr(sign));
    if (!offset) return malformed;
    read.offset_ = *offset;
    text = text.substr(0, sign);
  }
  const std::size_t point = text.find('.');
  const std::string_view digits = text.substr(0, point);
  const auto precision = precision_of(digits.size());
  if (!precision || !all_digits(digits)) return malformed;
  read.precision_ = *precision;
  if (point != std::string_view::npos) {
    const auto fraction = read_fraction(text.substr(point + 1));
    if (*precision != Precision::second || !fraction) return malformed;
    read.parts_[6] = *fraction;
    read.precision_ = Precision::millisecond;
  }
  read.parts_[0] = number(digits.substr(0, 4));
  for (std::size_t i = 1; 2 + 2 * i < digits.size(); ++i) {
    read.parts_[i] = number(digits.substr(2 + 2 * i, 2));
  }
  if (!read.at(read.offset_.value_or(0))) return malformed;
  return read;
}

std::optional<Instant> Timestamp::at(std::int16_t offset_minutes) const {
  return Instant::from_civil(parts_[0], parts_[1], parts_[2], parts_[3], parts_[4], parts_[5],
                             parts_[6], offset_minutes, precision_);
}

std::optional<Instant> Timestamp::instant() const {
  if (!offset_) return std::nullopt;
  return at(*offset_);
}

std::int64_t Timestamp::wall_ms() const {
  const auto wall = at(0);
  BRIDGE_ASSERT(wall.has_value());  // parse() proved the date
  return wall->unix_ms();
}

Instant Timestamp::instant_at(std::int16_t default_offset_minutes) const {
  // parse() proved the date; with that, only an offset that no place has can fail.
  const auto instant = at(offset_.value_or(default_offset_minutes));
  BRIDGE_ASSERT(instant.has_value());
  return *instant;
}

std::string timestamp_text(const Instant& instant) {
  const std::string full = instant.hl7();  // writes milliseconds only where there are some
  const std::size_t offset = full.find_first_of("+-");
  std::string text = full.substr(0, digits_of(instant.precision()));
  if (instant.precision() == Precision::millisecond) {
    const std::string fraction = full.substr(text.size(), offset - text.size());
    text.append(fraction.empty() ? ".000" : fraction);
  }
  return text.append(full.substr(offset));
}

}  // namespace bridge::hl7
