// SPDX-License-Identifier: Apache-2.0
// Partner: stands in for the bridge at a simulated end: keeps what comes, answers as it is told.
#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "engine/counters.h"
#include "hl7/parse.h"
#include "shell/mllp_link.h"
#include "shell/mllp_server.h"
#include "simulate/answers.h"
#include "support/manual_clock.h"

namespace bridge::simulate {

class Partner {
 public:
  // What to answer to a message, given its number from 1: an MSA-1, or "" to say nothing and "cut"
  // to end the connection.
  std::function<std::string(const std::string& message, std::size_t number)> code =
      [](const std::string&, std::size_t) { return "CA"; };

  Partner() {
    shell::MllpHandlers handlers;
    handlers.message = [this](std::string_view text, const shell::Peer&) { return take(text); };
    handlers.too_long = [](std::string_view, const shell::Peer&) { return shell::Reply{}; };
    auto started = shell::MllpServer::start({}, {}, std::move(handlers), counters_);
    EXPECT_TRUE(started.has_value());
    server_ = *std::move(started);
  }
  ~Partner() { close(); }
  void close() {
    if (server_) (void)server_->stop(1000);
    server_.reset();
  }

  std::uint16_t port() const { return server_->port(); }
  std::vector<std::string> messages() const {
    const std::lock_guard lock(mutex_);
    return messages_;
  }
  // The first so many messages, when they have come; fewer when they do not within 10 s.
  std::vector<std::string> wait_for(std::size_t count) const {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, std::chrono::seconds(10), [&] { return messages_.size() >= count; });
    return messages_;
  }

 private:
  shell::Reply take(std::string_view text) {
    std::string answer;
    {
      const std::lock_guard lock(mutex_);
      messages_.emplace_back(text);
      answer = code(messages_.back(), messages_.size());
    }
    changed_.notify_all();
    if (answer.empty()) return {{}, shell::Reply::Then::keep};
    if (answer == "cut") return {{}, shell::Reply::Then::close};
    const auto message = hl7::parse(std::string(text));
    EXPECT_TRUE(message.has_value());
    return {write_acknowledgement(*message, answer, "PARTNER-1", Instant::from_unix_ms(0)),
            shell::Reply::Then::keep};
  }

  engine::Counters counters_;
  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  std::vector<std::string> messages_;
  std::unique_ptr<shell::MllpServer> server_;
};

inline std::string field(const std::string& text, std::string_view segment, std::size_t number,
                         std::size_t component = 1) {
  const auto message = hl7::parse(text);
  if (!message) return "unreadable";
  return text_of(message->find(segment).field(number).component(component));
}

}  // namespace bridge::simulate
