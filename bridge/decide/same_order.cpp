// SPDX-License-Identifier: Apache-2.0
#include "decide/same_order.h"

#include <algorithm>
#include <tuple>

#include "clinical/packed.h"
#include "decide/coded_drug.h"

namespace bridge::decide {
namespace {

void leave_identity(Coding& code) {
  if (!code.code.empty()) code.text.clear();
}

bool says(const Coding& wanted, const Coding& chosen, const std::vector<Coding>& alternates) {
  return is_same_code(wanted, chosen) ||
         std::any_of(alternates.begin(), alternates.end(),
                     [&wanted](const Coding& each) { return is_same_code(wanted, each); });
}

// The codings of a CodeableConcept stand in any order, and each door chooses by its own rule: when
// each order says the code that the other one chose, they chose among the same.
void choose_alike(const Coding& known, const std::vector<Coding>& known_alternates, Coding& again,
                  const std::vector<Coding>& again_alternates) {
  if (says(known, again, again_alternates) && says(again, known, known_alternates)) again = known;
}

void choose_alike(const InfusionOrder& known, InfusionOrder& again) {
  choose_alike(known.drug, known.drug_alternates, again.drug, again.drug_alternates);
  const std::size_t both = std::min(known.components.size(), again.components.size());
  for (std::size_t at = 0; at < both; ++at) {
    const Component& before = known.components[at];
    Component& now = again.components[at];
    choose_alike(before.code, before.alternates, now.code, now.alternates);
  }
}

void leave_identity(InfusionOrder& order) {
  Patient patient;
  patient.patient_id.id = order.patient.patient_id.id;
  patient.patient_id.authority = order.patient.patient_id.authority;
  patient.location = order.patient.location;
  order.patient = std::move(patient);
  leave_identity(order.drug);
  leave_identity(order.method);
  // A chart lists its allergies in any order.
  const auto before = [](const Coding& a, const Coding& b) {
    return std::tie(a.system, a.code, a.text) < std::tie(b.system, b.code, b.text);
  };
  for (Allergy& allergy : order.allergies) {
    for (Coding& coding : allergy.codings) leave_identity(coding);
    std::sort(allergy.codings.begin(), allergy.codings.end(), before);
  }
  std::sort(order.allergies.begin(), order.allergies.end(),
            [&before](const Allergy& a, const Allergy& b) {
              return std::lexicographical_compare(a.codings.begin(), a.codings.end(),
                                                  b.codings.begin(), b.codings.end(), before);
            });
  for (Component& component : order.components) {
    leave_identity(component.code);
    component.alternates.clear();
  }
  // The table of routes has said what it means; one that no table knows stays what was sent.
  if (order.route) order.route_code = {};
  leave_identity(order.route_code);
}

}  // namespace

std::string_view first_difference_of_order(InfusionOrder known, InfusionOrder again) {
  choose_alike(known, again);
  leave_identity(known);
  leave_identity(again);
  return first_difference(
      known, again,
      {"filler_order_number", "control", "ordering_provider", "verified_by", "drug_alternates",
       "route_from", "device", "written_at", "product_expires"});
}

}  // namespace bridge::decide
