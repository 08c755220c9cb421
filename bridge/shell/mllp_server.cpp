// SPDX-License-Identifier: Apache-2.0
#include "shell/mllp_server.h"

#include <utility>
#include <vector>

namespace bridge::shell {
namespace {

// Holds most messages whole, so that they are read in place.
constexpr std::size_t chunk_bytes = 16384;

// What one connection does from its first byte to its end.
class Conversation {
 public:
  Conversation(Connection& connection, const Peer& peer, const MllpLimits& limits,
               const MllpHandlers& handlers, engine::Counters& counters)
      : connection_(connection),
        peer_(peer),
        limits_(limits),
        handlers_(handlers),
        counters_(counters),
        reader_(limits.frame),
        buffer_(chunk_bytes) {}

  void run() {
    while (true) {
      const Connection::Received received = connection_.receive(buffer_, frame_deadline_);
      switch (received.outcome) {
        case Connection::Outcome::bytes:
          break;
        case Connection::Outcome::broken:
          counters_.connections_broken.add();
          [[fallthrough]];
        case Connection::Outcome::closed:
        case Connection::Outcome::late:
          // An open frame is lost; it was never a message (B04, B08).
          if (reader_.frame_open()) counters_.count_fault(FaultCode::frame_late);
          return;
      }
      if (connection_.asked_to_stop()) return;
      if (!take({buffer_.data(), received.size})) return;
    }
  }

 private:
  // False: the connection ends.
  bool take(std::string_view chunk) {
    const std::uint64_t noise_before = reader_.counters().noise_bytes;
    while (const auto event = reader_.next(chunk)) {
      frame_deadline_.reset();
      noise_deadline_.reset();
      if (!deal_with(*event) || connection_.asked_to_stop()) return false;
    }
    if (reader_.frame_open()) {
      noise_deadline_.reset();
      if (!frame_deadline_) frame_deadline_ = deadline_in(limits_.frame_ms);
      return true;
    }
    if (reader_.counters().noise_bytes == noise_before) return true;
    // B01. A lone line feed behind each frame, as some senders have it, ends with the next frame.
    if (!noise_deadline_) noise_deadline_ = deadline_in(limits_.noise_ms);
    if (std::chrono::steady_clock::now() < *noise_deadline_) return true;
    count_noise(reader_.counters().noise_bytes - noise_before);
    return false;
  }

  bool deal_with(const hl7::FrameEvent& event) {
    if (!event.fault) {
      counters_.frames_received.add();
      return answer(handlers_.message(event.message, peer_));
    }
    if (*event.fault == FaultCode::frame_noise) {
      count_noise(event.noise);
      return event.noise <= limits_.frame.noise_bytes;
    }
    counters_.count_fault(*event.fault);
    if (*event.fault == FaultCode::frame_too_long) {
      if (handlers_.too_long) answer(handlers_.too_long(event.message, peer_));
      connection_.finish();
      return false;
    }
    return *event.fault == FaultCode::frame_cut;  // B02 goes on, B03 ends
  }

  void count_noise(std::uint64_t bytes) {
    counters_.count_fault(FaultCode::frame_noise);
    counters_.frames_noise_bytes.add(bytes);
  }

  bool answer(const Reply& reply) {
    if (!reply.message.empty()) {
      out_.clear();
      hl7::frame(out_, reply.message);
      if (!connection_.send(out_, deadline_in(limits_.write_ms)).complete) {
        counters_.connections_broken.add();
        return false;
      }
    }
    if (reply.then == Reply::Then::keep) return true;
    connection_.finish();
    return false;
  }

  Connection& connection_;
  const Peer& peer_;
  const MllpLimits& limits_;
  const MllpHandlers& handlers_;
  engine::Counters& counters_;
  hl7::FrameReader reader_;
  std::vector<char> buffer_;
  std::string out_;
  std::optional<Deadline> frame_deadline_;
  std::optional<Deadline> noise_deadline_;
};

}  // namespace

Result<std::unique_ptr<MllpServer>> MllpServer::start(const AcceptorOptions& options,
                                                      const MllpLimits& limits,
                                                      MllpHandlers handlers,
                                                      engine::Counters& counters) {
  BRIDGE_TRY(auto acceptor, Acceptor::start(
                                options,
                                [limits, handlers = std::move(handlers), &counters](
                                    Connection& connection, const Peer& peer) {
                                  Conversation(connection, peer, limits, handlers, counters).run();
                                },
                                counters));
  return std::unique_ptr<MllpServer>(new MllpServer(std::move(acceptor)));
}

}  // namespace bridge::shell
