# shows: a volume of zero, with which a pump once fell back to 999 mL/h
# proves: K5 F49 9005
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

at 2026-03-02T10:06:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100600-0600||RDE^O11^RDE_O11|EHR3|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0002^^^HOSP^MR||Invented^Ben^^^^^L||19660101|M
  PV1||I|ICU^14^A||||||||||||||||TESTVISIT-0002
  ORC|NW|ORD2^EHR|||||||20260302100600-0600|||D0007^Invented^Doctor
  RXE||NOREPI^Norepinephrine 4 mg in D5W 250 mL^L|0||mL||||||||||||||||||0.1|mcg/kg/min|4|mg|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|NM|29463-7^Body weight^LN||70|kg^kilogram^UCUM|||||F

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
