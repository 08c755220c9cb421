// SPDX-License-Identifier: Apache-2.0
// JSON text to tree, by RapidJSON's event reader in its iterative mode.
#include <algorithm>

// RapidJSON's own assertions guard against misuse by us; they must not vanish in release builds.
#define RAPIDJSON_ASSERT(condition) BRIDGE_ASSERT(condition)
#include "json/json.h"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wpedantic"
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#pragma GCC diagnostic pop

namespace bridge::json {
namespace {

// The recursive mode of RapidJSON overflows the stack on 200,000 nested arrays, and its conversion
// of numbers reads out of bounds (CVE-2024-38517 and its kin): neither is ever used.
constexpr unsigned strict_flags = rapidjson::kParseIterativeFlag |
                                  rapidjson::kParseNumbersAsStringsFlag |
                                  rapidjson::kParseValidateEncodingFlag;
constexpr unsigned comment_flags = strict_flags | rapidjson::kParseCommentsFlag;

// RapidJSON 1.1.0 pairs a high surrogate but lets a low one alone pass, as the bytes ED B0..BF.
bool holds_surrogate(std::string_view text) {
  for (std::size_t at = text.find('\xED'); at != std::string_view::npos;
       at = text.find('\xED', at + 1)) {
    if (at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) >= 0xA0) return true;
  }
  return false;
}

struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

Position position_of(std::string_view text, std::size_t offset) {
  Position position;
  for (const char c : text.substr(0, offset)) {
    if (c == '\n') {
      ++position.line;
      position.column = 1;
    } else {
      ++position.column;
    }
  }
  return position;
}

}  // namespace

// Receives RapidJSON's events. Returning false stops the reader; the fault is then in `stopped`.
class TreeBuilder {
 public:
  TreeBuilder(std::string_view text, const rapidjson::MemoryStream& stream, const Limits& limits,
              const Stream* taker)
      : text_(text), stream_(stream), limits_(limits), taker_(taker) {}

  // NOLINTBEGIN(readability-identifier-naming): RapidJSON calls these names.
  bool Null() { return add(Value(), 4); }
  bool Bool(bool flag) { return add(Value::boolean(flag), flag ? 4 : 5); }
  bool RawNumber(const char* text, unsigned length, bool) {
    Value value;
    value.held_ = Value::Number{std::string(text, length)};
    return add(std::move(value), length);
  }
  bool String(const char* text, unsigned length, bool) {
    const std::string_view view(text, length);
    begin_token();
    scanned_ = stream_.Tell();
    if (holds_surrogate(view)) return stop(FaultCode::json_malformed, "a lone surrogate");
    return place(Value::string(std::string(view)));
  }
  bool Key(const char* text, unsigned length, bool) {
    const std::string_view view(text, length);
    begin_token();
    scanned_ = stream_.Tell();
    keys_.emplace_back(view);
    if (holds_surrogate(view)) return stop(FaultCode::json_malformed, "a lone surrogate");
    return true;
  }
  bool StartObject() { return open(Value::object()); }
  bool StartArray() { return open(Value::array()); }
  bool EndObject(unsigned) { return !has_duplicate() && close(); }
  bool EndArray(unsigned) { return close(); }
  // Never called with numbers as strings; the reader asks for them all the same.
  bool Int(int) { return false; }
  bool Uint(unsigned) { return false; }
  bool Int64(std::int64_t) { return false; }
  bool Uint64(std::uint64_t) { return false; }
  bool Double(double) { return false; }  // NOLINT: named by RapidJSON, never reached
  // NOLINTEND(readability-identifier-naming)

  Value take_root() { return std::move(root_); }
  const std::optional<Fault>& stopped() const { return stopped_; }

  // The path of what is being read, from plain names alone.
  std::string path() const {
    std::string path;
    std::size_t key = 0;
    for (const Value& container : open_) {
      if (container.is_array()) {
        const std::size_t gone = &container == &open_.front() + 1 ? taken_ : 0;
        path.append("[").append(std::to_string(container.item_count() + gone)).append("]");
      } else if (key < keys_.size()) {
        if (!path.empty()) path.append(".");
        path.append(is_plain_name(keys_[key]) ? keys_[key] : "?");
        ++key;
      }
    }
    return path;
  }

 private:
  bool stop(FaultCode code, std::string detail) {
    stopped_ = Fault{code, place_text(token_), std::move(detail)};
    return false;
  }

  std::string place_text(Position position) const {
    std::string text =
        "line " + std::to_string(position.line) + ", column " + std::to_string(position.column);
    if (const std::string inside = path(); !inside.empty()) text.append(", ").append(inside);
    return text;
  }

  // RapidJSON tells no positions: the place of a token is the first byte after the last token that
  // is not blank, separator or comment.
  void begin_token() {
    while (scanned_ < text_.size()) {
      const char c = text_[scanned_];
      if (c == '/') {
        skip_comment();
      } else if (c == '\n') {
        ++line_;
        line_begin_ = ++scanned_;
      } else if (c == ' ' || c == '\t' || c == '\r' || c == ',' || c == ':') {
        ++scanned_;
      } else {
        break;
      }
    }
    token_ = {line_, static_cast<std::uint32_t>(scanned_ - line_begin_ + 1)};
  }

  void skip_comment() {
    const bool block = text_.substr(scanned_, 2) == "/*";
    const std::size_t end = block ? text_.find("*/", scanned_ + 2) : text_.find('\n', scanned_);
    const std::size_t stop_at = std::min(end, text_.size());
    for (; scanned_ < stop_at; ++scanned_) {
      if (text_[scanned_] != '\n') continue;
      ++line_;
      line_begin_ = scanned_ + 1;
    }
    if (block) scanned_ = std::min(scanned_ + 2, text_.size());
  }

  bool add(Value value, std::size_t length) {
    begin_token();
    scanned_ += length;
    return place(std::move(value));
  }

  bool place(Value value) {
    value.place(token_.line, token_.column);
    return count() && attach(std::move(value));
  }

  bool count() {
    if (++values_ <= limits_.max_values) return true;
    return stop(FaultCode::too_many_repetitions,
                "more than " + std::to_string(limits_.max_values) + " values");
  }

  bool open(Value value) {
    begin_token();
    ++scanned_;
    value.place(token_.line, token_.column);
    if (open_.size() >= limits_.max_depth) {
      return stop(FaultCode::nesting_too_deep,
                  "more than " + std::to_string(limits_.max_depth) + " levels");
    }
    if (!count()) return false;
    open_.push_back(std::move(value));
    return true;
  }

  bool close() {
    begin_token();
    ++scanned_;
    Value value = std::move(open_.back());
    open_.pop_back();
    return attach(std::move(value));
  }

  bool attach(Value value) {
    if (open_.empty()) {
      root_ = std::move(value);
    } else if (auto* items = std::get_if<std::vector<Value>>(&open_.back().held_)) {
      if (!take(value)) items->push_back(std::move(value));
    } else {
      if (open_.size() == 1) taken_ = 0;
      auto& members = std::get<std::vector<Member>>(open_.back().held_);
      if (members.empty()) members.reserve(4);  // as most have; growing moves them
      members.push_back(Member{std::move(keys_.back()), std::move(value)});
      keys_.pop_back();
    }
    return true;
  }

  // Whether the item went to whoever takes the items of this array.
  bool take(const Value& item) {
    const bool streamed = taker_ != nullptr && open_.size() == 2 && keys_.size() == 1 &&
                          keys_.front() == taker_->member;
    if (!streamed || !taker_->take(open_.front(), item)) return false;
    ++taken_;
    return true;
  }

  bool has_duplicate() {
    const std::vector<Member>& members = open_.back().members();
    const Member* again = members.size() <= 16 ? again_by_pairs(members) : again_by_order(members);
    if (again == nullptr) return false;
    token_ = {again->value.line(), again->value.column()};
    keys_.push_back(again->key);
    stop(FaultCode::duplicate_key, "");
    return true;
  }

  static const Member* again_by_pairs(const std::vector<Member>& members) {
    for (std::size_t later = 1; later < members.size(); ++later) {
      for (std::size_t earlier = 0; earlier < later; ++earlier) {
        if (members[earlier].key == members[later].key) return &members[later];
      }
    }
    return nullptr;
  }

  static const Member* again_by_order(const std::vector<Member>& members) {
    std::vector<const Member*> sorted;
    sorted.reserve(members.size());
    for (const Member& member : members) sorted.push_back(&member);
    std::sort(sorted.begin(), sorted.end(), [](const Member* a, const Member* b) {
      return a->key != b->key ? a->key < b->key : a < b;
    });
    for (std::size_t next = 1; next < sorted.size(); ++next) {
      if (sorted[next - 1]->key == sorted[next]->key) return sorted[next];
    }
    return nullptr;
  }

  std::string_view text_;
  const rapidjson::MemoryStream& stream_;
  const Limits& limits_;
  const Stream* taker_;    // or null
  std::size_t taken_ = 0;  // items of the array that is being read
  Value root_;
  std::vector<Value> open_;        // containers around the current token
  std::vector<std::string> keys_;  // one for each object in open_ whose member is being read
  std::size_t values_ = 0;
  std::size_t scanned_ = 0;
  std::size_t line_begin_ = 0;
  std::uint32_t line_ = 1;
  Position token_;
  std::optional<Fault> stopped_;
};

namespace {

std::string_view explain(rapidjson::ParseErrorCode code) {
  switch (code) {
    case rapidjson::kParseErrorDocumentEmpty:
      return "the document is empty";
    case rapidjson::kParseErrorDocumentRootNotSingular:
      return "bytes follow the value";
    case rapidjson::kParseErrorObjectMissName:
      return "a name is missing";
    case rapidjson::kParseErrorObjectMissColon:
      return "a colon is missing";
    case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
      return "a comma or closing brace is missing";
    case rapidjson::kParseErrorArrayMissCommaOrSquareBracket:
      return "a comma or closing bracket is missing";
    case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
    case rapidjson::kParseErrorStringEscapeInvalid:
      return "an escape is malformed";
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
      return "a lone surrogate";
    case rapidjson::kParseErrorStringMissQuotationMark:
      return "a string is not closed";
    case rapidjson::kParseErrorStringInvalidEncoding:
      return "not UTF-8, or a control character inside a string";
    case rapidjson::kParseErrorNumberTooBig:
      return "a number beyond 1e308";
    case rapidjson::kParseErrorNumberMissFraction:
    case rapidjson::kParseErrorNumberMissExponent:
      return "a number is malformed";
    default:
      return "";
  }
}

// B58: the grammar is JSON's; the value is one that no type has.
FaultCode code_of(rapidjson::ParseErrorCode code) {
  return code == rapidjson::kParseErrorNumberTooBig ? FaultCode::element_value
                                                    : FaultCode::json_malformed;
}

Fault malformed(std::string_view text, std::size_t offset, std::string_view detail,
                std::string_view path = {}) {
  const Position position = position_of(text, offset);
  std::string place =
      "line " + std::to_string(position.line) + ", column " + std::to_string(position.column);
  if (!path.empty()) place.append(", ").append(path);
  return Fault{FaultCode::json_malformed, std::move(place), std::string(detail)};
}

}  // namespace

namespace {

Result<Value> parse_text(std::string_view text, Comments comments, const Limits& limits,
                         const Stream* taker) {
  if (text.size() > limits.max_bytes) {
    return Fault{FaultCode::frame_too_long, "",
                 "more than " + std::to_string(limits.max_bytes) + " bytes"};
  }
  // RFC 8259 8.1 forbids the byte order mark; a cut one is no JSON either, but RapidJSON skips it.
  if (!text.empty() && (text[0] == '\xEF' || text[0] == '\xFE' || text[0] == '\xFF')) {
    return malformed(text, 0, "a byte order mark, or not UTF-8");
  }
  // RapidJSON takes a NUL byte for the end of the text.
  if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) {
    return malformed(text, nul, "a NUL byte");
  }
  rapidjson::MemoryStream stream(text.data(), text.size());
  TreeBuilder builder(text, stream, limits, taker);
  rapidjson::Reader reader;
  const rapidjson::ParseResult outcome = comments == Comments::allowed
                                             ? reader.Parse<comment_flags>(stream, builder)
                                             : reader.Parse<strict_flags>(stream, builder);
  if (builder.stopped()) return *builder.stopped();
  if (outcome.IsError()) {
    Fault fault = malformed(text, std::min(outcome.Offset(), text.size()),
                            explain(outcome.Code()), builder.path());
    fault.code = code_of(outcome.Code());
    return fault;
  }
  return builder.take_root();
}

}  // namespace

Result<Value> parse(std::string_view text, Comments comments, const Limits& limits) {
  return parse_text(text, comments, limits, nullptr);
}

Result<Value> parse(std::string_view text, Comments comments, const Limits& limits,
                    const Stream& stream) {
  return parse_text(text, comments, limits, &stream);
}

}  // namespace bridge::json
