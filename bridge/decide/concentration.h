// SPDX-License-Identifier: Apache-2.0
// Concentration of an order's bag: from its strength, its components, or its dose and volume.
#pragma once

#include <optional>

#include "clinical/infusion_order.h"
#include "decide/interval.h"
#include "library/drug_library.h"

namespace bridge::decide {

enum class ConcentrationSource : std::uint8_t { strength, components, dose_and_volume };
constexpr auto names_of(ConcentrationSource) {
  return std::to_array<std::string_view>(
      {"strength / strength volume", "additive / total volume", "dose / volume"});
}

struct BagConcentration {
  Measure ratio;  // drug per volume
  Interval written;
  ConcentrationSource source = ConcentrationSource::strength;
};

// Both of strength and strength volume, neither zero. A strength without its volume is no
// concentration: the vial that was dispensed is not the bag that is given (drug-library 2.1, 12).
std::optional<BagConcentration> concentration_by_strength(const InfusionOrder& order);

// Sum of the amounts of this drug's additives in the sum of all volumes (RXC, HL7 v2.6 4.14.3).
// nullopt when a base has no volume or an additive of the drug has no amount.
std::optional<BagConcentration> concentration_by_components(const InfusionOrder& order,
                                                            const library::DrugLibrary& library,
                                                            const library::Drug& drug);

// For an order that states neither: what its dose in its volume makes.
std::optional<BagConcentration> concentration_by_dose(const InfusionOrder& order);

// True when the component's codings mean this drug.
bool is_coded_as(const Component& component, const library::DrugLibrary& library,
                 const library::Drug& drug);

struct BagContent {
  Measure drug;
  Measure volume;
};
std::optional<BagContent> bag_content(const InfusionOrder& order,
                                      const library::DrugLibrary& library,
                                      const library::Drug& drug);

// All volumes of the components together; nullopt unless each base has one.
std::optional<Measure> bag_volume(const InfusionOrder& order);

// The body weight as a dimension of its own: kg of body, not mass (drug-library 4.4).
Measure body_measure(const BodyWeight& weight);

// The library concentration that is exactly this ratio; nullptr when there is none.
const library::Concentration* library_concentration(const library::Setup& setup,
                                                    const Measure& ratio);
Measure ratio_of(const library::Concentration& concentration);

}  // namespace bridge::decide
