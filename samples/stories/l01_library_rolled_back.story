# shows: a new release of the drug library decides, and an older one or other content under its number never again
# proves: P24 B78; drug-library 1.9

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHRO1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|NW|ORD1^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
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

# A new release: from here on it decides.
reload libraries/next.json
fact library_activated demonstration 1.2.0 #2, signed by 2

at 2026-03-02T10:05:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100500-0600||RDE^O11^RDE_O11|EHRO2|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|NW|ORD2^EHR|||||||20260302100500-0600|||D0007^Invented^Doctor
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

# An older file comes back, whole and signed. Then other content under the number in use.
reload libraries/older.json
fact library_refused demonstration 1.0.1 #1, E library_unusable at library (its serial 1 is older than demonstration 1.2.0 #2 sha256:0e9ade08, which was used before)

reload libraries/same_serial.json
fact library_refused demonstration 1.2.1 #2, E library_unusable at library (its serial 2 was used before for other content: demonstration 1.2.0 #2 sha256:0e9ade08)

# The one in use stays.
at 2026-03-02T10:10:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302101000-0600||RDE^O11^RDE_O11|EHRO3|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|NW|ORD3^EHR|||||||20260302101000-0600|||D0007^Invented^Doctor
  RXE||1234^Dopamine 400 mg in D5W 250 mL^L|250||mL||||||||||||||||||10|mcg/kg/min|400|mg|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  RXC|A|1234^Dopamine^L|400|mg
  RXC|B|D5W^Dextrose 5% in water^L|250|mL
  OBX|1|NM|29463-7^Body weight^LN||85.0|kg^kilogram^UCUM|||||F
fact order_accepted ORD3^EHR, dose rate 10 ug/kg/min, volume 250 mL, weight 85 kg
fact answer_due STORY-R000003, to ehr
ehr < ACK^O11
  MSA|CA|EHRO3
ehr < RRE^O12
  MSA|AA|EHRO3
  ORC|OK|ORD3^EHR
fact report_answered STORY-R000003, CA

# The number is remembered by the journal, not by the process.
restart

reload libraries/older.json
fact library_refused demonstration 1.0.1 #1, E library_unusable at library (its serial 1 is older than demonstration 1.2.0 #2 sha256:0e9ade08, which was used before)
