# shows: a loading dose runs at a pace of its own: only the infusion after it is held against the order
# proves: F83 F75; ihe-pcd 3.6
# 4 g are 100 mL at 300 mL/h; then 50 mL/h are ordered and 40 mL/h run, which is told.

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
  MSH|^~\&|PUMPGW^ACDE48FFFE000002^EUI-64|GENHOSP|BRIDGE^ACDE48FFFE000001^EUI-64|GENHOSP|20260302100505-0600||RRG^O16^RRG_O16|GW11|P|2.6|||AL|NE||UNICODE UTF-8|||IHE_PCD_RRG^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.2^ISO
  MSA|AA|STORY-P000001
  ORC|OK|ORD1^EHR
fact pump_programmed STORY-P000001
fact answer_due STORY-R000002, to ehr
gateway < ACK^O16
  MSA|CA|GW11
ehr < RRG^O16
  MSA|AA|EHR2
  ERR||OBX^1^5^1|207^Application internal error^HL70357|W|9003^how fast the loading dose runs is not said, so the pump decides^L|||how fast the loading dose runs is not said, so the pump decides; send it as the first step, with its rate or time, or a pharmacist or prescriber releases it with a reason (prescriber)
  ORC|OK|ORD1^EHR
fact report_answered STORY-R000002, CA

at 2026-03-02T10:06:00-06:00

gateway >
  MSH|^~\&|PUMPGW^ACDE48FFFE000002^EUI-64|GENHOSP|BRIDGE^ACDE48FFFE000001^EUI-64|GENHOSP|20260302100600-0600||ORU^R42^ORU_R01|GW21|P|2.6|||AL|NE||UNICODE UTF-8|||IHE_PCD_010^IHE PCD^1.3.6.1.4.1.19376.1.6.4.10^ISO
  PID|||TEST-0005^^^HOSP^MR||Invented^Eve^^^^^L||19940101|F
  PV1||I|LD^3^A||||||||||||||||TESTVISIT-0005
  OBR|1|ORD1^EHR|GW21^PUMPGW^ACDE48FFFE000002^EUI-64|MAGSULF^Magnesium sulfate^L|||20260302100600-0600
  OBX|1||70049^MDC_DEV_PUMP_INFUS_LVP_MDS^MDC|1.0.0.0|||||||X|||||||P-1002^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|CWE|68487^MDC_ATTR_EVT_COND^MDC|1.0.0.1|197288^MDC_EVT_PUMP_DELIV_START^MDC||||||R
  OBX|3|ST|68488^MDC_ATTR_EVT_SOURCE^MDC|1.0.0.2|1.1.3.0||||||R
  OBX|4||70050^MDC_DEV_PUMP_INFUS_LVP_VMD^MDC|1.1.0.0|||||||X
  OBX|5||70067^MDC_DEV_PUMP_DELIVERY_INFO^MDC|1.1.1.0|||||||X
  OBX|6|CWE|184519^MDC_PUMP_INFUSING_STATUS^MDC|1.1.1.1|^pump-status-infusing||||||R
  OBX|7|CWE|158016^MDC_PUMP_ACTIVE_SOURCES^MDC|1.1.1.3|^pump-source-info-loading||||||R
  OBX|8||70071^MDC_DEV_PUMP_INFUSATE_SOURCE_PRIMARY_CHAN^MDC|1.1.2.0|||||||X
  OBX|9||70083^MDC_DEV_PUMP_LOADING_DOSE_INFO^MDC|1.1.3.0|||||||X
  OBX|10|CWE|158005^MDC_PUMP_CURRENT_DELIVERY_STATUS^MDC|1.1.3.1|^pump-delivery-status-delivering||||||R
  OBX|11|NM|157784^MDC_FLOW_FLUID_PUMP^MDC|1.1.3.5|300|265266^MDC_DIM_MILLI_L_PER_HR^MDC^mL/h^mL/h^UCUM|||||R
  OBX|12|NM|157884^MDC_VOL_FLUID_TBI^MDC|1.1.3.7|100|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM|||||R
fact event_recorded GW21^PUMPGW, delivery_start, delivering, pump P-1002^ACDE48FFFE000002, rate 300 mL/h, administration ASTORY-P000001
fact administration_changed ASTORY-P000001, version 1, in_progress
fact report_due STORY-R000003, record 1, new_bag, rate 300 mL/h
gateway < ACK^R42
  MSA|CA|GW21
ehr < RAS^O17
  PID|||TEST-0005^^^HOSP^MR||Invented^Eve^^^^^L||19940101|F
  PV1||I|LD^3^A||||||||||||||||TESTVISIT-0005
  ORC|RE|ORD1^EHR|ASTORY-P000001^BRIDGE||||||20260302100600-0600
  RXA|0|1|20260302100600-0600|20260302100600-0600|MAGSULF^Magnesium sulfate 20 g/500 mL^L|300|mL^mL^UCUM||^New bag 300 mL per hour|N0001^Invented^Nurse||H1|20|g^g^UCUM|||||||A|20260302160600+0000|500|mL^mL^UCUM
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
fact report_answered STORY-R000003, CA

at 2026-03-02T10:26:00-06:00

gateway >
  MSH|^~\&|PUMPGW^ACDE48FFFE000002^EUI-64|GENHOSP|BRIDGE^ACDE48FFFE000001^EUI-64|GENHOSP|20260302102600-0600||ORU^R42^ORU_R01|GW22|P|2.6|||AL|NE||UNICODE UTF-8|||IHE_PCD_010^IHE PCD^1.3.6.1.4.1.19376.1.6.4.10^ISO
  PID|||TEST-0005^^^HOSP^MR||Invented^Eve^^^^^L||19940101|F
  PV1||I|LD^3^A||||||||||||||||TESTVISIT-0005
  OBR|1|ORD1^EHR|GW22^PUMPGW^ACDE48FFFE000002^EUI-64|MAGSULF^Magnesium sulfate^L|||20260302102600-0600
  OBX|1||70049^MDC_DEV_PUMP_INFUS_LVP_MDS^MDC|1.0.0.0|||||||X|||||||P-1002^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|CWE|68487^MDC_ATTR_EVT_COND^MDC|1.0.0.1|197290^MDC_EVT_PUMP_DELIV_STOP^MDC||||||R
  OBX|3|ST|68488^MDC_ATTR_EVT_SOURCE^MDC|1.0.0.2|1.1.3.0||||||R
  OBX|4||70050^MDC_DEV_PUMP_INFUS_LVP_VMD^MDC|1.1.0.0|||||||X
  OBX|5||70067^MDC_DEV_PUMP_DELIVERY_INFO^MDC|1.1.1.0|||||||X
  OBX|6|CWE|184519^MDC_PUMP_INFUSING_STATUS^MDC|1.1.1.1|^pump-status-infusing||||||R
  OBX|7|CWE|158016^MDC_PUMP_ACTIVE_SOURCES^MDC|1.1.1.3|^pump-source-info-loading||||||R
  OBX|8||70071^MDC_DEV_PUMP_INFUSATE_SOURCE_PRIMARY_CHAN^MDC|1.1.2.0|||||||X
  OBX|9||70083^MDC_DEV_PUMP_LOADING_DOSE_INFO^MDC|1.1.3.0|||||||X
  OBX|10|CWE|158005^MDC_PUMP_CURRENT_DELIVERY_STATUS^MDC|1.1.3.1|^pump-delivery-status-transitioning||||||R
  OBX|11|NM|157784^MDC_FLOW_FLUID_PUMP^MDC|1.1.3.5|300|265266^MDC_DIM_MILLI_L_PER_HR^MDC^mL/h^mL/h^UCUM|||||R
  OBX|12|NM|157884^MDC_VOL_FLUID_TBI^MDC|1.1.3.7|100|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM|||||R
fact event_recorded GW22^PUMPGW, delivery_stop, transitioning, pump P-1002^ACDE48FFFE000002, rate 300 mL/h, administration ASTORY-P000001
fact administration_changed ASTORY-P000001, version 2, in_progress
gateway < ACK^R42
  MSA|CA|GW22

at 2026-03-02T10:26:01-06:00

gateway >
  MSH|^~\&|PUMPGW^ACDE48FFFE000002^EUI-64|GENHOSP|BRIDGE^ACDE48FFFE000001^EUI-64|GENHOSP|20260302102601-0600||ORU^R42^ORU_R01|GW23|P|2.6|||AL|NE||UNICODE UTF-8|||IHE_PCD_010^IHE PCD^1.3.6.1.4.1.19376.1.6.4.10^ISO
  PID|||TEST-0005^^^HOSP^MR||Invented^Eve^^^^^L||19940101|F
  PV1||I|LD^3^A||||||||||||||||TESTVISIT-0005
  OBR|1|ORD1^EHR|GW23^PUMPGW^ACDE48FFFE000002^EUI-64|MAGSULF^Magnesium sulfate^L|||20260302102601-0600
  OBX|1||70049^MDC_DEV_PUMP_INFUS_LVP_MDS^MDC|1.0.0.0|||||||X|||||||P-1002^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|CWE|68487^MDC_ATTR_EVT_COND^MDC|1.0.0.1|197288^MDC_EVT_PUMP_DELIV_START^MDC||||||R
  OBX|3|ST|68488^MDC_ATTR_EVT_SOURCE^MDC|1.0.0.2|1.1.2.0||||||R
  OBX|4||70050^MDC_DEV_PUMP_INFUS_LVP_VMD^MDC|1.1.0.0|||||||X
  OBX|5||70067^MDC_DEV_PUMP_DELIVERY_INFO^MDC|1.1.1.0|||||||X
  OBX|6|CWE|184519^MDC_PUMP_INFUSING_STATUS^MDC|1.1.1.1|^pump-status-infusing||||||R
  OBX|7|CWE|158016^MDC_PUMP_ACTIVE_SOURCES^MDC|1.1.1.3|^pump-source-info-primary||||||R
  OBX|8||70071^MDC_DEV_PUMP_INFUSATE_SOURCE_PRIMARY_CHAN^MDC|1.1.2.0|||||||X
  OBX|9|CWE|158005^MDC_PUMP_CURRENT_DELIVERY_STATUS^MDC|1.1.2.1|^pump-delivery-status-delivering||||||R
  OBX|10|NM|157784^MDC_FLOW_FLUID_PUMP^MDC|1.1.2.5|40|265266^MDC_DIM_MILLI_L_PER_HR^MDC^mL/h^mL/h^UCUM|||||R
  OBX|11|NM|157924^MDC_RATE_DOSE^MDC|1.1.2.6|1.6|265504^MDC_DIM_X_G_PER_HR^MDC^g/h^g/h^UCUM|||||R
  OBX|12|NM|157884^MDC_VOL_FLUID_TBI^MDC|1.1.2.7|500|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM|||||R
  OBX|13|NM|157993^MDC_VOL_FLUID_DELIV_TOTAL^MDC|1.1.2.9|100|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM|||||R
fact event_recorded GW23^PUMPGW, delivery_start, delivering, pump P-1002^ACDE48FFFE000002, rate 40 mL/h, dose rate 1.6 g/h, total 100 mL, administration ASTORY-P000001
fact administration_changed ASTORY-P000001, version 3, in_progress, total 100 mL, rate ordered 50 mL per hour, pump 40 mL per hour, dose rate ordered 2 g per hour, pump 1.6 g per hour
fact report_due STORY-R000004, record 2, rate_change, rate 40 mL/h, dose rate 1.6 g/h, total 100 mL
gateway < ACK^R42
  MSA|CA|GW23
ehr < RAS^O17
  PID|||TEST-0005^^^HOSP^MR||Invented^Eve^^^^^L||19940101|F
  PV1||I|LD^3^A||||||||||||||||TESTVISIT-0005
  ORC|RE|ORD1^EHR|ASTORY-P000001^BRIDGE||||||20260302102601-0600
  RXA|0|2|20260302102601-0600|20260302102601-0600|MAGSULF^Magnesium sulfate 20 g/500 mL^L|40|mL^mL^UCUM||^Rate change 300 to 40 mL per hour (1.6 g per hour)~^rate ordered 50 mL per hour, pump 40 mL per hour~^dose rate ordered 2 g per hour, pump 1.6 g per hour|N0001^Invented^Nurse||H1|20|g^g^UCUM|||||||A|20260302162601+0000|500|mL^mL^UCUM
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|NM|157924^MDC_RATE_DOSE^MDC|1.1.2.1|1.6|265504^MDC_DIM_X_G_PER_HR^MDC^g/h^g/h^UCUM|||||R|||20260302102601-0600||||P-1002^^ACDE48FFFE000002^EUI-64
  OBX|2|NM|157993^MDC_VOL_FLUID_DELIV_TOTAL^MDC|1.1.2.2|100|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM|||||R|||20260302102601-0600||||P-1002^^ACDE48FFFE000002^EUI-64
fact report_answered STORY-R000004, CA
