# shows: steps: without a volume, of a drug that has none, on a pump that takes none
# proves: F39 F58 F40 9041 9043 9044
# A step of no rate, and a count that is not the number of the steps; iron in steps, which its entry does not permit; an immunoglobulin in steps on the syringe pump P-1004.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0004^^^HOSP^MR||Invented^Dan^^^^^L||19660101|M
  PV1||O|INFUSION^8^||||||||||||||||TESTVISIT-0004
  ORC|NW|ORD7^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||IVIG10^Immune globulin 10%^L|400||mL||||||||||||||||||||40|g|||||||400|mL
  TQ1|1|||||||||||S|30^min&&UCUM
  TQ1|2|||||||||||S|30^min&&UCUM
  TQ1|3
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|ST|158033^MDC_INFUS_TOTAL_NUM_STEPS^MDC|0.1.1.1|3||||||F
  OBX|2|ST|158037^MDC_INFUS_ORDER_STEP_TYPE^MDC|0.1.1.2|continuous||||||F
  OBX|3|NM|157784^MDC_FLOW_FLUID_PUMP^MDC|0.1.1.3|42|mL/h^^UCUM|||||F
  OBX|4|ST|158037^MDC_INFUS_ORDER_STEP_TYPE^MDC|0.1.2.1|continuous||||||F
  OBX|5|ST|0^MDCX_INFUS_ORDER_STEP_START_CONDITION^MDC|0.1.2.2|pause-for-confirmation||||||F
  OBX|6|NM|157784^MDC_FLOW_FLUID_PUMP^MDC|0.1.2.3|0|mL/h^^UCUM|||||F
  OBX|7|ST|158037^MDC_INFUS_ORDER_STEP_TYPE^MDC|0.1.3.1|continuous||||||F
  OBX|8|ST|0^MDCX_INFUS_ORDER_STEP_START_CONDITION^MDC|0.1.3.2|pause-for-confirmation||||||F
  OBX|9|NM|157784^MDC_FLOW_FLUID_PUMP^MDC|0.1.3.3|168|mL/h^^UCUM|||||F
  OBX|10|NM|157884^MDC_VOL_FLUID_TBI^MDC|0.1.3.4|337|mL^^UCUM|||||F
fact order_refused ORD7^EHR, new_order, E quantity_zero at OBX[6]-5, E steps_malformed at OBX[4]-4, E steps_malformed at TQ1[2]-13.1, W line_needed at drug
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AE|EHR1
  ERR||OBX^6^5^1|207^Application internal error^HL70357|E|9005^a rate, dose or volume of zero^L|||a rate, dose or volume of zero; send a quantity above zero; what runs is stopped at the pump, by hand (prescriber)
  ERR||OBX^4^4^1|207^Application internal error^HL70357|E|9041^the steps make no program^L||a step that gives nothing|the steps make no program; correct the named step (prescriber)
  ERR||TQ1^2^13^1^1|207^Application internal error^HL70357|E|9041^the steps make no program^L||step 2: rate and volume must follow from what it states|the steps make no program; correct the named step (prescriber)
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||an in-line filter|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|UA|ORD7^EHR
fact report_answered STORY-R000001, CA

at 2026-03-02T10:01:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100100-0600||RDE^O11^RDE_O11|EHR2|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0004^^^HOSP^MR||Invented^Dan^^^^^L||19660101|M
  PV1||O|INFUSION^8^||||||||||||||||TESTVISIT-0004
  ORC|NW|ORD8^EHR|||||||20260302100100-0600|||D0007^Invented^Doctor
  RXE||IVIG10^Immune globulin 10%^L|400||mL||||||||||||||||||||40|g|||||||400|mL
  TQ1|1|||||||||||S|30^min&&UCUM
  TQ1|2|||||||||||S|30^min&&UCUM
  TQ1|3
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|ST|158033^MDC_INFUS_TOTAL_NUM_STEPS^MDC|0.1.1.1|4||||||F
  OBX|2|ST|158037^MDC_INFUS_ORDER_STEP_TYPE^MDC|0.1.1.2|continuous||||||F
  OBX|3|NM|157784^MDC_FLOW_FLUID_PUMP^MDC|0.1.1.3|42|mL/h^^UCUM|||||F
  OBX|4|ST|158037^MDC_INFUS_ORDER_STEP_TYPE^MDC|0.1.2.1|continuous||||||F
  OBX|5|ST|0^MDCX_INFUS_ORDER_STEP_START_CONDITION^MDC|0.1.2.2|pause-for-confirmation||||||F
  OBX|6|NM|157784^MDC_FLOW_FLUID_PUMP^MDC|0.1.2.3|84|mL/h^^UCUM|||||F
  OBX|7|ST|158037^MDC_INFUS_ORDER_STEP_TYPE^MDC|0.1.3.1|continuous||||||F
  OBX|8|ST|0^MDCX_INFUS_ORDER_STEP_START_CONDITION^MDC|0.1.3.2|pause-for-confirmation||||||F
  OBX|9|NM|157784^MDC_FLOW_FLUID_PUMP^MDC|0.1.3.3|168|mL/h^^UCUM|||||F
  OBX|10|NM|157884^MDC_VOL_FLUID_TBI^MDC|0.1.3.4|337|mL^^UCUM|||||F
fact order_refused ORD8^EHR, new_order, E steps_malformed at OBX[1]-5, W line_needed at drug
fact answer_due STORY-R000002, to ehr
ehr < ACK^O11
  MSA|CA|EHR2
ehr < RRE^O12
  MSA|AE|EHR2
  ERR||OBX^1^5^1|207^Application internal error^HL70357|E|9041^the steps make no program^L||3 steps are given|the steps make no program; correct the named step (prescriber)
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||an in-line filter|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|UA|ORD8^EHR
fact report_answered STORY-R000002, CA

at 2026-03-02T10:02:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100200-0600||RDE^O11^RDE_O11|EHR3|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0004^^^HOSP^MR||Invented^Dan^^^^^L||19660101|M
  PV1||O|INFUSION^8^||||||||||||||||TESTVISIT-0004
  ORC|NW|ORD9^EHR|||||||20260302100200-0600|||D0007^Invented^Doctor
  RXE||IRONSUC^Iron sucrose^L|400||mL||||||||||||||||||||800|mg|||||||400|mL
  TQ1|1|||||||||||S|30^min&&UCUM
  TQ1|2|||||||||||S|30^min&&UCUM
  TQ1|3
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|ST|158033^MDC_INFUS_TOTAL_NUM_STEPS^MDC|0.1.1.1|3||||||F
  OBX|2|ST|158037^MDC_INFUS_ORDER_STEP_TYPE^MDC|0.1.1.2|continuous||||||F
  OBX|3|NM|157784^MDC_FLOW_FLUID_PUMP^MDC|0.1.1.3|42|mL/h^^UCUM|||||F
  OBX|4|ST|158037^MDC_INFUS_ORDER_STEP_TYPE^MDC|0.1.2.1|continuous||||||F
  OBX|5|ST|0^MDCX_INFUS_ORDER_STEP_START_CONDITION^MDC|0.1.2.2|pause-for-confirmation||||||F
  OBX|6|NM|157784^MDC_FLOW_FLUID_PUMP^MDC|0.1.2.3|84|mL/h^^UCUM|||||F
  OBX|7|ST|158037^MDC_INFUS_ORDER_STEP_TYPE^MDC|0.1.3.1|continuous||||||F
  OBX|8|ST|0^MDCX_INFUS_ORDER_STEP_START_CONDITION^MDC|0.1.3.2|pause-for-confirmation||||||F
  OBX|9|NM|157784^MDC_FLOW_FLUID_PUMP^MDC|0.1.3.3|168|mL/h^^UCUM|||||F
  OBX|10|NM|157884^MDC_VOL_FLUID_TBI^MDC|0.1.3.4|337|mL^^UCUM|||||F
fact order_refused ORD9^EHR, new_order, E steps_not_permitted at drug, E hard_limit_above at steps
fact answer_due STORY-R000003, to ehr
ehr < ACK^O11
  MSA|CA|EHR3
ehr < RRE^O12
  MSA|AE|EHR3
  ERR||RXE^1^2^1|207^Application internal error^HL70357|E|9043^the drug library permits no steps of this drug^L|||the drug library permits no steps of this drug; correct the order or the library (pharmacy)
  ERR||TQ1^1|207^Application internal error^HL70357|E|9005^above the hard limit of the drug library^L||all steps: dose 800 mg; hard limit 20 to 400 mg|above the hard limit of the drug library; correct the order; a hard limit is never overridden (prescriber)
  ORC|UA|ORD9^EHR
fact report_answered STORY-R000003, CA

at 2026-03-02T10:03:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100300-0600||RDE^O11^RDE_O11|EHR4|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0004^^^HOSP^MR||Invented^Dan^^^^^L||19660101|M
  PV1||O|INFUSION^8^||||||||||||||||TESTVISIT-0004
  ORC|NW|ORD1^EHR|||||||20260302100300-0600|||D0007^Invented^Doctor
  RXE||IVIG10^Immune globulin 10%^L|400||mL||||||||||||||||||||40|g|||||||400|mL
  TQ1|1|||||||||||S|30^min&&UCUM
  TQ1|2|||||||||||S|30^min&&UCUM
  TQ1|3
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|ST|158033^MDC_INFUS_TOTAL_NUM_STEPS^MDC|0.1.1.1|3||||||F
  OBX|2|ST|158037^MDC_INFUS_ORDER_STEP_TYPE^MDC|0.1.1.2|continuous||||||F
  OBX|3|NM|157784^MDC_FLOW_FLUID_PUMP^MDC|0.1.1.3|42|mL/h^^UCUM|||||F
  OBX|4|ST|158037^MDC_INFUS_ORDER_STEP_TYPE^MDC|0.1.2.1|continuous||||||F
  OBX|5|ST|0^MDCX_INFUS_ORDER_STEP_START_CONDITION^MDC|0.1.2.2|pause-for-confirmation||||||F
  OBX|6|NM|157784^MDC_FLOW_FLUID_PUMP^MDC|0.1.2.3|84|mL/h^^UCUM|||||F
  OBX|7|ST|158037^MDC_INFUS_ORDER_STEP_TYPE^MDC|0.1.3.1|continuous||||||F
  OBX|8|ST|0^MDCX_INFUS_ORDER_STEP_START_CONDITION^MDC|0.1.3.2|pause-for-confirmation||||||F
  OBX|9|NM|157784^MDC_FLOW_FLUID_PUMP^MDC|0.1.3.3|168|mL/h^^UCUM|||||F
  OBX|10|NM|157884^MDC_VOL_FLUID_TBI^MDC|0.1.3.4|337|mL^^UCUM|||||F
fact order_accepted ORD1^EHR, volume 400 mL, step 1 continuous, rate 42 mL/h, duration 30 min, step 2 continuous, rate 84 mL/h, duration 30 min, step 3 continuous, rate 168 mL/h, volume 337 mL, W line_needed at drug
fact answer_due STORY-R000004, to ehr
ehr < ACK^O11
  MSA|CA|EHR4
ehr < RRE^O12
  MSA|AA|EHR4
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||an in-line filter|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|OK|ORD1^EHR
fact report_answered STORY-R000004, CA

at 2026-03-02T10:05:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100500-0600||RGV^O15^RGV_O15|EHR5|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0004^^^HOSP^MR||Invented^Dan^^^^^L||19660101|M
  PV1||O|INFUSION^8^||||||||||||||||TESTVISIT-0004
  ORC|RE|ORD1^EHR|||||||20260302100500-0600||||||||||N0001^Invented^Nurse
  RXG|1|||IVIG10^Immune globulin 10%^L|400||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||||40|263872^MDC_DIM_X_G^MDC^g^g^UCUM|||||400|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1004^DEMOPUMP^ACDE48FFFE000002^EUI-64
fact program_refused ORD1^EHR to P-1004^ACDE48FFFE000002, E pump_maximum at RXE[1]-3, E steps_unsupported at steps, E pump_maximum at OBX[10]-5, E pump_maximum at rate, E pump_maximum at steps, E pump_maximum at RXE[1]-3, W line_needed at drug
fact answer_due STORY-R000005, to ehr
ehr < ACK^O15
  MSA|CA|EHR5
ehr < RRG^O16
  MSA|AE|EHR5
  ERR||ORC^1^2^1|207^Application internal error^HL70357|E|9014^rate or volume beyond what the pump can deliver^L||400 mL; the largest syringe holds 60 mL|rate or volume beyond what the pump can deliver; use another pump or concentration (nurse)
  ERR||RXG^1|207^Application internal error^HL70357|E|9044^the pump takes no steps by message^L|||the pump takes no steps by message; program the steps at the pump under the hospital's procedure (nurse)
  ERR||OBX^10^5^1|207^Application internal error^HL70357|E|9014^rate or volume beyond what the pump can deliver^L||step 3: 337 mL; the pump takes up to 60 mL|rate or volume beyond what the pump can deliver; use another pump or concentration (nurse)
  ERR||RXG^1^15^1|207^Application internal error^HL70357|E|9014^rate or volume beyond what the pump can deliver^L||step 3: 168 mL per hour; the pump delivers 0.01 to 99.9 mL per hour|rate or volume beyond what the pump can deliver; use another pump or concentration (nurse)
  ERR||RXG^1|207^Application internal error^HL70357|E|9014^rate or volume beyond what the pump can deliver^L||400 mL; the pump takes up to 60 mL|rate or volume beyond what the pump can deliver; use another pump or concentration (nurse)
  ERR||ORC^1^2^1|207^Application internal error^HL70357|E|9014^rate or volume beyond what the pump can deliver^L||400 mL; the pump takes up to 60 mL|rate or volume beyond what the pump can deliver; use another pump or concentration (nurse)
  ERR||RXG^1^4^1|207^Application internal error^HL70357|W|||an in-line filter|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000005, CA
