// SPDX-License-Identifier: Apache-2.0
#include "translate/medication_administration.h"

#include <algorithm>
#include <array>

#include "base/assert.h"
#include "clinical/screen.h"
#include "translate/administration_text.h"

namespace bridge::translate {
namespace {

using json::Value;

constexpr std::string_view v2_0203 = "http://terminology.hl7.org/CodeSystem/v2-0203";
constexpr std::string_view ucum_system = "http://unitsofmeasure.org";

Value text(std::string_view value) { return Value::string(std::string(value)); }

std::string_view status_code(AdministrationStatus status) {
  constexpr std::array<std::string_view, 5> codes = {"in-progress", "on-hold", "completed",
                                                     "stopped", "not-done"};
  return codes[static_cast<std::size_t>(status)];
}

Value quantity(const Amount& amount) {
  Value result = Value::object();
  result.set("value", Value::number(amount.value.text()));
  result.set("unit", text(amount.unit.screen_text()));
  result.set("system", text(ucum_system));
  result.set("code", text(amount.unit.ucum()));
  return result;
}

Value identifier(std::string_view type, std::string_view system, std::string_view value) {
  Value result = Value::object();
  if (!type.empty()) {
    Value coding = Value::object();
    coding.set("system", text(v2_0203));
    coding.set("code", text(type));
    Value concept_value = Value::object();
    concept_value.set("coding", Value::array({std::move(coding)}));
    result.set("type", std::move(concept_value));
  }
  if (!system.empty()) result.set("system", text(system));
  result.set("value", text(value));
  return result;
}

Value reference(std::string_view type, Value by) {
  Value result = Value::object();
  result.set("type", text(type));
  result.set("identifier", std::move(by));
  return result;
}

Value coded(const Coding& code, const CodeBook& book) {
  Value result = Value::object();
  if (!code.code.empty()) {
    Value coding = Value::object();
    // A URI may have come from a FHIR order; a v2 name that no row knows is no URI and is left out.
    const std::string_view known = book.system_uri(code.system);
    const bool is_uri = code.system.find(':') != std::string::npos;
    if (!known.empty()) {
      coding.set("system", text(known));
    } else if (is_uri) {
      coding.set("system", text(code.system));
    }
    coding.set("code", text(code.code));
    if (!code.text.empty()) coding.set("display", text(code.text));
    result.set("coding", Value::array({std::move(coding)}));
  }
  if (!code.text.empty()) result.set("text", text(code.text));
  return result;
}

class ResourceWriter {
 public:
  ResourceWriter(const Administration& administration,
                 const std::vector<AdministrationRecord>& records, const CodeBook& book)
      : administration_(administration), records_(records), book_(book) {}

  Value write(const ResourceVersion& version) {
    Value result = Value::object();
    result.set("resourceType", text("MedicationAdministration"));
    result.set("id", text(administration_.administration_id));
    Value meta = Value::object();
    meta.set("versionId", text(version.version_id));
    meta.set("lastUpdated", text(version.last_updated.fhir()));
    result.set("meta", std::move(meta));
    result.set("identifier", Value::array({identifier("FILL", version.identifier_system,
                                                      administration_.administration_id)}));
    result.set("status", text(status_code(administration_.status)));
    result.set("medicationCodeableConcept", coded(administration_.drug, book_));
    result.set("subject", reference("Patient", patient()));
    // Of a bolus: the order out of whose infusion it is given.
    if (!administration_.parent_order_number.empty()) {
      result.set("supportingInformation",
                 Value::array({reference("MedicationRequest",
                                         entity("PLAC", administration_.parent_order_number))}));
    }
    set_effective(result);
    if (!administration_.performer.id.empty()) result.set("performer", performers());
    if (!administration_.placer_order_number.empty()) {
      result.set("request", reference("MedicationRequest",
                                      entity("PLAC", administration_.placer_order_number)));
    }
    if (!administration_.pump.empty()) {
      result.set("device", Value::array({reference("Device", entity({}, administration_.pump))}));
    }
    Value notes = note_lines();
    if (notes.item_count() != 0) result.set("note", std::move(notes));
    Value dosage = write_dosage();
    if (!dosage.members().empty()) result.set("dosage", std::move(dosage));
    return result;
  }

 private:
  std::string uri(IdentifierKind kind, std::string_view authority) const {
    if (const auto found = book_.identifier_uri(kind, authority)) return std::string(*found);
    return authority.find(':') == std::string_view::npos ? std::string() : std::string(authority);
  }

  std::string entity_system(const EntityId& id) const {
    std::string found = uri(IdentifierKind::order, id.authority());
    if (!found.empty()) return found;
    if (id.universal_id_type == "ISO") return "urn:oid:" + id.universal_id;
    return {};
  }

  static void set_assigner(Value& result, std::string_view authority) {
    if (authority.empty()) return;
    Value assigner = Value::object();
    assigner.set("display", text(authority));
    result.set("assigner", std::move(assigner));
  }

  // Without a URI the authority is told as the assigner's name, so that it is not lost.
  Value entity(std::string_view type, const EntityId& id) const {
    const std::string system = entity_system(id);
    Value result = identifier(type, system, id.id);
    if (system.empty()) set_assigner(result, id.authority());
    return result;
  }

  Value patient() const {
    const PatientId& id = administration_.patient.patient_id;
    const std::string system = uri(IdentifierKind::patient, id.authority);
    Value result = identifier(id.type, system, id.id);
    if (system.empty()) set_assigner(result, id.authority);
    return result;
  }

  void set_effective(Value& result) const {
    if (administration_.status == AdministrationStatus::not_done) {
      result.set("effectiveDateTime", text(administration_.start.fhir()));
      return;
    }
    Value period = Value::object();
    period.set("start", text(administration_.start.fhir()));
    if (administration_.end) period.set("end", text(administration_.end->fhir()));
    result.set("effectivePeriod", std::move(period));
  }

  Value performers() const {
    Value performer = Value::object();
    performer.set("actor",
                  reference("Practitioner", identifier({}, {}, administration_.performer.id)));
    return Value::array({std::move(performer)});
  }

  // KVO keeps a vein open and a dose interrupts: neither is the rate of the therapy.
  const DeliverySegment* last_therapy() const {
    const auto found =
        std::find_if(administration_.segments.rbegin(), administration_.segments.rend(),
                     [](const DeliverySegment& segment) { return !segment.kvo && !segment.bolus; });
    return found == administration_.segments.rend() ? nullptr : &*found;
  }

  bool one_rate_throughout() const {
    const DeliverySegment* const last = last_therapy();
    return last != nullptr &&
           std::all_of(administration_.segments.begin(), administration_.segments.end(),
                       [last](const DeliverySegment& segment) {
                         if (segment.kvo || segment.bolus) return true;
                         if (segment.rate.has_value() != last->rate.has_value()) return false;
                         return !segment.rate || segment.rate->exact() == last->rate->exact();
                       });
  }

  const Amount* rate() const {
    const bool runs = administration_.status == AdministrationStatus::in_progress;
    if (!runs && !one_rate_throughout()) return nullptr;
    const DeliverySegment* const segment = last_therapy();
    if (segment == nullptr) return nullptr;
    if (segment->rate) return &segment->rate->amount();
    return segment->dose_rate ? &segment->dose_rate->amount() : nullptr;
  }

  Value write_dosage() const {
    Value dosage = Value::object();
    if (administration_.status == AdministrationStatus::not_done) return dosage;
    const Amount* const current = rate();
    if (current == nullptr && !administration_.volume_total) return dosage;
    const bool of_bolus = !administration_.parent_order_number.empty();
    if (of_bolus && administration_.volume_total) {
      std::string amount = dose_text(administration_, *administration_.volume_total);
      if (!amount.empty()) dosage.set("text", Value::string(std::move(amount)));
    }
    if (!administration_.route_code.empty()) {
      dosage.set("route", coded(administration_.route_code, book_));
    }
    if (administration_.volume_total) {
      dosage.set("dose", quantity(administration_.volume_total->amount()));
    }
    if (current != nullptr) dosage.set("rateQuantity", quantity(*current));
    return dosage;
  }

  Value note_lines() const {
    Value notes = Value::array();
    const auto add = [&notes](std::string line) {
      Value note = Value::object();
      note.set("text", Value::string(std::move(line)));
      notes.push(std::move(note));
    };
    if (administration_.strength && administration_.strength_volume) {
      add("Concentration " + screen_text(administration_.strength->amount()) + " in " +
          screen_text(administration_.strength_volume->amount()));
    }
    const bool runs = administration_.status == AdministrationStatus::in_progress;
    const DeliverySegment* const therapy = last_therapy();
    if (runs && therapy != nullptr && therapy->dose_rate) {
      add("Pump dose rate " + screen_text(therapy->dose_rate->amount()));
    }
    for (const AdministrationRecord& record : records_) {
      const bool aside = record.kind == RecordKind::bolus ||
                         record.kind == RecordKind::patient_dose ||
                         record.kind == RecordKind::keep_open;
      if (aside && !record.late && administration_.parent_order_number.empty()) {
        add(record.at.fhir() + ' ' + record_text(administration_, record));
      } else if (record.late) {
        add(std::string(late_text) + ": " + record.at.fhir() + ' ' +
            record_text(administration_, record));
      }
    }
    for (const std::string& difference : administration_.differences) add(difference);
    return notes;
  }

  const Administration& administration_;
  const std::vector<AdministrationRecord>& records_;
  const CodeBook& book_;
};

}  // namespace

json::Value write_medication_administration(const Administration& administration,
                                            const std::vector<AdministrationRecord>& records,
                                            const ResourceVersion& version, const CodeBook& book) {
  return ResourceWriter(administration, records, book).write(version);
}

}  // namespace bridge::translate
