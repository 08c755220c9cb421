// SPDX-License-Identifier: Apache-2.0
// Connection: one TCP connection with a deadline on every wait; the only way to a partner's socket.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"

namespace Poco::Net {
class StreamSocket;
}

namespace bridge::shell {

using Deadline = std::chrono::steady_clock::time_point;

inline Deadline deadline_in(std::int64_t ms) {
  return std::chrono::steady_clock::now() + std::chrono::milliseconds(ms);
}

// Who is at the other end. `connection` numbers the connections of this process, for logs.
struct Peer {
  std::string address;
  std::uint16_t port = 0;
  std::uint64_t connection = 0;
};

// For one thread at a time, but for ask_to_stop() and cut(). Nothing throws.
class Connection {
 public:
  enum class Outcome : std::uint8_t { bytes, closed, late, broken };
  struct Received {
    Outcome outcome = Outcome::broken;
    std::size_t size = 0;
  };
  struct Sent {
    std::size_t size = 0;  // bytes that the operating system took: some of them may have left
    bool complete = false;
  };

  // Fault: link_failed. The name is looked up first, which has no deadline of its own.
  static Result<std::unique_ptr<Connection>> open(const std::string& host, std::uint16_t port,
                                                  std::int64_t timeout_ms);
  explicit Connection(const Poco::Net::StreamSocket& socket);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // Waits for at least one byte; without a deadline for ever.
  Received receive(std::span<char> into, std::optional<Deadline> deadline);
  // What is here already; `late` when that is nothing.
  Received receive_waiting(std::span<char> into);
  Sent send(std::string_view bytes, Deadline deadline);
  // Ends our side and passes over what the partner still sends, for a moment: closing with unread
  // bytes would reset the connection, and the partner could lose our last answer (RFC 9112 9.6).
  void finish();

  // From any thread: what was received can still be answered, nothing more is read.
  void ask_to_stop();
  bool asked_to_stop() const { return stopping_.load(std::memory_order_acquire); }
  // From any thread: both directions end at once.
  void cut();

 private:
  bool wait(short events, Deadline deadline) const;

  std::unique_ptr<Poco::Net::StreamSocket> socket_;
  int descriptor_;
  std::atomic<bool> stopping_ = false;
};

}  // namespace bridge::shell
