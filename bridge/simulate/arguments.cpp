// SPDX-License-Identifier: Apache-2.0
#include "simulate/arguments.h"

#include <charconv>
#include <csignal>
#include <ctime>

namespace bridge::simulate {
namespace {

template <class Whole>
std::optional<Whole> read_whole(std::string_view text) {
  Whole value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

sigset_t held_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGUSR1);
  return signals;
}

}  // namespace

std::optional<Endpoint> read_endpoint(std::string_view text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto port = read_whole<std::uint16_t>(text.substr(colon + 1));
  if (!port) return std::nullopt;
  Endpoint endpoint;
  endpoint.port = *port;
  std::string_view host = text.substr(0, colon);
  if (host.size() > 2 && host.front() == '[' && host.back() == ']') {
    host = host.substr(1, host.size() - 2);
  } else if (host.find(':') != std::string_view::npos) {
    return std::nullopt;
  }
  if (!host.empty()) endpoint.host = host;
  return endpoint;
}

Arguments::Arguments(std::span<const std::string> given) {
  for (const std::string& word : given) {
    if (word.starts_with("--")) {
      const bool twice = find(word) != nullptr;
      if (twice) wrong(word + " is given twice");
      options_.push_back({word, {}, twice});
    } else if (options_.empty()) {
      wrong("'" + word + "' stands before any option");
    } else {
      options_.back().values.push_back(word);
    }
  }
}

Arguments::Option* Arguments::find(std::string_view option) {
  for (Option& held : options_) {
    if (held.name == option) return &held;
  }
  return nullptr;
}

const std::string* Arguments::single(std::string_view option) {
  Option* const held = find(option);
  if (held == nullptr) return nullptr;
  held->asked = true;
  if (held->values.size() == 1) return &held->values.front();
  wrong(held->name + " needs one value");
  return nullptr;
}

std::string Arguments::text(std::string_view option, std::string otherwise) {
  const std::string* const value = single(option);
  return value == nullptr ? std::move(otherwise) : *value;
}

std::int64_t Arguments::whole(std::string_view option, std::int64_t otherwise, std::int64_t least,
                              std::int64_t most) {
  const std::string* const text = single(option);
  if (text == nullptr) return otherwise;
  const auto value = read_whole<std::int64_t>(*text);
  if (value && *value >= least && *value <= most) return *value;
  wrong(std::string(option) + " must be from " + std::to_string(least) + " to " +
        std::to_string(most));
  return otherwise;
}

Endpoint Arguments::endpoint(std::string_view option, Endpoint otherwise) {
  const std::string* const text = single(option);
  if (text == nullptr) return otherwise;
  if (auto endpoint = read_endpoint(*text)) return *endpoint;
  wrong(std::string(option) + " must be HOST:PORT");
  return otherwise;
}

bool Arguments::flag(std::string_view option) {
  Option* const held = find(option);
  if (held == nullptr) return false;
  held->asked = true;
  if (!held->values.empty()) wrong(held->name + " takes no value");
  return true;
}

std::vector<std::string> Arguments::list(std::string_view option) {
  Option* const held = find(option);
  if (held == nullptr) return {};
  held->asked = true;
  if (held->values.empty()) wrong(held->name + " needs at least one value");
  return held->values;
}

std::vector<std::string> Arguments::finish() {
  for (const Option& held : options_) {
    if (!held.asked) wrong(held.name + " is no option here");
  }
  return wrong_;
}

void hold_signals() {
  const sigset_t signals = held_signals();
  (void)pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

Signal wait_for_signal(std::int64_t ms) {
  const sigset_t signals = held_signals();
  timespec time{};
  time.tv_sec = static_cast<std::time_t>(ms / 1000);
  time.tv_nsec = static_cast<long>(ms % 1000) * 1'000'000;
  const int got = sigtimedwait(&signals, nullptr, &time);
  if (got == SIGUSR1) return Signal::no_more;
  return got > 0 ? Signal::stop : Signal::none;
}

}  // namespace bridge::simulate
