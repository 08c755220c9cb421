// SPDX-License-Identifier: Apache-2.0
// One patient, one order, two pumps: what the tests of the steps begin with, and decisions as text.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "decide/check_case.h"
#include "decide/step.h"

namespace bridge::decide::test {

// 5 ug/kg/min of 1.6 mg/mL in 80 kg: 5 * 80 * 60 / 1600 = 15 mL/h.
inline constexpr std::string_view dopamine =
    "icu dopamine | 5 ug/kg/min, 80 kg, 400 mg / 250 mL, 250 mL";
// The soft maximum of the example library is 20 ug/kg/min, the hard one 50.
inline constexpr std::string_view dopamine_above_soft =
    "icu dopamine | 25 ug/kg/min, 80 kg, 400 mg / 250 mL, 250 mL";

// PUMP1 and PUMP2 of MAKER, both of the bedside model behind the gateway "gateway".
const library::PumpRegistry& two_pumps();
EntityId pump_named(std::string_view id);
EntityId order_named(std::string_view id);

// "order_accepted program_due(EPOC-P000001) !order_held W:soft_limit_above I:x >yes >no:pump_busy":
// facts in their order, then findings, then replies.
std::string told(const Decision& decision);
// "order_exists(rate)": the findings with their details.
std::string details(const Decision& decision);

// "30 stop not rate 60 seg 30 total 30": minute, kind (start stop complete comm cleared
// auto_cleared patient other), then status (del not kvo trans), quantities in mL and mL/h, "sent
// 40" (minute), "id E7", "order none", "order X", "patient none", "patient X", "pump PUMP2",
// "offline", "left 20" (of the bag), "because alarming", "unloaded", "no_area", "area icu",
// "library 7", "parent X" (of a bolus), "source loading".
PumpEvent event_of(std::string_view line);
Instant at_minute(std::int64_t minute);
// "on_hold 0- total 30 mL | 0-30 60 mL/h 30 mL | #1 new_bag@0 60 mL/h 0 mL; #2 pause@0-30 60 mL/h
// +30 30 mL": "+30" was given from 0 to 30 and is in no other record, 30 mL is the pump's count.
// Without sub ids "#1" becomes "#".
std::string rendered(const Administration& administration, bool sub_ids = true);

struct Scene {
  struct Asked {
    InfusionOrder order;
    ProgramRequest request;
  };

  State state;
  Context context;
  Asked one;

  explicit Scene(std::string_view order_text = dopamine);

  Decision decide(const Input& input) const { return step(state, input, context); }
  // Decides, applies the facts, and tells.
  std::string run(const Input& input);

  OrderInput order(OrderControl control = OrderControl::new_order) const;
  OrderInput order(std::string_view other_text, OrderControl control) const;
  RequestInput request(ProgramKind kind = ProgramKind::new_bag) const;
  // The same for another order, in the words of check_case.h, and pump.
  RequestInput request_for(std::string_view order_text, std::string_view pump = "PUMP1",
                           ProgramKind kind = ProgramKind::new_bag) const;
  PumpAnswerInput answer(std::string_view control_id, bool accepted) const;
  std::string event(std::string_view line) { return run(PumpEventInput{event_of(line), {}}); }
  std::string outcome(DispatchFate fate, std::string_view control_id = first);
  std::string dispatch(bool repeats_are_dropped = false, std::string_view control_id = first);
  std::string_view status(std::string_view control_id = first) const;

  // An accepted order; with a command that is due; sent; taken by the gateway; on the pump.
  Scene& accepted();
  Scene& due();
  Scene& sent();
  Scene& taken();
  Scene& programmed();

  static constexpr std::string_view first = "EPOC-P000001";
  static constexpr std::string_view second = "EPOC-P000002";
};

}  // namespace bridge::decide::test
