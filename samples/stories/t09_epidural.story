# shows: an epidural runs on a channel that is dedicated to it, and on no other
# proves: F65 F66 K7 9004
# 12 mg/h, 400 mg in 200 mL (2 mg/mL): 6 mL/h. P-1001 is an ordinary channel: 9004; P-1005 takes epidural orders only.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0005^^^HOSP^MR||Invented^Eve^^^^^L||19940101|F
  PV1||I|LD^3^A||||||||||||||||TESTVISIT-0005
  ORC|NW|ORD1^EHR|||||||20260302100000-0600||PH0001^Invented^Pharmacist|D0007^Invented^Doctor
  RXE||ROPI^Ropivacaine 400 mg/200 mL^L|200||mL||||||||||||||||||12|mg/h|400|mg|||||||200|mL
  RXR|EP^Epidural^HL70162||IVP^IV Pump^HL70164
fact order_accepted ORD1^EHR, dose rate 12 mg/h, volume 200 mL, W line_needed at drug
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AA|EHR1
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||a line of its own|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|OK|ORD1^EHR
fact report_answered STORY-R000001, CA

at 2026-03-02T10:04:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100400-0600||RGV^O15^RGV_O15|EHR2|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0005^^^HOSP^MR||Invented^Eve^^^^^L||19940101|F
  PV1||I|LD^3^A||||||||||||||||TESTVISIT-0005
  ORC|RE|ORD1^EHR|||||||20260302100400-0600||N0002^Invented^Colleague||||||||N0001^Invented^Nurse
  RXG|1|||ROPI^Ropivacaine^L|200||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||12|265522^MDC_DIM_MILLI_G_PER_HR^MDC^mg/h^mg/h^UCUM|400|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||200|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^EP^HL70162||^IVP^HL70164
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^DEMOPUMP^ACDE48FFFE000002^EUI-64
fact program_refused ORD1^EHR to P-1001^ACDE48FFFE000002, E pump_not_for_route at RXR[1]-1, W line_needed at drug
fact answer_due STORY-R000002, to ehr
ehr < ACK^O15
  MSA|CA|EHR2
ehr < RRG^O16
  MSA|AE|EHR2
  ERR||RXR^1^1^1|207^Application internal error^HL70357|E|9004^this pump is not for the route of the order^L||epidural: only a pump that is dedicated to this route|this pump is not for the route of the order; take a pump that is meant for this route (nurse)
  ERR||RXG^1^4^1|207^Application internal error^HL70357|W|||a line of its own|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000002, CA

at 2026-03-02T10:05:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100500-0600||RGV^O15^RGV_O15|EHR3|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0005^^^HOSP^MR||Invented^Eve^^^^^L||19940101|F
  PV1||I|LD^3^A||||||||||||||||TESTVISIT-0005
  ORC|RE|ORD1^EHR|||||||20260302100500-0600||N0002^Invented^Colleague||||||||N0001^Invented^Nurse
  RXG|1|||ROPI^Ropivacaine^L|200||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||12|265522^MDC_DIM_MILLI_G_PER_HR^MDC^mg/h^mg/h^UCUM|400|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||200|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^EP^HL70162||^IVP^HL70164
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1005^DEMOPUMP^ACDE48FFFE000002^EUI-64
fact pump_associated ORD1^EHR to P-1005^ACDE48FFFE000002, by N0001
fact program_due STORY-P000001, new_bag, ORD1^EHR to P-1005^ACDE48FFFE000002, dose rate 12 mg/h, volume 200 mL, expected rate 6 mL/h
ehr < ACK^O15
  MSA|CA|EHR3
fact dispatch_started STORY-P000001, attempt 1
gateway < RGV^O15
  PID|||TEST-0005^^^HOSP^MR||Invented^Eve^^^^^L||19940101|F
  PV1||I|LD^3^A||||||||||||||||TESTVISIT-0005
  ORC|RE|ORD1^EHR|||||||20260302100500-0600||||||||||N0001^Invented^Nurse
  RXG|1|||ROPI^Ropivacaine 400 mg/200 mL^L|200||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||12|265522^MDC_DIM_MILLI_G_PER_HR^MDC^mg/h^mg/h^UCUM|400|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||200|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^EP^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1005^^ACDE48FFFE000002^EUI-64
fact gateway_took STORY-P000001

gateway >
  MSH|^~\&|PUMPGW^ACDE48FFFE000002^EUI-64|GENHOSP|BRIDGE^ACDE48FFFE000001^EUI-64|GENHOSP|20260302100505-0600||RRG^O16^RRG_O16|GW11|P|2.6|||AL|NE||UNICODE UTF-8|||IHE_PCD_RRG^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.2^ISO
  MSA|AA|STORY-P000001
  ORC|OK|ORD1^EHR
fact pump_programmed STORY-P000001
fact answer_due STORY-R000003, to ehr
gateway < ACK^O16
  MSA|CA|GW11
ehr < RRG^O16
  MSA|AA|EHR3
  ERR||RXG^1^4^1|207^Application internal error^HL70357|W|||a line of its own|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|OK|ORD1^EHR
fact report_answered STORY-R000003, CA
