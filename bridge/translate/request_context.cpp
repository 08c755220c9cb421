// SPDX-License-Identifier: Apache-2.0
#include "translate/request_context.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "translate/product_expiry.h"
#include "translate/stated.h"

namespace bridge::translate {
namespace {

struct Identity {
  std::string id;
  std::string authority;
};

// An Identifier by its system, or a literal "Patient/100123" by the row of that kind of reference.
Identity identity_of(const CodeBook& book, IdentifierKind kind, const fhir::Target& target) {
  const json::Value* identifier = target.identifier;
  if (identifier == nullptr && target.resource != nullptr) {
    const json::Value* list = target.resource->find("identifier");
    if (list != nullptr && list->is_array() && !list->items().empty()) {
      const auto& items = list->items();
      const auto known = std::find_if(items.begin(), items.end(), [&](const json::Value& each) {
        return book.authority(kind, each.text_of("system").value_or("")).has_value();
      });
      identifier = known == items.end() ? &items.front() : &*known;
    }
  }
  if (identifier != nullptr) {
    const std::string system(identifier->text_of("system").value_or(""));
    return {std::string(identifier->text_of("value").value_or("")),
            std::string(book.authority(kind, system).value_or(system))};
  }
  if (target.kind != fhir::ReferenceKind::local) return {};
  const auto authority = book.authority(kind, target.type + "/");
  if (!authority) return {};
  return {target.id, std::string(*authority)};
}

// family^given^second^suffix^prefix^^L of the first HumanName, as XPN.
std::string name_of_person(const json::Value& resource, bool only_two) {
  const json::Value* names = resource.find("name");
  const json::Value* first = names == nullptr ? nullptr : names->at(0);
  if (first == nullptr) return {};
  const json::Value& name = *first;
  const auto list = [&](std::string_view key, std::size_t index) {
    const json::Value* values = name.find(key);
    const json::Value* item = values == nullptr ? nullptr : values->at(index);
    return item != nullptr && item->is_string() ? item->as_string() : std::string();
  };
  std::array<std::string, 7> parts = {std::string(name.text_of("family").value_or("")),
                                      list("given", 0),
                                      list("given", 1),
                                      list("suffix", 0),
                                      list("prefix", 0),
                                      "",
                                      name.text_of("use") == "official" ? "L" : ""};
  std::string text;
  std::size_t kept = 0;
  for (std::size_t index = 0; index < (only_two ? 2U : parts.size()); ++index) {
    if (index > 0) text += '^';
    std::replace(parts[index].begin(), parts[index].end(), '^', ' ');
    text += parts[index];
    if (!parts[index].empty()) kept = text.size();
  }
  text.resize(kept);
  return text;
}

// HL7 table 0001 of a FHIR administrative gender.
std::string sex_of(std::string_view gender) {
  if (gender == "male") return "M";
  if (gender == "female") return "F";
  if (gender == "other") return "O";
  return gender.empty() ? "" : "U";
}

// HL7 table 0004 of an ActEncounterCode.
std::string class_of(std::string_view code) {
  if (code == "IMP" || code == "ACUTE" || code == "NONAC") return "I";
  if (code == "AMB") return "O";
  if (code == "EMER") return "E";
  return {};
}

// An Identifier of an order as EI.
EntityId order_number_of(const CodeBook& book, const json::Value& identifier) {
  EntityId entity;
  entity.id = identifier.text_of("value").value_or("");
  const std::string system(identifier.text_of("system").value_or(""));
  constexpr std::string_view oid = "urn:oid:";
  if (const auto authority = book.authority(IdentifierKind::order, system)) {
    entity.namespace_id = *authority;
  } else if (system.starts_with(oid)) {
    entity.universal_id = system.substr(oid.size());
    entity.universal_id_type = "ISO";
  } else if (!system.empty()) {
    entity.universal_id = system;
    entity.universal_id_type = "URI";
  }
  return entity;
}

std::optional<fhir::Target> resolved(FhirReading& reading, const fhir::Surroundings& around,
                                     const json::Value& reference, const std::string& place,
                                     Severity severity) {
  auto target = fhir::resolve(reference, place, around);
  if (target) return *std::move(target);
  Fault fault = std::move(target).fault();
  fault.severity = severity;
  reading.faults().push_back(std::move(fault));
  return std::nullopt;
}

// "MedicationRequest.contained[1]"
std::string place_of_resource(const fhir::Surroundings& around, const json::Value* resource) {
  const json::Value* contained =
      around.container == nullptr ? nullptr : around.container->find("contained");
  for (std::size_t index = 0; contained != nullptr && index < contained->item_count(); ++index) {
    if (contained->at(index) == resource) {
      return "MedicationRequest.contained[" + std::to_string(index) + "]";
    }
  }
  return std::string(resource->text_of("resourceType").value_or("resource"));
}

bool has_code(const json::Value& observation, std::string_view code) {
  const json::Value* about = observation.find("code");
  const json::Value* codings = about == nullptr ? nullptr : about->find("coding");
  if (codings == nullptr || !codings->is_array()) return false;
  return std::any_of(codings->items().begin(), codings->items().end(),
                     [&](const json::Value& each) { return each.text_of("code") == code; });
}

template <QuantityKind kind>
void read_observation(FhirReading& reading, FhirMeaning meaning, const json::Value& observation,
                      const std::string& place, std::optional<Quantity<kind>>& slot) {
  for (const FhirFieldRow& row : reading.book().fhir_fields().rows(meaning)) {
    if (!has_code(observation, row.code)) continue;
    for (const fhir::Match& match : row.value.find(observation)) {
      const std::string inside = match.place.substr(match.place.find('.') + 1);
      std::string at = place;
      at.append(".").append(inside);
      const std::size_t before = reading.faults().size();
      auto amount = reading.quantity(*match.value, at, row.id);
      if (meaning == FhirMeaning::weight) name_weight_unit(reading.faults(), before);
      if (amount) state(slot, *std::move(amount), reading.faults());
    }
  }
}

class MedicationReader {
 public:
  MedicationReader(FhirReading& reading, const fhir::Surroundings& around, std::string row)
      : reading_(reading), around_(around), row_(std::move(row)) {}

  void read(const json::Value& medication, InfusionOrder& order) {
    const std::string place = place_of_resource(around_, &medication);
    const auto status = medication.text_of("status").value_or("");
    if (status == "inactive" || status == "entered-in-error") {
      reading_.fault(FaultCode::order_status_unfit, place + ".status");
    }
    if (const json::Value* code = medication.find("code")) {
      reading_.product(*code, order.drug, order.drug_alternates);
    }
    const std::optional<Volume> bag = bag_size(medication, place, order);
    const json::Value* ingredients = medication.find("ingredient");
    std::size_t active = 0;
    for (std::size_t index = 0; ingredients != nullptr && index < ingredients->item_count();
         ++index) {
      const json::Value& ingredient = *ingredients->at(index);
      const std::string at = place + ".ingredient[" + std::to_string(index) + "]";
      const json::Value* flag = ingredient.find("isActive");
      const bool is_active =
          flag == nullptr || flag->kind() != json::Kind::boolean || flag->as_boolean();
      if (is_active) ++active;
      read_ingredient(ingredient, at, is_active, bag, order);
    }
    // Two drugs in one bag have two strengths; the order's strength is that of the only one.
    if (active > 1) {
      order.strength.reset();
      order.strength_volume.reset();
    }
    std::stable_sort(order.components.begin(), order.components.end(),
                     [](const Component& a, const Component& b) { return a.role < b.role; });
    read_batch(medication, place, order);
  }

 private:
  std::optional<Amount> part(const json::Value& ratio, const char* key, const std::string& place) {
    const json::Value* quantity = ratio.find(key);
    if (quantity == nullptr) {
      reading_.fault(FaultCode::field_missing, place + "." + key);
      return std::nullopt;
    }
    return reading_.quantity(*quantity, place + "." + key, row_);
  }

  std::optional<Volume> bag_size(const json::Value& medication, const std::string& place,
                                 const InfusionOrder& order) {
    const json::Value* amount = medication.find("amount");
    const json::Value* size = amount == nullptr ? nullptr : amount->find("numerator");
    if (size == nullptr) return order.volume;
    const auto read = reading_.quantity(*size, place + ".amount.numerator", row_);
    if (!read || !is_of_kind(QuantityKind::volume, read->unit)) return order.volume;
    std::optional<Volume> bag;
    state(bag, *read, reading_.faults());
    return bag;
  }

  // A date is of the place where the request was written.
  void read_batch(const json::Value& medication, const std::string& place, InfusionOrder& order) {
    const json::Value* batch = medication.find("batch");
    const json::Value* date = batch == nullptr ? nullptr : batch->find("expirationDate");
    if (date == nullptr || !date->is_string()) return;
    const std::int16_t offset = order.written_at ? order.written_at->offset_minutes() : 0;
    const auto expires = read_expiry(date->as_string(), MessageClock::fixed(offset));
    if (expires) {
      order.product_expires = *expires;
    } else {
      reading_.fault(expires.fault().code, place + ".batch.expirationDate");
    }
  }

  // How much of an ingredient is in the bag: what the strength says, scaled to the bag.
  std::optional<Amount> in_bag(const Amount& numerator, const Amount& denominator,
                               const std::optional<Volume>& bag) {
    if (!bag || !is_of_kind(QuantityKind::volume, denominator.unit) ||
        denominator.value.is_zero()) {
      return std::nullopt;
    }
    if (bag->exact() == denominator.exact()) return numerator;
    const Rational scaled =
        numerator.value.exact() * bag->exact().in_base_units / denominator.exact().in_base_units;
    const auto value = scaled.decimal();
    if (!value) return std::nullopt;
    return Amount{*value, numerator.unit, "",
                  Origin{numerator.from.field, "amount = strength * bag"}};
  }

  void read_ingredient(const json::Value& ingredient, const std::string& place, bool is_active,
                       const std::optional<Volume>& bag, InfusionOrder& order) {
    Component component;
    component.role = is_active ? ComponentRole::additive : ComponentRole::base;
    read_item(ingredient, place, component);
    const json::Value* strength = ingredient.find("strength");
    if (strength != nullptr) {
      const auto numerator = part(*strength, "numerator", place + ".strength");
      const auto denominator = part(*strength, "denominator", place + ".strength");
      if (numerator && denominator) {
        if (is_active) state_strength(*numerator, *denominator, order);
        if (auto amount = in_bag(*numerator, *denominator, bag)) {
          if (is_of_kind(QuantityKind::volume, amount->unit)) {
            state(component.volume, *std::move(amount), reading_.faults());
          } else {
            state(component.amount, *std::move(amount), reading_.faults());
          }
        }
      }
    }
    order.components.push_back(std::move(component));
  }

  void state_strength(const Amount& numerator, const Amount& denominator, InfusionOrder& order) {
    if (order.strength) return;  // of a second drug; all are dropped in the end
    state(order.strength, numerator, reading_.faults());
    state(order.strength_volume, denominator, reading_.faults());
  }

  void read_item(const json::Value& ingredient, const std::string& place, Component& component) {
    const json::Value* code = ingredient.find("itemCodeableConcept");
    const json::Value* reference = ingredient.find("itemReference");
    if (code == nullptr && reference != nullptr) {
      const auto target =
          resolved(reading_, around_, *reference, place + ".itemReference", Severity::error);
      if (target && target->resource != nullptr) code = target->resource->find("code");
    }
    if (code != nullptr) reading_.product(*code, component.code, component.alternates);
  }

  FhirReading& reading_;
  const fhir::Surroundings& around_;
  std::string row_;
};

}  // namespace

EntityId read_order_number(const CodeBook& book, const FoundElement& found) {
  if (!found.value->is_string()) return order_number_of(book, *found.value);
  EntityId entity;
  entity.id = found.value->as_string();
  return entity;
}

PatientId patient_named(const CodeBook& book, const fhir::Surroundings& around,
                        const json::Value& reference) {
  const auto target = fhir::resolve(reference, "patient", around);
  if (!target) return {};
  Identity identity = identity_of(book, IdentifierKind::patient, *target);
  return {std::move(identity.id), std::move(identity.authority), "MR"};
}

void read_subject(FhirReading& reading, const fhir::Surroundings& around, InfusionOrder& order) {
  Patient& patient = order.patient;
  const auto found = reading.find(FhirMeaning::patient);
  if (found.empty()) reading.fault(FaultCode::patient_missing, "MedicationRequest.subject");
  for (const FoundElement& each : found) {
    const auto target = resolved(reading, around, *each.value, each.place, Severity::error);
    if (!target) continue;
    const Identity identity = identity_of(reading.book(), IdentifierKind::patient, *target);
    patient.patient_id = {identity.id, identity.authority, "MR"};
    if (identity.id.empty()) reading.fault(FaultCode::patient_id_missing, each.place);
    if (target->resource == nullptr) continue;
    patient.name = PatientName(name_of_person(*target->resource, false));
    for (const char c : target->resource->text_of("birthDate").value_or("")) {
      if (c != '-') patient.birth_date += c;
    }
    patient.sex = sex_of(target->resource->text_of("gender").value_or(""));
  }
}

void read_encounter(FhirReading& reading, const fhir::Surroundings& around, InfusionOrder& order) {
  Patient& patient = order.patient;
  for (const FoundElement& each : reading.find(FhirMeaning::encounter)) {
    const auto target = resolved(reading, around, *each.value, each.place, Severity::warning);
    if (!target) continue;
    patient.visit_number = identity_of(reading.book(), IdentifierKind::visit, *target).id;
    if (target->resource == nullptr) continue;
    if (const json::Value* kind = target->resource->find("class")) {
      patient.patient_class = class_of(kind->text_of("code").value_or(""));
    }
    const json::Value* places = target->resource->find("location");
    const json::Value* first = places == nullptr ? nullptr : places->at(0);
    const json::Value* location = first == nullptr ? nullptr : first->find("location");
    const json::Value* identifier = location == nullptr ? nullptr : location->find("identifier");
    if (identifier == nullptr) continue;
    // unit^room^bed^facility, as PV1-3 has it.
    const std::string text(identifier->text_of("value").value_or(""));
    std::size_t at = 0;
    for (std::string* part : {&patient.location.point_of_care, &patient.location.room,
                              &patient.location.bed, &patient.location.facility}) {
      if (at > text.size()) break;
      const std::size_t end = std::min(text.find('^', at), text.size());
      *part = text.substr(at, end - at);
      at = end + 1;
    }
  }
}

namespace {

Person person_of(FhirReading& reading, const fhir::Surroundings& around, const FoundElement& each) {
  Person person;
  const auto target = resolved(reading, around, *each.value, each.place, Severity::warning);
  if (!target) return person;
  person.id = identity_of(reading.book(), IdentifierKind::person, *target).id;
  if (target->resource == nullptr) return person;
  person.name = PatientName(name_of_person(*target->resource, true));
  return person;
}

}  // namespace

namespace {

// Whether `reference` (of an Encounter, of an Observation) is to the patient of the request. One
// that says nobody who could be told is; one that leads nowhere is not.
bool is_the_patients(FhirReading& reading, const fhir::Surroundings& around,
                     const json::Value& reference, const InfusionOrder& order) {
  const auto target = fhir::resolve(reference, "patient", around);
  if (!target) return false;
  const Identity named = identity_of(reading.book(), IdentifierKind::patient, *target);
  const PatientId& patient = order.patient.patient_id;
  if (!named.id.empty()) return named.id == patient.id && named.authority == patient.authority;
  for (const FoundElement& own : reading.find(FhirMeaning::patient)) {
    const auto subject = fhir::resolve(*own.value, own.place, around);
    if (subject && target->resource != subject->resource) return target->resource == nullptr;
  }
  return true;
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

bool says(const json::Value& resource, std::string_view key, bool wanted) {
  const json::Value* flag = resource.find(key);
  return flag != nullptr && flag->kind() == json::Kind::boolean && flag->as_boolean() == wanted;
}

}  // namespace

void refuse_ended_care(FhirReading& reading, const fhir::Surroundings& around,
                       const InfusionOrder& order) {
  for (const FoundElement& each : reading.find(FhirMeaning::patient)) {
    const auto target = fhir::resolve(*each.value, each.place, around);
    if (!target || target->resource == nullptr) continue;
    const json::Value& patient = *target->resource;
    if (says(patient, "deceasedBoolean", true) || patient.find("deceasedDateTime") != nullptr) {
      reading.fault(FaultCode::patient_not_the_orders, each.place, "no longer alive");
    } else if (says(patient, "active", false)) {
      reading.fault(FaultCode::patient_not_the_orders, each.place, "the record is not in use");
    }
  }
  for (const FoundElement& each : reading.find(FhirMeaning::encounter)) {
    const auto target = fhir::resolve(*each.value, each.place, around);
    if (!target || target->resource == nullptr) continue;
    const std::string place = place_of_resource(around, target->resource);
    const auto status = target->resource->text_of("status").value_or("");
    if (is_one_of(status, {"finished", "cancelled", "entered-in-error"})) {
      reading.fault(FaultCode::patient_not_the_orders, place + ".status", "the visit is over");
    }
    const json::Value* subject = target->resource->find("subject");
    if (subject != nullptr && !is_the_patients(reading, around, *subject, order)) {
      reading.fault(FaultCode::patient_not_the_orders, place + ".subject");
    }
  }
}

void read_requester(FhirReading& reading, const fhir::Surroundings& around, InfusionOrder& order) {
  for (const FoundElement& each : reading.find(FhirMeaning::ordering_provider)) {
    order.ordering_provider = person_of(reading, around, each);
  }
}

void read_verifier(FhirReading& reading, const fhir::Surroundings& around, InfusionOrder& order) {
  for (const FoundElement& each : reading.find(FhirMeaning::verified_by)) {
    order.verified_by = person_of(reading, around, each);
  }
}

void read_parent_order(FhirReading& reading, const fhir::Surroundings& around,
                       const FoundElement& found, InfusionOrder& order) {
  const auto target = resolved(reading, around, *found.value, found.place, Severity::error);
  if (!target) return;
  if (target->identifier != nullptr) {
    order.parent_order_number = order_number_of(reading.book(), *target->identifier);
  } else if (target->kind == fhir::ReferenceKind::local && target->type == "MedicationRequest") {
    order.parent_order_number.id = target->id;
  }
  if (order.parent_order_number.empty()) reading.fault(FaultCode::order_missing, found.place);
}

void read_observations(FhirReading& reading, const fhir::Surroundings& around,
                       InfusionOrder& order) {
  for (const FoundElement& each : reading.find(FhirMeaning::supporting_information)) {
    const auto target = resolved(reading, around, *each.value, each.place, Severity::warning);
    if (!target) continue;
    if (target->type == "AllergyIntolerance" && target->resource == nullptr) {
      reading.fault(FaultCode::allergy_not_checked, each.place, "it is not in the message",
                    Severity::warning);
    }
    if (target->resource == nullptr || target->type != "Observation") continue;
    const json::Value& observation = *target->resource;
    const auto status = observation.text_of("status").value_or("");
    constexpr std::array<std::string_view, 4> usable = {"final", "amended", "corrected",
                                                        "preliminary"};
    if (std::find(usable.begin(), usable.end(), status) == usable.end()) continue;
    const std::string place = place_of_resource(around, &observation);
    const json::Value* subject = observation.find("subject");
    if (subject != nullptr && !is_the_patients(reading, around, *subject, order)) {
      reading.fault(FaultCode::patient_not_the_orders, place + ".subject");
      continue;
    }
    read_observation(reading, FhirMeaning::weight, observation, place, order.weight);
    read_observation(reading, FhirMeaning::height, observation, place, order.height);
    read_observation(reading, FhirMeaning::surface, observation, place, order.surface);
  }
}

void read_medication(FhirReading& reading, const fhir::Surroundings& around, InfusionOrder& order) {
  const std::size_t before = reading.faults().size();
  for (const FoundElement& each : reading.find(FhirMeaning::medication)) {
    if (each.value->find("reference") == nullptr && each.value->find("identifier") == nullptr) {
      reading.product(*each.value, order.drug, order.drug_alternates);
      continue;
    }
    const auto target = resolved(reading, around, *each.value, each.place, Severity::error);
    if (!target) continue;
    if (target->resource == nullptr) {
      reading.fault(FaultCode::reference_unresolved, each.place);
      continue;
    }
    MedicationReader(reading, around, each.row->id).read(*target->resource, order);
  }
  // A medication that could not be resolved has its own fault.
  if (order.drug.empty() && reading.faults().size() == before) {
    reading.fault(FaultCode::drug_missing, "MedicationRequest.medication");
  }
}

}  // namespace bridge::translate
