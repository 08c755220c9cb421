# shows: an allergy in words, of a system that nobody knows, or that was deleted: told, and never taken for one that was checked
# proves: F1 B110; drug-library 2.2
# Bad input: AL1-3 without a code, a code of FDB, which no table has, an empty AL1; IAM-6 D and IAM-17 I are no allergies. Behind the order, where some feeds put them.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|NW|ORD1^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||HEP^Heparin 25,000 units in D5W 500 mL^L|500||mL||||||||||||||||||1300|units/h|25000|units|||||||500|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  AL1|1|DA|^Heparin|SV
  AL1|2|DA|4711^Heparin^FDB
  AL1|3|DA
  IAM|1|DA|HEPARIN^Heparins^L|SV|Rash|D
  IAM|2|DA|HEPARIN^Heparins^L|SV|Rash|U|||||||||||I^Inactive^HL70438

# The same order again, with the allergy: it is another order now, and nothing is lost.
at 2026-03-02T10:01:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100100-0600||RDE^O11^RDE_O11|EHR2|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  AL1|1|DA|HEPARIN^Heparins^L|SV
  ORC|NW|ORD1^EHR|||||||20260302100100-0600|||D0007^Invented^Doctor
  RXE||HEP^Heparin 25,000 units in D5W 500 mL^L|500||mL||||||||||||||||||1300|units/h|25000|units|||||||500|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164

# As a change it holds the order.
at 2026-03-02T10:02:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100200-0600||RDE^O11^RDE_O11|EHR3|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  AL1|1|DA|HEPARIN^Heparins^L|SV
  ORC|XO|ORD1^EHR|||||||20260302100200-0600|||D0007^Invented^Doctor
  RXE||HEP^Heparin 25,000 units in D5W 500 mL^L|500||mL||||||||||||||||||1300|units/h|25000|units|||||||500|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
