// SPDX-License-Identifier: Apache-2.0
// Faults as OperationOutcome and as HTTP status.
#include "fhir/outcome.h"

#include "fhir/check.h"
#include "json/write.h"
#include "samples.h"

namespace bridge::fhir {
namespace {

TEST(Outcome, tells_what_where_how_to_mend_it_and_who) {
  const Faults faults = {
      {FaultCode::order_already_taken, "", "", Severity::information},
      {FaultCode::unit_missing,
       "MedicationRequest.dosageInstruction[0].doseAndRate[0].rateQuantity", "mL"},
      {FaultCode::json_malformed, "line 3, column 17", ""},
  };
  const json::Value outcome = operation_outcome(faults);
  EXPECT_EQ(json::write(outcome, json::Layout::pretty),
            R"({
  "resourceType": "OperationOutcome",
  "issue": [
    {
      "severity": "error",
      "code": "value",
      "details": {
        "coding": [
          {
            "code": "9008",
            "display": "IHE PCD PIV error"
          }
        ],
        "text": "a number without a unit: mL"
      },
      "diagnostics": "unit_missing; to mend it: send the unit in the same segment; by: sender",
      "expression": [
        "MedicationRequest.dosageInstruction[0].doseAndRate[0].rateQuantity"
      ]
    },
    {
      "severity": "error",
      "code": "structure",
      "details": {
        "text": "not well-formed JSON"
      },
      "diagnostics": "json_malformed at line 3, column 17; to mend it: )"
            R"(send one complete JSON object in UTF-8; by: sender"
    },
    {
      "severity": "information",
      "code": "informational",
      "details": {
        "text": "the order was taken before with the same content"
      },
      "diagnostics": "order_already_taken; to mend it: nothing to do; by: sender"
    }
  ]
})");
  EXPECT_EQ(told(check(outcome)), "");
}

TEST(Outcome, is_a_valid_resource_for_every_fault_there_is) {
  constexpr FaultCode all[] = {
#define BRIDGE_FAULT(name, ...) FaultCode::name,
#include "base/fault_list.inc"
#undef BRIDGE_FAULT
  };
  for (const FaultCode code : all) {
    EXPECT_EQ(told(check(operation_outcome({Fault{code, "MSH-9", "x"}}))), "")
        << kind_of(code).name;
  }
  EXPECT_EQ(told(check(operation_outcome({}))), "");
}

TEST(HttpStatus, is_that_of_the_worst_fault_whatever_the_order) {
  const Fault value{FaultCode::hard_limit_above, "", ""};     // 422
  const Fault structure{FaultCode::element_unknown, "", ""};  // 400
  const Fault conflict{FaultCode::order_cancelled, "", ""};   // 409
  const Fault store{FaultCode::store_failed, "", ""};         // 503
  const Fault soft{FaultCode::soft_limit_above, "", "", Severity::warning};
  EXPECT_EQ(http_status({}), 200);
  EXPECT_EQ(http_status({soft}), 200);
  EXPECT_EQ(http_status({value, soft}), 422);
  EXPECT_EQ(http_status({value, structure}), 400);
  EXPECT_EQ(http_status({structure, value}), 400);
  EXPECT_EQ(http_status({value, conflict}), 409);
  EXPECT_EQ(http_status({value, structure, store, conflict}), 503);
}

TEST(HttpStatus, ranks_the_status_of_every_fault) {
  constexpr FaultCode all[] = {
#define BRIDGE_FAULT(name, ...) FaultCode::name,
#include "base/fault_list.inc"
#undef BRIDGE_FAULT
  };
  for (const FaultCode code : all) {
    EXPECT_EQ(http_status({Fault{code, "", ""}}), kind_of(code).http_status) << kind_of(code).name;
  }
}

}  // namespace
}  // namespace bridge::fhir
