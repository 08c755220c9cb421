// SPDX-License-Identifier: Apache-2.0
// Writing PCD-03, IHE PCD TF-2 3.3.4.4. What is stated here and nowhere in the program:
// RXR-4 of an infusion that is not said to be a piggyback is IV, "primary" (TF-2 table RXR-4).
// Terms that TF9 had no number for go with 0 and their MDCX name to a TF9 gateway. A step's start
// condition and a delay are TF11's; they are written to any gateway all the same, since a step that
// waits for a person must never become one that does not.
#include <algorithm>
#include <array>

#include "base/assert.h"
#include "translate/pump_fields.h"
#include "translate/rgv_o15.h"
#include "translate/therapy_terms.h"

namespace bridge::translate {
namespace {

bool one_of(std::string_view text, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

// OBX-6 of a height is cm (TF-2 3.3.4.4.9).
Amount in_centimetres(const BodyHeight& height) {
  Amount amount = height.amount();
  const auto value = Decimal::parse(value_in(amount, "cm"));
  BRIDGE_ASSERT(value.has_value());
  amount.value = *value;
  amount.unit = *Unit::from_ucum("cm");
  return amount;
}

class CommandWriter {
 public:
  CommandWriter(const InfusionProgram& program, const GatewayProfile& profile, const CodeBook& book)
      : program_(program), profile_(profile), book_(book) {}

  std::string write(const std::string& control_id, Instant now) {
    const auto ack = name_of(profile_.application_ack);
    write_msh(out_, profile_.envelope,
              {"RGV", "O15", "RGV_O15", "AL", ack, profile_.order_profile_name,
               profile_.order_profile_oid},
              control_id, now);
    write_patient(out_, program_.patient);
    write_orc();
    if (program_.steps.empty()) {
      write_give();
    } else {
      write_steps();
    }
    return out_.take();
  }

 private:
  bool is_new_bag() const { return program_.kind == ProgramKind::new_bag; }
  bool is_bolus() const { return program_.kind == ProgramKind::bolus; }
  // A rate change never carries a dose (TF-2 3.3.4.4.6).
  bool gives_dose() const { return !program_.dose_rate && program_.dose && is_new_bag(); }

  void write_orc() {
    out_.segment("ORC").set(1, is_bolus() ? "CH" : is_new_bag() ? "RE" : "XO");
    write_entity(out_, 2, program_.placer_order_number);
    if (is_bolus()) {
      const EntityId& parent = program_.parent_order_number;
      out_.set(8, 1, 1, parent.id).set(8, 1, 2, parent.namespace_id);
      out_.set(8, 1, 3, parent.universal_id).set(8, 1, 4, parent.universal_id_type);
    }
    out_.set(9, program_.requested_at.hl7());
    write_person(out_, 19, program_.requested_by);
  }

  void write_amount(std::size_t field, const Amount& amount) {
    out_.set(field, amount.value.text());
    write_unit(out_, field + 1, amount.unit, profile_.unit_form, book_);
  }

  // RXG-7, RXG-24 and RXG-33 take millilitres only.
  void write_volume(std::size_t field, std::string_view millilitres, std::size_t unit_field) {
    out_.set(field, millilitres);
    write_unit(out_, unit_field, *Unit::from_ucum("mL"), profile_.unit_form, book_);
  }
  void write_volume(std::size_t field, const Volume& volume, std::size_t unit_field) {
    write_volume(field, value_in(volume.amount(), "mL"), unit_field);
  }

  void begin_rxg(std::size_t step) {
    out_.segment("RXG").set(1, std::to_string(step));
    write_coding(out_, 4, program_.drug, book_);
  }

  void end_rxg() {
    if (program_.strength) write_amount(17, program_.strength->amount());
    if (program_.strength_volume) write_volume(23, *program_.strength_volume, 24);
  }

  void write_give() {
    begin_rxg(1);
    if (is_new_bag() && program_.vtbi) write_volume(5, *program_.vtbi, 7);
    if (is_bolus()) {
      write_bolus_amount();
    } else if (program_.dose_rate) {
      write_amount(15, program_.dose_rate->amount());
    } else if (gives_dose()) {
      write_amount(15, program_.dose->amount());
    } else if (program_.rate) {
      write_amount(15, program_.rate->amount());
    }
    end_rxg();
    // Only a dose needs its time; with a rate a duration would say the same thing twice. Of a bolus
    // the time is what its flow would be, where no flow is given.
    const bool timed = is_bolus() ? !flow_of_bolus() : gives_dose();
    if (timed && program_.duration) write_tq1(1, *program_.duration);
    write_rxr();
    write_pump();
    write_patient_values();
    if (is_bolus()) write_bolus();
    write_doses();
  }

  // TF-2 3.3.4.4.10.2: a dose, a volume, or a rate for a time.
  void write_bolus_amount() {
    if (program_.dose) {
      write_amount(15, program_.dose->amount());
    } else if (program_.vtbi) {
      write_volume(15, *program_.vtbi, 16);
    } else if (program_.rate) {
      write_amount(15, program_.rate->amount());
    }
  }

  // The bolus's own rate, when RXG-15 is its amount.
  std::optional<FlowRate> flow_of_bolus() const {
    return program_.dose || program_.vtbi ? program_.rate : std::nullopt;
  }

  void write_bolus() {
    write_token(terms::order_type, terms::clinician_dose);
    if (const auto flow = flow_of_bolus()) write_parameter(terms::flow, flow->amount());
  }

  // TF-2 3.3.4.4.9: parameters of a PCA, and a loading dose of any infusion.
  void write_doses() {
    if (program_.loading_dose) {
      write_parameter(terms::loading_dose, program_.loading_dose->amount());
    }
    if (!program_.pca) return;
    const PcaSettings& pca = *program_.pca;
    if (pca.demand_dose) write_parameter(terms::demand_dose, pca.demand_dose->amount());
    if (pca.lockout) write_parameter(terms::lockout, time_of(*pca.lockout));
    if (pca.dose_limit) write_parameter(terms::dose_limit, pca.dose_limit->amount());
    if (pca.volume_limit) write_parameter(terms::volume_limit, pca.volume_limit->amount());
    if (pca.limit_window) write_parameter(terms::limit_window, time_of(*pca.limit_window));
    if (pca.max_doses_per_hour) write_max_doses(*pca.max_doses_per_hour);
  }

  // IHE PCD-03 has hours, minutes and seconds; a day is 24 hours.
  static Amount time_of(const Duration& duration) {
    Amount amount = duration.amount();
    if (one_of(amount.unit.ucum(), {"h", "min", "s"})) return amount;
    const auto hours = Decimal::parse(value_in(amount, "h"));
    BRIDGE_ASSERT(hours.has_value());
    amount.value = *hours;
    amount.unit = *Unit::from_ucum("h");
    return amount;
  }

  // --- several steps (TF-2 3.3.4.4.10.3) -------------------------------------------------------

  void write_steps() {
    const std::string total = total_volume();
    std::size_t number = 0;
    for (const InfusionStep& step : program_.steps) {
      ++number;
      begin_rxg(number);
      write_step_amounts(step);
      end_rxg();
      // RXG-32 and 33 came with v2.8, so that a TF9 gateway has none.
      if (!total.empty() && profile_.form == PumpForm::tf11) write_volume(32, total, 33);
      write_step_time(step);
      write_rxr();
      step_ = number;
      in_step_ = 0;
      if (number == 1) {
        write_pump();
        write_patient_values();
        begin_obx("NM", terms::step_count);
        out_.set(5, std::to_string(program_.steps.size())).set(11, "F");
      }
      write_token(terms::step_type, token_of(step.type));
      write_token(terms::step_start, token_of(step.start));
    }
  }

  void write_step_amounts(const InfusionStep& step) {
    if (step.type == StepType::delay) {
      write_volume(5, "0", 7);
      out_.set(15, "0");
      write_unit(out_, 16, *Unit::from_ucum("mL/h"), profile_.unit_form, book_);
      return;
    }
    if (step.volume) write_volume(5, *step.volume, 7);
    if (step.dose_rate) {
      write_amount(15, step.dose_rate->amount());
    } else if (step.dose && step.duration) {
      write_amount(15, step.dose->amount());
    } else if (step.rate) {
      write_amount(15, step.rate->amount());
    } else if (step.dose) {
      write_amount(15, step.dose->amount());
    }
  }

  // A dose needs its time, a delay is one, and a rate without a volume ends by it.
  void write_step_time(const InfusionStep& step) {
    if (!step.duration) return;
    const bool by_dose = step.dose && !step.dose_rate;
    if (step.type == StepType::delay || by_dose || !step.volume) write_tq1(1, *step.duration);
  }

  // The volume of all steps, when each that gives says its own.
  std::string total_volume() const {
    if (program_.vtbi) return value_in(program_.vtbi->amount(), "mL");
    Rational total;
    for (const InfusionStep& step : program_.steps) {
      if (step.type == StepType::delay) continue;
      if (!step.volume) return {};
      total = total + step.volume->exact().in(*Unit::from_ucum("mL"));
    }
    const auto value = total.decimal();
    return value ? value->text() : std::string();
  }

  // --- segments --------------------------------------------------------------------------------

  void write_tq1(std::size_t set_id, const Duration& given) {
    const Amount& duration = given.amount();
    const std::string_view ucum =
        one_of(duration.unit.ucum(), {"h", "min", "s"}) ? duration.unit.ucum() : "h";
    const UnitCodes* const codes = book_.mdc(*Unit::from_ucum(ucum));
    out_.segment("TQ1").set(1, std::to_string(set_id)).set(13, 1, value_in(duration, ucum));
    if (codes == nullptr) {
      out_.component(2, 1, ucum).component(2, 2, ucum).component(2, 3, "UCUM");
    } else {
      out_.component(2, 1, codes->mdc_code)
          .component(2, 2, codes->mdc_refid)
          .component(2, 3, "MDC");
    }
  }

  void write_place(std::size_t field, std::string_view code, std::string_view table) {
    if (code.empty()) return;
    if (profile_.route_form == RouteForm::component_1) {
      out_.set(field, code);
    } else {
      out_.set(field, {"", code, table});
    }
  }

  // The order's own code where the framework has it, since it tells NG from GTT.
  std::string_view route() const {
    const std::string& code = program_.route_code.code;
    if (one_of(code, {"IV", "EP", "SC", "NG", "GTT", "IT"})) return code;
    const auto by_rule = book_.route_code(program_.route);
    return by_rule.empty() ? std::string_view(code) : by_rule;
  }

  void write_rxr() {
    out_.segment("RXR");
    write_place(1, route(), "HL70162");
    const std::string& device = program_.device.code;
    if (one_of(device, {"IVP", "PCA", "SYR"})) write_place(3, device, "HL70164");
    const std::string& method = program_.method.code;
    if (!method.empty()) {
      write_place(4, method, "HL70165");
    } else if (device != "PCA") {
      write_place(4, "IV", "HL70165");
    }
  }

  void write_pump() {
    out_.segment("OBX").set(1, std::to_string(++set_id_));
    out_.set(3, {"69986", "MDC_DEV_PUMP_INFUS_VMD", "MDC"}).set(4, "0.1.0.0").set(11, "X");
    write_pump_id(out_, 18, program_.pump, profile_.pump_id_form);
  }

  void write_patient_values() {
    if (program_.weight) {
      write_parameter({"68063", "MDC_ATTR_PT_WEIGHT", {}}, program_.weight->amount());
    }
    if (program_.height) {
      write_parameter({"68060", "MDC_ATTR_PT_HEIGHT", {}}, in_centimetres(*program_.height));
    }
    if (program_.surface) {
      write_parameter({"188744", "MDC_AREA_BODY_SURF_ACTUAL", {}}, program_.surface->amount());
    }
  }

  // OBX-1 counts through the whole message, OBX-4 within the step (TF-2 3.3.4.4.9).
  std::string next_place() {
    return "0.1." + std::to_string(step_) + "." + std::to_string(++in_step_);
  }

  void write_parameter(const TherapyTerm& term, const Amount& amount) {
    const std::string place = next_place();
    write_number(out_, {++set_id_, term.number, term.refid, place, "F"}, amount, profile_.unit_form,
                 book_);
  }

  void begin_obx(std::string_view type, const TherapyTerm& term) {
    const bool unnumbered = profile_.form == PumpForm::tf9 && !term.tf9_refid.empty();
    out_.segment("OBX").set(1, std::to_string(++set_id_)).set(2, type);
    out_.set(3, {unnumbered ? "0" : term.number, unnumbered ? term.tf9_refid : term.refid, "MDC"});
    out_.set(4, next_place());
  }

  void write_token(const TherapyTerm& term, std::string_view token) {
    begin_obx("ST", term);
    out_.set(5, token).set(11, "F");
  }

  void write_max_doses(const Count& count) {
    begin_obx("NM", terms::max_doses);
    out_.set(5, std::to_string(count.value));
    if (profile_.unit_form == UnitForm::ucum) {
      out_.set(6, {"/h", "/h", "UCUM"});
    } else {
      out_.set(6, {"264704", "MDC_DIM_PER_HR", "MDC", "/h", "/h", "UCUM"});
    }
    out_.set(11, "F");
  }

  const InfusionProgram& program_;
  const GatewayProfile& profile_;
  const CodeBook& book_;
  hl7::MessageWriter out_;
  std::size_t set_id_ = 0;
  std::size_t step_ = 1;
  std::size_t in_step_ = 0;
};

}  // namespace

std::string write_rgv_o15(const CheckedProgram& program, const GatewayProfile& profile,
                          const CodeBook& book, Instant now) {
  return CommandWriter(program.program(), profile, book).write(program.control_id(), now);
}

}  // namespace bridge::translate
