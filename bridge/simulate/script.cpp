// SPDX-License-Identifier: Apache-2.0
#include "simulate/script.h"

#include "json/reading.h"

namespace bridge::simulate {
namespace {

constexpr std::int64_t longest_ms = std::int64_t{30} * 24 * 3'600'000;
constexpr std::size_t most_rows = 10'000;

Match read_match(json::ObjectReader& row) {
  Match match;
  match.control_id = row.text_or("control_id", "");
  match.order = row.text_or("order", "");
  match.nth = static_cast<std::uint64_t>(row.integer_or("nth", 0, 0));
  match.every = static_cast<std::uint64_t>(row.integer_or("every", 0, 0));
  return match;
}

NurseStep read_step(json::ObjectReader& row) {
  NurseStep step;
  step.action = row.one_of<NurseAction>("do");
  step.after_ms = row.integer_or("after_ms", 0, 0, longest_ms);
  if (step.action == NurseAction::care_area) step.is = row.text_or("is", "");
  if (step.action == NurseAction::library) step.is = row.text("is");
  if (step.action != NurseAction::rate) return step;
  const auto rate = Decimal::parse(row.number("ml_h"));
  if (rate && !rate->is_negative() && !rate->is_zero()) {
    step.ml_h = rate->exact();
  } else {
    row.fail("ml_h", "must be a rate above zero");
  }
  return step;
}

FaultRow read_fault(json::ObjectReader& row) {
  FaultRow fault;
  fault.match = read_match(row);
  fault.trouble = row.one_of<Trouble>("do");
  const bool timed = fault.trouble == Trouble::late_ack || fault.trouble == Trouble::pump_offline ||
                     fault.trouble == Trouble::late_events;
  if (timed) fault.ms = row.integer("ms", 1, longest_ms);
  if (fault.trouble == Trouble::ae) fault.code = row.text("code");
  return fault;
}

}  // namespace

bool Match::fits(std::string_view its_control_id, std::string_view its_order,
                 std::uint64_t number) const {
  return (control_id.empty() || control_id == its_control_id) &&
         (order.empty() || order == its_order) && (nth == 0 || nth == number) &&
         (every == 0 || number % every == 0);
}

const FaultRow* Script::fault(std::string_view control_id, std::string_view order,
                              std::uint64_t number) const {
  for (const FaultRow& row : faults) {
    if (row.match.fits(control_id, order, number)) return &row;
  }
  return nullptr;
}

const std::vector<NurseStep>& Script::nurse_for(std::string_view control_id, std::string_view order,
                                                std::uint64_t number) const {
  static const std::vector<NurseStep> usual = {{NurseAction::confirm, 5'000, {}}};
  for (const NurseRow& row : nurse) {
    if (row.match.fits(control_id, order, number)) return row.steps;
  }
  return usual;
}

Result<Script, Faults> read_script(const std::string& file, std::string_view text) {
  const auto document = json::parse(text, json::Comments::allowed);
  if (!document) return Faults{document.fault()};
  Script script;
  json::Reading reading(file);
  {
    json::ObjectReader root(*document, reading);
    script.clear_after_ms = root.integer_or("clear_after_ms", 60'000, 0, longest_ms);
    root.each_or_none("faults",
                      [&](json::ObjectReader& row) { script.faults.push_back(read_fault(row)); });
    root.each_or_none("nurse", [&](json::ObjectReader& row) {
      NurseRow nurse{read_match(row), {}};
      row.each("steps", [&](json::ObjectReader& step) { nurse.steps.push_back(read_step(step)); });
      script.nurse.push_back(std::move(nurse));
    });
    if (script.faults.size() + script.nurse.size() > most_rows) {
      root.fail("nurse", "has too many rows");
    }
  }
  Faults faults = reading.take();
  if (!faults.empty()) return faults;
  return script;
}

}  // namespace bridge::simulate
