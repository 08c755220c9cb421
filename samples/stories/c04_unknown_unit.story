# shows: a unit that no table knows is refused, not guessed
# proves: B49 F40 9008
# RXE-24 mcgg/kg/min: 9008, and nothing else: a rate was given, it was not understood.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|NW|ORD1^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||1234^Dopamine 400 mg in D5W 250 mL^L|250||mL||||||||||||||||||10|mcgg/kg/min|400|mg|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  RXC|A|1234^Dopamine^L|400|mg
  RXC|B|D5W^Dextrose 5% in water^L|250|mL
  OBX|1|NM|29463-7^Body weight^LN||85.0|kg^kilogram^UCUM|||||F
fact order_refused ORD1^EHR, new_order, E unit_unknown at RXE[1]-24
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AE|EHR1
  ERR||RXE^1^24^1|207^Application internal error^HL70357|E|9008^the unit is in no table^L|||the unit is in no table; correct the unit or add its spelling to units.csv (integration)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000001, CA
