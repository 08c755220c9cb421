// SPDX-License-Identifier: Apache-2.0
// Reads the head of an HTTP request and a chunked body, strictly: RFC 9112 without its leniencies.
//
//   head    = method SP target SP "HTTP/1." ("0" / "1") CRLF *( name ":" OWS value OWS CRLF ) CRLF
//   target  = "/" path [ "?" query ]
//   chunked = *( 1*8HEXDIG CRLF data CRLF ) "0" CRLF CRLF
//
// Whatever two servers could read in two ways is refused (B124, B125): that is how requests are
// smuggled past a proxy. So no bare line feed, no folded line, no space before a colon, one length
// at most, no transfer coding but "chunked", no chunk extension, no trailer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace bridge::shell {

// B126. Not configurable: no client of a FHIR server needs more.
inline constexpr std::size_t http_head_bytes = 16384;
inline constexpr std::size_t http_line_bytes = 8192;
inline constexpr std::size_t http_field_count = 100;

// Why a request is not served: the status, and a plain clause that holds nothing of the request.
struct HttpRefusal {
  int status = 400;
  std::string_view reason;

  friend bool operator==(const HttpRefusal&, const HttpRefusal&) = default;
};

struct HttpField {
  std::string name;  // in lower case
  std::string value;
};

struct HttpHead {
  enum class Body : std::uint8_t { none, length, chunked };

  std::string method;
  std::string path;   // decoded once: begins with "/", no empty, "." or ".." segment
  std::string query;  // as sent, without "?"
  std::vector<HttpField> fields;
  Body body = Body::none;
  std::uint64_t length = 0;
  bool keep_alive = true;
  bool expects_continue = false;

  // Values of fields that came several times are joined with ", " (RFC 9110 5.3). Name in lower
  // case.
  std::optional<std::string> field(std::string_view name) const;
};

// Size of the complete head at the front of `bytes`, 0 when more must come, or why none can come.
Result<std::size_t, HttpRefusal> find_http_head(std::string_view bytes);
// `head` is what find_http_head() found, with its empty line.
Result<HttpHead, HttpRefusal> parse_http_head(std::string_view head);

// "a=b&c" as names and values, "+" and %hh decoded. Nothing when that is not well-formed.
std::optional<std::vector<std::pair<std::string, std::string>>> query_parameters(
    std::string_view query);

// A chunked body as it comes.
class ChunkedBody {
 public:
  enum class Progress : std::uint8_t { more, complete, malformed, too_long };

  explicit ChunkedBody(std::size_t limit) : limit_(limit) {}
  // Takes bytes from the front, none behind the end of the body.
  Progress take(std::string_view& bytes);
  const std::string& body() const { return body_; }

 private:
  enum class State : std::uint8_t { size, size_end, data, data_end, data_end_lf, last, last_lf };
  Progress take_size(char byte);

  std::size_t limit_;
  State state_ = State::size;
  std::size_t chunk_ = 0;
  int digits_ = 0;
  std::string body_;
};

}  // namespace bridge::shell
