// SPDX-License-Identifier: Apache-2.0
#include "shell/acceptor.h"

#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/SocketAddress.h>
#include <Poco/Net/StreamSocket.h>
#include <Poco/Runnable.h>
#include <Poco/ThreadPool.h>
#include <sys/socket.h>

#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <set>
#include <thread>
#include <utility>

namespace bridge::shell {
namespace {

constexpr int backlog = 512;
// A handler reads and decides on this stack; the readers do not recurse.
constexpr int stack_bytes = 512 * 1024;
constexpr int idle_seconds = 60;
// A thread becomes free for the pool a moment after its connection has left our count.
constexpr int spare_threads = 32;
// When descriptors or memory run out, accepting again at once would only spin.
constexpr std::chrono::milliseconds pause_after_failure{100};

std::atomic<std::uint64_t> connection_number = 0;

}  // namespace

// Not Poco's TCPServer: in 1.11 it goes on accepting after stop(), leaves running connections alone
// and loses a thread for each connection whose construction throws.
class Acceptor::State {
 public:
  State(const AcceptorOptions& options, Serve serve, engine::Counters& counters)
      : options_(options),
        serve_(std::move(serve)),
        counters_(counters),
        pool_("connections", 1, static_cast<int>(options.connections) + spare_threads, idle_seconds,
              stack_bytes) {}

  ~State() {
    stop(0);
    pool_.joinAll();
  }

  // Throws what Poco throws.
  void listen() {
    const Poco::Net::SocketAddress address(options_.host, options_.port);
    // Without SO_REUSEPORT, which Poco sets by default: a second process would share our port.
    socket_.bind(address, true, false);
    socket_.listen(backlog);
    port_ = socket_.address().port();
    thread_ = std::thread([this] { accept_all(); });
  }

  std::uint16_t port() const { return port_; }

  bool stop(std::int64_t timeout_ms) {
    std::unique_lock lock(mutex_);
    if (!std::exchange(stopping_, true)) {
      ::shutdown(socket_.impl()->sockfd(), SHUT_RDWR);  // wakes accept()
      changed_.notify_all();
      lock.unlock();
      if (thread_.joinable()) thread_.join();
      socket_.close();
      lock.lock();
      for (Session* session : sessions_) session->connection.ask_to_stop();
    }
    if (changed_.wait_until(lock, deadline_in(timeout_ms), [this] { return sessions_.empty(); })) {
      return true;
    }
    for (Session* session : sessions_) session->connection.cut();
    return false;
  }

 private:
  // Deletes itself at its end: the pool knows it as a reference only.
  struct Session final : Poco::Runnable {
    Session(State& owner, const Poco::Net::StreamSocket& socket)
        : state(owner), connection(socket) {}
    void run() override { state.serve_one(this); }
    State& state;
    Connection connection;
    Peer peer;
  };

  void accept_all() {
    while (true) {
      try {
        Poco::Net::SocketAddress from;
        // The session alone holds the socket: it is closed when the session ends, by its thread.
        auto session = std::make_unique<Session>(*this, socket_.acceptConnection(from));
        session->peer = {from.host().toString(), from.port(), ++connection_number};
        if (!take(std::move(session))) return;
      } catch (const std::exception&) {
        std::unique_lock lock(mutex_);
        if (changed_.wait_for(lock, pause_after_failure, [this] { return stopping_; })) return;
        counters_.connections_broken.add();
      }
    }
  }

  // False when we are stopping.
  bool take(std::unique_ptr<Session> session) {
    {
      const std::lock_guard lock(mutex_);
      if (stopping_) return false;
      std::uint32_t& of_peer = per_peer_[session->peer.address];
      if (sessions_.size() >= options_.connections || of_peer >= options_.connections_per_peer) {
        if (of_peer == 0) per_peer_.erase(session->peer.address);
        counters_.connections_refused.add();
        return true;
      }
      ++of_peer;
      sessions_.insert(session.get());
    }
    counters_.connections_accepted.add();
    counters_.connections_open.add(1);
    try {
      pool_.start(*session);
      session.release();
    } catch (const std::exception&) {
      counters_.connections_refused.add();
      forget(session.get());
    }
    return true;
  }

  void serve_one(Session* raw) {
    const std::unique_ptr<Session> session(raw);
    try {
      serve_(session->connection, session->peer);
    } catch (...) {
      counters_.handler_failures.add();
    }
    forget(raw);
  }

  void forget(Session* session) {
    counters_.connections_open.add(-1);
    const std::lock_guard lock(mutex_);
    const auto of_peer = per_peer_.find(session->peer.address);
    if (--of_peer->second == 0) per_peer_.erase(of_peer);
    sessions_.erase(session);
    if (sessions_.empty()) changed_.notify_all();
  }

  const AcceptorOptions options_;
  const Serve serve_;
  engine::Counters& counters_;
  Poco::Net::ServerSocket socket_;
  std::uint16_t port_ = 0;
  std::thread thread_;

  std::mutex mutex_;
  std::condition_variable changed_;
  bool stopping_ = false;                          // under mutex_
  std::set<Session*> sessions_;                    // under mutex_
  std::map<std::string, std::uint32_t> per_peer_;  // under mutex_
  Poco::ThreadPool pool_;                          // last: its threads use all of the above
};

Result<std::unique_ptr<Acceptor>> Acceptor::start(const AcceptorOptions& options, Serve serve,
                                                  engine::Counters& counters) {
  try {
    auto state = std::make_unique<State>(options, std::move(serve), counters);
    state->listen();
    return std::unique_ptr<Acceptor>(new Acceptor(std::move(state)));
  } catch (const std::exception&) {
    return Fault{FaultCode::link_failed, options.host + ":" + std::to_string(options.port),
                 "this address cannot be listened on"};
  }
}

Acceptor::Acceptor(std::unique_ptr<State> state) : state_(std::move(state)) {}
Acceptor::~Acceptor() = default;

std::uint16_t Acceptor::port() const { return state_->port(); }

bool Acceptor::stop(std::int64_t timeout_ms) { return state_->stop(timeout_ms); }

}  // namespace bridge::shell
