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
  const json::Value* unit = nullptr;  // of a row with a unit path; null when it is not there
  std::string place;
};

// All extensions that are read here; docs/fhir.md.
inline constexpr std::string_view own_extensions = "urn:infusion-bridge:";

class FhirReading {
 public:
  FhirReading(const CodeBook& book, const json::Value& resource, Faults& faults)
      : book_(book), resource_(resource), faults_(faults) {}

  const CodeBook& book() const { return book_; }
  Faults& faults() { return faults_; }

  // Every element that a row of `meaning` names, by priority. They count as read.
  std::vector<FoundElement> find(FhirMeaning meaning);
  // From now on find() sees only this dosageInstruction; nothing: all of them.
  void only_dosage(std::optional<std::size_t> index) { dosage_ = index; }
  // What is in that element was refused as a whole, and is not told once more as unread.
  void pass_over(std::string place) { passed_over_.insert(std::move(place)); }

  // The first coding whose system the table knows, else the first; `text` is its display, else the
  // concept's text. The system is its HL7 name.
  Coding coding(const json::Value& concept_value) const;
  // Every coding, and at the end the concept's text without a code.
  std::vector<Coding> codings(const json::Value& concept_value) const;
  // All of them as the names of one product: coding() as `code`, what says more as `alternates`.
  void product(const json::Value& concept_value, Coding& code,
               std::vector<Coding>& alternates) const;
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
  // warning elsewhere. Extensions of others are kept and not used (B112); one of ours that was not
  // read is an error, since its sender meant us.
  void report_unread();

  void fault(FaultCode code, std::string place, std::string detail = {},
             Severity severity = Severity::error);

 private:
  using Places = std::unordered_set<std::string>;

  bool concerns(const std::string& place) const;
  void report_unread(const json::Value& value, const std::string& place, const Places& ignored);
  void report_own_extensions(const json::Value& list, const std::string& place);

  const CodeBook& book_;
  const json::Value& resource_;
  Faults& faults_;
  Places read_;
  Places passed_over_;
  std::optional<std::size_t> dosage_;
};

}  // namespace bridge::translate
