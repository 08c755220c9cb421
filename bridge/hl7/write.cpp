// SPDX-License-Identifier: Apache-2.0
#include "hl7/write.h"

#include <utility>

#include "base/assert.h"
#include "hl7/escape.h"

namespace bridge::hl7 {
namespace {

constexpr Delimiters standard{};
constexpr std::string_view null_text = "\"\"";

}  // namespace

std::string write(const Message& message) { return std::string(message.wire()); }

MessageWriter& MessageWriter::segment(std::string_view name) {
  BRIDGE_ASSERT(is_segment_name(name));
  BRIDGE_ASSERT(out_.empty() == (name == "MSH"));
  end_segment();
  out_.append(name);
  written_ = segment_name;
  named_ = segment_name;
  if (name == "MSH") {
    out_.append("|^~\\&");
    written_.field = 2;
    named_.field = 2;
  }
  open_ = true;
  return *this;
}

void MessageWriter::end_segment() {
  if (open_) out_.push_back('\r');
  open_ = false;
}

// Separators are written only on the way to a text, so nothing empty is left at an end.
void MessageWriter::write_separators() {
  const Position& next = named_;
  if (next.field != written_.field) {
    out_.append(next.field - written_.field, standard.field);
    written_ = Position{next.field, 1, 1, 1};
  }
  if (next.repetition != written_.repetition) {
    out_.append(next.repetition - written_.repetition, standard.repetition);
    written_ = Position{next.field, next.repetition, 1, 1};
  }
  if (next.component != written_.component) {
    out_.append(next.component - written_.component, standard.component);
    written_.component = next.component;
    written_.subcomponent = 1;
  }
  out_.append(next.subcomponent - written_.subcomponent, standard.subcomponent);
  written_.subcomponent = next.subcomponent;
}

void MessageWriter::name_place(const Position& at) {
  BRIDGE_ASSERT(open_);
  BRIDGE_ASSERT(at.field > 0);
  BRIDGE_ASSERT(at > named_);
  named_ = at;
}

void MessageWriter::put(const Position& at, std::string_view text) {
  BRIDGE_ASSERT(at.component > 0 && at.subcomponent > 0);
  name_place(at);
  if (text.empty()) return;
  write_separators();
  if (text == null_text) {
    out_.append("\\X2222\\");
  } else {
    escape(out_, text, standard);
  }
}

void MessageWriter::put_null(const Position& at) {
  name_place(at);
  write_separators();
  out_.append(null_text);
}

std::size_t MessageWriter::next_repetition(std::size_t field) const {
  return field == named_.field ? named_.repetition + 1 : 1;
}

void MessageWriter::put_components(std::size_t field, std::size_t repetition,
                                   std::initializer_list<std::string_view> components) {
  std::size_t component = 0;
  for (const std::string_view text : components) put({field, repetition, ++component, 1}, text);
}

MessageWriter& MessageWriter::set(std::size_t field, std::string_view text) {
  put({field, 1, 1, 1}, text);
  return *this;
}

MessageWriter& MessageWriter::set(std::size_t field,
                                  std::initializer_list<std::string_view> components) {
  put_components(field, 1, components);
  return *this;
}

MessageWriter& MessageWriter::set(std::size_t field, std::size_t component, std::string_view text) {
  put({field, 1, component, 1}, text);
  return *this;
}

MessageWriter& MessageWriter::set(std::size_t field, std::size_t component,
                                  std::size_t subcomponent, std::string_view text) {
  put({field, 1, component, subcomponent}, text);
  return *this;
}

MessageWriter& MessageWriter::repeat(std::size_t field) {
  name_place({field, next_repetition(field), 0, 0});
  return *this;
}

MessageWriter& MessageWriter::repeat(std::size_t field, std::string_view text) {
  put({field, next_repetition(field), 1, 1}, text);
  return *this;
}

MessageWriter& MessageWriter::repeat(std::size_t field,
                                     std::initializer_list<std::string_view> components) {
  put_components(field, next_repetition(field), components);
  return *this;
}

MessageWriter& MessageWriter::component(std::size_t component, std::string_view text) {
  put({named_.field, named_.repetition, component, 1}, text);
  return *this;
}

MessageWriter& MessageWriter::component(std::size_t component, std::size_t subcomponent,
                                        std::string_view text) {
  put({named_.field, named_.repetition, component, subcomponent}, text);
  return *this;
}

MessageWriter& MessageWriter::set_null(std::size_t field) {
  put_null({field, 1, 1, 1});
  return *this;
}

Result<Done> MessageWriter::copy(std::size_t field, const Field& from) {
  const std::size_t length = out_.size();
  const Position before = written_;
  Position at{field, 0, 0, 0};
  for (const Repetition& repetition : from.repetitions()) {
    ++at.repetition;
    at.component = 0;
    for (const Component& component : repetition.components()) {
      ++at.component;
      at.subcomponent = 0;
      for (const Subcomponent& part : component.subcomponents()) {
        ++at.subcomponent;
        const Result<std::string> text = part.text();
        if (!text) {
          out_.resize(length);
          written_ = before;
          return text.fault();
        }
        // The sender's own delete indicator stays one; a text that only looks like it does not.
        if (part.is_null()) {
          put_null(at);
        } else {
          put(at, *text);
        }
      }
    }
  }
  return Done{};
}

std::string_view MessageWriter::text() {
  end_segment();
  return out_;
}

std::string MessageWriter::take() {
  end_segment();
  std::string taken = std::move(out_);
  clear();
  return taken;
}

void MessageWriter::clear() {
  out_.clear();
  written_ = segment_name;
  named_ = segment_name;
  open_ = false;
}

}  // namespace bridge::hl7
