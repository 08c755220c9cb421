// SPDX-License-Identifier: Apache-2.0
#include "shell/mllp_link.h"

#include <utility>

namespace bridge::shell {
namespace {

constexpr std::size_t chunk_bytes = 16384;

// Some partners end each frame with a line feed more.
bool only_line_ends(std::string_view bytes) {
  return bytes.find_first_not_of("\r\n") == std::string_view::npos;
}

}  // namespace

MllpLink::MllpLink(MllpLinkOptions options, engine::Counters& counters)
    : options_(std::move(options)), counters_(counters), buffer_(chunk_bytes) {}

engine::Link::Outcome MllpLink::exchange(std::string_view message, std::int64_t timeout_ms) {
  const std::lock_guard lock(mutex_);
  if (!ready()) {
    counters_.dispatches_unreached.add();
    return {Fate::unreached, ""};
  }
  const Deadline deadline = deadline_in(timeout_ms);
  out_.clear();
  hl7::frame(out_, message);
  const Connection::Sent sent = connection_->send(out_, deadline);
  if (sent.size == 0) {
    connection_.reset();
    counters_.dispatches_unreached.add();
    return {Fate::unreached, ""};
  }
  if (!sent.complete) return unknown();
  return await_answer(message, deadline);
}

void MllpLink::disconnect() {
  const std::lock_guard lock(mutex_);
  connection_.reset();
}

// A connection that the partner has closed since is no reason to fail: nothing was sent yet.
bool MllpLink::ready() {
  if (connection_ && pass_over_strays()) return true;
  connection_.reset();
  auto opened = Connection::open(options_.host, options_.port, options_.connect_ms);
  if (!opened) {
    counters_.link_connect_failures.add();
    return false;
  }
  counters_.link_connects.add();
  connection_ = std::move(opened).value();
  return pass_over_strays();
}

// What came before we sent cannot be our answer. The rest of it may still be under way, so a
// connection that said something unasked is not used again.
bool MllpLink::pass_over_strays() {
  const Connection::Received received = connection_->receive_waiting(buffer_);
  if (received.outcome == Connection::Outcome::late) return true;
  if (received.outcome != Connection::Outcome::bytes) return false;
  counters_.link_stray_bytes.add(received.size);
  return only_line_ends({buffer_.data(), received.size});
}

engine::Link::Outcome MllpLink::await_answer(std::string_view message, Deadline deadline) {
  // New for each exchange: half a frame from before must not become the beginning of an answer.
  hl7::FrameReader reader(options_.frame);
  while (true) {
    const Connection::Received received = connection_->receive(buffer_, deadline);
    if (received.outcome != Connection::Outcome::bytes) return unknown();
    std::string_view chunk(buffer_.data(), received.size);
    while (const auto event = reader.next(chunk)) {
      if (event->fault == FaultCode::frame_noise) {
        counters_.link_stray_bytes.add(event->noise);
        if (event->noise <= options_.frame.noise_bytes) continue;
      }
      if (event->fault) return unknown();
      if (options_.answers && !options_.answers(message, event->message)) {
        counters_.link_stray_bytes.add(event->message.size());
        return unknown();
      }
      Outcome outcome{Fate::answered, std::string(event->message)};
      counters_.dispatches_answered.add();
      // A second answer to one message (B144): it must not be there for the next.
      if (!only_line_ends(chunk)) {
        counters_.link_stray_bytes.add(chunk.size());
        connection_.reset();
      }
      return outcome;
    }
  }
}

// Whatever happens to this message now, its answer shall not reach us as the next one's.
engine::Link::Outcome MllpLink::unknown() {
  connection_.reset();
  counters_.dispatches_unknown.add();
  return {Fate::unknown, ""};
}

}  // namespace bridge::shell
