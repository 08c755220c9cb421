# shows: a gateway refuses a piggyback
# proves: B146 F28 F72 9013 9030
# A gateway answers each command with another code: on the way back (RRG^O16 AE), each third at once (CE).
# The EHR is told the code, its cause, its owner and what to do; that command is never sent again, a new scan makes a new one.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0003^^^HOSP^MR||Invented^Cleo^^^^^L||19660101|F
  PV1||I|3W^21^B||||||||||||||||TESTVISIT-0003
  ORC|NW|ORD1^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||2193^Ceftriaxone 2 g in D5W 50 mL^L|2||g|||||||||||||||||M30|||2|g|||||||50|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164|IVPB^IV Piggyback^HL70165
fact order_accepted ORD1^EHR, dose 2 g, duration 30 min
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AA|EHR1
  ORC|OK|ORD1^EHR
fact report_answered STORY-R000001, CA

at 2026-03-02T10:05:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100500-0600||RGV^O15^RGV_O15|EHR2|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0003^^^HOSP^MR||Invented^Cleo^^^^^L||19660101|F
  PV1||I|3W^21^B||||||||||||||||TESTVISIT-0003
  ORC|RE|ORD1^EHR|||||||20260302100500-0600||||||||||N0001^Invented^Nurse
  RXG|1|||2193^Ceftriaxone^L|50||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||2|263872^MDC_DIM_X_G^MDC^g^g^UCUM|2|263872^MDC_DIM_X_G^MDC^g^g^UCUM|||||50|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  TQ1|1||||||||||||30^264352&MDC_DIM_MIN&MDC
  RXR|^IV^HL70162||^IVP^HL70164|^IVPB^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1003^DEMOPUMP^ACDE48FFFE000002^EUI-64
fact pump_associated ORD1^EHR to P-1003^ACDE48FFFE000002, by N0001
fact program_due STORY-P000001, new_bag, ORD1^EHR to P-1003^ACDE48FFFE000002, dose 2 g, volume 50 mL, duration 30 min, expected rate 100 mL/h
ehr < ACK^O15
  MSA|CA|EHR2
fact dispatch_started STORY-P000001, attempt 1
gateway < RGV^O15
  PID|||TEST-0003^^^HOSP^MR||Invented^Cleo^^^^^L||19660101|F
  PV1||I|3W^21^B||||||||||||||||TESTVISIT-0003
  ORC|RE|ORD1^EHR|||||||20260302100500-0600||||||||||N0001^Invented^Nurse
  RXG|1|||2193^Ceftriaxone 2 g in D5W 50 mL^L|50||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||2|263872^MDC_DIM_X_G^MDC^g^g^UCUM|2|263872^MDC_DIM_X_G^MDC^g^g^UCUM|||||50|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  TQ1|1||||||||||||30^264352&MDC_DIM_MIN&MDC
  RXR|^IV^HL70162||^IVP^HL70164|^IVPB^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1003^^ACDE48FFFE000002^EUI-64
fact gateway_took STORY-P000001

gateway >
  MSH|^~\&|PUMPGW^ACDE48FFFE000002^EUI-64|GENHOSP|BRIDGE^ACDE48FFFE000001^EUI-64|GENHOSP|20260302100500-0600||RRG^O16^RRG_O16|GW11|P|2.6|||AL|NE||UNICODE UTF-8|||IHE_PCD_RRG^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.2^ISO
  MSA|AE|STORY-P000001
  ERR|||207^Application internal error^HL70357|E|9013^Unable to program medication as piggyback^L
  ORC|UA|ORD1^EHR
fact pump_refused STORY-P000001, code 9013
fact answer_due STORY-R000002, to ehr
gateway < ACK^O16
  MSA|CA|GW11
ehr < RRG^O16
  MSA|AE|EHR2
  ERR|||207^Application internal error^HL70357|E|9013^Unable to program medication as piggyback^L||9013|the pump does not take this drug as a piggyback; give it as a primary infusion, or change the library (pharmacy)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000002, CA

at 2026-03-02T10:06:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100600-0600||RGV^O15^RGV_O15|EHR3|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0003^^^HOSP^MR||Invented^Cleo^^^^^L||19660101|F
  PV1||I|3W^21^B||||||||||||||||TESTVISIT-0003
  ORC|RE|ORD1^EHR|||||||20260302100600-0600||||||||||N0001^Invented^Nurse
  RXG|1|||2193^Ceftriaxone^L|50||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||2|263872^MDC_DIM_X_G^MDC^g^g^UCUM|2|263872^MDC_DIM_X_G^MDC^g^g^UCUM|||||50|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  TQ1|1||||||||||||30^264352&MDC_DIM_MIN&MDC
  RXR|^IV^HL70162||^IVP^HL70164|^IVPB^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1003^DEMOPUMP^ACDE48FFFE000002^EUI-64
fact pump_associated ORD1^EHR to P-1003^ACDE48FFFE000002, by N0001
fact program_due STORY-P000002, new_bag, ORD1^EHR to P-1003^ACDE48FFFE000002, dose 2 g, volume 50 mL, duration 30 min, expected rate 100 mL/h
ehr < ACK^O15
  MSA|CA|EHR3
fact dispatch_started STORY-P000002, attempt 1
gateway < RGV^O15
  PID|||TEST-0003^^^HOSP^MR||Invented^Cleo^^^^^L||19660101|F
  PV1||I|3W^21^B||||||||||||||||TESTVISIT-0003
  ORC|RE|ORD1^EHR|||||||20260302100600-0600||||||||||N0001^Invented^Nurse
  RXG|1|||2193^Ceftriaxone 2 g in D5W 50 mL^L|50||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||2|263872^MDC_DIM_X_G^MDC^g^g^UCUM|2|263872^MDC_DIM_X_G^MDC^g^g^UCUM|||||50|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  TQ1|1||||||||||||30^264352&MDC_DIM_MIN&MDC
  RXR|^IV^HL70162||^IVP^HL70164|^IVPB^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1003^^ACDE48FFFE000002^EUI-64
fact gateway_took STORY-P000002

gateway >
  MSH|^~\&|PUMPGW^ACDE48FFFE000002^EUI-64|GENHOSP|BRIDGE^ACDE48FFFE000001^EUI-64|GENHOSP|20260302100600-0600||RRG^O16^RRG_O16|GW12|P|2.6|||AL|NE||UNICODE UTF-8|||IHE_PCD_RRG^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.2^ISO
  MSA|AE|STORY-P000002
  ERR|||207^Application internal error^HL70357|E|9030^Current medication cannot be interrupted (by piggyback)^L
  ORC|UA|ORD1^EHR
fact pump_refused STORY-P000002, code 9030
fact answer_due STORY-R000003, to ehr
gateway < ACK^O16
  MSA|CA|GW12
ehr < RRG^O16
  MSA|AE|EHR3
  ERR|||207^Application internal error^HL70357|E|9030^Current medication cannot be interrupted (by piggyback)^L||9030|what runs may not be interrupted; use another channel, or ask the pharmacy (nurse)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000003, CA

after 10 min
