// SPDX-License-Identifier: Apache-2.0
#include "translate/order_steps.h"

#include <algorithm>
#include <array>
#include <map>

#include "translate/order_therapy.h"
#include "translate/stated.h"
#include "translate/therapy_terms.h"

namespace bridge::translate {
namespace {

constexpr std::size_t most_steps = 99;

std::string place_of(const FoundField& found) {
  return hl7::Field(found.segment.field(found.row->value.field())).place();
}

// The 2 of `0.1.2.5`; 0 when OBX-4 is not of that form.
std::size_t step_of(const hl7::Segment& obx) {
  std::string_view rest = obx.field(4).raw();
  if (!rest.starts_with("0.1.")) return 0;
  rest.remove_prefix(4);
  const std::size_t point = rest.find('.');
  if (point == std::string_view::npos || point == 0 || point > 2) return 0;
  const std::string_view number = rest.substr(0, point);
  const std::string_view last = rest.substr(point + 1);
  constexpr std::string_view digits = "0123456789";
  if (number.find_first_not_of(digits) != std::string_view::npos || number.front() == '0' ||
      last.empty() || last.find_first_not_of(digits) != std::string_view::npos) {
    return 0;
  }
  std::size_t step = 0;
  for (const char c : number) step = step * 10 + static_cast<std::size_t>(c - '0');
  return step;
}

class StepReader {
 public:
  StepReader(Reading& reading, const Segments& segments, InfusionOrder& order)
      : reading_(reading), segments_(segments), order_(order) {}

  void read() {
    read_types();
    read_starts();
    read_into(Meaning::parameter_rate, &InfusionStep::rate);
    read_into(Meaning::parameter_dose_rate, &InfusionStep::dose_rate);
    read_into(Meaning::parameter_dose, &InfusionStep::dose);
    read_into(Meaning::loading_dose, &InfusionStep::dose);
    read_into(Meaning::parameter_volume, &InfusionStep::volume);
    refuse_bolus();
    if (!numbers_are_whole()) return pass_over();
    read_timings();
    check_types();
    check_count();
    refuse_whole();
    for (auto& [number, stated] : steps_) order_.steps.push_back(std::move(stated.step));
  }

 private:
  struct Stated {
    InfusionStep step;
    bool typed = false;
    std::string place;  // of the first OBX about it
  };

  void malformed(std::string place, std::string detail) {
    reading_.fault(FaultCode::steps_malformed, std::move(place), std::move(detail));
  }

  // What belongs to steps that cannot be told is not told once more as unread.
  void pass_over() {
    for (const Meaning meaning : {Meaning::occurrence_duration, Meaning::step_count}) {
      for (const FoundField& found : reading_.find(meaning, segments_)) {
        reading_.mark(found.segment, found.row->value.field());
      }
    }
  }

  template <class Take>
  void each(Meaning meaning, Take take) {
    for (const FoundField& found : reading_.find(meaning, segments_)) {
      if (!is_usable_observation(reading_, found.segment)) {
        reading_.mark_all(found.segment);
        continue;
      }
      const std::size_t number = step_of(found.segment);
      if (number == 0 || number > most_steps) {
        reading_.mark_all(found.segment);
        malformed(found.segment.field(4).place(), "not the place of a step");
        placed_ = false;
        continue;
      }
      Stated& stated = steps_[number];
      if (stated.place.empty()) stated.place = found.segment.field(4).place();
      take(found, stated);
    }
  }

  template <class Quantity>
  void read_into(Meaning meaning, std::optional<Quantity> InfusionStep::*slot) {
    each(meaning, [&](const FoundField& found, Stated& stated) {
      auto amount = reading_.amount(found);
      if (amount) state(stated.step.*slot, *std::move(amount), reading_.faults());
    });
  }

  void read_types() {
    each(Meaning::step_type, [this](const FoundField& found, Stated& stated) {
      reading_.mark(found.segment, 5);
      const auto type = step_type_of(read_token(found.segment, reading_.faults()));
      if (!type) {
        reading_.fault(FaultCode::code_not_in_table, place_of(found));
      } else if (stated.typed && stated.step.type != *type) {
        malformed(place_of(found), "two types of one step");
      } else {
        stated.step.type = *type;
      }
      stated.typed = true;
    });
  }

  void read_starts() {
    each(Meaning::step_start, [this](const FoundField& found, Stated& stated) {
      reading_.mark(found.segment, 5);
      const auto start = step_start_of(read_token(found.segment, reading_.faults()));
      if (!start) {
        reading_.fault(FaultCode::code_not_in_table, place_of(found));
      } else {
        stated.step.start = *start;
      }
    });
  }

  void refuse_bolus() {
    each(Meaning::bolus_dose, [this](const FoundField& found, Stated&) {
      reading_.mark_all(found.segment);
      reading_.fault(FaultCode::mode_not_supported, found.segment.field(3).place());
    });
  }

  bool numbers_are_whole() {
    std::size_t expected = 0;
    for (const auto& [number, stated] : steps_) {
      if (number != ++expected) {
        malformed(stated.place, "step " + std::to_string(expected) + " is missing");
        return false;
      }
    }
    return placed_;
  }

  void check_types() {
    for (const auto& [number, stated] : steps_) {
      const InfusionStep& step = stated.step;
      if (!stated.typed) malformed(stated.place, "a step without a type");
      if (step.type == StepType::loading_dose && number != 1) {
        malformed(stated.place, "only the first step can be a loading dose");
      }
      const bool gives = step.rate || step.dose_rate || step.dose || step.volume;
      if (step.type == StepType::delay && (gives || !step.duration)) {
        malformed(stated.place, "a delay has its time and nothing else");
      }
      if (step.type != StepType::delay && stated.typed && !gives) {
        malformed(stated.place, "a step that gives nothing");
      }
    }
  }

  // MDC_INFUS_TOTAL_NUM_STEPS, where it is said.
  void check_count() {
    for (const FoundField& found : reading_.find(Meaning::step_count, segments_)) {
      if (!is_usable_observation(reading_, found.segment)) {
        reading_.mark_all(found.segment);
        continue;
      }
      const auto text = reading_.text(found);
      if (!text) continue;
      const auto count = read_count(*text, {place_of(found), found.row->id}, reading_.faults());
      if (count && count->value != steps_.size()) {
        malformed(place_of(found), std::to_string(steps_.size()) + " steps are given");
      }
    }
  }

  // One TQ1 says only when the order begins; several are one for each step, TQ1-13 its time.
  void read_timings() {
    const Segments timings = step_timings(segments_);
    for (const FoundField& found : reading_.find(Meaning::occurrence_duration, segments_)) {
      const bool of_a_step =
          timings.size() > 1 && std::any_of(timings.begin(), timings.end(), [&](const auto& each) {
            return each.index() == found.segment.index();
          });
      if (!of_a_step && found.segment.field(found.row->value.field()).valued()) {
        reading_.mark(found.segment, found.row->value.field());
        malformed(place_of(found), "the time of which step?");
      }
    }
    if (timings.size() < 2) return;
    if (timings.size() != steps_.size()) {
      malformed(timings.back().place(), std::to_string(steps_.size()) + " steps are given");
      return pass_over();
    }
    for (std::size_t at = 0; at < timings.size(); ++at) read_timing(timings, at);
  }

  void read_timing(const Segments& timings, std::size_t at) {
    const Segments one = {timings[at]};
    for (const FoundField& found : reading_.find(Meaning::step_number, one)) {
      if (reading_.text(found).value_or("") == std::to_string(at + 1)) continue;
      malformed(place_of(found), "timings are numbered as the steps are");
    }
    for (const FoundField& found : reading_.find(Meaning::occurrence_duration, one)) {
      auto amount = reading_.amount(found);
      if (amount) state(steps_[at + 1].step.duration, *std::move(amount), reading_.faults());
    }
    // What repeats, bounds or delays a regimen has no place in a step (TQ1-4, 5, 6 and 14).
    for (const std::size_t field : {4U, 5U, 6U, 14U}) {
      if (timings[at].field(field).valued()) {
        reading_.fault(FaultCode::field_not_understood, timings[at].field(field).place());
      }
    }
    if (at == 0) return;
    for (const std::size_t field : {7U, 8U}) {
      if (timings[at].field(field).valued()) {
        malformed(timings[at].field(field).place(), "only the first step has a time of day");
      }
    }
  }

  // A rate or a dose of the whole order would be that of which step?
  void refuse_whole() {
    const auto refuse = [this](const auto& slot) {
      if (slot) reading_.fault(FaultCode::dosages_conflict, slot->from().field);
    };
    refuse(order_.rate);
    refuse(order_.dose_rate);
    refuse(order_.dose);
    refuse(order_.duration);
    refuse(order_.loading_dose);
    if (order_.pca) malformed(steps_.begin()->second.place, "a PCA has no steps");
    if (order_.control == OrderControl::child) {
      malformed(steps_.begin()->second.place, "a bolus has no steps");
    }
  }

  Reading& reading_;
  const Segments& segments_;
  InfusionOrder& order_;
  std::map<std::size_t, Stated> steps_;
  bool placed_ = true;
};

}  // namespace

bool states_steps(Reading& reading, const Segments& segments) {
  for (const Meaning meaning : {Meaning::step_count, Meaning::step_type, Meaning::step_start}) {
    for (const FoundField& found : reading.find(meaning, segments)) {
      if (is_usable_observation(reading, found.segment)) return true;
    }
  }
  return false;
}

void read_steps(Reading& reading, const Segments& segments, InfusionOrder& order) {
  StepReader(reading, segments, order).read();
}

Segments step_timings(const Segments& segments) {
  const auto is_product = [](const hl7::Segment& segment) {
    return segment.name() == "RXE" || segment.name() == "RXO";
  };
  const auto product = std::find_if(segments.begin(), segments.end(), is_product);
  Segments before;
  Segments after;
  for (auto at = segments.begin(); at != segments.end(); ++at) {
    if (at->name() == "TQ1") (at < product ? before : after).push_back(*at);
  }
  return after.empty() ? before : after;
}

}  // namespace bridge::translate
