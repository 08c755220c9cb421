// SPDX-License-Identifier: Apache-2.0
// Reading PCD-03, IHE PCD TF-2 3.3.4.4, with the tolerance of ihe-pcd section 10. What would change
// the program and is not read here (several ingredients, notes) is a fault, never passed over.
// ORC-11, "verified by", is the second person of an independent double check.
#include <algorithm>
#include <array>

#include "hl7/path.h"
#include "translate/patient_segments.h"
#include "translate/product_expiry.h"
#include "translate/pump_fields.h"
#include "translate/rgv_give.h"
#include "translate/rgv_o15.h"
#include "translate/stated.h"
#include "translate/therapy_terms.h"
#include "translate/way_of_giving.h"

namespace bridge::translate {
namespace {

// TF-2 B.1 and the other number that the NIST tool takes.
constexpr std::array<std::string_view, 2> order_oids = {"1.3.6.1.4.1.19376.1.6.1.3.1",
                                                        "1.3.6.1.4.1.19376.1.6.4.3"};
constexpr std::string_view pump_number = "69986";

class RequestReader {
 public:
  RequestReader(const hl7::Message& message, const CodeBook& book, const MessageClock& clock)
      : message_(message), book_(book), clock_(clock) {}

  RequestRead read() {
    read_profile();
    read_patient();
    read_orc();
    refuse_what_is_not_read();
    groups_ = give_groups(message_, faults());
    read_groups();
    read_rxr();
    read_obx();
    check_bolus();
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
  bool is_bolus() const { return read_.request.kind == ProgramKind::bolus; }

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
    refuse_ended_care(message_, clock_, faults());
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
      read_.request.kind = ProgramKind::bolus;
      read_parent(orc);
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
    } else if (const auto at = read_instant(orc.field(9), clock_, TimeUse::asked, faults())) {
      association.at = *at;
    }
    association.by = read_person(orc.field(19), faults());
    if (association.by.id.empty()) fault(FaultCode::field_missing, orc.field(19).place());
    read_.request.witness = read_person(orc.field(11), faults());
  }

  // EIP: the placer's number of the running order, in subcomponents.
  void read_parent(const hl7::Segment& orc) {
    const hl7::Component placer = orc.field(8).component(1);
    order().parent_order_number = {
        read_text(placer.subcomponent(1), faults()), read_text(placer.subcomponent(2), faults()),
        read_text(placer.subcomponent(3), faults()), read_text(placer.subcomponent(4), faults())};
    order().control = OrderControl::child;
    if (order().parent_order_number.empty()) {
      fault(FaultCode::order_missing, orc.field(8).place());
    }
  }

  // Usage X of TF-2 table 3.3.4.2-1 that would say something about the infusion, and a second
  // order.
  void refuse_what_is_not_read() {
    bool order_seen = false;
    for (std::size_t i = 0; i < message_.segment_count(); ++i) {
      const hl7::Segment segment = message_.segment(i);
      const std::string_view name = segment.name();
      if (name == "ORC" && std::exchange(order_seen, true)) {
        fault(FaultCode::mode_not_supported, segment.place());
      } else if (name == "RXC" || name == "RXE" || name == "RXO" || name == "NTE" ||
                 name == "TQ2" || name == "RXV") {
        fault(FaultCode::field_not_understood, segment.place());
      }
    }
  }

  void read_groups() {
    if (groups_.empty()) return fault(FaultCode::segment_missing, "RXG");
    const bool typed = std::any_of(
        groups_.front().obx.begin(), groups_.front().obx.end(), [](const hl7::Segment& obx) {
          return names(obx, terms::step_type) || names(obx, terms::step_count);
        });
    GiveValues values;
    if (groups_.size() > 1 || typed) {
      // A bolus and a change of rate are of what runs, and have no steps.
      if (!is_new_bag()) fault(FaultCode::mode_not_supported, groups_.back().rxg.place());
      order().steps = read_give_steps(groups_, book_, values, faults());
      order().volume = values.total;
    } else {
      values = read_give(groups_.front(), {!is_rate_change(), is_new_bag(), is_bolus()}, book_,
                         faults());
      take(values);
    }
    for (const GiveGroup& group : groups_) read_expiry_of(group.rxg);
    order().drug = values.drug;
    order().drug_alternates = values.drug_alternates;
    order().strength = values.strength;
    order().strength_volume = values.strength_volume;
  }

  // RXG-20 repeats when the bag was made of several lots: the first to expire counts. What cannot
  // be read is an error, since it may be over.
  void read_expiry_of(const hl7::Segment& rxg) {
    for (const hl7::Repetition& repetition : rxg.field(20).repetitions()) {
      if (!repetition.valued()) continue;
      const auto expires = read_expiry(read_text(repetition.component(1), faults()), clock_);
      std::optional<Instant>& first = read_.request.product_expires;
      if (!expires) {
        fault(expires.fault().code, repetition.place());
      } else if (!first || *expires < *first) {
        first = *expires;
      }
    }
  }

  bool is_rate_change() const { return read_.request.kind == ProgramKind::rate_change; }

  void take(const GiveValues& values) {
    const hl7::Segment& rxg = groups_.front().rxg;
    order().rate = values.rate;
    order().dose_rate = values.dose_rate;
    order().dose = values.dose;
    order().volume = values.volume;
    order().duration = values.duration;
    // TF-2 3.3.4.4.5: a change of rate has no volume; one that has is two requests in one.
    if (is_rate_change() && rxg.field(5).valued()) {
      fault(FaultCode::field_not_understood, rxg.field(5).place());
    }
    if (rxg.field(32).valued()) fault(FaultCode::steps_malformed, rxg.field(32).place());
  }

  void read_rxr() {
    const hl7::Segment rxr = message_.find("RXR");
    if (!rxr.exists()) return;
    order().route_code = read_route_coding(rxr.field(1).repetition(1), faults());
    order().device = read_route_coding(rxr.field(3).repetition(1), faults());
    order().method = read_route_coding(rxr.field(4).repetition(1), faults());
    check_way(book_, WayOfGiving::device, order().device, rxr.field(3).place(), faults());
    check_way(book_, WayOfGiving::method, order().method, rxr.field(4).place(), faults());
    if (order().route_code.empty()) return;
    const std::string place = rxr.field(1).place();
    order().route_from = {place, "rgv.route"};
    const auto part = [&](std::size_t number) {
      return read_text(rxr.field(1).component(number), faults());
    };
    const std::vector<Coding> said = {order().route_code,
                                      {part(4), part(5), std::string(book_.system_name(part(6)))},
                                      {{}, part(9), {}}};
    order().route = agreed_route(book_, said, place, faults());
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
    const auto value = [&](std::string_view row) {
      return amount_at(obx, 5, 6, row, book_, faults());
    };
    if (number == pump_number) {
      read_pump(obx);
    } else if (number == "68063") {
      const std::size_t before = faults().size();
      order().weight = as_quantity<QuantityKind::body_weight>(value("rgv.weight"), faults());
      name_weight_unit(faults(), before);
    } else if (number == "68060") {
      order().height = as_quantity<QuantityKind::body_height>(value("rgv.height"), faults());
    } else if (number == "188744") {
      order().surface = as_quantity<QuantityKind::body_surface>(value("rgv.surface"), faults());
    } else if (!read_parameter(obx) && !read_pca(obx)) {
      fault(FaultCode::field_not_understood, obx.field(3).place());
    }
  }

  template <QuantityKind kind>
  bool parameter(const hl7::Segment& obx, const TherapyTerm& term, std::string_view row,
                 std::optional<Quantity<kind>>& slot) {
    if (!names(obx, term)) return false;
    auto amount = amount_at(obx, 5, 6, row, book_, faults());
    if (amount) {
      state(slot, *std::move(amount), faults());
    } else if (!obx.field(5).valued()) {
      fault(FaultCode::field_missing, obx.field(5).place());
    }
    return true;
  }

  // Of loading dose, bolus and steps (TF-2 3.3.4.4.9); those of the steps are read with them.
  bool read_parameter(const hl7::Segment& obx) {
    const bool stepped = !order().steps.empty();
    if (names(obx, terms::step_type) || names(obx, terms::step_start) ||
        names(obx, terms::step_count)) {
      return stepped;
    }
    if (names(obx, terms::order_type)) {
      read_order_type(obx);
      return true;
    }
    if (is_bolus()) {
      return parameter(obx, terms::flow, "rgv.bolus_rate", order().rate) ||
             parameter(obx, terms::bolus_dose, "rgv.bolus_dose", order().dose);
    }
    return is_new_bag() && !stepped &&
           parameter(obx, terms::loading_dose, "rgv.loading_dose", order().loading_dose);
  }

  void read_order_type(const hl7::Segment& obx) {
    const std::string token = read_token(obx, faults());
    const bool known = token == terms::clinician_dose || token == "continuous" ||
                       token == token_of(StepType::loading_dose);
    if (!known) {
      fault(FaultCode::code_not_in_table, obx.field(5).place());
    } else if (token != (is_bolus() ? terms::clinician_dose : "continuous")) {
      fault(FaultCode::dosages_conflict, obx.field(5).place());
    }
  }

  bool read_pca(const hl7::Segment& obx) {
    if (!is_new_bag() || !order().steps.empty()) return false;
    PcaSettings pca = order().pca.value_or(PcaSettings{});
    bool known = parameter(obx, terms::demand_dose, "rgv.demand_dose", pca.demand_dose) ||
                 parameter(obx, terms::lockout, "rgv.lockout", pca.lockout) ||
                 parameter(obx, terms::dose_limit, "rgv.dose_limit", pca.dose_limit) ||
                 parameter(obx, terms::volume_limit, "rgv.volume_limit", pca.volume_limit) ||
                 parameter(obx, terms::limit_window, "rgv.limit_window", pca.limit_window);
    if (!known && names(obx, terms::max_doses)) {
      known = true;
      const std::string place = obx.field(5).place();
      const auto count =
          read_count(read_text(obx.field(5), faults()), {place, "rgv.max_doses"}, faults());
      if (is_per_hour(obx, faults())) pca.max_doses_per_hour = count;
    }
    if (pca != PcaSettings{}) order().pca = pca;
    return known;
  }

  // TF-2 3.3.4.4.10.2: a bolus is an amount, or a rate for a time.
  void check_bolus() {
    if (order().pca) check_window(*order().pca, faults());
    if (!is_bolus() || groups_.empty() || order().dose || order().volume) return;
    const hl7::Segment& rxg = groups_.front().rxg;
    if (!rxg.field(15).valued()) {
      fault(FaultCode::field_missing, rxg.field(15).place());
    } else if (order().rate && !order().duration) {
      fault(FaultCode::segment_missing, "TQ1");
    } else if (order().dose_rate) {
      fault(FaultCode::unit_wrong_kind, rxg.field(16).place());
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
  // a syringe and a PCA. Steps are checked one by one.
  void check_volume() {
    const std::string& device = order().device.code;
    if (!is_new_bag() || !order().steps.empty() || order().duration || device == "SYR" ||
        device == "PCA")
      return;
    if (groups_.empty()) return;
    const hl7::Segment& rxg = groups_.front().rxg;
    if (!rxg.field(5).valued()) {
      fault(FaultCode::volume_missing, rxg.field(5).place());
    }
  }

  const hl7::Message& message_;
  const CodeBook& book_;
  const MessageClock& clock_;
  RequestRead read_;
  std::vector<GiveGroup> groups_;
  std::string pump_place_ = "OBX[3.1=69986]-18";
  bool pump_fault_ = false;
};

}  // namespace

RequestRead read_rgv_o15(const hl7::Message& message, const CodeBook& book,
                         const MessageClock& clock) {
  return RequestReader(message, book, clock).read();
}

}  // namespace bridge::translate
