# shows: a drug library on the pump that this site does not accept: refused before anything is sent
# proves: A7 9018; drug-library 2.2
# Accepted: DL-7 and DL-8. The pump tells DL-6, and after its update DL-7.

at 2026-03-02T10:00:00-06:00

accepts DL-7 DL-8

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|NW|ORD1^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||1234^Dopamine 400 mg in D5W 250 mL^L|250||mL||||||||||||||||||10|mcg/kg/min|400|mg|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  RXC|A|1234^Dopamine^L|400|mg
  RXC|B|D5W^Dextrose 5% in water^L|250|mL
  OBX|1|NM|29463-7^Body weight^LN||85.0|kg^kilogram^UCUM|||||F
fact library_activated demonstration 1.1.0 #2, signed by 2
fact order_accepted ORD1^EHR, dose rate 10 ug/kg/min, volume 250 mL, weight 85 kg
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AA|EHR1
  ORC|OK|ORD1^EHR
fact report_answered STORY-R000001, CA

at 2026-03-02T10:04:50-06:00

gateway >
  MSH|^~\&|PUMPGW^ACDE48FFFE000002^EUI-64|GENHOSP|BRIDGE^ACDE48FFFE000001^EUI-64|GENHOSP|20260302100450-0600||ORU^R42^ORU_R01|GW1|P|2.6|||AL|NE||UNICODE UTF-8|||IHE_PCD_010^IHE PCD^1.3.6.1.4.1.19376.1.6.4.10^ISO
  PID|||||^^^^^^U||||||||||||||||||||||||||Y
  OBR|1||GW1^PUMPGW^ACDE48FFFE000002^EUI-64|999999^Medication Unknown|||20260302100450-0600
  OBX|1||70049^MDC_DEV_PUMP_INFUS_LVP_MDS^MDC|1.0.0.0|||||||X|||||||P-1001^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|CWE|68487^MDC_ATTR_EVT_COND^MDC|1.0.0.1|197294^MDC_EVT_COMM_STATUS_CHANGE^MDC||||||R
  OBX|3|ST|184517^MDC_PUMP_DRUG_LIBRARY_VERSION^MDC|1.0.0.3|DL-6||||||R
  OBX|4|CWE|188772^MDC_COMM_STATUS^MDC|1.0.0.9|^comm-status-online||||||R
  OBX|5||70050^MDC_DEV_PUMP_INFUS_LVP_VMD^MDC|1.1.0.0|||||||X
fact event_recorded GW1^PUMPGW, communication_change, unknown, pump P-1001^ACDE48FFFE000002
gateway < ACK^R42
  MSA|CA|GW1

at 2026-03-02T10:05:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100500-0600||RGV^O15^RGV_O15|EHR2|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|RE|ORD1^EHR|||||||20260302100500-0600||||||||||N0001^Invented^Nurse
  RXG|1|||1234^Dopamine^L|250||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||10|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM|400|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|NM|68063^MDC_ATTR_PT_WEIGHT^MDC|0.1.1.1|85.0|263875^MDC_DIM_KILO_G^MDC^kg^kg^UCUM|||||F
fact program_refused ORD1^EHR to P-1001^ACDE48FFFE000002, E pump_library_differs at pump
fact answer_due STORY-R000002, to ehr
ehr < ACK^O15
  MSA|CA|EHR2
ehr < RRG^O16
  MSA|AE|EHR2
  ERR||OBX^1^18^1|207^Application internal error^HL70357|E|9018^the pump holds a drug library that is not accepted here^L||its version is none of the accepted ones|the pump holds a drug library that is not accepted here; update the pump's library, or accept its version in the configuration (biomed)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000002, CA

# That does not become older: it was told an hour ago, and is still so.
at 2026-03-02T11:05:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302110500-0600||RGV^O15^RGV_O15|EHR3|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|RE|ORD1^EHR|||||||20260302110500-0600||||||||||N0001^Invented^Nurse
  RXG|1|||1234^Dopamine^L|250||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||10|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM|400|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|NM|68063^MDC_ATTR_PT_WEIGHT^MDC|0.1.1.1|85.0|263875^MDC_DIM_KILO_G^MDC^kg^kg^UCUM|||||F
fact program_refused ORD1^EHR to P-1001^ACDE48FFFE000002, E pump_library_differs at pump
fact answer_due STORY-R000003, to ehr
ehr < ACK^O15
  MSA|CA|EHR3
ehr < RRG^O16
  MSA|AE|EHR3
  ERR||OBX^1^18^1|207^Application internal error^HL70357|E|9018^the pump holds a drug library that is not accepted here^L||its version is none of the accepted ones|the pump holds a drug library that is not accepted here; update the pump's library, or accept its version in the configuration (biomed)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000003, CA

at 2026-03-02T11:06:00-06:00

gateway >
  MSH|^~\&|PUMPGW^ACDE48FFFE000002^EUI-64|GENHOSP|BRIDGE^ACDE48FFFE000001^EUI-64|GENHOSP|20260302110600-0600||ORU^R42^ORU_R01|GW2|P|2.6|||AL|NE||UNICODE UTF-8|||IHE_PCD_010^IHE PCD^1.3.6.1.4.1.19376.1.6.4.10^ISO
  PID|||||^^^^^^U||||||||||||||||||||||||||Y
  OBR|1||GW2^PUMPGW^ACDE48FFFE000002^EUI-64|999999^Medication Unknown|||20260302110600-0600
  OBX|1||70049^MDC_DEV_PUMP_INFUS_LVP_MDS^MDC|1.0.0.0|||||||X|||||||P-1001^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|CWE|68487^MDC_ATTR_EVT_COND^MDC|1.0.0.1|197294^MDC_EVT_COMM_STATUS_CHANGE^MDC||||||R
  OBX|3|ST|184517^MDC_PUMP_DRUG_LIBRARY_VERSION^MDC|1.0.0.3|DL-7||||||R
  OBX|4|CWE|188772^MDC_COMM_STATUS^MDC|1.0.0.9|^comm-status-online||||||R
  OBX|5||70050^MDC_DEV_PUMP_INFUS_LVP_VMD^MDC|1.1.0.0|||||||X
fact event_recorded GW2^PUMPGW, communication_change, unknown, pump P-1001^ACDE48FFFE000002
gateway < ACK^R42
  MSA|CA|GW2

at 2026-03-02T11:07:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302110700-0600||RGV^O15^RGV_O15|EHR4|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|RE|ORD1^EHR|||||||20260302110700-0600||||||||||N0001^Invented^Nurse
  RXG|1|||1234^Dopamine^L|250||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||10|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM|400|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|NM|68063^MDC_ATTR_PT_WEIGHT^MDC|0.1.1.1|85.0|263875^MDC_DIM_KILO_G^MDC^kg^kg^UCUM|||||F
fact pump_associated ORD1^EHR to P-1001^ACDE48FFFE000002, by N0001
fact program_due STORY-P000001, new_bag, ORD1^EHR to P-1001^ACDE48FFFE000002, dose rate 10 ug/kg/min, volume 250 mL, weight 85 kg, expected rate 31.9 mL/h
ehr < ACK^O15
  MSA|CA|EHR4
fact dispatch_started STORY-P000001, attempt 1
gateway < RGV^O15
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|RE|ORD1^EHR|||||||20260302110700-0600||||||||||N0001^Invented^Nurse
  RXG|1|||1234^Dopamine 400 mg in D5W 250 mL^L|250||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||10|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM|400|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^^ACDE48FFFE000002^EUI-64
  OBX|2|NM|68063^MDC_ATTR_PT_WEIGHT^MDC|0.1.1.1|85|263875^MDC_DIM_KILO_G^MDC^kg^kg^UCUM|||||F
fact gateway_took STORY-P000001
