// SPDX-License-Identifier: Apache-2.0
// Any JSON through the reading of a MedicationRequest, checked or not: never a crash.
#include <cstdint>
#include <string_view>

#include "fhir/check.h"
#include "translate/medication_request.h"
#include "translate/order_json.h"
#include "translate/shipped_book.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridge;
  using namespace bridge::translate;
  const auto request =
      json::parse(std::string_view(reinterpret_cast<const char*>(data), size));  // NOLINT
  if (!request || !request->is_object()) return 0;
  (void)fhir::check(*request);
  const OrderRead read = read_medication_request(*request, {}, shipped_book());
  (void)order_json(read.order);
  (void)findings_json(read.faults);
  return 0;
}
