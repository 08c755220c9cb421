# shows: the same order in v2.3, v2.5.1 and v2.8, each answered in its own version
# proves: B20 F16; HL7 v2.3 to v2.8

at 2026-03-02T10:01:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100100-0600||RDE^O01|EHR1|P|2.3||||||UNICODE UTF-8
  PID|||TEST-0003^^^HOSP^MR||Invented^Cleo^^^^^L||19660101|F
  PV1||I|3W^21^B||||||||||||||||TESTVISIT-0003
  ORC|NW|ORD1^EHR|||||||20260302100100-0600|||D0007^Invented^Doctor
  RXE||NS^Sodium chloride 0.9 %^L|1000||mL||||||||||||||||||125|mL/h
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
fact order_accepted ORD1^EHR, rate 125 mL/h, volume 1000 mL
ehr < RRE^O02
  MSA|AA|EHR1
  ORC|OK|ORD1^EHR

at 2026-03-02T10:02:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100200-0600||RDE^O11^RDE_O11|EHR2|P|2.5.1||||||UNICODE UTF-8
  PID|||TEST-0003^^^HOSP^MR||Invented^Cleo^^^^^L||19660101|F
  PV1||I|3W^21^B||||||||||||||||TESTVISIT-0003
  ORC|NW|ORD2^EHR|||||||20260302100200-0600|||D0007^Invented^Doctor
  RXE||NS^Sodium chloride 0.9 %^L|1000||mL||||||||||||||||||125|mL/h
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
fact order_accepted ORD2^EHR, rate 125 mL/h, volume 1000 mL
ehr < RRE^O12
  MSA|AA|EHR2
  ORC|OK|ORD2^EHR

at 2026-03-02T10:03:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100300-0600||RDE^O11^RDE_O11|EHR3|P|2.8||||||UNICODE UTF-8
  PID|||TEST-0003^^^HOSP^MR||Invented^Cleo^^^^^L||19660101|F
  PV1||I|3W^21^B||||||||||||||||TESTVISIT-0003
  ORC|NW|ORD3^EHR|||||||20260302100300-0600|||D0007^Invented^Doctor
  RXE||NS^Sodium chloride 0.9 %^L|1000||mL||||||||||||||||||125|mL/h
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
fact order_accepted ORD3^EHR, rate 125 mL/h, volume 1000 mL
ehr < RRE^O12
  MSA|AA|EHR3
  ORC|OK|ORD3^EHR
