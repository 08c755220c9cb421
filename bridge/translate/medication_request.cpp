// SPDX-License-Identifier: Apache-2.0
#include "translate/medication_request.h"

#include <algorithm>
#include <array>

#include "translate/allergies.h"
#include "translate/dosages.h"
#include "translate/fhir_reading.h"
#include "translate/request_context.h"
#include "translate/therapy_terms.h"

namespace bridge::translate {
namespace {

void read_order_numbers(FhirReading& reading, InfusionOrder& order) {
  const auto first = [&](FhirMeaning meaning) {
    for (const FoundElement& found : reading.find(meaning)) {
      EntityId entity = read_order_number(reading.book(), found);
      if (!entity.empty()) return entity;
    }
    return EntityId{};
  };
  order.placer_order_number = first(FhirMeaning::placer_order_number);
  order.filler_order_number = first(FhirMeaning::filler_order_number);
  if (order.placer_order_number.empty()) {
    reading.fault(FaultCode::order_missing, "MedicationRequest.identifier");
  }
}

// False when the request asks for nothing that is done here (B95, B118).
bool read_intention(FhirReading& reading, InfusionOrder& order) {
  bool taken = true;
  for (const FoundElement& found : reading.find(FhirMeaning::status)) {
    const std::string& status = found.value->is_string() ? found.value->as_string() : std::string();
    const auto control = reading.book().fhir_fields().control(status);
    if (control) {
      order.control = *control;
    } else {
      reading.fault(FaultCode::order_status_unfit, found.place);
      taken = false;
    }
  }
  for (const FoundElement& found : reading.find(FhirMeaning::intent)) {
    constexpr std::array<std::string_view, 5> orders = {"order", "original-order", "reflex-order",
                                                        "filler-order", "instance-order"};
    const std::string& intent = found.value->is_string() ? found.value->as_string() : std::string();
    if (std::find(orders.begin(), orders.end(), intent) != orders.end()) continue;
    reading.fault(FaultCode::order_status_unfit, found.place);
    taken = false;
  }
  for (const FoundElement& found : reading.find(FhirMeaning::do_not_perform)) {
    if (found.value->kind() != json::Kind::boolean || !found.value->as_boolean()) continue;
    order.do_not_perform = true;
    reading.fault(FaultCode::do_not_perform, found.place);
  }
  return taken;
}

// A bolus out of a running infusion: our extension says so, and basedOn names the running order.
// Of other requests basedOn is administrative.
void read_bolus(FhirReading& reading, const fhir::Surroundings& around, InfusionOrder& order) {
  const auto parents = reading.find(FhirMeaning::parent_order);
  for (const FoundElement& found : reading.find(FhirMeaning::order_type)) {
    const std::string token = found.value->is_string() ? found.value->as_string() : std::string();
    if (token == "continuous") continue;
    if (token != terms::clinician_dose) {
      reading.fault(FaultCode::code_not_in_table, found.place);
      continue;
    }
    order.control = OrderControl::child;
    if (parents.size() > 1) reading.fault(FaultCode::dosages_conflict, parents[1].place);
    if (!parents.empty()) read_parent_order(reading, around, parents.front(), order);
    if (parents.empty()) reading.fault(FaultCode::order_missing, "MedicationRequest.basedOn");
  }
}

}  // namespace

OrderRead read_medication_request(const json::Value& request, fhir::Surroundings around,
                                  const CodeBook& book) {
  OrderRead result;
  InfusionOrder& order = result.order;
  around.container = &request;
  FhirReading reading(book, request, result.faults);
  read_order_numbers(reading, order);
  read_subject(reading, around, order);
  const bool taken = read_intention(reading, order);
  for (const FoundElement& found : reading.find(FhirMeaning::written_at)) {
    order.written_at = reading.time(found, Precision::minute, Severity::warning);
  }
  read_encounter(reading, around, order);
  read_requester(reading, around, order);
  read_verifier(reading, around, order);
  if (!taken || order.control != OrderControl::new_order) return result;
  refuse_ended_care(reading, around, order);
  read_bolus(reading, around, order);
  read_dosages(reading, order);
  read_medication(reading, around, order);
  if (!reading.find(FhirMeaning::note).empty()) order.needs_review = true;
  read_observations(reading, around, order);
  read_allergies(reading, around, order);
  reading.report_unread();
  return result;
}

}  // namespace bridge::translate
