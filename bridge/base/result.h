// SPDX-License-Identifier: Apache-2.0
// Result<T>: a value, or the Fault that says why there is none.
#pragma once

#include <utility>
#include <variant>

#include "base/assert.h"
#include "base/fault.h"

namespace bridge {

// The interface is a subset of std::expected, which g++ 12 does not offer in C++20 mode. There is
// no default constructor: an error type whose default means success is a trap.
template <class T, class E = Fault>
class [[nodiscard]] Result {
 public:
  Result(T value)
      : held_(std::in_place_index<0>, std::move(value)) {}  // NOLINT(google-explicit-constructor)
  Result(E fault)
      : held_(std::in_place_index<1>, std::move(fault)) {}  // NOLINT(google-explicit-constructor)

  bool has_value() const { return held_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  const T& value() const& {
    BRIDGE_ASSERT(has_value());
    return *std::get_if<0>(&held_);
  }
  T& value() & {
    BRIDGE_ASSERT(has_value());
    return *std::get_if<0>(&held_);
  }
  T&& value() && {
    BRIDGE_ASSERT(has_value());
    return std::move(*std::get_if<0>(&held_));
  }
  const E& fault() const& {
    BRIDGE_ASSERT(!has_value());
    return *std::get_if<1>(&held_);
  }
  E&& fault() && {
    BRIDGE_ASSERT(!has_value());
    return std::move(*std::get_if<1>(&held_));
  }

  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }

 private:
  std::variant<T, E> held_;
};

// The result of an action that yields nothing but may fail.
struct Done {
  friend bool operator==(const Done&, const Done&) = default;
};

}  // namespace bridge

#define BRIDGE_JOIN_INNER(a, b) a##b
#define BRIDGE_JOIN(a, b) BRIDGE_JOIN_INNER(a, b)

// BRIDGE_TRY(const auto rate, read_rate(message)): declares `rate`, or returns the fault to the
// caller.
#define BRIDGE_TRY(declaration, expression)                       \
  auto BRIDGE_JOIN(bridge_try_, __LINE__) = (expression);         \
  if (!BRIDGE_JOIN(bridge_try_, __LINE__))                        \
    return std::move(BRIDGE_JOIN(bridge_try_, __LINE__)).fault(); \
  declaration = std::move(BRIDGE_JOIN(bridge_try_, __LINE__)).value()
