# shows: a drug library is recalled while it is in use: it stops at once and for ever; the next release goes on
# proves: P24; drug-library 1.9

at 2026-03-02T10:00:00-06:00

reload libraries/next.json
fact library_activated demonstration 1.2.0 #2, signed by 2

at 2026-03-02T10:01:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100100-0600||RDE^O11^RDE_O11|EHRO1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|NW|ORD1^EHR|||||||20260302100100-0600|||D0007^Invented^Doctor
  RXE||1234^Dopamine 400 mg in D5W 250 mL^L|250||mL||||||||||||||||||10|mcg/kg/min|400|mg|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  RXC|A|1234^Dopamine^L|400|mg
  RXC|B|D5W^Dextrose 5% in water^L|250|mL
  OBX|1|NM|29463-7^Body weight^LN||85.0|kg^kilogram^UCUM|||||F
fact order_accepted ORD1^EHR, dose rate 10 ug/kg/min, volume 250 mL, weight 85 kg
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHRO1
ehr < RRE^O12
  MSA|AA|EHRO1
  ORC|OK|ORD1^EHR
fact report_answered STORY-R000001, CA

# One person is enough to stop it.
recall libraries/next.recalls
fact library_recalled 0e9ade08, by demo-pharmacy, the maximum of dopamine is doubted

at 2026-03-02T10:05:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100500-0600||RGV^O15^RGV_O15|EHRS1|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|RE|ORD1^EHR|||||||20260302100500-0600||||||||||N0001^Invented^Nurse
  RXG|1|||1234^Dopamine^L|250||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||10|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM|400|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|NM|68063^MDC_ATTR_PT_WEIGHT^MDC|0.1.1.1|85.0|263875^MDC_DIM_KILO_G^MDC^kg^kg^UCUM|||||F
fact program_refused ORD1^EHR to P-1001^ACDE48FFFE000002, E library_unusable at library
fact answer_due STORY-R000002, to ehr
ehr < ACK^O15
  MSA|CA|EHRS1
ehr < RRG^O16
  MSA|AR|EHRS1
  ERR|||207^Application internal error^HL70357|E|9016^no valid drug library is active^L||it was recalled: the maximum of dopamine is doubted|no valid drug library is active; activate a released library; nothing is programmed before that (pharmacy)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000002, CA

at 2026-03-02T10:06:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100600-0600||RDE^O11^RDE_O11|EHRO2|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|NW|ORD2^EHR|||||||20260302100600-0600|||D0007^Invented^Doctor
  RXE||1234^Dopamine 400 mg in D5W 250 mL^L|250||mL||||||||||||||||||10|mcg/kg/min|400|mg|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  RXC|A|1234^Dopamine^L|400|mg
  RXC|B|D5W^Dextrose 5% in water^L|250|mL
  OBX|1|NM|29463-7^Body weight^LN||85.0|kg^kilogram^UCUM|||||F
fact order_refused ORD2^EHR, new_order, E library_unusable at library
fact answer_due STORY-R000003, to ehr
ehr < ACK^O11
  MSA|CA|EHRO2
ehr < RRE^O12
  MSA|AR|EHRO2
  ERR|||207^Application internal error^HL70357|E|9016^no valid drug library is active^L||it was recalled: the maximum of dopamine is doubted|no valid drug library is active; activate a released library; nothing is programmed before that (pharmacy)
  ORC|UA|ORD2^EHR
fact report_answered STORY-R000003, CA

reload libraries/next.json
fact library_refused demonstration 1.2.0 #2, E library_unusable at library (it was recalled: the maximum of dopamine is doubted)

restart

at 2026-03-02T10:07:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100700-0600||RDE^O11^RDE_O11|EHRO3|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|NW|ORD3^EHR|||||||20260302100700-0600|||D0007^Invented^Doctor
  RXE||1234^Dopamine 400 mg in D5W 250 mL^L|250||mL||||||||||||||||||10|mcg/kg/min|400|mg|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  RXC|A|1234^Dopamine^L|400|mg
  RXC|B|D5W^Dextrose 5% in water^L|250|mL
  OBX|1|NM|29463-7^Body weight^LN||85.0|kg^kilogram^UCUM|||||F
fact order_refused ORD3^EHR, new_order, E library_unusable at library
fact answer_due STORY-R000004, to ehr
ehr < ACK^O11
  MSA|CA|EHRO3
ehr < RRE^O12
  MSA|AR|EHRO3
  ERR|||207^Application internal error^HL70357|E|9016^no valid drug library is active^L||it was recalled: the maximum of dopamine is doubted|no valid drug library is active; activate a released library; nothing is programmed before that (pharmacy)
  ORC|UA|ORD3^EHR
fact report_answered STORY-R000004, CA

# The release after it. What was ordered under the recalled one is checked anew.
reload libraries/expiring.json
fact library_activated demonstration 1.3.0 #3, signed by 2

at 2026-03-02T10:10:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302101000-0600||RGV^O15^RGV_O15|EHRS2|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|RE|ORD1^EHR|||||||20260302101000-0600||||||||||N0001^Invented^Nurse
  RXG|1|||1234^Dopamine^L|250||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||10|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM|400|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|NM|68063^MDC_ATTR_PT_WEIGHT^MDC|0.1.1.1|85.0|263875^MDC_DIM_KILO_G^MDC^kg^kg^UCUM|||||F
fact pump_associated ORD1^EHR to P-1001^ACDE48FFFE000002, by N0001
fact program_due STORY-P000001, new_bag, ORD1^EHR to P-1001^ACDE48FFFE000002, dose rate 10 ug/kg/min, volume 250 mL, weight 85 kg, expected rate 31.9 mL/h
ehr < ACK^O15
  MSA|CA|EHRS2
fact dispatch_started STORY-P000001, attempt 1
gateway < RGV^O15
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|RE|ORD1^EHR|||||||20260302101000-0600||||||||||N0001^Invented^Nurse
  RXG|1|||1234^Dopamine 400 mg in D5W 250 mL^L|250||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||10|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM|400|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^^ACDE48FFFE000002^EUI-64
  OBX|2|NM|68063^MDC_ATTR_PT_WEIGHT^MDC|0.1.1.1|85|263875^MDC_DIM_KILO_G^MDC^kg^kg^UCUM|||||F
fact gateway_took STORY-P000001
