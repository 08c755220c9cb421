# shows: a gateway refuses an infusion in steps
# proves: B146 F28 F72 9041 9043 9044
# A gateway answers each command with another code: on the way back (RRG^O16 AE), each third at once (CE).
# The EHR is told the code, its cause, its owner and what to do; that command is never sent again, a new scan makes a new one.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0004^^^HOSP^MR||Invented^Dan^^^^^L||19660101|M
  PV1||O|INFUSION^8^||||||||||||||||TESTVISIT-0004
  ORC|NW|ORD1^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
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
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AA|EHR1
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||an in-line filter|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|OK|ORD1^EHR
fact report_answered STORY-R000001, CA

at 2026-03-02T10:05:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100500-0600||RGV^O15^RGV_O15|EHR2|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0004^^^HOSP^MR||Invented^Dan^^^^^L||19660101|M
  PV1||O|INFUSION^8^||||||||||||||||TESTVISIT-0004
  ORC|RE|ORD1^EHR|||||||20260302100500-0600||||||||||N0001^Invented^Nurse
  RXG|1|||IVIG10^Immune globulin 10%^L|400||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||||40|263872^MDC_DIM_X_G^MDC^g^g^UCUM|||||400|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1008^DEMOPUMP^ACDE48FFFE000002^EUI-64
fact pump_associated ORD1^EHR to P-1008^ACDE48FFFE000002, by N0001
fact program_due STORY-P000001, new_bag, ORD1^EHR to P-1008^ACDE48FFFE000002, step 1 continuous, rate 42 mL/h, volume 21 mL, duration 30 min, step 2 continuous, rate 84 mL/h, volume 42 mL, duration 30 min, step 3 continuous, rate 168 mL/h, volume 337 mL, expected rate 42 mL/h
ehr < ACK^O15
  MSA|CA|EHR2
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
  MSH|^~\&|PUMPGW^ACDE48FFFE000002^EUI-64|GENHOSP|BRIDGE^ACDE48FFFE000001^EUI-64|GENHOSP|20260302100500-0600||RRG^O16^RRG_O16|GW11|P|2.6|||AL|NE||UNICODE UTF-8|||IHE_PCD_RRG^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.2^ISO
  MSA|AE|STORY-P000001
  ERR|||207^Application internal error^HL70357|E|9041^Unable to parse multistep program^L
  ORC|UA|ORD1^EHR
fact pump_refused STORY-P000001, code 9041
fact answer_due STORY-R000002, to ehr
gateway < ACK^O16
  MSA|CA|GW11
ehr < RRG^O16
  MSA|AE|EHR2
  ERR|||207^Application internal error^HL70357|E|9041^Unable to parse multistep program^L||9041|the gateway does not understand the steps; compare the steps with the gateway's interface guide (integration)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000002, CA

at 2026-03-02T10:06:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100600-0600||RGV^O15^RGV_O15|EHR3|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0004^^^HOSP^MR||Invented^Dan^^^^^L||19660101|M
  PV1||O|INFUSION^8^||||||||||||||||TESTVISIT-0004
  ORC|RE|ORD1^EHR|||||||20260302100600-0600||||||||||N0001^Invented^Nurse
  RXG|1|||IVIG10^Immune globulin 10%^L|400||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||||40|263872^MDC_DIM_X_G^MDC^g^g^UCUM|||||400|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1008^DEMOPUMP^ACDE48FFFE000002^EUI-64
fact pump_associated ORD1^EHR to P-1008^ACDE48FFFE000002, by N0001
fact program_due STORY-P000002, new_bag, ORD1^EHR to P-1008^ACDE48FFFE000002, step 1 continuous, rate 42 mL/h, volume 21 mL, duration 30 min, step 2 continuous, rate 84 mL/h, volume 42 mL, duration 30 min, step 3 continuous, rate 168 mL/h, volume 337 mL, expected rate 42 mL/h
ehr < ACK^O15
  MSA|CA|EHR3
fact dispatch_started STORY-P000002, attempt 1
gateway < RGV^O15
  PID|||TEST-0004^^^HOSP^MR||Invented^Dan^^^^^L||19660101|M
  PV1||O|INFUSION^8||||||||||||||||TESTVISIT-0004
  ORC|RE|ORD1^EHR|||||||20260302100600-0600||||||||||N0001^Invented^Nurse
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
fact gateway_took STORY-P000002

gateway >
  MSH|^~\&|PUMPGW^ACDE48FFFE000002^EUI-64|GENHOSP|BRIDGE^ACDE48FFFE000001^EUI-64|GENHOSP|20260302100600-0600||RRG^O16^RRG_O16|GW12|P|2.6|||AL|NE||UNICODE UTF-8|||IHE_PCD_RRG^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.2^ISO
  MSA|AE|STORY-P000002
  ERR|||207^Application internal error^HL70357|E|9043^Medication does not support multistep^L
  ORC|UA|ORD1^EHR
fact pump_refused STORY-P000002, code 9043
fact answer_due STORY-R000003, to ehr
gateway < ACK^O16
  MSA|CA|GW12
ehr < RRG^O16
  MSA|AE|EHR3
  ERR|||207^Application internal error^HL70357|E|9043^Medication does not support multistep^L||9043|the pump's library allows no steps for this drug; change the order or the library (pharmacy)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000003, CA

at 2026-03-02T10:07:00-06:00

gateway does CE 9044

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100700-0600||RGV^O15^RGV_O15|EHR4|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0004^^^HOSP^MR||Invented^Dan^^^^^L||19660101|M
  PV1||O|INFUSION^8^||||||||||||||||TESTVISIT-0004
  ORC|RE|ORD1^EHR|||||||20260302100700-0600||||||||||N0001^Invented^Nurse
  RXG|1|||IVIG10^Immune globulin 10%^L|400||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||||40|263872^MDC_DIM_X_G^MDC^g^g^UCUM|||||400|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1008^DEMOPUMP^ACDE48FFFE000002^EUI-64
fact pump_associated ORD1^EHR to P-1008^ACDE48FFFE000002, by N0001
fact program_due STORY-P000003, new_bag, ORD1^EHR to P-1008^ACDE48FFFE000002, step 1 continuous, rate 42 mL/h, volume 21 mL, duration 30 min, step 2 continuous, rate 84 mL/h, volume 42 mL, duration 30 min, step 3 continuous, rate 168 mL/h, volume 337 mL, expected rate 42 mL/h
ehr < ACK^O15
  MSA|CA|EHR4
fact dispatch_started STORY-P000003, attempt 1
gateway < RGV^O15
  PID|||TEST-0004^^^HOSP^MR||Invented^Dan^^^^^L||19660101|M
  PV1||O|INFUSION^8||||||||||||||||TESTVISIT-0004
  ORC|RE|ORD1^EHR|||||||20260302100700-0600||||||||||N0001^Invented^Nurse
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
fact gateway_refused STORY-P000003, code 9044
fact answer_due STORY-R000004, to ehr
ehr < RRG^O16
  MSA|AE|EHR4
  ERR|||207^Application internal error^HL70357|E|9044^Multistep order type not supported^L||9044|the pump takes no steps by message; program the steps at the pump under the hospital's procedure (nurse)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000004, CA

gateway does CA

after 10 min
