// SPDX-License-Identifier: Apache-2.0
#include "engine/record.h"

#include <algorithm>
#include <array>

#include "base/named.h"
#include "json/json.h"
#include "json/write.h"

namespace bridge::engine {
namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";

// RFC 3339 tells seconds and milliseconds apart by the fraction; a coarser precision is named.
constexpr std::size_t seconds_end = std::string_view("2026-03-02T10:15:00").size();
constexpr auto coarse_precisions =
    std::to_array<std::string_view>({"year", "month", "day", "hour", "minute"});
static_assert(coarse_precisions.size() == static_cast<std::size_t>(Precision::second));

// Appends fields as members of an object that the caller opened.
class RecordWriter {
 public:
  explicit RecordWriter(std::string& out) : out_(out) {}

  template <std::size_t size, class T>
  void member(const char (&name)[size], const T& value) {
    if (is_empty(value)) return;
    char opening[size + 3] = {',', '"'};
    std::copy(name, name + size - 1, opening + 2);
    opening[size + 1] = '"';
    opening[size + 2] = ':';
    const std::size_t from = out_.back() == '{' ? 1 : 0;
    out_.append(opening + from, sizeof opening - from);
    put(value);
  }

 private:
  // What is left out must read back as the default. A flag is never left out, since some are true
  // by default; a structure only when all of it is empty, whatever its own empty() means.
  template <class T>
  static bool is_empty(const T& value) {
    if constexpr (requires { value.reveal_for_wire(); }) {
      return value.reveal_for_wire().empty();
    } else if constexpr (requires { value.has_value(); }) {
      return !value.has_value();
    } else if constexpr (requires { T::each_field(value, [](const char*, const auto&) {}); }) {
      bool empty = true;
      T::each_field(value,
                    [&empty](const char*, const auto& part) { empty = empty && is_empty(part); });
      return empty;
    } else if constexpr (requires { value.empty(); }) {
      return value.empty();
    } else {
      return false;
    }
  }

  void put(const std::string& text) {
    if (json::is_utf8(text)) return json::append_quoted(out_, text);
    out_ += "{\"bytes\":\"";
    for (const char byte : text) {
      const auto code = static_cast<unsigned char>(byte);
      out_.push_back(hex_digits[code >> 4U]);
      out_.push_back(hex_digits[code & 15U]);
    }
    out_ += "\"}";
  }
  void put(bool flag) { out_ += flag ? "true" : "false"; }
  void put(std::uint32_t number) { out_ += std::to_string(number); }
  void put(const Instant& instant) {
    std::string text = instant.fhir();
    if (instant.precision() == Precision::millisecond && text[seconds_end] != '.') {
      text.insert(seconds_end, ".000");
    }
    const bool coarse = instant.precision() < Precision::second;
    if (coarse) out_ += "{\"at\":";
    out_ += '"';
    out_ += text;
    out_ += '"';
    if (!coarse) return;
    member("precision",
           std::string(coarse_precisions[static_cast<std::size_t>(instant.precision())]));
    out_ += '}';
  }
  void put(const Fault& fault) {
    out_ += '{';
    member("code", std::string(kind_of(fault.code).name));
    member("place", fault.place);
    member("detail", fault.detail);
    member("severity", std::string(name_of(fault.severity)));
    out_ += '}';
  }
  template <class Tag>
  void put(const Private<Tag>& value) {
    put(value.reveal_for_wire());
  }
  template <Named E>
  void put(E value) {
    out_ += '"';
    out_ += name_of(value);
    out_ += '"';
  }
  template <class T>
  void put(const std::optional<T>& value) {
    put(*value);
  }
  template <class T>
  void put(const std::vector<T>& values) {
    out_ += '[';
    for (const T& value : values) {
      if (&value != &values.front()) out_ += ',';
      put(value);
    }
    out_ += ']';
  }
  template <QuantityKind kind>
  void put(const Quantity<kind>& quantity) {
    const Amount& amount = quantity.amount();
    out_ += "{\"value\":\"";
    out_ += amount.value.text();
    out_ += "\",\"unit\":\"";
    out_ += amount.unit.ucum();
    out_ += '"';
    member("text", amount.text);
    member("field", amount.from.field);
    member("row", amount.from.row);
    out_ += '}';
  }
  template <class T>
  requires requires(const T& value) {
    T::each_field(value, [](const char*, const auto&) {});
  }
  void put(const T& value) {
    out_ += '{';
    T::each_field(value,
                  [this](const auto& name, const auto& field) { this->member(name, field); });
    out_ += '}';
  }

  std::string& out_;
};

// Reads fields from an object; remembers the first thing that is not as it should be.
class RecordReader {
 public:
  explicit RecordReader(const json::Value& object) : object_(object) { good_ = object.is_object(); }

  template <class T>
  void member(std::string_view name, T& field) {
    const json::Value* value = object_.find(name);
    if (value == nullptr) return;
    ++used_;
    if (!get(*value, field)) good_ = false;
  }
  bool good() const { return good_ && used_ == object_.members().size(); }
  void count_one() { ++used_; }

 private:
  static bool get(const json::Value& value, std::string& text) {
    if (value.is_string()) {
      text = value.as_string();
      return true;
    }
    const auto bytes = value.text_of("bytes");
    if (!bytes || bytes->size() % 2 != 0 || value.members().size() != 1) return false;
    text.clear();
    for (std::size_t at = 0; at < bytes->size(); at += 2) {
      const auto high = hex_digits.find((*bytes)[at]);
      const auto low = hex_digits.find((*bytes)[at + 1]);
      if (high == std::string_view::npos || low == std::string_view::npos) return false;
      text.push_back(static_cast<char>(high * 16 + low));
    }
    return true;
  }
  static bool get(const json::Value& value, bool& flag) {
    if (value.kind() != json::Kind::boolean) return false;
    flag = value.as_boolean();
    return true;
  }
  static bool get(const json::Value& value, std::uint32_t& number) {
    if (!value.is_number()) return false;
    const auto decimal = Decimal::parse(value.number_text());
    if (!decimal || decimal->scale() != 0 || decimal->is_negative()) return false;
    if (decimal->coefficient() > 0xFFFFFFFFLL) return false;
    number = static_cast<std::uint32_t>(decimal->coefficient());
    return true;
  }
  static bool get(const json::Value& value, Instant& instant) {
    if (value.is_string()) {
      const auto parsed = Instant::parse_rfc3339(value.as_string());
      if (parsed) instant = *parsed;
      return parsed.has_value();
    }
    RecordReader reader(value);
    std::string at;
    std::string precision;
    reader.member("at", at);
    reader.member("precision", precision);
    const auto parsed = Instant::parse_rfc3339(at);
    const auto found = std::find(coarse_precisions.begin(), coarse_precisions.end(), precision);
    if (!reader.good() || !parsed || found == coarse_precisions.end()) return false;
    instant = parsed->with_precision(static_cast<Precision>(found - coarse_precisions.begin()));
    return true;
  }
  static bool get(const json::Value& value, Fault& fault) {
    RecordReader reader(value);
    std::string code;
    std::string severity;
    reader.member("code", code);
    reader.member("place", fault.place);
    reader.member("detail", fault.detail);
    reader.member("severity", severity);
    const auto found = fault_named(code);
    if (!found || !reader.good()) return false;
    fault.code = *found;
    for (const Severity known : {Severity::error, Severity::warning, Severity::information}) {
      if (severity != name_of(known)) continue;
      fault.severity = known;
      return true;
    }
    return false;
  }
  template <class Tag>
  static bool get(const json::Value& value, Private<Tag>& field) {
    std::string text;
    if (!get(value, text)) return false;
    field = Private<Tag>(std::move(text));
    return true;
  }
  template <Named E>
  static bool get(const json::Value& value, E& field) {
    if (!value.is_string()) return false;
    const auto found = named<E>(value.as_string());
    if (found) field = *found;
    return found.has_value();
  }
  template <class T>
  static bool get(const json::Value& value, std::vector<T>& fields) {
    if (!value.is_array()) return false;
    for (const json::Value& item : value.items()) {
      if constexpr (std::is_same_v<T, Fault>)
        fields.push_back(Fault{FaultCode::internal_error, {}, {}});
      else
        fields.emplace_back();
      if (!get(item, fields.back())) return false;
    }
    return true;
  }
  template <QuantityKind kind>
  static bool get(const json::Value& value, std::optional<Quantity<kind>>& field) {
    RecordReader reader(value);
    std::string number;
    std::string unit_text;
    std::string text;
    Origin from;
    reader.member("value", number);
    reader.member("unit", unit_text);
    reader.member("text", text);
    reader.member("field", from.field);
    reader.member("row", from.row);
    const auto decimal = Decimal::parse(number);
    const auto unit = Unit::from_ucum(unit_text);
    if (!reader.good() || !decimal || !unit) return false;
    auto made = Quantity<kind>::make(Amount{*decimal, *unit, std::move(text), std::move(from)});
    if (made) field = std::move(made).value();
    return field.has_value();
  }
  template <class T>
  static bool get(const json::Value& value, std::optional<T>& field) {
    return get(value, field.emplace());
  }
  template <class T>
  requires requires(T& value) {
    T::each_field(value, [](const char*, auto&) {});
  }
  static bool get(const json::Value& value, T& field) {
    RecordReader reader(value);
    T::each_field(field, [&reader](const char* name, auto& part) { reader.member(name, part); });
    return reader.good();
  }

  const json::Value& object_;
  std::size_t used_ = 0;
  bool good_ = true;
};

Fault not_understood(std::string detail) {
  return Fault{FaultCode::configuration_wrong, "journal record", std::move(detail)};
}

template <std::size_t index = 0>
Result<decide::Fact> read_kind(std::string_view kind, const json::Value& object) {
  if constexpr (index == std::variant_size_v<decide::Fact>) {
    return not_understood("a kind of record that this version does not know");
  } else {
    using Kind = std::variant_alternative_t<index, decide::Fact>;
    if (kind != Kind::name) return read_kind<index + 1>(kind, object);
    Kind fact;
    RecordReader reader(object);
    std::uint32_t version = 0;
    reader.member("v", version);
    Kind::each_field(fact,
                     [&reader](const char* name, auto& field) { reader.member(name, field); });
    if (version != 1 || !reader.good()) {
      return not_understood("a field that this version does not understand");
    }
    return decide::Fact(std::move(fact));
  }
}

}  // namespace

Entry write_record(const decide::Fact& fact) {
  Entry entry{std::string(name_of(fact)), "{\"v\":1"};
  entry.payload.reserve(2048);
  RecordWriter writer(entry.payload);
  std::visit(
      [&writer](const auto& held) {
        held.each_field(
            held, [&writer](const auto& name, const auto& field) { writer.member(name, field); });
      },
      fact);
  entry.payload += '}';
  return entry;
}

Result<decide::Fact> read_record(std::string_view kind, std::string_view payload) {
  const auto object = json::parse(payload);
  if (!object || !object->is_object()) return not_understood("not a JSON object");
  return read_kind(kind, *object);
}

}  // namespace bridge::engine
