// SPDX-License-Identifier: Apache-2.0
// Folds orders, commands and administrations of one patient into what a check asks about.
#include "decide/history.h"

#include <algorithm>

#include "decide/coded_drug.h"
#include "decide/pump_capability.h"
#include "decide/state.h"

namespace bridge::decide {
namespace {

constexpr std::int64_t ms_per_hour = 3'600'000;
// Of one infusion, newest first, for the last word on what is left; a pump that says it says it
// with each event.
constexpr std::size_t events_looked_at = 20;

Rational in_ml_h(const FlowRate& rate) {
  static const Unit ml_h = *Unit::from_ucum("mL/h");
  return rate.exact().in(ml_h);
}

std::optional<Measure> concentration_in(const std::optional<Dose>& strength,
                                        const std::optional<Volume>& volume) {
  if (!strength || !volume || volume->value().is_zero()) return std::nullopt;
  return strength->exact() / volume->exact();
}

Measure flowed(const Rational& ml_h, Instant from, Instant to) {
  const std::int64_t ms = std::max<std::int64_t>(0, to.unix_ms() - from.unix_ms());
  return {ml_h * Rational(ms, ms_per_hour), Dimension{.volume = 1}};
}

bool is_active(AdministrationStatus status) {
  return status == AdministrationStatus::in_progress || status == AdministrationStatus::on_hold;
}

class Collector {
 public:
  Collector(const State& state, const library::DrugLibrary& library, Instant now)
      : state_(state), library_(library), now_(now) {}

  void add(const std::string& order_key) {
    const OrderState* held = state_.order(order_key);
    if (held == nullptr || held->order.empty()) return;
    if (held->status == OrderStatus::closed && held->administrations.empty()) return;
    const InfusionOrder order = held->order.unpack();
    drug_ = drug_of(order, library_);
    for (const std::string& id : held->administrations) {
      const AdministrationState* administration = state_.administration(id);
      if (administration != nullptr) add(order_key, order, *administration);
    }
    if (held->status != OrderStatus::closed) history_.orders.push_back(order);
  }

  PatientHistory take() && { return std::move(history_); }

 private:
  void add(const std::string& order_key, const InfusionOrder& order,
           const AdministrationState& held) {
    const Administration given = held.administration.unpack();
    const ProgramState* began_with = state_.program(held.control_id);
    std::optional<InfusionProgram> program;
    if (began_with != nullptr) program = began_with->program.unpack();
    auto concentration = concentration_in(given.strength, given.strength_volume);
    if (program && program->strength) {
      concentration = concentration_in(program->strength, program->strength_volume);
    }
    Rational total;
    for (const DeliverySegment& segment : given.segments) {
      GivenPart part{drug_, order_key,    segment.start, segment.end.value_or(now_),
                     {},    concentration};
      if (segment.volume) {
        part.volume = segment.volume->exact();
      } else if (segment.rate) {
        part.volume = flowed(in_ml_h(*segment.rate), part.start, part.end);
      }
      if (part.volume) total = total + part.volume->in_base_units;
      history_.given.push_back(std::move(part));
    }
    if (is_active(given.status)) {
      add_running(order_key, order, held, given, std::move(program), total);
      auto& running = history_.running.back();
      running.concentration = concentration;
      if (running.program && running.program->strength) {
        running.concentration =
            concentration_in(running.program->strength, running.program->strength_volume);
      }
    }
  }

  void add_running(const std::string& order_key, const InfusionOrder& order,
                   const AdministrationState& held, const Administration& given,
                   std::optional<InfusionProgram> program, const Rational& total_ml) {
    RunningInfusion running;
    running.order = order_key;
    running.pump = given.pump.key();
    running.drug = drug_;
    running.ordered = order;
    const std::optional<Rational> volume = program && program->vtbi
                                               ? std::optional(program->vtbi->exact().in_base_units)
                                               : std::nullopt;
    // A change of rate is a later command of the same order.
    const PumpState* pump = state_.pump(running.pump);
    const ProgramState* loaded = pump == nullptr ? nullptr : state_.program(pump->loaded);
    if (loaded != nullptr && loaded->order == order_key) program = loaded->program.unpack();
    if (program && program->expected_rate) running.rate_ml_h = in_ml_h(*program->expected_rate);
    if (program) running.dose_rate = program->dose_rate;
    running.program = std::move(program);
    running.rate_since = given.start;
    if (!given.segments.empty()) take_last(given.segments.back(), running);
    running.remaining_ml = remaining(held, given, volume, total_ml);
    history_.running.push_back(std::move(running));
  }

  static void take_last(const DeliverySegment& last, RunningInfusion& running) {
    running.rate_since = last.start;
    if (!last.rate) return;
    const Rational told = in_ml_h(*last.rate);
    // The program's own dose rate is exact; a rate that the pump was changed to has another one.
    const bool as_programmed = running.rate_ml_h && *running.rate_ml_h == told;
    if (!as_programmed) running.dose_rate = last.dose_rate;
    running.rate_ml_h = told;
  }

  // The pump's own word first, less what has flowed since; else what was programmed less what was
  // given.
  std::optional<Rational> remaining(const AdministrationState& held, const Administration& given,
                                    const std::optional<Rational>& programmed_ml,
                                    const Rational& total_ml) const {
    const std::size_t count = std::min(events_looked_at, held.events.size());
    // The pump's count has what boluses of other orders took from this bag too.
    Rational given_ml = total_ml;
    for (std::size_t back = 1; back <= count; ++back) {
      const PumpEvent told = held.events[held.events.size() - back].unpack();
      if (told.volume_total) {
        given_ml = std::max(given_ml, told.volume_total->exact().in_base_units);
      }
      if (!told.vtbi_remaining) continue;
      Rational left = told.vtbi_remaining->exact().in_base_units;
      if (!given.segments.empty() && !given.segments.back().end && given.segments.back().rate) {
        const Instant from = std::max(given.segments.back().start, told.happened_at);
        left = left - flowed(in_ml_h(*given.segments.back().rate), from, now_).in_base_units;
      }
      return left.is_negative() ? Rational(0) : left;
    }
    if (!programmed_ml) return std::nullopt;
    if (given.volume_total && given.volume_total->exact().in_base_units > given_ml) {
      given_ml = given.volume_total->exact().in_base_units;
    }
    const Rational left = *programmed_ml - given_ml;
    return left.is_negative() ? Rational(0) : left;
  }

  const State& state_;
  const library::DrugLibrary& library_;
  Instant now_;
  const library::Drug* drug_ = nullptr;
  PatientHistory history_;
};

}  // namespace

const RunningInfusion* PatientHistory::of_order(const std::string& order_key) const {
  const auto found = std::find_if(running.begin(), running.end(),
                                  [&](const auto& one) { return one.order == order_key; });
  return found == running.end() ? nullptr : &*found;
}

const RunningInfusion* PatientHistory::on_pump(const std::string& pump_key) const {
  const auto found = std::find_if(running.begin(), running.end(),
                                  [&](const auto& one) { return one.pump == pump_key; });
  return found == running.end() ? nullptr : &*found;
}

const InfusionOrder* PatientHistory::order(const std::string& order_key) const {
  const auto found = std::find_if(orders.begin(), orders.end(), [&](const InfusionOrder& one) {
    return one.placer_order_number.key() == order_key;
  });
  return found == orders.end() ? nullptr : &*found;
}

PatientHistory history_of(const State& state, const library::DrugLibrary& library,
                          const PatientId& patient, Instant now) {
  Collector collector(state, library, now);
  if (const PatientState* known = state.patient(patient.key())) {
    for (const std::string& order : known->orders) collector.add(order);
  }
  return std::move(collector).take();
}

bool share_ingredient(const library::Drug& a, const library::Drug& b) {
  if (&a == &b) return true;
  return std::any_of(a.ingredients.begin(), a.ingredients.end(), [&b](const std::string& one) {
    return std::find(b.ingredients.begin(), b.ingredients.end(), one) != b.ingredients.end();
  });
}

const library::Drug* drug_of(const InfusionOrder& order, const library::DrugLibrary& library) {
  if (const library::Drug* drug = coded_drug(order, library).drug) return drug;
  for (const Component& component : order.components) {
    if (component.role != ComponentRole::additive) continue;
    if (const library::Drug* drug = coded_drug(component, library).drug) return drug;
  }
  return nullptr;
}

}  // namespace bridge::decide
