# shows: a gateway refuses what is dosed by body surface
# proves: B146 F28 F72 9020 9027
# A gateway answers each command with another code: on the way back (RRG^O16 AE), each third at once (CE).
# The EHR is told the code, its cause, its owner and what to do; that command is never sent again, a new scan makes a new one.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0004^^^HOSP^MR||Invented^Dan^^^^^L||19660101|M
  PV1||O|INFUSION^8^||||||||||||||||TESTVISIT-0004
  ORC|NW|ORD1^EHR|||||||20260302100000-0600||PH0001^Invented^Pharmacist|D0007^Invented^Doctor
  RXE||5FU^Fluorouracil 5 g in 100 mL^L|100||mL||||||||||||||||||1000|mg/m2/day|5|g|||||||100|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|NM|3140-1^Body surface area^LN||1.8|m2^square meter^UCUM|||||F
fact order_accepted ORD1^EHR, dose rate 1000 mg/m2/d, volume 100 mL, surface 1.8 m2, W line_needed at drug
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AA|EHR1
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||a central line|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|OK|ORD1^EHR
fact report_answered STORY-R000001, CA

at 2026-03-02T10:05:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100500-0600||RGV^O15^RGV_O15|EHR2|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0004^^^HOSP^MR||Invented^Dan^^^^^L||19660101|M
  PV1||O|INFUSION^8^||||||||||||||||TESTVISIT-0004
  ORC|RE|ORD1^EHR|||||||20260302100500-0600||N0002^Invented^Colleague||||||||N0001^Invented^Nurse
  RXG|1|||5FU^Fluorouracil^L|100||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||1000|269330^MDC_DIM_MILLI_G_PER_M_SQ_PER_DAY^MDC^mg/m2/d^mg/m2/d^UCUM|5|263872^MDC_DIM_X_G^MDC^g^g^UCUM|||||100|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1008^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|NM|188744^MDC_AREA_BODY_SURF_ACTUAL^MDC|0.1.1.2|1.8|263616^MDC_DIM_SQ_X_M^MDC^m2^m2^UCUM|||||F
fact pump_associated ORD1^EHR to P-1008^ACDE48FFFE000002, by N0001
fact program_due STORY-P000001, new_bag, ORD1^EHR to P-1008^ACDE48FFFE000002, dose rate 1000 mg/m2/d, volume 100 mL, surface 1.8 m2, expected rate 1.5 mL/h
ehr < ACK^O15
  MSA|CA|EHR2
fact dispatch_started STORY-P000001, attempt 1
gateway < RGV^O15
  PID|||TEST-0004^^^HOSP^MR||Invented^Dan^^^^^L||19660101|M
  PV1||O|INFUSION^8||||||||||||||||TESTVISIT-0004
  ORC|RE|ORD1^EHR|||||||20260302100500-0600||||||||||N0001^Invented^Nurse
  RXG|1|||5FU^Fluorouracil 5 g in 100 mL^L|100||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||1000|269330^MDC_DIM_MILLI_G_PER_M_SQ_PER_DAY^MDC^mg/m2/d^mg/m2/d^UCUM|5|263872^MDC_DIM_X_G^MDC^g^g^UCUM|||||100|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1008^^ACDE48FFFE000002^EUI-64
  OBX|2|NM|188744^MDC_AREA_BODY_SURF_ACTUAL^MDC|0.1.1.1|1.8|263616^MDC_DIM_SQ_X_M^MDC^m2^m2^UCUM|||||F
fact gateway_took STORY-P000001

gateway >
  MSH|^~\&|PUMPGW^ACDE48FFFE000002^EUI-64|GENHOSP|BRIDGE^ACDE48FFFE000001^EUI-64|GENHOSP|20260302100500-0600||RRG^O16^RRG_O16|GW11|P|2.6|||AL|NE||UNICODE UTF-8|||IHE_PCD_RRG^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.2^ISO
  MSA|AE|STORY-P000001
  ERR|||207^Application internal error^HL70357|E|9020^Patient height missing^L
  ORC|UA|ORD1^EHR
fact pump_refused STORY-P000001, code 9020
fact answer_due STORY-R000002, to ehr
gateway < ACK^O16
  MSA|CA|GW11
ehr < RRG^O16
  MSA|AE|EHR2
  ERR|||207^Application internal error^HL70357|E|9020^Patient height missing^L||9020|the pump doses by body surface and got no height; measure and chart the height, then scan again (nurse)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000002, CA

at 2026-03-02T10:06:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100600-0600||RGV^O15^RGV_O15|EHR3|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0004^^^HOSP^MR||Invented^Dan^^^^^L||19660101|M
  PV1||O|INFUSION^8^||||||||||||||||TESTVISIT-0004
  ORC|RE|ORD1^EHR|||||||20260302100600-0600||N0002^Invented^Colleague||||||||N0001^Invented^Nurse
  RXG|1|||5FU^Fluorouracil^L|100||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||1000|269330^MDC_DIM_MILLI_G_PER_M_SQ_PER_DAY^MDC^mg/m2/d^mg/m2/d^UCUM|5|263872^MDC_DIM_X_G^MDC^g^g^UCUM|||||100|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1008^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|NM|188744^MDC_AREA_BODY_SURF_ACTUAL^MDC|0.1.1.2|1.8|263616^MDC_DIM_SQ_X_M^MDC^m2^m2^UCUM|||||F
fact pump_associated ORD1^EHR to P-1008^ACDE48FFFE000002, by N0001
fact program_due STORY-P000002, new_bag, ORD1^EHR to P-1008^ACDE48FFFE000002, dose rate 1000 mg/m2/d, volume 100 mL, surface 1.8 m2, expected rate 1.5 mL/h
ehr < ACK^O15
  MSA|CA|EHR3
fact dispatch_started STORY-P000002, attempt 1
gateway < RGV^O15
  PID|||TEST-0004^^^HOSP^MR||Invented^Dan^^^^^L||19660101|M
  PV1||O|INFUSION^8||||||||||||||||TESTVISIT-0004
  ORC|RE|ORD1^EHR|||||||20260302100600-0600||||||||||N0001^Invented^Nurse
  RXG|1|||5FU^Fluorouracil 5 g in 100 mL^L|100||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||1000|269330^MDC_DIM_MILLI_G_PER_M_SQ_PER_DAY^MDC^mg/m2/d^mg/m2/d^UCUM|5|263872^MDC_DIM_X_G^MDC^g^g^UCUM|||||100|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1008^^ACDE48FFFE000002^EUI-64
  OBX|2|NM|188744^MDC_AREA_BODY_SURF_ACTUAL^MDC|0.1.1.1|1.8|263616^MDC_DIM_SQ_X_M^MDC^m2^m2^UCUM|||||F
fact gateway_took STORY-P000002

gateway >
  MSH|^~\&|PUMPGW^ACDE48FFFE000002^EUI-64|GENHOSP|BRIDGE^ACDE48FFFE000001^EUI-64|GENHOSP|20260302100600-0600||RRG^O16^RRG_O16|GW12|P|2.6|||AL|NE||UNICODE UTF-8|||IHE_PCD_RRG^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.2^ISO
  MSA|AE|STORY-P000002
  ERR|||207^Application internal error^HL70357|E|9027^Patient BSA missing^L
  ORC|UA|ORD1^EHR
fact pump_refused STORY-P000002, code 9027
fact answer_due STORY-R000003, to ehr
gateway < ACK^O16
  MSA|CA|GW12
ehr < RRG^O16
  MSA|AE|EHR3
  ERR|||207^Application internal error^HL70357|E|9027^Patient BSA missing^L||9027|the pump doses by body surface and got none; chart height and weight or the body surface, then scan again (nurse)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000003, CA

after 10 min
