// SPDX-License-Identifier: Apache-2.0
#include "simulate/sender_lanes.h"

#include <chrono>
#include <utility>

namespace bridge::simulate {

SenderLanes::SenderLanes(SenderSettings settings, Settled settled)
    : settings_(std::move(settings)), settled_(std::move(settled)) {
  for (std::size_t i = 0; i < settings_.lanes; ++i) {
    auto lane = std::make_unique<Lane>();
    shell::MllpLinkOptions options;
    options.host = settings_.host;
    options.port = settings_.port;
    options.answers = answers;
    lane->link = std::make_unique<shell::MllpLink>(std::move(options), counters_);
    lanes_.push_back(std::move(lane));
  }
  for (const auto& lane : lanes_) {
    lane->thread = std::thread([this, &held = *lane] { run(held); });
  }
}

SenderLanes::~SenderLanes() { stop(); }

void SenderLanes::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  for (const auto& lane : lanes_) {
    if (lane->thread.joinable()) lane->thread.join();
  }
}

bool SenderLanes::send(std::size_t lane_key, Outgoing message) {
  {
    const std::lock_guard lock(mutex_);
    if (stopping_ || waiting_ >= settings_.waiting_at_most) return false;
    ++waiting_;
    lanes_[lane_key % lanes_.size()]->queue.push_back(std::move(message));
  }
  changed_.notify_all();
  return true;
}

bool SenderLanes::has_room(std::size_t messages) const {
  const std::lock_guard lock(mutex_);
  return waiting_ + messages <= settings_.waiting_at_most;
}

std::size_t SenderLanes::waiting() const {
  const std::lock_guard lock(mutex_);
  return waiting_;
}

std::uint64_t SenderLanes::repeats() const {
  const std::lock_guard lock(mutex_);
  return repeats_;
}

void SenderLanes::run(Lane& lane) {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [&] { return stopping_ || !lane.queue.empty(); });
    if (stopping_) return;
    const Outgoing message = lane.queue.front();
    lock.unlock();
    const auto outcome = lane.link->exchange(message.text, settings_.answer_within_ms);
    Acknowledgement answer;
    if (outcome.fate == engine::Link::Fate::answered) answer = read_acknowledgement(outcome.answer);
    const bool final_answer = !answer.code.empty() && !answer.again();
    if (final_answer) settled_(message, answer);
    lock.lock();
    if (final_answer) {
      lane.queue.pop_front();
      --waiting_;
      continue;
    }
    ++repeats_;
    changed_.wait_for(lock, std::chrono::milliseconds(settings_.again_after_ms),
                      [this] { return stopping_; });
  }
}

}  // namespace bridge::simulate
