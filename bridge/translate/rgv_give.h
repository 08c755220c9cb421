// SPDX-License-Identifier: Apache-2.0
// One GIVE group of PCD-03: RXG with its TQ1, RXR and OBX; one for a program, one for each step.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "clinical/infusion_program.h"
#include "hl7/message.h"
#include "translate/code_book.h"

namespace bridge::translate {

struct GiveGroup {
  hl7::Segment rxg;
  hl7::Segment tq1;  // may not exist
  hl7::Segment rxr;  // may not exist
  std::vector<hl7::Segment> obx;
};

// The groups in the order of the message. What repeats inside of a group is a fault.
std::vector<GiveGroup> give_groups(const hl7::Message& message, Faults& faults);

struct GiveValues {
  Coding drug;
  std::vector<Coding> drug_alternates;  // RXG-4.4 and 10, as InfusionOrder has them
  std::optional<FlowRate> rate;
  std::optional<DoseRate> dose_rate;
  std::optional<Dose> dose;
  std::optional<Volume> volume;  // RXG-5, or the amount of a bolus in RXG-15
  std::optional<Duration> duration;
  std::optional<Dose> strength;
  std::optional<Volume> strength_volume;
  std::optional<Volume> total;  // RXG-32, of all steps
};

// RXG-16 tells a rate, a dose rate and a dose apart (TF-2 3.3.4.4.6). `doses` is false for a rate
// change, `volumes` true only for a bolus, whose amount may be one.
struct GiveRules {
  bool doses = true;
  bool dose_needs_time = true;
  bool volumes = false;
};

GiveValues read_give(const GiveGroup& group, GiveRules rules, const CodeBook& book, Faults& faults);

// Number and unit of one segment, which may not repeat.
std::optional<Amount> amount_at(const hl7::Segment& segment, std::size_t number, std::size_t unit,
                                std::string_view row, const CodeBook& book, Faults& faults);

// The steps of a multistep program (TF-2 3.3.4.4.10.3), read from all groups: numbered from 1, each
// with its type, the same drug and concentration throughout. Fault steps_malformed.
std::vector<InfusionStep> read_give_steps(const std::vector<GiveGroup>& groups,
                                          const CodeBook& book, GiveValues& whole, Faults& faults);

}  // namespace bridge::translate
