// SPDX-License-Identifier: Apache-2.0
// RawClient: a partner that sends any bytes and sees any bytes, on plain sockets of its own.
#pragma once

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

namespace bridge::shell {

// No wait of a test is longer; only a failing test waits that long.
inline constexpr int patience_ms = 10'000;

class RawClient {
 public:
  explicit RawClient(std::uint16_t port) : descriptor_(::socket(AF_INET, SOCK_STREAM, 0)) {
    const sockaddr_in address = loopback(port);
    connected_ =
        ::connect(descriptor_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    EXPECT_TRUE(connected_) << "port " << port;
  }
  // Takes over a descriptor.
  static RawClient of(int descriptor) { return RawClient(descriptor, 0); }
  RawClient(RawClient&& other) noexcept
      : descriptor_(std::exchange(other.descriptor_, -1)), connected_(other.connected_) {}
  RawClient& operator=(RawClient&&) = delete;
  ~RawClient() { close(); }

  void close() {
    if (descriptor_ >= 0) ::close(std::exchange(descriptor_, -1));
  }
  void reset() {
    const linger at_once{1, 0};
    ::setsockopt(descriptor_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    close();
  }
  void end_writing() const { ::shutdown(descriptor_, SHUT_WR); }

  // False when the other end has gone.
  bool send(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  // Up to `size` bytes, less only at the end of the connection or of our patience.
  std::string read(std::size_t size) {
    std::string text;
    while (text.size() < size) {
      const std::string more = some(size - text.size());
      if (more.empty()) break;
      text += more;
    }
    return text;
  }
  std::string read_until(std::string_view end) {
    std::string text;
    while (text.size() < end.size() || !text.ends_with(end)) {
      const std::string more = some(1);
      if (more.empty()) break;
      text += more;
    }
    return text;
  }
  std::string read_frame() { return read_until("\x1C\r"); }
  // All bytes up to the end; fails the test when the connection is kept open.
  std::string read_to_end() {
    std::string text;
    while (true) {
      const std::string more = some(65536);
      if (more.empty()) break;
      text += more;
    }
    EXPECT_TRUE(ended_) << "the connection was kept open behind: " << text;
    return text;
  }
  // The other end closed with bytes of ours unread: what it said last could have been lost.
  bool was_reset() const { return was_reset_; }

 private:
  RawClient(int descriptor, int) : descriptor_(descriptor), connected_(descriptor >= 0) {}
  static sockaddr_in loopback(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
  }
  std::string some(std::size_t size) {
    pollfd waiting{descriptor_, POLLIN, 0};
    if (::poll(&waiting, 1, patience_ms) <= 0) return "";
    std::string text(size, '\0');
    const ssize_t received = ::recv(descriptor_, text.data(), size, 0);
    if (received <= 0) {
      ended_ = true;
      was_reset_ = received < 0;
      return "";
    }
    text.resize(static_cast<std::size_t>(received));
    return text;
  }

  friend class RawServer;
  int descriptor_;
  bool connected_;
  bool ended_ = false;
  bool was_reset_ = false;
};

// Takes connections one behind the other, each with its part of the script, on a thread of its own.
class RawServer {
 public:
  explicit RawServer(std::function<void(RawServer&)> script)
      : descriptor_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address = RawClient::loopback(0);
    EXPECT_EQ(::bind(descriptor_, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    EXPECT_EQ(::listen(descriptor_, 16), 0);
    socklen_t size = sizeof address;
    ::getsockname(descriptor_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this, script = std::move(script)] { script(*this); });
  }
  ~RawServer() {
    join();
    ::close(descriptor_);
  }
  void join() {
    if (thread_.joinable()) thread_.join();
  }
  std::uint16_t port() const { return port_; }
  RawClient accept() const {
    pollfd waiting{descriptor_, POLLIN, 0};
    if (::poll(&waiting, 1, patience_ms) <= 0) {
      ADD_FAILURE() << "nobody connected";
      return RawClient::of(-1);
    }
    return RawClient::of(::accept(descriptor_, nullptr, nullptr));
  }

 private:
  int descriptor_;
  std::uint16_t port_ = 0;
  std::thread thread_;
};

inline std::string framed(std::string_view message) {
  return "\x0B" + std::string(message) + "\x1C\r";
}

// Waits for something that another thread is about to do.
template <class Condition>
bool eventually(Condition condition) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(patience_ms);
  while (!condition()) {
    if (std::chrono::steady_clock::now() > end) return false;
    std::this_thread::yield();
  }
  return true;
}

}  // namespace bridge::shell
