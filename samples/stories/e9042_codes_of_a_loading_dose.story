# shows: a gateway refuses a loading dose
# proves: B146 F28 F72 9042
# A gateway answers each command with another code: on the way back (RRG^O16 AE), each third at once (CE).
# The EHR is told the code, its cause, its owner and what to do; that command is never sent again, a new scan makes a new one.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0005^^^HOSP^MR||Invented^Eve^^^^^L||19940101|F
  PV1||I|LD^3^A||||||||||||||||TESTVISIT-0005
  ORC|NW|ORD1^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||MAGSULF^Magnesium sulfate 20 g/500 mL^L|500||mL||||||||||||||||||2|g/h|20|g|||||||500|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|NM|158018^MDC_DOSE_LOADING^MDC|0.1.1.1|4|g^^UCUM|||||F
fact order_accepted ORD1^EHR, dose rate 2 g/h, volume 500 mL, loading dose 4 g, held by a soft limit, W loading_rate_missing at OBX[1]-5
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AA|EHR1
  ERR||OBX^1^5^1|207^Application internal error^HL70357|W|9003^how fast the loading dose runs is not said, so the pump decides^L|||how fast the loading dose runs is not said, so the pump decides; send it as the first step, with its rate or time, or a pharmacist or prescriber releases it with a reason (prescriber)
  ORC|OK|ORD1^EHR
fact report_answered STORY-R000001, CA

# How fast the loading dose runs is not said, so a person has to.
at 2026-03-02T10:03:00-06:00

api > POST /api/releases
  {
    "order": {
      "id": "ORD1",
      "namespace": "EHR"
    },
    "by": "PH0001",
    "reason": "the pump's own library gives 4 g in 20 minutes"
  }
fact order_released ORD1^EHR, by PH0001
api < 200

at 2026-03-02T10:05:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100500-0600||RGV^O15^RGV_O15|EHR2|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0005^^^HOSP^MR||Invented^Eve^^^^^L||19940101|F
  PV1||I|LD^3^A||||||||||||||||TESTVISIT-0005
  ORC|RE|ORD1^EHR|||||||20260302100500-0600||N0002^Invented^Colleague||||||||N0001^Invented^Nurse
  RXG|1|||MAGSULF^Magnesium sulfate^L|500||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||2|265504^MDC_DIM_X_G_PER_HR^MDC^g/h^g/h^UCUM|20|263872^MDC_DIM_X_G^MDC^g^g^UCUM|||||500|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1002^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|NM|158018^MDC_DOSE_LOADING^MDC|0.1.1.1|4|263872^MDC_DIM_X_G^MDC^g^g^UCUM|||||F
fact pump_associated ORD1^EHR to P-1002^ACDE48FFFE000002, by N0001
fact program_due STORY-P000001, new_bag, ORD1^EHR to P-1002^ACDE48FFFE000002, dose rate 2 g/h, volume 500 mL, loading dose 4 g, expected rate 50 mL/h
ehr < ACK^O15
  MSA|CA|EHR2
fact dispatch_started STORY-P000001, attempt 1
gateway < RGV^O15
  PID|||TEST-0005^^^HOSP^MR||Invented^Eve^^^^^L||19940101|F
  PV1||I|LD^3^A||||||||||||||||TESTVISIT-0005
  ORC|RE|ORD1^EHR|||||||20260302100500-0600||||||||||N0001^Invented^Nurse
  RXG|1|||MAGSULF^Magnesium sulfate 20 g/500 mL^L|500||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||2|265504^MDC_DIM_X_G_PER_HR^MDC^g/h^g/h^UCUM|20|263872^MDC_DIM_X_G^MDC^g^g^UCUM|||||500|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1002^^ACDE48FFFE000002^EUI-64
  OBX|2|NM|158018^MDC_DOSE_LOADING^MDC|0.1.1.1|4|263872^MDC_DIM_X_G^MDC^g^g^UCUM|||||F
fact gateway_took STORY-P000001

gateway >
  MSH|^~\&|PUMPGW^ACDE48FFFE000002^EUI-64|GENHOSP|BRIDGE^ACDE48FFFE000001^EUI-64|GENHOSP|20260302100500-0600||RRG^O16^RRG_O16|GW11|P|2.6|||AL|NE||UNICODE UTF-8|||IHE_PCD_RRG^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.2^ISO
  MSA|AE|STORY-P000001
  ERR|||207^Application internal error^HL70357|E|9042^Medication not configured for loading dose^L
  ORC|UA|ORD1^EHR
fact pump_refused STORY-P000001, code 9042
fact answer_due STORY-R000002, to ehr
gateway < ACK^O16
  MSA|CA|GW11
ehr < RRG^O16
  MSA|AE|EHR2
  ERR|||207^Application internal error^HL70357|E|9042^Medication not configured for loading dose^L||9042|the pump's library allows no loading dose of this drug; change the order or the library (pharmacy)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000002, CA

after 10 min
