// SPDX-License-Identifier: Apache-2.0
#include "translate/reading.h"

#include <algorithm>

#include "hl7/timestamp.h"

namespace bridge::translate {
namespace {

// The node of a path inside a field that is already chosen.
hl7::Node node_of(const hl7::Field& field, const hl7::Path& path) {
  if (path.component() == 0) return field;
  if (path.subcomponent() == 0) return field.component(path.component());
  return field.component(path.component(), path.subcomponent());
}

bool carries_the_dose(const hl7::Segment& segment) {
  constexpr std::array strict = {
      hl7::name_code("RXE"), hl7::name_code("RXC"), hl7::name_code("RXR"), hl7::name_code("TQ1"),
      hl7::name_code("NTE"), hl7::name_code("RXV"), hl7::name_code("TQ2")};
  return std::find(strict.begin(), strict.end(), segment.code()) != strict.end();
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
      // A reference id is no description: it must be the one of the number (TF-2 3.3.4.4).
      const bool refid = book.system_name(part(first + 2)) == "MDC" &&
                         part(first + 1).starts_with("MDC") && part(first) != part(first + 1);
      if (refid && !by_text) disagree = true;
    }
  }
  return result;
}

void Reading::fault(FaultCode code, std::string place, std::string detail, Severity severity) {
  faults_.push_back(Fault{code, std::move(place), std::move(detail), severity});
}

std::vector<FoundField> Reading::find(Meaning meaning, const Segments& segments) const {
  std::vector<FoundField> found;
  found.reserve(2);  // as many as most meanings have
  for (const FieldRow& row : book_.fields().rows(shape_, meaning)) {
    const std::uint32_t code = row.value.segment_code();
    std::uint32_t occurrence = 0;
    for (const hl7::Segment& segment : segments) {
      if (segment.code() != code || !row.value.selects(segment)) continue;
      ++occurrence;
      if (row.value.occurrence() != 0 && row.value.occurrence() != occurrence) continue;
      found.push_back({&row, segment, segment.field(row.value.field())});
    }
  }
  return found;
}

void Reading::Marks::add(std::uint32_t field, std::uint32_t component) {
  if (component == 0 && field < 64) {
    first_fields_ |= std::uint64_t{1} << field;
  } else {
    others_.push_back({field, component});
  }
}

bool Reading::Marks::covers(std::uint32_t field, std::uint32_t component) const {
  if (all_ || (field < 64 && (first_fields_ >> field & 1U) != 0)) return true;
  return std::any_of(others_.begin(), others_.end(), [&](const Mark& mark) {
    return mark.field == field && (mark.component == 0 || mark.component == component);
  });
}

bool Reading::Marks::touches(std::uint32_t field) const {
  return std::any_of(others_.begin(), others_.end(),
                     [&](const Mark& mark) { return mark.field == field; }) ||
         covers(field, 0);
}

Reading::Marks& Reading::marks_of(std::size_t segment_index) {
  if (segment_index >= marks_.size()) marks_.resize(segment_index + 1);
  return marks_[segment_index];
}

void Reading::mark(const hl7::Segment& segment, std::uint32_t field, std::uint32_t component) {
  marks_of(segment.index()).add(field, component);
}

void Reading::mark_all(const hl7::Segment& segment) { marks_of(segment.index()).add_all(); }

Reading::Present Reading::presence(const hl7::Field& field, const hl7::Path& path,
                                   bool null_is_fault) {
  marks_of(field.segment_index()).add(path.field(), path.component());
  const hl7::Node node = node_of(field, path);
  if (node.empty()) return Present::nothing;
  if (field.repetition_count() > 1) {
    fault(FaultCode::field_repeats, field.place());
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
  if (presence(found.field, path, true) != Present::one) return std::nullopt;
  return decoded(path.component() == 0 ? found.field.component(1) : node_of(found.field, path));
}

std::vector<std::string> Reading::parts(const hl7::Field& field, const hl7::Path& path,
                                        std::size_t most) {
  std::vector<std::string> result;
  result.reserve(most);
  const auto add = [&](const hl7::Node& node) {
    if (result.size() == most) return;
    std::string& part = result.emplace_back();
    if (node.empty() || node.is_null()) return;
    if (auto text = node.text()) {
      part = *std::move(text);
    } else {
      faults_.push_back(std::move(text).fault());
    }
  };
  if (path.component() == 0) {
    for (const auto& component : field.repetition(1).components()) add(component);
  } else {
    for (const auto& part : field.component(path.component()).subcomponents()) add(part);
  }
  return result;
}

Coding Reading::coding(const FoundField& found) {
  const hl7::Path& path = found.row->value;
  if (presence(found.field, path, true) != Present::one) return {};
  auto part = parts(found.field, path, 3);
  part.resize(3);
  return {std::move(part[0]), std::move(part[1]), std::string(book_.system_name(part[2]))};
}

std::vector<Coding> Reading::codings(const FoundField& found) {
  const hl7::Path& path = found.row->value;
  if (presence(found.field, path, false) != Present::one) return {};
  auto part = parts(found.field, path, 6);
  part.resize(6);
  std::vector<Coding> result;
  for (const std::size_t at : {std::size_t{0}, std::size_t{3}}) {
    if (at != 0 && part[at].empty()) continue;
    result.push_back({std::move(part[at]), std::move(part[at + 1]),
                      std::string(book_.system_name(part[at + 2]))});
  }
  return result;
}

EntityId Reading::entity(const FoundField& found) {
  const hl7::Path& path = found.row->value;
  if (presence(found.field, path, false) != Present::one) return {};
  auto part = parts(found.field, path, 4);
  part.resize(4);
  return {std::move(part[0]), std::move(part[1]), std::move(part[2]), std::move(part[3])};
}

std::optional<Unit> Reading::unit(const hl7::Field& field, const hl7::Path& path) {
  const auto place = [&] { return node_of(field, path).place(); };
  switch (presence(field, path, true)) {
    case Present::unusable:
      return std::nullopt;
    case Present::nothing:
      fault(FaultCode::unit_missing, place());
      return std::nullopt;
    case Present::one:
      break;
  }
  bool disagree = false;
  std::vector<std::string> sent = parts(field, path, 6);
  sent.resize(6);  // what was not sent is empty
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
  const hl7::Node node = node_of(found.field, row.value);
  mark(found.segment, row.unit->field(), row.unit->component());
  if (presence(found.field, row.value, true) != Present::one) return std::nullopt;
  // `450^MG`: a unit inside the number's field is not a number.
  const bool whole = row.value.component() == 0;
  std::string text =
      whole && found.field.component_count() > 1 ? std::string("^") : decoded(node).value_or("^");
  const auto value = Decimal::parse(text);
  if (!value) fault(value.fault().code, node.place());
  const auto measured_in = unit(found.segment.field(row.unit->field()), *row.unit);
  if (!value || !measured_in) return std::nullopt;
  return Amount{*value, *measured_in, std::move(text), Origin{node.place(), row.id}};
}

std::optional<Instant> Reading::time(const FoundField& found, Precision coarsest,
                                     Severity severity) {
  const auto sent = text(found);
  if (!sent || sent->empty()) return std::nullopt;
  const auto place = [&found] { return node_of(found.field, found.row->value).place(); };
  const auto stamp = hl7::Timestamp::parse(*sent);
  if (!stamp) {
    fault(stamp.fault().code, place());
    return std::nullopt;
  }
  if (stamp->precision() < coarsest) {
    fault(FaultCode::timestamp_imprecise, place(), {}, severity);
    if (severity == Severity::error) return std::nullopt;
  }
  if (!stamp->has_offset() && !clock_.known()) {
    fault(FaultCode::timestamp_ambiguous, place(), {}, severity);
    return std::nullopt;
  }
  const TimeUse use = severity == Severity::error ? TimeUse::planned : TimeUse::happened;
  return clock_.read(*stamp, use, place(), faults_);
}

bool Reading::any_text(const FoundField& found) {
  mark(found.segment, found.row->value.field(), found.row->value.component());
  const hl7::Node node = node_of(found.field, found.row->value);
  return node.valued();
}

void Reading::report_unread(const hl7::Segment& segment, std::span<const IgnoredField> ignored,
                            Severity severity) {
  const Marks& marks = marks_of(segment.index());
  const auto is_known = [&](std::uint32_t field, std::uint32_t component) {
    return marks.covers(field, component) ||
           std::any_of(ignored.begin(), ignored.end(), [&](const IgnoredField& each) {
             return each.covers(segment, field, component);
           });
  };
  for (const hl7::Field& field : segment.fields()) {
    const auto number = static_cast<std::uint32_t>(field.field_number());
    if (!field.valued() || is_known(number, 0)) continue;
    if (!marks.touches(number)) {
      fault(FaultCode::field_not_understood, field.place(), {}, severity);
      continue;
    }
    std::uint32_t at = 0;
    for (const auto& component : field.repetition(1).components()) {
      ++at;
      if (!component.valued() || is_known(number, at)) continue;
      fault(FaultCode::field_not_understood, component.place(), {}, severity);
    }
  }
}

void Reading::report_unread(const Segments& segments) {
  for (const hl7::Segment& segment : segments) {
    if (segment.name().front() == 'Z') continue;
    const auto ignored = book_.fields().ignored_in(shape_, segment.code());
    const bool whole = std::any_of(ignored.begin(), ignored.end(), [&](const IgnoredField& each) {
      return each.path.field() == 0 && each.covers(segment, 0, 0);
    });
    if (whole) continue;
    report_unread(segment, ignored,
                  carries_the_dose(segment) ? Severity::error : Severity::warning);
  }
}

}  // namespace bridge::translate
