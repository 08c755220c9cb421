// SPDX-License-Identifier: Apache-2.0
// Listener: takes messages from partners and gives back what its handler answers; MLLP over TCP.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "engine/counters.h"
#include "hl7/mllp.h"
#include "shell/acceptor.h"

namespace bridge::shell {

struct Reply {
  enum class Then : std::uint8_t { keep, close };
  std::string message;  // unframed; empty: nothing is sent
  Then then = Then::keep;
};

// Both run on the connection's own thread, many at a time.
struct MllpHandlers {
  // One whole frame, perhaps empty (B05). The view lasts for the call.
  std::function<Reply(std::string_view message, const Peer& peer)> message;
  // B06: the beginning of a message that is too long to be read. After the reply the connection is
  // closed. Everything else that is no frame is counted and gets no answer.
  std::function<Reply(std::string_view beginning, const Peer& peer)> too_long;
};

struct MllpLimits {
  hl7::FrameLimits frame;
  std::int64_t frame_ms = 30'000;  // B04, B08: from the first byte of a frame to its last
  std::int64_t noise_ms = 10'000;  // B01: how long bytes outside of frames may go on
  std::int64_t write_ms = 10'000;  // for one answer
};

// What a service sees of any way in; a poll loop for thousands of connections would be a second
// form.
class Listener {
 public:
  virtual ~Listener() = default;
  virtual std::uint16_t port() const = 0;
  // Takes no more connections and no more messages; what is in work is finished and answered.
  // False: something was not finished in time and was cut off.
  virtual bool stop(std::int64_t timeout_ms) = 0;
};

// A thread for each connection. Silence between two frames may last for ever.
class MllpServer final : public Listener {
 public:
  static Result<std::unique_ptr<MllpServer>> start(const AcceptorOptions& options,
                                                   const MllpLimits& limits, MllpHandlers handlers,
                                                   engine::Counters& counters);
  std::uint16_t port() const override { return acceptor_->port(); }
  bool stop(std::int64_t timeout_ms) override { return acceptor_->stop(timeout_ms); }

 private:
  explicit MllpServer(std::unique_ptr<Acceptor> acceptor) : acceptor_(std::move(acceptor)) {}
  std::unique_ptr<Acceptor> acceptor_;
};

}  // namespace bridge::shell
