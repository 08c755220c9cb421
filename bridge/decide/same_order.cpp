// SPDX-License-Identifier: Apache-2.0
#include "decide/same_order.h"

#include <algorithm>
#include <tuple>

#include "clinical/packed.h"

namespace bridge::decide {
namespace {

void leave_identity(Coding& code) {
  if (!code.code.empty()) code.text.clear();
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
  for (Component& component : order.components) leave_identity(component.code);
  // The table of routes has said what it means; one that no table knows stays what was sent.
  if (order.route) order.route_code = {};
  leave_identity(order.route_code);
}

}  // namespace

std::string_view first_difference_of_order(InfusionOrder known, InfusionOrder again) {
  leave_identity(known);
  leave_identity(again);
  return first_difference(known, again,
                          {"filler_order_number", "control", "ordering_provider", "verified_by",
                           "route_from", "device", "written_at", "product_expires"});
}

}  // namespace bridge::decide
