# shows: who asks for which acknowledgement gets that one
# proves: B36; HL7 v2.6 2.9
# MSH-15 and MSH-16 empty: one RRE. AL/NE: ACK alone. ER/AL: no ACK for a good one. NE/ER: nothing for a good one, RRE for a bad one.

at 2026-03-02T10:00:00-06:00

# original mode
ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6||||||UNICODE UTF-8
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|NW|ORD1^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||1234^Dopamine 400 mg in D5W 250 mL^L|250||mL||||||||||||||||||10|mcg/kg/min|400|mg|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  RXC|A|1234^Dopamine^L|400|mg
  RXC|B|D5W^Dextrose 5% in water^L|250|mL
  OBX|1|NM|29463-7^Body weight^LN||85.0|kg^kilogram^UCUM|||||F
fact order_accepted ORD1^EHR, dose rate 10 ug/kg/min, volume 250 mL, weight 85 kg
ehr < RRE^O12
  MSA|AA|EHR1
  ORC|OK|ORD1^EHR

# enhanced, AL and NE
ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR2|P|2.6|||AL|NE||UNICODE UTF-8
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|NW|ORD2^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||1234^Dopamine 400 mg in D5W 250 mL^L|250||mL||||||||||||||||||10|mcg/kg/min|400|mg|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  RXC|A|1234^Dopamine^L|400|mg
  RXC|B|D5W^Dextrose 5% in water^L|250|mL
  OBX|1|NM|29463-7^Body weight^LN||85.0|kg^kilogram^UCUM|||||F
fact order_accepted ORD2^EHR, dose rate 10 ug/kg/min, volume 250 mL, weight 85 kg
ehr < ACK^O11
  MSA|CA|EHR2

# enhanced, ER and AL
ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR3|P|2.6|||ER|AL||UNICODE UTF-8
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|NW|ORD3^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||1234^Dopamine 400 mg in D5W 250 mL^L|250||mL||||||||||||||||||10|mcg/kg/min|400|mg|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  RXC|A|1234^Dopamine^L|400|mg
  RXC|B|D5W^Dextrose 5% in water^L|250|mL
  OBX|1|NM|29463-7^Body weight^LN||85.0|kg^kilogram^UCUM|||||F
fact order_accepted ORD3^EHR, dose rate 10 ug/kg/min, volume 250 mL, weight 85 kg
fact answer_due STORY-R000001, to ehr
ehr < RRE^O12
  MSA|AA|EHR3
  ORC|OK|ORD3^EHR
fact report_answered STORY-R000001, CA

# enhanced, NE and ER, a good one
ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR4|P|2.6|||NE|ER||UNICODE UTF-8
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|NW|ORD4^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||1234^Dopamine 400 mg in D5W 250 mL^L|250||mL||||||||||||||||||10|mcg/kg/min|400|mg|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  RXC|A|1234^Dopamine^L|400|mg
  RXC|B|D5W^Dextrose 5% in water^L|250|mL
  OBX|1|NM|29463-7^Body weight^LN||85.0|kg^kilogram^UCUM|||||F
fact order_accepted ORD4^EHR, dose rate 10 ug/kg/min, volume 250 mL, weight 85 kg

# enhanced, NE and ER, a bad one
ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR5|P|2.6|||NE|ER||UNICODE UTF-8
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|NW|ORD5^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||1234^Dopamine 400 mg in D5W 250 mL^L|250||mL||||||||||||||||||100|mcg/kg/min|400|mg|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  RXC|A|1234^Dopamine^L|400|mg
  RXC|B|D5W^Dextrose 5% in water^L|250|mL
  OBX|1|NM|29463-7^Body weight^LN||85.0|kg^kilogram^UCUM|||||F
fact order_refused ORD5^EHR, new_order, E hard_limit_above at RXE[1]-23, W dose_unlike_before at RXE[1]-23
fact answer_due STORY-R000002, to ehr
ehr < RRE^O12
  MSA|AE|EHR5
  ERR||RXE^1^23^1|207^Application internal error^HL70357|E|9005^above the hard limit of the drug library^L||dose rate 100 mcg per kg per min; hard limit 0.5 to 50 mcg per kg per min|above the hard limit of the drug library; correct the order; a hard limit is never overridden (prescriber)
  ERR||RXE^1^23^1|207^Application internal error^HL70357|W|9005^the dose is a slip's factor away from what this patient had of the drug^L||10 times that of this patient's last order of it, near 10|the dose is a slip's factor away from what this patient had of the drug; check the number; a pharmacist or prescriber releases it with a reason (pharmacy)
  ORC|UA|ORD5^EHR
fact report_answered STORY-R000002, CA

# enhanced, AL and AL, refused at the door: no patient
ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR6|P|2.6|||AL|AL||UNICODE UTF-8
  ORC|NW|ORD6^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||1234^Dopamine 400 mg in D5W 250 mL^L|250||mL||||||||||||||||||10|mcg/kg/min|400|mg|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  RXC|A|1234^Dopamine^L|400|mg
  RXC|B|D5W^Dextrose 5% in water^L|250|mL
  OBX|1|NM|29463-7^Body weight^LN||85.0|kg^kilogram^UCUM|||||F
fact order_refused ORD6^EHR, new_order, E patient_missing at PID, E care_area_mismatch at patient.location
ehr < ACK^O11
  MSA|CE|EHR6
  ERR||PID^1|100^Segment sequence error^HL70357|E||||no patient is named; send PID (sender)
  ERR||PV1^1^3^1|207^Application internal error^HL70357|E|9021^the drug has no entry for the patient's care area^L||no care area of the library claims this place|the drug has no entry for the patient's care area; add the drug to the care area's library or correct the location (pharmacy)
