// SPDX-License-Identifier: Apache-2.0
// Any bytes as FHIR XML: reading never crashes, and what was read is written and read again the
// same.
#include <cstddef>
#include <cstdint>

#include "fhir/check.h"
#include "fhir/xml.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridge;
  const auto tree = fhir::read_xml(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!tree) {
    BRIDGE_ASSERT(!tree.fault().empty());
    return 0;
  }
  const Faults faults = fhir::check(*tree);
  const Result<std::string> written = fhir::write_xml(*tree);
  if (!written) {
    BRIDGE_ASSERT(!faults.empty() || written.fault().code == FaultCode::element_value);
    return 0;
  }
  const auto again = fhir::read_xml(*written);
  BRIDGE_ASSERT(again && *again == *tree);
  BRIDGE_ASSERT(*fhir::write_xml(*again) == *written);
  return 0;
}
