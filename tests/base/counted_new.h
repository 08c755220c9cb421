// SPDX-License-Identifier: Apache-2.0
// How often this test program allocated, so that "does not allocate" is seen and not believed.
#pragma once

#include <cstddef>

std::size_t allocation_count();
