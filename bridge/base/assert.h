// SPDX-License-Identifier: Apache-2.0
// BRIDGE_ASSERT: stops the process on a broken invariant, in every build; prints the place, never a
// value.
#pragma once

#include <cstdio>
#include <cstdlib>

// A broken invariant is a mistake of ours, not of a sender. Restarting replays the journal, going
// on could program a pump from a wrong state, so the process ends.
#define BRIDGE_ASSERT(condition)                                                             \
  do {                                                                                       \
    if (!(condition)) {                                                                      \
      std::fprintf(stderr, "%s:%d: invariant broken: %s\n", __FILE__, __LINE__, #condition); \
      std::abort();                                                                          \
    }                                                                                        \
  } while (false)
