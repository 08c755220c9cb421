// SPDX-License-Identifier: Apache-2.0
// ScriptedLink: a partner whose behaviour is written down beforehand, and that keeps what it got.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/ports.h"

namespace bridge::engine {

// Each exchange takes the next line of the script; behind its end nobody can be reached.
class ScriptedLink final : public Link {
 public:
  using Line = std::function<Outcome(std::string_view message)>;

  ScriptedLink& then(Line line) {
    const std::lock_guard lock(mutex_);
    script_.push_back(std::move(line));
    return *this;
  }
  ScriptedLink& then_answer(std::string answer) {
    return then([answer = std::move(answer)](std::string_view) {
      return Outcome{Fate::answered, answer};
    });
  }
  ScriptedLink& then_unreached() {
    return then([](std::string_view) { return Outcome{Fate::unreached, ""}; });
  }
  // The message arrived, or not: the caller cannot know.
  ScriptedLink& then_unknown() {
    return then([](std::string_view) { return Outcome{Fate::unknown, ""}; });
  }

  Outcome exchange(std::string_view message, std::int64_t) override {
    Line line;
    {
      const std::lock_guard lock(mutex_);
      asked_.emplace_back(message);
      if (script_.empty()) return {Fate::unreached, ""};
      line = std::move(script_.front());
      script_.pop_front();
    }
    return line(message);
  }

  // Every message of every exchange, also of those that did not reach anybody.
  std::vector<std::string> asked() {
    const std::lock_guard lock(mutex_);
    return asked_;
  }

 private:
  std::mutex mutex_;
  std::deque<Line> script_;
  std::vector<std::string> asked_;
};

}  // namespace bridge::engine
