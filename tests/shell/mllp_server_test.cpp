// SPDX-License-Identifier: Apache-2.0
// Rows B01 to B08, B12 and B142 of the answers to bad input, on real sockets. Proves: P12, P13,
// P14.
#include "shell/mllp_server.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <latch>
#include <stdexcept>
#include <thread>

#include "shell/raw_client.h"

namespace bridge::shell {
namespace {

using engine::Counters;

// Answers "ack:" and the message.
struct Echo {
  Counters counters;
  MllpLimits limits = {};
  AcceptorOptions options = {};
  MllpHandlers handlers = {
      [](std::string_view message, const Peer&) {
        return Reply{"ack:" + std::string(message), Reply::Then::keep};
      },
      [](std::string_view beginning, const Peer&) {
        return Reply{"long:" + std::to_string(beginning.size()), Reply::Then::keep};
      }};
  std::unique_ptr<MllpServer> server = nullptr;

  Echo& start() {
    auto started = MllpServer::start(options, limits, handlers, counters);
    EXPECT_TRUE(started);
    server = std::move(started).value();
    return *this;
  }
  RawClient connect() const { return RawClient(server->port()); }
  std::uint64_t faults(FaultCode code) const {
    return counters.faults[static_cast<std::size_t>(code)].value();
  }
};

TEST(MllpServer, each_message_is_answered_on_its_connection) {
  Echo echo;
  echo.start();
  RawClient one = echo.connect();
  RawClient two = echo.connect();
  EXPECT_TRUE(two.send(framed("b")));
  EXPECT_TRUE(one.send(framed("a")));
  EXPECT_EQ(one.read_frame(), framed("ack:a"));
  EXPECT_EQ(two.read_frame(), framed("ack:b"));
  EXPECT_TRUE(one.send(framed("c")));
  EXPECT_EQ(one.read_frame(), framed("ack:c"));
  EXPECT_EQ(echo.counters.frames_received.value(), 3U);
}

TEST(MllpServer, B01_junk_before_a_frame_is_passed_over_and_counted) {
  Echo echo;
  echo.start();
  RawClient client = echo.connect();
  EXPECT_TRUE(client.send("GET / HTTP/1.1\r\n" + framed("a")));
  EXPECT_EQ(client.read_frame(), framed("ack:a"));
  EXPECT_EQ(echo.counters.frames_noise_bytes.value(), 16U);
  EXPECT_EQ(echo.faults(FaultCode::frame_noise), 1U);
}

TEST(MllpServer, B01_more_junk_than_the_limit_ends_the_connection) {
  Echo echo;
  echo.start();
  RawClient client = echo.connect();
  client.send(std::string(65537, 'x'));
  EXPECT_EQ(client.read_to_end(), "");
  EXPECT_EQ(echo.faults(FaultCode::frame_noise), 1U);
}

TEST(MllpServer, B01_junk_that_goes_on_too_long_ends_the_connection) {
  Echo echo;
  echo.limits.noise_ms = 0;
  echo.start();
  RawClient client = echo.connect();
  client.send("x");
  EXPECT_EQ(client.read_to_end(), "");
}

TEST(MllpServer, B01_a_line_feed_behind_each_frame_does_no_harm) {
  Echo echo;
  echo.start();
  RawClient client = echo.connect();
  for (int i = 0; i < 3; ++i) {
    EXPECT_TRUE(client.send(framed("a") + "\n"));
    EXPECT_EQ(client.read_frame(), framed("ack:a"));
  }
}

TEST(MllpServer, B02_a_new_start_inside_a_frame_drops_the_cut_one) {
  Echo echo;
  echo.start();
  RawClient client = echo.connect();
  EXPECT_TRUE(
      client.send("\x0B"
                  "cut" +
                  framed("whole")));
  EXPECT_EQ(client.read_frame(), framed("ack:whole"));
  EXPECT_EQ(echo.faults(FaultCode::frame_cut), 1U);
  EXPECT_EQ(echo.counters.frames_received.value(), 1U);
}

TEST(MllpServer, B03_an_end_without_carriage_return_ends_the_connection) {
  Echo echo;
  echo.start();
  RawClient client = echo.connect();
  client.send(
      "\x0B"
      "a"
      "\x1C"
      "b" +
      framed("never"));
  EXPECT_EQ(client.read_to_end(), "");
  EXPECT_EQ(echo.faults(FaultCode::frame_end_wrong), 1U);
  EXPECT_EQ(echo.counters.frames_received.value(), 0U);
}

TEST(MllpServer, B04_a_frame_without_end_is_no_message) {
  Echo echo;
  echo.start();
  RawClient client = echo.connect();
  EXPECT_TRUE(
      client.send("\x0B"
                  "MSH|never ended"));
  client.end_writing();
  EXPECT_EQ(client.read_to_end(), "");
  EXPECT_EQ(echo.faults(FaultCode::frame_late), 1U);
  EXPECT_EQ(echo.counters.frames_received.value(), 0U);
}

TEST(MllpServer, B04_silence_inside_a_frame_ends_the_connection_at_the_deadline) {
  Echo echo;
  echo.limits.frame_ms = 30;
  echo.start();
  RawClient client = echo.connect();
  EXPECT_TRUE(
      client.send("\x0B"
                  "MSH|"));
  EXPECT_EQ(client.read_to_end(), "");
  EXPECT_EQ(echo.faults(FaultCode::frame_late), 1U);
}

TEST(MllpServer, B05_an_empty_frame_reaches_the_handler) {
  Echo echo;
  echo.start();
  RawClient client = echo.connect();
  EXPECT_TRUE(client.send(framed("")));
  EXPECT_EQ(client.read_frame(), framed("ack:"));
}

TEST(MllpServer, B06_a_message_beyond_the_limit_is_answered_and_the_connection_ends) {
  Echo echo;
  echo.limits.frame.message_bytes = 1000;
  echo.start();
  RawClient good = echo.connect();
  EXPECT_TRUE(good.send(framed(std::string(1000, 'x'))));
  EXPECT_EQ(good.read_frame(), framed("ack:" + std::string(1000, 'x')));
  RawClient client = echo.connect();
  client.send(framed(std::string(100'000, 'x')) + framed("next"));
  EXPECT_EQ(client.read_to_end(), framed("long:1000"));
  EXPECT_FALSE(client.was_reset());
  EXPECT_EQ(echo.faults(FaultCode::frame_too_long), 1U);
}

TEST(MllpServer, B07_frames_in_one_segment_are_answered_in_order) {
  Echo echo;
  echo.start();
  RawClient client = echo.connect();
  EXPECT_TRUE(client.send(framed("a") + framed("b") + framed("c")));
  EXPECT_EQ(client.read_frame(), framed("ack:a"));
  EXPECT_EQ(client.read_frame(), framed("ack:b"));
  EXPECT_EQ(client.read_frame(), framed("ack:c"));
}

TEST(MllpServer, a_message_in_many_segments_is_one_message) {
  Echo echo;
  echo.start();
  RawClient client = echo.connect();
  for (const char byte : framed("MSH|slow")) EXPECT_TRUE(client.send({&byte, 1}));
  EXPECT_EQ(client.read_frame(), framed("ack:MSH|slow"));
}

// The peer never stops sending, so only a deadline for the whole frame can end it.
TEST(MllpServer, B08_bytes_that_trickle_do_not_extend_the_deadline) {
  Echo echo;
  echo.limits.frame_ms = 500;
  echo.start();
  RawClient slow = echo.connect();
  RawClient healthy = echo.connect();
  const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(patience_ms);
  EXPECT_TRUE(slow.send("\x0B"));
  while (slow.send("x") && std::chrono::steady_clock::now() < end) {
    EXPECT_TRUE(healthy.send(framed("a")));
    EXPECT_EQ(healthy.read_frame(), framed("ack:a"));
  }
  EXPECT_LT(std::chrono::steady_clock::now(), end);
  EXPECT_EQ(echo.faults(FaultCode::frame_late), 1U);
}

TEST(MllpServer, B08_the_deadline_of_one_frame_is_not_that_of_the_next) {
  Echo echo;
  echo.limits.frame_ms = 200;
  echo.start();
  RawClient client = echo.connect();
  const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(500);
  // At each moment a frame is open, but none for long.
  EXPECT_TRUE(
      client.send("\x0B"
                  "a"));
  while (std::chrono::steady_clock::now() < end) {
    ASSERT_TRUE(
        client.send("\x1C\r\x0B"
                    "a"));
    ASSERT_EQ(client.read_frame(), framed("ack:a"));
  }
  EXPECT_EQ(echo.faults(FaultCode::frame_late), 0U);
}

TEST(MllpServer, B12_connections_beyond_the_limit_of_a_peer_are_refused_and_others_served) {
  Echo echo;
  echo.options.connections_per_peer = 2;
  echo.start();
  RawClient one = echo.connect();
  RawClient two = echo.connect();
  EXPECT_TRUE(one.send(framed("a")));
  EXPECT_EQ(one.read_frame(), framed("ack:a"));
  EXPECT_TRUE(two.send(framed("a")));
  EXPECT_EQ(two.read_frame(), framed("ack:a"));
  RawClient three = echo.connect();
  EXPECT_EQ(three.read_to_end(), "");
  EXPECT_EQ(echo.counters.connections_refused.value(), 1U);
  EXPECT_EQ(echo.counters.connections_open.value(), 2);
  // A place becomes free again.
  one.close();
  EXPECT_TRUE(eventually([&] { return echo.counters.connections_open.value() == 1; }));
  RawClient four = echo.connect();
  EXPECT_TRUE(four.send(framed("d")));
  EXPECT_EQ(four.read_frame(), framed("ack:d"));
}

TEST(MllpServer, B12_connections_beyond_the_limit_of_all_are_refused) {
  Echo echo;
  echo.options.connections = 1;
  echo.start();
  RawClient one = echo.connect();
  EXPECT_TRUE(one.send(framed("a")));
  EXPECT_EQ(one.read_frame(), framed("ack:a"));
  EXPECT_EQ(echo.connect().read_to_end(), "");
  EXPECT_EQ(echo.counters.connections_refused.value(), 1U);
}

TEST(MllpServer, a_place_is_free_again_after_thousands_of_connections) {
  Echo echo;
  echo.options.connections = 4;
  echo.start();
  for (int i = 0; i < 1000; ++i) {
    RawClient client = echo.connect();
    ASSERT_TRUE(client.send(framed("a")));
    ASSERT_EQ(client.read_frame(), framed("ack:a")) << i;
    client.close();
    ASSERT_TRUE(eventually([&] { return echo.counters.connections_open.value() == 0; }));
  }
  EXPECT_EQ(echo.counters.connections_refused.value(), 0U);
}

TEST(MllpServer, an_empty_reply_sends_nothing) {
  Echo echo;
  echo.handlers.message = [](std::string_view message, const Peer&) {
    return Reply{message == "quiet" ? "" : std::string(message), Reply::Then::keep};
  };
  echo.start();
  RawClient client = echo.connect();
  EXPECT_TRUE(client.send(framed("quiet") + framed("loud")));
  EXPECT_EQ(client.read_frame(), framed("loud"));
}

TEST(MllpServer, a_handler_may_end_the_connection_behind_its_reply) {
  Echo echo;
  echo.handlers.message = [](std::string_view, const Peer&) {
    return Reply{"bye", Reply::Then::close};
  };
  echo.start();
  RawClient client = echo.connect();
  EXPECT_TRUE(client.send(framed("a") + framed("b") + std::string(100'000, 'x')));
  EXPECT_EQ(client.read_to_end(), framed("bye"));
  EXPECT_FALSE(client.was_reset());
}

TEST(MllpServer, an_exception_costs_its_connection_only_and_is_counted) {
  Echo echo;
  echo.handlers.message = [](std::string_view message, const Peer&) -> Reply {
    if (message == "int") throw 42;
    if (message == "bad") throw std::runtime_error("bad");
    return {std::string(message), Reply::Then::keep};
  };
  echo.start();
  RawClient good = echo.connect();
  for (const char* message : {"bad", "int"}) {
    RawClient bad = echo.connect();
    bad.send(framed(message));
    EXPECT_EQ(bad.read_to_end(), "");
  }
  EXPECT_TRUE(good.send(framed("a")));
  EXPECT_EQ(good.read_frame(), framed("a"));
  EXPECT_EQ(echo.counters.handler_failures.value(), 2U);
}

TEST(MllpServer, a_peer_that_does_not_read_costs_its_connection_only) {
  Echo echo;
  echo.limits.write_ms = 50;
  echo.handlers.message = [](std::string_view, const Peer&) {
    return Reply{std::string(8U << 20U, 'x'), Reply::Then::keep};
  };
  echo.start();
  RawClient deaf = echo.connect();
  EXPECT_TRUE(deaf.send(framed("a")));
  EXPECT_TRUE(eventually([&] { return echo.counters.connections_broken.value() == 1; }));
  EXPECT_TRUE(eventually([&] { return echo.counters.connections_open.value() == 0; }));
}

TEST(MllpServer, the_peer_is_told_to_the_handler) {
  Echo echo;
  std::promise<Peer> told;
  echo.handlers.message = [&](std::string_view, const Peer& peer) {
    told.set_value(peer);
    return Reply{};
  };
  echo.start();
  RawClient client = echo.connect();
  EXPECT_TRUE(client.send(framed("a")));
  const Peer peer = told.get_future().get();
  EXPECT_EQ(peer.address, "127.0.0.1");
  EXPECT_NE(peer.port, 0);
  EXPECT_NE(peer.connection, 0U);
}

TEST(MllpServer, B142_stopping_finishes_the_message_in_work_and_takes_no_other) {
  Echo echo;
  std::latch at_work(1);
  std::latch may_end(1);
  echo.handlers.message = [&](std::string_view message, const Peer&) {
    at_work.count_down();
    may_end.wait();
    return Reply{"ack:" + std::string(message), Reply::Then::keep};
  };
  echo.start();
  RawClient busy = echo.connect();
  RawClient idle = echo.connect();
  const std::uint16_t port = echo.server->port();
  EXPECT_TRUE(busy.send(framed("in work") + framed("too late")));
  at_work.wait();
  auto stopped = std::async(std::launch::async, [&] { return echo.server->stop(patience_ms); });
  EXPECT_EQ(idle.read_to_end(), "");  // so stop() has begun
  may_end.count_down();
  EXPECT_EQ(busy.read_to_end(), framed("ack:in work"));
  EXPECT_TRUE(stopped.get());
  const int probe = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  EXPECT_NE(::connect(probe, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
  ::close(probe);
}

TEST(MllpServer, stopping_gives_up_on_a_handler_at_its_deadline) {
  Echo echo;
  std::latch at_work(1);
  std::latch may_end(1);
  echo.handlers.message = [&](std::string_view, const Peer&) {
    at_work.count_down();
    may_end.wait();
    return Reply{};
  };
  echo.start();
  RawClient client = echo.connect();
  EXPECT_TRUE(client.send(framed("a")));
  at_work.wait();
  EXPECT_FALSE(echo.server->stop(10));
  may_end.count_down();
}

TEST(MllpServer, an_address_in_use_is_a_fault) {
  Echo echo;
  echo.start();
  const auto second =
      MllpServer::start({.port = echo.server->port()}, {}, echo.handlers, echo.counters);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.fault().code, FaultCode::link_failed);
}

TEST(MllpServer, a_stopped_port_can_be_had_again) {
  Echo echo;
  echo.start();
  RawClient client = echo.connect();
  EXPECT_TRUE(client.send(framed("a")));
  EXPECT_EQ(client.read_frame(), framed("ack:a"));
  const std::uint16_t port = echo.server->port();
  EXPECT_TRUE(echo.server->stop(patience_ms));
  EXPECT_TRUE(MllpServer::start({.port = port}, {}, echo.handlers, echo.counters));
}

}  // namespace
}  // namespace bridge::shell
