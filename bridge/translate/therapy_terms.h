// SPDX-License-Identifier: Apache-2.0
// The terms of IHE PCD TF-2 3.3.4.4.9 by which an order or a command says PCA, bolus and steps.
// Read by number, or, where TF9 had none, by the name it used with the number 0.
#pragma once

#include <optional>
#include <string_view>

#include "base/fault.h"
#include "clinical/therapy.h"
#include "hl7/message.h"

namespace bridge::translate {

struct TherapyTerm {
  std::string_view number;
  std::string_view refid;
  std::string_view tf9_refid;  // written with the number 0; empty where TF9 has the number
};

namespace terms {

inline constexpr TherapyTerm loading_dose{"158018", "MDC_DOSE_LOADING", ""};
inline constexpr TherapyTerm demand_dose{"158017", "MDC_DOSE_PCA_PATIENT", ""};
inline constexpr TherapyTerm lockout{"157989", "MDC_TIME_PD_PCA_LOCKOUT", ""};
inline constexpr TherapyTerm dose_limit{"157985", "MDC_DOSE_PCA_LIMIT", ""};
inline constexpr TherapyTerm volume_limit{"157986", "MDC_VOL_PCA_DOSE_LIMIT", ""};
inline constexpr TherapyTerm limit_window{"157987", "MDC_TIME_PD_PCA_DOSE_LIMIT", ""};
inline constexpr TherapyTerm max_doses{"157988", "MDC_RATE_PCA_MAX_PATIENT_DOSES_PER_HOUR", ""};
inline constexpr TherapyTerm bolus_dose{"158019", "MDC_DOSE_CLINICIAN", ""};
inline constexpr TherapyTerm flow{"157784", "MDC_FLOW_FLUID_PUMP", ""};
inline constexpr TherapyTerm step_count{"158033", "MDC_INFUS_TOTAL_NUM_STEPS",
                                        "MDCX_INFUS_TOTAL_NUM_STEPS"};
inline constexpr TherapyTerm step_type{"158037", "MDC_INFUS_ORDER_STEP_TYPE",
                                       "MDCX_INFUS_ORDER_STEP_TYPE"};
inline constexpr TherapyTerm order_type{"158038", "MDC_INFUS_ORDER_TYPE", "MDCX_INFUS_ORDER_TYPE"};
// TF11 has not numbered it either.
inline constexpr TherapyTerm step_start{"0", "MDCX_INFUS_ORDER_STEP_START_CONDITION",
                                        "MDCX_INFUS_ORDER_STEP_START_CONDITION"};

// MDC_INFUS_ORDER_TYPE of a bolus out of a running infusion.
inline constexpr std::string_view clinician_dose = "clinician-dose";

// MDC_PUMP_PROGRAM_DELIVERY_MODE, without the beginning that all its values have.
inline constexpr std::string_view delivery_continuous = "continuous";
inline constexpr std::string_view delivery_ramp_taper = "ramp-taper";
inline constexpr std::string_view delivery_steps = "multi-step";
inline constexpr std::string_view delivery_doses = "multi-dosing";

}  // namespace terms

// OBX-3 names the term.
bool names(const hl7::Segment& obx, const TherapyTerm& term);

// "loading-dose", "pause-for-confirmation": OBX-5 of the terms, and the codes of our extensions.
std::string_view token_of(StepType type);
std::string_view token_of(StepStart start);
std::optional<StepType> step_type_of(std::string_view token);
std::optional<StepStart> step_start_of(std::string_view token);

// OBX-5 of a term whose value is a token: ST, or the code or the text of a CWE.
std::string read_token(const hl7::Segment& obx, Faults& faults);

// OBX-5 of MDC_PUMP_PROGRAM_DELIVERY_MODE by number, by name or by both: one of the four above, or
// empty when it is none of them or number and name differ.
std::string_view read_delivery_mode(const hl7::Segment& obx, Faults& faults);

// A whole number above zero, in digits. Faults number_malformed, quantity_zero, at the origin.
std::optional<Count> read_count(std::string_view text, Origin from, Faults& faults);
// True when OBX-6 is empty or says "per hour"; else a fault unit_unknown.
bool is_per_hour(const hl7::Segment& obx, Faults& faults);

// A limit without its time, or a time without its limit, says nothing: field_missing there.
void check_window(const PcaSettings& pca, Faults& faults);

}  // namespace bridge::translate
