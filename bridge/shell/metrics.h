// SPDX-License-Identifier: Apache-2.0
// Writes all counters in the text form that Prometheus reads, for GET /metrics.
#pragma once

#include <string>
#include <string_view>

#include "engine/counters.h"

namespace bridge::shell {

inline constexpr std::string_view metrics_media_type = "text/plain; version=0.0.4; charset=utf-8";

std::string render_metrics(const engine::Counters& counters);

}  // namespace bridge::shell
