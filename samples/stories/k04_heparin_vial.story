# shows: a bag for a newborn made from the vial of a thousand times the strength
# proves: K4 F48 9018
# 0.5 unit/kg/h, 3 kg, 25 units in 50 mL (0.5 unit/mL): 3 mL/h. From vials of 10 000 instead of 10 unit/mL it holds 25 000 units: 500 unit/mL, 500 unit/kg/h.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0201^^^HOSP^MR||Invented^Nell^^^^^L||20260220|F
  PV1||I|NICU^2^A||||||||||||||||TESTVISIT-0201
  ORC|NW|ORD1^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||HEP^Heparin^L|50||mL||||||||||||||||||0.5|units/kg/h|25000|units|||||||50|mL
  RXR|IV^Intravenous^HL70162||SYR^Syringe Pump^HL70164
  OBX|1|NM|29463-7^Body weight^LN||3|kg^kilogram^UCUM|||||F

at 2026-03-02T10:01:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100100-0600||RDE^O11^RDE_O11|EHR2|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0201^^^HOSP^MR||Invented^Nell^^^^^L||20260220|F
  PV1||I|NICU^2^A||||||||||||||||TESTVISIT-0201
  ORC|NW|ORD2^EHR|||||||20260302100100-0600|||D0007^Invented^Doctor
  RXE||HEP^Heparin^L|50||mL||||||||||||||||||0.5|units/kg/h|25|units|||||||50|mL
  RXR|IV^Intravenous^HL70162||SYR^Syringe Pump^HL70164
  OBX|1|NM|29463-7^Body weight^LN||3|kg^kilogram^UCUM|||||F

# B3, B7: the bag at the bedside says what it holds.

at 2026-03-02T10:05:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100500-0600||RGV^O15^RGV_O15|EHR3|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0201^^^HOSP^MR||Invented^Nell^^^^^L||20260220|F
  PV1||I|NICU^2^A||||||||||||||||TESTVISIT-0201
  ORC|RE|ORD2^EHR|||||||20260302100500-0600||N0002^Invented^Colleague||||||||N0001^Invented^Nurse
  RXG|1|||HEP^Heparin^L|50||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||0.5|267968^MDC_DIM_X_INTL_UNIT_PER_KG_PER_HR^MDC^[iU]/kg/h^[iU]/kg/h^UCUM|25000|267616^MDC_DIM_X_INTL_UNIT^MDC^[iU]^[iU]^UCUM|||||50|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^SYR^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1004^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|NM|68063^MDC_ATTR_PT_WEIGHT^MDC|0.1.1.1|3|263875^MDC_DIM_KILO_G^MDC^kg^kg^UCUM|||||F
