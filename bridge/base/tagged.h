// SPDX-License-Identifier: Apache-2.0
// Tagged<Tag>: text that is one kind of identifier; Private<Tag>: the same, but it cannot be
// printed.
#pragma once

#include <compare>
#include <functional>
#include <string>
#include <utility>

namespace bridge {

template <class Tag>
class Tagged {
 public:
  Tagged() = default;
  explicit Tagged(std::string text) : text_(std::move(text)) {}
  const std::string& text() const { return text_; }
  bool empty() const { return text_.empty(); }
  friend auto operator<=>(const Tagged&, const Tagged&) = default;

 private:
  std::string text_;
};

// For a patient's name: there is no operator<<, no formatter and no text(); only a writer of wire
// messages asks for it, by a name that a reviewer can search for.
template <class Tag>
class Private {
 public:
  Private() = default;
  explicit Private(std::string text) : text_(std::move(text)) {}
  const std::string& reveal_for_wire() const { return text_; }
  bool empty() const { return text_.empty(); }
  friend bool operator==(const Private&, const Private&) = default;

 private:
  std::string text_;
};

}  // namespace bridge

template <class Tag>
struct std::hash<bridge::Tagged<Tag>> {
  std::size_t operator()(const bridge::Tagged<Tag>& id) const noexcept {
    return std::hash<std::string>{}(id.text());
  }
};
