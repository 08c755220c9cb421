// SPDX-License-Identifier: Apache-2.0
// MllpLink: one connection to one partner, one message at a time: sent, then its answer awaited.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "engine/counters.h"
#include "engine/ports.h"
#include "hl7/mllp.h"
#include "shell/connection.h"

namespace bridge::shell {

struct MllpLinkOptions {
  std::string host;
  std::uint16_t port = 0;
  std::int64_t connect_ms = 5000;
  hl7::FrameLimits frame = {};
  // Whether a frame is the answer to this message (MSA-2 is its MSH-10). Without it the first frame
  // behind the message is handed over, and the caller must look. One that is not makes the fate
  // unknown and ends the connection, so that no late answer can meet the next message (B144, P7).
  std::function<bool(std::string_view message, std::string_view answer)> answers = {};
};

// The connection is opened by the first exchange and again by the first after its end. May be
// called from several threads; exchanges wait for each other. `unreached` is said only when no byte
// of the message was handed to the operating system.
class MllpLink final : public engine::Link {
 public:
  MllpLink(MllpLinkOptions options, engine::Counters& counters);
  Outcome exchange(std::string_view message, std::int64_t timeout_ms) override;
  // The next exchange begins with a new connection.
  void disconnect();

 private:
  bool ready();
  bool pass_over_strays();
  Outcome await_answer(std::string_view message, Deadline deadline);
  Outcome unknown();

  const MllpLinkOptions options_;
  engine::Counters& counters_;
  std::mutex mutex_;
  std::unique_ptr<Connection> connection_;  // under mutex_, as the rest
  std::string out_;
  std::vector<char> buffer_;
};

}  // namespace bridge::shell
