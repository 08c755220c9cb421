// SPDX-License-Identifier: Apache-2.0
// How much drug stands in how much volume, exactly.
#include "decide/concentration.h"

#include "decide/coded_drug.h"

namespace bridge::decide {
namespace {

bool usable(const std::optional<Dose>& dose) { return dose && !dose->value().is_zero(); }
bool usable(const std::optional<Volume>& volume) { return volume && !volume->value().is_zero(); }

constexpr std::int64_t micrograms_per_kilogram = 1'000'000'000;

void add(std::optional<Measure>& total, std::optional<Interval>& written, const Amount& amount) {
  const Measure part = amount.exact();
  if (!total) {
    total = part;
    written = as_written(amount);
    return;
  }
  total->in_base_units = total->in_base_units + part.in_base_units;
  written = *written + as_written(amount);
}

struct WrittenBag {
  std::optional<Measure> drug;
  std::optional<Interval> drug_written;
  std::optional<Measure> volume;
  std::optional<Interval> volume_written;
};

bool add_volumes(const InfusionOrder& order, WrittenBag& bag) {
  bool has_base = false;
  for (const Component& component : order.components) {
    if (component.role == ComponentRole::base) {
      if (!usable(component.volume)) return false;
      has_base = true;
    }
    if (usable(component.volume)) add(bag.volume, bag.volume_written, component.volume->amount());
  }
  return has_base;
}

std::optional<WrittenBag> written_bag(const InfusionOrder& order,
                                      const library::DrugLibrary& library,
                                      const library::Drug& drug) {
  WrittenBag bag;
  if (!add_volumes(order, bag)) return std::nullopt;
  for (const Component& component : order.components) {
    if (component.role != ComponentRole::additive) continue;
    if (!is_coded_as(component, library, drug)) continue;
    if (!usable(component.amount)) return std::nullopt;
    const Amount& amount = component.amount->amount();
    // Milligrams and units cannot be added; the unit check names the one that is not the library's.
    if (bag.drug && bag.drug->dimension != amount.unit.dimension()) return std::nullopt;
    add(bag.drug, bag.drug_written, amount);
  }
  if (!bag.drug) return std::nullopt;
  return bag;
}

}  // namespace

Measure body_measure(const BodyWeight& weight) {
  return {weight.exact().in_base_units / Rational(micrograms_per_kilogram),
          Dimension{.body_weight = 1}};
}

bool is_coded_as(const Component& component, const library::DrugLibrary& library,
                 const library::Drug& drug) {
  return coded_drug(component, library).drug == &drug;
}

std::optional<BagConcentration> concentration_by_strength(const InfusionOrder& order) {
  if (!usable(order.strength) || !usable(order.strength_volume)) return std::nullopt;
  return BagConcentration{
      order.strength->exact() / order.strength_volume->exact(),
      as_written(order.strength->amount()) / as_written(order.strength_volume->amount()),
      ConcentrationSource::strength};
}

std::optional<BagConcentration> concentration_by_components(const InfusionOrder& order,
                                                            const library::DrugLibrary& library,
                                                            const library::Drug& drug) {
  const auto bag = written_bag(order, library, drug);
  if (!bag) return std::nullopt;
  return BagConcentration{*bag->drug / *bag->volume, *bag->drug_written / *bag->volume_written,
                          ConcentrationSource::components};
}

std::optional<BagContent> bag_content(const InfusionOrder& order,
                                      const library::DrugLibrary& library,
                                      const library::Drug& drug) {
  auto bag = written_bag(order, library, drug);
  if (!bag) return std::nullopt;
  return BagContent{std::move(*bag->drug), std::move(*bag->volume)};
}

std::optional<BagConcentration> concentration_by_dose(const InfusionOrder& order) {
  if (!usable(order.dose) || !usable(order.volume)) return std::nullopt;
  Measure dose = order.dose->exact();
  Interval written = as_written(order.dose->amount());
  if (dose.dimension.body_weight != 0) {
    if (!order.weight || order.weight->value().is_zero()) return std::nullopt;
    const Rational per_kilogram(1, micrograms_per_kilogram);
    const Interval weight = as_written(order.weight->amount());
    dose = dose * body_measure(*order.weight);
    written = written * Interval{weight.low * per_kilogram, weight.high * per_kilogram};
  } else if (dose.dimension.area != 0) {
    if (!order.surface || order.surface->value().is_zero()) return std::nullopt;
    dose = dose * order.surface->exact();
    written = written * as_written(order.surface->amount());
  }
  return BagConcentration{dose / order.volume->exact(),
                          written / as_written(order.volume->amount()),
                          ConcentrationSource::dose_and_volume};
}

std::optional<Measure> bag_volume(const InfusionOrder& order) {
  WrittenBag bag;
  if (!add_volumes(order, bag)) return std::nullopt;
  return bag.volume;
}

Measure ratio_of(const library::Concentration& concentration) {
  return concentration.amount.exact() / concentration.volume.exact();
}

const library::Concentration* library_concentration(const library::Setup& setup,
                                                    const Measure& ratio) {
  for (const library::Concentration& concentration : setup.concentrations) {
    if (ratio_of(concentration) == ratio) return &concentration;
  }
  return nullptr;
}

}  // namespace bridge::decide
