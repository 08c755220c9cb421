// SPDX-License-Identifier: Apache-2.0
// Message: a parsed HL7 v2 message; a regular tree of views on the bytes as they came.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "hl7/delimiters.h"
#include "hl7/escape.h"
#include "hl7/scan.h"

namespace bridge::hl7 {

class Message;

// HL7 v2.9 2.4.3.1: `||` says nothing, `|""|` says "remove what you have". Absent means that the
// wire ends before this position, which a receiver treats as empty.
enum class Presence : std::uint8_t { absent, empty, null, valued };

// Any place of a message below a segment. All views point into the message and die with it. A place
// that the wire does not reach is an absent node: it has no text, but still knows its position.
class Node {
 public:
  Node() = default;

  Presence presence() const;
  bool exists() const { return raw_.data() != nullptr; }
  bool empty() const { return raw_.empty(); }
  bool is_null() const { return raw_ == "\"\""; }
  bool valued() const { return !empty() && !is_null(); }

  // As it stands on the wire, escapes, deeper separators and character set included.
  std::string_view raw() const { return raw_; }
  // No escape and nothing beyond ASCII, so that text() is raw().
  bool is_plain() const;
  // Escapes undone, in UTF-8. A node that has parts keeps its separators in it: ask the part you
  // mean. Faults: escape_malformed, charset_unknown, charset_bytes, each with this place.
  Result<std::string> text(Escapes escapes = Escapes::strict) const;

  // "RXE[1]-23.1", what Fault::place wants and Path::parse reads. Empty for a default-made node.
  std::string place() const;
  // Bytes from the beginning of the wire; only of a node that exists.
  std::size_t offset() const;

  std::size_t segment_index() const { return segment_; }
  std::size_t field_number() const { return field_; }

 protected:
  friend class Segment;
  friend class Fields;
  template <class Part>
  friend class Parts;

  Result<std::string> decoded(Escapes escapes) const;
  char separator(char Delimiters::*kind) const;
  template <class Part>
  Part part(char Delimiters::*kind, std::uint32_t Node::*level, std::size_t number) const;

  const Message* message_ = nullptr;
  std::string_view raw_;
  // 1-based; 0 below the level of this node.
  std::uint32_t segment_ = 0;  // the one 0-based number: Segment::index()
  std::uint32_t field_ = 0;
  std::uint32_t repetition_ = 0;
  std::uint32_t component_ = 0;
  std::uint32_t subcomponent_ = 0;
};

// The parts of a node in order. Walking costs one pass over its bytes, asking for part n costs a
// pass up to n; so walk when you want all. An empty node has no parts.
template <class Part>
class Parts {
 public:
  class iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = Part;
    using difference_type = std::ptrdiff_t;
    using pointer = const Part*;
    using reference = const Part&;

    iterator() = default;
    reference operator*() const { return part_; }
    pointer operator->() const { return &part_; }
    iterator& operator++();
    friend bool operator==(const iterator& a, const iterator& b) {
      return a.part_.raw().data() == b.part_.raw().data();
    }
    friend bool operator!=(const iterator& a, const iterator& b) { return !(a == b); }

   private:
    friend class Parts;
    Part part_;
    std::string_view rest_;  // what follows the separator; no data() after the last part
    char separator_ = '\0';
    std::uint32_t Node::*level_ = nullptr;
  };

  Parts(const Node& whole, char separator, std::uint32_t Node::*level)
      : whole_(whole), separator_(separator), level_(level) {}
  iterator begin() const;
  iterator end() const { return {}; }

 private:
  Node whole_;
  char separator_;
  std::uint32_t Node::*level_;
};

class Subcomponent : public Node {};

class Component : public Node {
 public:
  std::size_t subcomponent_count() const;
  Subcomponent subcomponent(std::size_t number) const;
  Parts<Subcomponent> subcomponents() const;
};

class Repetition : public Node {
 public:
  std::size_t component_count() const;
  Component component(std::size_t number) const;
  Subcomponent component(std::size_t number, std::size_t subcomponent) const;
  Parts<Component> components() const;
};

// The short forms `component(c)` and `component(c, s)` mean the first repetition, which keeps the
// old meaning where a later version let a field repeat (HL7 v2.9 2.7.2).
class Field : public Node {
 public:
  std::size_t repetition_count() const;
  Repetition repetition(std::size_t number) const;
  Parts<Repetition> repetitions() const;
  std::size_t component_count() const { return repetition(1).component_count(); }
  Component component(std::size_t number) const { return repetition(1).component(number); }
  Subcomponent component(std::size_t number, std::size_t subcomponent) const {
    return repetition(1).component(number, subcomponent);
  }
};

class Segment;

// The fields of a segment in order; as with Parts, walk when you want all.
class Fields {
 public:
  class iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = Field;
    using difference_type = std::ptrdiff_t;
    using pointer = const Field*;
    using reference = const Field&;

    iterator() = default;
    reference operator*() const { return field_; }
    pointer operator->() const { return &field_; }
    iterator& operator++();
    friend bool operator==(const iterator& a, const iterator& b) {
      return a.field_.raw().data() == b.field_.raw().data();
    }
    friend bool operator!=(const iterator& a, const iterator& b) { return !(a == b); }

   private:
    friend class Fields;
    iterator(const Segment* segment, const Field& field) : segment_(segment), field_(field) {}
    const Segment* segment_ = nullptr;
    Field field_;
  };

  explicit Fields(const Segment& segment) : segment_(&segment) {}
  iterator begin() const;
  iterator end() const { return {}; }

 private:
  const Segment* segment_;  // which must outlive the walk
};

// The three letters as one number, 0 for what is no name: which segment it is, compared at once.
constexpr std::uint32_t name_code(std::string_view name) {
  if (name.size() < 3) return 0;
  const auto byte = [name](std::size_t at) {
    return std::uint32_t{static_cast<unsigned char>(name[at])};
  };
  return byte(0) << 16U | byte(1) << 8U | byte(2);
}

// A cheap view of one segment. Fields count from 1; in MSH, FHS and BHS the separator itself is
// field 1 and the encoding characters, which are never split or unescaped, are field 2 (HL7 v2.9
// 2.14.9.1).
class Segment {
 public:
  Segment() = default;

  bool exists() const { return message_ != nullptr; }
  std::string_view name() const { return raw().substr(0, 3); }
  std::uint32_t code() const { return code_; }
  std::size_t index() const { return index_; }
  // 1 for the first segment of this name in the message, 2 for the second.
  std::size_t occurrence() const;
  std::string_view raw() const;
  std::string place() const;

  std::size_t field_count() const;
  Field field(std::size_t number) const;
  Fields fields() const { return Fields(*this); }
  // The segment as a node, which is what a path without a field means.
  Node whole() const;

 private:
  friend class Message;
  friend class Fields;
  bool is_header() const;
  Field field_after(std::size_t mark, std::size_t number) const;

  const Message* message_ = nullptr;
  std::uint32_t index_ = 0;
  std::uint32_t begin_ = 0;
  std::uint32_t end_ = 0;
  std::uint32_t code_ = 0;
};

struct Limits;

// Owns the bytes of the wire once, one bit per byte for its field separators, and four bytes per
// segment: in all less than three times the wire. Moving or changing a message ends its views.
class Message {
 public:
  const Delimiters& delimiters() const { return delimiters_; }
  std::string_view wire() const { return wire_; }
  bool is_ascii() const { return ascii_; }

  std::size_t segment_count() const { return starts_.size(); }
  Segment segment(std::size_t index) const;  // from 0; absent at and after segment_count()
  // The first segment of that name at or after index `from`; absent when there is none.
  Segment find(std::string_view name, std::size_t from = 0) const;

  // "PID[1]-5" for a byte of the wire, or "segment 7" where that segment has no proper name.
  std::string place_at(std::size_t offset) const;

  // Bytes held, this object included.
  std::size_t memory() const;

 private:
  friend class Segment;
  friend class MessageIndex;

  std::string wire_;
  Delimiters delimiters_;
  FieldMarks fields_;
  std::vector<std::uint32_t> starts_;
  std::uint32_t end_ = 0;  // of the last segment
  bool ascii_ = true;
};

inline std::string_view Segment::raw() const {
  if (message_ == nullptr) return {};
  return {message_->wire_.data() + begin_, end_ - begin_};
}

// HL7 v2.9 2.5.1: an upper-case letter, then two upper-case letters or digits.
bool is_segment_name(std::string_view name);

}  // namespace bridge::hl7
