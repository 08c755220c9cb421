# shows: what the vial holds sent for what is given
# proves: K21 V18 F42 9005 9018
# 2 ug/kg, 2.9 kg: 5.8 ug, 0.58 mL of 10 ug/mL, over 10 min: 3.48 mL/h. The vial's 10 ug are 100/29 = 3.448 ug/kg, and 1 mL.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0201^^^HOSP^MR||Invented^Nell^^^^^L||20260220|F
  PV1||I|NICU^2^A||||||||||||||||TESTVISIT-0201
  ORC|NW|ORD1^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||FENT^Fentanyl 10 mcg/mL^L|2||mcg/kg|||||||||||||||||M10|||10|mcg|||||||1|mL
  RXR|IV^Intravenous^HL70162||SYR^Syringe Pump^HL70164
  OBX|1|NM|29463-7^Body weight^LN||2.9|kg^kilogram^UCUM|||||F
fact order_accepted ORD1^EHR, dose 2 ug/kg, duration 10 min, weight 2.9 kg
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AA|EHR1
  ORC|OK|ORD1^EHR
fact report_answered STORY-R000001, CA

# C3: 10 ug do not fit 0.58 mL.

at 2026-03-02T10:05:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100500-0600||RGV^O15^RGV_O15|EHR2|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0201^^^HOSP^MR||Invented^Nell^^^^^L||20260220|F
  PV1||I|NICU^2^A||||||||||||||||TESTVISIT-0201
  ORC|RE|ORD1^EHR|||||||20260302100500-0600||N0002^Invented^Colleague||||||||N0001^Invented^Nurse
  RXG|1|||FENT^Fentanyl^L|0.58||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||10|263891^MDC_DIM_MICRO_G^MDC^ug^ug^UCUM|10|263891^MDC_DIM_MICRO_G^MDC^ug^ug^UCUM|||||1|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  TQ1|1||||||||||||10^264352&MDC_DIM_MIN&MDC
  RXR|^IV^HL70162||^SYR^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1004^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|NM|68063^MDC_ATTR_PT_WEIGHT^MDC|0.1.1.1|2.9|263875^MDC_DIM_KILO_G^MDC^kg^kg^UCUM|||||F
fact program_refused ORD1^EHR to P-1004^ACDE48FFFE000002, E scanned_number_differs at RXG[1]-15
fact answer_due STORY-R000002, to ehr
ehr < ACK^O15
  MSA|CA|EHR2
ehr < RRG^O16
  MSA|AE|EHR2
  ERR||RXG^1^15^1|207^Application internal error^HL70357|E|9018^a number of the scan is not the order's^L||10 mcg scanned, 2 mcg per kg ordered, which is 5.8 mcg|a number of the scan is not the order's; take the bag of the order, or correct the number and scan again; the order stays as it is (nurse)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000002, CA

# As an order: 3.448 ug/kg is above the soft maximum of 3.

at 2026-03-02T10:06:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100600-0600||RDE^O11^RDE_O11|EHR3|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0201^^^HOSP^MR||Invented^Nell^^^^^L||20260220|F
  PV1||I|NICU^2^A||||||||||||||||TESTVISIT-0201
  ORC|NW|ORD2^EHR|||||||20260302100600-0600|||D0007^Invented^Doctor
  RXE||FENT^Fentanyl 10 mcg/mL^L|3.448||mcg/kg|||||||||||||||||M10|||10|mcg|||||||1|mL
  RXR|IV^Intravenous^HL70162||SYR^Syringe Pump^HL70164
  OBX|1|NM|29463-7^Body weight^LN||2.9|kg^kilogram^UCUM|||||F
fact order_accepted ORD2^EHR, dose 3.448 ug/kg, duration 10 min, weight 2.9 kg, held by a soft limit, W soft_limit_above at RXE[1]-3
fact answer_due STORY-R000003, to ehr
ehr < ACK^O11
  MSA|CA|EHR3
ehr < RRE^O12
  MSA|AA|EHR3
  ERR||RXE^1^3^1|207^Application internal error^HL70357|W|9005^above the soft limit of the drug library^L||dose 3.448 mcg per kg; soft limit 0.5 to 3 mcg per kg|above the soft limit of the drug library; a pharmacist or prescriber releases the order with a reason, or corrects it (pharmacy)
  ORC|OK|ORD2^EHR
fact report_answered STORY-R000003, CA

at 2026-03-02T10:07:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100700-0600||RGV^O15^RGV_O15|EHR4|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0201^^^HOSP^MR||Invented^Nell^^^^^L||20260220|F
  PV1||I|NICU^2^A||||||||||||||||TESTVISIT-0201
  ORC|RE|ORD1^EHR|||||||20260302100700-0600||N0002^Invented^Colleague||||||||N0001^Invented^Nurse
  RXG|1|||FENT^Fentanyl^L|0.58||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||2|262995^MDC_DIM_MICRO_G_PER_KG^MDC^ug/kg^ug/kg^UCUM|10|263891^MDC_DIM_MICRO_G^MDC^ug^ug^UCUM|||||1|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  TQ1|1||||||||||||10^264352&MDC_DIM_MIN&MDC
  RXR|^IV^HL70162||^SYR^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1004^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|NM|68063^MDC_ATTR_PT_WEIGHT^MDC|0.1.1.1|2.9|263875^MDC_DIM_KILO_G^MDC^kg^kg^UCUM|||||F
fact pump_associated ORD1^EHR to P-1004^ACDE48FFFE000002, by N0001
fact program_due STORY-P000001, new_bag, ORD1^EHR to P-1004^ACDE48FFFE000002, dose 2 ug/kg, volume 0.58 mL, duration 10 min, weight 2.9 kg, expected rate 3.48 mL/h
ehr < ACK^O15
  MSA|CA|EHR4
fact dispatch_started STORY-P000001, attempt 1
gateway < RGV^O15
  PID|||TEST-0201^^^HOSP^MR||Invented^Nell^^^^^L||20260220|F
  PV1||I|NICU^2^A||||||||||||||||TESTVISIT-0201
  ORC|RE|ORD1^EHR|||||||20260302100700-0600||||||||||N0001^Invented^Nurse
  RXG|1|||FENT^Fentanyl 10 mcg/mL^L|0.58||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||2|262995^MDC_DIM_MICRO_G_PER_KG^MDC^ug/kg^ug/kg^UCUM|10|263891^MDC_DIM_MICRO_G^MDC^ug^ug^UCUM|||||1|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  TQ1|1||||||||||||10^264352&MDC_DIM_MIN&MDC
  RXR|^IV^HL70162||^SYR^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1004^^ACDE48FFFE000002^EUI-64
  OBX|2|NM|68063^MDC_ATTR_PT_WEIGHT^MDC|0.1.1.1|2.9|263875^MDC_DIM_KILO_G^MDC^kg^kg^UCUM|||||F
fact gateway_took STORY-P000001
