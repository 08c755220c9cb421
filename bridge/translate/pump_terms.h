// SPDX-License-Identifier: Apache-2.0
// PumpTerms: what pumps say, by number; the table mappings/pump_terms.csv, checked whole.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/named.h"
#include "base/result.h"
#include "clinical/pump_event.h"
#include "translate/mapping_table.h"

namespace bridge::translate {

// A device of the containment tree (IHE PCD TF-2 B.8.4). A source or a dose channel is told apart
// by its PumpSource.
enum class PumpLevel : std::uint8_t { mds, vmd, delivery_info, source, other };
constexpr auto names_of(PumpLevel) {
  return std::to_array<std::string_view>({"mds", "vmd", "delivery_info", "source", "other"});
}

struct PumpDevice {
  PumpLevel level = PumpLevel::other;
  PumpSource source = PumpSource::unknown;  // of a source channel
  std::string refid;
};

// The observations that are read; every other number is passed over.
enum class PumpMetric : std::uint8_t {
  event,
  event_source,
  infusing_status,
  active_sources,
  delivery_status,
  not_delivering_reason,
  delivery_mode,
  channel_label,
  rate_setting,
  rate,
  rate_current,
  dose_rate,
  volume_segment,
  volume_total,
  vtbi,
  vtbi_remaining,
  weight,
  drug_label,
  communication,
  care_area,
  library_version,
  library_name,
  alarm_condition,
};
constexpr auto names_of(PumpMetric) {
  return std::to_array<std::string_view>(
      {"event",          "event_source",    "infusing_status",
       "active_sources", "delivery_status", "not_delivering_reason",
       "delivery_mode",  "channel_label",   "rate_setting",
       "rate",           "rate_current",    "dose_rate",
       "volume_segment", "volume_total",    "vtbi",
       "vtbi_remaining", "weight",          "drug_label",
       "communication",  "care_area",       "library_version",
       "library_name",   "alarm_condition"});
}

// A number with the name it is written with: 157993, MDC_VOL_FLUID_DELIV_TOTAL.
struct PumpTerm {
  std::string number;
  std::string refid;
};

// Immutable once loaded. Numbers are matched as text, without leading zeros.
class PumpTerms {
 public:
  // All faults of the table together, configuration_wrong: a name of a closed list that is not one,
  // a number or token that stands twice, a metric, event or status that no row names.
  static Result<PumpTerms, Faults> load(const MappingFiles& base, const MappingFiles& site = {});

  std::optional<PumpEventKind> event(std::string_view number) const;
  const PumpDevice* device(std::string_view number) const;
  std::optional<PumpMetric> metric(std::string_view number) const;

  // By token, or where there is none by the number of the enumeration (ihe-pcd 3.5).
  std::optional<DeliveryStatus> status(std::string_view token, std::string_view number) const;
  // The token of a reason; nullopt when neither is in the table.
  std::optional<std::string> reason(std::string_view token, std::string_view number) const;
  std::optional<PumpSource> source(std::string_view token, std::string_view number) const;
  std::optional<bool> online(std::string_view token) const;
  // Whether an alarm condition means that no set, cassette or syringe is in the pump.
  bool means_not_loaded(std::string_view number) const;
  // Words of a care area that say that none is chosen.
  bool means_no_care_area(std::string_view words) const;

  const PumpTerm& term(PumpMetric metric) const;
  // The event's name for a number; empty when the number is in no row.
  std::string_view event_refid(std::string_view number) const;
  // What is sent for our names; empty when the table has no token for it.
  std::string_view event_number(PumpEventKind kind) const;
  std::string_view status_token(DeliveryStatus status) const;
  std::string_view source_token(PumpSource source) const;
  std::string_view communication_token(bool online) const;
  const PumpTerm& not_loaded() const;  // the first row that means it
  // The first channel of the table that is this source; null for `unknown`.
  const PumpTerm* channel(PumpSource source) const;

 private:
  struct Value {
    std::string number;
    std::string token;
    std::string name;
  };
  using Values = std::vector<Value>;

  PumpTerms() = default;
  bool add(const MappingTable::Row& row);
  bool add_event(const MappingTable::Row& row);
  bool add_level(const MappingTable::Row& row);
  bool add_metric(const MappingTable::Row& row);
  bool add_condition(const MappingTable::Row& row);
  template <class Name>
  static bool add_value(Values& values, const MappingTable::Row& row);
  static const Value* find(const Values& values, std::string_view token, std::string_view number);
  static const Value* named(const Values& values, std::string_view name);
  void check_complete(Faults& faults) const;

  template <class Meaning>
  using ByNumber = std::map<std::string, Meaning, std::less<>>;

  ByNumber<PumpEventKind> events_;
  ByNumber<std::string> event_refids_;
  std::map<PumpEventKind, std::string> event_numbers_;
  ByNumber<PumpDevice> devices_;
  std::map<PumpSource, PumpTerm> channels_;
  ByNumber<PumpMetric> metrics_;
  std::map<PumpMetric, PumpTerm> terms_;
  Values statuses_;
  Values reasons_;
  Values sources_;
  Values communications_;
  Values care_areas_;
  std::vector<PumpTerm> not_loaded_;
};

}  // namespace bridge::translate
