// SPDX-License-Identifier: Apache-2.0
#include "translate/medication_request.h"

#include <algorithm>
#include <array>

#include "translate/fhir_reading.h"
#include "translate/request_context.h"
#include "translate/stated.h"

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

void read_rates(FhirReading& reading, InfusionOrder& order) {
  Faults& faults = reading.faults();
  for (const FoundElement& found : reading.find(FhirMeaning::give_rate)) {
    auto amount = reading.quantity(*found.value, found.place, found.row->id);
    if (!amount) continue;
    const Unit unit = amount->unit;
    if (is_of_kind(QuantityKind::flow_rate, unit) || is_of_kind(QuantityKind::dose_rate, unit)) {
      state_by_unit(order, *std::move(amount), faults);
    } else {
      reading.fault(FaultCode::unit_wrong_kind, found.place,
                    std::string(unit.ucum()) + " is not a rate");
    }
  }
  for (const FoundElement& found : reading.find(FhirMeaning::give_rate_ratio)) {
    const json::Value* numerator = found.value->find("numerator");
    const json::Value* denominator = found.value->find("denominator");
    if (numerator == nullptr || denominator == nullptr) {
      reading.fault(FaultCode::field_missing, found.place);
      continue;
    }
    auto amount = reading.quantity(*numerator, found.place + ".numerator", found.row->id);
    const auto time = reading.quantity(*denominator, found.place + ".denominator", found.row->id);
    if (!amount || !time) continue;
    if (!is_of_kind(QuantityKind::duration, time->unit) || time->value.is_zero()) {
      reading.fault(FaultCode::unit_wrong_kind, time->from.field, "a rate is per time");
      continue;
    }
    state_per_time(order, *std::move(amount), *time, faults);
  }
}

void read_amounts(FhirReading& reading, InfusionOrder& order) {
  for (const FoundElement& found : reading.find(FhirMeaning::give_amount)) {
    auto amount = reading.quantity(*found.value, found.place, found.row->id);
    if (!amount) continue;
    if (is_of_kind(QuantityKind::volume, amount->unit) ||
        is_of_kind(QuantityKind::dose, amount->unit)) {
      state_by_unit(order, *std::move(amount), reading.faults());
    } else {
      reading.fault(FaultCode::unit_wrong_kind, found.place,
                    std::string(amount->unit.ucum()) + " is not an amount");
    }
  }
  for (const FoundElement& found : reading.find(FhirMeaning::range)) {
    reading.fault(FaultCode::dosages_conflict, found.place, "a range cannot be programmed");
  }
}

// B119: what one doseAndRate says must not be contradicted by the next.
void read_dose_and_rate(FhirReading& reading, InfusionOrder& order) {
  Faults& faults = reading.faults();
  const std::size_t before = faults.size();
  read_rates(reading, order);
  read_amounts(reading, order);
  for (std::size_t index = before; index < faults.size(); ++index) {
    if (faults[index].code == FaultCode::quantities_disagree) {
      faults[index].code = FaultCode::dosages_conflict;
    }
  }
}

void read_duration(FhirReading& reading, const json::Value& request, InfusionOrder& order) {
  for (const FoundElement& found : reading.find(FhirMeaning::duration)) {
    const auto value = reading.number(*found.value, found.place);
    const auto units = found.row->unit->find(request);
    const std::string code = units.size() == 1 && units.front().value->is_string()
                                 ? units.front().value->as_string()
                                 : std::string();
    // The code is of FHIR's units-of-time, which are UCUM.
    const auto unit = reading.book().unit(code, "UCUM");
    if (!unit) {
      reading.faults().push_back(code.empty() ? Fault{FaultCode::unit_missing, found.place, {}}
                                              : reading.book().no_unit(code, "UCUM", found.place));
    } else if (value) {
      state(order.duration,
            Amount{*value, *unit, found.value->number_text(), Origin{found.place, found.row->id}},
            reading.faults());
    }
  }
}

void read_timing(FhirReading& reading, const json::Value& request, InfusionOrder& order) {
  std::string stop_place;
  for (const FoundElement& found : reading.find(FhirMeaning::start)) {
    order.start = reading.time(found, Precision::minute, Severity::error);
  }
  for (const FoundElement& found : reading.find(FhirMeaning::stop)) {
    order.stop = reading.time(found, Precision::minute, Severity::error);
    stop_place = found.place;
  }
  read_duration(reading, request, order);
  for (const FoundElement& found : reading.find(FhirMeaning::service_duration)) {
    auto amount = reading.quantity(*found.value, found.place, found.row->id);
    std::optional<Duration> service;
    if (amount) state(service, *std::move(amount), reading.faults());
    if (service) limit_stop(order, *service, reading.faults());
    stop_place = found.place;
  }
  check_times(order, stop_place, reading.faults());
}

void read_review(FhirReading& reading, InfusionOrder& order) {
  for (const FoundElement& found : reading.find(FhirMeaning::condition_flag)) {
    if (found.value->kind() == json::Kind::boolean && found.value->as_boolean()) {
      order.needs_review = true;
    }
  }
  if (!reading.find(FhirMeaning::condition_text).empty()) order.needs_review = true;
}

void read_route(FhirReading& reading, InfusionOrder& order) {
  for (const FoundElement& found : reading.find(FhirMeaning::route)) {
    order.route_code = reading.coding(*found.value);
    order.route_from = {found.place, found.row->id};
    order.route = reading.book().route(order.route_code);
    if (!order.route) reading.fault(FaultCode::route_unknown, found.place);
  }
  for (const FoundElement& found : reading.find(FhirMeaning::method)) {
    order.method = reading.coding(*found.value);
  }
}

void refuse_more_dosages(FhirReading& reading) {
  const auto dosages = reading.find(FhirMeaning::dosage);
  if (dosages.size() > 1) {
    reading.fault(FaultCode::dosages_conflict, "MedicationRequest.dosageInstruction[1]");
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
  if (!taken || order.control != OrderControl::new_order) return result;
  refuse_more_dosages(reading);
  read_dose_and_rate(reading, order);
  read_medication(reading, around, order);
  read_timing(reading, request, order);
  read_review(reading, order);
  read_route(reading, order);
  read_observations(reading, around, order);
  reading.report_unread();
  return result;
}

}  // namespace bridge::translate
