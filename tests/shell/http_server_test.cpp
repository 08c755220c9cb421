// SPDX-License-Identifier: Apache-2.0
// HTTP on real sockets: rows B97, B106, B107 and B124 to B129, and B142. Proves: P12, P14.
#include "shell/http_server.h"

#include <gtest/gtest.h>

#include <future>
#include <latch>
#include <stdexcept>

#include "shell/raw_client.h"

namespace bridge::shell {
namespace {

using engine::Counters;

// Answers "METHOD path body".
struct Site {
  Counters counters;
  HttpLimits limits = {};
  AcceptorOptions options = {};
  HttpHandlers handlers = {[](const HttpRequest& request) {
                             HttpResponse response;
                             response.fields = {{"Content-Type", "text/plain"}};
                             response.body = request.head.method + " " + request.head.path + " " +
                                             std::string(request.body);
                             return response;
                           },
                           {}};
  std::unique_ptr<HttpServer> server = nullptr;

  Site& start() {
    auto started = HttpServer::start(options, limits, handlers, counters);
    EXPECT_TRUE(started);
    server = std::move(started).value();
    return *this;
  }
  RawClient connect() const { return RawClient(server->port()); }
};

// "200 GET /a |", a '|' for each field "Connection: close", or what came when nothing complete did.
std::string read_response(RawClient& client, std::string_view method = "GET") {
  const std::string head = client.read_until("\r\n\r\n");
  if (head.empty()) return "nothing";
  std::string text = head.substr(9, 3) + " ";
  const std::size_t length = head.find("Content-Length: ");
  if (length != std::string::npos && method != "HEAD") {
    text += client.read(std::stoul(head.substr(length + 16)));
  }
  if (head.find("Connection: close") != std::string::npos) text += "|";
  return text;
}

std::string get(const std::string& target) {
  return "GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n";
}

std::string post(const std::string& body) {
  return "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\n\r\n" + body;
}

TEST(HttpServer, requests_on_one_connection_are_answered_one_by_one) {
  Site site;
  site.start();
  RawClient client = site.connect();
  EXPECT_TRUE(client.send(get("/a")));
  EXPECT_EQ(read_response(client), "200 GET /a ");
  EXPECT_TRUE(client.send(post("hello")));
  EXPECT_EQ(read_response(client), "200 POST / hello");
  EXPECT_EQ(site.counters.http_requests.value(), 2U);
}

TEST(HttpServer, pipelined_requests_are_answered_in_order) {
  Site site;
  site.start();
  RawClient client = site.connect();
  EXPECT_TRUE(client.send(get("/1") + post("two") + get("/3")));
  EXPECT_EQ(read_response(client), "200 GET /1 ");
  EXPECT_EQ(read_response(client), "200 POST / two");
  EXPECT_EQ(read_response(client), "200 GET /3 ");
}

TEST(HttpServer, a_request_in_single_bytes_is_one_request) {
  Site site;
  site.start();
  RawClient client = site.connect();
  for (const char byte : post("hello")) EXPECT_TRUE(client.send({&byte, 1}));
  EXPECT_EQ(read_response(client), "200 POST / hello");
}

TEST(HttpServer, the_answer_has_its_length_and_date_and_the_fields_of_the_service) {
  Site site;
  site.start();
  RawClient client = site.connect();
  EXPECT_TRUE(client.send(get("/a")));
  const std::string head = client.read_until("\r\n\r\n");
  EXPECT_TRUE(head.starts_with("HTTP/1.1 200 OK\r\nDate: ")) << head;
  EXPECT_NE(head.find(" GMT\r\nContent-Type: text/plain\r\nContent-Length: 7\r\n\r\n"),
            std::string::npos)
      << head;
}

TEST(HttpServer, head_is_answered_without_the_body_but_with_its_length) {
  Site site;
  site.start();
  RawClient client = site.connect();
  EXPECT_TRUE(client.send("HEAD /abc HTTP/1.1\r\nHost: a\r\n\r\n" + get("/next")));
  const std::string head = client.read_until("\r\n\r\n");
  EXPECT_NE(head.find("Content-Length: 10\r\n"), std::string::npos) << head;
  EXPECT_EQ(read_response(client), "200 GET /next ");
}

TEST(HttpServer, no_content_has_neither_body_nor_length) {
  Site site;
  site.handlers.request = [](const HttpRequest&) { return HttpResponse{204, {}, "ignored"}; };
  site.start();
  RawClient client = site.connect();
  EXPECT_TRUE(client.send(get("/a")));
  EXPECT_EQ(client.read_until("\r\n\r\n").find("Content-Length"), std::string::npos);
}

TEST(HttpServer, close_is_honoured) {
  Site site;
  site.start();
  RawClient client = site.connect();
  EXPECT_TRUE(client.send("GET /a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n" + get("/b")));
  EXPECT_EQ(read_response(client), "200 GET /a |");
  EXPECT_EQ(client.read_to_end(), "");
}

TEST(HttpServer, a_chunked_body_is_put_together) {
  Site site;
  site.start();
  RawClient client = site.connect();
  EXPECT_TRUE(
      client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                  "3\r\nabc\r\n"));
  EXPECT_TRUE(client.send("2\r\nde\r\n0\r\n\r\n" + get("/next")));
  EXPECT_EQ(read_response(client), "200 POST / abcde");
  EXPECT_EQ(read_response(client), "200 GET /next ");
}

TEST(HttpServer, continue_is_said_when_the_body_is_awaited) {
  Site site;
  site.start();
  RawClient client = site.connect();
  const std::string head =
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n";
  EXPECT_TRUE(client.send(head));
  EXPECT_EQ(client.read_until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
  EXPECT_TRUE(client.send("ab"));
  EXPECT_EQ(read_response(client), "200 POST / ab");
  EXPECT_TRUE(client.send(head + "cd"));  // does not wait
  EXPECT_EQ(read_response(client), "200 POST / cd");
}

TEST(HttpServer, continue_is_not_said_for_a_body_that_is_refused) {
  Site site;
  site.start();
  RawClient client = site.connect();
  EXPECT_TRUE(client.send(
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2000000\r\nExpect: 100-continue\r\n\r\n"));
  EXPECT_EQ(read_response(client).substr(0, 4), "413 ");
  EXPECT_EQ(client.read_to_end(), "");
}

struct Refused {
  const char* name;
  std::string bytes;
  const char* status;
};

class RefusedRequest : public testing::TestWithParam<Refused> {};

// Each is followed by a second request, which must never be served.
TEST_P(RefusedRequest, gets_its_status_and_ends_the_connection) {
  Site site;
  site.start();
  RawClient client = site.connect();
  client.send(GetParam().bytes + get("/smuggled"));
  const std::string response = read_response(client);
  EXPECT_EQ(response.substr(0, 3), GetParam().status);
  EXPECT_EQ(response.back(), '|');
  EXPECT_EQ(client.read_to_end(), "");
  EXPECT_FALSE(client.was_reset());
  EXPECT_EQ(site.counters.http_requests.value(), 0U);
  EXPECT_EQ(site.counters.http_refused.value(), 1U);
}

std::string post_with(const std::string& fields) {
  return "POST / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n";
}

INSTANTIATE_TEST_SUITE_P(
    Rows, RefusedRequest,
    testing::Values(
        Refused{"B106_gzip", post_with("Content-Encoding: gzip\r\nContent-Length: 2\r\n") + "ab",
                "415"},
        Refused{"B107_length", post_with("Content-Length: 1048577\r\n"), "413"},
        Refused{"B107_chunks", post_with("Transfer-Encoding: chunked\r\n") + "100001\r\n", "413"},
        Refused{"B124_both",
                post_with("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n") + "0\r\n\r\n",
                "400"},
        Refused{"B124_two", post_with("Content-Length: 5\r\nContent-Length: 0\r\n"), "400"},
        Refused{"B124_sign", post_with("Content-Length: -5\r\n"), "400"},
        Refused{"B124_coding", post_with("Transfer-Encoding: gzip, chunked\r\n"), "400"},
        Refused{"B124_space", post_with("Content-Length : 5\r\n") + "abcde", "400"},
        Refused{"B124_chunk", post_with("Transfer-Encoding: chunked\r\n") + "-1\r\n\r\n", "400"},
        Refused{"B124_trailer",
                post_with("Transfer-Encoding: chunked\r\n") + "0\r\nHost: b\r\n\r\n", "400"},
        Refused{"B125_bare_line_feed", "GET / HTTP/1.1\nHost: a\n\n", "400"},
        Refused{"B125_fold", post_with("X: a\r\n b\r\n"), "400"},
        Refused{"B125_no_host", "GET / HTTP/1.1\r\n\r\n", "400"},
        Refused{"B125_two_hosts", post_with("Host: b\r\n"), "400"},
        Refused{"B125_version", "GET / HTTP/3.7\r\nHost: a\r\n\r\n", "400"},
        Refused{"B125_other_protocol", "\x16\x03\x01 MSH|\n", "400"},
        Refused{"B126_line", post_with("X: " + std::string(9000, 'x') + "\r\n"), "431"},
        Refused{"B126_address", get("/" + std::string(9000, 'x')), "414"},
        Refused{"B128_trace", "TRACE / HTTP/1.1\r\nHost: a\r\n\r\n", "405"},
        Refused{"B128_unknown", "BREW / HTTP/1.1\r\nHost: a\r\n\r\n", "501"},
        Refused{"B129_dots", get("/../etc/passwd"), "400"},
        Refused{"B129_encoded_dots", get("/%2e%2e/etc/passwd"), "400"}),
    [](const auto& each) { return std::string(each.param.name); });

TEST(HttpServer, B126_a_head_without_end_is_refused_at_its_limit) {
  Site site;
  site.start();
  RawClient client = site.connect();
  client.send("GET / HTTP/1.1\r\nHost: a\r\n");
  for (int i = 0; i < 3000; ++i) client.send("X: y\r\n");
  EXPECT_EQ(read_response(client).substr(0, 3), "431");
}

TEST(HttpServer, B127_a_head_that_does_not_end_is_refused_at_its_deadline) {
  Site site;
  site.limits.head_ms = 30;
  site.start();
  RawClient silent = site.connect();
  RawClient partial = site.connect();
  EXPECT_TRUE(partial.send("GET / HTTP/1.1\r\nHost"));
  EXPECT_EQ(read_response(silent).substr(0, 3), "408");
  EXPECT_EQ(read_response(partial).substr(0, 3), "408");
  EXPECT_EQ(partial.read_to_end(), "");
}

TEST(HttpServer, B127_bytes_that_trickle_do_not_extend_the_deadline) {
  Site site;
  site.limits.head_ms = 500;
  site.start();
  RawClient slow = site.connect();
  EXPECT_TRUE(slow.send("GET / HTTP/1.1\r\n"));
  RawClient healthy = site.connect();
  const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(patience_ms);
  while (site.counters.http_refused.value() == 0 && std::chrono::steady_clock::now() < end) {
    slow.send("X");
    EXPECT_TRUE(healthy.send(get("/a")));
    EXPECT_EQ(read_response(healthy), "200 GET /a ");
  }
  EXPECT_EQ(read_response(slow).substr(0, 3), "408");
}

TEST(HttpServer, an_idle_connection_is_closed_without_a_word) {
  Site site;
  site.limits.idle_ms = 30;
  site.start();
  RawClient client = site.connect();
  EXPECT_TRUE(client.send(get("/a")));
  EXPECT_EQ(read_response(client), "200 GET /a ");
  EXPECT_EQ(client.read_to_end(), "");
}

TEST(HttpServer, B97_a_body_that_is_cut_off_never_reaches_the_service) {
  Site site;
  site.start();
  RawClient length = site.connect();
  EXPECT_TRUE(length.send(post_with("Content-Length: 10\r\n") + "half"));
  length.end_writing();
  EXPECT_EQ(read_response(length).substr(0, 3), "400");
  RawClient chunks = site.connect();
  EXPECT_TRUE(chunks.send(post_with("Transfer-Encoding: chunked\r\n") + "a\r\nhalf"));
  chunks.end_writing();
  EXPECT_EQ(read_response(chunks).substr(0, 3), "400");
  EXPECT_EQ(site.counters.http_requests.value(), 0U);
}

TEST(HttpServer, a_body_that_does_not_come_is_refused_at_its_deadline) {
  Site site;
  site.limits.body_ms = 30;
  site.start();
  RawClient client = site.connect();
  EXPECT_TRUE(client.send(post_with("Content-Length: 10\r\n") + "half"));
  EXPECT_EQ(read_response(client).substr(0, 3), "408");
}

TEST(HttpServer, a_body_of_the_limit_is_taken) {
  Site site;
  site.limits.body_bytes = 100'000;
  site.start();
  RawClient client = site.connect();
  EXPECT_TRUE(client.send(post(std::string(100'000, 'x'))));
  EXPECT_EQ(read_response(client), "200 POST / " + std::string(100'000, 'x'));
}

TEST(HttpServer, refusals_are_said_in_the_form_of_the_service) {
  Site site;
  site.handlers.refused = [](const HttpRefusal& refusal) {
    return HttpResponse{refusal.status,
                        {{"Content-Type", "application/fhir+json"}},
                        "outcome " + std::to_string(refusal.status)};
  };
  site.start();
  RawClient client = site.connect();
  EXPECT_TRUE(client.send(get("/..")));
  EXPECT_EQ(read_response(client), "400 outcome 400|");
}

TEST(HttpServer, a_field_of_the_service_cannot_begin_a_second_answer) {
  Site site;
  site.handlers.request = [](const HttpRequest&) {
    return HttpResponse{200, {{"Location", "/a\r\nX-Evil: 1"}, {"ETag", "\"1\""}}, ""};
  };
  site.start();
  RawClient client = site.connect();
  EXPECT_TRUE(client.send(get("/a")));
  const std::string head = client.read_until("\r\n\r\n");
  EXPECT_EQ(head.find("Evil"), std::string::npos);
  EXPECT_NE(head.find("ETag"), std::string::npos);
}

TEST(HttpServer, B143_an_exception_is_a_plain_500_and_is_counted) {
  Site site;
  site.handlers.request = [](const HttpRequest&) -> HttpResponse {
    throw std::runtime_error("secret detail");
  };
  site.start();
  RawClient client = site.connect();
  EXPECT_TRUE(client.send(get("/a")));
  EXPECT_EQ(read_response(client), "500 the service failed on this request\n|");
  EXPECT_EQ(site.counters.handler_failures.value(), 1U);
}

TEST(HttpServer, connections_beyond_the_limit_are_refused) {
  Site site;
  site.options.connections = 2;
  site.start();
  RawClient one = site.connect();
  RawClient two = site.connect();
  EXPECT_TRUE(one.send(get("/a")));
  EXPECT_EQ(read_response(one), "200 GET /a ");
  EXPECT_TRUE(two.send(get("/a")));
  EXPECT_EQ(read_response(two), "200 GET /a ");
  EXPECT_EQ(site.connect().read_to_end(), "");
  EXPECT_EQ(site.counters.connections_refused.value(), 1U);
}

TEST(HttpServer, B142_stopping_answers_the_request_in_work_and_closes) {
  Site site;
  std::latch at_work(1);
  std::latch may_end(1);
  site.handlers.request = [&](const HttpRequest&) {
    at_work.count_down();
    may_end.wait();
    return HttpResponse{200, {}, "done"};
  };
  site.start();
  RawClient busy = site.connect();
  RawClient idle = site.connect();
  EXPECT_TRUE(busy.send(get("/a") + get("/b")));
  at_work.wait();
  auto stopped = std::async(std::launch::async, [&] { return site.server->stop(patience_ms); });
  EXPECT_EQ(idle.read_to_end(), "");
  may_end.count_down();
  EXPECT_EQ(read_response(busy), "200 done|");
  EXPECT_EQ(busy.read_to_end(), "");
  EXPECT_TRUE(stopped.get());
}

}  // namespace
}  // namespace bridge::shell
