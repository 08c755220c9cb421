// SPDX-License-Identifier: Apache-2.0
// Instant: the calendar, and the texts of HL7 v2, FHIR and the journal.
#include "base/instant.h"

#include <algorithm>
#include <chrono>
#include <limits>

namespace bridge {
namespace {

constexpr std::int64_t ms_per_second = 1000;
constexpr std::int64_t ms_per_minute = 60 * ms_per_second;
constexpr std::int64_t ms_per_hour = 60 * ms_per_minute;
constexpr std::int64_t ms_per_day = 24 * ms_per_hour;

constexpr std::int64_t days_since_1970(int year, unsigned month, unsigned day) {
  const std::chrono::sys_days days{std::chrono::year{year} / std::chrono::month{month} /
                                   std::chrono::day{day}};
  return days.time_since_epoch().count();
}

// Both wires write the year with four digits.
constexpr std::int64_t first_ms = days_since_1970(1, 1, 1) * ms_per_day;
constexpr std::int64_t last_ms = days_since_1970(10000, 1, 1) * ms_per_day - 1;

constexpr bool within_four_digits(std::int64_t ms) { return ms >= first_ms && ms <= last_ms; }

// FHIR dateTime allows no offset beyond 14:00, and no place on earth has one.
constexpr std::int16_t max_offset = 14 * 60;

struct Civil {
  int year;
  unsigned month, day;
  std::int64_t hour, minute, second, millisecond;
};

Civil civil_of(std::int64_t local_ms) {
  std::int64_t days = local_ms / ms_per_day;
  std::int64_t rest = local_ms % ms_per_day;
  if (rest < 0) {
    rest += ms_per_day;
    --days;
  }
  const std::chrono::year_month_day date{
      std::chrono::sys_days{std::chrono::days{static_cast<std::chrono::days::rep>(days)}}};
  return Civil{static_cast<int>(date.year()),
               static_cast<unsigned>(date.month()),
               static_cast<unsigned>(date.day()),
               rest / ms_per_hour,
               rest % ms_per_hour / ms_per_minute,
               rest % ms_per_minute / ms_per_second,
               rest % ms_per_second};
}

void append_padded(std::string& out, std::int64_t value, std::size_t width) {
  const std::string digits = std::to_string(value);
  if (digits.size() < width) out.append(width - digits.size(), '0');
  out.append(digits);
}

// What stands between the parts; the order and the widths are those of every form.
struct Form {
  std::string_view date, middle, time;
  bool offset_colon;
};
constexpr Form hl7_form{"", "", "", false};
constexpr Form fhir_form{"-", "T", ":", true};

std::string date_and_time(std::int64_t local_ms, const Form& form, bool milliseconds) {
  const Civil at = civil_of(local_ms);
  std::string out;
  append_padded(out, at.year, 4);
  out.append(form.date);
  append_padded(out, at.month, 2);
  out.append(form.date);
  append_padded(out, at.day, 2);
  out.append(form.middle);
  append_padded(out, at.hour, 2);
  out.append(form.time);
  append_padded(out, at.minute, 2);
  out.append(form.time);
  append_padded(out, at.second, 2);
  if (milliseconds) {
    out.append(".");
    append_padded(out, at.millisecond, 3);
  }
  return out;
}

std::string offset_text(std::int16_t minutes, const Form& form) {
  if (minutes == 0 && form.offset_colon) return "Z";
  const int size = minutes < 0 ? -minutes : minutes;
  std::string out(1, minutes < 0 ? '-' : '+');
  append_padded(out, size / 60, 2);
  if (form.offset_colon) out.append(":");
  append_padded(out, size % 60, 2);
  return out;
}

// Takes fixed-width parts from the front of a text; once one part is wrong, `good` stays false.
struct Scanner {
  std::string_view rest;
  bool good = true;

  int number(std::size_t width) {
    int value = 0;
    if (rest.size() < width) good = false;
    for (std::size_t i = 0; good && i < width; ++i) {
      if (rest[i] < '0' || rest[i] > '9') good = false;
      value = value * 10 + (rest[i] - '0');
    }
    if (good) rest.remove_prefix(width);
    return value;
  }
  bool take(char expected) {
    if (!good || !rest.starts_with(expected)) return false;
    rest.remove_prefix(1);
    return true;
  }
  void need(char expected) { good = take(expected); }
};

// 1 to 9 digits; what is finer than a millisecond is cut off.
int fraction_ms(Scanner& scanner) {
  const std::size_t count =
      std::min(scanner.rest.find_first_not_of("0123456789"), scanner.rest.size());
  if (count < 1 || count > 9) scanner.good = false;
  std::string digits(scanner.rest.substr(0, std::min<std::size_t>(count, 3)));
  digits.resize(3, '0');
  if (!scanner.good) return 0;
  scanner.rest.remove_prefix(count);
  return Scanner{digits}.number(3);
}

std::int16_t offset_minutes(Scanner& scanner) {
  if (scanner.take('Z')) return 0;
  const bool west = scanner.take('-');
  if (!west) scanner.need('+');
  const int hours = scanner.number(2);
  scanner.need(':');
  const int minutes = scanner.number(2);
  if (minutes > 59) scanner.good = false;
  const int size = hours * 60 + minutes;
  return static_cast<std::int16_t>(west ? -size : size);
}

}  // namespace

Instant Instant::from_unix_ms(std::int64_t ms, std::int16_t offset_minutes) {
  Instant out;
  out.unix_ms_ = std::clamp(ms, first_ms, last_ms);
  out.offset_minutes_ = std::clamp<std::int16_t>(offset_minutes, -max_offset, max_offset);
  return out;
}

std::optional<Instant> Instant::from_civil(int year, int month, int day, int hour, int minute,
                                           int second, int millisecond, std::int16_t offset_minutes,
                                           Precision precision) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return {};
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return {};
  if (second < 0 || second > 60 || millisecond < 0 || millisecond > 999) return {};
  if (offset_minutes < -max_offset || offset_minutes > max_offset) return {};
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return {};
  const std::int64_t days = std::chrono::sys_days{date}.time_since_epoch().count();
  const std::int64_t local_ms = days * ms_per_day + hour * ms_per_hour + minute * ms_per_minute +
                                second * ms_per_second + millisecond;
  if (!within_four_digits(local_ms)) return {};  // second 60 of the last day
  Instant out;
  out.unix_ms_ = local_ms - offset_minutes * ms_per_minute;
  out.offset_minutes_ = offset_minutes;
  out.precision_ = precision;
  return out;
}

Instant Instant::with_precision(Precision precision) const {
  Instant result = *this;
  result.precision_ = precision;
  return result;
}

Instant Instant::plus_ms(std::int64_t ms) const {
  Instant out = *this;
  std::int64_t sum = 0;
  if (__builtin_add_overflow(unix_ms_, ms, &sum)) sum = ms < 0 ? first_ms : last_ms;
  out.unix_ms_ = std::clamp(sum, first_ms, last_ms);
  return out;
}

namespace {

// In the offset it was sent with; where that leaves the years of four digits, in UTC, and the other
// way round. At most one of the two can leave them.
std::string written(std::int64_t unix_ms, std::int16_t offset, const Form& form,
                    bool milliseconds) {
  if (!within_four_digits(unix_ms + offset * ms_per_minute)) offset = 0;
  const std::int64_t local_ms = unix_ms + offset * ms_per_minute;
  return date_and_time(local_ms, form, milliseconds) + offset_text(offset, form);
}

}  // namespace

std::string Instant::hl7() const {
  return written(unix_ms_, offset_minutes_, hl7_form, unix_ms_ % ms_per_second != 0);
}

std::string Instant::fhir() const {
  return written(unix_ms_, offset_minutes_, fhir_form, unix_ms_ % ms_per_second != 0);
}

std::string Instant::utc() const {
  return written(unix_ms_, within_four_digits(unix_ms_) ? std::int16_t{0} : offset_minutes_,
                 fhir_form, true);
}

Result<Instant> Instant::parse_rfc3339(std::string_view text) {
  Scanner scanner{text};
  const int year = scanner.number(4);
  scanner.need('-');
  const int month = scanner.number(2);
  scanner.need('-');
  const int day = scanner.number(2);
  scanner.need('T');
  const int hour = scanner.number(2);
  scanner.need(':');
  const int minute = scanner.number(2);
  scanner.need(':');
  const int second = scanner.number(2);
  const bool has_fraction = scanner.take('.');
  const int millisecond = has_fraction ? fraction_ms(scanner) : 0;
  const std::int16_t offset = bridge::offset_minutes(scanner);
  const Fault fault{.code = FaultCode::timestamp_malformed, .place = {}, .detail = {}};
  if (!scanner.good || !scanner.rest.empty()) return fault;
  const auto instant = from_civil(year, month, day, hour, minute, second, millisecond, offset,
                                  has_fraction ? Precision::millisecond : Precision::second);
  if (!instant) return fault;
  return *instant;
}

}  // namespace bridge
