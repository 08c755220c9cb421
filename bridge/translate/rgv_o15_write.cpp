// SPDX-License-Identifier: Apache-2.0
// Writing PCD-03, IHE PCD TF-2 3.3.4.4. What is stated here and nowhere in the program:
// RXR-4 of an infusion that is not said to be a piggyback is IV, "primary" (TF-2 table RXR-4).
#include <algorithm>
#include <array>

#include "base/assert.h"
#include "translate/pump_fields.h"
#include "translate/rgv_o15.h"

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
    write_rxg();
    write_tq1();
    write_rxr();
    write_obx();
    return out_.take();
  }

 private:
  bool is_new_bag() const { return program_.kind == ProgramKind::new_bag; }
  // A rate change never carries a dose (TF-2 3.3.4.4.6).
  bool gives_dose() const { return !program_.dose_rate && program_.dose && is_new_bag(); }

  void write_orc() {
    out_.segment("ORC").set(1, is_new_bag() ? "RE" : "XO");
    write_entity(out_, 2, program_.placer_order_number);
    out_.set(9, program_.requested_at.hl7());
    write_person(out_, 19, program_.requested_by);
  }

  void write_amount(std::size_t field, const Amount& amount) {
    out_.set(field, amount.value.text());
    write_unit(out_, field + 1, amount.unit, profile_.unit_form, book_);
  }

  // RXG-7 and RXG-24 take millilitres only.
  void write_volume(std::size_t field, const Volume& volume, std::size_t unit_field) {
    out_.set(field, value_in(volume.amount(), "mL"));
    write_unit(out_, unit_field, *Unit::from_ucum("mL"), profile_.unit_form, book_);
  }

  void write_rxg() {
    out_.segment("RXG").set(1, "1");
    write_coding(out_, 4, program_.drug, book_);
    if (is_new_bag() && program_.vtbi) write_volume(5, *program_.vtbi, 7);
    if (program_.dose_rate) {
      write_amount(15, program_.dose_rate->amount());
    } else if (gives_dose()) {
      write_amount(15, program_.dose->amount());
    } else if (program_.rate) {
      write_amount(15, program_.rate->amount());
    }
    if (program_.strength) write_amount(17, program_.strength->amount());
    if (program_.strength_volume) write_volume(23, *program_.strength_volume, 24);
  }

  // Only a dose needs its time; with a rate a duration would say the same thing twice.
  void write_tq1() {
    if (!gives_dose() || !program_.duration) return;
    const Amount& duration = program_.duration->amount();
    const std::string_view ucum =
        one_of(duration.unit.ucum(), {"h", "min", "s"}) ? duration.unit.ucum() : "h";
    const UnitCodes* const codes = book_.mdc(*Unit::from_ucum(ucum));
    out_.segment("TQ1").set(1, "1").set(13, 1, value_in(duration, ucum));
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

  void write_obx() {
    out_.segment("OBX").set(1, "1").set(3, {"69986", "MDC_DEV_PUMP_INFUS_VMD", "MDC"});
    out_.set(4, "0.1.0.0").set(11, "X");
    write_pump_id(out_, 18, program_.pump, profile_.pump_id_form);
    std::size_t set_id = 1;
    const auto line = [&](std::string_view number, std::string_view refid, const Amount& amount) {
      const std::string containment = "0.1.1." + std::to_string(set_id);
      ++set_id;
      write_number(out_, {set_id, number, refid, containment, "F"}, amount, profile_.unit_form,
                   book_);
    };
    if (program_.weight) line("68063", "MDC_ATTR_PT_WEIGHT", program_.weight->amount());
    if (program_.height) line("68060", "MDC_ATTR_PT_HEIGHT", in_centimetres(*program_.height));
    if (program_.surface) line("188744", "MDC_AREA_BODY_SURF_ACTUAL", program_.surface->amount());
  }

  const InfusionProgram& program_;
  const GatewayProfile& profile_;
  const CodeBook& book_;
  hl7::MessageWriter out_;
};

}  // namespace

std::string write_rgv_o15(const CheckedProgram& program, const GatewayProfile& profile,
                          const CodeBook& book, Instant now) {
  return CommandWriter(program.program(), profile, book).write(program.control_id(), now);
}

}  // namespace bridge::translate
