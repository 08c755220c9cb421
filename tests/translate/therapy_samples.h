// SPDX-License-Identifier: Apache-2.0
// Orders of therapies beyond one rate, each as HL7 v2; tests change one thing of them.
#pragma once

#include <string>

namespace bridge::translate::therapy {

// All persons are invented.
inline const std::string envelope =
    "MSH|^~\\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR7|P|2.8.1|||AL|"
    "NE|"
    "|UNICODE UTF-8\n"
    "PID|||MRN900123^^^HOSP^MR||Doe^Jane^Q^^^^L||19660101|F\n"
    "PV1||I|ICU^12^A||||||||||||||||V556677\n";

// 1 mg of morphine on demand, every 10 minutes, 20 mg in 4 hours, 1 mg/h all the time, 2 mg first.
inline const std::string pca =
    envelope +
    "ORC|NW|ORD779001^EHR|RX1^RX||||||20260302095900-0600||P0009^Stone^Pat|D0007^Ray^Sam\n"
    "RXE||7052^Morphine 30 mg in 30 mL^L||||||||||||||||||||"
    "|1|mg/h^^UCUM|30|mg^^UCUM|||||||30|mL^^UCUM\n"
    "RXR|IV^Intravenous^HL70162||PCA^PCA Pump^HL70164\n"
    "RXV|1|L|2|mg^^UCUM|||PC|1|mg^^UCUM|||20|mg^^UCUM|||4^h&hours&UCUM|10^min&minute&UCUM\n";

// The same for a sender whose version has no RXV.
inline const std::string pca_by_obx =
    pca.substr(0, pca.find("RXV|")) +
    "OBX|1|NM|158018^MDC_DOSE_LOADING^MDC|0.1.1.1|2|mg^^UCUM|||||F\n"
    "OBX|2|NM|158017^MDC_DOSE_PCA_PATIENT^MDC|0.1.1.2|1|mg^^UCUM|||||F\n"
    "OBX|3|NM|157989^MDC_TIME_PCA_LOCKOUT^MDC|0.1.1.3|10|min^^UCUM|||||F\n"
    "OBX|4|NM|157985^MDC_DOSE_PCA_LIMIT^MDC|0.1.1.4|20|mg^^UCUM|||||F\n"
    "OBX|5|NM|157987^MDC_TIME_PD_PCA_DOSE_LIMIT^MDC|0.1.1.5|4|h^^UCUM|||||F\n";

// Immunoglobulin: 30 min slowly, then faster after somebody has looked, after a pause of 15 min.
inline const std::string steps =
    envelope +
    "ORC|NW|ORD780001^EHR|RX2^RX||||||20260302095900-0600|||D0007^Ray^Sam\n"
    "RXE||IVIG^Immunoglobulin 10 g in 100 mL^L||||||||||||||||||||||"
    "|10|g^^UCUM|||||||100|mL^^UCUM\n"
    "TQ1|1||C||||20260302101500-0600|||||S|30^min&&UCUM\n"
    "TQ1|2|||||||||||S|15^min&&UCUM\n"
    "TQ1|3\n"
    "RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164\n"
    "OBX|1|NM|158033^MDC_INFUS_TOTAL_NUM_STEPS^MDC|0.1.1.1|3||||||F\n"
    "OBX|2|ST|158037^MDC_INFUS_ORDER_STEP_TYPE^MDC|0.1.1.2|continuous||||||F\n"
    "OBX|3|NM|157784^MDC_FLOW_FLUID_PUMP^MDC|0.1.1.3|30|mL/h^^UCUM|||||F\n"
    "OBX|4|ST|158037^MDC_INFUS_ORDER_STEP_TYPE^MDC|0.1.2.1|delay||||||F\n"
    "OBX|5|ST|158037^MDC_INFUS_ORDER_STEP_TYPE^MDC|0.1.3.1|continuous||||||F\n"
    "OBX|6|ST|0^MDCX_INFUS_ORDER_STEP_START_CONDITION^MDC|0.1.3.2|pause-for-confirmation||||||F\n"
    "OBX|7|NM|157784^MDC_FLOW_FLUID_PUMP^MDC|0.1.3.3|60|mL/h^^UCUM|||||F\n"
    "OBX|8|NM|157884^MDC_VOL_FLUID_TBI^MDC|0.1.3.4|85|mL^^UCUM|||||F\n";

// Nutrition up and down over a night: how, the drug library says.
inline const std::string taper =
    envelope +
    "ORC|NW|ORD780101^EHR|RX2^RX||||||20260302095900-0600|||D0007^Ray^Sam\n"
    "RXE||PN^Parenteral nutrition^L|950||mL^^UCUM\n"
    "TQ1|1||||||||||||12^h&&UCUM\n"
    "RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164\n"
    "OBX|1|CWE|158008^MDC_PUMP_PROGRAM_DELIVERY_MODE^MDC||"
    "477313^pump-program-delivery-mode-ramp-taper^MDC||||||F\n";

// 4000 units of heparin out of what runs, at 120 mL/h.
inline const std::string bolus =
    envelope +
    "ORC|CH|ORD778899^EHR|RX3^RX|||||ORD778800&EHR|20260302095900-0600|||D0007^Ray^Sam\n"
    "RXE||2351^Heparin 25000 units in 250 mL^L|4000||[iU]^^UCUM||||||||||||||||||"
    "120|mL/h^^UCUM|25000|[iU]^^UCUM|||||||250|mL^^UCUM\n"
    "RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164\n";

// Norepinephrine from 0.05 ug/kg/min, by 0.02 every 5 min, 0.02 to 0.5, to an objective.
inline const std::string titration =
    envelope +
    "ORC|NW|ORD790001^EHR|RX4^RX||||||20260302095900-0600|||D0007^Ray^Sam\n"
    "RXE||NOR^Norepinephrine 4 mg in 250 mL^L|250||mL^^UCUM||||||||||||||||||"
    "0.05|ug/kg/min^^UCUM|4|mg^^UCUM|||||||250|mL^^UCUM\n"
    "RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164\n"
    "OBX|1|NM|IB-TITRATION-INCREMENT||0.02|ug/kg/min^^UCUM|||||F\n"
    "OBX|2|NM|IB-TITRATION-INTERVAL||5|min^^UCUM|||||F\n"
    "OBX|3|NM|IB-TITRATION-MINIMUM||0.02|ug/kg/min^^UCUM|||||F\n"
    "OBX|4|NM|IB-TITRATION-MAXIMUM||0.5|ug/kg/min^^UCUM|||||F\n"
    "OBX|5|ST|IB-TITRATION-OBJECTIVE||MAP above 65 mmHg||||||F\n";

}  // namespace bridge::translate::therapy
