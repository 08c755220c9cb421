# shows: hydromorphone at a strength and a rate that nobody meant
# proves: K11 F48 F49 9005 9018
# 20 mg in 100 mL (0.2 mg/mL): 2.5 mg/h are 12.5 mL/h; the ward ends at 2 mg/h. 20 mg in 50 mL is no bag of the library.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|NW|ORD1^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||HYDROM^Hydromorphone 20 mg in NS 100 mL^L|100||mL||||||||||||||||||2.5|mg/h|20|mg|||||||100|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
fact order_refused ORD1^EHR, new_order, E hard_limit_above at RXE[1]-23
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AE|EHR1
  ERR||RXE^1^23^1|207^Application internal error^HL70357|E|9005^above the hard limit of the drug library^L||dose rate 2.5 mg per hour; hard limit 0.04 to 2 mg per hour|above the hard limit of the drug library; correct the order; a hard limit is never overridden (prescriber)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000001, CA

at 2026-03-02T10:01:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100100-0600||RDE^O11^RDE_O11|EHR2|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|NW|ORD2^EHR|||||||20260302100100-0600|||D0007^Invented^Doctor
  RXE||HYDROM^Hydromorphone^L|50||mL||||||||||||||||||0.5|mg/h|20|mg|||||||50|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
fact order_refused ORD2^EHR, new_order, E concentration_not_library at RXE[1]-25
fact answer_due STORY-R000002, to ehr
ehr < ACK^O11
  MSA|CA|EHR2
ehr < RRE^O12
  MSA|AE|EHR2
  ERR||RXE^1^25^1|207^Application internal error^HL70357|E|9018^the concentration is not one of the drug library's^L||0.4 mg/mL; the library has 20 mg in 100 mL, 10 mg in 50 mL|the concentration is not one of the drug library's; prepare a library concentration or add this one (pharmacy)
  ORC|UA|ORD2^EHR
fact report_answered STORY-R000002, CA
