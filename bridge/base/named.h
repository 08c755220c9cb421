// SPDX-License-Identifier: Apache-2.0
// Names of enum values: the same text in journal, mapping tables, logs and tests.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <type_traits>

namespace bridge {

// An enum E takes part by declaring `constexpr auto names_of(E)` beside itself: an array with one
// name per value, in order.
template <class E>
concept Named = std::is_enum_v<E> && requires(E value) {
  names_of(value);
};

template <Named E>
constexpr std::string_view name_of(E value) {
  return names_of(value)[static_cast<std::size_t>(value)];
}

template <Named E>
constexpr std::optional<E> named(std::string_view name) {
  constexpr auto list = names_of(E{});
  for (std::size_t index = 0; index < list.size(); ++index) {
    if (list[index] == name) return static_cast<E>(index);
  }
  return std::nullopt;
}

}  // namespace bridge
