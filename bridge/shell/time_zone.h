// SPDX-License-Identifier: Apache-2.0
// clock_of_zone: a zone of the IANA time zone database becomes a SiteClock.
#pragma once

#include <optional>
#include <string_view>

#include "base/site_clock.h"

namespace bridge::shell {

// All changes from 1900 on. Nothing for a name that is not a zone of this machine's database
// (/usr/share/zoneinfo): only names that begin with a capital letter are, so that no path, no
// `localtime` and no zone with leap seconds (`right/...`) is taken.
std::optional<SiteClock> clock_of_zone(std::string_view name);

}  // namespace bridge::shell
