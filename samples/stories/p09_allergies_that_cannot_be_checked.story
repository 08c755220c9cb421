# shows: an allergy in words, of a system that nobody knows, or that was deleted: told, and never taken for one that was checked
# proves: F1; drug-library 2.2
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
fact order_accepted ORD1^EHR, dose rate 1300 [iU]/h, volume 500 mL, W allergy_not_checked at AL1[1]-3, W allergy_not_checked at AL1[2]-3, W allergy_not_checked at AL1[3]-3, W allergy_not_checked at allergies
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AA|EHR1
  ERR||AL1^1^3^1|207^Application internal error^HL70357|W||||an allergy of the chart has no code that could be checked; look at the chart; code the allergy in a system that the tables know (pharmacy)
  ERR||AL1^2^3^1|207^Application internal error^HL70357|W||||an allergy of the chart has no code that could be checked; look at the chart; code the allergy in a system that the tables know (pharmacy)
  ERR||AL1^3^3^1|207^Application internal error^HL70357|W||||an allergy of the chart has no code that could be checked; look at the chart; code the allergy in a system that the tables know (pharmacy)
  ERR||AL1^1^3^1|207^Application internal error^HL70357|W|||1 with a code that the drug library does not know|an allergy of the chart has no code that could be checked; look at the chart; code the allergy in a system that the tables know (pharmacy)
  ORC|OK|ORD1^EHR
fact report_answered STORY-R000001, CA

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
fact order_refused ORD1^EHR, new_order, E order_exists at ORC-2
fact answer_due STORY-R000002, to ehr
ehr < ACK^O11
  MSA|CA|EHR2
ehr < RRE^O12
  MSA|AE|EHR2
  ERR||ORC^1^2^1|205^Duplicate key identifier^HL70357|E|102^Duplicate key identifier^HL70533||allergies|the order number exists with other content; change it with XO, or cancel it (CA or DC) and order again under a new number (sender)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000002, CA

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
fact order_changed ORD1^EHR, dose rate 1300 [iU]/h, volume 500 mL, held by a soft limit, W allergy_known at allergies
fact answer_due STORY-R000003, to ehr
ehr < ACK^O11
  MSA|CA|EHR3
ehr < RRE^O12
  MSA|AA|EHR3
  ERR||AL1^1^3^1|207^Application internal error^HL70357|W|||an allergy of the chart names the drug, an ingredient or its class|the patient has an allergy to this drug or its class; a pharmacist or prescriber releases the order with a reason, or changes it (pharmacy)
  ORC|XR|ORD1^EHR
fact report_answered STORY-R000003, CA
