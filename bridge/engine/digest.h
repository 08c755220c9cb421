// SPDX-License-Identifier: Apache-2.0
// SHA-256 of a message's bytes: whether two messages under one control id are the same.
#pragma once

#include <string>
#include <string_view>

namespace bridge::engine {

std::string sha256_hex(std::string_view bytes);

}  // namespace bridge::engine
