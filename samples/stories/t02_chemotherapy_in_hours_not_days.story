# shows: 4 000 mg/m2 meant for four days, ordered to run in four hours
# proves: K1 V7 F49 9005
# 5 g in 100 mL at 25 mL/h is over in 4 h: hard 20 to 168 h. 25 x 50 x 24 / 1.8 = 16 666.67 mg/m2/d: hard 150 to 1500.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0004^^^HOSP^MR||Invented^Dan^^^^^L||19660101|M
  PV1||O|INFUSION^8^||||||||||||||||TESTVISIT-0004
  ORC|NW|ORD1^EHR|||||||20260302100000-0600||PH0001^Invented^Pharmacist|D0007^Invented^Doctor
  RXE||5FU^Fluorouracil 5 g in 100 mL^L|100||mL||||||||||||||||||25|mL/h|5|g|||||||100|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|NM|3140-1^Body surface area^LN||1.8|m2^square meter^UCUM|||||F
fact order_refused ORD1^EHR, new_order, E hard_limit_above at RXE[1]-23, E hard_limit_below at RXE[1]-23, W line_needed at drug
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AE|EHR1
  ERR||RXE^1^23^1|207^Application internal error^HL70357|E|9005^above the hard limit of the drug library^L||dose rate 16,667 mg per m2 per day; hard limit 150 to 1,500 mg per m2 per day|above the hard limit of the drug library; correct the order; a hard limit is never overridden (prescriber)
  ERR||RXE^1^23^1|207^Application internal error^HL70357|E|9005^below the hard limit of the drug library^L||duration 4 hours; hard limit 20 to 168 hours|below the hard limit of the drug library; correct the order; a hard limit is never overridden (prescriber)
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||a central line|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000001, CA
