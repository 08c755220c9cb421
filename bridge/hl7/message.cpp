// SPDX-License-Identifier: Apache-2.0
#include "hl7/message.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "hl7/charset.h"

namespace bridge::hl7 {
namespace {

struct Cut {
  std::string_view first;
  std::string_view rest;  // no data() when there is no separator
};

// An undefined separator cuts nothing.
Cut cut(std::string_view text, char separator) {
  const std::size_t at = separator == '\0' ? std::string_view::npos : text.find(separator);
  if (at == std::string_view::npos) return {text, {}};
  return {text.substr(0, at), text.substr(at + 1)};
}

std::string_view nth(std::string_view text, char separator, std::size_t n) {
  if (n == 0) return {};
  while (text.data() != nullptr) {
    const Cut parts = cut(text, separator);
    if (n == 1) return parts.first;
    text = parts.rest;
    --n;
  }
  return {};
}

std::size_t count(std::string_view text, char separator) {
  if (text.empty()) return 0;
  if (separator == '\0') return 1;
  return 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), separator));
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_header_code(std::uint32_t code) {
  return code == name_code("MSH") || code == name_code("FHS") || code == name_code("BHS");
}

void append_number(std::string& out, std::size_t number) {
  std::array<char, 20> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out.append(digits.data(), end);
}

}  // namespace

bool is_segment_name(std::string_view name) {
  return name.size() == 3 && is_upper(name[0]) && (is_upper(name[1]) || is_digit(name[1])) &&
         (is_upper(name[2]) || is_digit(name[2]));
}

Presence Node::presence() const {
  if (!exists()) return Presence::absent;
  if (empty()) return Presence::empty;
  return is_null() ? Presence::null : Presence::valued;
}

char Node::separator(char Delimiters::*kind) const {
  if (message_ == nullptr) return '\0';
  // The fields that define the separators hold them as plain text.
  if (field_ <= 2 && is_header_code(message_->segment(segment_).code())) return '\0';
  return message_->delimiters().*kind;
}

bool Node::is_plain() const {
  if (raw_.empty()) return true;
  const char escape = separator(&Delimiters::escape);
  return message_->is_ascii() && (escape == '\0' || raw_.find(escape) == std::string_view::npos);
}

Result<std::string> Node::text(Escapes escapes) const {
  if (is_plain()) return std::string(raw_);
  Result<std::string> text = decoded(escapes);
  if (!text) return Fault{text.fault().code, place(), {}};
  return text;
}

Result<std::string> Node::decoded(Escapes escapes) const {
  const char escape = separator(&Delimiters::escape);
  std::string text;
  if (escape == '\0' || raw_.find(escape) == std::string_view::npos) {
    text = raw_;
  } else {
    BRIDGE_TRY(text, unescape(raw_, message_->delimiters(), escapes));
  }
  if (is_ascii(text)) return text;
  BRIDGE_TRY(const Charset charset, charset_of(*message_));
  return to_utf8(std::move(text), charset);
}

std::string Node::place() const {
  if (message_ == nullptr) return {};
  std::string place = message_->segment(segment_).place();
  if (field_ == 0) return place;
  place += '-';
  append_number(place, field_);
  if (repetition_ > 1) {
    place += '[';
    append_number(place, repetition_);
    place += ']';
  }
  for (const std::uint32_t number : {component_, subcomponent_}) {
    if (number == 0) continue;
    place += '.';
    append_number(place, number);
  }
  return place;
}

std::size_t Node::offset() const {
  BRIDGE_ASSERT(exists());
  return static_cast<std::size_t>(raw_.data() - message_->wire().data());
}

template <class Part>
Part Node::part(char Delimiters::*kind, std::uint32_t Node::*level, std::size_t number) const {
  Part part;
  Node& node = part;
  node = *this;
  node.raw_ = nth(raw_, separator(kind), number);
  node.*level = static_cast<std::uint32_t>(number);
  return part;
}

template <class Part>
typename Parts<Part>::iterator Parts<Part>::begin() const {
  iterator first;
  if (whole_.raw_.empty()) return first;
  static_cast<Node&>(first.part_) = whole_;
  first.separator_ = separator_;
  const Cut parts = cut(whole_.raw_, separator_);
  first.part_.raw_ = parts.first;
  first.rest_ = parts.rest;
  first.level_ = level_;
  first.part_.*level_ = 1;
  return first;
}

template <class Part>
typename Parts<Part>::iterator& Parts<Part>::iterator::operator++() {
  const Cut parts = rest_.data() == nullptr ? Cut{} : cut(rest_, separator_);
  part_.raw_ = parts.first;
  rest_ = parts.rest;
  ++(part_.*level_);
  return *this;
}

template class Parts<Repetition>;
template class Parts<Component>;
template class Parts<Subcomponent>;

std::size_t Component::subcomponent_count() const {
  return count(raw_, separator(&Delimiters::subcomponent));
}

Subcomponent Component::subcomponent(std::size_t number) const {
  return part<Subcomponent>(&Delimiters::subcomponent, &Component::subcomponent_, number);
}

Parts<Subcomponent> Component::subcomponents() const {
  return {*this, separator(&Delimiters::subcomponent), &Component::subcomponent_};
}

std::size_t Repetition::component_count() const {
  return count(raw_, separator(&Delimiters::component));
}

Component Repetition::component(std::size_t number) const {
  return part<Component>(&Delimiters::component, &Repetition::component_, number);
}

Subcomponent Repetition::component(std::size_t number, std::size_t subcomponent) const {
  return component(number).subcomponent(subcomponent);
}

Parts<Component> Repetition::components() const {
  return {*this, separator(&Delimiters::component), &Repetition::component_};
}

std::size_t Field::repetition_count() const {
  return count(raw_, separator(&Delimiters::repetition));
}

Repetition Field::repetition(std::size_t number) const {
  return part<Repetition>(&Delimiters::repetition, &Field::repetition_, number);
}

Parts<Repetition> Field::repetitions() const {
  return {*this, separator(&Delimiters::repetition), &Field::repetition_};
}

bool Segment::is_header() const { return is_header_code(code()); }

std::size_t Segment::occurrence() const {
  if (message_ == nullptr) return 0;
  const std::uint32_t own = code();
  std::size_t same = 1;
  for (std::size_t i = 0; i < index_; ++i) {
    if (name_code(std::string_view(message_->wire_).substr(message_->starts_[i], 3)) == own) ++same;
  }
  return same;
}

std::string Segment::place() const {
  if (message_ == nullptr) return {};
  if (!is_segment_name(name())) return "segment " + std::to_string(index_ + 1);
  std::string place(name());
  place += '[';
  append_number(place, occurrence());
  place += ']';
  return place;
}

std::size_t Segment::field_count() const {
  if (message_ == nullptr) return 0;
  const std::size_t separators = message_->fields_.count(begin_, end_);
  return is_header() && separators > 0 ? separators + 1 : separators;
}

// The field that begins behind the separator at `mark`.
Field Segment::field_after(std::size_t mark, std::size_t number) const {
  Field field;
  field.message_ = message_;
  field.segment_ = index_;
  field.field_ = static_cast<std::uint32_t>(number);
  if (mark == FieldMarks::none) return field;
  const std::size_t after = message_->fields_.next(mark + 1, end_);
  const std::size_t end = after == FieldMarks::none ? end_ : after;
  field.raw_ = {message_->wire_.data() + mark + 1, end - mark - 1};
  return field;
}

Field Segment::field(std::size_t number) const {
  if (message_ == nullptr) return {};
  if (number == 0) return field_after(FieldMarks::none, 0);
  const bool header = is_header();
  const std::size_t mark =
      message_->fields_.nth(begin_, header && number > 1 ? number - 1 : number, end_);
  Field field = field_after(mark, number);
  if (header && number == 1 && mark != FieldMarks::none) {
    field.raw_ = {message_->wire_.data() + mark, 1};
  }
  return field;
}

Fields::iterator Fields::begin() const { return {segment_, segment_->field(1)}; }

Fields::iterator& Fields::iterator::operator++() {
  // The separator of a header is a field by itself, and the next one begins behind it.
  const bool separator = field_.field_ == 1 && segment_->is_header();
  const std::size_t mark = separator ? field_.offset() : field_.offset() + field_.raw_.size();
  field_ = mark < segment_->end_ ? segment_->field_after(mark, field_.field_ + std::size_t{1})
                                 : Field();
  return *this;
}

Node Segment::whole() const {
  Node node;
  node.message_ = message_;
  node.segment_ = index_;
  node.raw_ = raw();
  return node;
}

Segment Message::segment(std::size_t index) const {
  Segment segment;
  if (index >= starts_.size()) return segment;
  segment.message_ = this;
  segment.index_ = static_cast<std::uint32_t>(index);
  segment.begin_ = starts_[index];
  segment.end_ = end_;
  if (index + 1 < starts_.size()) {
    std::uint32_t end = starts_[index + 1] - 1;
    if (end > segment.begin_ && wire_[end] == '\n' && wire_[end - 1] == '\r') --end;
    segment.end_ = end;
  }
  segment.code_ = name_code(segment.raw());
  return segment;
}

Segment Message::find(std::string_view name, std::size_t from) const {
  for (std::size_t i = from; i < starts_.size(); ++i) {
    if (std::string_view(wire_).substr(starts_[i], 3) == name) return segment(i);
  }
  return {};
}

std::string Message::place_at(std::size_t offset) const {
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), offset);
  if (next == starts_.begin()) return {};
  const Segment at = segment(static_cast<std::size_t>(next - starts_.begin()) - 1);
  std::string place = at.place();
  std::size_t number = fields_.count(at.begin_, std::min<std::size_t>(offset, at.end_));
  if (number == 0 || !is_segment_name(at.name())) return place;
  if (at.is_header()) ++number;
  return place.append("-").append(std::to_string(number));
}

std::size_t Message::memory() const {
  return sizeof(*this) + wire_.capacity() + starts_.capacity() * sizeof(starts_[0]) +
         fields_.memory();
}

}  // namespace bridge::hl7
