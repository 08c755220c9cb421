// SPDX-License-Identifier: Apache-2.0
#include "translate/dosage.h"

#include <algorithm>

#include "translate/stated.h"
#include "translate/therapy_terms.h"
#include "translate/way_of_giving.h"

namespace bridge::translate {
namespace {

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

// A number whose unit of FHIR's units-of-time, which are UCUM, is an element beside it.
std::optional<Amount> time_amount(FhirReading& reading, const FoundElement& found) {
  const auto value = reading.number(*found.value, found.place);
  const std::string code =
      found.unit != nullptr && found.unit->is_string() ? found.unit->as_string() : std::string();
  const auto unit = reading.book().unit(code, "UCUM");
  if (!unit) {
    reading.faults().push_back(code.empty() ? Fault{FaultCode::unit_missing, found.place, {}}
                                            : reading.book().no_unit(code, "UCUM", found.place));
  }
  if (!unit || !value) return std::nullopt;
  return Amount{*value, *unit, found.value->number_text(), Origin{found.place, found.row->id}};
}

void read_duration(FhirReading& reading, InfusionOrder& order) {
  for (const FoundElement& found : reading.find(FhirMeaning::duration)) {
    if (auto amount = time_amount(reading, found)) {
      state(order.duration, *std::move(amount), reading.faults());
    }
  }
}

void read_timing(FhirReading& reading, InfusionOrder& order) {
  std::string stop_place;
  for (const FoundElement& found : reading.find(FhirMeaning::start)) {
    order.start = reading.time(found, Precision::minute, Severity::error);
  }
  for (const FoundElement& found : reading.find(FhirMeaning::stop)) {
    order.stop = reading.time(found, Precision::minute, Severity::error);
    stop_place = found.place;
  }
  read_duration(reading, order);
  for (const FoundElement& found : reading.find(FhirMeaning::service_duration)) {
    auto amount = reading.quantity(*found.value, found.place, found.row->id);
    std::optional<Duration> service;
    if (amount) state(service, *std::move(amount), reading.faults());
    if (service) limit_stop(order, *service, reading.faults());
    stop_place = found.place;
  }
  check_times(order, stop_place, reading.faults());
}

// `10 mcg/kg/min`: the words are a number and a unit, and these are what is coded.
bool repeats(const CodeBook& book, std::string_view words, const Amount& amount) {
  const std::size_t gap = words.find(' ');
  if (gap == std::string_view::npos) return false;
  const auto value = Decimal::parse(words.substr(0, gap));
  const auto unit = book.unit(words.substr(gap + 1), "");
  return value && unit && *unit == amount.unit && *value == amount.value;
}

// Words that only repeat a coded number say nothing more; what else they say only a person can
// tell.
void read_words(FhirReading& reading, Dosage& dosage) {
  const InfusionOrder& says = dosage.says;
  const auto repeated = [&](std::string_view words) {
    const auto is = [&](const auto& quantity) {
      return quantity && repeats(reading.book(), words, quantity->amount());
    };
    return is(says.rate) || is(says.dose_rate) || is(says.dose) || is(says.volume) ||
           is(says.duration);
  };
  for (const FoundElement& found : reading.find(FhirMeaning::dosage_text)) {
    const bool known = found.value->is_string() && repeated(found.value->as_string());
    if (!known) dosage.says.needs_review = true;
  }
}

void read_review(FhirReading& reading, DosageOf of, Dosage& dosage) {
  for (const FoundElement& found : reading.find(FhirMeaning::condition_flag)) {
    if (found.value->kind() == json::Kind::boolean && found.value->as_boolean()) {
      dosage.as_needed = true;
    }
  }
  // Whether the patient needs it a PCA leaves to the patient; any other infusion to a person here.
  if (dosage.as_needed && of != DosageOf::pca) dosage.says.needs_review = true;
  if (!reading.find(FhirMeaning::condition_text).empty()) dosage.says.needs_review = true;
}

void read_route(FhirReading& reading, InfusionOrder& order) {
  const CodeBook& book = reading.book();
  for (const FoundElement& found : reading.find(FhirMeaning::route)) {
    order.route_code = reading.coding(*found.value);
    order.route_from = {found.place, found.row->id};
    std::vector<Coding> said = reading.codings(*found.value);
    said.insert(said.begin(), order.route_code);
    order.route = agreed_route(book, said, found.place, reading.faults());
    if (order.route_code.empty()) reading.fault(FaultCode::route_unknown, found.place);
  }
  for (const FoundElement& found : reading.find(FhirMeaning::method)) {
    const Coding method = reading.coding(*found.value);
    // FHIR has no device of the order; RXR-3 says the same of HL7 v2.
    const bool pca = says_pca(method);
    (pca ? order.device : order.method) = method;
    check_way(book, pca ? WayOfGiving::device : WayOfGiving::method, method, found.place,
              reading.faults());
  }
}

std::optional<Count> read_sequence(FhirReading& reading) {
  std::optional<Count> sequence;
  for (const FoundElement& found : reading.find(FhirMeaning::sequence)) {
    const std::string text = found.value->is_number() ? found.value->number_text() : std::string();
    sequence = read_count(text, {found.place, found.row->id}, reading.faults());
  }
  return sequence;
}

// The parts of an extension of ours: nothing but `names`, each at most once.
template <class Take>
void each_part(FhirReading& reading, const FoundElement& found, Take take) {
  const json::Value* parts = found.value->find("extension");
  if (parts == nullptr || !parts->is_array() || parts->items().empty()) {
    reading.fault(FaultCode::field_missing, found.place + ".extension");
    return;
  }
  std::vector<std::string> seen;
  for (std::size_t index = 0; index < parts->item_count(); ++index) {
    const json::Value& part = *parts->at(index);
    const std::string at = found.place + ".extension[" + std::to_string(index) + "]";
    const std::string name(part.text_of("url").value_or(""));
    const bool again = std::find(seen.begin(), seen.end(), name) != seen.end();
    seen.push_back(name);
    if (again || !take(name, part, at)) reading.fault(FaultCode::field_not_understood, at);
  }
}

std::string code_in(const json::Value& part) {
  return std::string(part.text_of("valueCode").value_or(""));
}

void read_step(FhirReading& reading, Dosage& dosage) {
  for (const FoundElement& found : reading.find(FhirMeaning::step)) {
    each_part(reading, found,
              [&](const std::string& name, const json::Value& part, const std::string& at) {
                if (name == "type") {
                  dosage.type = step_type_of(code_in(part));
                  if (!dosage.type) reading.fault(FaultCode::code_not_in_table, at);
                } else if (name == "start") {
                  dosage.start = step_start_of(code_in(part));
                  if (!dosage.start) reading.fault(FaultCode::code_not_in_table, at);
                } else {
                  return false;
                }
                return true;
              });
  }
}

template <QuantityKind kind>
void read_part(FhirReading& reading, const FoundElement& found, const json::Value& part,
               const std::string& at, std::optional<Quantity<kind>>& slot) {
  const json::Value* quantity = part.find("valueQuantity");
  if (quantity == nullptr) return reading.fault(FaultCode::field_missing, at + ".valueQuantity");
  auto amount = reading.quantity(*quantity, at + ".valueQuantity", found.row->id);
  if (amount) state(slot, *std::move(amount), reading.faults());
}

void read_titration(FhirReading& reading, InfusionOrder& order) {
  for (const FoundElement& found : reading.find(FhirMeaning::titration)) {
    Titration titration;
    each_part(reading, found,
              [&](const std::string& name, const json::Value& part, const std::string& at) {
                if (name == "increment") {
                  read_part(reading, found, part, at, titration.increment);
                } else if (name == "interval") {
                  read_part(reading, found, part, at, titration.interval);
                } else if (name == "minimum") {
                  read_part(reading, found, part, at, titration.minimum);
                } else if (name == "maximum") {
                  read_part(reading, found, part, at, titration.maximum);
                } else if (name == "objective") {
                  titration.has_objective = true;
                } else {
                  return false;
                }
                return true;
              });
    if (titration != Titration{}) order.titration = titration;
  }
}

// `continuous` says nothing more; steps and patient doses are said by their own dosages.
void read_delivery_mode(FhirReading& reading, InfusionOrder& order) {
  for (const FoundElement& found : reading.find(FhirMeaning::delivery_mode)) {
    const std::string token = found.value->is_string() ? found.value->as_string() : std::string();
    if (token == terms::delivery_ramp_taper) {
      order.delivery_mode = DeliveryMode::ramp_taper;
    } else if (token != terms::delivery_continuous) {
      reading.fault(FaultCode::code_not_in_table, found.place);
    }
  }
}

// A dose or a volume, and the time that it is the most for.
void read_limit(FhirReading& reading, const FoundElement& found, PcaSettings& pca) {
  const json::Value* numerator = found.value->find("numerator");
  const json::Value* denominator = found.value->find("denominator");
  if (numerator == nullptr || denominator == nullptr) {
    return reading.fault(FaultCode::field_missing, found.place);
  }
  auto most = reading.quantity(*numerator, found.place + ".numerator", found.row->id);
  auto time = reading.quantity(*denominator, found.place + ".denominator", found.row->id);
  if (!most || !time) return;
  if (is_of_kind(QuantityKind::volume, most->unit)) {
    state(pca.volume_limit, *std::move(most), reading.faults());
  } else {
    state(pca.dose_limit, *std::move(most), reading.faults());
  }
  state(pca.limit_window, *std::move(time), reading.faults());
}

}  // namespace

bool says_pca(const Coding& method) { return method.code == "PCA" && method.system == "HL70164"; }

Dosage read_dosage(FhirReading& reading, std::string place, DosageOf of) {
  Dosage dosage;
  dosage.place = std::move(place);
  read_dose_and_rate(reading, dosage.says);
  read_timing(reading, dosage.says);
  read_review(reading, of, dosage);
  read_words(reading, dosage);
  read_route(reading, dosage.says);
  dosage.sequence = read_sequence(reading);
  if (of == DosageOf::step) read_step(reading, dosage);
  if (of != DosageOf::one_infusion) return dosage;
  read_titration(reading, dosage.says);
  read_delivery_mode(reading, dosage.says);
  // No pump keeps a most in a time but a PCA: only a person can.
  if (!reading.find(FhirMeaning::max_per_period).empty()) dosage.says.needs_review = true;
  // When, how often and how many times is asked for at the bedside, each time anew.
  for (const FhirMeaning meaning :
       {FhirMeaning::frequency, FhirMeaning::period, FhirMeaning::repeat_count}) {
    reading.find(meaning);
  }
  return dosage;
}

PcaSettings read_demand(FhirReading& reading) {
  PcaSettings pca;
  for (const FoundElement& found : reading.find(FhirMeaning::frequency)) {
    const auto once = reading.number(*found.value, found.place);
    if (once && *once != Decimal(1, 0)) {
      reading.fault(FaultCode::field_not_understood, found.place, "not once in a period");
    }
  }
  for (const FoundElement& found : reading.find(FhirMeaning::period)) {
    if (auto amount = time_amount(reading, found)) {
      state(pca.lockout, *std::move(amount), reading.faults());
    }
  }
  for (const FoundElement& found : reading.find(FhirMeaning::repeat_count)) {
    reading.fault(FaultCode::field_not_understood, found.place, "no pump counts them");
  }
  for (const FoundElement& found : reading.find(FhirMeaning::max_per_period)) {
    read_limit(reading, found, pca);
  }
  for (const FoundElement& found : reading.find(FhirMeaning::max_doses)) {
    const std::string text = found.value->is_number() ? found.value->number_text() : std::string();
    pca.max_doses_per_hour = read_count(text, {found.place, found.row->id}, reading.faults());
  }
  return pca;
}

}  // namespace bridge::translate
