// SPDX-License-Identifier: Apache-2.0
// Folds the events of one administration, in order of their time, into what was given.
#pragma once

#include <vector>

#include "clinical/administration.h"
#include "clinical/infusion_program.h"
#include "clinical/pump_event.h"

namespace bridge::decide {

// What the fold starts from: who, what, and what had been programmed.
struct DeliveryFrame {
  Administration opening;  // identity only: no segments, no records, version as last
  const InfusionProgram* program =
      nullptr;  // for ordered against actual; none when programmed by hand
  std::vector<AdministrationRecord> known;  // records made before: their sub ids are kept
  std::uint32_t last_sub_id = 0;            // the order's last RXA-2
  std::int64_t late_after_ms = 0;
};

// Pure and total: any list of events gives an administration. Late events change the outcome by
// being sorted in, never by overwriting: records already made keep their sub id and may be amended.
// Scenarios of IHE PCD TF-2 table M.1.2.1-4: a STOP that is `transitioning` is one half of a rate
// change, the way to a dose out of the flow, or the end of a bolus; KVO after completion is
// documented apart. A record that tells an amount tells what no other record has told. What the program says of rate and volume is
// held against the first segment of its own flow, never against a dose in front of it or out of it.
// A dose out of what runs here only interrupts it: a record of its own, no change of rate, no end.
// An administration with a parent is such a dose itself, under its own order.
Administration fold_delivery(const DeliveryFrame& frame, const std::vector<PumpEvent>& events);

}  // namespace bridge::decide
