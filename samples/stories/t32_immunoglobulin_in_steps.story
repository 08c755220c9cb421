# shows: each step of an immunoglobulin waits for a person
# proves: F26 F58 V14
# 40 g in 400 mL: 42 mL/h for 30 min (21 mL), 84 mL/h for 30 min (42 mL), 168 mL/h for the other 337 mL: 2 h 21 s. 168 / 84 = 2 (plan 2.5).
# Without the wait for a person it is refused, and so is a first step of 42 followed by 420 mL/h.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0004^^^HOSP^MR||Invented^Dan^^^^^L||19660101|M
  PV1||O|INFUSION^8^||||||||||||||||TESTVISIT-0004
  ORC|NW|ORD8^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||IVIG10^Immune globulin 10%^L|400||mL||||||||||||||||||||40|g|||||||400|mL
  TQ1|1|||||||||||S|30^min&&UCUM
  TQ1|2|||||||||||S|30^min&&UCUM
  TQ1|3
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|ST|158033^MDC_INFUS_TOTAL_NUM_STEPS^MDC|0.1.1.1|3||||||F
  OBX|2|ST|158037^MDC_INFUS_ORDER_STEP_TYPE^MDC|0.1.1.2|continuous||||||F
  OBX|3|NM|157784^MDC_FLOW_FLUID_PUMP^MDC|0.1.1.3|42|mL/h^^UCUM|||||F
  OBX|4|ST|158037^MDC_INFUS_ORDER_STEP_TYPE^MDC|0.1.2.1|continuous||||||F
  OBX|5|NM|157784^MDC_FLOW_FLUID_PUMP^MDC|0.1.2.2|84|mL/h^^UCUM|||||F
  OBX|6|ST|158037^MDC_INFUS_ORDER_STEP_TYPE^MDC|0.1.3.1|continuous||||||F
  OBX|7|NM|157784^MDC_FLOW_FLUID_PUMP^MDC|0.1.3.2|168|mL/h^^UCUM|||||F
  OBX|8|NM|157884^MDC_VOL_FLUID_TBI^MDC|0.1.3.3|337|mL^^UCUM|||||F
fact order_refused ORD8^EHR, new_order, E steps_outside_plan at OBX[5]-5, E steps_outside_plan at OBX[7]-5, W line_needed at drug
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AE|EHR1
  ERR||OBX^5^5^1|207^Application internal error^HL70357|E|9005^the steps are not as the drug library's plan demands^L||step 2: it must wait for a person's confirmation|the steps are not as the drug library's plan demands; correct the steps, or have the plan changed (prescriber)
  ERR||OBX^7^5^1|207^Application internal error^HL70357|E|9005^the steps are not as the drug library's plan demands^L||step 3: it must wait for a person's confirmation|the steps are not as the drug library's plan demands; correct the steps, or have the plan changed (prescriber)
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||an in-line filter|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|UA|ORD8^EHR
fact report_answered STORY-R000001, CA

at 2026-03-02T10:01:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100100-0600||RDE^O11^RDE_O11|EHR2|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0004^^^HOSP^MR||Invented^Dan^^^^^L||19660101|M
  PV1||O|INFUSION^8^||||||||||||||||TESTVISIT-0004
  ORC|NW|ORD9^EHR|||||||20260302100100-0600|||D0007^Invented^Doctor
  RXE||IVIG10^Immune globulin 10%^L|400||mL||||||||||||||||||||40|g|||||||400|mL
  TQ1|1|||||||||||S|30^min&&UCUM
  TQ1|2
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|ST|158033^MDC_INFUS_TOTAL_NUM_STEPS^MDC|0.1.1.1|2||||||F
  OBX|2|ST|158037^MDC_INFUS_ORDER_STEP_TYPE^MDC|0.1.1.2|continuous||||||F
  OBX|3|NM|157784^MDC_FLOW_FLUID_PUMP^MDC|0.1.1.3|42|mL/h^^UCUM|||||F
  OBX|4|ST|158037^MDC_INFUS_ORDER_STEP_TYPE^MDC|0.1.2.1|continuous||||||F
  OBX|5|ST|0^MDCX_INFUS_ORDER_STEP_START_CONDITION^MDC|0.1.2.2|pause-for-confirmation||||||F
  OBX|6|NM|157784^MDC_FLOW_FLUID_PUMP^MDC|0.1.2.3|420|mL/h^^UCUM|||||F
  OBX|7|NM|157884^MDC_VOL_FLUID_TBI^MDC|0.1.2.4|379|mL^^UCUM|||||F
fact order_refused ORD9^EHR, new_order, W soft_limit_above at OBX[6]-5, E steps_outside_plan at OBX[6]-5, W line_needed at drug
fact answer_due STORY-R000002, to ehr
ehr < ACK^O11
  MSA|CA|EHR2
ehr < RRE^O12
  MSA|AE|EHR2
  ERR||OBX^6^5^1|207^Application internal error^HL70357|W|9005^above the soft limit of the drug library^L||step 2: rate 420 mL per hour; soft limit up to 350 mL per hour|above the soft limit of the drug library; a pharmacist or prescriber releases the order with a reason, or corrects it (pharmacy)
  ERR||OBX^6^5^1|207^Application internal error^HL70357|E|9005^the steps are not as the drug library's plan demands^L||step 2: 420 mL per hour after 42 mL per hour; the plan allows 2.5 times|the steps are not as the drug library's plan demands; correct the steps, or have the plan changed (prescriber)
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||an in-line filter|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|UA|ORD9^EHR
fact report_answered STORY-R000002, CA

at 2026-03-02T10:02:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100200-0600||RDE^O11^RDE_O11|EHR3|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0004^^^HOSP^MR||Invented^Dan^^^^^L||19660101|M
  PV1||O|INFUSION^8^||||||||||||||||TESTVISIT-0004
  ORC|NW|ORD1^EHR|||||||20260302100200-0600|||D0007^Invented^Doctor
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
fact answer_due STORY-R000003, to ehr
ehr < ACK^O11
  MSA|CA|EHR3
ehr < RRE^O12
  MSA|AA|EHR3
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||an in-line filter|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|OK|ORD1^EHR
fact report_answered STORY-R000003, CA

at 2026-03-02T10:05:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100500-0600||RGV^O15^RGV_O15|EHR4|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0004^^^HOSP^MR||Invented^Dan^^^^^L||19660101|M
  PV1||O|INFUSION^8^||||||||||||||||TESTVISIT-0004
  ORC|RE|ORD1^EHR|||||||20260302100500-0600||||||||||N0001^Invented^Nurse
  RXG|1|||IVIG10^Immune globulin 10%^L|400||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||||40|263872^MDC_DIM_X_G^MDC^g^g^UCUM|||||400|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1008^DEMOPUMP^ACDE48FFFE000002^EUI-64
fact pump_associated ORD1^EHR to P-1008^ACDE48FFFE000002, by N0001
fact program_due STORY-P000001, new_bag, ORD1^EHR to P-1008^ACDE48FFFE000002, step 1 continuous, rate 42 mL/h, volume 21 mL, duration 30 min, step 2 continuous, rate 84 mL/h, volume 42 mL, duration 30 min, step 3 continuous, rate 168 mL/h, volume 337 mL, expected rate 42 mL/h
ehr < ACK^O15
  MSA|CA|EHR4
fact dispatch_started STORY-P000001, attempt 1
gateway < RGV^O15
  PID|||TEST-0004^^^HOSP^MR||Invented^Dan^^^^^L||19660101|M
  PV1||O|INFUSION^8||||||||||||||||TESTVISIT-0004
  ORC|RE|ORD1^EHR|||||||20260302100500-0600||||||||||N0001^Invented^Nurse
  RXG|1|||IVIG10^Immune globulin 10%^L|21||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||42|265266^MDC_DIM_MILLI_L_PER_HR^MDC^mL/h^mL/h^UCUM|40|263872^MDC_DIM_X_G^MDC^g^g^UCUM|||||400|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1008^^ACDE48FFFE000002^EUI-64
  OBX|2|NM|0^MDCX_INFUS_TOTAL_NUM_STEPS^MDC|0.1.1.1|3||||||F
  OBX|3|ST|0^MDCX_INFUS_ORDER_STEP_TYPE^MDC|0.1.1.2|continuous||||||F
  OBX|4|ST|0^MDCX_INFUS_ORDER_STEP_START_CONDITION^MDC|0.1.1.3|immediate||||||F
  RXG|2|||IVIG10^Immune globulin 10%^L|42||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||84|265266^MDC_DIM_MILLI_L_PER_HR^MDC^mL/h^mL/h^UCUM|40|263872^MDC_DIM_X_G^MDC^g^g^UCUM|||||400|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|5|ST|0^MDCX_INFUS_ORDER_STEP_TYPE^MDC|0.1.2.1|continuous||||||F
  OBX|6|ST|0^MDCX_INFUS_ORDER_STEP_START_CONDITION^MDC|0.1.2.2|pause-for-confirmation||||||F
  RXG|3|||IVIG10^Immune globulin 10%^L|337||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||168|265266^MDC_DIM_MILLI_L_PER_HR^MDC^mL/h^mL/h^UCUM|40|263872^MDC_DIM_X_G^MDC^g^g^UCUM|||||400|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|7|ST|0^MDCX_INFUS_ORDER_STEP_TYPE^MDC|0.1.3.1|continuous||||||F
  OBX|8|ST|0^MDCX_INFUS_ORDER_STEP_START_CONDITION^MDC|0.1.3.2|pause-for-confirmation||||||F
fact gateway_took STORY-P000001

gateway >
  MSH|^~\&|PUMPGW^ACDE48FFFE000002^EUI-64|GENHOSP|BRIDGE^ACDE48FFFE000001^EUI-64|GENHOSP|20260302100505-0600||RRG^O16^RRG_O16|GW11|P|2.6|||AL|NE||UNICODE UTF-8|||IHE_PCD_RRG^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.2^ISO
  MSA|AA|STORY-P000001
  ORC|OK|ORD1^EHR
fact pump_programmed STORY-P000001
fact answer_due STORY-R000004, to ehr
gateway < ACK^O16
  MSA|CA|GW11
ehr < RRG^O16
  MSA|AA|EHR4
  ERR||RXG^1^4^1|207^Application internal error^HL70357|W|||an in-line filter|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|OK|ORD1^EHR
fact report_answered STORY-R000004, CA
