// SPDX-License-Identifier: Apache-2.0
// Packed<T>: a clinical value at rest in memory, a few hundred bytes instead of a few thousand.
#pragma once

#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "base/assert.h"
#include "base/instant.h"
#include "base/tagged.h"
#include "clinical/quantity.h"

namespace bridge {

// With `content`, received texts and origins are left out: two packings are then equal exactly when
// the clinical contents are, whichever door they came through.
enum class Packing : std::uint8_t { whole, content };

// The form is private to one process: it is never written to a disk or a wire.
class Packer {
 public:
  explicit Packer(Packing packing, std::size_t expected_bytes = 0) : packing_(packing) {
    bytes_.reserve(expected_bytes);
  }

  template <class T>
  void put(const T& value) {
    if constexpr (std::is_same_v<T, bool> || std::is_enum_v<T>) {
      bytes_.push_back(static_cast<char>(value));
    } else if constexpr (std::is_integral_v<T>) {
      number(static_cast<std::uint64_t>(value));
    } else if constexpr (std::is_same_v<T, std::string>) {
      number(value.size());
      bytes_.append(value);
    } else if constexpr (std::is_same_v<T, Instant>) {
      number(static_cast<std::uint64_t>(value.unix_ms()));
      number(static_cast<std::uint16_t>(value.offset_minutes()));
      put(value.precision());
    } else {
      T::each_field(value, [this](const char*, const auto& field) { this->put(field); });
    }
  }
  template <class Tag>
  void put(const Private<Tag>& value) {
    put(value.reveal_for_wire());
  }
  template <class T>
  void put(const std::optional<T>& value) {
    put(value.has_value());
    if (value) put(*value);
  }
  template <class T>
  void put(const std::vector<T>& values) {
    number(values.size());
    for (const T& value : values) put(value);
  }
  template <QuantityKind kind>
  void put(const Quantity<kind>& value) {
    const Amount& amount = value.amount();
    if (packing_ == Packing::content) {
      put(value.exact().in_base_units.text());
      return;
    }
    number(static_cast<std::uint64_t>(amount.value.coefficient()));
    number(amount.value.scale());
    number(amount.unit.index());
    put(amount.text);
    put(amount.from);
  }
  void put(const Origin& origin) {
    if (packing_ == Packing::content) return;
    put(origin.field);
    put(origin.row);
  }

  std::string take() { return std::move(bytes_); }

 private:
  void number(std::uint64_t value) {
    while (value >= 0x80) {
      bytes_.push_back(static_cast<char>(value | 0x80));
      value >>= 7;
    }
    bytes_.push_back(static_cast<char>(value));
  }

  Packing packing_;
  std::string bytes_;
};

// Reads what Packer wrote as `whole`; anything else is a broken invariant.
class Unpacker {
 public:
  explicit Unpacker(const std::string& bytes) : bytes_(bytes) {}

  template <class T>
  void get(T& value) {
    if constexpr (std::is_same_v<T, bool> || std::is_enum_v<T>) {
      value = static_cast<T>(next());
    } else if constexpr (std::is_integral_v<T>) {
      value = static_cast<T>(number());
    } else if constexpr (std::is_same_v<T, std::string>) {
      const std::uint64_t size = number();
      BRIDGE_ASSERT(size <= bytes_.size() - at_);
      value.assign(bytes_, at_, size);
      at_ += size;
    } else if constexpr (std::is_same_v<T, Instant>) {
      const auto ms = static_cast<std::int64_t>(number());
      const auto offset = static_cast<std::int16_t>(number());
      Precision precision = Precision::millisecond;
      get(precision);
      value = Instant::from_unix_ms(ms, offset).with_precision(precision);
    } else {
      T::each_field(value, [this](const char*, auto& field) { this->get(field); });
    }
  }
  template <class Tag>
  void get(Private<Tag>& value) {
    std::string text;
    get(text);
    value = Private<Tag>(std::move(text));
  }
  template <class T>
  void get(std::vector<T>& values) {
    values.resize(number());
    for (T& value : values) get(value);
  }
  template <QuantityKind kind>
  void get(std::optional<Quantity<kind>>& value) {
    bool present = false;
    get(present);
    if (!present) return value.reset();
    const auto coefficient = static_cast<std::int64_t>(number());
    const auto scale = static_cast<std::uint8_t>(number());
    Amount amount{
        Decimal(coefficient, scale), Unit::at(static_cast<std::uint16_t>(number())), {}, {}};
    get(amount.text);
    get(amount.from);
    auto made = Quantity<kind>::make(std::move(amount));
    BRIDGE_ASSERT(made.has_value());
    value = std::move(made).value();
  }
  template <class T>
  void get(std::optional<T>& value) {
    bool present = false;
    get(present);
    value.reset();
    if (present) get(value.emplace());
  }

  bool done() const { return at_ == bytes_.size(); }

 private:
  unsigned char next() {
    BRIDGE_ASSERT(at_ < bytes_.size());
    return static_cast<unsigned char>(bytes_[at_++]);
  }
  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0;; shift += 7) {
      const std::uint64_t byte = next();
      value |= (byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
  }

  const std::string& bytes_;
  std::size_t at_ = 0;
};

template <class T>
class Packed {
 public:
  Packed() = default;
  explicit Packed(const T& value) {
    Packer packer(Packing::whole, usual_bytes);
    packer.put(value);
    bytes_ = packer.take();
    bytes_.shrink_to_fit();
  }
  bool empty() const { return bytes_.empty(); }
  T unpack() const {
    T value;
    Unpacker unpacker(bytes_);
    unpacker.get(value);
    BRIDGE_ASSERT(unpacker.done());
    return value;
  }

 private:
  static constexpr std::size_t usual_bytes = 1024;
  std::string bytes_;
};

// The name of the first field whose clinical content differs, or empty. Top-level fields only.
template <class T>
std::string_view first_difference(const T& a, const T& b,
                                  std::initializer_list<std::string_view> ignored) {
  std::vector<std::pair<std::string_view, std::string>> packed;
  T::each_field(a, [&packed](const char* name, const auto& field) {
    Packer packer(Packing::content);
    packer.put(field);
    packed.emplace_back(name, packer.take());
  });
  std::size_t index = 0;
  std::string_view different;
  T::each_field(b, [&](const char* name, const auto& field) {
    Packer packer(Packing::content);
    packer.put(field);
    bool skip = false;
    for (const std::string_view name_ignored : ignored) skip = skip || name_ignored == name;
    if (!skip && different.empty() && packed[index].second != packer.take())
      different = packed[index].first;
    ++index;
  });
  return different;
}

}  // namespace bridge
