// SPDX-License-Identifier: Apache-2.0
// What the bedside scan repeats of the order must be the order's; it is never used instead.
#include <algorithm>

#include "clinical/screen.h"
#include "decide/checking.h"
#include "decide/coded_drug.h"

namespace bridge::decide {
namespace {

template <class Kind>
std::string told(const Kind& scanned, const std::optional<Kind>& ordered) {
  std::string text = screen_text(scanned.amount()) + " scanned";
  if (ordered) text += ", " + screen_text(ordered->amount()) + " ordered";
  return text;
}

constexpr FaultCode code_of(const std::optional<BodyWeight>&) {
  return FaultCode::scanned_weight_differs;  // 9011: it may be another patient's
}
template <class Kind>
constexpr FaultCode code_of(const std::optional<Kind>&) {
  return FaultCode::scanned_number_differs;
}

// Stated by both: the same exact value. Stated by the scan alone: what follows from the order, as
// far as the scan's digits go. A quantity that does not follow from the order binds nothing here.
template <class Kind>
void compare(Checking& checking, const std::optional<Kind>& scanned,
             const std::optional<Kind>& ordered, const std::optional<Measure>& computed) {
  if (!scanned) return;
  if (ordered && scanned->exact() == ordered->exact()) return;
  const std::string& place = scanned->from().field;
  // B66, K5: whatever the order says, a pump that is sent a zero may fall back to its last rate.
  if (scanned->value().is_zero()) {
    return checking.error(FaultCode::scanned_zero, place, told(*scanned, ordered));
  }
  if (ordered) {
    std::string detail = told(*scanned, ordered);
    // A dose per kg or m2, as the whole dose that the bag is looked at for (K21).
    const auto whole = whole_dose(checking, ordered->exact());
    if (whole && whole->dimension == scanned->unit().dimension() &&
        whole->dimension != ordered->unit().dimension()) {
      if (*whole == scanned->exact()) return;
      detail += ", which is " + readable(whole->in(scanned->unit()), scanned->unit());
    }
    return checking.error(code_of(scanned), place, std::move(detail));
  }
  if (!computed) return;
  const Interval written = as_written(scanned->amount());
  if (computed->dimension == scanned->unit().dimension() &&
      written.overlaps({computed->in_base_units, computed->in_base_units})) {
    return;
  }
  std::string detail = screen_text(scanned->amount()) + " scanned";
  if (computed->dimension == scanned->unit().dimension()) {
    detail += ", " + readable(computed->in(scanned->unit()), scanned->unit()) +
              " computed from the order";
  }
  checking.error(FaultCode::scanned_number_differs, place, std::move(detail));
}

std::optional<Measure> known(const Checking& checking, Figure figure) {
  if (!checking.quantities->knows(figure)) return std::nullopt;
  return checking.quantities->exact(figure);
}

void compare_concentration(Checking& checking, const InfusionOrder& scanned) {
  const InfusionOrder& order = checking.order;
  if (order.strength && order.strength_volume) {
    compare(checking, scanned.strength, order.strength, std::nullopt);
    compare(checking, scanned.strength_volume, order.strength_volume, std::nullopt);
    return;
  }
  const auto bag = concentration_by_strength(scanned);
  if (!bag || !checking.concentration) return;
  const Interval& ordered = checking.concentration->written;
  if (bag->ratio.dimension == checking.concentration->ratio.dimension &&
      bag->written.overlaps(ordered)) {
    return;
  }
  checking.error(FaultCode::scanned_number_differs, scanned.strength->from().field,
                 "the scanned bag has another concentration than the order's components make");
}

// A code that the order itself says, in whichever of its codings.
bool is_a_code_of_the_order(const Checking& checking, const Coding& scanned) {
  const InfusionOrder& order = checking.order;
  return is_same_code(scanned, order.drug) ||
         std::any_of(order.drug_alternates.begin(), order.drug_alternates.end(),
                     [&scanned](const Coding& each) { return is_same_code(scanned, each); });
}

// Every code and name of the scan that the library knows is this drug's, and one of its codes tells
// that it is, where there are any.
void compare_drug(Checking& checking, const InfusionOrder& scan) {
  const Coding& scanned = scan.drug;
  if (checking.drug == nullptr || scanned.empty()) return;
  const library::DrugLibrary& library = *checking.library;
  bool another = false;
  bool code_fits = scanned.code.empty();
  const auto look = [&](const Coding& each) {
    const library::Drug* coded =
        each.code.empty() ? nullptr : library.drug_coded(each.code, each.system);
    another = another || (coded != nullptr && coded != checking.drug);
    code_fits = code_fits || coded == checking.drug || is_a_code_of_the_order(checking, each);
  };
  look(scanned);
  for (const Coding& each : scan.drug_alternates) {
    look(each);
    const library::Drug* named = each.text.empty() ? nullptr : library.drug_named(each.text);
    another = another || (named != nullptr && named != checking.drug);
  }
  const bool text_fits = scanned.text.empty() || scanned.text == checking.drug_coding->text ||
                         scanned.text == checking.order.drug.text ||
                         library.named(*checking.drug, scanned.text);
  if (!another && code_fits && text_fits) return;
  checking.error(FaultCode::scanned_drug_differs, "request.drug",
                 codings_apart(scanned, scan.drug_alternates, library));
}

}  // namespace

// A6, K7, K13: the bag in the hand is the bag of the order.
void scan_repeats_the_order(Checking& checking) {
  if (checking.context.request == nullptr) return;
  const InfusionOrder& scanned = checking.context.request->as_scanned;
  const InfusionOrder& order = checking.order;
  compare_drug(checking, scanned);
  if (scanned.route && order.route && *scanned.route != *order.route) {
    checking.error(FaultCode::scanned_route_differs, scanned.route_from.field,
                   std::string(name_of(*scanned.route)) + " scanned, " +
                       std::string(name_of(*order.route)) + " ordered");
  }
  compare(checking, scanned.rate, order.rate, known(checking, Figure::rate));
  compare(checking, scanned.dose_rate, order.dose_rate, known(checking, Figure::dose_rate));
  compare(checking, scanned.volume, order.volume, known(checking, Figure::volume));
  compare(checking, scanned.dose, order.dose, known(checking, Figure::dose));
  // The time of a ramp and taper went into its steps.
  const auto& time = checking.taper != nullptr ? checking.taper->as_sent.duration : order.duration;
  compare(checking, scanned.duration, time, known(checking, Figure::duration));
  compare(checking, scanned.loading_dose, order.loading_dose, std::nullopt);
  if (scanned.pca && order.pca) {
    compare(checking, scanned.pca->demand_dose, order.pca->demand_dose, std::nullopt);
    compare(checking, scanned.pca->lockout, order.pca->lockout, std::nullopt);
    compare(checking, scanned.pca->dose_limit, order.pca->dose_limit, std::nullopt);
    compare(checking, scanned.pca->volume_limit, order.pca->volume_limit, std::nullopt);
    compare(checking, scanned.pca->limit_window, order.pca->limit_window, std::nullopt);
  }
  compare_concentration(checking, scanned);
  compare(checking, scanned.weight, order.weight, std::nullopt);
  compare(checking, scanned.height, order.height, std::nullopt);
  compare(checking, scanned.surface, order.surface, std::nullopt);
}

}  // namespace bridge::decide
