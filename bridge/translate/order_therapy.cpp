// SPDX-License-Identifier: Apache-2.0
#include "translate/order_therapy.h"

#include <algorithm>
#include <array>

#include "translate/order_steps.h"
#include "translate/patient_segments.h"
#include "translate/stated.h"
#include "translate/therapy_terms.h"

namespace bridge::translate {
namespace {

std::string place_of(const FoundField& found) {
  return hl7::Field(found.segment.field(found.row->value.field())).place();
}

class TherapyReader {
 public:
  TherapyReader(Reading& reading, const Segments& segments, InfusionOrder& order)
      : reading_(reading),
        segments_(segments),
        order_(order),
        stepped_(states_steps(reading, segments)) {}

  void read() {
    each(Meaning::unsupported_parameter, [this](const FoundField& found) {
      reading_.mark_all(found.segment);
      reading_.fault(FaultCode::mode_not_supported, found.segment.field(3).place());
    });
    read_pca();
    for (const hl7::Segment& segment : segments_) {
      if (segment.name() == "RXV") read_rxv(segment);
    }
    if (pca_ != PcaSettings{}) {
      check_window(pca_, reading_.faults());
      order_.pca = pca_;
    }
    read_order_type();
    read_mode();
    if (!stepped_) read_whole();
    read_titration();
  }

 private:
  bool is_child() const { return order_.control == OrderControl::child; }

  template <class Take>
  void each(Meaning meaning, Take take) {
    for (const FoundField& found : reading_.find(meaning, segments_)) {
      if (found.segment.name() == "OBX" && !is_usable_observation(reading_, found.segment)) {
        reading_.mark_all(found.segment);
        continue;
      }
      take(found);
    }
  }

  template <QuantityKind kind>
  void read_into(Meaning meaning, std::optional<Quantity<kind>>& slot) {
    each(meaning, [&](const FoundField& found) {
      if (auto amount = reading_.amount(found)) state(slot, *std::move(amount), reading_.faults());
    });
  }

  void read_pca() {
    read_into(Meaning::demand_dose, pca_.demand_dose);
    read_into(Meaning::lockout, pca_.lockout);
    read_into(Meaning::dose_limit, pca_.dose_limit);
    read_into(Meaning::volume_limit, pca_.volume_limit);
    read_into(Meaning::limit_window, pca_.limit_window);
    each(Meaning::max_doses, [this](const FoundField& found) {
      reading_.mark(found.segment, 6);
      const auto text = reading_.text(found);
      if (!text || !is_per_hour(found.segment, reading_.faults())) return;
      const auto count =
          read_count(*text, Origin{place_of(found), found.row->id}, reading_.faults());
      if (!count) return;
      if (pca_.max_doses_per_hour && pca_.max_doses_per_hour->value != count->value) {
        reading_.fault(FaultCode::quantities_disagree, place_of(found));
      } else {
        pca_.max_doses_per_hour = count;
      }
    });
  }

  std::string text_of(Meaning meaning, const Segments& one, std::string& place) {
    std::string result;
    for (const FoundField& found : reading_.find(meaning, one)) {
      place = place_of(found);
      result = reading_.text(found).value_or("");
    }
    return result;
  }

  // RXV-2 is required even where there is no bolus, so that C with nothing in RXV-3 says nothing.
  // A dose that the nurse may add by herself (C with an amount) has no place in a program.
  void read_rxv(const hl7::Segment& rxv) {
    const Segments one = {rxv};
    std::string place;
    const std::string action = text_of(Meaning::rxv_action, one, place);
    if (!action.empty() && action != "A" && action != "U") {
      reading_.fault(FaultCode::code_not_in_table, place);
    }
    const std::string bolus = text_of(Meaning::bolus_type, one, place);
    if (!bolus.empty() && bolus != "L" && bolus != "C") {
      reading_.fault(FaultCode::code_not_in_table, place);
    }
    for (const FoundField& found : reading_.find(Meaning::bolus_amount, one)) {
      auto amount = reading_.amount(found);
      if (bolus == "L" && amount) {
        state(order_.loading_dose, *std::move(amount), reading_.faults());
      } else if (bolus == "L" && !found.segment.field(found.row->value.field()).valued()) {
        reading_.fault(FaultCode::field_missing, place_of(found));
      } else if (bolus == "C" && amount) {
        reading_.fault(FaultCode::mode_not_supported, place_of(found));
      } else if (bolus.empty() && amount) {
        reading_.fault(FaultCode::field_missing, place);
      }
    }
    read_pca_type(one);
  }

  // HL7 table 0918: C continuous, P PCA only, PC both; held against what else is said.
  void read_pca_type(const Segments& one) {
    std::string place;
    const std::string type = text_of(Meaning::pca_type, one, place);
    const bool basal = order_.rate || order_.dose_rate;
    if (type.empty()) {
      reading_.fault(FaultCode::field_missing, place);
    } else if (type == "C") {
      if (pca_ != PcaSettings{}) reading_.fault(FaultCode::dosages_conflict, place);
    } else if (type == "P") {
      if (basal) reading_.fault(FaultCode::dosages_conflict, place, "a basal rate is given");
    } else if (type == "PC") {
      if (!basal) reading_.fault(FaultCode::rate_missing, place, "no basal rate is given");
    } else {
      reading_.fault(FaultCode::code_not_in_table, place);
    }
  }

  void read_order_type() {
    each(Meaning::order_type, [this](const FoundField& found) {
      const std::string token = read_token(found.segment, reading_.faults());
      reading_.mark(found.segment, 5);
      const bool fits = is_child() ? token == terms::clinician_dose : token == "continuous";
      if (fits) return;
      const bool known = token == terms::clinician_dose || token == "continuous" ||
                         token == token_of(StepType::loading_dose);
      reading_.fault(known ? FaultCode::dosages_conflict : FaultCode::code_not_in_table,
                     place_of(found));
    });
  }

  // Only ramp and taper says more than the order's rates and steps do; another mode says the same.
  void read_mode() {
    each(Meaning::delivery_mode, [this](const FoundField& found) {
      reading_.mark(found.segment, 5);
      const std::string_view mode = read_delivery_mode(found.segment, reading_.faults());
      if (mode.empty()) return reading_.fault(FaultCode::code_not_in_table, place_of(found));
      if (!delivery_.empty() && mode != delivery_) {
        return reading_.fault(FaultCode::dosages_conflict, place_of(found), "two delivery modes");
      }
      delivery_ = mode;
      if (mode == terms::delivery_ramp_taper) {
        order_.delivery_mode = DeliveryMode::ramp_taper;
      } else if (mode == terms::delivery_doses) {
        reading_.fault(FaultCode::mode_not_supported, place_of(found));
      } else if ((mode == terms::delivery_steps) != stepped_) {
        reading_.fault(FaultCode::dosages_conflict, place_of(found));
      }
    });
  }

  // Values by number outside of steps: the bolus of a child, and the loading dose of another.
  void read_whole() {
    if (is_child()) {
      read_into(Meaning::bolus_dose, order_.dose);
      read_into(Meaning::parameter_dose, order_.dose);
      read_into(Meaning::parameter_rate, order_.rate);
      read_into(Meaning::parameter_volume, order_.volume);
    } else {
      read_into(Meaning::loading_dose, order_.loading_dose);
      refuse(Meaning::bolus_dose, FaultCode::mode_not_supported);
      refuse(Meaning::parameter_dose, FaultCode::field_not_understood);
      refuse(Meaning::parameter_rate, FaultCode::field_not_understood);
      refuse(Meaning::parameter_volume, FaultCode::field_not_understood);
    }
    if (is_child()) refuse(Meaning::loading_dose, FaultCode::dosages_conflict);
    refuse(Meaning::parameter_dose_rate, FaultCode::field_not_understood);
  }

  void refuse(Meaning meaning, FaultCode code) {
    each(meaning, [this, code](const FoundField& found) {
      reading_.mark_all(found.segment);
      reading_.fault(code, found.segment.field(3).place());
    });
  }

  void read_titration() {
    Titration titration;
    read_into(Meaning::titration_increment, titration.increment);
    read_into(Meaning::titration_interval, titration.interval);
    read_into(Meaning::titration_minimum, titration.minimum);
    read_into(Meaning::titration_maximum, titration.maximum);
    each(Meaning::titration_objective, [&](const FoundField& found) {
      if (reading_.any_text(found)) titration.has_objective = true;
    });
    if (titration != Titration{}) order_.titration = titration;
  }

  Reading& reading_;
  const Segments& segments_;
  InfusionOrder& order_;
  bool stepped_;
  std::string_view delivery_;
  PcaSettings pca_;
};

}  // namespace

bool is_usable_observation(Reading& reading, const hl7::Segment& obx) {
  for (const std::uint32_t field : {2U, 3U, 11U}) reading.mark(obx, field);
  const std::string_view status = obx.field(11).component(1).raw();
  return status.empty() || status == "F" || status == "C" || status == "P" || status == "R" ||
         status == "U";
}

void read_parent_and_verifier(Reading& reading, const Segments& segments, InfusionOrder& order) {
  for (const FoundField& found : reading.find(Meaning::verified_by, segments)) {
    const std::uint32_t field = found.row->value.field();
    reading.mark(found.segment, field);
    order.verified_by = read_person(found.segment.field(field), reading.faults());
  }
  // Of other orders ORC-8 groups them for the sender; it stays unread, which is a warning.
  if (order.control != OrderControl::child) return;
  for (const FoundField& found : reading.find(Meaning::parent_order_number, segments)) {
    order.parent_order_number = reading.entity(found);
    if (order.parent_order_number.empty()) {
      reading.fault(FaultCode::order_missing, place_of(found));
    }
  }
}

void read_therapy(Reading& reading, const Segments& segments, InfusionOrder& order) {
  TherapyReader(reading, segments, order).read();
}

}  // namespace bridge::translate
