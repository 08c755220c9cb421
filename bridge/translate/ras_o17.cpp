// SPDX-License-Identifier: Apache-2.0
#include "translate/ras_o17.h"

#include <array>

#include "base/assert.h"
#include "translate/administration_text.h"
#include "translate/patient_segments.h"
#include "translate/pump_fields.h"

namespace bridge::translate {
namespace {

constexpr std::string_view dose_rate_number = "157924";
constexpr std::string_view volume_total_number = "157993";
// RXA-6 is required: so much is said when the amount is not (HL7 v2 4A, RXA-6).
constexpr std::string_view not_known = "999";

bool runs_after(RecordKind kind) {
  return kind == RecordKind::new_bag || kind == RecordKind::rate_change ||
         kind == RecordKind::restart || kind == RecordKind::bolus_start;
}

// RXA-20, HL7 table 0322: CP complete, PA given in part, NA not given; empty while it runs, since
// receivers map CP and PA to "completed" (ihe-pcd 6.2): also for a dose out of what runs.
std::string_view completion(RecordKind kind, bool of_bolus) {
  switch (kind) {
    case RecordKind::complete:
    case RecordKind::keep_open:
      return "CP";
    case RecordKind::bolus:
      return of_bolus ? "CP" : "";
    case RecordKind::stopped:
      return "PA";
    case RecordKind::not_given:
      return "NA";
    case RecordKind::new_bag:
    case RecordKind::rate_change:
    case RecordKind::pause:
    case RecordKind::restart:
    case RecordKind::bolus_start:
    case RecordKind::patient_dose:
      return {};
  }
  BRIDGE_ASSERT(false);
}

std::string_view action_code(RecordAction action) {
  constexpr std::array<std::string_view, 3> codes = {"A", "U", "D"};
  return codes[static_cast<std::size_t>(action)];
}

// RXA-12 of "mL/h" is H1; RXA-7 takes simple units only (V2 4.4.10.7).
struct Rate {
  std::string_view unit;
  std::string_view per;
};
Rate rate_parts(std::string_view ucum) {
  const auto slash = ucum.find('/');
  const std::string_view time = ucum.substr(slash + 1);
  return {ucum.substr(0, slash), time == "min" ? "M1" : time == "d" ? "D1" : "H1"};
}

class RecordWriter {
 public:
  RecordWriter(const Administration& administration, const AdministrationRecord& record,
               const EhrProfile& profile, const CodeBook& book)
      : administration_(administration), record_(record), profile_(profile), book_(book) {}

  std::string write(RecordAction action, std::string_view control_id, Instant now) {
    write_msh(out_, profile_.envelope, {"RAS", "O17", "RAS_O17", "AL", "NE", {}, {}}, control_id,
              now);
    write_patient(out_, administration_.patient);
    out_.segment("ORC").set(1, "RE");
    write_entity(out_, 2, administration_.placer_order_number);
    out_.set(3, {administration_.administration_id, profile_.filler_namespace});
    if (const EntityId& parent = administration_.parent_order_number; !parent.empty()) {
      out_.set(8, 1, 1, parent.id).set(8, 1, 2, parent.namespace_id);
      out_.set(8, 1, 3, parent.universal_id).set(8, 1, 4, parent.universal_id_type);
    }
    out_.set(9, record_.at.hl7());
    write_rxa(action, now);
    write_rxr();
    if (profile_.observations) write_observations();
    return out_.take();
  }

 private:
  void write_rxa(RecordAction action, Instant now) {
    out_.segment("RXA").set(1, "0").set(2, std::to_string(record_.sub_id));
    // For a change of rate both times are the change (V2 4.4.10.3); an amount has its stretch.
    out_.set(3, record_.from.value_or(record_.at).hl7()).set(4, record_.at.hl7());
    write_coding(out_, 5, administration_.drug, book_);
    const std::string_view per = write_given();
    write_notes();
    write_person(out_, 10, administration_.performer);
    out_.set(12, per);
    write_strength(13, 14, administration_.strength);
    const bool of_bolus = !administration_.parent_order_number.empty();
    out_.set(20, completion(record_.kind, of_bolus)).set(21, action_code(action));
    out_.set(22, Instant::from_unix_ms(now.unix_ms(), profile_.envelope.offset_minutes).hl7());
    write_strength(23, 24, administration_.strength_volume);
  }

  // RXA-6 and RXA-7; returns RXA-12.
  std::string_view write_given() {
    if (record_.kind == RecordKind::not_given) {
      out_.set(6, "0");
      return {};
    }
    if (runs_after(record_.kind) && record_.rate) {
      const Rate rate = rate_parts(record_.rate->unit().ucum());
      out_.set(6, record_.rate->value().text()).set(7, {rate.unit, rate.unit, "UCUM"});
      return rate.per;
    }
    if (!runs_after(record_.kind) && record_.volume) {
      const std::string_view unit = record_.volume->unit().ucum();
      out_.set(6, record_.volume->value().text()).set(7, {unit, unit, "UCUM"});
      return {};
    }
    out_.set(6, not_known);
    return {};
  }

  void write_notes() {
    out_.repeat(9, {"", record_text(administration_, record_)});
    if (record_.late) out_.repeat(9, {"", late_text});
    for (const std::string& difference : administration_.differences) {
      out_.repeat(9, {"", difference});
    }
  }

  template <QuantityKind kind>
  void write_strength(std::size_t field, std::size_t unit_field,
                      const std::optional<Quantity<kind>>& strength) {
    if (!strength) return;
    const std::string_view unit = strength->unit().ucum();
    out_.set(field, strength->value().text()).set(unit_field, {unit, unit, "UCUM"});
  }

  void write_rxr() {
    out_.segment("RXR");
    write_coding(out_, 1, administration_.route_code, book_);
    write_coding(out_, 3, administration_.device, book_);
  }

  void write_observations() {
    std::size_t set_id = 0;
    const auto line = [&](std::string_view number, std::string_view refid, const Amount& amount) {
      const std::string containment = "1.1.2." + std::to_string(++set_id);
      write_number(out_, {set_id, number, refid, containment, "R"}, amount, profile_.unit_form,
                   book_);
      out_.set(14, record_.at.hl7());
      write_entity(out_, 18, administration_.pump);
    };
    if (record_.dose_rate) {
      line(dose_rate_number, "MDC_RATE_DOSE", record_.dose_rate->amount());
    }
    if (record_.volume_total) {
      line(volume_total_number, "MDC_VOL_FLUID_DELIV_TOTAL", record_.volume_total->amount());
    }
  }

  const Administration& administration_;
  const AdministrationRecord& record_;
  const EhrProfile& profile_;
  const CodeBook& book_;
  hl7::MessageWriter out_;
};

// The UCUM triplet of a unit, wherever it stands; else the first text.
std::string unit_text(const hl7::Field& field, Faults& faults) {
  if (read_text(field.component(6), faults) == "UCUM") return read_text(field.component(4), faults);
  return read_text(field.component(1), faults);
}

}  // namespace

std::string write_ras_o17(const Administration& administration, const AdministrationRecord& record,
                          RecordAction action, const EhrProfile& profile, const CodeBook& book,
                          std::string_view control_id, Instant now) {
  return RecordWriter(administration, record, profile, book).write(action, control_id, now);
}

ChartRead read_ras_o17(const hl7::Message& message, const CodeBook& book) {
  ChartRead read;
  ChartEntry& entry = read.entry;
  Faults& faults = read.faults;
  entry.control_id = read_text(message.find("MSH").field(10), faults);
  entry.patient_id = read_patient(message, book, faults).patient_id;
  const hl7::Segment orc = message.find("ORC");
  entry.placer_order_number = read_entity(orc.field(2).repetition(1), faults);
  entry.administration_id = read_entity(orc.field(3).repetition(1), faults);
  const hl7::Segment rxa = message.find("RXA");
  for (const auto& [exists, place] :
       {std::pair(orc.exists(), "ORC"), std::pair(rxa.exists(), "RXA")}) {
    if (!exists) faults.push_back({FaultCode::segment_missing, place, {}});
  }
  entry.sub_id = read_text(rxa.field(2), faults);
  entry.start = read_text(rxa.field(3), faults);
  entry.end = read_text(rxa.field(4), faults);
  entry.drug = read_coding(rxa.field(5).repetition(1), faults);
  entry.amount = read_text(rxa.field(6), faults);
  entry.unit = read_text(rxa.field(7).component(1), faults);
  for (const hl7::Repetition& note : rxa.field(9).repetitions()) {
    entry.notes.push_back(read_text(note.component(2), faults));
  }
  entry.performer = read_person(rxa.field(10), faults);
  entry.per = read_text(rxa.field(12), faults);
  entry.completion = read_text(rxa.field(20), faults);
  entry.action = read_text(rxa.field(21), faults);
  for (hl7::Segment obx = message.find("OBX"); obx.exists();
       obx = message.find("OBX", obx.index() + 1)) {
    const std::string number = read_text(obx.field(3).component(1), faults);
    const std::string value =
        read_text(obx.field(5), faults) + ' ' + unit_text(obx.field(6), faults);
    if (number == dose_rate_number) entry.dose_rate = value;
    if (number == volume_total_number) entry.volume_total = value;
    if (entry.pump.empty()) entry.pump = read_pump_id(obx.field(18), faults);
  }
  return read;
}

}  // namespace bridge::translate
