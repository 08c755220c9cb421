# shows: a volume of zero, with which a pump once fell back to 999 mL/h
# proves: K5 F49 9005 9042
# 0.1 ug/kg/min, 70 kg, 4 mg in 250 mL: 26.25 mL/h. At 999 mL/h for two minutes it is 33.3 mL; the accident gave 37.1 mL, 1.8 mg of its bag.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0002^^^HOSP^MR||Invented^Ben^^^^^L||19660101|M
  PV1||I|ICU^14^A||||||||||||||||TESTVISIT-0002
  ORC|NW|ORD1^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||NOREPI^Norepinephrine 4 mg in D5W 250 mL^L|250||mL||||||||||||||||||0.1|mcg/kg/min|4|mg|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|NM|29463-7^Body weight^LN||70|kg^kilogram^UCUM|||||F
fact order_accepted ORD1^EHR, dose rate 0.1 ug/kg/min, volume 250 mL, weight 70 kg, W line_needed at drug
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AA|EHR1
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||a central line|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|OK|ORD1^EHR
fact report_answered STORY-R000001, CA

# C3, E4: nothing is left to what the pump remembers.

at 2026-03-02T10:05:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100500-0600||RGV^O15^RGV_O15|EHR2|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0002^^^HOSP^MR||Invented^Ben^^^^^L||19660101|M
  PV1||I|ICU^14^A||||||||||||||||TESTVISIT-0002
  ORC|RE|ORD1^EHR|||||||20260302100500-0600||||||||||N0001^Invented^Nurse
  RXG|1|||NOREPI^Norepinephrine^L|0||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||0.1|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM|4|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|NM|68063^MDC_ATTR_PT_WEIGHT^MDC|0.1.1.1|70|263875^MDC_DIM_KILO_G^MDC^kg^kg^UCUM|||||F
fact program_refused ORD1^EHR to P-1001^ACDE48FFFE000002, E scanned_zero at RXG[1]-5, W line_needed at drug
fact answer_due STORY-R000002, to ehr
ehr < ACK^O15
  MSA|CA|EHR2
ehr < RRG^O16
  MSA|AE|EHR2
  ERR||RXG^1^5^1|207^Application internal error^HL70357|E|9005^a rate, dose or volume of zero in the scan^L||0 mL scanned, 250 mL ordered|a rate, dose or volume of zero in the scan; scan again with the number of the order; a pump is never sent a zero (nurse)
  ERR||RXG^1^4^1|207^Application internal error^HL70357|W|||a central line|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000002, CA

at 2026-03-02T10:06:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100600-0600||RDE^O11^RDE_O11|EHR3|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0002^^^HOSP^MR||Invented^Ben^^^^^L||19660101|M
  PV1||I|ICU^14^A||||||||||||||||TESTVISIT-0002
  ORC|NW|ORD2^EHR|||||||20260302100600-0600|||D0007^Invented^Doctor
  RXE||NOREPI^Norepinephrine 4 mg in D5W 250 mL^L|0||mL||||||||||||||||||0.1|mcg/kg/min|4|mg|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|NM|29463-7^Body weight^LN||70|kg^kilogram^UCUM|||||F
fact order_refused ORD2^EHR, new_order, E quantity_zero at RXE[1]-3, W line_needed at drug
fact answer_due STORY-R000003, to ehr
ehr < ACK^O11
  MSA|CA|EHR3
ehr < RRE^O12
  MSA|AE|EHR3
  ERR||RXE^1^3^1|207^Application internal error^HL70357|E|9005^a rate, dose or volume of zero^L|||a rate, dose or volume of zero; send a quantity above zero; what runs is stopped at the pump, by hand (prescriber)
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||a central line|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|UA|ORD2^EHR
fact report_answered STORY-R000003, CA

# The loading mode of the accident: no loading dose of this drug is permitted (9042).

at 2026-03-02T10:07:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100700-0600||RDE^O11^RDE_O11|EHR4|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0002^^^HOSP^MR||Invented^Ben^^^^^L||19660101|M
  PV1||I|ICU^14^A||||||||||||||||TESTVISIT-0002
  ORC|NW|ORD3^EHR|||||||20260302100700-0600|||D0007^Invented^Doctor
  RXE||NOREPI^Norepinephrine 4 mg in D5W 250 mL^L|250||mL||||||||||||||||||0.1|mcg/kg/min|4|mg|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|NM|29463-7^Body weight^LN||70|kg^kilogram^UCUM|||||F
  OBX|2|NM|158018^MDC_DOSE_LOADING^MDC|0.1.1.1|1|mg^^UCUM|||||F
fact order_refused ORD3^EHR, new_order, E loading_not_permitted at OBX[2]-5, W line_needed at drug
fact answer_due STORY-R000004, to ehr
ehr < ACK^O11
  MSA|CA|EHR4
ehr < RRE^O12
  MSA|AE|EHR4
  ERR||OBX^2^5^1|207^Application internal error^HL70357|E|9042^the drug library permits no loading dose of this drug^L|||the drug library permits no loading dose of this drug; correct the order or the library (pharmacy)
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||a central line|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|UA|ORD3^EHR
fact report_answered STORY-R000004, CA
