// SPDX-License-Identifier: Apache-2.0
#include "shell/administration_search.h"

#include <algorithm>
#include <array>

namespace bridge::shell {
namespace {

using Parameter = AdministrationSearch::Parameter;
using Meaning = AdministrationSearch::Meaning;

constexpr std::array taken = {
    Parameter{"patient", Meaning::patient, "an id, or Patient/ and the id"},
    Parameter{"patient:identifier", Meaning::patient_identifier,
              "system|value, the system a URI of identifier_systems.csv"},
    Parameter{"patient.identifier", Meaning::patient_identifier,
              "system|value, the system a URI of identifier_systems.csv"},
    Parameter{"status", Meaning::status,
              "codes of MedicationAdministration.status with commas between: in-progress, "
              "on-hold, completed, stopped, not-done"},
    Parameter{"effective-time", Meaning::effective_time,
              "a date, or a date and time with offset, behind eq, lt, le, gt, ge or nothing: "
              "ge2026-03-02T10:15:00Z, in a URL with %2B for +"},
    Parameter{"_count", Meaning::count, "a whole number above zero"},
};

std::string names() {
  std::string all;
  for (const Parameter& one : taken) all.append(one.name).append(", ");
  return all + "_format";
}

std::optional<PatientId> identifier_of(const std::string& value,
                                       const translate::CodeBook& codes) {
  const auto bar = value.find('|');
  if (bar == std::string::npos || bar + 1 == value.size()) return std::nullopt;
  const auto authority =
      codes.authority(translate::IdentifierKind::patient, value.substr(0, bar));
  if (!authority) return std::nullopt;
  return PatientId{value.substr(bar + 1), std::string(*authority), {}};
}

// FHIR status codes have a hyphen where our names have an underscore.
std::optional<AdministrationStatus> status_of(std::string code) {
  if (code.find('_') != std::string::npos) return std::nullopt;
  std::replace(code.begin(), code.end(), '-', '_');
  return named<AdministrationStatus>(code);
}

// "2026-03-02", "2026-03-02T10:15Z" and finer: the interval from its first to past its last moment.
std::optional<TimeBound> bound_of(std::string text) {
  TimeBound bound;
  const std::string prefix = text.substr(0, 2);
  using Compare = TimeBound::Compare;
  const std::vector<std::pair<std::string, Compare>> prefixes = {{"eq", Compare::equal},
                                                                 {"lt", Compare::less},
                                                                 {"le", Compare::less_equal},
                                                                 {"gt", Compare::greater},
                                                                 {"ge", Compare::greater_equal}};
  for (const auto& [name, compare] : prefixes) {
    if (prefix != name) continue;
    bound.compare = compare;
    text.erase(0, 2);
    break;
  }
  std::int64_t length_ms = 1000;
  if (text.size() == 10) {
    text += "T00:00:00Z";
    length_ms = 24LL * 3600 * 1000;
  } else if (text.size() > 16 && text[16] != ':') {
    text.insert(16, ":00");
    length_ms = 60LL * 1000;
  }
  const auto parsed = Instant::parse_rfc3339(text);
  if (!parsed) return std::nullopt;
  bound.first = *parsed;
  bound.last = parsed->plus_ms(length_ms);
  return bound;
}

bool within(const TimeBound& bound, Instant start, std::optional<Instant> end) {
  // An open end is still going on: it reaches beyond every bound.
  const bool begins_before_last = start < bound.last;
  const bool ends_after_first = !end || *end >= bound.first;
  switch (bound.compare) {
    case TimeBound::Compare::equal:
      return start >= bound.first && end && *end < bound.last;
    case TimeBound::Compare::less:
      return start < bound.first;
    case TimeBound::Compare::less_equal:
      return begins_before_last;
    case TimeBound::Compare::greater:
      return !end || *end >= bound.last;
    case TimeBound::Compare::greater_equal:
      return ends_after_first;
  }
  return false;
}

}  // namespace

Result<AdministrationSearch, Faults> AdministrationSearch::read(
    const std::vector<std::pair<std::string, std::string>>& parameters,
    const translate::CodeBook& codes) {
  AdministrationSearch search;
  Faults faults;
  std::size_t position = 0;
  for (const auto& [name, value] : parameters) {
    ++position;
    if (name == "_format") continue;  // the form of the answer, not of the question
    const std::string_view asked = name;
    const auto row = std::find_if(taken.begin(), taken.end(),
                                  [asked](const Parameter& one) { return one.name == asked; });
    if (row == taken.end()) {
      // Its name is the client's text, which a fault never repeats.
      faults.push_back(Fault{FaultCode::parameter_unknown,
                             "parameter " + std::to_string(position), "taken here: " + names()});
    } else if (!search.take(*row, value, codes)) {
      faults.push_back(Fault{FaultCode::parameter_value, std::string(row->name),
                             std::string(row->name).append(" takes ").append(row->takes)});
    }
  }
  if (!faults.empty()) return faults;
  return search;
}

bool AdministrationSearch::take(const Parameter& parameter, const std::string& value,
                                const translate::CodeBook& codes) {
  switch (parameter.meaning) {
    case Meaning::patient: {
      const std::string prefix = "Patient/";
      patient = value.rfind(prefix, 0) == 0 ? value.substr(prefix.size()) : value;
      return !patient->empty();
    }
    case Meaning::patient_identifier:
      patient_identifier = identifier_of(value, codes);
      return patient_identifier.has_value();
    case Meaning::status:
      return take_statuses(value);
    case Meaning::effective_time: {
      const auto bound = bound_of(value);
      if (bound) times.push_back(*bound);
      return bound.has_value();
    }
    case Meaning::count: {
      const auto number = Decimal::parse(value);
      if (!number || number->scale() != 0 || number->coefficient() <= 0) return false;
      count = static_cast<std::size_t>(
          std::min<std::int64_t>(number->coefficient(), static_cast<std::int64_t>(max_count)));
      return true;
    }
  }
  return false;
}

bool AdministrationSearch::take_statuses(const std::string& value) {
  for (std::size_t at = 0; at <= value.size();) {
    const std::size_t comma = std::min(value.find(',', at), value.size());
    const auto status = status_of(value.substr(at, comma - at));
    if (!status) return false;
    statuses.push_back(*status);
    at = comma + 1;
  }
  return true;
}

bool AdministrationSearch::matches(const Administration& administration) const {
  const PatientId& held = administration.patient.patient_id;
  if (patient && held.id != *patient) return false;
  if (patient_identifier && !(held == *patient_identifier)) return false;
  if (!statuses.empty() &&
      std::find(statuses.begin(), statuses.end(), administration.status) == statuses.end()) {
    return false;
  }
  return std::all_of(times.begin(), times.end(), [&administration](const TimeBound& bound) {
    return within(bound, administration.start, administration.end);
  });
}

}  // namespace bridge::shell
