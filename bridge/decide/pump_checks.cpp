// SPDX-License-Identifier: Apache-2.0
// The pump as it last said it is, and whether its model takes what is ordered: what a gateway would
// refuse with 9006, 9017, 9028 to 9033 is refused before anything is sent.
#include <algorithm>
#include <array>

#include "decide/checking.h"
#include "decide/state.h"

namespace bridge::decide {
namespace {

// Conditions that a person at the pump ends without any event that would tell it.
struct Condition {
  std::string_view reason;  // token of 158006
  FaultCode code;
};
constexpr std::array conditions = {
    Condition{"pump-stopped-powered-off", FaultCode::pump_off},
    Condition{"pump-stopped-alarming", FaultCode::pump_alarming},
    Condition{"pump-stopped-standby", FaultCode::pump_standby},
};

std::string ago(std::int64_t ms) { return "told " + readable(Rational(ms, 1000)) + " s ago"; }

void report_condition(Checking& checking, FaultCode code, std::int64_t age_ms) {
  if (age_ms <= checking.policy.pump_condition_counts_ms) {
    return checking.error(code, "pump", ago(age_ms));
  }
  checking.warning(code, "pump", ago(age_ms));
}

bool names(const library::CareArea& area, const std::string& text) {
  return text == area.id || text == area.name;
}

void care_area_fits(Checking& checking, const PumpState& pump, std::int64_t age_ms) {
  if (pump.no_care_area) {
    return report_condition(checking, FaultCode::pump_care_area_unset, age_ms);
  }
  if (pump.care_area.empty() || checking.context.library == nullptr) return;
  const library::DrugLibrary& library = *checking.context.library;
  const std::string& own = checking.context.pump->care_area;
  const library::CareArea* area =
      own.empty() ? library.care_area_of(checking.order.patient.location.point_of_care)
                  : library.care_area(own);
  if (area == nullptr || names(*area, pump.care_area)) return;
  report_condition(checking, FaultCode::pump_care_area_differs, age_ms);
}

void library_fits(Checking& checking, const PumpState& pump) {
  const std::vector<std::string>& accepted = checking.policy.accepted_pump_libraries;
  if (accepted.empty()) return;
  if (std::find(accepted.begin(), accepted.end(), pump.library_version) != accepted.end()) return;
  if (!pump.library_version.empty()) {
    return checking.error(FaultCode::pump_library_differs, "pump",
                          "its version is none of the accepted ones");
  }
  checking.warning(FaultCode::pump_library_differs, "pump", "its version was never told");
}

// K22: a pump that still has another patient would offer to take the new one over.
void patient_fits(Checking& checking, const PumpState& pump) {
  if (pump.patient.empty() || pump.patient == checking.order.patient.patient_id) return;
  const std::string_view detail = "the pump was told of another patient";
  if (pump.running) {
    return checking.error(FaultCode::patient_not_the_pumps, "pump", std::string(detail));
  }
  checking.warning(FaultCode::patient_not_the_pumps, "pump", std::string(detail));
}

bool is_piggyback(const InfusionOrder& order) { return order.method.code == "IVPB"; }

// 9030: what may not stop is not stopped for a piggyback.
void piggyback_may_interrupt(Checking& checking, const PumpModel& model) {
  if (!is_piggyback(checking.order)) return;
  if (!model.can(PumpAbility::piggyback)) {
    checking.error(FaultCode::piggyback_not_permitted, "method",
                   "this pump takes no piggyback by message");
  }
  if (checking.context.history == nullptr || checking.context.pump == nullptr) return;
  const RunningInfusion* primary =
      checking.context.history->on_pump(checking.context.pump->pump.key());
  if (primary == nullptr || primary->order == checking.order.placer_order_number.key()) return;
  if (primary->drug == nullptr || primary->drug->cannot_be_interrupted) {
    checking.error(FaultCode::infusion_uninterruptible, "method",
                   primary->drug == nullptr ? std::string("the library does not know what runs")
                                            : primary->drug->id + " runs");
  }
}

void container_fits(Checking& checking, const PumpModel& model) {
  if (model.syringes_ml.empty() || model.kind == "IVP") return;
  const std::optional<Volume>& volume = checking.order.volume;
  if (!volume) return;
  const Rational largest = *std::max_element(model.syringes_ml.begin(), model.syringes_ml.end());
  const Rational ml = volume->exact().in_base_units;
  if (ml <= largest) return;
  checking.error(FaultCode::pump_maximum, volume->from().field,
                 readable(ml) + " mL; the largest syringe holds " + readable(largest) + " mL");
}

}  // namespace

// 9031: a pump is never told of nobody, nor of a number without who gave it (IHE PCD TF-2 B.5).
void patient_is_identified(Checking& checking) {
  if (checking.context.request == nullptr) return;
  const PatientId& patient = checking.order.patient.patient_id;
  if (patient.empty()) {
    checking.error(FaultCode::patient_id_missing, "patient.patient_id");
  } else if (patient.authority.empty()) {
    checking.error(FaultCode::patient_id_missing, "patient.patient_id",
                   "its assigning authority is missing");
  }
}

void pump_is_ready(Checking& checking) {
  const PumpState* pump = checking.context.pump_state;
  if (pump == nullptr || checking.context.pump == nullptr) return;
  const std::int64_t age = checking.context.now.unix_ms() - pump->told_at.unix_ms();
  for (const Condition& condition : conditions) {
    if (pump->stopped_because == condition.reason) report_condition(checking, condition.code, age);
  }
  // It ends with a start or a cleared program, both of which are events.
  if (pump->stopped_because == "pump-stopped-delayed")
    checking.error(FaultCode::pump_delayed, "pump");
  if (pump->not_loaded) report_condition(checking, FaultCode::pump_not_loaded, age);
  care_area_fits(checking, *pump, age);
  library_fits(checking, *pump);
  patient_fits(checking, *pump);
}

// What the model takes at all; a bolus, steps and a loading dose have checks of their own.
void pump_may_be_used(Checking& checking) {
  const PumpModel* model = checking.context.model;
  if (model == nullptr) return;
  const InfusionOrder& order = checking.order;
  if (order.pca && !model->can(PumpAbility::pca)) {
    checking.error(FaultCode::mode_not_supported, "pca", "this pump takes no patient doses");
  }
  if (order.route && !model->routes.empty() &&
      std::find(model->routes.begin(), model->routes.end(), *order.route) == model->routes.end()) {
    checking.error(FaultCode::pump_not_for_route, order.route_from.field,
                   std::string(name_of(*order.route)) + ": this model of pump is not made for it");
  }
  piggyback_may_interrupt(checking, *model);
  container_fits(checking, *model);
}

}  // namespace bridge::decide
