// SPDX-License-Identifier: Apache-2.0
// The patient's body and the bag: known where the dose counts by it, and possible.
#include "decide/checking.h"

namespace bridge::decide {
namespace {

Rational in_kg(const BodyWeight& weight) { return body_measure(weight).in_base_units; }

Rational in_m2(const BodySurface& surface) { return surface.exact().in_base_units; }
Rational in_cm(const BodyHeight& height) { return height.exact().in_base_units; }

// Between the smallest newborn and the largest adult.
Rational least_m2() { return Rational(1, 20); }
Rational most_m2() { return Rational(4); }

void tell_surface(Checking& checking, const Rational& surface, std::string_view beside) {
  checking.error(FaultCode::surface_implausible, checking.order.surface->from().field,
                 readable(surface) + " m2; " + std::string(beside));
}

}  // namespace

// B69, B72. Neither is taken from an earlier message nor computed from other measures: the order
// was written for a certain weight, and only its writer knows which.
void body_is_known(Checking& checking) {
  const InfusionOrder& order = checking.order;
  if (!order.weight && counts_by(Body::weight, checking)) {
    checking.error(FaultCode::weight_missing, "weight");
  }
  if (order.surface || !counts_by(Body::surface, checking)) return;
  if (!order.height) return checking.error(FaultCode::height_missing, "height");
  checking.error(FaultCode::surface_missing, "surface");
}

// B71, C4, A8: whether or not the dose counts by it, a wrong weight is a wrong chart or patient.
void weight_is_plausible(Checking& checking) {
  if (!checking.order.weight) return;
  const Rational weight = in_kg(*checking.order.weight);
  const std::string_view place = checking.order.weight->from().field;
  if (checking.care_area != nullptr) {
    const library::CareArea& area = *checking.care_area;
    if (weight < area.min_weight_kg.exact() || weight > area.max_weight_kg.exact()) {
      checking.error(FaultCode::weight_implausible, place,
                     readable(weight) + " kg; plausible in this care area " +
                         area.min_weight_kg.text() + " to " + area.max_weight_kg.text() + " kg");
    }
  }
  if (checking.context.known_weight == nullptr) return;
  const Rational known = in_kg(*checking.context.known_weight);
  const Rational change = weight < known ? known - weight : weight - known;
  if (change * Rational(100) <= known * checking.policy.max_weight_change_percent) return;
  checking.error(FaultCode::weight_implausible, place,
                 readable(weight) + " kg; known before " + readable(known) + " kg; more than " +
                     readable(checking.policy.max_weight_change_percent) + " % apart");
}

// C4. A surface is computed by somebody, and the dose counts by it: 1.8 as 18 is a tenfold dose.
// Mosteller: the square of m2 is cm times kg over 3600, which needs no root. Formulas differ by
// less than 15 %; a surface that is capped for large patients is less than the computed one, by
// half at most. Without a height Costeff's (4 kg + 7) / (kg + 90), half to one and a half times.
void surface_is_plausible(Checking& checking) {
  const InfusionOrder& order = checking.order;
  if (!order.surface || order.surface->value().is_zero()) return;
  const Rational surface = in_m2(*order.surface);
  if (surface < least_m2() || surface > most_m2()) {
    return tell_surface(checking, surface, "nobody's is below 0.05 or above 4 m2");
  }
  if (!order.weight || order.weight->value().is_zero()) return;
  const Rational weight = in_kg(*order.weight);
  if (order.height && !order.height->value().is_zero()) {
    const Rational square = surface * surface * Rational(3600) / (in_cm(*order.height) * weight);
    if (square > Rational(13225, 10000)) {
      return tell_surface(checking, surface, "more than 15 % above what weight and height make");
    }
    if (square < Rational(1, 4)) {
      return tell_surface(checking, surface, "less than half of what weight and height make");
    }
    if (square < Rational(7225, 10000)) {
      checking.warning(FaultCode::surface_implausible, order.surface->from().field,
                       readable(surface) + " m2; more than 15 % below what weight and height make");
    }
    return;
  }
  const Rational expected = (Rational(4) * weight + Rational(7)) / (weight + Rational(90));
  if (surface > expected * Rational(3, 2) || surface < expected * Rational(1, 2)) {
    tell_surface(checking, surface, "the weight makes about " + expected.approximate(2) + " m2");
  }
}

// A denominator of 1 mL tells a concentration and no bag.
bool is_bag(const Measure& volume) { return volume.in_base_units > Rational(1); }

// Without components the strength tells the bag, else what the library prepares: of several bags
// of this concentration the largest.
std::optional<Measure> bag_by_strength(const Checking& checking) {
  const InfusionOrder& order = checking.order;
  if (order.strength && order.strength_volume && is_bag(order.strength_volume->exact())) {
    return order.strength_volume->exact();
  }
  if (checking.setup == nullptr || !checking.concentration || checking.library_bag == nullptr) {
    return std::nullopt;
  }
  std::optional<Measure> largest;
  for (const library::Concentration& one : checking.setup->concentrations) {
    if (!(ratio_of(one) == checking.concentration->ratio)) continue;
    const Measure volume = one.volume.exact();
    if (!largest || volume.in_base_units > largest->in_base_units) largest = volume;
  }
  if (!largest || !is_bag(*largest)) return std::nullopt;
  return largest;
}

// B4, E4. What is to be infused must be in the bag. A powder or vial whose volume is not stated may
// as much as double the bag, and whether it does a person says; with all volumes stated a tenth is
// left for overfill. A strength may tell the product of which somewhat more than one is in the bag:
// it may be doubled too.
void bag_holds_the_volume(Checking& checking) {
  const InfusionOrder& order = checking.order;
  bool all_stated = true;
  for (const Component& component : order.components) {
    all_stated = all_stated && component.volume.has_value();
    if (!component.amount || body_of(component.amount->unit().dimension()) == Body::none) continue;
    checking.error(FaultCode::unit_wrong_kind, component.amount->from().field,
                   "what a bag holds is no dose per body");
  }
  if (checking.kind() != ProgramKind::new_bag || !order.volume) return;
  auto bag = bag_volume(order);
  const bool is_bag = bag.has_value();
  if (!bag) {
    all_stated = false;
    bag = bag_by_strength(checking);
  }
  if (!bag) return;
  Rational volume = order.volume->exact().in_base_units;
  // A loading dose comes out of the same bag, before the rest.
  if (order.loading_dose) {
    const auto loading = volume_of_dose(checking, order.loading_dose->exact());
    if (loading) volume = volume + loading->in_base_units;
  }
  const Rational overfilled = bag->in_base_units * Rational(11, 10);
  if (volume <= overfilled) return;
  std::string detail = readable(volume) + " mL from a bag of " + readable(bag->in_base_units) +
                       " mL: " + (volume / bag->in_base_units).approximate(3) +
                       " times what is in it";
  const std::string_view place = order.volume->from().field;
  if (all_stated || volume > bag->in_base_units * Rational(2)) {
    return checking.error(FaultCode::quantities_disagree, place, std::move(detail));
  }
  if (is_bag) checking.soft(FaultCode::quantities_disagree, place, std::move(detail));
}

}  // namespace bridge::decide
