// SPDX-License-Identifier: Apache-2.0
#include "simulate/strict_command.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/decimal.h"
#include "hl7/timestamp.h"
#include "simulate/answers.h"

namespace bridge::simulate {
namespace {

constexpr std::array<std::string_view, 2> profile_oids = {"1.3.6.1.4.1.19376.1.6.1.3.1",
                                                          "1.3.6.1.4.1.19376.1.6.4.3"};

class StrictReader {
 public:
  explicit StrictReader(const hl7::Message& message) : message_(message) {}

  std::vector<std::string> read() {
    check_segments();
    check_msh();
    check_patient();
    check_orc();
    check_rxg();
    check_rxr();
    check_obx();
    return std::move(findings_);
  }

 private:
  void wrong(std::string place) { findings_.push_back(std::move(place)); }
  void need(bool fine, const hl7::Node& at) {
    if (!fine) wrong(at.place());
  }
  void valued(const hl7::Node& at) { need(at.valued(), at); }

  // TF-2 table 3.3.4.2-1: MSH PID [PV1] ORC { RXG [TQ1] RXR { OBX } }, nothing else and in this
  // order.
  void check_segments() {
    constexpr std::array<std::string_view, 8> order = {"MSH", "PID", "PV1", "ORC",
                                                       "RXG", "TQ1", "RXR", "OBX"};
    std::size_t at = 0;
    for (std::size_t i = 0; i < message_.segment_count(); ++i) {
      const hl7::Segment segment = message_.segment(i);
      const auto found = std::find(order.begin(), order.end(), segment.name());
      const auto place = static_cast<std::size_t>(found - order.begin());
      const bool again = place + 1 == order.size();
      const bool next_give = segment.name() == "RXG" && again_after(order[at]);
      if (found == order.end() || (place < at && !next_give) || (place == at && i > 0 && !again)) {
        wrong(segment.place());
        continue;
      }
      at = place;
    }
    for (const std::string_view name : {"PID", "ORC", "RXG", "RXR", "OBX"}) {
      if (!message_.find(name).exists()) wrong(std::string(name));
    }
  }

  static bool again_after(std::string_view name) { return name == "OBX"; }

  void time_with_offset(const hl7::Field& field) {
    const auto time = hl7::Timestamp::parse(text_of(field.component(1)));
    need(time && time->has_offset() && time->precision() >= Precision::second, field);
  }

  void check_msh() {
    const hl7::Segment msh = message_.find("MSH");
    need(msh.field(1).raw() == "|" && msh.field(2).raw() == "^~\\&", msh.field(2));
    valued(msh.field(3));
    time_with_offset(msh.field(7));
    need(msh.field(9).raw() == "RGV^O15^RGV_O15", msh.field(9));
    need(msh.field(10).valued() && msh.field(10).raw().size() <= 199, msh.field(10));
    need(msh.field(11).raw() == "P" || msh.field(11).raw() == "D", msh.field(11));
    need(msh.field(12).raw() == "2.6" || msh.field(12).raw() == "2.8.1", msh.field(12));
    need(msh.field(15).raw() == "AL", msh.field(15));
    const std::string_view wanted = msh.field(16).raw();
    need(wanted == "AL" || wanted == "ER" || wanted == "NE", msh.field(16));
    const std::string oid = text_of(msh.field(21).component(3));
    need(std::find(profile_oids.begin(), profile_oids.end(), oid) != profile_oids.end(),
         msh.field(21));
    for (const std::size_t forbidden : {8U, 14U, 20U}) {
      need(!msh.field(forbidden).valued(), msh.field(forbidden));
    }
  }

  void check_patient() {
    const hl7::Segment pid = message_.find("PID");
    if (!pid.exists()) return;
    valued(pid.field(3).component(1));
    valued(pid.field(5));
    need(!pid.field(1).valued(), pid.field(1));
  }

  void check_orc() {
    const hl7::Segment orc = message_.find("ORC");
    if (!orc.exists()) return;
    const std::string_view control = orc.field(1).raw();
    need(control == "RE" || control == "XO" || control == "CH", orc.field(1));
    // TF-2 3.3.4.4.10.2: the order out of which the bolus is given, and only of a bolus.
    const bool parent = orc.field(8).component(1).subcomponent(1).valued();
    need(parent == (control == "CH"), orc.field(8));
    valued(orc.field(2).component(1));
    need(!orc.field(3).valued(), orc.field(3));
    time_with_offset(orc.field(9));
    valued(orc.field(19).component(1));
  }

  void number(const hl7::Field& field) {
    const auto value = Decimal::parse(text_of(field));
    need(value && !value->is_negative(), field);
  }

  void check_rxg() {
    std::size_t step = 0;
    for (hl7::Segment rxg = message_.find("RXG"); rxg.exists();
         rxg = message_.find("RXG", rxg.index() + 1)) {
      need(text_of(rxg.field(1)) == std::to_string(++step), rxg.field(1));
      check_give(rxg);
    }
    const std::string control(message_.find("ORC").field(1).raw());
    if (step > 1 && control != "RE") wrong("RXG[2]");
    check_terms(step, control);
  }

  bool has_pca_device() const {
    const hl7::Field device = message_.find("RXR").field(3);
    return text_of(device.component(1)) == "PCA" || text_of(device.component(2)) == "PCA";
  }

  void check_give(const hl7::Segment& rxg) {
    const std::string_view control = message_.find("ORC").field(1).raw();
    valued(rxg.field(4).component(1));
    valued(rxg.field(4).component(2));
    // RXG-5 is optional in a bolus and a PCA, RXG-15 in a PCA without a basal rate.
    const bool pca = has_pca_device();
    if (control == "XO") {
      need(!rxg.field(5).valued(), rxg.field(5));
      need(!rxg.field(7).valued(), rxg.field(7));
    } else if (rxg.field(5).valued() || (control != "CH" && !pca)) {
      number(rxg.field(5));
      need_millilitres(rxg.field(7));
    }
    if (rxg.field(15).valued() || !pca) {
      number(rxg.field(15));
      valued(rxg.field(16).component(1));
    }
    if (rxg.field(17).valued()) {
      number(rxg.field(17));
      valued(rxg.field(18).component(1));
    }
    if (rxg.field(23).valued()) {
      number(rxg.field(23));
      need_millilitres(rxg.field(24));
    }
    if (rxg.field(32).valued()) {
      number(rxg.field(32));
      need_millilitres(rxg.field(33));
    }
  }

  // By the number of the revision, or by TF9's name with the number 0.
  std::vector<std::string> values_of(std::string_view number, std::string_view name) const {
    std::vector<std::string> found;
    for (hl7::Segment obx = message_.find("OBX"); obx.exists();
         obx = message_.find("OBX", obx.index() + 1)) {
      const bool by_number = text_of(obx.field(3).component(1)) == number;
      const bool by_name = !name.empty() && text_of(obx.field(3).component(2)) == name;
      if (by_number || by_name) found.push_back(text_of(obx.field(5)));
    }
    return found;
  }

  // TF-2 3.3.4.4.10: the type of a bolus, the number and the types of steps, the lockout of a PCA.
  void check_terms(std::size_t steps, std::string_view control) {
    const auto types = values_of("158038", "MDCX_INFUS_ORDER_TYPE");
    if (control == "CH" && types != std::vector<std::string>{"clinician-dose"}) wrong("OBX-5");
    const auto step_types = values_of("158037", "MDCX_INFUS_ORDER_STEP_TYPE");
    const auto count = values_of("158033", "MDCX_INFUS_TOTAL_NUM_STEPS");
    if (steps > 1 || !step_types.empty()) {
      if (step_types.size() != steps) wrong("OBX-3");
      if (count != std::vector<std::string>{std::to_string(steps)}) wrong("OBX-5");
    }
    if (!values_of("158017", "").empty() && values_of("157989", "").size() != 1) wrong("OBX-3");
  }

  void need_millilitres(const hl7::Field& unit) {
    const std::string code = text_of(unit.component(1));
    need(code == "263762" || code == "mL", unit);
  }

  void check_rxr() {
    const hl7::Segment rxr = message_.find("RXR");
    if (!rxr.exists()) return;
    need(rxr.field(1).component(1).valued() || rxr.field(1).component(2).valued(), rxr.field(1));
  }

  // Exactly one pump, by OBX-18, with OBX-2 and OBX-5 empty; OBX-1 counts; OBX-4 is distinct.
  void check_obx() {
    std::size_t pumps = 0;
    std::size_t count = 0;
    std::vector<std::string_view> places;
    for (hl7::Segment obx = message_.find("OBX"); obx.exists();
         obx = message_.find("OBX", obx.index() + 1)) {
      need(obx.field(1).raw() == std::to_string(++count), obx.field(1));
      valued(obx.field(3).component(1));
      const std::string_view place = obx.field(4).raw();
      need(!place.empty() && std::find(places.begin(), places.end(), place) == places.end(),
           obx.field(4));
      places.push_back(place);
      if (text_of(obx.field(3).component(1)) != "69986") {
        valued(obx.field(5));
        continue;
      }
      ++pumps;
      need(!obx.field(2).valued(), obx.field(2));
      need(!obx.field(5).valued(), obx.field(5));
      need(obx.field(18).component(1).valued() || obx.field(18).component(3).valued(),
           obx.field(18));
    }
    if (count > 0 && pumps != 1) wrong("OBX-18");
  }

  const hl7::Message& message_;
  std::vector<std::string> findings_;
};

}  // namespace

std::vector<std::string> strict_findings(const hl7::Message& command) {
  return StrictReader(command).read();
}

}  // namespace bridge::simulate
