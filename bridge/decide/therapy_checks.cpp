// SPDX-License-Identifier: Apache-2.0
// Which drug, where, by which way and at which strength: the order against the drug library.
#include <algorithm>

#include "clinical/screen.h"
#include "decide/checking.h"
#include "decide/coded_drug.h"
#include "decide/setup_choice.h"

namespace bridge::decide {
namespace {

using library::Drug;
using library::Setup;
using library::TherapyMode;

struct Resolved {
  CodedDrug told;
  bool by_component = false;
};

// RXE-2 may name a mixture; then the one additive that resolves is the drug (ihe-pcd 2.16, RXG-4).
// Two drugs in one bag are no library entry.
Resolved resolve(const InfusionOrder& order, const library::DrugLibrary& library) {
  const CodedDrug of_order = coded_drug(order, library);
  if (of_order.drug != nullptr || of_order.several) return {of_order, false};
  CodedDrug found;
  for (const Component& component : order.components) {
    if (component.role != ComponentRole::additive) continue;
    const CodedDrug told = coded_drug(component, library);
    if (told.drug == nullptr || told.drug == found.drug) continue;
    if (found.drug != nullptr) return {{nullptr, nullptr, true}, true};
    found = told;
  }
  return {found, true};
}

bool is_anothers_name(const Checking& checking, const std::string& text) {
  const Drug* named = text.empty() ? nullptr : checking.library->drug_named(text);
  return named != nullptr && named != checking.drug;
}

// B1, B47, B48. Where an additive told the drug, what RXE-2 says must not contradict it: a code
// that nobody knows may be any drug's, so it needs a name that is this one's.
void give_code_agrees(Checking& checking) {
  const InfusionOrder& order = checking.order;
  bool another = is_anothers_name(checking, order.drug.text);
  for (const Coding& alternate : order.drug_alternates) {
    another = another || is_anothers_name(checking, alternate.text);
  }
  if (another) {
    return checking.error(FaultCode::drug_name_disagrees, "drug",
                          "the name is another drug's than the component");
  }
  if (order.drug.code.empty()) return;
  if (!order.drug.text.empty() && checking.library->named(*checking.drug, order.drug.text)) return;
  checking.error(FaultCode::drug_unknown, "drug",
                 "the code is none of the library's, and no name says that it is the component's");
}

bool any_code(const InfusionOrder& order) {
  if (!order.drug.code.empty()) return true;
  for (const Component& component : order.components) {
    if (component.role == ComponentRole::additive && !component.code.code.empty()) return true;
  }
  return false;
}

// What is dosed, without time and body: mass, units, equivalents.
Dimension drug_part(Dimension d) {
  d.time = 0;
  d.body_weight = 0;
  d.area = 0;
  return d;
}

Dimension without_time(Dimension d) {
  d.time = 0;
  return d;
}

void unit_error(Checking& checking, const Amount& amount) {
  std::string detail(amount.unit.screen_text());
  detail.append("; the library doses in ").append(checking.setup->dosing_unit->screen_text());
  checking.error(FaultCode::unit_not_library, amount.from.field, std::move(detail));
}

std::string bags_text(const Setup& setup) {
  std::string text;
  for (const library::Concentration& bag : setup.concentrations) {
    text.append(text.empty() ? "" : ", ").append(screen_text(bag.amount));
    text.append(" in ").append(screen_text(bag.volume));
  }
  return text;
}

std::string ratio_text(const BagConcentration& concentration, const Setup& setup) {
  const auto per_ml = [&](const library::Concentration& bag) {
    return measure(Rational(1), bag.amount.unit) / Measure{Rational(1), Dimension{.volume = 1}};
  };
  const library::Concentration& bag = setup.concentrations.front();
  if (per_ml(bag).dimension != concentration.ratio.dimension) {
    return "the concentration counts the drug in another kind of unit";
  }
  const Rational value = concentration.ratio.in_base_units / per_ml(bag).in_base_units;
  return readable(value, bag.amount.unit).append("/mL");
}

// B5: what else stands in the bag was not looked up, so the bag is not the library's.
void additives_are_the_drug(Checking& checking) {
  for (const Component& component : checking.order.components) {
    if (component.role != ComponentRole::additive) continue;
    if (is_coded_as(component, *checking.library, *checking.drug)) continue;
    checking.error(FaultCode::drug_unknown, "components",
                   "an additive is not the drug of this order");
  }
}

// The additive as a drug of the library; nullptr when it is the fluid itself, or in no entry.
const Drug* added_drug(const Checking& checking, const Component& component) {
  if (component.role != ComponentRole::additive) return nullptr;
  const Drug* added = coded_drug(component, *checking.library).drug;
  return added == checking.drug ? nullptr : added;
}

std::string component_text(const Checking& checking, const Component& component) {
  const auto at = &component - checking.order.components.data();
  return "component " + std::to_string(at + 1);
}

// A drug that the library limits anywhere is none that somebody may add to a fluid unseen.
bool has_limits_of_its_own(const Checking& checking, const Drug& drug) {
  if (drug.high_alert || drug.lifetime) return true;
  const std::vector<Setup>& setups = checking.library->parts().setups;
  return std::any_of(setups.begin(), setups.end(), [&drug](const Setup& setup) {
    return setup.drug == drug.id && setup.mode != TherapyMode::fluid;
  });
}

// B5, K9, K18. A fluid's setup says nothing of what is added to it: with a drug in it, it is
// another bag than the one that the library has. For anything else a person must know the recipe.
void fluid_is_plain(Checking& checking) {
  for (const Component& component : checking.order.components) {
    if (component.role != ComponentRole::additive) continue;
    if (is_coded_as(component, *checking.library, *checking.drug)) continue;
    const Drug* added = added_drug(checking, component);
    if (added == nullptr) {
      checking.soft(FaultCode::drug_unknown, "components",
                    component_text(checking, component) + " is added to the fluid");
    } else if (has_limits_of_its_own(checking, *added)) {
      checking.error(FaultCode::additive_not_in_entry, "components",
                     component_text(checking, component));
    } else {
      checking.soft(FaultCode::additive_not_in_entry, "components",
                    component_text(checking, component));
    }
  }
}

std::string routes_text(const std::vector<Route>& routes) {
  std::string text;
  for (const Route route : routes) text.append(text.empty() ? "" : ", ").append(name_of(route));
  return text;
}

std::string_view concentration_place(const InfusionOrder& order) {
  if (order.strength) return order.strength->from().field;
  for (const Component& component : order.components) {
    if (component.amount) return component.amount->from().field;
  }
  return order.dose ? std::string_view(order.dose->from().field) : "strength";
}

}  // namespace

void drug_is_in_the_library(Checking& checking) {
  if (!any_code(checking.order)) return checking.error(FaultCode::drug_missing, "drug");
  if (checking.library == nullptr) return;
  const auto& [told, by_component] = resolve(checking.order, *checking.library);
  if (told.several && by_component) {
    return checking.error(FaultCode::drug_unknown, "components",
                          "more than one drug of the library in one bag");
  }
  if (told.several) {
    const InfusionOrder& order = checking.order;
    return checking.error(FaultCode::drug_name_disagrees, "drug",
                          codings_apart(order.drug, order.drug_alternates, *checking.library));
  }
  if (told.drug == nullptr) return checking.error(FaultCode::drug_unknown, "drug");
  checking.drug = told.drug;
  checking.drug_coding = told.by;
  if (by_component) give_code_agrees(checking);
}

// B48, K18, K19. Only what was sent can disagree: a text beside the code that told the drug, and
// beside the chosen one, must be a name of it; every other code and name must not be another's.
void drug_name_agrees(Checking& checking) {
  if (checking.library == nullptr) return;
  const auto agrees = [&checking](const Coding& chosen, const std::vector<Coding>& alternates,
                                  std::string_view place, const std::string& of) {
    const Coding* by = checking.drug == nullptr ? nullptr : checking.drug_coding;
    const bool told_here =
        by != nullptr &&
        (by == &chosen || std::any_of(alternates.begin(), alternates.end(),
                                      [by](const Coding& each) { return &each == by; }));
    const auto unnamed = [&](const Coding& coding) {
      return !coding.text.empty() && !checking.library->named(*checking.drug, coding.text);
    };
    const bool nameless = told_here && (unnamed(chosen) || unnamed(*by));
    if (alternates.empty() && told_here && !nameless) return;
    std::string apart = codings_apart(chosen, alternates, *checking.library);
    if (!nameless && apart.empty()) return;
    if (!apart.empty()) apart.insert(0, of);
    checking.error(FaultCode::drug_name_disagrees, place, std::move(apart));
  };
  const InfusionOrder& order = checking.order;
  // Of a drug that its codings did not tell, drug_is_in_the_library has spoken.
  const bool of_order = checking.drug != nullptr && coded_drug(order, *checking.library).drug;
  if (of_order) agrees(order.drug, order.drug_alternates, "drug", {});
  for (const Component& component : order.components) {
    agrees(component.code, component.alternates, "components",
           component_text(checking, component) + ": ");
  }
}

void care_area_has_the_drug(Checking& checking) {
  if (checking.library == nullptr) return;
  const Pump* pump = checking.context.pump;
  const bool pump_has_one = pump != nullptr && !pump->care_area.empty();
  const library::CareArea* of_order =
      checking.library->care_area_of(checking.order.patient.location.point_of_care);
  // K16: a patient was moved, and the order came along. The scan knows where the patient is.
  const library::CareArea* of_scan = nullptr;
  if (checking.context.request != nullptr) {
    of_scan = checking.library->care_area_of(
        checking.context.request->as_scanned.patient.location.point_of_care);
  }
  const library::CareArea* of_patient = of_scan != nullptr ? of_scan : of_order;
  checking.care_area = pump_has_one ? checking.library->care_area(pump->care_area) : of_patient;
  if (checking.care_area == nullptr) {
    return checking.error(FaultCode::care_area_mismatch,
                          pump_has_one ? "pump.care_area" : "patient.location",
                          "no care area of the library claims this place");
  }
  if (checking.drug != nullptr) {
    checking.setups = checking.library->setups(checking.care_area->id, checking.drug->id);
  }
  // A8: a pump set up for another care area than the bed's; its own limits are what binds.
  const bool elsewhere = of_patient != nullptr && of_patient != checking.care_area;
  if (elsewhere && !checking.setups.empty()) {
    checking.soft(FaultCode::pump_of_another_area, "pump.care_area",
                  "the pump is set up for " + checking.care_area->id + ", the patient is in " +
                      of_patient->id);
  }
  const bool nowhere = checking.context.request != nullptr && of_scan == nullptr &&
                       !checking.context.request->as_scanned.patient.location.point_of_care.empty();
  if (nowhere && !pump_has_one) {
    checking.soft(FaultCode::order_of_another_area, "patient.location",
                  "ordered in " + checking.care_area->id +
                      ", scanned at a place that no care area of the library claims");
  }
  if (of_scan != nullptr && of_order != nullptr && of_scan != of_order) {
    checking.soft(FaultCode::order_of_another_area, "patient.location",
                  "ordered in " + of_order->id + ", scanned in " + of_scan->id);
  }
  if (checking.drug == nullptr || !checking.setups.empty()) return;
  if (elsewhere && !checking.library->setups(of_patient->id, checking.drug->id).empty()) {
    return checking.error(
        FaultCode::pump_of_another_area, "pump.care_area",
        checking.care_area->id + " has no setup of the drug, " + of_patient->id + " has");
  }
  checking.error(FaultCode::care_area_mismatch, "patient.location",
                 "no setup of the drug in care area " + checking.care_area->id);
}

// B74, E1, E2. Intramuscular, oral and unnamed routes are refused whatever the library says.
void route_is_permitted(Checking& checking) {
  const InfusionOrder& order = checking.order;
  if (!order.route) return checking.error(FaultCode::route_missing, order.route_from.field);
  const Route route = *order.route;
  const auto refuse = [&](FaultCode code, std::string detail = {}) {
    checking.error(code, order.route_from.field, std::string(name_of(route)).append(detail));
  };
  if (route == Route::intramuscular || route == Route::oral || route == Route::other) {
    return refuse(FaultCode::route_not_for_pumps);
  }
  if (checking.drug != nullptr) {
    const std::vector<Route>& routes = checking.drug->routes;
    if (std::find(routes.begin(), routes.end(), route) == routes.end()) {
      return refuse(FaultCode::route_not_permitted, "; permitted " + routes_text(routes));
    }
  }
  // The order is right and the pump is wrong: whoever chose it is told, not the prescriber.
  const Pump* pump = checking.context.pump;
  if (pump == nullptr || pump->may_serve(route)) return;
  checking.error(
      FaultCode::pump_not_for_route, order.route_from.field,
      std::string(name_of(route))
          .append(pump->dedicated_to.empty() ? ": only a pump that is dedicated to this route"
                                             : ": the pump is dedicated to other routes"));
}

void mode_is_supported(Checking& checking) {
  const InfusionOrder& order = checking.order;
  checking.concentration = concentration_by_strength(order);
  if (!checking.concentration && checking.drug != nullptr) {
    checking.concentration = concentration_by_components(order, *checking.library, *checking.drug);
  }
  if (!checking.concentration) checking.concentration = concentration_by_dose(order);
  if (checking.setups.empty()) return;
  checking.setup = chosen_setup(order, checking.concentration, checking.setups);
  if (checking.setup == nullptr) {
    return checking.error(FaultCode::mode_not_supported, "order",
                          "the library has no setup for: " + shape_text(order));
  }
  // XO is not valid for PCA: send the whole program again (ihe-pcd 2.12).
  const PumpModel* model = checking.context.model;
  const bool pca = order.pca.has_value() || (model != nullptr && model->kind == "PCA");
  if (pca && checking.kind() == ProgramKind::rate_change) {
    checking.error(FaultCode::mode_not_supported, "order",
                   "a rate change of patient-controlled doses; send the whole program");
  }
}

// HL7 table 0165, IVPB.
void piggyback_is_permitted(Checking& checking) {
  if (checking.setup == nullptr || checking.order.method.code != "IVPB") return;
  if (!checking.setup->piggyback) checking.error(FaultCode::piggyback_not_permitted, "method");
}

// B51, C2, C6: a dose per kg and a whole dose are different kinds of thing, as are mass and units.
void unit_is_the_librarys(Checking& checking) {
  if (checking.setup == nullptr || !checking.setup->dosing_unit) return;
  const Dimension& dosing = checking.setup->dosing_unit->dimension();
  const bool intermittent = checking.setup->mode == TherapyMode::intermittent;
  if (checking.order.dose_rate) {
    const Amount& amount = checking.order.dose_rate->amount();
    const Dimension& given = amount.unit.dimension();
    const bool pca = checking.setup->mode == TherapyMode::pca;  // doses in mg, its basal in mg/h
    const bool fits = pca            ? given == dosing.per_time()
                      : intermittent ? without_time(given) == without_time(dosing)
                                     : given == dosing;
    if (!fits) unit_error(checking, amount);
  }
  if (checking.order.dose) {
    const Amount& amount = checking.order.dose->amount();
    const Dimension& given = amount.unit.dimension();
    // Beside a dose rate, the dose is what the bag holds, which no library counts per kg.
    const bool whole = !intermittent && body_of(given) == Body::none;
    const bool fits =
        whole ? drug_part(given) == drug_part(dosing) : without_time(given) == without_time(dosing);
    const bool fluid = drug_part(dosing).volume == 1;
    if (!fits && !(whole && fluid)) unit_error(checking, amount);
  }
}

// K9. What an additive of a fluid comes to at this rate, against the limits that the library has
// for it here: the mixture is refused already, and the reader learns by how much it was wrong.
void additives_keep_limits(Checking& checking) {
  if (checking.setup == nullptr || !checking.setup->concentrations.empty()) return;
  const auto rate = programmed_rate_ml_h(checking);
  const auto bag = bag_volume(checking.order);
  if (!rate || !bag) return;
  for (const Component& component : checking.order.components) {
    const Drug* added = added_drug(checking, component);
    if (added == nullptr || !component.amount) continue;
    const Measure dose_rate = component.amount->exact() / *bag * flow(*rate);
    for (const Setup* setup : checking.library->setups(checking.care_area->id, added->id)) {
      for (const library::Limit& limit : setup->limits) {
        if (limit.quantity != library::LimitedQuantity::dose_rate) continue;
        hold_against(checking, limit, dose_rate, component.amount->from().field,
                     component_text(checking, component));
      }
    }
  }
}

// B73, B3: equal as fractions; 800 mg in 500 mL is 400 mg in 250 mL, 1.59 mg/mL is not 1.6 mg/mL.
void concentration_is_the_librarys(Checking& checking) {
  if (checking.setup == nullptr) return;
  if (checking.setup->concentrations.empty()) return fluid_is_plain(checking);
  const std::string_view place = concentration_place(checking.order);
  additives_are_the_drug(checking);
  if (!checking.concentration) return checking.error(FaultCode::concentration_missing, place);
  checking.library_bag = library_concentration(*checking.setup, checking.concentration->ratio);
  if (checking.library_bag != nullptr) return;
  checking.error(FaultCode::concentration_not_library, place,
                 ratio_text(*checking.concentration, *checking.setup) + "; the library has " +
                     bags_text(*checking.setup));
}

}  // namespace bridge::decide
