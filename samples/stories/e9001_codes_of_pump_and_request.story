# shows: a gateway refuses any infusion: pump, request and person
# proves: B146 F28 F72 9001 9002 9006 9007 9012 9015 9016 9017 9022 9023
# A gateway answers each command with another code: on the way back (RRG^O16 AE), each third at once (CE).
# The EHR is told the code, its cause, its owner and what to do; that command is never sent again, a new scan makes a new one.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|NW|ORD1^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||1234^Dopamine 400 mg in D5W 250 mL^L|250||mL||||||||||||||||||10|mcg/kg/min|400|mg|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|NM|29463-7^Body weight^LN||85.0|kg^kilogram^UCUM|||||F
fact order_accepted ORD1^EHR, dose rate 10 ug/kg/min, volume 250 mL, weight 85 kg
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
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|RE|ORD1^EHR|||||||20260302100500-0600||||||||||N0001^Invented^Nurse
  RXG|1|||1234^Dopamine^L|250||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||10|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM|400|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|NM|68063^MDC_ATTR_PT_WEIGHT^MDC|0.1.1.1|85.0|263875^MDC_DIM_KILO_G^MDC^kg^kg^UCUM|||||F
fact pump_associated ORD1^EHR to P-1001^ACDE48FFFE000002, by N0001
fact program_due STORY-P000001, new_bag, ORD1^EHR to P-1001^ACDE48FFFE000002, dose rate 10 ug/kg/min, volume 250 mL, weight 85 kg, expected rate 31.9 mL/h
ehr < ACK^O15
  MSA|CA|EHR2
fact dispatch_started STORY-P000001, attempt 1
gateway < RGV^O15
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|RE|ORD1^EHR|||||||20260302100500-0600||||||||||N0001^Invented^Nurse
  RXG|1|||1234^Dopamine 400 mg in D5W 250 mL^L|250||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||10|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM|400|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^^ACDE48FFFE000002^EUI-64
  OBX|2|NM|68063^MDC_ATTR_PT_WEIGHT^MDC|0.1.1.1|85|263875^MDC_DIM_KILO_G^MDC^kg^kg^UCUM|||||F
fact gateway_took STORY-P000001

gateway >
  MSH|^~\&|PUMPGW^ACDE48FFFE000002^EUI-64|GENHOSP|BRIDGE^ACDE48FFFE000001^EUI-64|GENHOSP|20260302100500-0600||RRG^O16^RRG_O16|GW11|P|2.6|||AL|NE||UNICODE UTF-8|||IHE_PCD_RRG^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.2^ISO
  MSA|AE|STORY-P000001
  ERR|||207^Application internal error^HL70357|E|9001^Unknown infuser or channel^L
  ORC|UA|ORD1^EHR
fact pump_refused STORY-P000001, code 9001
fact answer_due STORY-R000002, to ehr
gateway < ACK^O16
  MSA|CA|GW11
ehr < RRG^O16
  MSA|AE|EHR2
  ERR|||207^Application internal error^HL70357|E|9001^Unknown infuser or channel^L||9001|the gateway does not know this pump or channel; check the barcode and that the pump is registered at the gateway (biomed)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000002, CA

at 2026-03-02T10:06:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100600-0600||RGV^O15^RGV_O15|EHR3|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|RE|ORD1^EHR|||||||20260302100600-0600||||||||||N0001^Invented^Nurse
  RXG|1|||1234^Dopamine^L|250||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||10|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM|400|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|NM|68063^MDC_ATTR_PT_WEIGHT^MDC|0.1.1.1|85.0|263875^MDC_DIM_KILO_G^MDC^kg^kg^UCUM|||||F
fact pump_associated ORD1^EHR to P-1001^ACDE48FFFE000002, by N0001
fact program_due STORY-P000002, new_bag, ORD1^EHR to P-1001^ACDE48FFFE000002, dose rate 10 ug/kg/min, volume 250 mL, weight 85 kg, expected rate 31.9 mL/h
ehr < ACK^O15
  MSA|CA|EHR3
fact dispatch_started STORY-P000002, attempt 1
gateway < RGV^O15
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|RE|ORD1^EHR|||||||20260302100600-0600||||||||||N0001^Invented^Nurse
  RXG|1|||1234^Dopamine 400 mg in D5W 250 mL^L|250||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||10|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM|400|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^^ACDE48FFFE000002^EUI-64
  OBX|2|NM|68063^MDC_ATTR_PT_WEIGHT^MDC|0.1.1.1|85|263875^MDC_DIM_KILO_G^MDC^kg^kg^UCUM|||||F
fact gateway_took STORY-P000002

gateway >
  MSH|^~\&|PUMPGW^ACDE48FFFE000002^EUI-64|GENHOSP|BRIDGE^ACDE48FFFE000001^EUI-64|GENHOSP|20260302100600-0600||RRG^O16^RRG_O16|GW12|P|2.6|||AL|NE||UNICODE UTF-8|||IHE_PCD_RRG^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.2^ISO
  MSA|AE|STORY-P000002
  ERR|||207^Application internal error^HL70357|E|9002^Infuser/channel is currently infusing^L
  ORC|UA|ORD1^EHR
fact pump_refused STORY-P000002, code 9002
fact answer_due STORY-R000003, to ehr
gateway < ACK^O16
  MSA|CA|GW12
ehr < RRG^O16
  MSA|AE|EHR3
  ERR|||207^Application internal error^HL70357|E|9002^Infuser/channel is currently infusing^L||9002|the pump is infusing and takes no program now; stop or finish at the pump, then scan again; a change of rate needs the running order (nurse)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000003, CA

at 2026-03-02T10:07:00-06:00

gateway does CE 9006

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100700-0600||RGV^O15^RGV_O15|EHR4|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|RE|ORD1^EHR|||||||20260302100700-0600||||||||||N0001^Invented^Nurse
  RXG|1|||1234^Dopamine^L|250||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||10|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM|400|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|NM|68063^MDC_ATTR_PT_WEIGHT^MDC|0.1.1.1|85.0|263875^MDC_DIM_KILO_G^MDC^kg^kg^UCUM|||||F
fact pump_associated ORD1^EHR to P-1001^ACDE48FFFE000002, by N0001
fact program_due STORY-P000003, new_bag, ORD1^EHR to P-1001^ACDE48FFFE000002, dose rate 10 ug/kg/min, volume 250 mL, weight 85 kg, expected rate 31.9 mL/h
ehr < ACK^O15
  MSA|CA|EHR4
fact dispatch_started STORY-P000003, attempt 1
gateway < RGV^O15
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|RE|ORD1^EHR|||||||20260302100700-0600||||||||||N0001^Invented^Nurse
  RXG|1|||1234^Dopamine 400 mg in D5W 250 mL^L|250||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||10|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM|400|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^^ACDE48FFFE000002^EUI-64
  OBX|2|NM|68063^MDC_ATTR_PT_WEIGHT^MDC|0.1.1.1|85|263875^MDC_DIM_KILO_G^MDC^kg^kg^UCUM|||||F
fact gateway_refused STORY-P000003, code 9006
fact answer_due STORY-R000004, to ehr
ehr < RRG^O16
  MSA|AE|EHR4
  ERR|||207^Application internal error^HL70357|E|9006^Infuser is powered off^L||9006|the pump is switched off; switch the pump on, then scan again (nurse)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000004, CA

gateway does CA

at 2026-03-02T10:08:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100800-0600||RGV^O15^RGV_O15|EHR5|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|RE|ORD1^EHR|||||||20260302100800-0600||||||||||N0001^Invented^Nurse
  RXG|1|||1234^Dopamine^L|250||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||10|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM|400|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|NM|68063^MDC_ATTR_PT_WEIGHT^MDC|0.1.1.1|85.0|263875^MDC_DIM_KILO_G^MDC^kg^kg^UCUM|||||F
fact pump_associated ORD1^EHR to P-1001^ACDE48FFFE000002, by N0001
fact program_due STORY-P000004, new_bag, ORD1^EHR to P-1001^ACDE48FFFE000002, dose rate 10 ug/kg/min, volume 250 mL, weight 85 kg, expected rate 31.9 mL/h
ehr < ACK^O15
  MSA|CA|EHR5
fact dispatch_started STORY-P000004, attempt 1
gateway < RGV^O15
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|RE|ORD1^EHR|||||||20260302100800-0600||||||||||N0001^Invented^Nurse
  RXG|1|||1234^Dopamine 400 mg in D5W 250 mL^L|250||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||10|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM|400|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^^ACDE48FFFE000002^EUI-64
  OBX|2|NM|68063^MDC_ATTR_PT_WEIGHT^MDC|0.1.1.1|85|263875^MDC_DIM_KILO_G^MDC^kg^kg^UCUM|||||F
fact gateway_took STORY-P000004

gateway >
  MSH|^~\&|PUMPGW^ACDE48FFFE000002^EUI-64|GENHOSP|BRIDGE^ACDE48FFFE000001^EUI-64|GENHOSP|20260302100800-0600||RRG^O16^RRG_O16|GW13|P|2.6|||AL|NE||UNICODE UTF-8|||IHE_PCD_RRG^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.2^ISO
  MSA|AE|STORY-P000004
  ERR|||207^Application internal error^HL70357|E|9007^Infuser offline or unable to connect^L
  ORC|UA|ORD1^EHR
fact pump_refused STORY-P000004, code 9007
fact answer_due STORY-R000005, to ehr
gateway < ACK^O16
  MSA|CA|GW13
ehr < RRG^O16
  MSA|AE|EHR5
  ERR|||207^Application internal error^HL70357|E|9007^Infuser offline or unable to connect^L||9007|the gateway does not reach the pump; check the pump's network, then scan again or program by hand (biomed)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000005, CA

at 2026-03-02T10:09:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100900-0600||RGV^O15^RGV_O15|EHR6|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|RE|ORD1^EHR|||||||20260302100900-0600||||||||||N0001^Invented^Nurse
  RXG|1|||1234^Dopamine^L|250||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||10|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM|400|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|NM|68063^MDC_ATTR_PT_WEIGHT^MDC|0.1.1.1|85.0|263875^MDC_DIM_KILO_G^MDC^kg^kg^UCUM|||||F
fact pump_associated ORD1^EHR to P-1001^ACDE48FFFE000002, by N0001
fact program_due STORY-P000005, new_bag, ORD1^EHR to P-1001^ACDE48FFFE000002, dose rate 10 ug/kg/min, volume 250 mL, weight 85 kg, expected rate 31.9 mL/h
ehr < ACK^O15
  MSA|CA|EHR6
fact dispatch_started STORY-P000005, attempt 1
gateway < RGV^O15
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|RE|ORD1^EHR|||||||20260302100900-0600||||||||||N0001^Invented^Nurse
  RXG|1|||1234^Dopamine 400 mg in D5W 250 mL^L|250||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||10|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM|400|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^^ACDE48FFFE000002^EUI-64
  OBX|2|NM|68063^MDC_ATTR_PT_WEIGHT^MDC|0.1.1.1|85|263875^MDC_DIM_KILO_G^MDC^kg^kg^UCUM|||||F
fact gateway_took STORY-P000005

gateway >
  MSH|^~\&|PUMPGW^ACDE48FFFE000002^EUI-64|GENHOSP|BRIDGE^ACDE48FFFE000001^EUI-64|GENHOSP|20260302100900-0600||RRG^O16^RRG_O16|GW14|P|2.6|||AL|NE||UNICODE UTF-8|||IHE_PCD_RRG^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.2^ISO
  MSA|AE|STORY-P000005
  ERR|||207^Application internal error^HL70357|E|9012^Patient ID mismatch^L
  ORC|UA|ORD1^EHR
fact pump_refused STORY-P000005, code 9012
fact answer_due STORY-R000006, to ehr
gateway < ACK^O16
  MSA|CA|GW14
ehr < RRG^O16
  MSA|AE|EHR6
  ERR|||207^Application internal error^HL70357|E|9012^Patient ID mismatch^L||9012|the pump is joined to another patient; check the wristband, release the pump from the other patient, then scan again (nurse)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000006, CA

at 2026-03-02T10:10:00-06:00

gateway does CE 9015

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302101000-0600||RGV^O15^RGV_O15|EHR7|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|RE|ORD1^EHR|||||||20260302101000-0600||||||||||N0001^Invented^Nurse
  RXG|1|||1234^Dopamine^L|250||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||10|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM|400|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|NM|68063^MDC_ATTR_PT_WEIGHT^MDC|0.1.1.1|85.0|263875^MDC_DIM_KILO_G^MDC^kg^kg^UCUM|||||F
fact pump_associated ORD1^EHR to P-1001^ACDE48FFFE000002, by N0001
fact program_due STORY-P000006, new_bag, ORD1^EHR to P-1001^ACDE48FFFE000002, dose rate 10 ug/kg/min, volume 250 mL, weight 85 kg, expected rate 31.9 mL/h
ehr < ACK^O15
  MSA|CA|EHR7
fact dispatch_started STORY-P000006, attempt 1
gateway < RGV^O15
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|RE|ORD1^EHR|||||||20260302101000-0600||||||||||N0001^Invented^Nurse
  RXG|1|||1234^Dopamine 400 mg in D5W 250 mL^L|250||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||10|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM|400|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^^ACDE48FFFE000002^EUI-64
  OBX|2|NM|68063^MDC_ATTR_PT_WEIGHT^MDC|0.1.1.1|85|263875^MDC_DIM_KILO_G^MDC^kg^kg^UCUM|||||F
fact dispatch_unknown STORY-P000006, pump_silent
fact answer_due STORY-R000007, to ehr
ehr < RRG^O16
  MSA|AE|EHR7
  ERR|||207^Application internal error^HL70357|E|9015^no answer came from the pump in time; whether it was programmed is not known^L|||no answer came from the pump in time; whether it was programmed is not known; look at the pump before doing anything else (nurse)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000007, CA

gateway does CA

# Silence is no refusal: the pump may hold the program, so somebody looks before anything else is sent.
api > POST /api/resolutions
  {
    "control_id": "STORY-P000006",
    "programmed": false,
    "by": "N0001",
    "reason": "pump screen shows no program"
  }
fact program_resolved STORY-P000006, not programmed, by N0001
fact answer_due STORY-R000008, to ehr
api < 200
ehr < RRG^O16
  MSA|AE|EHR7
  ERR|||207^Application internal error^HL70357|E|9016^a person looked at the pump and says that it does not hold the program^L|||a person looked at the pump and says that it does not hold the program; scan again if the infusion is still wanted; who looked is in the journal (nurse)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000008, CA

at 2026-03-02T10:11:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302101100-0600||RGV^O15^RGV_O15|EHR8|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|RE|ORD1^EHR|||||||20260302101100-0600||||||||||N0001^Invented^Nurse
  RXG|1|||1234^Dopamine^L|250||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||10|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM|400|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|NM|68063^MDC_ATTR_PT_WEIGHT^MDC|0.1.1.1|85.0|263875^MDC_DIM_KILO_G^MDC^kg^kg^UCUM|||||F
fact pump_associated ORD1^EHR to P-1001^ACDE48FFFE000002, by N0001
fact program_due STORY-P000007, new_bag, ORD1^EHR to P-1001^ACDE48FFFE000002, dose rate 10 ug/kg/min, volume 250 mL, weight 85 kg, expected rate 31.9 mL/h
ehr < ACK^O15
  MSA|CA|EHR8
fact dispatch_started STORY-P000007, attempt 1
gateway < RGV^O15
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|RE|ORD1^EHR|||||||20260302101100-0600||||||||||N0001^Invented^Nurse
  RXG|1|||1234^Dopamine 400 mg in D5W 250 mL^L|250||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||10|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM|400|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^^ACDE48FFFE000002^EUI-64
  OBX|2|NM|68063^MDC_ATTR_PT_WEIGHT^MDC|0.1.1.1|85|263875^MDC_DIM_KILO_G^MDC^kg^kg^UCUM|||||F
fact gateway_took STORY-P000007

gateway >
  MSH|^~\&|PUMPGW^ACDE48FFFE000002^EUI-64|GENHOSP|BRIDGE^ACDE48FFFE000001^EUI-64|GENHOSP|20260302101100-0600||RRG^O16^RRG_O16|GW15|P|2.6|||AL|NE||UNICODE UTF-8|||IHE_PCD_RRG^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.2^ISO
  MSA|AE|STORY-P000007
  ERR|||207^Application internal error^HL70357|E|9016^Other error^L
  ORC|UA|ORD1^EHR
fact pump_refused STORY-P000007, code 9016
fact answer_due STORY-R000009, to ehr
gateway < ACK^O16
  MSA|CA|GW15
ehr < RRG^O16
  MSA|AE|EHR8
  ERR|||207^Application internal error^HL70357|E|9016^Other error^L||9016|the gateway gives no other reason; look at the gateway's log (biomed)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000009, CA

at 2026-03-02T10:12:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302101200-0600||RGV^O15^RGV_O15|EHR9|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|RE|ORD1^EHR|||||||20260302101200-0600||||||||||N0001^Invented^Nurse
  RXG|1|||1234^Dopamine^L|250||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||10|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM|400|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|NM|68063^MDC_ATTR_PT_WEIGHT^MDC|0.1.1.1|85.0|263875^MDC_DIM_KILO_G^MDC^kg^kg^UCUM|||||F
fact pump_associated ORD1^EHR to P-1001^ACDE48FFFE000002, by N0001
fact program_due STORY-P000008, new_bag, ORD1^EHR to P-1001^ACDE48FFFE000002, dose rate 10 ug/kg/min, volume 250 mL, weight 85 kg, expected rate 31.9 mL/h
ehr < ACK^O15
  MSA|CA|EHR9
fact dispatch_started STORY-P000008, attempt 1
gateway < RGV^O15
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|RE|ORD1^EHR|||||||20260302101200-0600||||||||||N0001^Invented^Nurse
  RXG|1|||1234^Dopamine 400 mg in D5W 250 mL^L|250||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||10|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM|400|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^^ACDE48FFFE000002^EUI-64
  OBX|2|NM|68063^MDC_ATTR_PT_WEIGHT^MDC|0.1.1.1|85|263875^MDC_DIM_KILO_G^MDC^kg^kg^UCUM|||||F
fact gateway_took STORY-P000008

gateway >
  MSH|^~\&|PUMPGW^ACDE48FFFE000002^EUI-64|GENHOSP|BRIDGE^ACDE48FFFE000001^EUI-64|GENHOSP|20260302101200-0600||RRG^O16^RRG_O16|GW16|P|2.6|||AL|NE||UNICODE UTF-8|||IHE_PCD_RRG^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.2^ISO
  MSA|AE|STORY-P000008
  ERR|||207^Application internal error^HL70357|E|9017^Infuser cannot accept program (alarming, standby)^L
  ORC|UA|ORD1^EHR
fact pump_refused STORY-P000008, code 9017
fact answer_due STORY-R000010, to ehr
gateway < ACK^O16
  MSA|CA|GW16
ehr < RRG^O16
  MSA|AE|EHR9
  ERR|||207^Application internal error^HL70357|E|9017^Infuser cannot accept program (alarming, standby)^L||9017|the pump is alarming or on standby; clear the alarm or wake the pump, then scan again (nurse)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000010, CA

at 2026-03-02T10:13:00-06:00

gateway does CE 9022

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302101300-0600||RGV^O15^RGV_O15|EHR10|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|RE|ORD1^EHR|||||||20260302101300-0600||||||||||N0001^Invented^Nurse
  RXG|1|||1234^Dopamine^L|250||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||10|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM|400|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|NM|68063^MDC_ATTR_PT_WEIGHT^MDC|0.1.1.1|85.0|263875^MDC_DIM_KILO_G^MDC^kg^kg^UCUM|||||F
fact pump_associated ORD1^EHR to P-1001^ACDE48FFFE000002, by N0001
fact program_due STORY-P000009, new_bag, ORD1^EHR to P-1001^ACDE48FFFE000002, dose rate 10 ug/kg/min, volume 250 mL, weight 85 kg, expected rate 31.9 mL/h
ehr < ACK^O15
  MSA|CA|EHR10
fact dispatch_started STORY-P000009, attempt 1
gateway < RGV^O15
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|RE|ORD1^EHR|||||||20260302101300-0600||||||||||N0001^Invented^Nurse
  RXG|1|||1234^Dopamine 400 mg in D5W 250 mL^L|250||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||10|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM|400|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^^ACDE48FFFE000002^EUI-64
  OBX|2|NM|68063^MDC_ATTR_PT_WEIGHT^MDC|0.1.1.1|85|263875^MDC_DIM_KILO_G^MDC^kg^kg^UCUM|||||F
fact gateway_refused STORY-P000009, code 9022
fact answer_due STORY-R000011, to ehr
ehr < RRG^O16
  MSA|AE|EHR10
  ERR|||207^Application internal error^HL70357|E|9022^Requested infusion program is stale (ORC-9)^L||9022|the request is older than the gateway takes; scan again at the bedside (nurse)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000011, CA

gateway does CA

at 2026-03-02T10:14:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302101400-0600||RGV^O15^RGV_O15|EHR11|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|RE|ORD1^EHR|||||||20260302101400-0600||||||||||N0001^Invented^Nurse
  RXG|1|||1234^Dopamine^L|250||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||10|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM|400|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|NM|68063^MDC_ATTR_PT_WEIGHT^MDC|0.1.1.1|85.0|263875^MDC_DIM_KILO_G^MDC^kg^kg^UCUM|||||F
fact pump_associated ORD1^EHR to P-1001^ACDE48FFFE000002, by N0001
fact program_due STORY-P000010, new_bag, ORD1^EHR to P-1001^ACDE48FFFE000002, dose rate 10 ug/kg/min, volume 250 mL, weight 85 kg, expected rate 31.9 mL/h
ehr < ACK^O15
  MSA|CA|EHR11
fact dispatch_started STORY-P000010, attempt 1
gateway < RGV^O15
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|RE|ORD1^EHR|||||||20260302101400-0600||||||||||N0001^Invented^Nurse
  RXG|1|||1234^Dopamine 400 mg in D5W 250 mL^L|250||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||10|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM|400|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^^ACDE48FFFE000002^EUI-64
  OBX|2|NM|68063^MDC_ATTR_PT_WEIGHT^MDC|0.1.1.1|85|263875^MDC_DIM_KILO_G^MDC^kg^kg^UCUM|||||F
fact gateway_took STORY-P000010

gateway >
  MSH|^~\&|PUMPGW^ACDE48FFFE000002^EUI-64|GENHOSP|BRIDGE^ACDE48FFFE000001^EUI-64|GENHOSP|20260302101400-0600||RRG^O16^RRG_O16|GW17|P|2.6|||AL|NE||UNICODE UTF-8|||IHE_PCD_RRG^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.2^ISO
  MSA|AE|STORY-P000010
  ERR|||207^Application internal error^HL70357|E|9023^Program rejected by user (before start)^L
  ORC|UA|ORD1^EHR
fact pump_refused STORY-P000010, code 9023
fact answer_due STORY-R000012, to ehr
gateway < ACK^O16
  MSA|CA|GW17
ehr < RRG^O16
  MSA|AE|EHR11
  ERR|||207^Application internal error^HL70357|E|9023^Program rejected by user (before start)^L||9023|a person at the pump refused the program; ask at the bedside; nothing was started (nurse)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000012, CA

after 10 min
