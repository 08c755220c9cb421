// SPDX-License-Identifier: Apache-2.0
// write: messages to bytes; a parsed one as it came, a new one through MessageWriter.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "hl7/message.h"

namespace bridge::hl7 {

// write(*parse(x)) == x, byte for byte.
std::string write(const Message& message);

// Writes a message with the separators |^~\& from its first byte to its last, in the order of the
// wire:
//
//   MessageWriter out;
//   out.segment("MSH").set(3, "BRIDGE").set(9, {"ACK", "O11", "ACK"}).set(10, id).set(12, "2.6");
//   out.segment("MSA").set(1, "AA").set(2, control_id);
//   out.text();
//
// Texts are UTF-8 and are escaped here, so that no value ends its subcomponent, and a text `""`
// does not turn into the delete indicator. An empty text leaves its place empty; what would be
// empty at the end of a segment, field or component is not written. MSH-1 and MSH-2 are written by
// segment("MSH"). Going backwards, or a segment that is no name, is a mistake of ours and stops the
// process.
class MessageWriter {
 public:
  MessageWriter& segment(std::string_view name);

  // The first repetition of a field.
  MessageWriter& set(std::size_t field, std::string_view text);
  MessageWriter& set(std::size_t field, std::initializer_list<std::string_view> components);
  MessageWriter& set(std::size_t field, std::size_t component, std::string_view text);
  MessageWriter& set(std::size_t field, std::size_t component, std::size_t subcomponent,
                     std::string_view text);
  // The next repetition of a field, which is its first when it has none yet; so a list is a loop.
  // Without a text it only moves there, for component() to fill.
  MessageWriter& repeat(std::size_t field);
  MessageWriter& repeat(std::size_t field, std::string_view text);
  MessageWriter& repeat(std::size_t field, std::initializer_list<std::string_view> components);
  // Into the repetition where the last call wrote.
  MessageWriter& component(std::size_t component, std::string_view text);
  MessageWriter& component(std::size_t component, std::size_t subcomponent, std::string_view text);

  // The delete indicator `""` as a whole field.
  MessageWriter& set_null(std::size_t field);

  // A field of another message with all its repetitions, its texts made UTF-8 and its separators
  // ours. The fault of the first part that cannot be read; the field is then left empty.
  Result<Done> copy(std::size_t field, const Field& from);

  // Every segment ends with CR. The view lasts until the next call of a member that is not const.
  std::string_view text();
  // Leaves the writer empty, ready for the next message.
  std::string take();
  void clear();

 private:
  // 1-based; field 0 is the name of the segment.
  struct Position {
    std::size_t field;
    std::size_t repetition;
    std::size_t component;
    std::size_t subcomponent;
    friend auto operator<=>(const Position&, const Position&) = default;
  };

  static constexpr Position segment_name{0, 1, 1, 1};

  void name_place(const Position& at);
  void write_separators();
  void put(const Position& at, std::string_view text);
  void put_null(const Position& at);
  void put_components(std::size_t field, std::size_t repetition,
                      std::initializer_list<std::string_view> components);
  std::size_t next_repetition(std::size_t field) const;
  void end_segment();

  std::string out_;
  Position written_ = segment_name;  // up to where separators stand in out_
  Position named_ = segment_name;    // the last place that was set, also to nothing
  bool open_ = false;  // a segment is begun and not ended
};

}  // namespace bridge::hl7
