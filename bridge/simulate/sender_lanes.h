// SPDX-License-Identifier: Apache-2.0
// SenderLanes: messages to the bridge, in order within a lane, each repeated with the same bytes
// until it is acknowledged.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "engine/counters.h"
#include "shell/mllp_link.h"
#include "simulate/answers.h"

namespace bridge::simulate {

struct SenderSettings {
  std::string host = "127.0.0.1";
  std::uint16_t port = 0;
  std::size_t lanes = 4;  // connections
  std::size_t waiting_at_most = 20'000;
  std::int64_t answer_within_ms = 5'000;  // real time, as the next
  std::int64_t again_after_ms = 250;
};

struct Outgoing {
  std::string control_id;  // MSH-10 of the text
  std::string text;
  std::string about;  // for the caller: an event id, or empty
};

class SenderLanes {
 public:
  // Told from the lane's thread, once for each message: its final acknowledgement. CR and AR are
  // not final (HL7 v2.6 2.9.2.2): the message is sent again.
  using Settled = std::function<void(const Outgoing&, const Acknowledgement&)>;

  SenderLanes(SenderSettings settings, Settled settled);
  ~SenderLanes();
  SenderLanes(const SenderLanes&) = delete;
  SenderLanes& operator=(const SenderLanes&) = delete;

  // Keeps the order of calls with the same lane key. False when it is full: nothing was taken.
  bool send(std::size_t lane_key, Outgoing message);
  // Room for so many more.
  bool has_room(std::size_t messages) const;
  std::size_t waiting() const;
  std::uint64_t repeats() const;
  void stop();

 private:
  struct Lane {
    std::deque<Outgoing> queue;
    std::unique_ptr<shell::MllpLink> link;
    std::thread thread;
  };

  void run(Lane& lane);

  const SenderSettings settings_;
  const Settled settled_;
  engine::Counters counters_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::unique_ptr<Lane>> lanes_;
  std::size_t waiting_ = 0;
  std::uint64_t repeats_ = 0;
  bool stopping_ = false;
};

}  // namespace bridge::simulate
