# shows: the slow start of an infliximab
# proves: F26 F58
# 400 mg in 250 mL: 20, 40 and 80 mL/h for 15 min each (5 + 10 + 20 mL), 120 for 30 min (60 mL), 150 mL/h for the other 155 mL: 1 h 2 min. In all 2 h 17 min (hard 2 h).

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0004^^^HOSP^MR||Invented^Dan^^^^^L||19660101|M
  PV1||O|INFUSION^8^||||||||||||||||TESTVISIT-0004
  ORC|NW|ORD1^EHR|||||||20260302100000-0600||PH0001^Invented^Pharmacist|D0007^Invented^Doctor
  RXE||INFLIX^Infliximab 400 mg in NS 250 mL^L|250||mL||||||||||||||||||||400|mg|||||||250|mL
  TQ1|1|||||||||||S|15^min&&UCUM
  TQ1|2|||||||||||S|15^min&&UCUM
  TQ1|3|||||||||||S|15^min&&UCUM
  TQ1|4|||||||||||S|30^min&&UCUM
  TQ1|5
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|ST|158033^MDC_INFUS_TOTAL_NUM_STEPS^MDC|0.1.1.1|5||||||F
  OBX|2|ST|158037^MDC_INFUS_ORDER_STEP_TYPE^MDC|0.1.1.2|continuous||||||F
  OBX|3|NM|157784^MDC_FLOW_FLUID_PUMP^MDC|0.1.1.3|20|mL/h^^UCUM|||||F
  OBX|4|ST|158037^MDC_INFUS_ORDER_STEP_TYPE^MDC|0.1.2.1|continuous||||||F
  OBX|5|ST|0^MDCX_INFUS_ORDER_STEP_START_CONDITION^MDC|0.1.2.2|pause-for-confirmation||||||F
  OBX|6|NM|157784^MDC_FLOW_FLUID_PUMP^MDC|0.1.2.3|40|mL/h^^UCUM|||||F
  OBX|7|ST|158037^MDC_INFUS_ORDER_STEP_TYPE^MDC|0.1.3.1|continuous||||||F
  OBX|8|ST|0^MDCX_INFUS_ORDER_STEP_START_CONDITION^MDC|0.1.3.2|pause-for-confirmation||||||F
  OBX|9|NM|157784^MDC_FLOW_FLUID_PUMP^MDC|0.1.3.3|80|mL/h^^UCUM|||||F
  OBX|10|ST|158037^MDC_INFUS_ORDER_STEP_TYPE^MDC|0.1.4.1|continuous||||||F
  OBX|11|ST|0^MDCX_INFUS_ORDER_STEP_START_CONDITION^MDC|0.1.4.2|pause-for-confirmation||||||F
  OBX|12|NM|157784^MDC_FLOW_FLUID_PUMP^MDC|0.1.4.3|120|mL/h^^UCUM|||||F
  OBX|13|ST|158037^MDC_INFUS_ORDER_STEP_TYPE^MDC|0.1.5.1|continuous||||||F
  OBX|14|ST|0^MDCX_INFUS_ORDER_STEP_START_CONDITION^MDC|0.1.5.2|pause-for-confirmation||||||F
  OBX|15|NM|157784^MDC_FLOW_FLUID_PUMP^MDC|0.1.5.3|150|mL/h^^UCUM|||||F
  OBX|16|NM|157884^MDC_VOL_FLUID_TBI^MDC|0.1.5.4|155|mL^^UCUM|||||F
fact order_accepted ORD1^EHR, volume 250 mL, step 1 continuous, rate 20 mL/h, duration 15 min, step 2 continuous, rate 40 mL/h, duration 15 min, step 3 continuous, rate 80 mL/h, duration 15 min, step 4 continuous, rate 120 mL/h, duration 30 min, step 5 continuous, rate 150 mL/h, volume 155 mL, W line_needed at drug
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
  RXG|1|||INFLIX^Infliximab^L|250||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||||400|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1008^DEMOPUMP^ACDE48FFFE000002^EUI-64
fact pump_associated ORD1^EHR to P-1008^ACDE48FFFE000002, by N0001
fact program_due STORY-P000001, new_bag, ORD1^EHR to P-1008^ACDE48FFFE000002, step 1 continuous, rate 20 mL/h, volume 5 mL, duration 15 min, step 2 continuous, rate 40 mL/h, volume 10 mL, duration 15 min, step 3 continuous, rate 80 mL/h, volume 20 mL, duration 15 min, step 4 continuous, rate 120 mL/h, volume 60 mL, duration 30 min, step 5 continuous, rate 150 mL/h, volume 155 mL, expected rate 20 mL/h
ehr < ACK^O15
  MSA|CA|EHR2
fact dispatch_started STORY-P000001, attempt 1
gateway < RGV^O15
  PID|||TEST-0004^^^HOSP^MR||Invented^Dan^^^^^L||19660101|M
  PV1||O|INFUSION^8||||||||||||||||TESTVISIT-0004
  ORC|RE|ORD1^EHR|||||||20260302100500-0600||||||||||N0001^Invented^Nurse
  RXG|1|||INFLIX^Infliximab 400 mg in NS 250 mL^L|5||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||20|265266^MDC_DIM_MILLI_L_PER_HR^MDC^mL/h^mL/h^UCUM|400|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1008^^ACDE48FFFE000002^EUI-64
  OBX|2|NM|0^MDCX_INFUS_TOTAL_NUM_STEPS^MDC|0.1.1.1|5||||||F
  OBX|3|ST|0^MDCX_INFUS_ORDER_STEP_TYPE^MDC|0.1.1.2|continuous||||||F
  OBX|4|ST|0^MDCX_INFUS_ORDER_STEP_START_CONDITION^MDC|0.1.1.3|immediate||||||F
  RXG|2|||INFLIX^Infliximab 400 mg in NS 250 mL^L|10||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||40|265266^MDC_DIM_MILLI_L_PER_HR^MDC^mL/h^mL/h^UCUM|400|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|5|ST|0^MDCX_INFUS_ORDER_STEP_TYPE^MDC|0.1.2.1|continuous||||||F
  OBX|6|ST|0^MDCX_INFUS_ORDER_STEP_START_CONDITION^MDC|0.1.2.2|pause-for-confirmation||||||F
  RXG|3|||INFLIX^Infliximab 400 mg in NS 250 mL^L|20||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||80|265266^MDC_DIM_MILLI_L_PER_HR^MDC^mL/h^mL/h^UCUM|400|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|7|ST|0^MDCX_INFUS_ORDER_STEP_TYPE^MDC|0.1.3.1|continuous||||||F
  OBX|8|ST|0^MDCX_INFUS_ORDER_STEP_START_CONDITION^MDC|0.1.3.2|pause-for-confirmation||||||F
  RXG|4|||INFLIX^Infliximab 400 mg in NS 250 mL^L|60||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||120|265266^MDC_DIM_MILLI_L_PER_HR^MDC^mL/h^mL/h^UCUM|400|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|9|ST|0^MDCX_INFUS_ORDER_STEP_TYPE^MDC|0.1.4.1|continuous||||||F
  OBX|10|ST|0^MDCX_INFUS_ORDER_STEP_START_CONDITION^MDC|0.1.4.2|pause-for-confirmation||||||F
  RXG|5|||INFLIX^Infliximab 400 mg in NS 250 mL^L|155||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||150|265266^MDC_DIM_MILLI_L_PER_HR^MDC^mL/h^mL/h^UCUM|400|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|11|ST|0^MDCX_INFUS_ORDER_STEP_TYPE^MDC|0.1.5.1|continuous||||||F
  OBX|12|ST|0^MDCX_INFUS_ORDER_STEP_START_CONDITION^MDC|0.1.5.2|pause-for-confirmation||||||F
fact gateway_took STORY-P000001

gateway >
  MSH|^~\&|PUMPGW^ACDE48FFFE000002^EUI-64|GENHOSP|BRIDGE^ACDE48FFFE000001^EUI-64|GENHOSP|20260302100505-0600||RRG^O16^RRG_O16|GW11|P|2.6|||AL|NE||UNICODE UTF-8|||IHE_PCD_RRG^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.2^ISO
  MSA|AA|STORY-P000001
  ORC|OK|ORD1^EHR
fact pump_programmed STORY-P000001
fact answer_due STORY-R000002, to ehr
gateway < ACK^O16
  MSA|CA|GW11
ehr < RRG^O16
  MSA|AA|EHR2
  ERR||RXG^1^4^1|207^Application internal error^HL70357|W|||an in-line filter|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|OK|ORD1^EHR
fact report_answered STORY-R000002, CA
