# shows: a weight more than 10 % from the one known before
# proves: B71 F50 9011
# Known 85 kg; 95 kg is 11.8 % more. 92 kg (8.2 %) would pass.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
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
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AA|EHR1
  ORC|OK|ORD1^EHR
fact report_answered STORY-R000001, CA

at 2026-03-02T10:02:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100200-0600||RDE^O11^RDE_O11|EHR2|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|NW|ORD2^EHR|||||||20260302100200-0600|||D0007^Invented^Doctor
  RXE||NOREPI^Norepinephrine 4 mg in D5W 250 mL^L|250||mL||||||||||||||||||0.1|mcg/kg/min|4|mg|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|NM|29463-7^Body weight^LN||95|kg^kilogram^UCUM|||||F
fact order_refused ORD2^EHR, new_order, E weight_implausible at OBX[1]-5, W line_needed at drug
fact answer_due STORY-R000002, to ehr
ehr < ACK^O11
  MSA|CA|EHR2
ehr < RRE^O12
  MSA|AE|EHR2
  ERR||OBX^1^5^1|207^Application internal error^HL70357|E|9011^the weight is not plausible, or differs from the known one^L||95 kg; known before 85 kg; more than 10 % apart|the weight is not plausible, or differs from the known one; weigh again and correct the chart (nurse)
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||a central line|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|UA|ORD2^EHR
fact report_answered STORY-R000002, CA

at 2026-03-02T10:03:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100300-0600||RDE^O11^RDE_O11|EHR3|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|NW|ORD3^EHR|||||||20260302100300-0600|||D0007^Invented^Doctor
  RXE||NOREPI^Norepinephrine 4 mg in D5W 250 mL^L|250||mL||||||||||||||||||0.1|mcg/kg/min|4|mg|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|NM|29463-7^Body weight^LN||92|kg^kilogram^UCUM|||||F
fact order_accepted ORD3^EHR, dose rate 0.1 ug/kg/min, volume 250 mL, weight 92 kg, W line_needed at drug
fact answer_due STORY-R000003, to ehr
ehr < ACK^O11
  MSA|CA|EHR3
ehr < RRE^O12
  MSA|AA|EHR3
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||a central line|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|OK|ORD3^EHR
fact report_answered STORY-R000003, CA
