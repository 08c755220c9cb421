// SPDX-License-Identifier: Apache-2.0
// What a patient would have had of a drug: within moving windows, and in a lifetime (D4, D5).
#include <algorithm>

#include "base/assert.h"
#include "decide/checking.h"
#include "decide/dose_limits.h"

namespace bridge::decide {
namespace {

using library::Limit;
using library::LimitedQuantity;

constexpr std::int64_t ms_per_minute = 60'000;
constexpr std::int64_t ms_per_hour = 3'600'000;

// An amount that flows evenly from one time to another; both are milliseconds from now.
struct Piece {
  Rational from;
  Rational to;
  Measure amount;

  Rational within(const Rational& begin, const Rational& end) const {
    if (to <= from) return begin < from && from <= end ? amount.in_base_units : Rational(0);
    const Rational low = std::max(from, begin);
    const Rational high = std::min(to, end);
    if (high <= low) return Rational(0);
    return amount.in_base_units * (high - low) / (to - from);
  }
};

Rational ms_of(const Measure& time) {
  static const Unit minute = *Unit::from_ucum("min");
  return time.in(minute)*Rational(ms_per_minute);
}

// What the limit counts: the drug, or the fluid itself.
std::optional<Measure> counted(const Limit& limit, const Measure& volume,
                               const std::optional<Measure>& concentration) {
  if (limit.unit.dimension().volume == 1) return volume;
  if (!concentration) return std::nullopt;
  return volume * *concentration;
}

std::optional<Measure> own_concentration(const Checking& checking) {
  return checking.concentration ? std::optional(checking.concentration->ratio) : std::nullopt;
}

// Past and running parts of all drugs that count together with this one.
struct Record {
  std::vector<Piece> pieces;
  bool complete = true;
};

Record record_for(const Checking& checking, const Limit& limit) {
  Record record;
  const PatientHistory* history = checking.context.history;
  if (history == nullptr) return record;
  const std::int64_t now = checking.context.now.unix_ms();
  for (const GivenPart& part : history->given) {
    if (part.drug == nullptr || !share_ingredient(*part.drug, *checking.drug)) continue;
    const auto amount =
        part.volume ? counted(limit, *part.volume, part.concentration) : std::optional<Measure>();
    if (!amount) {
      record.complete = false;
      continue;
    }
    record.pieces.push_back(
        {Rational(part.start.unix_ms() - now), Rational(part.end.unix_ms() - now), *amount});
  }
  // What runs beside this order goes on; what runs of this order is replaced or changed by it.
  for (const RunningInfusion& running : history->running) {
    if (running.drug == nullptr || !share_ingredient(*running.drug, *checking.drug)) continue;
    if (running.order == checking.order.placer_order_number.key()) continue;
    if (!running.remaining_ml || !running.rate_ml_h || running.rate_ml_h->is_zero()) continue;
    const auto amount =
        counted(limit, {*running.remaining_ml, Dimension{.volume = 1}}, running.concentration);
    if (!amount) {
      record.complete = false;
      continue;
    }
    const Rational lasts = *running.remaining_ml / *running.rate_ml_h * Rational(ms_per_hour);
    record.pieces.push_back({Rational(0), lasts, *amount});
  }
  return record;
}

// What the order itself would add. A part that does not count in what the limit counts in is left
// out, and told: the sum without it is none.
struct Proposed {
  std::vector<Piece> pieces;
  bool complete = true;

  void add(const Rational& from, const Rational& to, const std::optional<Measure>& amount,
           const Dimension& substance) {
    if (!amount || amount->dimension != substance) {
      complete = false;
      return;
    }
    pieces.push_back({from, to, *amount});
  }
};

// What dose limits count: mass, units, fluid; without the body that the limit may be per.
Dimension substance_of(const Limit& limit) {
  Dimension dimension = limit.unit.dimension();
  dimension.body_weight = 0;
  dimension.area = 0;
  return dimension;
}

// The volume that this program would still let flow, and how long. What a bolus or a patient's
// button gives is counted at once: when it flows is the pump's or the patient's.
void add_flow(const Checking& checking, const Limit& limit, Proposed& proposed) {
  const auto concentration = own_concentration(checking);
  const Dimension substance = substance_of(limit);
  const auto add = [&](const Rational& from, const Rational& to, const Measure& volume) {
    proposed.add(from, to, counted(limit, volume, concentration), substance);
  };
  Rational at;
  for (const StepRun& run : checking.step_runs) {
    const Rational end = at + ms_of(run.time);
    if (run.rate) add(at, end, run.volume);
    at = end;
  }
  if (!checking.order.steps.empty() || !checking.quantities->knows(Figure::volume)) return;
  Measure volume = checking.quantities->exact(Figure::volume);
  if (checking.is_bolus() || checking.order.pca) return add(Rational(0), Rational(0), volume);
  if (!checking.rate || checking.rate->exact_ml_h.is_zero()) return;
  if (checking.kind() == ProgramKind::rate_change && checking.context.history != nullptr) {
    const RunningInfusion* running =
        checking.context.history->of_order(checking.order.placer_order_number.key());
    if (running != nullptr && running->remaining_ml) volume.in_base_units = *running->remaining_ml;
  }
  add(Rational(0), volume.in_base_units / checking.rate->exact_ml_h * Rational(ms_per_hour),
      volume);
}

Proposed proposed_by(const Checking& checking, const Limit& limit) {
  Proposed proposed;
  if (checking.order.loading_dose) {
    proposed.add(Rational(0), Rational(0),
                 whole_dose(checking, checking.order.loading_dose->exact()), substance_of(limit));
  }
  add_flow(checking, limit, proposed);
  return proposed;
}

// The sum over a moving window is linear between the ends of the pieces and these a window later,
// so that its maximum lies at one of them.
Rational most_in(const std::vector<Piece>& pieces, const Rational& window_ms) {
  std::vector<Rational> ends = {Rational(0)};
  for (const Piece& piece : pieces) {
    for (const Rational& time :
         {piece.from, piece.to, piece.from + window_ms, piece.to + window_ms}) {
      if (!time.is_negative()) ends.push_back(time);
    }
  }
  Rational most;
  for (const Rational& end : ends) {
    Rational sum;
    for (const Piece& piece : pieces) sum = sum + piece.within(end - window_ms, end);
    most = std::max(most, sum);
  }
  return most;
}

void keep_window(Checking& checking, const Limit& limit) {
  Record record = record_for(checking, limit);
  std::vector<Piece> pieces = std::move(record.pieces);
  const Dimension substance = substance_of(limit);
  std::erase_if(pieces, [&](const Piece& piece) {
    if (piece.amount.dimension == substance) return false;
    record.complete = false;
    return true;
  });
  Proposed proposed = proposed_by(checking, limit);
  if (!proposed.complete) {
    // Nothing else failed, and yet the order cannot be counted: never a silent pass.
    if (any_error(checking.outcome.findings)) return;
    return checking.error(FaultCode::unit_not_library, "history",
                          "a limit of the library cannot be looked at for this order");
  }
  pieces.insert(pieces.end(), proposed.pieces.begin(), proposed.pieces.end());
  Rational most;
  if (limit.window->lifetime) {
    for (const Piece& piece : pieces) most = most + piece.amount.in_base_units;
  } else {
    most = most_in(pieces, limit.window->hours * Rational(ms_per_hour));
  }
  if (!record.complete) {
    checking.warning(FaultCode::history_incomplete, "history",
                     "what is counted is less than what was given");
  }
  hold_against(checking, limit, {most, substance}, "history", "with what was given before");
}

}  // namespace

// D4 and D5. Of a patient-controlled order the most that it could give is held against its moving
// windows (pca_checks.cpp); what was given before counts there by the pump's own limit.
void windows_are_kept(Checking& checking) {
  if (checking.drug == nullptr || checking.setup == nullptr) return;
  const bool pca = checking.order.pca.has_value();
  for (const Limit& limit : checking.setup->limits) {
    if (limit.quantity != LimitedQuantity::accumulated) continue;
    BRIDGE_ASSERT(limit.window.has_value());  // load_limit.cpp
    if (!pca || limit.window->lifetime) keep_window(checking, limit);
  }
  if (checking.drug->lifetime) keep_window(checking, *checking.drug->lifetime);
}

}  // namespace bridge::decide
