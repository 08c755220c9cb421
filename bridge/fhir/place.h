// SPDX-License-Identifier: Apache-2.0
// Place: the FHIRPath of what is being looked at, as a chain on the stack that is spelled only when
// there is a fault to tell.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace bridge::fhir {

class Place {
 public:
  static constexpr std::size_t no_index = static_cast<std::size_t>(-1);

  explicit Place(std::string_view root) : name_(root) {}

  // A chain refers to its parents, which must outlive it.
  Place child(std::string_view name, std::size_t index = no_index) const {
    return Place(this, name, index);
  }
  Place item(std::size_t index) const { return Place(parent_, name_, index); }

  // A name that could be content of a message is spelled "?".
  std::string text() const;

 private:
  Place(const Place* parent, std::string_view name, std::size_t index)
      : parent_(parent), name_(name), index_(index) {}

  const Place* parent_ = nullptr;
  std::string_view name_;
  std::size_t index_ = no_index;
};

}  // namespace bridge::fhir
