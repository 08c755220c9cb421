// SPDX-License-Identifier: Apache-2.0
// Arguments: what a person wrote behind `simulate gateway` or `simulate ehr`, and signals.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bridge::simulate {

struct Endpoint {
  std::string host = "127.0.0.1";
  std::uint16_t port = 0;
};
// "127.0.0.1:3000", "[::1]:3000", or ":3000" for the loopback address.
std::optional<Endpoint> read_endpoint(std::string_view text);

// A closed world: what is not asked for is a mistake, told by finish().
class Arguments {
 public:
  explicit Arguments(std::span<const std::string> given);

  std::string text(std::string_view option, std::string otherwise);
  std::int64_t whole(std::string_view option, std::int64_t otherwise, std::int64_t least,
                     std::int64_t most);
  Endpoint endpoint(std::string_view option, Endpoint otherwise);
  bool flag(std::string_view option);
  // All values behind it, up to the next option.
  std::vector<std::string> list(std::string_view option);

  // Sentences for the person; empty when all is well.
  std::vector<std::string> finish();
  void wrong(std::string sentence) { wrong_.push_back(std::move(sentence)); }

 private:
  struct Option {
    std::string name;
    std::vector<std::string> values;
    bool asked = false;
  };
  Option* find(std::string_view option);
  const std::string* single(std::string_view option);

  std::vector<Option> options_;
  std::vector<std::string> wrong_;
};

// Blocks SIGTERM, SIGINT and SIGUSR1 in this thread and those it begins later. Must come before
// any thread is begun.
void hold_signals();
enum class Signal : std::uint8_t { none, stop, no_more };
// Waits for one of them; `none` when the time has passed.
Signal wait_for_signal(std::int64_t ms);

}  // namespace bridge::simulate
