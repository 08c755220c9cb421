// SPDX-License-Identifier: Apache-2.0
#include "shell/library_generate_command.h"

#include <charconv>
#include <cstdio>
#include <optional>
#include <string_view>

#include "library/generate.h"

namespace bridge::shell {
namespace {

using library::GeneratedSize;

std::optional<std::uint64_t> whole_number(std::string_view text, std::uint64_t least,
                                          std::uint64_t most) {
  std::uint64_t number = 0;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || rest != end || number < least || number > most) return std::nullopt;
  return number;
}

std::optional<GeneratedSize> size_of(std::span<const std::string> arguments) {
  GeneratedSize size;
  if (arguments.size() % 2 != 0) return std::nullopt;
  for (std::size_t at = 0; at < arguments.size(); at += 2) {
    const std::string& name = arguments[at];
    const std::string& text = arguments[at + 1];
    std::optional<std::uint64_t> number;
    if (name == "--care-areas") {
      number = whole_number(text, 1, GeneratedSize::max_care_areas);
      size.care_areas = static_cast<std::uint32_t>(number.value_or(0));
    } else if (name == "--setups") {
      number = whole_number(text, 1, GeneratedSize::max_setups);
      size.setups = static_cast<std::uint32_t>(number.value_or(0));
    } else if (name == "--seed") {
      number = whole_number(text, 0, UINT64_MAX);
      size.seed = number.value_or(0);
    }
    if (!number) return std::nullopt;
  }
  return size;
}

}  // namespace

int run_library_generate(std::span<const std::string> arguments) {
  const std::optional<GeneratedSize> size = size_of(arguments);
  if (!size) {
    std::fprintf(stderr,
                 "usage: infusion-bridge library generate [--care-areas 1..%u] [--setups 1..%u] "
                 "[--seed N]\n",
                 GeneratedSize::max_care_areas, GeneratedSize::max_setups);
    return 2;
  }
  const std::string text = library::generated_library(*size);
  if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0) {
    return 0;
  }
  std::fputs("standard output cannot be written\n", stderr);
  return 1;
}

}  // namespace bridge::shell
