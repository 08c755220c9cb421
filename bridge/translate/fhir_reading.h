// SPDX-License-Identifier: Apache-2.0
// FhirReading: takes values out of the elements of one resource, and remembers which it took.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/fault.h"
#include "base/instant.h"
#include "clinical/identity.h"
#include "clinical/quantity.h"
#include "fhir/path.h"
#include "json/json.h"
#include "translate/code_book.h"

namespace bridge::translate {

struct FoundElement {
  const FhirFieldRow* row = nullptr;
  const json::Value* value = nullptr;
  std::string place;
};

class FhirReading {
 public:
  FhirReading(const CodeBook& book, const json::Value& resource, Faults& faults)
      : book_(book), resource_(resource), faults_(faults) {}

  const CodeBook& book() const { return book_; }
  Faults& faults() { return faults_; }

  // Every element that a row of `meaning` names, by priority. They count as read.
  std::vector<FoundElement> find(FhirMeaning meaning);

  // The first coding whose system the table knows, else the first; `text` is its display, else the
  // concept's text. The system is its HL7 name.
  Coding coding(const json::Value& concept_value) const;
  // A Quantity with one exact number and a UCUM code (or a code of another known system). Faults:
  // comparator_unfit, number_..., unit_missing, unit_unknown, unit_not_of_infusion,
  // unit_text_disagrees (B120).
  std::optional<Amount> quantity(const json::Value& quantity, const std::string& place,
                                 const std::string& row);
  std::optional<Decimal> number(const json::Value& value, const std::string& place);
  // Finer than or equal to `coarsest`, else timestamp_imprecise of that severity. A FHIR time
  // always has its offset.
  std::optional<Instant> time(const FoundElement& found, Precision coarsest, Severity severity);

  // field_not_understood for elements neither read nor listed: an error below dosageInstruction, a
  // warning elsewhere.
  void report_unread();

  void fault(FaultCode code, std::string place, std::string detail = {},
             Severity severity = Severity::error);

 private:
  using Places = std::unordered_set<std::string>;

  void report_unread(const json::Value& value, const std::string& place, const Places& ignored);

  const CodeBook& book_;
  const json::Value& resource_;
  Faults& faults_;
  Places read_;
};

}  // namespace bridge::translate
