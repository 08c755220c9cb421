// SPDX-License-Identifier: Apache-2.0
// diff_of: two short texts side by side, for a person who must see what is not as expected.
#pragma once

#include <string>

#include "simulate/story.h"

namespace bridge::simulate {

// Empty when they are equal. Else the first line that differs, then all lines, each with "-" when
// it was expected and did not come, "+" when it came and was not expected.
std::string diff_of(const Lines& expected, const Lines& got);

// At line ends; a last line without one counts too.
Lines in_lines(std::string_view text);

}  // namespace bridge::simulate
