// SPDX-License-Identifier: Apache-2.0
// Reading: takes values out of the segments of one order, and remembers which fields it took.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/fault.h"
#include "base/instant.h"
#include "clinical/identity.h"
#include "clinical/quantity.h"
#include "hl7/message.h"
#include "translate/code_book.h"
#include "translate/message_clock.h"

namespace bridge::translate {

using Segments = std::vector<hl7::Segment>;

// A field as a row of the table names it: empty() when the wire has nothing there.
struct FoundField {
  const FieldRow* row = nullptr;
  hl7::Segment segment;
  hl7::Field field;
};

class Reading {
 public:
  // `clock`: for times that say no offset. Everything given must outlive the reading.
  Reading(const CodeBook& book, OrderShape shape, const MessageClock& clock, Faults& faults)
      : book_(book), shape_(shape), clock_(clock), faults_(faults) {}

  const CodeBook& book() const { return book_; }
  Faults& faults() { return faults_; }

  // Every place among `segments` where a row says that `meaning` stands, by priority; also places
  // where the wire has nothing.
  std::vector<FoundField> find(Meaning meaning, const Segments& segments) const;

  // Each marks what it reads, adds its faults, and yields nothing after a fault. A repetition or a
  // delete indicator in such a field is a fault (B-rows of the sheet know neither; a dose never is
  // "the first of several" or "removed").
  std::optional<std::string> text(const FoundField& found);
  Coding coding(const FoundField& found);
  // The code, and the alternate one that says the same in another system (CWE-4 to 6); an alternate
  // without a code is none. A delete indicator is nothing.
  std::vector<Coding> codings(const FoundField& found);
  EntityId entity(const FoundField& found);
  std::optional<Amount> amount(const FoundField& found);
  // Coarser than `coarsest` is timestamp_imprecise of that severity. An error where something is
  // to be done at that time; a warning where the time only tells of what happened.
  std::optional<Instant> time(const FoundField& found, Precision coarsest, Severity severity);
  // Free text for people: every repetition counts, and only whether there is any.
  bool any_text(const FoundField& found);

  void mark(const hl7::Segment& segment, std::uint32_t field, std::uint32_t component = 0);
  void mark_all(const hl7::Segment& segment);

  // field_not_understood for what was neither read nor is listed as ignored: an error in the
  // segments that carry the dose and in notes, a warning elsewhere.
  void report_unread(const Segments& segments);

  void fault(FaultCode code, std::string place, std::string detail = {},
             Severity severity = Severity::error);

 private:
  enum class Present : std::uint8_t { nothing, one, unusable };

  // Which fields of one segment were taken: the first 64 as bits, which is all of most.
  class Marks {
   public:
    void add(std::uint32_t field, std::uint32_t component);
    void add_all() { all_ = true; }
    bool covers(std::uint32_t field, std::uint32_t component) const;
    bool touches(std::uint32_t field) const;  // the field, or a component of it

   private:
    struct Mark {
      std::uint32_t field;
      std::uint32_t component;  // 0: the whole field
    };
    bool all_ = false;
    std::uint64_t first_fields_ = 0;
    std::vector<Mark> others_;
  };

  Present presence(const hl7::Field& field, const hl7::Path& path, bool null_is_fault);
  std::optional<std::string> decoded(const hl7::Node& node);
  std::vector<std::string> parts(const hl7::Field& field, const hl7::Path& path, std::size_t most);
  std::optional<Unit> unit(const hl7::Field& field, const hl7::Path& path);
  Marks& marks_of(std::size_t segment_index);
  void report_unread(const hl7::Segment& segment, std::span<const IgnoredField> ignored,
                     Severity severity);

  const CodeBook& book_;
  OrderShape shape_;
  const MessageClock& clock_;
  Faults& faults_;
  std::vector<Marks> marks_;  // by index of segment
};

// Reads one unit from the up to two triples (code, text, system) of a CE or CWE. Nothing when none
// is known; `disagree` is set when two parts name different units.
std::optional<Unit> unit_of_parts(const CodeBook& book, const std::vector<std::string>& parts,
                                  bool& disagree);

}  // namespace bridge::translate
