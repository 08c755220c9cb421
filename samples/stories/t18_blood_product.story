# shows: red cells run where the library lets them run on a pump, and nowhere else
# proves: F26 9021
# 300 mL at 150 mL/h: 2 h (soft 1 to 4 h). The ward has no entry for red cells: 9021.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|NW|ORD9^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||RBC^Red blood cells, leukocyte reduced^L|300||mL||||||||||||||||||150|mL/h
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
fact order_refused ORD9^EHR, new_order, E care_area_mismatch at patient.location, W line_needed at drug, W line_needed at drug
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AE|EHR1
  ERR||PV1^1^3^1|207^Application internal error^HL70357|E|9021^the drug has no entry for the patient's care area^L||no setup of the drug in care area adult-ward|the drug has no entry for the patient's care area; add the drug to the care area's library or correct the location (pharmacy)
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||an in-line filter|the line must be as the drug library demands; check the line before starting (nurse)
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||a line of its own|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|UA|ORD9^EHR
fact report_answered STORY-R000001, CA

at 2026-03-02T10:01:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100100-0600||RDE^O11^RDE_O11|EHR2|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0002^^^HOSP^MR||Invented^Ben^^^^^L||19660101|M
  PV1||I|ICU^14^A||||||||||||||||TESTVISIT-0002
  ORC|NW|ORD1^EHR|||||||20260302100100-0600|||D0007^Invented^Doctor
  RXE||RBC^Red blood cells, leukocyte reduced^L|300||mL||||||||||||||||||150|mL/h
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
fact order_accepted ORD1^EHR, rate 150 mL/h, volume 300 mL, W line_needed at drug, W line_needed at drug
fact answer_due STORY-R000002, to ehr
ehr < ACK^O11
  MSA|CA|EHR2
ehr < RRE^O12
  MSA|AA|EHR2
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||an in-line filter|the line must be as the drug library demands; check the line before starting (nurse)
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||a line of its own|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|OK|ORD1^EHR
fact report_answered STORY-R000002, CA

at 2026-03-02T10:05:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100500-0600||RGV^O15^RGV_O15|EHR3|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0002^^^HOSP^MR||Invented^Ben^^^^^L||19660101|M
  PV1||I|ICU^14^A||||||||||||||||TESTVISIT-0002
  ORC|RE|ORD1^EHR|||||||20260302100500-0600||N0002^Invented^Colleague||||||||N0001^Invented^Nurse
  RXG|1|||RBC^Red blood cells^L|300||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||150|265266^MDC_DIM_MILLI_L_PER_HR^MDC^mL/h^mL/h^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^DEMOPUMP^ACDE48FFFE000002^EUI-64
fact pump_associated ORD1^EHR to P-1001^ACDE48FFFE000002, by N0001
fact program_due STORY-P000001, new_bag, ORD1^EHR to P-1001^ACDE48FFFE000002, rate 150 mL/h, volume 300 mL, expected rate 150 mL/h
ehr < ACK^O15
  MSA|CA|EHR3
fact dispatch_started STORY-P000001, attempt 1
gateway < RGV^O15
  PID|||TEST-0002^^^HOSP^MR||Invented^Ben^^^^^L||19660101|M
  PV1||I|ICU^14^A||||||||||||||||TESTVISIT-0002
  ORC|RE|ORD1^EHR|||||||20260302100500-0600||||||||||N0001^Invented^Nurse
  RXG|1|||RBC^Red blood cells, leukocyte reduced^L|300||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||150|265266^MDC_DIM_MILLI_L_PER_HR^MDC^mL/h^mL/h^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^^ACDE48FFFE000002^EUI-64
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
  ERR||RXG^1^4^1|207^Application internal error^HL70357|W|||an in-line filter|the line must be as the drug library demands; check the line before starting (nurse)
  ERR||RXG^1^4^1|207^Application internal error^HL70357|W|||a line of its own|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|OK|ORD1^EHR
fact report_answered STORY-R000003, CA

at 2026-03-02T10:06:00-06:00

gateway >
  MSH|^~\&|PUMPGW^ACDE48FFFE000002^EUI-64|GENHOSP|BRIDGE^ACDE48FFFE000001^EUI-64|GENHOSP|20260302100600-0600||ORU^R42^ORU_R01|GW21|P|2.6|||AL|NE||UNICODE UTF-8|||IHE_PCD_010^IHE PCD^1.3.6.1.4.1.19376.1.6.4.10^ISO
  PID|||TEST-0002^^^HOSP^MR||Invented^Ben^^^^^L||19660101|M
  PV1||I|ICU^14^A||||||||||||||||TESTVISIT-0002
  OBR|1|ORD1^EHR|GW21^PUMPGW^ACDE48FFFE000002^EUI-64|RBC^Red blood cells^L|||20260302100600-0600
  OBX|1||70049^MDC_DEV_PUMP_INFUS_LVP_MDS^MDC|1.0.0.0|||||||X|||||||P-1001^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|CWE|68487^MDC_ATTR_EVT_COND^MDC|1.0.0.1|197288^MDC_EVT_PUMP_DELIV_START^MDC||||||R
  OBX|3|ST|68488^MDC_ATTR_EVT_SOURCE^MDC|1.0.0.2|1.1.2.0||||||R
  OBX|4||70050^MDC_DEV_PUMP_INFUS_LVP_VMD^MDC|1.1.0.0|||||||X
  OBX|5||70067^MDC_DEV_PUMP_DELIVERY_INFO^MDC|1.1.1.0|||||||X
  OBX|6|CWE|184519^MDC_PUMP_INFUSING_STATUS^MDC|1.1.1.1|^pump-status-infusing||||||R
  OBX|7|NM|158014^MDC_FLOW_FLUID_PUMP_CURRENT^MDC|1.1.1.2|150|265266^MDC_DIM_MILLI_L_PER_HR^MDC^mL/h^mL/h^UCUM|||||R
  OBX|8|CWE|158016^MDC_PUMP_ACTIVE_SOURCES^MDC|1.1.1.3|^pump-source-info-primary||||||R
  OBX|9||70071^MDC_DEV_PUMP_INFUSATE_SOURCE_PRIMARY_CHAN^MDC|1.1.2.0|||||||X
  OBX|10|CWE|158005^MDC_PUMP_CURRENT_DELIVERY_STATUS^MDC|1.1.2.1|^pump-delivery-status-delivering||||||R
  OBX|11|NM|157784^MDC_FLOW_FLUID_PUMP^MDC|1.1.2.5|150|265266^MDC_DIM_MILLI_L_PER_HR^MDC^mL/h^mL/h^UCUM|||||R
  OBX|12|NM|157884^MDC_VOL_FLUID_TBI^MDC|1.1.2.7|300|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM|||||R
  OBX|13|NM|157993^MDC_VOL_FLUID_DELIV_TOTAL^MDC|1.1.2.9|0|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM|||||R
  OBX|14|ST|184514^MDC_DRUG_NAME_LABEL^MDC|1.1.2.11|Red blood cells||||||R
fact event_recorded GW21^PUMPGW, delivery_start, delivering, pump P-1001^ACDE48FFFE000002, rate 150 mL/h, total 0 mL, administration ASTORY-P000001
fact administration_changed ASTORY-P000001, version 1, in_progress, total 0 mL
fact report_due STORY-R000004, record 1, new_bag, rate 150 mL/h, total 0 mL
gateway < ACK^R42
  MSA|CA|GW21
ehr < RAS^O17
  PID|||TEST-0002^^^HOSP^MR||Invented^Ben^^^^^L||19660101|M
  PV1||I|ICU^14^A||||||||||||||||TESTVISIT-0002
  ORC|RE|ORD1^EHR|ASTORY-P000001^BRIDGE||||||20260302100600-0600
  RXA|0|1|20260302100600-0600|20260302100600-0600|RBC^Red blood cells, leukocyte reduced^L|150|mL^mL^UCUM||^New bag 150 mL per hour|N0001^Invented^Nurse||H1|||||||||A|20260302160600+0000
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|NM|157993^MDC_VOL_FLUID_DELIV_TOTAL^MDC|1.1.2.1|0|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM|||||R|||20260302100600-0600||||P-1001^^ACDE48FFFE000002^EUI-64
fact report_answered STORY-R000004, CA

at 2026-03-02T12:06:00-06:00

gateway >
  MSH|^~\&|PUMPGW^ACDE48FFFE000002^EUI-64|GENHOSP|BRIDGE^ACDE48FFFE000001^EUI-64|GENHOSP|20260302120600-0600||ORU^R42^ORU_R01|GW22|P|2.6|||AL|NE||UNICODE UTF-8|||IHE_PCD_010^IHE PCD^1.3.6.1.4.1.19376.1.6.4.10^ISO
  PID|||TEST-0002^^^HOSP^MR||Invented^Ben^^^^^L||19660101|M
  PV1||I|ICU^14^A||||||||||||||||TESTVISIT-0002
  OBR|1|ORD1^EHR|GW22^PUMPGW^ACDE48FFFE000002^EUI-64|RBC^Red blood cells^L|||20260302120600-0600
  OBX|1||70049^MDC_DEV_PUMP_INFUS_LVP_MDS^MDC|1.0.0.0|||||||X|||||||P-1001^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|CWE|68487^MDC_ATTR_EVT_COND^MDC|1.0.0.1|197292^MDC_EVT_PUMP_DELIV_COMP^MDC||||||R
  OBX|3|ST|68488^MDC_ATTR_EVT_SOURCE^MDC|1.0.0.2|1.1.2.0||||||R
  OBX|4||70050^MDC_DEV_PUMP_INFUS_LVP_VMD^MDC|1.1.0.0|||||||X
  OBX|5||70067^MDC_DEV_PUMP_DELIVERY_INFO^MDC|1.1.1.0|||||||X
  OBX|6|CWE|184519^MDC_PUMP_INFUSING_STATUS^MDC|1.1.1.1|^pump-status-not-infusing||||||R
  OBX|7|NM|158014^MDC_FLOW_FLUID_PUMP_CURRENT^MDC|1.1.1.2|0|265266^MDC_DIM_MILLI_L_PER_HR^MDC^mL/h^mL/h^UCUM|||||R
  OBX|8|CWE|158016^MDC_PUMP_ACTIVE_SOURCES^MDC|1.1.1.3|^pump-source-info-primary||||||R
  OBX|9||70071^MDC_DEV_PUMP_INFUSATE_SOURCE_PRIMARY_CHAN^MDC|1.1.2.0|||||||X
  OBX|10|CWE|158005^MDC_PUMP_CURRENT_DELIVERY_STATUS^MDC|1.1.2.1|^pump-delivery-status-not-delivering||||||R
  OBX|11|NM|157784^MDC_FLOW_FLUID_PUMP^MDC|1.1.2.5|150|265266^MDC_DIM_MILLI_L_PER_HR^MDC^mL/h^mL/h^UCUM|||||R
  OBX|12|NM|157884^MDC_VOL_FLUID_TBI^MDC|1.1.2.7|300|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM|||||R
  OBX|13|NM|157993^MDC_VOL_FLUID_DELIV_TOTAL^MDC|1.1.2.9|300|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM|||||R
  OBX|14|NM|157872^MDC_VOL_FLUID_TBI_REMAIN^MDC|1.1.2.10|0|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM|||||R
  OBX|15|ST|184514^MDC_DRUG_NAME_LABEL^MDC|1.1.2.11|Red blood cells||||||R
fact event_recorded GW22^PUMPGW, delivery_complete, not_delivering, pump P-1001^ACDE48FFFE000002, rate 150 mL/h, total 300 mL, administration ASTORY-P000001
fact administration_changed ASTORY-P000001, version 2, completed, total 300 mL
fact report_due STORY-R000005, record 2, complete, rate 150 mL/h, given 300 mL, total 300 mL
gateway < ACK^R42
  MSA|CA|GW22
ehr < RAS^O17
  PID|||TEST-0002^^^HOSP^MR||Invented^Ben^^^^^L||19660101|M
  PV1||I|ICU^14^A||||||||||||||||TESTVISIT-0002
  ORC|RE|ORD1^EHR|ASTORY-P000001^BRIDGE||||||20260302120600-0600
  RXA|0|2|20260302100600-0600|20260302120600-0600|RBC^Red blood cells, leukocyte reduced^L|300|mL^mL^UCUM||^Complete, 300 mL given|N0001^Invented^Nurse||||||||||CP|A|20260302180600+0000
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|NM|157993^MDC_VOL_FLUID_DELIV_TOTAL^MDC|1.1.2.1|300|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM|||||R|||20260302120600-0600||||P-1001^^ACDE48FFFE000002^EUI-64
fact report_answered STORY-R000005, CA
