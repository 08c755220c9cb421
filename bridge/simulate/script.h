// SPDX-License-Identifier: Apache-2.0
// Script: what goes wrong at the simulated gateway, and what the simulated nurse does; a JSON file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/named.h"
#include "base/rational.h"
#include "base/result.h"

namespace bridge::simulate {

// Which commands a row is about: those that fit everything the row states. Numbers count the
// RGV^O15 messages from 1, repeats included.
struct Match {
  std::string control_id;  // MSH-10
  std::string order;       // ORC-2.1
  std::uint64_t nth = 0;
  std::uint64_t every = 0;

  bool fits(std::string_view its_control_id, std::string_view its_order,
            std::uint64_t number) const;
};

enum class Trouble : std::uint8_t {
  none,
  no_ack,          // taken and programmed, and nothing is said on the connection
  late_ack,        // the same, and said after `ms` of real time
  ce,              // refused on the connection; nothing is programmed
  ae,              // CA, then RRG^O16 with `code`
  cut_before,      // the connection ends; nothing was taken
  cut_connection,  // taken and programmed, then the connection ends
  rrg_before_ack,  // RRG^O16 overtakes the accept ack
  rrg_never,
  pump_offline,  // RRG^O16 with 9007; the pump is away for `ms`
  double_event,  // every event of the order is sent twice, under two control ids
  late_events,   // the events of the order are sent `ms` after they happened
};
constexpr auto names_of(Trouble) {
  return std::to_array<std::string_view>({"none", "no_ack", "late_ack", "ce", "ae", "cut_before",
                                          "cut_connection", "rrg_before_ack", "rrg_never",
                                          "pump_offline", "double_event", "late_events"});
}

struct FaultRow {
  Match match;
  Trouble trouble = Trouble::none;
  std::string code;     // of `ae`
  std::int64_t ms = 0;  // of the gateway's clock, but for late_ack
};

// `confirm` also lets a step begin that waits for it; `demand` is the patient's button of a PCA.
// `unload` and `load`: the set comes out and goes in; `care_area` and `library`: the pump is given
// another one.
enum class NurseAction : std::uint8_t {
  confirm,
  reject,
  rate,
  pause,
  restart,
  clear,
  off,
  on,
  demand,
  unload,
  load,
  care_area,
  library,
};
constexpr auto names_of(NurseAction) {
  return std::to_array<std::string_view>({"confirm", "reject", "rate", "pause", "restart", "clear",
                                          "off", "on", "demand", "unload", "load", "care_area",
                                          "library"});
}

struct NurseStep {
  NurseAction action = NurseAction::confirm;
  std::int64_t after_ms = 0;  // the step before, or the program's arrival at the pump
  Rational ml_h;              // of `rate`
  std::string is = {};        // of `care_area`, where empty is none; of `library` the version
};

struct NurseRow {
  Match match;
  std::vector<NurseStep> steps;
};

struct Script {
  std::vector<FaultRow> faults;  // the first that fits counts
  std::vector<NurseRow> nurse;   // likewise; where none fits, the nurse confirms after 5 s
  // A channel that is complete, or keeps the vein open, is cleared after this, to be free again.
  std::int64_t clear_after_ms = 60'000;

  const FaultRow* fault(std::string_view control_id, std::string_view order,
                        std::uint64_t number) const;
  const std::vector<NurseStep>& nurse_for(std::string_view control_id, std::string_view order,
                                          std::uint64_t number) const;
};

// {"clear_after_ms": 1000,
//  "faults": [{"every": 7, "do": "ae", "code": "9010"}, {"nth": 3, "do": "late_ack", "ms": 800}],
//  "nurse": [{"order": "ORD1", "steps": [{"do": "confirm", "after_ms": 500},
//                                        {"do": "rate", "after_ms": 900, "ml_h": 38.3},
//                                        {"do": "care_area", "is": "icu"}]}]}
// All faults together; an unknown key is one.
Result<Script, Faults> read_script(const std::string& file, std::string_view text);

}  // namespace bridge::simulate
