// SPDX-License-Identifier: Apache-2.0
// Search parameters of MedicationAdministration, read strictly and matched against what is held.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/instant.h"
#include "base/result.h"
#include "decide/state.h"
#include "translate/code_book.h"

namespace bridge::shell {

// effective-time: a date or time of any precision is the interval it names (FHIR R4 3.1.1.5.5).
struct TimeBound {
  enum class Compare : std::uint8_t { equal, less, less_equal, greater, greater_equal };
  Compare compare = Compare::equal;
  Instant first;  // of the named interval
  Instant last;   // exclusive
};

struct AdministrationSearch {
  std::optional<std::string> patient;           // PatientId.id, whatever its authority
  std::optional<PatientId> patient_identifier;  // both must fit
  std::vector<AdministrationStatus> statuses;   // any of these; empty: all
  std::vector<TimeBound> times;                 // all of these
  std::size_t count = 50;                       // at most max_count

  static constexpr std::size_t max_count = 200;

  enum class Meaning : std::uint8_t { patient, patient_identifier, status, effective_time, count };
  struct Parameter {
    std::string_view name;
    Meaning meaning;
    std::string_view takes;  // for whoever sent something else
  };

  // Faults: parameter_unknown for a name (B122), parameter_value for a value; each says what is
  // taken.
  static Result<AdministrationSearch, Faults> read(
      const std::vector<std::pair<std::string, std::string>>& parameters,
      const translate::CodeBook& codes);

  bool matches(const Administration& administration) const;

 private:
  bool take(const Parameter& parameter, const std::string& value, const translate::CodeBook& codes);
  bool take_statuses(const std::string& value);
};

}  // namespace bridge::shell
