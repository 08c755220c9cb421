// SPDX-License-Identifier: Apache-2.0
#include "shell/administration_search.h"

#include <algorithm>

namespace bridge::shell {
namespace {

Fault bad_value(const std::string& name) { return Fault{FaultCode::element_value, name, {}}; }

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
  for (const auto& [name, value] : parameters) {
    if (name == "patient") {
      const std::string prefix = "Patient/";
      search.patient = value.rfind(prefix, 0) == 0 ? value.substr(prefix.size()) : value;
      if (search.patient->empty()) faults.push_back(bad_value(name));
    } else if (name == "patient:identifier" || name == "patient.identifier") {
      const auto bar = value.find('|');
      PatientId id;
      id.id = bar == std::string::npos ? value : value.substr(bar + 1);
      const auto authority =
          bar == std::string::npos
              ? std::nullopt
              : codes.authority(translate::IdentifierKind::patient, value.substr(0, bar));
      if (authority) id.authority = std::string(*authority);
      if (bar == std::string::npos || id.id.empty() || !authority)
        faults.push_back(bad_value(name));
      search.patient_identifier = std::move(id);
    } else if (name == "status") {
      std::size_t at = 0;
      while (at <= value.size()) {
        const std::size_t comma = std::min(value.find(',', at), value.size());
        const auto status = status_of(value.substr(at, comma - at));
        if (status) search.statuses.push_back(*status);
        if (!status) faults.push_back(bad_value(name));
        at = comma + 1;
      }
    } else if (name == "effective-time") {
      const auto bound = bound_of(value);
      if (bound) search.times.push_back(*bound);
      if (!bound) faults.push_back(bad_value(name));
    } else if (name == "_count") {
      const auto number = Decimal::parse(value);
      const bool good = number && number->scale() == 0 && number->coefficient() > 0;
      if (!good) faults.push_back(bad_value(name));
      if (good) {
        search.count = static_cast<std::size_t>(
            std::min<std::int64_t>(number->coefficient(), static_cast<std::int64_t>(max_count)));
      }
    } else if (name != "_format") {
      faults.push_back(Fault{FaultCode::parameter_unknown, {}, {}});
    }
  }
  if (!faults.empty()) return faults;
  return search;
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
