// SPDX-License-Identifier: Apache-2.0
#include "hl7/mllp.h"

#include <algorithm>

namespace bridge::hl7 {
namespace {

constexpr char frame_start = '\x0B';  // VT
constexpr char frame_end = '\x1C';    // FS
constexpr char after_end = '\r';

// Of thousands of idle connections none should keep the memory of its one large message.
constexpr std::size_t kept_capacity = std::size_t{64} << 10;

// Bytes of `chunk` before the next frame character; all of them when there is none.
std::size_t plain_bytes(std::string_view chunk) {
  const std::string_view before_end = chunk.substr(0, chunk.find(frame_end));
  return std::min(before_end.find(frame_start), before_end.size());
}

}  // namespace

void FrameReader::release() {
  if (held_.capacity() > kept_capacity) std::string().swap(held_);
  held_.clear();
}

void FrameReader::begin() {
  release();
  shown_ = false;
  told_too_long_ = false;
  state_ = State::inside;
}

std::optional<FrameEvent> FrameReader::next(std::string_view& chunk) {
  if (shown_) release();
  shown_ = false;
  while (!chunk.empty()) {
    std::optional<FrameEvent> event;
    switch (state_) {
      case State::outside: event = pass_noise(chunk); break;
      case State::inside: event = collect(chunk); break;
      case State::passing_over: event = pass_over(chunk); break;
      case State::ending: event = finish(chunk, held_); break;
    }
    if (event) return event;
  }
  return std::nullopt;
}

std::optional<FrameEvent> FrameReader::pass_noise(std::string_view& chunk) {
  const std::size_t noise = std::min(chunk.find(frame_start), chunk.size());
  const std::size_t taken = std::min(noise, limits_.noise_bytes + 1 - noise_);
  chunk.remove_prefix(taken);
  counters_.noise_bytes += taken;
  noise_ += taken;
  const bool frame_begins = !chunk.empty() && chunk.front() == frame_start;
  if (noise_ > limits_.noise_bytes || (frame_begins && noise_ > 0)) {
    const FrameEvent told{FaultCode::frame_noise, {}, noise_};
    noise_ = 0;
    return told;
  }
  if (frame_begins) {
    chunk.remove_prefix(1);
    begin();
  }
  return std::nullopt;
}

std::optional<FrameEvent> FrameReader::collect(std::string_view& chunk) {
  const std::string_view plain = chunk.substr(0, plain_bytes(chunk));
  const std::size_t room = limits_.message_bytes - held_.size();
  if (plain.size() > room) {
    const std::string_view last = chunk.substr(0, room);
    chunk.remove_prefix(room);
    state_ = State::passing_over;
    told_too_long_ = true;
    shown_ = true;
    ++counters_.too_long;
    if (held_.empty()) return FrameEvent{FaultCode::frame_too_long, last, 0};
    held_.append(last);
    return FrameEvent{FaultCode::frame_too_long, held_, 0};
  }
  chunk.remove_prefix(plain.size());
  if (chunk.empty()) {
    held_.append(plain);
    return std::nullopt;
  }
  const bool ends = chunk.front() == frame_end;
  chunk.remove_prefix(1);
  if (!ends) {
    begin();
    ++counters_.cut;
    return FrameEvent{FaultCode::frame_cut, {}, 0};
  }
  state_ = State::ending;
  if (held_.empty() && !chunk.empty()) return finish(chunk, plain);  // whole here: nothing to copy
  held_.append(plain);
  return std::nullopt;
}

std::optional<FrameEvent> FrameReader::pass_over(std::string_view& chunk) {
  chunk.remove_prefix(plain_bytes(chunk));
  if (chunk.empty()) return std::nullopt;
  const bool ends = chunk.front() == frame_end;
  chunk.remove_prefix(1);
  if (ends) {
    state_ = State::ending;
  } else {
    begin();
  }
  return std::nullopt;
}

std::optional<FrameEvent> FrameReader::finish(std::string_view& chunk, std::string_view message) {
  state_ = State::outside;
  shown_ = true;
  if (chunk.front() != after_end) {
    // The byte is looked at again: it is noise, or begins the next frame.
    ++counters_.end_wrong;
    return FrameEvent{FaultCode::frame_end_wrong, {}, 0};
  }
  chunk.remove_prefix(1);
  if (told_too_long_) return std::nullopt;
  ++counters_.frames;
  return FrameEvent{std::nullopt, message, 0};
}

void frame(std::string& out, std::string_view message) {
  out.reserve(out.size() + message.size() + 3);
  out.push_back(frame_start);
  out.append(message);
  out.push_back(frame_end);
  out.push_back(after_end);
}

}  // namespace bridge::hl7
