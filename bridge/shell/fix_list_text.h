// SPDX-License-Identifier: Apache-2.0
// A fix list as text for people, as CSV for a spreadsheet and as JSON for a program.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "decide/fix_list.h"

namespace bridge::shell {

enum class FixListForm : std::uint8_t { text, csv, json };

// "--csv"; nullopt for everything that is no form.
std::optional<FixListForm> form_named(std::string_view option);

std::string fix_list_text(const decide::FixList& list, FixListForm form);

}  // namespace bridge::shell
