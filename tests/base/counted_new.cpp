// SPDX-License-Identifier: Apache-2.0
// Replaces the global new and delete of this test program by counting ones.
#include "base/counted_new.h"

#include <atomic>
#include <cstdlib>
#include <new>

// In a file of their own: once inlined beside a call of new, g++ 12 takes the free for a mismatch.

namespace {
std::atomic<std::size_t> allocations = 0;
}

std::size_t allocation_count() { return allocations; }

void* operator new(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
