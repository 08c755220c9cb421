// SPDX-License-Identifier: Apache-2.0
//
//   message   = header *( end segment ) [ end ]
//   header    = "MSH" F encoding *( F field )
//   encoding  = component [ repetition [ escape [ subcomponent [ truncation ]]]]
//   segment   = name *( F field )
//   name      = upper ( upper / digit ) ( upper / digit )
//   field     = repetitions, components and subcomponents, cut by the characters of `encoding`
//   end       = CR                   where line feeds end segments also LF and CR LF
//   F         = the fourth character of the message
//
// HL7 v2.9 2.5 and 2.6. The separators must differ and be printable ASCII, but no letter, digit or
// blank, which stand in plain text, and no quote, which would hide the delete indicator `""`.
#include "hl7/parse.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <utility>

namespace bridge::hl7 {
namespace {

constexpr std::string_view header_start = "MSH";
constexpr std::size_t shortest_header = 8;  // "MSH|^~\&", B14
constexpr std::size_t longest_header = 65'536;  // of which a refusal is worth reading
constexpr std::size_t standard_encoding_characters = 4;
constexpr std::size_t most_encoding_characters = 5;

bool usable(char c) {
  if (c <= ' ' || c > '~' || c == '"') return false;
  const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  return !letter && (c < '0' || c > '9');
}

// B14: MSH-2 may leave out characters at its end (HL7 v2.9 2.5), so a field separator among them
// looks like the end of a short one, and every field of MSH would be read one too late. No sender
// has a name of encoding characters alone.
bool is_cut(std::string_view header, std::size_t encoding_characters) {
  std::string_view next = header.substr(std::min(4 + encoding_characters + 1, header.size()));
  next = next.substr(0, next.find(header[3]));
  return !next.empty() && std::all_of(next.begin(), next.end(), usable);
}

// `text` begins with the header segment.
std::optional<Delimiters> read_delimiters(std::string_view text) {
  // One character more than the longest encoding, so that a longer one is seen to be too long.
  const std::string_view begin = text.substr(0, 4 + most_encoding_characters + 1);
  const std::string_view header = begin.substr(0, begin.find_first_of("\r\n"));
  if (header.size() < shortest_header) return std::nullopt;
  const char field = header[3];
  const std::string_view encoding = header.substr(4, header.find(field, 4) - 4);
  if (encoding.empty() || encoding.size() > most_encoding_characters) return std::nullopt;
  std::array<char, 1 + most_encoding_characters> all{field};
  std::copy(encoding.begin(), encoding.end(), all.begin() + 1);
  for (std::size_t i = 0; i <= encoding.size(); ++i) {
    if (!usable(all[i])) return std::nullopt;
    if (std::find(all.begin(), all.begin() + i, all[i]) != all.begin() + i) return std::nullopt;
  }
  if (encoding.size() < standard_encoding_characters && is_cut(header, encoding.size())) {
    return std::nullopt;
  }
  return Delimiters{all[0], all[1], all[2], all[3], all[4], all[5]};
}

bool begins_batch(std::string_view text) {
  return text.substr(0, 3) == "FHS" || text.substr(0, 3) == "BHS";
}

}  // namespace

// Fills a message; the only one besides Message itself that knows how it is held.
class MessageIndex {
 public:
  explicit MessageIndex(Message& message) : message_(message) {}

  Result<Done> build(const Limits& limits);
  bool build_header(std::string_view header);
  void hold(std::string text) { message_.wire_ = std::move(text); }
  void hold_copy(std::string_view text) { message_.wire_.assign(text); }
  void shrink();

 private:
  Fault fault(FaultCode code, std::size_t offset) const;
  Result<Done> check_segments(const Limits& limits) const;
  Result<Done> check_repetitions(const Limits& limits) const;
  ScanResult scan_wire(LineFeeds line_feeds);
  void drop_last_end(LineFeeds line_feeds);
  Result<Done> build_or_fault(const Limits& limits);
  void clear_segments();

  Message& message_;
};

void MessageIndex::clear_segments() {
  message_.starts_.clear();
  message_.fields_.resize(0);
  message_.delimiters_ = Delimiters{};
  message_.end_ = 0;
  message_.ascii_ = true;
}

void MessageIndex::shrink() {
  const auto wasteful = [](const auto& held) { return held.capacity() > held.size() * 5 / 4 + 64; };
  if (wasteful(message_.wire_)) message_.wire_.shrink_to_fit();
  if (wasteful(message_.starts_)) message_.starts_.shrink_to_fit();
  message_.fields_.shrink();
}

Fault MessageIndex::fault(FaultCode code, std::size_t offset) const {
  return {code, message_.place_at(offset), {}};
}

ScanResult MessageIndex::scan_wire(LineFeeds line_feeds) {
  const char other_end = line_feeds == LineFeeds::end_segments ? '\n' : '\r';
  const Delimiters& known = message_.delimiters_;
  const ScanBytes bytes{known.field, known.repetition, '\r', other_end};
  const ScanResult found = scan(message_.wire_, bytes, message_.fields_, message_.starts_);
  message_.ascii_ = !found.high_bytes;
  return found;
}

void MessageIndex::drop_last_end(LineFeeds line_feeds) {
  const std::string& wire = message_.wire_;
  std::vector<std::uint32_t>& starts = message_.starts_;
  message_.end_ = static_cast<std::uint32_t>(wire.size());
  if (line_feeds == LineFeeds::end_segments) {
    // Editors leave blank lines at the end of a file.
    message_.end_ = static_cast<std::uint32_t>(wire.find_last_not_of("\r\n") + 1);
    while (starts.size() > 1 && starts.back() >= message_.end_) starts.pop_back();
  } else if (starts.size() > 1 && starts.back() == wire.size()) {
    starts.pop_back();
    --message_.end_;
  }
}

Result<Done> MessageIndex::check_segments(const Limits& limits) const {
  if (message_.starts_.size() > limits.segments) {
    return Fault{FaultCode::too_many_segments, {}, std::to_string(limits.segments)};
  }
  for (std::size_t i = 0; i < message_.starts_.size(); ++i) {
    const std::string_view text = message_.segment(i).raw();
    const bool named = is_segment_name(text.substr(0, 3)) &&
                       (text.size() == 3 || text[3] == message_.delimiters_.field);
    if (!named) return fault(FaultCode::segment_name_malformed, message_.starts_[i]);
  }
  return Done{};
}

// Only when the whole message has more separators than one field may have.
Result<Done> MessageIndex::check_repetitions(const Limits& limits) const {
  const std::string& wire = message_.wire_;
  const Delimiters& known = message_.delimiters_;
  std::size_t repetitions = 1;
  for (std::size_t at = wire.find(known.field, 4); at < wire.size(); ++at) {
    if (wire[at] == known.repetition) {
      if (++repetitions > limits.repetitions) {
        Fault too_many = fault(FaultCode::too_many_repetitions, at);
        too_many.detail = std::to_string(limits.repetitions);
        return too_many;
      }
    } else if (wire[at] == known.field || wire[at] == '\r' || wire[at] == '\n') {
      repetitions = 1;
    }
  }
  return Done{};
}

Result<Done> MessageIndex::build_or_fault(const Limits& limits) {
  const std::string& wire = message_.wire_;
  if (wire.empty()) return Fault{FaultCode::frame_empty, {}, {}};
  if (begins_batch(wire)) return Fault{FaultCode::message_type_unknown, wire.substr(0, 3), {}};
  if (wire.compare(0, 3, header_start) != 0) return Fault{FaultCode::not_hl7, {}, {}};
  if (wire.size() > std::numeric_limits<std::uint32_t>::max() / 2) {
    return Fault{FaultCode::frame_too_long, {}, {}};
  }
  const auto delimiters = read_delimiters(wire);
  if (!delimiters) return Fault{FaultCode::delimiters_unusable, "MSH[1]-2", {}};
  message_.delimiters_ = *delimiters;

  const ScanResult found = scan_wire(limits.line_feeds);
  drop_last_end(limits.line_feeds);
  if (found.first_control != ScanResult::none) {
    const bool line_feed = wire[found.first_control] == '\n';
    return fault(line_feed ? FaultCode::line_feed : FaultCode::control_character,
                 found.first_control);
  }
  BRIDGE_TRY([[maybe_unused]] const Done named, check_segments(limits));
  if (found.repetition_marks >= limits.repetitions) return check_repetitions(limits);
  return Done{};
}

Result<Done> MessageIndex::build(const Limits& limits) {
  clear_segments();
  Result<Done> built = build_or_fault(limits);
  if (!built) clear_segments();
  return built;
}

bool MessageIndex::build_header(std::string_view header) {
  clear_segments();
  const auto delimiters = read_delimiters(header);
  if (!delimiters) return false;
  hold_copy(header);
  message_.delimiters_ = *delimiters;
  scan_wire(LineFeeds::refused);
  drop_last_end(LineFeeds::refused);
  return true;
}

Result<Message> parse(std::string text, const Limits& limits) {
  Message message;
  MessageIndex index(message);
  index.hold(std::move(text));
  BRIDGE_TRY([[maybe_unused]] const Done built, index.build(limits));
  index.shrink();
  return message;
}

Result<Done> parse_into(Message& message, std::string_view text, const Limits& limits) {
  MessageIndex index(message);
  index.hold_copy(text);
  return index.build(limits);
}

Message read_header_leniently(std::string_view text) {
  Message message;
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text.substr(0, byte_order_mark.size()) == byte_order_mark) {
    text.remove_prefix(byte_order_mark.size());
  }
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  if (text.substr(0, 3) != header_start) return message;
  text = text.substr(0, std::min(text.find_first_of("\r\n"), longest_header));
  MessageIndex(message).build_header(text);
  return message;
}

}  // namespace bridge::hl7
