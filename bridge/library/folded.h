// SPDX-License-Identifier: Apache-2.0
// folded(): a drug's name in the form in which two names are compared.
#pragma once

#include <string>
#include <string_view>

namespace bridge::library {

// ASCII letters in lower case, each run of blanks as one, none at the ends: tall-man letters and a
// sender's upper case do not make another drug. Everything else counts, "mg" against "mcg"
// included.
inline std::string folded(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == ' ' || c == '\t') {
      if (!result.empty() && result.back() != ' ') result.push_back(' ');
    } else {
      result.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    }
  }
  if (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

}  // namespace bridge::library
