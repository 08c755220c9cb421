// SPDX-License-Identifier: Apache-2.0
// Boxed<T>: a large value held outside of its owner, so that moving the owner moves a pointer.
#pragma once

#include <memory>
#include <utility>

#include "base/assert.h"

namespace bridge {

// A value in every other way: a copy is a copy of all of it, a constant one is constant all
// through. Only what was moved from holds nothing, and may be assigned or destroyed.
template <class T>
class Boxed {
 public:
  Boxed() : held_(std::make_unique<T>()) {}
  Boxed(const T& value) : held_(std::make_unique<T>(value)) {}        // NOLINT(google-explicit-*)
  Boxed(T&& value) : held_(std::make_unique<T>(std::move(value))) {}  // NOLINT(google-explicit-*)
  Boxed(const Boxed& other) : Boxed(*other) {}
  Boxed(Boxed&&) noexcept = default;
  Boxed& operator=(const Boxed& other) {
    if (this != &other) held_ = std::make_unique<T>(*other);
    return *this;
  }
  Boxed& operator=(Boxed&&) noexcept = default;
  ~Boxed() = default;

  const T& operator*() const { return held(); }
  T& operator*() { return held(); }
  const T* operator->() const { return &held(); }
  T* operator->() { return &held(); }

  operator const T&() const { return held(); }  // NOLINT(google-explicit-*)

  friend bool operator==(const Boxed& a, const Boxed& b) { return *a == *b; }

 private:
  T& held() const {
    BRIDGE_ASSERT(held_ != nullptr);
    return *held_;
  }

  std::unique_ptr<T> held_;
};

}  // namespace bridge
