// SPDX-License-Identifier: Apache-2.0
// Any bytes: reading never crashes, and what was read is written so that it reads as an equal tree.
#include <cstddef>
#include <cstdint>

#include "json/json.h"
#include "json/write.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridge::json;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const Comments comments : {Comments::refused, Comments::allowed}) {
    const auto tree = parse(text, comments);
    if (!tree) continue;
    for (const Layout layout : {Layout::compact, Layout::pretty}) {
      const auto again = parse(write(*tree, layout));
      BRIDGE_ASSERT(again && *again == *tree);
    }
  }
  return 0;
}
