# shows: an intramuscular order is no infusion
# proves: B74 F65 9004
# Refused at RXR-1 with 9004.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0003^^^HOSP^MR||Invented^Cleo^^^^^L||19660101|F
  PV1||I|3W^21^B||||||||||||||||TESTVISIT-0003
  ORC|NW|ORD1^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||2193^Ceftriaxone 2 g in D5W 50 mL^L|2||g|||||||||||||||||M30|||2|g|||||||50|mL
  RXR|IM^Intramuscular^HL70162
fact order_refused ORD1^EHR, new_order, E route_not_for_pumps at RXR[1]-1
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AE|EHR1
  ERR||RXR^1^1^1|207^Application internal error^HL70357|E|9004^no pump infuses by this route^L||intramuscular|no pump infuses by this route; correct the route; intramuscular and oral orders do not belong on a pump (prescriber)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000001, CA
