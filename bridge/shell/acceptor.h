// SPDX-License-Identifier: Apache-2.0
// Acceptor: takes connections on one address and serves each on a thread of its own bounded pool.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "base/result.h"
#include "engine/counters.h"
#include "shell/connection.h"

namespace bridge::shell {

struct AcceptorOptions {
  std::string host = "127.0.0.1";
  std::uint16_t port = 0;  // 0: the system chooses, see Acceptor::port
  std::uint32_t connections = 500;
  std::uint32_t connections_per_peer = 500;  // B12
};

class Acceptor {
 public:
  // Runs on the connection's thread; the connection is closed when it returns. What it throws is
  // counted as a defect and costs that connection only.
  using Serve = std::function<void(Connection&, const Peer&)>;

  // Listens from here on. Fault: configuration_wrong, when the address cannot be had.
  static Result<std::unique_ptr<Acceptor>> start(const AcceptorOptions& options, Serve serve,
                                                 engine::Counters& counters);
  ~Acceptor();
  Acceptor(const Acceptor&) = delete;
  Acceptor& operator=(const Acceptor&) = delete;

  std::uint16_t port() const;

  // Closes the listening socket, lets each connection finish what it has in work, and waits for
  // them up to the deadline; then cuts what is left. False: something was cut.
  bool stop(std::int64_t timeout_ms);

 private:
  class State;
  explicit Acceptor(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace bridge::shell
