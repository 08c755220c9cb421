# shows: a bag that the library does not have
# proves: B73 F48 9018
# 500 mg in 250 mL is 2 mg/mL; the library has 1.6, 3.2 and 0.8 mg/mL.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|NW|ORD1^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||1234^Dopamine^L|250||mL||||||||||||||||||10|mcg/kg/min|500|mg|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|NM|29463-7^Body weight^LN||85.0|kg^kilogram^UCUM|||||F
fact order_refused ORD1^EHR, new_order, E concentration_not_library at RXE[1]-25
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AE|EHR1
  ERR||RXE^1^25^1|207^Application internal error^HL70357|E|9018^the concentration is not one of the drug library's^L||2 mg/mL; the library has 400 mg in 250 mL, 800 mg in 250 mL, 800 mg in 500 mL, 200 mg in 250 mL|the concentration is not one of the drug library's; prepare a library concentration or add this one (pharmacy)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000001, CA
