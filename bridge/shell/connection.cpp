// SPDX-License-Identifier: Apache-2.0
#include "shell/connection.h"

#include <Poco/Net/SocketAddress.h>
#include <Poco/Net/StreamSocket.h>
#include <Poco/Timespan.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <limits>

namespace bridge::shell {
namespace {

constexpr std::int64_t finish_ms = 1000;
constexpr std::size_t finish_bytes = 4U << 20U;

bool would_wait(int error) { return error == EAGAIN || error == EWOULDBLOCK; }

}  // namespace

Result<std::unique_ptr<Connection>> Connection::open(const std::string& host, std::uint16_t port,
                                                     std::int64_t timeout_ms) {
  try {
    const Poco::Net::SocketAddress address(host, port);
    Poco::Net::StreamSocket socket;
    socket.connect(address, Poco::Timespan(timeout_ms * Poco::Timespan::MILLISECONDS));
    return std::make_unique<Connection>(socket);
  } catch (const std::exception&) {
    return Fault{FaultCode::link_failed, host + ":" + std::to_string(port), ""};
  }
}

Connection::Connection(const Poco::Net::StreamSocket& socket)
    : socket_(std::make_unique<Poco::Net::StreamSocket>(socket)),
      descriptor_(socket_->impl()->sockfd()) {
  try {
    socket_->setNoDelay(true);
    socket_->setKeepAlive(true);  // an idle connection may be for ever, a dead one may not
    socket_->setBlocking(true);
  } catch (const std::exception&) {
    // The partner is gone already: the first read or write says so.
  }
}

Connection::~Connection() = default;

bool Connection::wait(short events, Deadline deadline) const {
  while (true) {
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    const auto ms = std::clamp<std::int64_t>(left.count(), 0, std::numeric_limits<int>::max());
    pollfd waiting{descriptor_, events, 0};
    const int ready = ::poll(&waiting, 1, static_cast<int>(ms));
    if (ready > 0) return true;
    if (ready == 0 && ms == 0) return false;
    if (ready < 0 && errno != EINTR) return true;  // the read or write that follows tells why
  }
}

Connection::Received Connection::receive(std::span<char> into, std::optional<Deadline> deadline) {
  if (deadline && !wait(POLLIN, *deadline)) return {Outcome::late, 0};
  while (true) {
    const ssize_t size = ::recv(descriptor_, into.data(), into.size(), 0);
    if (size > 0) return {Outcome::bytes, static_cast<std::size_t>(size)};
    if (size == 0) return {Outcome::closed, 0};
    if (errno != EINTR) return {Outcome::broken, 0};
  }
}

Connection::Received Connection::receive_waiting(std::span<char> into) {
  while (true) {
    const ssize_t size = ::recv(descriptor_, into.data(), into.size(), MSG_DONTWAIT);
    if (size > 0) return {Outcome::bytes, static_cast<std::size_t>(size)};
    if (size == 0) return {Outcome::closed, 0};
    if (would_wait(errno)) return {Outcome::late, 0};
    if (errno != EINTR) return {Outcome::broken, 0};
  }
}

Connection::Sent Connection::send(std::string_view bytes, Deadline deadline) {
  Sent sent;
  while (sent.size < bytes.size()) {
    const ssize_t size = ::send(descriptor_, bytes.data() + sent.size, bytes.size() - sent.size,
                                MSG_NOSIGNAL | MSG_DONTWAIT);
    if (size >= 0) {
      sent.size += static_cast<std::size_t>(size);
    } else if (would_wait(errno)) {
      if (!wait(POLLOUT, deadline)) return sent;
    } else if (errno != EINTR) {
      return sent;
    }
  }
  sent.complete = true;
  return sent;
}

void Connection::finish() {
  if (::shutdown(descriptor_, SHUT_WR) != 0) return;
  const Deadline deadline = deadline_in(finish_ms);
  std::array<char, 16384> passed;
  std::size_t total = 0;
  while (total < finish_bytes && !asked_to_stop()) {
    const Received received = receive(passed, deadline);
    if (received.outcome != Outcome::bytes) return;
    total += received.size;
  }
}

void Connection::ask_to_stop() {
  stopping_.store(true, std::memory_order_release);
  ::shutdown(descriptor_, SHUT_RD);
}

void Connection::cut() { ::shutdown(descriptor_, SHUT_RDWR); }

}  // namespace bridge::shell
