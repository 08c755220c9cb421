// SPDX-License-Identifier: Apache-2.0
// The order against the bridge's own record: recent orders, and what else runs.
#include <algorithm>
#include <array>

#include "decide/checking.h"

namespace bridge::decide {
namespace {

using library::Drug;

// 2 % either way, since the numbers come rounded.
std::optional<std::int64_t> slip_factor(const Rational& ratio) {
  for (const std::int64_t factor : std::array<std::int64_t, 5>{10, 24, 60, 100, 1000}) {
    for (const Rational& near : {ratio / Rational(factor), ratio * Rational(factor)}) {
      if (near >= Rational(98, 100) && near <= Rational(102, 100)) return factor;
    }
  }
  return std::nullopt;
}

template <class Kind>
std::optional<Rational> ratio_of(const std::optional<Kind>& now,
                                 const std::optional<Kind>& before) {
  if (!now || !before || before->value().is_zero() || now->value().is_zero()) return std::nullopt;
  if (now->unit().dimension() != before->unit().dimension()) return std::nullopt;
  return now->exact().in_base_units / before->exact().in_base_units;
}

// Like with like only: a bolus is no infusion, a demand dose no bag.
std::optional<Rational> dose_ratio(const InfusionOrder& now, const InfusionOrder& before) {
  const bool now_bolus = !now.parent_order_number.empty();
  if (now_bolus != !before.parent_order_number.empty()) return std::nullopt;
  if (now.pca.has_value() != before.pca.has_value()) return std::nullopt;
  if (now.pca) {
    if (auto ratio = ratio_of(now.pca->demand_dose, before.pca->demand_dose)) return ratio;
  }
  if (auto ratio = ratio_of(now.dose_rate, before.dose_rate)) return ratio;
  if (auto ratio = ratio_of(now.dose, before.dose)) return ratio;
  return ratio_of(now.rate, before.rate);
}

// Where the number stands that dose_ratio compares.
std::string_view place_of_dose(const InfusionOrder& order) {
  if (order.pca && order.pca->demand_dose) return order.pca->demand_dose->from().field;
  if (order.dose_rate) return order.dose_rate->from().field;
  if (order.dose) return order.dose->from().field;
  return order.rate ? std::string_view(order.rate->from().field) : "dose";
}

bool is_other_order(const RunningInfusion& running, const Checking& checking) {
  return running.order != checking.order.placer_order_number.key() &&
         running.order != checking.order.parent_order_number.key();
}

bool is_fluid(const Checking& checking) {
  return checking.setup != nullptr && checking.setup->mode == library::TherapyMode::fluid;
}

const library::CompatibilityRow* row_of(const library::DrugLibrary& library, const Drug& a,
                                        const Drug& b) {
  for (const library::CompatibilityRow& row : library.parts().compatibility) {
    if ((row.drug == a.id && row.other == b.id) || (row.drug == b.id && row.other == a.id)) {
      return &row;
    }
  }
  return nullptr;
}

}  // namespace

// The magnitude guard: a factor that slips make, against the newest order that can be compared.
void dose_is_like_before(Checking& checking) {
  if (checking.context.history == nullptr || checking.drug == nullptr) return;
  const std::vector<InfusionOrder>& orders = checking.context.history->orders;
  for (auto before = orders.rbegin(); before != orders.rend(); ++before) {
    if (drug_of(*before, *checking.library) != checking.drug) continue;
    const auto ratio = dose_ratio(checking.order, *before);
    const bool same_number =
        before->placer_order_number.key() == checking.order.placer_order_number.key();
    if (!ratio || (same_number && *ratio == Rational(1))) continue;
    if (const auto factor = slip_factor(*ratio)) {
      checking.soft(FaultCode::dose_unlike_before, place_of_dose(checking.order),
                    ratio->approximate(4) +
                        " times that of this patient's last order of it, near " +
                        (*ratio > Rational(1) ? "" : "1/") + std::to_string(*factor));
    }
    return;
  }
}

// F2. Fluids run on many lines, and a bolus is of what runs. At order time the other one may well
// end before this begins.
void nothing_runs_twice(Checking& checking) {
  if (checking.context.history == nullptr || checking.drug == nullptr || is_fluid(checking)) return;
  if (checking.is_bolus()) return;
  const Pump* pump = checking.context.pump;
  for (const RunningInfusion& running : checking.context.history->running) {
    // The order itself, at a second pump: each would give all of it.
    if (pump != nullptr && running.order == checking.order.placer_order_number.key() &&
        running.pump != pump->pump.key()) {
      checking.soft(FaultCode::duplicate_ingredient, "drug", "this order runs on another pump");
      continue;
    }
    if (running.drug == nullptr || !is_other_order(running, checking) ||
        !share_ingredient(*running.drug, *checking.drug)) {
      continue;
    }
    if (pump != nullptr && running.pump == pump->pump.key()) continue;
    if (pump == nullptr) {
      checking.warning(FaultCode::duplicate_ingredient, "drug", running.drug->id + " runs now");
    } else {
      checking.soft(FaultCode::duplicate_ingredient, "drug",
                    running.drug->id + " runs on another pump");
    }
  }
}

// F3. The bridge does not see which lines meet, so it says what must not. No row is no leave.
void drugs_may_meet(Checking& checking) {
  if (checking.context.history == nullptr || checking.drug == nullptr) return;
  std::vector<const Drug*> told;
  for (const RunningInfusion& running : checking.context.history->running) {
    const Drug* other = running.drug;
    if (other == nullptr || other == checking.drug || !is_other_order(running, checking)) continue;
    if (std::find(told.begin(), told.end(), other) != told.end()) continue;
    told.push_back(other);
    const library::CompatibilityRow* row = row_of(*checking.library, *checking.drug, *other);
    const std::string pair = checking.drug->id + " and " + other->id;
    if (row == nullptr) {
      checking.outcome.findings.push_back(Fault{FaultCode::compatibility_unknown, "drug",
                                                pair + ": no data", Severity::information});
    } else if (row->verdict != library::Compatibility::compatible) {
      checking.warning(FaultCode::incompatible_drugs, "drug",
                       pair + ": " + std::string(name_of(row->verdict)) + " (" + row->source + ")");
    }
  }
}

}  // namespace bridge::decide
