# shows: a dose out of the running bag: parent, drug, bag, unit and rest
# proves: F39 F40 9034 9035 9036 9037 9039 9040
# Heparin 25 000 units in 500 mL (50 unit/mL) runs at 1 300 unit/h = 26 mL/h; from 10:06 with 60 mL left in the bag.
# 4 000 units are 80 mL: more than is left (9034). Another parent (9035), morphine out of the heparin (9036, and no bolus of it here: 9039), 100 unit/mL (9037), units per kg beside units per hour (9040).

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|NW|ORD1^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||HEP^Heparin 25,000 units in D5W 500 mL^L|500||mL||||||||||||||||||1300|units/h|25000|units|||||||500|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
fact order_accepted ORD1^EHR, dose rate 1300 [iU]/h, volume 500 mL
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
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|RE|ORD1^EHR|||||||20260302100500-0600||N0002^Invented^Colleague||||||||N0001^Invented^Nurse
  RXG|1|||HEP^Heparin^L|500||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||1300|267840^MDC_DIM_X_INTL_UNIT_PER_HR^MDC^[iU]/h^[iU]/h^UCUM|25000|267616^MDC_DIM_X_INTL_UNIT^MDC^[iU]^[iU]^UCUM|||||500|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1003^DEMOPUMP^ACDE48FFFE000002^EUI-64
fact pump_associated ORD1^EHR to P-1003^ACDE48FFFE000002, by N0001
fact program_due STORY-P000001, new_bag, ORD1^EHR to P-1003^ACDE48FFFE000002, dose rate 1300 [iU]/h, volume 500 mL, expected rate 26 mL/h
ehr < ACK^O15
  MSA|CA|EHR2
fact dispatch_started STORY-P000001, attempt 1
gateway < RGV^O15
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|RE|ORD1^EHR|||||||20260302100500-0600||||||||||N0001^Invented^Nurse
  RXG|1|||HEP^Heparin 25,000 units in D5W 500 mL^L|500||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||1300|267840^MDC_DIM_X_INTL_UNIT_PER_HR^MDC^[iU]/h^[iU]/h^UCUM|25000|267616^MDC_DIM_X_INTL_UNIT^MDC^[iU]^[iU]^UCUM|||||500|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1003^^ACDE48FFFE000002^EUI-64
fact gateway_took STORY-P000001

gateway >
  MSH|^~\&|PUMPGW^ACDE48FFFE000002^EUI-64|GENHOSP|BRIDGE^ACDE48FFFE000001^EUI-64|GENHOSP|20260302100500-0600||RRG^O16^RRG_O16|GW11|P|2.6|||AL|NE||UNICODE UTF-8|||IHE_PCD_RRG^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.2^ISO
  MSA|AA|STORY-P000001
  ORC|OK|ORD1^EHR
fact pump_programmed STORY-P000001
fact answer_due STORY-R000002, to ehr
gateway < ACK^O16
  MSA|CA|GW11
ehr < RRG^O16
  MSA|AA|EHR2
  ORC|OK|ORD1^EHR
fact report_answered STORY-R000002, CA

at 2026-03-02T10:06:00-06:00

gateway >
  MSH|^~\&|PUMPGW^ACDE48FFFE000002^EUI-64|GENHOSP|BRIDGE^ACDE48FFFE000001^EUI-64|GENHOSP|20260302100600-0600||ORU^R42^ORU_R01|GW12|P|2.6|||AL|NE||UNICODE UTF-8|||IHE_PCD_010^IHE PCD^1.3.6.1.4.1.19376.1.6.4.10^ISO
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  OBR|1|ORD1^EHR|GW12^PUMPGW^ACDE48FFFE000002^EUI-64|HEP^Heparin^L|||20260302100600-0600
  OBX|1||70049^MDC_DEV_PUMP_INFUS_LVP_MDS^MDC|1.0.0.0|||||||X|||||||P-1003^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|CWE|68487^MDC_ATTR_EVT_COND^MDC|1.0.0.1|197288^MDC_EVT_PUMP_DELIV_START^MDC||||||R
  OBX|3|ST|68488^MDC_ATTR_EVT_SOURCE^MDC|1.0.0.2|1.1.2.0||||||R
  OBX|4||70050^MDC_DEV_PUMP_INFUS_LVP_VMD^MDC|1.1.0.0|||||||X
  OBX|5||70067^MDC_DEV_PUMP_DELIVERY_INFO^MDC|1.1.1.0|||||||X
  OBX|6|CWE|184519^MDC_PUMP_INFUSING_STATUS^MDC|1.1.1.1|^pump-status-infusing||||||R
  OBX|7|NM|158014^MDC_FLOW_FLUID_PUMP_CURRENT^MDC|1.1.1.2|26|265266^MDC_DIM_MILLI_L_PER_HR^MDC^mL/h^mL/h^UCUM|||||R
  OBX|8|CWE|158016^MDC_PUMP_ACTIVE_SOURCES^MDC|1.1.1.3|^pump-source-info-primary||||||R
  OBX|9||70071^MDC_DEV_PUMP_INFUSATE_SOURCE_PRIMARY_CHAN^MDC|1.1.2.0|||||||X
  OBX|10|CWE|158005^MDC_PUMP_CURRENT_DELIVERY_STATUS^MDC|1.1.2.1|^pump-delivery-status-delivering||||||R
  OBX|11|NM|157784^MDC_FLOW_FLUID_PUMP^MDC|1.1.2.5|26|265266^MDC_DIM_MILLI_L_PER_HR^MDC^mL/h^mL/h^UCUM|||||R
  OBX|12|NM|157924^MDC_RATE_DOSE^MDC|1.1.2.6|1300|267840^MDC_DIM_X_INTL_UNIT_PER_HR^MDC^[iU]/h^[iU]/h^UCUM|||||R
  OBX|13|NM|157884^MDC_VOL_FLUID_TBI^MDC|1.1.2.7|500|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM|||||R
  OBX|14|NM|157872^MDC_VOL_FLUID_TBI_REMAIN^MDC|1.1.2.8|60|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM|||||R
  OBX|15|NM|157993^MDC_VOL_FLUID_DELIV_TOTAL^MDC|1.1.2.9|0|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM|||||R
  OBX|16|ST|184514^MDC_DRUG_NAME_LABEL^MDC|1.1.2.11|Heparin||||||R
fact event_recorded GW12^PUMPGW, delivery_start, delivering, pump P-1003^ACDE48FFFE000002, rate 26 mL/h, dose rate 1300 [iU]/h, total 0 mL, administration ASTORY-P000001
fact administration_changed ASTORY-P000001, version 1, in_progress, total 0 mL
fact report_due STORY-R000003, record 1, new_bag, rate 26 mL/h, dose rate 1300 [iU]/h, total 0 mL
gateway < ACK^R42
  MSA|CA|GW12
ehr < RAS^O17
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|RE|ORD1^EHR|ASTORY-P000001^BRIDGE||||||20260302100600-0600
  RXA|0|1|20260302100600-0600|20260302100600-0600|HEP^Heparin 25,000 units in D5W 500 mL^L|26|mL^mL^UCUM||^New bag 26 mL per hour (1,300 units per hour)|N0001^Invented^Nurse||H1|25000|[iU]^[iU]^UCUM|||||||A|20260302160600+0000|500|mL^mL^UCUM
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|NM|157924^MDC_RATE_DOSE^MDC|1.1.2.1|1300|267840^MDC_DIM_X_INTL_UNIT_PER_HR^MDC^[iU]/h^[iU]/h^UCUM|||||R|||20260302100600-0600||||P-1003^^ACDE48FFFE000002^EUI-64
  OBX|2|NM|157993^MDC_VOL_FLUID_DELIV_TOTAL^MDC|1.1.2.2|0|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM|||||R|||20260302100600-0600||||P-1003^^ACDE48FFFE000002^EUI-64
fact report_answered STORY-R000003, CA

at 2026-03-02T10:10:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302101000-0600||RDE^O11^RDE_O11|EHR3|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|CH|ORD3^EHR||||||ORD1&EHR|20260302101000-0600|||D0007^Invented^Doctor
  RXE||HEP^Heparin 25,000 units in D5W 500 mL^L|4000||units||||||||||||||||||300|mL/h|25000|units|||||||500|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
fact order_accepted ORD3^EHR, rate 300 mL/h, dose 4000 [iU]
fact answer_due STORY-R000004, to ehr
ehr < ACK^O11
  MSA|CA|EHR3
ehr < RRE^O12
  MSA|AA|EHR3
  ORC|OK|ORD3^EHR
fact report_answered STORY-R000004, CA

at 2026-03-02T10:11:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302101100-0600||RGV^O15^RGV_O15|EHR4|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|CH|ORD3^EHR||||||ORD1&EHR|20260302101100-0600||N0002^Invented^Colleague||||||||N0001^Invented^Nurse
  RXG|1|||HEP^Heparin^L|80||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||4000|267616^MDC_DIM_X_INTL_UNIT^MDC^[iU]^[iU]^UCUM|25000|267616^MDC_DIM_X_INTL_UNIT^MDC^[iU]^[iU]^UCUM|||||500|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1003^DEMOPUMP^ACDE48FFFE000002^EUI-64
fact program_refused ORD3^EHR to P-1003^ACDE48FFFE000002, E bolus_beyond_bag at RXE[1]-3
fact answer_due STORY-R000005, to ehr
ehr < ACK^O15
  MSA|CA|EHR4
ehr < RRG^O16
  MSA|AE|EHR4
  ERR||ORC^1^2^1|207^Application internal error^HL70357|E|9034^too little is left in the bag for the bolus^L||80 mL; 57.83 mL are left|too little is left in the bag for the bolus; hang a new bag, then ask again (nurse)
  ORC|UA|ORD3^EHR
fact report_answered STORY-R000005, CA

at 2026-03-02T10:12:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302101200-0600||RDE^O11^RDE_O11|EHR5|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|CH|ORD4^EHR||||||ORD9&EHR|20260302101200-0600|||D0007^Invented^Doctor
  RXE||HEP^Heparin 25,000 units in D5W 500 mL^L|4000||units||||||||||||||||||300|mL/h|25000|units|||||||500|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
fact order_refused ORD4^EHR, child, E parent_not_running at parent_order_number
fact answer_due STORY-R000006, to ehr
ehr < ACK^O11
  MSA|CA|EHR5
ehr < RRE^O12
  MSA|AE|EHR5
  ERR||ORC^1^8^1|207^Application internal error^HL70357|E|9035^the bolus names an order that does not run on this pump^L||this patient has no such active order|the bolus names an order that does not run on this pump; scan the infusion that runs, or correct the parent order (nurse)
  ORC|UA|ORD4^EHR
fact report_answered STORY-R000006, CA

at 2026-03-02T10:13:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302101300-0600||RDE^O11^RDE_O11|EHR6|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|CH|ORD5^EHR||||||ORD1&EHR|20260302101300-0600|||D0007^Invented^Doctor
  RXE||7052^Morphine 100 mg in NS 100 mL^L|2||mg||||||||||||||||||30|mL/h|100|mg|||||||100|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
fact order_refused ORD5^EHR, child, E bolus_not_permitted at drug, E bolus_drug_differs at drug, E bolus_unit_differs at RXE[1]-3
fact answer_due STORY-R000007, to ehr
ehr < ACK^O11
  MSA|CA|EHR6
ehr < RRE^O12
  MSA|AE|EHR6
  ERR||RXE^1^2^1|207^Application internal error^HL70357|E|9039^the drug library permits no bolus of this drug^L|||the drug library permits no bolus of this drug; correct the order or the library (pharmacy)
  ERR||RXE^1^2^1|207^Application internal error^HL70357|E|9036^the bolus is of another drug than what runs^L|||the bolus is of another drug than what runs; check drug and pump before anything else (nurse)
  ERR||RXE^1^3^1|207^Application internal error^HL70357|E|9040^the bolus is dosed in another kind of unit than what runs^L||2 mg; the infusion is dosed in unit per hour|the bolus is dosed in another kind of unit than what runs; order the bolus in the unit of the running infusion (pharmacy)
  ORC|UA|ORD5^EHR
fact report_answered STORY-R000007, CA

at 2026-03-02T10:14:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302101400-0600||RDE^O11^RDE_O11|EHR7|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|CH|ORD6^EHR||||||ORD1&EHR|20260302101400-0600|||D0007^Invented^Doctor
  RXE||HEP^Heparin 25,000 units in D5W 500 mL^L|4000||units||||||||||||||||||300|mL/h|25000|units|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
fact order_refused ORD6^EHR, child, E bolus_concentration_differs at strength
fact answer_due STORY-R000008, to ehr
ehr < ACK^O11
  MSA|CA|EHR7
ehr < RRE^O12
  MSA|AE|EHR7
  ERR||RXE^1^25^1|207^Application internal error^HL70357|E|9037^the bolus is of another concentration than what runs^L||2 times the concentration of what runs|the bolus is of another concentration than what runs; check bag and order before anything else (nurse)
  ORC|UA|ORD6^EHR
fact report_answered STORY-R000008, CA

at 2026-03-02T10:15:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302101500-0600||RDE^O11^RDE_O11|EHR8|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|CH|ORD7^EHR||||||ORD1&EHR|20260302101500-0600|||D0007^Invented^Doctor
  RXE||HEP^Heparin 25,000 units in D5W 500 mL^L|50||units/kg||||||||||||||||||300|mL/h|25000|units|||||||500|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|NM|29463-7^Body weight^LN||70|kg^kilogram^UCUM|||||F
fact order_refused ORD7^EHR, child, E unit_not_library at RXE[1]-3, E bolus_unit_differs at RXE[1]-3
fact answer_due STORY-R000009, to ehr
ehr < ACK^O11
  MSA|CA|EHR8
ehr < RRE^O12
  MSA|AE|EHR8
  ERR||RXE^1^3^1|207^Application internal error^HL70357|E|9009^the unit cannot be converted to the library's dosing unit^L||unit per kg; the library doses in unit per hour|the unit cannot be converted to the library's dosing unit; order in the library's unit or change the library (pharmacy)
  ERR||RXE^1^3^1|207^Application internal error^HL70357|E|9040^the bolus is dosed in another kind of unit than what runs^L||50 units per kg; the infusion is dosed in unit per hour|the bolus is dosed in another kind of unit than what runs; order the bolus in the unit of the running infusion (pharmacy)
  ORC|UA|ORD7^EHR
fact report_answered STORY-R000009, CA
