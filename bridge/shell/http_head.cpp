// SPDX-License-Identifier: Apache-2.0
#include "shell/http_head.h"

#include <algorithm>
#include <array>

#include "json/json.h"

namespace bridge::shell {
namespace {

using Refused = std::optional<HttpRefusal>;

constexpr HttpRefusal malformed{400, "the request is not well-formed HTTP/1.1"};

constexpr std::array<std::string_view, 7> methods = {"GET",    "HEAD",  "POST",   "PUT",
                                                     "DELETE", "PATCH", "OPTIONS"};
// Two values of one of these would be read differently by different programs.
constexpr std::array<std::string_view, 8> single_fields = {
    "host",          "content-length", "transfer-encoding", "content-encoding", "content-type",
    "authorization", "expect",         "if-match"};

bool is_token_char(char c) {
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) return true;
  return std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool is_token(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_token_char);
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::string_view trimmed(std::string_view text) {
  const auto is_space = [](char c) { return c == ' ' || c == '\t'; };
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

enum class Plus : std::uint8_t { itself, space };

std::optional<std::string> decoded(std::string_view text, Plus plus) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '+' && plus == Plus::space) {
      out.push_back(' ');
    } else if (text[at] != '%') {
      out.push_back(text[at]);
    } else {
      if (at + 2 >= text.size()) return std::nullopt;
      const int high = hex_value(text[at + 1]);
      const int low = hex_value(text[at + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      out.push_back(static_cast<char>(high * 16 + low));
      at += 2;
    }
  }
  return out;
}

// B129. Decoded segment by segment, so that no %2F can make a segment.
std::optional<std::string> read_path(std::string_view raw) {
  std::string path;
  std::string_view rest = raw.substr(1);
  while (true) {
    const std::size_t end = std::min(rest.find('/'), rest.size());
    const bool is_last = end == rest.size();
    const auto segment = decoded(rest.substr(0, end), Plus::itself);
    if (!segment || (segment->empty() && !is_last) || *segment == "." || *segment == "..") {
      return std::nullopt;
    }
    const auto is_refused = [](char c) {
      return is_control(c) || c == '/' || c == '\\' || c == ';';
    };
    if (std::any_of(segment->begin(), segment->end(), is_refused) || !json::is_utf8(*segment)) {
      return std::nullopt;
    }
    path.append("/").append(*segment);
    if (is_last) return path;
    rest.remove_prefix(end + 1);
  }
}

Refused read_method(std::string_view method) {
  if (!is_token(method)) return malformed;
  if (method == "TRACE" || method == "CONNECT") {
    return HttpRefusal{405, "this method is not served here"};
  }
  if (std::find(methods.begin(), methods.end(), method) == methods.end()) {
    return HttpRefusal{501, "this method is not known here"};
  }
  return std::nullopt;
}

Refused read_target(std::string_view target, HttpHead& head) {
  if (target.size() > http_line_bytes) return HttpRefusal{414, "the address is too long"};
  // Only the origin form (RFC 9112 3.2.1): this server is nobody's proxy.
  if (target.empty() || target.front() != '/') return malformed;
  const auto is_refused = [](char c) {
    return c == ' ' || c == '#' || is_control(c) || static_cast<unsigned char>(c) >= 0x80;
  };
  if (std::any_of(target.begin(), target.end(), is_refused)) return malformed;
  const std::size_t mark = std::min(target.find('?'), target.size());
  auto path = read_path(target.substr(0, mark));
  if (!path) return HttpRefusal{400, "the path of the address is not plain"};
  head.path = std::move(*path);
  if (mark < target.size()) head.query = target.substr(mark + 1);
  return std::nullopt;
}

Refused read_request_line(std::string_view line, HttpHead& head, bool& is_1_0) {
  const std::size_t first = line.find(' ');
  const std::size_t last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) return malformed;
  const std::string_view version = line.substr(last + 1);
  is_1_0 = version == "HTTP/1.0";
  if (!is_1_0 && version != "HTTP/1.1") return malformed;
  head.method = line.substr(0, first);
  if (const Refused refused = read_method(head.method)) return refused;
  return read_target(line.substr(first + 1, last - first - 1), head);
}

Refused read_field(std::string_view line, HttpHead& head) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) return malformed;
  const std::string_view value = trimmed(line.substr(colon + 1));
  const auto is_refused = [](char c) { return is_control(c) && c != '\t'; };
  if (std::any_of(value.begin(), value.end(), is_refused)) return malformed;
  HttpField field{lower(line.substr(0, colon)), std::string(value)};
  if (std::find(single_fields.begin(), single_fields.end(), field.name) != single_fields.end() &&
      head.field(field.name)) {
    return HttpRefusal{400, "a header field came twice that may come once"};
  }
  head.fields.push_back(std::move(field));
  return std::nullopt;
}

Refused read_host(const HttpHead& head) {
  const auto host = head.field("host");
  const auto is_host_char = [](char c) {
    return is_token_char(c) || c == ':' || c == '[' || c == ']';
  };
  if (!host || host->empty() || !std::all_of(host->begin(), host->end(), is_host_char)) {
    return HttpRefusal{400, "the Host field is missing or malformed"};
  }
  return std::nullopt;
}

// B124: RFC 9112 6.3, with every conflict refused.
Refused read_body_framing(HttpHead& head, bool is_1_0) {
  const auto length = head.field("content-length");
  const auto coding = head.field("transfer-encoding");
  constexpr HttpRefusal unclear{400, "the length of the body is not clear"};
  if (coding) {
    if (length || is_1_0 || lower(*coding) != "chunked") return unclear;
    head.body = HttpHead::Body::chunked;
  } else if (length) {
    constexpr std::size_t most_digits = 18;
    if (length->empty() || length->size() > most_digits ||
        !std::all_of(length->begin(), length->end(), is_digit)) {
      return unclear;
    }
    for (const char digit : *length) {
      head.length = head.length * 10 + static_cast<std::uint64_t>(digit - '0');
    }
    if (head.length > 0) head.body = HttpHead::Body::length;
  }
  const auto encoding = head.field("content-encoding");
  if (encoding && lower(*encoding) != "identity") {
    return HttpRefusal{415, "encoded bodies are not taken here"};  // B106
  }
  const auto expect = head.field("expect");
  if (expect && lower(*expect) != "100-continue") {
    return HttpRefusal{417, "this expectation is not met here"};
  }
  head.expects_continue = expect && !is_1_0;
  return std::nullopt;
}

void read_persistence(HttpHead& head, bool is_1_0) {
  const std::string connection = lower(head.field("connection").value_or(""));
  bool asks_close = false;
  bool asks_keep = false;
  std::string_view rest = connection;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(','), rest.size());
    const std::string_view option = trimmed(rest.substr(0, end));
    asks_close = asks_close || option == "close";
    asks_keep = asks_keep || option == "keep-alive";
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  head.keep_alive = !asks_close && (!is_1_0 || asks_keep);
}

}  // namespace

std::optional<std::string> HttpHead::field(std::string_view name) const {
  std::optional<std::string> found;
  for (const HttpField& each : fields) {
    if (each.name != name) continue;
    if (!found) {
      found = each.value;
    } else {
      found->append(", ").append(each.value);
    }
  }
  return found;
}

Result<std::size_t, HttpRefusal> find_http_head(std::string_view bytes) {
  constexpr HttpRefusal too_large{431, "the head of the request is too large"};
  // Room for the method, the version and the spaces beside the longest address.
  constexpr std::size_t request_line_bytes = http_line_bytes + 64;
  std::size_t start = 0;
  for (std::size_t lines = 0;; ++lines) {
    const std::size_t end = bytes.find('\n', start);
    const std::string_view line = bytes.substr(start, std::min(end, bytes.size()) - start);
    if (lines == 0 && line.size() > request_line_bytes) {
      return HttpRefusal{414, "the address is too long"};
    }
    if (lines > 0 && line.size() > http_line_bytes) return too_large;
    if (start + line.size() > http_head_bytes) return too_large;
    const std::size_t carriage_return = line.find('\r');
    if (carriage_return != std::string_view::npos && carriage_return + 1 != line.size()) {
      return malformed;
    }
    if (end == std::string_view::npos) return std::size_t{0};
    if (carriage_return == std::string_view::npos) return malformed;
    if (line.size() == 1) {
      if (lines == 0) return malformed;
      return end + 1;
    }
    if (lines > http_field_count) return too_large;
    start = end + 1;
  }
}

Result<HttpHead, HttpRefusal> parse_http_head(std::string_view head) {
  HttpHead out;
  bool is_1_0 = false;
  bool is_first = true;
  while (true) {
    const std::size_t end = head.find("\r\n");
    BRIDGE_ASSERT(end != std::string_view::npos);
    const std::string_view line = head.substr(0, end);
    head.remove_prefix(end + 2);
    if (line.empty()) break;
    const Refused refused = is_first ? read_request_line(line, out, is_1_0) : read_field(line, out);
    if (refused) return *refused;
    is_first = false;
  }
  if (const Refused refused = read_host(out)) return *refused;
  if (const Refused refused = read_body_framing(out, is_1_0)) return *refused;
  read_persistence(out, is_1_0);
  return out;
}

std::optional<std::vector<std::pair<std::string, std::string>>> query_parameters(
    std::string_view query) {
  std::vector<std::pair<std::string, std::string>> parameters;
  while (!query.empty()) {
    const std::size_t end = std::min(query.find('&'), query.size());
    const std::string_view part = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    if (part.empty()) continue;
    const std::size_t equals = std::min(part.find('='), part.size());
    auto name = decoded(part.substr(0, equals), Plus::space);
    auto value = decoded(part.substr(std::min(equals + 1, part.size())), Plus::space);
    if (!name || !value || !json::is_utf8(*name) || !json::is_utf8(*value)) return std::nullopt;
    parameters.emplace_back(std::move(*name), std::move(*value));
  }
  return parameters;
}

ChunkedBody::Progress ChunkedBody::take_size(char byte) {
  constexpr int most_digits = 8;
  const int digit = hex_value(byte);
  if (digit >= 0) {
    if (++digits_ > most_digits) return Progress::malformed;
    chunk_ = chunk_ * 16 + static_cast<std::size_t>(digit);
    return Progress::more;
  }
  if (byte != '\r' || digits_ == 0) return Progress::malformed;
  state_ = State::size_end;
  return chunk_ > limit_ - body_.size() ? Progress::too_long : Progress::more;
}

ChunkedBody::Progress ChunkedBody::take(std::string_view& bytes) {
  while (!bytes.empty()) {
    if (state_ == State::data) {
      const std::size_t size = std::min(chunk_, bytes.size());
      body_.append(bytes.substr(0, size));
      bytes.remove_prefix(size);
      chunk_ -= size;
      if (chunk_ == 0) state_ = State::data_end;
      continue;
    }
    const char byte = bytes.front();
    bytes.remove_prefix(1);
    if (state_ == State::size) {
      const Progress progress = take_size(byte);
      if (progress != Progress::more) return progress;
      continue;
    }
    const bool wants_return = state_ == State::data_end || state_ == State::last;
    if (byte != (wants_return ? '\r' : '\n')) return Progress::malformed;
    switch (state_) {
      case State::size_end:
        state_ = chunk_ == 0 ? State::last : State::data;
        break;
      case State::data_end:
        state_ = State::data_end_lf;
        break;
      case State::data_end_lf:
        state_ = State::size;
        digits_ = 0;
        break;
      case State::last:
        state_ = State::last_lf;
        break;
      case State::size:
      case State::data:
      case State::last_lf:
        return Progress::complete;
    }
  }
  return Progress::more;
}

}  // namespace bridge::shell
