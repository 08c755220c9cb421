// SPDX-License-Identifier: Apache-2.0
// Any JSON as a FHIR resource: checking never crashes; what passes can be written as XML and passes
// again when read from it.
#include <cstddef>
#include <cstdint>

#include "fhir/check.h"
#include "fhir/outcome.h"
#include "fhir/xml.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridge;
  const auto tree = json::parse(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!tree) return 0;
  const Faults faults = fhir::check(*tree);
  BRIDGE_ASSERT(fhir::check(fhir::operation_outcome(faults)).empty());
  const Result<std::string> written = fhir::write_xml(*tree);
  if (!faults.empty()) return 0;
  if (!written) {  // a narrative that is no XML is the only thing that JSON alone can carry
    BRIDGE_ASSERT(written.fault().place.ends_with(".div"));
    return 0;
  }
  const auto again = fhir::read_xml(*written);
  BRIDGE_ASSERT(again && fhir::check(*again).empty());
  return 0;
}
