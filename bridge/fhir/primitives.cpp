// SPDX-License-Identifier: Apache-2.0
// The regular expressions of FHIR's primitive types as small readers.
#include "fhir/primitives.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <limits>

#include "base/instant.h"

namespace bridge::fhir {
namespace {

constexpr Problem wrong_kind{FaultCode::element_type, "wrong JSON type"};

Problem bad(std::string_view detail) { return {FaultCode::element_value, detail}; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// Reads fixed patterns from the front: "dddd-dd" and the like.
class Front {
 public:
  explicit Front(std::string_view text) : left_(text) {}
  bool done() const { return left_.empty(); }
  char next() const { return left_.empty() ? '\0' : left_.front(); }
  bool take(char c) {
    if (next() != c) return false;
    left_.remove_prefix(1);
    return true;
  }
  // Exactly `count` digits, or -1.
  int digits(std::size_t count) {
    if (left_.size() < count) return -1;
    int number = 0;
    for (std::size_t at = 0; at < count; ++at) {
      if (!is_digit(left_[at])) return -1;
      number = number * 10 + (left_[at] - '0');
    }
    left_.remove_prefix(count);
    return number;
  }
  // "." and at least one digit, when there is a ".".
  bool fraction() {
    if (!take('.')) return true;
    std::size_t count = 0;
    for (; is_digit(next()); ++count) left_.remove_prefix(1);
    return count > 0 && count <= 9;
  }

 private:
  std::string_view left_;
};

struct Date {
  int year = 0;
  int month = 1;
  int day = 1;
  bool whole = false;  // down to the day
};

bool exists(const Date& date, int hour, int minute, int second) {
  return Instant::from_civil(date.year, date.month, date.day, hour, minute, second, 0, 0,
                             Precision::second)
      .has_value();
}

// YYYY, YYYY-MM or YYYY-MM-DD.
std::optional<Date> read_date(Front& front) {
  Date date;
  date.year = front.digits(4);
  if (date.year < 1) return std::nullopt;
  if (front.take('-')) {
    date.month = front.digits(2);
    if (date.month < 0) return std::nullopt;
    if (front.take('-')) {
      date.day = front.digits(2);
      if (date.day < 0) return std::nullopt;
      date.whole = true;
    }
  }
  if (!exists(date, 0, 0, 0)) return std::nullopt;
  return date;
}

// hh:mm:ss with fraction; second 60 is a leap second.
bool read_time(Front& front, const Date& date) {
  const int hour = front.digits(2);
  if (!front.take(':')) return false;
  const int minute = front.digits(2);
  if (!front.take(':')) return false;
  const int second = front.digits(2);
  return hour >= 0 && minute >= 0 && second >= 0 && exists(date, hour, minute, second) &&
         front.fraction();
}

// Z or an offset of at most 14 hours.
bool read_zone(Front& front) {
  if (front.take('Z')) return true;
  if (!front.take('+') && !front.take('-')) return false;
  const int hour = front.digits(2);
  if (!front.take(':')) return false;
  const int minute = front.digits(2);
  return hour >= 0 && minute >= 0 && minute < 60 && (hour < 14 || (hour == 14 && minute == 0));
}

std::optional<Problem> check_date(std::string_view text) {
  Front front(text);
  if (read_date(front) && front.done()) return std::nullopt;
  return bad("YYYY, YYYY-MM or YYYY-MM-DD, a date that exists");
}

std::optional<Problem> check_date_time(std::string_view text, bool whole_instant) {
  constexpr std::string_view form = "YYYY-MM-DDThh:mm:ss+zz:zz, a time that exists";
  Front front(text);
  const std::optional<Date> date = read_date(front);
  if (!date) return bad(form);
  if (front.done() && !whole_instant) return std::nullopt;
  if (!date->whole || !front.take('T') || !read_time(front, *date)) return bad(form);
  if (front.done()) return Problem{FaultCode::timestamp_ambiguous, "a time needs its offset"};
  if (!read_zone(front) || !front.done()) return bad(form);
  return std::nullopt;
}

std::optional<Problem> check_time(std::string_view text) {
  Front front(text);
  if (read_time(front, Date{2000, 1, 1, true}) && front.done()) return std::nullopt;
  return bad("hh:mm:ss");
}

std::optional<Problem> check_id(std::string_view text) {
  const bool fits =
      !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
        return is_letter(c) || is_digit(c) || c == '-' || c == '.';
      });
  if (fits) return std::nullopt;
  return bad("1 to 64 letters, digits, - and .");
}

std::optional<Problem> check_code(std::string_view text) {
  bool fits = !text.empty() && !is_blank(text.front()) && !is_blank(text.back());
  for (std::size_t at = 1; fits && at < text.size(); ++at) {
    fits = !(is_blank(text[at]) && is_blank(text[at - 1]));
  }
  if (fits) return std::nullopt;
  return bad("no blanks at the ends and none doubled");
}

std::optional<Problem> check_uri(std::string_view text) {
  if (!text.empty() && std::none_of(text.begin(), text.end(), is_blank)) return std::nullopt;
  return bad("no blanks");
}

// urn:oid:[0-2](\.(0|[1-9][0-9]*))+
bool is_oid(std::string_view text) {
  constexpr std::string_view prefix = "urn:oid:";
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  if (text.size() < 3 || text[0] < '0' || text[0] > '2' || text[1] != '.') return false;
  text.remove_prefix(1);
  while (!text.empty()) {
    if (text.front() != '.') return false;
    text.remove_prefix(1);
    const std::size_t arc = std::min(text.find_first_not_of("0123456789"), text.size());
    if (arc == 0 || (arc > 1 && text.front() == '0')) return false;
    text.remove_prefix(arc);
  }
  return true;
}

bool is_uuid(std::string_view text) {
  constexpr std::string_view form = "urn:uuid:xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
  if (text.size() != form.size()) return false;
  for (std::size_t at = 0; at < form.size(); ++at) {
    const char c = text[at];
    const bool hex = is_digit(c) || (c >= 'a' && c <= 'f');
    if (form[at] == 'x' ? !hex : c != form[at]) return false;
  }
  return true;
}

bool is_base64(std::string_view text) {
  std::size_t letters = 0;
  std::size_t padding = 0;
  for (const char c : text) {
    if (is_blank(c)) continue;
    if (c == '=') {
      ++padding;
    } else if (padding > 0 || !(is_letter(c) || is_digit(c) || c == '+' || c == '/')) {
      return false;
    } else {
      ++letters;
    }
  }
  return letters > 0 && padding <= 2 && (letters + padding) % 4 == 0;
}

std::optional<Problem> check_text(Primitive primitive, std::string_view text) {
  if (text.empty()) return bad("empty");
  const bool control = std::any_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && !is_blank(c);
  });
  if (control) return bad("a control character");
  switch (primitive) {
    case Primitive::code:
      return check_code(text);
    case Primitive::id:
      return check_id(text);
    case Primitive::canonical:
    case Primitive::uri:
    case Primitive::url:
      return check_uri(text);
    case Primitive::oid:
      if (!is_oid(text)) return bad("urn:oid: and numbers with points");
      break;
    case Primitive::uuid:
      if (!is_uuid(text)) return bad("urn:uuid: and a lowercase UUID");
      break;
    case Primitive::base64_binary:
      if (!is_base64(text)) return bad("base64");
      break;
    case Primitive::date:
      return check_date(text);
    case Primitive::date_time:
      return check_date_time(text, false);
    case Primitive::instant:
      return check_date_time(text, true);
    case Primitive::time:
      return check_time(text);
    case Primitive::xhtml:
      if (!text.starts_with("<div") || !text.ends_with(">")) return bad("one <div>");
      break;
    default:
      break;
  }
  return std::nullopt;
}

std::optional<Problem> check_whole(std::string_view text, std::int64_t least) {
  std::int64_t whole = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), whole);
  const bool fits = read.ec == std::errc() && read.ptr == text.data() + text.size() &&
                    whole >= least && whole <= std::numeric_limits<std::int32_t>::max();
  if (fits && text != "-0") return std::nullopt;
  return bad(least > 0    ? "a whole number above zero, 32 bits"
             : least == 0 ? "a whole number, zero or above, 32 bits"
                          : "a whole number of 32 bits");
}

// JSON has seen to the grammar. An exponent past 18 is no quantity of medicine and would have to be
// spelled out in full by whoever counts with it.
std::optional<Problem> check_decimal(std::string_view text) {
  const std::size_t e = std::min(text.find_first_of("eE"), text.size());
  std::size_t significant = 0;
  for (const char c : text.substr(0, e)) {
    if (is_digit(c) && (c != '0' || significant > 0)) ++significant;
  }
  if (significant > 18) return Problem{FaultCode::number_too_long, "at most 18 digits"};
  if (e == text.size()) return std::nullopt;
  std::string_view exponent = text.substr(e + 1);
  if (exponent.front() == '+' || exponent.front() == '-') exponent.remove_prefix(1);
  exponent.remove_prefix(std::min(exponent.find_first_not_of('0'), exponent.size()));
  if (exponent.size() < 2 || (exponent.size() == 2 && exponent <= "18")) return std::nullopt;
  return bad("an exponent beyond 18");
}

bool is_numeric(Primitive primitive) {
  return primitive == Primitive::decimal || primitive == Primitive::integer ||
         primitive == Primitive::unsigned_int || primitive == Primitive::positive_int;
}

}  // namespace

std::optional<Problem> problem_of(Primitive primitive, const json::Value& value) {
  if (primitive == Primitive::boolean) {
    if (value.kind() == json::Kind::boolean) return std::nullopt;
    return wrong_kind;
  }
  if (!is_numeric(primitive)) {
    if (!value.is_string()) return wrong_kind;
    return check_text(primitive, value.as_string());
  }
  if (!value.is_number()) return wrong_kind;
  switch (primitive) {
    case Primitive::integer:
      return check_whole(value.number_text(), std::numeric_limits<std::int32_t>::min());
    case Primitive::unsigned_int:
      return check_whole(value.number_text(), 0);
    case Primitive::positive_int:
      return check_whole(value.number_text(), 1);
    default:
      return check_decimal(value.number_text());
  }
}

std::optional<json::Value> from_attribute(Primitive primitive, std::string_view text) {
  if (primitive == Primitive::boolean) {
    if (text == "true") return json::Value::boolean(true);
    if (text == "false") return json::Value::boolean(false);
    return std::nullopt;
  }
  if (!is_numeric(primitive)) return json::Value::string(std::string(text));
  if (!json::is_number_text(text)) return std::nullopt;
  return json::Value::number(std::string(text));
}

std::string to_attribute(const json::Value& value) {
  switch (value.kind()) {
    case json::Kind::boolean:
      return value.as_boolean() ? "true" : "false";
    case json::Kind::number:
      return value.number_text();
    case json::Kind::string:
      return value.as_string();
    default:
      return "";
  }
}

}  // namespace bridge::fhir
