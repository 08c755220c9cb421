// SPDX-License-Identifier: Apache-2.0
// Reading PCD-03, IHE PCD TF-2 3.3.4.4, with the tolerance of ihe-pcd section 10. What would change
// the program and is not read here (bolus, multistep, PCA, several ingredients, notes) is a fault,
// never passed over.
#include <algorithm>
#include <array>

#include "hl7/path.h"
#include "translate/patient_segments.h"
#include "translate/pump_fields.h"
#include "translate/rgv_o15.h"

namespace bridge::translate {
namespace {

// TF-2 B.1 and the other number that the NIST tool takes.
constexpr std::array<std::string_view, 2> order_oids = {"1.3.6.1.4.1.19376.1.6.1.3.1",
                                                        "1.3.6.1.4.1.19376.1.6.4.3"};
constexpr std::string_view pump_number = "69986";

class RequestReader {
 public:
  RequestReader(const hl7::Message& message, const CodeBook& book, std::int16_t offset)
      : message_(message), book_(book), offset_(offset) {}

  RequestRead read() {
    read_profile();
    read_patient();
    read_orc();
    refuse_what_is_not_read();
    read_rxg();
    read_tq1();
    read_rxr();
    read_obx();
    check_volume();
    order().placer_order_number = read_.request.association.placer_order_number;
    return std::move(read_);
  }

 private:
  InfusionOrder& order() { return read_.request.as_scanned; }
  Faults& faults() { return read_.faults; }
  void fault(FaultCode code, std::string place) {
    faults().push_back({code, std::move(place), {}});
  }
  bool is_new_bag() const { return read_.request.kind == ProgramKind::new_bag; }

  // B28. Only EI-3 counts (TF-2 B.1), and the examples of the framework have none.
  void read_profile() {
    const hl7::Field field = message_.find("MSH").field(21);
    bool named = false;
    for (const hl7::Repetition& repetition : field.repetitions()) {
      const std::string oid = read_text(repetition.component(3), faults());
      if (oid.empty()) continue;
      named = true;
      if (std::find(order_oids.begin(), order_oids.end(), oid) != order_oids.end()) return;
    }
    if (named) fault(FaultCode::profile_unknown, field.place());
  }

  void read_patient() {
    const std::size_t before = faults().size();
    order().patient = read_pump_patient(message_, book_, faults());
    read_.request.association.patient_id = order().patient.patient_id;
    if (order().patient.patient_id.empty() && faults().size() == before) {
      fault(FaultCode::patient_id_missing, message_.find("PID").field(3).place());
    }
  }

  void read_orc() {
    const hl7::Segment orc = message_.find("ORC");
    if (!orc.exists()) return fault(FaultCode::segment_missing, "ORC");
    Association& association = read_.request.association;
    const std::string control = read_text(orc.field(1), faults());
    if (control == "XO") {
      read_.request.kind = ProgramKind::rate_change;
    } else if (control == "CH") {
      fault(FaultCode::mode_not_supported, orc.field(1).place());  // a bolus, B76
    } else if (control.empty()) {
      fault(FaultCode::field_missing, orc.field(1).place());
    } else if (control != "RE") {
      fault(FaultCode::order_control_unsupported, orc.field(1).place());
    }
    association.placer_order_number = read_entity(orc.field(2).repetition(1), faults());
    if (association.placer_order_number.empty()) {
      fault(FaultCode::order_missing, orc.field(2).place());
    }
    if (!orc.field(9).valued()) {
      fault(FaultCode::field_missing, orc.field(9).place());
    } else if (const auto at = read_instant(orc.field(9), offset_, faults())) {
      association.at = *at;
    }
    association.by = read_person(orc.field(19), faults());
    if (association.by.id.empty()) fault(FaultCode::field_missing, orc.field(19).place());
  }

  // Usage X of TF-2 table 3.3.4.2-1 that would say something about the infusion, a second order,
  // and the steps of a multistep program.
  void refuse_what_is_not_read() {
    bool order_seen = false;
    bool give_seen = false;
    for (std::size_t i = 0; i < message_.segment_count(); ++i) {
      const hl7::Segment segment = message_.segment(i);
      const std::string_view name = segment.name();
      if (name == "ORC" && std::exchange(order_seen, true)) {
        fault(FaultCode::mode_not_supported, segment.place());
      } else if (name == "RXG" && std::exchange(give_seen, true)) {
        fault(FaultCode::mode_not_supported, segment.place());
      } else if (name == "RXC" || name == "RXE" || name == "RXO" || name == "NTE" ||
                 name == "TQ2") {
        fault(FaultCode::field_not_understood, segment.place());
      }
    }
  }

  std::optional<Amount> amount(const hl7::Segment& segment, std::size_t number, std::size_t unit,
                               std::string_view row) {
    if (segment.field(number).repetition_count() > 1) {
      fault(FaultCode::field_repeats, segment.field(number).place());
      return std::nullopt;
    }
    return read_amount(segment.field(number), segment.field(unit), row, book_, faults());
  }

  void read_rxg() {
    const hl7::Segment rxg = message_.find("RXG");
    if (!rxg.exists()) return fault(FaultCode::segment_missing, "RXG");
    order().drug = read_coding(rxg.field(4).repetition(1), faults());
    if (order().drug.empty()) fault(FaultCode::drug_missing, rxg.field(4).place());
    order().volume =
        as_quantity<QuantityKind::volume>(amount(rxg, 5, 7, "rgv.give_amount"), faults());
    // TF-2 3.3.4.4.5: a change of rate has no volume; one that has is two requests in one.
    if (!is_new_bag() && rxg.field(5).valued()) {
      fault(FaultCode::field_not_understood, rxg.field(5).place());
    }
    read_rate(rxg);
    order().strength =
        as_quantity<QuantityKind::dose>(amount(rxg, 17, 18, "rgv.give_strength"), faults());
    order().strength_volume = as_quantity<QuantityKind::volume>(
        amount(rxg, 23, 24, "rgv.drug_strength_volume"), faults());
  }

  // RXG-16 tells a rate, a dose rate and a dose apart (TF-2 3.3.4.4.6).
  void read_rate(const hl7::Segment& rxg) {
    auto given = amount(rxg, 15, 16, "rgv.give_rate");
    if (!given) return;
    if (is_of_kind(QuantityKind::flow_rate, given->unit)) {
      order().rate = as_quantity<QuantityKind::flow_rate>(std::move(given), faults());
    } else if (is_of_kind(QuantityKind::dose_rate, given->unit)) {
      order().dose_rate = as_quantity<QuantityKind::dose_rate>(std::move(given), faults());
    } else if (is_of_kind(QuantityKind::dose, given->unit) && is_new_bag()) {
      order().dose = as_quantity<QuantityKind::dose>(std::move(given), faults());
      if (!message_.find("TQ1").exists()) fault(FaultCode::segment_missing, "TQ1");
    } else {
      fault(FaultCode::unit_wrong_kind, rxg.field(16).place());
    }
  }

  // TQ1-13 repeats: 2 h and 45 min are one duration.
  void read_tq1() {
    const hl7::Segment tq1 = message_.find("TQ1");
    if (!tq1.exists()) return;
    const hl7::Field field = tq1.field(13);
    std::vector<Amount> parts;
    for (const hl7::Repetition& repetition : field.repetitions()) {
      if (!repetition.valued()) continue;
      std::string text = read_text(repetition.component(1).subcomponent(1), faults());
      const auto value = Decimal::parse(text);
      if (!value) {
        fault(value.fault().code, repetition.place());
        return;
      }
      const auto unit = read_unit(repetition.component(2), book_, faults());
      if (!unit) return;
      parts.push_back({*value, *unit, std::move(text), {field.place(), "rgv.duration"}});
    }
    if (parts.empty()) return;
    if (parts.size() == 1) {
      order().duration = as_quantity<QuantityKind::duration>(std::move(parts.front()), faults());
      return;
    }
    add_durations(parts, field.place());
  }

  void add_durations(const std::vector<Amount>& parts, const std::string& place) {
    Rational minutes;
    for (const Amount& part : parts) {
      const auto checked = as_quantity<QuantityKind::duration>(part, faults());
      if (!checked) return;
      minutes = minutes + checked->exact().in(*Unit::from_ucum("min"));
    }
    // 20 seconds are a third of a minute: then in seconds, which always come out whole or decimal.
    Unit unit = *Unit::from_ucum("min");
    if (!minutes.is_decimal()) {
      unit = *Unit::from_ucum("s");
      minutes = minutes * Rational(60);
    }
    const auto value = minutes.decimal();
    if (!value) return fault(value.fault().code, place);
    order().duration = as_quantity<QuantityKind::duration>(
        Amount{*value, unit, {}, {place, "rgv.duration"}}, faults());
  }

  void read_rxr() {
    const hl7::Segment rxr = message_.find("RXR");
    if (!rxr.exists()) return;
    order().route_code = read_route_coding(rxr.field(1).repetition(1), faults());
    order().device = read_route_coding(rxr.field(3).repetition(1), faults());
    order().method = read_route_coding(rxr.field(4).repetition(1), faults());
    if (order().route_code.empty()) return;
    order().route = book_.route(order().route_code);
    order().route_from = {rxr.field(1).place(), "rgv.route"};
    if (!order().route) fault(FaultCode::route_unknown, rxr.field(1).place());
  }

  void read_obx() {
    for (hl7::Segment obx = message_.find("OBX"); obx.exists();
         obx = message_.find("OBX", obx.index() + 1)) {
      read_observation(obx);
    }
    if (read_.request.association.pump.empty() && !pump_fault_) {
      fault(FaultCode::pump_missing, pump_place_);
    }
  }

  void read_observation(const hl7::Segment& obx) {
    const std::string number = read_text(obx.field(3).component(1), faults());
    const auto value = [&](std::string_view row) { return amount(obx, 5, 6, row); };
    if (number == pump_number) {
      read_pump(obx);
    } else if (number == "68063") {
      order().weight = as_quantity<QuantityKind::body_weight>(value("rgv.weight"), faults());
    } else if (number == "68060") {
      order().height = as_quantity<QuantityKind::body_height>(value("rgv.height"), faults());
    } else if (number == "188744") {
      order().surface = as_quantity<QuantityKind::body_surface>(value("rgv.surface"), faults());
    } else {
      // A parameter of a PCA, bolus or multistep program (TF-2 3.3.4.4.9).
      fault(FaultCode::field_not_understood, obx.field(3).place());
    }
  }

  void read_pump(const hl7::Segment& obx) {
    pump_place_ = obx.field(18).place();
    if (!read_.request.association.pump.empty()) {
      fault(FaultCode::field_repeats, obx.place());  // exactly one pump (TF-2 3.3.4.4.9)
      return;
    }
    const std::size_t before = faults().size();
    read_.request.association.pump = read_pump_id(obx.field(18), faults());
    pump_fault_ = faults().size() != before;
  }

  // B77. TF-2: RXG-5 is required in a new bag unless TQ1 gives the time of a dose, and optional for
  // a syringe and a PCA.
  void check_volume() {
    const std::string& device = order().device.code;
    if (!is_new_bag() || order().duration || device == "SYR" || device == "PCA") return;
    const hl7::Segment rxg = message_.find("RXG");
    if (rxg.exists() && !rxg.field(5).valued()) {
      fault(FaultCode::volume_missing, rxg.field(5).place());
    }
  }

  const hl7::Message& message_;
  const CodeBook& book_;
  std::int16_t offset_;
  RequestRead read_;
  std::string pump_place_ = "OBX[3.1=69986]-18";
  bool pump_fault_ = false;
};

}  // namespace

RequestRead read_rgv_o15(const hl7::Message& message, const CodeBook& book,
                         std::int16_t default_offset_minutes) {
  return RequestReader(message, book, default_offset_minutes).read();
}

}  // namespace bridge::translate
