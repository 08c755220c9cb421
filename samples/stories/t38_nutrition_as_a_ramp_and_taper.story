# shows: parenteral nutrition ordered as a ramp and taper, at home: the signed library's schedule makes steps of it
# proves: F26 F58; drug-library 1.7 D9
# 950 mL in 12 h. The schedule: 60 min at 25 %, 60 at 50, the rest (12 h less 4 = 8 h) at 100, 60 at 50, 60 at 25.
# R = 950 mL / (0.25 * 1 h + 0.5 * 1 h + 1 * 8 h + 0.5 * 1 h + 0.25 * 1 h) = 950 mL / 9.5 h = 100 mL/h:
# 25 + 50 + 8 * 100 + 50 + 25 = 950 mL. No step is more than twice the one before.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0204^^^HOSP^MR||Invented^Hank^^^^^L||19660101|M
  PV1||O|HOME^1^||||||||||||||||TESTVISIT-0204
  ORC|NW|ORD1^EHR|||||||20260302100000-0600||PH0001^Invented^Pharmacist|D0007^Invented^Doctor
  RXE||PNADULT^Parenteral nutrition, adult, central^L|950||mL
  TQ1|1||||||||||||12^h&&UCUM
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|CWE|158008^MDC_PUMP_PROGRAM_DELIVERY_MODE^MDC||477313^pump-program-delivery-mode-ramp-taper^MDC||||||F
fact order_accepted ORD1^EHR, volume 950 mL, duration 12 h, W line_needed at drug, W line_needed at drug
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AA|EHR1
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||a central line|the line must be as the drug library demands; check the line before starting (nurse)
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||an in-line filter|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|OK|ORD1^EHR
fact report_answered STORY-R000001, CA

at 2026-03-02T10:05:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100500-0600||RGV^O15^RGV_O15|EHR2|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0204^^^HOSP^MR||Invented^Hank^^^^^L||19660101|M
  PV1||O|HOME^1^||||||||||||||||TESTVISIT-0204
  ORC|RE|ORD1^EHR|||||||20260302100500-0600||||||||||N0001^Invented^Nurse
  RXG|1|||PNADULT^Parenteral nutrition^L|950||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1006^DEMOPUMP^ACDE48FFFE000002^EUI-64
fact pump_associated ORD1^EHR to P-1006^ACDE48FFFE000002, by N0001
fact program_due STORY-P000001, new_bag, ORD1^EHR to P-1006^ACDE48FFFE000002, step 1 continuous, rate 25 mL/h, volume 25 mL, duration 60 min, step 2 continuous, rate 50 mL/h, volume 50 mL, duration 60 min, step 3 continuous, rate 100 mL/h, volume 800 mL, duration 480 min, step 4 continuous, rate 50 mL/h, volume 50 mL, duration 60 min, step 5 continuous, rate 25 mL/h, volume 25 mL, duration 60 min, expected rate 25 mL/h
ehr < ACK^O15
  MSA|CA|EHR2
fact dispatch_started STORY-P000001, attempt 1
gateway < RGV^O15
  PID|||TEST-0204^^^HOSP^MR||Invented^Hank^^^^^L||19660101|M
  PV1||O|HOME^1||||||||||||||||TESTVISIT-0204
  ORC|RE|ORD1^EHR|||||||20260302100500-0600||||||||||N0001^Invented^Nurse
  RXG|1|||PNADULT^Parenteral nutrition, adult, central^L|25||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||25|265266^MDC_DIM_MILLI_L_PER_HR^MDC^mL/h^mL/h^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1006^^ACDE48FFFE000002^EUI-64
  OBX|2|NM|0^MDCX_INFUS_TOTAL_NUM_STEPS^MDC|0.1.1.1|5||||||F
  OBX|3|ST|0^MDCX_INFUS_ORDER_STEP_TYPE^MDC|0.1.1.2|continuous||||||F
  OBX|4|ST|0^MDCX_INFUS_ORDER_STEP_START_CONDITION^MDC|0.1.1.3|immediate||||||F
  RXG|2|||PNADULT^Parenteral nutrition, adult, central^L|50||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||50|265266^MDC_DIM_MILLI_L_PER_HR^MDC^mL/h^mL/h^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|5|ST|0^MDCX_INFUS_ORDER_STEP_TYPE^MDC|0.1.2.1|continuous||||||F
  OBX|6|ST|0^MDCX_INFUS_ORDER_STEP_START_CONDITION^MDC|0.1.2.2|immediate||||||F
  RXG|3|||PNADULT^Parenteral nutrition, adult, central^L|800||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||100|265266^MDC_DIM_MILLI_L_PER_HR^MDC^mL/h^mL/h^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|7|ST|0^MDCX_INFUS_ORDER_STEP_TYPE^MDC|0.1.3.1|continuous||||||F
  OBX|8|ST|0^MDCX_INFUS_ORDER_STEP_START_CONDITION^MDC|0.1.3.2|immediate||||||F
  RXG|4|||PNADULT^Parenteral nutrition, adult, central^L|50||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||50|265266^MDC_DIM_MILLI_L_PER_HR^MDC^mL/h^mL/h^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|9|ST|0^MDCX_INFUS_ORDER_STEP_TYPE^MDC|0.1.4.1|continuous||||||F
  OBX|10|ST|0^MDCX_INFUS_ORDER_STEP_START_CONDITION^MDC|0.1.4.2|immediate||||||F
  RXG|5|||PNADULT^Parenteral nutrition, adult, central^L|25||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||25|265266^MDC_DIM_MILLI_L_PER_HR^MDC^mL/h^mL/h^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|11|ST|0^MDCX_INFUS_ORDER_STEP_TYPE^MDC|0.1.5.1|continuous||||||F
  OBX|12|ST|0^MDCX_INFUS_ORDER_STEP_START_CONDITION^MDC|0.1.5.2|immediate||||||F
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
  ERR||RXG^1^4^1|207^Application internal error^HL70357|W|||a central line|the line must be as the drug library demands; check the line before starting (nurse)
  ERR||RXG^1^4^1|207^Application internal error^HL70357|W|||an in-line filter|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|OK|ORD1^EHR
fact report_answered STORY-R000002, CA
