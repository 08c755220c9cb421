// SPDX-License-Identifier: Apache-2.0
#include "translate/reading.h"

#include <algorithm>

#include "hl7/timestamp.h"

namespace bridge::translate {
namespace {

// The node of a path inside a segment that is already chosen.
hl7::Node node_of(const hl7::Segment& segment, const hl7::Path& path) {
  const hl7::Field field = segment.field(path.field());
  if (path.component() == 0) return field;
  if (path.subcomponent() == 0) return field.component(path.component());
  return field.component(path.component(), path.subcomponent());
}

bool carries_the_dose(std::string_view name) {
  constexpr std::array<std::string_view, 7> strict = {"RXE", "RXC", "RXR", "TQ1",
                                                      "NTE", "RXV", "TQ2"};
  return std::find(strict.begin(), strict.end(), name) != strict.end();
}

}  // namespace

std::optional<Unit> unit_of_parts(const CodeBook& book, const std::vector<std::string>& parts,
                                  bool& disagree) {
  const auto part = [&](std::size_t index) {
    return index < parts.size() ? std::string_view(parts[index]) : std::string_view();
  };
  std::optional<Unit> result;
  disagree = false;
  const auto take = [&](std::optional<Unit> unit) {
    if (!unit) return;
    if (result && *result != *unit) disagree = true;
    if (!result) result = unit;
  };
  for (const std::size_t first : {0U, 3U}) {
    if (part(first).empty()) continue;
    take(book.unit(part(first), part(first + 2)));
    // The text is a description; but a text that is itself a unit must be the same one.
    if (result && !part(first + 1).empty()) {
      const auto by_text = book.unit(part(first + 1), part(first + 2));
      take(by_text ? by_text : book.unit(part(first + 1), ""));
    }
  }
  return result;
}

void Reading::fault(FaultCode code, std::string place, std::string detail, Severity severity) {
  faults_.push_back(Fault{code, std::move(place), std::move(detail), severity});
}

std::vector<FoundField> Reading::find(Meaning meaning, const Segments& segments) const {
  std::vector<FoundField> found;
  for (const FieldRow& row : book_.fields().rows(shape_, meaning)) {
    std::uint32_t occurrence = 0;
    for (const hl7::Segment& segment : segments) {
      if (segment.name() != row.value.segment() || !row.value.selects(segment)) continue;
      ++occurrence;
      if (row.value.occurrence() != 0 && row.value.occurrence() != occurrence) continue;
      found.push_back({&row, segment});
    }
  }
  return found;
}

void Reading::mark(const hl7::Segment& segment, std::uint32_t field, std::uint32_t component) {
  marks_[segment.index()].push_back({field, component});
}

void Reading::mark_all(const hl7::Segment& segment) {
  for (std::size_t field = 1; field <= segment.field_count(); ++field) {
    mark(segment, static_cast<std::uint32_t>(field));
  }
}

Reading::Present Reading::presence(const hl7::Segment& segment, const hl7::Path& path,
                                   bool null_is_fault) {
  mark(segment, path.field(), path.component());
  const hl7::Node node = node_of(segment, path);
  if (node.empty()) return Present::nothing;
  if (segment.field(path.field()).repetition_count() > 1) {
    fault(FaultCode::field_repeats, segment.field(path.field()).place());
    return Present::unusable;
  }
  if (!node.is_null()) return Present::one;
  if (!null_is_fault) return Present::nothing;
  fault(FaultCode::field_not_understood, node.place(), "a delete indicator where a value belongs");
  return Present::unusable;
}

std::optional<std::string> Reading::decoded(const hl7::Node& node) {
  auto text = node.text();
  if (text) return *std::move(text);
  faults_.push_back(std::move(text).fault());
  return std::nullopt;
}

std::optional<std::string> Reading::text(const FoundField& found) {
  const hl7::Path& path = found.row->value;
  if (presence(found.segment, path, true) != Present::one) return std::nullopt;
  const hl7::Field field = found.segment.field(path.field());
  if (path.component() == 0) return decoded(field.component(1));
  if (path.subcomponent() == 0) return decoded(field.component(path.component()));
  return decoded(field.component(path.component(), path.subcomponent()));
}

std::vector<std::string> Reading::parts(const hl7::Segment& segment, const hl7::Path& path,
                                        std::size_t most) {
  std::vector<std::string> result;
  const auto add = [&](const hl7::Node& node) {
    if (result.size() == most) return;
    std::optional<std::string> part = node.is_null() ? std::string() : decoded(node);
    result.push_back(part ? *std::move(part) : std::string());
  };
  const hl7::Field field = segment.field(path.field());
  if (path.component() == 0) {
    for (const auto& component : field.repetition(1).components()) add(component);
  } else {
    for (const auto& part : field.component(path.component()).subcomponents()) add(part);
  }
  return result;
}

Coding Reading::coding(const FoundField& found) {
  const hl7::Path& path = found.row->value;
  if (presence(found.segment, path, true) != Present::one) return {};
  auto part = parts(found.segment, path, 3);
  part.resize(3);
  return {part[0], part[1], std::string(book_.system_name(part[2]))};
}

EntityId Reading::entity(const FoundField& found) {
  const hl7::Path& path = found.row->value;
  if (presence(found.segment, path, false) != Present::one) return {};
  auto part = parts(found.segment, path, 4);
  part.resize(4);
  return {part[0], part[1], part[2], part[3]};
}

std::optional<Unit> Reading::unit(const hl7::Segment& segment, const hl7::Path& path) {
  const auto place = [&] { return node_of(segment, path).place(); };
  switch (presence(segment, path, true)) {
    case Present::unusable:
      return std::nullopt;
    case Present::nothing:
      fault(FaultCode::unit_missing, place());
      return std::nullopt;
    case Present::one:
      break;
  }
  bool disagree = false;
  const std::vector<std::string> sent = parts(segment, path, 6);
  const auto unit = unit_of_parts(book_, sent, disagree);
  if (!unit) {
    faults_.push_back(book_.no_unit(sent[0], sent[2], place()));
    return std::nullopt;
  }
  if (disagree) {
    fault(FaultCode::unit_text_disagrees, place());
    return std::nullopt;
  }
  return unit;
}

std::optional<Amount> Reading::amount(const FoundField& found) {
  const FieldRow& row = *found.row;
  const hl7::Node node = node_of(found.segment, row.value);
  mark(found.segment, row.unit->field(), row.unit->component());
  if (presence(found.segment, row.value, true) != Present::one) return std::nullopt;
  // `450^MG`: a unit inside the number's field is not a number.
  const bool whole = row.value.component() == 0;
  const auto text = whole && found.segment.field(row.value.field()).component_count() > 1
                        ? std::string("^")
                        : decoded(node).value_or("^");
  const auto value = Decimal::parse(text);
  if (!value) fault(value.fault().code, node.place());
  const auto measured_in = unit(found.segment, *row.unit);
  if (!value || !measured_in) return std::nullopt;
  return Amount{*value, *measured_in, text, Origin{node.place(), row.id}};
}

std::optional<Instant> Reading::time(const FoundField& found, Precision coarsest,
                                     Severity severity) {
  const auto sent = text(found);
  if (!sent || sent->empty()) return std::nullopt;
  const std::string place = node_of(found.segment, found.row->value).place();
  const auto stamp = hl7::Timestamp::parse(*sent);
  if (!stamp) {
    fault(stamp.fault().code, place);
    return std::nullopt;
  }
  if (stamp->precision() < coarsest) {
    fault(FaultCode::timestamp_imprecise, place, {}, severity);
    if (severity == Severity::error) return std::nullopt;
  }
  if (!stamp->has_offset() && !offset_) {
    fault(FaultCode::timestamp_ambiguous, place, {}, severity);
    return std::nullopt;
  }
  return stamp->instant_at(offset_.value_or(0));
}

bool Reading::any_text(const FoundField& found) {
  mark(found.segment, found.row->value.field(), found.row->value.component());
  const hl7::Node node = node_of(found.segment, found.row->value);
  return node.valued();
}

const std::vector<Reading::Mark>& Reading::marks_of(const hl7::Segment& segment) const {
  static const std::vector<Mark> none;
  const auto found = marks_.find(segment.index());
  return found == marks_.end() ? none : found->second;
}

void Reading::report_unread(const hl7::Segment& segment, Severity severity) {
  const FieldMap& map = book_.fields();
  const std::vector<Mark>& marks = marks_of(segment);
  const auto is_marked = [&](std::uint32_t field, std::uint32_t component) {
    return std::any_of(marks.begin(), marks.end(), [&](const Mark& mark) {
      return mark.field == field && (mark.component == 0 || mark.component == component);
    });
  };
  for (std::uint32_t number = 1; number <= segment.field_count(); ++number) {
    const hl7::Field field = segment.field(number);
    if (!field.valued() || is_marked(number, 0) || map.is_ignored(shape_, segment, number, 0)) {
      continue;
    }
    const bool partly = std::any_of(marks.begin(), marks.end(),
                                    [&](const Mark& mark) { return mark.field == number; });
    if (!partly) {
      fault(FaultCode::field_not_understood, field.place(), {}, severity);
      continue;
    }
    std::uint32_t at = 0;
    for (const auto& component : field.repetition(1).components()) {
      ++at;
      if (!component.valued() || is_marked(number, at)) continue;
      if (map.is_ignored(shape_, segment, number, at)) continue;
      fault(FaultCode::field_not_understood, component.place(), {}, severity);
    }
  }
}

void Reading::report_unread(const Segments& segments) {
  const FieldMap& map = book_.fields();
  for (const hl7::Segment& segment : segments) {
    const std::string_view name = segment.name();
    if (name.front() == 'Z' || map.is_ignored(shape_, segment, 0, 0)) continue;
    const bool strict = carries_the_dose(name);
    report_unread(segment, strict ? Severity::error : Severity::warning);
  }
}

}  // namespace bridge::translate
