// SPDX-License-Identifier: Apache-2.0
#include "translate/pharmacy_order.h"

#include <algorithm>
#include <array>

#include "clinical/screen.h"
#include "translate/allergies.h"
#include "translate/order_side.h"
#include "translate/order_steps.h"
#include "translate/order_therapy.h"
#include "translate/patient_segments.h"
#include "translate/reading.h"

namespace bridge::translate {
namespace {

// The segments of one order. With both RXO and RXE, RXO and what follows it up to RXE is the order
// as written, and everything else the order as the pharmacy encoded it (HL7 v2.9 4A.3.13).
struct Group {
  Segments common;   // before the first ORC: OBX of the patient, notes; and every allergy
  Segments encoded;  // what is programmed; of a plain order everything
  Segments ordered;  // RXO side of an encoded order, for comparison
};

hl7::Segment first_of(const Segments& segments, std::string_view name) {
  const auto found = std::find_if(segments.begin(), segments.end(),
                                  [&](const hl7::Segment& each) { return each.name() == name; });
  return found == segments.end() ? hl7::Segment() : *found;
}

Group split(const Segments& all, OrderShape shape) {
  Group group;
  const hl7::Segment rxo = first_of(all, "RXO");
  const hl7::Segment rxe = first_of(all, "RXE");
  if (shape == OrderShape::plain || !rxo.exists() || !rxe.exists()) {
    group.encoded = all;
    return group;
  }
  for (const hl7::Segment& segment : all) {
    const std::string_view name = segment.name();
    const bool of_product = name == "RXO" || name == "RXR" || name == "RXC" || name == "NTE";
    const bool between = segment.index() >= rxo.index() && segment.index() < rxe.index();
    const bool ordered = name == "RXO" || (between && of_product);
    (ordered ? group.ordered : group.encoded).push_back(segment);
  }
  return group;
}

// More than one of a segment that says the dose: alternative routes, or timings that are not those
// of steps. No pump program says that.
void refuse_more_than_one(Reading& reading, const Segments& segments) {
  const bool stepped = states_steps(reading, segments);
  const hl7::Segment product =
      first_of(segments, "RXE").exists() ? first_of(segments, "RXE") : first_of(segments, "RXO");
  for (const std::string_view name : {"RXE", "RXO", "TQ1", "RXR"}) {
    const hl7::Segment* first = nullptr;
    for (const hl7::Segment& segment : segments) {
      if (segment.name() != name || (stepped && name == "TQ1")) continue;
      // The TQ1 of ORC is another statement of the same timing, which must agree with that of RXE.
      const bool new_statement = first == nullptr || (name == "TQ1" && product.exists() &&
                                                      first->index() < product.index() &&
                                                      segment.index() > product.index());
      if (!new_statement && segment.raw() != first->raw()) {
        reading.fault(FaultCode::dosages_conflict, segment.place());
      }
      if (!new_statement) reading.mark_all(segment);
      first = &segment;
    }
  }
}

// Whether both sides name a product in one system, and not the same one.
bool names_another_product(const InfusionOrder& encoded, const InfusionOrder& ordered) {
  const auto differs = [&encoded](const Coding& one) {
    const auto is_other = [&one](const Coding& of_pharmacy) {
      return !one.code.empty() && !of_pharmacy.code.empty() && of_pharmacy.system == one.system &&
             of_pharmacy.code != one.code;
    };
    return is_other(encoded.drug) ||
           std::any_of(encoded.drug_alternates.begin(), encoded.drug_alternates.end(), is_other);
  };
  return differs(ordered.drug) ||
         std::any_of(ordered.drug_alternates.begin(), ordered.drug_alternates.end(), differs);
}

void compare_sides(const InfusionOrder& encoded, const InfusionOrder& ordered, Reading& reading) {
  const auto compare = [&](const auto& a, const auto& b) {
    if (!a || !b || a->exact() == b->exact()) return;
    reading.fault(FaultCode::quantities_disagree, b->from().field,
                  screen_text(a->amount()) + " encoded, " + screen_text(b->amount()) + " ordered");
  };
  compare(encoded.rate, ordered.rate);
  compare(encoded.dose_rate, ordered.dose_rate);
  compare(encoded.volume, ordered.volume);
  compare(encoded.dose, ordered.dose);
  if (encoded.route && ordered.route && *encoded.route != *ordered.route) {
    reading.fault(FaultCode::dosages_conflict, ordered.route_from.field,
                  "the route ordered is not the route encoded");
  }
  // The pharmacy may choose another product of the same drug; a person should know.
  if (names_another_product(encoded, ordered)) {
    reading.fault(FaultCode::drug_name_disagrees, "RXO-1",
                  "the product ordered is not the product encoded", Severity::warning);
  }
}

class OrderReader {
 public:
  OrderReader(const Header& header, const CodeBook& book, OrderShape shape)
      : header_(header), book_(book), shape_(shape) {}

  void read(const Segments& common, const Segments& all, const Patient& patient,
            const Faults& patient_faults, const Faults& ended, OrderRead& result) const {
    result.faults = patient_faults;
    result.order.patient = patient;
    Group group = split(all, shape_);
    group.common = common;
    Reading reading(book_, shape_, header_.clock, result.faults);
    if (!read_common_order(reading, group.encoded, result.order)) return;
    const OrderControl control = result.order.control;
    if (control != OrderControl::new_order && control != OrderControl::change &&
        control != OrderControl::child) {
      return;
    }
    result.faults.insert(result.faults.end(), ended.begin(), ended.end());
    read_content(reading, group, result);
  }

 private:
  // ORC. False when the order control is not one that is taken here.
  bool read_common_order(Reading& reading, const Segments& segments, InfusionOrder& order) const {
    for (const FoundField& found : reading.find(Meaning::placer_order_number, segments)) {
      order.placer_order_number = reading.entity(found);
      if (order.placer_order_number.empty()) {
        reading.fault(FaultCode::order_missing, found.field.place());
      }
    }
    for (const FoundField& found : reading.find(Meaning::filler_order_number, segments)) {
      order.filler_order_number = reading.entity(found);
    }
    for (const FoundField& found : reading.find(Meaning::ordering_provider, segments)) {
      reading.mark(found.segment, found.row->value.field());
      order.ordering_provider = read_person(found.field, reading.faults());
    }
    for (const FoundField& found : reading.find(Meaning::written_at, segments)) {
      order.written_at = reading.time(found, Precision::hour, Severity::warning);
    }
    bool taken = false;
    for (const FoundField& found : reading.find(Meaning::order_control, segments)) {
      const auto code = reading.text(found);
      const ControlRow* row = code ? book_.control(*code) : nullptr;
      const std::string place = found.field.place();
      if (row != nullptr) {
        order.control = row->control;
        taken = true;
      } else if (code) {
        reading.fault(FaultCode::order_control_unsupported, place);
      } else {
        reading.fault(FaultCode::field_missing, place);
      }
    }
    read_parent_and_verifier(reading, segments, order);
    read_effective_time(reading, segments, order);
    read_status(reading, segments, order);
    return taken;
  }

  // ORC-15 says when the change takes effect, whatever else the message says (HL7 v2.9 4.5.1.15).
  static void read_effective_time(Reading& reading, const Segments& segments,
                                  InfusionOrder& order) {
    for (const FoundField& found : reading.find(Meaning::effective_at, segments)) {
      if (const auto time = reading.time(found, Precision::hour, Severity::error)) {
        order.start = time;
      }
    }
  }

  // B95: HL7 table 0038. A filler's status that contradicts a new or changed order.
  static void read_status(Reading& reading, const Segments& segments, const InfusionOrder& order) {
    const bool wants_more = order.control == OrderControl::new_order ||
                            order.control == OrderControl::change ||
                            order.control == OrderControl::child;
    for (const FoundField& found : reading.find(Meaning::order_status, segments)) {
      const auto status = reading.text(found);
      if (!status || status->empty() || !wants_more) continue;
      constexpr std::array<std::string_view, 3> fit = {"A", "IP", "SC"};
      if (std::find(fit.begin(), fit.end(), *status) == fit.end()) {
        reading.fault(FaultCode::order_status_unfit, found.field.place());
      }
    }
  }

  void read_content(Reading& reading, const Group& group, OrderRead& result) const {
    InfusionOrder& order = result.order;
    const std::string_view product = shape_ == OrderShape::encoded ? "RXE" : "RXO";
    const hl7::Segment detail = first_of(group.encoded, product);
    if (!detail.exists()) {
      reading.fault(FaultCode::segment_missing, std::string(product));
      return;
    }
    refuse_more_than_one(reading, group.encoded);
    read_product(reading, group.encoded, order);
    if (order.drug.empty()) {
      for (const FieldRow& row : book_.fields().rows(shape_, Meaning::give_code)) {
        reading.fault(FaultCode::drug_missing, detail.field(row.value.field()).place());
        break;
      }
    }
    const auto effective = order.start;
    read_timing(reading, group.encoded, order);
    if (effective) order.start = effective;
    read_therapy(reading, group.encoded, order);
    if (states_steps(reading, group.encoded)) read_steps(reading, group.encoded, order);
    Segments observed = group.encoded;
    for (const hl7::Segment& segment : group.common) {
      if (segment.name() == "OBX") observed.push_back(segment);
    }
    read_body(reading, observed, order);
    read_allergies(reading, group.common, order);
    if (!group.ordered.empty()) compare_with_ordered(reading, group, order);
    Segments to_report = group.encoded;
    for (const hl7::Segment& segment : group.common) {
      if (segment.name() == "NTE" || is_allergy(segment)) to_report.push_back(segment);
    }
    reading.report_unread(to_report);
  }

  // The order as written is not programmed, so that what is wrong in it is a warning, except where
  // it says something else than the encoded order.
  void compare_with_ordered(Reading& reading, const Group& group, InfusionOrder& encoded) const {
    Faults faults;
    InfusionOrder ordered;
    Reading side(book_, OrderShape::plain, header_.clock, faults);
    read_product(side, group.ordered, ordered);
    read_timing(side, group.ordered, ordered);
    side.report_unread(group.ordered);
    for (Fault& fault : faults) {
      const bool note = fault.place.substr(0, 3) == "NTE";
      if (!note) fault.severity = Severity::warning;
      reading.faults().push_back(std::move(fault));
    }
    if (ordered.needs_review) encoded.needs_review = true;
    compare_sides(encoded, ordered, reading);
  }

  const Header& header_;
  const CodeBook& book_;
  OrderShape shape_;
};

}  // namespace

bool is_pharmacy_order(const Header& header) {
  return header.type == "RDE" || (header.type == "OMP" && header.event == "O09") ||
         (header.type == "ORM" && header.event == "O01");
}

std::vector<OrderRead> read_pharmacy_order(const hl7::Message& message, const Header& header,
                                           const CodeBook& book) {
  const OrderShape shape = header.type == "RDE" ? OrderShape::encoded : OrderShape::plain;
  Faults patient_faults;
  const Patient patient = read_patient(message, book, patient_faults);
  Segments common;
  std::vector<Segments> groups;
  for (std::size_t index = 0; index < message.segment_count(); ++index) {
    const hl7::Segment segment = message.segment(index);
    if (segment.name() == "ORC") groups.emplace_back();
    // An allergy is the patient's, wherever a sender puts it.
    const bool of_patient = groups.empty() || is_allergy(segment);
    (of_patient ? common : groups.back()).push_back(segment);
  }
  Faults ended;
  refuse_ended_care(message, header.clock, ended);
  std::vector<OrderRead> result;
  const bool too_many =
      groups.size() > most_orders || message.segment_count() > most_order_segments;
  if (groups.empty() || too_many) {
    OrderRead nothing;
    nothing.order.patient = patient;
    nothing.faults = patient_faults;
    nothing.faults.push_back(
        {too_many ? FaultCode::too_many_segments : FaultCode::segment_missing, "ORC", {}});
    result.push_back(std::move(nothing));
    return result;
  }
  const OrderReader reader(header, book, shape);
  result.reserve(groups.size());
  for (const Segments& group : groups) {
    reader.read(common, group, patient, patient_faults, ended, result.emplace_back());
  }
  return result;
}

}  // namespace bridge::translate
