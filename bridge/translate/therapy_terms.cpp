// SPDX-License-Identifier: Apache-2.0
#include "translate/therapy_terms.h"

#include <algorithm>
#include <array>

#include "translate/pump_fields.h"

namespace bridge::translate {
namespace {

constexpr std::array<std::pair<StepType, std::string_view>, 3> type_tokens = {
    {{StepType::loading_dose, "loading-dose"},
     {StepType::continuous, "continuous"},
     {StepType::delay, "delay"}}};
constexpr std::array<std::pair<StepStart, std::string_view>, 2> start_tokens = {
    {{StepStart::immediate, "immediate"},
     {StepStart::pause_for_confirmation, "pause-for-confirmation"}}};

template <class Tokens, class Value>
std::string_view token_in(const Tokens& tokens, Value value) {
  const auto found = std::find_if(tokens.begin(), tokens.end(),
                                  [value](const auto& row) { return row.first == value; });
  return found == tokens.end() ? std::string_view() : found->second;
}

template <class Tokens>
auto value_in_tokens(const Tokens& tokens, std::string_view token) {
  using Value = typename Tokens::value_type::first_type;
  const auto found = std::find_if(tokens.begin(), tokens.end(),
                                  [token](const auto& row) { return row.second == token; });
  return found == tokens.end() ? std::optional<Value>() : std::optional<Value>(found->first);
}

}  // namespace

bool names(const hl7::Segment& obx, const TherapyTerm& term) {
  Faults unreadable;
  const std::string number = read_text(obx.field(3).component(1), unreadable);
  if (number == term.number && number != "0") return true;
  if (term.tf9_refid.empty() || number != "0") return false;
  return read_text(obx.field(3).component(2), unreadable) == term.tf9_refid;
}

std::string_view token_of(StepType type) { return token_in(type_tokens, type); }
std::string_view token_of(StepStart start) { return token_in(start_tokens, start); }

std::optional<StepType> step_type_of(std::string_view token) {
  return value_in_tokens(type_tokens, token);
}
std::optional<StepStart> step_start_of(std::string_view token) {
  return value_in_tokens(start_tokens, token);
}

std::string read_token(const hl7::Segment& obx, Faults& faults) {
  const hl7::Field field = obx.field(5);
  if (field.repetition_count() > 1) {
    faults.push_back({FaultCode::field_repeats, field.place(), {}});
    return {};
  }
  std::string token = read_text(field.component(1), faults);
  // `477336^loading-dose`, `^loading-dose`: then the number, if any, is of the enumeration.
  if (field.component(2).valued()) token = read_text(field.component(2), faults);
  return token;
}

std::string_view read_delivery_mode(const hl7::Segment& obx, Faults& faults) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> modes = {
      {{"477312", terms::delivery_continuous},
       {"477313", terms::delivery_ramp_taper},
       {"477314", terms::delivery_steps},
       {"477315", terms::delivery_doses}}};
  constexpr std::string_view beginning = "pump-program-delivery-mode-";
  const hl7::Field field = obx.field(5);
  if (field.repetition_count() > 1) {
    faults.push_back({FaultCode::field_repeats, field.place(), {}});
    return {};
  }
  const std::string first = read_text(field.component(1), faults);
  const std::string second = read_text(field.component(2), faults);
  if (first.empty() && second.empty()) return {};
  for (const auto& [number, mode] : modes) {
    const std::string name = std::string(beginning).append(mode);
    const bool first_fits = first.empty() || first == number || (second.empty() && first == name);
    if (first_fits && (second.empty() || second == name)) return mode;
  }
  return {};
}

std::optional<Count> read_count(std::string_view text, Origin from, Faults& faults) {
  const bool digits = !text.empty() && text.size() <= 6 &&
                      text.find_first_not_of("0123456789") == std::string_view::npos;
  if (!digits) {
    faults.push_back({FaultCode::number_malformed, from.field, {}});
    return std::nullopt;
  }
  std::uint32_t value = 0;
  for (const char c : text) value = value * 10 + static_cast<std::uint32_t>(c - '0');
  if (value == 0) {
    faults.push_back({FaultCode::quantity_zero, from.field, {}});
    return std::nullopt;
  }
  return Count{value, std::move(from)};
}

bool is_per_hour(const hl7::Segment& obx, Faults& faults) {
  // 264704 is MDC_DIM_PER_HR.
  constexpr std::array<std::string_view, 6> known = {"264704", "/h",       "1/h",
                                                     "h-1",    "{dose}/h", "{doses}/h"};
  const hl7::Field field = obx.field(6);
  for (const std::size_t part : {1U, 4U}) {
    const std::string code = read_text(field.component(part), faults);
    if (code.empty() || std::find(known.begin(), known.end(), code) != known.end()) continue;
    faults.push_back({FaultCode::unit_unknown, field.place(), {}});
    return false;
  }
  return true;
}

void check_window(const PcaSettings& pca, Faults& faults) {
  const bool limited = pca.dose_limit || pca.volume_limit;
  if (limited && !pca.limit_window) {
    const Origin& from = pca.dose_limit ? pca.dose_limit->from() : pca.volume_limit->from();
    faults.push_back({FaultCode::field_missing, from.field, "a limit without the time it is for"});
  }
  if (!limited && pca.limit_window) {
    faults.push_back({FaultCode::field_missing, pca.limit_window->from().field,
                      "the time of a limit without the limit"});
  }
}

}  // namespace bridge::translate
