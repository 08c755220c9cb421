// SPDX-License-Identifier: Apache-2.0
// Load: sends frames over many connections, one at a time on each, and times every answer.
#pragma once

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "bench/group_commit.h"

namespace bridge::bench {

using Clock = std::chrono::steady_clock;

inline double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

// Rate and latency of one run.
struct Figures {
  double per_second = 0;
  double p50_us = 0;
  double p99_us = 0;
  std::uint64_t count = 0;

  static Figures of(std::vector<std::int64_t> latencies_ns, double seconds) {
    std::sort(latencies_ns.begin(), latencies_ns.end());
    const auto at = [&](std::size_t percent) {
      return static_cast<double>(latencies_ns[(latencies_ns.size() - 1) * percent / 100]) / 1e3;
    };
    return {static_cast<double>(latencies_ns.size()) / seconds, at(50), at(99),
            latencies_ns.size()};
  }
};

inline sockaddr_in loopback(std::uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(port);
  return address;
}

// -1 when nobody listens.
inline int connect_to(std::uint16_t port) {
  const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const sockaddr_in address = loopback(port);
  if (::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    ::close(fd);
    return -1;
  }
  const int on = 1;
  ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  return fd;
}

inline std::string framed(const std::string& text) { return "\x0b" + text + "\x1c\r"; }

inline void send_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) give_up("a connection was cut while sending");
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

class Load {
 public:
  using Frame = std::function<std::string(std::uint64_t number)>;
  using Check = std::function<bool(std::uint64_t number, std::string_view answer)>;

  Load(std::uint16_t port, std::size_t connections, Frame frame, Check check)
      : frame_(std::move(frame)), check_(std::move(check)), poll_(::epoll_create1(EPOLL_CLOEXEC)) {
    for (std::size_t i = 0; i < connections; ++i) {
      connections_.push_back({connect_to(port), 0, {}, {}, false});
      if (connections_[i].fd < 0) give_up("a connection was refused");
      epoll_event event{};
      event.events = EPOLLIN;
      event.data.u64 = i;
      ::epoll_ctl(poll_, EPOLL_CTL_ADD, connections_[i].fd, &event);
    }
  }
  ~Load() {
    for (const Connection& connection : connections_) ::close(connection.fd);
    ::close(poll_);
  }
  Load(const Load&) = delete;
  Load& operator=(const Load&) = delete;

  // `count` numbers from `first` on, or fewer when the seconds are over; each connection waits for
  // its answer before it sends again.
  Figures run(std::uint64_t first, std::uint64_t count, double seconds = 600) {
    next_ = first;
    last_ = first + count;
    latencies_.clear();
    latencies_.reserve(count);
    const Clock::time_point start = Clock::now();
    for (Connection& connection : connections_) send_next(connection);
    std::vector<epoll_event> ready(connections_.size());
    while (latencies_.size() < last_ - first) {
      if (next_ < last_ && seconds_since(start) > seconds) last_ = next_;
      const int found = ::epoll_wait(poll_, ready.data(), static_cast<int>(ready.size()), 30'000);
      if (found <= 0) give_up("no answer within 30 s");
      for (int i = 0; i < found; ++i) {
        receive(connections_[ready[static_cast<std::size_t>(i)].data.u64]);
      }
    }
    return Figures::of(latencies_, seconds_since(start));
  }

 private:
  struct Connection {
    int fd;
    std::uint64_t number;
    Clock::time_point sent;
    std::string answer;
    bool begun;
    std::int64_t latency_ns = 0;
  };

  void send_next(Connection& connection) {
    if (next_ == last_) return;
    connection.number = next_++;
    connection.answer.clear();
    connection.begun = false;
    const std::string frame = frame_(connection.number);
    connection.sent = Clock::now();
    send_all(connection.fd, frame);
  }

  void receive(Connection& connection) {
    char bytes[4096];
    const ssize_t size = ::recv(connection.fd, bytes, sizeof bytes, 0);
    if (size <= 0) give_up("a connection was cut while waiting for an answer");
    if (!connection.begun) {
      connection.begun = true;
      connection.latency_ns = (Clock::now() - connection.sent) / std::chrono::nanoseconds(1);
    }
    connection.answer.append(bytes, static_cast<std::size_t>(size));
    if (!connection.answer.ends_with("\x1c\r")) return;
    if (!check_(connection.number, connection.answer)) {
      std::replace(connection.answer.begin(), connection.answer.end(), '\r', '\n');
      give_up(("not the answer that was expected:\n" + connection.answer).c_str());
    }
    latencies_.push_back(connection.latency_ns);
    send_next(connection);
  }

  Frame frame_;
  Check check_;
  int poll_;
  std::vector<Connection> connections_;
  std::uint64_t next_ = 0;
  std::uint64_t last_ = 0;
  std::vector<std::int64_t> latencies_;
};

}  // namespace bridge::bench
