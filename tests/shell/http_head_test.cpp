// SPDX-License-Identifier: Apache-2.0
// Rows B124, B125, B126, B128 and B129 of the answers to bad input, on the head alone.
#include "shell/http_head.h"

#include <gtest/gtest.h>

namespace bridge::shell {
namespace {

// "GET /a?q [host=x] length=5 close", or the status of the refusal.
std::string rendered(const std::string& text) {
  const auto size = find_http_head(text);
  if (!size) return std::to_string(size.fault().status);
  if (*size == 0) return "incomplete";
  const auto head = parse_http_head(std::string_view(text).substr(0, *size));
  if (!head) return std::to_string(head.fault().status);
  std::string out = head->method + " " + head->path;
  if (!head->query.empty()) out += "?" + head->query;
  out += " [";
  for (const HttpField& field : head->fields) {
    if (field.name != "host") out += field.name + "=" + field.value + ";";
  }
  out += "]";
  if (head->body == HttpHead::Body::length) out += " length=" + std::to_string(head->length);
  if (head->body == HttpHead::Body::chunked) out += " chunked";
  if (!head->keep_alive) out += " close";
  if (head->expects_continue) out += " continue";
  return out;
}

std::string get(const std::string& target) {
  return rendered("GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n");
}

std::string with(const std::string& fields) {
  return rendered("POST / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n");
}

TEST(HttpHead, good_heads) {
  EXPECT_EQ(get("/fhir/MedicationRequest?identifier=s|v&_count=3"),
            "GET /fhir/MedicationRequest?identifier=s|v&_count=3 []");
  EXPECT_EQ(with(""), "POST / []");
  EXPECT_EQ(with("Content-Length: 5\r\n"), "POST / [content-length=5;] length=5");
  EXPECT_EQ(with("Content-Length: 0\r\n"), "POST / [content-length=0;]");
  EXPECT_EQ(with("Content-Length:\t 05 \t\r\n"), "POST / [content-length=05;] length=5");
  EXPECT_EQ(with("transfer-encoding: Chunked\r\n"), "POST / [transfer-encoding=Chunked;] chunked");
  EXPECT_EQ(with("Expect: 100-Continue\r\n"), "POST / [expect=100-Continue;] continue");
  EXPECT_EQ(with("Connection: close\r\n"), "POST / [connection=close;] close");
  EXPECT_EQ(with("Connection: Upgrade , Close\r\n"), "POST / [connection=Upgrade , Close;] close");
  EXPECT_EQ(with("Content-Encoding: identity\r\n"), "POST / [content-encoding=identity;]");
  EXPECT_EQ(with("X:\r\n"), "POST / [x=;]");
  EXPECT_EQ(rendered("GET / HTTP/1.0\r\nHost: a\r\n\r\n"), "GET / [] close");
  EXPECT_EQ(rendered("GET / HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\n"),
            "GET / [connection=keep-alive;]");
  EXPECT_EQ(rendered("GET / HTTP/1.1\r\nHost: [::1]:8080\r\n\r\nrest"), "GET / []");
}

TEST(HttpHead, only_the_head_is_taken) {
  EXPECT_EQ(*find_http_head("GET / HTTP/1.1\r\nHost: a\r\n\r\nbody\n\n"), 27U);
  EXPECT_EQ(*find_http_head("GET / HTTP/1.1\r\nHost: a\r\n\r"), 0U);
  EXPECT_EQ(*find_http_head(""), 0U);
}

TEST(HttpHead, a_head_is_found_at_each_length_or_not_yet) {
  const std::string head = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
  for (std::size_t size = 0; size < head.size(); ++size) {
    EXPECT_EQ(rendered(head.substr(0, size)), "incomplete") << size;
  }
}

TEST(HttpHead, B124_lengths_that_could_be_read_in_two_ways_are_refused) {
  for (const char* fields : {"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
                             "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
                             "Content-Length: 5\r\nContent-Length: 0\r\n",
                             "Content-Length: 5\r\nContent-Length: 5\r\n",
                             "Content-Length: +5\r\n",
                             "Content-Length: -5\r\n",
                             "Content-Length: 1,0\r\n",
                             "Content-Length: 0x5\r\n",
                             "Content-Length: 5 5\r\n",
                             "Content-Length: \r\n",
                             "Content-Length: five\r\n",
                             "Content-Length: 9999999999999999999\r\n",
                             "Transfer-Encoding: gzip, chunked\r\n",
                             "Transfer-Encoding: xchunked\r\n",
                             "Transfer-Encoding: chunked, identity\r\n",
                             "Transfer-Encoding: chunked, chunked\r\n",
                             "Transfer-Encoding: identity\r\n",
                             "Transfer-Encoding:\r\n",
                             "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
                             "Transfer-Encoding: \"chunked\"\r\n",
                             "Transfer-Encoding: chunked;x=1\r\n",
                             "Content-Length : 5\r\n",
                             "Content-Length\t: 5\r\n",
                             " Content-Length: 5\r\n"}) {
    EXPECT_EQ(with(fields), "400") << fields;
  }
  EXPECT_EQ(rendered("POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"), "400");
}

TEST(HttpHead, B125_malformed_heads_are_refused) {
  const std::vector<std::string> heads = {
      "GET / HTTP/1.1\nHost: a\n\n",
      "GET / HTTP/1.1\r\nHost: a\n\r\n",
      "GET / HTTP/1.1\r\nHost: a\r\n\n",
      "GET / HTTP/1.1\r\nHost: a\r\nX: a\rb\r\n\r\n",
      "GET / HTTP/1.1\r\r\nHost: a\r\n\r\n",
      std::string("GET / HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n", 35),
      "GET / HTTP/1.1\r\nHost: a\r\nX: a\x01"
      "b\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a\r\nX: a\x7f\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a\r\nX: a\r\n\tb\r\n\r\n",
      "GET / HTTP/1.1\r\n\r\n",
      "GET / HTTP/1.1\r\nHost:\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a\r\nhost: b\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: u@a\r\n\r\n",
      "GET / HTTP/3.7\r\nHost: a\r\n\r\n",
      "GET / HTTP/2.0\r\nHost: a\r\n\r\n",
      "GET / HTTP/1.2\r\nHost: a\r\n\r\n",
      "GET / http/1.1\r\nHost: a\r\n\r\n",
      "GET / HTTP/1.1 \r\nHost: a\r\n\r\n",
      "GET / HTTP/1.10\r\nHost: a\r\n\r\n",
      "GET /\r\nHost: a\r\n\r\n",
      "GET  / HTTP/1.1\r\nHost: a\r\n\r\n",
      "GET / x HTTP/1.1\r\nHost: a\r\n\r\n",
      " GET / HTTP/1.1\r\nHost: a\r\n\r\n",
      "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
      "G\x01T / HTTP/1.1\r\nHost: a\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a\r\n: x\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a\r\nX(): x\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a\r\nContent-Type: a\r\nContent-Type: b\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a\r\nAuthorization: a\r\nAuthorization: b\r\n\r\n",
  };
  for (const std::string& head : heads) EXPECT_EQ(rendered(head), "400") << head;
}

TEST(HttpHead, B125_encoded_words_stay_as_they_are) {
  EXPECT_EQ(with("X: =?utf-8?B?DQpYLUV2aWw6IHllcw==?=\r\n"),
            "POST / [x==?utf-8?B?DQpYLUV2aWw6IHllcw==?=;]");
}

TEST(HttpHead, B126_limits_of_head_line_count_and_address) {
  const std::string line = "X: " + std::string(http_line_bytes - 4, 'x') + "\r\n";
  EXPECT_EQ(with(line).substr(0, 9), "POST / [x");
  EXPECT_EQ(with("X" + line), "431");
  EXPECT_EQ(with(line + line), "431");
  // Refused before the end comes, else a head without end would be collected for ever.
  EXPECT_EQ(rendered("GET / HTTP/1.1\r\nX: " + std::string(9000, 'x')), "431");
  std::string fields;
  for (std::size_t i = 0; i < http_field_count - 1; ++i) fields += "X: y\r\n";
  EXPECT_EQ(with(fields).substr(0, 9), "POST / [x");
  EXPECT_EQ(with(fields + "X: y\r\n"), "431");
  EXPECT_EQ(get("/" + std::string(http_line_bytes - 1, 'x')).substr(0, 5), "GET /");
  EXPECT_EQ(get("/" + std::string(http_line_bytes, 'x')), "414");
  EXPECT_EQ(rendered("GET /" + std::string(9000, 'x')), "414");
}

TEST(HttpHead, B128_methods) {
  const auto of_method = [](const std::string& method) {
    return rendered(method + " / HTTP/1.1\r\nHost: a\r\n\r\n");
  };
  for (const char* method : {"GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"}) {
    EXPECT_EQ(of_method(method), std::string(method) + " / []");
  }
  EXPECT_EQ(of_method("TRACE"), "405");
  EXPECT_EQ(of_method("CONNECT"), "405");
  EXPECT_EQ(of_method("BREW"), "501");
  EXPECT_EQ(of_method("get"), "501");
}

TEST(HttpHead, B129_paths_that_are_not_plain_are_refused) {
  for (const char* target : {"/../etc/passwd",
                             "/a/../b",
                             "/a/..",
                             "/./a",
                             "/%2e%2e/a",
                             "/.%2E/a",
                             "/a/%2e",
                             "/%00",
                             "/a%00.html",
                             "//a",
                             "/a//b",
                             "/a;b",
                             "/a%3Bb",
                             "/a%2fb",
                             "/a%5Cb",
                             "/a\\b",
                             "/%0d%0aX",
                             "/%7f",
                             "/%",
                             "/%4",
                             "/%zz",
                             "/%ff",
                             "/%c0%af",
                             "a",
                             "*",
                             "http://a/b",
                             "/a#b",
                             "/\xc3\xa9",
                             ""}) {
    EXPECT_EQ(get(target), "400") << target;
  }
  EXPECT_EQ(get("/a%20b/%C3%A9/c.d/"), "GET /a b/\xC3\xA9/c.d/ []");
  // Decoded once only.
  EXPECT_EQ(get("/%252e%252e/a"), "GET /%2e%2e/a []");
}

TEST(HttpHead, encodings_and_expectations_that_are_not_served) {
  EXPECT_EQ(with("Content-Encoding: gzip\r\n"), "415");
  EXPECT_EQ(with("Content-Encoding: gzip, identity\r\n"), "415");
  EXPECT_EQ(with("Expect: 200-ok\r\n"), "417");
}

TEST(HttpHead, query_parameters_are_decoded) {
  const auto parameters = query_parameters("a=b+c&d=%C3%A9&&e&f=g=h");
  ASSERT_TRUE(parameters);
  std::string text;
  for (const auto& [name, value] : *parameters) text += name + ":" + value + ";";
  EXPECT_EQ(text, "a:b c;d:\xC3\xA9;e:;f:g=h;");
  for (const char* bad : {"a=%", "a=%4", "%zz=1", "a=%ff"}) {
    EXPECT_FALSE(query_parameters(bad)) << bad;
  }
}

std::string chunked(std::string_view text, std::size_t limit = 100) {
  ChunkedBody body(limit);
  const ChunkedBody::Progress progress = body.take(text);
  switch (progress) {
    case ChunkedBody::Progress::complete:
      return body.body() + "|" + std::string(text);
    case ChunkedBody::Progress::more:
      return "more";
    case ChunkedBody::Progress::malformed:
      return "malformed";
    case ChunkedBody::Progress::too_long:
      return "too long";
  }
  return "";
}

TEST(ChunkedBody, good_bodies_and_nothing_behind_them) {
  EXPECT_EQ(chunked("0\r\n\r\nGET"), "|GET");
  EXPECT_EQ(chunked("3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"), "abcde|");
  EXPECT_EQ(chunked("00a\r\n0123456789\r\n0\r\n\r\n"), "0123456789|");
  const std::string whole = "3\r\nabc\r\n0\r\n\r\n";
  for (std::size_t cut = 0; cut < whole.size(); ++cut) {
    EXPECT_EQ(chunked(whole.substr(0, cut)), "more");
    ChunkedBody body(100);
    std::string_view front = std::string_view(whole).substr(0, cut);
    std::string_view back = std::string_view(whole).substr(cut);
    EXPECT_EQ(body.take(front), ChunkedBody::Progress::more);
    EXPECT_EQ(body.take(back), ChunkedBody::Progress::complete);
    EXPECT_EQ(body.body(), "abc");
  }
}

TEST(ChunkedBody, B124_malformed_chunks) {
  for (const char* text : {"-1\r\n", "+3\r\nabc", "0x3\r\nabc", " 3\r\nabc", "3 \r\nabc",
                           "3;x=y\r\nabc", "\r\n", "g\r\n", "3\nabc", "3\r\nabcd", "3\r\nabc\n",
                           "3\r\nabc\rx", "0\r\nX: y\r\n\r\n", "0\r\n\n", "000000003\r\nabc"}) {
    EXPECT_EQ(chunked(text), "malformed") << text;
  }
}

TEST(ChunkedBody, B107_more_than_the_limit) {
  EXPECT_EQ(chunked("4\r\nabcd\r\n0\r\n\r\n", 4), "abcd|");
  EXPECT_EQ(chunked("5\r\nabcde\r\n", 4), "too long");
  EXPECT_EQ(chunked("ffffffff\r\n", 4), "too long");
  EXPECT_EQ(chunked("3\r\nabc\r\n2\r\nde", 4), "too long");
}

}  // namespace
}  // namespace bridge::shell
