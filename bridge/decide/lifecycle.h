// SPDX-License-Identifier: Apache-2.0
// The life of a command as one table: which step may follow which status. What is not in it cannot
// be.
#pragma once

#include <array>
#include <optional>

#include "decide/state.h"

namespace bridge::decide {

enum class ProgramStep : std::uint8_t {
  start_dispatch,   // intent recorded
  not_reached,      // no byte left
  gateway_takes,    // CA
  gateway_refuses,  // CE, CR, AE, AR; or withdrawn before a byte left
  fate_unknown,     // time-out, cut connection, garbage
  pump_accepts,     // RRG^O16 AA; or a person says so
  pump_refuses,     // RRG^O16 AE, AR; or a person says so
  delivery_begins,  // PCD-10 START
  cleared_unused,   // AUTO_PROG_CLEARED
  delivery_ends,    // COMP, PROG_CLEARED, or the next program
};
constexpr auto names_of(ProgramStep) {
  return std::to_array<std::string_view>(
      {"start_dispatch", "not_reached", "gateway_takes", "gateway_refuses", "fate_unknown",
       "pump_accepts", "pump_refuses", "delivery_begins", "cleared_unused", "delivery_ends"});
}

struct ProgramTransition {
  ProgramStatus from;
  ProgramStep step;
  ProgramStatus to;
};

// A START or an RRG may overtake the accept ack, so both may follow `sent` and settle `unknown`.
inline constexpr auto program_transitions = std::to_array<ProgramTransition>({
    {ProgramStatus::due, ProgramStep::start_dispatch, ProgramStatus::sent},
    {ProgramStatus::due, ProgramStep::gateway_refuses, ProgramStatus::refused},
    {ProgramStatus::sent, ProgramStep::start_dispatch, ProgramStatus::sent},
    {ProgramStatus::sent, ProgramStep::not_reached, ProgramStatus::due},
    {ProgramStatus::sent, ProgramStep::gateway_takes, ProgramStatus::taken},
    {ProgramStatus::sent, ProgramStep::gateway_refuses, ProgramStatus::refused},
    {ProgramStatus::sent, ProgramStep::fate_unknown, ProgramStatus::unknown},
    {ProgramStatus::sent, ProgramStep::pump_accepts, ProgramStatus::programmed},
    {ProgramStatus::sent, ProgramStep::pump_refuses, ProgramStatus::refused},
    {ProgramStatus::sent, ProgramStep::delivery_begins, ProgramStatus::running},
    {ProgramStatus::sent, ProgramStep::cleared_unused, ProgramStatus::not_used},
    {ProgramStatus::taken, ProgramStep::gateway_takes, ProgramStatus::taken},
    {ProgramStatus::taken, ProgramStep::fate_unknown, ProgramStatus::unknown},
    {ProgramStatus::taken, ProgramStep::pump_accepts, ProgramStatus::programmed},
    {ProgramStatus::taken, ProgramStep::pump_refuses, ProgramStatus::refused},
    {ProgramStatus::taken, ProgramStep::delivery_begins, ProgramStatus::running},
    {ProgramStatus::taken, ProgramStep::cleared_unused, ProgramStatus::not_used},
    {ProgramStatus::unknown, ProgramStep::start_dispatch, ProgramStatus::sent},
    {ProgramStatus::unknown, ProgramStep::gateway_takes, ProgramStatus::taken},
    {ProgramStatus::unknown, ProgramStep::gateway_refuses, ProgramStatus::refused},
    {ProgramStatus::unknown, ProgramStep::pump_accepts, ProgramStatus::programmed},
    {ProgramStatus::unknown, ProgramStep::pump_refuses, ProgramStatus::refused},
    {ProgramStatus::unknown, ProgramStep::delivery_begins, ProgramStatus::running},
    {ProgramStatus::unknown, ProgramStep::cleared_unused, ProgramStatus::not_used},
    {ProgramStatus::programmed, ProgramStep::gateway_takes, ProgramStatus::programmed},
    {ProgramStatus::programmed, ProgramStep::delivery_begins, ProgramStatus::running},
    {ProgramStatus::programmed, ProgramStep::cleared_unused, ProgramStatus::not_used},
    {ProgramStatus::programmed, ProgramStep::delivery_ends, ProgramStatus::ended},
    {ProgramStatus::running, ProgramStep::gateway_takes, ProgramStatus::running},
    {ProgramStatus::running, ProgramStep::pump_accepts, ProgramStatus::running},
    {ProgramStatus::running, ProgramStep::delivery_begins, ProgramStatus::running},
    {ProgramStatus::running, ProgramStep::delivery_ends, ProgramStatus::ended},
    {ProgramStatus::refused, ProgramStep::gateway_takes, ProgramStatus::refused},
    {ProgramStatus::not_used, ProgramStep::gateway_takes, ProgramStatus::not_used},
    {ProgramStatus::ended, ProgramStep::gateway_takes, ProgramStatus::ended},
    {ProgramStatus::ended, ProgramStep::pump_accepts, ProgramStatus::ended},
});

constexpr std::optional<ProgramStatus> after(ProgramStatus from, ProgramStep step) {
  for (const ProgramTransition& row : program_transitions) {
    if (row.from == from && row.step == step) return row.to;
  }
  return std::nullopt;
}

// The fate is open: the pump's lane takes no other command.
constexpr bool is_open(ProgramStatus status) {
  return status == ProgramStatus::due || status == ProgramStatus::sent ||
         status == ProgramStatus::taken || status == ProgramStatus::unknown;
}

}  // namespace bridge::decide
