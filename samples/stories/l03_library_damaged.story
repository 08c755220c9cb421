# shows: one figure of a signed drug library was altered; another was only laid out anew
# proves: P24

at 2026-03-02T10:00:00-06:00

# hard_max 50 has become 500.
reload libraries/damaged.json
fact library_refused damaged.json, E library_unusable at damaged.json.sig, signatures[0] (is for other content: it signs sha256:595bfd61 #3, the library is sha256:6d3df009 #3. The library was changed after it was signed; whoever approves the change signs again: infusion-bridge library sign (script/library-sign for the demonstration)), E library_unusable at damaged.json.sig, signatures[1] (is for other content: it signs sha256:595bfd61 #3, the library is sha256:6d3df009 #3. The library was changed after it was signed; whoever approves the change signs again: infusion-bridge library sign (script/library-sign for the demonstration))

# Members in another order, other blanks: the canonical form, and with it the signature, is the same.
reload libraries/respaced.json
fact library_activated demonstration 1.4.0 #4, signed by 2

at 2026-03-02T10:05:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100500-0600||RDE^O11^RDE_O11|EHRO1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|NW|ORD1^EHR|||||||20260302100500-0600|||D0007^Invented^Doctor
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
