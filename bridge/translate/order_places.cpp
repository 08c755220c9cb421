// SPDX-License-Identifier: Apache-2.0
#include "translate/order_places.h"

#include <algorithm>
#include <array>

namespace bridge::translate {
namespace {

struct Row {
  std::string_view name;
  std::array<std::string_view, 4> places;  // by OrderWire; empty: no place of its own
};

#define BRIDGE_DOSAGE "MedicationRequest.dosageInstruction[0]"

// A request repeats only a part of its order: what it does not carry stands at the order's number.
constexpr std::array rows = {
    Row{"allergies", {"AL1-3", "AL1-3", "ORC-2", "MedicationRequest.contained"}},
    Row{"components", {"RXC-2", "RXC-2", "RXG-4", "MedicationRequest.medication"}},
    Row{"control", {"ORC-1", "ORC-1", "ORC-1", "MedicationRequest.status"}},
    Row{"delivery_mode", {"OBX", "OBX", "ORC-2", BRIDGE_DOSAGE}},
    Row{"do_not_perform", {"ORC-1", "ORC-1", "ORC-2", "MedicationRequest.doNotPerform"}},
    Row{"dose", {"RXE-3", "RXO-2", "RXG-15", BRIDGE_DOSAGE ".doseAndRate[0].doseQuantity"}},
    Row{"dose_rate", {"RXE-23", "RXO-21", "RXG-15", BRIDGE_DOSAGE ".doseAndRate[0].rateQuantity"}},
    Row{"drug", {"RXE-2", "RXO-1", "RXG-4", "MedicationRequest.medication"}},
    Row{"duration", {"TQ1-13", "TQ1-13", "TQ1-13", BRIDGE_DOSAGE ".timing.repeat.duration"}},
    Row{"height", {"OBX", "OBX", "OBX", "MedicationRequest.supportingInformation"}},
    Row{"loading_dose", {"RXV-3", "RXV-3", "OBX", BRIDGE_DOSAGE}},
    Row{"method", {"RXR-4", "RXR-4", "RXR-4", BRIDGE_DOSAGE ".method"}},
    Row{"needs_review", {"RXE-20", "RXO-16", "ORC-2", BRIDGE_DOSAGE}},
    Row{"order", {"RXE", "RXO", "RXG", BRIDGE_DOSAGE}},
    Row{"parent_order_number", {"ORC-8", "ORC-8", "ORC-8", "MedicationRequest.basedOn"}},
    Row{"patient.location", {"PV1-3", "PV1-3", "PV1-3", "MedicationRequest.encounter"}},
    Row{"patient.patient_id", {"PID-3", "PID-3", "PID-3", "MedicationRequest.subject"}},
    Row{"pca", {"RXV", "RXV", "OBX", BRIDGE_DOSAGE}},
    Row{"placer_order_number", {"ORC-2", "ORC-2", "ORC-2", "MedicationRequest.identifier"}},
    Row{"product_expires", {"RXE-2", "RXO-1", "ORC-2", "MedicationRequest.medication"}},
    Row{"pump", {"", "", "OBX-18", ""}},
    Row{"pump.care_area", {"PV1-3", "PV1-3", "OBX-18", "MedicationRequest.encounter"}},
    Row{"rate", {"RXE-23", "RXO-21", "RXG-15", BRIDGE_DOSAGE ".doseAndRate[0].rateQuantity"}},
    Row{"request.at", {"", "", "ORC-9", ""}},
    Row{"request.product_expires", {"", "", "RXG-20", ""}},
    Row{"request.drug", {"", "", "RXG-4", ""}},
    Row{"route", {"RXR-1", "RXR-1", "RXR-1", BRIDGE_DOSAGE ".route"}},
    Row{"start", {"TQ1-7", "TQ1-7", "ORC-2", BRIDGE_DOSAGE ".timing.repeat"}},
    Row{"steps", {"TQ1", "TQ1", "RXG", "MedicationRequest.dosageInstruction"}},
    Row{"stop", {"TQ1-8", "TQ1-8", "ORC-2", BRIDGE_DOSAGE ".timing.repeat"}},
    Row{"strength", {"RXE-25", "RXO-18", "RXG-17", "MedicationRequest.medication"}},
    Row{"surface", {"OBX", "OBX", "OBX", "MedicationRequest.supportingInformation"}},
    Row{"titration", {"OBX", "OBX", "ORC-2", BRIDGE_DOSAGE}},
    Row{"verified_by", {"ORC-11", "ORC-11", "ORC-2", "MedicationRequest"}},
    Row{"volume", {"RXE-3", "RXO-2", "RXG-5", BRIDGE_DOSAGE ".doseAndRate[0].doseQuantity"}},
    Row{"weight", {"OBX", "OBX", "OBX", "MedicationRequest.supportingInformation"}},
    Row{"witness", {"", "", "ORC-11", ""}},
    // What decide/ says of identity and life cycle it says in the words of HL7.
    Row{"ORC-1", {"", "", "", "MedicationRequest.status"}},
    Row{"ORC-2", {"", "", "", "MedicationRequest.identifier"}},
    Row{"PID-3", {"", "", "", "MedicationRequest.subject"}},
};

#undef BRIDGE_DOSAGE

// A place of the order's own message, which the request for it does not have.
bool is_place_of_order(std::string_view place) {
  constexpr std::array<std::string_view, 4> orders = {"RXE", "RXO", "RXC", "MedicationRequest."};
  return std::any_of(orders.begin(), orders.end(),
                     [place](std::string_view each) { return place.starts_with(each); });
}

}  // namespace

OrderWire order_wire(std::string_view message_type) {
  if (message_type == "RGV") return OrderWire::request;
  return message_type == "RDE" ? OrderWire::encoded : OrderWire::plain;
}

std::string place_on_wire(const Fault& fault, OrderWire wire) {
  // A route that was not sent has no origin that could be named.
  const bool no_route = fault.place.empty() && fault.code == FaultCode::route_missing;
  const std::string_view name = no_route ? std::string_view("route") : fault.place;
  const auto row =
      std::find_if(rows.begin(), rows.end(), [name](const Row& each) { return each.name == name; });
  if (row != rows.end()) {
    const std::string_view place = row->places[static_cast<std::size_t>(wire)];
    return std::string(place.empty() ? name : place);
  }
  if (wire == OrderWire::request && is_place_of_order(name)) return "ORC-2";
  return fault.place;
}

Faults on_wire(Faults faults, OrderWire wire) {
  for (Fault& fault : faults) fault.place = place_on_wire(fault, wire);
  return faults;
}

}  // namespace bridge::translate
