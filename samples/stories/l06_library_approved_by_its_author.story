# shows: who wrote a drug library does not approve it
# proves: P24; drug-library 1.9

at 2026-03-02T10:00:00-06:00

reload libraries/author_approves.json
fact library_refused author_approves.json, E library_unusable at author_approves.json, line 23, column 14, approvers[1].person (the author does not approve)

at 2026-03-02T10:01:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100100-0600||RDE^O11^RDE_O11|EHRO1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|NW|ORD1^EHR|||||||20260302100100-0600|||D0007^Invented^Doctor
  RXE||1234^Dopamine 400 mg in D5W 250 mL^L|250||mL||||||||||||||||||10|mcg/kg/min|400|mg|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  RXC|A|1234^Dopamine^L|400|mg
  RXC|B|D5W^Dextrose 5% in water^L|250|mL
  OBX|1|NM|29463-7^Body weight^LN||85.0|kg^kilogram^UCUM|||||F
fact order_accepted ORD1^EHR, dose rate 10 ug/kg/min, volume 250 mL, weight 85 kg
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHRO1
ehr < RRE^O12
  MSA|AA|EHRO1
  ORC|OK|ORD1^EHR
fact report_answered STORY-R000001, CA
