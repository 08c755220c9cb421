# shows: an order that came by FHIR and comes again by HL7 is the same order
# proves: B81 F32 F95
# A MedicationRequest cannot name a kind of pump: RXR-3, who ordered and the words beside a code make no other order.

at 2026-03-02T10:00:00-06:00

fhir > POST MedicationRequest messages/fhir_dopamine.json
fact order_accepted ORD1^EHR, dose rate 10 ug/kg/min, volume 250 mL, weight 85 kg
fhir < 201

at 2026-03-02T10:01:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100100-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|NW|ORD1^EHR|||||||20260302100100-0600|||D0007^Invented^Doctor
  RXE||1234^Dopamine 400 mg in D5W 250 mL^L|250||mL||||||||||||||||||10|mcg/kg/min|400|mg|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  RXC|A|1234^Dopamine^L|400|mg
  RXC|B|D5W^Dextrose 5% in water^L|250|mL
  OBX|1|NM|29463-7^Body weight^LN||85.0|kg^kilogram^UCUM|||||F
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AA|EHR1
  ERR||ORC^1^2^1|0^Message accepted^HL70357|I||||the order was taken before with the same content; nothing to do (sender)
  ORC|OK|ORD1^EHR
fact report_answered STORY-R000001, CA
