# shows: gentamicin and penicillin into the epidural catheter
# proves: K8 F65 F66 9004
# Gentamicin 80 mg in 50 mL over 30 min; 69 mL of it ran epidurally in the accident. P-1005 is dedicated to epidural orders.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|NW|ORD1^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||GENTA^Gentamicin 80 mg in NS 50 mL^L|80||mg|||||||||||||||||M30|||80|mg|||||||50|mL
  RXR|EP^Epidural^HL70162||IVP^IV Pump^HL70164

at 2026-03-02T10:01:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100100-0600||RDE^O11^RDE_O11|EHR2|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|NW|ORD2^EHR|||||||20260302100100-0600|||D0007^Invented^Doctor
  RXE||PENG^Penicillin G 5 million units in D5W 100 mL^L|5||million units|||||||||||||||||M60|||5|million units|||||||100|mL
  RXR|EP^Epidural^HL70162||IVP^IV Pump^HL70164

at 2026-03-02T10:02:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100200-0600||RDE^O11^RDE_O11|EHR3|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|NW|ORD3^EHR|||||||20260302100200-0600|||D0007^Invented^Doctor
  RXE||GENTA^Gentamicin 80 mg in NS 50 mL^L|80||mg|||||||||||||||||M30|||80|mg|||||||50|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164

# E2: right order, wrong channel.

at 2026-03-02T10:05:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100500-0600||RGV^O15^RGV_O15|EHR4|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|RE|ORD3^EHR|||||||20260302100500-0600||||||||||N0001^Invented^Nurse
  RXG|1|||GENTA^Gentamicin^L|50||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||80|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|80|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||50|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  TQ1|1||||||||||||30^264352&MDC_DIM_MIN&MDC
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1005^DEMOPUMP^ACDE48FFFE000002^EUI-64
