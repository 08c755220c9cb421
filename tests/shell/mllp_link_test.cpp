// SPDX-License-Identifier: Apache-2.0
// The fate of a message sent to a partner that cuts, delays, babbles and lies. Proves: P2, P7;
// B144, B145.
#include "shell/mllp_link.h"

#include <gtest/gtest.h>

#include <latch>

#include "shell/raw_client.h"

namespace bridge::shell {
namespace {

using engine::Counters;
using Fate = engine::Link::Fate;

constexpr std::int64_t soon_ms = 50;

std::string rendered(const engine::Link::Outcome& outcome) {
  switch (outcome.fate) {
    case Fate::answered:
      return "answered " + outcome.answer;
    case Fate::unreached:
      return "unreached";
    case Fate::unknown:
      return "unknown" + outcome.answer;
  }
  return "";
}

struct Partner {
  explicit Partner(std::function<void(RawServer&)> script)
      : server(std::move(script)), link({.host = "127.0.0.1", .port = server.port()}, counters) {}
  std::string exchange(std::string_view message, std::int64_t timeout_ms = patience_ms) {
    return rendered(link.exchange(message, timeout_ms));
  }
  Counters counters;
  RawServer server;
  MllpLink link;
};

std::uint16_t closed_port() {
  const RawServer server([](RawServer&) {});
  return server.port();
}

TEST(MllpLink, exchanges_go_over_one_connection) {
  Partner partner([](RawServer& server) {
    RawClient peer = server.accept();
    for (const char* message : {"one", "two", "three"}) {
      EXPECT_EQ(peer.read_frame(), framed(message));
      peer.send(framed("ack " + std::string(message)));
    }
  });
  EXPECT_EQ(partner.exchange("one"), "answered ack one");
  EXPECT_EQ(partner.exchange("two"), "answered ack two");
  EXPECT_EQ(partner.exchange("three"), "answered ack three");
  EXPECT_EQ(partner.counters.link_connects.value(), 1U);
  EXPECT_EQ(partner.counters.dispatches_answered.value(), 3U);
}

TEST(MllpLink, an_answer_in_pieces_is_one_answer) {
  Partner partner([](RawServer& server) {
    RawClient peer = server.accept();
    peer.read_frame();
    for (const char byte : framed("ack")) peer.send({&byte, 1});
  });
  EXPECT_EQ(partner.exchange("one"), "answered ack");
}

TEST(MllpLink, nobody_listening_is_unreached) {
  Counters counters;
  MllpLink link({.host = "127.0.0.1", .port = closed_port()}, counters);
  EXPECT_EQ(rendered(link.exchange("one", patience_ms)), "unreached");
  EXPECT_EQ(counters.link_connect_failures.value(), 1U);
  EXPECT_EQ(counters.dispatches_unreached.value(), 1U);
}

TEST(MllpLink, a_name_that_does_not_exist_is_unreached) {
  Counters counters;
  MllpLink link({.host = "no-such-host.invalid", .port = 1}, counters);
  EXPECT_EQ(rendered(link.exchange("one", patience_ms)), "unreached");
}

TEST(MllpLink, a_connection_closed_between_exchanges_is_opened_again_unnoticed) {
  std::latch closed(1);
  Partner partner([&](RawServer& server) {
    {
      RawClient peer = server.accept();
      peer.read_frame();
      peer.send(framed("ack one"));
    }
    closed.count_down();
    RawClient peer = server.accept();
    EXPECT_EQ(peer.read_frame(), framed("two"));
    peer.send(framed("ack two"));
  });
  EXPECT_EQ(partner.exchange("one"), "answered ack one");
  closed.wait();
  EXPECT_EQ(partner.exchange("two"), "answered ack two");
  EXPECT_EQ(partner.counters.link_connects.value(), 2U);
}

struct Unknown {
  const char* name;
  std::function<void(RawClient&)> behaviour;  // behind the receipt of the message
};

class AfterTheFirstByte : public testing::TestWithParam<Unknown> {};

// Never answered, never unreached; and the next exchange is not touched by what was left over.
TEST_P(AfterTheFirstByte, every_failure_is_unknown_and_does_not_reach_the_next_exchange) {
  std::latch may_end(1);
  Partner partner([&](RawServer& server) {
    RawClient first = server.accept();
    first.read_frame();
    GetParam().behaviour(first);
    RawClient second = server.accept();
    EXPECT_EQ(second.read_frame(), framed("two"));
    // The late answer to the first message comes at the worst moment.
    first.send(framed("ack one"));
    second.send(framed("ack two"));
    may_end.wait();
  });
  EXPECT_EQ(partner.exchange("one", soon_ms), "unknown");
  EXPECT_EQ(partner.counters.dispatches_unknown.value(), 1U);
  EXPECT_EQ(partner.exchange("two"), "answered ack two");
  may_end.count_down();
}

INSTANTIATE_TEST_SUITE_P(
    Ways, AfterTheFirstByte,
    testing::Values(
        Unknown{"silence", [](RawClient&) {}},
        Unknown{"closed", [](RawClient& peer) { peer.close(); }},
        Unknown{"reset", [](RawClient& peer) { peer.reset(); }},
        Unknown{"half_an_answer",
                [](RawClient& peer) {
                  peer.send(
                      "\x0B"
                      "MSA|A");
                }},
        Unknown{"half_an_answer_and_closed",
                [](RawClient& peer) {
                  peer.send(
                      "\x0B"
                      "MSA|AA");
                  peer.close();
                }},
        Unknown{"end_without_return",
                [](RawClient& peer) {
                  peer.send(
                      "\x0B"
                      "ack\x1C"
                      "x");
                }},
        Unknown{"two_starts",
                [](RawClient& peer) {
                  peer.send(
                      "\x0B"
                      "a\x0B"
                      "ack\x1C\r");
                }},
        Unknown{"junk", [](RawClient& peer) { peer.send("HTTP/1.1 400 Bad Request\r\n\r\n"); }},
        Unknown{"endless_junk", [](RawClient& peer) { peer.send(std::string(200'000, 'x')); }},
        Unknown{"too_long",
                [](RawClient& peer) { peer.send(framed(std::string(2U << 20U, 'x'))); }}),
    [](const auto& each) { return std::string(each.param.name); });

TEST(MllpLink, junk_before_the_answer_is_counted_and_passed_over) {
  Partner partner([](RawServer& server) {
    RawClient peer = server.accept();
    peer.read_frame();
    peer.send("junk" + framed("ack one"));
  });
  EXPECT_EQ(partner.exchange("one"), "answered ack one");
  EXPECT_EQ(partner.counters.link_stray_bytes.value(), 4U);
}

TEST(MllpLink, B144_a_second_answer_does_not_meet_the_next_message) {
  std::latch may_end(1);
  Partner partner([&](RawServer& server) {
    RawClient first = server.accept();
    first.read_frame();
    first.send(framed("ack one") + framed("ack one again"));
    RawClient second = server.accept();
    second.read_frame();
    second.send(framed("ack two"));
    may_end.wait();
  });
  EXPECT_EQ(partner.exchange("one"), "answered ack one");
  EXPECT_EQ(partner.exchange("two"), "answered ack two");
  EXPECT_GE(partner.counters.link_stray_bytes.value(), framed("ack one again").size());
  may_end.count_down();
}

TEST(MllpLink, a_frame_that_was_there_before_we_sent_is_not_our_answer) {
  std::latch answered(1);
  std::latch stray_sent(1);
  std::latch may_end(1);
  Partner partner([&](RawServer& server) {
    RawClient first = server.accept();
    first.read_frame();
    first.send(framed("ack one"));
    answered.wait();
    first.send(framed("ack two"));
    stray_sent.count_down();
    EXPECT_EQ(first.read_frame(), "");  // the link left the connection that babbles
    RawClient second = server.accept();
    EXPECT_EQ(second.read_frame(), framed("two"));
    second.send(framed("the real ack two"));
    may_end.wait();
  });
  EXPECT_EQ(partner.exchange("one"), "answered ack one");
  answered.count_down();
  stray_sent.wait();
  EXPECT_EQ(partner.exchange("two"), "answered the real ack two");
  EXPECT_EQ(partner.counters.link_stray_bytes.value(), framed("ack two").size());
  may_end.count_down();
}

TEST(MllpLink, disconnecting_begins_a_new_connection) {
  Partner partner([](RawServer& server) {
    for (int i = 0; i < 2; ++i) {
      RawClient peer = server.accept();
      peer.read_frame();
      peer.send(framed("ack"));
      EXPECT_EQ(peer.read(1), "");
    }
  });
  EXPECT_EQ(partner.exchange("one"), "answered ack");
  partner.link.disconnect();
  EXPECT_EQ(partner.exchange("two"), "answered ack");
  partner.link.disconnect();
}

TEST(MllpLink, a_line_feed_behind_each_answer_keeps_the_connection) {
  Partner partner([](RawServer& server) {
    RawClient peer = server.accept();
    for (int i = 0; i < 3; ++i) {
      peer.read_frame();
      peer.send(framed("ack") + "\n");
    }
  });
  for (int i = 0; i < 3; ++i) EXPECT_EQ(partner.exchange("one"), "answered ack");
  EXPECT_EQ(partner.counters.link_connects.value(), 1U);
}

TEST(MllpLink, B144_an_answer_to_something_else_is_unknown) {
  Counters counters;
  RawServer server([](RawServer& self) {
    RawClient peer = self.accept();
    peer.read_frame();
    peer.send(framed("ack other"));
    EXPECT_EQ(peer.read(1), "");
  });
  MllpLink link(
      {.host = "127.0.0.1",
       .port = server.port(),
       .answers = [](std::string_view message,
                     std::string_view answer) { return answer == "ack " + std::string(message); }},
      counters);
  EXPECT_EQ(rendered(link.exchange("one", patience_ms)), "unknown");
}

TEST(MllpLink, many_threads_each_get_their_own_answer) {
  constexpr int threads = 8;
  constexpr int rounds = 100;
  Partner partner([](RawServer& server) {
    RawClient peer = server.accept();
    for (int i = 0; i < threads * rounds; ++i) {
      const std::string frame = peer.read_frame();
      peer.send(
          "\x0B"
          "ack " +
          frame.substr(1));
    }
  });
  std::vector<std::thread> workers;
  for (int worker = 0; worker < threads; ++worker) {
    workers.emplace_back([&, worker] {
      for (int round = 0; round < rounds; ++round) {
        const std::string mine = std::to_string(worker) + "-" + std::to_string(round);
        EXPECT_EQ(partner.exchange(mine), "answered ack " + mine);
      }
    });
  }
  for (std::thread& worker : workers) worker.join();
}

}  // namespace
}  // namespace bridge::shell
