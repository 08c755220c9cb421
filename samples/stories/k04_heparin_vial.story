# shows: a bag for a newborn made from the vial of a thousand times the strength
# proves: K4 F48 9014 9018
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
fact order_refused ORD1^EHR, new_order, E concentration_not_library at RXE[1]-25, E pump_resolution at rate
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AE|EHR1
  ERR||RXE^1^25^1|207^Application internal error^HL70357|E|9018^the concentration is not one of the drug library's^L||500 units/mL; the library has 25 units in 50 mL, 125 units in 250 mL|the concentration is not one of the drug library's; prepare a library concentration or add this one (pharmacy)
  ERR||RXE^1^23^1|207^Application internal error^HL70357|E|9014^rounding to the pump's resolution would change the dose too much^L||0.003 mL per hour; a pump of model DEMO-SYR delivers 0.01 to 99.9 mL per hour|rounding to the pump's resolution would change the dose too much; use a lower concentration or another pump (pharmacy)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000001, CA

at 2026-03-02T10:01:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100100-0600||RDE^O11^RDE_O11|EHR2|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0201^^^HOSP^MR||Invented^Nell^^^^^L||20260220|F
  PV1||I|NICU^2^A||||||||||||||||TESTVISIT-0201
  ORC|NW|ORD2^EHR|||||||20260302100100-0600|||D0007^Invented^Doctor
  RXE||HEP^Heparin^L|50||mL||||||||||||||||||0.5|units/kg/h|25|units|||||||50|mL
  RXR|IV^Intravenous^HL70162||SYR^Syringe Pump^HL70164
  OBX|1|NM|29463-7^Body weight^LN||3|kg^kilogram^UCUM|||||F
fact order_accepted ORD2^EHR, dose rate 0.5 [iU]/kg/h, volume 50 mL, weight 3 kg
fact answer_due STORY-R000002, to ehr
ehr < ACK^O11
  MSA|CA|EHR2
ehr < RRE^O12
  MSA|AA|EHR2
  ORC|OK|ORD2^EHR
fact report_answered STORY-R000002, CA

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
fact program_refused ORD2^EHR to P-1004^ACDE48FFFE000002, E scanned_number_differs at RXG[1]-17
fact answer_due STORY-R000003, to ehr
ehr < ACK^O15
  MSA|CA|EHR3
ehr < RRG^O16
  MSA|AE|EHR3
  ERR||RXG^1^17^1|207^Application internal error^HL70357|E|9018^a number of the scan is not the order's^L||25,000 units scanned, 25 units ordered|a number of the scan is not the order's; take the bag of the order, or correct the number and scan again; the order stays as it is (nurse)
  ORC|UA|ORD2^EHR
fact report_answered STORY-R000003, CA
