// SPDX-License-Identifier: Apache-2.0
#include "translate/pump_terms.h"

#include <algorithm>

#include "base/assert.h"

namespace bridge::translate {
namespace {

constexpr std::string_view file = "pump_terms.csv";
constexpr std::array<std::string_view, 6> columns = {"row",   "kind",  "number",
                                                     "refid", "token", "name"};
enum Cell : std::size_t { cell_kind = 1, cell_number, cell_refid, cell_token, cell_name };

bool is_number(std::string_view text) {
  return !text.empty() && text.front() != '0' &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// The values of the enumerations that have no type of their own in clinical/.
enum class Reason : std::uint8_t {
  standby,
  between_doses,
  priming,
  delayed,
  alarming,
  by_clinician,
  powered_off,
  not_specified,
  flushing,
  switching_device,
  switching_source
};
constexpr auto names_of(Reason) {
  return std::to_array<std::string_view>(
      {"standby", "between_doses", "priming", "delayed", "alarming", "by_clinician", "powered_off",
       "not_specified", "flushing", "switching_device", "switching_source"});
}
enum class Communication : std::uint8_t { online, offline };
constexpr auto names_of(Communication) {
  return std::to_array<std::string_view>({"online", "offline"});
}
enum class CareAreaWord : std::uint8_t { none };
constexpr auto names_of(CareAreaWord) { return std::to_array<std::string_view>({"none"}); }
constexpr std::string_view not_loaded_name = "not_loaded";

}  // namespace

Result<PumpTerms, Faults> PumpTerms::load(const MappingFiles& base, const MappingFiles& site) {
  Faults faults;
  const auto table = MappingTable::load(file, columns, base, site, faults);
  PumpTerms terms;
  for (const auto& row : table.rows()) {
    if (!terms.add(row)) {
      table_fault(faults, row.place,
                  "the row's kind, number, token or name is wrong or stands twice");
    }
  }
  if (faults.empty()) terms.check_complete(faults);
  if (!faults.empty()) return faults;
  return terms;
}

bool PumpTerms::add(const MappingTable::Row& row) {
  const std::string& kind = row.cells[cell_kind];
  if (kind == "event") return add_event(row);
  if (kind == "level") return add_level(row);
  if (kind == "metric") return add_metric(row);
  if (kind == "status") return add_value<DeliveryStatus>(statuses_, row);
  if (kind == "reason") return add_value<Reason>(reasons_, row);
  if (kind == "source") return add_value<PumpSource>(sources_, row);
  if (kind == "communication") return add_value<Communication>(communications_, row);
  if (kind == "care_area") return add_value<CareAreaWord>(care_areas_, row);
  if (kind == "condition") return add_condition(row);
  return false;
}

bool PumpTerms::add_condition(const MappingTable::Row& row) {
  const std::string& number = row.cells[cell_number];
  const bool fits = is_number(number) && !row.cells[cell_refid].empty() &&
                    row.cells[cell_name] == not_loaded_name && !means_not_loaded(number);
  if (fits) not_loaded_.push_back({number, row.cells[cell_refid]});
  return fits;
}

bool PumpTerms::add_event(const MappingTable::Row& row) {
  const std::string& number = row.cells[cell_number];
  const auto kind = bridge::named<PumpEventKind>(row.cells[cell_name]);
  if (!kind || !is_number(number) || row.cells[cell_refid].empty()) return false;
  event_numbers_.emplace(*kind, number);
  event_refids_.emplace(number, row.cells[cell_refid]);
  return events_.emplace(number, *kind).second;
}

bool PumpTerms::add_level(const MappingTable::Row& row) {
  const std::string& number = row.cells[cell_number];
  const std::string& name = row.cells[cell_name];
  PumpDevice device{PumpLevel::other, PumpSource::unknown, row.cells[cell_refid]};
  if (!is_number(number) || device.refid.empty()) return false;
  const auto source = bridge::named<PumpSource>(name);
  if (source && *source != PumpSource::unknown) {
    device.level = PumpLevel::source;
    device.source = *source;
    channels_.emplace(*source, PumpTerm{number, device.refid});
  } else {
    const auto level = bridge::named<PumpLevel>(name);
    if (!level || *level == PumpLevel::source) return false;
    device.level = *level;
  }
  return devices_.emplace(number, std::move(device)).second;
}

bool PumpTerms::add_metric(const MappingTable::Row& row) {
  const std::string& number = row.cells[cell_number];
  const auto metric = bridge::named<PumpMetric>(row.cells[cell_name]);
  if (!metric || !is_number(number) || row.cells[cell_refid].empty()) return false;
  terms_.emplace(*metric, PumpTerm{number, row.cells[cell_refid]});
  return metrics_.emplace(number, *metric).second;
}

template <class Name>
bool PumpTerms::add_value(Values& values, const MappingTable::Row& row) {
  Value value{row.cells[cell_number], row.cells[cell_token], row.cells[cell_name]};
  if (!bridge::named<Name>(value.name) || value.token.empty()) return false;
  if (!value.number.empty() && !is_number(value.number)) return false;
  if (find(values, value.token, value.number) != nullptr) return false;
  values.push_back(std::move(value));
  return true;
}

const PumpTerms::Value* PumpTerms::find(const Values& values, std::string_view token,
                                        std::string_view number) {
  const auto by_token = std::find_if(values.begin(), values.end(), [&](const Value& value) {
    return !token.empty() && value.token == token;
  });
  if (by_token != values.end()) return &*by_token;
  const auto by_number = std::find_if(values.begin(), values.end(), [&](const Value& value) {
    return !number.empty() && value.number == number;
  });
  return by_number == values.end() ? nullptr : &*by_number;
}

const PumpTerms::Value* PumpTerms::named(const Values& values, std::string_view name) {
  const auto found = std::find_if(values.begin(), values.end(),
                                  [&](const Value& value) { return value.name == name; });
  return found == values.end() ? nullptr : &*found;
}

void PumpTerms::check_complete(Faults& faults) const {
  const auto missing = [&faults](std::string_view kind, std::string_view name) {
    table_fault(faults, std::string(file),
                std::string("no row of kind ").append(kind).append(" is named ").append(name));
  };
  for (const auto name : names_of(PumpMetric{})) {
    if (!terms_.contains(*bridge::named<PumpMetric>(name))) missing("metric", name);
  }
  for (const auto name : names_of(PumpEventKind{})) {
    if (!event_numbers_.contains(*bridge::named<PumpEventKind>(name))) missing("event", name);
  }
  for (const auto name : names_of(DeliveryStatus{})) {
    if (name != name_of(DeliveryStatus::unknown) && named(statuses_, name) == nullptr) {
      missing("status", name);
    }
  }
  for (const auto name : names_of(PumpSource{})) {
    const auto source = *bridge::named<PumpSource>(name);
    if (source != PumpSource::unknown && !channels_.contains(source)) missing("level", name);
  }
  for (const auto name : names_of(Communication{})) {
    if (named(communications_, name) == nullptr) missing("communication", name);
  }
  if (not_loaded_.empty()) missing("condition", not_loaded_name);
}

std::optional<PumpEventKind> PumpTerms::event(std::string_view number) const {
  const auto found = events_.find(number);
  if (found == events_.end()) return std::nullopt;
  return found->second;
}

const PumpDevice* PumpTerms::device(std::string_view number) const {
  const auto found = devices_.find(number);
  return found == devices_.end() ? nullptr : &found->second;
}

std::optional<PumpMetric> PumpTerms::metric(std::string_view number) const {
  const auto found = metrics_.find(number);
  if (found == metrics_.end()) return std::nullopt;
  return found->second;
}

std::optional<DeliveryStatus> PumpTerms::status(std::string_view token,
                                                std::string_view number) const {
  const Value* const value = find(statuses_, token, number);
  if (value == nullptr) return std::nullopt;
  return bridge::named<DeliveryStatus>(value->name);
}

std::optional<std::string> PumpTerms::reason(std::string_view token,
                                             std::string_view number) const {
  const Value* const value = find(reasons_, token, number);
  if (value == nullptr) return std::nullopt;
  return value->token;
}

std::optional<PumpSource> PumpTerms::source(std::string_view token, std::string_view number) const {
  const Value* const value = find(sources_, token, number);
  if (value == nullptr) return std::nullopt;
  return bridge::named<PumpSource>(value->name);
}

std::optional<bool> PumpTerms::online(std::string_view token) const {
  const Value* const value = find(communications_, token, {});
  if (value == nullptr) return std::nullopt;
  return value->name == name_of(Communication::online);
}

bool PumpTerms::means_not_loaded(std::string_view number) const {
  return std::any_of(not_loaded_.begin(), not_loaded_.end(),
                     [number](const PumpTerm& term) { return term.number == number; });
}

bool PumpTerms::means_no_care_area(std::string_view words) const {
  return find(care_areas_, words, {}) != nullptr;
}

const PumpTerm& PumpTerms::not_loaded() const {
  BRIDGE_ASSERT(!not_loaded_.empty());
  return not_loaded_.front();
}

const PumpTerm& PumpTerms::term(PumpMetric metric) const {
  const auto found = terms_.find(metric);
  BRIDGE_ASSERT(found != terms_.end());
  return found->second;
}

std::string_view PumpTerms::event_refid(std::string_view number) const {
  const auto found = event_refids_.find(number);
  return found == event_refids_.end() ? std::string_view() : std::string_view(found->second);
}

std::string_view PumpTerms::event_number(PumpEventKind kind) const {
  const auto found = event_numbers_.find(kind);
  BRIDGE_ASSERT(found != event_numbers_.end());
  return found->second;
}

std::string_view PumpTerms::status_token(DeliveryStatus status) const {
  const Value* const value = named(statuses_, name_of(status));
  return value == nullptr ? std::string_view() : std::string_view(value->token);
}

std::string_view PumpTerms::source_token(PumpSource source) const {
  const Value* const value = named(sources_, name_of(source));
  return value == nullptr ? std::string_view() : std::string_view(value->token);
}

std::string_view PumpTerms::communication_token(bool online) const {
  const Value* const value =
      named(communications_, name_of(online ? Communication::online : Communication::offline));
  BRIDGE_ASSERT(value != nullptr);
  return value->token;
}

const PumpTerm* PumpTerms::channel(PumpSource source) const {
  const auto found = channels_.find(source);
  return found == channels_.end() ? nullptr : &found->second;
}

}  // namespace bridge::translate
