# shows: a drug library that is approved but not released, and one whose time has not come
# proves: P24; drug-library 1.9

at 2026-03-02T10:00:00-06:00

reload libraries/approved.json
fact library_refused demonstration 1.3.0 #3, E library_unusable at library (it is approved, not released)

reload libraries/scheduled.json
fact library_refused demonstration 1.3.0 #3, E library_unusable at library (it comes into effect at 2026-03-02T18:00:00Z, not before)

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

# Its time has come.
at 2026-03-02T12:00:00-06:00

reload libraries/scheduled.json
fact library_activated demonstration 1.3.0 #3, signed by 2

at 2026-03-02T12:01:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302120100-0600||RDE^O11^RDE_O11|EHRO2|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|NW|ORD2^EHR|||||||20260302120100-0600|||D0007^Invented^Doctor
  RXE||1234^Dopamine 400 mg in D5W 250 mL^L|250||mL||||||||||||||||||10|mcg/kg/min|400|mg|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  RXC|A|1234^Dopamine^L|400|mg
  RXC|B|D5W^Dextrose 5% in water^L|250|mL
  OBX|1|NM|29463-7^Body weight^LN||85.0|kg^kilogram^UCUM|||||F
fact order_accepted ORD2^EHR, dose rate 10 ug/kg/min, volume 250 mL, weight 85 kg
fact answer_due STORY-R000002, to ehr
ehr < ACK^O11
  MSA|CA|EHRO2
ehr < RRE^O12
  MSA|AA|EHRO2
  ORC|OK|ORD2^EHR
fact report_answered STORY-R000002, CA
