// SPDX-License-Identifier: Apache-2.0
#include "simulate/story_diff.h"

#include <algorithm>

namespace bridge::simulate {
namespace {

std::string line_at(const Lines& lines, std::size_t at) {
  return at < lines.size() ? lines[at] : "(nothing)";
}

}  // namespace

std::string diff_of(const Lines& expected, const Lines& got) {
  if (expected == got) return {};
  std::size_t first = 0;
  while (first < expected.size() && first < got.size() && expected[first] == got[first]) ++first;
  std::string text = "  first difference in line " + std::to_string(first + 1) + "\n";
  text.append("    expected: ").append(line_at(expected, first)).append("\n");
  text.append("    got:      ").append(line_at(got, first)).append("\n");
  std::vector<std::vector<std::size_t>> common(expected.size() + 1,
                                               std::vector<std::size_t>(got.size() + 1));
  for (std::size_t i = expected.size(); i-- > 0;) {
    for (std::size_t j = got.size(); j-- > 0;) {
      common[i][j] = expected[i] == got[j] ? common[i + 1][j + 1] + 1
                                           : std::max(common[i + 1][j], common[i][j + 1]);
    }
  }
  const auto add = [&text](std::string_view sign, const std::string& line) {
    text.append("  ").append(sign).append(" ").append(line).append("\n");
  };
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < expected.size() || j < got.size()) {
    const bool both = i < expected.size() && j < got.size();
    if (both && expected[i] == got[j]) {
      add(" ", expected[i++]);
      ++j;
    } else if (j == got.size() || (i < expected.size() && common[i + 1][j] >= common[i][j + 1])) {
      add("-", expected[i++]);
    } else {
      add("+", got[j++]);
    }
  }
  return text;
}

Lines in_lines(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace bridge::simulate
