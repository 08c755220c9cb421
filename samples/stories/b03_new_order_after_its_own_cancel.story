# shows: a cancel that overtakes its order leaves a tombstone
# proves: B84 B85 P8 9022
# CA for an unknown order: 204 with 101 of table 0533. The order that comes after it: 9022.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|CA|ORD1^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
fact order_closed ORD1^EHR, cancel
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AE|EHR1
  ERR||ORC^1^2^1|204^Unknown key identifier^HL70357|E|101^Unknown key identifier^HL70533|||no order of this number was accepted here; if it was refused, mend what the refusal says; if it was never sent, send it (sender)
  ORC|UC|ORD1^EHR
fact report_answered STORY-R000001, CA

at 2026-03-02T10:00:30-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100030-0600||RDE^O11^RDE_O11|EHR2|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|NW|ORD1^EHR|||||||20260302100030-0600|||D0007^Invented^Doctor
  RXE||1234^Dopamine 400 mg in D5W 250 mL^L|250||mL||||||||||||||||||10|mcg/kg/min|400|mg|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  RXC|A|1234^Dopamine^L|400|mg
  RXC|B|D5W^Dextrose 5% in water^L|250|mL
  OBX|1|NM|29463-7^Body weight^LN||85.0|kg^kilogram^UCUM|||||F
fact order_refused ORD1^EHR, new_order, E order_cancelled at ORC-2
fact answer_due STORY-R000002, to ehr
ehr < ACK^O11
  MSA|CA|EHR2
ehr < RRE^O12
  MSA|AE|EHR2
  ERR||ORC^1^2^1|207^Application internal error^HL70357|E|9022^the order was cancelled, discontinued or replaced^L|||the order was cancelled, discontinued or replaced; write a new order (prescriber)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000002, CA
